"""What appendix and inserts share: a figure with its caption, picture, notes and table; footnotes for sources."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

from helpers import words
from helpers.letter.document import PICTURE_WIDTH, Sheet
from helpers.record import shown
from helpers.record.references import Reference, references

MOST_IN_A_NOTE = 6  # publications a footnote lists; more are in the appendix's list of sources
MOST_ROWS, MOST_COLUMNS = 40, 7


def sheet(run: dict, lang: str, title: str) -> Sheet:
    """An empty document for this run, dated by the latest source it rests on."""
    return Sheet(lang, title, words.say("letter-author", lang), latest(run),
                 (words.say("letter-page", lang), words.say("letter-of", lang)))


def latest(run: dict) -> str:
    """The latest day on which a source of the run was read, ISO."""
    return max((about["as_of"] for about in run["figures"].values()), default="2000-01-01")


def source_line(reference: Reference, lang: str) -> str:
    """One publication as a footnote or a line of the list of sources."""
    if reference.url:
        return words.say("letter-source-note", lang, citation=reference.citation, url=reference.url.rstrip("."),
                         day=reference.accessed)
    return words.say("letter-source-note-plain", lang, citation=reference.citation, day=reference.accessed)


def footnotes(run: dict, ids, lang: str, most: int = MOST_IN_A_NOTE) -> list[str]:
    """The footnote for a list of sources: one note, or none without sources; more than ``most`` are counted."""
    found = references(run, ids)
    if len(found) > most:
        return [words.say("letter-sources-many", lang, n=len(found), day=max(r.accessed for r in found))]
    return [" ".join(source_line(reference, lang) for reference in found)] if found else []


def picture(run: dict, figure: str, lang: str) -> bytes:
    """The figure's PNG in ``lang``."""
    return (Path(run["folder"]) / "figures" / f"{figure}.{lang}.png").read_bytes()


@lru_cache(maxsize=64)
def gray(png: bytes) -> bytes:
    """The same picture without color."""
    from PIL import Image

    image = Image.open(io.BytesIO(png))
    out = io.BytesIO()
    image.convert("L").save(out, "PNG", dpi=image.info.get("dpi", (300, 300)), compress_level=3)
    return out.getvalue()


def width(run: dict, figure: str) -> float:
    """Width at which the figure is set: its own, never beyond the margins."""
    return min(PICTURE_WIDTH, float(run["figures"][figure].get("size_in", [PICTURE_WIDTH])[0]))


def set_figure(page: Sheet, run: dict, figure: str, number: int, lang: str, most: int = MOST_IN_A_NOTE,
               subtitle: bool = True) -> None:
    """Caption with its footnote, picture with alt text, source and note as live text."""
    about = run["figures"][figure]
    page.caption(words.say("letter-label-figure", lang), number, about["title"][lang], footnotes(run, about["sources"], lang, most))
    page.picture(picture(run, figure, lang), about["alt"][lang], about["title"][lang], width(run, figure))
    if subtitle:
        page.text(about["subtitle"][lang], style="Figure Note")
    page.text(words.say("source-line", lang, text=about["source"][lang]), style="Figure Note")
    page.text(words.say("note-line", lang, text=about["note"][lang]), style="Figure Note")


def set_table(page: Sheet, run: dict, figure: str, number: int, lang: str, most_rows: int = MOST_ROWS) -> None:
    """The plotted numbers as a table; rows and columns beyond what a page carries are said to be in the file."""
    numbers = shown.table(Path(run["folder"]) / "figures" / f"{figure}.csv", lang)
    if not numbers.rows:
        return
    file = f"{figure}.csv"
    title = words.say("letter-table-title", lang, number=number)
    page.caption(words.say("letter-label-table", lang), number, title)
    header, keep = numbers.header[:MOST_COLUMNS], slice(0, MOST_COLUMNS)
    page.table(header, [row[keep] for row in numbers.rows[:most_rows]],
               f"{title}. {run['figures'][figure]['title'][lang]}", numbers.numeric[keep],
               column_widths(header, [row[keep] for row in numbers.rows[:most_rows]]))
    if len(numbers.rows) > most_rows:
        page.text(words.say("letter-table-rest", lang, rest=len(numbers.rows) - most_rows, file=file), style="Figure Note")
    if len(numbers.header) > MOST_COLUMNS:
        page.text(words.say("letter-table-columns-left-out", lang, file=file,
                            columns=", ".join(numbers.header[MOST_COLUMNS:])), style="Figure Note")


def column_widths(header, rows, total: float = PICTURE_WIDTH) -> list[float]:
    """Widths in inches that add up to ``total``, by the longest text in each column, none below a tenth of it.

    >>> column_widths(["year", "value"], [["2015", "137,375,073"]])
    [2.0366666666666666, 4.463333333333334]
    """
    longest = [min(max([len(name), *(len(row[i]) for row in rows)]), 40) for i, name in enumerate(header)]
    least = total / max(10, 1.5 * len(header))
    share = (total - least * len(header)) / (sum(longest) or 1)
    return [least + share * length for length in longest]


def findings_of(run: dict, figures: list[str]) -> list[dict]:
    """The findings that belong to these figures or to none, without those that rest on leaked documents.

    A finding that rests on leaked documents comes along only with a figure asked for that does so too.
    """
    allowed_leaked = {figure for figure in figures
                      if any(reference.leaked for reference in references(run, run["figures"][figure]["sources"]))}
    out = []
    for found in run["findings"]:
        if found["figure"] and found["figure"] not in figures:
            continue
        if found["figure"] not in allowed_leaked and any(reference.leaked for reference in references(run, found["sources"])):
            continue
        out.append(found)
    return out
