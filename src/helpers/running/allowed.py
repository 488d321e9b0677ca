"""Which values of the suite's own parameters make sense on the data at hand: windows, states, levels.

Reads small CSV files with the standard library only, because a run checks its parameters before
anything heavy is imported.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers.problems import nearest

Violation = tuple[str, str, str, str]  # parameter, found, expected, fix


def violations(project: Path, values: Mapping[str, Any], written: set[str]) -> Iterator[Violation]:
    """What is wrong with ``values``: one ``(parameter, found, expected, fix)`` for each; only names in ``written``.

    ``values`` holds every parameter of the run, so that a rule may look at two together (windows of
    different lengths); a rule speaks up only about a name someone wrote.
    """
    for name in sorted(written):
        if name.endswith("_window") and isinstance(values[name], str):
            yield from _window(project, name, values, written)
        if name in ("state_from", "state_to"):
            yield from _day(name, values, written)
        for names, choices in CHOICES.items():
            if name in names:
                yield from _choice(name, values[name], choices(project))


# --- windows -------------------------------------------------------------------------------------

def window(text: str) -> tuple[int, int] | None:
    """First and last year of a window such as ``"2002-2004"``; None when it is not one.

    >>> window("2002-2004"), window("2002")
    ((2002, 2004), None)
    """
    match = re.fullmatch(r"\s*(\d{4})\s*[-\u2013]\s*(\d{4})\s*", text)
    return (int(match[1]), int(match[2])) if match else None


def covered_years(project: Path) -> frozenset[int]:
    """Calendar years for which a whole year of HS 93 total exports is held, from ``data/processed/exports.csv``.

    A row for part of a year, or for several years in one sum, covers no year.
    """
    for folder in ("processed", "raw/exports"):
        path = project / "data" / folder / "exports.csv"
        if path.is_file():
            stamp = path.stat()
            return _covered(path, stamp.st_mtime_ns, stamp.st_size)
    return frozenset()


@lru_cache(maxsize=8)
def _covered(path: Path, _changed: int, _size: int) -> frozenset[int]:
    with path.open(encoding="utf-8", newline="") as file:
        return frozenset(int(float(row["year_from"])) for row in csv.DictReader(file)
                         if row["hs"] == "93" and row["flow"] == "total" and row["months"] in ("all", "")
                         and row["year_from"] == row["year_to"])


def _window(project: Path, name: str, values: Mapping[str, Any], written: set[str]) -> Iterator[Violation]:
    text = values[name]
    years = window(text)
    if years is None:
        yield name, f"{name} set to '{text}'", "two years such as 2005-2007", "write the first and the last year"
        return
    first, last = years
    if first > last:
        yield name, f"{name} {text}, which runs backwards", "the earlier year first", f"write {last}-{first}"
        return
    covered = covered_years(project)
    if not covered or name not in _EXPORTS:
        return
    missing = [year for year in range(first, last + 1) if year not in covered]
    span = f"whole years from {min(covered)} to {max(covered)}"
    if missing:
        near = nearest_window(first, last, covered)
        fix = f"use {near}" if near else "use a shorter window"
        where = "outside the data" if len(missing) == last - first + 1 else (
            f"only half covered: there is no whole year for {_listed(missing)}")
        yield name, f"{name} {text}, which is {where}", span, fix
        return
    priced = {int(year) for year in _column("reference/cpi_u.csv", "year")(project)} if values.get("dollars") == "real" else set()
    unpriced = [year for year in range(first, last + 1) if year not in priced] if priced else []
    if unpriced:
        yield (name, f"{name} {text} in constant dollars, with no consumer price index for {_listed(unpriced)}",
               f"years from {min(priced)} to {max(priced)}", f"use {nearest_window(first, last, covered & priced)} or -p dollars nominal")
        return
    (twin,) = set(_EXPORTS) - {name}
    other = window(values[twin]) if isinstance(values.get(twin), str) else None
    if other and other[0] <= other[1] and other[1] - other[0] != last - first and (twin not in written or name < twin):
        length, wanted = last - first + 1, other[1] - other[0] + 1
        near = nearest_window(first, first + wanted - 1, covered)
        yield (name, f"{name} {text} with {length} years beside {twin} {values[twin]} with {wanted}",
               "windows of equal length, since their sums are compared", f"use {near} or change {twin} too")


def _day(name: str, values: Mapping[str, Any], written: set[str]) -> Iterator[Violation]:
    try:
        day = dt.date.fromisoformat(values[name])
    except (TypeError, ValueError):
        yield name, f"{name} set to '{values[name]}'", "a day that exists, as YYYY-MM-DD", "write for example 2006-08-01"
        return
    twin = "state_to" if name == "state_from" else "state_from"
    try:
        other = dt.date.fromisoformat(values.get(twin, ""))
    except (TypeError, ValueError):
        return
    backwards = day > other if name == "state_from" else day < other
    if backwards and (name < twin or twin not in written):
        yield (name, f"{name} {day} beside {twin} {other}, which runs backwards", "the earlier day first",
               f"change {name} or set {twin} too")


def nearest_window(first: int, last: int, covered: frozenset[int]) -> str:
    """The covered window of the same length nearest to ``first``-``last``; "" when none is long enough.

    >>> nearest_window(1990, 1992, frozenset(range(1994, 2026)))
    '1994-1996'
    """
    starts = [start for start in covered if all(year in covered for year in range(start, start + last - first + 1))]
    best = min(starts, key=lambda start: (abs(start - first), start), default=None)
    return f"{best}-{best + last - first}" if best is not None else ""


def _listed(years: list[int]) -> str:
    return f"{years[0]} to {years[-1]}" if len(years) > 2 else " and ".join(map(str, years))


# The windows whose sums of exports are compared; any other window only has to run forward.
_EXPORTS = ("base_window", "comparison_window")

# --- choices -------------------------------------------------------------------------------------

def _choice(name: str, value: Any, choices: list[str]) -> Iterator[Violation]:
    for item in value if isinstance(value, list) else [value]:
        if str(item) in ("", *choices):
            continue
        near = _nearest(str(item), choices)
        shown = f"one of {', '.join(choices)}" if len(choices) <= 12 else f"one of {len(choices)} from {choices[0]} to {choices[-1]}"
        fix = f"use {' or '.join(near)}" if near else f"use a name such as {choices[0]}"
        yield name, f"{name} set to '{item}'", shown, fix


def _nearest(item: str, choices: list[str]) -> list[str]:
    if item.isdigit() and all(choice.isdigit() for choice in choices):
        return sorted(choices, key=lambda choice: abs(int(choice) - int(item)))[:1]
    return nearest(item, choices)


def _column(path: str, column: str, only: Callable[[Mapping[str, str]], bool] = bool) -> Callable[[Path], list[str]]:
    """The values in a column of a raw file, of the rows that ``only`` keeps."""
    def values(project: Path) -> list[str]:
        with (project / "data" / "raw" / path).open(encoding="utf-8-sig", newline="") as file:
            return sorted({part.strip() for row in csv.DictReader(file) if only(row)
                           for part in row[column].split(";") if part.strip()})
    return values


def _numeric(column: str) -> Callable[[Mapping[str, str]], bool]:
    return lambda row: bool(re.fullmatch(r"\d+(\.\d+)?", row[column].strip()))


# Parameters that mean the same in every notebook, and the names the data allows for them; "" means all.
CHOICES: dict[tuple[str, ...], Callable[[Path], list[str]]] = {
    ("language",): lambda project: ["en", "es"],
    ("dollars",): lambda project: ["nominal", "real"],
    ("state", "states"): _column("reference/mexican_states.csv", "name"),
    ("force", "forces"): _column("events/atrocities.csv", "force_type"),
    ("price_year",): _column("reference/cpi_u.csv", "year"),
    # Only a claim with a number can be marked in a chart.
    ("claim",): _column("letters/letter_claims.csv", "claim_id", _numeric("stated_value")),
    ("state_source",): _column("missing-firearms/missing_firearms.csv", "source_id"),
    ("leaked_sources",): _column("sources.csv", "source_id", lambda row: row["sensitivity"] == "leaked"),
    ("finding_level", "finding_levels"): _column("events/atrocities.csv", "finding_level"),
}
