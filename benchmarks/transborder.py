"""How much time and memory it takes to sum one country and chapter over twenty years of TransBorder months.

Makes an archive of invented monthly files (2007-2026, at least 10 million rows) in a temporary folder, then sums
exports of HS 93 to Mexico by year twice, each in a process of its own: once the way most notebooks do it (pandas
reads every file, the frames are joined and filtered), once with the reader's own function (DuckDB). Prints the
sums' agreement, seconds, peak memory and both ratios in one run, and fails when DuckDB needs more than a fifth of
the time or a tenth of the memory.

    python benchmarks/transborder.py            # about two minutes
    python benchmarks/transborder.py --rows 500000
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FIRST, LAST = 2007, 2026
HEADER = "TRDTYPE,DEPE,COMMODITY2,DISAGMOT,COUNTRY,VALUE,SHIPWT,FREIGHT_CHARGES,DF,CONTCODE,MONTH,YEAR"


def make(folder: Path, rows: int) -> int:
    """Write one dot3 file a month with invented figures; returns the rows written. The mix follows the real files:
    98 chapters, two countries, exports and imports, whole dollars, CRLF."""
    import numpy as np

    random = np.random.default_rng(20)
    months = [(year, month) for year in range(FIRST, LAST + 1) for month in range(1, 13)]
    each = -(-rows // len(months))
    chapters = np.array([f"{n:02d}" for n in range(1, 100) if n != 77])
    ports = np.array([f"{n:04d}" for n in range(101, 5400, 37)] + ["18XX", "20XX"])
    for year, month in months:
        columns = [
            random.choice(["1", "2"], each), random.choice(ports, each), random.choice(chapters, each), random.choice(["1", "3", "5", "5", "5", "6", "8"], each),
            random.choice(["2010", "1220"], each), random.integers(2_500, 9_000_000, each).astype(str), random.integers(0, 90_000, each).astype(str),
            random.integers(0, 9_000, each).astype(str), random.choice(["1", "1", "2", ""], each), random.choice(["0", "1", "X"], each)]
        # A row of imports has no domestic or foreign mark.
        columns[8] = np.where(columns[0] == "2", "", np.where(columns[8] == "", "1", columns[8]))
        tail = f",{month:02d},{year}"
        text = "\r\n".join([HEADER, *(",".join(cells) + tail for cells in zip(*columns))]) + "\r\n"
        (folder / f"dot3_{month:02d}{year % 100:02d}.csv").write_bytes(text.encode("ascii"))
    return each * len(months)


def with_pandas(folder: Path) -> dict[str, int]:
    """Read all months into one frame, then filter and sum."""
    import pandas as pd

    frame = pd.concat([pd.read_csv(file, dtype={"COMMODITY2": "str", "DEPE": "str", "CONTCODE": "str"}) for file in sorted(folder.glob("dot3_*.csv"))], ignore_index=True)
    rows = frame[(frame["TRDTYPE"] == 1) & (frame["COUNTRY"] == 2010) & (frame["COMMODITY2"] == "93")]
    return {str(year): int(value) for year, value in rows.groupby("YEAR")["VALUE"].sum().items()}


def with_reader(folder: Path) -> dict[str, int]:
    """The function the TransBorder reader sums with."""
    from helpers.readers.refusals import Refusals
    from helpers.readers.transborder_files import Part
    from helpers.readers.transborder_sums import sums

    parts = [Part(file, file.name, tuple(HEADER.split(","))) for file in sorted(folder.glob("dot3_*.csv"))]
    whole = sums(parts, Refusals("archive"), countries=("2010",), chapters=("93",))
    rows = whole[whole["keep"] & (whole["kind"] == "1")]
    return {str(year): int(value) for year, value in rows.groupby("year")["value_usd"].sum().items()}


def measured(way: str, folder: Path) -> dict:
    """Run one way in a fresh process: its sums, seconds (without the interpreter's start) and peak memory in MB."""
    done = subprocess.run([sys.executable, __file__, "--one", way, str(folder)], capture_output=True, text=True, check=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def one(way: str, folder: Path) -> None:
    import duckdb  # noqa: F401
    import pandas as pd  # noqa: F401

    # Both libraries are imported before the clock starts: what is compared is reading.
    began, worked = time.perf_counter(), time.process_time()
    result = {"pandas": with_pandas, "reader": with_reader}[way](folder)
    seconds, processor = time.perf_counter() - began, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    print(json.dumps({"sums": result, "seconds": seconds, "processor": processor, "peak_mb": peak}))


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rows", type=int, default=10_000_000)
    arguments.add_argument("--repeat", type=int, default=3, help="the best of so many runs of each way counts")
    arguments.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.one:
        one(given.one[0], Path(given.one[1]))
        return 0
    with tempfile.TemporaryDirectory(prefix="armstrail-") as name:
        folder = Path(name)
        rows = make(folder, given.rows)
        size = sum(file.stat().st_size for file in folder.iterdir())
        print(f"{rows:,} rows in {len(list(folder.iterdir()))} monthly files, {size / 1e6:,.0f} MB")
        # Taken in turns, so that a busy machine weighs on both alike.
        runs: dict[str, list[dict]] = {"reader": [], "pandas": []}
        for _ in range(given.repeat):
            for way, done in runs.items():
                done.append(measured(way, folder))
    same = all(run["sums"] == runs["reader"][0]["sums"] for each in runs.values() for run in each)
    best = {way: (min(run["seconds"] for run in each), min(run["peak_mb"] for run in each), min(run["processor"] for run in each)) for way, each in runs.items()}
    for way, (seconds, peak, processor) in best.items():
        print(f"{way:8} {seconds:7.2f} s   {peak:8,.0f} MB at most   {processor:6.2f} s of processor time")
    if hasattr(os, "getloadavg") and os.getloadavg()[0] > (os.cpu_count() or 1):
        print(f"other programs keep this machine busy (load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors), which slows the reader's threads more than pandas' one: repeat it when the machine is quiet")
    seconds, memory = best["reader"][0] / best["pandas"][0], best["reader"][1] / best["pandas"][1]
    print(f"sums agree: {same}; reader against pandas: {seconds:.3f} of the time, {memory:.3f} of the memory (limits 0.200 and 0.100)")
    return 0 if same and seconds <= 0.2 and memory <= 0.1 else 1


if __name__ == "__main__":
    sys.exit(main())
