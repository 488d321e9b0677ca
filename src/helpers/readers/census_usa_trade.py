"""Census USA Trade Online csv: a title, a header somewhere below, flat rows, group rows among them."""

from __future__ import annotations

import re

from helpers.readers.exports_table import exports_table, few, years_said
from helpers.readers.headings import check_header, find_header, plain, rows_below
from helpers.readers.layout import Document, Layout, Likeness, Received
from helpers.readers.numbers import NotANumber, number
from helpers.readers.periods import period
from helpers.readers.refusals import Refusals, refuse, shown

_REQUIRED = {"commodity": ("Commodity",), "country": ("Country",), "time": ("Time",)}
_SPLITS = {"state": ("State",), "district": ("District",), "port": ("Port",)}
_GROUPS = {"world total", "all districts", "all states", "all ports", "total all countries", "all countries"}


def _measure(heading: str) -> tuple[str, str] | None:
    """Flow and modes of a measure's heading; None for what is no value in dollars or a subset of one."""
    words = plain(heading)
    if not words.endswith("us") or "value" not in words or words.startswith("containerized"):
        return None
    modes = "vessel" if words.startswith("vessel") else "air" if words.startswith("air") else "all"
    if "import" in words:
        return ("import-general" if "gen" in words else "import-for-consumption"), modes
    flow = "domestic" if "domestic" in words else "re-export" if "foreign" in words or "re export" in words else "total"
    return (flow, modes) if "export" in words or words in ("total value us", "domestic value us", "foreign value us") else None


def _looks_like(document: Document) -> Likeness:
    if document.kind != "delimited":
        return Likeness()
    header = find_header(document.tables, _REQUIRED, _SPLITS)
    if header is None:
        return Likeness((), ("column Commodity", "column Country", "column Time"))
    found = [f"column {_REQUIRED[name][0]}" for name in _REQUIRED if name in header.columns]
    missing = [f"column {_REQUIRED[name][0]}" for name in header.missing]
    (found if any("us" in plain(cell).split() and "value" in plain(cell) for cell in header.printed) else missing).append("a column of values ($US)")
    if len(found) >= 3 and missing == ["column Country"] and header.has("state"):
        missing = []
    return Likeness(tuple(found), tuple(missing))


def _read(document: Document) -> Received:
    wrong, notes = Refusals(document.name), []
    header = find_header(document.tables, _REQUIRED, _SPLITS)
    check_header(header, wrong, {name: words[0] for name, words in _REQUIRED.items()})
    wrong.stop()
    measures = {index: kind for index, cell in enumerate(header.printed) if (kind := _measure(cell))}
    left_out = [cell.strip() for index, cell in enumerate(header.printed)
                if cell.strip() and index not in measures and index not in header.columns.values()]
    if not measures:
        refuse(document.name, row=header.line, found="no value of exports or imports in dollars: " + ", ".join(left_out[:4]),
               expected="a measure such as Total Exports Value ($US)", fix="add that measure to the report")
    splits = [name for name in _SPLITS if header.has(name)]
    foot = [row[0].strip() for row in header.grid.rows[header.at + 1:] if _is_foot(row)]
    suppressed = any("suppression" in line.casefold() for line in foot)
    rows, groups = [], []
    for line, row in rows_below(header, wrong, keep_short=True):
        if _is_foot(row):
            continue
        if sum(1 for cell in row if cell.strip()) < len(header.columns):
            wrong.add(row=line, found=f"{sum(1 for cell in row if cell.strip())} filled cells", expected="a country, a commodity and a time",
                      fix="the line is cut; download the report again")
            continue
        when = period(row[header.columns["time"]])
        if when is None:
            wrong.add(row=line, column="Time", found=shown(row[header.columns["time"]]), expected="a year or a month",
                      fix="choose Years or Months as time, not quarters")
            continue
        code = re.match(r"\s*([0-9]{2,10})\b\s*(.*)", row[header.columns["commodity"]], re.DOTALL)
        if not code or len(code[1]) % 2:
            total = plain(row[header.columns["commodity"]]) in ("all commodities", "total all commodities")
            if not total:
                wrong.add(row=line, column="Commodity", found=shown(row[header.columns["commodity"]]),
                          expected="an HS code of 2, 4, 6 or 10 digits and its label", fix="choose commodities by HS code with labels")
                continue
        hs, label = (code[1], code[2].strip()) if code else ("TOTAL", "all goods")
        partner = row[header.columns["country"]].strip() if header.has("country") else "World"
        for index, (flow, modes) in measures.items():
            text = row[index].strip()
            if not text:
                continue
            try:
                value = float(number(text))
            except NotANumber as error:
                wrong.add(row=line, column=header.printed[index].strip(), found=f"{shown(text)} ({error.why})", expected="a number",
                          fix="restore the figure, or download the report again")
                continue
            entry = {"year": when.year, "month": when.month, "partner": partner, "flow": flow, "hs": hs, "modes": modes,
                     "hs_description": label, "value_usd": value, "value_as_printed": text, "complete": not when.through, "source_row": line}
            group = [name for name in splits if plain(row[header.columns[name]]) in _GROUPS]
            if plain(partner) in _GROUPS or group:
                groups.append((tuple(group), entry))
            else:
                rows.append(entry)
    wrong.stop()
    rows = _without_groups(rows, groups, splits, suppressed, wrong, notes)
    wrong.stop()
    table = exports_table(rows, wrong, notes, add_up=bool(splits))
    if splits:
        notes.append(f"rows by {', '.join(splits)} of the United States were added up; they are origins, not Mexican destinations")
    if left_out:
        notes.append(f"columns not used: {', '.join(left_out[:8])}")
    if foot:
        notes.append("the file ends with: " + "; ".join(foot[:4]))
    title = [row[0].strip() for row in header.grid.rows[:header.at] if row and row[0].strip()]
    about = {"dataset": "USA Trade Online", "title_lines": title, "measures": [header.printed[index].strip() for index in measures],
             "foot": foot, **years_said(table),
             "query": {"title": title[:1], "measures": sorted(header.printed[index].strip() for index in measures),
                       "countries": few(table["partner"]), "goods": few(table["hs"]),
                       "time": "monthly" if (table["month"] > 0).any() else "annual"}}
    return Received(LAYOUT, "exports", table, about, notes)


def _is_foot(row: list[str]) -> bool:
    filled = [cell for cell in row if cell.strip()]
    return len(filled) == 1 and bool(row and row[0].strip()) and bool(re.search(r"suppress|source|applied|note", filled[0], re.IGNORECASE))


def _without_groups(rows, groups, splits, suppressed, wrong, notes):
    """Drop World Total and All Districts after holding them against the rows they add up; keep them where they stand alone."""
    if not groups:
        return rows
    sums: dict[tuple, float] = {}
    for entry in rows:
        for partner in (entry["partner"], "*"):
            key = (entry["year"], entry["month"], partner, entry["flow"], entry["hs"], entry["modes"])
            sums[key] = sums.get(key, 0.0) + entry["value_usd"]
    kept = list(rows)
    apart = 0
    for group, entry in groups:
        world = plain(entry["partner"]) in _GROUPS
        key = (entry["year"], entry["month"], "*" if world else entry["partner"], entry["flow"], entry["hs"], entry["modes"])
        if key not in sums:
            entry["partner"] = "World" if world else entry["partner"]
            kept.append(entry)
        elif abs(sums[key] - entry["value_usd"]) > 0.5:
            apart += 1
            # The world holds countries nobody asked for, so only a total over states or districts must add up.
            if not world and not suppressed:
                wrong.add(row=entry["source_row"], found=f"a group total of {entry['value_usd']:,.0f} over rows that add to {sums[key]:,.0f}",
                          expected="rows that add to their group", fix="download the report again with all states or districts")
    dropped = len(groups) - (len(kept) - len(rows))
    if dropped:
        notes.append(f"{dropped} group rows (World Total, All Districts and the like) were dropped so that nothing counts twice"
                     + (f"; {apart} of them are larger than the rows shown" if apart else ""))
    return kept


LAYOUT = Layout("census-usa-trade", "exports", "Census USA Trade Online csv", _looks_like, _read,
                publisher="U.S. Census Bureau, USA Trade Online", license="U.S. government work, public domain")
