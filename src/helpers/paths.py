"""Find the project from wherever the caller stands, and write files so that none is ever half-written."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

MARKER = Path("stories") / "default.yml"


def root(start: str | Path | None = None) -> Path:
    """The project's folder: the nearest one at or above ``start`` that holds ``stories/default.yml``.

    ``start`` is the working directory when not given. Notebooks run from ``notebooks/``, from a
    run's folder or from anywhere papermill was called, so when nothing above ``start`` is a
    project, the project this package was installed from is meant.

    Raises ``InputProblems`` when there is no project in either place.

    >>> (root() / "stories" / "default.yml").is_file()
    True
    """
    begin = Path(start or Path.cwd()).resolve()
    for folder in (begin, *begin.parents, *Path(__file__).resolve().parents):
        if (folder / MARKER).is_file():
            return folder
    from helpers.problems import InputProblems, Problem

    raise InputProblems([Problem(
        file=str(begin), row=None, column=None,
        found=f"no folder above it holds {MARKER.as_posix()}",
        expected="a folder inside the Arms Trail project",
        fix="change into the project's folder and run the command again",
    )])


def digest(source: str | Path | bytes) -> str:
    """SHA-256 of a file's bytes, or of the bytes given, in hexadecimal.

    >>> digest(b"")[:8]
    'e3b0c442'
    """
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    return hashlib.sha256(data).hexdigest()


def write_bytes(path: str | Path, data: bytes) -> Path:
    """Write ``data`` to ``path`` whole or not at all, making its folder; returns the path.

    The bytes go to a neighbor first and are renamed into place, so a full disk or a killed
    process leaves the old file as it was.

    >>> import tempfile
    >>> write_bytes(Path(tempfile.mkdtemp()) / "a" / "b.txt", b"x").read_bytes()
    b'x'
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, partial = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".partial")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp makes private files; what we leave behind is meant to be read.
        os.chmod(partial, 0o644)
        os.replace(partial, path)
    except BaseException:
        Path(partial).unlink(missing_ok=True)
        raise
    return path


def write_text(path: str | Path, text: str) -> Path:
    r"""Write ``text`` as UTF-8 with ``\n`` line ends on every system; whole or not at all.

    >>> import tempfile
    >>> write_text(Path(tempfile.mkdtemp()) / "b.txt", "día\n").read_bytes()
    b'd\xc3\xada\n'
    """
    return write_bytes(path, text.encode("utf-8"))


def promote(partial: str | Path, final: str | Path) -> Path:
    """Put the folder ``partial`` in the place of ``final``; the old ``final`` goes only when the new one stands.

    >>> import tempfile
    >>> base = Path(tempfile.mkdtemp()); (base / "new").mkdir(); (base / "old").mkdir()
    >>> promote(base / "new", base / "old").name, (base / "new").exists()
    ('old', False)
    """
    partial, final = Path(partial), Path(final)
    final.parent.mkdir(parents=True, exist_ok=True)
    retired = final.with_name(f".{final.name}.retired")
    shutil.rmtree(retired, ignore_errors=True)
    if final.exists():
        os.replace(final, retired)
    try:
        os.replace(partial, final)
    except BaseException:
        if retired.exists():
            os.replace(retired, final)
        raise
    shutil.rmtree(retired, ignore_errors=True)
    return final
