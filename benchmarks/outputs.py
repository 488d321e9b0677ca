"""Seconds for a figure bundle, the Word kit and the web report, each on its own.

    .venv/bin/python benchmarks/outputs.py [runs/default]

The bundle is a chart like the real ones, drawn three times (the first also loads fonts). Kit and report are
made from a copy of the run, which is thrown away.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import sys
import tempfile
import time
from pathlib import Path


def timed(work) -> tuple[float, float]:
    """Wall and processor seconds that ``work()`` takes; what it prints is dropped."""
    wall, processor = time.perf_counter(), time.process_time()
    with contextlib.redirect_stdout(io.StringIO()):
        work()
    return time.perf_counter() - wall, time.process_time() - processor


def bundle(folder: Path):
    import pandas as pd

    from helpers import charts, record

    frame = pd.DataFrame({"year": range(1994, 2026), "value_usd": [1e6 + 3e5 * n for n in range(32)]})

    def draw(page, lang):
        ax = page.axes()
        ax.bar(frame["year"], frame["value_usd"], color=charts.COLORS.main)
        page.shade(ax, 2001.5, 2004.5, "2002–2004")
        page.zero(ax)
        page.numbers(ax.yaxis, divide=1e6)
        page.years(ax.xaxis)

    run = record.start("00-benchmark", {"story": "benchmark", "language": "en"}, folder, defaults={})
    return lambda: run.figure("sample-figure", frame, draw, sources=["bts-1"], as_of="2026-11-21", first=1994, last=2025,
                              total=float(frame["value_usd"].sum()))


def main(run: str = "") -> int:
    from helpers import letter, paths, report

    source = Path(run) if run else paths.root() / "runs" / "default"
    if not (source / "manifest.json").is_file():
        print(f"There is no run in {source.name}; run: armstrail run", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / source.name
        shutil.copytree(source, folder)
        make = bundle(Path(scratch) / "bundle")
        figures = len(list((folder / "figures").glob("*.json")))
        rows = [("figure bundle, first in a process", timed(make)), ("figure bundle, second", timed(make)),
                ("figure bundle, third", timed(make)),
                ("Word kit, one language", timed(lambda: letter.write(folder, languages=["en"]))),
                ("Word kit, both languages", timed(lambda: letter.write(folder))),
                ("web report, first in a process", timed(lambda: report.write(folder))),
                ("web report, again", timed(lambda: report.write(folder)))]
        size = (folder / "index.html").stat().st_size / 1e6
    print(f"{'':36}{'seconds':>9}{'processor':>11}")
    for name, (wall, processor) in rows:
        print(f"{name:36}{wall:9.2f}{processor:11.2f}")
    print(f"The run has {figures} figures; the page weighs {size:.1f} MB.")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
