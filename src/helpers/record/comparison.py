"""What changed between two runs: values in the figures' tables, and findings whose sentence is another."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from helpers.words import LANGUAGES

# Numbers that say which row it is, not how much.
KEYS = {"year", "year_from", "year_to", "month", "fiscal_year", "rank", "window", "lag_days", "order"}
LARGEST = 5


@dataclass(frozen=True)
class Move:
    """One value that is another now: the table, which row, the column, and the value before and after."""

    table: str
    row: str
    column: str
    before: object
    after: object

    @property
    def size(self) -> float:
        """Size of the move relative to the larger value; 1 for text."""
        try:
            a, b = float(self.before), float(self.after)
        except (TypeError, ValueError):
            return 1.0
        return abs(b - a) / max(abs(a), abs(b), 1e-12)


@dataclass
class Comparison:
    """Per table the numbers of values changed and rows added and dropped; the largest moves; findings that read otherwise."""

    tables: dict[str, dict[str, int]] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    findings: list[dict] = field(default_factory=list)

    @property
    def same(self) -> bool:
        """Whether nothing a reader could see changed."""
        return not (self.tables or self.added or self.dropped or self.findings)

    def lines(self, lang: str = "en") -> list[str]:
        """What changed as plain sentences in ``lang``."""
        from helpers.words import say

        if self.same:
            return [say("changes-none", lang)]
        out = [say("changes-figure-added", lang, figure=figure) for figure in self.added]
        out += [say("changes-figure-dropped", lang, figure=figure) for figure in self.dropped]
        out += [say("changes-table", lang, table=table, **counts) for table, counts in self.tables.items()]
        out += [say("changes-move", lang, table=m.table, row=m.row, column=m.column, before=str(m.before), after=str(m.after))
                for m in self.moves]
        for found in self.findings:
            kind = "changed" if found["before"] and found["after"] else "added" if found["after"] else "dropped"
            none = dict.fromkeys(LANGUAGES, "")
            out.append(say(f"changes-finding-{kind}", lang, id=found["id"], before=(found["before"] or none)[lang],
                           after=(found["after"] or none)[lang]))
        return out


def compare(old: str | Path, new: str | Path) -> Comparison:
    """Compare two runs' folders; an old one that does not exist counts as empty.

    Rows are matched by the columns that name them (text, dates and years); where those do not tell
    rows apart, by position.
    """
    old, new = Path(old), Path(new)
    result = Comparison()
    before = {path.stem: path for path in sorted((old / "figures").glob("*.csv"))}
    after = {path.stem: path for path in sorted((new / "figures").glob("*.csv"))}
    result.added = [name for name in after if name not in before]
    result.dropped = [name for name in before if name not in after]
    moves: list[Move] = []
    for name in (name for name in after if name in before):
        if before[name].read_bytes() != after[name].read_bytes():
            counts, found = _tables(name, before[name], after[name])
            result.tables[name] = counts
            moves += found
    result.moves = sorted(moves, key=lambda move: -move.size)[:LARGEST]
    one, other = _sentences(old), _sentences(new)
    result.findings = [{"id": key, "before": one.get(key), "after": other.get(key)}
                       for key in dict.fromkeys([*other, *one]) if one.get(key) != other.get(key)]
    return result


def _sentences(folder: Path) -> dict[str, dict[str, str]]:
    path = folder / "findings.json"
    return {f["id"]: f["sentence"] for f in json.loads(path.read_text(encoding="utf-8"))} if path.is_file() else {}


def _tables(name: str, old: Path, new: Path) -> tuple[dict[str, int], list[Move]]:
    one, other = _rows(old), _rows(new)
    columns = [c for c in other[0] if c in one[0]]
    keys = [c for c in columns if c in KEYS or not all(_number(row[c]) for row in (*one[1], *other[1]))]
    # Text that is a remark rather than a name would turn a reworded note into a row dropped and one added.
    keys = [c for c in keys if c not in ("note", "value_is", "status")]
    index = [{tuple(row[c] for c in keys): row for row in rows} for rows in (one[1], other[1])]
    if not keys or len(index[0]) != len(one[1]) or len(index[1]) != len(other[1]):
        index = [{(str(i + 1),): row for i, row in enumerate(rows)} for rows in (one[1], other[1])]
        keys = []
    moves = [Move(name, ", ".join(part for part in key if part), column, index[0][key][column], row[column])
             for key, row in index[1].items() if key in index[0]
             for column in columns if column not in keys and index[0][key][column] != row[column]]
    counts = {"changed": len(moves), "added": len(index[1].keys() - index[0].keys()),
              "dropped": len(index[0].keys() - index[1].keys())}
    return counts, moves


def _number(text: str) -> bool:
    try:
        float(text or 0)
    except ValueError:
        return False
    return True


def _rows(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    import csv

    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
        return list(reader.fieldnames or []), rows
