"""What a layout is, what opening a file gives, and what reading one gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.readers.grids import Grid

if TYPE_CHECKING:
    import pandas as pd


@dataclass
class Document:
    """A file that has been opened but not understood: its kind and its content.

    ``kind`` is ``workbook``, ``delimited``, ``json``, ``page`` (HTML or XML), ``text``, ``archive``
    or ``folder``. ``grids`` holds tables, ``data`` parsed JSON, ``text`` readable text; ``said`` what
    the container says about itself (encoding, line ends, workbook dates). ``big`` means that only
    the first lines were looked at.
    """

    path: Path
    name: str
    kind: str
    sha256: str
    size: int
    grids: list[Grid] = field(default_factory=list)
    data: Any = None
    text: str = ""
    said: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    big: bool = False

    @cached_property
    def tables(self) -> list[Grid]:
        """The sheets that hold anything."""
        return [grid for grid in self.grids if grid.rows]


@dataclass(frozen=True)
class Likeness:
    """How far a document resembles a layout: what was found of it, what is missing."""

    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ("anything of this layout",)

    @property
    def yes(self) -> bool:
        return bool(self.found) and not self.missing

    @property
    def share(self) -> float:
        """Found against all that was looked for, 0 to 1."""
        return len(self.found) / max(len(self.found) + len(self.missing), 1)


@dataclass(frozen=True)
class Layout:
    """One publisher's file layout: how to know it and how to read it."""

    name: str
    topic: str
    title: str
    looks_like: Callable[[Document], Likeness]
    read: Callable[[Document], Received]
    publisher: str = ""
    license: str = ""


@dataclass
class Received:
    """A file that was read: its tidy ``table``, what it says ``about`` itself, ``notes`` for the journalist.

    ``parts`` holds further tables of the same file that must never be added to the first (for
    TransBorder: the same trade by Mexican state). ``about["query"]`` identifies the question the file
    answers, so that a later download of the same query can take its place.
    """

    layout: Layout
    topic: str
    table: pd.DataFrame
    about: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    parts: dict[str, pd.DataFrame] = field(default_factory=dict)


def like_columns(document: Document, required, optional=None, *, at_least: int | None = None) -> Likeness:
    """How far the best header of a document names the columns a layout needs."""
    from helpers.readers.headings import find_header

    header = find_header(document.tables, required, optional) if document.tables else None
    if header is None:
        return Likeness((), tuple(f"column {theirs[0]}" for theirs in required.values()) or ("a table",))
    found = tuple(f"column {required[name][0]}" for name in required if name in header.columns)
    missing = tuple(f"column {required[name][0]}" for name in header.missing)
    if at_least is not None and len(found) >= at_least:
        missing = ()
    return Likeness(found, missing)
