"""Finding the project, and writing whole files or none."""

import pytest

from helpers import paths


def test_root_from_anywhere(tmp_path, monkeypatch):
    here = paths.root()
    monkeypatch.chdir(tmp_path)
    assert paths.root() == here
    assert paths.root(here / "notebooks") == here


def test_root_prefers_the_project_the_caller_stands_in(tmp_path):
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "default.yml").write_text("title: {}\n", encoding="utf-8")
    (tmp_path / "notebooks").mkdir()
    assert paths.root(tmp_path / "notebooks") == tmp_path


def test_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    target = paths.write_text(tmp_path / "a.txt", "old")
    monkeypatch.setattr(paths.os, "replace", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        paths.write_text(target, "new")
    assert target.read_text(encoding="utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_promote_keeps_the_old_folder_when_it_cannot_move(tmp_path, monkeypatch):
    new, old = tmp_path / "new", tmp_path / "old"
    new.mkdir(), old.mkdir()
    (old / "x").write_text("1", encoding="utf-8")
    real = paths.os.replace
    monkeypatch.setattr(paths.os, "replace", lambda a, b: (_ for _ in ()).throw(OSError("busy")) if str(a).endswith("new") else real(a, b))
    with pytest.raises(OSError, match="busy"):
        paths.promote(new, old)
    assert (old / "x").read_text(encoding="utf-8") == "1"
