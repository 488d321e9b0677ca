"""Values with bounds: a number plus whether it is exact, a lower bound, an upper bound or about.

The arithmetic is interval arithmetic on quantities that cannot be negative (dollars, counts):
``exact`` is a point, ``at_least v`` is everything from v up, ``at_most v`` everything from 0 to v.
``about`` has no stated error, so nothing stronger than ``about`` ever comes out of it, and together
with a one-sided bound nothing comes out at all.

Source of the rules: interval arithmetic as in R. E. Moore, R. B. Kearfott, M. J. Cloud,
*Introduction to Interval Analysis* (SIAM, 2009), chapter 2, kept to the four words a reader sees.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

KINDS = ("exact", "at_least", "at_most", "about")


class NoBound(ValueError):
    """Nothing can be claimed: the parts' bounds point in ways that do not combine into a bound."""


@dataclass(frozen=True)
class Bounded:
    """``value`` (finite, not negative) and ``value_is``, one of ``KINDS``.

    Raises ``ValueError`` for another kind, a negative number, infinity or not-a-number.

    >>> Bounded(11206203, "at_least")
    Bounded(value=11206203, value_is='at_least')
    """

    value: float
    value_is: str = "exact"

    def __post_init__(self) -> None:
        if self.value_is not in KINDS:
            raise ValueError(f"value_is is {self.value_is!r}; expected one of {', '.join(KINDS)}")
        if not (math.isfinite(self.value) and self.value >= 0):
            raise ValueError(f"value is {self.value!r}; expected a finite number of 0 or more")

    @property
    def interval(self) -> tuple[float, float]:
        """Lowest and highest value that fit; ``about`` gives its point, which is not a bound.

        >>> Bounded(3, "at_most").interval
        (0.0, 3)
        """
        low = 0.0 if self.value_is == "at_most" else self.value
        high = math.inf if self.value_is == "at_least" else self.value
        return low, high


def total(parts: Iterable[Bounded]) -> Bounded:
    """The sum, claiming no more than its parts allow.

    An upper bound adds nothing to a lower bound but never spoils it (its part may be 0), so
    ``at_least 5`` and ``at_most 3`` make ``at_least 5``. Without any lower bound, exact parts and
    upper bounds make an upper bound.

    Raises ``NoBound`` for no parts, or for ``about`` beside a one-sided bound.

    >>> total([Bounded(1, "at_least"), Bounded(2)])
    Bounded(value=3, value_is='at_least')
    """
    parts = list(parts)
    if not parts:
        raise NoBound("there is nothing to add up")
    kinds = {part.value_is for part in parts}
    if "about" in kinds:
        if kinds - {"about", "exact"}:
            raise NoBound("an approximate figure and a one-sided bound do not add up to a number that can be quoted")
        return Bounded(sum(part.value for part in parts), "about")
    if "at_least" in kinds:
        return Bounded(sum(part.value for part in parts if part.value_is != "at_most"), "at_least")
    return Bounded(sum(part.value for part in parts), "at_most" if "at_most" in kinds else "exact")


_RATIO = {
    ("exact", "exact"): "exact", ("exact", "at_least"): "at_most", ("exact", "at_most"): "at_least",
    ("at_least", "exact"): "at_least", ("at_least", "at_most"): "at_least",
    ("at_most", "exact"): "at_most", ("at_most", "at_least"): "at_most",
    ("about", "exact"): "about", ("exact", "about"): "about", ("about", "about"): "about",
}


def ratio(a: Bounded, b: Bounded) -> Bounded:
    """``a`` divided by ``b``; a base that is a lower bound makes the ratio an upper bound.

    Raises ``NoBound`` when nothing can be claimed (two lower bounds, two upper bounds, ``about``
    beside a bound) and when ``b`` is 0.

    >>> ratio(Bounded(24), Bounded(2, "at_least"))
    Bounded(value=12.0, value_is='at_most')
    """
    kind = _RATIO.get((a.value_is, b.value_is))
    if kind is None:
        raise NoBound(f"a value that is {a.value_is} over one that is {b.value_is} has no bound that can be quoted")
    if b.value == 0:
        raise NoBound("the base is 0, so the ratio is not defined")
    quotient = a.value / b.value
    if not math.isfinite(quotient):
        raise NoBound("the base is too close to 0 for a ratio")
    return Bounded(quotient, kind)


def scale(a: Bounded, factor: float) -> Bounded:
    """``a`` times an exact positive factor (a deflator, a unit); the kind of bound stays.

    Raises ``ValueError`` unless ``factor`` is finite and above 0.

    >>> scale(Bounded(10, "at_most"), 0.5)
    Bounded(value=5.0, value_is='at_most')
    """
    if not (math.isfinite(factor) and factor > 0):
        raise ValueError(f"the factor is {factor!r}; expected a finite number above 0")
    return Bounded(a.value * factor, a.value_is)
