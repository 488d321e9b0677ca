"""UN Comtrade Plus (since 2023): csv, xlsx and JSON with the same column names."""

from __future__ import annotations

import re

from helpers.readers.exports_table import exports_table, few, years_said
from helpers.readers.grids import Grid
from helpers.readers.headings import check_header, find_header, rows_below
from helpers.readers.layout import Document, Layout, Likeness, Received
from helpers.readers.numbers import NotANumber, code_text, number
from helpers.readers.periods import period
from helpers.readers.refusals import Refusals, refuse, shown

_REQUIRED = {name: (name,) for name in ("period", "reporterCode", "flowCode", "partnerCode", "cmdCode", "primaryValue")}
_OPTIONAL = {name: (name,) for name in (
    "typeCode", "freqCode", "refYear", "refMonth", "reporterDesc", "flowDesc", "partnerDesc", "partner2Code", "classificationCode", "cmdDesc",
    "customsCode", "motCode", "qtyUnitCode", "qtyUnitAbbr", "qty", "isQtyEstimated", "fobvalue", "cifvalue", "isAggregate", "mosCode")}
_NAMES = {"842": "United States", "484": "Mexico", "0": "World", "124": "Canada"}
_FLOWS = {"X": "total", "RX": "re-export", "DX": "domestic", "M": "import", "RM": "re-import", "MIP": "", "XIP": "", "MOP": "", "XOP": ""}


def _grid(document: Document) -> list[Grid]:
    if document.kind == "json" and isinstance(document.data, dict) and isinstance(document.data.get("data"), list):
        records = [record for record in document.data["data"] if isinstance(record, dict)]
        names = list(dict.fromkeys(name for record in records for name in record)) if records else []
        rows = [names] + [["" if record.get(name) is None else _text(record[name]) for name in names] for record in records]
        return [Grid(rows, list(range(len(rows))))] if records else []
    return document.tables


def _text(value) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e17:
        return str(int(value))
    return str(value)


def _is_answer(document: Document) -> bool:
    return document.kind == "json" and isinstance(document.data, dict) and {"elapsedTime", "count", "data"} <= set(document.data)


def _looks_like(document: Document) -> Likeness:
    if document.kind not in ("json", "delimited", "workbook"):
        return Likeness()
    if _is_answer(document) and not document.data.get("data"):
        return Likeness(("elapsedTime", "count", "data"), ())
    grids = _grid(document)
    header = find_header(grids, _REQUIRED, _OPTIONAL) if grids else None
    if header is None:
        return Likeness((), tuple(_REQUIRED))
    return Likeness(tuple(name for name in _REQUIRED if name in header.columns), header.missing)


def _read(document: Document) -> Received:
    wrong, notes = Refusals(document.name), []
    if _is_answer(document):
        if document.data.get("error"):
            refuse(document.name, found=f"the error {shown(document.data['error'])} in the answer", expected="data", fix="repeat the call; wait between calls")
        if not document.data.get("data"):
            refuse(document.name, found="an answer with count 0 and no error", expected="at least one record",
                   fix="Comtrade answers a misspelled code this way: check reporterCode 842, partnerCode 484, flowCode X, and the period")
    header = find_header(_grid(document), _REQUIRED, _OPTIONAL)
    check_header(header, wrong)
    wrong.stop()
    rows, breakdown, kept_cells, breakdown_cells = [], 0, set(), {}
    estimated, skipped_flows = 0, set()
    for line, row in rows_below(header, wrong):
        cell = lambda name: row[header.columns[name]].strip() if header.has(name) else ""  # noqa: E731
        when = period(cell("period"))
        if when is None:
            wrong.add(row=line, column="period", found=shown(cell("period")), expected="a year or a year and month", fix="download the file again")
            continue
        reporter, partner = _country(cell("reporterCode"), cell("reporterDesc")), _country(cell("partnerCode"), cell("partnerDesc"))
        if not cell("reporterCode").isdigit() or not cell("partnerCode").isdigit():
            wrong.add(row=line, column="reporterCode" if not cell("reporterCode").isdigit() else "partnerCode",
                      found=shown(cell("reporterCode") if not cell("reporterCode").isdigit() else cell("partnerCode")), expected="a country's number",
                      fix="columns have slipped in this line; download the file again")
            continue
        if cell("reporterCode") == "840":
            wrong.add(row=line, column="reporterCode", found="840", expected="842, the code of the United States in current data",
                      fix="ask for reporterCode 842")
            continue
        flow = _FLOWS.get(cell("flowCode"))
        if flow is None:
            wrong.add(row=line, column="flowCode", found=shown(cell("flowCode")), expected="X, M, RX, RM or DX", fix="download the file again")
            continue
        if not flow:
            skipped_flows.add(cell("flowCode"))
            continue
        hs = code_text(cell("cmdCode"))
        if hs.upper() == "TOTAL":
            hs = "TOTAL"
        elif not re.fullmatch(r"[0-9]{2}|[0-9]{4}|[0-9]{6}", hs):
            wrong.add(row=line, column="cmdCode", found=shown(hs), expected="an HS code of 2, 4 or 6 digits as text",
                      fix="a spreadsheet may have dropped the zero in front; open the csv without converting")
            continue
        try:
            value = float(number(cell("primaryValue")))
        except NotANumber as error:
            wrong.add(row=line, column="primaryValue", found=f"{shown(cell('primaryValue'))} ({error.why})", expected="dollars", fix="download the file again")
            continue
        key = (when.year, when.month, reporter, partner, flow, hs)
        # The same trade comes again by second partner, customs procedure and transport mode.
        if cell("partner2Code") not in ("", "0") or cell("customsCode") not in ("", "C00") or cell("motCode") not in ("", "0") or cell("mosCode") not in ("", "0"):
            breakdown += 1
            breakdown_cells.setdefault(key, line)
            continue
        kept_cells.add(key)
        amount, unit = None, ""
        if header.has("qty") and cell("qtyUnitCode") != "-1" and cell("qty"):
            try:
                amount, unit = float(number(cell("qty"))), cell("qtyUnitAbbr")
            except NotANumber:
                amount = None
            estimated += cell("isQtyEstimated").casefold() == "true"
        rows.append({"year": when.year, "month": when.month, "partner": partner, "flow": flow, "hs": hs, "hs_description": cell("cmdDesc"),
                     "value_usd": value, "value_as_printed": cell("primaryValue"), "quantity": amount, "quantity_unit": unit,
                     "reporter": reporter, "source_row": line})
    wrong.stop()
    orphans = [(key, line) for key, line in breakdown_cells.items() if key not in kept_cells]
    for key, line in orphans[:5]:
        wrong.add(row=line, found=f"only parts of {key[3]}, HS {key[5]}, {key[0]} (by second partner, customs or transport)",
                  expected="the row with partner2Code 0, customsCode C00 and motCode 0", fix="download with these three set to total")
    wrong.stop()
    if breakdown:
        notes.append(f"{breakdown} rows that split the same trade by second partner, customs procedure or transport were left out")
    if skipped_flows:
        notes.append(f"flows left out (goods for processing): {', '.join(sorted(skipped_flows))}")
    if estimated:
        notes.append(f"{estimated} quantities are estimates of the United Nations")
    if len(rows) + breakdown in (500, 100_000, 250_000):
        notes.append(f"exactly {len(rows) + breakdown:,} records: this is the limit of a call, so the answer may be cut")
    reporters = sorted({row["reporter"] for row in rows})
    if any(row["flow"] == "re-export" for row in rows):
        notes.append("U.S. exports (X) include re-exports (RX): never add the two")
    table = exports_table(rows, wrong, notes)
    editions = sorted({row[header.columns["classificationCode"]].strip() for _line, row in rows_below(header)}) if header.has("classificationCode") else []
    about = {"dataset": "UN Comtrade Plus", "reporters": reporters, "hs_editions": editions, **years_said(table),
             "query": {"reporters": reporters, "flows": sorted(table["flow"].unique()), "countries": few(table["partner"]),
                       "goods": few(table["hs"]), "time": "monthly" if (table["month"] > 0).any() else "annual"}}
    return Received(LAYOUT, "exports", table, about, notes)


def _country(code: str, name: str) -> str:
    return _NAMES.get(code) or name or f"UN {code}"


LAYOUT = Layout("comtrade-plus", "exports", "UN Comtrade Plus download", _looks_like, _read,
                publisher="United Nations, UN Comtrade", license="UN Comtrade terms of use: check before republishing in bulk")
