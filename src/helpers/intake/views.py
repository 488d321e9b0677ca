"""What a journalist sees of a file: a preview, problems as one table, two downloads compared. Nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.problems import InputProblems, Problem

if TYPE_CHECKING:
    import pandas as pd

    from helpers.readers.layout import Received


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
    from helpers.intake import inspect

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
