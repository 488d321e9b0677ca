"""How many police firearms were reported missing: every disclosure beside every other, and what their arithmetic proves.

All functions take tidy tables of ``helpers.tables``. A disclosure is one published count with its
period, holder and category. Disclosures overlap, so nothing here adds two of them up; what can be
said from several at once is said as a range.
"""

from __future__ import annotations

import datetime as dt

import pandas as pd

DAYS_A_YEAR = 365.25


def national(missing: pd.DataFrame) -> pd.DataFrame:
    """Disclosures that speak for the whole country, all holders and both kinds of arms, with a stated start.

    Columns of ``missing_firearms`` plus ``years`` (length of the period) and ``family`` with ``other``
    for answers that belong to neither family. Oldest start first, then earliest end.
    """
    rows = missing[missing["state"].isna() & (missing["level"] == "all") & (missing["firearm_type"] == "all") & missing["period_from"].notna() & ~ambiguous(missing)]
    rows = rows.assign(family=rows["family"].fillna("other"), years=years_between(rows["period_from"], rows["period_to"]))
    return rows.sort_values(["period_from", "period_to", "count"]).reset_index(drop=True)


def ambiguous(missing: pd.DataFrame) -> pd.Series:
    """True for rows whose note begins with AMBIGUOUS: the source's sentence allows another reading, so they prove and show nothing."""
    return missing["note"].fillna("").str.startswith("AMBIGUOUS")


def years_between(first: pd.Series, last: pd.Series) -> pd.Series:
    """Length in years of periods that include both their first and their last day (365.25 days a year).

    >>> years_between(pd.Series(pd.to_datetime(["2006-01-01"])), pd.Series(pd.to_datetime(["2009-12-31"]))).round(2).tolist()
    [4.0]
    """
    return ((last - first).dt.days + 1) / DAYS_A_YEAR


def overviews(missing: pd.DataFrame, least_years: float = 5) -> pd.DataFrame:
    """National totals over at least so many years: what a headline would quote, lost and stolen together."""
    rows = national(missing)
    # A calendar year is 365 or 366 days, a hundredth of a year is more than that makes.
    return rows[(rows["years"] > least_years - 0.01) & (rows["status"] == "lost_or_stolen")].reset_index(drop=True)


def claimed_source(missing: pd.DataFrame, claim: int, since: int) -> pd.Series:
    """The disclosure most likely behind "more than ``claim`` since ``since``": its row of ``missing_firearms``.

    Rule, so that nobody picks by hand: among exact national totals of lost and stolen arms whose period
    begins in ``since``, the smallest that is above the claim. Raises ``LookupError`` when there is none.
    """
    rows = overviews(missing)
    fits = rows[(rows["count_is"] == "exact") & (rows["period_from"].dt.year == since) & (rows["count"] > claim)]
    if fits.empty:
        raise LookupError(f"no exact national disclosure that begins in {since} exceeds {claim}")
    return fits.sort_values("count").iloc[0]


def latest(missing: pd.DataFrame, family: str, published_by: dt.date | None = None) -> pd.Series:
    """The disclosure of a family whose period ends last; with ``published_by``, ends no later than that day.

    Raises ``LookupError`` when the family has none.
    """
    rows = national(missing)
    rows = rows[rows["family"] == family]
    if published_by is not None:
        rows = rows[rows["period_to"].dt.date <= published_by]
    if rows.empty:
        raise LookupError(f"the family {family!r} has no national disclosure")
    return rows.sort_values(["period_to", "period_from", "count"]).iloc[-1]


def rates(missing: pd.DataFrame) -> pd.DataFrame:
    """Firearms reported missing a year of the period, per national total: the only way to compare periods of different length.

    Columns of ``overviews`` plus ``per_year``; highest first.
    """
    rows = overviews(missing, least_years=1)
    return rows.assign(per_year=rows["count"].astype(float) / rows["years"]).sort_values("per_year", ascending=False).reset_index(drop=True)


def by_state(missing: pd.DataFrame, states: pd.DataFrame, source: str, period: tuple[str, str]) -> pd.DataFrame:
    """Counts by state from one disclosure, with rates per 100,000 inhabitants over its period.

    Columns ``id``, ``state``, ``count``, ``count_is``, ``population``, ``population_year``, ``per_100k``,
    ``source_id``; largest count first. Population is of the census year nearest the middle of the
    period. Raises ``LookupError`` when the source has no such rows.
    """
    first, last = (pd.Timestamp(day) for day in period)
    rows = missing[(missing["source_id"] == source) & (missing["period_from"] == first) & (missing["period_to"] == last) & missing["state"].notna()
                   & (missing["level"] == "state") & (missing["firearm_type"] == "all")]
    if rows.empty:
        rows = _added_up(missing[missing["source_id"] == source], first, last)
    if rows.empty:
        raise LookupError(f"{source} has no counts by state for {period[0]} to {period[1]}")
    middle = (first.year + last.year) / 2
    year = min((int(name.rpartition("_")[2]) for name in states if name.startswith("population_")), key=lambda y: (abs(y - middle), y))
    people = states.set_index("name")[f"population_{year}"]
    out = rows[["id", "state", "count", "count_is", "source_id"]].copy()
    out["population"] = out["state"].map(people)
    out["population_year"] = year
    out["per_100k"] = out["count"].astype(float) / out["population"].astype(float) * 100_000
    return out.sort_values(["count", "state"], ascending=[False, True]).reset_index(drop=True)


def _added_up(rows: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """One row a state from an answer that was brought in: its cells are apart by year, agency, kind and category, so they may be added.

    Only cells wholly inside the period count, and short and long arms only where the answer prints no total of both.
    """
    rows = rows[rows["id"].str.startswith("RCV-") & (rows["period_from"] >= first) & (rows["period_to"] <= last) & rows["state"].notna()]
    cell = ["period_from", "state", "agency", "status"]
    has_all = rows.groupby(cell)["firearm_type"].transform(lambda kinds: (kinds == "all").any())
    rows = rows[(rows["firearm_type"] == "all") | ~has_all]
    # A combined answer and its parts by category are never both counted.
    rows = rows[(rows["status"] == "lost_or_stolen") | ~(rows["status"] == "lost_or_stolen").any()]
    return rows.groupby("state", as_index=False).agg(id=("id", "first"), count=("count", "sum"), count_is=("count_is", "first"), source_id=("source_id", "first"))


def state_disclosures(missing: pd.DataFrame, least: int = 5) -> pd.DataFrame:
    """Sources and periods that give counts for at least so many states: ``source_id``, ``period_from``, ``period_to``, ``states``, ``count``."""
    rows = missing[missing["state"].notna() & (missing["level"] == "state") & (missing["firearm_type"] == "all") & missing["period_from"].notna()]
    out = rows.groupby(["source_id", "period_from", "period_to"], as_index=False).agg(states=("state", "nunique"), count=("count", "sum"))
    return out[out["states"] >= least].sort_values("states", ascending=False).reset_index(drop=True)


def contradictions(missing: pd.DataFrame, holders: pd.DataFrame) -> pd.DataFrame:
    """Pairs of disclosures that cannot both be the whole, found by arithmetic.

    A count over a period cannot exceed a count over a longer period that holds it, of the same or a
    wider holder, kind of arms and category. ``holders`` is the table of that name (which printed
    agencies are the same body or cover a whole level); agencies it does not list are compared only
    with themselves. Only provable pairs are given: the shorter count exact or a lower bound, the
    longer exact or an upper bound, and ``derived`` rows left out.

    Columns ``inner``, ``inner_count``, ``inner_from``, ``inner_to``, ``outer``, ``outer_count``,
    ``outer_from``, ``outer_to``, ``state``, ``holder``, ``excess`` (at least so many), ``inner_source``, ``outer_source``;
    largest excess first.
    """
    rows = missing[missing["period_from"].notna() & (missing["derived"] == "no") & ~ambiguous(missing)].merge(holders, how="left", left_on="agency", right_on="agency_as_printed")
    rows["covers"] = rows["covers"].fillna("part")
    rows["holder"] = rows["holder"].fillna(rows["agency"])
    rows["state"] = rows["state"].fillna("")
    inner = rows[rows["count_is"].isin(["exact", "at_least"])]
    outer = rows[rows["count_is"].isin(["exact", "at_most"])]
    pairs = inner.merge(outer, how="cross", suffixes=("_in", "_out"))
    # A count that takes in private security is wider than the register: it can hold the others, they cannot hold it.
    whole = pairs["covers_out"].isin(["whole", "wider"]) & pairs["level_out"].isin(["all"]).where(pairs["level_out"] != pairs["level_in"], True) & (pairs["covers_in"] != "wider")
    same_body = (pairs["holder_in"] == pairs["holder_out"]) & (pairs["level_in"] == pairs["level_out"])
    # Only bodies the table of holders knows may count as part of a whole: a register of another kind (complaints, seizures) is not part of it.
    known = pairs["agency_as_printed_in"].notna()
    fits = (
        (pairs["id_in"] != pairs["id_out"])
        & (pairs["period_from_in"] >= pairs["period_from_out"]) & (pairs["period_to_in"] <= pairs["period_to_out"])
        & ((pairs["state_out"] == "") & whole & known | (pairs["state_in"] == pairs["state_out"]) & ((whole & known) | same_body))
        & ((pairs["firearm_type_out"] == "all") | (pairs["firearm_type_in"] == pairs["firearm_type_out"]))
        & ((pairs["status_out"] == "lost_or_stolen") | (pairs["status_in"] == pairs["status_out"]))
        & (pairs["count_in"] > pairs["count_out"])
    )
    found = pairs[fits]
    out = pd.DataFrame({
        "inner": found["id_in"], "inner_count": found["count_in"], "inner_from": found["period_from_in"], "inner_to": found["period_to_in"],
        "outer": found["id_out"], "outer_count": found["count_out"], "outer_from": found["period_from_out"], "outer_to": found["period_to_out"],
        "state": found["state_in"], "holder": found["holder_out"], "excess": found["count_in"] - found["count_out"],
        "inner_source": found["source_id_in"], "outer_source": found["source_id_out"],
    })
    return out.sort_values(["excess", "inner", "outer"], ascending=[False, True, True]).reset_index(drop=True)


def implied(missing: pd.DataFrame, first: dt.date, last: dt.date) -> pd.DataFrame:
    """What each family of answers implies for a period nobody published: a range.

    At least the largest total of a period inside it, at most the smallest exact total of a period that
    holds it. Columns ``family``, ``at_least``, ``at_least_id``, ``at_most`` (missing where nothing caps it),
    ``at_most_id``. Families are never mixed: where the two ranges do not meet, both cannot be right.
    """
    rows = national(missing)
    start, end = pd.Timestamp(first), pd.Timestamp(last)
    out = []
    for family in ("high", "low"):
        mine = rows[rows["family"] == family]
        inside = mine[(mine["period_from"] >= start) & (mine["period_to"] <= end) & mine["count_is"].isin(["exact", "at_least"])].sort_values("count")
        around = mine[(mine["period_from"] <= start) & (mine["period_to"] >= end) & mine["count_is"].isin(["exact", "at_most"])].sort_values("count")
        out.append({"family": family,
                    "at_least": inside["count"].iloc[-1] if len(inside) else 0, "at_least_id": inside["id"].iloc[-1] if len(inside) else None,
                    "at_most": around["count"].iloc[0] if len(around) else pd.NA, "at_most_id": around["id"].iloc[0] if len(around) else None})
    return pd.DataFrame(out).astype({"at_least": "Int64", "at_most": "Int64"})


def arithmetic(stated: pd.DataFrame, missing: pd.DataFrame, transfers: pd.DataFrame) -> pd.DataFrame:
    """The publications' own arithmetic, done again: ``stated`` is the table ``stated_arithmetic``.

    ``kind`` is ``sum`` (parts against a total), ``percent_of``, ``mean_per_year`` or ``mean_per_day``.
    Columns ``id``, ``subject``, ``kind``, ``against``, ``stated``, ``computed``, ``holds``, ``source_id``, ``note``. A sum holds
    when equal; a mean or a percentage when it rounds to what was printed.
    """
    days = (missing["period_to"] - missing["period_from"]).dt.days + 1
    length = dict(zip(missing["id"], days, strict=True))
    value = {**dict(zip(missing["id"], missing["count"], strict=True)), **dict(zip(transfers["id"], transfers["quantity"], strict=True))}
    out = []
    for row in stated.itertuples():
        parts = row.subject.split("+")
        whole = sum(int(value[part]) for part in parts)
        against = int(value[row.against]) if isinstance(row.against, str) else None
        computed = {
            "sum": lambda whole=whole: float(whole),
            "percent_of": lambda whole=whole, against=against: 100 * whole / against,
            "mean_per_year": lambda whole=whole, part=parts[0]: whole / (length[part] / DAYS_A_YEAR),
            "mean_per_day": lambda whole=whole, part=parts[0]: whole / length[part],
        }[row.kind]()
        printed = float(against if pd.isna(row.stated) else row.stated)
        holds = computed == printed if row.kind == "sum" else abs(computed - printed) <= 0.5
        out.append({"id": row.id, "subject": row.subject, "kind": row.kind, "against": row.against, "stated": printed, "computed": computed,
                    "holds": holds, "source_id": row.source_id, "note": row.note})
    return pd.DataFrame(out, columns=["id", "subject", "kind", "against", "stated", "computed", "holds", "source_id", "note"])


def parts(missing: pd.DataFrame) -> pd.DataFrame:
    """Short and long arms, and lost and stolen, against the total of the same disclosure.

    Columns ``kind``, ``total_id``, ``parts``, ``stated``, ``computed``, ``holds``, ``source_id``; one row per disclosure that
    prints a total and both parts.
    """
    out = []
    same = ["source_id", "period_from", "period_to", "state", "level", "agency"]
    for kind, column, values, whole in (("short + long", "firearm_type", ("short", "long"), "all"), ("lost + stolen", "status", ("lost", "stolen"), "lost_or_stolen")):
        other = "status" if column == "firearm_type" else "firearm_type"
        for _, rows in missing.groupby([*same, other], dropna=False):
            by = rows.drop_duplicates(column).set_index(column)
            if whole in by.index and all(v in by.index for v in values):
                computed = int(sum(by.at[v, "count"] for v in values))
                stated = int(by.at[whole, "count"])
                out.append({"kind": kind, "total_id": by.at[whole, "id"], "parts": "+".join(by.at[v, "id"] for v in values), "stated": stated,
                            "computed": computed, "holds": computed == stated, "source_id": by.at[whole, "source_id"]})
    return pd.DataFrame(out, columns=["kind", "total_id", "parts", "stated", "computed", "holds", "source_id"]).sort_values(["kind", "total_id"]).reset_index(drop=True)
