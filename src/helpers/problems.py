"""What is wrong with something a user brought, as sentences: file, row, column, found, expected, fix."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, and what to do about it.

    ``row`` is the line in the file as an editor counts it (the header is line 1), ``None`` when the
    whole file is meant; ``column`` is the column's name, ``None`` when no single column is meant.

    >>> print(Problem("licenses.csv", 4, "value_usd", "'5,5'", "a whole number of dollars", "write 5500000"))
    licenses.csv, row 4, column value_usd: found '5,5'; expected a whole number of dollars. To fix it: write 5500000.
    """

    file: str
    row: int | None
    column: str | None
    found: str
    expected: str
    fix: str

    def __str__(self) -> str:
        where = self.file
        if self.row is not None:
            where += f", row {self.row}"
        if self.column is not None:
            where += f", column {self.column}"
        return f"{where}: found {self.found}; expected {self.expected}. To fix it: {self.fix.rstrip('.')}."


class InputProblems(ValueError):
    """Everything that is wrong with an input, all at once; ``.problems`` holds the list.

    >>> raise InputProblems([Problem("a.csv", None, None, "no rows", "at least one", "download it again")])
    Traceback (most recent call last):
    helpers.problems.InputProblems: a.csv: found no rows; expected at least one. To fix it: download it again.
    """

    def __init__(self, problems: Iterable[Problem], title: str = ""):
        self.problems: list[Problem] = list(problems)
        self.title = title
        super().__init__("\n".join([*([title] if title else []), *(str(problem) for problem in self.problems)]))

    def __reduce__(self):
        return type(self), (self.problems, self.title)


def nearest(word: str, choices: Sequence[str], n: int = 3) -> list[str]:
    """The ``n`` choices spelled most like ``word``, best first; empty when none is close.

    Similarity is rapidfuzz's ``WRatio`` on the words in lower case, 60 of 100 or more.

    >>> nearest("base_windw", ["base_window", "comparison_window", "dollars"], n=1)
    ['base_window']
    """
    from rapidfuzz import fuzz, process

    found = process.extract(word, list(choices), scorer=fuzz.WRatio, processor=str.lower, limit=n, score_cutoff=60)
    return [choice for choice, _score, _index in found]
