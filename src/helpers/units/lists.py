"""Read a list of units or persons that a user brings, whatever its shape: a plain csv, Security Force Monitor, or a Leahy vetting list.

Names of persons are never kept: a person's row stands for the unit it serves in, under a neutral label.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from helpers.forces import plain
from helpers.problems import InputProblems, Problem

COLUMNS = ("list_id", "name", "other_names", "state", "municipality", "force_type", "is_person", "remark", "source_id")

# First column of each row: what we call it; then the headers under which publishers print it, in plain form.
HEADERS = {
    "list_id": ("id", "unit id admin", "unit id", "person admin id", "list id", "case id", "vetting id", "invest id", "track"),
    "name": ("name", "unit name", "unit", "annotation unit names", "assertion unit names", "unit names", "entity name", "unit as printed", "nominated unit",
             "person posting unit name", "posting unit name", "security force unit", "unit entity"),
    "other_names": ("other names", "unit other names", "aliases", "alias", "aka", "also known as"),
    "state": ("state", "estado", "admin level 1", "location state", "unit location admin level 1"),
    "municipality": ("municipality", "municipio", "admin level 2"),
    "force_type": ("force type", "classification", "unit classification", "assertion unit classifications", "branch", "force"),
    "person": ("person name", "person", "last name", "surname", "given name", "full name", "individual", "candidate name", "nombre de la persona"),
    "remark": ("result", "vetting result", "status", "finding", "remarks", "violation", "reason"),
    "country": ("country", "unit country", "pais"),
}
CORPS = {"army": "army", "ejercito": "army", "navy": "navy", "marina": "navy", "marines": "navy", "federal police": "federal_police",
         "policia federal": "federal_police", "state police": "state_police", "policia estatal": "state_police", "municipal police": "municipal_police",
         "policia municipal": "municipal_police"}


def read(path) -> pd.DataFrame:
    """A user's list as one frame, whatever the shape of its csv.

    Parameters
    ----------
    path : path
        A csv in UTF-8 (or Latin-1), separated by comma or semicolon. It needs a column with the unit's name; for persons, the unit they serve in.

    Returns
    -------
    DataFrame
        Columns `COLUMNS`, all text but is_person (bool). The name of a person is dropped as it is read; list_id is the publisher's id, or
        "row N". Rows of other countries are left out when the list has a country column.

    Raises
    ------
    InputProblems
        No such file, an empty file, no column with a unit's name, rows without a unit, ids given twice for different names.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "mine.csv"
    >>> _ = path.write_text("unit:name,unit:country\\n102 Batallón de Infantería,mx\\n", encoding="utf-8")
    >>> read(path)["name"].tolist()
    ['102 Batallón de Infantería']
    """
    path = Path(path)
    if not path.is_file():
        raise InputProblems([Problem(path.name, None, None, "no such file", "a csv with one unit or person a row", "check the name and the folder")])
    frame = _table(path)
    columns = _columns(frame, path.name)
    problems, rows = [], []
    for line, row in enumerate(frame.to_dict("records"), start=2):
        cell = {key: row[column].strip() for key, column in columns.items()}
        country = plain(cell.get("country", ""))
        if country and country not in ("mx", "mex", "mexico"):
            continue
        name = " ".join(cell.get("name", "").split())
        if not name:
            problems.append(Problem(path.name, line, columns["name"], "a blank cell", "the unit's name, or for a person the unit they serve in",
                                    "fill the cell or remove the row"))
            continue
        rows.append({"list_id": cell.get("list_id") or f"row {line}", "name": name, "other_names": cell.get("other_names", ""), "state": cell.get("state", ""),
                     "municipality": cell.get("municipality", ""), "force_type": CORPS.get(plain(cell.get("force_type", "")), ""),
                     "is_person": bool(cell.get("person", "")), "remark": cell.get("remark", ""), "source_id": f"list:{path.stem}"})
    if problems:
        raise InputProblems(problems, title=f"{path.name} cannot be used as a list:")
    out = pd.DataFrame(rows, columns=list(COLUMNS))
    return out.drop_duplicates(ignore_index=True)


def _table(path: Path) -> pd.DataFrame:
    data = path.read_bytes()
    if not data.strip():
        raise InputProblems([Problem(path.name, None, None, "an empty file", "a csv with one unit or person a row", "export the list again")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    import io

    first = text.splitlines()[0]
    separator = max((",", ";", "\t"), key=first.count)
    return pd.read_csv(io.StringIO(text), sep=separator, dtype=str, keep_default_na=False)


def _columns(frame: pd.DataFrame, file: str) -> dict[str, str]:
    known = {plain(column): column for column in frame.columns}
    found = {}
    for key, headers in HEADERS.items():
        for header in headers:
            if header in known:
                found[key] = known[header]
                break
    # "name" beside a column of units is a person's name.
    units = [known[h] for h in HEADERS["name"][1:] if h in known]
    if found.get("name") == known.get("name") and units:
        found["person"], found["name"] = known["name"], units[0]
    if "name" not in found:
        raise InputProblems([Problem(file, 1, None, "columns " + ", ".join(map(str, frame.columns[:8])), "a column with the unit's name, such as unit:name, unit_name or name",
                                     "rename the column that holds it")])
    return found


def from_ledger(atrocities: pd.DataFrame) -> pd.DataFrame:
    """The abuse ledger in the shape of a list: one row an event and state, the units as printed, the highest finding as the remark.

    >>> row = {"id": "A", "state": "X;Y", "municipality": "", "units_as_printed": "state police", "force_type": "state_police",
    ...        "finding_level": "cndh", "source_id": "s"}
    >>> from_ledger(pd.DataFrame([row]))[["list_id", "state"]].values.tolist()
    [['A', 'X'], ['A', 'Y']]
    """
    rows = [{"list_id": r["id"], "name": r["units_as_printed"], "other_names": "", "state": state.strip(), "municipality": r["municipality"] or "",
             "force_type": r["force_type"], "is_person": False, "remark": r["finding_level"], "source_id": r["source_id"]}
            for r in atrocities.to_dict("records") for state in str(r["state"]).split(";")]
    return pd.DataFrame(rows, columns=list(COLUMNS))
