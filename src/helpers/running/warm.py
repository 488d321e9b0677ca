"""Start kernels by forking a process that has imported what notebooks import: seconds less for each of them.

Linux only, where forking a process without threads is sound; elsewhere, or with ARMSTRAIL_PLAIN_KERNELS=1,
kernels start the usual way. A forked kernel differs in nothing a notebook can see: only modules are loaded,
and importing them does nothing.

The parent's side is `Nursery`; run as a program this module is the process that forks.
"""

from __future__ import annotations

import ast
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

# Imported inside functions, so that no notebook names them, and needed by every figure.
_LATE = ("matplotlib.backends.backend_agg", "matplotlib.backends.backend_svg", "matplotlib.backends.backend_pdf",
         "fontTools.subset", "PIL.PngImagePlugin", "babel.numbers", "babel.dates")


def imports(notebooks: Iterable[Path]) -> list[str]:
    """The modules that the code cells of ``notebooks`` import, sorted; submodules of ``helpers`` included."""
    found: set[str] = set()
    for path in notebooks:
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] != "code":
                continue
            try:
                tree = ast.parse("".join(cell["source"]))
            except SyntaxError:
                continue
            for node in ast.walk(tree):
                if isinstance(node, ast.Import):
                    found |= {name.name for name in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    found.add(node.module)
                    if node.module.split(".")[0] == "helpers":
                        found |= {f"{node.module}.{name.name}" for name in node.names}
    return sorted(found)


class Nursery:
    """The process that forks kernels; ``start`` gives None when there is none, and a kernel starts the usual way."""

    def __init__(self, modules: Iterable[str]) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        if sys.platform == "linux" and not os.environ.get("ARMSTRAIL_PLAIN_KERNELS"):
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-Xfrozen_modules=off", "-m", "helpers.running.warm", *modules],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)

    def start(self, command: list[str], folder: str | None, environment: Mapping[str, str]) -> Forked | None:
        """A kernel for ``command`` (as a kernelspec says it) in ``folder``; None when it cannot be forked."""
        with self._lock:
            if self._process is None:
                return None
            request = {"argv": command[command.index("ipykernel_launcher"):], "folder": folder or os.getcwd(),
                       "environment": dict(environment)}
            try:
                self._process.stdin.write(json.dumps(request).encode("utf-8") + b"\n")
                self._process.stdin.flush()
                answer = self._process.stdout.readline()
            except OSError:
                answer = b""
            if not answer.strip().isdigit():
                self.close()
                return None
            return Forked(int(answer))

    def close(self) -> None:
        """End the process; kernels that are still there notice and end too."""
        if self._process is not None:
            for stream in (self._process.stdin, self._process.stdout):
                try:
                    stream.close()
                except OSError:
                    pass
            try:
                self._process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None


class Forked:
    """What jupyter_client needs of ``subprocess.Popen``, for a kernel that is another process's child."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """None while it lives; the nursery leaves no zombies, so a process that is gone has ended."""
        if self.returncode is None:
            try:
                os.kill(self.pid, 0)
            except ProcessLookupError:
                self.returncode = -1
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it has ended."""
        limit = None if timeout is None else time.monotonic() + timeout
        while self.poll() is None:
            if limit is not None and time.monotonic() > limit:
                raise subprocess.TimeoutExpired("kernel", timeout or 0.0)
            time.sleep(0.01)
        return self.returncode or 0

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it is still there."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)


# --- the process that forks -----------------------------------------------------------------------------

def _serve(modules: list[str]) -> None:
    import gc
    import importlib

    # ipykernel reads its parent's number when it is imported, and ends when that parent is gone.
    os.environ["JPY_PARENT_PID"] = str(os.getpid())
    # What ipykernel sets before a notebook can import matplotlib.
    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    late = _LATE if "helpers.record" in modules else ()
    for name in ("ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.zmqshell", *late, *modules):
        try:
            importlib.import_module(name)
        except Exception:  # noqa: BLE001 - the notebook imports it again and says what is wrong
            continue
    if "helpers.words" in sys.modules:
        words = sys.modules["helpers.words"]
        for language in words.LANGUAGES:
            try:
                words.has("", language)
            except Exception:  # noqa: BLE001 - the same
                break
    if len(os.listdir("/proc/self/task")) > 1:
        return  # a library started a thread: forking now could leave a lock held for ever
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    while line := requests.readline():
        pid = os.fork()
        if pid == 0:
            try:
                _become(json.loads(line))
            finally:
                os._exit(1)
        answers.write(f"{pid}\n".encode("ascii"))
        answers.flush()


def _become(request: dict[str, Any]) -> None:
    """In the child: be the kernel that ``python -m ipykernel_launcher`` would be."""
    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update({**request["environment"], "JPY_PARENT_PID": str(os.getppid())})
    import ipykernel_launcher

    sys.argv = [ipykernel_launcher.__file__, *request["argv"][1:]]
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()
    from ipykernel import kernelapp

    kernelapp.launch_new_instance()
    os._exit(0)


if __name__ == "__main__":
    _serve(sys.argv[1:])
