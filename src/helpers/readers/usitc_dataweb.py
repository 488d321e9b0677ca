"""USITC DataWeb query export: xlsx with its Query Parameters sheet, or csv; wide or long; annual or monthly; scaled or not."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from helpers.readers.exports_table import exports_table, few, years_said
from helpers.readers.grids import Grid
from helpers.readers.headings import Header, find_header, plain, rows_below
from helpers.readers.layout import Document, Layout, Likeness, Received
from helpers.readers.numbers import NotANumber, code_text, number
from helpers.readers.periods import Period, month_number, period
from helpers.readers.refusals import Refusals, refuse, shown

_FLOWS = {"total exports": "total", "domestic exports": "domestic", "foreign exports": "re-export",
          "general imports": "import-general", "imports for consumption": "import-for-consumption"}
_LABELS = {"data type": ("Data Type",), "hs": ("HTS Number", "HTS2", "HTS4", "HTS6", "HTS8", "HTS10", "Schedule B Number", "HTS Code", "HS Number"),
           "description": ("Description",), "country": ("Country", "Countries"), "district": ("District", "Districts"),
           "unit": ("Quantity Description", "Unit of Quantity", "Quantity Unit", "Unit"),
           "year": ("Year",), "month": ("Month",), "quarter": ("Quarter",)}
_VALUES = {"fas value": "value", "customs value": "value", "cif value": "value", "landed duty paid value": "value",
           "first unit of quantity": "quantity", "second unit of quantity": "second quantity"}
_SPLITS = ("district", "port", "program", "rate provision", "import program")


def _parameters(document: Document) -> dict[str, str]:
    """The Query Parameters sheet as name -> text; "Select Type" gets its step's name in front, since it comes often."""
    for grid in document.tables:
        names = {plain(row[0]) for row in grid.rows if row}
        if {"trade flow", "data to report"} <= names or plain(grid.sheet) == "query parameters":
            said: dict[str, str] = {}
            step = ""
            for row in grid.rows:
                key, value = row[0].strip(), (row[1].strip() if len(row) > 1 else "")
                if key.startswith("Step "):
                    step = key.split(":", 1)[-1].strip()
                elif key:
                    said[f"{step}: {key}" if key == "Select Type" else key] = value
            return said
    return {}


def _measures(document: Document) -> list[tuple[Grid, Header, dict[int, Period]]]:
    found = []
    for grid in document.tables:
        best = None
        for at, row in enumerate(grid.rows[:40]):
            header = find_header([Grid([row], [grid.where(at)], grid.sheet)], _LABELS)
            times = {index: when for index, cell in enumerate(row) if (when := period(cell))}
            long = header is not None and header.has("year")
            if header is not None and header.has("data type") and (times or long):
                best = (grid, Header(grid, at, header.columns, row, (), header.repeated, header.extra), times)
                break
            if header is not None and long and any(plain(cell) in _VALUES for cell in row):
                best = (grid, Header(grid, at, header.columns, row, (), header.repeated, header.extra), times)
                break
        if best:
            found.append(best)
    return found


def _looks_like(document: Document) -> Likeness:
    if document.kind not in ("workbook", "delimited"):
        return Likeness()
    found, missing = [], []
    parameters = _parameters(document)
    if parameters:
        found.append("the sheet Query Parameters")
    measures = _measures(document)
    if measures:
        found += ["column Data Type", "years"]
        if any(re.search(r"\b(Exports|Imports)\b.*\|", cell) for grid, header, _times in measures for row in grid.rows[:header.at] for cell in row):
            found.append("the title 'Total Exports|Annual Data'")
        wide_columns = [plain(cell) for _grid, header, _times in measures for cell in header.printed]
        if not (parameters or len(found) == 3 or "hts number" in wide_columns or any(cell in _VALUES for cell in wide_columns)):
            missing.append("the title line above the header or the sheet Query Parameters")
        if not any(header.has("hs") or header.has("country") for _grid, header, _times in measures):
            missing.append("column HTS Number or Country")
    elif parameters:
        missing.append("the sheet with the figures (FAS Value)")
    else:
        header = find_header(document.tables, {name: _LABELS[name] for name in ("data type", "hs", "country")}) if document.tables else None
        if header is not None:
            found += [f"column {_LABELS[name][0]}" for name in header.columns]
            missing += [f"column {_LABELS[name][0]}" for name in header.missing] + (
                [] if any(period(cell) for cell in header.printed) else ["years in the header"])
        else:
            missing += ["column Data Type", "years in the header"]
    return Likeness(tuple(found), tuple(missing))


def _read(document: Document) -> Received:
    wrong, notes = Refusals(document.name), []
    parameters = _parameters(document)
    measures = _measures(document)
    title = next((cell.strip() for grid, header, _times in measures for row in grid.rows[:header.at] for cell in row if "|" in cell), "")
    flow = _FLOWS.get(plain(parameters.get("Trade Flow", "") or title.split("|")[0]))
    if flow is None:
        printed = parameters.get("Trade Flow", "") or title.split("|")[0]
        refuse(document.name, found=f"the trade flow {shown(printed)}" if printed else "no word on which trade flow this is",
               expected="one of: " + ", ".join(sorted(name.title() for name in _FLOWS)),
               fix="bring the xlsx as DataWeb gives it, with its title line and Query Parameters sheet")
    downloaded = _downloaded(parameters.get("Download Date", ""))
    values: dict[tuple, dict] = {}
    quantities: dict[tuple, tuple] = {}
    used, split, checked = 0, False, []
    for grid, header, times in measures:
        if header.repeated:
            wrong.add(row=header.line, found=f"the column {shown(_LABELS[header.repeated[0]][0])} twice", expected="each column once",
                      fix="delete the one that does not belong")
            continue
        if header.has("quarter"):
            wrong.add(row=header.line, found="quarters", expected="years or months", fix="choose Annual or Monthly as timeframe in the query")
            continue
        split = split or any(plain(cell).startswith(_SPLITS) for cell in header.printed)
        used += _sheet(document, grid, header, times, flow, parameters, wrong, notes, values, quantities, checked)
    wrong.stop()
    if not values:
        refuse(document.name, found="no sheet of values in dollars", expected="FAS Value for exports, Customs Value for imports",
               fix="choose FAS Value under Data To Report")
    scale = _scale(document, parameters, values, notes)
    rows = []
    for key, row in values.items():
        printed = row["value_usd"]
        row["value_usd"] = float(printed * scale)
        row["value_is"] = "exact" if scale == 1 else "about"
        if key in quantities:
            row["quantity"], row["quantity_unit"] = quantities[key]
        rows.append(row)
    if "year to date" in plain(" ".join(value for name, value in parameters.items() if name.endswith("Select Type"))):
        notes.append("the query asked for years to date: no year in it counts as whole")
        for row in rows:
            row["complete"] = False
    table = exports_table(rows, wrong, notes, as_of=downloaded, add_up=split)
    if split:
        notes.append("figures split by district, program or provision were added up")
    declared = _declared(measures)
    if declared is not None and declared != used:
        notes.append(f"the file says it has {declared:,} rows and holds {used:,}: rows were removed before it came here")
    if not checked:
        notes.append("the file has no Total row to check its figures against")
    about = {
        "dataset": "DataWeb query export", "downloaded": downloaded.isoformat() if downloaded else "",
        "title_line": title, "parameters": parameters, "flow": flow, "scale": int(scale), "totals_checked": checked,
        "rows_declared": declared, "rows_read": used,
        **years_said(table),
        "query": {"flow": flow, "countries": parameters.get("Country List") or few(table["partner"]),
                  "goods": parameters.get("Commodity List") or few(table["hs"]), "level": sorted({len(code) for code in table["hs"]}),
                  "time": "monthly" if (table["month"] > 0).any() else "annual"},
    }
    return Received(LAYOUT, "exports", table, about, notes)


def _sheet(document, grid, header, times, flow, parameters, wrong, notes, values, quantities, checked) -> int:
    columns = header.columns
    month_columns = {}
    measure_columns = {index: _VALUES[plain(cell)] for index, cell in enumerate(header.printed) if plain(cell) in _VALUES}
    if header.has("year") and not header.has("month") and not measure_columns:
        month_columns = {index: month for index, cell in enumerate(header.printed)
                         if (month := month_number(cell)) and not cell.strip().isdigit()}
    known = {*columns.values(), *times, *month_columns, *measure_columns}
    kind_of_sheet = _VALUES.get(plain(grid.sheet))
    sums: dict[int, Decimal] = {}
    totals: tuple[int, list[str]] | None = None
    used = 0
    for line, row in rows_below(header, wrong):
        label = next((cell for cell in row if cell.strip()), "")
        if plain(label) in ("total", "totals", "grand total") and label.strip() in (row[0].strip(), label.strip()) and not any(
                row[columns[name]].strip() for name in ("hs", "country") if name in columns and plain(row[columns[name]]) not in ("total", "totals")):
            totals = (line, row)
            continue
        used += 1
        kind = _VALUES.get(plain(row[columns["data type"]])) if header.has("data type") else kind_of_sheet
        if header.has("data type") and kind is None:
            wrong.add(row=line, column="Data Type", found=shown(row[columns["data type"]]),
                      expected="one of: FAS Value, Customs Value, First Unit of Quantity", fix="choose one of these under Data To Report")
            continue
        hs, description = _goods(document, header, row, parameters, line, wrong)
        partner = _partner(document, header, row, parameters, line, wrong)
        if hs is None or partner is None:
            continue
        district = row[columns["district"]].strip() if header.has("district") else ""
        unit = row[columns["unit"]].strip() if header.has("unit") else ""
        for index, when, cell_kind in _cells_of(header, row, times, month_columns, measure_columns, kind, line, wrong):
            text = row[index]
            try:
                value = number(text) if text.strip() else None
            except NotANumber as error:
                wrong.add(row=line, column=header.printed[index].strip(), found=f"{shown(text)} ({error.why})",
                          expected="a number", fix="restore the figure DataWeb printed")
                continue
            if value is None:
                continue
            sums[index] = sums.get(index, Decimal(0)) + value
            key = (when.year, when.month, hs, partner, district)
            if cell_kind == "value":
                # A district column splits a figure; rows of it keep a key of their own and are added later.
                unique = key if key not in values else (*key, line)
                values[unique] = {"year": when.year, "month": when.month, "partner": partner, "flow": flow, "hs": hs,
                                  "hs_description": description, "value_usd": value, "value_as_printed": text.strip(),
                                  "complete": not when.through, "source_row": line}
            elif cell_kind == "quantity":
                quantities[key] = (float(value), unit)
    ignored = [cell.strip() for index, cell in enumerate(header.printed) if cell.strip() and index not in known
               and not plain(cell).startswith(_SPLITS)]
    if ignored:
        notes.append(f"columns not used: {', '.join(ignored[:8])}")
    if totals and not wrong:
        _check_totals(header, totals, sums, wrong, checked, used, grid)
    return used


def _cells_of(header, row, times, month_columns, measure_columns, kind, line, wrong):
    columns = header.columns
    for index, when in times.items():
        if index not in columns.values():
            yield index, when, kind
    if not header.has("year") or times:
        return
    when = period(row[columns["year"]])
    if when is None or when.month:
        wrong.add(row=line, column="Year", found=shown(row[columns["year"]]), expected="a year", fix="restore the year DataWeb printed")
        return
    if month_columns:
        for index, month in month_columns.items():
            yield index, Period(when.year, month), kind
        return
    month = 0
    if header.has("month"):
        month = month_number(row[columns["month"]])
        if month is None:
            wrong.add(row=line, column="Month", found=shown(row[columns["month"]]), expected="a month", fix="restore the month DataWeb printed")
            return
    for index, measure in measure_columns.items():
        yield index, Period(when.year, month, when.through), measure


def _goods(document, header, row, parameters, line, wrong):
    if header.has("hs"):
        code = code_text(row[header.columns["hs"]]).replace(".", "")
        if not re.fullmatch(r"[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{8}|[0-9]{10}", code):
            fix = "keep the column as text: a spreadsheet has dropped a zero" if re.fullmatch(r"[0-9]{1,9}", code) else "restore the code DataWeb printed"
            wrong.add(row=line, column=header.printed[header.columns["hs"]].strip(), found=shown(code),
                      expected="an HTS code of 2, 4, 6, 8 or 10 digits", fix=fix)
            return None, ""
        return code, row[header.columns["description"]].strip() if header.has("description") else ""
    listed = [part.strip() for part in re.split(r"[,;]", parameters.get("Commodity List", "")) if part.strip()]
    if len(listed) == 1 and re.fullmatch(r"[0-9.]{2,13}", listed[0]):
        return listed[0].replace(".", ""), ""
    if not listed and parameters and "use all" in plain(parameters.get("Commodities: Select Type", "use all commodities")):
        return "TOTAL", "all goods"
    if not any(problem.column == "HTS Number" for problem in wrong.problems):
        wrong.add(row=header.line, column="HTS Number", found="goods added together, no column that tells them apart",
                  expected="a column HTS Number", fix="choose Break Out Commodities under Commodity Aggregation")
    return None, ""


def _partner(document, header, row, parameters, line, wrong):
    if header.has("country"):
        name = row[header.columns["country"]].strip()
        if not name:
            wrong.add(row=line, column="Country", found="an empty cell", expected="a country", fix="restore the name DataWeb printed")
            return None
        return name
    listed = [part.strip() for part in parameters.get("Country List", "").split(",") if part.strip()]
    if len(listed) == 1:
        return re.sub(r"\s*\([A-Z0-9 -]+\)$|\s*-\s*[A-Z]{2}$", "", listed[0])
    if not listed and parameters:
        return "World"
    if not any(problem.column == "Country" for problem in wrong.problems):
        wrong.add(row=header.line, column="Country", found="countries added together, no column that tells them apart",
                  expected="a column Country", fix="choose Break Out Countries under Country Aggregation")
    return None


def _check_totals(header, totals, sums, wrong, checked, used, grid) -> None:
    line, row = totals
    for index, total in sums.items():
        text = row[index].strip() if index < len(row) else ""
        if not text:
            continue
        try:
            printed = number(text)
        except NotANumber as error:
            wrong.add(row=line, column=header.printed[index], found=f"{shown(text)} in the Total row ({error.why})",
                      expected="a number", fix="restore the Total row or delete it")
            continue
        # Cells carry at most a cent of rounding each; a scaled file rounds each cell at its last place.
        slack = Decimal("0.005") * used if total == total.to_integral_value() else Decimal("0.6") * used
        if abs(printed - total) > max(slack, Decimal("0.5")):
            wrong.add(row=line, column=header.printed[index].strip(), found=f"a Total of {printed.normalize():,f} over rows that add to {total.normalize():,f}",
                      expected="rows that add to their total", fix="rows were removed, added or changed; download the query again")
        else:
            checked.append(f"{grid.sheet or 'csv'} {header.printed[index].strip()}".strip())


def _scale(document, parameters, values, notes) -> Decimal:
    printed = parameters.get("Data Format", "").replace(",", "")
    if printed:
        try:
            scale = number(printed)
        except NotANumber:
            scale = Decimal(0)
        if scale not in (1, 1000, 1_000_000, 1_000_000_000):
            refuse(document.name, found=f"the Data Format {shown(printed)}", expected="1, 1000 or 1000000",
                   fix="download the query with Data Format 1")
        if scale != 1:
            notes.append(f"figures were rounded by DataWeb to units of {int(scale):,} dollars; ask for Data Format 1")
        return scale
    cents = [row for row in values.values() if row["value_usd"] != row["value_usd"].to_integral_value()]
    biggest = max((abs(row["value_usd"]) for row in values.values()), default=Decimal(0))
    if cents or 0 < biggest < 10_000:
        refuse(document.name, found="no word on the scale, and figures that do not look like whole dollars",
               expected="whole dollars, or the Query Parameters sheet that states the scale",
               fix="bring the xlsx as DataWeb gives it, or download with Data Format 1")
    notes.append("the file does not state its scale; its figures are whole numbers and were read as dollars")
    return Decimal(1)


def _declared(measures) -> int | None:
    for grid, header, _times in measures:
        for row in grid.rows[:header.at]:
            filled = [cell for cell in row if cell.strip()]
            if len(filled) > 1 and plain(filled[0]) == "data row count":
                try:
                    return int(number(filled[1]))
                except NotANumber:
                    return None
    return None


def _downloaded(text: str) -> datetime.date | None:
    if not text:
        return None
    from dateutil import parser

    try:
        return parser.parse(text, default=datetime.datetime(2000, 1, 1)).date()
    except (ValueError, OverflowError):
        return None


LAYOUT = Layout("usitc-dataweb", "exports", "USITC DataWeb query export", _looks_like, _read,
                publisher="U.S. International Trade Commission, DataWeb (U.S. Census Bureau data)", license="U.S. government work, public domain")
