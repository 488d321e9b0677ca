"""Collect what is wrong with one file, then stop once with all of it."""

from __future__ import annotations

from helpers.problems import InputProblems, Problem
from helpers.readers import limits


class Refusals:
    """The problems of one file, as they are found.

    >>> refusals = Refusals("a.csv")
    >>> refusals.add(found="no rows", expected="at least one row of data", fix="download the file again")
    >>> refusals.stop()
    Traceback (most recent call last):
    helpers.problems.InputProblems: a.csv: found no rows; expected at least one row of data. To fix it: download the file again.
    """

    def __init__(self, file: str):
        self.file = file
        self.problems: list[Problem] = []
        self._more = 0

    def add(self, *, found: str, expected: str, fix: str, row: int | None = None, column: str | None = None,
            file: str | None = None) -> None:
        """Remember one problem; past the first 25 only their number is kept, so a wrong file stays readable."""
        if len(self.problems) >= limits.PROBLEMS_SHOWN:
            self._more += 1
            return
        self.problems.append(Problem(file or self.file, row, column, found, expected, fix))

    def stop(self) -> None:
        """Raise ``InputProblems`` when anything was added."""
        if not self.problems:
            return
        if self._more:
            self.problems.append(Problem(self.file, None, None, f"{self._more} more problems of the same kind",
                                         "none", "mend the ones above first, then check the file again"))
            self._more = 0
        raise InputProblems(self.problems)

    def __bool__(self) -> bool:
        return bool(self.problems)


def refuse(file: str, *, found: str, expected: str, fix: str, row: int | None = None, column: str | None = None) -> None:
    """Stop at once with one sentence.

    >>> refuse("a.csv", found="0 bytes", expected="a table", fix="download it again")
    Traceback (most recent call last):
    helpers.problems.InputProblems: a.csv: found 0 bytes; expected a table. To fix it: download it again.
    """
    raise InputProblems([Problem(file, row, column, found, expected, fix)])


def shown(text: object, width: int = 60) -> str:
    """A cell as a sentence may quote it: one line, in quotes, cut when long.

    >>> shown("a" * 80)[-5:], shown("x\\ny")
    ("aaa…'", "'x y'")
    """
    flat = " ".join("".join(c if c.isprintable() else " " for c in str(text)).split())
    return f"'{flat[:width] + '…' if len(flat) > width else flat}'"
