"""BTS TransBorder raw files: one csv, or a folder or zip of many; months, years to date and annual twins counted once.

The files are summed by DuckDB where they lie, so twenty years of months need little memory. What a file
holds is known from its header and its rows: a file without MONTH is an annual one, a file with several
months a year to date, a file with one month a month.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.readers.exports_table import exports_table, years_said
from helpers.readers.layout import Document, Layout, Likeness, Received
from helpers.readers.refusals import Refusals, refuse
from helpers.readers.transborder_files import COMMON, collect, peeked
from helpers.readers.transborder_sums import CHAPTERS, MODES, sums

if TYPE_CHECKING:
    import pandas as pd

_COUNTRIES = {"2010": "Mexico", "1220": "Canada"}


def _like(columns: tuple[str, ...]) -> Likeness:
    wanted = (*COMMON, "COMMODITY2")
    found = tuple(name for name in wanted if name in columns)
    missing = tuple(name for name in wanted if name not in columns)
    return Likeness(found if len(found) > 2 else (), missing)


def _looks_like(document: Document) -> Likeness:
    if document.kind == "delimited":
        return _like(tuple(cell.strip().upper() for cell in document.tables[0].rows[0]) if document.tables else ())
    if document.kind not in ("folder", "archive"):
        return Likeness()
    likenesses = [_like(header) for header in peeked(document)]
    return max(likenesses, key=lambda likeness: (likeness.yes, likeness.share), default=Likeness())


def choose(whole: pd.DataFrame, wrong: Refusals, notes: list[str], table: str) -> pd.DataFrame:
    """The rows of one table (dot2 or dot3) with each month taken from one file and annual files only where months are missing."""
    import pandas as pd

    rows = whole[whole["table"] == table]
    covered = rows[~rows["whole_year"]].groupby(["file", "year", "month"]).agg(
        value=("value_usd", "sum"), lines=("lines", "sum")).reset_index()
    spans = covered.groupby("file")["month"].size().to_dict()
    chosen: list[pd.DataFrame] = []
    twins, to_date = 0, 0
    for (year, month), files in covered.groupby(["year", "month"]):
        best = files[files["file"].map(spans) == files["file"].map(spans).min()]
        to_date += len(files) - len(best)
        if len(best) > 1:
            if best["value"].nunique() > 1 or best["lines"].nunique() > 1:
                wrong.add(file=best["file"].iloc[1], found=f"other figures for {year}-{month:02d} than {best['file'].iloc[0]} "
                          f"({best['value'].iloc[1]:,.0f} and {best['value'].iloc[0]:,.0f} dollars)",
                          expected="one file a month", fix="keep the newer download and take the other out of the collection")
                continue
            twins += len(best) - 1
        other = files[(files["file"].map(spans) > files["file"].map(spans).min()) & ((files["value"] - best["value"].iloc[0]).abs() > 0.5)]
        for row in other.head(3).itertuples():
            notes.append(f"{year}-{month:02d}: {row.file} (year to date) has {row.value:,.0f}, {best['file'].iloc[0]} has {best['value'].iloc[0]:,.0f}; the month's own file was used")
        chosen.append(rows[(rows["file"] == sorted(best["file"])[0]) & (rows["year"] == year) & (rows["month"] == month) & ~rows["whole_year"]])
    annual = rows[rows["whole_year"]]
    for year, year_rows in annual.groupby("year"):
        by_file = year_rows.groupby("file").agg(value=("value_usd", "sum"), lines=("lines", "sum"))
        if len(by_file) > 1 and by_file["value"].nunique() > 1:
            wrong.add(file=by_file.index[1], found=f"other figures for {year} than {by_file.index[0]}", expected="one annual file a year",
                      fix="keep the newer download and take the other out of the collection")
            continue
        months = covered[covered["year"] == year]
        if months.empty:
            chosen.append(year_rows[year_rows["file"] == by_file.index[0]].assign(month=0))
            continue
        in_months = sum(part.loc[(part["year"] == year), "value_usd"].sum() for part in chosen if len(part) and not part["whole_year"].iloc[0])
        if months["month"].nunique() == 12 and abs(in_months - by_file["value"].iloc[0]) > 0.5:
            notes.append(f"{year}: the annual file {by_file.index[0]} has {by_file['value'].iloc[0]:,.0f}, its months add to {in_months:,.0f}; the months were used")
        else:
            notes.append(f"{year}: the annual file {by_file.index[0]} repeats months that are there and was left out")
    if twins or to_date:
        notes.append(f"{twins + to_date} months that come again in year-to-date or copied files ({table}) were counted once")
    wrong.stop()
    return pd.concat(chosen, ignore_index=True) if chosen else rows.iloc[:0]


def _margins(chosen: pd.DataFrame, by_state: bool) -> list[dict]:
    """One row for each flow (total, domestic, re-export, import) and modes (all, surface, air, vessel) there is."""
    kept = chosen[chosen["keep"]].copy()
    kept["modes"] = kept["mode"].map(MODES)
    kept["source"] = kept["file"]
    out: list[dict] = []
    state = ["state"] if by_state else []
    for flow, where in (("total", kept["kind"] == "1"), ("domestic", (kept["kind"] == "1") & (kept["df"] == "1")),
                        ("re-export", (kept["kind"] == "1") & (kept["df"] == "2")), ("import", kept["kind"] == "2")):
        for modes in ("all", "surface", "air", "vessel"):
            rows = kept[where] if modes == "all" else kept[where & (kept["modes"] == modes)]
            group = rows.groupby(["year", "month", "country", "hs", *state]).agg(value_usd=("value_usd", "sum"), lines=("lines", "sum"), source=("source", "first"))
            for key, row in zip(group.index, group.itertuples()):
                out.append({"year": key[0], "month": key[1], "partner": _COUNTRIES.get(key[2], f"Schedule C {key[2]}"), "hs": key[3], "flow": flow,
                            "modes": modes, "state": key[4] if by_state else "", "value_usd": row.value_usd,
                            "value_as_printed": f"sum of {int(row.lines)} lines", "source_file": row.source, "source_row": 0})
    return out


def _read(document: Document) -> Received:
    import pandas as pd

    wrong, notes = Refusals(document.name), []
    with tempfile.TemporaryDirectory(prefix="armstrail-") as folder:
        parts = collect(document, Path(folder), notes)
        with_goods = [part for part in parts if part.table != "dot1"]
        if len(parts) > len(with_goods):
            notes.append(f"{len(parts) - len(with_goods)} files by state and port (dot1) hold no commodities and were left out")
        if not with_goods:
            refuse(document.name, found="only tables by state and port (dot1), which hold no commodities",
                   expected="dot2 (state by commodity) or dot3 (port by commodity)", fix="add the dot3 files of the same months")
        whole = sums(with_goods, wrong)
    tables = {table: choose(whole, wrong, notes, table) for table in ("dot3", "dot2") if (whole["table"] == table).any()}
    main = tables.get("dot3", tables.get("dot2"))
    if len(tables) == 2:
        extra = tables["dot2"]
        have = set(zip(main["year"], main["month"]))
        missing = extra[[(year, month) not in have for year, month in zip(extra["year"], extra["month"])]]
        if len(missing):
            notes.append("months without a dot3 file were taken from dot2: " + ", ".join(
                f"{year}-{month:02d}" for year, month in sorted(set(zip(missing["year"], missing["month"])))[:24]))
        for year in sorted(set(main["year"]) & set(extra["year"])):
            one, two = main.loc[main["year"] == year, "value_usd"].sum(), extra.loc[extra["year"] == year, "value_usd"].sum()
            if abs(one - two) > 0.5:
                notes.append(f"{year}: dot3 adds to {one:,.0f} dollars, dot2 to {two:,.0f}; dot3 was used for totals")
        main = pd.concat([main, missing], ignore_index=True)
    seen_months = main[["year", "month"]].drop_duplicates()
    table = exports_table(_margins(main, False), wrong, notes)
    # A month whose file holds no arms is there all the same; only a month without a file is a hole.
    table = _complete_by_files(table, seen_months, notes)
    received_parts = {}
    if "dot2" in tables:
        received_parts["by_state"] = exports_table(_state_names(_margins(tables["dot2"], True), notes), wrong, [])
    surface_only = int(table.loc[table["modes"] == "all", "year"].min()) < 2004
    if surface_only:
        notes.append("before November 2003 TransBorder has surface modes only: those years are lower bounds of the total")
        table.loc[(table["year"] < 2004) & (table["modes"] == "all"), "value_is"] = "at_least"
    about = {"dataset": "TransBorder Freight Data, raw monthly files", "files": len(with_goods), "rows_of_these_goods": int(whole.loc[whole["keep"], "lines"].sum()),
             "chapters": list(CHAPTERS), **years_said(table),
             "query": {"publisher_table": "dot3/dot2", "chapters": list(CHAPTERS), "time": "monthly"}}
    return Received(LAYOUT, "exports", table, about, notes, received_parts)


def _complete_by_files(table, months, notes: list[str]):
    table = table.copy()
    for year, there in months[months["month"] > 0].groupby("year")["month"]:
        lacking = sorted(set(range(1, 13)) - set(there))
        where = (table["year"] == year) & (table["month"] > 0)
        table.loc[where, "complete"] = not lacking
        said = next((index for index, note in enumerate(notes) if note.startswith(f"{year}: months ")), None)
        if said is not None:
            notes.pop(said)
        if lacking:
            holes = "; BTS never posted the raw file of October 2020" if year == 2020 and 10 in lacking else ""
            notes.append(f"{year}: no file for months {', '.join(map(str, lacking))}, so it is not a whole year{holes}")
    return table


def _state_names(rows: list[dict], notes: list[str]) -> list[dict]:
    merged: dict[tuple, dict] = {}
    renamed = 0
    for row in rows:
        # Documented by BTS users: BN stood for BC (Baja California) from April 1994 to May 1998.
        if row["state"] == "BN" and (row["year"], row["month"]) <= (1998, 5):
            row["state"], renamed = "BC", renamed + 1
        row["state"] = row["state"] or "not stated"
        key = tuple(row[name] for name in ("year", "month", "partner", "flow", "hs", "modes", "state"))
        if key in merged:
            merged[key]["value_usd"] += row["value_usd"]
        else:
            merged[key] = row
    if renamed:
        notes.append(f"{renamed} figures under BN were counted as BC (Baja California)")
    return list(merged.values())


LAYOUT = Layout("bts-transborder", "exports", "BTS TransBorder raw monthly files", _looks_like, _read,
                publisher="Bureau of Transportation Statistics, TransBorder Freight Data (U.S. Census Bureau data)",
                license="U.S. government work, public domain")
