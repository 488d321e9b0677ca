"""A run's folder: what each notebook recorded, put together into findings.json, sources.json and manifest.json."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from helpers import paths
from helpers.problems import InputProblems, Problem
from helpers.record import bundle
from helpers.record.references import Reference, look_up


def write_notebook(run) -> None:
    """Write ``findings-<notebook>.json`` and ``notebook-<notebook>.json`` of one notebook's record."""
    paths.write_bytes(run.folder / f"findings-{run.notebook}.json", bundle.to_json(run.findings))
    paths.write_bytes(run.folder / f"notebook-{run.notebook}.json", bundle.to_json({
        "notebook": run.notebook, "story": run.story, "language": run.language, "parameters": run.parameters,
        "changed_parameters": run.changed, "figures": run.figures, "findings": [f["id"] for f in run.findings],
    }))


def merge(folder: str | Path) -> dict:
    """Put the records of a run's notebooks together: findings, sources and manifest; returns the manifest.

    The manifest has ``story``, ``parameters`` (of all notebooks), ``changed_parameters``, ``notebooks``
    (figures and findings of each, in order), ``figures`` (SHA-256 of each file), ``inputs`` (SHA-256 of each
    raw file, when the project is at hand) and ``versions``. It holds no time and no path outside the run.

    Raises ``InputProblems`` when a finding's id appears in two notebooks.
    """
    folder = Path(folder)
    findings, seen, problems = [], {}, []
    for path in sorted(folder.glob("findings-*.json")):
        for found in json.loads(path.read_text(encoding="utf-8")):
            if found["id"] in seen:
                problems.append(Problem(path.name, None, None, f"the finding {found['id']}, which {seen[found['id']]} has too",
                                        "each id once", "rename one of them"))
            seen[found["id"]] = path.name
            findings.append(found)
    if problems:
        raise InputProblems(problems)
    notebooks = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("notebook-*.json"))]
    parameters: dict = {}
    for notebook in notebooks:
        parameters |= notebook["parameters"]
    manifest = {
        "story": notebooks[0]["story"] if notebooks else folder.name,
        "parameters": {name: parameters[name] for name in sorted(parameters)},
        "changed_parameters": sorted({name for notebook in notebooks for name in notebook["changed_parameters"]}),
        "notebooks": {notebook["notebook"]: {"figures": notebook["figures"], "findings": notebook["findings"],
                                             "parameters": notebook["parameters"]} for notebook in notebooks},
        "figures": _figure_hashes(folder / "figures"),
        "inputs": _inputs(),
        "raw_files": _raw_files(),
        "versions": bundle.versions(),
    }
    paths.write_bytes(folder / "findings.json", bundle.to_json(findings))
    paths.write_bytes(folder / "sources.json", bundle.to_json([r._asdict() for r in look_up(_cited(folder, findings))]))
    paths.write_bytes(folder / "manifest.json", bundle.to_json(manifest))
    return manifest


def _cited(folder: Path, findings: list[dict]) -> list[str]:
    """The ids of every source a figure or finding of the run names, sorted."""
    figures = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((folder / "figures").glob("*.json"))]
    return sorted({source for item in (*figures, *findings) for source in item["sources"]})


def _figure_hashes(folder: Path) -> dict[str, dict[str, str]]:
    out: dict[str, dict[str, str]] = {}
    for path in sorted(folder.glob("*.*")):
        if not path.name.startswith("."):
            out.setdefault(path.name.split(".")[0], {})[path.name] = paths.digest(path)
    return out


def _inputs() -> dict[str, str]:
    """SHA-256 of every raw file of the project; empty when there is no project around."""
    try:
        raw = paths.root() / "data" / "raw"
    except InputProblems:
        return {}
    files = sorted(path for path in raw.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {f"data/raw/{path.relative_to(raw).as_posix()}": paths.digest(path) for path in files}


def parameters(manifest: dict) -> list[tuple[str, object]]:
    """Names and values of a run's parameters, sorted; one that notebooks hold differently once for each of them.

    >>> parameters({"parameters": {"claim": "b"}, "notebooks": {"01": {"parameters": {"claim": "a"}}, "02": {"parameters": {"claim": "b"}}}})
    [('claim (01)', 'a'), ('claim (02)', 'b')]
    """
    rows: list[tuple[str, object]] = []
    for name, value in manifest["parameters"].items():
        held = {notebook: about["parameters"][name] for notebook, about in manifest["notebooks"].items()
                if name in about.get("parameters", {})}
        same = all(other == next(iter(held.values())) for other in held.values())
        rows += [(name, value)] if same else [(f"{name} ({notebook})", other) for notebook, other in held.items()]
    return rows


def _raw_files() -> list[dict[str, str]]:
    """Path, publisher, day read, license and SHA-256 of each raw file, from its record."""
    try:
        path = paths.root() / "data" / "raw" / "records.csv"
    except InputProblems:
        return []
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [{name: row.get(name, "") for name in ("path", "publisher", "accessed", "license", "sha256")}
                for row in csv.DictReader(file)]


def load(folder: str | Path) -> dict:
    """A run as recorded: folder, findings, manifest, figures and sources by id; figures in notebook order.

    Raises ``InputProblems`` when the folder holds no finished run.
    """
    from helpers.charts.style import clean

    folder = Path(folder)
    missing = [name for name in ("findings.json", "manifest.json", "sources.json") if not (folder / name).is_file()]
    if missing:
        raise InputProblems([Problem(folder.name, None, None, f"no {' and no '.join(missing)}", "a finished run",
                                     f"run: armstrail run {folder.name}")])
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    order = [figure for notebook in manifest["notebooks"].values() for figure in notebook["figures"]]
    on_disk = {path.stem: path for path in sorted((folder / "figures").glob("*.json"))}
    about = {figure: json.loads(path.read_text(encoding="utf-8")) for figure, path in on_disk.items()}
    # A file without the words of a figure is not one of the recorder's; nothing can be shown of it.
    ids = [figure for figure in dict.fromkeys([*order, *on_disk]) if "title" in about.get(figure, {})]
    return {
        "folder": folder, "manifest": manifest,
        "findings": json.loads((folder / "findings.json").read_text(encoding="utf-8")),
        "sources": {row["id"]: Reference(*(clean(row[name]) for name in Reference._fields))
                    for row in json.loads((folder / "sources.json").read_text(encoding="utf-8"))},
        "figures": {figure: about[figure] for figure in ids},
    }
