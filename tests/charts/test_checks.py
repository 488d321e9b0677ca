"""Each rule of the house style's list catches the figure that breaks it."""

from itertools import combinations

import pytest
from chart_words import WORDS
from matplotlib.backends.backend_agg import FigureCanvasAgg

from helpers import charts
from helpers.charts import checks


def found(spoil, words=WORDS, size="full"):
    with charts.style():
        page = charts.page(words, size)
        ax = page.axes()
        ax.bar([2015, 2016], [1, 2], color=charts.COLORS.main)
        spoil(page, ax)
        FigureCanvasAgg(page.figure)
        page.settle()
        return " ".join(checks.problems(page.figure))


def test_a_clean_figure_has_no_problem():
    assert found(lambda page, ax: None) == ""


@pytest.mark.parametrize(("sentence", "spoil"), [
    ("is set in 6 points", lambda page, ax: ax.text(2015, 1.5, "tiny", size=6)),
    ("leaves the canvas", lambda page, ax: page.figure.text(0.99, 0.5, "too far right")),
    ("overlaps", lambda page, ax: [ax.text(2015.5, 1.5, "one on"), ax.text(2015.5, 1.5, "the other")]),
    ("not horizontal", lambda page, ax: ax.text(2015.5, 1.2, "up", rotation=90)),
    ("without zero", lambda page, ax: ax.set_ylim(0.5, 3)),
    ("starts below zero", lambda page, ax: ax.set_ylim(-1, 3)),
    ("log scale", lambda page, ax: ax.set_yscale("log")),
    ("has a twin", lambda page, ax: ax.twinx()),
    ("has a twin", lambda page, ax: ax.secondary_yaxis("right")),
    ("has a legend of 1", lambda page, ax: [ax.plot([2015], [1], label="x", color=charts.COLORS.ink), ax.legend()]),
    ("not in the palette", lambda page, ax: ax.plot([2015, 2016], [1, 2], color="red")),
    ("not in the palette", lambda page, ax: ax.text(2015.5, 1.2, "green", color="green")),
    ("pie", lambda page, ax: ax.pie([1, 2], colors=[charts.COLORS.main, charts.COLORS.ink])),
    ("contrast of 3", lambda page, ax: ax.text(2014.6, 1.7, "pale", color=charts.COLORS.context)),
    ("contrast of", lambda page, ax: ax.text(2015, 0.5, "dark on dark", ha="center")),
    ("contrast of", lambda page, ax: ax.text(2015, 0.5, "white, and a good deal longer than the bar it stands in", ha="center", color="white")),
    ("expected 300", lambda page, ax: page.figure.set_dpi(100)),
    ("in wide", lambda page, ax: page.figure.set_size_inches(5, 3)),
])
def test_each_rule_is_enforced(sentence, spoil):
    assert sentence in found(spoil)


def test_a_subtitle_without_a_year_and_a_missing_note_are_found():
    assert "names no year" in found(lambda page, ax: None, WORDS._replace(subtitle="Current dollars"))
    assert "no note line" in found(lambda page, ax: None, WORDS._replace(note=""))
    assert "shows no hash" in found(lambda page, ax: None, WORDS._replace(data_line="Data: none"))


def test_bars_over_time_need_no_zero():
    import datetime

    with charts.style():
        page = charts.page(WORDS, "timeline")
        ax = page.axes()
        ax.barh([0], [datetime.timedelta(days=900)], left=[datetime.date(2012, 3, 1)], color=charts.COLORS.main)
        page.dates(ax.xaxis)
        ax.set_yticks([0], ["license"])
        FigureCanvasAgg(page.figure)
        page.settle()
        assert checks.problems(page.figure) == []


def test_the_four_roles_are_told_apart_in_gray():
    lightness = [checks.lightness(color) for color in charts.COLORS]
    assert all(abs(a - b) >= 14 for a, b in combinations(lightness, 2))
    assert all(checks.contrast(__import__("matplotlib.colors").colors.to_rgb(color), (1, 1, 1)) >= 3 for color in charts.COLORS)


def test_tints_of_the_palette_are_in_it_and_neighbors_are_not():
    assert checks.in_palette(charts.tint(charts.COLORS.highlight, 0.3))
    assert not checks.in_palette("#1F77B4")
