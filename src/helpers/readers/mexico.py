"""Names of Mexican states and of the agencies that hold police firearms, as documents print them."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from helpers import paths
from helpers.readers.headings import plain


def _reference(name: str) -> Path:
    return paths.root() / "data" / "raw" / "reference" / name


@cache
def _states() -> dict[str, dict[str, str]]:
    known: dict[str, dict[str, str]] = {}
    with _reference("mexican_states.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for alias in [row["name"], *row["aliases"].split(";")]:
                known[plain(alias).replace(" ", "")] = {"code": row["inegi_code"], "name": row["name"]}
    return known


def state_named(text: str) -> dict[str, str] | None:
    """INEGI code and present name for a state's name as printed; ``None`` for anything else.

    Case, accents, dots and blanks do not count, nor does damage such as ``MICHOACÃN``. MEXICO alone is
    the state (15): in an entity column the country stands in total rows only.

    >>> state_named("MICHOACAN DE OCAMPO"), state_named("D.F.")["code"], state_named("MICHOACÃ\\x81N")["code"], state_named("Texas")
    ({'code': '16', 'name': 'Michoacán'}, '09', '16', None)
    """
    key = plain(text).replace(" ", "")
    if not key:
        return None
    if key in _states():
        return _states()[key]
    for encoding in ("cp1252", "latin-1"):
        try:
            return _states().get(plain(text.encode(encoding).decode("utf-8")).replace(" ", ""))
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
    # The second byte of an accent is often lost altogether: MICHOACÃN is MICHOAC?N.
    if "Ã" in text:
        pattern = re.compile("".join(re.escape(c) if c != "?" else ".?" for c in plain(text.replace("Ã", "0")).replace(" ", "").replace("0", "?")))
        hits = {state["code"]: state for alias, state in _states().items() if pattern.fullmatch(alias)}
        if len(hits) == 1:
            return next(iter(hits.values()))
    return None


def state_names() -> list[str]:
    """The 32 present names, for messages that suggest one."""
    return sorted({state["name"] for state in _states().values()})


def near_state(text: str) -> str:
    """Advice for a state's name that is not known: the state it is most like, if it is much like one.

    >>> near_state("Guerero"), near_state("Texas")
    ('write Guerrero, if that is what is meant', "restore the state's name")
    """
    from rapidfuzz import fuzz, process

    hit = process.extractOne(plain(text), {name: plain(name) for name in state_names()}, scorer=fuzz.partial_ratio if len(text) > 12 else fuzz.ratio, score_cutoff=78)
    return f"write {hit[2]}, if that is what is meant" if hit else "restore the state's name"


@dataclass(frozen=True)
class AgencyName:
    """One name an agency had: ``agency_id`` stays through changes of name; ``first`` and ``last`` are the years it was used."""

    agency_id: str
    alias: str
    name: str
    state: str
    first: int
    last: int


@cache
def _agencies() -> tuple[AgencyName, ...]:
    with _reference("agency_names.csv").open(encoding="utf-8", newline="") as file:
        return tuple(AgencyName(row["agency_id"], plain(row["alias"]), row["name"], row["state"],
                                int(row["year_from"] or 0), int(row["year_to"] or 9999)) for row in csv.DictReader(file))


def agency_named(text: str, state: str = "", year: int | None = None) -> tuple[str, str, str]:
    """(agency_id, name, remark) for an agency as printed; blank id when the dated table does not know it.

    Names are matched whole, never by part, and per state where the table gives one. The remark says when
    a name is used outside its years (PGR for 2021), which is a reason to look at the row again.

    >>> agency_named("PGR", year=2010)[0] == agency_named("FGR", year=2021)[0] != ""
    True
    >>> agency_named("PGR", year=2023)[2]
    'PGR is not a name of 2023'
    >>> agency_named("Policía de Utopía")
    ('', '', '')
    """
    key = plain(text)
    hits = [entry for entry in _agencies() if entry.alias == key and (not entry.state or not state or entry.state == state)]
    if not hits or len({entry.agency_id for entry in hits}) > 1:
        return "", "", ""
    in_time = [entry for entry in hits if year is None or entry.first <= year <= entry.last]
    entry = (in_time or hits)[0]
    return entry.agency_id, entry.name, "" if in_time else f"{text.strip()} is not a name of {year}"


_FIREARM_TYPES = (
    # Whole words first: "subametralladora" holds "ametralladora", "escopeta lanza granadas" holds "escopeta".
    (r"escopeta lanza ?granadas|lanza ?granadas?|lanzador(?: de granadas)?|multilanzador|lanza ?cohetes|mortero|granada|gas", "not a firearm"),
    (r"pistola (?:sub)?ametralladora|sub ?(?:a|)metrallador?a|submetralleta|metralleta|subfusil", "long"),
    (r"ametralladora", "long"),
    (r"pistola|revolver|escuadra|arma corta|cortas?", "short"),
    (r"fusil.*|rifle.*|carabina.*|escopeta.*|mosqueton|arma larga|largas?", "long"),
)


def firearm_type(text: str) -> str:
    """``short``, ``long``, ``not a firearm`` or ``unknown`` for a type word as printed on a receipt.

    >>> firearm_type("Pistola ametralladora"), firearm_type("Escopeta lanza granadas"), firearm_type("Revólver"), firearm_type("x")
    ('long', 'not a firearm', 'short', 'unknown')
    """
    words = plain(text)
    for pattern, kind in _FIREARM_TYPES:
        if re.fullmatch(pattern, words):
            return kind
    return "unknown"
