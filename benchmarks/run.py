"""Time the whole default run through our runner against papermill's own command, and a rerun with nothing changed.

    python benchmarks/run.py [--rounds 1]

Works on a copy of the project, so that no run is touched. Prints seconds, and the peak memory of the
largest process and of all of them together, kernels included.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import psutil

ROOT = Path(__file__).resolve().parent.parent
AIM_RATIO, AIM_PROCESS_MB, AIM_UNCHANGED_S = 0.4, 400, 1.5


def measured(command: list[str], folder: Path) -> tuple[float, float, float]:
    """Seconds, peak MB of the largest process and peak MB of the whole tree of one command."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    largest = together = 0.0
    while process.poll() is None:
        sizes = []
        try:
            root = psutil.Process(process.pid)
            for one in (root, *root.children(recursive=True)):
                try:
                    sizes.append(one.memory_info().rss / 1e6)
                except psutil.Error:
                    continue
        except psutil.Error:
            pass
        largest, together = max([largest, *sizes]), max(together, sum(sizes))
        time.sleep(0.02)
    seconds = time.perf_counter() - began
    errors = process.stderr.read()
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{errors}")
    return seconds, largest, together


def copy(target: Path) -> Path:
    """The parts of the project that a run reads."""
    for name in ("data", "notebooks", "stories"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    for path in ROOT.glob("tests/*/*.csv"):
        (target / path.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target / path.relative_to(ROOT))
    return target


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=1, help="how often each is measured; the median counts")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as temporary:
        project = copy(Path(temporary) / "project")
        notebooks = sorted((project / "notebooks").glob("*.ipynb"))
        ours, theirs, again = [], [], []
        for _round in range(rounds):
            ours.append(measured([sys.executable, "-m", "helpers.cli", "run", "--fresh"], project))
            again.append(measured([sys.executable, "-m", "helpers.cli", "run"], project))
            each = [measured([sys.executable, "-m", "papermill", str(path), str(Path(temporary) / path.name), "-k", "python3",
                              "-p", "run_folder", str(Path(temporary) / "papermill"), "--cwd", str(path.parent)], project)
                    for path in notebooks]
            theirs.append((sum(seconds for seconds, _l, _t in each), max(large for _s, large, _t in each),
                           max(tree for _s, _l, tree in each)))
    print(f"{len(notebooks)} notebooks, {os.cpu_count()} cores, Python {sys.version.split()[0]}, {rounds} round(s)")
    print(f"{'':34} {'seconds':>8} {'largest process MB':>19} {'all together MB':>16}")
    for label, rows in (("armstrail run --fresh", ours), ("papermill, one notebook a command", theirs),
                        ("armstrail run, nothing changed", again)):
        seconds, largest, together = (median(row[place] for row in rows) for place in range(3))
        print(f"{label:34} {seconds:8.2f} {largest:19.0f} {together:16.0f}")
    ratio = median(row[0] for row in ours) / median(row[0] for row in theirs)
    print(f"ours / papermill: {ratio:.2f} (aim {AIM_RATIO} or less on two cores); a process under {AIM_PROCESS_MB} MB; "
          f"nothing changed within {AIM_UNCHANGED_S} s")


if __name__ == "__main__":
    main()
