"""The full appendix: findings with their sources, every figure with its numbers, how they were made."""

from __future__ import annotations

import re

from helpers import record, words
from helpers.letter import pieces
from helpers.letter.document import Sheet
from helpers.record import shown
from helpers.record.references import references


def appendix(run: dict, figures: list[str], lang: str) -> bytes:
    """The appendix of a run as a Word file in ``lang``, with these figures in this order."""
    story = run["manifest"]["story"]
    title = words.say("letter-appendix-title", lang)
    page = pieces.sheet(run, lang, title)
    page.title(title, words.say("letter-appendix-subtitle", lang, story=story, day=pieces.latest(run)))
    found = pieces.findings_of(run, figures)
    if found:
        page.heading(words.say("letter-heading-findings", lang))
        for finding in found:
            set_finding(page, run, finding, lang)
    page.heading(words.say("letter-heading-figures", lang), new_page=True)
    for number, figure in enumerate(figures, start=1):
        page.heading(short(run["figures"][figure]["subtitle"][lang]), 2, new_page=number > 1)
        pieces.set_figure(page, run, figure, number, lang)
        page.text(run["figures"][figure]["long_description"][lang])
        pieces.set_table(page, run, figure, number, lang)
    _proofs(page, run, figures, lang)
    _sources(page, run, figures, found, lang)
    _made(page, run, figures, lang)
    return page.bytes()


def short(subtitle: str) -> str:
    """The measure a subtitle begins with, as a heading: up to the first comma that leaves enough to read.

    >>> short("U.S. exports of arms and ammunition (HS 93) to Mexico, millions of dollars, 1992-2025")
    'U.S. exports of arms and ammunition (HS 93) to Mexico'
    """
    for mark in re.finditer(r"[,;:]\s", subtitle):
        head = subtitle[:mark.start()]
        if len(head) >= 30 and head.count("(") == head.count(")"):
            return head[:120]
    return subtitle[:120]


def set_finding(page: Sheet, run: dict, finding: dict, lang: str) -> None:
    """One finding: its sentence with the footnote, its status and the cell it lives in."""
    more = []
    if finding.get("status"):
        status = shown.status(finding["status"], lang)
        more.append(words.say("letter-finding-status", lang, status=status))
    page.text(" ".join([finding["sentence"][lang], *more]), notes=pieces.footnotes(run, finding["sources"], lang))


def _proofs(page: Sheet, run: dict, figures: list[str], lang: str) -> None:
    page.heading(words.say("letter-heading-proofs", lang), new_page=True)
    page.text(words.say("letter-proof-intro", lang))
    label = words.say("letter-label-figure", lang)
    for number, figure in enumerate(figures, start=1):
        page.text(f"{label} {number}", style="Figure Note").paragraph_format.keep_with_next = True
        page.picture(pieces.gray(pieces.picture(run, figure, lang)), words.say("letter-proof-alt", lang, number=number),
                     f"{label} {number}", min(4.5, pieces.width(run, figure)), decorative=True, keep=False)


def _sources(page: Sheet, run: dict, figures: list[str], findings: list[dict], lang: str) -> None:
    ids = [source for figure in figures for source in run["figures"][figure]["sources"]]
    ids += [source for finding in findings for source in finding["sources"]]
    page.heading(words.say("letter-heading-sources", lang), new_page=True)
    for reference in sorted(references(run, ids), key=lambda r: (r.citation.casefold(), r.id)):
        page.text(f"{pieces.source_line(reference, lang)} [{reference.id}]", style="Figure Note")


def _made(page: Sheet, run: dict, figures: list[str], lang: str) -> None:
    """The last pages: what a caller needs to make the same numbers again."""
    manifest = run["manifest"]
    story, changed = manifest["story"], manifest["changed_parameters"]

    def word(name: str, **args) -> str:
        return words.say(f"letter-{name}", lang, **args)

    page.heading(word("heading-made"), new_page=True)
    page.text(word("made-story", story=story))
    page.text(word("made-changed", n=len(changed), names=", ".join(changed)) if changed else word("made-default"))
    page.heading(word("made-commands"), 2)
    page.text(word("made-commands-intro"))
    options = "".join(f" -p {name} {_shell(manifest['parameters'][name])}" for name in changed)
    for command in (f"armstrail run {story}{options}", f"armstrail letter {story} --language {lang}"):
        page.text(command, code=True)
    for heading, header, rows, widths in (
        ("made-parameters", ("parameter", "value"),
         [(name, _plain(value, lang)) for name, value in record.parameters(manifest)], (2.9, 3.6)),
        ("made-hashes", ("figure", "hash"),
         [(figure, run["figures"][figure]["data_sha256"]) for figure in figures], (1.9, 4.6)),
        ("made-inputs", ("file", "hash"), [(name.removeprefix("data/raw/"), value) for name, value in manifest["inputs"].items()],
         (1.9, 4.6)),
        ("made-versions", ("software", "version"), list(manifest["versions"].items()), (2.4, 4.1)),
    ):
        if rows:
            page.heading(word(heading), 2)
            page.table([word(f"column-{name}") for name in header], rows, word(heading), widths=widths)


def _plain(value, lang: str) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or words.say("letter-no-value", lang)
    if isinstance(value, bool):
        return words.say("value-true" if value else "value-false", lang)
    return str(value) if str(value) else words.say("letter-no-value", lang)


def _shell(value) -> str:
    import json
    import shlex

    return shlex.quote(json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else str(value))
