"""Stories: named sets of parameters, ``stories/<name>.yml``, read with every value as the text it is.

``title`` says what the story is about in both languages, ``notebooks`` lists those to run (all when left
out), ``parameters`` holds ``name: value`` lines for any of them. What a value means is for ``helpers.params``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers.problems import InputProblems, Problem


@dataclass(frozen=True)
class Given:
    """One value as it was given: its text (or list of texts), and the file and line it stands in."""

    name: str
    text: Any
    file: str
    row: int | None = None

    def problem(self, found: str, expected: str, fix: str) -> Problem:
        """A problem located where this value was written."""
        return Problem(self.file, self.row, None, found, expected, fix)


@dataclass(frozen=True)
class Story:
    """A named set of parameters: ``stories/<name>.yml`` as text, nothing converted yet."""

    name: str
    path: Path
    title: Mapping[str, str]
    notebooks: tuple[str, ...]
    given: tuple[Given, ...]


def read(project: str | Path, wanted: str = "default") -> Story:
    """The story called ``wanted``, a name in ``stories/`` or a path to a YAML file; every scalar stays text.

    ``NO``, ``0301`` and ``12:30`` are what they look like: the parameter's declared type, not YAML, decides.
    Raises ``InputProblems`` when there is no such story, for a key given twice, and for anything but
    ``title``, ``notebooks`` and ``parameters``.
    """
    project = Path(project)
    path = _story_path(project, wanted)
    import yaml

    shown = path.relative_to(project).as_posix() if path.is_relative_to(project) else path.name
    try:
        document = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        raise InputProblems([Problem(shown, mark.line + 1 if mark else None, None,
                                     getattr(error, "problem", None) or "bytes that are not UTF-8", "YAML in UTF-8",
                                     "compare the line with stories/default.yml")]) from None
    problems: list[Problem] = []
    parts = {key: node for key, node, _row in _pairs(document, shown, "the story", problems)}
    for key, node in parts.items():
        if key not in ("title", "notebooks", "parameters"):
            problems.append(Problem(shown, node.start_mark.line + 1, None, f"the key {key}",
                                    "title, notebooks or parameters",
                                    f"move {key} under parameters, or remove it"))
    title = {key: _plain(node) for key, node, _row in _pairs(parts.get("title"), shown, "title", problems)}
    given = tuple(Given(key, _plain(node), shown, row)
                  for key, node, row in _pairs(parts.get("parameters"), shown, "parameters", problems))
    listed = _plain(parts["notebooks"]) if "notebooks" in parts else []
    if problems:
        raise InputProblems(problems, f"The story {path.stem} cannot be read.")
    return Story(path.stem, path, title, tuple([listed] if isinstance(listed, str) else listed), given)


def _story_path(project: Path, wanted: str) -> Path:
    folder = project / "stories"
    for path in (folder / f"{wanted}.yml", folder / f"{wanted}.yaml", folder / wanted, Path(wanted), project / wanted):
        if path.suffix in (".yml", ".yaml") and path.is_file():
            if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", path.stem):
                return path.resolve()
            raise InputProblems([Problem(path.name, None, None, f"a story named {path.stem!r}",
                                         "letters, digits, - and _ only, since a folder in runs/ takes the name",
                                         "rename the file")])
    known = names(project)
    raise InputProblems([Problem("command line", None, None, f"the story {wanted!r}, which does not exist",
                                 f"one of {', '.join(known)}, or a path to a .yml file",
                                 f"use {close(Path(wanted).stem, known)}")])


def names(project: str | Path) -> list[str]:
    """The names of the stories in ``stories/``, ``default`` first."""
    found = {path.stem for pattern in ("*.yml", "*.yaml") for path in (Path(project) / "stories").glob(pattern)}
    return sorted(found, key=lambda name: (name != "default", name))


def _pairs(node: Any, file: str, what: str, problems: list[Problem]) -> list[tuple[str, Any, int]]:
    """Key, value node and line of a YAML mapping; repeated keys and other shapes become problems."""
    if node is None or (getattr(node, "value", None) == "" and not isinstance(node.value, list)):
        return []
    if node.id != "mapping":
        problems.append(Problem(file, node.start_mark.line + 1, None, f"{what} without `name: value` lines",
                                "one `name: value` a line", "compare with stories/default.yml"))
        return []
    pairs = [(key.value, value, key.start_mark.line + 1) for key, value in node.value]
    keys = [name for name, _node, _row in pairs]
    for position, (name, _node, row) in enumerate(pairs):
        if name in keys[:position]:
            problems.append(Problem(file, row, None, f"{name} a second time", "each name once",
                                    "remove one of the two lines"))
    return pairs


def _plain(node: Any) -> Any:
    """Text, or a list of texts, from a YAML node read with every scalar as text."""
    if node.id == "sequence":
        return [_plain(item) for item in node.value]
    if node.id == "mapping":
        return {key.value: _plain(value) for key, value in node.value}
    return node.value


def close(word: str, choices: list[str]) -> str:
    """The choices most like ``word`` joined by "or"; the first few when none is.

    >>> close("defalt", ["default", "guerrero"])
    'default'
    """
    from helpers.problems import nearest

    near = nearest(word, choices) or choices
    return " or ".join(near[:3]) if near else "another"
