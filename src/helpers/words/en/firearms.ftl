# Notebook 02: police firearms reported missing.

missing-label-count = { COUNT($count, is: $kind) }
missing-label-rate = { DECIMAL($rate, digits: 1) }
missing-label-claim = the letter: more than { COUNT($claim) }
missing-label-period = { MONTH($first) }–{ MONTH($last) }: { COUNT($count, is: $kind) }
missing-label-state-of-mexico = State of México
missing-family-high = higher family of answers
missing-family-low = lower family of answers
missing-family-other = neither family
missing-heading-count = Reported missing
missing-heading-rate = Per 100,000 inhabitants

missing-by-disclosure =
    .title = Answers disagree: { COUNT($claimed) } reported missing to { MONTH($claimed_to) }, { COUNT($low) } to { MONTH($low_to) }
    .subtitle = Police firearms reported missing in Mexico (lost or stolen, all holders): national totals of five years or more, each over its period, { $first }–{ $last }
    .note = Each line is one answer over the period it covers; dashed lines with open marks are lower bounds. Totals overlap and are never added. A shorter period cannot exceed a longer one of the same register that holds it.
    .alt = Span chart of { COUNT($n) } national totals of police firearms reported missing: { COUNT($claimed) } for { MONTH($claimed_from) } to { MONTH($claimed_to) }, yet { COUNT($low) } for { MONTH($low_from) } to { MONTH($low_to) }.
    .long-description = Horizontal lines, one an answer, drawn over the period it covers at the height of its count. Two families stand apart. In the higher one { COUNT($claimed) } firearms were reported missing from { MONTH($claimed_from) } to { MONTH($claimed_to) }; in the lower one { COUNT($low) } from { MONTH($low_from) } to { MONTH($low_to) }, a longer period that holds the other. Both cannot be the whole. A dotted line marks the letter's { COUNT($claim) }. The latest answer of the lower family is { COUNT($latest) }, to { MONTH($latest_to) }.

missing-by-state =
    .title = { $same ->
        [yes] { $top } leads in count and in rate
       *[no] { $top } leads in count, { $top_rate } in rate,
    } among the { COUNT($n) } states shown
    .subtitle = Firearms of state security bodies reported missing, and per 100,000 inhabitants of { YEAR($population_year) }, { MONTH($first) } to { MONTH($last) }
    .note = { COUNT($n) } states are shown in the source; they add up to { COUNT($sum) } of { COUNT($whole) }. A state that is not shown is not zero. Rates cover the whole period, not a year. Counts are what agencies reported to SEDENA.
    .alt = Paired bars by state: { $top } reported { COUNT($top_count) } firearms missing, and { $top_rate } has the highest rate, { DECIMAL($rate, digits: 1) } per 100,000 inhabitants, { MONTH($first) } to { MONTH($last) }.
    .long-description = Two bar charts share { COUNT($n) } states. The left one counts firearms reported missing, led by { $top } with { COUNT($top_count) }. The right one divides by inhabitants in { YEAR($population_year) }; { $top_rate } leads with { DECIMAL($rate, digits: 1) } per 100,000. The states add up to { COUNT($sum) } of the { COUNT($whole) } in the national total; the remaining states are not shown in the source.

missing-rates =
    .title = A year of the period, answers range from { COUNT($lowest) } to { COUNT($highest) } firearms reported missing
    .subtitle = Police firearms reported missing in Mexico per year of the period each answer covers, national totals of five years or more, { $first }–{ $last }
    .note = Count divided by the length of the period in years (365.25 days). Totals of different periods can be compared only this way. Open marks with an arrow are lower bounds. One oral estimate is left out.
    .alt = Dot chart of { COUNT($n) } national totals as yearly rates: from { COUNT($lowest) } to { COUNT($highest) } firearms reported missing a year.
    .long-description = One dot an answer, ordered by rate. The highest, { COUNT($highest) } a year, covers { MONTH($high_from) } to { MONTH($high_to) }; the lowest, { COUNT($lowest) } a year, covers { MONTH($low_from) } to { MONTH($low_to) }. Later periods have lower rates, and the higher family of answers lies above the lower one for the same years.

missing-implied =
    .title = For { $window } the two families imply { $meet ->
        [yes] ranges that meet
       *[no] ranges that do not meet
    }
    .subtitle = Police firearms reported missing in Mexico, { $window }: bounds that the published totals imply, by family of answers
    .note = At least the largest total of a period inside { $window }; at most the smallest exact total of a period that holds it. Families are never mixed. Hatched: a range, not an observation.
    .alt = Range chart: for { $window } the higher family implies at least { COUNT($high_least) } firearms reported missing, the lower family { COUNT($low_least) } to { COUNT($low_most) }.
    .long-description = Two ranges on one axis. The higher family of answers implies at least { COUNT($high_least) } firearms reported missing in { $window }, the lower family at least { COUNT($low_least) } and at most { COUNT($low_most) }. A dotted line marks the letter's { COUNT($claim) }. { $meet ->
        [yes] The ranges overlap.
       *[no] The ranges do not overlap, so both families cannot be the whole.
    }

finding-firearms-claimed-source = The likely source of the letter's "more than { COUNT($claim) }" is the answer that counts { COUNT($value, is: $value_is) } police firearms reported missing from { MONTH($first) } to { MONTH($last) }.
finding-firearms-low-family-latest = The latest answer of the lower family counts { COUNT($value, is: $value_is) } police firearms reported missing from { MONTH($first) } to { MONTH($last) }.
finding-firearms-low-family-at-letter = The lower family's latest answer before the letter of { DAY($letter) } counts { COUNT($value, is: $value_is) } police firearms reported missing from { MONTH($first) } to { MONTH($last) }.
finding-firearms-disclosures = { COUNT($value) } published counts are held, { COUNT($national) } of them for the whole country and { COUNT($derived) } computed from a text rather than printed in it; periods and holders overlap, so they are never added.
finding-firearms-contradictions = { COUNT($value) } pairs of published counts cannot both be the whole, because the shorter period has more firearms reported missing than the longer one that holds it.
finding-firearms-arithmetic-failures = { COUNT($value) } of { COUNT($of) } sums, means and percentages printed in the publications do not hold when done again.
finding-firearms-rate-claimed = The answer behind the letter's figure is { COUNT($value, is: $value_is) } firearms reported missing a year, from { MONTH($first) } to { MONTH($last) }.
