"""Security Force Monitor incidents, both shapes: the older sheet (``incident:id:admin``) and the newer claims model."""

from __future__ import annotations

import datetime
import re

from helpers.readers.headings import find_header, plain, rows_below
from helpers.readers.layout import Document, Layout, Likeness, Received
from helpers.readers.refusals import Refusals, refuse, shown
from helpers.readers.ucdp_ged import day

_OLD = {"id": ("incident:id:admin",), "violation": ("incident:violation_type",), "perpetrator": ("incident:perpetrator_unit_name", "incident:perpetrator_unit_id:admin_name", "incident:perpetrator_unit_id_name", "incident:perpetrator_unit:name"),
        "start": ("incident:start_date",)}
_OLD_MORE = {"status": ("incident:status:admin",), "end": ("incident:end_date",), "pub": ("incident:pub_date",), "place": ("incident:location_description",),
             "location": ("incident:location",), "description": ("incident:violation_description",), "class": ("incident:perpetrator_classification",),
             "source": ("incident:all:source",), "day": ("incident:start_date_day",), "month": ("incident:start_date_month",), "year": ("incident:start_date_year",),
             "unit_ref": ("incident:perpetrator_unit_id:admin",)}
_NEW = {"violation": ("incident:violation:types",), "perpetrator": ("incident:perpetrator:names",), "first": ("incident:first_precise:range", "first_precise:range")}
_NEW_MORE = {"id": ("claim:id:admin", "incident:id:admin", "claim:id", "id"), "last": ("incident:last_precise:range", "last_precise:range"),
             "first_loose": ("incident:first_imprecise:range", "first_imprecise:range"), "last_loose": ("incident:last_imprecise:range", "last_imprecise:range"),
             "class": ("incident:perpetrator:classifications",), "ref": ("incident:perpetrator:refs",), "place": ("incident:location:names", "incident:location:description", "incident:location"),
             "description": ("incident:violation:descriptions",), "victims": ("incident:victim:names",), "country": ("country:annotation", "incident:country:annotation"),
             "starting": ("incident:starting:range", "starting:range"), "ending": ("incident:ending:range", "ending:range")}


def _exact(mapping):
    # ``plain`` drops colons and underscores, so the two headings incident:start_date and incident_start:date would be one; they do not both exist.
    return {name: tuple(words) for name, words in mapping.items()}


def _both(document: Document):
    if document.kind not in ("delimited", "workbook") or not document.tables:
        return None
    old, new = find_header(document.tables, _exact(_OLD), _exact(_OLD_MORE)), find_header(document.tables, _exact(_NEW), _exact(_NEW_MORE))
    candidates = [("older sheet", old, len(_OLD)), ("claims model", new, len(_NEW))]
    candidates = [(shape, header, size) for shape, header, size in candidates if header is not None]
    return max(candidates, key=lambda entry: ((entry[2] - len(entry[1].missing)) / entry[2], len(entry[1].columns)), default=None)


def _looks_like(document: Document) -> Likeness:
    best = _both(document)
    if best is None:
        return Likeness((), ("column incident:id:admin or incident:violation:types",))
    shape, header, _size = best
    required = _OLD if shape == "older sheet" else _NEW
    if not any(plain(cell).startswith(("incident", "claim")) for cell in header.printed):
        return Likeness((), ("column incident:id:admin or incident:violation:types",))
    return Likeness(tuple(f"column {required[name][0]}" for name in required if name in header.columns),
                    tuple(f"column {required[name][0]}" for name in header.missing))


def _several(text: str) -> list[str]:
    """Several values in one cell are parted by `` ; `` or ``;``.

    >>> _several("Army ; Police;Navy")
    ['Army', 'Police', 'Navy']
    """
    return [part.strip() for part in re.split(r"\s*;\s*", text.strip()) if part.strip()]


def _span(text: str) -> tuple[datetime.date, datetime.date] | None:
    """A day, a month or a year as the Monitor prints it; the older sheet uses month/day/year."""
    bare = text.strip()
    exact = day(bare, american=True)
    if exact:
        return exact, exact
    if match := re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?(?:-(?:00|xx))?", bare) or re.fullmatch(r"()([0-9]{1,2})/([0-9]{4})", bare):
        year, month = (int(match[1]), match[2]) if match[1] else (int(match[3]), match[2])
        if not month:
            return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        if not 1 <= int(month) <= 12:
            return None
        first = datetime.date(year, int(month), 1)
        return first, (first.replace(day=28) + datetime.timedelta(days=4)).replace(day=1) - datetime.timedelta(days=1)
    return None


def _read(document: Document) -> Received:
    import pandas as pd

    wrong, notes = Refusals(document.name), []
    shape, header, _size = _both(document)
    rows, unpublished, seen, placeholders, elsewhere = [], 0, {}, 0, 0
    for line, row in rows_below(header, wrong):
        cell = lambda name: row[header.columns[name]].strip() if header.has(name) else ""  # noqa: E731
        if shape == "older sheet" and header.has("status") and cell("status") not in ("3", "3.0", "published", ""):
            unpublished += 1
            continue
        if cell("country") and cell("country").casefold() not in ("mexico", "mx", "méxico"):
            elsewhere += 1
            continue
        identity = cell("id") or f"line {line}"
        if shape == "older sheet" and not cell("id"):
            wrong.add(row=line, column="incident:id:admin", found="an empty cell", expected="the incident's id", fix="the line is cut or has slipped; download the file again")
            continue
        if identity in seen and shape == "older sheet":
            wrong.add(row=line, column="incident:id:admin", found=f"{shown(identity)} again (first in line {seen[identity]})", expected="each incident once", fix="delete the copy")
            continue
        seen[identity] = line
        spans = []
        for name in (("start", "end") if shape == "older sheet" else ("first", "first_loose", "last", "last_loose")):
            text = cell(name)
            if not text:
                continue
            span = _span(text)
            if span is None:
                wrong.add(row=line, column=header.printed[header.columns[name]].strip(), found=shown(text), expected="a day, a month or a year", fix="restore the date the Monitor printed")
            else:
                spans.append(span)
        if not spans and header.has("year") and re.fullmatch(r"[0-9]{4}", cell("year")):
            text = "-".join(filter(None, (cell("year"), cell("month").zfill(2) if cell("month") else "", cell("day").zfill(2) if cell("day") else "")))
            span = _span(text)
            spans = [span] if span else []
        first = min((span[0] for span in spans), default=None)
        last = max((span[1] for span in spans), default=None)
        perpetrators = _several(cell("perpetrator"))
        real = [name for name in perpetrators if not name.casefold().startswith("unknown")]
        placeholders += len(perpetrators) - len(real)
        rows.append({"incident_id": identity, "date_from": first, "date_to": last, "precision": "not stated" if first is None else "day" if first == last else "span",
                     "place": cell("place") or cell("location"), "violations": "; ".join(_several(cell("violation"))), "perpetrators": "; ".join(real),
                     "classifications": "; ".join(_several(cell("class"))), "description": cell("description"), "perpetrators_as_printed": cell("perpetrator"), "source_row": line})
    if not rows and not wrong:
        refuse(document.name, found="no published incidents" + (f" ({unpublished} not for publication)" if unpublished else ""), expected="incidents of status 3", fix="ask the Monitor for the published sheet")
    wrong.stop()
    table = pd.DataFrame(rows)
    for name in ("date_from", "date_to"):
        table[name] = pd.to_datetime(table[name])
    table = table.sort_values(["date_from", "incident_id"], kind="stable", na_position="last").reset_index(drop=True)
    if unpublished:
        notes.append(f"{unpublished} rows are not of status 3 (not meant for publication) and were left out")
    if placeholders:
        notes.append(f"{placeholders} perpetrators named Unknown are placeholders and were left out")
    if elsewhere:
        notes.append(f"{elsewhere} incidents in other countries were left out")
    notes.append("every incident is alleged; state and municipal police of Mexico are not covered")
    about = {"dataset": "Security Force Monitor incidents", "shape": shape, "incidents": len(table), "query": {"report": "incidents", "shape": shape}}
    return Received(LAYOUT, "events", table, about, notes)


LAYOUT = Layout("security-force-monitor", "events", "Security Force Monitor incidents csv", _looks_like, _read,
                publisher="Security Force Monitor, Columbia Law School Human Rights Institute", license="CC BY 4.0 (check the release)")
