"""Turn a file of text into a typed tidy table, or into every sentence that says what is wrong with it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import unicodedata
from pathlib import Path

import pandas as pd

from helpers.problems import InputProblems, Problem, nearest
from helpers.tables.model import KINDS, Column, Table

LINE = "_line"
csv.field_size_limit(1_000_000)


def fold(name: str) -> str:
    """A name without accents, dots, double blanks and case, for comparing spellings.

    >>> fold(" Edo. de  México ")
    'edo de mexico'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"\s+", " ", plain.replace(".", " ")).strip().lower()


def read_text(path: str | Path, table: Table, name: str | None = None) -> pd.DataFrame:
    """Read a ledger as text, every cell as it stands, with the line each row begins on in ``_line``.

    ``name`` is how the file is called in messages (its path under the project). Columns come in the
    table's order. Raises ``InputProblems`` for an empty file, bytes that are not UTF-8, a wrong
    header and rows with too few or too many cells.
    """
    path = Path(path)
    name = name or path.name
    data = path.read_bytes()
    if not data.strip():
        raise InputProblems([Problem(name, None, None, "an empty file", f"a header and rows of {table.rows_are}",
                                     "put the file back from where it came, or download it again")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[:error.start].count(b"\n") + 1
        raise InputProblems([Problem(
            name, line, None, f"the byte 0x{data[error.start]:02X}, which is not UTF-8 (a Latin-1 file, it seems)", "a file saved as UTF-8",
            "open it in a spreadsheet and save it again as 'CSV UTF-8'")]) from None
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader, [])
    _check_header(header, table, name)
    rows, problems, line = [], [], reader.line_num + 1
    for cells in reader:
        if cells and len(cells) != len(header):
            problems.append(Problem(name, line, None, f"{len(cells)} cells", f"{len(header)} cells, one per column of the header",
                                    "look for a missing or a stray comma; text that holds a comma must stand in double quotes"))
        elif cells:
            rows.append([*cells, line])
        line = reader.line_num + 1
    if problems:
        raise InputProblems(problems)
    if not rows:
        raise InputProblems([Problem(name, None, None, "a header and no rows", f"rows of {table.rows_are}", "put the rows back, or download the file again")])
    frame = pd.DataFrame(rows, columns=[*header, LINE])
    return frame[[*table.raw_columns, LINE]].astype({column: "str" for column in table.raw_columns})


def _check_header(header: list[str], table: Table, name: str) -> None:
    wanted = table.raw_columns
    missing = [column for column in wanted if column not in header]
    extra = [column for column in header if column not in wanted]
    problems = []
    for column in missing:
        close = nearest(column, extra, 1)
        fix = f"rename the column '{close[0]}' to '{column}'" if close else f"add the column '{column}' ({table.column(column).meaning})"
        problems.append(Problem(name, 1, column, "no such column", f"the columns {', '.join(wanted)}", fix))
    for column in extra:
        if not any(column in nearest(other, extra, 1) for other in missing):
            problems.append(Problem(name, 1, column, "a column nobody knows" if column else "a column without a name",
                                    f"the columns {', '.join(wanted)}", "remove the column, or describe it in src/helpers/tables/schemas.py"))
    problems += [Problem(name, 1, column, "the column twice", "each column once", "remove one of the two")
                 for column in sorted({column for column in header if header.count(column) > 1})]
    if problems:
        raise InputProblems(problems)


def check(text: pd.DataFrame, table: Table, name: str, known: dict[str, set[str]] | None = None) -> pd.DataFrame:
    """Check a table of text and give it typed; raises ``InputProblems`` with all violations at once.

    ``text`` is what ``read_text`` gives. ``known`` holds the values other tables offer, by
    ``"table.column"``; rules against a table that is not in ``known`` are skipped. Rules are run by
    pandera (lazily, so that the first fault does not hide the others); its codes become sentences here.
    """
    import pandera.pandas as pa

    known = known or {}
    explain: dict[str, tuple[str, str]] = {}
    columns = {}
    for column in table.columns:
        if not column.added:
            columns[column.name] = pa.Column(checks=_cell_checks(pa, column, known, explain))
    # Rules compare cells as they stand, and pandera must not rewrite them: no coercion before the rules.
    rules = []
    for rule in table.rules:
        explain[rule.name] = (rule.expected, rule.fix)
        rules.append(pa.Check(rule.holds, error=f"{rule.column}\0{rule.name}"))
    frame = text if "_accessed" in text else text.assign(_accessed="")
    problems: list[Problem] = []
    try:
        pa.DataFrameSchema(columns, checks=rules).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        problems = _sentences(errors.failure_cases, frame, name, explain)
    problems += _duplicates(text, table, name)
    if problems:
        raise InputProblems(sorted(problems, key=lambda p: (p.row or 0, table.raw_columns.index(p.column) if p.column else -1)))
    return typed(text[table.raw_columns], table)


def _cell_checks(pa, column: Column, known: dict[str, set[str]], explain: dict[str, tuple[str, str]]) -> list:
    checks = []

    def add(rule: str, holds, expected: str, fix: str) -> None:
        key = f"{column.name}:{rule}"
        explain[key] = (expected, fix)
        checks.append(pa.Check(holds, error=f"{column.name}\0{key}"))

    pattern, wanted, _, _ = KINDS[column.kind]
    if column.required:
        add("required", lambda s: s.str.strip() != "", f"{wanted}, not blank ({column.meaning})", "fill the cell from the source, or leave the row out")
    if column.kind != "text":
        add("form", lambda s: (s == "") | s.str.fullmatch(pattern), wanted, _fix_for(column.kind))
    if column.kind == "date":
        add("calendar", lambda s: ~s.str.fullmatch(pattern) | s.map(_is_day), "a day that exists", "look the date up in the source again")
    if column.allowed:
        choices = set(column.allowed)
        add("allowed", lambda s: s.map(lambda v: not v or set(v.split(";") if column.many else [v]) <= choices),
            f"one of {', '.join(column.allowed)}", "\0allowed\0" + "\0".join(column.allowed))
    if column.within and column.within in known:
        choices = known[column.within]
        if column.within.endswith(".alias"):
            add("within", lambda s: s.map(lambda v: not v or fold(v) in choices), "a Mexican state under a name or alias of data/raw/reference/mexican_states.csv",
                "\0allowed\0" + "\0".join(sorted(choices)))
        else:
            from helpers.tables.schemas import TABLES

            where = f"data/raw/{TABLES[column.within.partition('.')[0]].raw}"
            add("within", lambda s: s.map(lambda v: not v or set(v.split(";") if column.many else [v]) <= choices),
                f"a value that stands in {where}", "\0allowed\0" + "\0".join(sorted(choices)))
    return checks


def _fix_for(kind: str) -> str:
    return {
        "date": "write the date as YYYY-MM-DD; a month is its first to its last day with the precision column set to month",
        "year": "write the calendar year alone",
        "count": "write digits only: no commas, no sign, no decimals; blank is not known, 0 is none",
        "usd": "write digits only: no commas, no sign, no dollar mark, no decimals",
        "number": "write digits and at most one decimal point, no commas",
    }[kind]


def _is_day(value: str) -> bool:
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _sentences(cases: pd.DataFrame, frame: pd.DataFrame, name: str, explain: dict[str, tuple[str, str]]) -> list[Problem]:
    problems, seen = [], set()
    for case in cases.itertuples():
        column, _, rule = str(case.check).partition("\0")
        if rule not in explain or pd.isna(case.index) or (rule, case.index) in seen:
            continue
        seen.add((rule, case.index))
        expected, fix = explain[rule]
        value = frame.at[case.index, column]
        if fix.startswith("\0allowed\0"):
            close = nearest(value, fix.split("\0")[2:], 3)
            fix = f"did you mean {' or '.join(repr(c) for c in close)}?" if close else "use one of the values that exist, or add the new one where they are listed"
        shown = value if len(value) <= 60 else value[:57] + "..."
        problems.append(Problem(name, int(frame.at[case.index, LINE]), column, repr(shown) if value else "a blank cell", expected, fix))
    return problems


def _duplicates(text: pd.DataFrame, table: Table, name: str) -> list[Problem]:
    key = list(table.key)
    again = text[text.duplicated(key, keep="first")]
    problems = []
    for _, row in again.iterrows():
        first = text[(text[key] == row[key]).all(axis=1)].iloc[0][LINE]
        problems.append(Problem(name, int(row[LINE]), key[0], f"{', '.join(repr(row[k]) for k in key)} again, as in row {int(first)}",
                                f"each {' + '.join(key)} once", "remove the duplicate, or give the new row an identity of its own"))
    return problems


def typed(text: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Give text its types: blanks become missing, years and counts ``Int64``, days ``datetime64[s]``.

    ``text`` must have passed ``check``. Columns the table adds are left alone when they are there.

    >>> from helpers.tables import TABLES
    >>> typed(pd.DataFrame({"year": ["2015"], "cpi_u": ["237.017"], "source_id": ["bls-1"]}, dtype="str"), TABLES["cpi_u"]).dtypes.astype(str).tolist()
    ['Int64', 'Float64', 'str']
    """
    out = {}
    for column in table.columns:
        if column.name in text:
            values = text[column.name].mask(text[column.name] == "")
            dtype = KINDS[column.kind][2]
            if dtype == "str":
                out[column.name] = values.astype("str")
            elif dtype.startswith("datetime"):
                out[column.name] = pd.to_datetime(values, format="%Y-%m-%d").astype(dtype)
            else:
                out[column.name] = pd.to_numeric(values).astype(dtype)
    return pd.DataFrame(out, index=text.index).reset_index(drop=True)
