"""Execute notebooks with papermill: several at a time, in kernels of this interpreter, one report a cell.

Knows papermill, nbclient and kernels, and nothing of stories, caches or runs; ``helpers.runner`` does.
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers import paths
from helpers.running.warm import Nursery, imports

# called with notebook, the code cell about to run (from 1), how many there are, and the heading above it
Report = Callable[[str, int, int, str], None]


@dataclass(frozen=True)
class Job:
    """One notebook to execute: its name, where it is, where its executed copy goes, and what it is told."""

    name: str
    source: Path
    target: Path
    parameters: Mapping[str, Any]


@dataclass(frozen=True)
class Failure:
    """Where a notebook stopped: the heading above the code cell, its number (``In [cell]``), and why."""

    notebook: str
    heading: str
    cell: int
    reason: str
    died: bool = False

    def __str__(self) -> str:
        under = f", under the heading \"{self.heading}\"" if self.heading else ""
        return f"The notebook {self.notebook} stopped in code cell {self.cell}{under}: {self.reason}"


class Interrupted(Exception):
    """The run was stopped from outside; its kernels are gone."""


def headings(cells: list[Mapping[str, Any]]) -> list[str]:
    """For every cell, the text of the nearest Markdown heading in or above it ("" before the first).

    >>> headings([{"cell_type": "markdown", "source": "# One"}, {"cell_type": "code", "source": "1"}])
    ['One', 'One']
    """
    found, current = [], ""
    for cell in cells:
        if cell["cell_type"] == "markdown":
            lines = re.findall(r"^#{1,6}\s+(.+?)\s*#*$", "".join(cell["source"]), re.MULTILINE)
            current = lines[-1] if lines else current
        found.append(current)
    return found


def execute(jobs: list[Job], report: Report, workers: int = 2) -> list[Failure]:
    """Execute ``jobs``, ``workers`` at a time, and normalize what they wrote; returns where any of them stopped.

    A failing notebook leaves its partial copy at its target and does not stop the others, so that every
    failure is reported at once. Raises ``Interrupted`` on Ctrl-C or SIGTERM after killing the kernels.
    """
    _quiet()
    kernels = _Kernels(Nursery(imports(job.source for job in jobs)))
    pool = ThreadPoolExecutor(max_workers=max(1, workers))
    with kernels.guarded():
        futures = [pool.submit(_execute_one, job, report, kernels) for job in jobs]
        try:
            failures = [failure for future in as_completed(futures) if (failure := future.result())]
        except (KeyboardInterrupt, Interrupted):
            # A kernel may be just about to start, so they are killed until nobody waits for one.
            for _moment in range(50):
                kernels.kill()
                if not wait(futures, timeout=0.2).not_done:
                    break
            raise Interrupted from None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
            kernels.nursery.close()
    return sorted(failures, key=lambda failure: failure.notebook)


def _execute_one(job: Job, report: Report, kernels: _Kernels) -> Failure | None:
    for _attempt in range(3):
        if kernels.stopped.is_set():
            return None
        failure = _attempt_one(job, report, kernels)
        # A kernel picks its ports before it opens them, and another program may be quicker: it then dies
        # before its first cell, and a second start does no harm.
        if failure is None or failure.cell > 0 or not failure.died:
            break
    return failure


def _attempt_one(job: Job, report: Report, kernels: _Kernels) -> Failure | None:
    cells = json.loads(job.source.read_text(encoding="utf-8"))["cells"]
    above = {cell.get("id"): heading for cell, heading in zip(cells, headings(cells), strict=True)}
    # papermill adds one code cell with the values given, right behind the parameters cell.
    total = sum(cell["cell_type"] == "code" for cell in cells) + bool(job.parameters)
    now = {"cell": 0, "heading": "", "id": None}

    def started(cell: Mapping[str, Any], cell_index: int) -> None:
        if cell["cell_type"] != "code":
            return
        now.update(cell=now["cell"] + 1, heading=above.get(cell.get("id"), now["heading"]), id=cell.get("id"))
        report(job.name, now["cell"], total, now["heading"])

    from nbclient.exceptions import DeadKernelError
    from papermill import execute_notebook
    from papermill.exceptions import PapermillExecutionError

    job.target.parent.mkdir(parents=True, exist_ok=True)
    try:
        execute_notebook(
            str(job.source), str(job.target), parameters=dict(job.parameters), progress_bar=False, kernel_name="python3", language="python",
            kernel_manager_class=kernels.manager_class(), resources={"metadata": {"path": str(job.source.parent)}},
            shutdown_kernel="immediate", on_cell_start=started,
        )
    except PapermillExecutionError as error:
        reason = error.evalue.strip() if error.ename == "InputProblems" else f"{error.ename}: {error.evalue.strip()}"
        failure = Failure(job.name, now["heading"], now["cell"], reason)
    except Interrupted:
        raise
    except Exception as error:  # noqa: BLE001 - whatever stops one notebook is reported beside the others
        died = isinstance(error, DeadKernelError) or "kernel died" in str(error).lower()
        reason = ("its Python process died, which most often means that memory ran out; close other programs, or "
                  "bring smaller files") if died else f"{type(error).__name__}: {error}"
        failure = Failure(job.name, now["heading"], now["cell"], reason, died)
    else:
        failure = None
    if job.target.is_file():
        tidy_file(job.target, stopped_at=now["id"] if failure else None)
    return failure


# --- the executed file --------------------------------------------------------------------------

def tidy(notebook: dict[str, Any], replace: Mapping[str, str] | None = None) -> dict[str, Any]:
    """An executed notebook (its JSON) without times, paths and machine details, so that equal runs are equal files.

    ``replace`` maps texts to what stands for them in the cell of injected parameters: the staging
    folder, which is gone when a reader opens the file.
    """
    notebook["metadata"] = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for cell in notebook["cells"]:
        kept = {key: value for key, value in cell["metadata"].items() if key not in ("papermill", "execution")}
        if kept.get("tags") == []:
            del kept["tags"]
        cell["metadata"] = kept
        if cell["cell_type"] == "code":
            cell["outputs"] = _joined(cell["outputs"])
        if "injected-parameters" in kept.get("tags", []):
            cell["id"] = "injected-parameters"
            source = "".join(cell["source"])
            for old, new in (replace or {}).items():
                source = source.replace(old, new)
            cell["source"] = source.splitlines(keepends=True)
    return notebook


def _joined(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Outputs with neighboring pieces of one stream put together: where a print is cut depends on the clock."""
    joined: list[dict[str, Any]] = []
    for output in outputs:
        if output["output_type"] == "stream" and joined and joined[-1].get("name") == output["name"]:
            text = "".join(joined[-1]["text"]) + "".join(output["text"])
            joined[-1] = {**output, "text": text.splitlines(keepends=True)}
        else:
            joined.append(output)
    return joined


def tidy_file(path: Path, replace: Mapping[str, str] | None = None, stopped_at: str | None = None) -> None:
    """``tidy`` for a file; ``stopped_at`` is the id of the cell a notebook stopped in.

    When a kernel dies papermill leaves no mark, so the cell gets the tag papermill gives to one that failed.
    """
    notebook = tidy(json.loads(path.read_text(encoding="utf-8")), replace)
    for cell in notebook["cells"]:
        if stopped_at and cell.get("id") == stopped_at:
            tags = cell["metadata"].setdefault("tags", [])
            if "papermill-error-cell-tag" not in tags:
                tags.append("papermill-error-cell-tag")
    paths.write_text(path, json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


# --- kernels ---------------------------------------------------------------------------------------

class _Kernels:
    """The kernels of one ``execute`` call: always this interpreter's, and none outlives the call."""

    def __init__(self, nursery: Nursery) -> None:
        self.nursery = nursery
        self.alive: set[Any] = set()
        self.stopped = threading.Event()
        self._class: Any = None
        self._lock = threading.Lock()

    def manager_class(self) -> Any:
        with self._lock:
            if self._class is None:
                self._class = self._make_class()
            return self._class

    def _make_class(self) -> Any:
        from jupyter_client.kernelspec import KernelSpec
        from jupyter_client.manager import AsyncKernelManager

        kernels = self
        command = [sys.executable, "-Xfrozen_modules=off", "-m", "ipykernel_launcher", "-f", "{connection_file}"]

        class OwnKernel(AsyncKernelManager):
            # A kernelspec called python3 in the user's home may belong to another Python, so none is looked up.
            @property
            def kernel_spec(self) -> KernelSpec:
                return KernelSpec(argv=command, display_name="Python 3", language="python",
                                  metadata={"debugger": False, "supported_encryption": ["curve"]})

            async def start_kernel(self, **options: Any) -> None:
                if kernels.stopped.is_set():
                    raise Interrupted
                # Without this ipykernel warns on every start that its TCP ports are not encrypted.
                self.transport_encryption = "auto"
                kernels.alive.add(self)
                await super().start_kernel(**options)

            async def _async_launch_kernel(self, kernel_cmd: list[str], **options: Any) -> None:
                forked = kernels.nursery.start(kernel_cmd, options.get("cwd"), options.get("env") or os.environ)
                if forked is None:
                    await super()._async_launch_kernel(kernel_cmd, **options)
                    return
                # The provisioner of local processes does the rest: polling, signals, ports given back.
                self.provisioner.process, self.provisioner.pid, self.provisioner.pgid = forked, forked.pid, forked.pid
                self._reconcile_connection_info(self.provisioner.connection_info)

            async def cleanup_resources(self, restart: bool = False) -> None:
                kernels.alive.discard(self)
                await super().cleanup_resources(restart)

        return OwnKernel

    def kill(self) -> None:
        """Stop every kernel now; the threads that wait for them see a dead kernel and end."""
        self.stopped.set()
        for manager in list(self.alive):
            process = getattr(manager.provisioner, "process", None)
            if process is not None and process.poll() is None:
                process.kill()

    def guarded(self) -> _Guard:
        return _Guard()


class _Guard:
    """While notebooks run, SIGTERM stops a run as Ctrl-C does; elsewhere it keeps its meaning."""

    def __enter__(self) -> None:
        import signal

        self._old = None
        if threading.current_thread() is threading.main_thread():
            def stop(_number: int, _frame: Any) -> None:
                raise Interrupted

            self._old = signal.signal(signal.SIGTERM, stop)

    def __exit__(self, *_error: object) -> None:
        import signal

        if self._old is not None:
            signal.signal(signal.SIGTERM, self._old)


def _quiet() -> None:
    """Settings that make a run quick and silent, before papermill is first imported."""
    # jupyterlab's rfc3987_syntax costs a second in every process that imports nbformat; jsonschema does without.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    # It logs what it also raises, and what it raises is reported once, as a sentence.
    logging.getLogger("papermill").setLevel(logging.CRITICAL)
    # Several kernels share few cores; threads inside each only get in each other's way.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
