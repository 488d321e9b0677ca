"""Runs are whole or not at all, fresh or reused, and say what happened."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest
import small_project

from helpers import runner
from helpers.running import stories
from helpers.problems import InputProblems


def go(project, *options, **more):
    said = []
    outcome = runner.run(project, "default", options, say=said.append, **more)
    return outcome, said


def snapshot(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_run_is_promoted_whole_and_repeats_byte_for_byte(small):
    outcome, said = go(small)
    assert outcome.ok and outcome.folder == small / "runs" / "default"
    assert {"notebooks/00-first.ipynb", "notebooks/01-second.ipynb", "figures/one.csv", "findings.json",
            "manifest.json"} <= set(snapshot(outcome.folder))
    assert any(line.startswith("01-second  cell 3 of 3  Writing") for line in said)
    first = snapshot(outcome.folder)
    again, _said = go(small, fresh=True)
    assert len(again.executed) == 2 and snapshot(again.folder) == first
    text = json.dumps([content.decode("utf-8", "replace") for content in first.values()])
    assert str(small) not in text and ".partial" not in text
    assert not list((small / "runs").glob(".partial*"))


def test_nothing_is_executed_when_nothing_changed_and_only_what_changed_otherwise(small):
    go(small)
    assert go(small)[0].executed == ()
    made = small_project.notebook("print('new')")
    small_project.put(small, "00-first", made)
    outcome, _said = go(small)
    assert outcome.executed == ("00-first",) and outcome.reused == ("01-second",)
    outcome, _said = go(small, ("rate", "2.5"))
    assert outcome.executed == ("01-second",) and outcome.findings[0]["value"] == 2.5
    assert "2.5" in outcome.changes


def test_a_result_that_was_touched_is_made_again(small):
    folder = go(small)[0].folder
    (folder / "figures" / "one.csv").write_text("edited")
    assert go(small)[0].executed == ("01-second",)
    assert (folder / "figures" / "one.csv").read_text() == "year\n2002-2004\n"


def test_what_is_made_of_all_notebooks_is_made_again_when_touched(small):
    folder = go(small)[0].folder
    (folder / "findings.json").write_text("[]")
    outcome, _said = go(small)
    assert outcome.executed == () and outcome.findings[0]["id"] == "a.b"
    assert json.loads((folder / "findings.json").read_text())[0]["id"] == "a.b"


def test_what_others_put_beside_the_results_is_kept(small):
    folder = go(small)[0].folder
    (folder / "letter").mkdir()
    (folder / "letter" / "mine.docx").write_text("edited")
    outcome, said = go(small, ("rate", "2"))
    assert outcome.executed and (folder / "letter" / "mine.docx").read_text() == "edited"
    assert "Kept from before, and not made from this run: letter." in said


def test_changed_raw_data_is_refused_until_recorded_and_then_everything_runs(small, monkeypatch):
    go(small)
    small_project.put_data(small, "name,value\nfirst,3\n")
    with pytest.raises(InputProblems, match="topic/a.csv"):
        go(small)
    small_project.write_records(small)
    assert len(go(small)[0].executed) == 2


def test_notebooks_are_read_again_when_one_of_them_changes_the_processed_data(small):
    small_project.put(small, "00-first", small_project.notebook(
        "import pathlib\npathlib.Path('../data/processed/made.csv').write_text('a')"))
    outcome, said = go(small)
    assert outcome.ok and any("has changed" in line for line in said)
    assert go(small)[0].executed == ()


@pytest.mark.parametrize(("code", "reason"), [
    ("1 / 0", "ZeroDivisionError: division by zero"),
    ("import os\nos._exit(9)", "its Python process died"),
    ("import sys\nsys.exit(3)", "SystemExit: 3"),
    ("from helpers.problems import InputProblems, Problem\n"
     "raise InputProblems([Problem('a.csv', 2, 'x', 'one', 'two', 'three')])", "a.csv, row 2, column x: found one"),
])
def test_a_failing_notebook_leaves_the_last_good_run_and_names_the_place(small, code, reason):
    good = snapshot(go(small)[0].folder)
    small_project.put(small, "01-second", small_project.notebook(("markdown", "## Where it breaks"), "print(1)", code, "print(2)"))
    outcome, _said = go(small)
    (failure,) = outcome.failures
    assert (failure.notebook, failure.heading, failure.cell) == ("01-second", "Where it breaks", 4)
    assert failure.reason.startswith(reason)
    text = runner.summary(outcome, small)
    assert 'code cell 4, under the heading "Where it breaks"' in text
    assert "runs/default.failed/notebooks/01-second.ipynb" in text and "runs/default is untouched" in text
    assert snapshot(small / "runs" / "default") == good
    partial = json.loads((small / "runs/default.failed/notebooks/01-second.ipynb").read_text())
    marked = [cell for cell in partial["cells"] if "papermill-error-cell-tag" in cell["metadata"].get("tags", [])]
    assert any(cell["cell_type"] == "code" for cell in marked)
    small_project.put(small, "01-second", small_project.notebook("print(3)"))
    assert go(small)[0].ok and not (small / "runs" / "default.failed").exists()


def test_bad_parameters_start_no_kernel_and_write_nothing(small, monkeypatch):
    monkeypatch.setattr("helpers.running.execution.execute", lambda *_a, **_k: pytest.fail("a kernel was started"))
    with pytest.raises(InputProblems):
        go(small, ("rat", "1"))
    assert [path.name for path in (small / "runs").iterdir()] == [".lock-default"]


def test_one_run_of_a_story_at_a_time(small):
    with runner._claimed(small / "runs", "default"), pytest.raises(InputProblems, match="another run of it going on"):
        go(small)
    assert go(small)[0].ok


def test_two_notebooks_may_not_write_one_figure(small):
    path = small / "notebooks" / "01-second.ipynb"
    (small / "notebooks" / "02-third.ipynb").write_bytes(path.read_bytes())
    with pytest.raises(InputProblems, match="figures/one.csv, which 01-second writes too"):
        go(small)


def test_the_working_directory_does_not_matter(small, monkeypatch, tmp_path):
    first = snapshot(go(small)[0].folder)
    monkeypatch.chdir(small / "notebooks")
    assert snapshot(go(small, fresh=True)[0].folder) == first


def test_a_good_run_set_aside_by_a_crash_is_put_back(small):
    folder = go(small)[0].folder
    os.replace(folder, small / "runs" / ".default.retired")
    assert go(small)[0].executed == ()


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_nothing_and_no_kernel(small, number):
    good = snapshot(go(small)[0].folder)
    small_project.put(small, "01-second", small_project.notebook("import os, time\nprint(os.getpid())\n"
                                                           "open('../runs/pid', 'w').write(str(os.getpid()))\ntime.sleep(60)"))
    process = subprocess.Popen([sys.executable, "-m", "helpers.cli", "run"], cwd=small,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    pid = small / "runs" / "pid"
    limit = time.monotonic() + 60
    while not (pid.exists() and pid.read_text()) and time.monotonic() < limit:
        time.sleep(0.05)
    process.send_signal(number)
    text, _ = process.communicate(timeout=90)
    assert process.returncode == 130 and "Stopped" in text and "Traceback" not in text
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)
    assert snapshot(small / "runs" / "default") == good
    assert not list((small / "runs").glob(".partial*"))


def test_parameters_reach_the_notebook_with_their_types(small):
    small_project.put(small, "01-second", small_project.notebook("print(repr([state, count, rate, draft, years]))", parameters=(
        'state: str = ""  # s\ncount: int = 1  # c\nrate: float = 1.0  # r\ndraft: bool = True  # d\nyears: list = []  # y\n')))
    folder = go(small, ("state", "Guerrero"), ("count", "2"), ("rate", "2"), ("draft", "no"), ("years", "2001,x"))[0].folder
    assert "['Guerrero', 2, 2.0, False, ['2001', 'x']]" in (folder / "notebooks" / "01-second.ipynb").read_text()


def test_sweep_runs_each_value_and_tabulates_the_findings(small):
    from helpers.running import sweeping

    said = []
    assert sweeping.sweep(small, "default", [("rate", "1,2.5")], say=said.append) == 0
    table = (small / "runs" / "default--rate.csv").read_text()
    assert table == "value,finding,result,value_is,unit\n1,a.b,1.0,exact,ratio\n2.5,a.b,2.5,exact,ratio\n"
    assert (small / "runs" / "default--rate-2-5" / "findings.json").is_file()
    with pytest.raises(InputProblems, match="rate set to 'x'"):
        sweeping.sweep(small, "default", [("rate", "1,x")])
    with pytest.raises(InputProblems, match="exactly one"):
        sweeping.sweep(small, "default", [("rate", "1")])


def test_a_sweep_reuses_notebooks_that_do_not_have_the_parameter(small):
    go(small)
    outcome = runner.run(small, "default", [("rate", "9")], name="default--rate-9", say=lambda _line: None)
    assert outcome.reused == ("00-first",) and outcome.executed == ("01-second",)
    assert stories.read(small).name == "default"
