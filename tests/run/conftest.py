from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import small_project  # noqa: E402


@pytest.fixture
def small(tmp_path, monkeypatch):
    """A small project of two notebooks, with the working directory in it."""
    made = small_project.make(tmp_path / "project")
    monkeypatch.chdir(made)
    return made
