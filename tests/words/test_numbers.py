"""Amounts, counts and dates against values written out by hand from the house style."""

import datetime
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.words import numbers

MONEY = [
    (137_424_811, "exact", "$137.4 million", "US$137.4 millones"),
    (11_206_203, "at_least", "at least $11.2 million", "al menos US$11.2 millones"),
    (11_299_999, "at_least", "at least $11.2 million", "al menos US$11.2 millones"),
    (11_200_001, "at_most", "at most $11.3 million", "a lo sumo US$11.3 millones"),
    (32_100_000, "about", "about $32.1 million", "cerca de US$32.1 millones"),
    (122_000_000, "exact", "$122 million", "US$122 millones"),
    (121_960_000, "exact", "$122 million", "US$122 millones"),
    (11_012_345, "exact", "$11.0 million", "US$11.0 millones"),
    (11_000_000, "exact", "$11 million", "US$11 millones"),
    (5_500_000, "exact", "$5.5 million", "US$5.5 millones"),
    (1_000_000, "exact", "$1 million", "US$1 millón"),
    (1_100_000_000, "exact", "$1.1 billion", "US$1.1 mil millones"),
    (999_970_000, "exact", "$1.0 billion", "US$1.0 mil millones"),
    (999_970_000, "at_least", "at least $999.9 million", "al menos US$999.9 millones"),
    (437_201, "exact", "$437,201", "US$437,201"),
    (0, "exact", "$0", "US$0"),
    (-5_500_000, "exact", "−$5.5 million", "−US$5.5 millones"),
]


@pytest.mark.parametrize(("usd", "value_is", "en", "es"), MONEY)
def test_money_is_worded_as_the_house_style_prints_it(usd, value_is, en, es):
    assert numbers.money(usd, value_is, lang="en") == en
    assert numbers.money(usd, value_is, lang="es") == es


def _printed(text: str) -> float:
    for word, factor in (("billion", 1e9), ("million", 1e6), ("", 1)):
        if word in text:
            return float(text.split("$")[1].split()[0].replace(",", "")) * factor
    raise AssertionError(text)


@given(st.floats(min_value=0, max_value=9e12, allow_nan=False))
def test_rounding_never_claims_more_than_the_bound(usd):
    slack = abs(usd) * 1e-9 + 1e-9
    assert _printed(numbers.money(usd, "at_least", lang="en")) <= usd + slack
    assert _printed(numbers.money(usd, "at_most", lang="en")) >= usd - slack


@given(st.floats(min_value=0, max_value=1e6, allow_nan=False))
def test_a_ratio_bound_never_overclaims(x):
    at_most = numbers.ratio(x, "at_most", lang="en").split()[2].replace(",", "")
    at_least = numbers.ratio(x, "at_least", lang="en").split()[2].replace(",", "")
    assert float(at_most) >= x - 1e-9 * max(1, x)
    assert float(at_least) <= x + 1e-9 * max(1, x)


def test_ratios_read_as_times():
    assert numbers.ratio(12.2682, "at_most", lang="es") == "a lo sumo 12.3 veces"
    assert numbers.ratio(4.18, lang="en") == "4.2 times"
    assert numbers.ratio(9.447, "at_most", digits=2, lang="en") == "at most 9.45 times"
    assert numbers.ratio(0.1 + 0.2, "at_most", lang="en") == "at most 0.3 times"


def test_counts_are_exact_with_a_comma_in_both_languages():
    assert numbers.count(20066, lang="en") == numbers.count(20066, lang="es") == "20,066"
    assert numbers.count(15000, "at_least", lang="es") == "al menos 15,000"


def test_spans_are_as_coarse_as_their_ends():
    assert numbers.span(2015, 2017, lang="es") == "2015–2017"
    assert numbers.span(2015, 2015, lang="en") == "2015"
    assert numbers.span("2006-01-01", "2013-12-31", lang="en") == "2006–2013"
    assert numbers.span("2006-08-01", "2017-08-31", lang="en") == "August 2006 to August 2017"
    assert numbers.span(datetime.date(2014, 9, 26), datetime.date(2014, 9, 27), lang="es") == (
        "26 de septiembre de 2014 a 27 de septiembre de 2014")


@pytest.mark.parametrize("call", [
    lambda: numbers.money(math.nan, lang="en"),
    lambda: numbers.money(math.inf, lang="en"),
    lambda: numbers.money("many", lang="en"),
    lambda: numbers.money(5, "nearly", lang="en"),
    lambda: numbers.span(2004, 2002, lang="en"),
    lambda: numbers.span("2004-02-01", "2004-01-01", lang="en"),
    lambda: numbers.day("26/09/2014", lang="en"),
    lambda: numbers.year(2014.5, lang="en"),
])
def test_what_is_no_number_or_date_is_refused(call):
    with pytest.raises(ValueError):
        call()
