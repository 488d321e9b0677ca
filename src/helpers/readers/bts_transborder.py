"""BTS TransBorder raw files: one csv, or a folder or zip of many; months, years to date and annual twins counted once.

The files are summed by DuckDB where they lie, so twenty years of months need little memory. What a file
holds is known from its header and its rows: a file without MONTH is an annual one, a file with several
months a year to date, a file with one month a month.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.readers.exports_table import exports_table, years_said
from helpers.readers.layout import Document, Layout, Likeness, Received
from helpers.readers.refusals import Refusals, refuse, shown

if TYPE_CHECKING:
    import pandas as pd

_COMMON = ("TRDTYPE", "DISAGMOT", "COUNTRY", "VALUE", "DF", "YEAR")
_COUNTRIES = {"2010": "Mexico", "1220": "Canada"}
_MODES = {"1": "vessel", "3": "air", "4": "surface", "5": "surface", "6": "surface", "7": "surface", "8": "surface", "9": "surface"}
CHAPTERS = ("36", "93")


@dataclass(frozen=True)
class Part:
    """One csv of the collection: where it is, what it is called, its columns, and which table it is."""

    path: Path
    name: str
    columns: tuple[str, ...]

    @property
    def table(self) -> str:
        if "COMMODITY2" not in self.columns:
            return "dot1"
        return "dot3" if "DEPE" in self.columns else "dot2"


def _header(first: bytes) -> tuple[str, ...]:
    line = first.split(b"\n", 1)[0].removeprefix(b"\xef\xbb\xbf").decode("latin-1").strip("\r\n ")
    return tuple(cell.strip().strip('"').upper() for cell in line.split(","))


def _is_part(columns: tuple[str, ...]) -> bool:
    return set(_COMMON) <= set(columns) and ("COMMODITY2" in columns or "DEPE" in columns)


def _like(columns: tuple[str, ...]) -> Likeness:
    wanted = (*_COMMON, "COMMODITY2")
    found = tuple(name for name in wanted if name in columns)
    missing = tuple(name for name in wanted if name not in columns)
    return Likeness(found if len(found) > 2 else (), missing)


def _peeked(document: Document) -> list[tuple[str, ...]]:
    """The headers of the files of a collection, looked at without unpacking it."""
    headers: list[tuple[str, ...]] = []
    if document.kind == "folder":
        for name in document.data[:400]:
            with (document.path / name).open("rb") as file:
                first = file.read(2048)
            if first.startswith(b"PK\x03\x04"):
                try:
                    with zipfile.ZipFile(document.path / name) as box:
                        headers += [_peek(box, info) for info in box.infolist()[:40] if not info.is_dir()]
                except (zipfile.BadZipFile, OSError):
                    continue
            else:
                headers.append(_header(first))
    elif document.kind == "archive":
        from helpers.readers.archives import open_nested

        with zipfile.ZipFile(document.path) as box:
            for info in [info for info in box.infolist() if not info.is_dir()][:400]:
                if info.filename.casefold().endswith(".zip"):
                    try:
                        with zipfile.ZipFile(open_nested(box, info, document.name)) as inner:
                            headers += [_peek(inner, each) for each in inner.infolist()[:40] if not each.is_dir()]
                    except zipfile.BadZipFile:
                        continue
                else:
                    headers.append(_peek(box, info))
                if len(headers) > 60:
                    break
    return headers


def _peek(box: zipfile.ZipFile, info: zipfile.ZipInfo) -> tuple[str, ...]:
    try:
        with box.open(info) as file:
            return _header(file.read(2048))
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, zipfile.LargeZipFile, ValueError):
        return ()
    except Exception as error:  # zlib.error is not a subclass of anything above
        if type(error).__module__ == "zlib":
            return ()
        raise


def _looks_like(document: Document) -> Likeness:
    if document.kind == "delimited":
        return _like(tuple(cell.strip().upper() for cell in document.tables[0].rows[0]) if document.tables else ())
    if document.kind not in ("folder", "archive"):
        return Likeness()
    likenesses = [_like(header) for header in _peeked(document)]
    return max(likenesses, key=lambda likeness: (likeness.yes, likeness.share), default=Likeness())


def collect(document: Document, folder: Path, notes: list[str]) -> list[Part]:
    """The csv files of a collection as files on disk; members of archives go to ``folder`` under names of our own."""
    parts: list[Part] = []
    strangers = 0
    if document.kind == "delimited":
        with document.path.open("rb") as file:
            return [Part(document.path, document.name, _header(file.read(4096)))]
    if document.kind == "folder":
        for name in document.data:
            path = document.path / name
            with path.open("rb") as file:
                first = file.read(4096)
            if first.startswith(b"PK\x03\x04"):
                more, strange = _unpack(path, name, folder, len(parts))
                parts += more
                strangers += strange
            elif _is_part(_header(first)):
                parts.append(Part(path, name, _header(first)))
            else:
                strangers += 1
    else:
        parts, strangers = _unpack(document.path, document.name, folder, 0)
    if strangers:
        notes.append(f"{strangers} other files in the collection were left out")
    return parts


def _unpack(source, name: str, folder: Path, at: int, nested: bool = False) -> tuple[list[Part], int]:
    from helpers.readers.archives import copy_out, members, open_nested

    parts: list[Part] = []
    strangers = 0
    infos = members(source, name)
    with zipfile.ZipFile(source) as box:
        for info in infos:
            if info.filename.casefold().endswith(".zip") and not nested:
                more, strange = _unpack(open_nested(box, info, name), info.filename, folder, at + len(parts), True)
                parts += more
                strangers += strange
                continue
            header = _peek(box, info)
            if not _is_part(header):
                strangers += 1
                continue
            target = folder / f"part-{at + len(parts):06d}.csv"
            copy_out(box, info, target, name)
            parts.append(Part(target, info.filename, header))
    return parts, strangers


def sums(parts: Sequence[Part], wrong: Refusals, *, countries: Sequence[str] = ("2010", "1220"),
         chapters: Sequence[str] = CHAPTERS) -> pd.DataFrame:
    """Sum the value of each file by year, month, type, country, chapter, mode, domestic or foreign, and Mexican state.

    DuckDB reads the lines, keeps those that hold a wanted country and chapter, and parts only these into
    columns: the files are 99 percent other goods. Files with quotes, blanks around values, or one of the two columns
    at an end are parted in full instead. Months in which a file has no wanted goods are found by a second look (rows
    with ``keep`` false), which only happens when a month seems to be missing.
    """
    import duckdb
    import pandas as pd

    connection = duckdb.connect()
    connection.execute("SET enable_progress_bar=false; SET preserve_insertion_order=false")
    frames = []
    try:
        for part in parts:
            _check_ends(part, wrong)
        wrong.stop()
        for columns in dict.fromkeys(part.columns for part in parts):
            group = [part for part in parts if part.columns == columns]
            if len(set(columns)) < len(columns):
                refuse(group[0].name, row=1, found="a column twice in the header", expected="each column once", fix="download the file again")
            for some, query in ((_plain(group), _by_line), (_not_plain(group), _by_column)):
                if not some:
                    continue
                try:
                    frame = connection.execute(query(columns, countries, chapters), [[str(part.path) for part in some]]).df()
                except duckdb.Error as error:
                    _refuse_file(some, str(error), wrong)
                    continue
                frames.append(_named(frame, some).assign(keep=True))
        wrong.stop()
        whole = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()
        _check(whole, parts, wrong, chapters)
        wrong.stop()
        whole["year"], whole["month"] = whole["year"].astype("int64"), whole["month"].astype("int64")
        if _seems_to_lack(whole, parts):
            whole = pd.concat([whole, _months(connection, parts, whole, wrong)], ignore_index=True)
    finally:
        connection.close()
    wrong.stop()
    if whole.empty:
        refuse(wrong.file, found="files without rows", expected="rows of trade", fix="download the files again")
    whole["value_usd"] = whole["value_usd"].fillna(0.0)
    return whole


_SOURCE = "read_csv(?, header=true, auto_detect=false, delim='{delim}', quote='{quote}', escape='{quote}', columns={columns}, filename=true, null_padding=false, max_line_size=400000)"


def _from(columns: Sequence[str]) -> str:
    types = "{" + ", ".join("'" + name.replace("'", "''") + "': 'VARCHAR'" for name in columns) + "}"
    return _SOURCE.format(delim=",", quote='"', columns=types)


def _listed(values: Sequence[str]) -> str:
    return ", ".join("'" + value.replace("'", "''") + "'" for value in values)


def _summed(value: dict[str, str], source: str, where: str) -> str:
    """The query both ways of reading share; ``value`` gives the expression of each column."""
    number = value["VALUE"]
    return f"""
        SELECT filename, {value['YEAR']} AS year, {value.get('MONTH', "'0'")} AS month, {value['TRDTYPE']} AS kind, {value['COUNTRY']} AS country,
               {value['COMMODITY2']} AS hs, {value['DISAGMOT']} AS mode, coalesce({value['DF']}, '') AS df, coalesce({value.get('MEXSTATE', "''")}, '') AS state,
               sum(TRY_CAST({number} AS BIGINT))::DOUBLE AS value_usd,
               sum(CASE WHEN regexp_full_match(coalesce({number}, ''), '[0-9]+') AND TRY_CAST({number} AS BIGINT) IS NOT NULL THEN 0 ELSE 1 END)::BIGINT AS bad,
               count(*) AS lines
        FROM {source} WHERE {where} GROUP BY ALL"""


def _by_line(columns: Sequence[str], countries: Sequence[str], chapters: Sequence[str]) -> str:
    # One column of whole lines: no separator the files could hold, no quotes.
    lines = _SOURCE.format(delim="\x01", quote="", columns="{'line': 'VARCHAR'}")
    like = " AND ".join("(" + " OR ".join(f"line LIKE '%,{value},%'" for value in values) + ")" for values in (chapters, countries))
    cell = {name: f"trim(cells[{at}], ' ' || chr(13))" for at, name in enumerate(columns, start=1)}
    # A line with too few or too many cells must be counted as bad, not passed over: its value becomes unreadable.
    cell["VALUE"] = f"CASE WHEN len(cells) = {len(columns)} THEN {cell['VALUE']} END"
    where = f"len(cells) <> {len(columns)} OR ({cell['COUNTRY']} IN ({_listed(countries)}) AND {cell['COMMODITY2']} IN ({_listed(chapters)}))"
    return _summed(cell, f"(SELECT filename, string_split(line, ',') AS cells FROM {lines} WHERE {like})", where)


def _by_column(columns: Sequence[str], countries: Sequence[str], chapters: Sequence[str]) -> str:
    cell = {name: f"trim({name})" for name in (*_COMMON, "COMMODITY2", "MONTH", "MEXSTATE") if name in columns}
    return _summed(cell, _from(columns), f"{cell['COUNTRY']} IN ({_listed(countries)}) AND {cell['COMMODITY2']} IN ({_listed(chapters)})")


def _is_plain(part: Part) -> bool:
    edges = {part.columns[0], part.columns[-1]}
    with part.path.open("rb") as file:
        head = file.read(16_384)
    return not (edges & {"COUNTRY", "COMMODITY2"}) and b'"' not in head and b", " not in head and b" ," not in head and b"\x01" not in head


def _plain(group: Sequence[Part]) -> list[Part]:
    return [part for part in group if _is_plain(part)]


def _not_plain(group: Sequence[Part]) -> list[Part]:
    return [part for part in group if not _is_plain(part)]


def _named(frame: pd.DataFrame, group: Sequence[Part]) -> pd.DataFrame:
    names = {str(part.path): part.name for part in group}
    frame["file"] = frame["filename"].map(lambda path: names.get(path, names.get(str(Path(path)), path)))
    return frame.drop(columns="filename").assign(table=group[0].table, whole_year="MONTH" not in group[0].columns)


def _check_ends(part: Part, wrong: Refusals) -> None:
    """A file cut in its last line is refused even where that line holds other goods."""
    size = part.path.stat().st_size
    with part.path.open("rb") as file:
        file.seek(max(size - 4096, 0))
        tail = file.read()
    last = tail.rstrip(b"\r\n").rsplit(b"\n", 1)[-1]
    if b'"' not in last and last.strip() and last.count(b",") != len(part.columns) - 1:
        line, _text = _line_of([part], part.name, lambda cells: len(cells) < len(part.columns))
        wrong.add(file=part.name, row=line, found="a line with more or fewer cells than the header", expected="lines as BTS publishes them",
                  fix="the file is damaged or cut; download it again")


def _seems_to_lack(whole: pd.DataFrame, parts: Sequence[Part]) -> bool:
    if whole.empty or len(set(whole["file"])) < len(parts):
        return True
    months = whole[~whole["whole_year"]].groupby("year")["month"].nunique()
    return bool((months < 12).any())


def _months(connection, parts: Sequence[Part], whole: pd.DataFrame, wrong: Refusals) -> pd.DataFrame:
    """The months each file covers, also those without wanted goods, as rows with ``keep`` false."""
    import duckdb
    import pandas as pd

    known = set(zip(whole["file"], whole["year"], whole["month"])) if len(whole) else set()
    frames = []
    for columns in dict.fromkeys(part.columns for part in parts):
        group = [part for part in parts if part.columns == columns]
        month = "trim(MONTH)" if "MONTH" in columns else "'0'"
        try:
            frame = connection.execute(f"SELECT filename, trim(YEAR) AS year, {month} AS month, count(*) AS lines FROM {_from(columns)} GROUP BY ALL",
                                       [[str(part.path) for part in group]]).df()
        except duckdb.Error as error:
            _refuse_file(group, str(error), wrong)
            continue
        frames.append(_named(frame, group))
    wrong.stop()
    found = pd.concat(frames, ignore_index=True)
    found = found[found["year"].fillna("").str.fullmatch(r"(?:19|20)[0-9]{2}") & found["month"].fillna("").str.fullmatch(r"0?[0-9]|1[0-2]")]
    found = found.assign(year=found["year"].astype("int64"), month=found["month"].astype("int64"), keep=False, value_usd=0.0, bad=0)
    new = [key not in known for key in zip(found["file"], found["year"], found["month"])]
    return found[new]


def _refuse_file(group: Sequence[Part], message: str, wrong: Refusals) -> None:
    import re

    name = next((part.name for part in group if str(part.path) in message), group[0].name)
    line = re.search(r"[Ll]ine:? ([0-9]+)", message)
    what = ("a line with more or fewer cells than the header" if "columns" in message.casefold() or "Expected Number" in message
            else "bytes that are not text" if "utf" in message.casefold() or "unicode" in message.casefold()
            else "a quotation mark that is never closed" if "quote" in message.casefold() else "a line that cannot be read")
    wrong.add(file=name, row=int(line[1]) if line else None, found=what, expected="lines as BTS publishes them",
              fix="the file is damaged or cut; download it again")


def _line_of(parts: Sequence[Part], file: str, test) -> tuple[int | None, str]:
    """The first line of a file that ``test`` (a dict of cells in, bool out) picks; only run to word a refusal."""
    part = next((part for part in parts if part.name == file), None)
    if part is None:
        return None, ""
    with part.path.open(encoding="latin-1", newline="") as lines:
        for at, line in enumerate(lines, start=1):
            values = line.rstrip("\r\n").split(",")
            cells = dict(zip(part.columns, values)) | ({"": ""} if len(values) > len(part.columns) else {})
            if at > 1 and test(cells):
                return at, cells.get("VALUE", "")
    return None, ""


def _check(whole, parts, wrong: Refusals, chapters: Sequence[str]) -> None:
    if whole.empty:
        return
    for file in whole.loc[whole["bad"] > 0, "file"].unique()[:5]:
        width = len(next(part.columns for part in parts if part.name == file))
        line, _text = _line_of(parts, file, lambda cells, width=width: len(cells) != width and cells.get("COMMODITY2", "").strip() in chapters)
        if line:
            wrong.add(file=file, row=line, found="a line with more or fewer cells than the header", expected="lines as BTS publishes them",
                      fix="the file is damaged or cut; download it again")
            continue
        line, text = _line_of(parts, file, lambda cells: cells.get("COMMODITY2", "").strip() in chapters and not cells.get("VALUE", "").strip().isdigit())
        wrong.add(file=file, row=line, column="VALUE", found=shown(text), expected="whole dollars", fix="download this file again")
    if wrong:
        return
    years = ~whole["year"].fillna("").str.fullmatch(r"(?:19|20)[0-9]{2}")
    for file, year in whole.loc[years, ["file", "year"]].drop_duplicates().head(5).itertuples(index=False):
        line, _text = _line_of(parts, file, lambda cells, year=year: cells.get("YEAR", "").strip() == (year or ""))
        wrong.add(file=file, row=line, column="YEAR", found=shown(year or ""), expected="a year", fix="download this file again")
    months = ~whole["month"].fillna("").str.fullmatch(r"0?[1-9]|1[0-2]") & ~whole["whole_year"]
    for file, month in whole.loc[months, ["file", "month"]].drop_duplicates().head(5).itertuples(index=False):
        line, _text = _line_of(parts, file, lambda cells, month=month: cells.get("MONTH", "").strip() == (month or ""))
        wrong.add(file=file, row=line, column="MONTH", found=shown(month or ""), expected="a month from 01 to 12", fix="download this file again")
    kept = whole[whole["keep"]]
    for column, label, allowed in (("kind", "TRDTYPE", ("1", "2")), ("mode", "DISAGMOT", tuple(_MODES)), ("df", "DF", ("", "1", "2"))):
        odd = ~kept[column].fillna("").isin(allowed)
        for file, value in kept.loc[odd, ["file", column]].drop_duplicates().head(5).itertuples(index=False):
            line, _text = _line_of(parts, file, lambda cells, label=label, value=value: cells.get(label, "").strip() == value and cells.get("COMMODITY2") in CHAPTERS)
            wrong.add(file=file, row=line, column=label, found=shown(value), expected="one of " + ", ".join(allowed or ("blank",)).strip(", "),
                      fix="columns have slipped or the code is new; look it up in the BTS data dictionary")


def choose(whole: pd.DataFrame, wrong: Refusals, notes: list[str], table: str) -> pd.DataFrame:
    """The rows of one table (dot2 or dot3) with each month taken from one file and annual files only where months are missing."""
    import pandas as pd

    rows = whole[whole["table"] == table]
    covered = rows[~rows["whole_year"]].groupby(["file", "year", "month"]).agg(
        value=("value_usd", "sum"), lines=("lines", "sum")).reset_index()
    spans = covered.groupby("file")["month"].size().to_dict()
    chosen: list[pd.DataFrame] = []
    twins, to_date = 0, 0
    for (year, month), files in covered.groupby(["year", "month"]):
        best = files[files["file"].map(spans) == files["file"].map(spans).min()]
        to_date += len(files) - len(best)
        if len(best) > 1:
            if best["value"].nunique() > 1 or best["lines"].nunique() > 1:
                wrong.add(file=best["file"].iloc[1], found=f"other figures for {year}-{month:02d} than {best['file'].iloc[0]} "
                          f"({best['value'].iloc[1]:,.0f} and {best['value'].iloc[0]:,.0f} dollars)",
                          expected="one file a month", fix="keep the newer download and take the other out of the collection")
                continue
            twins += len(best) - 1
        other = files[(files["file"].map(spans) > files["file"].map(spans).min()) & ((files["value"] - best["value"].iloc[0]).abs() > 0.5)]
        for row in other.head(3).itertuples():
            notes.append(f"{year}-{month:02d}: {row.file} (year to date) has {row.value:,.0f}, {best['file'].iloc[0]} has {best['value'].iloc[0]:,.0f}; the month's own file was used")
        chosen.append(rows[(rows["file"] == sorted(best["file"])[0]) & (rows["year"] == year) & (rows["month"] == month) & ~rows["whole_year"]])
    annual = rows[rows["whole_year"]]
    for year, year_rows in annual.groupby("year"):
        by_file = year_rows.groupby("file").agg(value=("value_usd", "sum"), lines=("lines", "sum"))
        if len(by_file) > 1 and by_file["value"].nunique() > 1:
            wrong.add(file=by_file.index[1], found=f"other figures for {year} than {by_file.index[0]}", expected="one annual file a year",
                      fix="keep the newer download and take the other out of the collection")
            continue
        months = covered[covered["year"] == year]
        if months.empty:
            chosen.append(year_rows[year_rows["file"] == by_file.index[0]].assign(month=0))
            continue
        in_months = sum(part.loc[(part["year"] == year), "value_usd"].sum() for part in chosen if len(part) and not part["whole_year"].iloc[0])
        if months["month"].nunique() == 12 and abs(in_months - by_file["value"].iloc[0]) > 0.5:
            notes.append(f"{year}: the annual file {by_file.index[0]} has {by_file['value'].iloc[0]:,.0f}, its months add to {in_months:,.0f}; the months were used")
        else:
            notes.append(f"{year}: the annual file {by_file.index[0]} repeats months that are there and was left out")
    if twins or to_date:
        notes.append(f"{twins + to_date} months that come again in year-to-date or copied files ({table}) were counted once")
    wrong.stop()
    return pd.concat(chosen, ignore_index=True) if chosen else rows.iloc[:0]


def _margins(chosen: pd.DataFrame, by_state: bool) -> list[dict]:
    """One row for each flow (total, domestic, re-export, import) and modes (all, surface, air, vessel) there is."""
    kept = chosen[chosen["keep"]].copy()
    kept["modes"] = kept["mode"].map(_MODES)
    kept["source"] = kept["file"]
    out: list[dict] = []
    state = ["state"] if by_state else []
    for flow, where in (("total", kept["kind"] == "1"), ("domestic", (kept["kind"] == "1") & (kept["df"] == "1")),
                        ("re-export", (kept["kind"] == "1") & (kept["df"] == "2")), ("import", kept["kind"] == "2")):
        for modes in ("all", "surface", "air", "vessel"):
            rows = kept[where] if modes == "all" else kept[where & (kept["modes"] == modes)]
            group = rows.groupby(["year", "month", "country", "hs", *state]).agg(value_usd=("value_usd", "sum"), lines=("lines", "sum"), source=("source", "first"))
            for key, row in zip(group.index, group.itertuples()):
                out.append({"year": key[0], "month": key[1], "partner": _COUNTRIES.get(key[2], f"Schedule C {key[2]}"), "hs": key[3], "flow": flow,
                            "modes": modes, "state": key[4] if by_state else "", "value_usd": row.value_usd,
                            "value_as_printed": f"sum of {int(row.lines)} lines", "source_file": row.source, "source_row": 0})
    return out


def _read(document: Document) -> Received:
    import pandas as pd

    wrong, notes = Refusals(document.name), []
    with tempfile.TemporaryDirectory(prefix="armstrail-") as folder:
        parts = collect(document, Path(folder), notes)
        with_goods = [part for part in parts if part.table != "dot1"]
        if len(parts) > len(with_goods):
            notes.append(f"{len(parts) - len(with_goods)} files by state and port (dot1) hold no commodities and were left out")
        if not with_goods:
            refuse(document.name, found="only tables by state and port (dot1), which hold no commodities",
                   expected="dot2 (state by commodity) or dot3 (port by commodity)", fix="add the dot3 files of the same months")
        whole = sums(with_goods, wrong)
    tables = {table: choose(whole, wrong, notes, table) for table in ("dot3", "dot2") if (whole["table"] == table).any()}
    main = tables.get("dot3", tables.get("dot2"))
    if len(tables) == 2:
        extra = tables["dot2"]
        have = set(zip(main["year"], main["month"]))
        missing = extra[[(year, month) not in have for year, month in zip(extra["year"], extra["month"])]]
        if len(missing):
            notes.append("months without a dot3 file were taken from dot2: " + ", ".join(
                f"{year}-{month:02d}" for year, month in sorted(set(zip(missing["year"], missing["month"])))[:24]))
        for year in sorted(set(main["year"]) & set(extra["year"])):
            one, two = main.loc[main["year"] == year, "value_usd"].sum(), extra.loc[extra["year"] == year, "value_usd"].sum()
            if abs(one - two) > 0.5:
                notes.append(f"{year}: dot3 adds to {one:,.0f} dollars, dot2 to {two:,.0f}; dot3 was used for totals")
        main = pd.concat([main, missing], ignore_index=True)
    seen_months = main[["year", "month"]].drop_duplicates()
    table = exports_table(_margins(main, False), wrong, notes)
    # A month whose file holds no arms is there all the same; only a month without a file is a hole.
    table = _complete_by_files(table, seen_months, notes)
    received_parts = {}
    if "dot2" in tables:
        received_parts["by_state"] = exports_table(_state_names(_margins(tables["dot2"], True), notes), wrong, [])
    surface_only = int(table.loc[table["modes"] == "all", "year"].min()) < 2004
    if surface_only:
        notes.append("before November 2003 TransBorder has surface modes only: those years are lower bounds of the total")
        table.loc[(table["year"] < 2004) & (table["modes"] == "all"), "value_is"] = "at_least"
    about = {"dataset": "TransBorder Freight Data, raw monthly files", "files": len(with_goods), "rows_of_these_goods": int(whole.loc[whole["keep"], "lines"].sum()),
             "chapters": list(CHAPTERS), **years_said(table),
             "query": {"publisher_table": "dot3/dot2", "chapters": list(CHAPTERS), "time": "monthly"}}
    return Received(LAYOUT, "exports", table, about, notes, received_parts)


def _complete_by_files(table, months, notes: list[str]):
    table = table.copy()
    for year, there in months[months["month"] > 0].groupby("year")["month"]:
        lacking = sorted(set(range(1, 13)) - set(there))
        where = (table["year"] == year) & (table["month"] > 0)
        table.loc[where, "complete"] = not lacking
        said = next((index for index, note in enumerate(notes) if note.startswith(f"{year}: months ")), None)
        if said is not None:
            notes.pop(said)
        if lacking:
            holes = "; BTS never posted the raw file of October 2020" if year == 2020 and 10 in lacking else ""
            notes.append(f"{year}: no file for months {', '.join(map(str, lacking))}, so it is not a whole year{holes}")
    return table


def _state_names(rows: list[dict], notes: list[str]) -> list[dict]:
    merged: dict[tuple, dict] = {}
    renamed = 0
    for row in rows:
        # Documented by BTS users: BN stood for BC (Baja California) from April 1994 to May 1998.
        if row["state"] == "BN" and (row["year"], row["month"]) <= (1998, 5):
            row["state"], renamed = "BC", renamed + 1
        row["state"] = row["state"] or "not stated"
        key = tuple(row[name] for name in ("year", "month", "partner", "flow", "hs", "modes", "state"))
        if key in merged:
            merged[key]["value_usd"] += row["value_usd"]
        else:
            merged[key] = row
    if renamed:
        notes.append(f"{renamed} figures under BN were counted as BC (Baja California)")
    return list(merged.values())


LAYOUT = Layout("bts-transborder", "exports", "BTS TransBorder raw monthly files", _looks_like, _read,
                publisher="Bureau of Transportation Statistics, TransBorder Freight Data (U.S. Census Bureau data)",
                license="U.S. government work, public domain")
