# The web report and the pages of executed notebooks.

report-title = Arms Trail: { $story }
report-heading = U.S. firearms exports to Mexico, from license to loss
report-intro = Findings and figures of the story “{ $story }”. Sources read by { DAY($day) }.
report-skip = Skip to the findings
report-language = Language
report-contents = On this page
report-findings = Findings
report-changes = What changed since the last run
report-changes-none = Nothing differs from the run before, or there was none to compare with.
report-figures = Figures
report-sources = Sources
report-files = Data files
report-made = How these numbers were made
report-notebooks = Notebooks
report-status = Status
report-bound = The value is
report-cell = Computed for
report-shown-in = Shown in
report-cites = { $n ->
    [one] 1 source
   *[other] { COUNT($n) } sources
}
report-id = Reference
report-figure-number = Figure { $n }
report-long = Long description
report-table = { $rows ->
    [0] Data table: no rows
    [one] Data table, 1 row
   *[other] Data table, { COUNT($rows) } rows
}
report-table-rest = { $rest ->
    [one] 1 more row is in the CSV file.
   *[other] { COUNT($rest) } more rows are in the CSV file.
}
report-picture-scrolls = Figure { $n }, can be scrolled sideways
report-table-scrolls = Table, can be scrolled sideways: { $what }
report-download = Download Figure { $n }
report-download-png = PNG picture
report-download-svg = SVG drawing
report-download-pdf = PDF
report-download-csv = CSV numbers
report-download-json = JSON description
report-as-of = Sources read by { DAY($day) }.
report-source-id = Id
report-source-citation = Publication
report-source-read = Read on
report-day = { DAY($day) }
report-source-leaked = leaked document
report-file-path = File
report-file-publisher = Publisher
report-file-license = License
report-file-hash = SHA-256
report-parameters-default = All parameters are at their defaults.
report-parameters-changed = { $n ->
    [one] One parameter differs from its default: { $names }.
   *[other] { $n } parameters differ from their defaults: { $names }.
}
report-parameters = Parameters
report-versions = Software
report-sheets = One page for each state, to print
report-notebook-link = Notebook { $name }, as executed
report-notebook-back = Back to the report
report-notebook-code = Code
report-no-findings = This run recorded no findings.
report-not-cause = Dates and amounts are set side by side. Nothing here shows that an export caused an event.

status-unverifiable = unverifiable (closed source)
