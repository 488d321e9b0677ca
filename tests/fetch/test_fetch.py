"""The open endpoints: documented answers, documented failures, paging, waits. Nothing leaves this machine."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from helpers import paths, readers
from helpers.fetch import census, comtrade, federal_register
from helpers.fetch.client import Client
from helpers.problems import InputProblems
from tests.readers import shapes as S

HEADER = ["E_COMMODITY", "E_COMMODITY_LDESC", "ALL_VAL_YR", "QTY_1_YR", "UNIT_QY1", "CTY_NAME", "time", "COMM_LVL", "CTY_CODE", "SUMMARY_LVL", "E_COMMODITY"]


def refusal(call):
    with pytest.raises(InputProblems) as problems:
        call()
    (problem,) = problems.value.problems
    assert problem.fix.endswith("by hand: armstrail recipe exports") or problem.fix.endswith("by hand: armstrail recipe licenses")
    return problem.found


def census_rule(_path, query):
    year, level, code = query["time"][:4], query["COMM_LVL"], query["E_COMMODITY"]
    if year == "2025" or code.startswith("36"):
        return 204, b""
    codes = {"HS2": ["93"], "HS4": ["9302", "9306"], "HS6": ["930200", "930630"]}[level]
    return 200, [HEADER, *[[one, "WORDS", str(int(year) * (2 if level == "HS2" else 1)), "1", "NO", "MEXICO", query["time"], level, "2010", "DET", one] for one in codes]]


def test_census_asks_december_of_each_year_and_joins_the_answers(server, client, tmp_path):
    server.rule = census_rule
    data = census.fetch(client, [2022, 2023, 2025], "KEY", base=f"{server.url}/data")
    assert len(server.asked) == 3 * 3 * 2 and {query["time"] for _path, query in server.asked} == {"2022-12", "2023-12", "2025-12"}
    first = server.asked[0][1]
    assert (first["key"], first["CTY_CODE"], first["SUMMARY_LVL"], first["get"]) == ("KEY", "2010", "DET", census.VARIABLES)
    received = readers.read(S.save(tmp_path, "a.json", data))
    assert received.layout.name == "census-api" and received.table.query("hs == '93' and year == 2023")["value_usd"].tolist() == [4046] and "KEY" not in data.decode()


def test_census_without_a_key_or_before_2010_asks_nothing(server, client):
    assert refusal(lambda: census.fetch(client, [2020], "", base=server.url)) == "no key"
    assert refusal(lambda: census.fetch(client, [2009], "K", base=server.url)) == "the year 2009"
    assert server.asked == []


@pytest.mark.parametrize(("answer", "found", "calls"), [
    ({"status": 204}, "no rows in any year asked", 6),
    ({"body": "<html><head><title>Missing Key</title></head><body>A valid key must be included.</body></html>", "kind": "text/html"}, "a web page ('Missing Key') where data belongs", 1),
    ({"body": "<html><head><title>Invalid Key</title></head></html>", "kind": "application/json"}, "a web page ('Invalid Key') where data belongs", 1),
    ({"status": 429, "body": {"statusCode": 429, "message": "Rate limit is exceeded. Try again in 2 seconds."}}, "the answer 429: Rate limit is exceeded. Try again in 2 seconds. (4 tries)", 4),
    ({"status": 503, "body": "busy", "kind": "text/plain"}, "the answer 503 of a busy server (4 tries)", 4),
    ({"status": 400, "body": "error: unknown variable 'X'", "kind": "text/plain"}, "the answer 400: error: unknown variable 'X'", 1),
    ({"status": 401, "body": "denied", "kind": "text/plain"}, "the answer 401: denied", 1),
    ({"body": [HEADER], "cut": True}, "a connection that was cut (4 tries)", 4),
    ({"body": "[[\"E_COMMODITY\",", "kind": "application/json"}, "an answer that is not whole JSON", 1),
    ({"body": {"error": "x"}}, "an answer that is no array of arrays", 1),
    ({"body": b""}, "no rows in any year asked", 6),
    ({"body": [HEADER]}, "no rows in any year asked", 6)])
def test_census_failures_end_in_one_sentence_and_the_recipe(server, client, answer, found, calls):
    server.then(**answer)
    assert refusal(lambda: census.fetch(client, [2023], "SECRETKEY", base=server.url)) == found
    assert len(server.asked) == calls


def test_a_failure_that_passes_is_tried_again_after_the_wait_the_server_asked_for(server, client, waits):
    server.then(429, {"message": "Rate limit is exceeded. Try again in 7 seconds."}).then(429, "slow down", "text/plain", {"Retry-After": "11"}).then(200, [1], cut=True).then(200, ["good"])
    assert client.json(server.url) == ["good"]
    assert [wait for wait in waits if wait > 1] == [7.5, 11.5, 4.0]


def test_calls_are_kept_apart(server, client, waits):
    server.then(200, ["x"])
    for _ in range(3):
        client.json(server.url)
    assert waits == [1.0, 1.0]


def test_no_server_is_one_sentence_and_the_key_stays_out_of_it():
    client = Client("Census API", "exports", pause=0, tries=2, timeout=2, sleep=lambda _seconds: None)
    with pytest.raises(InputProblems) as problems:
        census.fetch(client, [2023], "SECRETKEY", base="http://127.0.0.1:9/x")
    assert str(problems.value) == "Census API: found no connection to the server (2 tries); expected an answer. To fix it: try again later; by hand: armstrail recipe exports."


def record(**change):
    row = dict(zip(S.PLUS, S.plus_row()))
    row.update(primaryValue=5000.0, **change)
    return row


def comtrade_answer(rows):
    return {"elapsedTime": "0.1 secs", "count": len(rows), "data": rows, "error": ""}


def test_comtrade_asks_a_year_and_flow_at_a_time(server, client, tmp_path):
    server.rule = lambda _path, query: (200, comtrade_answer([record(period=query["period"], flowCode="X")] if query["flowCode"] == "X" else []))
    data = comtrade.fetch(client, [2017, 2018], base=f"{server.url}/public")
    assert len(server.asked) == 4 and {(query["reporterCode"], query["partnerCode"], query["partner2Code"], query["motCode"], query["customsCode"]) for _path, query in server.asked} == {("842", "484", "0", "0", "C00")}
    received = readers.read(S.save(tmp_path, "a.json", data))
    assert received.layout.name == "comtrade-plus" and received.table["year"].tolist() == [2017, 2018]


def test_comtrade_splits_a_full_answer_by_code(server, client):
    def rule(_path, query):
        codes = query["cmdCode"].split(",")
        return 200, comtrade_answer([record(cmdCode=codes[0])] * 500 if len(codes) > 2 else [record(cmdCode=code) for code in codes])

    server.rule = rule
    answer = json.loads(comtrade.fetch(client, [2018], flows=["X"], codes=["9301", "9302", "9303", "9304"], base=server.url))
    assert sorted(one["cmdCode"] for one in answer["data"]) == ["9301", "9302", "9303", "9304"] and len(server.asked) == 3


@pytest.mark.parametrize(("body", "found"), [
    ({"elapsedTime": "1", "count": 0, "data": [], "error": ""}, "count 0 and no error for every year asked"),
    ({"elapsedTime": "1", "count": 0, "data": [], "error": "Invalid reporter"}, "the error 'Invalid reporter'"),
    ({"elapsedTime": "1"}, "an answer without its part 'data'"),
    ({"elapsedTime": "1", "count": 500, "data": [{}] * 500, "error": ""}, "500 records for one code and year, the limit of a call")])
def test_comtrade_failures(server, client, body, found):
    server.then(200, body)
    assert refusal(lambda: comtrade.fetch(client, [2018], base=server.url)) == found


def test_federal_register_reads_all_pages_and_the_text_of_each_notice(server, client, tmp_path):
    def rule(path, query):
        if path.startswith("/text"):
            return 200, S.notice()["raw_text"].encode()
        page = int(query["page"])
        numbers = {1: ["2021-1", "2021-2"], 2: ["2021-2", "2021-3"]}[page]
        results = [{**{key: value for key, value in S.notice(number).items() if key != "raw_text"}, "raw_text_url": f"{server.url}/text/{number}"} for number in numbers]
        return 200, {"count": 4, "total_pages": 2, "results": results}

    server.rule = rule
    data = federal_register.fetch(client, [2021], base=f"{server.url}/api/v1/documents.json")
    listed = [query for path, query in server.asked if path.startswith("/api")]
    assert [query["page"] for query in listed] == ["1", "2"] and listed[0]["conditions[publication_date][year]"] == "2021" and listed[0]["conditions[type][]"] == "NOTICE"
    received = readers.read(S.save(tmp_path, "a.json", data))
    assert received.layout.name == "federal-register" and received.about["documents"] == 3 and received.about["letters"] == 6


def test_federal_register_never_follows_an_address_elsewhere(server, client):
    server.rule = lambda _path, _query: (200, {"count": 1, "total_pages": 1, "results": [{"document_number": "1", "title": "t", "publication_date": "2021-01-01", "raw_text_url": "http://example.org/x"}]})
    answer = json.loads(federal_register.fetch(client, [2021], base=f"{server.url}/d.json"))
    assert len(server.asked) == 1 and "raw_text" not in answer["results"][0]


@pytest.mark.parametrize(("body", "found"), [
    ({"count": 0, "description": "x"}, "no documents in any year asked"),
    ({"count": 2400, "total_pages": 24, "results": []}, "2,400 documents in 2021, of which 2,000 can be seen"),
    ({"errors": "x"}, "an answer without its count")])
def test_federal_register_failures(server, client, body, found):
    server.then(200, body)
    assert refusal(lambda: federal_register.fetch(client, [2021], base=server.url)) == found


def test_the_command_adds_what_it_fetched_and_keeps_the_key_out(server, tmp_path):
    server.rule = census_rule
    root = tmp_path / "project"
    (root / "stories").mkdir(parents=True)
    (root / "stories" / "default.yml").write_text("parameters: {}\n")
    shutil.copytree(paths.root() / "data" / "raw", root / "data" / "raw")
    run = lambda *words: subprocess.run([sys.executable, "-m", "helpers.cli", "fetch", *words], cwd=root, capture_output=True, text=True, timeout=120,  # noqa: E731
                                        env={**os.environ, "CENSUS_API_KEY": "SECRETKEY", "ARMSTRAIL_FETCH_BASE": f"{server.url}/data"})
    done = run("census", "--years", "2023")
    assert done.returncode == 0 and "census-api-2023.json. Next: armstrail run" in done.stdout, done.stdout + done.stderr
    kept = list((root / "data/raw/exports").glob("*census-api*"))
    assert len(kept) == 1 and not any(b"SECRETKEY" in file.read_bytes() for file in (root / "data").rglob("*") if file.is_file())
