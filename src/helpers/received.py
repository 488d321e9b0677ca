"""Files that were brought in, in the shape of the ledgers: tidy rows of readers become rows of the tidy tables.

Frames in, frames out. A trade file is a series of its own, named after its layout, so that nothing
is chained silently; which series serves a year is declared elsewhere (``helpers.series``). Answers on missing
firearms, receipts of arms sold to police and price indexes join their tables. Events and licenses
do not: whether two events are one, and what a notice means, is for a person to judge.
"""

from __future__ import annotations

import pandas as pd

from helpers.problems import InputProblems

FLOWS = ("total", "domestic", "re-export")
_CELL = ["layout", "path", "partner", "flow", "hs", "year"]


def export_rows(tidy: pd.DataFrame, listed: pd.DataFrame, source_ids: dict[str, str], partner: str = "Mexico") -> tuple[pd.DataFrame, list[str]]:
    """Rows for the table ``exports`` from received trade files: (rows, notes).

    ``tidy`` is what readers give, with ``layout`` and ``path``; ``listed`` the basket items; ``source_ids``
    gives each path its source. Only whole calendar years that the United States reports toward ``partner``, national figures, are
    taken: months are added up when all twelve are complete; a file by mode of transport gives its total
    and the surface and air-and-vessel parts; surface alone stays a lower bound. Codes in no basket, or in two,
    are reported as ``InputProblems``. A chapter that a file holds only by headings is added up and says so.
    """
    from helpers import baskets

    rows = tidy[(tidy["reporter"] == "United States") & (tidy["state"] == "") & tidy["flow"].isin(FLOWS) & (tidy["partner"].str.casefold() == partner.casefold())
                & (tidy["hs"] != "TOTAL") & tidy["value_usd"].notna()]
    notes, problems = [], []
    for path, part in rows.groupby("path"):
        try:
            baskets.item_of(part["hs"], listed, f"data/raw/{path}")
        except InputProblems as error:
            problems += error.problems
    if problems:
        raise InputProblems(problems)
    unfinished = sorted({(row.path, row.year) for row in rows[~rows["complete"]].itertuples()})
    notes += [f"{path}: {year} is unfinished and serves nothing" for path, year in unfinished]
    rows = rows[rows["complete"]]
    whole = rows[rows["month"] == 0]
    monthly = rows[rows["month"] > 0]
    counted = monthly.groupby([*_CELL, "modes"], as_index=False).agg(value_usd=("value_usd", "sum"), quantity=("quantity", _all), quantity_unit=("quantity_unit", "first"), value_is=("value_is", "first"))
    both = pd.concat([whole[[*_CELL, "modes", "value_usd", "quantity", "quantity_unit", "value_is"]], counted], ignore_index=True)
    out = [row for _, cell in both.groupby(_CELL, sort=True) if (row := _one(cell)) is not None]
    frame = pd.DataFrame(out)
    if frame.empty:
        return frame, notes
    frame = pd.concat([frame, _chapters(frame)], ignore_index=True)
    labels = dict(zip(listed["item"], listed["label"], strict=True))
    frame["basket"] = [labels[item] for item in frame["hs"].map(baskets.item_of(frame["hs"], listed))]
    frame["source_id"] = frame["path"].map(source_ids)
    frame["id"] = "RCV-" + frame["layout"] + "-" + frame["hs"] + "-" + frame["flow"] + "-" + frame["year"].astype("str")
    frame = frame.rename(columns={"layout": "series", "year": "year_from"}).assign(year_to=lambda f: f["year_from"], months="all")
    return frame.drop(columns="path").sort_values("id").drop_duplicates("id", keep="last").reset_index(drop=True), notes


def _all(values: pd.Series):
    return values.sum(min_count=len(values)) if len(values) else pd.NA


def _one(cell: pd.DataFrame) -> dict | None:
    """One year of one flow and code: its total with the parts by mode, or what there is of it."""
    by = cell.drop_duplicates("modes").set_index("modes")["value_usd"].astype(float)
    first = cell.iloc[0]
    row = {name: first[name] for name in _CELL} | {"surface_usd": pd.NA, "air_vessel_usd": pd.NA, "quantity": pd.NA, "quantity_unit": pd.NA, "note": pd.NA}
    air = [by[mode] for mode in ("air", "vessel", "air-and-vessel") if mode in by]
    if "all" in by:
        national = cell[cell["modes"] == "all"].iloc[0]
        row |= {"modes": "all", "value_usd": by["all"], "value_is": national["value_is"]}
        if pd.notna(national["quantity"]) and national["quantity"] > 0:
            row |= {"quantity": round(float(national["quantity"])), "quantity_unit": national["quantity_unit"] or pd.NA}
        # Parts are kept only when they make the whole to the dollar.
        if "surface" in by and abs(by["surface"] + sum(air) - by["all"]) < 1:
            row |= {"surface_usd": round(by["surface"]), "air_vessel_usd": round(by["all"]) - round(by["surface"])}
    elif "surface" in by:
        row |= {"modes": "surface", "value_usd": by["surface"], "value_is": "at_least"}
    else:
        return None
    return row | {"value_usd": round(row["value_usd"])}


def _chapters(rows: pd.DataFrame) -> pd.DataFrame:
    """Chapter rows for files that hold a chapter only by headings or deeper: the shallowest level of each heading, added up."""
    from helpers import baskets

    deep = rows[rows["hs"].str.len() >= 4].assign(state="", reporter="", month=0)
    if deep.empty:
        return rows.head(0)
    deep = baskets.one_level(deep).assign(chapter=lambda f: f["hs"].str[:2])
    keys = ["layout", "path", "partner", "flow", "year", "modes"]
    sums = deep.groupby([*keys, "chapter"], as_index=False).agg(value_usd=("value_usd", "sum"), value_is=("value_is", lambda s: s.iloc[0] if s.nunique() == 1 else "about"), headings=("hs", "nunique"))
    have = set(zip(rows["path"], rows["flow"], rows["year"], rows["hs"], strict=True))
    sums = sums[[(r.path, r.flow, r.year, r.chapter) not in have for r in sums.itertuples()]]
    note = [f"added up from {r.headings} codes of the file, which has no row for the chapter" for r in sums.itertuples()]
    # A query may have left headings out, so the sum of those it has is a lower bound of the chapter.
    return sums.drop(columns="headings").rename(columns={"chapter": "hs"}).assign(value_is="at_least", surface_usd=pd.NA, air_vessel_usd=pd.NA, quantity=pd.NA, quantity_unit=pd.NA, note=note)


def country_rows(tidy: pd.DataFrame, source_ids: dict[str, str], hs: str = "93") -> pd.DataFrame:
    """Rows for the table ``exports_by_country`` from received files of total exports by destination, whole years, all modes."""
    rows = tidy[(tidy["reporter"] == "United States") & (tidy["state"] == "") & (tidy["flow"] == "total") & (tidy["hs"] == hs) & (tidy["modes"] == "all")
                & tidy["complete"] & (tidy["month"] == 0) & tidy["value_usd"].notna() & ~tidy["partner"].str.casefold().isin(["world", "total", "all countries"])]
    # A destination without trade in any year of the file is a row of zeros, not a destination.
    traded = rows.groupby(["path", "partner"])["value_usd"].transform("sum") > 0
    rows = rows[traded].assign(source_id=rows["path"].map(source_ids))
    out = rows.rename(columns={"partner": "country"})[["country", "year", "hs", "flow", "value_usd", "source_id"]]
    return out.drop_duplicates(["country", "year", "hs", "flow"], keep="last").reset_index(drop=True)


def source_rows(records: pd.DataFrame) -> pd.DataFrame:
    """Rows for the bibliography, one a received file: ``source_id`` is ``file-`` and the first eight of its hash.

    >>> source_rows(pd.DataFrame([{"path": "exports/x.csv", "layout": "cpi", "citation": "BLS, CPI-U", "url": "https://www.bls.gov", "accessed": "2026-11-21", "sha256": "abcdef0123"}]))["source_id"].tolist()
    ['file-abcdef01']
    """
    return pd.DataFrame({
        "source_id": "file-" + records["sha256"].str[:8], "kind": "official", "citation": records["citation"], "url": records["url"],
        "accessed": records["accessed"], "sensitivity": "public",
    })


def cpi_rows(tidy: pd.DataFrame, source_ids: dict[str, str]) -> pd.DataFrame:
    """Rows for the table ``cpi_u``: annual averages of whole years; a year with a month missing gives none."""
    rows = tidy[(tidy["month"] == 0) & tidy["complete"]]
    out = rows.assign(cpi_u=rows["cpi"].astype(float).round(3), source_id=rows["path"].map(source_ids))[["year", "cpi_u", "source_id"]]
    return out.drop_duplicates("year", keep="last").reset_index(drop=True)


def missing_rows(tidy: pd.DataFrame, source_ids: dict[str, str], folios: dict[str, str]) -> tuple[pd.DataFrame, list[str]]:
    """Rows for the table ``missing_firearms`` from answers to information requests: (rows, notes).

    A cell of an answer is a disclosure over its calendar year. Cells marked as having no record are not zero
    and give no row; cells without a year are left out and counted.
    """
    counted = tidy[tidy["count"].notna()]
    dated = counted[counted["year"].notna()]
    notes = [f"{path}: {len(rows)} counts without a year were left out" for path, rows in counted[counted["year"].isna()].groupby("path")]
    known = ~dated["state"].isin(["", "federal"])
    out = pd.DataFrame({
        "period_from": pd.to_datetime(dated["year"].astype("str") + "-01-01"), "period_to": pd.to_datetime(dated["year"].astype("str") + "-12-31"),
        "state": dated["state"].where(known), "level": dated["state"].map(lambda s: "federal" if s == "federal" else "state" if s else "all"),
        "agency": dated["agency"].where(dated["agency"] != "", "institution not stated"), "firearm_type": dated["firearm_type"], "status": dated["status"],
        "count": dated["count"], "count_is": "exact", "derived": "no", "folio": dated["path"].map(folios), "source_id": dated["path"].map(source_ids),
        "note": "from a file that was brought in, sheet " + dated["sheet"] + ", row " + dated["source_row"].astype("str"),
    })
    out["id"] = ["RCV-" + source.removeprefix("file-") + f"-{n}" for n, source in enumerate(out["source_id"], start=1)]
    return out.reset_index(drop=True), notes


def transfer_rows(tidy: pd.DataFrame, source_ids: dict[str, str]) -> tuple[pd.DataFrame, list[str]]:
    """Rows for the table ``transfers`` from receipts of arms sold to police: (rows, notes).

    Lines of one day, state, buyer, maker and kind are one row, pieces added up. Buyers that are municipalities
    are named only as municipal police of their state. Lines without a date, a state or a piece count are left out and
    counted, launchers and other items that are not firearms too.
    """
    fit = tidy["date_to"].notna() & (tidy["state"] != "") & tidy["pieces"].notna() & (tidy["firearm_type"] != "not a firearm")
    notes = [f"{path}: {int((~good).sum())} of {len(good)} lines lack a date, a state or a piece count, or are not firearms, and were left out"
             for path, good in fit.groupby(tidy["path"]) if not good.all()]
    rows = tidy[fit]
    rows = rows.assign(
        receiver=rows["agency"].where(rows["agency"] != "", rows["state"].map(lambda state: f"municipal police, {state}").where(rows["municipality"] != "", "police, agency not stated")),
        firearm_type=rows["firearm_type"].where(rows["firearm_type"].isin(["short", "long"]), ""), source_id=rows["path"].map(source_ids))
    key = ["date_from", "date_to", "state", "receiver", "brand", "maker_country", "type_as_printed", "firearm_type", "source_id"]
    out = rows.groupby(key, as_index=False, dropna=False).agg(quantity=("pieces", "sum"), date_as_printed=("date_as_printed", "first"))
    span = (out["date_to"] - out["date_from"]).dt.days
    out = out.rename(columns={"brand": "manufacturer", "maker_country": "country", "type_as_printed": "item"}).assign(
        date_precision=["day" if days == 0 else "month" if days <= 31 else "year" if days <= 366 else "range" for days in span], intermediary="SEDENA", quantity_is="exact",
        note="from a file of receipts that was brought in")
    out["item"] = out["item"].where(out["item"] != "", "firearms")
    out["id"] = ["RCV-" + source.removeprefix("file-") + f"-{n}" for n, source in enumerate(out["source_id"], start=1)]
    blank = ["manufacturer", "country", "firearm_type"]
    out[blank] = out[blank].mask(out[blank] == "")
    return out, notes


def joined(table: pd.DataFrame, rows: pd.DataFrame, key: list[str], name: str, value: str = "value_usd") -> tuple[pd.DataFrame, list[str]]:
    """The ledger's table with received rows behind it; a received figure takes the place of a held one of the same key, and says so.

    Columns and types are the table's own.
    """
    if rows.empty:
        return table, []
    rows = rows.reindex(columns=table.columns).astype(table.dtypes.to_dict())
    held = table.merge(rows[[*key, value]], on=key, how="inner", suffixes=("", "_new"))
    notes = [f"{name}: {', '.join(str(r[k]) for k in key)}: {r[value]:,} held, {r[value + '_new']:,} in the file brought in, which is used" for r in held.to_dict("records")
             if pd.notna(r[value]) and r[value] != r[value + "_new"]]
    stay = table[~table.set_index(key).index.isin(rows.set_index(key).index)]
    return pd.concat([stay, rows], ignore_index=True), notes


