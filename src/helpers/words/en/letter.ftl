# The Word kit: appendix, one-page inserts, paste-ready files.

letter-appendix-title = Arms Trail: figures and findings on U.S. firearms exports to Mexico
letter-appendix-subtitle = Appendix. Story “{ $story }”, sources read by { DAY($day) }
letter-heading-findings = Findings
letter-heading-figures = Figures
letter-heading-sources = Sources
letter-heading-proofs = Grayscale proofs
letter-heading-made = How these numbers were made
letter-label-figure = Figure
letter-label-table = Table
letter-caption = { $label } { $number }. { $title }
letter-table-title = Numbers behind Figure { $number }
letter-table-rest = { $rest ->
    [one] The last row is in the file { $file }.
   *[other] The other { COUNT($rest) } rows are in the file { $file }.
}
letter-table-elsewhere = The numbers behind this figure ({ $rows ->
    [one] 1 row
   *[other] { COUNT($rows) } rows
}) are in the appendix and in the file { $file }.
letter-table-only-file = The numbers behind this figure ({ $rows ->
    [one] 1 row
   *[other] { COUNT($rows) } rows
}, { $columns ->
    [one] 1 column
   *[other] { $columns } columns
}) are in the file { $file }.
letter-table-columns-left-out = Columns not shown, in the file { $file }: { $columns }.
letter-source-note = { $citation }. { $url }. Read { DAY($day) }.
letter-source-note-plain = { $citation }. Read { DAY($day) }.
letter-sources-many = { COUNT($n) } publications, each listed under “Sources” in the appendix. Read by { DAY($day) }.
letter-insert-title = { $title }
letter-proof-alt = Grayscale proof of Figure { $number }, which repeats it without color.
letter-proof-intro = The same figures without color, as a photocopier prints them.
letter-finding-status = Status: { $status }.
letter-finding-cell = Computed for: { $cell }.
letter-made-story = These figures and findings come from the story “{ $story }”. No number was retyped: each was taken from the files that the run recorded.
letter-made-default = Every parameter is at its default.
letter-made-changed = { $n ->
    [one] One parameter differs from its default: { $names }.
   *[other] { $n } parameters differ from their defaults: { $names }.
}
letter-made-parameters = Parameters
letter-made-hashes = Data behind each figure (SHA-256 of the plotted numbers)
letter-made-inputs = Files the numbers were computed from (SHA-256)
letter-made-versions = Software
letter-made-commands = Commands
letter-made-commands-intro = The same files give the same bytes when these are run in the project's folder:
letter-column-parameter = Parameter
letter-column-value = Value
letter-column-figure = Figure
letter-column-hash = SHA-256
letter-column-file = File
letter-column-software = Software
letter-column-version = Version
letter-column-source = Source
letter-page = Page
letter-of = of
letter-no-value = (none)
letter-left-out = Left out: { $figure } rests on leaked documents. Name it to include it: armstrail letter { $story } --figures { $figure }
letter-file-appendix = Appendix
letter-file-insert = insert
letter-file-picture = picture
letter-file-gray = picture for photocopies
letter-file-caption = caption
letter-file-footnote = footnote
letter-file-alt = alt text
letter-file-data = numbers
letter-paste-note = { $source }
    { $note }
letter-author = Arms Trail
