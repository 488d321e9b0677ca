"""Sum TransBorder files where they lie with DuckDB, and word what is wrong with them.

The files are 99 percent other goods, so lines are picked before they are parted into columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.readers.refusals import Refusals, refuse, shown
from helpers.readers.transborder_files import COMMON, Part

if TYPE_CHECKING:
    import pandas as pd

MODES = {"1": "vessel", "3": "air", "4": "surface", "5": "surface", "6": "surface", "7": "surface", "8": "surface", "9": "surface"}
CHAPTERS = ("36", "93")


def sums(parts: Sequence[Part], wrong: Refusals, *, countries: Sequence[str] = ("2010", "1220"),
         chapters: Sequence[str] = CHAPTERS) -> pd.DataFrame:
    """Sum the value of each file by year, month, type, country, chapter, mode, domestic or foreign, and Mexican state.

    DuckDB picks the lines with a wanted country and chapter by a pattern and parts only these into columns: the
    files are 99 percent other goods. Files with quotes or blanks around values, and very large ones, are parted in full. Months in which a file has no wanted goods are found by a second look (rows
    with ``keep`` false), which only happens when a month seems to be missing.
    """
    import duckdb
    import pandas as pd

    connection = duckdb.connect()
    connection.execute("SET enable_progress_bar=false; SET preserve_insertion_order=false")
    frames = []
    try:
        for part in parts:
            _check_cells(part, wrong)
        wrong.stop()
        for columns in dict.fromkeys(part.columns for part in parts):
            group = [part for part in parts if part.columns == columns]
            if len(set(columns)) < len(columns):
                refuse(group[0].name, row=1, found="a column twice in the header", expected="each column once", fix="download the file again")
            plain = {part for part in group if _is_plain(part)}
            for some, query in (([part for part in group if part in plain], _by_text), ([part for part in group if part not in plain], _by_column)):
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


# A month has 2 to 10 MB; a pattern needs a file in memory whole.
_TEXT_AT_ONCE = 40_000_000

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


def _by_text(columns: Sequence[str], countries: Sequence[str], chapters: Sequence[str]) -> str:
    # Each wanted line begins after a line end and has its country and chapter at their own places.
    wanted = {"COUNTRY": countries, "COMMODITY2": chapters}
    last = max(columns.index(name) for name in wanted)
    pattern = r"\n" + ",".join("(?:" + "|".join(wanted[name]) + ")" if name in wanted else r"[^,\n]*" for name in columns[:last + 1]) + r"[^\n]*"
    cell = {name: f"trim(cells[{at}], ' ' || chr(13) || chr(10))" for at, name in enumerate(columns, start=1)}
    # A line with too few or too many cells must be counted as bad, not passed over: its value becomes unreadable.
    cell["VALUE"] = f"CASE WHEN len(cells) = {len(columns)} THEN {cell['VALUE']} END"
    source = f"(SELECT filename, string_split(unnest(regexp_extract_all(content, '{pattern}')), ',') AS cells FROM read_text(?))"
    return _summed(cell, source, f"{cell['COUNTRY']} IN ({_listed(countries)}) AND {cell['COMMODITY2']} IN ({_listed(chapters)})")


def _by_column(columns: Sequence[str], countries: Sequence[str], chapters: Sequence[str]) -> str:
    cell = {name: f"trim({name})" for name in (*COMMON, "COMMODITY2", "MONTH", "MEXSTATE") if name in columns}
    return _summed(cell, _from(columns), f"{cell['COUNTRY']} IN ({_listed(countries)}) AND {cell['COMMODITY2']} IN ({_listed(chapters)})")


def _is_plain(part: Part) -> bool:
    """Whether lines may be picked by their text: no quotes, no blanks around values, small enough to hold at once."""
    with part.path.open("rb") as file:
        head = file.read(16_384)
    return part.path.stat().st_size <= _TEXT_AT_ONCE and b'"' not in head and b", " not in head and b" ," not in head and b"\n" in head


def _named(frame: pd.DataFrame, group: Sequence[Part]) -> pd.DataFrame:
    names = {str(part.path): part.name for part in group}
    frame["file"] = frame["filename"].map(lambda path: names.get(path, names.get(str(Path(path)), path)))
    return frame.drop(columns="filename").assign(table=group[0].table, whole_year="MONTH" not in group[0].columns)


def _check_cells(part: Part, wrong: Refusals) -> None:
    """Every line must have as many cells as the header: counted over the whole file, so that a cut or slipped line is
    found even where it holds other goods."""
    import numpy as np

    separators = lines = 0
    quoted = False
    last = b""
    with part.path.open("rb") as file:
        while piece := file.read(1 << 22):
            # Ten times as fast as bytes.count where every tenth byte counts.
            values = np.frombuffer(piece, dtype=np.uint8)
            separators += int(np.count_nonzero(values == 44))
            lines += piece.count(b"\n")
            quoted = quoted or b'"' in piece
            last = piece[-4096:] if len(piece) >= 4096 else (last + piece)[-4096:]
    lines += not last.endswith(b"\n")
    if last.endswith((b"\n\n", b"\r\n\r\n", b"\n\r\n")):
        return
    if not quoted and separators != lines * (len(part.columns) - 1):
        line, _text = _line_of([part], part.name, lambda cells: len(cells) != len(part.columns))
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
    for column, label, allowed in (("kind", "TRDTYPE", ("1", "2")), ("mode", "DISAGMOT", tuple(MODES)), ("df", "DF", ("", "1", "2"))):
        odd = ~kept[column].fillna("").isin(allowed)
        for file, value in kept.loc[odd, ["file", column]].drop_duplicates().head(5).itertuples(index=False):
            line, _text = _line_of(parts, file, lambda cells, label=label, value=value: cells.get(label, "").strip() == value and cells.get("COMMODITY2") in CHAPTERS)
            wrong.add(file=file, row=line, column=label, found=shown(value), expected="one of " + ", ".join(allowed or ("blank",)).strip(", "),
                      fix="columns have slipped or the code is new; look it up in the BTS data dictionary")
