"""A figure's numbers as a reader sees them: column names in words, thousands commas, bounds worded.

The CSV of the bundle keeps full precision; nothing here is computed from anything else.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import NamedTuple

from helpers import words
from helpers.charts.style import clean

_NOT_GROUPED = re.compile(r"(^|_)(id|year|years|first|last|from|to|date|hs|fy|code|folio|month)(_|$)")
_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?", re.IGNORECASE)


class Table(NamedTuple):
    """Column names in one language, rows of text, and which columns are right-aligned numbers."""

    header: list[str]
    rows: list[list[str]]
    numeric: list[bool]


def table(path: str | Path, lang: str) -> Table:
    """The rows of a bundle's CSV as text in ``lang``."""
    with Path(path).open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        names = next(reader, [])
        rows = list(reader)
    columns = list(zip(*rows)) if rows else [() for _ in names]
    numeric = [bool(values) and any(values) and all(_NUMBER.fullmatch(v) for v in values if v)
               and not _NOT_GROUPED.search(name) for name, values in zip(names, columns)]
    shown = [[_country(value, lang) if name == "country" else cell(value, number, lang) for value in values]
             for name, values, number in zip(names, columns, numeric)]
    return Table([column(name, lang) for name in names], [list(row) for row in zip(*shown)], numeric)


def status(text: str, lang: str) -> str:
    """A finding's status in words; one the catalog does not know is shown as it is.

    >>> status("contradicted", "es"), status("", "en")
    ('contradicho', '')
    """
    coded = f"status-{re.sub(r'[^a-z0-9]+', '-', text.lower()).strip('-')}"
    return clean(words.say(coded, lang)) if text and words.has(coded, lang) else clean(text)


def _country(name: str, lang: str) -> str:
    from helpers.words import numbers

    return clean(numbers.country(name, lang=lang)) if hasattr(numbers, "country") else clean(name)


def column(name: str, lang: str) -> str:
    """A column's name in words; one the catalog does not know is shown with blanks for underscores.

    >>> column("value_usd", "es"), column("odd_name", "en")
    ('valor (US$)', 'odd name')
    """
    message = f"column-{name.replace('_', '-').lower()}"
    return clean(words.say(message, lang)) if words.has(message, lang) else clean(name.replace("_", " "))


def cell(value: str, numeric: bool, lang: str) -> str:
    """One value as text.

    >>> cell("137375073.0", True, "en"), cell("2015", False, "en"), cell("at_most", False, "es")
    ('137,375,073', '2015', 'a lo sumo')
    """
    coded = f"value-{re.sub(r'[^a-z0-9]+', '-', clean(value).lower()).strip('-')}"
    if value and not numeric and words.has(coded, lang):
        return clean(words.say(coded, lang))
    if not numeric or not value:
        return clean(value)
    number = float(value)
    if number.is_integer():
        return f"{number:,.0f}"
    return f"{number:,.0f}" if abs(number) >= 1e5 else f"{number:,.2f}" if abs(number) >= 1 else f"{number:.4g}"
