"""Census International Trade API: yearly exports by HS code, one call a year and depth."""

from __future__ import annotations

import json
from collections.abc import Sequence

from helpers.fetch.client import Client

BASE = "https://api.census.gov/data/timeseries/intltrade/exports/hs"
VARIABLES = "E_COMMODITY,E_COMMODITY_LDESC,ALL_VAL_YR,QTY_1_YR,UNIT_QY1,CTY_NAME"


def fetch(client: Client, years: Sequence[int], key: str, *, codes: Sequence[str] = ("93", "36"), levels: Sequence[str] = ("HS2", "HS4", "HS6"),
          country: str = "2010", base: str = BASE) -> bytes:
    """The answers of all calls as one array of arrays. Years without an answer (204: no trade, or not published) are left out.

    ``key`` is the free Census key; without one the server answers with a page. Raises ``InputProblems`` when no call has rows.
    """
    if not key:
        client.refuse("no key", "a Census key in the environment variable CENSUS_API_KEY", "get a free key at https://api.census.gov/data/key_signup.html")
    early = [year for year in years if year < 2010]
    if early:
        client.refuse(f"the year {early[0]}", "2010 or later: the interface holds nothing before", "use USITC DataWeb for earlier years")
    header: list[str] | None = None
    rows: list[list[str]] = []
    for year in years:
        for level in levels:
            for code in codes:
                answer = client.json(base, {"get": VARIABLES, "time": f"{year}-12", "COMM_LVL": level, "CTY_CODE": country, "SUMMARY_LVL": "DET",
                                            "E_COMMODITY": code if level == "HS2" else f"{code}*", "key": key})
                if answer is None:
                    continue
                if not isinstance(answer, list) or not answer or not all(isinstance(row, list) for row in answer):
                    client.refuse("an answer that is no array of arrays", "the array the Census sends", "try again later")
                if header is None:
                    header = answer[0]
                if answer[0] != header:
                    client.refuse("answers with different columns", "the same columns each time", "try again later")
                rows += answer[1:]
    if header is None or not rows:
        client.refuse("no rows in any year asked", "at least one", "ask for other years; the last year may not be published yet")
    return (json.dumps([header, *rows], ensure_ascii=False) + "\n").encode("utf-8")
