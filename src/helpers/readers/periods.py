"""Years and months as trade files print them."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_MONTHS = {name: number for number, names in enumerate((
    "jan january ene enero", "feb february febrero", "mar march marzo", "apr april abr abril", "may mayo",
    "jun june junio", "jul july julio", "aug august ago agosto", "sep sept september septiembre",
    "oct october octubre", "nov november noviembre", "dec december dic diciembre"), start=1) for name in names.split()}


@dataclass(frozen=True)
class Period:
    """A calendar year (``month`` 0) or month; ``through`` is the last month of a year to date, 0 when it is none."""

    year: int
    month: int = 0
    through: int = 0


def month_number(text: object) -> int | None:
    """1 to 12 for a month's name or number in English or Spanish; ``None`` otherwise.

    >>> month_number("Sept."), month_number("03"), month_number("diciembre"), month_number("13")
    (9, 3, 12, None)
    """
    bare = str(text).strip().strip(".").casefold()
    if re.fullmatch(r"0?[1-9]|1[0-2]", bare):
        return int(bare)
    return _MONTHS.get(bare)


def period(text: object) -> Period | None:
    """The period a cell or a heading prints; ``None`` when it prints none.

    >>> period("2018"), period("Jul-16"), period("2024 through November"), period("2016-01"), period("201501")
    (Period(year=2018, month=0, through=0), Period(year=2016, month=7, through=0), Period(year=2024, month=0, through=11), Period(year=2016, month=1, through=0), Period(year=2015, month=1, through=0))
    >>> period("2025 YTD"), period("Country"), period("1850")
    (Period(year=2025, month=0, through=-1), None, None)
    """
    bare = " ".join(str(text).strip().split())
    if len(bare) > 40:
        return None
    found: Period | None = None
    if match := re.fullmatch(r"([0-9]{4})(?:\.0)?", bare):
        found = Period(int(match[1]))
    elif match := re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]01)?(?: 00:00:00)?", bare):
        month = month_number(match[2])
        found = Period(int(match[1]), month) if month else None
    elif match := re.fullmatch(r"([0-9]{1,2})[-/]([0-9]{4})", bare):
        month = month_number(match[1])
        found = Period(int(match[2]), month) if month else None
    elif match := re.fullmatch(r"([0-9]{4})(0[1-9]|1[0-2])", bare):
        found = Period(int(match[1]), int(match[2]))
    elif match := re.fullmatch(r"([A-Za-z]{3,10})\.?[-/ ,]{1,2}'?([0-9]{4}|[0-9]{2})", bare):
        month = _MONTHS.get(match[1].casefold())
        year = int(match[2]) if len(match[2]) == 4 else _four(int(match[2]))
        found = Period(year, month) if month else None
    elif match := re.fullmatch(r"([0-9]{4})[-/ ]([A-Za-z]{3,10})\.?", bare):
        month = _MONTHS.get(match[2].casefold())
        found = Period(int(match[1]), month) if month else None
        if match[2].casefold() == "ytd":
            found = Period(int(match[1]), 0, -1)
    elif match := re.fullmatch(r"([0-9]{4}) (?:through|thru|to|jan(?:uary)? ?(?:-|to|through)) ([A-Za-z]{3,10})\.?", bare, re.IGNORECASE):
        month = _MONTHS.get(match[2].casefold())
        found = (Period(int(match[1])) if month == 12 else Period(int(match[1]), 0, month)) if month else None
    elif match := re.fullmatch(r"(?:([0-9]{4}) (?:ytd|year[- ]to[- ]date)|(?:ytd|year[- ]to[- ]date) ([0-9]{4}))", bare, re.IGNORECASE):
        found = Period(int(match[1] or match[2]), 0, -1)
    return found if found and 1900 <= found.year <= 2100 else None


def _four(two: int) -> int:
    return 1900 + two if two >= 80 else 2000 + two


def spanish_span(text: str) -> tuple[datetime.date | None, datetime.date | None] | None:
    """First and last day of a period as Mexican answers print it; an open end is ``None``; ``None`` for no period at all.

    Understood: a year, years ``2006 a 2018`` or ``2006-2018``, months ``enero a abril de 2023``, full dates ``del 1 de
    diciembre de 2018 al 30 de junio de 2023``, and ``a la fecha`` or ``en lo que va`` for an end that is not stated.

    >>> spanish_span("Enero a abril de 2023")
    (datetime.date(2023, 1, 1), datetime.date(2023, 4, 30))
    >>> spanish_span("del 1 de diciembre de 2018 al 30 de junio de 2023")
    (datetime.date(2018, 12, 1), datetime.date(2023, 6, 30))
    >>> spanish_span("2006 a la fecha"), spanish_span("2006-2018"), spanish_span("armas")
    ((datetime.date(2006, 1, 1), None), (datetime.date(2006, 1, 1), datetime.date(2018, 12, 31)), None)
    """
    words = " ".join(str(text)[:400].casefold().split())
    open_end = bool(re.search(r"a la fecha|en lo que va|hasta hoy", words))
    days = re.findall(r"([0-9]{1,2})[o\u00ba]? de ([a-z]+) (?:de |del )?((?:19|20)[0-9]{2})", words)
    try:
        dates = [datetime.date(int(year), month_number(month) or 0, int(day)) for day, month, year in days]
    except ValueError:
        dates = []
    if len(dates) >= 2:
        return dates[0], dates[-1]
    if len(dates) == 1 and open_end:
        return dates[0], None
    names = "|".join(name for name in _MONTHS if len(name) > 3)
    if match := re.search(rf"\b({names})\s*(?:-|a|al|y)\s*({names})\s+(?:de |del )?((?:19|20)[0-9]{{2}})", words) or re.search(
            rf"\b((?:19|20)[0-9]{{2}})\s*\(?\s*({names})\s*(?:-|a|al|y)\s*({names})", words):
        parts = match.groups() if not match[1].isdigit() else (match[2], match[3], match[1])
        first, last, year = month_number(parts[0]), month_number(parts[1]), int(parts[2])
        if first and last and first <= last:
            return datetime.date(year, first, 1), _month_end(year, last)
    years = [int(year) for year in re.findall(r"\b((?:19|20)[0-9]{2})\b", words)]
    if not years:
        return None
    if open_end:
        return datetime.date(min(years), 1, 1), None
    return datetime.date(min(years), 1, 1), datetime.date(max(years), 12, 31)


def _month_end(year: int, month: int) -> datetime.date:
    return datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)
