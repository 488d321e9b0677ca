"""Is what a run made still what it would make? Content decides, never the date of a file.

Standard library only: a rerun with nothing changed imports this, finds so, and ends.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from helpers import paths

# Written by hand or by the system beside data, and read by nobody.
_IGNORED = {"README.md", ".gitkeep", ".DS_Store", "Thumbs.db"}


def tree(folder: str | Path) -> dict[str, str]:
    """SHA-256 of every data file under ``folder`` by its path below it (with ``/``), sorted; {} when there is none."""
    folder = Path(folder)
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")
             if path.is_file() and path.name not in _IGNORED and not path.name.startswith(".")
             and "__pycache__" not in path.parts}
    return {name: paths.digest(found[name]) for name in sorted(found)}


def combine(*parts: Any) -> str:
    """One SHA-256 for several JSON-like values.

    >>> combine({"a": 1, "b": 2}) == combine({"b": 2, "a": 1})
    True
    """
    return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode("utf-8")).hexdigest()


def versions() -> list[str]:
    """Python's version and platform, and every installed distribution, as ``name-version``."""
    packages = Path(sysconfig.get_paths()["purelib"])
    return [sys.version, sys.platform, *sorted(path.stem for path in packages.glob("*.dist-info"))]


def intact(raw: Mapping[str, str], records: Path) -> bool:
    """Whether the hashes ``raw`` (see ``tree``) of ``data/raw`` are exactly those that ``records.csv`` lists.

    A quick answer only; ``helpers.sources.verify`` says what is wrong.
    """
    if not records.is_file():
        return False
    with records.open(encoding="utf-8-sig", newline="") as file:
        listed = {row.get("path", ""): row.get("sha256", "") for row in csv.DictReader(file)}
    held = {name: digest for name, digest in raw.items() if name not in ("records.csv", "corrections.csv")}
    return listed == held


class Inputs:
    """Everything the notebooks of a project read, as hashes taken once: data, code, versions, default story."""

    def __init__(self, project: str | Path) -> None:
        self.project = Path(project)
        self.raw = tree(self.project / "data" / "raw")
        self.code = combine(tree(Path(__file__).parents[1]), versions())
        story = self.project / "stories"
        # Figures say whether a parameter was changed from its default; specification lists live here too.
        # Pairs labeled by hand, on which matching is measured, are read by a notebook too.
        self.stories = combine(tree(story), [paths.digest(path) for path in sorted((self.project / "tests").glob("*/*.csv"))])
        self.processed = ""
        self.reread()

    def reread(self) -> str:
        """Hash ``data/processed`` again, which notebook 00 writes; returns the new hash."""
        self._tables = tree(self.project / "data" / "processed")
        self.processed = combine(self._tables)
        return self.processed

    def intact(self) -> bool:
        """Whether ``data/raw`` holds what its records describe."""
        return intact(self.raw, self.project / "data" / "raw" / "records.csv")

    def processed_is_current(self) -> bool:
        """Whether ``data/processed`` says that it was built from ``data/raw`` as it is now, and is as it was built."""
        package = self.project / "data" / "processed" / "datapackage.json"
        try:
            about = json.loads(package.read_text(encoding="utf-8"))
            built_from = about["inputs"]
            built = {resource["path"]: resource["hash"].removeprefix("sha256:") for resource in about["resources"]}
        except (OSError, ValueError, KeyError, TypeError):
            return False
        return (built_from == {name: digest for name, digest in self.raw.items() if name != "records.csv"}
                and all(self._tables.get(name) == digest for name, digest in built.items()))

    def key(self, notebook: Path, parameters: Mapping[str, Any]) -> str:
        """The key of one notebook's results: equal keys mean that a run would make the same again."""
        return combine(paths.digest(notebook), dict(parameters), self.raw, self.processed, self.code, self.stories)


# --- what a run kept ---------------------------------------------------------------------------------

KEPT = ".kept.json"


def kept(folder: str | Path) -> dict[str, dict[str, Any]]:
    """For each notebook of the run in ``folder``: its ``key`` and its ``files`` (path to SHA-256); {} when unreadable."""
    try:
        return json.loads((Path(folder) / KEPT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def keep(folder: str | Path, notebooks: Mapping[str, Mapping[str, Any]]) -> None:
    """Write what ``kept`` reads."""
    paths.write_text(Path(folder) / KEPT, json.dumps(notebooks, indent=1, sort_keys=True) + "\n")


def whole(folder: str | Path, files: Mapping[str, str]) -> bool:
    """Whether every file of ``files`` stands in ``folder`` with the SHA-256 it had."""
    folder = Path(folder)
    return all((folder / name).is_file() and paths.digest(folder / name) == digest for name, digest in files.items())


def listing(folder: str | Path, names: Iterable[str]) -> dict[str, str]:
    """SHA-256 by name of the files ``names`` in ``folder``."""
    return {name: paths.digest(Path(folder) / name) for name in sorted(names)}
