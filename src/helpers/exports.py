"""How far exports grew: windows, sums with bounds, ratios in current and constant dollars, and the choices behind them.

All functions take the tidy tables of ``helpers.tables`` (money in current U.S. dollars, value free
alongside ship at the U.S. border) and give frames or values with bounds. Nothing here reads files.

Definitions. HS chapter 93 is arms and ammunition, parts and accessories (World Customs Organization,
Harmonized System). "Surface" counts truck, rail, pipeline and mail, as the Bureau of Transportation
Statistics does for its TransBorder data, which before 2007 holds nothing else here: a surface figure
is exact for surface trade and a lower bound of the trade by all modes.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from helpers.bounds import Bounded, NoBound, ratio, scale, total

Window = tuple[int, int]
FIREARMS = ("9301", "9302", "9303")  # military weapons; revolvers and pistols; sporting and other firearms


def window(text: str) -> Window:
    """A window of whole calendar years, both included, from text such as ``2002-2004``.

    Raises ``ValueError`` for another form or a window that runs backwards.

    >>> window("2002-2004")
    (2002, 2004)
    """
    first, dash, last = text.strip().partition("-")
    if not (dash and first.isdigit() and last.isdigit() and len(first) == len(last) == 4):
        raise ValueError(f"{text!r} is not a window; write two years of four digits such as 2002-2004")
    if int(first) > int(last):
        raise ValueError(f"the window {text} runs backwards; write {last}-{first}")
    return int(first), int(last)


def worded(years: Window) -> str:
    """A window as text: ``2002-2004``.

    >>> worded((2015, 2017))
    '2015-2017'
    """
    return f"{years[0]}-{years[1]}"


def moved(years: Window, shift: int = 0, length: int | None = None) -> Window:
    """The window ``shift`` years later (earlier when negative), kept to ``length`` years from its first.

    >>> moved((2002, 2004), shift=-1), moved((2002, 2004), length=5)
    ((2001, 2003), (2002, 2006))
    """
    first = years[0] + shift
    return first, first + (length or years[1] - years[0] + 1) - 1


def annual(exports: pd.DataFrame, series: str, hs: str = "93", flow: str = "total") -> pd.DataFrame:
    """One series by calendar year: columns ``year``, ``value_usd``, ``value_is``, ``source_id``, sorted by year.

    Only rows of one whole year count; part years and sums over several years do not. ``exports`` is the
    table of that name. An unknown series, chapter or flow gives no rows.
    """
    rows = exports[(exports["series"] == series) & (exports["hs"] == hs) & (exports["flow"] == flow)
                   & (exports["months"] == "all") & (exports["year_from"] == exports["year_to"]) & exports["value_usd"].notna()]
    return rows.rename(columns={"year_from": "year"})[["year", "value_usd", "value_is", "source_id"]].sort_values("year").reset_index(drop=True)


def surface_by_state(by_state: pd.DataFrame, hs: str = "93") -> pd.DataFrame:
    """Surface exports by year from the one by-state table, states added up; same columns as ``annual``.

    Exact for surface trade. Both windows of the like-for-like ratio come from this table, so that no
    change of table or of modes can pass for growth.
    """
    rows = by_state[by_state["hs"] == hs]
    out = rows.groupby("year", as_index=False).agg(value_usd=("value_usd", "sum"), source_id=("source_id", "first"))
    return out.assign(value_is="exact")[["year", "value_usd", "value_is", "source_id"]].sort_values("year").reset_index(drop=True)


def constant_dollars(yearly: pd.DataFrame, cpi_u: pd.DataFrame, price_year: int) -> pd.DataFrame:
    """``yearly`` in dollars of ``price_year``: each year times CPI-U of ``price_year`` over CPI-U of the year.

    Formula: Bureau of Labor Statistics, *CPI Math calculations*, constant dollars by annual averages.
    Years without an index are dropped rather than guessed. Raises ``ValueError`` when ``price_year``
    has no index.

    >>> cpi = pd.DataFrame({"year": [2002, 2024], "cpi_u": [180.0, 315.0]})
    >>> constant_dollars(pd.DataFrame({"year": [2002], "value_usd": [100]}), cpi, 2024)["value_usd"].tolist()
    [175.0]
    """
    index = {int(row.year): float(row.cpi_u) for row in cpi_u.itertuples()}
    if price_year not in index:
        raise ValueError(f"the price index has no year {price_year}; it covers {min(index)}-{max(index)}")
    rows = yearly[yearly["year"].isin(index)]
    factor = rows["year"].map(lambda year: index[price_year] / index[int(year)]).astype(float)
    return rows.assign(value_usd=rows["value_usd"].astype(float) * factor).reset_index(drop=True)


def window_total(yearly: pd.DataFrame, years: Window) -> Bounded:
    """The sum of a window with its bound.

    Raises ``NoBound`` naming the missing years when the series does not hold every year of the window.
    """
    wanted = range(years[0], years[1] + 1)
    rows = yearly[yearly["year"].isin(wanted)]
    missing = sorted(set(wanted) - set(rows["year"].astype(int)))
    if missing:
        raise NoBound(f"no figure for {', '.join(map(str, missing))}")
    return total(Bounded(float(row.value_usd), row.value_is) for row in rows.itertuples())


def modes_of(yearly: pd.DataFrame, exports: pd.DataFrame, years: Window) -> str:
    """Modes a window counts: ``all``, ``surface``, or ``mixed`` where they differ between its years.

    ``yearly`` has the column ``series``, as ``candidates`` gives; ``exports`` says which modes a series counts.
    """
    modes = dict(zip(exports["series"], exports["modes"], strict=True))
    found = {modes[name] for name in yearly.loc[yearly["year"].between(*years), "series"]}
    return found.pop() if len(found) == 1 else "mixed"


@dataclass(frozen=True)
class Growth:
    """Two windows side by side: sums and yearly means in dollars, the difference, the ratio; all with bounds.

    ``difference`` is ``None`` when the bounds allow none to be stated.
    """

    base_window: Window
    comparison_window: Window
    base: Bounded
    comparison: Bounded
    ratio: Bounded

    @property
    def base_mean(self) -> Bounded:
        """Yearly mean of the base window, in dollars."""
        return scale(self.base, 1 / (self.base_window[1] - self.base_window[0] + 1))

    @property
    def comparison_mean(self) -> Bounded:
        """Yearly mean of the comparison window, in dollars."""
        return scale(self.comparison, 1 / (self.comparison_window[1] - self.comparison_window[0] + 1))

    @property
    def difference(self) -> Bounded | None:
        """Comparison less base; a base that is a lower bound makes it an upper bound."""
        kinds = {("exact", "exact"): "exact", ("exact", "at_least"): "at_most", ("exact", "at_most"): "at_least"}
        kind = kinds.get((self.comparison.value_is, self.base.value_is))
        gap = self.comparison.value - self.base.value
        return Bounded(gap, kind) if kind and gap >= 0 else None


def growth(base: pd.DataFrame, comparison: pd.DataFrame, base_window: Window, comparison_window: Window) -> Growth:
    """Both windows and their ratio. ``base`` and ``comparison`` are yearly frames as ``annual`` gives.

    Raises ``NoBound`` when a year is missing or the bounds allow no ratio, ``ValueError`` when the
    windows have different lengths (rules of evidence: equal windows, same calendar).
    """
    if base_window[1] - base_window[0] != comparison_window[1] - comparison_window[0]:
        raise ValueError(f"the windows {worded(base_window)} and {worded(comparison_window)} have different lengths")
    low, high = window_total(base, base_window), window_total(comparison, comparison_window)
    return Growth(base_window, comparison_window, low, high, ratio(high, low))


def fragility(found: Growth, off_usd: Iterable[int] = (1_000_000, 2_000_000, 3_000_000)) -> pd.DataFrame:
    """What the ratio becomes when the base is really larger or smaller by so many dollars.

    Columns ``off_usd`` (signed), ``base_usd``, ``ratio``. A base that is a lower bound is only made
    larger. Rows that would leave no base are left out.
    """
    signs = (1,) if found.base.value_is == "at_least" else (-1, 1)
    rows = [(sign * off, found.base.value + sign * off) for off in off_usd for sign in signs]
    return pd.DataFrame([{"off_usd": off, "base_usd": base, "ratio": found.comparison.value / base} for off, base in sorted(rows) if base > 0],
                        columns=["off_usd", "base_usd", "ratio"])


def windows_of_length(yearly: pd.DataFrame, length: int) -> pd.DataFrame:
    """Every window of ``length`` years inside one series, smallest sum first.

    Columns ``first``, ``last``, ``value_usd``, ``rank`` (1 is the smallest), ``of`` (how many), and
    ``lowest_fifth``. A base window in the lowest fifth is "picked at a trough" (rules of evidence).
    """
    values = {int(row.year): float(row.value_usd) for row in yearly.itertuples()}
    rows = [{"first": year, "last": year + length - 1, "value_usd": sum(values[y] for y in range(year, year + length))}
            for year in sorted(values) if all(y in values for y in range(year, year + length))]
    out = pd.DataFrame(rows, columns=["first", "last", "value_usd"]).sort_values("value_usd", kind="stable").reset_index(drop=True)
    out["rank"] = range(1, len(out) + 1)
    out["of"] = len(out)
    out["lowest_fifth"] = out["rank"] * 5 <= out["of"]
    return out


def claim_in_constant_dollars(claim: float, cpi_u: pd.DataFrame, base_window: Window, comparison_window: Window) -> float:
    """A ratio stated in current dollars, less the rise of prices between the windows.

    The claim times mean CPI-U of the base window over mean CPI-U of the comparison window (BLS annual
    averages). It needs no trade figures, so it says what the claim itself would be in constant dollars.

    >>> cpi = pd.DataFrame({"year": [2002, 2015], "cpi_u": [180.0, 240.0]})
    >>> claim_in_constant_dollars(12, cpi, (2002, 2002), (2015, 2015))
    9.0
    """
    def mean(years: Window) -> float:
        rows = cpi_u[cpi_u["year"].between(*years)]
        if len(rows) != years[1] - years[0] + 1:
            raise ValueError(f"the price index does not cover {worded(years)}")
        return float(rows["cpi_u"].mean())

    return claim * mean(base_window) / mean(comparison_window)


def vintages(exports: pd.DataFrame, years: Window, series: Sequence[str], hs: str = "93") -> pd.DataFrame:
    """The same window in several official pulls: columns ``series``, ``value_usd``, ``source_id``; smallest first.

    Series that do not hold the whole window are left out. They stand side by side and are never averaged.
    """
    rows = []
    for name in series:
        yearly = annual(exports, name, hs)
        try:
            value = window_total(yearly, years)
        except NoBound:
            continue
        rows.append({"series": name, "value_usd": value.value, "source_id": yearly["source_id"].iloc[0]})
    return pd.DataFrame(rows, columns=["series", "value_usd", "source_id"]).sort_values("value_usd").reset_index(drop=True)


def candidates(exports: pd.DataFrame, hs: str = "93") -> pd.DataFrame:
    """Every yearly total that any series holds, for ``helpers.series.serve`` to choose from.

    Columns ``year``, ``series``, ``modes``, ``value_usd``, ``value_is``, ``complete`` (always True: part years are not
    candidates), ``surface_usd``, ``air_vessel_usd``, ``source_id``; single whole years, total exports.
    """
    rows = exports[(exports["hs"] == hs) & (exports["flow"] == "total") & (exports["months"] == "all") & (exports["year_from"] == exports["year_to"]) & exports["value_usd"].notna()]
    out = rows.rename(columns={"year_from": "year"}).assign(complete=True)
    return out[["year", "series", "modes", "value_usd", "value_is", "complete", "surface_usd", "air_vessel_usd", "source_id"]].sort_values(["year", "series"]).reset_index(drop=True)


def by_modes(served: pd.DataFrame) -> pd.DataFrame:
    """The chart of the export series: one row a year with what went by surface and what by air or vessel.

    ``served`` is one row a year of ``candidates``. Columns ``year``, ``modes``, ``surface_usd`` and ``air_vessel_usd`` (missing where the
    serving series does not split them; a surface-only year has no air or vessel part), ``value_usd``, ``value_is``, ``series``, ``source_id``.
    """
    surface_only = served["modes"] == "surface"
    out = served.assign(surface_usd=served["surface_usd"].where(~surface_only, served["value_usd"]))
    return out[["year", "modes", "surface_usd", "air_vessel_usd", "value_usd", "value_is", "series", "source_id"]].sort_values("year").reset_index(drop=True)


def why_bounded(rows: pd.DataFrame) -> str:
    """Why some years are only lower bounds: ``surface`` (surface modes only), ``part`` (some codes of the chapter, too), ``no`` when none is.

    ``rows`` has ``value_is`` and ``modes``.
    """
    bound = rows[rows["value_is"] == "at_least"]
    return "no" if bound.empty else "surface" if (bound["modes"] == "surface").all() else "part"


def domestic_share(exports: pd.DataFrame, hs: str = "93") -> pd.DataFrame:
    """Domestic goods and re-exports by year where a series splits them; one series a year, the longest first.

    Columns ``year``, ``domestic_usd``, ``re_export_usd``, ``pct_domestic``, ``series``, ``source_id``. Two of the three flows
    of one series and year make the third.
    """
    rows = exports[(exports["hs"] == hs) & (exports["months"] == "all") & (exports["modes"] == "all") & exports["flow"].isin(["total", "domestic", "re-export"])]
    wide = rows.pivot_table(index=["year_from", "series", "source_id"], columns="flow", values="value_usd", aggfunc="first")
    wide = wide.reindex(columns=["domestic", "re-export", "total"])
    wide["domestic"] = wide["domestic"].fillna(wide["total"] - wide["re-export"])
    wide["re-export"] = wide["re-export"].fillna(wide["total"] - wide["domestic"])
    out = wide.dropna(subset=["domestic", "re-export"]).reset_index().rename(columns={"year_from": "year", "domestic": "domestic_usd", "re-export": "re_export_usd"})
    out["held"] = out.groupby("series")["year"].transform("size")
    out = out.sort_values(["year", "held", "series"], ascending=[True, False, True]).drop_duplicates("year")
    out["pct_domestic"] = 100 * out["domestic_usd"].astype(float) / (out["domestic_usd"] + out["re_export_usd"]).astype(float)
    return out[["year", "domestic_usd", "re_export_usd", "pct_domestic", "series", "source_id"]].reset_index(drop=True)


def destinations(by_country: pd.DataFrame, hs: str = "93", most: int = 15, keep: str = "Mexico") -> pd.DataFrame:
    """Destinations by the sum of all years held, largest first: ``country``, ``value_usd``, ``rank``, ``first``, ``last``, ``source_id``.

    ``keep`` is listed even when it ranks below ``most``. The table holds 50 countries, so a rank is a
    rank among those.
    """
    rows = by_country[by_country["hs"] == hs]
    out = rows.groupby("country", as_index=False).agg(value_usd=("value_usd", "sum"), first=("year", "min"), last=("year", "max"), source_id=("source_id", "first"))
    out = out.sort_values(["value_usd", "country"], ascending=[False, True]).reset_index(drop=True)
    out["rank"] = out.index + 1
    return out[(out["rank"] <= most) | (out["country"] == keep)].reset_index(drop=True)


def destination_states(by_state: pd.DataFrame, most: int = 8, span: int = 4) -> pd.DataFrame:
    """Surface exports by destination state in equal periods: ``period``, ``first``, ``last``, ``state``, ``value_usd``, ``pct``.

    The ``most`` states with the largest sums; the others are one row ``other`` a period. ``pct`` is the
    share of the period's surface exports. Periods count back from the last year; years before the
    first whole period are left out.
    """
    last = int(by_state["year"].max())
    first = last - ((last - int(by_state["year"].min()) + 1) // span) * span + 1
    rows = by_state[by_state["year"].between(first, last)]
    ranked = rows.groupby("state")["value_usd"].sum().sort_values(ascending=False)
    top = list(ranked.index[:most])
    rows = rows.assign(state=rows["state"].where(rows["state"].isin(top), "other"), first=((rows["year"] - first) // span) * span + first)
    out = rows.groupby(["first", "state"], as_index=False)["value_usd"].sum()
    out["last"] = out["first"] + span - 1
    out["pct"] = 100 * out["value_usd"].astype(float) / out.groupby("first")["value_usd"].transform("sum").astype(float)
    out["period"] = [worded((int(a), int(b))) for a, b in zip(out["first"], out["last"], strict=True)]
    out["order"] = out["state"].map({state: n for n, state in enumerate([*top, "other"])})
    return out.sort_values(["first", "order"])[["period", "first", "last", "state", "value_usd", "pct"]].reset_index(drop=True)


def composition(exports: pd.DataFrame) -> pd.DataFrame:
    """Small arms and ammunition by kind and year from NISAT, its own definition: ``year``, ``kind``, ``value_usd``, ``source_id``."""
    rows = exports[(exports["series"] == "nisat") & (exports["months"] == "all") & exports["value_usd"].notna()]
    kinds = ["military weapons", "civilian firearms", "small-arms ammunition"]
    rows = rows[rows["basket"].isin(kinds)]
    return rows.rename(columns={"year_from": "year", "basket": "kind"})[["year", "kind", "value_usd", "source_id"]].sort_values(["year", "kind"]).reset_index(drop=True)


def headings(exports: pd.DataFrame, listed: pd.DataFrame) -> pd.DataFrame:
    """Exports by four-digit heading and year, where a file that was brought in holds them: ``year``, ``heading``, ``value_usd``, ``pct``, ``series``, ``source_id``.

    ``listed`` is the table ``baskets``. What a chapter is made of is ``baskets.composition`` for each file's series; ``pct`` is the
    share of the year's headings. One series a year, the one with most years. Empty when no file goes below the chapter.
    """
    from helpers import baskets

    rows = exports[exports["id"].str.startswith("RCV-") & (exports["flow"] == "total") & (exports["hs"].str.len() >= 4)]
    rows = rows.rename(columns={"year_from": "year"}).assign(state="", complete=True)
    parts = [baskets.composition(own, listed).assign(series=series, source_id=own["source_id"].iloc[0]) for series, own in rows.groupby("series")]
    columns = ["year", "heading", "value_usd", "pct", "series", "source_id"]
    if not any(len(part) for part in parts):
        return pd.DataFrame(columns=columns)
    out = pd.concat(parts, ignore_index=True).rename(columns={"item": "heading"})
    out["held"] = out.groupby("series")["year"].transform("nunique")
    best = out.sort_values(["year", "held", "series"], ascending=[True, False, True]).drop_duplicates("year")[["year", "series"]]
    out = out.merge(best, on=["year", "series"])
    return out.assign(pct=100 * out["share"])[columns].sort_values(["year", "heading"]).reset_index(drop=True)


COMPUTED = ["spec", "comparison", "basket", "flow", "dollars", "change", "base_window", "comparison_window", "base_usd", "comparison_usd", "ratio", "value_is", "at_or_above_claim", "why_not"]


def specifications(listed: pd.DataFrame, exports: pd.DataFrame, by_state: pd.DataFrame, cpi_u: pd.DataFrame,
                   base_window: Window, comparison_window: Window, claim: float) -> pd.DataFrame:
    """The specification curve: every combination of the listed choices, computed or with the reason it cannot be.

    ``listed`` is the table ``specifications`` (``dimension``, ``option``), fixed before anything runs;
    dimensions ``comparison`` (a series, or ``surface-by-state`` for both windows), ``basket`` (HS
    codes joined by ``+``), ``flow``, ``dollars`` and ``windows`` (``shift:n`` or ``length:n``). Series of files
    that were brought in, and the firearms headings where any series holds them, are further options. A
    series that reaches back to the base window is compared with itself. Returns
    ``COMPUTED`` columns, computed rows first and by ratio. Source of the method: U. Simonsohn, J. P. Simmons,
    L. D. Nelson, "Specification curve analysis", Nature Human Behaviour 4 (2020). It informs about
    choices; it is not a better estimate.
    """
    options = {name: rows["option"].tolist() for name, rows in listed.groupby("dimension", sort=False)}
    brought = exports[exports["id"].str.startswith("RCV-")]
    options["comparison"] += sorted(set(brought["series"]) - set(options["comparison"]))
    options["basket"] += ["+".join(FIREARMS)] if set(FIREARMS) <= set(brought["hs"]) else []
    rows = []
    price_year = int(cpi_u["year"].max())
    for comparison, basket, flow, dollars in itertools.product(*(options[d] for d in ("comparison", "basket", "flow", "dollars"))):
        why_not, parts = "", ()
        try:
            parts = _specified(exports, by_state, comparison, basket, flow)
            if dollars == "real":
                parts = tuple(constant_dollars(part, cpi_u, price_year) for part in parts)
        except NoBound as error:
            why_not = str(error)
        for change in options["windows"]:
            kind, _, amount = change.partition(":")
            base_years, compared_years = (moved(years, **{kind: int(amount)}) for years in (base_window, comparison_window))
            row = dict(spec=f"{comparison}|{basket}|{flow}|{dollars}|{change}", comparison=comparison, basket=basket, flow=flow, dollars=dollars, change=change,
                       base_window=worded(base_years), comparison_window=worded(compared_years), why_not=why_not)
            if not why_not:
                try:
                    found = growth(*parts, base_years, compared_years)
                    row |= {"base_usd": found.base.value, "comparison_usd": found.comparison.value, "ratio": found.ratio.value,
                            "value_is": found.ratio.value_is, "at_or_above_claim": found.ratio.value >= claim}
                except NoBound as error:
                    row["why_not"] = str(error)
            rows.append(row)
    return pd.DataFrame(rows, columns=COMPUTED).sort_values(["ratio", "spec"], na_position="last").reset_index(drop=True)


def _specified(exports: pd.DataFrame, by_state: pd.DataFrame, comparison: str, basket: str, flow: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    if comparison == "surface-by-state":
        if basket != "93" or flow != "total":
            raise NoBound("the by-state table holds HS 93, total exports only")
        both = surface_by_state(by_state)
        return both, both
    compared = _basket(exports, comparison, basket, flow)
    try:
        lower = _basket(exports, "bts-surface", basket, flow)
    except NoBound:
        if exports.loc[exports["series"] == comparison, "year_from"].min() > exports.loc[exports["series"] == "bts-surface", "year_from"].max():
            raise
        return compared, compared
    # Where the series itself holds a year, that figure is used; surface only stands in for years it lacks.
    return pd.concat([compared, lower[~lower["year"].isin(compared["year"])]], ignore_index=True), compared


def _basket(exports: pd.DataFrame, series: str, basket: str, flow: str) -> pd.DataFrame:
    parts = [annual(exports, series, hs, flow) for hs in basket.split("+")]
    for hs, part in zip(basket.split("+"), parts, strict=True):
        if part.empty:
            raise NoBound(f"{series} holds no {flow} exports of HS {hs}")
    joined = pd.concat(parts)
    groups = [(year, total(Bounded(float(r.value_usd), r.value_is) for r in rows.itertuples()), rows["source_id"].iloc[0])
              for year, rows in joined.groupby("year") if len(rows) == len(parts)]
    return pd.DataFrame([{"year": y, "value_usd": b.value, "value_is": b.value_is, "source_id": s} for y, b, s in groups], columns=["year", "value_usd", "value_is", "source_id"])
