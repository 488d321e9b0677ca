"""Federal Register API JSON: lists of documents or one document; certification letters cut out of DDTC notices.

The API's list holds titles and addresses. The text of a notice (needed to cut the letters) stands in
``text``, ``raw_text`` or ``body_html`` of a result, as ``armstrail fetch federal-register`` saves it.
"""

from __future__ import annotations

import datetime
import re
from typing import Any

from helpers.readers.layout import Document, Layout, Likeness, Received
from helpers.readers.refusals import Refusals, refuse, shown

_NUMBER = re.compile(r"DDTC\s*[-\u2010-\u2015\s]?\s*([0-9]{2})\s*[-\u2010-\u2015]\s*([0-9]{3})")
_DEAR = re.compile(r"\bDear\s+(?:Mr|Mrs|Ms|Madam|Madame|Senator|Representative|Speaker)\b\.?[^:\n]{0,60}[:,]")
_DAY = re.compile(r"\b(January|February|March|April|May|June|July|August|September|October|November|December)\s+([0-9]{1,2}),\s+([0-9]{4})\b")
_MONEY = re.compile(r"\$\s?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?)(?:\s+(million|billion))?")
_COUNTRIES = ("Argentina", "Australia", "Austria", "Bahrain", "Belgium", "Brazil", "Canada", "Chile", "Colombia", "Costa Rica", "Czech Republic", "Denmark", "Dominican Republic",
              "Ecuador", "Egypt", "El Salvador", "Estonia", "Finland", "France", "Germany", "Greece", "Guatemala", "Honduras", "Hungary", "India", "Indonesia", "Iraq", "Israel",
              "Italy", "Japan", "Jordan", "Kuwait", "Latvia", "Lithuania", "Malaysia", "Mexico", "Morocco", "Netherlands", "New Zealand", "Norway", "Oman", "Panama", "Paraguay",
              "Peru", "Philippines", "Poland", "Portugal", "Qatar", "Republic of Korea", "Romania", "Saudi Arabia", "Singapore", "Slovakia", "South Africa", "South Korea", "Spain",
              "Sweden", "Switzerland", "Taiwan", "Thailand", "Tunisia", "Turkey", "Ukraine", "United Arab Emirates", "United Kingdom", "Uruguay", "Vietnam")


def transmittal(text: str) -> str:
    """A certification number in one form, however it was typed; blank when there is none.

    >>> transmittal("DDTC 20-072") == transmittal("DDTC-20-072") == transmittal("Transmittal No. DDTC 20\u2013072") == "DDTC 20-072"
    True
    """
    match = _NUMBER.search(text)
    return f"DDTC {match[1]}-{match[2]}" if match else ""


def letters(text: str) -> list[dict[str, Any]]:
    """Cut the certification letters out of a notice's text: number, day, section, amount, countries, goods, words.

    A letter runs from its salutation (or the date line before it) to its transmittal number. The layout of
    a letter is known from descriptions, not from the printed notice, so each part is looked for by its words
    and left blank when not found; ``text`` keeps the letter as printed.

    >>> found = letters("July 31, 2020\\nDear Madam Speaker: Pursuant to Section 36(c) ... export to Mexico of firearms "
    ...                 "in the amount of $1,000,000 or more. Transmittal No. DDTC 20-045")
    >>> [(one["number"], one["letter_date"].isoformat(), one["section"], one["amount_usd"], one["countries"]) for one in found]
    [('DDTC 20-045', '2020-07-31', '36(c)', 1000000.0, 'Mexico')]
    """
    flat = text.replace("\u00a0", " ")
    starts = [match.start() for match in _DEAR.finditer(flat)]
    spans = _spans(flat, starts)
    found: list[dict[str, Any]] = []
    for begin, end, salutation in spans:
        previous = found[-1]["_end"] if found else 0
        before = flat[max(previous, salutation - 600):salutation]
        days = list(_DAY.finditer(before)) or list(_DAY.finditer(flat, salutation, min(salutation + 400, end)))
        body = flat[begin:end]
        section = re.search(r"[Ss]ections?\s+(36\([cd]\)(?:\s*(?:and|or|,)\s*(?:36)?\([cd]\))?)", body)
        money = _MONEY.search(body)
        amount = None
        if money:
            amount = float(money[1].replace(",", "")) * {"million": 1e6, "billion": 1e9}.get(money[2] or "", 1)
        no_new = re.sub(r"New Mexico|Gulf of Mexico", "", body)
        # Names of persons sign these letters; the words kept stop before the signature.
        words = re.split(r"\bSincerely\b", " ".join(body.split()))[0].strip()
        found.append({
            "number": transmittal(body), "letter_date": _date(days[-1]) if days else None, "date_as_printed": days[-1].group(0) if days else "",
            "section": re.sub(r"\s+", " ", section[1]) if section else "", "amount_usd": amount, "amount_is": ("at_least" if re.search(r"or more|in excess of", body) else "exact") if money else "",
            "category": ", ".join(dict.fromkeys(re.findall(r"\b[Cc]ategor(?:y|ies) ([IVX]+(?:\([a-z]\))?)\b", body))),
            "countries": "; ".join(name for name in _COUNTRIES if re.search(rf"\b{re.escape(name)}\b", no_new)), "mexico": bool(re.search(r"\b(?:Mexico|Mexican)\b", no_new)),
            "goods": _goods(words), "text": words[:20_000], "_end": end})
    kept: dict[tuple, dict[str, Any]] = {}
    for at, one in enumerate(found):
        one.pop("_end")
        # Copies to the Speaker and to the chairmen carry one number: one certification.
        kept.setdefault((one["number"] or at, one["letter_date"]), one)
    return list(kept.values())


def _spans(flat: str, starts: list[int]) -> list[tuple[int, int, int]]:
    """(begin, end, salutation) of each letter. Numbers usually close a letter; in notices where none follows the last
    salutation they open it."""
    numbers = list(_NUMBER.finditer(flat))
    if not starts:
        return []
    if numbers and numbers[-1].end() < starts[-1]:
        spans = []
        for at, opening in enumerate(numbers):
            limit = numbers[at + 1].start() if at + 1 < len(numbers) else len(flat)
            inside = [start for start in starts if opening.end() <= start < limit]
            if inside:
                spans.append((opening.start(), limit, inside[0]))
        return spans
    # The same letter goes to the Speaker, the chairman and the ranking member: a salutation with no number since the last one is the same letter.
    begins: list[int] = []
    for start in starts:
        if not begins or _NUMBER.search(flat, begins[-1], start):
            begins.append(start)
    spans = []
    for at, begin in enumerate(begins):
        limit = begins[at + 1] if at + 1 < len(begins) else len(flat)
        closing = _NUMBER.search(flat, begin, limit)
        spans.append((begin, closing.end() if closing else limit, begin))
    return spans


def _goods(words: str) -> str:
    match = re.search(r"(?:export|transfer|sale|license)s?\s+(?:of|for)\s+(.{10,300}?)(?:\.\s|\bto (?:the )?[A-Z]|$)", words)
    return match[1].strip() if match else ""


def _date(match: re.Match) -> datetime.date | None:
    from helpers.readers.periods import month_number

    try:
        return datetime.date(int(match[3]), month_number(match[1]), int(match[2]))
    except ValueError:
        return None


def _results(document: Document) -> list[Any] | None:
    data = document.data
    if document.kind != "json" or not isinstance(data, (dict, list)):
        return None
    if isinstance(data, dict) and isinstance(data.get("results"), list) and "count" in data:
        return data["results"]
    if isinstance(data, dict) and "document_number" in data:
        return [data]
    if isinstance(data, list) and data and all(isinstance(one, dict) and "document_number" in one for one in data):
        return data
    if isinstance(data, dict) and "count" in data and "results" not in data and set(data) <= {"count", "description", "total_pages", "next_page_url"}:
        return []
    return None


def _looks_like(document: Document) -> Likeness:
    results = _results(document)
    if results is None:
        if document.kind == "json" and isinstance(document.data, dict) and {"description", "total_pages"} & set(document.data):
            return Likeness(("total_pages",), ("count", "results"))
        return Likeness()
    records = [one for one in results[:50] if isinstance(one, dict)]
    found = ["count and results"]
    missing = []
    for name in ("document_number", "title", "publication_date"):
        (found if not results or any(name in one for one in records) else missing).append(name)
    if results and "entity_number" in (records[0] if records else {}):
        missing.append("document_number")
    return Likeness(tuple(found), tuple(missing))


def _read(document: Document) -> Received:
    import pandas as pd

    from helpers.readers.opening import readable

    wrong, notes = Refusals(document.name), []
    results = _results(document)
    if not results:
        refuse(document.name, found="an answer with no documents", expected="at least one result", fix="loosen the conditions of the search; the agency's slug is state-department")
    rows, without_text, seen = [], [], {}
    for at, one in enumerate(results, start=1):
        if not isinstance(one, dict):
            wrong.add(row=at, found="a result that is not a record", expected="records with document_number, title and publication_date", fix="download the answer again")
            continue
        number, title, printed = (str(one.get(name) or "") for name in ("document_number", "title", "publication_date"))
        try:
            published = datetime.date.fromisoformat(printed[:10])
        except ValueError:
            wrong.add(row=at, column="publication_date", found=shown(printed), expected="a day such as 2021-02-17", fix="download the answer again")
            continue
        if not number or not title:
            wrong.add(row=at, column="document_number" if not number else "title", found="nothing", expected="every result with number and title", fix="ask for the fields document_number, title and publication_date")
            continue
        # Numbers were used again before 2016, so a document is its number and its day.
        if (number, published) in seen:
            notes.append(f"document {number} comes twice; counted once")
            continue
        seen[(number, published)] = at
        text = str(one.get("text") or one.get("raw_text") or "") or readable(str(one.get("body_html") or ""))
        certification = bool(re.search(r"Notifications? to (?:the )?Congress|Proposed Commercial Export Licenses?", title, re.IGNORECASE))
        base = {"document_number": number, "published": published, "title": title, "type": str(one.get("type") or ""), "url": str(one.get("html_url") or ""),
                "agencies": "; ".join(dict.fromkeys(str(agency.get("name") or agency.get("raw_name") or "") for agency in one.get("agencies") or [] if isinstance(agency, dict)))}
        cut = letters(text) if certification and text else []
        if certification and not text:
            without_text.append(number)
        elif certification and not cut:
            notes.append(f"{number}: its text holds no letter that could be cut out; read it by hand")
        expected = len(set(_NUMBER.findall(text))) if certification else 0
        if cut and expected > len([one for one in cut if one["number"]]):
            notes.append(f"{number}: {expected} transmittal numbers in the text, {len(cut)} letters cut out; check by hand")
        for letter in cut or [{}]:
            rows.append({**base, "letter": letter.get("number", ""), **{name: letter.get(name, default) for name, default in (
                ("letter_date", None), ("date_as_printed", ""), ("section", ""), ("category", ""), ("amount_usd", None), ("amount_is", ""), ("countries", ""),
                ("mexico", None), ("goods", ""), ("text", ""))}, "source_row": at})
    wrong.stop()
    table = pd.DataFrame(rows)
    table["published"] = pd.to_datetime(table["published"])
    table["letter_date"] = pd.to_datetime(table["letter_date"])
    table["amount_usd"] = table["amount_usd"].astype("Float64")
    table["mexico"] = table["mexico"].astype("boolean")
    table = table.sort_values(["published", "document_number", "letter"], kind="stable").reset_index(drop=True)
    if without_text:
        notes.append(f"{len(without_text)} notices have no text, so their letters could not be cut out: {', '.join(without_text[:6])}; get it with `armstrail fetch federal-register`")
    undated = int((table["letter"].ne("") & table["letter_date"].isna()).sum())
    if undated:
        notes.append(f"{undated} letters carry no date")
    total = document.data.get("count") if isinstance(document.data, dict) else None
    if isinstance(total, int) and total > len(results):
        notes.append(f"the search has {total:,} documents, the file holds {len(results):,}: fetch the other pages (2,000 documents a search at most)")
    notes.append("a notification is a ceiling, not a delivery; sales under the threshold never appear")
    about = {"dataset": "Federal Register documents", "documents": len(seen), "letters": int(table["letter"].ne("").sum()), "description": str(document.data.get("description", "")) if isinstance(document.data, dict) else "",
             "first_day": str(table["published"].min().date()), "last_day": str(table["published"].max().date()), "query": {"description": str(document.data.get("description", "")) if isinstance(document.data, dict) else "", "titles": sorted(set(table["title"]))[:3]}}
    return Received(LAYOUT, "licenses", table, about, notes)


LAYOUT = Layout("federal-register", "licenses", "Federal Register API answer", _looks_like, _read,
                publisher="Office of the Federal Register", license="U.S. government work, public domain")
