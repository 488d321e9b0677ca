"""The computations a claim can name: each takes the tidy tables and arguments, and gives a value with its range and its sources.

A computation never sees the claim's research status. What it sees of the claim is the stated value, where the number of defensible choices in
which the claim holds has to be counted (the specification curve, the family of disclosures).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from helpers import bounds, exports, firearms, forces, spans, timeline, units

REGISTRY: dict[str, Callable] = {}
TABLES = ("exports", "exports_by_mexican_state", "cpi_u", "specifications", "missing_firearms", "licenses", "transfers", "atrocities", "policy_events",
          "sources")


@dataclass(frozen=True)
class Computed:
    """What a computation found.

    Attributes
    ----------
    value : float, int, str, datetime.date or None
        None when the tables hold nothing to compute from.
    value_is : str
        exact, at_least, at_most or about.
    low, high : float or None
        The range over equally defensible choices, where there are several.
    holds, choices : int or None
        In how many of the choices the claim holds, where that can be counted.
    cell : str
        The cell of tables and choices the value comes from.
    sources : tuple of str
        Source ids of the rows used.
    differences : tuple of str
        What is known to differ between the claim's words and what was computed, as short codes with a message `difference-<code>`.
    narrow : bool
        True when what was computed is less than what the claim says (possession where it says use), so that it holds only read narrowly.
    """

    value: object
    value_is: str = "exact"
    low: float | None = None
    high: float | None = None
    holds: int | None = None
    choices: int | None = None
    cell: str = ""
    sources: tuple[str, ...] = ()
    differences: tuple[str, ...] = field(default=())
    narrow: bool = False
    also: dict = field(default_factory=dict, compare=False)  # further numbers that a safe wording needs


NOTHING = Computed(None)


def computation(function):
    """Register a computation under its name; its docstring is what `armstrail claims --computations` prints."""
    REGISTRY[function.__name__] = function
    return function


@computation
def exports_sum(tables, stated, window="2015-2017", series="bts-all-modes", **_):
    """Sum of U.S. exports of HS 93 to Mexico over a window of years, in dollars; the range is over published vintages. window=2015-2017"""
    years = exports.window(window)
    yearly = exports.annual(tables["exports"], series)
    try:
        found = exports.window_total(yearly, years)
    except bounds.NoBound:
        return NOTHING
    sums = []
    for other in ("bts-all-modes", "usitc-total", "census-api", "comtrade-us"):
        try:
            sums.append(exports.window_total(exports.annual(tables["exports"], other), years).value)
        except bounds.NoBound:
            continue
    used = yearly[yearly["year"].between(*years)]["source_id"]
    return Computed(found.value, found.value_is, min(sums), max(sums), cell=f"{series} | HS 93 | total | {window}", sources=tuple(dict.fromkeys(used)))


@computation
def exports_ratio(tables, stated, base="2002-2004", comparison="2015-2017", **_):
    """How many times the exports of HS 93 to Mexico in one window exceed another; range and share of holding choices from the specification
    curve. base=2002-2004;comparison=2015-2017"""
    base_years, years = exports.window(base), exports.window(comparison)
    surface, whole = exports.annual(tables["exports"], "bts-surface"), exports.annual(tables["exports"], "bts-all-modes")
    low = surface if years and base_years[1] <= 2006 else whole
    try:
        found = exports.growth(low, whole, base_years, years)
    except (bounds.NoBound, ValueError):
        return NOTHING
    curve = exports.specifications(tables["specifications"], tables["exports"], tables["exports_by_mexican_state"], tables["cpi_u"], base_years, years,
                                   float(stated))
    curve = curve[curve["ratio"].notna()]
    try:
        both = exports.surface_by_state(tables["exports_by_mexican_state"])
        like = {"like": exports.growth(both, both, base_years, years).ratio.value}
    except bounds.NoBound:
        like = {}
    used = [*low[low["year"].between(*base_years)]["source_id"], *whole[whole["year"].between(*years)]["source_id"]]
    return Computed(found.ratio.value, found.ratio.value_is, float(curve["ratio"].min()), float(curve["ratio"].max()),
                    int(curve["at_or_above_claim"].astype(bool).sum()), len(curve), f"HS 93 | total | {base} surface, {comparison} all modes", tuple(dict.fromkeys(used)),
                    also=like)


@computation
def missing_firearms(tables, stated, since="2006", before="", **_):
    """Police firearms reported lost or stolen since a year: the smallest exact national answer above the stated number, with all national answers
    from that year (published periods that end before the letter) as the range. since=2006;before=2019-03-07"""
    rows = firearms.overviews(tables["missing_firearms"])
    rows = rows[(rows["period_from"].dt.year == int(since)) & ~firearms.ambiguous(rows)]
    if before:
        rows = rows[rows["period_to"] < pd.Timestamp(before)]
    if rows.empty:
        return NOTHING
    above = rows[(rows["count"] > float(stated)) & (rows["count_is"] == "exact")].sort_values("count")
    chosen = above.iloc[0] if len(above) else rows.sort_values("count").iloc[-1]
    return Computed(int(chosen["count"]), chosen["count_is"], float(rows["count"].min()), float(rows["count"].max()),
                    int((rows["count"] > float(stated)).sum()), len(rows), f"{chosen['id']}, {chosen['period_from']:%Y-%m} to {chosen['period_to']:%Y-%m}",
                    tuple(dict.fromkeys(rows["source_id"])))


@computation
def victims(tables, stated, event="", column="disappeared", **_):
    """A count of victims of one documented event. event=ATR-024;column=disappeared"""
    row = _row(tables["atrocities"], event)
    if row is None or pd.isna(row[column]):
        return NOTHING
    return Computed(int(row[column]), cell=f"{event} | {column}", sources=(row["source_id"],))


@computation
def events(tables, stated, force="", level="", counted="", before="", differ="", narrow="", linked="", **_):
    """Number of documented events, by kind of force, level of finding and counted victims, dated before a day.
    force=navy;level=cndh+court;counted=disappeared;before=2021-09-14"""
    rows = tables["atrocities"]
    known = timeline.implications(rows, "event").drop_duplicates("atrocity_id").set_index("atrocity_id")
    kept = rows[rows["id"].isin(known.index)]
    if force:
        kept = kept[kept["force_type"].isin(force.split("+"))]
    if level:
        kept = kept[kept["finding_level"].isin(level.split("+"))]
    if counted:
        kept = kept[pd.concat([pd.to_numeric(kept[c]).fillna(0) > 0 for c in counted.split("+")], axis=1).any(axis=1)]
    if before:
        kept = kept[kept["id"].map(known["end"]) < pd.Timestamp(before)]
    if linked:
        kept = kept[kept["us_weapon_link"].fillna("").str.contains(linked, regex=True)]
    cell = " | ".join(filter(None, (force or "all forces", level or "all levels", counted, f"before {before}" if before else "")))
    return Computed(len(kept), cell=cell, sources=tuple(dict.fromkeys(kept["source_id"])), differences=tuple(filter(None, [differ])), narrow=bool(narrow))


@computation
def policy_day(tables, stated, event="", **_):
    """The day of a dated rule, letter or notice. event=POL-034"""
    row = _row(tables["policy_events"], event)
    if row is None:
        return NOTHING
    day = spans.day(row["date_from"])
    return Computed(day, "exact" if row["date_precision"] == "day" else "about", cell=f"{event} | date", sources=(row["source_id"],))


@computation
def policy_names(tables, stated, event="", **_):
    """How many names a dated event's summary lists at its start ("Leahy, Booker, Merkley, Durbin; ..."). event=POL-042"""
    row = _row(tables["policy_events"], event)
    if row is None:
        return NOTHING
    return Computed(len([n for n in str(row["summary"]).split(";")[0].split(",") if n.strip()]), cell=f"{event} | summary", sources=(row["source_id"],))


@computation
def license_ceiling(tables, stated, license="", **_):
    """The ceiling of a license or notice in dollars. license=DCS-SIG-2015-266M"""
    row = _row(tables["licenses"], license)
    if row is None or pd.isna(row["value_usd"]):
        return NOTHING
    return Computed(float(row["value_usd"]), row["value_is"], cell=f"{license} | value_usd", sources=(row["source_id"],))


@computation
def license_day(tables, stated, license="", date="notified", differ="", **_):
    """The day a license was notified to Congress, issued or expires. license=DDTC-20-072;date=notified"""
    row = _row(tables["licenses"], license)
    day = spans.day(row[f"{date}_from"]) if row is not None else None
    if day is None:
        return NOTHING
    return Computed(day, "exact" if row[f"{date}_precision"] == "day" else "about", cell=f"{license} | {date}", sources=(row["source_id"],),
                    differences=tuple(filter(None, [differ])))


@computation
def license_users(tables, stated, license="", users="", **_):
    """Whether the classes of end users of a notice are those the claim names; more classes are a difference. license=X;users=army+navy"""
    row = _row(tables["licenses"], license)
    if row is None or pd.isna(row["end_user_classes"]) or not row["end_user_classes"]:
        return NOTHING
    classes, wanted = set(str(row["end_user_classes"]).split(";")), set(users.split("+"))
    return Computed(len(classes & wanted), cell=f"{license} | end_user_classes", sources=(row["source_id"],),
                    differences=("wider-end-users",) if classes - wanted else (), low=None, high=None)


@computation
def licenses_granted_by(tables, stated, authority="State DDTC", before="2020-03-09", **_):
    """Number of direct commercial licenses and notices before a day that one authority granted. authority=State DDTC;before=2020-03-09"""
    rows = tables["licenses"]
    named = units.named(rows).set_index("id")
    kept = [i for i, kind in zip(rows["id"], rows["kind"], strict=True) if str(kind).startswith("DCS") and named.loc[i, "authority"] == authority
            and not (pd.notna(named.loc[i, "year"]) and dt.date(int(named.loc[i, "year"]), 1, 1) >= dt.date.fromisoformat(before))]
    return Computed(len(kept), cell=f"{authority} | before {before}", sources=tuple(dict.fromkeys(rows.loc[rows["id"].isin(kept), "source_id"])))


@computation
def licenses_naming_a_unit(tables, stated, **_):
    """Number of licenses and notices known to name no unit below a force or class: those that name a force, a class or the distributor only."""
    named = units.named(tables["licenses"])
    kept = named[named["names"].isin(["force", "class", "central distributor only"])]
    return Computed(len(kept), cell="licenses | names", sources=tuple(dict.fromkeys(kept["source_id"])), differences=("no-license-read",))


@computation
def states_holding(tables, stated, states="", **_):
    """In how many of the named states U.S. arms with police are documented. states=Guerrero+Veracruz"""
    wanted = states.split("+") if states else list(units.FIVE_STATES)
    rows = units.request(tables["transfers"], tables["licenses"], wanted)
    held = rows[rows["held"] == "yes"]
    used = [s for cell in held["sources"] for s in cell.split(";")]
    return Computed(len(held), "at_least", cell=" ".join(held["state"]), sources=tuple(dict.fromkeys(used)),
                    differences=("fewer-states",) if len(held) < len(wanted) else ())


@computation
def transfer_year(tables, stated, transfer="", **_):
    """The year of one hand-over, when its whole range lies in one year. transfer=TRF-024"""
    row = _row(tables["transfers"], transfer)
    span = spans.read(row["date_from"], row["date_to"]) if row is not None else spans.Span(None, None)
    if span.start is None or span.end is None or span.start.year != span.end.year:
        return NOTHING
    return Computed(span.start.year, cell=f"{transfer} | date", sources=(row["source_id"],))


@computation
def transfer_text(tables, stated, transfer="", column="item", **_):
    """What one row of the transfers ledger prints in a column. transfer=TRF-028;column=manufacturer"""
    row = _row(tables["transfers"], transfer)
    if row is None or pd.isna(row[column]) or not row[column]:
        return NOTHING
    return Computed(str(row[column]), cell=f"{transfer} | {column}", sources=(row["source_id"],))


@computation
def after_implication(tables, stated, transfers="", lag="0", **_):
    """Whether hand-overs lie after an implication in their state: how many of them, at how many of the choices (four tiers by three dates) all do.
    transfers=TRF-024+TRF-026"""
    wanted = transfers.split("+")
    given = timeline.choose(timeline.hand_overs(tables["transfers"]), transfer_id=wanted)
    if given.empty:
        return NOTHING
    holds = choices = 0
    table = forces.table()
    for date in ("event", "first_finding", "finding"):
        pairs = timeline.orders(given, timeline.implications(tables["atrocities"], date), int(lag), table)
        for tier in (forces.SAME_UNIT, forces.SUCCESSOR, forces.PARENT, forces.SAME_CORPS, forces.SAME_STATE):
            choices += 1
            holds += set(timeline.counts(pairs, tier)[spans.AFTER]) == set(wanted)
    first = timeline.orders(given, timeline.implications(tables["atrocities"]), int(lag), table)
    after = timeline.counts(first)[spans.AFTER]
    used = tables["atrocities"][tables["atrocities"]["id"].isin(first.loc[first["order"] == spans.AFTER, "atrocity_id"])]["source_id"]
    return Computed(len(after), holds=holds, choices=choices, cell=f"first dated official act | lag {lag} | same state or closer",
                    sources=tuple(dict.fromkeys([*given["source_id"], *used])), differences=("same-state-only",))


@computation
def told_year(tables, stated, event="ATR-024", **_):
    """The year a U.S. agency is known to have been told of an event. event=ATR-024"""
    rows = tables["us_agency_told"]
    rows = rows[rows["atrocity_id"] == event].sort_values("told_to")
    if rows.empty:
        return NOTHING
    return Computed(spans.day(rows.iloc[0]["told_from"]).year, cell=f"{event} | told", sources=(rows.iloc[0]["source_id"],))


def run(name: str, tables: Mapping[str, pd.DataFrame], stated, arguments: str = "") -> Computed:
    """Call a computation by name with arguments written "key=value;key=value".

    >>> arguments("window=2015-2017;series=bts-all-modes")
    {'window': '2015-2017', 'series': 'bts-all-modes'}
    """
    return REGISTRY[name](tables, stated, **globals()["arguments"](arguments))


def arguments(text: str) -> dict[str, str]:
    """Arguments written "key=value;key=value" as a dict; blank text gives none. Raises ValueError for a part without an equals sign.

    >>> arguments("event=ATR-024;column=killed")
    {'event': 'ATR-024', 'column': 'killed'}
    """
    out = {}
    for part in filter(None, (p.strip() for p in str(text or "").split(";"))):
        key, equals, value = part.partition("=")
        if not equals or not re.fullmatch(r"[a-z_]+", key.strip()):
            raise ValueError(f"{part!r} is not written key=value")
        out[key.strip()] = value.strip()
    return out


def _row(frame: pd.DataFrame, wanted: str):
    found = frame[frame["id"] == wanted]
    return found.iloc[0] if len(found) else None
