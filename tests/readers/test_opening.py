"""Opening what strangers made: archives of one file, big files, entity bombs, several notices in one text."""

import io
import time
import zipfile

import pytest

from helpers import readers
from helpers.problems import InputProblems
from helpers.readers import limits

from . import shapes as S


def test_a_zip_of_one_file_is_that_file(tmp_path):
    for content, name in ((S.ged(), "ucdp-ged"), (S.dataweb_csv(), "usitc-dataweb"), (S.screening(S.entity()), "screening-list")):
        received = readers.read(S.save(tmp_path, "a.zip", S.archive({"GEDEvent_v24.csv": content, "__MACOSX/._x": "x"})))
        assert received.layout.name == name and received.about["inside"] == "GEDEvent_v24.csv"
    assert readers.recognize(S.save(tmp_path, "b.zip", S.archive({"dot3_0121.csv": S.dot3()}))).name == "bts-transborder"
    with pytest.raises(InputProblems, match="found a PDF inside"):
        readers.read(S.save(tmp_path, "c.zip", S.archive({"x.pdf": b"%PDF-1.4"})))


def test_big_tables_are_known_by_their_first_lines(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "HEAD_ONLY_FROM", 300)
    assert readers.read(S.save(tmp_path, "a.csv", S.ged())).table["best"].sum() == 8
    months = readers.read(S.save(tmp_path, "b.csv", S.dot3(2021, months=range(1, 13))))
    assert months.table.query("hs == '93' and modes == 'all' and flow == 'total' and partner == 'Mexico'")["value_usd"].sum() == 12 * 1200 + 78
    monkeypatch.setattr(limits, "TEXT_BYTES", 400)
    with pytest.raises(InputProblems, match="expected at most 400 bytes for this layout"):
        readers.read(tmp_path / "a.csv")
    with pytest.raises(InputProblems, match="ask for fewer years"):
        readers.read(S.save(tmp_path, "c.json", S.census()))


def test_an_entity_bomb_in_a_workbook_is_refused_at_once(tmp_path):
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">'.encode() for n in range(12)) + b"]>"
    box = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(S.dataweb_xlsx())) as old, zipfile.ZipFile(box, "w") as new:
        for part in old.infolist():
            text = old.read(part)
            new.writestr(part.filename, bomb + text.split(b"?>", 1)[-1] if part.filename.endswith(("workbook.xml", "sheet2.xml")) else text)
    began = time.monotonic()
    with pytest.raises(InputProblems, match="a spreadsheet that cannot be opened"):
        readers.read(S.save(tmp_path, "a.xlsx", box.getvalue()))
    assert time.monotonic() - began < 10


def test_several_notices_in_one_text(tmp_path):
    second = S.DSCA.replace("Mexico", "Chile").replace("14-17", "15-02").replace("$680 million", "$1.2 billion").replace("UH-60M Black Hawk Helicopters", "Radios")
    table = readers.read(S.save(tmp_path, "a.txt", S.DSCA + "\n" + second)).table.set_index("transmittal")
    assert table["country"].to_dict() == {"14-17": "Mexico", "15-02": "Chile"} and table["estimated_cost_usd"].to_dict() == {"14-17": 680e6, "15-02": 1.2e9}


def test_the_nearest_layouts_and_what_they_lack_are_named(tmp_path):
    with pytest.raises(InputProblems) as refusal:
        readers.read(S.save(tmp_path, "a.csv", S.ged(header=[name if name != "best" else "beste_schaetzung" for name in S.GED])))
    assert "Closest: UCDP GED csv (has column id" in str(refusal.value) and "lacks column best)" in str(refusal.value)
