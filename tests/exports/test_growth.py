"""Export growth: worked examples by hand, the letter's figures, and what must be refused."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import exports, series, sources
from helpers.bounds import Bounded, NoBound

BASE, COMPARED = (2002, 2004), (2015, 2017)


def yearly(values: dict[int, float], value_is: str = "exact") -> pd.DataFrame:
    return pd.DataFrame({"year": list(values), "value_usd": list(values.values()), "value_is": value_is, "source_id": "x-1"})


@pytest.fixture(scope="module")
def table():
    return sources.table("exports")


@pytest.fixture(scope="module")
def by_state():
    return sources.table("exports_by_mexican_state")


@pytest.fixture(scope="module")
def cpi():
    return sources.table("cpi_u")


def _served(table):
    return series.serve(exports.candidates(table), series.preference())


# Worked by hand -----------------------------------------------------------------------------

def test_growth_by_hand():
    found = exports.growth(yearly({2000: 1, 2001: 3}, "at_least"), yearly({2010: 10, 2011: 14}), (2000, 2001), (2010, 2011))
    assert found.base == Bounded(4, "at_least")
    assert found.comparison == Bounded(24, "exact")
    assert found.ratio == Bounded(6, "at_most")
    assert found.difference == Bounded(20, "at_most")
    assert found.base_mean == Bounded(2, "at_least") and found.comparison_mean == Bounded(12, "exact")


def test_fragility_by_hand_only_enlarges_a_lower_bound():
    found = exports.growth(yearly({2000: 4e6}, "at_least"), yearly({2010: 24e6}), (2000, 2000), (2010, 2010))
    rows = exports.fragility(found)
    assert rows["off_usd"].tolist() == [1_000_000, 2_000_000, 3_000_000]
    assert rows["ratio"].round(4).tolist() == [4.8, 4.0, 3.4286]


def test_fragility_goes_both_ways_for_an_exact_base_and_never_below_zero():
    found = exports.growth(yearly({2000: 2e6}), yearly({2010: 24e6}), (2000, 2000), (2010, 2010))
    assert exports.fragility(found)["off_usd"].tolist() == [-1_000_000, 1_000_000, 2_000_000, 3_000_000]


def test_windows_of_length_ranks_from_the_smallest():
    rows = exports.windows_of_length(yearly({2000: 5, 2001: 1, 2002: 1, 2003: 9}), 2)
    assert rows[["first", "last", "value_usd", "rank", "of"]].values.tolist() == [[2001, 2002, 2, 1, 3], [2000, 2001, 6, 2, 3], [2002, 2003, 10, 3, 3]]


def test_windows_of_length_never_bridges_a_gap():
    assert exports.windows_of_length(yearly({2000: 5, 2002: 1}), 2).empty


def test_constant_dollars_by_hand():
    cpi = pd.DataFrame({"year": [2002, 2003, 2024], "cpi_u": [100.0, 125.0, 250.0]})
    out = exports.constant_dollars(yearly({2002: 10, 2003: 10, 1999: 10}), cpi, 2024)
    assert out[["year", "value_usd"]].values.tolist() == [[2002, 25.0], [2003, 20.0]]
    with pytest.raises(ValueError, match="no year 2025; it covers 2002-2024"):
        exports.constant_dollars(yearly({2002: 10}), cpi, 2025)


# The letter's figures -----------------------------------------------------------------------

def test_default_windows(table):
    found = exports.growth(exports.annual(table, "bts-surface"), exports.annual(table, "bts-all-modes"), BASE, COMPARED)
    assert found.base == Bounded(11_206_203, "at_least")
    assert found.comparison == Bounded(137_375_073, "exact")
    assert found.ratio.value_is == "at_most" and round(found.ratio.value, 1) == 12.3


def test_like_for_like_is_one_table_and_exact(by_state):
    both = exports.surface_by_state(by_state)
    found = exports.growth(both, both, BASE, COMPARED)
    assert found.ratio.value_is == "exact" and round(found.ratio.value, 1) == 4.2


def test_constant_dollars_of_the_default_windows(table, cpi):
    real = [exports.constant_dollars(exports.annual(table, series), cpi, 2024) for series in ("bts-surface", "bts-all-modes")]
    found = exports.growth(*real, BASE, COMPARED)
    assert found.ratio.value_is == "at_most" and round(found.ratio.value, 2) == 9.45


def test_the_letters_own_ratio_in_constant_dollars(cpi):
    assert round(exports.claim_in_constant_dollars(12, cpi, BASE, COMPARED), 1) == 9.2


def test_base_was_picked_at_a_trough(table):
    ranked = exports.windows_of_length(exports.annual(table, "bts-surface"), 3)
    row = ranked[ranked["first"] == 2002].iloc[0]
    assert row["rank"] == 2 and bool(row["lowest_fifth"])


def test_vintages_stand_side_by_side(table):
    rows = exports.vintages(table, COMPARED, ["bts-all-modes", "comtrade-us", "census-api", "usitc-total"])
    assert [round(v / 1e6, 1) for v in rows["value_usd"]] == [136.4, 136.9, 137.4]


def test_specification_curve_computes_or_says_why_not(table, by_state, cpi):
    listed = sources.table("specifications")
    rows = exports.specifications(listed, table, by_state, cpi, BASE, COMPARED, 12)
    sizes = listed.groupby("dimension").size()
    assert len(rows) == sizes.prod()
    assert rows["spec"].is_unique
    assert (rows["ratio"].isna() == (rows["why_not"] != "")).all()
    own = rows[(rows["comparison"] == "bts-all-modes") & (rows["dollars"] == "nominal") & (rows["change"] == "shift:0") & rows["ratio"].notna()]
    assert own["ratio"].round(4).tolist() == [12.2588] and own["at_or_above_claim"].tolist() == [True]
    like = rows[(rows["comparison"] == "surface-by-state") & rows["ratio"].notna()]
    assert set(like["value_is"]) == {"exact"} and (like["ratio"] < 12).all()
    assert set(rows[rows["comparison"] != "surface-by-state"]["value_is"].dropna()) == {"at_most"}


def test_specifications_follow_the_storys_windows(table, by_state, cpi):
    rows = exports.specifications(sources.table("specifications"), table, by_state, cpi, (2003, 2004), (2016, 2017), 12)
    assert set(rows[rows["change"] == "shift:-1"]["base_window"]) == {"2002-2003"}
    assert set(rows[rows["change"] == "length:5"]["comparison_window"]) == {"2016-2020"}


# Refusals -----------------------------------------------------------------------------------

def test_a_missing_year_is_named(table):
    with pytest.raises(NoBound, match="no figure for 2006"):
        exports.window_total(exports.annual(table, "bts-all-modes"), (2006, 2008))


def test_windows_of_different_length_are_refused():
    with pytest.raises(ValueError, match="different lengths"):
        exports.growth(yearly({2000: 1}), yearly({2010: 1, 2011: 1}), (2000, 2000), (2010, 2011))


@pytest.mark.parametrize("text", ["2002", "2004-2002", "02-04", "2002–2004", "a-b"])
def test_text_that_is_no_window(text):
    with pytest.raises(ValueError):
        exports.window(text)


@given(st.integers(1900, 2100), st.integers(0, 20), st.integers(-5, 5))
def test_moving_a_window_keeps_its_length(first, more, shift):
    years = (first, first + more)
    there = exports.moved(years, shift)
    assert there[1] - there[0] == more and exports.moved(there, -shift) == years
    assert exports.window(exports.worded(years)) == years


# Frames behind the charts -------------------------------------------------------------------

def test_modes_add_up_wherever_both_are_published(table):
    rows = exports.by_modes(_served(table)).dropna(subset=["air_vessel_usd"])
    assert (rows["surface_usd"] + rows["air_vessel_usd"] == rows["value_usd"]).all()
    assert exports.by_modes(_served(table))["year"].is_unique


def test_domestic_and_re_exports_make_the_published_total(table):
    rows = exports.domestic_share(table)
    total = exports.annual(table, "comtrade-us").set_index("year")["value_usd"]
    mine = rows[rows["series"] == "comtrade-us"].set_index("year")
    assert len(mine) == 10
    assert (mine["domestic_usd"] + mine["re_export_usd"] == total).all()
    assert rows["pct_domestic"].between(86, 98).all()


def test_mexico_is_always_among_the_destinations():
    rows = exports.destinations(sources.table("exports_by_country"), most=3)
    assert rows["country"].tolist()[-1] == "Mexico" and rows["rank"].tolist()[:3] == [1, 2, 3]


def test_shares_of_destination_states_make_a_whole(by_state):
    rows = exports.destination_states(by_state)
    assert rows.groupby("period")["pct"].sum().round(6).eq(100).all()


def test_analysis_changes_nothing_it_is_given(table, by_state, cpi):
    before = [frame.copy() for frame in (table, by_state, cpi)]
    exports.candidates(table), exports.domestic_share(table), exports.composition(table)
    exports.destination_states(by_state), exports.surface_by_state(by_state)
    exports.specifications(sources.table("specifications"), table, by_state, cpi, BASE, COMPARED, 12)
    assert all(a.equals(b) for a, b in zip(before, (table, by_state, cpi), strict=True))
