"""Rows of text cells, wherever they come from: csv files and spreadsheets become the same thing."""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from pathlib import Path

from helpers.readers import limits
from helpers.readers.archives import members
from helpers.readers.numbers import as_printed
from helpers.readers.refusals import Refusals, refuse, shown


@dataclass(frozen=True)
class Grid:
    """One sheet: ``rows`` of text cells, ``lines`` their line in the file, ``merged`` areas (first row, first
    column, last row, last column; counted from 0), ``sheet`` its name ("" for a csv)."""

    rows: list[list[str]]
    lines: list[int]
    sheet: str = ""
    merged: tuple[tuple[int, int, int, int], ...] = ()
    notes: tuple[str, ...] = field(default=())

    def where(self, index: int) -> int:
        """The line of row ``index`` as an editor or a spreadsheet counts it."""
        return self.lines[index] if index < len(self.lines) else (self.lines[-1] if self.lines else 1)


def delimited(text: str, name: str) -> Grid:
    """Read comma, semicolon, tab or pipe separated text; says when the file seems cut.

    >>> delimited('a;b\\n"1;2";3\\n', "x.csv").rows
    [['a', 'b'], ['1;2', '3']]
    """
    notes = []
    separator = _separator(text)
    if re.match(r"sep=.\n", text[:6], re.IGNORECASE):
        text = "\n" + text.split("\n", 1)[1]
    rows: list[list[str]] = []
    lines: list[int] = []
    before = csv.field_size_limit(limits.CELL_CHARACTERS)
    try:
        for strict in (True, False):
            reader = csv.reader(io.StringIO(text), delimiter=separator, strict=strict)
            rows, lines, start = [], [], 1
            try:
                for row in reader:
                    if any(cell.strip() for cell in row):
                        rows.append(row)
                        lines.append(start)
                    start = reader.line_num + 1
                break
            except csv.Error as error:
                if "field larger" in str(error):
                    refuse(name, row=start, found=f"a cell of more than {limits.CELL_CHARACTERS:,} characters",
                           expected="cells of a table", fix="look for a quotation mark that is never closed near this line")
                if "unexpected end" in str(error):
                    refuse(name, row=start, found="a quotation mark that is never closed",
                           expected="every quoted cell closed", fix="the file seems cut; download it again")
                notes.append(f"line {start} has a stray quotation mark; quotes were read leniently")
    finally:
        csv.field_size_limit(before)
    if rows and not text.endswith("\n"):
        notes.append("the last line has no line end; the file may be cut")
    return Grid(rows, lines, notes=tuple(notes))


def _separator(text: str) -> str:
    first = re.match(r"sep=(.)\n", text[:6], re.IGNORECASE)
    if first:
        return first.group(1)
    sample = [line for line in text[:200_000].split("\n") if line.strip()][:60]
    best, best_score = ",", -1.0
    for candidate in (",", ";", "\t", "|"):
        # Quoted text may hold any separator, so count outside quotes only.
        counts = [re.sub(r'"[^"]*"', "", line).count(candidate) for line in sample]
        busy = [count for count in counts if count]
        if not busy:
            continue
        usual = max(set(busy), key=busy.count)
        score = busy.count(usual) / len(sample) + min(usual, 40) / 1000
        if score > best_score:
            best, best_score = candidate, score
    return best


def workbook(path: Path | io.BytesIO, name: str) -> tuple[list[Grid], dict[str, str]]:
    """Every sheet of an xlsx as text cells, with its merged areas, and what the workbook says about itself.

    A formula counts as the value the spreadsheet program stored with it; a formula without a stored
    value is refused, since we do not compute other people's spreadsheets. Sheets are read cell by
    cell without believing the size they declare (DataWeb declares one cell), within limits.
    """
    import openpyxl

    # openpyxl judges a path by its ending and an open file by its content; content is what counts here.
    if isinstance(path, Path):
        with path.open("rb") as file:
            path = io.BytesIO(file.read())
    parts = members(path, name, most_bytes=limits.WORKBOOK_BYTES, ratio=1_000)
    if not any(part.filename == "xl/workbook.xml" or part.filename.endswith("workbook.xml") for part in parts):
        refuse(name, found="a zip file without a workbook inside", expected="an xlsx spreadsheet",
               fix="bring the csv files themselves or a zip of them")
    grids: list[Grid] = []
    with warnings.catch_warnings():
        # DataWeb's workbooks have no default style and openpyxl says so each time; it does no harm.
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(path, read_only=True, data_only=False)
            about = _properties(book)
            formulas = False
            budget = limits.WORKBOOK_CELLS
            for sheet in book.worksheets:
                rows, lines, has_formulas, budget = _cells(sheet, name, budget)
                formulas = formulas or has_formulas
                grids.append(Grid(rows, lines, sheet.title))
            book.close()
            if formulas:
                grids = _stored_values(path, name, grids)
            grids = _with_merges(path, grids)
        except Exception as error:
            if hasattr(error, "problems"):
                raise
            # openpyxl raises a dozen kinds of errors (KeyError, BadZipFile, ParseError, TypeError ...) on damaged files.
            refuse(name, found="a spreadsheet that cannot be opened (damaged, cut or of an unknown make)",
                   expected="an xlsx workbook", fix="open it in a spreadsheet program, save it again as xlsx, and bring that")
    return grids, about


def _properties(book) -> dict[str, str]:
    said = {}
    # Not creator or lastModifiedBy: they are names of private persons.
    for key in ("title", "created", "modified"):
        value = getattr(book.properties, key, None)
        if value:
            said[f"workbook_{key}"] = as_printed(value)
    return said


def _cells(sheet, name: str, budget: int) -> tuple[list[list[str]], list[int], bool, int]:
    sheet.reset_dimensions()
    rows, lines, formulas = [], [], False
    for at, row in enumerate(sheet.iter_rows(), start=1):
        if at > limits.WORKBOOK_ROWS:
            refuse(name, found=f"more than {limits.WORKBOOK_ROWS:,} rows in sheet {shown(sheet.title)}",
                   expected="a table", fix="save the table alone as csv")
        values = [cell.value for cell in row]
        while values and (values[-1] is None or values[-1] == ""):
            values.pop()
        if not values:
            budget -= 1
            if budget < 0:
                break
            continue
        if len(values) > limits.WORKBOOK_COLUMNS:
            refuse(name, row=at, found=f"a cell in column {len(values):,} of sheet {shown(sheet.title)}",
                   expected=f"at most {limits.WORKBOOK_COLUMNS:,} columns", fix="delete stray cells far to the right")
        budget -= len(values)
        if budget < 0:
            break
        texts = []
        for index, value in enumerate(values):
            text = as_printed(value)
            if len(text) > limits.CELL_CHARACTERS:
                refuse(name, row=at, found=f"a cell of {len(text):,} characters", expected="cells of a table",
                       fix="delete that cell")
            if isinstance(value, str) and value.startswith("=") and getattr(row[index], "data_type", "") == "f":
                formulas = True
                text = "\x00" + text
            elif getattr(row[index], "data_type", "") == "f":
                formulas = True
                text = "\x00="
            texts.append(text)
        rows.append(texts)
        lines.append(at)
    if budget < 0:
        refuse(name, found=f"more than {limits.WORKBOOK_CELLS:,} cells", expected="a table",
               fix="save the sheet you need as csv")
    return rows, lines, formulas, budget


def _stored_values(path, name: str, grids: list[Grid]) -> list[Grid]:
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    wrong = Refusals(name)
    for grid, sheet in zip(grids, book.worksheets):
        sheet.reset_dimensions()
        wanted = dict(zip(grid.lines, grid.rows))
        for at, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            texts = wanted.get(at)
            if texts is None:
                continue
            for index, text in enumerate(texts):
                if not text.startswith("\x00"):
                    continue
                stored = row[index] if index < len(row) else None
                if stored is None:
                    wrong.add(row=at, column=_letter(index), found=f"the formula {shown(text[1:])} without a stored value",
                              expected="a value", fix="open the file in a spreadsheet program, save it, and bring that")
                texts[index] = as_printed(stored)
    book.close()
    wrong.stop()
    return grids


def _letter(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


_AREA = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})"')
_AREAS_READ = 20_000


def _with_merges(path, grids: list[Grid]) -> list[Grid]:
    """The grids with their merged areas, read from the sheets' own XML.

    openpyxl gives them only after making an object for each cell of each area, which a single
    area over a million rows turns into minutes.
    """
    parts = _sheet_parts(path)
    found = []
    with zipfile.ZipFile(path) as box:
        for grid in grids:
            areas = _areas(box, parts[grid.sheet]) if grid.sheet in parts else []
            place = {line: index for index, line in enumerate(grid.lines)}
            inside = []
            for top, left, bottom, right in areas:
                rows = [place[line] for line in grid.lines[bisect_left(grid.lines, top):bisect_right(grid.lines, bottom)]]
                if rows and left < limits.WORKBOOK_COLUMNS:
                    inside.append((rows[0], left, rows[-1], min(right, limits.WORKBOOK_COLUMNS - 1)))
            found.append(Grid(grid.rows, grid.lines, grid.sheet, tuple(sorted(inside))))
    return found


def _areas(box: zipfile.ZipFile, part: str) -> list[tuple[int, int, int, int]]:
    areas, rest = [], b""
    with box.open(part) as file:
        while piece := file.read(1 << 20):
            text = rest + piece
            for match in _AREA.finditer(text):
                areas.append((int(match[2]), _column(match[1]), int(match[4]), _column(match[3])))
            # An area's tag may lie across two pieces; a tag found twice is dropped below.
            rest = text[-200:]
            if len(areas) > _AREAS_READ:
                break
    return sorted(set(areas))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _sheet_parts(path) -> dict[str, str]:
    """The part of the archive each sheet lies in, by the sheet's name."""
    from defusedxml import ElementTree

    names, targets = {}, {}
    with zipfile.ZipFile(path) as box:
        inside = set(box.namelist())
        if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= inside:
            return {}
        for node in ElementTree.fromstring(box.read("xl/workbook.xml")).iter():
            if node.tag.endswith("}sheet"):
                names[next((value for key, value in node.attrib.items() if key.endswith("}id")), "")] = node.attrib.get("name", "")
        for node in ElementTree.fromstring(box.read("xl/_rels/workbook.xml.rels")).iter():
            targets[node.attrib.get("Id", "")] = node.attrib.get("Target", "")
    parts = {name: target.lstrip("/") if target.startswith("/") else f"xl/{target}" for one, name in names.items() if (target := targets.get(one))}
    return {name: part for name, part in parts.items() if part in inside}


def unmerged(grid: Grid) -> list[list[str]]:
    """The rows with every merged area filled with the text of its first cell.

    >>> unmerged(Grid([["2019", ""], ["a", "b"]], [1, 2], merged=((0, 0, 0, 1),)))
    [['2019', '2019'], ['a', 'b']]
    """
    width = max((len(row) for row in grid.rows), default=0)
    for area in grid.merged:
        width = max(width, area[3] + 1)
    rows = [row + [""] * (width - len(row)) for row in grid.rows]
    for top, left, bottom, right in grid.merged:
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                rows[row][column] = rows[top][left]
    return rows
