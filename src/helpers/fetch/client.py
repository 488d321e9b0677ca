"""One careful HTTP client: waits between calls, tries again what may pass, and words what does not."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from helpers.problems import InputProblems, Problem

_SECRETS = re.compile(r"([?&](?:key|subscription-key|token)=)[^&\s]+", re.IGNORECASE)


class _Again(Exception):
    """A failure that may pass; ``wait`` is how long the server asked us to stay away, in seconds."""

    def __init__(self, what: str, wait: float = 0.0):
        self.what, self.wait = what, wait
        super().__init__(what)


@dataclass
class Client:
    """GET with at least ``pause`` seconds between calls and at most ``tries`` tries of what may pass.

    Tried again: no connection, a cut answer, 429, 500, 502, 503, 504. Not tried again: other refusals, a web page
    where data belongs (a missing key answers 200 with a page). ``sleep`` and ``clock`` are replaced in tests.
    """

    source: str
    topic: str
    pause: float = 1.0
    tries: int = 4
    timeout: float = 60.0
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    calls: int = 0
    _last: float = field(default=float("-inf"), repr=False)

    def refuse(self, found: str, expected: str, fix: str) -> None:
        """Stop with one sentence that ends in the recipe."""
        raise InputProblems([Problem(self.source, None, None, _SECRETS.sub(r"\1...", found), expected, f"{fix}; by hand: armstrail recipe {self.topic}")])

    def json(self, url: str, params: Any = None) -> Any:
        """The parsed JSON of an address; ``None`` when the server says there is nothing (204 or an empty body)."""
        body, kind = self.get(url, params)
        if not body.strip():
            return None
        import json

        start = body.lstrip()[:1]
        if "html" in kind or start == b"<":
            title = re.search(rb"<title[^>]*>(.{0,120}?)</title>", body, re.IGNORECASE | re.DOTALL)
            said = " ".join(title[1].decode("utf-8", "replace").split()) if title else "no title"
            self.refuse(f"a web page ('{said}') where data belongs", "JSON", "check the key" if "key" in said.casefold() else "check the address and the key")
        try:
            return json.loads(body)
        except ValueError:
            self.refuse("an answer that is not whole JSON", "JSON", "try again later")

    def get(self, url: str, params: Any = None) -> tuple[bytes, str]:
        """(body, content type) of an address, after waits and tries."""
        import tenacity

        def wait(state: tenacity.RetryCallState) -> float:
            error = state.outcome.exception() if state.outcome else None
            asked = getattr(error, "wait", 0.0)
            return min(max(asked, self.pause * 2 ** (state.attempt_number - 1)), 120.0)

        again = tenacity.Retrying(stop=tenacity.stop_after_attempt(self.tries), wait=wait, sleep=self.sleep,
                                  retry=tenacity.retry_if_exception_type(_Again), reraise=True)
        try:
            return again(self._once, url, params)
        except _Again as error:
            self.refuse(f"{error.what} ({self.tries} tries)", "an answer", "try again later")
            raise AssertionError from error  # refuse never returns

    def _once(self, url: str, params: Any) -> tuple[bytes, str]:
        import requests

        if urlsplit(url).scheme not in ("http", "https"):
            self.refuse(f"the address '{url[:80]}'", "an address beginning with https://", "check the address")
        rest = self.pause - (self.clock() - self._last)
        if rest > 0:
            self.sleep(rest)
        self._last = self.clock()
        self.calls += 1
        try:
            answer = requests.get(url, params=params, timeout=self.timeout, headers={"User-Agent": "armstrail (research on public records)", "Accept": "application/json, text/plain, */*"})
        except (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError) as error:
            cut = "IncompleteRead" in str(error) or isinstance(error, requests.exceptions.ChunkedEncodingError) or "Connection broken" in str(error)
            raise _Again("a connection that was cut" if cut else "a server too slow to answer" if isinstance(error, requests.Timeout) else "no connection to the server") from None
        except requests.RequestException as error:
            self.refuse(f"a call that failed ({type(error).__name__})", "an answer", "check the address")
            raise AssertionError from error
        if answer.status_code == 429:
            text = answer.text[:300]
            asked = answer.headers.get("Retry-After", "")
            told = re.search(r"in (\d+(?:\.\d+)?) seconds?", text)
            seconds = float(asked) if asked.replace(".", "", 1).isdigit() else float(told[1]) if told else 2.0
            message = re.search(r'"message"\s*:\s*"([^"]+)"', text)
            raise _Again(f"the answer 429: {message[1] if message else ' '.join(text.split()) or 'too many calls'}", seconds + 0.5)
        if answer.status_code in (500, 502, 503, 504):
            raise _Again(f"the answer {answer.status_code} of a busy server")
        if answer.status_code == 204:
            return b"", answer.headers.get("Content-Type", "")
        if answer.status_code >= 400:
            said = " ".join(answer.text[:160].split())
            self.refuse(f"the answer {answer.status_code}{': ' + said if said and not said.startswith('<') else ''}", "data", "check the key and the query" if answer.status_code in (401, 403) else "check the query")
        return answer.content, answer.headers.get("Content-Type", "").casefold()
