"""The publications behind a figure or a finding, with what a footnote needs; a run keeps them in ``sources.json``."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from helpers import paths
from helpers.problems import InputProblems, Problem, nearest


class Reference(NamedTuple):
    """One publication: id, citation, address ("" when none), the ISO day it was read, and its sensitivity."""

    id: str
    citation: str
    url: str
    accessed: str
    sensitivity: str = "public"

    @property
    def leaked(self) -> bool:
        """Whether the document was leaked: it stays out of letters unless asked for by name."""
        return self.sensitivity == "leaked"


def look_up(ids: Iterable[str]) -> list[Reference]:
    """The publications with these ids, each once, in the order given.

    Read from ``data/processed/sources.csv``: the bibliography, and files that were brought in.

    Raises ``InputProblems`` for ids that are not in the bibliography, with near ones.

    >>> look_up(["bts-1"])[0].leaked
    False
    """
    from helpers.charts.style import clean

    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return []
    with (paths.root() / "data" / "processed" / "sources.csv").open(encoding="utf-8", newline="") as file:
        known = {row["source_id"]: row for row in csv.DictReader(file)}
    unknown = [source for source in wanted if source not in known]
    if unknown:
        raise InputProblems([Problem("data/raw/sources.csv", None, "source_id", f"no source {source!r}",
                                     "a row for every source cited", f"add it, or use {' or '.join(nearest(source, list(known))) or 'another'}")
                             for source in unknown])
    return [Reference(source, clean(known[source]["citation"]).rstrip("."), clean(known[source]["url"]),
                      known[source]["accessed"][:10], clean(known[source]["sensitivity"])) for source in wanted]


def references(run: Mapping, ids: Iterable[str]) -> list[Reference]:
    """The publications with these ids as the run recorded them (see ``record.load``).

    >>> references({"sources": {"a": Reference("a", "A paper", "", "2026-11-21")}}, ["a"])[0].citation
    'A paper'
    """
    return [run["sources"][source] for source in dict.fromkeys(ids) if source in run["sources"]]
