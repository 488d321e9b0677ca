"""Readers: a file as its publisher hands it out, bytes in, tidy frame out, recognized by its content.

One module per layout, each with ``LAYOUT``. ``recognize(path)`` names the layout, ``read(path)`` reads
it. Both raise ``InputProblems`` with sentences a journalist can act on, and never anything else.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helpers.readers.layout import Document, Layout, Likeness, Received

_MODULES = (
    "usitc_dataweb", "census_usa_trade", "census_api", "comtrade_plus", "comtrade_old", "bts_transborder",
    "transparency_answers", "police_receipts", "ucdp_ged", "acled", "security_force_monitor",
    "federal_register", "screening_list", "dsca_notice", "cpi", "inegi_population",
)


@cache
def layouts() -> tuple[Layout, ...]:
    """Every layout this suite reads.

    >>> "usitc-dataweb" in [layout.name for layout in layouts()]
    True
    """
    from importlib import import_module

    return tuple(import_module(f"helpers.readers.{module}").LAYOUT for module in _MODULES)


def open_and_recognize(path: str | Path) -> tuple[Document, Layout]:
    """Open a file and name its layout; for callers that go on to read it."""
    from helpers.readers.opening import open_document

    document = open_document(path)
    likenesses = [(layout, layout.looks_like(document)) for layout in layouts()]
    sure = [(layout, likeness) for layout, likeness in likenesses if likeness.yes]
    if sure:
        return document, max(sure, key=lambda pair: len(pair[1].found))[0]
    _refuse_unknown(document, likenesses)
    raise AssertionError  # _refuse_unknown never returns


def _refuse_unknown(document: Document, likenesses: list[tuple[Layout, Likeness]]) -> None:
    from helpers.readers.refusals import refuse, shown

    near = sorted((pair for pair in likenesses if pair[1].found), key=lambda pair: (-pair[1].share, -len(pair[1].found)))[:3]
    if document.kind == "page" and not any(likeness.share > 0.5 for _layout, likeness in near):
        title = document.said.get("page_title") or document.text[:80]
        refuse(document.name, found=f"a web page ({shown(title)}), not data", expected="the data file itself",
               fix="the server answered with a page (often a log-in or a missing key); follow `armstrail recipe` for the exact download")
    if not near:
        refuse(document.name, found="nothing of any layout this suite reads", expected="one of: " + ", ".join(
            layout.title for layout, _likeness in likenesses), fix="see `armstrail recipe` for how to download each")
    came = "; ".join(
        f"{layout.title} (has {_listed(likeness.found)}; lacks {_listed(likeness.missing)})" for layout, likeness in near)
    refuse(document.name, found=f"no layout this suite reads. Closest: {came}", expected="one whole layout",
           fix=f"restore what is lacking, or download it again with `armstrail recipe {near[0][0].topic}`")


def _listed(things: tuple[str, ...], most: int = 6) -> str:
    return ", ".join(things[:most]) + (f" and {len(things) - most} more" if len(things) > most else "")


def recognize(path: str | Path) -> Layout:
    """The layout of a file, from its content alone; ``InputProblems`` says which layouts came closest.

    >>> import tempfile; p = Path(tempfile.mkdtemp()) / "x.csv"
    >>> _ = p.write_text("Date,Index,Inflation\\n2020-01-01,257.971,0.39\\n")
    >>> recognize(p).name
    'cpi'
    """
    return open_and_recognize(path)[1]


def read(path: str | Path) -> Received:
    """Read a file: recognize it, check it, and return its tidy table, what it says about itself, and notes.

    The columns of the table belong to the layout's topic (see each module). Raises ``InputProblems``.
    """
    document, layout = open_and_recognize(path)
    if document.big and layout.name != "bts-transborder":
        from helpers.readers import limits
        from helpers.readers.opening import text_document
        from helpers.readers.refusals import refuse

        if document.size > limits.TEXT_BYTES:
            refuse(document.name, found=f"a file of {document.size:,} bytes", expected=f"at most {limits.TEXT_BYTES:,} bytes for this layout",
                   fix="download it for Mexico only, or split it by year")
        document = text_document(document.path, document.name, document.path.read_bytes())
    received = layout.read(document)
    received.about = {
        "layout": layout.name, "title": layout.title, "publisher": layout.publisher, "license": layout.license,
        "file_name": document.name, "sha256": document.sha256, "bytes": document.size,
        **document.said, **received.about,
    }
    received.notes = list(dict.fromkeys([*document.notes, *received.notes]))
    return received
