"""What is held: coverage, gaps, repeated figures, near-duplicates, staleness and blanks of the tidy tables.

Frames in, frames out; nothing is judged here, only listed.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

_YEARS = {
    "exports": ("year_from", "year_to", "series"), "exports_by_country": ("year", "year", None), "exports_by_mexican_state": ("year", "year", None),
    "authorizations": ("fiscal_year_from", "fiscal_year_to", "stage"), "blue_lantern": ("fiscal_year", "fiscal_year", None), "cpi_u": ("year", "year", None),
    "transfers": ("date_from", "date_to", None), "atrocities": ("date_from", "date_to", None), "policy_events": ("date_from", "date_to", None),
    "missing_firearms": ("period_from", "period_to", "family"), "atf_traces": ("year_from", "year_to", None),
}


def _year(values: pd.Series) -> pd.Series:
    return values.dt.year if pd.api.types.is_datetime64_any_dtype(values) else values


def coverage(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Rows, first and last year and missing years of each table, by series where it has several.

    Columns ``table``, ``series``, ``rows``, ``first``, ``last``, ``gaps`` (years inside the span that no row begins or
    ends in, as text). Fiscal years are given as fiscal years.
    """
    out = []
    for name, (first, last, by) in _YEARS.items():
        if name not in tables:
            continue
        frame = tables[name]
        groups = frame.groupby(frame[by].fillna("other")) if by else [("", frame)]
        for series, rows in groups:
            start, end = _year(rows[first]).dropna(), _year(rows[last]).dropna()
            low, high = int(min([*start, *end])), int(max([*start, *end]))
            touched = {int(y) for a, b in zip(_year(rows[first]).fillna(_year(rows[last])), _year(rows[last]), strict=True) for y in range(int(a), int(b) + 1)}
            gaps = [str(y) for y in range(low, high + 1) if y not in touched]
            out.append({"table": name, "series": series, "rows": len(rows), "first": low, "last": high, "gaps": ", ".join(gaps)})
    return pd.DataFrame(out, columns=["table", "series", "rows", "first", "last", "gaps"])


def export_series(exports: pd.DataFrame) -> pd.DataFrame:
    """Which export series holds which year: ``series``, ``year``, ``modes``, ``source_id``; single whole years only."""
    rows = exports[(exports["year_from"] == exports["year_to"]) & (exports["months"] == "all") & (exports["series"] != "published")]
    out = rows.rename(columns={"year_from": "year"}).drop_duplicates(["series", "year"])
    return out[["series", "year", "modes", "source_id"]].sort_values(["series", "year"]).reset_index(drop=True)


def repeated(missing: pd.DataFrame) -> pd.DataFrame:
    """Counts of missing firearms that appear more than once for the same place, kind, period and category: one disclosure told twice.

    Columns ``count``, ``state``, ``period_from``, ``ids``.
    """
    rows = missing[(missing["count"] > 50)].assign(state=missing["state"].fillna(""))
    same = ["count", "state", "level", "firearm_type", "status", "period_from"]
    groups = rows.groupby(same, dropna=False)["id"].agg(list).reset_index()
    groups = groups[groups["id"].map(len) > 1]
    return groups.assign(ids=groups["id"].map(", ".join))[["count", "state", "period_from", "ids"]].reset_index(drop=True)


def near_events(atrocities: pd.DataFrame, days: int = 3) -> pd.DataFrame:
    """Pairs of events in one state that begin within so many days of each other: possible doubles, to be read by a person.

    Columns ``first``, ``second``, ``state``, ``days_apart``.
    """
    rows = atrocities.sort_values("date_from")
    out = []
    for state, group in rows.groupby("state"):
        for a, b in zip(group.itertuples(), list(group.itertuples())[1:], strict=False):
            gap = (b.date_from - a.date_from).days
            if gap <= days:
                out.append({"first": a.id, "second": b.id, "state": state, "days_apart": gap})
    return pd.DataFrame(out, columns=["first", "second", "state", "days_apart"])


def staleness(covered: pd.DataFrame, sources: pd.DataFrame, years: int) -> pd.DataFrame:
    """Tables that end ``years`` or more before the day their sources were read: ``table``, ``last``, ``read``, ``behind`` (years)."""
    read = int(sources["accessed"].max().year)
    last = covered.groupby("table", sort=False)["last"].max().reset_index()
    last["read"] = read
    last["behind"] = read - last["last"]
    return last[last["behind"] >= years].reset_index(drop=True)


def blanks(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Share of blank cells: ``table``, ``column``, ``blank`` (cells), ``pct``; columns without any are left out."""
    out = []
    for name, frame in tables.items():
        for column in frame:
            blank = int(frame[column].isna().sum())
            if blank and column != "note":
                out.append({"table": name, "column": column, "blank": blank, "pct": round(100 * blank / len(frame))})
    return pd.DataFrame(out, columns=["table", "column", "blank", "pct"])
