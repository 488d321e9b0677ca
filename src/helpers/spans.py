"""Dates as ranges, and the three answers about their order.

A published date is a day, a month, a year, a term of office, or open on one side ("by January 2021").
Comparing two such ranges can give only three honest answers: the whole of one lies later (after), the
whole of it lies earlier (before), or they overlap and the record cannot tell (possibly after). The rule is
number 2 of "Order in time" in METHODS; it is interval order with closed ends (Fishburn, 1970).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

AFTER = "after"
POSSIBLY = "possibly after"
BEFORE = "before"
ORDERS = (AFTER, POSSIBLY, BEFORE)

# From strongest to weakest: when several implications could precede one hand-over, the strongest answer is kept.
STRENGTH = {AFTER: 0, POSSIBLY: 1, BEFORE: 2}


@dataclass(frozen=True)
class Span:
    """A date as a closed range of days.

    Parameters
    ----------
    start, end : datetime.date or None
        First and last day that the date can be. None means open: any day up to, or from.
    precision : str
        How the source printed it: day, month, year, range, before, ... Kept for the reader, never used in arithmetic.

    Raises
    ------
    ValueError
        When the end lies before the start.

    Examples
    --------
    >>> Span(date(2015, 1, 1), date(2015, 12, 31), "year").days
    365
    >>> Span(None, date(2021, 1, 31), "before").days is None
    True
    """

    start: date | None
    end: date | None
    precision: str = ""

    def __post_init__(self):
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError(f"a span cannot end ({self.end}) before it starts ({self.start})")

    @property
    def days(self) -> int | None:
        """Length in days, both ends counted; None when a side is open."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days + 1

    @property
    def known(self) -> bool:
        """True when at least one side is dated: a span open on both sides says nothing."""
        return self.start is not None or self.end is not None


def day(value) -> date | None:
    """Read one cell of a table as a day: a date, a timestamp, ISO text, or blank (None).

    Raises ValueError for text that is not an ISO date.

    >>> day("2014-09-28"), day("")
    (datetime.date(2014, 9, 28), None)
    """
    if value is None or value != value:  # NaN and NaT differ from themselves
        return None
    if isinstance(value, datetime):  # pandas timestamps are datetimes
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value).strip()
    if text in ("", "<NA>", "NaT"):
        return None
    return date.fromisoformat(text[:10])


def read(start, end, precision="") -> Span:
    """A span from two cells of a table (dates, timestamps, ISO text or blanks).

    >>> read("2015-04-01", "2015-04-30", "month").days
    30
    """
    return Span(day(start), day(end), str(precision) if precision == precision and precision is not None else "")


def order(a: Span, b: Span, lag_days: int = 0) -> str:
    """Order of `a` relative to `b` moved later by `lag_days`: "after", "possibly after" or "before".

    "after" when the first day `a` can be is later than the last day `b` can be plus the lag; "before" when the last day
    `a` can be is earlier than the first day `b` can be plus the lag; otherwise the ranges touch and the answer
    is "possibly after". An open side reaches as far as time does, so it never proves an order by itself.

    Examples
    --------
    >>> iguala = Span(date(2014, 9, 28), date(2014, 9, 28), "day")
    >>> year_2015 = Span(date(2015, 1, 1), date(2015, 12, 31), "year")
    >>> order(year_2015, iguala), order(year_2015, iguala, 180), order(iguala, year_2015)
    ('after', 'possibly after', 'before')
    """
    low, high = gap_days(a, b)
    if low is not None and low > lag_days:
        return AFTER
    if high is not None and high < lag_days:
        return BEFORE
    return POSSIBLY


def gap_days(a: Span, b: Span) -> tuple[int | None, int | None]:
    """Days from `b` to `a` as an interval: the least and the most they can be apart. None where a side is open.

    Positive means `a` is later. `gap_days(b, a)` is the same interval with its ends swapped and signs changed.

    >>> gap_days(Span(date(2015, 1, 1), date(2015, 12, 31)), Span(date(2014, 9, 28), date(2014, 9, 28)))
    (95, 459)
    """
    low = None if a.start is None or b.end is None else (a.start - b.end).days
    high = None if a.end is None or b.start is None else (a.end - b.start).days
    return low, high
