"""A small project with two notebooks, for tests of the runner that need no real data."""

from __future__ import annotations

import json
from pathlib import Path

from helpers import paths

PARAMETERS = '''story: str = "default"  # the set of parameters in use
run_folder: str = ""  # where results go; empty when run by hand
language: str = "en"  # one of: en, es; the language shown
{more}'''

DATA = "name,value\nfirst,1\nsecond,2\n"


def notebook(*cells: str | tuple[str, str], parameters: str = "") -> dict:
    """A notebook with a heading, the parameters cell and ``cells``: code, or ("markdown", text)."""
    made = [_cell("markdown", "# A small notebook", 0), _cell("code", PARAMETERS.format(more=parameters), 1, ["parameters"])]
    for position, cell in enumerate(cells, start=2):
        kind, source = cell if isinstance(cell, tuple) else ("code", cell)
        made.append(_cell(kind, source, position))
    return {"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def _cell(kind: str, source: str, position: int, tags: list[str] | None = None) -> dict:
    cell = {"cell_type": kind, "id": f"cell-{position}", "metadata": {"tags": tags} if tags else {}, "source": source}
    return cell | ({"execution_count": None, "outputs": []} if kind == "code" else {})


def put(project: Path, name: str, made: dict) -> Path:
    """Write a notebook into the project."""
    return paths.write_text(project / "notebooks" / f"{name}.ipynb", json.dumps(made, indent=1))


def make(folder: Path) -> Path:
    """A project in ``folder``: one raw file with its record, one processed table, one story, two notebooks."""
    paths.write_text(folder / "stories" / "default.yml", "title:\n  en: Default\n  es: Base\nparameters: {}\n")
    put_data(folder, DATA)
    paths.write_text(folder / "data" / "processed" / "exports.csv", "hs,flow,months,year_from,year_to\n" + "".join(
        f"93,total,all,{year},{year}\n" for year in range(1994, 2026)) + "93,total,Jan-Aug,2026,2026\n")
    paths.write_text(folder / "data" / "raw" / "reference" / "mexican_states.csv", "name\nGuerrero\nTamaulipas\n")
    write_records(folder)
    put(folder, "00-first", notebook(("markdown", "## Reading"), "import pathlib\nprint(pathlib.Path('../data/raw/topic/a.csv').read_text())"))
    put(folder, "01-second", notebook(
        ("markdown", "## Writing"),
        "import json, pathlib\n"
        "folder = pathlib.Path(run_folder or '../runs/by-hand')\n"
        "(folder / 'figures').mkdir(parents=True, exist_ok=True)\n"
        "(folder / 'figures' / 'one.csv').write_text(f'year\\n{base_window}\\n')\n"
        "(folder / 'figures' / 'one.json').write_text(json.dumps({'id': 'one', 'rate': rate, 'sources': []}))\n"
        "finding = dict(id='a.b', value=rate, value_is='exact', unit='ratio', figure='one', sources=[], cell='x',\n"
        "               sentence={'en': f'Rate {rate}.', 'es': f'Tasa {rate}.'})\n"
        "(folder / 'findings-01-second.json').write_text(json.dumps([finding]))\n"
        "about = dict(notebook='01-second', story=story, parameters={'rate': rate}, changed_parameters=[], figures=['one'], findings=['a.b'])\n"
        "(folder / 'notebook-01-second.json').write_text(json.dumps(about))\n"
        "print(base_window)",
        parameters='base_window: str = "2002-2004"  # years of the base\nrate: float = 1.5  # a rate\n'
                   'dollars: str = "nominal"  # one of: nominal, real; which dollars\nstate: str = ""  # a state, or all\n'
                   'count: int = 3  # a count\ndraft: bool = False  # whether this is a draft\nyears: list = []  # years\n'))
    return folder


def put_data(folder: Path, text: str) -> None:
    """Write the raw file."""
    paths.write_text(folder / "data" / "raw" / "topic" / "a.csv", text)


def write_records(folder: Path) -> None:
    """Write records and the processed package so that the raw files as they are now count as described."""
    raw = folder / "data" / "raw"
    hashes = {path.relative_to(raw).as_posix(): paths.digest(path) for path in sorted(raw.rglob("*.csv")) if path.name != "records.csv"}
    processed = folder / "data" / "processed" / "exports.csv"
    columns = "path,topic,layout,publisher,citation,url,accessed,license,sha256,about,replaced_by"
    rows = [f"{name},topic,ledger,P,C,U,2026-01-01,L,{digest},{{}}," for name, digest in hashes.items()]
    paths.write_text(raw / "records.csv", "\n".join([columns, *rows]) + "\n")
    paths.write_text(folder / "data" / "processed" / "datapackage.json", json.dumps({
        "inputs": hashes, "resources": [{"path": "exports.csv", "hash": f"sha256:{paths.digest(processed)}"}]}))
