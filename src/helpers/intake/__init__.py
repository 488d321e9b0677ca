"""Take in a file a journalist brings: recognize it, check it, keep it under a dated name, and write its record.

Nothing is ever overwritten. A file that is there already is said to be; a newer download of the same query is
kept beside the older one and becomes the current one (the older record's ``replaced_by``).
"""

from __future__ import annotations

import datetime
import io
import json
import os
import re
import shutil
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers import paths
from helpers.intake import records as intake_records
from helpers.intake.records import COLUMNS
from helpers.intake.views import compare_files, preview, problem_table
from helpers.problems import InputProblems, Problem, nearest

if TYPE_CHECKING:
    import pandas as pd

    from helpers.readers.layout import Received

__all__ = ["COLUMNS", "TOPICS", "Added", "add", "check", "compare_files", "inspect", "load_received", "preview", "problem_table"]

TOPICS = ("exports", "missing-firearms", "licenses", "events", "transfers", "letters", "reference")
# Both topics are fed by SEDENA's answers, and a journalist may file either under the other.
_NEIGHBORS = {"missing-firearms", "transfers"}


@dataclass
class Added:
    """What came of ``add``: where the file is kept, what was said, whether anything was written."""

    path: str
    message: str
    written: bool
    received: Received | None = None
    replaces: list[str] = field(default_factory=list)


def inspect(path: str | Path, root: Path | None = None) -> Received:
    """Read a file and check what only the project can check (baskets); raises ``InputProblems``; writes nothing."""
    from helpers import readers

    received = readers.read(path)
    if received.topic == "exports":
        from helpers import baskets

        baskets.item_of(received.table["hs"], baskets.load(root or paths.root()), Path(path).name)
    return received


def add(path: str | Path, root: Path | None = None, *, topic: str | None = None, url: str = "", accessed: str = "",
        today: datetime.date | None = None) -> Added:
    """Take a file or a folder in; see the module's first lines. Raises ``InputProblems``; then nothing was written."""
    root = root or paths.root()
    path = Path(path)
    today = today or datetime.date.today()
    day = _day(accessed, today)
    if topic is not None and topic not in TOPICS:
        near = nearest(topic, TOPICS)
        raise InputProblems([Problem("--topic", None, None, f"'{topic}'", "one of: " + ", ".join(TOPICS), f"write {near[0]}, if that is what is meant" if near else "leave it out; the file's layout decides")])
    if url and not re.match(r"https?://[^\s]+$", url):
        raise InputProblems([Problem("--url", None, None, f"'{url[:80]}'", "an address beginning with https://", "copy it from the browser")])
    received = inspect(path, root)
    if topic is not None and topic != received.topic and not {topic, received.topic} <= _NEIGHBORS:
        raise InputProblems([Problem(path.name, None, None, f"a file of the topic {received.topic} ({received.layout.title})", f"a file of the topic {topic}", f"leave --topic out or say --topic {received.topic}")])
    topic = topic or received.topic
    if received.topic == "exports":
        from helpers.readers.exports_table import not_yet_over

        received.table, late = not_yet_over(received.table, day)
        received.notes += [note for note in late if note not in received.notes]
    raw = root / "data" / "raw"
    records = intake_records.read(raw)
    packed = _packed(path, received)
    sha256 = paths.digest(packed) if packed is not None else received.about["sha256"]
    for record in records:
        if record["sha256"] == sha256:
            return Added(record["path"], f"{path.name} is there already: data/raw/{record['path']} (added {record['accessed']}). Nothing was written.", False, received)
    about = intake_records.about_of(received)
    downloaded = about.get("downloaded") or ""
    stated = downloaded if re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(downloaded)) else ""
    vintage = stated or day.isoformat()
    relative = _own_place(path, raw) or _free_name(raw, topic, received, vintage, path, packed)
    record = {"path": relative, "topic": topic, "layout": received.layout.name, "publisher": received.layout.publisher,
              "citation": intake_records.citation(received, vintage), "url": intake_records.without_key(url) or intake_records.home(received.layout.name), "accessed": vintage if stated else day.isoformat(),
              "license": received.layout.license, "sha256": sha256, "about": json.dumps(about, ensure_ascii=False, sort_keys=True), "replaced_by": ""}
    replaces = intake_records.replace_older(records, record)
    target = raw / relative
    if not target.exists():
        _keep(path, packed, target)
    records.append(record)
    intake_records.write(raw, records)
    said = [f"Kept as data/raw/{relative}."]
    if replaces:
        said.append("It replaces " + ", ".join(f"data/raw/{old}" for old in replaces) + ", which stays beside it.")
    if record["replaced_by"]:
        said.append(f"It is older than data/raw/{record['replaced_by']}, which stays the current one.")
    said.append("Next: armstrail run")
    return Added(relative, " ".join(said), True, received, replaces)


def _day(text: str, today: datetime.date) -> datetime.date:
    if not text:
        return today
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise InputProblems([Problem("--accessed", None, None, f"'{text}'", "a day such as 2026-03-27", "write year, month and day")]) from None
    if day > today:
        raise InputProblems([Problem("--accessed", None, None, f"{text}, a day still to come", f"a day until {today}", "write the day you downloaded the file")])
    return day


def _day_of(record: dict[str, str]) -> datetime.date:
    try:
        return datetime.date.fromisoformat(record["accessed"])
    except ValueError:
        raise InputProblems([Problem("data/raw/records.csv", None, "accessed", f"'{record['accessed']}' for {record['path']}", "a day such as 2026-03-27", "write year, month and day")]) from None


def _own_place(path: Path, raw: Path) -> str:
    """The path below data/raw of a file that lies there already; blank otherwise."""
    try:
        inside = path.resolve().relative_to(raw.resolve())
    except ValueError:
        return ""
    return inside.as_posix() if path.is_file() and len(inside.parts) > 1 else ""


def _free_name(raw: Path, topic: str, received: Received, vintage: str, path: Path, packed: bytes | None) -> str:
    ending = ".zip" if packed is not None else _ending(path)
    years = [str(received.about[name]) for name in ("first_year", "last_year") if received.about.get(name)]
    stem = "-".join([vintage, received.layout.name, *dict.fromkeys(years)])
    for number in range(1, 1000):
        name = f"{topic}/{stem}{'' if number == 1 else f'-{number}'}{ending}"
        if not (raw / name).exists():
            return name
    raise InputProblems([Problem(path.name, None, None, f"1,000 files named {stem}", "a free name", "clear data/raw")])


def _ending(path: Path) -> str:
    """The ending that fits what the file is, whatever it was called."""
    with path.open("rb") as file:
        head = file.read(64)
    if head.startswith(b"PK"):
        with zipfile.ZipFile(path) as box:
            return ".xlsx" if "[Content_Types].xml" in box.namelist() else ".zip"
    suffix = path.suffix.lower()
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"{", b"[")):
        return ".json"
    return suffix if suffix in (".csv", ".txt", ".html", ".xml", ".tsv") else ".csv"


def _packed(path: Path, received: Received) -> bytes | None:
    """A folder as one zip, the same bytes each time for the same files; ``None`` for a file."""
    if not path.is_dir():
        return None
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as out:
        for file in sorted(file for file in path.rglob("*") if file.is_file() and not file.is_symlink() and not file.name.startswith(".")):
            info = zipfile.ZipInfo(file.relative_to(path).as_posix(), (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            out.writestr(info, file.read_bytes())
    return box.getvalue()


def _keep(path: Path, packed: bytes | None, target: Path) -> None:
    if packed is not None:
        paths.write_bytes(target, packed)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.partial")
    try:
        shutil.copyfile(path, partial)
        os.chmod(partial, 0o644)
        os.replace(partial, target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def load_received(root: Path | None, topic: str) -> tuple[pd.DataFrame, list[str]]:
    """Every current received file of a topic, read again and corrected: (tidy rows, notes).

    Rows carry ``layout``, ``path`` and ``accessed`` of the file they came from. For exports, a figure that two current
    files of one layout both hold is taken from the newer file, and the difference noted. An empty frame when the
    topic has no received files. Raises ``InputProblems`` when a file changed, or no longer reads.
    """
    import pandas as pd

    from helpers import corrections
    from helpers.readers.exports_table import KEY, not_yet_over

    root = root or paths.root()
    raw = root / "data" / "raw"
    listed = corrections.load(root)
    frames, notes, problems = [], [], []
    for record in sorted(intake_records.read(raw), key=lambda record: (record["accessed"], record["path"])):
        if record["topic"] != topic or record["layout"] == "ledger" or record["replaced_by"]:
            continue
        try:
            path = raw / record["path"]
            if not path.is_file() or paths.digest(path) != record["sha256"]:
                raise InputProblems([Problem(f"data/raw/{record['path']}", None, None, "no such file" if not path.is_file() else "a file that changed since it was added",
                                             "the file its record describes", "put the file back, or add the new one with armstrail add")])
            received = inspect(path, root)
            if topic == "exports" and record["accessed"]:
                # A csv often does not say when it was downloaded; its record does.
                received.table, late = not_yet_over(received.table, _day_of(record))
                received.notes += [note for note in late if note not in received.notes]
            frame, applied = _corrected(received.table, listed, record["path"], corrections)
            notes += [f"{record['path']}: correction {one} applied" for one in applied]
        except InputProblems as error:
            problems += error.problems
            continue
        frames.append(frame.assign(layout=record["layout"], path=record["path"], accessed=record["accessed"]))
        notes += [f"{record['path']}: {note}" for note in received.notes]
    if problems:
        raise InputProblems(problems)
    if not frames:
        return pd.DataFrame(columns=["layout", "path", "accessed"]), notes
    both = pd.concat(frames, ignore_index=True)
    if topic == "exports":
        key = [*KEY, "layout"]
        for cell, rows in both[both.duplicated(key, keep=False)].groupby(key, sort=True):
            if rows["value_usd"].nunique() > 1:
                notes.append(f"{cell[2]}, HS {cell[4]}, {cell[0]}: " + "; ".join(f"{row.value_usd:,.0f} in {row.path}" for row in rows.itertuples()) + "; the newer was used")
        both = both.drop_duplicates(key, keep="last").reset_index(drop=True)
    return both, notes


def _corrected(table: pd.DataFrame, listed: pd.DataFrame, file: str, corrections: Any) -> tuple[pd.DataFrame, list[str]]:
    if listed.empty or not (listed["file"] == file).any():
        return table, []
    import pandas as pd

    text = table.map(lambda value: "" if pd.isna(value) else str(int(value)) if isinstance(value, float) and value.is_integer() else str(value))
    changed, done = corrections.apply(text.astype("str"), listed, file)
    out = table.copy()
    for column in changed.columns:
        for at in changed.index[changed[column] != text[column]]:
            new = changed.at[at, column]
            out[column] = out[column].astype("Float64") if str(out[column].dtype) in ("Float64", "Int64", "int64", "float64") else out[column]
            out.at[at, column] = float(new) if str(out[column].dtype) == "Float64" else new
    return out, list(done.loc[done["status"] == "applied", "id"])


def check(files: Sequence[str | Path], root: Path | None = None) -> tuple[list[Problem], list[str]]:
    """All problems of the files given, or of everything under data/raw when none is; (problems, what was in order)."""
    root = root or paths.root()
    problems: list[Problem] = []
    fine: list[str] = []
    if files:
        for file in files:
            try:
                received = inspect(file, root)
                fine.append(f"{Path(file).name}: {received.layout.title}, {len(received.table):,} rows")
            except InputProblems as error:
                problems += error.problems
        return problems, fine
    from helpers import sources

    try:
        evidence = sources.build(root)
        fine.append(f"data/raw: {len(evidence.hashes)} files, {sum(len(frame) for frame in evidence.tables.values()):,} rows in order")
    except InputProblems as error:
        problems += error.problems
    for topic in TOPICS:
        try:
            frame, _notes = load_received(root, topic)
            if len(frame):
                fine.append(f"{topic}: {frame['path'].nunique()} received files, {len(frame):,} rows in order")
        except InputProblems as error:
            known = {(problem.file, problem.found) for problem in problems}
            problems += [problem for problem in error.problems if (problem.file, problem.found) not in known]
    return problems, fine
