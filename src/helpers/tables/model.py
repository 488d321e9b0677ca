"""The vocabulary in which a tidy table is declared: columns, kinds, row rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pandas as pd

# kind -> (pattern the text must match, what a reporter is told, pandas type, Frictionless type)
KINDS: dict[str, tuple[str, str, str, str]] = {
    "text": (r"(?s).*", "text", "str", "string"),
    "year": (r"(19|20)\d\d", "a year of four digits such as 2015", "Int64", "year"),
    "count": (r"\d+", "a whole number of 0 or more, digits only", "Int64", "integer"),
    "usd": (r"\d+", "a whole number of U.S. dollars, digits only", "Int64", "integer"),
    "number": (r"\d+(\.\d+)?", "a number of 0 or more with a decimal point, no commas", "Float64", "number"),
    "date": (r"\d{4}-\d\d-\d\d", "a date written YYYY-MM-DD", "datetime64[s]", "date"),
}


@dataclass(frozen=True)
class Column:
    """One column of a tidy table.

    ``kind`` is a key of ``KINDS``. ``allowed`` lists the only values, where they are few;
    ``within`` names another table's column that must hold the value (``"sources.source_id"``);
    ``many`` says that several values may stand in a cell, parted by semicolons; ``added`` marks a
    column that is not in the raw file but derived from it.
    """

    name: str
    kind: str
    meaning: str
    required: bool = False
    unit: str = ""
    allowed: tuple[str, ...] = ()
    within: str = ""
    many: bool = False
    added: bool = False


@dataclass(frozen=True)
class RowRule:
    """A rule over several cells of a row.

    ``holds`` takes the table as text (raw columns) and gives True per row that is fine; ``column``
    is where the fault is shown; ``expected`` and ``fix`` are what the reporter reads.
    """

    name: str
    column: str
    holds: Callable[[pd.DataFrame], pd.Series]
    expected: str
    fix: str


@dataclass(frozen=True)
class Table:
    """A tidy table: where its raw file is, its columns, its key and its row rules.

    ``rows_are`` says in words what one row is; ``watch_for`` what a reader must know before using it.
    """

    name: str
    raw: str
    rows_are: str
    watch_for: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rules: tuple[RowRule, ...] = field(default=())

    @property
    def topic(self) -> str:
        """The folder of ``data/raw`` that the file lives in; empty for the bibliography."""
        return self.raw.rpartition("/")[0]

    @property
    def raw_columns(self) -> list[str]:
        """Names of the columns the raw file must have, in order."""
        return [column.name for column in self.columns if not column.added]

    def column(self, name: str) -> Column:
        """The column of that name; ``KeyError`` when the table has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)
