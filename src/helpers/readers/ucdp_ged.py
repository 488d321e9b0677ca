"""UCDP Georeferenced Event Dataset csv (49 columns; older releases 41 or 42 with other names for the estimates)."""

from __future__ import annotations

import datetime
import re

from helpers.readers.headings import check_header, find_header, rows_below
from helpers.readers.layout import Document, Layout, Likeness, Received, like_columns
from helpers.readers.mexico import state_named
from helpers.readers.numbers import NotANumber, whole
from helpers.readers.refusals import Refusals, shown

_REQUIRED = {"id": ("id",), "type_of_violence": ("type_of_violence",), "side_a": ("side_a",), "side_b": ("side_b",), "country": ("country",),
             "date_start": ("date_start",), "date_end": ("date_end",), "best": ("best", "best_est"), "high": ("high", "high_est"), "low": ("low", "low_est")}
_OPTIONAL = {name: (name,) for name in ("relid", "year", "conflict_name", "dyad_name", "adm_1", "adm_2", "where_prec", "date_prec", "country_id", "event_clarity",
                                        "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "latitude", "longitude", "number_of_sources", "source_headline", "where_coordinates")}
_KINDS = {"1": "state-based", "2": "non-state", "3": "one-sided"}
_PRECISION = {"1": "day", "2": "two to six days", "3": "week", "4": "month", "5": "more than a month"}


def day(text: str, american: bool = False) -> datetime.date | None:
    """A day as UCDP and ACLED print it: ISO with or without time, or ``16 May 2025``; ``5/16/2025`` only when ``american``.

    A date in slashes is refused elsewhere: 3/4/2014 means two days, and only a spreadsheet could have put it there.

    >>> day("2010-01-31 00:00:00.000"), day("16 May 2025"), day("16-May-25"), day("2010-02-31")
    (datetime.date(2010, 1, 31), datetime.date(2025, 5, 16), datetime.date(2025, 5, 16), None)
    >>> day("3/4/2014"), day("3/4/2014", american=True)
    (None, datetime.date(2014, 3, 4))
    """
    from helpers.readers.periods import month_number

    bare = text.strip()
    try:
        if match := re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[ T][0-9:.]+Z?)?", bare):
            return datetime.date(int(match[1]), int(match[2]), int(match[3]))
        if match := re.fullmatch(r"([0-9]{1,2})[ -]([A-Za-z]{3,9})[ -]([0-9]{4}|[0-9]{2})", bare):
            month = month_number(match[2])
            return datetime.date(int(match[3]) + (2000 if len(match[3]) == 2 else 0), month, int(match[1])) if month else None
        if american and (match := re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?: 0:00(?::00)?)?", bare)):
            return datetime.date(int(match[3]), int(match[1]), int(match[2]))
    except ValueError:
        return None
    return None


def mexican_place(adm_1: str) -> tuple[str, str]:
    """(present name of the state, text as printed): UCDP writes ``Guerrero state``.

    >>> mexican_place("Guerrero state"), mexican_place("Distrito Federal")[0], mexican_place("")
    (('Guerrero', 'Guerrero state'), 'Ciudad de México', ('', ''))
    """
    known = state_named(re.sub(r"\s+(?:state|estado)$", "", adm_1.strip(), flags=re.IGNORECASE))
    return (known["name"] if known else "", adm_1)


def _read(document: Document) -> Received:
    import pandas as pd

    wrong, notes = Refusals(document.name), []
    header = find_header(document.tables, _REQUIRED, _OPTIONAL)
    check_header(header, wrong)
    wrong.stop()
    rows, elsewhere, seen, odd = [], 0, {}, []
    for line, row in rows_below(header, wrong):
        cell = lambda name: row[header.columns[name]].strip() if header.has(name) else ""  # noqa: E731
        if not re.fullmatch(r"[0-9]+", cell("id")) and not cell("id"):
            wrong.add(row=line, column="id", found="an empty cell", expected="the event's number", fix="the line is cut or has slipped; download the file again")
            continue
        if cell("country") and cell("country") != "Mexico":
            elsewhere += 1
            continue
        if cell("type_of_violence") not in _KINDS:
            wrong.add(row=line, column="type_of_violence", found=shown(cell("type_of_violence")), expected="1, 2 or 3", fix="columns have slipped in this line; download the file again")
            continue
        start, end = day(cell("date_start")), day(cell("date_end"))
        if start is None or end is None:
            wrong.add(row=line, column="date_start" if start is None else "date_end", found=shown(cell("date_start" if start is None else "date_end")),
                      expected="a day such as 2014-09-26", fix="a spreadsheet may have changed the dates; use the csv as downloaded")
            continue
        if end < start:
            wrong.add(row=line, column="date_end", found=f"{end} before the start {start}", expected="an end on or after the start", fix="restore the dates UCDP printed")
            continue
        counts: dict[str, int | None] = {}
        for name in ("best", "high", "low", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"):
            text = cell(name)
            try:
                counts[name] = whole(text) if text else None
            except NotANumber as error:
                wrong.add(row=line, column=name, found=f"{shown(text)} ({error.why})", expected="a number of deaths", fix="download the file again")
                counts[name] = None
        if None not in (counts["best"], counts["high"], counts["low"]) and not counts["low"] <= counts["best"] <= counts["high"]:
            odd.append(f"event {cell('id')}: low {counts['low']}, best {counts['best']}, high {counts['high']}")
        if cell("id") in seen:
            wrong.add(row=line, column="id", found=f"event {cell('id')} again (first in line {seen[cell('id')]})", expected="each event once", fix="delete the copy")
            continue
        seen[cell("id")] = line
        state, printed = mexican_place(cell("adm_1"))
        rows.append({"event_id": cell("id"), "date_from": start, "date_to": end, "precision": _PRECISION.get(cell("date_prec"), "not stated"),
                     "type_of_violence": _KINDS[cell("type_of_violence")], "state": state, "state_as_printed": printed,
                     "municipality": re.sub(r"\s+municipality$", "", cell("adm_2")), "place": cell("where_coordinates"), "where_precision": cell("where_prec"),
                     "side_a": cell("side_a"), "side_b": cell("side_b"), **counts,
                     "sources": None if cell("number_of_sources") in ("", "-1") else cell("number_of_sources"), "headline": cell("source_headline"), "source_row": line})
    if not rows and not wrong:
        wrong.add(found=f"no events in Mexico ({elsewhere:,} elsewhere)", expected="rows whose country is Mexico", fix="download Mexico or the global file")
    wrong.stop()
    table = pd.DataFrame(rows)
    for name in ("date_from", "date_to"):
        table[name] = pd.to_datetime(table[name])
    for name in ("best", "high", "low", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"):
        table[name] = table[name].astype("Int64")
    table = table.sort_values(["date_from", "event_id"], kind="stable").reset_index(drop=True)
    if elsewhere:
        notes.append(f"{elsewhere:,} events in other countries were left out")
    if odd:
        notes.append(f"{len(odd)} events whose best estimate lies outside low to high: {'; '.join(odd[:3])}")
    zero = int(((table["best"] == 0) & (table["high"] > 0)).sum())
    if zero:
        notes.append(f"{zero} events have a best estimate of 0 and a high above 0: kept")
    notes += near_twins(table.rename(columns={"best": "deaths"}))
    notes.append("army, navy and police are one actor here (Government of Mexico), and disappearances without a body are not counted")
    about = {"dataset": "UCDP GED", "events": len(table), "first_day": str(table["date_from"].min().date()), "last_day": str(table["date_to"].max().date()),
             "columns_in_file": sum(1 for cell in header.printed if cell.strip()), "query": {"country": "Mexico", "government": bool((table["side_a"] == "Government of Mexico").any()),
                                                         "others": bool((table["side_a"] != "Government of Mexico").any())}}
    return Received(LAYOUT, "events", table, about, notes)


def near_twins(table, most: int = 8) -> list[str]:
    """Notes on events within three days of each other in one municipality with the same deaths: maybe one event twice.

    >>> import pandas as pd
    >>> near_twins(pd.DataFrame({"event_id": ["1", "2"], "date_from": pd.to_datetime(["2023-02-26", "2023-02-27"]), "municipality": ["Nuevo Laredo"] * 2, "deaths": [5, 5]}))
    ['1 and 2 may be one event: Nuevo Laredo, 2023-02-26 and 2023-02-27, 5 deaths each']
    """
    found = []
    known = table[(table["municipality"] != "") & (table["deaths"].fillna(0) > 0)]
    for (place, deaths), rows in known.sort_values("date_from").groupby(["municipality", "deaths"]):
        listed = list(rows.itertuples())
        for one, two in zip(listed, listed[1:]):
            if (two.date_from - one.date_from).days <= 3:
                found.append(f"{one.event_id} and {two.event_id} may be one event: {place}, {one.date_from.date()} and {two.date_from.date()}, {deaths} deaths each")
    more = len(found) - most
    return found[:most] + ([f"and {more} more pairs that may be one event"] if more > 0 else [])


def _looks_like(document: Document) -> Likeness:
    return like_columns(document, _REQUIRED, _OPTIONAL) if document.kind in ("delimited", "workbook") else Likeness()


LAYOUT = Layout("ucdp-ged", "events", "UCDP GED csv", _looks_like, _read,
                publisher="Uppsala Conflict Data Program, Georeferenced Event Dataset", license="CC BY 4.0 (check the release)")
