"""Consolidated Screening List JSON: the search answer or the bulk file. Firms and bodies only; private persons stay out."""

from __future__ import annotations

import datetime
from typing import Any

from helpers.readers.layout import Document, Layout, Likeness, Received
from helpers.readers.refusals import Refusals, refuse, shown


def _results(document: Document) -> list[Any] | None:
    if document.kind == "json" and isinstance(document.data, dict) and isinstance(document.data.get("results"), list):
        return document.data["results"]
    return None


def _looks_like(document: Document) -> Likeness:
    results = _results(document)
    if results is None:
        return Likeness()
    found, missing = ["results"], []
    records = [one for one in results[:200] if isinstance(one, dict)]
    if not results:
        (found if "sources_used" in document.data else missing).append("sources_used")
        return Likeness(tuple(found), tuple(missing))
    for name in ("name", "source", "addresses", "alt_names"):
        (found if any(name in one for one in records) else missing).append(name)
    return Likeness(tuple(found), tuple(missing))


def _read(document: Document) -> Received:
    import pandas as pd

    wrong, notes = Refusals(document.name), []
    results = _results(document)
    if not results:
        refuse(document.name, found="an answer without entries", expected="at least one entry", fix="the search found nothing, which says nothing about any unit; bring the bulk file instead")
    rows, persons, seen = [], 0, set()
    for at, one in enumerate(results, start=1):
        if not isinstance(one, dict):
            wrong.add(row=at, found="an entry that is not a record", expected="records with name and source", fix="download the file again")
            continue
        name, source = one.get("name"), one.get("source")
        if not isinstance(name, str) or not name.strip() or not isinstance(source, str) or not source.strip():
            wrong.add(row=at, column="name" if not isinstance(name, str) or not name.strip() else "source", found=shown(name if not isinstance(name, str) else source),
                      expected="every entry with its name and list", fix="download the file again")
            continue
        if str(one.get("type") or "").casefold() == "individual":
            persons += 1
            continue
        addresses = one.get("addresses") or []
        if not isinstance(addresses, list) or not all(isinstance(place, dict) for place in addresses):
            wrong.add(row=at, column="addresses", found=shown(addresses), expected="a list of addresses", fix="download the file again")
            continue
        dates = {}
        for column in ("start_date", "end_date"):
            text = one.get(column)
            try:
                dates[column] = datetime.date.fromisoformat(str(text)[:10]) if text else None
            except ValueError:
                wrong.add(row=at, column=column, found=shown(text), expected="a day such as 2020-06-05", fix="download the file again")
                dates[column] = None
        # entity_number is null or used again across lists, so it is never a key.
        identity = str(one.get("id") or "") or f"{source}|{name}|{one.get('entity_number')}"
        if identity in seen:
            notes.append(f"entry {shown(name)} comes twice; counted once")
            continue
        seen.add(identity)
        aliases = one.get("alt_names") or []
        rows.append({"entry_id": identity, "list": source, "name": name.strip(), "type": str(one.get("type") or "not stated"),
                     "aliases": "; ".join(str(alias) for alias in aliases) if isinstance(aliases, list) else str(aliases),
                     "countries": "; ".join(sorted({str(place.get("country")) for place in addresses if place.get("country")})),
                     "in_mexico": any(str(place.get("country") or "").upper() in ("MX", "MEXICO") for place in addresses),
                     "start_date": dates["start_date"], "end_date": dates["end_date"], "notice": str(one.get("federal_register_notice") or ""),
                     "entity_number": "" if one.get("entity_number") is None else str(one["entity_number"]), "source_row": at})
    if not rows and not wrong:
        wrong.add(found=f"only private persons ({persons:,})", expected="firms or bodies", fix="bring the whole list")
    wrong.stop()
    table = pd.DataFrame(rows)
    for name in ("start_date", "end_date"):
        table[name] = pd.to_datetime(table[name])
    table = table.sort_values(["list", "name", "entry_id"], kind="stable").reset_index(drop=True)
    used = document.data.get("sources_used") or []
    imported = [str(one.get("source_last_updated") or one.get("import_date") or "")[:10] for one in used if isinstance(one, dict)]
    if persons:
        notes.append(f"{persons:,} private persons on the list were left out")
    total = document.data.get("total")
    if isinstance(total, int) and total > len(results):
        notes.append(f"the search has {total:,} entries, the file holds {len(results):,}")
    notes.append("the list holds persons and firms, not Mexican police or military units: a miss says nothing on human rights")
    about = {"dataset": "Consolidated Screening List", "entries": len(table), "lists": sorted(table["list"].unique()), "revision": max(imported, default=""), "downloaded": max(imported, default=""),
             "query": {"file": "bulk" if total is None or total == len(results) else "search"}}
    return Received(LAYOUT, "licenses", table, about, notes)


LAYOUT = Layout("screening-list", "licenses", "Consolidated Screening List JSON", _looks_like, _read,
                publisher="U.S. International Trade Administration, Consolidated Screening List", license="U.S. government work, public domain")
