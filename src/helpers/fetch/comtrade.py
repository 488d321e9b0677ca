"""UN Comtrade public preview: no key, at most 500 records a call, so one call a year and code list."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from helpers.fetch.client import Client

BASE = "https://comtradeapi.un.org/public/v1/preview/C/A/HS"
LIMIT = 500


def fetch(client: Client, years: Sequence[int], *, codes: Sequence[str] = ("93", "9301", "9302", "9303", "9304", "9305", "9306", "9307"),
          reporter: str = "842", partner: str = "484", flows: Sequence[str] = ("X", "RX"), base: str = BASE) -> bytes:
    """The records of all calls as one answer object. A call that comes back full (500 records) is split by code.

    Raises ``InputProblems`` for an error in the answer, and when nothing at all came back: Comtrade answers a wrong code
    with count 0 and no error.
    """
    records: list[Any] = []
    for year in years:
        for flow in flows:
            records += _ask(client, base, reporter, partner, year, flow, list(codes))
    if not records:
        client.refuse("count 0 and no error for every year asked", "at least one record", "check the years, and reporter 842, partner 484")
    return (json.dumps({"elapsedTime": "", "count": len(records), "data": records, "error": ""}, ensure_ascii=False) + "\n").encode("utf-8")


def _ask(client: Client, base: str, reporter: str, partner: str, year: int, flow: str, codes: list[str]) -> list[Any]:
    answer = client.json(base, {"reporterCode": reporter, "partnerCode": partner, "partner2Code": "0", "period": str(year), "cmdCode": ",".join(codes), "flowCode": flow,
                                "customsCode": "C00", "motCode": "0", "maxRecords": str(LIMIT), "includeDesc": "true"})
    if answer is None:
        return []
    if not isinstance(answer, dict) or not isinstance(answer.get("data"), list):
        client.refuse("an answer without its part 'data'", "the object Comtrade sends", "try again later")
    if answer.get("error"):
        client.refuse(f"the error '{str(answer['error'])[:120]}'", "data", "check the query")
    if len(answer["data"]) >= LIMIT:
        if len(codes) == 1:
            client.refuse(f"{LIMIT} records for one code and year, the limit of a call", "fewer", "use a free key at https://comtradedeveloper.un.org")
        half = len(codes) // 2
        return _ask(client, base, reporter, partner, year, flow, codes[:half]) + _ask(client, base, reporter, partner, year, flow, codes[half:])
    return answer["data"]
