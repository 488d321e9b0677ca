# Sources and the tables behind every figure.

source-listed = { $citations }. Read { DAY($day) }.
source-many = { $citations }; and { COUNT($n) } more, named in the figure's data file. Read by { DAY($day) }.

data-series-bts-all-modes = BTS, all modes
data-series-bts-surface = BTS, surface only
data-series-bts-domestic-split = BTS, domestic split
data-series-census-api = Census
data-series-comtrade-us = UN Comtrade
data-series-nisat = NISAT
data-series-prio-mad = PRIO (from constant dollars)
data-series-usitc-total = USITC DataWeb
data-series-usitc-dataweb = USITC DataWeb (brought in)
data-series-census-usa-trade = USA Trade Online (brought in)
data-series-comtrade-plus = UN Comtrade (brought in)
data-series-comtrade-old = UN Comtrade before 2023 (brought in)
data-series-bts-transborder = BTS raw files (brought in)

data-coverage =
    .title = { COUNT($n) } series of U.S. exports overlap and start in different years
    .subtitle = Calendar years each export series to Mexico covers, { $first }–{ $last }
    .note = A box is a year with a figure; an empty place is a year without one, not a zero. Open boxes: surface modes only. Series differ by vintage and definition and are never chained silently.
    .alt = Coverage chart: { COUNT($n) } series of U.S. arms exports to Mexico and the years each covers between { $first } and { $last }.
    .long-description = One row a series, one box a year between { $first } and { $last }. The series overlap; before 2007 customs data here count surface modes only, shown as open boxes. NISAT and PRIO use a definition of their own.

finding-data-files = { COUNT($value) } raw files are held and match their records; they make { COUNT($tables) } tidy tables.
finding-data-publications = Figures come from { COUNT($value) } publications, { COUNT($leaked) } of them leaked documents or reports on them.
finding-data-corrections = { COUNT($value) } corrections are applied when files are read, and { COUNT($recorded) } faults of sources are recorded as already right in the ledgers.
