"""Numbers, amounts and dates as the house style prints them; the functions a catalog may call.

Each function returns text for one language. Rounding never claims more than the value does: a
lower bound is rounded down, an upper bound up, everything else to the nearest.

>>> money(137424811, lang="en"), money(11206203, "at_least", lang="es")
('$137.4 million', 'al menos US$11.2 millones')
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable
from functools import lru_cache
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal, InvalidOperation

LOCALES = {"en": "en_US", "es": "es_MX"}
KINDS = ("exact", "at_least", "at_most", "about")
MINUS = "\N{MINUS SIGN}"

_ROUNDING = {"at_least": ROUND_FLOOR, "at_most": ROUND_CEILING}
_MILLION, _BILLION = Decimal(10**6), Decimal(10**9)


def _say(message: str, lang: str, **args) -> str:
    from helpers.words.catalog import say

    return say(message, lang, **args)


def _decimal(value) -> Decimal:
    """``value`` as a decimal without the dust of binary floats (12 significant digits)."""
    try:
        number = Decimal(repr(float(value))) if isinstance(value, float) else Decimal(str(value))
    except InvalidOperation as error:
        raise ValueError(f"{value!r} is not a number") from error
    if not number.is_finite():
        raise ValueError(f"{value!r} is not a finite number")
    if isinstance(value, float) and number:
        number = number.quantize(Decimal(1).scaleb(number.adjusted() - 11))
    return number


def _kind(value_is: str) -> str:
    value_is = str(value_is or "exact")
    if value_is not in KINDS:
        raise ValueError(f"{value_is!r} is not a bound; expected one of {', '.join(KINDS)}")
    return value_is


def _digits(number: Decimal, places: int, value_is: str) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), rounding=_ROUNDING.get(value_is, ROUND_HALF_UP))


def _grouped(number: Decimal, lang: str, places: int) -> str:
    from babel.numbers import format_decimal

    pattern = "#,##0" + ("." + "0" * places if places else "")
    text = format_decimal(abs(number), format=pattern, locale=LOCALES[lang], decimal_quantization=False)
    return (MINUS if number < 0 else "") + text


def bound(text: str, value_is: str = "exact", *, lang: str) -> str:
    """``text`` worded as the bound it is.

    >>> bound("$5 million", "at_most", lang="en"), bound("US$5 millones", "about", lang="es")
    ('at most $5 million', 'cerca de US$5 millones')
    """
    value_is = _kind(value_is)
    return str(text) if value_is == "exact" else _say(f"bound-{value_is.replace('_', '-')}", lang, text=str(text))


def money(usd: float, value_is: str = "exact", *, lang: str) -> str:
    """U.S. dollars in words: whole dollars below a million, then millions and billions with one decimal.

    The decimal goes when the amount is exactly whole, and when it is a zero at 100 million or more
    (house style: "$122 million; one decimal below 100 unless exact").

    Raises ``ValueError`` when ``usd`` is not a finite number or ``value_is`` not a bound.

    >>> [money(x, lang="en") for x in (437201, 5_500_000, 122_000_000, 1_100_000_000)]
    ['$437,201', '$5.5 million', '$122 million', '$1.1 billion']
    >>> money(1_149_999_999, "at_least", lang="es")
    'al menos US$1.1 mil millones'
    """
    value_is = _kind(value_is)
    number = _decimal(usd)
    unit, divisor = "dollars", Decimal(1)
    for name, size in (("million", _MILLION), ("billion", _BILLION)):
        # 999,999,700 rounds to a thousand million: it is a billion in print.
        if abs(_digits(number / divisor, 0 if unit == "dollars" else 1, value_is)) * divisor >= size:
            unit, divisor = name, size
    if unit == "dollars":
        rounded, places = _digits(number, 0, value_is), 0
    else:
        exact = number / divisor
        rounded = _digits(exact, 1, value_is)
        whole = rounded == rounded.to_integral_value()
        places = 0 if whole and (exact == rounded or abs(rounded) >= 100) else 1
    sign = MINUS if rounded < 0 else ""
    number = _grouped(abs(rounded), lang, places)
    text = sign + _say(f"money-{unit}", lang, number=number, shape="one" if number == "1" else "other")
    return bound(text, value_is, lang=lang)


def count(n: float, value_is: str = "exact", *, lang: str) -> str:
    """A count, exact, with thousands comma.

    >>> count(20066, lang="es"), count(15000, "at_least", lang="en")
    ('20,066', 'at least 15,000')
    """
    value_is = _kind(value_is)
    return bound(_grouped(_digits(_decimal(n), 0, value_is), lang, 0), value_is, lang=lang)


def decimal(x: float, value_is: str = "exact", digits: int = 1, *, lang: str) -> str:
    """A plain number with a fixed number of decimals, such as a rate per 100,000.

    >>> decimal(3.14159, digits=2, lang="es")
    '3.14'
    """
    value_is = _kind(value_is)
    return bound(_grouped(_digits(_decimal(x), int(digits), value_is), lang, int(digits)), value_is, lang=lang)


def ratio(x: float, value_is: str = "exact", digits: int = 1, *, lang: str) -> str:
    """How many times as much, with ``digits`` decimals.

    >>> ratio(12.2682, "at_most", lang="en"), ratio(4.18, lang="es")
    ('at most 12.3 times', '4.2 veces')
    """
    value_is = _kind(value_is)
    number = _grouped(_digits(_decimal(x), int(digits), value_is), lang, int(digits))
    return bound(_say("ratio-times", lang, number=number, shape="one" if number == "1" else "other"), value_is, lang=lang)


def percent(share: float, value_is: str = "exact", digits: int | None = None, *, lang: str) -> str:
    """A share of one as a percentage: whole from 10 % up, one decimal below, unless ``digits`` says.

    >>> percent(0.682, lang="en"), percent(0.0417, lang="es")
    ('68%', '4.2%')
    """
    value_is = _kind(value_is)
    number = _decimal(share) * 100
    places = int(digits) if digits is not None else (0 if abs(number) >= 10 or number == 0 else 1)
    text = _say("percent", lang, number=_grouped(_digits(number, places, value_is), lang, places))
    return bound(text, value_is, lang=lang)


def year(y: int, *, lang: str) -> str:
    """A calendar year, without a thousands comma.

    >>> year(2017, lang="en")
    '2017'
    """
    number = _decimal(y)
    if number != number.to_integral_value():
        raise ValueError(f"{y!r} is not a year")
    return str(int(number))


def _date(value) -> datetime.date:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise ValueError(f"{value!r} is not a date") from error


def day(date: datetime.date | str, *, lang: str) -> str:
    """A calendar day in words; ``date`` is a date or ISO text.

    >>> day("2014-09-26", lang="en"), day("2014-09-26", lang="es")
    ('September 26, 2014', '26 de septiembre de 2014')
    """
    from babel.dates import format_date

    return format_date(_date(date), _say("date-day-pattern", lang), locale=LOCALES[lang])


def month(date: datetime.date | str, *, lang: str) -> str:
    """A month with its year.

    >>> month("2017-08-31", lang="en"), month("2017-08-31", lang="es")
    ('August 2017', 'agosto de 2017')
    """
    from babel.dates import format_date

    return format_date(_date(date), _say("date-month-pattern", lang), locale=LOCALES[lang])


def span(start, end, *, lang: str) -> str:
    """A stretch of time, as coarse as its ends allow: years, months or days.

    ``start`` and ``end`` are both years (numbers) or both dates, inclusive.
    Raises ``ValueError`` when the end lies before the start.

    >>> span(2002, 2004, lang="en"), span("2006-08-01", "2017-08-31", lang="es")
    ('2002–2004', 'agosto de 2006 a agosto de 2017')
    """
    if all(isinstance(value, (int, float, Decimal)) or re.fullmatch(r"\d{4}", str(value)) for value in (start, end)):
        first, last = year(start, lang=lang), year(end, lang=lang)
        if int(last) < int(first):
            raise ValueError(f"the span {first} to {last} runs backwards")
        return first if first == last else f"{first}\N{EN DASH}{last}"
    first, last = _date(start), _date(end)
    if last < first:
        raise ValueError(f"the span {first} to {last} runs backwards")
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return span(first.year, last.year, lang=lang)
    form = month if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1] else day
    one, other = form(first, lang=lang), form(last, lang=lang)
    return one if one == other else _say("span-to", lang, first=one, last=other)


def capital(text: str, *, lang: str) -> str:
    """``text`` with its first letter raised, for an amount that opens a sentence.

    >>> capital("al menos US$5 millones", lang="es")
    'Al menos US$5 millones'
    """
    return str(text)[:1].upper() + str(text)[1:]


# The Census Bureau's name where it is not the one of the Unicode locale data.
_CENSUS_NAMES = {"Turkey": "TR", "Burma": "MM", "Hong Kong": "HK", "Macau": "MO", "Cote d'Ivoire": "CI"}


@lru_cache(maxsize=1)
def _country_codes() -> dict[str, str]:
    from babel import Locale

    return {printed: code for code, printed in Locale("en").territories.items() if len(code) == 2} | _CENSUS_NAMES


def country(name: str, *, lang: str) -> str:
    """A country named in English as the Census Bureau does, in ``lang``; a name nobody knows stays as printed.

    >>> country("Saudi Arabia", lang="es"), country("Atlantis", lang="es")
    ('Arabia Saudita', 'Atlantis')
    """
    from babel import Locale

    code = _country_codes().get(str(name))
    return Locale.parse(LOCALES[lang]).territories.get(code, str(name)) if code else str(name)


FUNCTIONS: dict[str, Callable] = {
    "MONEY": money, "COUNT": count, "DECIMAL": decimal, "RATIO": ratio, "PCT": percent, "YEAR": year,
    "DAY": day, "MONTH": month, "SPAN": span, "BOUND": bound, "CAP": capital, "COUNTRY": country,
}


def catalog_functions(lang: str) -> dict[str, Callable]:
    """The functions of this module under the names a catalog calls them by, bound to ``lang``.

    >>> catalog_functions("en")["COUNT"](1234)
    '1,234'
    """
    def bind(function):
        def call(*values, **options):
            if "is" in options:
                options["value_is"] = options.pop("is")
            return function(*values, lang=lang, **options)

        return call

    return {name: bind(function) for name, function in FUNCTIONS.items()}
