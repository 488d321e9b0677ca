"""Run a story: check, execute what is not fresh, put the result in place whole, and say what came of it.

A run is built in ``runs/.partial-<story>`` and takes the place of ``runs/<story>`` only when every notebook
has succeeded. Each notebook's results are kept with a key made of everything it reads; equal keys and
untouched files are reused, so that a rerun executes only what would come out differently.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from helpers import params, paths
from helpers.running import freshness, stories
from helpers.problems import InputProblems, Problem

# Staging folders of single notebooks, inside the partial run.
STAGE = ".stages"
NOTEBOOKS = "notebooks"
# In what a run keeps: the files made of all its notebooks together, such as findings.json and the report.
TOGETHER = "*"


@dataclass(frozen=True)
class Outcome:
    """What a run did: its folder, the notebooks executed and reused, failures, and the comparison text ("" when none)."""

    folder: Path
    executed: tuple[str, ...] = ()
    reused: tuple[str, ...] = ()
    failures: tuple[Any, ...] = ()
    changes: str = ""
    findings: tuple[Mapping[str, Any], ...] = field(default=())

    @property
    def ok(self) -> bool:
        """Whether the run succeeded."""
        return not self.failures


def run(project: Path, story: str = "default", options: Iterable[tuple[str, str]] = (), *, name: str = "",
        fresh: bool = False, say: Callable[[str], None] = print) -> Outcome:
    """Run ``story`` with the ``-p`` pairs ``options`` into ``runs/<name or story>``; ``say`` gets each line of progress.

    ``fresh`` executes every notebook even when nothing changed. Raises ``InputProblems`` before any kernel
    starts when parameters or raw data cannot be used, and when this run is already going on; a notebook that
    fails is no exception but ``Outcome.failures``, with the last good run left as it was.
    """
    project = Path(project)
    read = stories.read(project, story)
    name = name or read.name
    with _claimed(project / "runs", name):
        inputs = freshness.Inputs(project)
        if not inputs.intact():
            from helpers import sources

            sources.verify(project)
        if not inputs.processed_is_current():
            # Windows and names are checked against data/processed, so it must be of today's raw data.
            _rebuild(project)
            inputs.reread()
        plan = params.resolve(project, read, options)
        under_way = _Run(project, plan, name, inputs, say)
        try:
            return under_way.go(fresh)
        finally:
            shutil.rmtree(under_way.partial, ignore_errors=True)


def _rebuild(project: Path) -> None:
    from helpers import sources

    sources.write_processed(sources.build(project), project)


class _Run:
    """One run under way."""

    def __init__(self, project: Path, plan: params.Plan, name: str, inputs: freshness.Inputs, say: Callable[[str], None]):
        self.project, self.plan, self.name, self.inputs, self.say = project, plan, name, inputs, say
        runs = project / "runs"
        self.final, self.partial = runs / name, runs / f".partial-{name}"
        self.failed = runs / f"{name}.failed"

    def go(self, fresh: bool) -> Outcome:
        reusable = {} if fresh else self._reusable()
        wanted = list(self.plan.notebooks)
        if list(reusable) == wanted and all(folder == self.final for folder, _entry in reusable.values()) and self._stands():
            return Outcome(self.final, reused=tuple(wanted), findings=self._findings(self.final))
        shutil.rmtree(self.partial, ignore_errors=True)
        shutil.rmtree(self.failed, ignore_errors=True)
        # One notebook writes data/processed and the others read it. They run side by side all the same,
        # and again in the rare case that what they read has changed meanwhile.
        for _attempt in range(3):
            before = self.inputs.processed
            todo = [notebook for notebook in wanted if notebook not in reusable]
            failures = self._execute(todo)
            if failures:
                return Outcome(self._keep_failed(), executed=tuple(todo), failures=tuple(failures))
            if self.inputs.reread() == before:
                break
            self.say("data/processed has changed; what was read before is read again.")
            shutil.rmtree(self.partial, ignore_errors=True)
            reusable = {} if fresh else self._reusable()
        kept = self._gather(todo, reusable)
        return self._finish(kept, tuple(todo), tuple(reusable))

    def _reusable(self) -> dict[str, tuple[Path, Mapping[str, Any]]]:
        """For each notebook whose results stand, fresh and whole, in this run's folder or its story's: where, and what."""
        found = {}
        for folder in dict.fromkeys((self.final, self.project / "runs" / self.plan.story.name)):
            for notebook, entry in freshness.kept(folder).items():
                if (notebook in self.plan.notebooks and notebook not in found and entry["key"] == self._key(notebook)
                        and freshness.whole(folder, entry["files"])):
                    found[notebook] = (folder, entry)
        return {notebook: found[notebook] for notebook in self.plan.notebooks if notebook in found}

    def _stands(self) -> bool:
        """Whether the last run is of exactly these notebooks, and what was made of them together is as it was."""
        kept = freshness.kept(self.final)
        return set(kept) == {*self.plan.notebooks, TOGETHER} and freshness.whole(self.final, kept[TOGETHER]["files"])

    def _key(self, notebook: str) -> str:
        return self.inputs.key(self.project / "notebooks" / f"{notebook}.ipynb", self._told(notebook))

    def _told(self, notebook: str) -> dict[str, Any]:
        """The parameters to inject: those that differ from the notebook's own, so that a default run reads as it is written."""
        values = self.plan.notebooks[notebook]
        told = {key: value for key, value in values.items() if key in self.plan.changed}
        return told | ({"story": self.plan.story.name} if "story" in values else {})

    # --- executing

    def _stage(self, notebook: str) -> Path:
        return self.partial / STAGE / notebook

    def _seen(self, folder: Path) -> str:
        """A folder of the project as a notebook sees it: relative, so that no result depends on where the project is."""
        return f"../{folder.relative_to(self.project).as_posix()}"

    def _execute(self, notebooks: list[str]) -> list[Any]:
        from helpers.running.execution import Job, execute

        jobs = []
        for notebook in notebooks:
            stage = self._stage(notebook)
            stage.mkdir(parents=True)
            told = self._told(notebook)
            if "run_folder" in self.plan.notebooks[notebook]:
                told["run_folder"] = self._seen(stage)
            jobs.append(Job(notebook, self.project / "notebooks" / f"{notebook}.ipynb",
                            stage / NOTEBOOKS / f"{notebook}.ipynb", told))
        progress = _Progress(self.say)
        try:
            return execute(jobs, progress, workers=min(3, (os.cpu_count() or 1) + 1, max(1, len(jobs))))
        finally:
            progress.end()

    def _keep_failed(self) -> Path:
        """Move the partial run to ``runs/<name>.failed``, notebooks together, and return that folder."""
        for path in sorted((self.partial / STAGE).glob(f"*/{NOTEBOOKS}/*.ipynb")):
            (self.partial / NOTEBOOKS).mkdir(exist_ok=True)
            os.replace(path, self.partial / NOTEBOOKS / path.name)
        return paths.promote(self.partial, self.failed)

    # --- putting together

    def _gather(self, executed: list[str], reusable: Mapping[str, tuple[Path, Mapping[str, Any]]]) -> dict[str, Any]:
        """Bring each notebook's files together in the partial run; returns what ``freshness.keep`` writes."""
        from helpers.running.execution import tidy_file

        kept: dict[str, Any] = {}
        for notebook in executed:
            stage = self._stage(notebook)
            tidy_file(stage / NOTEBOOKS / f"{notebook}.ipynb", {self._seen(stage): self._seen(self.final)})
            names = sorted(path.relative_to(stage).as_posix() for path in stage.rglob("*") if path.is_file())
            for file in names:
                if (self.partial / file).exists():
                    owner = next(other for other, entry in kept.items() if file in entry["files"])
                    raise InputProblems([Problem(f"notebooks/{notebook}.ipynb", None, None, f"{file}, which {owner} writes too",
                                                 "each figure and table written by one notebook", "give one of the two another id")])
                (self.partial / file).parent.mkdir(parents=True, exist_ok=True)
                os.replace(stage / file, self.partial / file)
            kept[notebook] = {"key": self._key(notebook), "files": freshness.listing(self.partial, names)}
        for notebook, (folder, entry) in reusable.items():
            for file in entry["files"]:
                (self.partial / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(folder / file, self.partial / file)
            kept[notebook] = entry
        shutil.rmtree(self.partial / STAGE, ignore_errors=True)
        return {notebook: kept[notebook] for notebook in self.plan.notebooks}

    def _finish(self, kept: Mapping[str, Any], executed: tuple[str, ...], reused: tuple[str, ...]) -> Outcome:
        from helpers import record, report

        record.merge(self.partial)
        report.write(self.partial, self.final)
        single = {file for entry in kept.values() for file in entry["files"]}
        rest = [name for path in self.partial.rglob("*") if path.is_file()
                and (name := path.relative_to(self.partial).as_posix()) not in single]
        freshness.keep(self.partial, {**kept, TOGETHER: {"key": "", "files": freshness.listing(self.partial, rest)}})
        self._carry_over()
        changes = ""
        if (self.final / "manifest.json").is_file():
            changes = "\n".join(record.compare(self.final, self.partial).lines())
        paths.promote(self.partial, self.final)
        return Outcome(self.final, executed, reused, changes=changes, findings=self._findings(self.final))

    def _carry_over(self) -> None:
        """Keep what others put beside the last run's results, such as a Word kit someone may have edited."""
        made = {file.split("/")[0] for folder in (self.final, self.partial)
                for entry in freshness.kept(folder).values() for file in entry["files"]} | {freshness.KEPT}
        others = [path for path in self.final.iterdir() if path.name not in made] if freshness.kept(self.final) else []
        for path in others:
            (shutil.copytree if path.is_dir() else shutil.copy2)(path, self.partial / path.name)
        if others:
            self.say(f"Kept from before, and not made from this run: {', '.join(sorted(path.name for path in others))}.")

    def _findings(self, folder: Path) -> tuple[Mapping[str, Any], ...]:
        path = folder / "findings.json"
        return tuple(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else ()


class _Progress:
    """One plain line a cell; on a terminal, one line that is rewritten, with each running notebook's place."""

    def __init__(self, say: Callable[[str], None]):
        self.say, self.places, self.live = say, {}, say is print and sys.stdout.isatty()
        self.began = time.monotonic()

    def __call__(self, notebook: str, cell: int, total: int, heading: str) -> None:
        self.places[notebook] = f"{notebook} {cell}/{total}"
        if not self.live:
            self.say(f"{notebook}  cell {cell} of {total}  {heading}".rstrip())
            return
        width = shutil.get_terminal_size().columns - 1
        line = f"{time.monotonic() - self.began:4.0f} s  " + "  ".join(self.places.values())
        sys.stdout.write("\r" + line[:width].ljust(width))
        sys.stdout.flush()

    def end(self) -> None:
        if self.live and self.places:
            sys.stdout.write("\n")


@contextmanager
def _claimed(runs: Path, name: str) -> Iterator[None]:
    """Hold the run ``name`` for this process; the system lets go of it however the process ends.

    Also puts back a good run that a crash left set aside in the middle of ``paths.promote``.
    """
    runs.mkdir(exist_ok=True)
    with (runs / f".lock-{name}").open("a+", encoding="utf-8") as lock:
        if not _lock(lock):
            raise InputProblems([Problem(f"runs/{name}", None, None, "another run of it going on",
                                         "one run of a story at a time", "wait until it has ended, or stop it")])
        retired = runs / f".{name}.retired"
        if retired.is_dir() and not (runs / name).exists():
            os.replace(retired, runs / name)
        yield


def _lock(file: Any) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


# --- what is said at the end ----------------------------------------------------------------------------

def summary(outcome: Outcome, project: Path, language: str = "en", seconds: float = 0.0) -> str:
    """What to print after a run: where it failed, or the headline findings, what changed, and where to look."""
    where = outcome.folder.relative_to(project).as_posix()
    if not outcome.ok:
        lines = [*map(str, outcome.failures)]
        lines += [f"The partial notebook is {where}/{NOTEBOOKS}/{failure.notebook}.ipynb" for failure in outcome.failures]
        good = where.removesuffix(".failed")
        if (project / good).is_dir():
            lines.append(f"The last good run in {good} is untouched.")
        return "\n".join(lines)
    lines = ["Nothing has changed since the last run; its results stand." if not outcome.executed else
             f"Executed {_count(outcome.executed)} in {seconds:.1f} s"
             + (f", reused {_count(outcome.reused)}." if outcome.reused else ".")]
    if outcome.findings:
        lines += ["", "Findings:"]
        lines += [f"  {finding['sentence'][language]}" for finding in outcome.findings]
    if outcome.changes:
        lines += ["", outcome.changes.rstrip()]
    figures = len(list((outcome.folder / "figures").glob("*.json")))
    lines += ["", f"Look in {where}: {figures} figures in figures/, the executed notebooks in {NOTEBOOKS}/, "
                  "every number a sentence may quote in findings.json."]
    return "\n".join(lines)


def _count(notebooks: tuple[str, ...]) -> str:
    return f"{len(notebooks)} notebook{'s' if len(notebooks) != 1 else ''}"
