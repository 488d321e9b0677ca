"""Frames that the time charts draw: one row a mark, each with its lane and its span. No plotting here.

Licenses, shipments, hand-overs, policy dates and events stay in lanes of their own and share nothing but the time axis:
a ceiling, a count and a number of victims are never put on one scale (rule 9 of "Growth of exports" in METHODS).
"""

from __future__ import annotations

import pandas as pd

from helpers import spans, timeline

COLUMNS = ("lane", "id", "start", "end", "precision", "state", "origin", "level", "state_role", "force_type", "ceiling_usd", "ceiling_is", "firearms",
           "country", "source_id")
LANES = ("license", "notice", "shipment", "hand_over", "other_origin", "origin_not_stated", "policy", "event", "implication")

# Words in the goods of a license or notice that make it one for firearms; the rest (aircraft, vehicles, missiles) is drawn apart.
FIREARMS = r"rifle|pistol|firearm|handgun"


def licenses(frame: pd.DataFrame) -> pd.DataFrame:
    """Life spans of licenses and notices: from the notice (or the issue) to the expiry, with the ceiling.

    Parameters
    ----------
    frame : DataFrame
        The licenses ledger.

    Returns
    -------
    DataFrame
        id, kind, start, end (NaT = no expiry published), start_is ("notified" or "issued"), expiry_from, expiry_to, firearms (bool), value_usd,
        value_is, applicant, source_id, in order of the start. Rows without any date are left out: count them and say so.

    Examples
    --------
    >>> row = {"id": "L", "kind": "DCS_notification", "notified_from": "2015-03-25", "notified_to": "2015-03-25", "issued_from": "",
    ...        "issued_to": "", "expires_from": "", "expires_to": "", "items": "rifles", "value_usd": "5", "value_is": "at_most",
    ...        "applicant": "A", "source_id": "s"}
    >>> licenses(pd.DataFrame([row]))[["id", "start_is", "firearms"]].values.tolist()
    [['L', 'notified', True]]
    """
    rows = []
    for row in frame.to_dict("records"):
        starts = [("notified", spans.read(row["notified_from"], row["notified_to"])), ("issued", spans.read(row["issued_from"], row["issued_to"]))]
        known = [(name, span) for name, span in starts if span.known]
        if not known:
            continue
        name, span = known[0]
        expiry = spans.read(row["expires_from"], row["expires_to"])
        rows.append({"id": row["id"], "kind": row["kind"], "start": span.start, "end": expiry.end, "start_is": name, "start_to": span.end,
                     "expiry_from": expiry.start, "firearms": bool(pd.Series([str(row["items"])]).str.contains(FIREARMS, case=False)[0]),
                     "value_usd": _number(row["value_usd"]), "value_is": _cell(row["value_is"]), "applicant": _cell(row["applicant"]),
                     "source_id": row["source_id"]})
    out = pd.DataFrame(rows, columns=["id", "kind", "start", "start_to", "end", "start_is", "expiry_from", "firearms", "value_usd", "value_is",
                                      "applicant", "source_id"])
    for column in ("start", "start_to", "end", "expiry_from"):
        out[column] = pd.to_datetime(out[column])
    out["value_usd"] = out["value_usd"].astype("Int64")
    return out.sort_values(["start", "id"]).reset_index(drop=True)


def axis(license_rows: pd.DataFrame, shipments: pd.DataFrame, hand_overs: pd.DataFrame, policies: pd.DataFrame, events: pd.DataFrame,
         implications: pd.DataFrame) -> pd.DataFrame:
    """Everything dated, one row a mark, for one time axis: the frame of the timeline and of the state pages.

    Parameters
    ----------
    license_rows : DataFrame
        From `licenses`.
    shipments, hand_overs, implications : DataFrame
        From `timeline`.
    policies : DataFrame
        The policy events ledger.
    events : DataFrame
        `timeline.implications(atrocities, "event")`: the events with their own dates.

    Returns
    -------
    DataFrame
        Columns `COLUMNS`. Lanes: license (a firearms license with an expiry), notice (one without, or not for firearms), shipment, hand_over
        (U.S. origin known), other_origin, origin_not_stated, policy, event, implication.

    >>> from helpers import sources, timeline
    >>> tables = {name: sources.table(name) for name in ("licenses", "transfers", "policy_events", "atrocities")}
    >>> marks = axis(licenses(tables["licenses"]), timeline.shipments(tables["transfers"]), timeline.hand_overs(tables["transfers"]), tables["policy_events"],
    ...              timeline.implications(tables["atrocities"], "event"), timeline.implications(tables["atrocities"]))
    >>> int((marks["lane"] == "event").sum()), marks.set_index("id").loc["TRF-025", "lane"]
    (57, 'other_origin')
    """
    parts = [
        _part(license_rows, license_rows["end"].notna().map({True: "license", False: "notice"}), id="id", start="start", end="end",
              level=license_rows["firearms"].map({True: "firearms", False: "other goods"}), ceiling_usd="value_usd", ceiling_is="value_is"),
        _part(shipments, "shipment", id="transfer_id", origin="origin", precision="precision", firearms="quantity"),
        _part(hand_overs, hand_overs["origin"].map({"known": "hand_over", "partly": "hand_over", "not": "other_origin",
                                                    "not stated": "origin_not_stated"}),
              id="transfer_id", state="state", origin="origin", precision="precision", firearms="quantity", country="country"),
        _part(policies.assign(start=pd.to_datetime(policies["date_from"].replace("", None)), end=pd.to_datetime(policies["date_to"].replace("", None))),
              "policy", id="id", precision="date_precision", level="kind"),
        _part(events, "event", id="atrocity_id", state="state", precision="precision", level="level", state_role="state_role", force_type="force_type"),
        _part(implications, "implication", id="atrocity_id", state="state", precision="precision", level="level", state_role="state_role",
              force_type="force_type"),
    ]
    out = pd.concat([p for p in parts if len(p)], ignore_index=True)
    # An event in two states is one mark on one axis.
    out["state"] = out.groupby(["lane", "id"])["state"].transform(lambda s: ";".join(sorted({v for v in s if v})))
    out = out.drop_duplicates(["lane", "id"])
    out["lane"] = pd.Categorical(out["lane"], LANES)
    out = out.sort_values(["lane", "start", "end", "id"], na_position="first").reset_index(drop=True)
    return out.assign(lane=out["lane"].astype(str))


def rows_of_orders(hand_overs: pd.DataFrame, orders: pd.DataFrame, implications: pd.DataFrame) -> pd.DataFrame:
    """One row a hand-over and one a dated implication in its state: the frame of the order-of-transfers chart.

    Returns transfer_id, state, mark ("hand-over" or "implication"), id, start, end, precision, order, tier, days_min, days_max. The order of the
    hand-over's own row is the strongest one, and its tier the closest at which that order holds.

    >>> from helpers import sources
    >>> given = timeline.choose(timeline.hand_overs(sources.table("transfers")), transfer_id="TRF-024")
    >>> known = timeline.implications(sources.table("atrocities"))
    >>> rows_of_orders(given, timeline.orders(given, known), known)["order"].tolist()
    ['after', 'after', 'possibly after', 'before', 'before']
    """
    best = timeline.strongest(orders).set_index("transfer_id")
    out = []
    for h in hand_overs.sort_values(["end", "transfer_id"]).to_dict("records"):
        own = orders[orders["transfer_id"] == h["transfer_id"]].set_index("atrocity_id")
        chosen = best.loc[h["transfer_id"]] if h["transfer_id"] in best.index else None
        order = chosen["order"] if chosen is not None else "no date"
        tier = chosen["closest_tier"] if chosen is not None else ""
        out.append((h["transfer_id"], h["state"], "hand-over", h["transfer_id"], h["start"], h["end"], h["precision"], order, tier,
                    chosen["days_min"] if chosen is not None else pd.NA, chosen["days_max"] if chosen is not None else pd.NA))
        for i in implications[implications["state"] == h["state"]].sort_values(["start", "atrocity_id"]).to_dict("records"):
            pair = own.loc[i["atrocity_id"]]
            out.append((h["transfer_id"], h["state"], "implication", i["atrocity_id"], i["start"], i["end"], i["precision"], pair["order"],
                        pair["tier"], pair["days_min"], pair["days_max"]))
    frame = pd.DataFrame(out, columns=["transfer_id", "state", "mark", "id", "start", "end", "precision", "order", "tier", "days_min", "days_max"])
    return frame.astype({"days_min": "Int64", "days_max": "Int64"})


def pendulum(policies: pd.DataFrame, directions: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Rules by which way they moved the control of firearms exports, in order of date.

    `directions` has policy_id, direction ("eases" or "tightens") and reason. Returns id, start, end, precision, direction, side (-1 eases,
    +1 tightens), source_id for rules dated in the years `first` to `last`.

    >>> from helpers import reference, sources
    >>> swings = pendulum(sources.table("policy_events"), reference.table("policy_directions"), 2020, 2020)
    >>> swings["direction"].tolist()
    ['eases', 'tightens', 'eases', 'eases']
    """
    joined = policies.merge(directions, left_on="id", right_on="policy_id", how="inner", validate="one_to_one")
    out = pd.DataFrame({"id": joined["id"], "start": pd.to_datetime(joined["date_from"]), "end": pd.to_datetime(joined["date_to"]),
                        "precision": joined["date_precision"], "direction": joined["direction"],
                        "side": joined["direction"].map({"eases": -1, "tightens": 1}).astype("Int64"), "source_id": joined["source_id"]})
    return out[out["start"].dt.year.between(first, last)].sort_values(["start", "id"]).reset_index(drop=True)


def _part(frame: pd.DataFrame, lane, **columns) -> pd.DataFrame:
    out = pd.DataFrame({"lane": lane}, index=frame.index)
    for column in COLUMNS[1:]:
        name = columns.get(column, column if column in ("start", "end", "source_id") else None)
        if name is None:
            out[column] = pd.NA
        elif isinstance(name, str):
            out[column] = frame[name] if name in frame else name
        else:
            out[column] = name
    for column in ("start", "end"):
        out[column] = pd.to_datetime(out[column])
    for column in ("ceiling_usd", "firearms"):
        out[column] = pd.to_numeric(out[column].replace("", None)).astype("Int64")
    for column in ("precision", "state", "origin", "level", "state_role", "force_type", "ceiling_is", "country"):
        out[column] = out[column].astype(object).where(out[column].notna(), "").astype("str")
    return out


def _number(value):
    return pd.NA if value is None or value != value or value is pd.NA or str(value) == "" else int(value)


def _cell(value) -> str:
    return "" if value is None or value is pd.NA or value != value else str(value)


def by_state(axis_frame: pd.DataFrame) -> pd.DataFrame:
    """The axis with one row a state: a mark of "Nuevo León;Tamaulipas" stands in both; marks without a state drop out.

    >>> by_state(pd.DataFrame({"id": ["A", "B"], "state": ["Sonora;Sinaloa", ""]}))["state"].tolist()
    ['Sonora', 'Sinaloa']
    """
    out = axis_frame[axis_frame["state"] != ""].assign(state=axis_frame["state"].str.split(";")).explode("state")
    return out.reset_index(drop=True)


def matrix(hand_overs: pd.DataFrame, atrocities: pd.DataFrame, told: pd.DataFrame, table, lag_days: int = 0, **wanted) -> pd.DataFrame:
    """Strongest order of each hand-over under each implication date: transfer_id, state, implication_date, order, tier, days_min, days_max.

    The order is "no date" where no event of the state has a date of that kind; the tier is the closest at which the order holds.

    >>> from helpers import reference, sources
    >>> given = timeline.choose(timeline.hand_overs(sources.table("transfers")), transfer_id="TRF-024")
    >>> matrix(given, sources.table("atrocities"), reference.table("us_agency_told"), timeline.forces.table())["order"].tolist()
    ['after', 'after', 'before', 'before']
    """
    rows = []
    for date in timeline.DATES:
        known = timeline.choose(timeline.implications(atrocities, date, told), **wanted)
        pairs = timeline.orders(hand_overs, known, lag_days, table)
        best = timeline.strongest(pairs).set_index("transfer_id")
        for h in hand_overs.sort_values(["end", "transfer_id"]).to_dict("records"):
            if h["transfer_id"] not in best.index:
                rows.append((h["transfer_id"], h["state"], date, "no date", "", pd.NA, pd.NA))
                continue
            row = best.loc[h["transfer_id"]]
            rows.append((h["transfer_id"], h["state"], date, row["order"], row["closest_tier"], row["days_min"], row["days_max"]))
    frame = pd.DataFrame(rows, columns=["transfer_id", "state", "implication_date", "order", "tier", "days_min", "days_max"])
    return frame.astype({"days_min": "Int64", "days_max": "Int64"})
