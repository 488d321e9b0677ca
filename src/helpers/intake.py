"""Take in a file a journalist brings: recognize it, check it, keep it under a dated name, and write its record.

Nothing is ever overwritten. A file that is there already is said to be; a newer download of the same query is
kept beside the older one and becomes the current one (the older record's ``replaced_by``).
"""

from __future__ import annotations

import csv
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
from helpers.problems import InputProblems, Problem, nearest

if TYPE_CHECKING:
    import pandas as pd

    from helpers.readers.layout import Received

COLUMNS = ("path", "topic", "layout", "publisher", "citation", "url", "accessed", "license", "sha256", "about", "replaced_by")
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


def preview(received: Received, lines: int = 5) -> str:
    """What a file holds, for the eye: layout, rows, years, totals, first lines, notes."""
    table, about = received.table, received.about
    out = [f"{about.get('file_name', 'file')}: {received.layout.title}", f"  publisher: {about.get('publisher', '')}",
           f"  topic: {received.topic}   rows: {len(table):,}"]
    if about.get("downloaded"):
        out.append(f"  downloaded: {about['downloaded']}")
    if received.topic == "exports":
        out += _exports_totals(table)
    elif "count" in table:
        out.append(f"  firearms counted: {int(table['count'].sum()):,}")
    elif "pieces" in table:
        out.append(f"  pieces: {int(table['pieces'].sum()):,}")
    elif "population" in table:
        out.append(f"  years: {', '.join(str(year) for year in sorted(table['year'].unique()))}")
    if {"first_day", "last_day"} <= set(about):
        out.append(f"  from {about['first_day']} to {about['last_day']}")
    first = table.head(lines)
    keep = [column for column in first.columns if first[column].astype("str").str.strip().ne("").any()
            and column not in ("text", "source_file", "value_is", "reporter", "hs_description", "headline", "description")][:9]
    out += ["  first lines:", *("    " + line for line in first[keep].to_string(index=False, max_colwidth=28).splitlines())]
    out += [f"  note: {note}" for note in received.notes[:20]]
    if len(received.notes) > 20:
        out.append(f"  and {len(received.notes) - 20} more notes, kept in the record")
    return "\n".join(out)


def _exports_totals(table: pd.DataFrame) -> list[str]:
    rows = table[(table["modes"] == "all") & (table["state"] == "")]
    partner = "Mexico" if (rows["partner"].str.casefold() == "mexico").any() else rows["partner"].iloc[0] if len(rows) else ""
    rows = rows[rows["partner"].str.casefold() == partner.casefold()]
    out = [f"  years: {int(table['year'].min())} to {int(table['year'].max())}   destinations: {table['partner'].nunique()}   HS codes: {table['hs'].nunique()}"]
    chapters = [hs for hs in ("93", "36") if hs in set(rows["hs"])] or sorted(set(rows["hs"]))[:1]
    for flow in dict.fromkeys(rows["flow"]):
        for hs in chapters:
            cells = rows[(rows["hs"] == hs) & (rows["flow"] == flow)]
            by_year = cells.groupby("year").agg(value=("value_usd", lambda values: values.sum(min_count=1)), complete=("complete", "all"))
            shown = [f"{year} {'not whole' if not row.complete else f'{row.value:,.0f}'}" for year, row in by_year.iterrows()]
            if shown:
                out.append(f"  {flow}, HS {hs}, {partner}: " + "; ".join(shown[-8:]) + ("  (last 8 years)" if len(shown) > 8 else ""))
    return out


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
    raw = root / "data" / "raw"
    records = _records(raw)
    packed = _packed(path, received)
    sha256 = paths.digest(packed) if packed is not None else received.about["sha256"]
    for record in records:
        if record["sha256"] == sha256:
            return Added(record["path"], f"{path.name} is there already: data/raw/{record['path']} (added {record['accessed']}). Nothing was written.", False, received)
    about = _about(received)
    downloaded = about.get("downloaded") or ""
    stated = downloaded if re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(downloaded)) else ""
    vintage = stated or day.isoformat()
    relative = _own_place(path, raw) or _free_name(raw, topic, received, vintage, path, packed)
    record = {"path": relative, "topic": topic, "layout": received.layout.name, "publisher": received.layout.publisher,
              "citation": _citation(received, vintage), "url": _without_key(url) or _home(received.layout.name), "accessed": vintage if stated else day.isoformat(),
              "license": received.layout.license, "sha256": sha256, "about": json.dumps(about, ensure_ascii=False, sort_keys=True), "replaced_by": ""}
    replaces = _replace(records, record)
    target = raw / relative
    if not target.exists():
        _keep(path, packed, target)
    records.append(record)
    _write_records(raw, records)
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


def _records(raw: Path) -> list[dict[str, str]]:
    path = raw / "records.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        missing = [column for column in COLUMNS if column not in (reader.fieldnames or [])]
        if missing:
            raise InputProblems([Problem("data/raw/records.csv", 1, missing[0], "no such column", "the columns " + ", ".join(COLUMNS), "put the file back from version control")])
        return [dict(row) for row in reader]


def _write_records(raw: Path, records: Sequence[dict[str, str]]) -> None:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(sorted(records, key=lambda record: record["path"]))
    paths.write_text(raw / "records.csv", out.getvalue())


def _about(received: Received) -> dict[str, Any]:
    skip = {"layout", "publisher", "license", "sha256", "title"}
    about = {key: value for key, value in received.about.items() if key not in skip and value not in ("", None, [], {})}
    about["rows"] = len(received.table)
    about["notes"] = received.notes[:60]
    return json.loads(json.dumps(about, ensure_ascii=False, default=str))


def _query(about: dict[str, Any], layout: str) -> str:
    return json.dumps([layout, about.get("query", {})], sort_keys=True, ensure_ascii=False)


def _replace(records: list[dict[str, str]], new: dict[str, str]) -> list[str]:
    """Mark older downloads of the same query as replaced by the new one, or the new one by a newer that is there."""
    key = _query(json.loads(new["about"]), new["layout"])
    replaced = []
    for record in records:
        if record["layout"] != new["layout"] or record["replaced_by"]:
            continue
        try:
            same = _query(json.loads(record["about"] or "{}"), record["layout"]) == key
        except ValueError:
            continue
        if not same or key == _query({}, new["layout"]) or not _covers(new if record["accessed"] <= new["accessed"] else record,
                                                                       record if record["accessed"] <= new["accessed"] else new):
            continue
        if record["accessed"] <= new["accessed"]:
            record["replaced_by"] = new["path"]
            replaced.append(record["path"])
        else:
            new["replaced_by"] = record["path"]
    return replaced


def _covers(newer: dict[str, str], older: dict[str, str]) -> bool:
    """Whether the newer file reaches over all years of the older: a download of other years stands beside it, not above it."""
    new, old = json.loads(newer["about"] or "{}"), json.loads(older["about"] or "{}")
    for first, last in (("first_year", "last_year"), ("first_day", "last_day")):
        if {first, last} <= set(new) & set(old):
            return new[first] <= old[first] and new[last] >= old[last]
    return True


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


def _citation(received: Received, vintage: str) -> str:
    about = received.about
    years = [str(about[name]) for name in ("first_year", "last_year") if about.get(name)]
    flow = str(about.get("parameters", {}).get("Trade Flow", "")) if isinstance(about.get("parameters"), dict) else ""
    parts = [received.layout.publisher, about.get("dataset") or received.layout.title, flow, "-".join(dict.fromkeys(years)), f"downloaded {vintage}"]
    return ", ".join(str(part) for part in parts if part)


def _home(layout: str) -> str:
    from helpers.recipes import HOME

    return HOME.get(layout, "address not given")


def _without_key(url: str) -> str:
    """An address without the secret key some services want in it.

    >>> _without_key("https://api.census.gov/data?get=A&key=SECRET&time=2023-12")
    'https://api.census.gov/data?get=A&time=2023-12'
    """
    url = re.sub(r"([?&])(?:key|subscription-key|api_key|token)=[^&]*", r"\1", url, flags=re.IGNORECASE)
    return re.sub(r"[?&]+$", "", re.sub(r"&&+", "&", url.replace("?&", "?")))


def load_received(root: Path | None, topic: str) -> tuple[pd.DataFrame, list[str]]:
    """Every current received file of a topic, read again and corrected: (tidy rows, notes).

    Rows carry ``layout``, ``path`` and ``accessed`` of the file they came from. For exports, a figure that two current
    files of one layout both hold is taken from the newer file, and the difference noted. An empty frame when the
    topic has no received files. Raises ``InputProblems`` when a file changed, or no longer reads.
    """
    import pandas as pd

    from helpers import corrections
    from helpers.readers.exports_table import KEY

    root = root or paths.root()
    raw = root / "data" / "raw"
    listed = corrections.load(root)
    frames, notes, problems = [], [], []
    for record in sorted(_records(raw), key=lambda record: (record["accessed"], record["path"])):
        if record["topic"] != topic or record["layout"] == "ledger" or record["replaced_by"]:
            continue
        try:
            path = raw / record["path"]
            if not path.is_file() or paths.digest(path) != record["sha256"]:
                raise InputProblems([Problem(f"data/raw/{record['path']}", None, None, "no such file" if not path.is_file() else "a file that changed since it was added",
                                             "the file its record describes", "put the file back, or add the new one with armstrail add")])
            received = inspect(path, root)
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


def problem_table(problems: Sequence[Problem], width: int = 150) -> str:
    """Problems as one table: file, row, column, found, expected, fix; long cells wrapped to ``width`` in all.

    >>> print(problem_table([Problem("a.csv", 3, "year", "'x'", "a year", "write a year")]))
    file   row  column  found  expected  fix
    a.csv  3    year    'x'    a year    write a year
    """
    import textwrap

    heads = ("file", "row", "column", "found", "expected", "fix")
    rows = [(p.file, "" if p.row is None else str(p.row), p.column or "", p.found, p.expected, p.fix) for p in problems]
    widths = [max(len(row[at]) for row in (heads, *rows)) for at in range(6)]
    while sum(widths) + 10 > width and max(widths) > 12:
        widths[widths.index(max(widths))] -= 1
    out = []
    for row in (heads, *rows):
        cells = [textwrap.wrap(cell, widths[at]) or [""] for at, cell in enumerate(row)]
        for line in range(max(map(len, cells))):
            out.append("  ".join((cell[line] if line < len(cell) else "").ljust(widths[at]) for at, cell in enumerate(cells)).rstrip())
    return "\n".join(out)


def compare_files(old: str | Path, new: str | Path, most: int = 10) -> list[str]:
    """What two downloads of one query say differently: figures changed, added and dropped, and the largest moves.

    Raises ``InputProblems`` when either does not read or the two are of different layouts.
    """
    before, after = inspect(old), inspect(new)
    if before.layout.name != after.layout.name:
        raise InputProblems([Problem(Path(new).name, None, None, after.layout.title, f"{before.layout.title}, as {Path(old).name}", "compare two downloads of one query")])
    numbers = [name for name in ("value_usd", "count", "pieces", "cpi", "population", "best", "deaths", "amount_usd") if name in after.table]
    if not numbers:
        return [f"{Path(old).name}: {len(before.table):,} rows; {Path(new).name}: {len(after.table):,} rows"]
    value = numbers[0]
    passing = {*numbers, "value_is", "quantity", "quantity_unit", "complete", "source_row", "hs_description", "value_as_printed", "source_file", "as_printed", "count_as_printed", "mark",
               "months", "pieces_as_printed", "cost_as_printed", "high", "low", "headline", "sources", "text", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"}
    key = [name for name in after.table.columns if name in before.table.columns and name not in passing]
    one = before.table.groupby(key, dropna=False)[value].sum(min_count=1)
    two = after.table.groupby(key, dropna=False)[value].sum(min_count=1)
    both = one.index.intersection(two.index)
    import pandas as pd

    moved = [(at, one[at], two[at]) for at in both if not (pd.isna(one[at]) and pd.isna(two[at])) and (pd.isna(one[at]) or pd.isna(two[at]) or one[at] != two[at])]
    out = [f"{value}: {len(moved)} changed, {len(two.index.difference(one.index))} added, {len(one.index.difference(two.index))} dropped, {len(both) - len(moved)} the same"]

    def size(entry):
        return float("inf") if pd.isna(entry[1]) or pd.isna(entry[2]) else abs(float(entry[2]) - float(entry[1]))

    def shown(number):
        return "nothing" if pd.isna(number) else f"{float(number):,.0f}" if float(number).is_integer() else f"{float(number):,}"

    for at, a, b in sorted(moved, key=size, reverse=True)[:most]:
        out.append("  " + ", ".join(str(part) for part in (at if isinstance(at, tuple) else (at,)) if str(part) not in ("", "0", "<NA>")) + f": {shown(a)} is now {shown(b)}")
    return out
