"""How big a file may be before we refuse it: generous for honest files, short of what stops a laptop."""

from __future__ import annotations

TEXT_BYTES = 400_000_000          # a csv or JSON read whole; the global UCDP file is about 250 MB
HEAD_ONLY_FROM = 50_000_000       # larger tables are known by their first lines before any is read whole
WORKBOOK_BYTES = 400_000_000      # all parts of one spreadsheet, unpacked
WORKBOOK_ROWS = 1_048_576         # what a sheet can hold
WORKBOOK_COLUMNS = 1_000          # real headers have fewer than 60
WORKBOOK_CELLS = 12_000_000
CELL_CHARACTERS = 200_000         # a GED row's source text has a few thousand
ARCHIVE_MEMBERS = 6_000           # 20 years of months, a dozen tables each
ARCHIVE_BYTES = 20_000_000_000    # unpacked
ARCHIVE_RATIO = 250               # csv of repeated digits shrinks 10 to 40 times
RATIO_MATTERS_FROM = 20_000_000   # small members may shrink as they like
PROBLEMS_SHOWN = 25
