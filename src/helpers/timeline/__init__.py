"""Order in time: hand-overs of arms to police, dated implications of forces, and which lies after which.

Frames in, frames out. Nothing here says that one event led to another: an order is a statement about dates and about how far two
printed names are the same body, and needs both (rules 1-5 of "Order in time" in METHODS).
"""

from __future__ import annotations

import re

import pandas as pd

from helpers import forces, spans

DATES = ("event", "first_finding", "finding", "us_agency")
LAGS = (0, 30, 90, 180, 365)
LEVELS = ("court", "cndh", "prosecutor", "un_or_ngo", "press")
ROLES = ("direct", "collusion_alleged", "acquiescence")
ORIGINS = ("known", "partly", "not", "not stated")

HAND_OVER = "hand-over to police of a state"
KINDS = (
    # kind, words in the receiver, words in the item or the note. The first that fits is taken.
    ("certificate or estimate", r"$^", r"on an end-use certificate|end-user certificates, not deliveries"),
    ("purchase authorized", r"$^", r"purchase authorized"),
    ("receipt by the army", r"^SEDENA$", r"$^"),
    ("import, forces not split", r"forces not split", r"$^"),
    ("purchase for resale", r"purchases for resale|imports for distribution|all SEDENA buyers", r"$^"),
    ("army's own acquisition", r"own acquisition", r"$^"),
    ("private buyers", r"private", r"$^"),
    ("hand-over to federal forces", r"^National Guard$|^federal bodies", r"$^"),
)


def kinds(transfers: pd.DataFrame) -> pd.DataFrame:
    """Say what each row of the transfers ledger is, with the words that decide it.

    Parameters
    ----------
    transfers : DataFrame
        The ledger: id, state, receiver, item, note at least.

    Returns
    -------
    DataFrame
        id, kind, decided_by. Kinds: "hand-over to police of a state" (a police receiver and one named state), "hand-over, state not
        named", and those of `KINDS`: a receipt by the army, an import that no force is split from, a certificate or an authorization
        are not hand-overs.

    Examples
    --------
    >>> rows = pd.DataFrame({"id": ["A", "B"], "state": ["", "Guerrero"], "receiver": ["SEDENA", "Guerrero state police"],
    ...                      "item": "rifles", "note": ""})
    >>> kinds(rows)["kind"].tolist()
    ['receipt by the army', 'hand-over to police of a state']
    """
    out = []
    for row in transfers.to_dict("records"):
        receiver, words = _text(row["receiver"]), f"{_text(row['item'])} {_text(row['note'])}"
        for kind, in_receiver, in_words in KINDS:
            match = re.search(in_receiver, receiver) or re.search(in_words, words)
            if match:
                out.append((row["id"], kind, match.group(0)))
                break
        else:
            named = _text(row["state"])
            out.append((row["id"], HAND_OVER, f"{receiver}; {named}") if named else (row["id"], "hand-over, state not named", receiver))
    return pd.DataFrame(out, columns=["id", "kind", "decided_by"])


def origin(country) -> str:
    """U.S. origin of a transfer: "known", "partly", "not" or "not stated". A maker's name alone does not place the manufacture.

    >>> origin("United States"), origin("United States;Germany"), origin("Belgium"), origin("")
    ('known', 'partly', 'not', 'not stated')
    """
    countries = [c.strip() for c in _text(country).split(";") if c.strip()]
    if not countries:
        return "not stated"
    american = [c == "United States" for c in countries]
    return "known" if all(american) else "partly" if any(american) else "not"


def hand_overs(transfers: pd.DataFrame) -> pd.DataFrame:
    """The transfers that are hand-overs to police of one named state, with their span and their origin.

    Parameters
    ----------
    transfers : DataFrame
        The transfers ledger, text or typed.

    Returns
    -------
    DataFrame
        transfer_id, state, receiver, start, end (datetime, NaT = open), precision, origin (of `ORIGINS`), basis ("hand-over",
        "loan", or "possession": arms seen with the force, so handed over on some day before), manufacturer, country, item, quantity,
        quantity_is, source_id.

    >>> from helpers import sources
    >>> hand_overs(sources.table("transfers")).set_index("transfer_id").loc["TRF-024", ["state", "origin", "basis"]].tolist()
    ['Guerrero', 'known', 'hand-over']
    """
    kept = transfers.assign(kind=kinds(transfers)["kind"].to_numpy())
    kept = kept[kept["kind"] == HAND_OVER]
    rows = []
    for row in kept.to_dict("records"):
        span = spans.read(row["date_from"], row["date_to"], row["date_precision"])
        words = f"{_text(row['item'])} {_text(row['note'])}"
        how = ("possession" if re.search(r"[Ee]vidence of possession|carried US-exported", words)
               else "loan" if re.search(r"\bloan\b", f"{_text(row['intermediary'])} {words}", re.I) else "hand-over")
        rows.append({"transfer_id": row["id"], "state": row["state"], "receiver": row["receiver"], "start": span.start, "end": span.end,
                     "precision": span.precision, "origin": origin(row["country"]), "basis": how, "manufacturer": _text(row["manufacturer"]),
                     "country": _text(row["country"]), "item": _text(row["item"]), "quantity": row["quantity"],
                     "quantity_is": _text(row["quantity_is"]), "source_id": row["source_id"]})
    return _dated(pd.DataFrame(rows, columns=[
        "transfer_id", "state", "receiver", "start", "end", "precision", "origin", "basis", "manufacturer", "country",
        "item", "quantity", "quantity_is", "source_id"]))


def shipments(transfers: pd.DataFrame) -> pd.DataFrame:
    """Receipts by the army and imports whose forces are not split: what reached Mexico before any hand-over.

    Returns transfer_id, kind, receiver, manufacturer, country, origin, start, end, precision, quantity, quantity_is, source_id.

    >>> from helpers import sources
    >>> shipments(sources.table("transfers"))["transfer_id"].tolist()
    ['TRF-001', 'TRF-002', 'TRF-033', 'TRF-067']
    """
    kept = transfers.assign(kind=kinds(transfers)["kind"].to_numpy())
    kept = kept[kept["kind"].isin(["receipt by the army", "import, forces not split"])]
    frame = pd.DataFrame({"transfer_id": kept["id"], "kind": kept["kind"], "receiver": kept["receiver"], "manufacturer": kept["manufacturer"],
                          "country": kept["country"],
                          "origin": kept["country"].map(origin),
                          "start": kept["date_from"], "end": kept["date_to"], "precision": kept["date_precision"],
                          "quantity": kept["quantity"], "quantity_is": kept["quantity_is"], "source_id": kept["source_id"]})
    return _dated(frame.reset_index(drop=True))


def implications(atrocities: pd.DataFrame, date: str = "first_finding", told: pd.DataFrame | None = None) -> pd.DataFrame:
    """When each force in the atrocities ledger was implicated, by one of four dates.

    Parameters
    ----------
    atrocities : DataFrame
        The ledger. Rows of several states ("Nuevo León;Tamaulipas") give one row for each.
    date : str
        "event" (the act itself), "first_finding" (the earliest dated official act read), "finding" (the highest finding) or
        "us_agency" (the day a U.S. agency is known to have been told).
    told : DataFrame, optional
        For "us_agency": atrocity_id, told_from, told_to, precision, source_id. The earliest row of an event counts.

    Returns
    -------
    DataFrame
        atrocity_id, state, municipality, force_type, units, state_role, level, grave, start, end, precision, source_id. `grave` is "yes" where
        the level is cndh and the recommendation is one on grave violations (VG in finding_ref), "no" for another CNDH recommendation, else "other". Events without a date of
        the asked kind are left out. The level is that of the dated act: first_finding_level for "first_finding".

    Raises
    ------
    ValueError
        An unknown kind of date, or "us_agency" without `told`.

    >>> from helpers import sources
    >>> known = implications(sources.table("atrocities"), "finding").set_index("atrocity_id")
    >>> str(known.loc["ATR-024", "start"].date()), known.loc["ATR-024", "level"]
    ('2018-11-28', 'cndh')
    """
    if date not in DATES:
        raise ValueError(f"implication date {date!r} is not one of {', '.join(DATES)}")
    if date == "us_agency" and told is None:
        raise ValueError("the dates on which U.S. agencies were told are needed: pass told=")
    rows = []
    for row in atrocities.to_dict("records"):
        level, source = _text(row["finding_level"]), row["source_id"]
        if date == "event":
            span = spans.read(row["date_from"], row["date_to"], row["date_precision"])
        elif date == "us_agency":
            known = told[told["atrocity_id"] == row["id"]].sort_values("told_to")
            span = spans.read(*known.iloc[0][["told_from", "told_to", "precision"]]) if len(known) else spans.Span(None, None)
            source = known.iloc[0]["source_id"] if len(known) else source
        else:
            cell = row["first_finding_date"] if date == "first_finding" else row["finding_date"]
            span = spans.read(cell, cell, "day")
            level = _text(row["first_finding_level"]) if date == "first_finding" else level
        if not span.known:
            continue
        for state in _text(row["state"]).split(";"):
            rows.append({"atrocity_id": row["id"], "state": state.strip(), "municipality": _text(row["municipality"]),
                         "force_type": row["force_type"], "units": _text(row["units_as_printed"]), "state_role": row["state_role"],
                         "level": level, "grave": grave(level, row["finding_ref"]), "start": span.start, "end": span.end, "precision": span.precision, "source_id": source})
    return _dated(pd.DataFrame(rows, columns=["atrocity_id", "state", "municipality", "force_type", "units", "state_role", "level", "grave",
                                              "start", "end", "precision", "source_id"]))


def grave(level: str, reference) -> str:
    """Whether a CNDH finding is one of grave violations: "yes" or "no"; "other" for another level.

    The CNDH numbers such recommendations apart ("15VG/2018", "3VG /2015", "36VG-2020").

    >>> grave("cndh", "Recomendación 15VG/2018"), grave("cndh", "Recomendación 36/2010"), grave("court", "15VG/2018")
    ('yes', 'no', 'other')
    """
    if level != "cndh":
        return "other"
    return "yes" if re.search(r"\d+ ?/?VG\b", _text(reference)) else "no"


def choose(frame: pd.DataFrame, **wanted) -> pd.DataFrame:
    """Rows whose columns hold one of the wanted values; an empty list (or "any", or "") asks for everything.

    `choose(implications, state=["Guerrero"], level=["court", "cndh"], state_role="direct")`. "police" as a force_type
    means every police force and mixed operations with police in them, but not army and navy.

    >>> choose(pd.DataFrame({"state": ["Guerrero", "Sonora"]}), state=["Sonora"])["state"].tolist()
    ['Sonora']
    """
    for column, values in wanted.items():
        values = [values] if isinstance(values, str) else list(values)
        values = [v for v in values if v not in ("", "any", "all")]
        if column == "force_type" and "police" in values:
            values += ["municipal_police", "state_police", "federal_police", "mixed"]
        if values:
            frame = frame[frame[column].isin(values)]
    return frame.reset_index(drop=True)


def orders(hand_overs: pd.DataFrame, implications: pd.DataFrame, lag_days: int = 0, table: forces.Table | None = None) -> pd.DataFrame:
    """Every hand-over against every implication of a force in the same state: order, days apart, tier and evidence.

    Parameters
    ----------
    hand_overs, implications : DataFrame
        From the functions of those names.
    lag_days : int
        Days that must lie between the implication and the hand-over for "after".
    table : forces.Table, optional
        The table of forces; the project's own when not given.

    Returns
    -------
    DataFrame
        transfer_id, state, origin, atrocity_id, level, state_role, order ("after", "possibly after", "before"), days_min, days_max (days from the
        implication to the hand-over, NA where a side is open), tier (of `forces.TIERS`), evidence.

    >>> from helpers import sources
    >>> given = choose(hand_overs(sources.table("transfers")), transfer_id="TRF-024")
    >>> known = choose(implications(sources.table("atrocities")), atrocity_id="ATR-024")
    >>> orders(given, known)[["order", "days_min", "days_max", "tier"]].values.tolist()
    [['after', 95, 459, 'same state only']]
    """
    table = table or forces.table()
    receivers = {h["transfer_id"]: table.recognize(h["receiver"], h["state"]) for h in hand_overs.to_dict("records")}
    rows = []
    implicated = [(i, spans.read(i["start"], i["end"]), table.recognize(i["units"], i["state"], i["municipality"], i["force_type"]))
                  for i in implications.to_dict("records")]
    for h in hand_overs.to_dict("records"):
        given = spans.read(h["start"], h["end"])
        for i, known, bodies in implicated:
            if i["state"] != h["state"]:
                continue
            tier, evidence = table.tier(receivers[h["transfer_id"]], bodies)
            low, high = spans.gap_days(given, known)
            rows.append((h["transfer_id"], h["state"], h["origin"], i["atrocity_id"], i["level"], i["state_role"],
                         spans.order(given, known, lag_days), low, high, tier, evidence))
    frame = pd.DataFrame(rows, columns=["transfer_id", "state", "origin", "atrocity_id", "level", "state_role", "order", "days_min", "days_max",
                                        "tier", "evidence"])
    return frame.astype({"days_min": "Int64", "days_max": "Int64"})


def strongest(orders: pd.DataFrame, tier: str = forces.SAME_STATE) -> pd.DataFrame:
    """One row for each hand-over: its order against the earliest implication at `tier` or closer.

    A hand-over is after the earliest implication when it is after any; the row kept is the strongest order, and among equals the
    earliest implication (the widest gap). Returns the columns of `orders`, one row a transfer, in the order of the ids, and
    `closest_tier`: the closest at which that order holds against any implication.

    >>> from helpers import sources
    >>> given = choose(hand_overs(sources.table("transfers")), transfer_id="TRF-026")
    >>> strongest(orders(given, implications(sources.table("atrocities"))))[["order", "closest_tier"]].values.tolist()
    [['after', 'parent or child command']]
    """
    kept = orders[orders["tier"].map(forces.RANK) <= forces.RANK[tier]]
    kept = kept.assign(_strength=kept["order"].map(spans.STRENGTH), _gap=-kept["days_max"].fillna(10**6).astype(int))
    rank = kept.assign(_rank=kept["tier"].map(forces.RANK)).groupby(["transfer_id", "order"])["_rank"].min()
    kept = kept.sort_values(["transfer_id", "_strength", "_gap", "atrocity_id"], kind="stable").drop_duplicates("transfer_id")
    closest = [forces.TIERS[int(rank[pair])] for pair in zip(kept["transfer_id"], kept["order"], strict=True)]
    return kept.drop(columns=["_strength", "_gap"]).assign(closest_tier=pd.Series(closest, index=kept.index, dtype="str")).reset_index(drop=True)


def counts(orders: pd.DataFrame, tier: str = forces.SAME_STATE) -> dict[str, list[str]]:
    """Ids of the hand-overs by their strongest order at `tier` or closer: {"after": [...], "possibly after": [...], "before": [...]}.

    >>> from helpers import sources
    >>> given = choose(hand_overs(sources.table("transfers")), origin="known")
    >>> counts(orders(given, implications(sources.table("atrocities"))))["after"]
    ['TRF-024', 'TRF-026']
    """
    best = strongest(orders, tier)
    return {order: best.loc[best["order"] == order, "transfer_id"].tolist() for order in spans.ORDERS}


def lag_grid(hand_overs: pd.DataFrame, atrocities: pd.DataFrame, told: pd.DataFrame | None = None, table: forces.Table | None = None,
             lags=LAGS, dates=DATES, tier: str = forces.SAME_STATE, **wanted) -> pd.DataFrame:
    """The same count at every lag, for each of the four implication dates.

    Parameters
    ----------
    hand_overs : DataFrame
        Already chosen by origin and state.
    wanted
        Filters on the implications, as in `choose` (level, state_role, force_type).

    Returns
    -------
    DataFrame
        implication_date, lag_days, after, possibly_after, before (counts of hand-overs), no_date (hand-overs in states where no event has
        such a date), and the ids behind the first two as text (after_ids, possibly_ids).

    >>> from helpers import sources
    >>> given = choose(hand_overs(sources.table("transfers")), origin="known")
    >>> lag_grid(given, sources.table("atrocities"), dates=("first_finding",))["after"].tolist()
    [2, 2, 2, 1, 1]
    """
    rows = []
    for date in dates:
        if date == "us_agency" and told is None:
            continue
        known = choose(implications(atrocities, date, told), **wanted)
        base = orders(hand_overs, known, 0, table)
        for lag in lags:
            moved = base.assign(order=[_lagged(low, high, lag) for low, high in zip(base["days_min"], base["days_max"], strict=True)])
            by = counts(moved, tier)
            rows.append((date, lag, *(len(by[o]) for o in spans.ORDERS), len(hand_overs) - sum(map(len, by.values())),
                         " ".join(by[spans.AFTER]), " ".join(by[spans.POSSIBLY])))
    return pd.DataFrame(rows, columns=["implication_date", "lag_days", "after", "possibly_after", "before", "no_date", "after_ids", "possibly_ids"])


def public(frame: pd.DataFrame, sources: pd.DataFrame, named=()) -> pd.DataFrame:
    """Rows that do not rest on a leaked document, unless its source id is among `named`.

    Parameters
    ----------
    frame : DataFrame
        Any table with a source_id column.
    sources : DataFrame
        The bibliography: source_id, sensitivity.

    >>> public(pd.DataFrame({"source_id": ["a", "b"]}), pd.DataFrame({"source_id": ["a", "b"], "sensitivity": ["leaked", "public"]}))
      source_id
    0         b
    """
    named = {named} if isinstance(named, str) else set(named)
    leaked = set(sources.loc[sources["sensitivity"] == "leaked", "source_id"]) - named
    return frame[~frame["source_id"].isin(leaked)].reset_index(drop=True)


def _lagged(low, high, lag) -> str:
    if not pd.isna(low) and low > lag:
        return spans.AFTER
    if not pd.isna(high) and high < lag:
        return spans.BEFORE
    return spans.POSSIBLY


def _dated(frame: pd.DataFrame) -> pd.DataFrame:
    for column in ("start", "end"):
        frame[column] = pd.to_datetime(frame[column].replace("", None))
    return frame


def _text(value) -> str:
    return "" if value is None or value is pd.NA or value != value else str(value)
