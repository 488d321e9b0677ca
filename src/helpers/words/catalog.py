"""Load the Fluent catalog and say its messages; what is missing is an error that names it.

One figure is one message with the attributes ``title``, ``subtitle``, ``note``, ``alt`` and
``long-description``; one finding is one message ``finding-<id>`` with dots and underscores as hyphens.

Grammar: Project Fluent, syntax 1.0. Fluent allows no variable as a named argument, so
``MONEY($usd, is: $usd_is)`` is read as ``MONEY($usd, $usd_is)``.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast as ftl

from helpers.problems import InputProblems, Problem, nearest
from helpers.words.numbers import LOCALES, catalog_functions

LANGUAGES = ("en", "es")
FOLDER = Path(__file__).parent
_VARIABLE_BOUND = re.compile(r",\s*is:\s*(\$[A-Za-z][\w-]*)")
_BEGINS = re.compile(r"([A-Za-z][\w-]*)\s*=")
_REFERENCE = re.compile(r"\{\s*([a-z][\w-]*)")
_YEARLIKE = re.compile(r"(^|_)(years?|first|last|from|to|since|until|base_year|fy)(_|$)")


class MissingWords(InputProblems):
    """A message, an attribute, a value it needs or its pair in the other language is not there."""


class FigureText(NamedTuple):
    """What a figure says in one language: five plain strings."""

    title: str
    subtitle: str
    note: str
    alt: str
    long_description: str


def _problem(where: str, found: str, expected: str, fix: str) -> MissingWords:
    return MissingWords([Problem(where, None, None, found, expected, fix)])


class _Entry(NamedTuple):
    """One message as it stands in its file."""

    id: str
    where: str
    row: int
    text: str


def _split(where: str, text: str) -> list[_Entry]:
    """The messages of a file: each begins with its id at the start of a line and ends before the next one.

    Text that is neither a message nor a comment becomes an entry of its own, so that it is found out.
    """
    found: list[_Entry] = []
    lines: list[str] = []
    for row, line in enumerate([*_VARIABLE_BOUND.sub(r", \1", text).splitlines(), "#"], start=1):
        begins = _BEGINS.match(line)
        if begins or line.startswith("#"):
            if lines:
                found[-1] = found[-1]._replace(text="\n".join(lines) + "\n")
            if begins:
                found.append(_Entry(begins.group(1), where, row, ""))
            lines = [line] if begins else []
        elif lines:
            lines.append(line)
        elif line.strip():
            found.append(_Entry(f"({where} {row})", where, row, ""))
            lines = [line]
    return [entry for entry in found if entry.text.strip()]


def _junk(entry: _Entry) -> list[Problem]:
    """What of a message's text Fluent cannot read."""
    out = []
    for part in FluentResource(entry.text).body:
        if isinstance(part, ftl.Junk):
            line = part.content.strip().splitlines()[0][:60] if part.content.strip() else ""
            reason = part.annotations[0].message if part.annotations else "it is not Fluent"
            row = entry.row + (entry.text.count("\n", 0, part.span.start) if part.span else 0)
            out.append(Problem(entry.where, row, None, f"{line!r}, which cannot be read ({reason})", "a Fluent message",
                               "see the messages around it"))
    return out


class Catalog:
    """The messages of one language, read from every ``.ftl`` file of ``folder / lang``.

    ``problems`` lists what cannot be parsed and ids that are there twice.

    >>> Catalog(FOLDER, "es").has("source-line")
    True
    """

    def __init__(self, folder: Path, lang: str):
        self.lang = lang
        self.bundle = FluentBundle([LOCALES[lang].replace("_", "-")], functions=catalog_functions(lang),
                                   use_isolating=False)
        # Parsing is slow and a process says few of the messages, so each is parsed when it is first said.
        self.entries: dict[str, _Entry] = {}
        self._doubles: list[Problem] = []
        for path in sorted((folder / lang).glob("*.ftl")):
            for entry in _split(f"words/{lang}/{path.name}", path.read_text(encoding="utf-8")):
                if entry.id in self.entries:
                    self._doubles.append(Problem(entry.where, entry.row, None, f"the id {entry.id} a second time",
                                                 "each id once", f"it is also in {self.entries[entry.id].where}"))
                self.entries.setdefault(entry.id, entry)
        self._parsed: set[str] = set()

    @property
    def problems(self) -> list[Problem]:
        """What cannot be parsed anywhere in the catalog, and ids that are there twice."""
        return [*self._doubles, *(problem for entry in self.entries.values() for problem in _junk(entry))]

    def refuse_problems(self) -> None:
        problems = self.problems
        if problems:
            raise MissingWords(problems, title="The catalog of words cannot be read.")

    def _parse(self, message_id: str) -> None:
        """Give the bundle a message and those it refers to; a slip elsewhere in the file does not matter."""
        if message_id in self._parsed or message_id not in self.entries:
            return
        self._parsed.add(message_id)
        entry = self.entries[message_id]
        problems = _junk(entry)
        if problems:
            raise MissingWords(problems, title="The catalog of words cannot be read.")
        self.bundle.add_resource(FluentResource(entry.text))
        for reference in _REFERENCE.findall(entry.text):
            self._parse(reference)

    def has(self, message_id: str) -> bool:
        return message_id in self.entries

    def say(self, message_id: str, args: Mapping[str, object], attribute: str | None = None) -> str:
        name = message_id if attribute is None else f"{message_id}.{attribute}"
        if not self.has(message_id):
            self.refuse_problems()
            close = nearest(message_id, list(self.entries))
            raise _problem(f"words/{self.lang}", f"no message {message_id}", "a message for everything a reader sees",
                           f"add it in every language{'; near: ' + ', '.join(close) if close else ''}")
        where = self.entries[message_id].where
        self._parse(message_id)
        message = self.bundle.get_message(message_id)
        pattern = message.value if attribute is None else message.attributes.get(attribute)
        if pattern is None:
            raise _problem(where, f"no {name}", "words for it in every language", f"write {name}")
        text, errors = self.bundle.format_pattern(pattern, {key: _native(key, value) for key, value in args.items()})
        if errors:
            raise MissingWords([
                Problem(where, None, None, f"{name} cannot be said: {_reason(error)}",
                        "a value for each of its parts", f"values given: {', '.join(sorted(args)) or 'none'}")
                for error in errors if "FluentNone" not in str(error)])  # what follows from a value missing
        return str(text)


def _reason(error: Exception) -> str:
    if isinstance(error, MissingWords):
        return error.problems[0].found
    return str(error).replace("Unknown external: ", "no value for $")


def _native(name: str, value: object) -> object:
    """``value`` as Fluent takes it: numpy and pandas scalars become Python's own."""
    if type(value).__name__ in ("NaTType", "NAType") or (isinstance(value, float) and not math.isfinite(value)):
        value = None  # falls through to the refusal below
    if hasattr(value, "item"):  # numpy scalars
        value = value.item()
    if hasattr(value, "to_pydatetime"):
        value = value.to_pydatetime()
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int) and _YEARLIKE.search(name):
        return str(value)  # a year stands in a sentence without a thousands comma
    if isinstance(value, (str, int, float, Decimal)):
        return value
    if isinstance(value, Path):
        return value.as_posix()
    raise _problem("words", f"${name} is {value!r}", "text, a number or a date",
                   "leave it out, or say in words what is not known")


def _expanded(args: Mapping[str, object]) -> dict[str, object]:
    """``args`` with each value-with-a-bound as two: its number and, under ``<name>_is``, its bound."""
    out: dict[str, object] = {}
    for name, value in args.items():
        if hasattr(value, "value") and hasattr(value, "value_is"):
            out[name] = value.value
            out.setdefault(f"{name}_is", value.value_is)
        else:
            out[name] = value
    return out


@lru_cache(maxsize=8)
def _catalog(folder: Path, lang: str) -> Catalog:
    if lang not in LANGUAGES:
        raise _problem("words", f"the language {lang!r}", f"one of {', '.join(LANGUAGES)}", "write en or es")
    return Catalog(folder, lang)


def catalog(lang: str) -> Catalog:
    """The whole catalog of one language (read once per process).

    >>> "source-line" in catalog("en").entries
    True
    """
    return _catalog(FOLDER, lang)


def say(message_id: str, lang: str, **args) -> str:
    """The message in ``lang`` with its values set; a `Bounded` value ``x`` also gives ``$x_is``.

    Raises ``MissingWords`` naming the message or the value that is missing.

    >>> say("source-line", "es", text="U.S. Census Bureau")
    'Fuente: U.S. Census Bureau'
    """
    return catalog(lang).say(message_id, _expanded(args))


def has(message_id: str, lang: str = "en") -> bool:
    """Whether the catalog of ``lang`` holds ``message_id``.

    >>> has("no-such-message")
    False
    """
    return catalog(lang).has(message_id)


def figure(figure_id: str, lang: str, **args) -> FigureText:
    """The five texts of a figure in ``lang``.

    Raises ``MissingWords`` when the message, one of its attributes or a value is missing.

    >>> figure("sample-figure", "en", first=1994, last=2006, total=11206203).title
    'A sample figure adds up to $11.2 million'
    """
    values = _expanded(args)
    texts = catalog(lang)
    parts = ("title", "subtitle", "note", "alt", "long-description")
    return FigureText(*(texts.say(figure_id, values, attribute=part) for part in parts))


def finding_id(finding: str) -> str:
    """The message id of a finding's sentence.

    >>> finding_id("exports.ratio_like_for_like")
    'finding-exports-ratio-like-for-like'
    """
    return "finding-" + finding.replace(".", "-").replace("_", "-")
