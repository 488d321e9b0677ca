"""Forked kernels are kernels like any other, and none outlives its run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest
import small_project

from helpers import runner
from helpers.running import warm

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux only")

LOOK = ("import os, sys, threading\n"
        "print('pandas' in sys.modules, os.getcwd().endswith('notebooks'), sys.argv[0].endswith('launcher.py'), __name__)\n"
        "import matplotlib\nprint(matplotlib.get_backend())\nimport subprocess\nprint(subprocess.run(['true']).returncode)\n"
        "from helpers import words\nimport pandas")


def show(project, **environment):
    small_project.put(project, "01-second", small_project.notebook(LOOK))
    outcome = runner.run(project, fresh=True, say=lambda _line: None)
    assert outcome.ok, outcome.failures
    return (outcome.folder / "notebooks" / "01-second.ipynb").read_text(encoding="utf-8")


def test_a_forked_kernel_shows_what_a_plain_one_shows(small, monkeypatch):
    forked = show(small)
    assert "True True True __main__" in forked
    monkeypatch.setenv("ARMSTRAIL_PLAIN_KERNELS", "1")
    assert show(small) == forked.replace("True True True", "False True True")


def test_imports_are_found_in_code_cells(tmp_path):
    made = small_project.notebook("import pandas as pd\nfrom helpers import words, nothing\nfrom helpers.charts import exports", "not python !")
    path = small_project.put(tmp_path, "a", made)
    assert warm.imports([path]) == ["helpers", "helpers.charts", "helpers.charts.exports", "helpers.nothing", "helpers.words", "pandas"]


def test_no_kernel_outlives_a_run_that_was_killed(small):
    small_project.put(small, "01-second", small_project.notebook(
        "import os, time\nopen('../runs/pid', 'w').write(str(os.getpid()))\ntime.sleep(60)"))
    process = subprocess.Popen([sys.executable, "-m", "helpers.cli", "run"], cwd=small, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    pid, limit = small / "runs" / "pid", time.monotonic() + 60
    while not (pid.exists() and pid.read_text()) and time.monotonic() < limit:
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    kernel, limit = int(pid.read_text()), time.monotonic() + 20
    while time.monotonic() < limit:
        try:
            os.kill(kernel, 0)
        except ProcessLookupError:
            break
        time.sleep(0.1)
    else:
        pytest.fail("the kernel still runs")
    small_project.put(small, "01-second", small_project.notebook("print(1)"))
    assert runner.run(small, say=lambda _line: None).ok


def test_without_a_nursery_kernels_start_the_usual_way(small, monkeypatch):
    monkeypatch.setattr(warm.Nursery, "start", lambda *_arguments: None)
    assert runner.run(small, say=lambda _line: None).ok
