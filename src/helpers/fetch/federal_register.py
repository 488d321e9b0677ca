"""Federal Register: the notices of proposed export licenses with the text of each, so that letters can be cut out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from helpers.fetch.client import Client

BASE = "https://www.federalregister.gov/api/v1/documents.json"
TERM = '"Proposed Commercial Export Licenses"'
_FIELDS = ("document_number", "title", "type", "abstract", "publication_date", "agencies", "html_url", "pdf_url", "raw_text_url", "citation")
_SHOWN = 2_000


def fetch(client: Client, years: Sequence[int], *, term: str = TERM, agency: str = "state-department", texts: bool = True, base: str = BASE) -> bytes:
    """All documents of the years, page by page, as one answer object; with ``raw_text`` of each when ``texts``.

    A search shows at most 2,000 documents, so each year is a search of its own. Raises ``InputProblems`` when nothing matches.
    """
    found: list[dict[str, Any]] = []
    seen: set[tuple[str, str]] = set()
    for year in years:
        page = 1
        while True:
            answer = client.json(base, [("conditions[term]", term), ("conditions[agencies][]", agency), ("conditions[type][]", "NOTICE"),
                                        ("conditions[publication_date][year]", str(year)), ("per_page", "100"), ("order", "oldest"), ("page", str(page)),
                                        *(("fields[]", name) for name in _FIELDS)])
            if answer is None:
                break
            if not isinstance(answer, dict) or "count" not in answer:
                client.refuse("an answer without its count", "the object the Federal Register sends", "try again later")
            if isinstance(answer["count"], int) and answer["count"] > _SHOWN:
                client.refuse(f"{answer['count']:,} documents in {year}, of which {_SHOWN:,} can be seen", "a narrower search", "narrow the term")
            for one in answer.get("results") or []:
                identity = (str(one.get("document_number")), str(one.get("publication_date")))
                if identity not in seen:
                    seen.add(identity)
                    found.append(one)
            if page >= int(answer.get("total_pages") or 1) or not answer.get("results"):
                break
            page += 1
    if not found:
        client.refuse("no documents in any year asked", "at least one", "ask for other years")
    if texts:
        home = urlsplit(base).netloc
        for one in found:
            address = str(one.get("raw_text_url") or "")
            # Only the Register's own servers are asked, whatever an answer says.
            if address and (urlsplit(address).netloc == home or urlsplit(address).netloc.endswith(("federalregister.gov", "govinfo.gov"))):
                body, kind = client.get(address)
                text = body.decode("utf-8", "replace")
                if "html" in kind or text.lstrip().startswith("<"):
                    from helpers.readers.opening import readable

                    text = readable(text)
                one["raw_text"] = text
    answer = {"count": len(found), "description": f"{term}, {agency}, notices, {min(years)}-{max(years)}", "total_pages": 1, "results": found}
    return (json.dumps(answer, ensure_ascii=False) + "\n").encode("utf-8")
