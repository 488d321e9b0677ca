"""Find a table's header by what it says, wherever it stands and whatever order its columns are in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from helpers.readers.grids import Grid
from helpers.readers.refusals import Refusals, shown

Wanted = Mapping[str, Sequence[str]]


@lru_cache(maxsize=50_000)
def plain(text: object) -> str:
    """A heading or a name without case, accents, punctuation and doubled blanks.

    >>> plain("  Corporación/Municipio "), plain("Trade.Value..US.."), plain("Año")
    ('corporacion municipio', 'trade value us', 'ano')
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", str(text)[:2000].replace("_", " ")) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", " ", bare.casefold()).strip()


@dataclass(frozen=True)
class Header:
    """Where a header stands (``at`` in ``grid.rows``), which wanted column is which, what is missing or extra."""

    grid: Grid
    at: int
    columns: dict[str, int]
    printed: list[str]
    missing: tuple[str, ...]
    repeated: tuple[str, ...] = ()
    extra: tuple[str, ...] = field(default=())

    @property
    def line(self) -> int:
        return self.grid.where(self.at)

    def has(self, *names: str) -> bool:
        return all(name in self.columns for name in names)


def find_header(grids: Sequence[Grid], required: Wanted, optional: Wanted | None = None, depth: int = 80) -> Header | None:
    """The row among the first ``depth`` of any sheet that names the most of the wanted columns.

    ``required`` and ``optional`` map our name of a column to the headings publishers give it.
    ``None`` when no row names any required column.

    >>> grid = Grid([["Title"], ["Valor", "Año", "x"]], [1, 2])
    >>> find_header([grid], {"year": ["año"], "value": ["valor"]}).columns
    {'value': 0, 'year': 1}
    """
    names: dict[str, str] = {}
    for ours, theirs in {**(optional or {}), **required}.items():
        for heading in theirs:
            names[plain(heading)] = ours
    best: Header | None = None
    best_score = (0, 0)
    for grid in grids:
        for at, row in enumerate(grid.rows[:depth]):
            columns: dict[str, int] = {}
            repeated: list[str] = []
            extra: list[str] = []
            for index, cell in enumerate(row):
                ours = names.get(plain(cell))
                if ours is None:
                    if cell.strip():
                        extra.append(cell.strip())
                elif ours in columns:
                    repeated.append(ours)
                else:
                    columns[ours] = index
            score = (sum(name in columns for name in required), len(columns))
            if score > best_score and score[0]:
                best_score = score
                missing = tuple(name for name in required if name not in columns)
                best = Header(grid, at, columns, row, missing, tuple(repeated), tuple(extra))
    return best


def rows_below(header: Header, wrong: Refusals | None = None, *, keep_short: bool = False) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of each row under the header, as wide as the header.

    A row with more cells than the header, or fewer (the sign of a cut file or of a stray comma), is
    reported to ``wrong`` and left out. Rows that repeat the header (page headings) are skipped.
    """
    width = len(header.printed)
    while width and not header.printed[width - 1].strip():
        width -= 1
    heading = [plain(cell) for cell in header.printed[:width]]
    is_sheet = bool(header.grid.sheet)
    for index in range(header.at + 1, len(header.grid.rows)):
        row = header.grid.rows[index]
        line = header.grid.where(index)
        if [plain(cell) for cell in row[:width]] == heading:
            continue
        spill = [cell for cell in row[width:] if cell.strip()]
        if spill and wrong is not None:
            wrong.add(row=line, found=f"{width + len(spill)} cells", expected=f"{width} cells as in the header",
                      fix=f"look for an unquoted separator in this line; the cell too many is {shown(spill[-1])}")
            continue
        if len(row) < width and not is_sheet and not keep_short:
            if wrong is not None:
                wrong.add(row=line, found=f"{len(row)} cells", expected=f"{width} cells as in the header",
                          fix="the line is cut or has lost a separator; download the file again")
            continue
        yield line, row[:width] + [""] * (width - len(row))


def check_header(header: Header, wrong: Refusals, titles: Mapping[str, str] | None = None) -> None:
    """Report wanted columns that are missing (with the nearest heading found) or there twice."""
    from helpers.problems import nearest

    for name in header.missing:
        near = nearest(titles.get(name, name) if titles else name, [h for h in header.extra if len(h) < 60], n=1)
        hint = f"; the nearest heading is {shown(near[0])}" if near else ""
        wrong.add(row=header.line, found=f"no column {shown((titles or {}).get(name, name))}{hint}",
                  expected="all columns this layout needs", fix="download the file with that column, or restore its heading")
    for name in header.repeated:
        wrong.add(row=header.line, found=f"the column {shown((titles or {}).get(name, name))} twice", expected="each column once",
                  fix="delete the one that does not belong")
