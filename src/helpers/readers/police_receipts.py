"""Receipts of firearms sold by SEDENA to police: the table of 2006-2018, its working master, and the one of 2018-2023."""

from __future__ import annotations

import datetime
import re

from helpers.readers.headings import find_header, plain, rows_below
from helpers.readers.layout import Document, Layout, Likeness, Received
from helpers.readers.mexico import firearm_type, near_state, state_named
from helpers.readers.numbers import NotANumber, number, whole
from helpers.readers.periods import month_number
from helpers.readers.refusals import Refusals, shown

# Bilingual headings of the later table are matched in either language; its exact spelling is not known to us.
_REQUIRED = {
    "state": ("Estado", "State", "Estado / State", "State / Estado", "Entidad", "Entidad federativa"),
    "pieces": ("No_piezas", "No Piezas", "No. de piezas", "Piezas", "Pieces", "Quantity", "Cantidad", "No. piezas / No. of pieces", "Cantidad / Quantity", "Number of weapons"),
    "type": ("Tipo", "Type", "Tipo / Type", "Type / Tipo", "Tipo de arma", "Tipo de arma / Type of weapon", "Weapon type"),
    "caliber": ("Calibre", "Caliber", "Calibre / Caliber", "Caliber / Calibre"),
}
_OPTIONAL = {
    "state_agency": ("Usuario_agencia_estatal",), "municipal": ("Usuario_municipal",),
    "agency": ("Corporación/Municipio", "Corporacion", "Usuario", "Agencia", "Agency", "Dependencia", "Agencia / Agency", "Agency / Agencia", "Usuario / User"),
    "date": ("Fecha", "Date", "Fecha / Date", "Date / Fecha"), "day": ("Dia", "Day", "Día / Day"), "month": ("Mes", "Month", "Mes / Month"),
    "year": ("Ano", "Año", "Year", "Año / Year", "Year / Año"), "invoice": ("Factura_no", "Factura", "Invoice", "Factura / Invoice", "No. de factura"),
    "brand": ("Marca", "Brand", "Make", "Marca / Brand", "Marca / Make"), "action": ("Semi auto/auto/n.a.", "Semi_auto_auto_na"),
    "maker_country": ("Pais_origen_empresa", "Country", "País / Country", "Pais de origen / Country of origin", "Pais de origen"),
    "cost": ("Costo_Pesos_Mex", "Costo", "Cost", "Costo / Cost", "Costo en pesos / Cost in pesos"),
}
_MISSING = {"", "na", "n a", "nd", "n d", "s d", "null", "nan"}
_COUNTRIES = {"estado unidos": "United States", "estados unidos": "United States", "eua": "United States", "usa": "United States", "ee uu": "United States",
              "estados unidos de america": "United States", "italia": "Italy", "israel": "Israel", "alemania": "Germany", "austria": "Austria", "belgica": "Belgium",
              "brasil": "Brazil", "espana": "Spain", "republica checa": "Czech Republic", "mexico": "Mexico", "suiza": "Switzerland", "croacia": "Croatia",
              "turquia": "Turkey", "corea del sur": "South Korea", "francia": "France", "canada": "Canada", "argentina": "Argentina"}
# Misprints that earlier readers of the same table resolved this way (raw-formats notes on the working master).
_YEARS = {"209": 2009, "2915": 2015, "211": 2011}


def _header(document: Document):
    header = find_header(document.tables, _REQUIRED, _OPTIONAL) if document.tables else None
    if header is None:
        return None
    if "type" not in header.columns:
        # The working master's type heading is one long text that lists its own options.
        for index, cell in enumerate(header.printed):
            if plain(cell).startswith("tipo") and len(cell) > 12 and index not in header.columns.values():
                header.columns["type"] = index
                header = type(header)(header.grid, header.at, header.columns, header.printed,
                                      tuple(name for name in header.missing if name != "type"), header.repeated, header.extra)
                break
    return header


def _looks_like(document: Document) -> Likeness:
    if document.kind not in ("workbook", "delimited"):
        return Likeness()
    header = _header(document)
    if header is None:
        return Likeness((), tuple(f"column {words[0]}" for words in _REQUIRED.values()))
    found = [f"column {_REQUIRED[name][0]}" for name in _REQUIRED if name in header.columns]
    missing = [f"column {_REQUIRED[name][0]}" for name in header.missing]
    dated = header.has("date") or header.has("year")
    (found if dated else missing).append("column Fecha or Año")
    (found if any(header.has(name) for name in ("state_agency", "municipal", "agency")) else missing).append("a column of buyers (Usuario_agencia_estatal, Corporación/Municipio)")
    return Likeness(tuple(found), tuple(missing))


def _read(document: Document) -> Received:
    import pandas as pd

    wrong, notes = Refusals(document.name), []
    header = _header(document)
    if header.repeated:
        wrong.add(row=header.line, found=f"the column {shown(header.repeated[0])} twice", expected="each column once", fix="delete the one that does not belong")
        wrong.stop()
    shape = "2006-2018 table" if header.has("state_agency") else "2006-2018 working master" if header.has("agency") and any(plain(c) in ("pag", "nombre documento") for c in header.printed) else "2018-2023 table"
    out, flagged = [], {"year": [], "pieces": [], "big": [], "type": [], "redacted": 0}
    for line, row in rows_below(header, None):
        cell = lambda name: row[header.columns[name]].strip().strip("\u00a0") if header.has(name) else ""  # noqa: E731
        filled = [text for text in row if text.strip()]
        if _TOTAL.fullmatch(plain(filled[0])) if filled else False:
            out.append({"total": cell("pieces"), "source_row": line})
            continue
        if len(filled) < 3:
            continue
        known = state_named(cell("state"))
        if known is None and plain(cell("state")) not in _MISSING | {"testado", "federal", "nacional"}:
            wrong.add(row=line, column="Estado", found=shown(cell("state")), expected="one of the 32 states",
                      fix=near_state(cell("state")))
            continue
        pieces, flags = _pieces(cell("pieces"), line, wrong, flagged)
        first, last, year, more = _dates(cell("date"), cell("year"), cell("month"), cell("day"), line, wrong, flagged)
        flags += more
        kind = firearm_type(cell("type"))
        if kind == "unknown" and plain(cell("type")) not in _MISSING:
            flagged["type"].append(cell("type"))
        agency = "; ".join(dict.fromkeys(text for text in (cell("state_agency"), cell("agency")) if plain(text) not in _MISSING))
        municipality = cell("municipal") if plain(cell("municipal")) not in _MISSING else ""
        flagged["redacted"] += sum(plain(text) == "testado" for text in row)
        country = cell("maker_country")
        out.append({
            "date_from": first, "date_to": last, "date_as_printed": cell("date") or "/".join(filter(None, (cell("day"), cell("month"), cell("year")))),
            "year": year, "state": known["name"] if known else "", "state_as_printed": cell("state"), "agency": agency, "municipality": municipality,
            "invoice": cell("invoice"), "brand": cell("brand") if plain(cell("brand")) not in _MISSING else "", "type_as_printed": cell("type"), "firearm_type": kind,
            "caliber": "" if plain(cell("caliber")) in _MISSING else re.sub(r"\s+", " ", cell("caliber")), "maker_country": _COUNTRIES.get(plain(country), country if plain(country) not in _MISSING else ""),
            "maker_country_as_printed": country, "pieces": pieces, "pieces_as_printed": cell("pieces"), "cost_mxn": _cost(cell("cost"), line, wrong),
            "cost_as_printed": cell("cost"), "flags": "; ".join(flags), "source_row": line})
    totals = [row for row in out if "total" in row]
    out = [row for row in out if "total" not in row]
    if not out and not wrong:
        wrong.add(found="a header and no receipts under it", expected="lines of receipts", fix="check that the sheet was saved whole")
    wrong.stop()
    table = pd.DataFrame(out)
    table["pieces"] = table["pieces"].astype("Int64")
    table["year"] = table["year"].astype("Int64")
    table["cost_mxn"] = table["cost_mxn"].astype("Float64")
    for column in ("date_from", "date_to"):
        table[column] = pd.to_datetime(table[column])
    for row in totals:
        try:
            printed = whole(row["total"])
        except NotANumber:
            continue
        if printed != table["pieces"].sum():
            notes.append(f"line {row['source_row']}: a total of {printed:,} is printed, the receipts add to {int(table['pieces'].sum()):,}; the receipts were used")
    for name, text in (("year", "years were misprinted"), ("pieces", "piece counts were negative and left blank"), ("big", "piece counts are over 5,000: check them")):
        if flagged[name]:
            notes.append(f"{len(flagged[name])} {text}: " + "; ".join(flagged[name][:6]))
    if flagged["type"]:
        notes.append("type words not known, counted as neither short nor long: " + ", ".join(sorted(set(flagged["type"]))[:12]))
    if flagged["redacted"]:
        notes.append(f"{flagged['redacted']} cells were blacked out by SEDENA (testado)")
    not_arms = int(table.loc[table["firearm_type"] == "not a firearm", "pieces"].sum())
    if not_arms:
        notes.append(f"{not_arms:,} pieces are launchers and other items that are not firearms")
    keys = ["date_from", "state", "agency", "municipality", "invoice", "brand", "type_as_printed", "caliber", "pieces", "cost_as_printed"]
    copies = int(table.duplicated(keys).sum())
    if copies:
        notes.append(f"{copies} lines repeat another line in every column; they may be two lines of one receipt and were kept")
    table = table.sort_values(["date_from", "state", "agency", "source_row"], kind="stable", na_position="last").reset_index(drop=True)
    folio = re.search(r"(?:0000[0-9]{9}|3300[0-9]{11})", " ".join(cell for row in header.grid.rows[:header.at] for cell in row) + " " + document.name)
    about = {"dataset": "receipts of firearms sold to police", "shape": shape, "sheet": header.grid.sheet, "folio": folio[0] if folio else "",
             "pieces": int(table["pieces"].sum()), "first_year": int(table["year"].min()) if table["year"].notna().any() else None,
             "last_year": int(table["year"].max()) if table["year"].notna().any() else None, "query": {"shape": shape}}
    return Received(LAYOUT, "transfers", table, about, notes)


_TOTAL = re.compile(r"(?:sub ?total|total(?: general)?|suma|gran total)")


def _pieces(text: str, line: int, wrong: Refusals, flagged) -> tuple[int | None, list[str]]:
    if plain(text) in _MISSING | {"testado"} and not text.startswith("-"):
        return None, ["no piece count"]
    try:
        count = whole(text)
    except NotANumber as error:
        wrong.add(row=line, column="No_piezas", found=f"{shown(text)} ({error.why})", expected="a whole number of pieces", fix="write the count of the receipt")
        return None, []
    if count < 0:
        # Could be a return or a slip of the hand: not ours to decide, so it counts as unknown.
        flagged["pieces"].append(f"line {line} ({text})")
        return None, ["negative piece count"]
    if count > 5_000:
        flagged["big"].append(f"line {line} ({count:,})")
        return count, ["over 5,000 pieces"]
    return count, []


def _cost(text: str, line: int, wrong: Refusals) -> float | None:
    if plain(text) in _MISSING | {"testado"}:
        return None
    try:
        return float(number(text))
    except NotANumber as error:
        wrong.add(row=line, column="Costo", found=f"{shown(text)} ({error.why})", expected="pesos", fix="write the cost of the receipt")
        return None


def _dates(date: str, year: str, month: str, day: str, line: int, wrong: Refusals, flagged):
    """First and last day the receipt can be of, its year, and flags; text dates are year-month-day or day/month/year."""
    flags: list[str] = []
    when = _one_day(date)
    slashed = re.fullmatch(r"([0-9]{1,2})[-/]([0-9]{1,2})[-/][0-9]{4}", date.split(" ")[0])
    if when is not None and slashed and int(slashed[1]) <= 12 and int(slashed[2]) <= 12 and slashed[1] != slashed[2]:
        # 03/04/2015 is a day in April or in March; the month column decides, and without one the Mexican order is assumed.
        own_month = month_number(month) if month else None
        if own_month == when.day:
            when = datetime.date(when.year, when.day, when.month)
        elif own_month is None:
            flags.append(f"date {date} read as day/month/year")
    printed = re.sub(r"\.0$", "", year)
    number_of_year = int(printed) if re.fullmatch(r"(?:19|20)[0-9]{2}", printed) else None
    if number_of_year is None and printed in _YEARS:
        number_of_year = _YEARS[printed]
        flagged["year"].append(f"line {line}: {printed} read as {number_of_year}")
        flags.append(f"year {printed} read as {number_of_year}")
    elif number_of_year is None and plain(printed) not in _MISSING:
        flagged["year"].append(f"line {line}: {printed} left blank")
        flags.append(f"year {printed} not readable")
    if number_of_year is not None and not 2000 <= number_of_year <= 2100:
        flagged["year"].append(f"line {line}: {number_of_year} lies outside 2000 to today")
        flags.append("year outside 2000 to today")
    if when is not None and (number_of_year is None or when.year == number_of_year):
        return when, when, when.year, flags
    if when is not None:
        flags.append(f"date {date} and year {year} disagree; the whole year was kept")
        low, high = sorted((when.year, number_of_year))
        if high - low > 20:
            low = high = number_of_year
        return datetime.date(low, 1, 1), datetime.date(high, 12, 31), number_of_year, flags
    if plain(date) not in _MISSING and number_of_year is None and not flags:
        wrong.add(row=line, column="Fecha", found=shown(date), expected="a date such as 2015-03-31 or 31/03/2015", fix="write the date of the receipt")
        return None, None, None, flags
    if number_of_year is None:
        return None, None, None, [*flags, "no date"]
    month_of_year = month_number(month) if month else None
    if month_of_year:
        try:
            exact = datetime.date(number_of_year, month_of_year, int(float(day)))
            return exact, exact, number_of_year, flags
        except (ValueError, OverflowError):
            end = datetime.date(number_of_year + month_of_year // 12, month_of_year % 12 + 1, 1) - datetime.timedelta(days=1)
            return datetime.date(number_of_year, month_of_year, 1), end, number_of_year, flags
    return datetime.date(number_of_year, 1, 1), datetime.date(number_of_year, 12, 31), number_of_year, flags


def _one_day(text: str) -> datetime.date | None:
    bare = text.split(" ")[0].split("T")[0]
    try:
        if match := re.fullmatch(r"((?:19|20)[0-9]{2})[-/]([0-9]{1,2})[-/]([0-9]{1,2})", bare):
            return datetime.date(int(match[1]), int(match[2]), int(match[3]))
        if match := re.fullmatch(r"([0-9]{1,2})[-/]([0-9]{1,2})[-/]((?:19|20)[0-9]{2})", bare):
            return datetime.date(int(match[3]), int(match[2]), int(match[1]))
        if match := re.fullmatch(r"([0-9]{1,2})[-/. ]([A-Za-z]{3,10})\.?[-/. ]((?:19|20)?[0-9]{2})", text.strip()):
            month = month_number(match[2])
            year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
            return datetime.date(year, month, int(match[1])) if month else None
        if re.fullmatch(r"[34][0-9]{4}", bare):
            # A spreadsheet's serial day: days since 1899-12-30.
            return datetime.date(1899, 12, 30) + datetime.timedelta(days=int(bare))
    except ValueError:
        return None
    return None


LAYOUT = Layout("police-receipts", "transfers", "receipts of firearms sold to police (SEDENA)", _looks_like, _read,
                publisher="Secretaría de la Defensa Nacional, receipts released on request; tables by Stop US Arms to Mexico and others",
                license="facts from public documents; credit the publisher of the table")
