"""How far two printed names of a force mean the same body.

A dated table of forces (`data/raw/reference/forces.csv`) holds names, aliases and the relations that a source states: successor,
parent and child. Everything else is read from the words themselves ("Guerrero state police", "municipal police of Iguala").
The answer is a tier with its evidence, from "same unit" down to "same state only" (rule 4 of "Order in time" in METHODS).
A relation the table marks as unverified never raises a tier.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from helpers.problems import InputProblems, Problem

SAME_UNIT = "same unit"
SUCCESSOR = "successor unit"
PARENT = "parent or child command"
SAME_CORPS = "same corps and state"
SAME_STATE = "same state only"
TIERS = (SAME_UNIT, SUCCESSOR, PARENT, SAME_CORPS, SAME_STATE)
RANK = {tier: place for place, tier in enumerate(TIERS)}

COLUMNS = ("force_id", "name", "aliases", "corps", "level", "state", "municipality", "relation", "related_id", "from", "to", "precision",
           "verified", "source_id", "note")
CORPS = ("army", "navy", "federal_police", "federal_prosecutor", "intelligence", "state_police", "state_prosecutor", "municipal_police")
RELATIONS = ("", "successor_of", "child_of")

# Words that name a corps when no entry of the table does. The order matters: "municipal" before "SSP", since one name can hold both.
CORPS_WORDS = (
    ("municipal_police", r"municipal|local police|policia local"),
    ("federal_police", r"federal police|federal and state police|policia federal|national guard|guardia nacional"),
    ("state_prosecutor", r"pgj|procuraduria general de justicia|fiscalia"),
    ("state_police", r"state police|state and municipal|state forces|policia estatal|ssp|secretaria de seguridad|seguridad publica|ministerial|state security"),
    ("navy", r"marines?|navy|naval|semar"),
    ("army", r"soldiers?|army|infantry|ejercito|sedena"),
)


def plain(text) -> str:
    """Lower case, no accents, punctuation to single spaces: the form in which names are compared.

    >>> plain("Policía  Estatal de Michoacán (S.S.P.)")
    'policia estatal de michoacan ssp'
    """
    if text is None or text != text:
        return ""
    text = unicodedata.normalize("NFKD", str(text))
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    text = re.sub(r"(?<=\b\w)\.(?=\w\b)|(?<=\b\w)\.", "", text)  # S.S.P. is SSP
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text).split())


@dataclass(frozen=True)
class Force:
    """One body as recognized in a text: id, printed name, corps, level ("unit" or "force"), state and municipality.

    >>> Force("SP-GRO", "Guerrero state police", "state_police", "force", "Guerrero").corps
    'state_police'
    """

    id: str
    name: str
    corps: str
    level: str
    state: str = ""
    municipality: str = ""


class Table:
    """The table of forces, ready for look-ups. Build it from the frame of `forces.csv` with text cells.

    Parameters
    ----------
    frame : pandas.DataFrame
        Columns `COLUMNS`, all text, blanks as "" or NA. One row for each name and relation; a force with two relations has two rows.

    Raises
    ------
    InputProblems
        Unknown corps, level or relation; a relation to a force that is not in the table; a verified relation without a source.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [["A", "Alpha", "", "state_police", "unit", "Sonora", "", "", "", "", "", "", "yes", "s-1", ""],
    ...         ["B", "Beta", "", "state_police", "unit", "Sonora", "", "successor_of", "A", "", "", "", "yes", "s-1", ""]]
    >>> table = Table(pd.DataFrame(rows, columns=COLUMNS))
    >>> table.tier(table.recognize("Beta", "Sonora"), table.recognize("Alpha", "Sonora"))
    ('successor unit', 'Beta | Alpha | Beta successor_of Alpha [s-1]')
    """

    def __init__(self, frame, file="forces.csv"):
        frame = frame.astype(object).where(frame.notna(), "")
        problems = list(_problems(frame, file))
        if problems:
            raise InputProblems(problems, title=f"{file} cannot be used:")
        self.forces: dict[str, Force] = {}
        self.relations: dict[str, list[tuple[str, str, str]]] = {}  # id -> (relation, related id, source)
        names: list[tuple[str, str, bool]] = []
        for row in frame.to_dict("records"):
            force = Force(row["force_id"], row["name"], row["corps"], row["level"], row["state"], row["municipality"])
            self.forces.setdefault(force.id, force)
            if row["relation"] and row["verified"] == "yes":
                self.relations.setdefault(force.id, []).append((row["relation"], row["related_id"], row["source_id"]))
            if row["verified"] == "yes" or row["aliases"]:
                for alias in [row["name"], *row["aliases"].split(";")]:
                    if alias.strip():
                        names.append((plain(alias), force.id, bool(row["state"])))
        # Longest first, so that "Policía Federal Ministerial" is not read as "Policía Federal".
        self._names = sorted(set(names), key=lambda n: (-len(n[0]), n[1]))

    def recognize(self, text, state="", municipality="", corps="") -> list[Force]:
        """Bodies named in a printed text, given the state (and municipality) the row is about.

        `corps` keeps only bodies of that corps: an event laid to the municipal police does not implicate a state force that the
        same text says was present. "mixed" and "" keep all. A text that names a unit and its command keeps the unit.
        """
        state = "" if state is None or state != state else str(state)
        municipality = "" if municipality is None or municipality != municipality else str(municipality)
        text = re.sub(r"\((later|before:?|formerly) [^)]*\)", "", str(text))  # a later name is not who acted
        left, found = f" {plain(text)} ", {}
        for alias, force_id, local in self._names:
            force = self.forces[force_id]
            if local and force.state != state:
                continue
            if f" {alias} " in left:
                found[force_id] = force
                left = left.replace(f" {alias} ", "  |  ")
        for name, words in CORPS_WORDS:
            if not re.search(rf"\b({words})\b", left):
                continue
            if name == "state_police" and "municipal_police" in {f.corps for f in found.values()} and not re.search(
                    r"\bstate\b|\bestatal\b|ministerial", left):
                continue  # "Secretaría de Seguridad Pública Municipal" is municipal
            for force in self._generic(name, state, municipality, left, text):
                found.setdefault(force.id, force)
        if plain(f"{state} police") and state and re.search(rf"\b{plain(state)} police\b|\bstate of {plain(state)} police\b", left):
            for force in self._generic("state_police", state, "", left, text):
                found.setdefault(force.id, force)
        if not found and re.search(r"\bpolice of\b|\bpolicia de\b", left):
            for town in _towns(text):
                if plain(town) != plain(state):
                    found[town] = Force(f"municipal_police:{state}:{town}", f"{town} municipal police", "municipal_police", "unit", state, town)
        forces = list(found.values())
        if corps and corps != "mixed":
            forces = [f for f in forces if f.corps == corps] or list(self._generic(corps, state, municipality, left, text))
        above = {related for f in forces for kind, related, _ in self._up(f.id) if kind == "child_of"}
        return sorted((f for f in forces if f.id not in above), key=lambda f: f.id)

    def tier(self, first: list[Force], second: list[Force]) -> tuple[str, str]:
        """Closest tier between two lists of bodies of one state, with its evidence ("name | name | relation [source]").

        With nothing recognized on one side, the tier is "same state only": the caller pairs rows of one state.
        """
        best = (SAME_STATE, f"{_names(first)} | {_names(second)} | state only")
        for a in first:
            for b in second:
                tier, why = self._pair(a, b)
                if RANK[tier] < RANK[best[0]]:
                    best = (tier, f"{a.name} | {b.name} | {why}")
        return best

    def _pair(self, a: Force, b: Force) -> tuple[str, str]:
        if a.id == b.id:
            return (SAME_UNIT, "same name") if a.level == "unit" else (SAME_CORPS, "same force")
        for x, y in ((a, b), (b, a)):
            steps = [s for s in self._up(x.id) if s[1] == y.id]
            for relation, related, source in steps:
                tier = SUCCESSOR if relation == "successor_of" else PARENT
                return tier, f"{x.name} {relation} {y.name} [{source}]"
        if a.corps == b.corps and a.state == b.state:
            return SAME_CORPS, a.corps
        return SAME_STATE, "state only"

    def _up(self, force_id, seen=()):
        """All verified relations upward from a force, chained: a chain with any child_of in it is child_of."""
        for relation, related, source in self.relations.get(force_id, ()):
            if related in seen:
                continue
            yield relation, related, source
            for further, above, more in self._up(related, (*seen, force_id)):
                kind = "successor_of" if relation == further == "successor_of" else "child_of"
                yield kind, above, source if source == more else f"{source}; {more}"

    def _generic(self, corps, state, municipality, left, text):
        """Bodies that the words name without an entry of their own: the corps of that state, or the police of its towns."""
        if corps == "municipal_police":
            towns = _towns(text) or ([municipality] if municipality and "(" not in municipality else [])
            if not towns:
                yield Force(f"municipal_police:{state}", f"municipal police, {state or 'state not given'}", corps, "force", state)
            for town in towns:
                yield Force(f"municipal_police:{state}:{town}", f"{town} municipal police", corps, "unit", state, town)
            return
        known = [f for f in self.forces.values() if f.corps == corps and f.level == "force" and f.state in ("", state)]
        local = [f for f in known if f.state == state and state] or [f for f in known if not f.state and corps in ("army", "navy")]
        if corps in ("state_police", "state_prosecutor") and len([f for f in known if f.state == state]) != 1:
            local = []
        if local:
            yield local[0]
        elif corps not in ("state_police", "state_prosecutor") or state:
            label = corps.replace("_", " ")
            yield Force(f"{corps}:{state}", f"{label}, {state or 'state not given'}", corps, "force", state)


def _names(forces) -> str:
    return ", ".join(f.name for f in forces) or "not recognized"


def _towns(text) -> list[str]:
    """Towns in "Iguala and Cocula municipal police", "municipal police of Iguala, Cocula, Huitzuco", "police of Chilpancingo".

    >>> _towns("Iguala and Cocula municipal police"), _towns("municipal police of Iguala, Cocula (and Tepecoacuilco); state police")
    (['Iguala', 'Cocula'], ['Iguala', 'Cocula', 'Tepecoacuilco'])
    """
    text = str(text)
    name = r"[A-ZÁÉÍÓÚÑ][\wáéíóúñü]+(?: (?:de|del|la|los|las|San|Santa|[A-ZÁÉÍÓÚÑ][\wáéíóúñü]+))*"
    match = (re.search(rf"(?:[Mm]unicipal [Pp]olice of|[Pp]olic[eí]a? [Mm]unicipal de|Municipal de|[Pp]olice of) ((?:{name}(?:, | and | y | \(and |\)|))+)", text)
             or re.search(rf"((?:{name}(?:, | and | y |))+) municipal police", text))
    if not match:
        return []
    towns = re.split(r", | and | y | \(and |\)", match.group(1))
    return [t.strip() for t in towns if t.strip() and not re.search(r"\b(Other|Group|Grupo)\b", t)]


def _problems(frame, file):
    missing = [c for c in COLUMNS if c not in frame.columns]
    if missing:
        yield Problem(file, 1, ", ".join(missing), "no such column", "columns " + ", ".join(COLUMNS), "add the column, with blank cells")
        return
    ids = set(frame["force_id"])
    for line, row in enumerate(frame.to_dict("records"), start=2):
        for column, allowed in (("corps", CORPS), ("level", ("unit", "force")), ("relation", RELATIONS), ("verified", ("yes", "no"))):
            if row[column] not in allowed:
                yield Problem(file, line, column, repr(row[column]), "one of " + ", ".join(a or "(blank)" for a in allowed), "correct the cell")
        if not row["force_id"] or not row["name"]:
            yield Problem(file, line, "force_id", repr(row["force_id"]), "an id and a name", "fill both cells")
        if row["relation"] and row["related_id"] not in ids and not row["related_id"].startswith("municipal_police:"):
            yield Problem(file, line, "related_id", repr(row["related_id"]), "a force_id of this table", "add that force or correct the id")
        if row["relation"] and row["verified"] == "yes" and not row["source_id"]:
            yield Problem(file, line, "source_id", "blank", "a source for a verified relation", "name the source or write no under verified")


@lru_cache(maxsize=4)
def _load(path, digest):
    import pandas as pd

    return Table(pd.read_csv(path, dtype=str, keep_default_na=False), file=path)


def table(path=None) -> Table:
    """The project's table of forces, read from `data/raw/reference/forces.csv` (or `path`).

    >>> table().forces["GOPES"].state
    'Tamaulipas'
    """
    from helpers import paths

    path = path or paths.root() / "data" / "raw" / "reference" / "forces.csv"
    return _load(str(path), paths.digest(path))
