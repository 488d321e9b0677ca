"""The two small hand-kept tables that judge or date what the ledgers do not: days U.S. agencies were told, and directions of rules.

Read as text from `data/raw/reference`, checked whole, refused with one sentence for each fault.
"""

from __future__ import annotations

import pandas as pd

from helpers import paths, spans
from helpers.problems import InputProblems, Problem

COLUMNS = {
    "us_agency_told": ("atrocity_id", "agency", "told_from", "told_to", "precision", "source_id", "note"),
    "policy_directions": ("policy_id", "direction", "reason"),
}
DIRECTIONS = ("eases", "tightens")


def table(name: str, path=None, known=()) -> pd.DataFrame:
    """One of the small reference tables as text.

    Parameters
    ----------
    name : str
        "us_agency_told" (atrocity_id, agency, told_from, told_to, precision, source_id, note) or "policy_directions" (policy_id, direction,
        reason).
    path : path, optional
        Another file of the same columns.
    known : collection of str
        Ids the first column may hold; not checked when empty.

    Raises
    ------
    InputProblems
        Wrong header, a date in another form or running backwards, an unknown direction, a blank reason or source, an id that is not in `known`,
        an id twice where each stands once.

    Examples
    --------
    >>> table("us_agency_told")["atrocity_id"].unique().tolist()
    ['ATR-024']
    """
    path = path or paths.root() / "data" / "raw" / "reference" / f"{name}.csv"
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    file = f"{name}.csv"
    if tuple(frame.columns) != COLUMNS[name]:
        raise InputProblems([Problem(file, 1, None, "columns " + ", ".join(frame.columns), "columns " + ", ".join(COLUMNS[name]), "correct the header")])
    problems = []
    for line, row in enumerate(frame.to_dict("records"), start=2):
        first = COLUMNS[name][0]
        if known and row[first] not in known:
            problems.append(Problem(file, line, first, repr(row[first]), "an id of the ledger", "correct the id"))
        if name == "us_agency_told":
            problems += _dates(file, line, row)
            if not row["source_id"]:
                problems.append(Problem(file, line, "source_id", "blank", "a source", "name the source"))
        else:
            if row["direction"] not in DIRECTIONS:
                problems.append(Problem(file, line, "direction", repr(row["direction"]), "eases or tightens", "correct the cell"))
            if not row["reason"]:
                problems.append(Problem(file, line, "reason", "blank", "what the step changed", "write the reason"))
    if name == "policy_directions":
        for line in (frame.index[frame["policy_id"].duplicated()] + 2):
            problems.append(Problem(file, int(line), "policy_id", repr(frame["policy_id"][line - 2]), "each id once", "remove one of the rows"))
    if problems:
        raise InputProblems(problems, title=f"{file} cannot be used:")
    return frame


def _dates(file, line, row):
    try:
        span = spans.read(row["told_from"], row["told_to"], row["precision"])
    except ValueError as error:
        return [Problem(file, line, "told_from", f"{row['told_from']!r} to {row['told_to']!r} ({error})", "dates like 2017-01-01, the earlier first",
                        "correct the dates")]
    return [] if span.known else [Problem(file, line, "told_from", "no date", "at least one side dated", "fill told_from or told_to")]
