"""What a notebook may be told: every parameter declared, typed, explained, and checked before a kernel starts.

A notebook declares its parameters in the cell tagged ``parameters``, one literal a line with a type
and a comment::

    dollars: str = "nominal"  # one of: nominal, real; current dollars or CPI-U dollars

That line is the whole declaration: the type decides how text from a story or the command line is read,
``one of:`` lists the values allowed, the comment is the help. Parameters with a meaning the suite knows
(windows, states) get the checks of ``helpers.running.allowed`` on top. A papermill run would take
a misspelled name, a word for a number and a window outside the data without a murmur; this room does not.
"""

from __future__ import annotations

import ast
import io
import json
import math
import re
import tokenize
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from helpers.problems import InputProblems, Problem
from helpers.running.stories import Given, Story, close

TYPES = {"int": int, "float": float, "str": str, "bool": bool, "list": list}
# Set by whoever starts the notebook, never by a story.
RESERVED = ("story", "run_folder")

_SAMPLES = {"int": "a whole number such as 2005", "float": "a number such as 2.5", "bool": "true or false",
            "str": "text", "list": "a list such as [Guerrero, Tamaulipas]"}


@dataclass(frozen=True)
class Parameter:
    """One declared parameter: its name, type (``int float str bool list``), default, help and allowed values."""

    name: str
    type: str
    default: Any
    help: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """What a run will execute: notebook name to its full set of typed parameter values."""

    story: Story
    notebooks: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    changed: Mapping[str, Any] = field(default_factory=dict)


# --- declarations -------------------------------------------------------------------------------

def declared(notebook: str | Path) -> list[Parameter]:
    """The parameters a notebook file declares, in the order of its cell tagged ``parameters``.

    Raises ``InputProblems`` naming each line that is not ``name: type = literal  # comment``, and when the
    notebook has no such cell or more than one.
    """
    path = Path(notebook)
    cells = [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
             if "parameters" in cell.get("metadata", {}).get("tags", []) and cell["cell_type"] == "code"]
    if len(cells) != 1:
        raise InputProblems([Problem(path.name, None, None, f"{len(cells)} cells tagged parameters", "exactly one",
                                     "tag one code cell, near the top, with the word parameters")])
    return declarations("".join(cells[0]["source"]), path.name)


def declarations(source: str, file: str = "parameters cell") -> list[Parameter]:
    """The parameters declared by the text of a parameters cell; ``file`` names it in messages.

    Raises ``InputProblems`` with every line that is no declaration.

    >>> declarations('year: int = 2005  # first year')
    [Parameter(name='year', type='int', default=2005, help='first year', choices=())]
    """
    comments = {token.start[0]: token.string.lstrip("# ").strip()
                for token in tokenize.generate_tokens(io.StringIO(source).readline) if token.type == tokenize.COMMENT}
    found, problems = [], []
    for statement in ast.parse(source).body:
        try:
            found.append(_declaration(statement, comments.get(statement.end_lineno, "")))
        except ValueError as reason:
            line = source.splitlines()[statement.lineno - 1].strip()
            problems.append(Problem(file, statement.lineno, None, f"`{line}` ({reason})",
                                    "name: type = literal  # what it means",
                                    "write one literal a line, with one of the types int, float, str, bool, list"))
    if problems:
        raise InputProblems(problems, f"The parameters cell of {file} cannot be read.")
    return found


def _declaration(statement: ast.stmt, comment: str) -> Parameter:
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name) and statement.value is not None:
        name, annotation = statement.target.id, ast.unparse(statement.annotation)
    elif (isinstance(statement, ast.Assign) and len(statement.targets) == 1
          and isinstance(statement.targets[0], ast.Name)):
        name, annotation = statement.targets[0].id, ""
    else:
        raise ValueError("not a declaration")
    try:
        default = ast.literal_eval(statement.value)
    except ValueError:
        raise ValueError("not a literal") from None
    kind = annotation.split("[")[0] or type(default).__name__
    if kind not in TYPES:
        raise ValueError(f"type {kind}")
    if not (type(default) is TYPES[kind] or (kind == "float" and type(default) is int)):
        raise ValueError(f"default is not of type {kind}")
    listed = re.search(r"\bone of:\s*([^;.]+)", comment)
    choices = tuple(part.strip(" `\"'") for part in listed.group(1).split(",")) if listed else ()
    if choices and kind in ("str", "list") and default in ("", []):
        choices = tuple(choice for choice in choices if choice)
    return Parameter(name, kind, default, comment, choices)


# --- resolving -----------------------------------------------------------------------------------

def resolve(project: str | Path, story: Story, options: Iterable[tuple[str, str]] = ()) -> Plan:
    """Every notebook of ``story`` with its full set of typed values; ``options`` are ``-p`` pairs and win.

    A value goes to every notebook that declares its name. Raises ``InputProblems`` with all problems at
    once: unknown notebooks and names with the nearest known ones, values of the wrong type, values not
    allowed, windows that are backwards, outside the data or only half covered.
    """
    project = Path(project)
    available = {path.stem: path for path in sorted((project / "notebooks").glob("*.ipynb"))}
    shown = story.given[0].file if story.given else f"stories/{story.path.name}"
    problems = [Problem(shown, None, None, f"the notebook {name}, which does not exist",
                        f"names from notebooks/: {', '.join(available)}", f"use {close(name, list(available))}")
                for name in story.notebooks if name not in available]
    chosen = [name for name in available if not story.notebooks or name in story.notebooks]
    if not chosen and not problems:
        problems.append(Problem("notebooks", None, None, "no notebooks", "at least one .ipynb file",
                                "put the notebooks back from version control"))
    tables = {name: {parameter.name: parameter for parameter in declared(available[name])} for name in chosen}
    known: dict[str, Parameter] = {name: parameter for table in tables.values() for name, parameter in table.items()}

    values: dict[str, Any] = {}
    written: dict[str, Given] = {}
    for given in (*story.given, *(Given(name, text, "command line") for name, text in options)):
        if given.name in RESERVED:
            problems.append(given.problem(f"{given.name}, which the run sets itself", "other parameters",
                                          f"remove {given.name}"))
        elif given.name not in known:
            problems.append(_unknown(given, known))
        else:
            try:
                values[given.name] = convert(given.text, known[given.name])
                written[given.name] = given
            except ValueError as reason:
                values.pop(given.name, None)
                problems.append(given.problem(str(reason), _expected(known[given.name]),
                                              f"correct {given.name}, or leave it out to use "
                                              f"{_shown(known[given.name].default)}"))
    complete = {name: parameter.default for name, parameter in known.items()} | values
    problems += _violations(project, known, complete, written)
    if problems:
        raise InputProblems(list(dict.fromkeys(problems)), "Nothing was run, because the parameters cannot be used.")
    notebooks = {name: {key: values.get(key, parameter.default) for key, parameter in table.items()}
                 for name, table in tables.items()}
    changed = {name: value for name, value in values.items() if value != known[name].default}
    return Plan(story, notebooks, changed)


def convert(text: Any, parameter: Parameter) -> Any:
    """The value of ``text`` (text, or a list of texts) in the type ``parameter`` declares.

    Raises ``ValueError`` whose message says what was found.

    >>> convert("0301", Parameter("hs", "str", "93")), convert("no", Parameter("draft", "bool", True))
    ('0301', False)
    """
    if parameter.type == "list":
        if isinstance(text, str):
            inner = text.strip().removeprefix("[").removesuffix("]")
            text = [part.strip().strip("\"'") for part in inner.split(",") if part.strip()]
        if not isinstance(text, list):
            raise ValueError(f"{parameter.name} with names and values")
        kind = type(parameter.default[0]).__name__ if parameter.default else "str"
        return [convert(item, Parameter(parameter.name, kind, None)) for item in text]
    if not isinstance(text, str):
        raise ValueError(f"{parameter.name} with several values, {_shown(text)}")
    if parameter.type == "str":
        return text
    word = text.strip()
    if parameter.type == "bool" and word.lower() in ("true", "yes", "false", "no"):
        return word.lower() in ("true", "yes")
    if parameter.type == "int" and re.fullmatch(r"[+-]?\d{1,18}", word, re.ASCII):
        return int(word)
    if parameter.type == "float" and re.fullmatch(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", word, re.ASCII):
        return float(word)
    raise ValueError(f"{parameter.name} set to {_shown(text)}")


def check(values: Mapping[str, Any], notebook: str = "", project: str | Path | None = None) -> dict[str, Any]:
    """Check parameter values from inside a notebook; returns those that are parameters, ready to be recorded.

    The first code cell after the parameters calls ``parameters = params.check(globals(), "01-export-growth")``,
    so that a plain papermill run or Run All in JupyterLab gets the same sentences as ``armstrail run``. With a
    notebook's name, types and allowed values come from its declarations and names that papermill injected
    but the notebook does not declare are refused; without one, only the meaning of known names is checked.

    Raises ``InputProblems`` with all problems at once.

    >>> check({"base_window": "2002-2004"})
    {'base_window': '2002-2004'}
    """
    from helpers import paths

    project = Path(project) if project else paths.root()
    where = "notebook parameters"
    if not notebook:
        given = dict(values)
        known = {name: Parameter(name, type(value).__name__, value) for name, value in given.items()}
        problems = []
    else:
        known = {parameter.name: parameter
                 for parameter in declared(project / "notebooks" / f"{notebook}.ipynb")}
        given = {name: values[name] for name in known if name in values}
        problems = [_unknown(Given(name, "", where), known) for name in _injected(values.get("In", ()))
                    if name not in known]
        for name, value in list(given.items()):
            parameter = known[name]
            fits = type(value) is TYPES[parameter.type] or (parameter.type == "float" and type(value) is int)
            if not fits:
                hint = f", and with papermill use -r {name} so that it stays text" if parameter.type == "str" else ""
                problems.append(Problem(where, None, None, f"{name} set to {_shown(value)}", _expected(parameter),
                                        f"correct {name} in the parameters cell{hint}"))
                del given[name]
    complete = {name: parameter.default for name, parameter in known.items()} | given
    problems += _violations(project, known, complete, {name: Given(name, "", where) for name in given})
    if problems:
        raise InputProblems(list(dict.fromkeys(problems)), "The parameters cannot be used.")
    return given


def _injected(history: Iterable[str]) -> list[str]:
    """The names that papermill's injected cell sets, read from IPython's input history."""
    names: list[str] = []
    for source in list(history)[:6]:
        if source.startswith("# Parameters\n"):
            names += [target.id for statement in ast.parse(source).body if isinstance(statement, ast.Assign)
                      for target in statement.targets if isinstance(target, ast.Name)]
    return names


def _violations(project: Path, known: Mapping[str, Parameter], values: Mapping[str, Any],
                written: Mapping[str, Given]) -> list[Problem]:
    """Problems of meaning: allowed values from the comments, then windows, states and the like."""
    from helpers.running import allowed

    problems = []
    for name, given in written.items():
        choices = known[name].choices
        for value in values[name] if isinstance(values[name], list) else [values[name]]:
            if choices and str(value) not in choices and value != known[name].default:
                near = close(str(value), list(choices))
                problems.append(given.problem(f"{name} set to {_shown(value)}", f"one of {', '.join(choices)}",
                                              f"use {near}"))
    for name, found, expected, fix in allowed.violations(project, values, {name for name in written if not known[name].choices}):
        problems.append(written[name].problem(found, expected, fix))
    return problems


def _unknown(given: Given, known: Mapping[str, Parameter]) -> Problem:
    names = [name for name in known if name not in RESERVED]
    near = _nearest(given.name, names)
    fix = f"use {' or '.join(near)}" if near else "use one of them"
    return given.problem(f"{given.name}, which no notebook of this run has", f"a parameter: {', '.join(names)}", fix)


def _nearest(word: str, choices: list[str]) -> list[str]:
    from helpers.problems import nearest

    return nearest(word, choices)


def _expected(parameter: Parameter) -> str:
    return f"one of {', '.join(parameter.choices)}" if parameter.choices else _SAMPLES[parameter.type]


def _shown(value: Any) -> str:
    if isinstance(value, float) and math.isfinite(value) and value == int(value):
        return f"{value:.1f}"
    return f"'{value}'" if isinstance(value, str) else str(value)
