"""SEDENA and transparency-portal tables of police firearms lost or stolen, as they really come.

Titles stand above the header; the header takes one to three rows (year above short / long / total);
state names are merged down over their institutions; subtotal and total rows stand among the rest;
``S/D``, 0 and blank are three different things. Column meaning is taken from the words over each column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from helpers.readers.grids import Grid, unmerged
from helpers.readers.headings import plain
from helpers.readers.layout import Document, Layout, Likeness, Received
from helpers.readers.mexico import agency_named, near_state, state_named
from helpers.readers.numbers import NotANumber, whole
from helpers.readers.periods import spanish_span
from helpers.readers.refusals import Refusals, shown

_STATE = {"estado", "entidad", "entidad federativa", "entidades", "estados", "edo", "entidad federativa o estado"}
_AGENCY = {"institucion", "instituciones", "dependencia", "dependencias", "corporacion", "corporaciones", "agencia", "organismo",
           "corporacion dependencia", "corporacion policial", "usuario", "institucion de seguridad publica"}
_YEAR = {"ano", "anio", "year", "ano del reporte"}
_TYPE = {"tipo", "tipo de arma", "clase de arma", "clase"}
_STATUS = {"motivo", "situacion", "concepto", "causa", "estatus", "robo extravio"}
_COUNT = {"cantidad", "total", "armas", "numero de armas", "no de armas", "numero", "no piezas", "piezas"}
_TOTAL = re.compile(r"(?:sub ?total|total(?: general| nacional)?|suma(?: total)?|gran total|totales)\b.*")
_COUNTRY = {"nacional", "republica mexicana", "estados unidos mexicanos", "todo el pais"}
_NO_RECORD = {"s d", "sd", "n d", "nd", "s r", "no especificado", "no se cuenta con registro", "sin registro", "sin dato", "sin datos", "no disponible", "n a",
              "confidencial", "reservado", "no se localizo evidencia documental"}
_MARKS = {"-", "--", "---", "–", "—"}


@dataclass
class _Column:
    index: int
    labels: tuple[str, ...]
    year: int | None = None
    type: str = "all"
    status: str = ""
    is_total: bool = False


@dataclass
class _Sheet:
    grid: Grid
    rows: list[list[str]]
    header: int
    first_data: int
    keys: dict[str, int]
    measures: list[_Column] = field(default_factory=list)


def _status(text: str) -> str:
    words = plain(text)
    stolen = bool(re.search(r"\brob(?:o|os|adas?|ados?)\b|\bhurto|\bsustra|\bdespojo", words))
    lost = bool(re.search(r"\bextrav\w*|\bperdid\w*|\bdesapari\w*", words))
    return "lost_or_stolen" if stolen and lost else "stolen" if stolen else "lost" if lost else ""


def _type(text: str) -> str:
    words = plain(text)
    short, long = bool(re.search(r"\bcortas?\b|\bpistolas?\b", words)), bool(re.search(r"\blargas?\b|\bfusil\w*|\brifles?\b", words))
    return "short" if short and not long else "long" if long and not short else "all"


def _sheet(grid: Grid) -> _Sheet | None:
    rows = unmerged(grid)
    for at, row in enumerate(rows[:60]):
        words = [plain(cell) for cell in row]
        keys: dict[str, int] = {}
        for index, word in enumerate(words):
            for name, known in (("state", _STATE), ("agency", _AGENCY), ("year", _YEAR), ("type", _TYPE), ("status", _STATUS)):
                if word in known and name not in keys:
                    keys[name] = index
        if "state" not in keys and "agency" not in keys:
            continue
        sheet = _Sheet(grid, rows, at, at + 1, keys)
        _measures(sheet)
        if sheet.measures:
            return sheet
    return None


def _measures(sheet: _Sheet) -> None:
    rows, keys = sheet.rows, sheet.keys
    depth = 1
    # A second or third header row repeats or leaves blank the state and agency cells and holds no counts.
    while sheet.header + depth < len(rows) and depth < 3:
        below = rows[sheet.header + depth]
        label_cells = [below[keys[name]] for name in ("state", "agency") if name in keys]
        head_cells = [rows[sheet.header][keys[name]] for name in ("state", "agency") if name in keys]
        same = all(not cell.strip() or plain(cell) == plain(head) for cell, head in zip(label_cells, head_cells))
        wordy = any(_type(cell) != "all" or plain(cell) in ("total", *_COUNT) or re.fullmatch(r"(?:19|20)[0-9]{2}", cell.strip()) or _status(cell)
                    for index, cell in enumerate(below) if index not in keys.values())
        if not (same and wordy):
            break
        depth += 1
    above = []
    top = sheet.header - 1
    over = [cell for cell in rows[top] if cell.strip()] if top >= 0 else []
    labels = [cell for cell in over if len(cell) < 40 and (re.match(r"(?:19|20)[0-9]{2}\b", cell.strip()) or _type(cell) != "all" or _status(cell) or plain(cell) == "total")]
    if labels and (len(labels) >= 2 or len(labels) == len(over)) and not rows[top][0].strip():
        above = [top]
    header_rows = [*above, *range(sheet.header, sheet.header + depth)]
    filled = [_fill_right(rows[at]) if at != header_rows[-1] else rows[at] for at in header_rows]
    sheet.first_data = sheet.header + depth
    width = max(len(rows[at]) for at in header_rows)
    sample = rows[sheet.first_data:sheet.first_data + 400]
    for index in range(width):
        if index in keys.values():
            continue
        labels = tuple(dict.fromkeys(row[index].strip() for row in filled if index < len(row) and row[index].strip()))
        if not labels:
            continue
        text = " ".join(labels)
        years = re.findall(r"\b((?:19|20)[0-9]{2})\b", text)
        words = {plain(label) for label in labels}
        # "2006-2012" is a period, not a year; a part year keeps its year and gets its own span of days.
        column = _Column(index, labels, int(years[0]) if len(set(years)) == 1 else None, _type(text), _status(text))
        column.is_total = bool(words & {"total", "totales", "total general", "suma", "gran total"})
        knows = column.year is not None or column.type != "all" or column.status or words & _COUNT or column.is_total
        # A column of counts that cannot be read is still a column of counts: it must be refused, not overlooked.
        counts = any(_mark(row[index] if index < len(row) else "")[1] in ("counted", "unclear") for row in sample) and "observ" not in plain(text)
        if knows and counts:
            sheet.measures.append(column)


def _fill_right(row: list[str]) -> list[str]:
    out, last = [], ""
    for cell in row:
        last = cell if cell.strip() else last
        out.append(last)
    return out


def _mark(text: str) -> tuple[int | None, str]:
    """(count, mark): ``counted`` also for 0; ``no record`` for S/D and its kin; ``blank`` for nothing or a dash; ``unclear`` otherwise."""
    bare = text.strip().strip("\u00a0")
    if not bare or bare in _MARKS:
        return None, "blank"
    if plain(bare) in _NO_RECORD:
        return None, "no record"
    try:
        return whole(bare), "counted"
    except NotANumber:
        return None, "unclear"


def _looks_like(document: Document) -> Likeness:
    if document.kind not in ("workbook", "delimited"):
        return Likeness()
    found, missing = [], []
    said = plain(" ".join(cell for grid in document.tables[:6] for row in grid.rows[:25] for cell in row)[:20_000]) + " " + " ".join(plain(grid.sheet) for grid in document.tables)
    sheets = [sheet for sheet in map(_sheet, document.tables[:40]) if sheet]
    (found if sheets else missing).append("a header with ENTIDAD or INSTITUCION and columns of counts")
    about_arms = re.search(r"\barmas?\b|\bpistolas?\b|\bcortas?\b|\blargas?\b", said)
    (found if about_arms else missing).append("the word ARMAS in title or header")
    (found if _status(said) else missing).append("ROBO or EXTRAVIO in title or header")
    return Likeness(tuple(found), tuple(missing))


def _read(document: Document) -> Received:
    import pandas as pd

    wrong, notes = Refusals(document.name), []
    rows: list[dict[str, Any]] = []
    arithmetic: list[str] = []
    titles: list[str] = []
    for grid in document.tables[:40]:
        sheet = _sheet(grid)
        if sheet is None:
            continue
        lead = [" ".join(dict.fromkeys(cell.strip() for cell in row if cell.strip())) for row in grid.rows[:sheet.header]]
        titles += lead
        rows += _read_sheet(sheet, " ".join([grid.sheet, *lead]), wrong, notes, arithmetic)
    wrong.stop()
    if not rows:
        wrong.add(found="a header and no counts under it", expected="rows of states and institutions with counts", fix="check that the sheet was saved whole")
        wrong.stop()
    table = pd.DataFrame(rows)
    table["count"] = table["count"].astype("Int64")
    table["year"] = table["year"].astype("Int64")
    for name in ("period_from", "period_to"):
        table[name] = pd.to_datetime(table[name])
    if table["period_from"].isna().any():
        notes.append(f"{int(table['period_from'].isna().sum())} counts have no period: neither column nor title states one")
    key = ["sheet", "year", "state", "agency_as_printed", "firearm_type", "status"]
    twice = table[table.duplicated(key, keep=False) & table["count"].notna()]
    for _key, copies in list(twice.groupby(key, dropna=False))[:5]:
        wrong.add(row=int(copies["source_row"].iloc[-1]), found=f"{copies['state'].iloc[0]}, {copies['agency_as_printed'].iloc[0]}, {copies['year'].iloc[0]} more than once "
                  f"(lines {', '.join(map(str, copies['source_row'].head(4)))})", expected="one row each", fix="find out whether the second is a correction of the first, and keep one")
    wrong.stop()
    statuses = sorted(set(table["status"]))
    if len(statuses) > 1:
        notes.append(f"the answer holds {', '.join(statuses)} apart: never add them to a combined answer")
    for year in sorted(set(table["year"].dropna())):
        if not 2000 <= year <= 2100:
            notes.append(f"the year {year} lies outside 2000 to today; check its row")
    text = " ".join(titles) + " " + document.name
    folios = sorted(set(re.findall(r"(?<![0-9])(?:0{0,5}7[0-9]{9}|3300[0-9]{11}|0000[0-9]{9})(?![0-9])", text)))
    # Order of the columns and rows in the file must not show in the result.
    table = table.sort_values(["sheet", "state", "agency_as_printed", "year", "firearm_type", "status"], kind="stable").reset_index(drop=True)
    about = {"dataset": "transparency answer on police firearms", "title_lines": [title for title in titles if title][:12], "folios": folios,
             "arithmetic": arithmetic, **({"first_year": int(table["year"].min()), "last_year": int(table["year"].max())} if table["year"].notna().any() else {}), "statuses": statuses,
             "query": {"title": [title for title in titles if title][:2], "statuses": statuses}}
    notes += [f"the publication's own arithmetic: {line}" for line in arithmetic[:20]]
    return Received(LAYOUT, "missing-firearms", table, about, notes)


def _read_sheet(sheet: _Sheet, said: str, wrong: Refusals, notes: list[str], arithmetic: list[str]) -> list[dict]:
    keys, out = sheet.keys, []
    default_status = _status(said) or "lost_or_stolen"
    # A table without years has one period, which its title states.
    dated = "year" in keys or any(column.year for column in sheet.measures)
    title_span = None if dated else spanish_span(re.sub(r"[0-9]{9,}", "", said))
    heading = [plain(cell) for cell in sheet.rows[sheet.header]]
    state_text = agency_text = ""
    running: list[tuple[str, dict[int, int | None]]] = []
    unsummed: list[tuple[str, dict[int, int | None]]] = []
    repeated = ignored = state_totals = 0
    above: list[tuple[str, int, dict[int, int | None]]] = []
    for at in range(sheet.first_data, len(sheet.rows)):
        row, line = sheet.rows[at], sheet.grid.where(at)
        marks = {column.index: _mark(row[column.index] if column.index < len(row) else "") for column in sheet.measures}
        printed_state = row[keys["state"]].strip() if "state" in keys else ""
        printed_agency = row[keys["agency"]].strip() if "agency" in keys else ""
        label = next((cell.strip() for cell in row if cell.strip()), "")
        if [plain(cell) for cell in row][:len(heading)] == heading[:len(row)]:
            repeated += 1
            continue
        total = next((cell for cell in (printed_state, printed_agency, label) if _TOTAL.fullmatch(plain(cell))), "")
        if not total and not printed_agency and plain(printed_state) in _COUNTRY:
            total = printed_state
        if not total and _sums_what_follows(sheet, at):
            held = {index: count for index, (count, _mark_) in marks.items()}
            below = _rows_of_state(sheet, at)
            for column in sheet.measures:
                added = sum(_mark(sheet.rows[other][column.index] if column.index < len(sheet.rows[other]) else "")[0] or 0 for other in below)
                if held[column.index] is not None and held[column.index] != added:
                    arithmetic.append(f"line {line}, {printed_state}, {' '.join(column.labels)}: printed {held[column.index]:,}, the rows add to {added:,} (difference {held[column.index] - added:,})")
            state_text, state_totals = printed_state, state_totals + 1
            continue
        if not any(mark in ("counted", "no record") for _count, mark in marks.values()):
            if any(mark == "unclear" for _count, mark in marks.values()) and (state_named(printed_state) or printed_agency):
                for column in sheet.measures:
                    if marks[column.index][1] == "unclear":
                        wrong.add(row=line, column=" ".join(column.labels), found=shown(row[column.index]), expected="a whole number, 0, S/D or blank", fix="write the count as the answer prints it")
            elif state_named(printed_state) and printed_agency:
                state_text, agency_text = printed_state, printed_agency
                out += _cells(sheet, row, line, marks, state_text, agency_text, default_status, title_span, notes)
            elif state_named(printed_state) and "agency" not in keys:
                out += _cells(sheet, row, line, marks, printed_state, "", default_status, title_span, notes)
            elif printed_state and state_named(printed_state) and not printed_agency:
                state_text = printed_state
            else:
                ignored += bool(label)
            continue
        if total:
            counts = {index: count for index, (count, _mark_) in marks.items()}
            if not running:
                above.append((total, line, counts))
                continue
            _hold_against(sheet, counts, total, plain(total).startswith("sub"), running, unsummed, line, arithmetic)
            continue
        for column in sheet.measures:
            count, mark = marks[column.index]
            if mark == "unclear":
                wrong.add(row=line, column=" ".join(column.labels), found=shown(row[column.index]), expected="a whole number, 0, S/D or blank", fix="write the count as the answer prints it")
            elif count is not None and count < 0:
                wrong.add(row=line, column=" ".join(column.labels), found=shown(row[column.index]), expected="a count of zero or more", fix="look the figure up in the answer")
            elif count is not None and count > 20_000:
                wrong.add(row=line, column=" ".join(column.labels), found=f"{count:,} firearms of one institution", expected="at most 20,000", fix="check whether two cells were joined")
        state_text = printed_state or state_text
        if "state" in keys and not state_text:
            wrong.add(row=line, column="ENTIDAD", found="an empty cell before any state was named", expected="a state", fix="restore the state's name")
            continue
        if "state" in keys and not state_named(state_text) and plain(state_text) not in ("federal", "federales", "nacional", "federacion", "no identificado", "s n"):
            wrong.add(row=line, column="ENTIDAD", found=shown(state_text), expected="one of the 32 states, or FEDERAL",
                      fix=near_state(state_text))
            continue
        agency_text = printed_agency or (agency_text if not printed_state else "")
        running.append((state_text, {index: count for index, (count, _mark_) in marks.items()}))
        unsummed.append(running[-1])
        out += _cells(sheet, row, line, marks, state_text, printed_agency or agency_text, default_status, title_span, notes)
    for total, line, counts in above:
        _hold_against(sheet, counts, total, False, running, [], line, arithmetic)
    if state_totals:
        notes.append(f"{state_totals} rows that add up the institutions of a state under them were checked and dropped")
    if repeated:
        notes.append(f"{repeated} page headings repeated inside the data were left out")
    if ignored:
        notes.append(f"{ignored} lines without counts (signatures, remarks) were left out")
    if "state" in keys and any(plain(state) == "mexico" for state, _counts in running):
        notes.append("MEXICO in the column of states was read as the state of México (15), not the country")
    return out


def _rows_of_state(sheet: _Sheet, at: int) -> list[int]:
    """The rows under row ``at`` that name an institution of its state, up to the next state or total."""
    keys, found = sheet.keys, []
    state = plain(sheet.rows[at][keys["state"]])
    for other in range(at + 1, len(sheet.rows)):
        row = sheet.rows[other]
        own, agency = plain(row[keys["state"]]), plain(row[keys["agency"]])
        if (own and own != state) or _TOTAL.fullmatch(agency) or not (own or agency):
            break
        if agency:
            found.append(other)
    return found


def _sums_what_follows(sheet: _Sheet, at: int) -> bool:
    """Whether a row is a state's total printed above its institutions: a state, no institution, and institutions under it."""
    keys = sheet.keys
    if not {"state", "agency"} <= set(keys):
        return False
    row = sheet.rows[at]
    return bool(state_named(row[keys["state"]])) and not row[keys["agency"]].strip() and bool(_rows_of_state(sheet, at))


def _cells(sheet: _Sheet, row, line, marks, state_text, agency_text, default_status, title_span, notes) -> list[dict]:
    keys, out = sheet.keys, []
    known = state_named(state_text) if state_text else None
    state = known["name"] if known else "" if not state_text else "federal" if plain(state_text).startswith("feder") else plain(state_text)
    row_year = re.fullmatch(r"((?:19|20)[0-9]{2})(?:\.0)?", row[keys["year"]].strip()) if "year" in keys else None
    row_type = _type(row[keys["type"]]) if "type" in keys else "all"
    row_status = _status(row[keys["status"]]) if "status" in keys else ""
    parts = [column for column in sheet.measures if not column.is_total]
    for column in sheet.measures:
        # A total column is a check on its parts where it has any, and the figure itself where it has none.
        if column.is_total and any(_covers(column, part) for part in parts):
            continue
        count, mark = marks[column.index]
        year = column.year or (int(row_year[1]) if row_year else None)
        agency_id, name, remark = agency_named(agency_text, state if known else "", year) if agency_text else ("", "", "")
        if remark:
            notes.append(f"line {line}: {remark}")
        printed = " ".join(column.labels) if column.year else row[keys["year"]].strip() if row_year else ""
        span = spanish_span(printed) or title_span or (None, None)
        out.append({"year": year, "period_from": span[0], "period_to": span[1], "period_as_printed": printed or ("in the title" if title_span else ""), "state": state, "state_as_printed": state_text, "agency_id": agency_id, "agency": name or agency_text,
                    "agency_as_printed": agency_text, "firearm_type": column.type if column.type != "all" else row_type,
                    "status": column.status or row_status or default_status, "count": count, "mark": mark,
                    "count_as_printed": row[column.index].strip() if column.index < len(row) else "", "sheet": sheet.grid.sheet, "source_row": line})
    _row_total(sheet, marks, parts, line, state_text, notes)
    return out


def _covers(total: _Column, part: _Column) -> bool:
    return (total.year in (None, part.year)) and (not total.status or total.status == part.status) and (total.type in ("all", part.type))


def _row_total(sheet, marks, parts, line, state_text, notes) -> None:
    for total in sheet.measures:
        if not total.is_total:
            continue
        own = [part for part in parts if _covers(total, part)]
        counts = [marks[part.index][0] for part in own]
        printed = marks[total.index][0]
        if own and printed is not None and any(count is not None for count in counts) and sum(count or 0 for count in counts) != printed:
            notes.append(f"line {line} ({state_text}): the parts add to {sum(count or 0 for count in counts):,}, the total printed is {printed:,}; the parts were used")


def _hold_against(sheet, counts, label, sub, running, unsummed, line, arithmetic) -> None:
    """Check a total row against the rows it may stand for: since the last subtotal, or all. The difference is kept."""
    pools = [unsummed, running] if sub else [running, unsummed]
    for column in sheet.measures:
        printed = counts[column.index]
        if printed is None:
            continue
        sums = [sum(values[column.index] or 0 for _state, values in pool) for pool in pools if pool]
        if sums and printed not in sums:
            arithmetic.append(f"line {line}, {label}, {' '.join(column.labels)}: printed {printed:,}, the rows add to {sums[0]:,} (difference {printed - sums[0]:,})")
    if sub:
        unsummed.clear()


LAYOUT = Layout("transparency-answer", "missing-firearms", "SEDENA or transparency-portal table of firearms lost or stolen", _looks_like, _read,
                publisher="Secretaría de la Defensa Nacional (answer to an information request)", license="Mexican public information, with attribution")
