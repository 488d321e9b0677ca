"""UN Comtrade csv from before 2023 (and the same table as R wrote it, with dots for blanks)."""

from __future__ import annotations

import re

from helpers.readers.exports_table import exports_table, few, years_said
from helpers.readers.headings import check_header, find_header, rows_below
from helpers.readers.layout import Document, Layout, Likeness, Received
from helpers.readers.numbers import NotANumber, code_text, number
from helpers.readers.periods import period
from helpers.readers.refusals import Refusals, refuse, shown

_REQUIRED = {"Year": ("Year",), "Trade Flow": ("Trade Flow",), "Reporter": ("Reporter",), "Partner": ("Partner",),
             "Commodity Code": ("Commodity Code",), "Trade Value (US$)": ("Trade Value (US$)",)}
_OPTIONAL = {"Period": ("Period",), "Classification": ("Classification",), "Commodity": ("Commodity",), "2nd Partner Code": ("2nd Partner Code",),
             "Customs Proc. Code": ("Customs Proc. Code",), "Mode of Transport Code": ("Mode of Transport Code",), "Qty Unit": ("Qty Unit",),
             "Qty Unit Code": ("Qty Unit Code",), "Qty": ("Qty",), "Flag": ("Flag",), "Trade Flow Code": ("Trade Flow Code",)}
_FLOWS = {"export": "total", "exports": "total", "re export": "re-export", "re exports": "re-export", "import": "import", "imports": "import",
          "re import": "re-import", "re imports": "re-import"}
_NAMES = {"USA": "United States", "United States of America": "United States"}


def _looks_like(document: Document) -> Likeness:
    if document.kind not in ("delimited", "workbook"):
        return Likeness()
    header = find_header(document.tables, _REQUIRED, _OPTIONAL)
    if header is None:
        return Likeness((), tuple(_REQUIRED))
    return Likeness(tuple(name for name in _REQUIRED if name in header.columns), header.missing)


def _read(document: Document) -> Received:
    from helpers.readers.headings import plain

    wrong, notes = Refusals(document.name), []
    header = find_header(document.tables, _REQUIRED, _OPTIONAL)
    check_header(header, wrong)
    wrong.stop()
    rows, parts, padded = [], 0, 0
    for line, row in rows_below(header, wrong, keep_short=True):
        if sum(1 for cell in row if cell.strip()) <= 2:
            text = " ".join(cell.strip() for cell in row if cell.strip())
            if not rows and re.search(r"no data|too complex|limit", text, re.IGNORECASE):
                refuse(document.name, row=line, found=f"the message {shown(text)}", expected="data", fix="ask for fewer codes or years at once")
            wrong.add(row=line, found=f"a line with only {shown(text)}", expected="a row of data", fix="the file is cut; download it again")
            continue
        if len([cell for cell in row if cell is not None]) < len(header.printed):
            continue
        cell = lambda name: row[header.columns[name]].strip() if header.has(name) else ""  # noqa: E731
        when = period(cell("Period") or cell("Year"))
        if when is None:
            wrong.add(row=line, column="Year", found=shown(cell("Period") or cell("Year")), expected="a year", fix="columns have slipped; download the file again")
            continue
        flow = _FLOWS.get(plain(cell("Trade Flow")))
        if flow is None:
            wrong.add(row=line, column="Trade Flow", found=shown(cell("Trade Flow")), expected="Export, Import, Re-Export or Re-Import", fix="restore the flow")
            continue
        code = code_text(cell("Commodity Code"))
        if re.fullmatch(r"[0-9]|[0-9]{3}|[0-9]{5}", code):
            # HS codes have an even number of digits, so an odd one has lost the zero in front.
            code, padded = "0" + code, padded + 1
        if not re.fullmatch(r"[0-9]{2}|[0-9]{4}|[0-9]{6}|TOTAL|ALL", code):
            wrong.add(row=line, column="Commodity Code", found=shown(code), expected="an HS code of 2, 4 or 6 digits", fix="restore the code as text")
            continue
        try:
            value = float(number(cell("Trade Value (US$)")))
        except NotANumber as error:
            wrong.add(row=line, column="Trade Value (US$)", found=f"{shown(cell('Trade Value (US$)'))} ({error.why})", expected="dollars", fix="download the file again")
            continue
        if any(cell(name) not in ("", "0", "C00") for name in ("2nd Partner Code", "Customs Proc. Code", "Mode of Transport Code")):
            parts += 1
            continue
        amount = None
        if cell("Qty") and cell("Qty Unit Code") != "1":
            try:
                amount = float(number(cell("Qty")))
            except NotANumber:
                amount = None
        rows.append({"year": when.year, "month": when.month, "partner": _NAMES.get(cell("Partner"), cell("Partner")),
                     "reporter": _NAMES.get(cell("Reporter"), cell("Reporter")), "flow": flow, "hs": "TOTAL" if code in ("TOTAL", "ALL") else code,
                     "hs_description": cell("Commodity"), "value_usd": value, "value_as_printed": cell("Trade Value (US$)"), "quantity": amount,
                     "quantity_unit": "" if amount is None else cell("Qty Unit"), "source_row": line})
    wrong.stop()
    if padded:
        notes.append(f"{padded} codes had lost the zero in front (an odd number of digits); it was put back")
    if parts:
        notes.append(f"{parts} rows that split the same trade by second partner, customs procedure or transport were left out")
    if len(rows) >= 50_000:
        notes.append("50,000 rows or more: the limit of a call, so the answer may be cut")
    if any(row["flow"] == "re-export" for row in rows):
        notes.append("U.S. exports include re-exports: never add the two")
    table = exports_table(rows, wrong, notes)
    editions = sorted({row[header.columns["Classification"]].strip() for _line, row in rows_below(header)}) if header.has("Classification") else []
    about = {"dataset": "UN Comtrade (before 2023)", "reporters": sorted(table["reporter"].unique()), "hs_editions": editions, **years_said(table),
             "query": {"reporters": sorted(table["reporter"].unique()), "flows": sorted(table["flow"].unique()),
                       "countries": few(table["partner"]), "goods": few(table["hs"]),
                       "time": "monthly" if (table["month"] > 0).any() else "annual"}}
    return Received(LAYOUT, "exports", table, about, notes)


LAYOUT = Layout("comtrade-old", "exports", "UN Comtrade csv from before 2023", _looks_like, _read,
                publisher="United Nations, UN Comtrade", license="UN Comtrade terms of use: check before republishing in bulk")
