"""DSCA major arms sale notices: a saved page, an RSS feed, or the plain text of one or several notices."""

from __future__ import annotations

import datetime
import re
from typing import Any

from helpers.readers.layout import Document, Layout, Likeness, Received
from helpers.readers.periods import month_number
from helpers.readers.refusals import Refusals

_TITLE = re.compile(r"^(?:Title:\s*)?([A-Z][A-Za-z .,()'-]{2,60}?)\s+[-\u2013\u2014]\s+(.{4,200})$", re.MULTILINE)
_NUMBER = re.compile(r"\b(?:Transmittal No\.?:?\s*|Transmittal Number:?\s*)([0-9]{2})\s*[-\u2010-\u2015]\s*([0-9A-Z]{2,3})\b", re.IGNORECASE)
_COST = re.compile(r"estimated (?:total )?(?:cost|program cost|value)(?: of)?(?: is| of)? (?:up to )?\$\s?([0-9,.]*[0-9])\s*(million|billion)?", re.IGNORECASE)
_DATELINE = re.compile(r"WASHINGTON,?\s+(?:D\.?C\.?,?\s+)?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?\s+([0-9]{1,2}),\s+([0-9]{4})", re.IGNORECASE)
_CERTIFIED = re.compile(r"(?:delivered the required certification|notified Congress|certification notifying Congress)[^.]{0,160}?\b(January|February|March|April|May|June|July|August|September|October|November|December)\s+([0-9]{1,2}),\s+([0-9]{4})")


def _said(document: Document) -> str:
    if document.kind not in ("page", "text", "delimited"):
        return ""
    return document.text


def _looks_like(document: Document) -> Likeness:
    text = _said(document)
    if not text:
        return Likeness()
    found, missing = [], []
    for name, test in (("Transmittal No", _NUMBER.search(text)), ("estimated cost", _COST.search(text)),
                       ("Foreign Military Sale", re.search(r"Foreign Military Sale|Defense Security Cooperation Agency|State Department has made a determination", text))):
        (found if test else missing).append(name)
    return Likeness(tuple(found), tuple(missing))


def _day(match: re.Match | None) -> datetime.date | None:
    if not match:
        return None
    try:
        return datetime.date(int(match[3]), month_number(match[1][:3]), int(match[2]))
    except (ValueError, TypeError):
        return None


def _read(document: Document) -> Received:
    import pandas as pd

    wrong, notes = Refusals(document.name), []
    text = _said(document)
    rows: list[dict[str, Any]] = []
    seen: set[str] = set()
    numbers = list(_NUMBER.finditer(text))
    titles = list(_TITLE.finditer(text))
    for at, match in enumerate(numbers):
        number = f"{match[1]}-{match[2].upper()}"
        if number in seen:
            continue
        seen.add(number)
        own_titles = [title for title in titles if title.start() < match.start() and (at == 0 or title.start() > numbers[at - 1].end())]
        begin = own_titles[-1].start() if own_titles else (numbers[at - 1].end() if at else 0)
        later = [title.start() for title in titles if title.start() > match.end() and at + 1 < len(numbers) and title.start() < numbers[at + 1].start()]
        end = later[-1] if later else numbers[at + 1].start() if at + 1 < len(numbers) else len(text)
        body = text[begin:end]
        line = text.count("\n", 0, match.start()) + 1
        country = own_titles[-1][1].strip() if own_titles else ""
        requested = re.search(r"The (?:Government|Kingdom|Republic) of (?:the )?([A-Z][A-Za-z .'-]{2,40}?) (?:has )?(?:requested|requests)", body)
        country = country if country and not requested else (requested[1] if requested else country)
        if not country:
            wrong.add(row=line, found=f"transmittal {number} without a country", expected="a title 'Country - item' or the line 'The Government of ... has requested'", fix="bring the whole page")
            continue
        costs = {_dollars(cost) for cost in _COST.finditer(body)}
        if not costs:
            wrong.add(row=line, found=f"transmittal {number} without its estimated cost", expected="'an estimated cost of $... million'", fix="bring the whole page")
            continue
        if len(costs) > 1:
            wrong.add(row=line, found=f"transmittal {number} with {len(costs)} different costs", expected="one estimated cost", fix="bring one notice a file")
            continue
        dated, certified = _day(_DATELINE.search(body)), _day(_CERTIFIED.search(body))
        if dated is None and certified is None:
            wrong.add(row=line, found=f"transmittal {number} without a date", expected="a dateline 'WASHINGTON, Month day, year'", fix="bring the whole page")
            continue
        contractor = re.search(r"(?:principal|prime) contractors? (?:will be|for this|is|are)\s+(.{3,160}?)(?:\.\s|\n|$)", body, re.IGNORECASE)
        rows.append({"transmittal": number, "country": country.strip(), "item": own_titles[-1][2].strip() if own_titles else "", "published": dated, "certified": certified or dated,
                     "estimated_cost_usd": costs.pop(), "cost_is": "at_most", "contractor": contractor[1].strip() if contractor else "", "text": " ".join(body.split())[:20_000], "source_row": line})
    if not rows and not wrong:
        wrong.add(found="no transmittal number", expected="'Transmittal No: 14-17'", fix="bring the whole page")
    wrong.stop()
    table = pd.DataFrame(rows)
    for name in ("published", "certified"):
        table[name] = pd.to_datetime(table[name])
    table = table.sort_values(["certified", "transmittal"], kind="stable").reset_index(drop=True)
    notes.append("an estimated cost is a ceiling: a notice is not a delivery")
    if not (table["country"] == "Mexico").any():
        notes.append("no notice in the file is for Mexico")
    about = {"dataset": "DSCA major arms sales", "notices": len(table), "transmittals": list(table["transmittal"]), "query": {"transmittals": sorted(table["transmittal"])}}
    return Received(LAYOUT, "licenses", table, about, notes)


def _dollars(match: re.Match) -> float:
    return float(match[1].replace(",", "").rstrip(".")) * {"million": 1e6, "billion": 1e9}.get((match[2] or "").casefold(), 1)


LAYOUT = Layout("dsca-notice", "licenses", "DSCA major arms sale notice", _looks_like, _read,
                publisher="Defense Security Cooperation Agency", license="U.S. government work, public domain")
