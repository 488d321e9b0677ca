"""Baskets: which HS code belongs to which named set of goods, from ``data/raw/reference/baskets.csv``.

Each code in a file belongs to exactly one item of the list or is reported. Baskets are defined at two or
four digits, because six- and ten-digit codes change with each edition of the Harmonized System.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from helpers import paths
from helpers.problems import InputProblems, Problem

if TYPE_CHECKING:
    import pandas as pd

FILE = "data/raw/reference/baskets.csv"
COLUMNS = ("item", "match", "code", "label", "baskets", "edition_note")


def load(root: Path | None = None) -> pd.DataFrame:
    """The list of basket items, all text: ``item``, ``match`` (exact, starts, chapters), ``code``, ``label``, ``baskets``.

    Raises ``InputProblems`` for other columns, an unknown match or a repeated item.

    >>> "firearms" in load().query("item == '9302'")["baskets"].iloc[0].split(";")
    True
    """
    import pandas as pd

    frame = pd.read_csv((root or paths.root()) / FILE, dtype="str", keep_default_na=False, encoding="utf-8")
    problems = [Problem(FILE, 1, column, "no such column", f"the columns {', '.join(COLUMNS)}", "put the column back") for column in COLUMNS if column not in frame]
    if problems:
        raise InputProblems(problems)
    for line, row in enumerate(frame.to_dict("records"), start=2):
        if row["match"] not in ("exact", "starts", "chapters"):
            problems.append(Problem(FILE, line, "match", f"'{row['match']}'", "exact, starts or chapters", "write how the code is to be compared"))
    problems += [Problem(FILE, int(at) + 2, "item", f"'{frame['item'][at]}' again", "each item once", "give it a name of its own")
                 for at in frame.index[frame.duplicated("item")]]
    if problems:
        raise InputProblems(problems)
    return frame


def _fits(code: str, match: str, wanted: str) -> bool:
    if match == "exact":
        return code == wanted
    if match == "starts":
        return code.startswith(wanted) and code.isdigit()
    first, _dash, last = wanted.partition("-")
    return code[:2].isdigit() and code.isdigit() and len(code) % 2 == 0 and first <= code[:2] <= last


def item_of(codes: Iterable[str], baskets: pd.DataFrame, file: str = "the file") -> dict[str, str]:
    """The one item each code belongs to. Codes in no item or in two are reported together as ``InputProblems``.

    >>> import pandas as pd
    >>> listed = pd.DataFrame({"item": ["9302", "93"], "match": ["starts", "exact"], "code": ["9302", "93"]})
    >>> item_of(["93", "930200"], listed)
    {'93': '93', '930200': '9302'}
    >>> item_of(["9308"], listed, "x.csv")
    Traceback (most recent call last):
    helpers.problems.InputProblems: x.csv, column hs: found HS 9308 in no basket; expected each code in exactly one basket item. To fix it: check the code; if it is right, add it to data/raw/reference/baskets.csv.
    """
    rules = list(zip(baskets["item"], baskets["match"], baskets["code"]))
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for code in sorted(set(codes)):
        items = [item for item, match, wanted in rules if _fits(code, match, wanted)]
        if len(items) == 1:
            found[code] = items[0]
        elif not items:
            problems.append(Problem(file, None, "hs", f"HS {code} in no basket", "each code in exactly one basket item", f"check the code; if it is right, add it to {FILE}"))
        else:
            problems.append(Problem(file, None, "hs", f"HS {code} in {len(items)} baskets ({', '.join(items)})", "each code in exactly one basket item", f"make the items of {FILE} exclude each other"))
    if problems:
        raise InputProblems(problems)
    return found


def members(basket: str, baskets: pd.DataFrame) -> list[str]:
    """The items of a named basket, in the file's order; ``InputProblems`` with near names when there is none.

    >>> members("firearms", load())
    ['9301', '9302', '9303']
    """
    from helpers.problems import nearest

    items = [row["item"] for row in baskets.to_dict("records") if basket in row["baskets"].split(";")]
    if not items:
        known = sorted({name for cell in baskets["baskets"] for name in cell.split(";") if name})
        near = nearest(basket, known)
        raise InputProblems([Problem(FILE, None, "baskets", f"no basket '{basket}'", f"one of {', '.join(known)}", f"write {near[0]}, if that is what is meant" if near else "use one of those names")])
    return items


def one_level(exports: pd.DataFrame) -> pd.DataFrame:
    """Rows of tidy exports in which no trade stands twice at two depths of the HS: of each chapter the deepest level kept whole.

    A file may hold 93, 9302 and 930200 at once. For each cell (year, month, partner, flow, modes, state,
    reporter) and each four-digit heading the shallowest row of at least four digits is taken; a chapter row is
    kept only where its chapter has nothing deeper in that cell. Adds the column ``digits``.

    >>> import pandas as pd
    >>> rows = pd.DataFrame({"year": 2023, "month": 0, "partner": "Mexico", "flow": "total", "modes": "all", "state": "", "reporter": "United States",
    ...                      "hs": ["93", "9302", "930200", "9306"], "value_usd": [10.0, 4.0, 4.0, 6.0]})
    >>> one_level(rows)[["hs", "value_usd"]].to_dict("list")
    {'hs': ['9302', '9306'], 'value_usd': [4.0, 6.0]}
    """
    rows = exports.assign(digits=exports["hs"].str.len(), _chapter=exports["hs"].str[:2], _heading=exports["hs"].str[:4])
    cell = [name for name in ("year", "month", "partner", "flow", "modes", "state", "reporter") if name in rows]
    detail = rows[rows["digits"] >= 4]
    detail = detail[detail["digits"] == detail.groupby([*cell, "_heading"])["digits"].transform("min")]
    chapters = rows[rows["digits"] == 2]
    have = detail[[*cell, "_chapter"]].drop_duplicates().assign(_deeper=True)
    alone = chapters.merge(have, on=[*cell, "_chapter"], how="left")
    alone = chapters[alone["_deeper"].isna().to_numpy()]
    whole = rows.loc[[*detail.index, *alone.index]].sort_index()
    return whole.drop(columns=["_chapter", "_heading"]).reset_index(drop=True)


def composition(exports: pd.DataFrame, baskets: pd.DataFrame, chapter: str = "93") -> pd.DataFrame:
    """What a chapter's exports are made of: year, flow, item, label, value_usd, share, chapter_usd, covered.

    Only whole years, all modes, national figures. ``chapter_usd`` is the published chapter total where the file
    has it, ``covered`` the part of it that the items add up to; a gap is shown, never spread. Empty when the
    file has no detail below the chapter.
    """
    import pandas as pd

    columns = ["year", "partner", "flow", "item", "label", "value_usd", "share", "chapter_usd", "covered"]
    rows = exports[(exports["hs"].str[:2] == chapter) & (exports["modes"] == "all") & (exports["state"] == "") & exports["complete"] & exports["value_usd"].notna()]
    by = ["year", "partner", "flow"]
    detail = one_level(rows)
    detail = detail[detail["digits"] >= 4]
    if detail.empty:
        return pd.DataFrame(columns=columns)
    detail = detail.assign(item=detail["hs"].map(item_of(detail["hs"], baskets)))
    out = detail.groupby([*by, "item"], as_index=False)["value_usd"].sum()
    totals = rows[rows["hs"] == chapter].groupby(by, as_index=False)["value_usd"].sum().rename(columns={"value_usd": "chapter_usd"})
    sums = out.groupby(by)["value_usd"].transform("sum")
    out = out.merge(totals, on=by, how="left")
    out["share"] = out["value_usd"] / sums
    out["covered"] = sums.to_numpy() / out["chapter_usd"]
    out["label"] = out["item"].map(dict(zip(baskets["item"], baskets["label"])))
    return out[columns].sort_values([*by, "item"]).reset_index(drop=True)


def basket_series(exports: pd.DataFrame, basket: str, baskets: pd.DataFrame) -> pd.DataFrame:
    """Yearly value of a named basket by partner and flow: year, partner, flow, value_usd, value_is, level.

    A chapter's basket uses the published two-digit row where there is one, else its headings added up. A
    basket of headings needs those headings; years without them have no row. Whole years, all modes, national.
    """
    import pandas as pd

    items = members(basket, baskets)
    rows = exports[(exports["modes"] == "all") & (exports["state"] == "") & exports["complete"] & exports["value_usd"].notna()]
    chapter_items = [item for item in items if item.startswith("chapter ")]
    parts = []
    if chapter_items:
        codes = [item.removeprefix("chapter ") for item in chapter_items]
        printed = rows[rows["hs"].isin(codes)].assign(level="chapter row")
        parts.append(printed)
    detail = one_level(rows)
    detail = detail[detail["digits"] >= 4]
    if len(detail):
        inside = set(items)
        # Codes outside any basket are reported by ``item_of`` when the file is loaded.
        placed = item_of(detail["hs"], baskets)
        detail = detail[detail["hs"].map(placed).isin(inside)].assign(level="headings added")
        parts.append(detail)
    if not parts:
        return pd.DataFrame(columns=["year", "partner", "flow", "value_usd", "value_is", "level"])
    both = pd.concat(parts, ignore_index=True)
    by = ["year", "partner", "flow"]
    sums = both.groupby([*by, "level"], as_index=False).agg(value_usd=("value_usd", "sum"), value_is=("value_is", _weakest))
    sums = sums.sort_values([*by, "level"]).drop_duplicates(by, keep="first")
    return sums[[*by, "value_usd", "value_is", "level"]].reset_index(drop=True)


def _weakest(bounds) -> str:
    kinds = set(bounds)
    return "exact" if kinds == {"exact"} else next(iter(kinds - {"exact"})) if len(kinds - {"exact"}) == 1 else "about"
