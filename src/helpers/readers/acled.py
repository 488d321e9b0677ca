"""ACLED csv, old (upper case, numeric interactions) and new (31 columns, words)."""

from __future__ import annotations

import re

from helpers.readers.headings import check_header, find_header, rows_below
from helpers.readers.layout import Document, Layout, Likeness, Received, like_columns
from helpers.readers.mexico import state_named
from helpers.readers.numbers import NotANumber, whole
from helpers.readers.refusals import Refusals, shown
from helpers.readers.ucdp_ged import day, near_twins

_REQUIRED = {"event_id": ("event_id_cnty",), "date": ("event_date",), "event_type": ("event_type",), "actor1": ("actor1",),
             "country": ("country",), "admin1": ("admin1",), "fatalities": ("fatalities",)}
_OPTIONAL = {name: (name,) for name in ("sub_event_type", "actor2", "inter1", "inter2", "interaction", "time_precision", "geo_precision", "admin2", "location",
                                        "source", "notes", "disorder_type", "civilian_targeting", "tags", "timestamp", "year", "assoc_actor_1", "assoc_actor_2")}
# Numbers of older files in the words of newer ones (ACLED codebook; general knowledge, unverified).
_ACTORS = {"1": "State forces", "2": "Rebel group", "3": "Political militia", "4": "Identity militia", "5": "Rioters", "6": "Protesters", "7": "Civilians", "8": "External/Other forces"}
_PRECISION = {"1": "day", "2": "week", "3": "month"}


def _looks_like(document: Document) -> Likeness:
    return like_columns(document, _REQUIRED, _OPTIONAL) if document.kind in ("delimited", "workbook") else Likeness()


def _read(document: Document) -> Received:
    import pandas as pd

    wrong, notes = Refusals(document.name), []
    header = find_header(document.tables, _REQUIRED, _OPTIONAL)
    check_header(header, wrong)
    wrong.stop()
    rows, elsewhere, seen, numeric = [], 0, {}, 0
    for line, row in rows_below(header, wrong):
        cell = lambda name: row[header.columns[name]].strip() if header.has(name) else ""  # noqa: E731
        if cell("country") and cell("country") != "Mexico":
            elsewhere += 1
            continue
        if not cell("event_id"):
            wrong.add(row=line, column="event_id_cnty", found="an empty cell", expected="the event's id", fix="the line is cut or has slipped; download the file again")
            continue
        when = day(cell("date"))
        if when is None:
            wrong.add(row=line, column="event_date", found=shown(cell("date")), expected="a day such as 16 May 2025 or 2025-05-16", fix="a spreadsheet may have changed the dates; use the csv as downloaded")
            continue
        try:
            deaths = whole(cell("fatalities"))
        except NotANumber as error:
            wrong.add(row=line, column="fatalities", found=f"{shown(cell('fatalities'))} ({error.why})", expected="a number of deaths, 0 for none reported", fix="download the file again")
            continue
        if deaths < 0:
            wrong.add(row=line, column="fatalities", found=str(deaths), expected="zero or more", fix="download the file again")
            continue
        if cell("event_id") in seen:
            wrong.add(row=line, column="event_id_cnty", found=f"event {cell('event_id')} again (first in line {seen[cell('event_id')]})", expected="each event once",
                      fix="files of two downloads were joined; keep the newer one")
            continue
        seen[cell("event_id")] = line
        known = state_named(cell("admin1"))
        if known is None and cell("admin1"):
            wrong.add(row=line, column="admin1", found=shown(cell("admin1")), expected="one of the 32 states", fix="columns have slipped in this line, or the name is misspelled")
            continue
        sides = []
        for name in ("inter1", "inter2"):
            text = cell(name)
            numeric += bool(re.fullmatch(r"[0-9]", text))
            sides.append(_ACTORS.get(text, "" if text == "0" else text))
        rows.append({"event_id": cell("event_id"), "date_from": when, "date_to": when, "precision": _PRECISION.get(cell("time_precision"), "not stated"),
                     "event_type": cell("event_type"), "sub_event_type": cell("sub_event_type"), "state": known["name"] if known else "", "state_as_printed": cell("admin1"),
                     "municipality": cell("admin2"), "place": cell("location"), "actor1": cell("actor1"), "actor1_kind": sides[0], "actor2": cell("actor2"), "actor2_kind": sides[1],
                     "deaths": deaths, "civilian_targeting": cell("civilian_targeting"), "date_as_printed": cell("date"), "source_row": line})
    if not rows and not wrong:
        wrong.add(found=f"no events in Mexico ({elsewhere:,} elsewhere)", expected="rows whose country is Mexico", fix="choose Mexico in the export")
    wrong.stop()
    table = pd.DataFrame(rows)
    for name in ("date_from", "date_to"):
        table[name] = pd.to_datetime(table[name])
    table["deaths"] = table["deaths"].astype("Int64")
    # A date known to the week or the month is a span; the codebook gives its middle or first day, so we widen, never narrow.
    week, month = table["precision"] == "week", table["precision"] == "month"
    table.loc[week, "date_from"] -= pd.Timedelta(days=6)
    table.loc[week, "date_to"] += pd.Timedelta(days=6)
    starts = table.loc[month, "date_from"].dt.to_period("M")
    table.loc[month, "date_from"] = starts.dt.start_time
    table.loc[month, "date_to"] = starts.dt.end_time.dt.normalize()
    table = table.sort_values(["date_from", "event_id"], kind="stable").reset_index(drop=True)
    shape = "new" if header.has("disorder_type") or header.has("civilian_targeting") else "old"
    if numeric:
        notes.append("actor kinds are numbers in this file and were put into words")
    if elsewhere:
        notes.append(f"{elsewhere:,} events in other countries were left out")
    notes += near_twins(table)
    notes.append("fatalities are estimates, 0 means none reported; actor1 is not always the attacker; rows may not be republished")
    about = {"dataset": "ACLED", "shape": shape, "events": len(table), "first_day": str(table["date_from"].min().date()), "last_day": str(table["date_to"].max().date()),
             "query": {"country": "Mexico", "event_types": sorted(table["event_type"].unique())}}
    return Received(LAYOUT, "events", table, about, notes)


LAYOUT = Layout("acled", "events", "ACLED csv", _looks_like, _read,
                publisher="Armed Conflict Location & Event Data (ACLED)", license="ACLED terms of use: rows may not be republished")
