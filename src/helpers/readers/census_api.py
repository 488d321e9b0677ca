"""Census International Trade API: JSON array of arrays, or the same columns saved as csv."""

from __future__ import annotations

import re

from helpers.readers.exports_table import exports_table, few, years_said
from helpers.readers.grids import Grid
from helpers.readers.headings import check_header, find_header, rows_below
from helpers.readers.layout import Document, Layout, Likeness, Received
from helpers.readers.numbers import NotANumber, number
from helpers.readers.periods import period
from helpers.readers.refusals import Refusals, refuse, shown

_COUNTRIES = {"2010": "Mexico", "1220": "Canada", "-": "World"}
_REQUIRED = {"hs": ("E_COMMODITY", "I_COMMODITY"), "time": ("time",)}
_OPTIONAL = {"country code": ("CTY_CODE",), "country": ("CTY_NAME",), "label": ("E_COMMODITY_LDESC", "I_COMMODITY_LDESC", "E_COMMODITY_SDESC", "I_COMMODITY_SDESC"),
             "df": ("DF",), "district": ("DISTRICT",), "level": ("COMM_LVL",), "summary": ("SUMMARY_LVL",),
             "unit": ("UNIT_QY1",), "updated": ("LAST_UPDATE",)}
_VALUES = {"ALL_VAL": ("total", "all"), "AIR_VAL": ("total", "air"), "VES_VAL": ("total", "vessel"),
           "GEN_VAL": ("import-general", "all"), "CON_VAL": ("import-for-consumption", "all")}


def _grid(document: Document) -> Grid | None:
    if document.kind == "json" and isinstance(document.data, list):
        if not document.data or not all(isinstance(row, list) for row in document.data[:50]):
            return None
        rows = [["" if cell is None else str(cell) for cell in row] for row in document.data if isinstance(row, list)]
        return Grid(rows, list(range(1, len(rows) + 1)), notes=("bad",) if len(rows) != len(document.data) else ())
    return document.tables[0] if document.kind == "delimited" and document.tables else None


def _measures(names: list[str]) -> dict[int, tuple[str, str, str]]:
    found = {}
    for index, name in enumerate(names):
        match = re.fullmatch(r"(ALL_VAL|AIR_VAL|VES_VAL|GEN_VAL|CON_VAL)_(MO|YR)", name.strip().upper())
        if match and (*_VALUES[match[1]], match[2]) not in found.values():
            found[index] = (*_VALUES[match[1]], match[2])
    return found


def _looks_like(document: Document) -> Likeness:
    grid = _grid(document)
    if grid is None:
        return Likeness()
    header = find_header([grid], _REQUIRED, _OPTIONAL, depth=1)
    if header is None:
        return Likeness((), ("E_COMMODITY", "time", "ALL_VAL_MO or ALL_VAL_YR"))
    found = [_REQUIRED[name][0] for name in _REQUIRED if name in header.columns]
    missing = [_REQUIRED[name][0] for name in header.missing]
    (found if _measures(header.printed) else missing).append("ALL_VAL_MO or ALL_VAL_YR")
    (found if header.has("country code") or header.has("country") else missing).append("CTY_CODE or CTY_NAME")
    return Likeness(tuple(found), tuple(missing))


def _read(document: Document) -> Received:
    wrong, notes = Refusals(document.name), []
    grid = _grid(document)
    if grid.notes == ("bad",):
        refuse(document.name, found="rows that are not lists", expected="an array of arrays as the API sends", fix="download the answer again")
    header = find_header([grid], _REQUIRED, _OPTIONAL, depth=1)
    # The API repeats a variable asked for both in `get` and as a predicate; the copies are equal.
    if any(name in ("hs", "time", "df", "district") for name in header.repeated):
        for at, name in enumerate(header.printed):
            first = header.printed.index(name)
            if first != at:
                for index, row in enumerate(grid.rows[1:], start=1):
                    if at < len(row) and first < len(row) and row[at] != row[first] and name.strip():
                        wrong.add(row=grid.where(index), column=name, found=f"{shown(row[first])} and {shown(row[at])} under one name",
                                  expected="one value", fix="ask for each variable once")
                        break
    wrong.stop()
    header = type(header)(header.grid, header.at, header.columns, header.printed, header.missing)
    check_header(header, wrong)
    wrong.stop()
    measures = _measures(header.printed)
    monthly = {(flow, modes) for flow, modes, span in measures.values() if span == "MO"}
    names = [name.strip().upper() for name in header.printed]
    quantity = {span: names.index(f"QTY_1_{span}") for span in ("MO", "YR") if f"QTY_1_{span}" in names}
    rows: list[dict] = []
    skipped_groups = 0
    districts = header.has("district")
    by_district = districts and any(len(row) > header.columns["district"] and row[header.columns["district"]] == "-" for row in grid.rows[1:])
    flags = 0
    updated = set()
    for line, row in rows_below(header, wrong):
        cell = lambda name: row[header.columns[name]].strip() if header.has(name) else ""  # noqa: E731
        when = period(cell("time"))
        if when is None or not when.month:
            wrong.add(row=line, column="time", found=shown(cell("time")), expected="a month such as 2023-12", fix="ask the API with time=YYYY-MM")
            continue
        hs = cell("hs")
        if hs == "-":
            hs = "TOTAL"
        elif not re.fullmatch(r"[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{10}", hs):
            wrong.add(row=line, column=header.printed[header.columns["hs"]], found=shown(hs), expected="an HS code of 2, 4, 6 or 10 digits",
                      fix="keep the column as text: a spreadsheet may have dropped a zero")
            continue
        code = cell("country code")
        if code and not re.fullmatch(r"[1-9][0-9]{3}", code) or cell("summary") == "CGP":
            skipped_groups += 1
            continue
        if by_district and cell("district") != "-":
            continue
        partner = cell("country").title() if cell("country") else _COUNTRIES.get(code, f"Schedule C {code}")
        df = cell("df")
        if cell("updated"):
            updated.add(cell("updated"))
        for index, (flow, modes, span) in measures.items():
            if span == "YR" and (flow, modes) in monthly:
                continue
            text = row[index].strip()
            if not text:
                continue
            try:
                value = float(number(text))
            except NotANumber as error:
                wrong.add(row=line, column=header.printed[index], found=f"{shown(text)} ({error.why})", expected="a number", fix="download the answer again")
                continue
            if df in ("1", "2") and flow == "total":
                flow = {"1": "domestic", "2": "re-export"}[df]
            amount = None
            if modes == "all" and span in quantity and row[quantity[span]].strip():
                try:
                    amount = float(number(row[quantity[span]]))
                except NotANumber:
                    amount = None
                flag = names.index(f"QTY_1_{span}_FLAG") if f"QTY_1_{span}_FLAG" in names else None
                if flag is not None and row[flag].strip() and amount == 0:
                    amount, flags = None, flags + 1
            unit = cell("unit")
            rows.append({"year": when.year, "month": when.month, "partner": partner, "flow": flow, "hs": hs, "modes": modes,
                         "hs_description": cell("label"), "value_usd": value, "value_as_printed": text, "quantity": amount,
                         "quantity_unit": "" if unit == "-" else unit, "source_row": line, "to_date": span == "YR"})
    wrong.stop()
    rows = _year_to_date(rows, notes)
    if skipped_groups:
        notes.append(f"{skipped_groups} rows of country groups and totals were left out so that nothing counts twice")
    if flags:
        notes.append(f"{flags} quantities of zero carry a flag: not collected, so blank here")
    table = exports_table(rows, wrong, notes, add_up=districts and not by_district)
    about = {"dataset": "Census International Trade API", "variables": [name for name in header.printed], "revision": sorted(updated),
             **years_said(table),
             "query": {"flows": sorted(table["flow"].unique()), "countries": few(table["partner"]),
                       "goods": few(table["hs"]), "modes": sorted(table["modes"].unique()),
                       "time": "monthly" if (table["month"] > 0).any() else "annual"}}
    return Received(LAYOUT, "exports", table, about, notes)


def _year_to_date(rows: list[dict], notes: list[str]) -> list[dict]:
    """Keep of each year to date only its last month: December is the year, anything earlier an unfinished one."""
    last: dict[tuple, int] = {}
    for row in rows:
        if row["to_date"]:
            key = (row["year"], row["partner"])
            last[key] = max(last.get(key, 0), row["month"])
    kept, dropped = [], 0
    for row in rows:
        if row.pop("to_date"):
            final = last[(row["year"], row["partner"])]
            if row["month"] != final:
                dropped += 1
                continue
            row["month"], row["complete"] = 0, final == 12
        kept.append(row)
    if dropped:
        notes.append(f"{dropped} year-to-date figures of earlier months were left out: each is part of a later one")
    return kept


LAYOUT = Layout("census-api", "exports", "Census International Trade API answer", _looks_like, _read,
                publisher="U.S. Census Bureau, International Trade API", license="U.S. government work, public domain")
