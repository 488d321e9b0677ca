"""The chart of what is held: which series covers which year."""

from __future__ import annotations

import pandas as pd

from helpers.charts.page import Page
from helpers.charts.style import COLORS


def coverage(frame: pd.DataFrame, page: Page) -> None:
    """One row a series, one box a year; open where only surface modes are counted. ``frame`` is of ``holdings.export_series``."""
    ax = page.axes()
    order = frame.groupby("series")["year"].min().sort_values(ascending=False).index
    for place, series in enumerate(order):
        rows = frame[frame["series"] == series]
        for whole in (True, False):
            years = rows.loc[(rows["modes"] == "all") == whole, "year"].astype(float)
            ax.plot(years, [place] * len(years), linestyle="", marker="s", markersize=6.5, color=COLORS.main, markerfacecolor=COLORS.main if whole else "white")
    ax.set_yticks(range(len(order)), [page.say(f"data-series-{series}") for series in order])
    ax.set_ylim(-0.6, len(order) - 0.4)
    page.horizontal_bars(ax)
    ax.spines["left"].set_visible(False)
    page.years(ax.xaxis, 4)
