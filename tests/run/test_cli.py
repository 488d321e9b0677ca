"""The command line: sentences, exit codes, and nothing heavy imported before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest
import small_project

from helpers import cli

HEAVY = ("pandas", "numpy", "matplotlib", "papermill", "nbformat", "jupyter_client", "pandera", "rapidfuzz", "helpers.sources")


def armstrail(project, *arguments):
    done = subprocess.run([sys.executable, "-m", "helpers.cli", *arguments], cwd=project, capture_output=True, text=True, encoding="utf-8")
    assert "Traceback" not in done.stdout + done.stderr
    return done


def imported_by(project, *arguments):
    code = (f"import sys\nfrom helpers import cli\ntry:\n    cli.main({list(arguments)!r})\nexcept SystemExit as end:\n"
            f"    print('CODE', end.code)\nprint('HEAVY', [name for name in {HEAVY!r} if name in sys.modules])")
    return subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True).stdout.splitlines()[-2:]


def test_help_and_a_rerun_with_nothing_changed_import_nothing_heavy(small):
    assert imported_by(small, "--help") == ["CODE 0", "HEAVY []"]
    assert armstrail(small, "run").returncode == 0
    assert imported_by(small, "run") == ["CODE 0", "HEAVY []"]


def test_every_verb_can_be_imported_and_explains_itself():
    context = cli.armstrail.make_context("armstrail", [], resilient_parsing=True)
    for verb in cli.VERBS:
        command = cli.armstrail.get_command(context, verb)
        assert command is not None and command.help


@pytest.mark.parametrize(("arguments", "code", "sentence"), [
    (["run", "-p", "base_windw", "2002-2004"], 2, "use base_window"),
    (["run", "-p", "base_window", "2007-2005"], 2, "write 2005-2007"),
    (["run", "-p", "count", "many"], 2, "a whole number"),
    (["run", "stories/none.yml"], 2, "which does not exist"),
    (["run", "-p", "count"], 2, "requires 2 arguments"),
    (["rn"], 2, "Did you mean run"),
    (["sweep", "default", "-p", "rate", "1"], 2, "exactly one"),
    (["notebooks", "00-frst"], 2, "use 00-first"),
])
def test_what_cannot_be_used_is_a_sentence_and_exit_code_2(small, arguments, code, sentence):
    done = armstrail(small, *arguments)
    assert done.returncode == code and sentence in done.stderr
    assert not list(small.glob("runs/[!.]*"))


def test_a_run_prints_findings_in_the_language_asked_for_and_where_to_look(small):
    done = armstrail(small, "run", "-p", "language", "es")
    assert done.returncode == 0 and "Tasa 1.5." in done.stdout and "Look in runs/default" in done.stdout


def test_a_failing_notebook_is_exit_code_1(small):
    small_project.put(small, "01-second", small_project.notebook("1 / 0"))
    done = armstrail(small, "run")
    assert done.returncode == 1 and "ZeroDivisionError" in done.stderr and "default.failed" in done.stderr


def test_from_any_folder_of_the_project(small):
    done = armstrail(small / "data" / "raw", "run", "../../stories/default.yml")
    assert done.returncode == 0 and (small / "runs" / "default" / "findings.json").is_file()


def test_parameters_are_listed_with_type_default_and_meaning(small):
    done = armstrail(small, "parameters")
    assert "base_window (str, in 01) = '2002-2004'" in done.stdout and "years of the base" in done.stdout


def test_committed_notebooks_are_executed_in_place_and_stay_when_they_fail(small):
    path = small / "notebooks" / "00-first.ipynb"
    assert "results changed" in armstrail(small, "notebooks", "00-first").stdout
    first = path.read_bytes()
    assert "the same as before" in armstrail(small, "notebooks", "00-first").stdout
    assert path.read_bytes() == first and b"injected" not in first
    broken = small_project.put(small, "01-second", small_project.notebook("1 / 0")).read_bytes()
    done = armstrail(small, "notebooks", "01-second")
    assert done.returncode == 1 and "runs/notebooks.failed/01-second.ipynb" in done.stdout
    assert (small / "notebooks" / "01-second.ipynb").read_bytes() == broken


def test_output_that_cannot_be_encoded_does_not_end_a_run(small):
    small_project.put(small, "00-first", small_project.notebook(("markdown", "## Sección"), "print(1)"))
    done = subprocess.run([sys.executable, "-m", "helpers.cli", "run"], cwd=small, capture_output=True,
                          env={**__import__("os").environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0 and b"Secci" in done.stdout
