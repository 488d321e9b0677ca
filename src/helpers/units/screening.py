"""Screen the end users that licenses and hand-overs name against a list of units, and keep what a reviewer decided.

A candidate is a question for a person, with score, tier and reasons. Nothing is accepted by itself, a decision once written is never
overwritten, and a name without a candidate is "not found in the sources searched", never "clear".
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pandas as pd

from helpers import forces, paths
from helpers.units import matching
from helpers.problems import InputProblems, Problem

DECISIONS = ("", "accepted", "rejected")
REVIEW = ("decision", "decided_by", "decided_on", "remark")
COLUMNS = ("candidate", "named_in", "name", "list_id", "listed_name", "state", "score", "tier", "evidence", "reasons", *REVIEW)
CLOSE = (forces.SAME_UNIT, forces.SUCCESSOR, forces.PARENT, forces.SAME_CORPS)


def names(licenses: pd.DataFrame, hand_overs: pd.DataFrame) -> pd.DataFrame:
    """Every end user that a license prints and every receiver of a hand-over: named_in (license or transfer id), name, state, source_id.

    Cells that list several users are split at semicolons; words that describe the cell itself ("classes only, no units", "not printed") go.

    >>> names(pd.DataFrame([{"id": "L", "end_users_as_printed": "Mexican Navy; Federal Police", "source_id": "s"}]), pd.DataFrame())["name"].tolist()
    ['Mexican Navy', 'Federal Police']
    """
    rows = []
    for row in licenses.to_dict("records"):
        for part in _text(row["end_users_as_printed"]).split(";"):
            part = re.sub(r"\([^)]*\)", "", part).strip(" /")
            if part and not re.match(r"not printed|license not identified|photo shows|police of Iguala|presidential support|drug interdiction|airlift", part.strip()):
                rows.append((row["id"], part, "", row["source_id"]))
    rows += [(h["transfer_id"], h["receiver"], h["state"], h["source_id"]) for h in hand_overs.to_dict("records")]
    return pd.DataFrame(rows, columns=["named_in", "name", "state", "source_id"]).drop_duplicates(ignore_index=True)


def screen(named: pd.DataFrame, listed: pd.DataFrame, table: forces.Table, threshold: int = matching.CANDIDATE) -> pd.DataFrame:
    """Candidates between names and a list: same unit, successor, parent or child, or corps by the table of forces, or a score from `threshold` up.

    Parameters
    ----------
    named : DataFrame
        From `names`.
    listed : DataFrame
        From `lists.read` or `lists.from_ledger`.

    Returns
    -------
    DataFrame
        Columns `COLUMNS`, the review columns blank. `candidate` identifies a pair by its content, so that a decision finds it again.
        Two names of different states are never candidates.

    >>> named = pd.DataFrame([{"named_in": "T", "name": "GOPES", "state": "Tamaulipas", "source_id": "s"}])
    >>> listed = pd.DataFrame([{"list_id": "U", "name": "CAIET", "other_names": "", "state": "Tamaulipas", "municipality": "", "force_type": "", "is_person": False}])
    >>> screen(named, listed, forces.table())["tier"].tolist()
    ['successor unit']
    """
    rows = []
    left = [(n, table.recognize(n["name"], n["state"])) for n in named.to_dict("records")]
    right = [(b, table.recognize(b["name"], b["state"], b["municipality"], b["force_type"])) for b in listed.to_dict("records")]
    for n, ours in left:
        for b, theirs in right:
            if n["state"] and b["state"] and n["state"] != b["state"]:
                continue
            tier, evidence = table.tier(ours, theirs)
            if not (ours and theirs) or (tier == forces.SAME_STATE and not (n["state"] and b["state"])):
                tier, evidence = ("", "") if not (n["state"] and n["state"] == b["state"]) else (tier, evidence)
            points, reasons = max((matching.score(n["name"], other) for other in [b["name"], *filter(None, map(str.strip, b["other_names"].split(";")))]),
                                  key=lambda found: found[0])
            if tier not in CLOSE and points < threshold:
                continue
            shown = f"person listed as {b['list_id']}, {b['name']}" if b["is_person"] else b["name"]
            rows.append((key(n["named_in"], n["name"], b["list_id"], b["name"], b["state"]), n["named_in"], n["name"], b["list_id"], shown, b["state"], points, tier,
                         evidence, "; ".join(reasons), "", "", "", ""))
    frame = pd.DataFrame(rows, columns=list(COLUMNS)).drop_duplicates("candidate")
    rank = frame["tier"].map(lambda t: forces.RANK.get(t, 9))
    return frame.assign(_r=rank).sort_values(["_r", "score", "named_in", "list_id"], ascending=[True, False, True, True]).drop(columns="_r").reset_index(drop=True)


def key(*parts: str) -> str:
    """Ten characters that name a pair by its content.

    >>> key("L", "Mexican Navy", "ATR-013", "marines", "Tamaulipas") == key("L", "Mexican Navy", "ATR-013", "marines", "Tamaulipas")
    True
    """
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:10]


def decided(candidates: pd.DataFrame, path) -> pd.DataFrame:
    """The candidates with what a reviewer wrote in the file before; rows decided earlier that are no longer proposed stay at the end.

    Raises `InputProblems` when the file has another header, a decision other than accepted or rejected, a decision without who or when, a
    day in another form, or a candidate twice.
    """
    path = Path(path)
    if not path.is_file():
        return candidates.assign(proposed="yes")
    kept = _review(path)
    old = kept.set_index("candidate")
    out = candidates.copy()
    for column in REVIEW:
        out[column] = [old.at[c, column] if c in old.index else "" for c in out["candidate"]]
    # What a person decided stays, with the row as it was then, when the pair is no longer proposed.
    gone = kept[~kept["candidate"].isin(out["candidate"]) & (kept[list(REVIEW)] != "").any(axis=1)]
    gone = gone[list(COLUMNS)].assign(proposed="no", score=pd.to_numeric(gone["score"]))
    return pd.concat([out.assign(proposed="yes"), gone], ignore_index=True)


def keep(frame: pd.DataFrame, path) -> bool:
    """Write the review file whole; True when it changed. The decisions come from `decided`, so none is lost."""
    path = Path(path)
    text = frame[[*COLUMNS, "proposed"]].to_csv(index=False, lineterminator="\n")
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return False
    paths.write_text(path, text)
    return True


def _review(path: Path) -> pd.DataFrame:
    frame = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    missing = [c for c in COLUMNS if c not in frame.columns]
    if missing:
        raise InputProblems([Problem(path.name, 1, None, "no column " + ", ".join(missing), "the columns of the review file", "put the columns back; edit only " + ", ".join(REVIEW))])
    problems = []
    for line, row in enumerate(frame.to_dict("records"), start=2):
        if row["decision"] not in DECISIONS:
            problems.append(Problem(path.name, line, "decision", repr(row["decision"]), "accepted, rejected or blank", "correct the cell"))
        elif row["decision"] and not (row["decided_by"].strip() and row["decided_on"].strip()):
            problems.append(Problem(path.name, line, "decided_by", "a decision without who or when", "who decided and the day", "fill decided_by and decided_on"))
        if row["decided_on"] and not re.fullmatch(r"\d{4}-\d\d-\d\d", row["decided_on"]):
            problems.append(Problem(path.name, line, "decided_on", repr(row["decided_on"]), "a day like 2026-11-21", "write the day as year-month-day"))
    for line in frame.index[frame["candidate"].duplicated()] + 2:
        problems.append(Problem(path.name, int(line), "candidate", repr(frame["candidate"][line - 2]), "each candidate once", "remove one of the rows"))
    if problems:
        raise InputProblems(problems, title=f"{path.name} cannot be read back; nothing was overwritten:")
    return frame


def _text(value) -> str:
    return "" if value is None or value is pd.NA or value != value else str(value)
