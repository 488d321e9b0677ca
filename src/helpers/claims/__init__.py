"""The letters' sentences as an executable ledger: what is stated, what the tables give, and a status that follows by rule.

A status is never typed. The researcher's reading (`research_status`) stays beside it as a second column, and every disagreement is
listed. A claim that no table can test says why and which document would. The same goes for the sentences of a user's own draft, given as
another ledger file of the same columns.
"""

from __future__ import annotations

import datetime as dt
import inspect
import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from helpers import paths, timeline
from helpers.claims import computations
from helpers.claims.computations import Computed
from helpers.forces import plain
from helpers.problems import InputProblems, Problem, nearest

CONFIRMED = "confirmed"
DIFFERENCE = "confirmed with a difference"
NARROW = "supported only under narrow definitions"
NOT_REPRODUCIBLE = "not reproducible from public data"
CONTRADICTED = "contradicted"
CLOSED = "unverifiable (closed source)"
SUPERSEDED = "superseded"
UNTESTED = "not testable with the tables"
STATUSES = (CONFIRMED, DIFFERENCE, NARROW, NOT_REPRODUCIBLE, CONTRADICTED, CLOSED, SUPERSEDED, UNTESTED)

# What the research statuses of the ledger amount to, for the list of disagreements.
READ_AS = {"supported": (CONFIRMED,), "supported_with_difference": (DIFFERENCE, NARROW), "unverifiable_publicly": (CLOSED, NOT_REPRODUCIBLE),
           "not_found": (NOT_REPRODUCIBLE,)}
COMPARES = ("more_than", "equal", "up_to", "exists", "of", "day", "year", "text", "contains")
WHY = ("closed", "judgment", "law", "no_table", "page_image")
TEST_COLUMNS = ("claim_id", "computation", "arguments", "compare", "stated", "why_untestable", "superseded_by")
DRAFT_COLUMNS = ("claim_id", "letter", "claim", "stated_value", "unit", "period", "verified_by", "computation", "arguments", "compare", "why_untestable")
CLOSE_ENOUGH = 0.05  # relative distance of a computed amount from the stated one up to which they are called the same


def stated_value(text: str, unit: str):
    """A stated value as a number, a day or text.

    >>> stated_value("122000000", "USD"), stated_value("2019-03-07", "date"), stated_value("AR-6530", "model"), stated_value("", "")
    (122000000.0, datetime.date(2019, 3, 7), 'AR-6530', None)
    """
    text = "" if text is None or text != text or text is pd.NA else str(text).strip()
    if not text:
        return None
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return dt.date.fromisoformat(text)
    if re.fullmatch(r"-?\d+(\.\d+)?", text):
        return float(text)
    return text


def status(stated, compare: str, computed: Computed, independent: bool = True, superseded: bool = False) -> str:
    """The status of a testable claim, by rule.

    Parameters
    ----------
    stated : number, date, text or None
        What the claim says.
    compare : str
        "more_than" (the claim says over, more than, up to no less), "equal", "up_to" (a ceiling), "exists" (at least one), "of" (so many of a
        named set), "day", "year", "text" (spelling), "contains".
    computed : Computed
        What the tables give.
    independent : bool
        False when every source of the computed value is the letter itself: a claim cannot confirm itself.
    superseded : bool
        True when a later dated event has changed what the claim describes.

    Returns
    -------
    str
        One of `STATUSES`.

    Notes
    -----
    Nothing computed, or nothing but the letter: not reproducible. A later event: superseded. A comparison that fails: contradicted, unless a
    bound leaves it open or some choices hold it: then narrow. A comparison that holds: narrow when the claim holds in fewer than half of the
    defensible choices or says more than was computed; with a difference when the amount is more than 5 percent away, the spelling differs or
    a difference is known; otherwise confirmed.

    Examples
    --------
    >>> status(12.0, "more_than", Computed(12.26, "at_most", holds=9, choices=64))
    'supported only under narrow definitions'
    >>> status(43.0, "equal", Computed(43))
    'confirmed'
    """
    if computed.value is None or not independent:
        return NOT_REPRODUCIBLE
    if superseded:
        return SUPERSEDED
    outcome, same = _compare(stated, compare, computed)
    share = computed.holds / computed.choices if computed.choices else None
    if outcome == "no":
        return NARROW if share else CONTRADICTED
    if share is not None and share == 0:
        return CONTRADICTED
    if outcome == "open" or computed.narrow or (share is not None and share < 0.5):
        return NARROW
    if not same or computed.differences or (share is not None and share < 1):
        return DIFFERENCE
    return CONFIRMED


def _compare(stated, compare: str, computed: Computed) -> tuple[str, bool]:
    """("yes", "no" or "open", whether the two values are the same to a reader)."""
    value, bound = computed.value, computed.value_is
    if compare in ("exists", "of"):
        if compare == "exists":
            return ("yes" if value >= 1 else "no"), True
        return ("yes" if value >= 1 else "no"), value >= stated
    if compare == "day":
        return ("yes" if value == stated else "no"), bound == "exact"
    if compare == "year":
        year = value.year if isinstance(value, dt.date) else int(value)
        wanted = stated.year if isinstance(stated, dt.date) else int(stated)
        return ("yes" if year == wanted else "no"), True
    if compare in ("text", "contains"):
        from rapidfuzz.distance import Levenshtein

        said, found = plain(stated).replace(" ", ""), plain(value).replace(" ", "")
        if compare == "contains":
            first = plain(stated).split()[0]
            return ("yes" if first in plain(value).split() or said in found else "no"), said == found
        models = [plain(m).replace(" ", "") for m in re.findall(r"[A-Za-z]+-?\d[\w-]*", str(value))] or [found]
        away = min(Levenshtein.distance(said, m) for m in models)
        return ("yes" if away <= 2 else "no"), away == 0
    number, said = float(value), float(stated)
    same = abs(number - said) <= CLOSE_ENOUGH * abs(said)
    if compare == "equal":
        return ("yes" if abs(number - said) <= 0.005 * abs(said) else "no"), True
    if compare == "up_to":
        return ("yes" if number <= said * 1.005 else "no"), same
    if bound == "at_most":
        return ("open" if number > said else "no"), same
    if number > said or (bound == "at_least" and number >= said):
        return "yes", same
    return ("open" if bound in ("at_least", "about") else "no"), same


def plan(path=None) -> pd.DataFrame:
    """How each claim of the letters is tested: claim_id, computation, arguments, compare, stated, why_untestable, superseded_by, all text.

    `stated` is the value in the sentence where the ledger's own column holds another one or none.

    Raises `InputProblems` for a computation that does not exist, an argument it does not take, a comparison or a reason that is unknown,
    a row that is neither testable nor says why, an id twice.

    >>> plan().set_index("claim_id").loc["H19-04", "computation"]
    'exports_ratio'
    """
    path = path or paths.root() / "data" / "raw" / "letters" / "claim_tests.csv"
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    _refuse(frame, Path(path).name, TEST_COLUMNS)
    return frame


def draft(path) -> pd.DataFrame:
    """A user's own sentences as a ledger of the same columns (`DRAFT_COLUMNS`), checked the same way.

    `claim_id` is theirs; `verified_by` names the document that would settle an untestable sentence. Raises `InputProblems` as `plan`.
    """
    path = Path(path)
    if not path.is_file():
        raise InputProblems([Problem(path.name, None, None, "no such file", "a csv with the columns " + ", ".join(DRAFT_COLUMNS), "check the name and the folder")])
    frame = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    _refuse(frame, path.name, DRAFT_COLUMNS)
    return frame.assign(stated="", superseded_by="", research_status="", research_finding="", source_id="")


def _refuse(frame: pd.DataFrame, file: str, columns) -> None:
    missing = [c for c in columns if c not in frame.columns]
    if missing:
        raise InputProblems([Problem(file, 1, None, "no column " + ", ".join(missing), "columns " + ", ".join(columns), "add the columns")])
    problems = []
    for line, row in enumerate(frame.to_dict("records"), start=2):
        name = row["computation"]
        if not row["claim_id"].strip():
            problems.append(Problem(file, line, "claim_id", "blank", "an id of its own for every sentence", "write an id"))
        if not name:
            if row["why_untestable"] not in WHY:
                problems.append(Problem(file, line, "why_untestable", repr(row["why_untestable"]), "one of " + ", ".join(WHY) + ", or a computation",
                                        "say why no table can test the sentence"))
            continue
        if name not in computations.REGISTRY:
            near = nearest(name, list(computations.REGISTRY))
            problems.append(Problem(file, line, "computation", repr(name), "one of " + ", ".join(computations.REGISTRY), f"write {near[0]}" if near else "correct the name"))
            continue
        if row["compare"] not in COMPARES:
            problems.append(Problem(file, line, "compare", repr(row["compare"]), "one of " + ", ".join(COMPARES), "correct the cell"))
        try:
            given = computations.arguments(row["arguments"])
        except ValueError as error:
            problems.append(Problem(file, line, "arguments", str(error), "key=value;key=value", "correct the cell"))
            continue
        takes = [p for p in inspect.signature(computations.REGISTRY[name]).parameters if p not in ("tables", "stated", "_")]
        for key in given:
            if key not in takes:
                near = nearest(key, takes)
                problems.append(Problem(file, line, "arguments", repr(key), "one of " + (", ".join(takes) or "no argument"), f"write {near[0]}" if near else "remove it"))
        if "stated_value" in columns and row["compare"] not in ("exists",) and stated_value(row["stated_value"], row["unit"]) is None:
            problems.append(Problem(file, line, "stated_value", "blank", "the value the sentence states", "write the value, or compare with exists"))
        if "stated_value" in columns and row["compare"] in ("more_than", "equal", "up_to", "of") and not isinstance(stated_value(row["stated_value"], row["unit"]), (float, type(None))):
            problems.append(Problem(file, line, "stated_value", repr(row["stated_value"]), "a number without commas or units", "write digits only"))
    for line in frame.index[frame["claim_id"].duplicated()] + 2:
        problems.append(Problem(file, int(line), "claim_id", repr(frame["claim_id"][line - 2]), "each claim once", "remove or rename one of the rows"))
    if problems:
        raise InputProblems(problems, title=f"{file} cannot be used:")


def independent(ids, sources: pd.DataFrame) -> bool:
    """Whether at least one source is not a congressional letter itself: a claim cannot confirm itself.

    >>> bibliography = pd.DataFrame({"source_id": ["a", "b"], "citation": ["Senate letter to the Secretary of State, 2021-09-14", "Senate letter; Reuters"]})
    >>> independent(["a"], bibliography), independent(["a", "b"], bibliography)
    (False, True)
    """
    cited = sources.set_index("source_id")["citation"]
    parts = [p.strip() for i in ids if i in cited.index for p in str(cited[i]).split(";")]
    return any(not re.match(r"(house|senate|congressional|draft congressional) letter|draft of february 2019", p, re.I) for p in parts) if parts else True


def check(ledger: pd.DataFrame, listed: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Every claim with what the tables give, its status by rule, and how that compares with the researcher's reading.

    Parameters
    ----------
    ledger : DataFrame
        letter_claims, or a `draft`.
    listed : DataFrame
        `plan()`, or the draft itself.
    tables : mapping
        The tables of `computations.TABLES` (leaked rows already out or in) and "us_agency_told".

    Returns
    -------
    DataFrame
        claim_id, letter, claim, stated, unit, computed, value_is, low, high, holds, choices, cell, sources (";"-joined), differences, also (further numbers), status,
        research_status, agrees ("yes", "no" or "" where there is no reading), why, document (which would settle it), testable ("yes"/"no").

    Raises
    ------
    InputProblems
        A claim without a test, or a test without a claim.

    >>> from helpers import sources
    >>> checked = check(sources.table("letter_claims"), plan(), tables()).set_index("claim_id")
    >>> checked.loc["H19-06", ["stated", "computed", "status"]].tolist()
    ['43', 43, 'confirmed']
    """
    by = listed.set_index("claim_id")
    problems = [Problem("claim_tests.csv", None, "claim_id", f"no row for {c}", "a computation or a reason for every claim", "add the row")
                for c in ledger["claim_id"] if c not in by.index]
    problems += [Problem("claim_tests.csv", None, "claim_id", repr(c), "an id of the ledger of claims", "remove the row") for c in by.index if c not in set(ledger["claim_id"])]
    if problems:
        raise InputProblems(problems)
    rows = []
    for claim in ledger.to_dict("records"):
        test = by.loc[claim["claim_id"]]
        said = test["stated"] or claim["stated_value"]
        stated = stated_value(said, claim["unit"])
        research = _text(claim.get("research_status"))
        out = {"claim_id": claim["claim_id"], "letter": _text(claim["letter"]), "claim": _text(claim["claim"]), "stated": _text(said),
               "unit": _text(claim["unit"]), "research_status": research, "document": _text(claim.get("verified_by"))}
        if test["computation"]:
            found = computations.run(test["computation"], tables, stated, test["arguments"])
            own = found.value is not None and independent(found.sources, tables["sources"])
            later = _later(test["superseded_by"], out["letter"], tables["policy_events"])
            out |= {"computed": found.value, "value_is": found.value_is if found.value is not None else "", "low": found.low, "high": found.high,
                    "holds": found.holds, "choices": found.choices, "cell": found.cell, "sources": ";".join(found.sources),
                    "differences": ";".join(found.differences), "also": ";".join(f"{k}={v!r}" for k, v in found.also.items()), "status": status(stated, test["compare"], found, own, later),
                    "why": "" if found.value is None or own else "letter_only", "testable": "yes"}
            if found.value is None:
                out["why"] = "nothing_found"
        else:
            out |= {"computed": None, "value_is": "", "low": None, "high": None, "holds": None, "choices": None, "cell": "", "sources": "", "differences": "", "also": "",
                    "status": CLOSED if test["why_untestable"] == "closed" else UNTESTED, "why": test["why_untestable"], "testable": "no"}
        out["agrees"] = "" if not research or out["status"] == UNTESTED else "yes" if out["status"] in READ_AS.get(research, ()) else "no"
        rows.append(out)
    columns = ["claim_id", "letter", "claim", "stated", "unit", "computed", "value_is", "low", "high", "holds", "choices", "cell", "sources", "differences", "also", "status",
               "research_status", "agrees", "why", "document", "testable"]
    frame = pd.DataFrame(rows, columns=columns)
    frame["computed"] = frame["computed"].astype(object)
    return frame.astype({"low": "Float64", "high": "Float64", "holds": "Int64", "choices": "Int64"})


def questions(frame: pd.DataFrame, named_leaks=()) -> pd.DataFrame:
    """The letters' questions with what would answer each; what points to a leaked cable is left out unless leaks are let in by name.

    >>> rows = pd.DataFrame({"question_id": ["Q"], "answerable_with": ["Receipts (e.g. 050016624); cable 09MEXICO3376; State reply"]})
    >>> questions(rows)["answerable_with"].tolist()
    ['Receipts; State reply']
    """
    if named_leaks:
        return frame

    def kept(text):
        parts = [re.sub(r"\s*\(e\.g\. \d+\)|, cable [^;]*", "", part) for part in str(text).split("; ")]
        return "; ".join(p for p in parts if not re.search(r"\bcable\b|WikiLeaks", p))

    return frame.assign(answerable_with=frame["answerable_with"].map(kept))


def counts(checked: pd.DataFrame) -> pd.DataFrame:
    """Claims by letter and status, every status in order: letter, status, claims.

    >>> counts(pd.DataFrame({"letter": ["a"], "status": ["confirmed"]})).query("claims > 0").values.tolist()
    [['a', 'confirmed', 1]]
    """
    table = pd.crosstab(checked["letter"], checked["status"]).reindex(columns=list(STATUSES), fill_value=0)
    return table.stack().rename("claims").rename_axis(["letter", "status"]).reset_index()


def tables(named_leaks=()) -> dict[str, pd.DataFrame]:
    """The tables a check needs, from `data/processed`, with rows of leaked sources taken out unless named."""
    from helpers import reference, sources

    loaded = {name: sources.table(name) for name in computations.TABLES}
    for name in ("licenses", "transfers", "atrocities", "policy_events"):
        loaded[name] = timeline.public(loaded[name], loaded["sources"], named_leaks)
    return loaded | {"us_agency_told": reference.table("us_agency_told")}


# --- what a story quotes -----------------------------------------------------------------------

QUOTED_COLUMNS = ("claim_id", "status", "tagged_on")


def quoted_file(story: str) -> Path:
    """Where the claims a story quotes are tagged: `stories/quoted/<story>.csv` with claim_id, status and day.

    >>> quoted_file("default").name
    'default.csv'
    """
    return paths.root() / "stories" / "quoted" / f"{story}.csv"


def tag(checked: pd.DataFrame, ids, path, today: dt.date) -> pd.DataFrame:
    """Mark claims as quoted with the status they have now; claims tagged before keep their row unless named again. Returns what was written.

    Raises `InputProblems` for an id that is not in the ledger, with near ones.
    """
    known = checked.set_index("claim_id")["status"]
    unknown = [i for i in ids if i not in known.index]
    if unknown:
        raise InputProblems([Problem("command line", None, None, f"no claim {i!r}", "an id of the ledger",
                                     f"write {' or '.join(nearest(i, list(known.index)) or [known.index[0]])}") for i in unknown])
    path = Path(path)
    old = quoted(path) if path.is_file() else pd.DataFrame(columns=list(QUOTED_COLUMNS))
    new = pd.DataFrame([(i, known[i], today.isoformat()) for i in dict.fromkeys(ids)], columns=list(QUOTED_COLUMNS))
    frame = pd.concat([old[~old["claim_id"].isin(new["claim_id"])], new], ignore_index=True).sort_values("claim_id", ignore_index=True)
    paths.write_text(path, frame.to_csv(index=False, lineterminator="\n"))
    return frame


def quoted(path) -> pd.DataFrame:
    """The claims a story quotes. Raises `InputProblems` for another header or an unknown status."""
    path = Path(path)
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    if tuple(frame.columns) != QUOTED_COLUMNS:
        raise InputProblems([Problem(path.name, 1, None, "columns " + ", ".join(frame.columns), "columns " + ", ".join(QUOTED_COLUMNS), "correct the header")])
    bad = [Problem(path.name, i + 2, "status", repr(s), "one of " + ", ".join(STATUSES), "correct the cell") for i, s in enumerate(frame["status"]) if s not in STATUSES]
    if bad:
        raise InputProblems(bad)
    return frame


def changed(checked: pd.DataFrame, tagged: pd.DataFrame) -> pd.DataFrame:
    """Quoted claims whose status is another one now, or that are gone: claim_id, was, now, tagged_on.

    >>> now = pd.DataFrame({"claim_id": ["A"], "status": ["contradicted"]})
    >>> changed(now, pd.DataFrame({"claim_id": ["A"], "status": ["confirmed"], "tagged_on": ["2026-11-21"]})).values.tolist()
    [['A', 'confirmed', 'contradicted', '2026-11-21']]
    """
    now = checked.set_index("claim_id")["status"]
    rows = [(t["claim_id"], t["status"], now.get(t["claim_id"], "no longer in the ledger"), t["tagged_on"]) for t in tagged.to_dict("records")]
    frame = pd.DataFrame(rows, columns=["claim_id", "was", "now", "tagged_on"])
    return frame[frame["was"] != frame["now"]].reset_index(drop=True)


def _later(event: str, letter: str, policies: pd.DataFrame) -> bool:
    """Whether the event named is later than the letter's own date (the end of its id, "house-2019-03-07")."""
    day = re.search(r"\d{4}-\d\d-\d\d$", letter)
    row = policies[policies["id"] == event]
    if not event or not day or row.empty:
        return False
    return pd.Timestamp(row.iloc[0]["date_from"]) > pd.Timestamp(day.group(0))


def _text(value) -> str:
    return "" if value is None or value is pd.NA or value != value else str(value)
