"""INEGI web exports of population: titles first, blank header cells, state codes as formula text, sources at the foot."""

from __future__ import annotations

import re

from helpers.readers.grids import Grid
from helpers.readers.headings import plain
from helpers.readers.layout import Document, Layout, Likeness, Received
from helpers.readers.mexico import state_named
from helpers.readers.numbers import NotANumber, code_text, whole
from helpers.readers.refusals import Refusals, refuse, shown

_SEXES = {"total": "total", "hombre": "men", "hombres": "men", "mujer": "women", "mujeres": "women"}


def _header(grid: Grid) -> tuple[int, dict[int, str]] | None:
    """The row whose cells are Total, Hombre, Mujer or census years, with two blank or text cells before them."""
    for at, row in enumerate(grid.rows[:40]):
        cells = {index: plain(cell) for index, cell in enumerate(row) if cell.strip()}
        sexes = {index: _SEXES[text] for index, text in cells.items() if text in _SEXES}
        years = {index: text for index, text in cells.items() if re.fullmatch(r"(?:19|20)[0-9]{2}", text)}
        if set(sexes.values()) >= {"total", "men", "women"} and all(index >= 2 for index in sexes):
            return at, sexes
        if len(years) >= 2 and all(index >= 2 for index in years):
            return at, years
    return None


def _looks_like(document: Document) -> Likeness:
    if document.kind not in ("delimited", "workbook", "text") or not document.tables:
        return Likeness()
    grid = document.tables[0]
    said = plain(" ".join(cell for row in grid.rows[:6] for cell in row))
    foot = plain(" ".join(cell for row in grid.rows[-10:] for cell in row))
    found, missing = [], []
    (found if "poblacion total" in said else missing).append("the title 'Población total'")
    (found if "inegi" in foot or "consulta de" in said else missing).append("the line 'Consulta de' or the source INEGI")
    (found if _header(grid) else missing).append("a header of sexes or census years")
    (found if any("CONCATENAR" in cell.upper() or re.fullmatch(r"(?:0[1-9]|[12][0-9]|3[0-2])", cell.strip()) for row in grid.rows[:4000] for cell in row[:1]) else missing).append("state codes")
    return Likeness(tuple(found), tuple(missing))


def _read(document: Document) -> Received:
    import pandas as pd

    wrong, notes = Refusals(document.name), []
    grid = document.tables[0]
    at, columns = _header(grid)
    by_year = all(text.isdigit() for text in columns.values())
    preamble = [" ".join(cell.strip() for cell in row if cell.strip()) for row in grid.rows[:at]]
    foot = [" ".join(row).strip() for row in grid.rows[at + 1:] if sum(1 for cell in row if cell.strip()) == 1]
    stated = [int(year) for year in re.findall(r"(?:19|20)[0-9]{2}", " ".join(preamble + foot))]
    year = max(stated) if stated else None
    if not by_year and year is None:
        refuse(document.name, found="no census year in the title or the source line", expected="the line FUENTE: INEGI ... with its year",
               fix="download the whole export, with the source line at its foot")
    rows = []
    for index in range(at + 1, len(grid.rows)):
        row, line = grid.rows[index], grid.where(index)
        if sum(1 for cell in row if cell.strip()) < 2:
            continue
        code, name = code_text(row[0]).replace(" ", ""), row[1].strip() if len(row) > 1 else ""
        if len(row) <= max(columns):
            wrong.add(row=line, found=f"{len(row)} cells", expected=f"at least {max(columns) + 1}", fix="the line is cut; download the export again")
            continue
        sex = "total"
        if by_year:
            labels = [plain(row[column]) for column in range(2, min(columns)) if plain(row[column]) in _SEXES]
            sex = _SEXES[labels[0]] if labels else "total"
        if re.fullmatch(r"[0-9]{2}", code):
            level = "state"
            known = state_named(name)
            if known is None:
                wrong.add(row=line, found=f"the state {shown(name)}", expected="one of the 32 states", fix="restore the name INEGI printed")
                continue
            if known["code"] != code:
                wrong.add(row=line, found=f"the code {code} beside {shown(name)}", expected=f"{known['code']} (INEGI order)",
                          fix="codes and names have slipped; download the export again")
                continue
        elif re.fullmatch(r"[0-9]{5}", code):
            level = "municipality"
        elif not code and plain(name) in ("total", "nacional", "estados unidos mexicanos"):
            level, code, name = "country", "00", "Mexico"
        else:
            wrong.add(row=line, found=f"the code {shown(row[0])}", expected="a state code of 2 digits or a municipal one of 5", fix="restore the code INEGI printed")
            continue
        for column, label in columns.items():
            text = row[column].strip()
            if not text:
                continue
            try:
                value = whole(text)
            except NotANumber as error:
                wrong.add(row=line, column=label, found=f"{shown(text)} ({error.why})", expected="a number of people", fix="download the export again")
                continue
            rows.append({"year": int(label) if by_year else year, "level": level, "inegi_code": code, "name": name,
                         "sex": sex if by_year else label, "population": value, "as_printed": text, "source_row": line})
    if not rows:
        wrong.add(found="no rows of states", expected="states and their population", fix="download the export again")
    wrong.stop()
    table = pd.DataFrame(rows)
    table = table[table.apply(lambda row: row["level"] != "municipality", axis=1)].reset_index(drop=True) if (table["level"] != "municipality").any() else table
    dropped = len(rows) - len(table)
    twice = table[table.duplicated(["year", "level", "inegi_code", "sex"], keep=False)]
    for row in twice.head(3).itertuples():
        wrong.add(row=row.source_row, found=f"{row.name}, {row.year}, {row.sex} more than once", expected="once", fix="delete the copy")
    wrong.stop()
    _arithmetic(table, pd.DataFrame(rows), notes)
    if dropped:
        notes.append(f"{dropped} municipal figures were checked against their states and dropped")
    table["inegi_code"] = table["inegi_code"].astype("str")
    table = table.sort_values(["year", "inegi_code", "sex"], kind="stable").reset_index(drop=True)
    about = {"dataset": "INEGI population export", "title_lines": preamble, "foot": foot, "first_year": int(table["year"].min()), "last_year": int(table["year"].max()),
             "states": int(table.loc[table["level"] == "state", "inegi_code"].nunique()), "query": {"title": preamble[:2], "by": "year" if by_year else "sex"}}
    if about["states"] not in (0, 32):
        notes.append(f"{about['states']} of 32 states are in the file")
    return Received(LAYOUT, "reference", table, about, notes)


def _arithmetic(table, every, notes: list[str]) -> None:
    for (year, code, name), people in table.groupby(["year", "inegi_code", "name"]):
        by_sex = people.set_index("sex")["population"]
        if {"total", "men", "women"} <= set(by_sex.index) and by_sex["men"] + by_sex["women"] != by_sex["total"]:
            notes.append(f"{name} {year}: men and women add to {by_sex['men'] + by_sex['women']:,}, the total printed is {by_sex['total']:,}")
    totals = table[table["sex"] == "total"]
    for year, rows in totals.groupby("year"):
        states, country = rows[rows["level"] == "state"], rows[rows["level"] == "country"]
        if len(states) == 32 and len(country) and states["population"].sum() != country["population"].iloc[0]:
            notes.append(f"{year}: the 32 states add to {states['population'].sum():,}, the country printed is {country['population'].iloc[0]:,}")


LAYOUT = Layout("inegi-population", "reference", "INEGI population export", _looks_like, _read,
                publisher="Instituto Nacional de Estadística y Geografía (INEGI)", license="INEGI free use terms, with attribution")
