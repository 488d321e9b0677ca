"""Sums and ratios of bounded values never claim more than their parts."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.bounds import KINDS, Bounded, NoBound, ratio, scale, total

values = st.floats(min_value=0, max_value=1e12, allow_nan=False)
bounded = st.builds(Bounded, values, st.sampled_from(KINDS))
share = st.floats(min_value=0, max_value=1)


def truth(part: Bounded, at: float) -> float:
    """A true value the bound allows; ``about`` is taken at its word, since it states no error."""
    if part.value_is == "at_least":
        return part.value * (1 + 9 * at)
    if part.value_is == "at_most":
        return part.value * at
    return part.value


def allows(claim: Bounded, true: float) -> bool:
    low, high = claim.interval
    return low * (1 - 1e-9) <= true <= (high * (1 + 1e-9) if math.isfinite(high) else math.inf)


@given(st.lists(st.tuples(bounded, share), min_size=1, max_size=6))
def test_a_sum_allows_every_truth_its_parts_allow(parts):
    try:
        claim = total(part for part, _ in parts)
    except NoBound:
        return
    assert allows(claim, sum(truth(part, at) for part, at in parts))


@given(bounded, bounded, share, share)
def test_a_ratio_allows_every_truth_its_parts_allow(a, b, at_a, at_b):
    try:
        claim = ratio(a, b)
    except NoBound:
        return
    below = truth(b, at_b)
    if below > 0:
        true = truth(a, at_a) / below
        if math.isfinite(true):
            assert allows(claim, true)


@given(st.lists(bounded, min_size=1, max_size=6))
def test_about_never_turns_into_anything_stronger(parts):
    if any(part.value_is == "about" for part in parts):
        try:
            assert total(parts).value_is == "about"
        except NoBound:
            assert {"at_least", "at_most"} & {part.value_is for part in parts}


@given(st.lists(bounded, min_size=1, max_size=5), st.randoms())
def test_the_order_of_a_sum_does_not_matter(parts, random):
    shuffled = parts[:]
    random.shuffle(shuffled)
    try:
        a = total(parts)
    except NoBound:
        with pytest.raises(NoBound):
            total(shuffled)
        return
    b = total(shuffled)
    assert a.value_is == b.value_is and math.isclose(a.value, b.value, rel_tol=1e-9, abs_tol=1e-9)


@pytest.mark.parametrize(("a", "b"), [("at_least", "at_least"), ("at_most", "at_most"), ("about", "at_least"), ("at_least", "about")])
def test_no_ratio_where_nothing_can_be_claimed(a, b):
    with pytest.raises(NoBound):
        ratio(Bounded(2, a), Bounded(1, b))


def test_a_base_of_zero_has_no_ratio():
    with pytest.raises(NoBound, match="base is 0"):
        ratio(Bounded(1), Bounded(0))


def test_an_upper_bound_never_spoils_a_lower_one():
    assert total([Bounded(5, "at_least"), Bounded(3, "at_most")]) == Bounded(5, "at_least")


@pytest.mark.parametrize("bad", [(-1, "exact"), (math.nan, "exact"), (math.inf, "at_least"), (1, "roughly")])
def test_impossible_values_are_refused(bad):
    with pytest.raises(ValueError):
        Bounded(*bad)


@pytest.mark.parametrize("factor", [0, -1, math.nan, math.inf])
def test_scaling_needs_a_positive_factor(factor):
    with pytest.raises(ValueError):
        scale(Bounded(1), factor)
