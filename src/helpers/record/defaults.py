"""Which parameters of a notebook are not at their default: a figure says so at its foot."""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping

from helpers import paths

# These choose where and in which language results appear, not what they say.
NOT_A_CHOICE = {"story", "run_folder", "language"}


def notebook_defaults(notebook: str) -> dict:
    """The literals of a notebook's parameters cell, overlaid with those of ``stories/default.yml``.

    A notebook that does not exist has none.
    """
    root = paths.root()
    found: dict = {}
    path = root / "notebooks" / f"{notebook}.ipynb"
    if path.is_file():
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if "parameters" in cell.get("metadata", {}).get("tags", []):
                found |= literals("".join(cell["source"]))
    story = root / "stories" / "default.yml"
    if story.is_file() and found:
        import yaml

        from helpers import params

        # Scalars of a story stay text until the declaration in the notebook says what they are.
        chosen = (yaml.load(story.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) or {}).get("parameters") or {}
        declared = {parameter.name: parameter for parameter in params.declared(path)} if chosen else {}
        found |= {name: params.convert(value, declared[name]) for name, value in chosen.items() if name in declared}
    return found


def literals(source: str) -> dict:
    """The ``name = literal`` lines of a cell.

    >>> literals("base_window: str = '2002-2004'  # years\\nlag = [0, 30]")
    {'base_window': '2002-2004', 'lag': [0, 30]}
    """
    found = {}
    for node in ast.parse(source).body:
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0] if isinstance(node, ast.Assign) else None
        if isinstance(target, ast.Name) and node.value is not None:
            try:
                found[target.id] = ast.literal_eval(node.value)
            except ValueError:
                continue
    return found


def changed_parameters(notebook: str, parameters: Mapping, defaults: Mapping | None = None) -> list[str]:
    """Names of the parameters that differ from their default, sorted; those without a default do not count.

    >>> changed_parameters("x", {"lag": 30, "story": "a"}, {"lag": 0, "story": "default"})
    ['lag']
    """
    defaults = notebook_defaults(notebook) if defaults is None else defaults
    return sorted(name for name, value in parameters.items()
                  if name in defaults and name not in NOT_A_CHOICE and _plain(value) != _plain(defaults[name]))


def _plain(value):
    return list(value) if isinstance(value, (list, tuple)) else value
