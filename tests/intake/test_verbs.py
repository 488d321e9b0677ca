"""The commands as a journalist types them."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from helpers import paths
from helpers.intake import recipes
from helpers.problems import InputProblems
from tests.readers import shapes as S


@pytest.fixture
def project(tmp_path):
    root = tmp_path / "project"
    (root / "stories").mkdir(parents=True)
    (root / "stories" / "default.yml").write_text("parameters: {}\n")
    shutil.copytree(paths.root() / "data" / "raw", root / "data" / "raw")
    return root


def armstrail(project, *words, **environment):
    return subprocess.run([sys.executable, "-m", "helpers.cli", *words], cwd=project, capture_output=True, text=True, timeout=120, env={**os.environ, **environment})


def test_add_twice_then_check(project, tmp_path):
    file = S.save(tmp_path, "a.csv", S.dataweb_csv())
    first = armstrail(project, "add", str(file), "--accessed", "2026-01-05")
    assert first.returncode == 0 and "Kept as data/raw/exports/2026-01-05-usitc-dataweb-2023-2025.csv. Next: armstrail run" in first.stdout, first.stderr
    assert "is there already" in armstrail(project, "add", str(file)).stdout
    done = armstrail(project, "check")
    assert done.returncode == 0 and "No problems found." in done.stdout, done.stdout + done.stderr


def test_check_says_everything_in_one_table_and_exits_1(project, tmp_path):
    file = S.save(tmp_path, "a.csv", S.dataweb_csv([["FAS Value", "93", "x", "Mexico", "1,5", "x", "0"]], total=False))
    done = armstrail(project, "check", str(file))
    assert done.returncode == 1 and "2 problems found; nothing was written." in done.stdout and "Traceback" not in done.stderr
    assert re.search(r"^file +row +column +found +expected +fix$", done.stdout, re.MULTILINE)


def test_a_file_that_is_refused_ends_in_a_sentence(project, tmp_path):
    done = armstrail(project, "add", str(S.save(tmp_path, "a.csv", b"%PDF-1.4")))
    assert done.returncode == 2 and done.stderr.startswith("a.csv: found a PDF;") and "Traceback" not in done.stderr
    done = armstrail(project, "add", str(tmp_path / "nothing.csv"))
    assert done.returncode == 2 and "found no file of that name" in done.stderr


def test_recipes_name_the_sensitive_choices():
    text = recipes.recipe("exports")
    for words in ("Total Exports", "FAS Value", "Data Format: 1", "3601, 3602, 3603, 3604", "Domestic Exports", "Commodity Aggregation Level: 4", "CTY_CODE=2010", "Reporter 842", "lower bound"):
        assert words in text
    for topic in ("missing-firearms", "transfers", "events", "licenses", "reference"):
        assert "armstrail add" in recipes.recipe(topic)
    with pytest.raises(InputProblems, match="write licenses, if that is what is meant"):
        recipes.recipe("license")


def test_every_layout_has_an_address():
    from helpers import readers

    assert {layout.name for layout in readers.layouts()} == set(recipes.HOME)


def test_compare_of_runs_and_of_files(project, tmp_path):
    for name, value in (("old", 1), ("new", 2)):
        S.save(tmp_path / name / "figures", "f.csv", f"year,value\n2020,{value}\n2021,7\n")
    done = armstrail(project, "compare", str(tmp_path / "old"), str(tmp_path / "new"))
    assert done.returncode == 0 and "2020" in done.stdout and done.stdout.strip(), done.stderr
    done = armstrail(project, "compare", str(tmp_path / "old"), str(tmp_path / "none"))
    assert done.returncode == 2 and "found no such folder or file" in done.stderr
    done = armstrail(project, "compare", str(S.save(tmp_path, "a.csv", S.dataweb_csv())), str(S.save(tmp_path, "b.csv", S.dataweb_csv(total=False))))
    assert done.stdout.startswith("value_usd: 0 changed")


def test_an_unknown_source_and_years_that_cannot_be(project):
    done = armstrail(project, "fetch", "censuss")
    assert done.returncode == 2 and "write census, if that is what is meant" in done.stderr
    done = armstrail(project, "fetch", "census", "--years", "soon")
    assert done.returncode == 2 and "--years: found 'soon'" in done.stderr
