"""Corrections as data: what is changed when a raw file is read, why, and whether the fault is still there.

``data/raw/corrections.csv`` has one row per correction: ``id``, ``file`` (under ``data/raw``),
``row_match`` (``column=value`` pairs parted by ``;`` that single out one row), ``column``, ``old``,
``new``, ``reason``, ``reported_by``, ``status``. Raw files are never edited. Rows with status
``applied`` change what is read; ``recorded`` ones only tell of a fault that the ledger already
carries right, and are checked for still being so.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from helpers.problems import InputProblems, Problem

FILE = "data/raw/corrections.csv"
COLUMNS = ("id", "file", "row_match", "column", "old", "new", "reason", "reported_by", "status")
STATUSES = ("applied", "recorded")


def load(root: Path) -> pd.DataFrame:
    """The list of corrections, all text, with the file's line in ``_row``; empty when there is no such file.

    Raises ``InputProblems`` for other columns, an unknown status, a repeated id or a blank reason.
    """
    path = root / FILE
    if not path.is_file():
        return pd.DataFrame(columns=[*COLUMNS, "_row"])
    frame = pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8")
    problems = [Problem(FILE, 1, column, "no such column", f"the columns {', '.join(COLUMNS)}", "put the column back") for column in COLUMNS if column not in frame]
    if problems:
        raise InputProblems(problems)
    frame["_row"] = range(2, len(frame) + 2)
    for row in frame.to_dict("records"):
        if row["status"] not in STATUSES:
            problems.append(Problem(FILE, row["_row"], "status", f"'{row['status']}'", f"one of {', '.join(STATUSES)}", "write 'applied' to change the value when the file is read"))
        if not row["reason"].strip():
            problems.append(Problem(FILE, row["_row"], "reason", "a blank cell", "why the value is wrong and how that is known", "write the reason, with the source"))
    for row in frame[frame.duplicated("id")].to_dict("records"):
        problems.append(Problem(FILE, row["_row"], "id", f"'{row['id']}' again", "each correction once", "give it an id of its own, or remove it"))
    if problems:
        raise InputProblems(problems)
    return frame


def apply(text: pd.DataFrame, corrections: pd.DataFrame, file: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Apply the corrections that name ``file`` to its rows; returns the table and the corrections that were its own.

    ``text`` holds every cell as text and is not changed. Raises ``InputProblems`` when a correction
    matches no row or several, names a column that is not there, or finds neither its old value (for
    ``applied``) nor its new one (for ``recorded``): the publisher may have mended the figure.

    >>> rows = pd.DataFrame({"id": ["A", "B"], "year": ["2009", "2009"]})
    >>> one = {"id": "C-1", "file": "x.csv", "row_match": "id=B", "column": "year", "old": "2009", "new": "2019",
    ...        "reason": "misprint", "reported_by": "", "status": "applied", "_row": 2}
    >>> apply(rows, pd.DataFrame([one]), "x.csv")[0]["year"].tolist()
    ['2009', '2019']
    """
    mine = corrections[corrections["file"] == file]
    out, problems = text.copy(), []
    for row in mine.to_dict("records"):
        pairs = [pair.partition("=")[::2] for pair in row["row_match"].split(";")]
        absent = [column for column in (*(name for name, _ in pairs), row["column"]) if column not in out]
        if absent:
            problems.append(Problem(FILE, row["_row"], "row_match", f"the column '{absent[0]}'", f"a column of data/raw/{file}", "correct the name, or delete this line"))
            continue
        hit = pd.Series(True, index=out.index)
        for name, value in pairs:
            hit &= out[name] == value
        if hit.sum() != 1:
            problems.append(Problem(FILE, row["_row"], "row_match", f"{int(hit.sum())} rows of data/raw/{file} that fit '{row['row_match']}'", "exactly one",
                                    "single the row out, or delete this line if the row is gone"))
            continue
        at = out.index[hit][0]
        standing = out.at[at, row["column"]]
        wanted = row["old"] if row["status"] == "applied" else row["new"]
        if standing != wanted:
            problems.append(Problem(FILE, row["_row"], row["column"], f"'{standing}' in data/raw/{file} where correction {row['id']} expects '{wanted}'",
                                    "the value the correction was written for", f"check whether the publisher has mended it; if so, delete line {row['_row']} of {FILE}"))
        elif row["status"] == "applied":
            out.at[at, row["column"]] = row["new"]
    if problems:
        raise InputProblems(problems)
    return out, mine.drop(columns="_row").reset_index(drop=True)
