"""The one tidy shape every trade file is read into, and the checks that hold for all of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from helpers.readers.refusals import Refusals

if TYPE_CHECKING:
    import pandas as pd

# month 0 is a whole year; state is the destination as printed; complete is False for an unfinished year.
COLUMNS = ["year", "month", "partner", "flow", "hs", "modes", "state", "value_usd", "value_is", "quantity", "quantity_unit",
           "complete", "source_row", "reporter", "hs_description", "value_as_printed", "source_file"]
FLOWS = ("total", "domestic", "re-export", "import-general", "import-for-consumption", "import", "re-import")
MODES = ("all", "surface", "air", "vessel", "air-and-vessel", "mail", "other")
KEY = ["year", "month", "partner", "flow", "hs", "modes", "state", "reporter"]


def exports_table(rows: Iterable[dict[str, Any]], wrong: Refusals, notes: list[str], *,
                  as_of: datetime.date | None = None, add_up: bool = False) -> pd.DataFrame:
    """Build the tidy frame of a trade file from its rows, or stop with what is wrong.

    Every cell of the cube (year, month, partner, flow, HS code, modes, state, reporter) may appear
    once; ``add_up`` sums cells that a known further column (district, port) splits. Where a file holds a
    year both whole and by month, the months are checked against the year and dropped. A year is
    marked ``complete = False`` when it is the year of ``as_of`` or a later one, when not all of its twelve
    months are in a monthly file, or when its last column is zero throughout.
    """
    import pandas as pd

    frame = pd.DataFrame(list(rows), columns=None)
    if frame.empty:
        wrong.add(found="no rows of data", expected="at least one row", fix="the query matched nothing, or the file was cut; download it again")
        wrong.stop()
    for column, default in (("month", 0), ("flow", "total"), ("modes", "all"), ("state", ""), ("value_is", "exact"),
                            ("quantity", None), ("quantity_unit", ""), ("complete", True), ("reporter", "United States"),
                            ("hs_description", ""), ("value_as_printed", ""), ("source_file", ""), ("source_row", 0)):
        if column not in frame:
            frame[column] = default
    frame["value_usd"] = pd.to_numeric(frame["value_usd"]).astype("Float64")
    frame["quantity"] = pd.to_numeric(frame["quantity"]).astype("Float64")
    for column in ("year", "month", "source_row"):
        frame[column] = frame[column].astype("int64")
    frame["complete"] = frame["complete"].astype(bool)
    for column in ("partner", "flow", "hs", "modes", "state", "value_is", "quantity_unit", "reporter", "hs_description",
                   "value_as_printed", "source_file"):
        frame[column] = frame[column].astype("str")
    _refuse_values(frame, wrong)
    if add_up:
        frame = _summed(frame)
    _refuse_twice(frame, wrong)
    wrong.stop()
    frame = _one_per_year(frame, notes)
    frame = _unfinished(frame, notes, as_of)
    return frame[COLUMNS].sort_values([*KEY, "source_row"], kind="stable").reset_index(drop=True)


def _refuse_values(frame, wrong: Refusals) -> None:
    for row in frame.loc[(frame["value_usd"] < 0).fillna(False)].head(5).itertuples():
        wrong.add(row=row.source_row, column="value", found=f"a negative value ({row.value_as_printed})",
                  expected="exports of zero dollars or more", fix="look the figure up at the publisher; a correction row may be needed")
    for row in frame.loc[(frame["value_usd"] > 1e14).fillna(False)].head(5).itertuples():
        wrong.add(row=row.source_row, column="value", found=f"{row.value_as_printed}, more than all trade of the world",
                  expected="dollars", fix="check the scale of the file")


def _summed(frame):
    numbers = frame.groupby(KEY, sort=False, dropna=False).agg(
        value_usd=("value_usd", "sum"), quantity=("quantity", lambda column: column.sum(min_count=1)),
        quantity_unit=("quantity_unit", lambda column: column.iloc[0] if column.nunique() == 1 else ""),
        value_is=("value_is", "first"), complete=("complete", "all"), source_row=("source_row", "min"),
        hs_description=("hs_description", "first"), source_file=("source_file", "first"), lines=("value_usd", "size"),
        printed=("value_as_printed", "first")).reset_index()
    numbers["value_as_printed"] = numbers["printed"].where(numbers["lines"] == 1, "sum of " + numbers["lines"].astype("str") + " lines")
    return numbers.drop(columns=["lines", "printed"])


def _refuse_twice(frame, wrong: Refusals) -> None:
    twice = frame[frame.duplicated(KEY, keep=False)]
    for key, rows in list(twice.groupby(KEY, sort=False))[:5]:
        lines = ", ".join(str(line) for line in rows["source_row"].head(4))
        when = f"{key[0]}-{key[1]:02d}" if key[1] else str(key[0])
        wrong.add(row=int(rows["source_row"].iloc[-1]), found=f"{key[2]}, HS {key[4] or 'total'}, {key[3]}, {when} more than once (lines {lines})",
                  expected="each figure once, or a column that says what splits it",
                  fix="download without the extra breakdown, or delete the copy")
    if len(twice):
        wrong.stop()


def _one_per_year(frame, notes: list[str]):
    """Where a cell has both its whole year and its months, keep the year and check it against the months."""
    cell = [column for column in KEY if column != "month"]
    yearly = frame[(frame["month"] == 0)]
    monthly = frame[frame["month"] > 0]
    if yearly.empty or monthly.empty:
        return frame
    months = monthly.groupby(cell).agg(sum_of_months=("value_usd", "sum"), months=("month", "nunique")).reset_index()
    both = yearly.merge(months, on=cell, how="inner")
    if both.empty:
        return frame
    whole = both[both["complete"]]
    apart = whole[(whole["months"] == 12) & ((whole["value_usd"] - whole["sum_of_months"]).abs() > 0.5)]
    for row in apart.head(10).itertuples():
        notes.append(f"{row.partner}, HS {row.hs}, {row.year}: the months add to {row.sum_of_months:,.0f}, the year says {row.value_usd:,.0f}; the year was used")
    notes.append(f"{len(both)} figures are there both for the whole year and by month; each was counted once")
    drop_months = frame.merge(whole[cell].assign(_year=True), on=cell, how="left")["_year"].notna().to_numpy() & (frame["month"] > 0).to_numpy()
    part = both[~both["complete"]]
    drop_years = frame.merge(part[cell].assign(_part=True), on=cell, how="left")["_part"].notna().to_numpy() & (frame["month"] == 0).to_numpy()
    return frame[~(drop_months | drop_years)]


def _unfinished(frame, notes: list[str], as_of: datetime.date | None):
    frame = frame.copy()
    monthly = frame[frame["month"] > 0]
    for year, months in monthly.groupby("year")["month"]:
        there = set(months)
        lacking = [month for month in range(1, 13) if month not in there]
        if lacking:
            frame.loc[(frame["year"] == year) & (frame["month"] > 0), "complete"] = False
            notes.append(f"{year}: months {', '.join(map(str, lacking))} are not in the file, so it is not a whole year")
    yearly = frame[frame["month"] == 0]
    if len(yearly):
        years = sorted(yearly["year"].unique())
        for year in reversed(years):
            rows = yearly[yearly["year"] == year]
            # Not "no trade": a whole last column of zeros is a year the publisher has not filled in.
            if len(years) > 1 and (rows["value_usd"].fillna(0) == 0).all():
                where = (frame["year"] == year) & (frame["month"] == 0)
                frame.loc[where, "complete"] = False
                frame.loc[where, "value_usd"] = float("nan")
                frame["value_usd"] = frame["value_usd"].astype("Float64")
                notes.append(f"{year} is zero in every row: an unfinished year, not a year without trade")
            else:
                break
    if as_of is not None:
        frame, late = not_yet_over(frame, as_of)
        notes += late
    return frame


def not_yet_over(frame: pd.DataFrame, as_of: datetime.date) -> tuple[pd.DataFrame, list[str]]:
    """Mark years that a file of the day ``as_of`` cannot hold whole; (frame, notes).

    December figures come out in early February, so what is downloaded before holds eleven months.

    >>> import pandas as pd
    >>> not_yet_over(pd.DataFrame({"year": [2023, 2024], "complete": [True, True]}), datetime.date(2025, 1, 20))[0]["complete"].tolist()
    [True, False]
    """
    last_whole = as_of.year - 1 if as_of >= datetime.date(as_of.year, 2, 1) else as_of.year - 2
    late = (frame["year"] > last_whole) & frame["complete"]
    notes = [f"{year} was not over or not yet published whole on {as_of.isoformat()}, so it is not a whole year" for year in sorted(frame.loc[late, "year"].unique())]
    return frame.assign(complete=frame["complete"] & ~late), notes


def years_said(frame) -> dict[str, Any]:
    """First and last year, and the unfinished ones, for the record.

    >>> import pandas as pd
    >>> years_said(pd.DataFrame({"year": [2020, 2021], "complete": [True, False]}))
    {'first_year': 2020, 'last_year': 2021, 'unfinished_years': [2021]}
    """
    whole = frame.groupby("year")["complete"].all()
    return {"first_year": int(frame["year"].min()), "last_year": int(frame["year"].max()),
            "unfinished_years": [int(year) for year, complete in whole.items() if not complete]}


def few(values) -> list[str] | str:
    """The distinct values when they look chosen (60 or fewer), else ``all``: part of what identifies a query.

    >>> import pandas as pd
    >>> few(pd.Series(["93", "36", "93"])), few(pd.Series([str(n) for n in range(99)]))
    (['36', '93'], 'all')
    """
    distinct = sorted(set(values))
    return distinct if len(distinct) <= 60 else "all"
