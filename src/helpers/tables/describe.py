"""The declared tables as a column dictionary for people and as a Frictionless data package for programs."""

from __future__ import annotations

from collections.abc import Mapping

from helpers.tables.model import KINDS, Column, Table


def dictionary(tables: Mapping[str, Table]) -> str:
    """A Markdown page that explains every column of every table, for ``data/README.md``."""
    lines = ["# Data", "",
             "`raw/` holds files as received and hand-kept ledgers, one folder a topic; they are never edited. `raw/records.csv` says of each file who",
             "published it, where, when it was read, under what license, and what its bytes were (SHA-256). `raw/sources.csv` is the bibliography that",
             "every figure points to. `raw/corrections.csv` lists what is changed when files are read, and why.", "",
             "`processed/` holds the tidy tables that notebook 00 builds from `raw/`, with a data package (`datapackage.json`) that names the raw",
             "files they were built from. Blank means not found or not published, never zero.", "",
             "This page is written by notebook 00 from the same declarations that check the files (`src/helpers/tables/schemas.py`).", "",
             "## Columns", ""]
    for table in tables.values():
        lines += [f"### {table.name}", "", f"Rows are {table.rows_are}. Raw file: `data/raw/{table.raw}`. Key: {' + '.join(f'`{k}`' for k in table.key)}.",
                  f"Watch for: {table.watch_for}.", "", "| column | type | may be blank | meaning |", "| --- | --- | --- | --- |"]
        lines += [f"| `{c.name}` | {_type(c)} | {'no' if c.required or c.added else 'yes'} | {_meaning(c)} |" for c in table.columns]
        lines.append("")
    return "\n".join(lines)


def _type(column: Column) -> str:
    name = {"usd": "whole dollars", "count": "whole number", "number": "number"}.get(column.kind, column.kind)
    return f"{name}, several parted by `;`" if column.many else name


def _meaning(column: Column) -> str:
    parts = [column.meaning]
    if column.unit:
        parts.append(f"unit: {column.unit}")
    if column.allowed:
        parts.append("one of " + ", ".join(f"`{value}`" for value in column.allowed))
    if column.within:
        parts.append(f"must stand in `{column.within}`")
    if column.added:
        parts.append("added here, not in the raw file")
    return "; ".join(parts).replace("|", "\\|")


def datapackage(tables: Mapping[str, Table], hashes: Mapping[str, str], inputs: Mapping[str, str]) -> dict:
    """The processed tables as a data package (Frictionless Data Package v1, specs.frictionlessdata.io).

    ``hashes`` is the SHA-256 of each processed file by table name; ``inputs`` of each raw file by its
    path under ``data/raw``, kept so that anyone can see which raw files the tables were built from.
    """
    resources = []
    for name, table in tables.items():
        fields = []
        for column in table.columns:
            entry = {"name": column.name, "type": KINDS[column.kind][3], "description": column.meaning}
            constraints: dict = {}
            if column.required:
                constraints["required"] = True
            if column.allowed and not column.many:
                constraints["enum"] = list(column.allowed)
            if column.kind in ("count", "usd", "number"):
                constraints["minimum"] = 0
            if constraints:
                entry["constraints"] = constraints
            if column.unit:
                entry["unit"] = column.unit
            fields.append(entry)
        # A key with blank cells (a report that prints no unit) is ours to check; Frictionless allows no blanks in a primary key.
        key = list(table.key) if all(table.column(k).required for k in table.key) else []
        resources.append({
            "name": name.replace("_", "-"), "path": f"{name}.csv", "profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv",
            "encoding": "utf-8", "title": f"Rows are {table.rows_are}", "description": f"Watch for: {table.watch_for}.", "hash": f"sha256:{hashes[name]}",
            "schema": {"fields": fields, **({"primaryKey": key} if key else {}), "missingValues": [""]},
        })
    return {"name": "arms-trail", "title": "Arms Trail: tidy tables", "profile": "tabular-data-package", "resources": resources, "inputs": dict(sorted(inputs.items()))}
