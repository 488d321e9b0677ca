"""Which series serves which year, and where series overlap how far they differ. Frames in, frames out.

The preference is declared in ``data/raw/reference/series_preference.csv``, never the order of files. A
surface-only series never serves as a total; an unfinished year never serves as a year.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from helpers import paths
from helpers.problems import InputProblems, Problem

if TYPE_CHECKING:
    import pandas as pd

FILE = "data/raw/reference/series_preference.csv"
COLUMNS = ("rank", "series", "modes", "flow", "year_from", "year_to", "why")


def preference(root: Path | None = None) -> pd.DataFrame:
    """The declared preference, best first: ``series``, ``modes``, ``flow``, ``year_from``, ``year_to`` (blank = open), ``why``.

    Raises ``InputProblems`` for other columns, a rank or a series twice, or a year that is none.

    >>> preference()["series"].iloc[0]
    'bts-all-modes'
    """
    import pandas as pd

    frame = pd.read_csv((root or paths.root()) / FILE, dtype="str", keep_default_na=False, encoding="utf-8")
    problems = [Problem(FILE, 1, column, "no such column", f"the columns {', '.join(COLUMNS)}", "put the column back") for column in COLUMNS if column not in frame]
    if problems:
        raise InputProblems(problems)
    for line, row in enumerate(frame.to_dict("records"), start=2):
        for column in ("rank", "year_from", "year_to"):
            if not (row[column].isdigit() or (row[column] == "" and column != "rank")):
                problems.append(Problem(FILE, line, column, f"'{row[column]}'", "a whole number" if column == "rank" else "a year or a blank", "correct the cell"))
        if not row["why"].strip():
            problems.append(Problem(FILE, line, "why", "a blank cell", "why this series stands at this rank", "say it in a few words"))
    for column in ("rank", "series"):
        problems += [Problem(FILE, int(at) + 2, column, f"'{frame[column][at]}' again", f"each {column} once", "keep one line") for at in frame.index[frame.duplicated(column)]]
    if problems:
        raise InputProblems(problems)
    for column in ("rank", "year_from", "year_to"):
        frame[column] = pd.to_numeric(frame[column]).astype("Int64")
    return frame.sort_values("rank").reset_index(drop=True)


def yearly(tidy: pd.DataFrame, series: str, hs: str = "93", partner: str = "Mexico", flow: str = "total", reporter: str = "United States") -> pd.DataFrame:
    """Whole calendar years of a received file: year, series, modes, value_usd, value_is, months, complete.

    ``tidy`` is a reader's frame. National figures of modes ``all`` only; months are added to a year only when all
    twelve are there, and an unfinished year keeps ``complete`` False so that ``serve`` passes it over.

    >>> import pandas as pd
    >>> tidy = pd.DataFrame({"year": [2020] * 2, "month": [1, 2], "partner": "Mexico", "flow": "total", "hs": "93", "modes": "all", "state": "",
    ...                      "reporter": "United States", "value_usd": [1.0, 2.0], "value_is": "exact", "complete": False})
    >>> yearly(tidy, "x")[["year", "value_usd", "months", "complete"]].values.tolist()
    [[2020, 3.0, 2, False]]
    """
    import pandas as pd

    rows = tidy[(tidy["hs"] == hs) & (tidy["partner"].str.casefold() == partner.casefold()) & (tidy["flow"] == flow) & (tidy["modes"] == "all")
                & (tidy["state"] == "") & (tidy["reporter"] == reporter)]
    out = []
    for year, cells in rows.groupby("year"):
        whole = cells[cells["month"] == 0]
        cells = whole if len(whole) else cells
        months = 12 if len(whole) and bool(whole["complete"].all()) else int(cells["month"].gt(0).sum())
        bounds = set(cells["value_is"])
        out.append({"year": int(year), "series": series, "modes": "all", "value_usd": float(cells["value_usd"].sum(min_count=1)) if cells["value_usd"].notna().any() else float("nan"),
                    "value_is": "exact" if bounds == {"exact"} else sorted(bounds - {"exact"})[0], "months": months, "complete": bool(cells["complete"].all())})
    return pd.DataFrame(out, columns=["year", "series", "modes", "value_usd", "value_is", "months", "complete"])


def serve(rows: pd.DataFrame, preferred: pd.DataFrame) -> pd.DataFrame:
    """One row a year: of the series that may serve it, the best ranked; nothing is averaged.

    ``rows`` has year, series, modes, value_usd, value_is, complete (and may hold several series a year). A
    series whose declared modes are surface serves a year only as ``at_least``. Rows of unfinished years, of
    years outside the declared span, and of series that are not declared are passed over.

    >>> import pandas as pd
    >>> rows = pd.DataFrame({"year": [2006, 2007, 2007], "series": ["s", "s", "a"], "modes": ["surface", "surface", "all"], "value_usd": [1.0, 2.0, 3.0], "value_is": "exact", "complete": True})
    >>> ranks = pd.DataFrame({"rank": [1, 2], "series": ["a", "s"], "modes": ["all", "surface"], "year_from": [None, None], "year_to": [None, None]})
    >>> serve(rows, ranks)[["year", "series", "value_is"]].values.tolist()
    [[2006, 's', 'at_least'], [2007, 'a', 'exact']]
    """
    import pandas as pd

    joined = rows.merge(preferred[["rank", "series", "modes", "year_from", "year_to"]].rename(columns={"modes": "declared_modes"}), on="series", how="inner")
    first, last = (pd.to_numeric(joined[name]).astype("Float64").fillna(blank) for name, blank in (("year_from", 0), ("year_to", 9999)))
    joined = joined[(joined["year"] >= first) & (joined["year"] <= last) & joined["complete"].astype(bool) & joined["value_usd"].notna()]
    surface = (joined["declared_modes"] != "all") | (joined["modes"] != "all")
    joined = joined.assign(value_is=joined["value_is"].where(~surface | (joined["value_is"] != "exact"), "at_least"), _surface=surface)
    # A total, however low its rank, comes before any surface-only figure.
    best = joined.sort_values(["year", "_surface", "rank"]).drop_duplicates("year")
    return best.drop(columns=["rank", "declared_modes", "year_from", "year_to", "_surface"]).sort_values("year").reset_index(drop=True) if len(best) else pd.DataFrame(columns=rows.columns)


def overlaps(rows: pd.DataFrame, tolerance_usd: float = 1.0) -> pd.DataFrame:
    """Every pair of series that hold the same whole year of the same modes, with their difference.

    Columns: year, series_a, series_b, value_a, value_b, difference_usd (b less a), difference_pct, same (within
    ``tolerance_usd``). Surface-only figures are never compared with totals: that gap is modes, not revision.

    >>> import pandas as pd
    >>> rows = pd.DataFrame({"year": [2015, 2015], "series": ["a", "b"], "modes": "all", "value_usd": [100.0, 101.5], "value_is": "exact", "complete": True})
    >>> overlaps(rows)[["difference_usd", "same"]].values.tolist()
    [[1.5, False]]
    """
    import itertools

    import pandas as pd

    out = []
    usable = rows[rows["complete"].astype(bool) & rows["value_usd"].notna()]
    for (year, _modes), cells in usable.groupby(["year", "modes"]):
        for one, two in itertools.combinations(cells.sort_values("series").itertuples(), 2):
            difference = float(two.value_usd) - float(one.value_usd)
            out.append({"year": int(year), "series_a": one.series, "series_b": two.series, "value_a": float(one.value_usd), "value_b": float(two.value_usd),
                        "difference_usd": difference, "difference_pct": 100 * difference / one.value_usd if one.value_usd else float("nan"), "same": abs(difference) <= tolerance_usd})
    return pd.DataFrame(out, columns=["year", "series_a", "series_b", "value_a", "value_b", "difference_usd", "difference_pct", "same"])


def undeclared(series: Iterable[str], preferred: pd.DataFrame) -> list[str]:
    """Series that no line of the preference names, so that none is passed over in silence.

    >>> import pandas as pd
    >>> undeclared(["a", "b"], pd.DataFrame({"series": ["a"]}))
    ['b']
    """
    return sorted(set(series) - set(preferred["series"]))
