# Words every room uses: amounts, dates, the foot of a figure.

money-dollars = ${ $number }
money-million = ${ $number } million
money-billion = ${ $number } billion
ratio-times = { $number } times
percent = { $number }%
bound-at-least = at least { $text }
bound-at-most = at most { $text }
bound-about = about { $text }
date-day-pattern = MMMM d, y
date-month-pattern = MMMM y
span-to = { $first } to { $last }

source-line = Source: { $text }
source-more = { $n ->
    [one] and 1 more source, listed in the figure's data file
   *[other] and { $n } more sources, listed in the figure's data file
}
note-line = Note: { $text }
data-line = Data: SHA-256 { $digest }… · { $changed ->
    [0] all parameters at their defaults
    [one] parameter changed from its default: { $names }
   *[other] parameters changed from their defaults: { $names }
}
data-line-count = Data: SHA-256 { $digest }… · { $changed ->
    [one] 1 parameter changed from its default
   *[other] { $changed } parameters changed from their defaults
}
nothing-to-show = No rows are left after filtering.
    Nothing is drawn.
order-not-cause = Order in time is shown. It does not show that a license caused an event, or that a particular weapon was used.

# Used by the tests and by examples in the code.
sample-figure =
    .title = A sample figure adds up to { MONEY($total) }
    .subtitle = Current U.S. dollars, Mexico, { $first }–{ $last }
    .note = Made for a test.
    .alt = Line chart of sample values, { $first } to { $last }, adding up to { MONEY($total) }.
    .long-description = A line rises from { $first } to { $last }. The values add up to { MONEY($total) }.
finding-sample-total = The sample adds up to { MONEY($value, is: $value_is) }.

empty-figure =
    .title = No rows are left for this figure
    .subtitle = { $figure }: the parameters of this run leave no rows for 1992 to today
    .note = Parameters filter out every row of the figure { $figure }; see the parameters in its data file.
    .alt = Empty chart: the parameters of this run leave no rows for { $figure }.
    .long-description = The figure { $figure } of the notebook { $notebook } has no rows: the run's parameters filter out all of them.

changes-none = Nothing changed since the last run.
changes-figure-added = New figure: { $figure }.
changes-figure-dropped = Figure no longer made: { $figure }.
changes-table = { $table }: { $changed ->
    [one] 1 value changed
   *[other] { $changed } values changed
}, { $added ->
    [one] 1 row added
   *[other] { $added } rows added
}, { $dropped ->
    [one] 1 row dropped
   *[other] { $dropped } rows dropped
}.
changes-move = { $table }, { $row }: { $column } was { $before }, is { $after }.
changes-finding-changed = { $id } now reads: { $after } (before: { $before })
changes-finding-added = New finding { $id }: { $after }
changes-finding-dropped = Finding no longer made, { $id }: { $before }
