"""The committed notebooks are what a reader may trust: executed, clean, and sensitive to every figure."""

from __future__ import annotations

import ast
import configparser
import csv
import io
import json
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from helpers import params, paths, runner, sources
from helpers.running import execution

ROOT = paths.root()
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
EXPECTED = ["00-check-the-data", "01-export-growth", "02-missing-firearms", "03-license-timeline"]
each = pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])


def cells(path, kind="code"):
    return [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == kind]


def source(cell):
    return "".join(cell["source"])


def printed(path):
    """Every line of text a notebook shows, in order."""
    tidied = execution.tidy(json.loads(path.read_text(encoding="utf-8")))
    return [line for cell in tidied["cells"] if cell["cell_type"] == "code" for output in cell["outputs"]
            for line in "".join(output.get("text", output.get("data", {}).get("text/plain", ""))).splitlines()]


def copied(target):
    for name in ("data", "notebooks", "stories"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    for path in ROOT.glob("tests/*/*.csv"):
        (target / path.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target / path.relative_to(ROOT))
    return target


def test_the_notebooks_of_the_design_are_there():
    assert set(EXPECTED) <= {path.stem for path in NOTEBOOKS}


@each
def test_executed_once_from_top_to_bottom(path):
    code = cells(path)
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    assert any(cell["outputs"] for cell in code)
    kinds = {output["output_type"] for cell in code for output in cell["outputs"]}
    assert "error" not in kinds
    streams = {output.get("name") for cell in code for output in cell["outputs"]}
    assert "stderr" not in streams, "a warning is shown to the reader"


@each
def test_no_magics_no_functions_no_machine_details(path):
    for cell in cells(path):
        assert not re.search(r"^\s*[%!]|^\s*\w+\?", source(cell), re.MULTILINE), source(cell)
        tree = ast.parse(source(cell))
        assert not [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))]
        assert "raises-exception" not in cell["metadata"].get("tags", [])
    text = path.read_text(encoding="utf-8")
    for output in (output for cell in cells(path) for output in cell["outputs"]):
        shown = json.dumps({key: value for key, value in output.get("data", output).items() if not key.startswith("image/")})
        assert str(ROOT) not in shown and "/tmp/" not in shown and "/home/" not in shown
    assert "papermill" not in json.loads(text)["metadata"] and "papermill-error-cell-tag" not in text


@each
def test_committed_in_normal_form(path):
    again = execution.tidy(json.loads(path.read_text(encoding="utf-8")))
    assert path.read_text(encoding="utf-8") == json.dumps(again, ensure_ascii=False, indent=1, sort_keys=True) + "\n", (
        f"run: armstrail notebooks {path.stem}")


@each
def test_parameters_are_literals_with_a_type_and_a_comment(path):
    declared = params.declared(path)
    assert [parameter.name for parameter in declared[:3]] == ["story", "run_folder", "language"]
    assert all(len(parameter.help) > 8 for parameter in declared), "a comment a line says what it means"
    (cell,) = [cell for cell in cells(path) if "parameters" in cell["metadata"].get("tags", [])]
    assert not re.findall(r"^\w+\s*=", source(cell), re.MULTILINE), "a type a line"
    assert params.check({**{p.name: p.default for p in declared}, "In": []}, path.stem)


@each
def test_the_question_comes_first_and_then_what_it_cannot_show(path):
    first = json.loads(path.read_text(encoding="utf-8"))["cells"][0]
    assert first["cell_type"] == "markdown" and source(first).startswith("# ") and "cannot show" in source(first)


# --- nbval and what it must notice ------------------------------------------------------------------

def nbval(notebook):
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "nbval", "--nbval", "--nbval-current-env", "-p", "no:cacheprovider",
         "--nbval-sanitize-with", str(ROOT / "tests" / "sanitize.cfg"), "--nbval-cell-timeout=300",
         "-c", str(ROOT / "pyproject.toml"), "--rootdir", str(notebook.parent), str(notebook)],
        cwd=notebook.parent, capture_output=True, text=True)
    return done.returncode, done.stdout


def change(project, ledger, column, chosen, to):
    """Change one figure of a ledger, record the new file as received, and build the tidy tables from it."""
    path = project / "data" / "raw" / ledger
    text = path.read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    (row,) = [row for row in rows if all(row[key] == value for key, value in chosen.items())]
    line = next(line for line in text.splitlines() if line.startswith(f"{row['id']},"))
    assert line.count(row[column]) == 1
    paths.write_text(path, text.replace(line, line.replace(row[column], to)))
    records = project / "data" / "raw" / "records.csv"
    old, new = paths.digest(text.encode("utf-8")), paths.digest(path)
    paths.write_text(records, records.read_text(encoding="utf-8").replace(old, new))
    sources.write_processed(sources.build(project), project)


@pytest.mark.parametrize(("notebook", "ledger", "column", "chosen", "to"), [
    ("01-export-growth", "exports/exports.csv", "value_usd", {"series": "bts-surface", "year_from": "2003"}, "4102803"),
])
def test_one_changed_figure_fails_the_notebook_check(tmp_path, notebook, ledger, column, chosen, to):
    project = copied(tmp_path / "project")
    change(project, ledger, column, chosen, to)
    code, text = nbval(project / "notebooks" / f"{notebook}.ipynb")
    assert code == 1 and "failed" in text, text


def sanitizer():
    parser = configparser.RawConfigParser()
    parser.read(ROOT / "tests" / "sanitize.cfg", encoding="utf-8")
    return [(parser.get(section, "regex"), parser.get(section, "replace")) for section in parser.sections()]


def sanitized(text):
    for pattern, replacement in sanitizer():
        text = re.sub(pattern, replacement, text)
    return text


@pytest.mark.parametrize("text", [
    "2014-09-26", "2014-09-26 00:00:00", "2014-09-26T00:00:00.000", "September 26, 2014", "$137.4 million", "137,400,000",
    "20,066", "12.3", "-3.5e-07", "12:30", "0301", "0.05", "100%", "1e10", "sha 3f2a9c01d4", "2002-2004", "0x12",
])
def test_the_sanitizer_leaves_dates_and_amounts_alone(text):
    assert sanitized(text) == text


def test_the_sanitizer_hides_what_differs_between_two_runs():
    assert sanitized("<object at 0x7f3a2b4c5d60>") == "<object at ADDRESS>"
    assert sanitized("/tmp/ipykernel_12/345.py:3: Warning") == "KERNEL-FILE:3: Warning"


@each
def test_the_sanitizer_touches_nothing_the_notebooks_print(path):
    assert [sanitized(line) for line in printed(path)] == printed(path)


# --- whole runs of the real notebooks ----------------------------------------------------------------

def run_in(project, *, story="default", fresh=False):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        outcome = runner.run(project, story, fresh=fresh, say=lambda _line: None)
    assert outcome.ok, outcome.failures
    return outcome


@pytest.fixture(scope="session")
def default_run(tmp_path_factory):
    """The folder of a default run, in a copy of the project; a run of the project that is still fresh is reused."""
    project = copied(tmp_path_factory.mktemp("default") / "project")
    if (ROOT / "runs" / "default").is_dir():
        shutil.copytree(ROOT / "runs" / "default", project / "runs" / "default")
    return run_in(project).folder


def contents(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_notebook_00_leaves_the_processed_data_byte_for_byte(tmp_path):
    project = copied(tmp_path / "project")
    for path in (project / "data" / "processed").glob("*.csv"):
        path.write_text("gone\n")
    paths.write_text(project / "stories" / "data-only.yml", "notebooks: [00-check-the-data]\n")
    run_in(project, story="data-only")
    assert contents(project / "data" / "processed") == contents(ROOT / "data" / "processed")


@each
def test_a_run_prints_what_is_committed(default_run, path):
    made = default_run / "notebooks" / path.name
    assert printed(made) == printed(path)


@pytest.fixture(scope="session")
def from_elsewhere(tmp_path_factory):
    """Each notebook by plain papermill from a folder that is no part of the project."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def one(path: Path) -> Path:
        target = elsewhere / path.name
        done = subprocess.run([sys.executable, "-m", "papermill", str(path), str(target), "-p", "run_folder", str(elsewhere / "run" / path.stem)],
                              cwd=elsewhere, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return target

    with ThreadPoolExecutor(2) as pool:
        return dict(zip(NOTEBOOKS, pool.map(one, NOTEBOOKS), strict=True))


@each
def test_plain_papermill_from_another_folder_prints_the_same(from_elsewhere, path):
    assert printed(from_elsewhere[path]) == printed(path)


def test_findings_and_figures_of_the_default_run(default_run):
    folder = default_run
    found = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    assert all({"id", "value", "value_is", "unit", "sentence", "figure", "sources", "cell"} <= set(one) for one in found)
    assert {
        "exports.base_total", "exports.comparison_total", "exports.ratio", "exports.ratio_like_for_like", "exports.ratio_real",
        "exports.specifications_total", "exports.specifications_at_or_above_claim", "firearms.claimed_source",
        "firearms.low_family_latest", "firearms.disclosures", "timeline.atrocities", "timeline.transfers_after",
        "timeline.transfers_possibly_after",
    } <= {one["id"] for one in found}
    for about in (folder / "figures").glob("*.json"):
        stem = about.name.removesuffix(".json")
        assert {path.name.removeprefix(f"{stem}.") for path in (folder / "figures").glob(f"{stem}.*")} == {
            "json", "csv", "gray.png", *(f"{lang}.{kind}" for lang in ("en", "es") for kind in ("png", "svg", "pdf"))}


# --- what the README promises ---------------------------------------------------------------------------

def named_paths(text):
    """Paths of the project that a Markdown text names, in links, pictures and code."""
    links = re.findall(r"\]\(([^)#\s]+)", text)
    code = [word for span in re.findall(r"`([^`\n]+)`", text) for word in span.split()]
    known = {path.name for path in ROOT.iterdir()}
    found = links + [word.lstrip("(\"'").rstrip(",.;:)\"'") for word in code]
    return sorted({word.rstrip("/") for word in found if "://" not in word and not re.search(r"[<>*{}$]|\.\.\.", word)
                   and (word in links or word.split("/")[0] in known)})


@pytest.mark.parametrize("document", ["README.md", "METHODS.md", "CORRECTIONS.md", "LICENSE-DATA.md"])
def test_every_path_a_document_names_exists(document):
    if not (ROOT / document).is_file():
        pytest.fail(f"{document} is missing")
    missing = [name for name in named_paths((ROOT / document).read_text(encoding="utf-8"))
               if not name.startswith((".venv", "runs")) and not (ROOT / name).exists()]
    assert not missing


def test_paths_are_found_in_links_and_code():
    text = "See [it](docs/a.md), `data/raw/x.csv` and `.venv/bin/armstrail run stories/one.yml`; not <https://a.b/c> or `runs/<story>/`."
    assert named_paths(text) == [".venv/bin/armstrail", "data/raw/x.csv", "docs/a.md", "stories/one.yml"]
