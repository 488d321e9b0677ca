"""Run one story over several values of one parameter, and put the findings of all of them in one table."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

from helpers import params, paths, runner
from helpers.running import stories
from helpers.problems import InputProblems, Problem


def sweep(project: Path, story: str, given: Iterable[tuple[str, str]], *, fresh: bool = False,
          say: Callable[[str], None] = print) -> int:
    """Run ``story`` for each value of the ``-p`` pair whose value lists several, with the other pairs as they are.

    A list stands between commas; the value of a parameter of type list is one list, so its alternatives
    stand between semicolons. Leaves ``runs/<story>--<parameter>-<value>`` for each and
    ``runs/<story>--<parameter>.csv`` with the columns value, finding, result, value_is, unit. All values
    are checked before the first runs. Returns the exit code: 1 when any of the runs failed.
    """
    pairs = list(given)
    read = stories.read(project, story)
    name, values = _varied(project, read, pairs)
    others = [pair for pair in pairs if pair[0] != name]
    problems: list[Problem] = []
    for value in values:
        try:
            params.resolve(project, read, [*others, (name, value)])
        except InputProblems as error:
            problems += error.problems
    if problems:
        raise InputProblems(list(dict.fromkeys(problems)), "Nothing was run, because the parameters cannot be used.")
    rows: list[tuple[str, ...]] = []
    failed = []
    for position, value in enumerate(values, start=1):
        say(f"{name} = {value} ({position} of {len(values)})")
        outcome = runner.run(project, story, [*others, (name, value)], name=f"{read.name}--{name}-{slug(value)}",
                             fresh=fresh, say=lambda _line: None)
        if not outcome.ok:
            failed.append(value)
            say(runner.summary(outcome, project))
        for finding in outcome.findings if outcome.ok else ():
            rows.append((value, finding["id"], repr(finding["value"]), finding["value_is"], finding["unit"]))
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(("value", "finding", "result", "value_is", "unit"))
    writer.writerows(rows)
    target = paths.write_text(project / "runs" / f"{read.name}--{name}.csv", table.getvalue())
    say(f"{len(values) - len(failed)} of {len(values)} runs are good; every finding by value is in "
        f"{target.relative_to(project).as_posix()}.")
    return 1 if failed else 0


def slug(value: str) -> str:
    """A folder's name for a value: lower-case letters, digits and hyphens.

    >>> slug("Nuevo León")
    'nuevo-leon'
    """
    plain = unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "empty"


def _varied(project: Path, story: stories.Story, pairs: list[tuple[str, str]]) -> tuple[str, list[str]]:
    """The one parameter with several values, and the values."""
    kinds = {parameter.name: parameter.type for path in sorted((project / "notebooks").glob("*.ipynb"))
             for parameter in params.declared(path)}
    found = []
    for name, text in pairs:
        between = ";" if kinds.get(name) == "list" else ","
        parts = list(dict.fromkeys(part.strip() for part in text.split(between)))
        if len(parts) > 1:
            found.append((name, parts))
    if len(found) != 1:
        raise InputProblems([Problem("command line", None, None, f"{len(found)} parameters with several values",
                                     "exactly one", f"write for example: armstrail sweep {story.name} -p state Guerrero,Tamaulipas")])
    if len({slug(value) for value in found[0][1]}) < len(found[0][1]):
        raise InputProblems([Problem("command line", None, None, f"values of {found[0][0]} that differ only in case or signs",
                                     "values whose folders have different names", "run them one by one with armstrail run")])
    return found[0]
