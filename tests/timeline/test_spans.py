from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import spans
from helpers.spans import AFTER, BEFORE, ORDERS, POSSIBLY, Span, gap_days, order

days = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@st.composite
def any_span(draw, open_ends=True):
    first, last = sorted((draw(days), draw(days)))
    if open_ends:
        first = draw(st.sampled_from([first, first, first, None]))
        last = draw(st.sampled_from([last, last, last, None]))
    return Span(first, last, "range")


lags = st.integers(-800, 800)


@given(any_span(), any_span(), lags)
def test_exactly_one_order_holds(a, b, lag):
    low, high = gap_days(a, b)
    after = low is not None and low > lag
    before = high is not None and high < lag
    assert not (after and before)
    assert order(a, b, lag) == (AFTER if after else BEFORE if before else POSSIBLY)
    assert order(a, b, lag) in ORDERS


@given(any_span(), any_span(), lags)
def test_swapping_the_two_turns_the_answer_round(a, b, lag):
    swapped = {AFTER: BEFORE, BEFORE: AFTER, POSSIBLY: POSSIBLY}
    assert order(b, a, -lag) == swapped[order(a, b, lag)]
    low, high = gap_days(a, b)
    assert gap_days(b, a) == (None if high is None else -high, None if low is None else -low)


@given(any_span(), any_span(), any_span())
def test_after_is_transitive(a, b, c):
    if order(a, b) == AFTER and order(b, c) == AFTER:
        assert order(a, c) == AFTER


@given(any_span(), any_span())
def test_no_order_is_claimed_from_overlapping_spans(a, b):
    starts = [d for d in (a.start, b.start) if d is not None]
    ends = [d for d in (a.end, b.end) if d is not None]
    overlap = not starts or not ends or max(starts) <= min(ends)
    assert (order(a, b) == POSSIBLY) == overlap


@given(any_span(), any_span(), st.integers(0, 400), st.integers(0, 400))
def test_a_longer_lag_never_makes_a_claim_stronger(a, b, lag, more):
    assert spans.STRENGTH[order(a, b, lag + more)] >= spans.STRENGTH[order(a, b, lag)]


@given(any_span(open_ends=False), any_span(open_ends=False), st.data())
def test_the_answer_holds_for_every_day_inside_the_ranges(a, b, data):
    x = a.start + timedelta(days=data.draw(st.integers(0, a.days - 1)))
    y = b.start + timedelta(days=data.draw(st.integers(0, b.days - 1)))
    low, high = gap_days(a, b)
    assert low <= (x - y).days <= high
    if order(a, b) == AFTER:
        assert x > y
    if order(a, b) == BEFORE:
        assert x < y


def test_a_span_that_is_open_on_both_sides_proves_nothing():
    assert order(Span(None, None), Span(date(2000, 1, 1), date(2000, 1, 1))) == POSSIBLY
    assert not Span(None, None).known


def test_a_span_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="cannot end"):
        Span(date(2015, 1, 2), date(2015, 1, 1))


def test_iguala_by_hand():
    first, finding = Span(date(2014, 9, 28), date(2014, 9, 28)), Span(date(2018, 11, 28), date(2018, 11, 28))
    year = Span(date(2015, 1, 1), date(2015, 12, 31), "year")
    assert order(year, first) == AFTER and gap_days(year, first) == (95, 459)
    assert order(year, first, 90) == AFTER and order(year, first, 95) == POSSIBLY
    assert order(year, finding) == BEFORE


def test_cells_are_read_whatever_their_type():
    import pandas as pd

    assert spans.day(pd.Timestamp("2015-03-25")) == date(2015, 3, 25)
    assert spans.day(pd.NaT) is None and spans.day(float("nan")) is None and spans.day(pd.NA if False else "") is None
    with pytest.raises(ValueError):
        spans.day("25/03/2015")
