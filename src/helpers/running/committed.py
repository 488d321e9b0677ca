"""The notebooks as they are committed: executed in place, in a form that two equal runs share byte for byte."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from helpers.problems import InputProblems, Problem, nearest


def refresh(project: Path, names: Iterable[str] = (), say: Callable[[str], None] = print) -> int:
    """Execute the notebooks ``names`` (all when empty) with their own defaults and put the results in their place.

    One after the other, since notebook 00 writes what the others read. A notebook that fails stays as it
    was; its partial copy is in ``runs/notebooks.failed/``. Returns the exit code. Raises ``InputProblems``
    for a name that is no notebook.
    """
    from helpers.running.execution import Job, execute

    available = {path.stem: path for path in sorted((project / "notebooks").glob("*.ipynb"))}
    wanted = [Path(name).stem for name in names] or list(available)
    unknown = [name for name in wanted if name not in available]
    if unknown:
        raise InputProblems([Problem("command line", None, None, f"the notebook {name}, which does not exist",
                                     f"one of {', '.join(available)}", f"use {(nearest(name, list(available)) or list(available))[0]}")
                             for name in unknown])
    stage, failed = project / "runs" / ".partial-notebooks", project / "runs" / "notebooks.failed"
    shutil.rmtree(stage, ignore_errors=True)
    code = 0
    for name in wanted:
        job = Job(name, available[name], stage / f"{name}.ipynb", {})
        failures = execute([job], lambda *_place: None, workers=1)
        if failures:
            failed.mkdir(parents=True, exist_ok=True)
            os.replace(job.target, failed / job.target.name)
            say(f"{failures[0]}\nThe partial notebook is runs/notebooks.failed/{name}.ipynb; notebooks/{name}.ipynb is untouched.")
            code = 1
            continue
        changed = job.target.read_bytes() != job.source.read_bytes()
        os.replace(job.target, job.source)
        say(f"{name}: {'results changed' if changed else 'the same as before'}")
    shutil.rmtree(stage, ignore_errors=True)
    return code
