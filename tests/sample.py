"""A run with two figures and three findings, made through the recorder, for tests of the letter and the report."""

import json
import shutil
from pathlib import Path

import pandas as pd

from helpers import charts, record

HOSTILE = '<script>alert("x")</script>&\'"--><img src=x onerror=alert(1)>\N{RIGHT-TO-LEFT OVERRIDE}{{ 7*7 }}{% x %}]]>'


def build(folder: Path) -> Path:
    frame = pd.DataFrame({"year": range(1994, 2007), "value_usd": [1_000_000.5 + 100_000 * i for i in range(13)],
                          "value_is": ["at_least"] * 13, "source_id": ["bts-1"] * 13})

    def draw(page, lang):
        ax = page.axes()
        ax.bar(frame["year"], frame["value_usd"], color=charts.COLORS.main)
        page.zero(ax)
        page.numbers(ax.yaxis, divide=1e6)

    run = record.start("01-sample", {"story": "sample", "language": "en", "lag": 30}, folder, defaults={"lag": 0})
    run.figure("sample-figure", frame, draw, sources=["bts-1", "bts-2"], as_of="2026-11-21", first=1994, last=2006,
               total=float(frame["value_usd"].sum()))
    run.finding("sample.total", float(frame["value_usd"].sum()), value_is="at_least", unit="usd", figure="sample-figure",
                sources=["bts-1", "bts-2"], cell="1994-2006", status="confirmed")
    run.finish()
    clone(folder, "sample-figure", "second-figure", size_in=[6.5, 3.6], sources=["bls-1"])
    found = json.loads((folder / "findings-01-sample.json").read_text(encoding="utf-8"))
    found += [found[0] | {"id": "sample.second", "figure": "second-figure", "sources": ["bls-1"], "status": ""},
              found[0] | {"id": "sample.general", "figure": "", "sources": ["bts-1"], "status": "contradicted"}]
    (folder / "findings-01-sample.json").write_text(json.dumps(found), encoding="utf-8")
    record.merge(folder)
    return folder


def clone(folder: Path, old: str, new: str, **changes) -> None:
    """Give the run another figure with the files of ``old`` and these changes to its JSON."""
    for path in sorted((folder / "figures").glob(f"{old}.*")):
        shutil.copy(path, path.with_name(path.name.replace(old, new, 1)))
    change(folder, new, id=new, **changes)
    note = folder / "notebook-01-sample.json"
    about = json.loads(note.read_text(encoding="utf-8"))
    about["figures"].append(new)
    note.write_text(json.dumps(about), encoding="utf-8")


def change(folder: Path, figure: str, **changes) -> None:
    path = folder / "figures" / f"{figure}.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | changes), encoding="utf-8")


def copy(run: Path, to: Path) -> Path:
    return Path(shutil.copytree(run, to))


def hostile(folder: Path) -> Path:
    """Put markup, template code and direction marks into every text of the run."""
    both = {"en": HOSTILE, "es": HOSTILE + " ñ"}
    for figure in ("sample-figure", "second-figure"):
        change(folder, figure, **dict.fromkeys(("title", "subtitle", "source", "note", "alt", "long_description"), both))
        csv = folder / "figures" / f"{figure}.csv"
        quoted = HOSTILE.replace('"', '""')
        csv.write_text(f'"{quoted}",value_usd\n"{quoted}",5\n', encoding="utf-8")
    for name in ("findings.json",):
        found = json.loads((folder / name).read_text(encoding="utf-8"))
        found = [f | {"sentence": both, "cell": HOSTILE, "status": HOSTILE} for f in found]
        (folder / name).write_text(json.dumps(found), encoding="utf-8")
    sources = json.loads((folder / "sources.json").read_text(encoding="utf-8"))
    sources = [s | {"citation": HOSTILE, "url": "javascript:alert(1)"} for s in sources]
    (folder / "sources.json").write_text(json.dumps(sources), encoding="utf-8")
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["parameters"]["lag"] = HOSTILE
    for notebook in manifest["notebooks"].values():
        notebook["parameters"]["lag"] = HOSTILE
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder
