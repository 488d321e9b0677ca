"""Charts of export values: frames of ``helpers.exports`` drawn on a page.

Each form takes the page, the language and a frame, and returns nothing. Bars that are only a lower
bound are hatched and carry an arrow; years without a figure stay empty.
"""

from __future__ import annotations

import pandas as pd

from helpers.charts.page import Page
from helpers.charts.style import COLORS, bound_look, tint

MILLION = 1e6


def series(frame: pd.DataFrame, page: Page, windows: list[tuple[int, int, str]]) -> None:
    """Yearly bars, surface below, air and vessel above; ``windows`` are (first, last, label) to shade.

    ``frame`` is what ``exports.by_modes`` gives. Years whose serving series does not split its modes are solid in ink.
    """
    ax = page.axes()
    for first, last, label in windows:
        page.shade(ax, first - 0.5, last + 0.5, label)
    bound = frame["value_is"] == "at_least"
    split = frame["air_vessel_usd"].notna()
    years, total = frame["year"].astype(float), frame["value_usd"].astype(float)
    surface = frame["surface_usd"].astype(float)
    whole = ~split & ~bound
    ax.bar(years[split], surface[split], width=0.8, color=COLORS.main)
    ax.bar(years[split], frame.loc[split, "air_vessel_usd"].astype(float), bottom=surface[split], width=0.8, color=COLORS.context)
    ax.bar(years[whole], total[whole], width=0.8, color=COLORS.ink)
    ax.bar(years[bound], total[bound], width=0.8, **bound_look())
    for year, value in zip(years[bound], total[bound], strict=True):
        page.bound_arrow(ax, year, value, "at_least", length=8)
    page.zero(ax)
    page.numbers(ax.yaxis, divide=MILLION)
    page.years(ax.xaxis, 4)
    ax.margins(x=0.01)
    top, size = ax.get_ylim()[1], page.type["label"]
    if bound.any():
        ax.text(years[bound].min() - 0.4, 0.42 * top, page.say("exports-label-bound", why="surface" if (frame.loc[bound, "modes"] == "surface").all() else "part"), size=size, va="center")
    if whole.any():
        ax.text(years[whole].min() - 0.4, 0.54 * top, page.say("exports-label-whole"), size=size, va="center", weight="bold")
    if split.any():
        start = years[split].min() + 2
        ax.text(start, 0.82 * top, page.say("exports-label-air"), size=size, va="center")
        ax.text(start, 0.70 * top, page.say("exports-label-surface"), size=size, color=COLORS.main, va="center", weight="bold")


def real(frame: pd.DataFrame, page: Page) -> None:
    """The same years in current and in constant dollars; lines break where the definition changes.

    ``frame``: ``year``, ``nominal_usd``, ``real_usd``, ``value_is``, ``modes``, ``series``.
    """
    ax = page.axes()
    ends = []
    for column, color, style, label in (("nominal_usd", COLORS.main, "-", "exports-label-nominal"), ("real_usd", COLORS.highlight, (0, (5, 2)), "exports-label-real")):
        for _, part in frame.groupby("series", sort=False):
            ax.plot(part["year"].astype(float), part[column].astype(float), color=color, linestyle=style, marker="o" if column == "nominal_usd" else "s", markersize=3)
        last = frame.dropna(subset=[column]).iloc[-1]
        ends.append((float(last["year"]), float(last[column]), page.say(label), color))
    page.zero(ax)
    bound = frame["value_is"] == "at_least"
    if bound.any() and (~bound).any():
        change = float(frame.loc[bound, "year"].max()) + 0.5
        ax.axvline(change, color=COLORS.context, linewidth=0.8, linestyle=(0, (2, 2)))
        why = "surface" if (frame.loc[bound, "modes"] == "surface").all() else "part"
        for place, word, side in ((change - 0.1, "exports-label-lower-bound", "right"), (change + 0.1, "exports-label-all-modes", "left")):
            ax.text(place, ax.get_ylim()[1], page.say(word, why=why), ha=side, va="top", size=page.type["axis"])
    page.labels(ax, ends)
    page.numbers(ax.yaxis, divide=MILLION)
    page.years(ax.xaxis, 5)


def windows(frame: pd.DataFrame, page: Page, headings: dict[str, str]) -> None:
    """Two windows side by side, once per measure; ``headings`` gives each measure's line with its ratio.

    ``frame``: ``measure``, ``window``, ``value_usd``, ``value_is``, ``label`` (the printed sum).
    """
    measures = list(dict.fromkeys(frame["measure"]))
    axes = page.subplots(len(measures), 1, sharex=True, squeeze=False)[:, 0]
    for ax, measure in zip(axes, measures, strict=True):
        rows = frame[frame["measure"] == measure].reset_index(drop=True)
        for place, row in enumerate(rows.itertuples()):
            bound = row.value_is != "exact"
            look = bound_look() if bound else {"color": COLORS.main}
            ax.barh(len(rows) - 1 - place, float(row.value_usd), height=0.62, **look)
            if bound:
                page.bound_arrow(ax, float(row.value_usd), len(rows) - 1 - place, row.value_is, axis="x", length=16)
            ax.annotate(page.say("exports-label-sum", usd=row.value_usd, kind=row.value_is), (float(row.value_usd), len(rows) - 1 - place),
                        xytext=(22 if bound else 4, 0), textcoords="offset points", va="center", size=page.type["label"])
        ax.set_yticks(range(len(rows)), [row.window for row in rows.itertuples()][::-1])
        ax.set_ylim(-0.6, len(rows) - 0.4)
        ax.set_title(headings[measure], loc="left")
        page.horizontal_bars(ax)
        page.numbers(ax.xaxis, divide=MILLION)
    axes[0].set_xlim(0, float(frame["value_usd"].max()) * 1.25)


def specification_curve(frame: pd.DataFrame, page: Page, claim: float) -> None:
    """Every computed specification by ratio, and below it which choices made it.

    ``frame`` holds the computed rows of ``exports.specifications``, smallest ratio first. Upper bounds
    are open circles with an arrow down; at or above ``claim`` they take the highlight color.
    """
    import seaborn as sns

    top, below = page.subplots(2, 1, height_ratios=[1.05, 1.25])
    rows = frame.reset_index(drop=True)
    middle = rows.index.to_numpy() + 0.5
    held = rows["at_or_above_claim"].astype(bool)
    bound = rows["value_is"] == "at_most"
    for mask, color in ((held, COLORS.highlight), (~held, COLORS.main)):
        top.plot(middle[mask & ~bound], rows.loc[mask & ~bound, "ratio"], linestyle="", marker="o", markersize=3.5, color=color)
        top.plot(middle[mask & bound], rows.loc[mask & bound, "ratio"], linestyle="", marker="o", markersize=3.5, markerfacecolor="white", color=color)
        top.vlines(middle[mask & bound], rows.loc[mask & bound, "ratio"] - 1.1, rows.loc[mask & bound, "ratio"] - 0.35, color=color, linewidth=0.8)
    top.axhline(claim, color=COLORS.ink, linewidth=1, linestyle=(0, (4, 2)))
    top.text(0.5, claim, page.say("exports-label-claim", claim=claim), va="bottom", size=page.type["label"])
    top.set_xlim(0, len(rows))
    top.set_xticks([])
    page.zero(top)
    page.numbers(top.yaxis)
    names, matrix = [], []
    for dimension in ("comparison", "dollars", "change"):
        options = list(dict.fromkeys(sorted(rows[dimension], key=_option_order)))
        for option in options:
            names.append(page.say(_option_word(dimension, option), n=abs(int(option.partition(":")[2])) if ":" in option else 0))
            matrix.append((rows[dimension] == option).astype(int).tolist())
    sns.heatmap(pd.DataFrame(matrix, index=names), ax=below, cmap=[tint(COLORS.context, 0.18), COLORS.main], cbar=False, xticklabels=False,
                yticklabels=True, linewidths=0.4, linecolor="white", vmin=0, vmax=1)
    below.grid(visible=False)
    below.set_ylabel("")
    below.tick_params(axis="y", rotation=0, length=0, labelsize=8)


def _option_order(option: str) -> tuple:
    kind, _, amount = option.partition(":")
    return (kind, int(amount)) if amount else (kind, 0)


def _option_word(dimension: str, option: str) -> str:
    kind, _, amount = option.partition(":")
    if dimension != "change":
        return f"exports-option-{option}"
    if kind == "length":
        return "exports-option-length"
    return f"exports-option-shift-{'none' if amount == '0' else 'earlier' if amount.startswith('-') else 'later'}"


def destinations(frame: pd.DataFrame, page: Page, marked: str = "Mexico") -> None:
    """Destinations by value, the marked country in the highlight color. ``frame`` is of ``exports.destinations``."""
    ax = page.axes()
    rows = frame[::-1].reset_index(drop=True)
    hot = rows["country"] == marked
    ax.barh(rows.index[~hot], rows.loc[~hot, "value_usd"].astype(float), height=0.7, color=COLORS.context)
    ax.barh(rows.index[hot], rows.loc[hot, "value_usd"].astype(float), height=0.7, color=COLORS.highlight)
    ax.set_yticks(rows.index, [page.say("exports-label-rank", rank=row.rank, country=row.country) for row in rows.itertuples()])
    for place, row in rows[hot].iterrows():
        ax.annotate(page.say("exports-label-sum", usd=row["value_usd"], kind="exact"), (float(row["value_usd"]), place), xytext=(4, 0), textcoords="offset points",
                    va="center", size=page.type["label"], color=COLORS.highlight)
    ax.set_ylim(-0.6, len(rows) - 0.4)
    page.horizontal_bars(ax)
    page.zero(ax, "x", room=0.02)
    page.numbers(ax.xaxis, divide=MILLION)


def _slug(country: str) -> str:
    return country.lower().replace(" ", "-")


def destination_states(frame: pd.DataFrame, page: Page) -> None:
    """Share of each period's surface exports by destination state. ``frame`` is of ``exports.destination_states``."""
    import seaborn as sns

    ax = page.axes()
    order = list(dict.fromkeys(frame["state"]))
    wide = frame.pivot(index="state", columns="period", values="pct").reindex(order)
    wide.index = [page.say("exports-label-other-states") if state == "other" else page.say("exports-label-state-of-mexico") if state == "México" else state for state in wide.index]
    text = wide.map(lambda share: "" if pd.isna(share) else "<1" if 0 < share < 0.5 else f"{share:.0f}")
    # The ramp stops where dark text can still be read on it.
    ramp = sns.blend_palette(["#FFFFFF", tint(COLORS.main, 0.5)], as_cmap=True)
    sns.heatmap(wide, ax=ax, cmap=ramp, annot=text, fmt="", cbar=False, linewidths=0.8, linecolor="white", vmin=0, vmax=100, annot_kws={"size": page.type["axis"]})
    ax.grid(visible=False)
    ax.set(xlabel="", ylabel="")
    ax.tick_params(axis="both", length=0, rotation=0)


def domestic_share(frame: pd.DataFrame, page: Page) -> None:
    """Domestic goods and re-exports by year, stacked. ``frame`` is of ``exports.domestic_share``; years without a split stay empty."""
    ax = page.axes()
    years = frame["year"].astype(float)
    domestic = frame["domestic_usd"].astype(float)
    ax.bar(years, domestic, width=0.8, color=COLORS.main)
    ax.bar(years, frame["re_export_usd"].astype(float), bottom=domestic, width=0.8, color=COLORS.context)
    for year, low, rest, share in zip(years, domestic, frame["re_export_usd"].astype(float), frame["pct_domestic"], strict=True):
        ax.annotate(page.say("exports-label-share", share=share / 100), (year, low + rest), xytext=(0, 2), textcoords="offset points", ha="center", va="bottom", size=page.type["axis"])
    page.zero(ax, room=0.1)
    page.numbers(ax.yaxis, divide=MILLION)
    page.years(ax.xaxis, 2)
    top = ax.get_ylim()[1]
    ax.text(years.min() - 0.4, 0.92 * top, page.say("exports-label-re-exports"), size=page.type["label"], va="center")
    ax.text(years.min() - 0.4, 0.83 * top, page.say("exports-label-domestic"), size=page.type["label"], va="center", color=COLORS.main, weight="bold")


def composition(frame: pd.DataFrame, page: Page) -> None:
    """Small multiples of value by kind and year on one scale. ``frame`` is of ``exports.composition``."""
    import seaborn as sns

    kinds = list(dict.fromkeys(frame["kind"]))
    axes = page.subplots(1, len(kinds), sharey=True, squeeze=False)[0]
    for ax, kind in zip(axes, kinds, strict=True):
        rows = frame[frame["kind"] == kind]
        sns.barplot(x=rows["year"].astype(int), y=rows["value_usd"].astype(float), ax=ax, color=COLORS.main, saturation=1, native_scale=True, width=0.8)
        ax.set_title(page.say(f"exports-kind-{_slug(kind)}"), loc="left")
        ax.set(xlabel="", ylabel="")
        page.years(ax.xaxis, 6)
    page.zero(axes[0])
    page.numbers(axes[0].yaxis, divide=MILLION)


def headings(frame: pd.DataFrame, page: Page) -> None:
    """Small multiples of value by four-digit heading and year on one scale. ``frame`` is of ``exports.headings``."""
    import seaborn as sns

    names = sorted(frame["heading"].unique())
    across = min(4, len(names))
    grid = page.subplots(-(-len(names) // across), across, sharey=True, sharex=True, squeeze=False)
    for ax, heading in zip(grid.flat, names, strict=False):
        rows = frame[frame["heading"] == heading]
        sns.barplot(x=rows["year"].astype(int), y=rows["value_usd"].astype(float), ax=ax, color=COLORS.main, saturation=1, native_scale=True, width=0.8)
        ax.set_title(page.say(f"exports-heading-{heading}"), loc="left", size=page.type["axis"])
        ax.set(xlabel="", ylabel="")
        page.years(ax.xaxis, 8)
    for ax in list(grid.flat)[len(names):]:
        ax.set_axis_off()
    page.zero(grid[0][0])
    page.numbers(grid[0][0].yaxis, divide=MILLION)
