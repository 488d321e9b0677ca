"""The whole journey: add a file, run, read what changed."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import paths

sys.path.insert(0, str(Path(__file__).parent))

import made_up_dataweb  # noqa: E402

PROJECT = paths.root(Path(__file__).parent)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = tmp_path_factory.mktemp("fresh") / "project"
    for folder in ("data", "stories", "notebooks", "src"):
        shutil.copytree(PROJECT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for file in ("pyproject.toml", "requirements.lock"):
        shutil.copy(PROJECT / file, root)
    (root / "stories" / "fresh.yml").write_text(
        "title: {en: Fresh exports, es: Exportaciones nuevas}\nnotebooks: [00-check-the-data, 01-export-growth]\nparameters: {}\n", encoding="utf-8")
    return root


def armstrail(root: Path, *words: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "helpers.cli", *words], cwd=root, capture_output=True, text=True, encoding="utf-8", timeout=600, check=False)


def test_a_newer_file_changes_the_findings_and_the_run_says_so(project):
    first = armstrail(project, "run", "fresh")
    assert first.returncode == 0, first.stdout + first.stderr
    before = {f["id"]: f for f in json.loads((project / "runs" / "fresh" / "findings.json").read_text(encoding="utf-8"))}
    assert before["exports.ratio"]["value_is"] == "at_most"
    file = project.parent / "DataWeb-Query-Export.csv"
    file.write_text(made_up_dataweb.csv_text(codes={"93": 10}), encoding="utf-8")
    added = armstrail(project, "add", str(file))
    assert added.returncode == 0, added.stdout + added.stderr
    second = armstrail(project, "run", "fresh")
    assert second.returncode == 0, second.stdout + second.stderr
    after = {f["id"]: f for f in json.loads((project / "runs" / "fresh" / "findings.json").read_text(encoding="utf-8"))}
    assert after["exports.ratio"]["value_is"] == "exact" and after["exports.base_total"]["value"] == 12_000_000
    assert "exports.base_total now reads:" in second.stdout
