"""Consumer prices: BLS series csv, the FRED and datahub mirrors, and the BLS wide table of months."""

from __future__ import annotations

import re

from helpers.readers.headings import check_header, find_header, plain, rows_below
from helpers.readers.layout import Document, Layout, Likeness, Received
from helpers.readers.numbers import NotANumber, number
from helpers.readers.periods import month_number, period
from helpers.readers.refusals import Refusals, refuse, shown

_SHAPES = {
    "mirror": {"date": ("Date", "DATE", "observation_date"), "value": ("Index", "CPIAUCNS", "CUUR0000SA0", "CPIAUCSL", "Value")},
    "series": {"series": ("Series ID", "series_id"), "year": ("Year",), "period": ("Period",), "value": ("Value",)},
    "wide": {"year": ("Year",), **{name: (name,) for name in ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")}},
}


def _shape(document: Document):
    best = None
    for name, required in _SHAPES.items():
        header = find_header(document.tables, required) if document.tables else None
        if header is None:
            continue
        score = (not header.missing, len(header.columns) / len(required), len(header.columns))
        if best is None or score > best[0]:
            best = (score, name, header)
    return best


def _looks_like(document: Document) -> Likeness:
    if document.kind not in ("delimited", "workbook"):
        return Likeness()
    best = _shape(document)
    if best is None:
        return Likeness((), ("columns Date and Index", "or Series ID, Year, Period, Value"))
    _score, name, header = best
    found = tuple(f"column {_SHAPES[name][key][0]}" for key in _SHAPES[name] if key in header.columns)
    missing = [f"column {_SHAPES[name][key][0]}" for key in header.missing]
    said = " ".join(cell for grid in document.tables[:1] for row in grid.rows[:15] for cell in row)
    if not missing and name == "wide" and not re.search(r"CUUR|CUSR|consumer price", said, re.IGNORECASE):
        missing.append("the series (CUUR0000SA0) above the table")
    if not missing and name == "mirror" and plain(header.printed[header.columns["value"]]) == "value":
        missing.append("column Index")
    return Likeness(found, tuple(missing))


def _read(document: Document) -> Received:
    import pandas as pd

    wrong, notes = Refusals(document.name), []
    _score, shape, header = _shape(document)
    check_header(header, wrong)
    wrong.stop()
    heading = header.printed[header.columns["value"]].strip() if "value" in header.columns else ""
    said = " ".join(cell for row in header.grid.rows[:header.at] for cell in row)
    series = next(iter(re.findall(r"CU[US]R[0-9]{4}SA0|CPIAUC[NS][SL]", said + " " + heading)), "")
    months: dict[tuple[int, int], tuple[float, int, str]] = {}
    annual: dict[int, tuple[float, int]] = {}
    blanks = []

    def keep(year, month, text, line):
        if text.strip() in ("", "-", ".", "NA", "N/A", "#N/A"):
            blanks.append((year, month))
            return
        try:
            value = float(number(re.sub(r"\([A-Z]\)$", "", text.strip())))
        except NotANumber as error:
            wrong.add(row=line, column="value", found=f"{shown(text)} ({error.why})", expected="an index number", fix="download the file again")
            return
        if not 5 < value < 2000:
            wrong.add(row=line, column="value", found=shown(text), expected="an index between 5 and 2000 (1982-84 = 100)", fix="check the column")
            return
        if month == 13:
            annual[year] = (value, line)
        elif (year, month) in months:
            wrong.add(row=line, found=f"{year}-{month:02d} a second time", expected="each month once", fix="keep one series in the file")
        else:
            months[(year, month)] = (value, line, text.strip())

    for line, row in rows_below(header, wrong):
        cell = lambda name: row[header.columns[name]].strip()  # noqa: E731
        if shape == "mirror":
            when = period(cell("date"))
            if when is None:
                iso = re.fullmatch(r"([0-9]{1,2})/0?1/([0-9]{4})", cell("date"))
                when = period(f"{iso[1]}/{iso[2]}") if iso else None
            if when is None or not when.month:
                wrong.add(row=line, column="Date", found=shown(cell("date")), expected="the first day of a month", fix="download the monthly series")
                continue
            keep(when.year, when.month, cell("value"), line)
        elif shape == "series":
            if series and cell("series") != series:
                wrong.add(row=line, column="Series ID", found=shown(cell("series")), expected=series, fix="keep one series in the file")
                continue
            series = series or cell("series")
            match = re.fullmatch(r"M(0[1-9]|1[0-3])", cell("period"))
            if cell("period") in ("S01", "S02", "S03"):
                continue
            if not match or not re.fullmatch(r"[0-9]{4}", cell("year")):
                wrong.add(row=line, column="Period", found=shown(cell("year") + " " + cell("period")), expected="a year and M01 to M13", fix="download the monthly series")
                continue
            keep(int(cell("year")), int(match[1]), cell("value"), line)
        else:
            if not re.fullmatch(r"[0-9]{4}", cell("year")):
                wrong.add(row=line, column="Year", found=shown(cell("year")), expected="a year", fix="download the table again")
                continue
            for name in _SHAPES["wide"]:
                if name != "year":
                    keep(int(cell("year")), month_number(name), cell(name), line)
    if series.startswith("CUSR") or series == "CPIAUCSL":
        refuse(document.name, found=f"the seasonally adjusted series {series}", expected="CUUR0000SA0 (CPI-U, not seasonally adjusted)",
               fix="download CUUR0000SA0 (FRED calls it CPIAUCNS)")
    if series and series not in ("CUUR0000SA0", "CPIAUCNS"):
        refuse(document.name, found=f"the series {series}", expected="CUUR0000SA0 (CPI-U, all items, U.S. city average)", fix="download CUUR0000SA0")
    if not months:
        wrong.add(found="no months", expected="monthly index numbers", fix="download the file again")
    wrong.stop()
    if not series:
        notes.append("the file does not name its series; it was read as CPI-U, not seasonally adjusted")
    rows = []
    for year in sorted({year for year, _month in months}):
        there = [month for month in range(1, 13) if (year, month) in months]
        for month in there:
            value, line, text = months[(year, month)]
            rows.append({"year": year, "month": month, "cpi": value, "complete": True, "months": 1, "as_printed": text, "source_row": line})
        mean = sum(months[(year, month)][0] for month in there) / len(there)
        if len(there) < 12:
            notes.append(f"{year} has {len(there)} of 12 months, so no annual average")
        printed = annual.get(year)
        if printed and len(there) == 12 and abs(printed[0] - mean) > 0.06:
            notes.append(f"{year}: the annual average printed is {printed[0]}, the months average {mean:.3f}; the printed one was used")
        rows.append({"year": year, "month": 0, "cpi": printed[0] if printed else mean, "complete": len(there) == 12 or bool(printed),
                     "months": len(there), "as_printed": "printed" if printed else "average of months", "source_row": printed[1] if printed else 0})
    table = pd.DataFrame(rows).sort_values(["year", "month"]).reset_index(drop=True)
    about = {"dataset": "CPI-U", "series": series, "first_year": int(table["year"].min()), "last_year": int(table["year"].max()),
             "query": {"series": series or "CUUR0000SA0"}}
    return Received(LAYOUT, "reference", table, about, notes)


LAYOUT = Layout("cpi", "reference", "CPI-U csv from BLS or a mirror", _looks_like, _read,
                publisher="U.S. Bureau of Labor Statistics, CPI-U (CUUR0000SA0)", license="U.S. government work, public domain")
