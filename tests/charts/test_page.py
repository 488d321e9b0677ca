"""The page wraps by measured width, refuses what cannot fit, and keeps every label apart and inside."""

import pytest
from chart_words import WORDS
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg

from helpers import charts
from helpers.charts import checks
from helpers.charts.page import MARGIN, apart
from helpers.problems import InputProblems

def finish(page):
    FigureCanvasAgg(page.figure)
    page.settle()
    return checks.problems(page.figure)


def draw(page):
    ax = page.axes()
    ax.plot([1994, 2017], [2, 50], color=charts.COLORS.main)
    ax.plot([1994, 2017], [2, 49.5], color=charts.COLORS.highlight)
    page.zero(ax)
    page.numbers(ax.yaxis)
    page.years(ax.xaxis)
    page.shade(ax, 2002, 2004, "2002–2004")
    page.labels(ax, [(2017, 50, "All modes", charts.COLORS.main), (2017, 49.5, "Surface", charts.COLORS.highlight)])
    page.bound_arrow(ax, 1994, 2, "at_least")
    return ax


@pytest.mark.parametrize("size", ["full", "timeline"])
def test_a_full_page_passes_the_house_style(size):
    with charts.style():
        page = charts.page(WORDS, size)
        draw(page)
        assert finish(page) == []
        assert FigureCanvasAgg(page.figure).get_width_height()[0] == 1950


def test_a_half_column_passes_the_house_style():
    words = WORDS._replace(title="Exports reached $137.4 million", source="Source: Census Bureau", note="Note: none.")
    with charts.style():
        page = charts.page(words, "half")
        page.axes().bar([2015, 2016], [1, 2], color=charts.COLORS.main)
        assert finish(page) == []


def test_lines_are_no_wider_than_the_page_and_lose_no_word():
    page = charts.page(WORDS)
    lines = page.wrap(WORDS.note, 8)
    assert len(lines) > 1
    assert all(page.width_of(line, 8) <= page.size[0] - 2 * MARGIN + 1e-6 for line in lines)
    assert " ".join(lines) == " ".join(WORDS.note.split())


def test_no_single_word_is_left_on_the_last_line():
    page = charts.page(WORDS)
    for extra in ("a", "window", "of years"):
        lines = page.wrap(WORDS.title + " " + extra, 12, "bold", balance=True)
        assert len(lines[-1].split()) > 2


@pytest.mark.parametrize("words", [
    WORDS._replace(title="word " * 60), WORDS._replace(title="n" * 200), WORDS._replace(note="note " * 600),
])
def test_words_that_cannot_fit_are_refused(words):
    with pytest.raises(InputProblems, match="shorten"):
        charts.page(words)


def test_many_sources_are_cut_to_whole_ones_and_say_so():
    many = "Source: " + "; ".join(f"Publisher number {n}, a rather long name of a dataset, read in 2026" for n in range(30))
    page = charts.page(WORDS._replace(source=many))
    source = " ".join(t.get_text() for t in page.figure.texts if t.get_gid() == "source")
    assert "more sources" in source and len([t for t in page.figure.texts if t.get_gid() == "source"]) <= 3


def test_dollar_signs_are_money_and_direction_marks_are_dropped():
    with charts.style():
        page = charts.page(WORDS._replace(title="From $11 to $137 \N{RIGHT-TO-LEFT OVERRIDE}million"))
        page.axes().plot([2000, 2001], [0, 1], color=charts.COLORS.ink)
        title = "".join(t.get_text() for t in page.figure.texts if t.get_gid() == "title")
        assert title == "From $11 to $137 million" and finish(page) == []


def test_an_empty_page_says_so_in_its_language():
    with charts.style():
        page = charts.page(WORDS, lang="es")
        page.empty()
        assert finish(page) == []
        assert any("ninguna fila" in text.get_text() for text in page.figure.axes[0].texts)


def test_tick_labels_say_what_the_ticks_are():
    with charts.style():
        page = charts.page(WORDS)
        ax = page.axes()
        ax.set_ylim(0, 6e6)
        page.numbers(ax.yaxis, divide=1e6)
        ax.set_yticks([0, 1.5e6, 3e6])
        assert [t.get_text() for t in ax.get_yticklabels()] == ["0.0", "1.5", "3.0"]
        page.numbers(ax.xaxis, digits=1)
        ax.set_xticks([0, 0.25, 0.5])
        assert [t.get_text() for t in ax.get_xticklabels()] == ["0.00", "0.25", "0.50"]


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(1, 10)), min_size=1, max_size=12))
def test_labels_moved_apart_never_overlap(boxes):
    boxes.sort()
    wanted, heights = [center for center, _ in boxes], [height for _, height in boxes]
    placed = apart(wanted, heights, 0, 200)
    for (a, ha), (b, hb) in zip(list(zip(placed, heights)), list(zip(placed, heights))[1:]):
        assert b - a >= (ha + hb) / 2 - 1e-6


def test_a_bound_arrow_points_where_the_truth_may_lie():
    with charts.style():
        page = charts.page(WORDS)
        ax = page.axes()
        assert page.bound_arrow(ax, 1, 1, "at_least").xyann == (0, 14)
        assert page.bound_arrow(ax, 1, 1, "at_most", axis="x").xyann == (-14, 0)
        assert page.bound_arrow(ax, 1, 1, "exact") is None
