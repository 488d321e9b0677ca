"""Load the evidence: find the raw files, check that they are intact, read them tidy, and cite them.

``build`` reads and checks everything under ``data/raw``; ``write_processed`` keeps the tidy tables in
``data/processed``; ``table`` gives one of them back and refuses when the raw files have changed since.
"""

from __future__ import annotations

import datetime as dt
import functools
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from helpers import paths, tables
from helpers.problems import InputProblems, Problem, nearest

RECORDS = "records.csv"
RECORD_COLUMNS = ("path", "topic", "layout", "publisher", "citation", "url", "accessed", "license", "sha256", "about", "replaced_by")
TOPICS = ("exports", "missing-firearms", "licenses", "events", "transfers", "letters", "reference")
_NOT_DATA = {RECORDS, "corrections.csv", "README.md", ".gitkeep"}


@dataclass(frozen=True)
class Evidence:
    """What ``build`` found: typed tables by name, the records, the SHA-256 of each raw file, corrections applied,
    notes on files that were brought in (years left out, figures that replace held ones)."""

    tables: dict[str, pd.DataFrame]
    records: pd.DataFrame
    hashes: dict[str, str]
    corrections: pd.DataFrame
    notes: tuple[str, ...] = ()


def records(root: Path | None = None) -> pd.DataFrame:
    """The record of every raw file, one row each, all text, columns ``RECORD_COLUMNS``.

    Raises ``InputProblems`` when the file is missing or has other columns.
    """
    path = (root or paths.root()) / "data" / "raw" / RECORDS
    name = f"data/raw/{RECORDS}"
    if not path.is_file():
        raise InputProblems([Problem(name, None, None, "no such file", "the record of every raw file", "put it back from version control")])
    frame = pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8")
    missing = [column for column in RECORD_COLUMNS if column not in frame.columns]
    if missing:
        raise InputProblems([Problem(name, 1, column, "no such column", f"the columns {', '.join(RECORD_COLUMNS)}", "put the column back") for column in missing])
    return frame


def raw_files(root: Path | None = None) -> dict[str, Path]:
    """Every data file under ``data/raw`` by its path below it (with ``/``), sorted."""
    folder = (root or paths.root()) / "data" / "raw"
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: found[name] for name in sorted(found) if Path(name).name not in _NOT_DATA and not Path(name).name.startswith(".")}


def verify(root: Path | None = None) -> dict[str, str]:
    """Check that each raw file has a record and is the file the record describes; returns SHA-256 by path.

    Raises ``InputProblems``: a file without a record, a record without its file, another hash, a blank
    publisher, citation, address, day or license.
    """
    root = root or paths.root()
    kept = records(root)
    files = raw_files(root)
    hashes = {name: paths.digest(path) for name, path in files.items()}
    problems = []
    for position, record in enumerate(kept.itertuples(index=False)):
        line = position + 2
        for column in ("publisher", "citation", "url", "accessed", "license", "sha256"):
            if not getattr(record, column).strip():
                problems.append(Problem(f"data/raw/{RECORDS}", line, column, "a blank cell", f"the {column} of {record.path}", "fill it from the place the file came from"))
        if record.path not in hashes:
            problems.append(Problem(f"data/raw/{RECORDS}", line, "path", f"'{record.path}'", "a file that exists under data/raw", "put the file back, or remove its record"))
        elif record.sha256 and hashes[record.path] != record.sha256:
            problems.append(Problem(
                f"data/raw/{record.path}", None, None, f"a file whose hash changed (SHA-256 {hashes[record.path][:12]}...)",
                f"the file its record describes (SHA-256 {record.sha256[:12]}...)",
                f"if the change is meant, write the new hash {hashes[record.path]} and the day into row {line} of data/raw/{RECORDS}; if not, put the old file back"))
    for name in sorted(set(hashes) - set(kept["path"])):
        problems.append(Problem(f"data/raw/{name}", None, None, "a file without a record", f"a row for it in data/raw/{RECORDS}",
                                f"run: armstrail add data/raw/{name}, or write the row by hand; remove the file if it does not belong here"))
    if problems:
        raise InputProblems(problems, title=f"{len(problems)} problem(s) with the files in data/raw:")
    return hashes


def build(root: Path | None = None) -> Evidence:
    """Read and check every ledger; raises ``InputProblems`` with everything that is wrong in all of them."""
    from helpers import corrections

    root = root or paths.root()
    hashes = verify(root)
    folder = root / "data" / "raw"
    problems: list[Problem] = []
    texts: dict[str, pd.DataFrame] = {}
    for name, table in tables.TABLES.items():
        try:
            texts[name] = tables.read_text(folder / table.raw, table, f"data/raw/{table.raw}")
        except InputProblems as error:
            problems += error.problems
        except FileNotFoundError:
            problems.append(Problem(f"data/raw/{table.raw}", None, None, "no such file", f"rows of {table.rows_are}", "put the file back from version control"))
    if problems:
        raise InputProblems(problems)
    known = _known(texts)
    accessed = dict(zip(texts["sources"]["source_id"], texts["sources"]["accessed"], strict=True))
    listed = corrections.load(root)
    applied, checked = [], {}
    for name, table in tables.TABLES.items():
        text = texts[name]
        if "source_id" in text:
            text = text.assign(_accessed=text["source_id"].map(accessed).fillna(""))
        try:
            text, done = corrections.apply(text, listed, table.raw)
            applied.append(done)
            checked[name] = tables.check(text, table, f"data/raw/{table.raw}", known)
        except InputProblems as error:
            problems += error.problems
    if problems:
        raise InputProblems(problems, title=f"{len(problems)} problem(s) in data/raw:")
    printed = checked["exports_by_mexican_state"]
    place = list(printed.columns).index("state_as_printed") + 1
    printed.insert(place, "state", canonical_states(printed["state_as_printed"], checked["mexican_states"]))
    notes = _bring_in(root, checked)
    return Evidence(checked, records(root), hashes, pd.concat(applied, ignore_index=True), tuple(notes))


def _bring_in(root: Path, checked: dict[str, pd.DataFrame]) -> list[str]:
    """Put the current received trade files behind the ledgers' rows; returns what a reader must know."""
    kept = records(root)
    kept = kept[(kept["layout"] != "ledger") & (kept["replaced_by"] == "")]
    if kept.empty:
        return []
    from helpers import intake, received

    bibliography = received.source_rows(kept)
    checked["sources"] = tables.typed(pd.concat([_as_text(checked["sources"]), bibliography], ignore_index=True), tables.TABLES["sources"])
    ids = dict(zip(kept["path"], bibliography["source_id"], strict=True))
    notes: list[str] = []
    for topic in TOPICS:
        tidy, told = intake.load_received(root, topic)
        notes += told
        for layout, rows in tidy.groupby("layout") if len(tidy) else ():
            told = _join(root, checked, topic, str(layout), rows.dropna(axis=1, how="all").reindex(columns=tidy.columns), ids, kept)
            notes += told
    return notes


def _join(root: Path, checked: dict[str, pd.DataFrame], topic: str, layout: str, tidy: pd.DataFrame, ids: dict[str, str], kept: pd.DataFrame) -> list[str]:
    """Join the received rows of one layout to their table; layouts that a person must judge are only named."""
    from helpers import baskets, received

    if topic == "exports":
        rows, notes = received.export_rows(tidy, baskets.load(root), ids)
        parts = [("exports", rows, ["series", "hs", "flow", "year_from", "year_to", "months"], "value_usd"),
                 ("exports_by_country", received.country_rows(tidy, ids), ["country", "year", "hs", "flow"], "value_usd")]
    elif layout == "cpi":
        notes, parts = [], [("cpi_u", received.cpi_rows(tidy, ids), ["year"], "cpi_u")]
    elif layout == "transparency-answer":
        folios = {row.path: ", ".join(json.loads(row.about or "{}").get("folios", [])) or None for row in kept.itertuples()}
        rows, notes = received.missing_rows(tidy, ids, folios)
        parts = [("missing_firearms", rows, ["id"], "count")]
    elif layout == "police-receipts":
        rows, notes = received.transfer_rows(tidy, ids)
        parts = [("transfers", rows, ["id"], "quantity")]
    else:
        return [f"{path}: kept and checked; its rows join no table, because they need a person's judgment" for path in sorted(set(tidy["path"]))]
    for name, rows, key, value in parts:
        checked[name], told = received.joined(checked[name], rows, key, name, value)
        notes += told
    return notes


def _as_text(frame: pd.DataFrame) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(to_csv(frame)), dtype="str", keep_default_na=False, encoding="utf-8")


def _known(texts: Mapping[str, pd.DataFrame]) -> dict[str, set[str]]:
    states = texts["mexican_states"]
    aliases = {tables.fold(alias) for cell in states["aliases"] for alias in cell.split(";")} | {tables.fold(name) for name in states["name"]}
    return {"sources.source_id": set(texts["sources"]["source_id"]), "mexican_states.name": set(states["name"]), "mexican_states.alias": aliases,
            **{f"{name}.{column}": set(texts[name][column]) for name, column in (("letter_claims", "claim_id"), ("atrocities", "id"), ("policy_events", "id"))}}


def canonical_states(printed: pd.Series, states: pd.DataFrame) -> pd.Series:
    """Present names of Mexican states for names as printed, by the alias table; unknown names become missing.

    Case, accents, dots and double blanks do not count. ``states`` is the table ``mexican_states``.
    """
    names = {tables.fold(alias): row.name_ for row in states.rename(columns={"name": "name_"}).itertuples() for alias in [row.name_, *row.aliases.split(";")]}
    return printed.map(lambda value: names.get(tables.fold(value)) if isinstance(value, str) else None).astype("str").rename("state")


def to_csv(frame: pd.DataFrame) -> bytes:
    """A table as the bytes kept in ``data/processed``: UTF-8, LF, blanks empty, days as YYYY-MM-DD.

    >>> to_csv(pd.DataFrame({"year": pd.array([2015, None], dtype="Int64")}))
    b'year\\n2015\\n""\\n'
    """
    return frame.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%d").encode("utf-8")


def write_processed(evidence: Evidence, root: Path | None = None) -> list[str]:
    """Write the tidy tables, ``datapackage.json`` and the column dictionary; returns what changed.

    A file whose bytes would stay the same is not touched, so a rerun on the same data leaves the
    folder as it was.
    """
    root = root or paths.root()
    folder = root / "data" / "processed"
    contents = {f"{name}.csv": to_csv(frame) for name, frame in evidence.tables.items()}
    hashes = {name: paths.digest(contents[f"{name}.csv"]) for name in evidence.tables}
    package = tables.datapackage(tables.TABLES, hashes, _inputs(root, evidence.hashes))
    contents["datapackage.json"] = (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    contents["../README.md"] = tables.dictionary(tables.TABLES).encode("utf-8")
    changed = []
    for name, data in contents.items():
        path = (folder / name).resolve()
        if not path.is_file() or path.read_bytes() != data:
            paths.write_bytes(path, data)
            changed.append(name)
    return changed


def _inputs(root: Path, hashes: Mapping[str, str]) -> dict[str, str]:
    # Corrections change what is read from the ledgers without being data themselves.
    listed = root / "data" / "raw" / "corrections.csv"
    return {**hashes, **({"corrections.csv": paths.digest(listed)} if listed.is_file() else {})}


def table(name: str, root: Path | None = None) -> pd.DataFrame:
    """One tidy table from ``data/processed``, typed as declared in ``helpers.tables.TABLES``.

    Raises ``InputProblems`` for a name that does not exist, and when a raw file has changed since the
    tables were built: stale figures are never served.
    """
    if name not in tables.TABLES:
        close = nearest(name, list(tables.TABLES), 3)
        raise InputProblems([Problem(f"data/processed/{name}.csv", None, None, "no such table", f"one of {', '.join(tables.TABLES)}",
                                     f"did you mean {' or '.join(close)}?" if close else "use one of those names")])
    root = root or paths.root()
    _refuse_stale(root)
    text = pd.read_csv(root / "data" / "processed" / f"{name}.csv", dtype="str", keep_default_na=False, encoding="utf-8")
    frame = tables.typed(text, tables.TABLES[name])
    return frame


def _refuse_stale(root: Path) -> None:
    package = root / "data" / "processed" / "datapackage.json"
    todo = "run notebook 00-check-the-data, or: armstrail run"
    if not package.is_file():
        raise InputProblems([Problem("data/processed", None, None, "no tidy tables", "the tables that notebook 00 builds from data/raw", todo)])
    built_from = json.loads(package.read_text(encoding="utf-8"))["inputs"]
    now = _inputs(root, {name: _digest(path, path.stat().st_mtime_ns) for name, path in raw_files(root).items()})
    changed = sorted(name for name in {*built_from, *now} if built_from.get(name) != now.get(name))
    if changed:
        raise InputProblems([Problem(f"data/raw/{name}", None, None, "a file that changed after data/processed was built", "tidy tables built from it", todo) for name in changed])


@functools.lru_cache(maxsize=512)
def _digest(path: Path, _mtime: int) -> str:
    return paths.digest(path)


def cite(ids: Iterable[str], root: Path | None = None) -> pd.DataFrame:
    """The bibliography's rows for the source ids given, in the order given, each once.

    Raises ``InputProblems`` for ids that are not in the bibliography.
    """
    wanted = list(dict.fromkeys(ids))
    known = table("sources", root).set_index("source_id", drop=False)
    unknown = [source for source in wanted if source not in known.index]
    if unknown:
        raise InputProblems([Problem("data/raw/sources.csv", None, "source_id", f"no source '{source}'", "a row for every source cited", "add the publication to the bibliography") for source in unknown])
    return known.loc[wanted].reset_index(drop=True)


def as_of(ids: Iterable[str], root: Path | None = None) -> dt.date:
    """The latest day on which any of the sources was read: no figure can know more than that."""
    return cite(ids, root)["accessed"].max().date()


def citations(ids: Iterable[str], lang: str, root: Path | None = None, most: int = 6) -> str:
    """The source line of a figure: publications with the day they were read, in ``lang``.

    ``ids`` may repeat, one a row of the figure's data. More than ``most`` publications are not listed: those
    that give most rows are, as far as a line goes, and the others are counted; the figure's data file names each one.
    """
    from helpers import words

    ids = list(ids)
    rows = cite(ids, root)
    day = rows["accessed"].max().date()
    named = rows["citation"].str.rstrip(".")
    if len(rows) > most:
        uses = rows["source_id"].map(pd.Series(ids).value_counts())
        ranked = list(named[uses.sort_values(ascending=False, kind="stable").index].drop_duplicates())
        first = [name for place, name in enumerate(ranked[:3]) if place == 0 or len("; ".join(ranked[:place + 1])) <= 90]
        return words.say("source-many", lang, citations="; ".join(first), n=len(rows) - len(first), day=day)
    return words.say("source-listed", lang, citations="; ".join(named.drop_duplicates()), day=day)
