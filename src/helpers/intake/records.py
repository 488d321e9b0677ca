"""The records of received files: one row a file, what it says about itself, which download replaces which."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers import paths
from helpers.problems import InputProblems, Problem

if TYPE_CHECKING:
    from helpers.readers.layout import Received

COLUMNS = ("path", "topic", "layout", "publisher", "citation", "url", "accessed", "license", "sha256", "about", "replaced_by")


def read(raw: Path) -> list[dict[str, str]]:
    path = raw / "records.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        missing = [column for column in COLUMNS if column not in (reader.fieldnames or [])]
        if missing:
            raise InputProblems([Problem("data/raw/records.csv", 1, missing[0], "no such column", "the columns " + ", ".join(COLUMNS), "put the file back from version control")])
        return [dict(row) for row in reader]


def write(raw: Path, records: Sequence[dict[str, str]]) -> None:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(sorted(records, key=lambda record: record["path"]))
    paths.write_text(raw / "records.csv", out.getvalue())


def about_of(received: Received) -> dict[str, Any]:
    skip = {"layout", "publisher", "license", "sha256", "title"}
    about = {key: value for key, value in received.about.items() if key not in skip and value not in ("", None, [], {})}
    about["rows"] = len(received.table)
    about["notes"] = received.notes[:60]
    return json.loads(json.dumps(about, ensure_ascii=False, default=str))


def _query(about: dict[str, Any], layout: str) -> str:
    return json.dumps([layout, about.get("query", {})], sort_keys=True, ensure_ascii=False)


def replace_older(records: list[dict[str, str]], new: dict[str, str]) -> list[str]:
    """Mark older downloads of the same query as replaced by the new one, or the new one by a newer that is there."""
    key = _query(json.loads(new["about"]), new["layout"])
    replaced = []
    for record in records:
        if record["layout"] != new["layout"] or record["replaced_by"]:
            continue
        try:
            same = _query(json.loads(record["about"] or "{}"), record["layout"]) == key
        except ValueError:
            continue
        if not same or key == _query({}, new["layout"]) or not _covers(new if record["accessed"] <= new["accessed"] else record,
                                                                       record if record["accessed"] <= new["accessed"] else new):
            continue
        if record["accessed"] <= new["accessed"]:
            record["replaced_by"] = new["path"]
            replaced.append(record["path"])
        else:
            new["replaced_by"] = record["path"]
    return replaced


def _covers(newer: dict[str, str], older: dict[str, str]) -> bool:
    """Whether the newer file reaches over all years of the older: a download of other years stands beside it, not above it."""
    new, old = json.loads(newer["about"] or "{}"), json.loads(older["about"] or "{}")
    for first, last in (("first_year", "last_year"), ("first_day", "last_day")):
        if {first, last} <= set(new) & set(old):
            return new[first] <= old[first] and new[last] >= old[last]
    return True


def citation(received: Received, vintage: str) -> str:
    about = received.about
    years = [str(about[name]) for name in ("first_year", "last_year") if about.get(name)]
    flow = str(about.get("parameters", {}).get("Trade Flow", "")) if isinstance(about.get("parameters"), dict) else ""
    parts = [received.layout.publisher, about.get("dataset") or received.layout.title, flow, "-".join(dict.fromkeys(years)), f"downloaded {vintage}"]
    return ", ".join(str(part) for part in parts if part)


def home(layout: str) -> str:
    from helpers.intake.recipes import HOME

    return HOME.get(layout, "address not given")


def without_key(url: str) -> str:
    """An address without the secret key some services want in it.

    >>> without_key("https://api.census.gov/data?get=A&key=SECRET&time=2023-12")
    'https://api.census.gov/data?get=A&time=2023-12'
    """
    url = re.sub(r"([?&])(?:key|subscription-key|api_key|token)=[^&]*", r"\1", url, flags=re.IGNORECASE)
    return re.sub(r"[?&]+$", "", re.sub(r"&&+", "&", url.replace("?&", "?")))
