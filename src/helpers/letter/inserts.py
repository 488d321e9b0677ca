"""One page per figure, and the pieces of a figure as plain files for pasting into a letter."""

from __future__ import annotations

from pathlib import Path

from helpers import words
from helpers.letter import pieces
from helpers.letter.appendix import set_finding, short
from helpers.record import shown

PAGE = 9.0  # inches of text height between 1 in margins
ROW, LINE = 0.19, 0.17  # inches of a table row and a line of text, measured in LibreOffice, rounded up


def insert(run: dict, figure: str, number: int, lang: str) -> bytes:
    """The one-page insert of a figure: finding, picture, notes, and its numbers when they fit on the page."""
    about = run["figures"][figure]
    page = pieces.sheet(run, lang, about["title"][lang])
    page.heading(short(about["subtitle"][lang]))
    # A tall figure leaves no room for a long footnote: its publications are then listed in the appendix only.
    most = next((most for most in (pieces.MOST_IN_A_NOTE, 3, 1) if _used(run, figure, lang, most) < PAGE), 1)
    # What is left of the page after a very tall figure is for its source and note.
    tight = _used(run, figure, lang, most) > PAGE - LINE
    pieces.set_figure(page, run, figure, number, lang, most, subtitle=not tight)
    room = PAGE - _used(run, figure, lang, most)
    noted = set(pieces.footnotes(run, about["sources"], lang, most))
    for finding in [found for found in pieces.findings_of(run, [figure]) if found["figure"] == figure]:
        notes = pieces.footnotes(run, finding["sources"], lang)
        needed = LINE * (2 + len(finding["sentence"][lang]) // 85 + (0 if set(notes) <= noted else _lines(notes)))
        if needed > room:
            break
        set_finding(page, run, finding, lang)
        room -= needed
        noted |= set(notes)
    numbers = shown.table(Path(run["folder"]) / "figures" / f"{figure}.csv", lang)
    rows, columns = len(numbers.rows), len(numbers.header)
    if rows and columns <= pieces.MOST_COLUMNS and 0.75 + ROW * (rows + 1) * _row_lines(numbers) <= room:
        pieces.set_table(page, run, figure, number, lang)
    elif rows and not tight:
        page.text(words.say("letter-table-elsewhere", lang, rows=rows, file=f"{figure}.csv"), style="Figure Note")
    return page.bytes()


def _lines(notes: list[str]) -> int:
    return sum(1 + len(note) // 105 for note in notes)


def _used(run: dict, figure: str, lang: str, most: int) -> float:
    """Inches taken by heading, caption, picture, notes and footnote, a little more rather than less."""
    about = run["figures"][figure]
    wide, high = about.get("size_in", [6.5, 3.6])
    notes = sum(1 + len(about[part][lang]) // 100 for part in ("subtitle", "source", "note"))
    caption = 1 + len(about["title"][lang]) // 75
    return 0.7 + pieces.width(run, figure) / wide * high + LINE * (notes + 1.3 * caption + 2
                                                                  + _lines(pieces.footnotes(run, about["sources"], lang, most)))


def _row_lines(numbers: shown.Table) -> int:
    """Lines the tallest row takes at the widths the table gets (about 15 characters an inch at 9 points)."""
    widths = pieces.column_widths(numbers.header, numbers.rows)
    return max(1 + int(len(text) / (13 * width)) for row in [numbers.header, *numbers.rows]
               for text, width in zip(row, widths))


def paste_files(run: dict, figure: str, number: int, lang: str) -> dict[str, bytes]:
    """Name (for a person) and content of each paste-ready file of a figure."""
    about = run["figures"][figure]
    folder = Path(run["folder"]) / "figures"
    png = pieces.picture(run, figure, lang)

    def word(name: str) -> str:
        return words.say(f"letter-file-{name}", lang)

    caption = words.say("letter-caption", lang, label=words.say("letter-label-figure", lang), number=number,
                        title=about["title"][lang])
    notes = words.say("letter-paste-note", lang, source=words.say("source-line", lang, text=about["source"][lang]),
                      note=words.say("note-line", lang, text=about["note"][lang]))
    return {
        f"{word('picture')}.png": png,
        f"{word('picture')}.svg": (folder / f"{figure}.{lang}.svg").read_bytes(),
        f"{word('gray')}.png": pieces.gray(png),
        f"{word('caption')}.txt": f"{caption}\n\n{notes}\n".encode(),
        f"{word('footnote')}.txt": ("\n".join(pieces.footnotes(run, about["sources"], lang)) + "\n").encode(),
        f"{word('alt')}.txt": f"{about['alt'][lang]}\n".encode(),
        f"{word('data')}.csv": (folder / f"{figure}.csv").read_bytes(),
    }
