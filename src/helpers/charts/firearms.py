"""Charts of firearms reported missing: frames of ``helpers.firearms`` drawn on a page.

Disclosures are ranges in time; nothing here joins or adds two of them.
"""

from __future__ import annotations

import pandas as pd

from helpers.charts.page import Page
from helpers.charts.style import COLORS, bound_look

_FAMILY = {"high": (COLORS.highlight, "-", "s"), "low": (COLORS.main, "-", "o"), "other": (COLORS.context, "-", "D")}


def disclosures(frame: pd.DataFrame, page: Page, claim: int) -> None:
    """National totals as spans over the period each covers, one row an answer, largest count on top.

    ``frame``: ``id``, ``period_from``, ``period_to``, ``count``, ``count_is``, ``family``. The dotted line parts the
    answers above ``claim`` from those below it.
    """
    ax = page.axes()
    rows = frame.sort_values(["count", "period_to"]).reset_index(drop=True)
    for place, row in enumerate(rows.itertuples()):
        color, _, mark = _FAMILY[row.family]
        bound = row.count_is != "exact"
        ax.plot([row.period_from, row.period_to], [place, place], color=color, linestyle=(0, (4, 2)) if bound else "-")
        ax.plot([row.period_from, row.period_to], [place, place], linestyle="", marker=mark, markersize=4.5, color=color, markerfacecolor="white" if bound else color)
        ax.annotate(page.say("missing-label-count", count=int(row.count), kind=row.count_is), (row.period_to, place), xytext=(7, 0), textcoords="offset points", va="center",
                    size=page.type["axis"], color=COLORS.ink if row.family == "other" else color)
    below = int((rows["count"] < claim).sum())
    first, last = rows["period_from"].min(), rows["period_to"].max()
    ax.axhline(below - 0.5, color=COLORS.ink, linewidth=1, linestyle=(0, (1, 2)))
    ax.text(1.0, below - 0.62, page.say("missing-label-claim", claim=claim), ha="right", va="top", size=page.type["label"], transform=ax.get_yaxis_transform())
    ax.set_xlim(first - pd.Timedelta(days=180), last + (last - first) * 0.17)
    ax.set_ylim(-0.8, len(rows) - 0.2)
    ax.set_yticks([])
    page.horizontal_bars(ax)
    ax.spines["left"].set_visible(False)
    page.dates(ax.xaxis, 4)
    for step, family in enumerate(f for f in ("high", "low", "other") if (rows["family"] == f).any()):
        color, _, mark = _FAMILY[family]
        ax.plot([first], [3.4 - 1.2 * step], marker=mark, color=color, markersize=5)
        ax.annotate(page.say(f"missing-family-{family}"), (first, 3.4 - 1.2 * step), xytext=(8, 0), textcoords="offset points", va="center", size=page.type["label"],
                    color=COLORS.ink if family == "other" else color)


def by_state(frame: pd.DataFrame, page: Page) -> None:
    """Counts and rates per 100,000 side by side, one row a state. ``frame`` is of ``firearms.by_state``."""
    left, right = page.subplots(1, 2, sharey=True)
    rows = frame[::-1].reset_index(drop=True)
    for ax, column, heading in ((left, "count", "missing-heading-count"), (right, "per_100k", "missing-heading-rate")):
        values = rows[column].astype(float)
        for place, (value, kind) in enumerate(zip(values, rows["count_is"], strict=True)):
            look = {"color": COLORS.main} if kind == "exact" else bound_look()
            ax.barh(place, value, height=0.66, **look)
            if kind != "exact":
                page.bound_arrow(ax, value, place, kind, axis="x", length=10)
            label = page.say("missing-label-count", count=int(value), kind="exact") if column == "count" else page.say("missing-label-rate", rate=value)
            ax.annotate(label, (value, place), xytext=(4 if kind == "exact" else 14, 0), textcoords="offset points", va="center", size=page.type["axis"])
        ax.set_title(page.say(heading), loc="left")
        page.horizontal_bars(ax)
        ax.set_xlim(0, values.max() * 1.22)
        page.numbers(ax.xaxis)
    left.set_yticks(range(len(rows)), [page.say("missing-label-state-of-mexico") if state == "México" else state for state in rows["state"]])
    left.set_ylim(-0.6, len(rows) - 0.4)


def rates(frame: pd.DataFrame, page: Page) -> None:
    """Firearms reported missing a year, one dot a disclosure, periods named. ``frame`` is of ``firearms.rates``."""
    ax = page.axes()
    rows = frame.sort_values("per_year").reset_index(drop=True)
    for place, row in enumerate(rows.itertuples()):
        color, _, mark = _FAMILY[row.family]
        ax.hlines(place, 0, row.per_year, color=color, linewidth=1)
        ax.plot([row.per_year], [place], marker=mark, markersize=5, color=color, markerfacecolor=color if row.count_is == "exact" else "white")
        page.bound_arrow(ax, row.per_year, place, row.count_is, axis="x", color=color, length=10)
    ax.set_yticks(range(len(rows)), [page.say("missing-label-period", first=row.period_from, last=row.period_to, count=int(row.count), kind=row.count_is) for row in rows.itertuples()])
    ax.set_ylim(-0.7, len(rows) - 0.3)
    page.horizontal_bars(ax)
    page.zero(ax, "x", room=0.06)
    page.numbers(ax.xaxis)
    for step, family in enumerate(f for f in ("high", "low", "other") if (rows["family"] == f).any()):
        color, _, mark = _FAMILY[family]
        ax.plot([0.50], [0.18 - 0.065 * step], marker=mark, color=color, markersize=5, transform=ax.transAxes)
        ax.annotate(page.say(f"missing-family-{family}"), (0.50, 0.18 - 0.065 * step), xycoords="axes fraction", xytext=(8, 0), textcoords="offset points", va="center",
                    size=page.type["label"], color=COLORS.ink if family == "other" else color)


def implied(frame: pd.DataFrame, page: Page, claim: int) -> None:
    """What each family implies for one period, as ranges on one axis. ``frame`` is of ``firearms.implied``."""
    ax = page.axes()
    rows = frame[::-1].reset_index(drop=True)
    for place, row in enumerate(rows.itertuples()):
        color, _, _ = _FAMILY[row.family]
        label = page.say("missing-label-count", count=int(row.at_least), kind="at_least")
        if pd.notna(row.at_most):
            ax.barh(place, float(row.at_most - row.at_least), left=float(row.at_least), height=0.36, **bound_look(color))
            label += "\n" + page.say("missing-label-count", count=int(row.at_most), kind="at_most")
        else:
            page.bound_arrow(ax, float(row.at_least), place, "at_least", axis="x", color=color, length=24)
        ax.plot([float(row.at_least)], [place], marker="|", markersize=16, color=color, markeredgewidth=1.75)
        ax.annotate(label, (float(row.at_least), place), xytext=(-8, 0), textcoords="offset points", ha="right", va="center", size=page.type["label"], color=color, linespacing=1.4)
    ax.axvline(claim, color=COLORS.ink, linewidth=1, linestyle=(0, (1, 2)))
    ax.annotate(page.say("missing-label-claim", claim=claim), (claim, -0.5), xytext=(4, 0), textcoords="offset points", va="center", size=page.type["label"])
    ax.set_yticks(range(len(rows)), [page.say(f"missing-family-{family}") for family in rows["family"]])
    ax.set_ylim(-0.7, len(rows) - 0.4)
    page.horizontal_bars(ax)
    page.zero(ax, "x", room=0.2)
    page.numbers(ax.xaxis)
