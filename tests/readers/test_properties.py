"""What must hold for any file: no traceback, no hang, no total that changes with the order of rows or columns."""

import csv
import io
import json
import time
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import readers
from helpers.problems import InputProblems
from helpers.readers.numbers import NotANumber, number
from helpers.readers.periods import period

from . import shapes as S

quick = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)

# layout: (text, line of the header counted from 0, what is added up)
TABLES = {
    "usitc-dataweb": (S.dataweb_csv(total=False), 2, "value_usd"),
    "census-usa-trade": (S.usa_trade(foot=()), 2, "value_usd"),
    "comtrade-plus": (S.table([S.PLUS, *S.plus_rows()]), 0, "value_usd"),
    "comtrade-old": (S.old_csv(), 0, "value_usd"),
    "bts-transborder": (S.dot3(2021, months=range(1, 13)), 0, "value_usd"),
    "transparency-answer": (S.answer_csv([["Guerrero", "SSP", "2016", "3", "1"], ["Guerrero", "FGE", "2016", "0", "S/D"], ["Morelos", "SSP", "2016", "1 204", ""]]), 1, "count"),
    "police-receipts": (S.receipts_csv(), 0, "pieces"),
    "ucdp-ged": (S.ged(), 0, "best"),
    "acled": (S.acled_new(), 0, "deaths"),
    "security-force-monitor": (S.sfm_old(), 0, None),
    "cpi": (S.cpi_mirror(), 0, "cpi"),
}
OTHERS = {
    "census-api": S.census().encode(), "comtrade-json": S.plus_json().encode(), "federal-register": S.register(S.notice()).encode(), "screening-list": S.screening(S.entity()).encode(),
    "dsca": S.dsca().encode(), "inegi": S.inegi_2010(), "dataweb-xlsx": S.dataweb_xlsx(quantity=True), "answer-xlsx": S.answer_xlsx(), "transborder-zip": S.archive({"a.csv": S.dot3()}),
}
BYTES = {**{name: text.encode() for name, (text, _at, _sum) in TABLES.items()}, **OTHERS}


def attempt(content: bytes, name: str = "brought"):
    """Read the bytes; a refusal gives None; anything but a refusal in sentences fails the test."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        try:
            received = readers.read(path)
        except InputProblems as problems:
            assert problems.problems and all(str(problem) and problem.fix for problem in problems.problems)
            assert "\n" not in str(problems.problems[0]) and len(str(problems.problems[0])) < 4000
            return None
        assert received.topic in ("exports", "missing-firearms", "transfers", "events", "licenses", "reference")
        json.dumps(received.about, default=str)
        return received


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def amount(received, column):
    return len(received.table) if column is None else float(received.table[column].sum())


@quick
@given(st.binary(max_size=3000), st.sampled_from(["a.csv", "a.xlsx", "a.json", "a.zip", "a"]))
def test_random_bytes(content, name):
    attempt(content, name)


@quick
@given(st.sampled_from([b"PK\x03\x04", b"{", b"[[", b"<html>", b"\xff\xfe", b"\xef\xbb\xbf", b"sep=;\n", b"Data Type,HTS Number,Country,2023\n", b"%", b'"']), st.binary(max_size=600))
def test_random_bytes_behind_a_true_beginning(begin, content):
    attempt(begin + content)


@quick
@given(st.sampled_from(sorted(BYTES)), st.data())
def test_cut_files_are_refused_or_say_so(layout, data):
    content = BYTES[layout]
    at = data.draw(st.integers(1, len(content) - 1))
    whole = attempt(content)
    received = attempt(content[:at])
    if received is None or layout not in TABLES:
        return
    column = TABLES[layout][2]
    at_a_line_end = content[at - 1:at] in (b"\n", b"\r") or content[at:at + 1] in (b"\n", b"\r")
    if amount(received, column) != amount(whole, column) and not at_a_line_end:
        assert any("may be cut" in note for note in received.notes), received.notes


@quick
@given(st.sampled_from(sorted(BYTES)), st.data())
def test_one_byte_changed_or_a_piece_lost_never_ends_in_a_traceback(layout, data):
    content = bytearray(BYTES[layout])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        if data.draw(st.booleans()):
            content[at] = data.draw(st.integers(0, 255))
        else:
            del content[at:at + data.draw(st.integers(1, 30))]
        if not content:
            break
    attempt(bytes(content))


@quick
@given(st.sampled_from(sorted(TABLES)), st.randoms(use_true_random=False))
def test_shuffled_rows_and_columns_change_no_total(layout, random):
    text, header, column = TABLES[layout]
    rows = rows_of(text)
    head, body = rows[:header], rows[header:]
    order = list(range(len(body[0])))
    random.shuffle(order)
    # Events of one layout keep their id; the answer's states are named in every row here, so rows may move.
    data = body[1:]
    random.shuffle(data)
    shuffled = S.table([*head, *[[row[at] for at in order] for row in [body[0], *data]]])
    before, after = attempt(text.encode()), attempt(shuffled.encode())
    assert after is not None and amount(after, column) == amount(before, column) and len(after.table) == len(before.table)


@quick
@given(st.randoms(use_true_random=False))
def test_shuffled_json_workbooks_and_archives_change_no_total(random):
    def mixed(values):
        values = list(values)
        random.shuffle(values)
        return values

    header, *rows = json.loads(S.census())
    order = mixed(range(len(header)))
    census = json.dumps([[row[at] for at in order] for row in [header, *mixed(rows)]])
    answer = json.loads(S.plus_json())
    answer["data"] = [dict(mixed(one.items())) for one in mixed(answer["data"])]
    months = {f"m{month}.csv": S.dot3(2021, month) for month in range(1, 13)}
    cells = [["Data Type", "HTS Number", "Description", "Country", "2023", "2024", "2025"], ["FAS Value", "9302", "R", "Mexico", 400.0, 600.0, 0.0], ["FAS Value", "9306", "C", "Mexico", 1600.0, 2400.0, 0.0]]
    order = mixed(range(7))
    head, *body = [[row[at] for at in order] for row in cells]
    for before, after in ((S.census(), census), (S.plus_json(), json.dumps(answer)), (S.archive(months), S.archive({f"x{at}.csv": text for at, text in enumerate(mixed(months.values()))})),
                          (S.dataweb_xlsx(total=None), S.dataweb_xlsx(mixed(body), head, total=None))):
        one, two = (attempt(content.encode() if isinstance(content, str) else content) for content in (before, after))
        key = ["year", "month", "partner", "flow", "hs", "modes"]
        assert one.table.fillna({"value_usd": -1}).groupby(key)["value_usd"].sum().to_dict() == two.table.fillna({"value_usd": -1}).groupby(key)["value_usd"].sum().to_dict()


@quick
@given(st.sampled_from(sorted(TABLES)), st.lists(st.sampled_from(["remark", "file_year", "Notes of the desk", "x1", "ñandú"]), min_size=1, max_size=3, unique=True), st.data())
def test_extra_columns_change_no_total(layout, names, data):
    text, header, column = TABLES[layout]
    rows = rows_of(text)
    for name in names:
        at = data.draw(st.integers(0, len(rows[header])))
        for index, row in enumerate(rows):
            row.insert(min(at, len(row)), name if index == header else "" if index < header else "q")
    after = attempt(S.table(rows).encode())
    assert after is not None and amount(after, column) == amount(attempt(text.encode()), column)


@quick
@given(st.sampled_from(sorted(set(TABLES) - {"bts-transborder"})), st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]), st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from([",", ";", "\t"]), st.booleans())
def test_encodings_line_ends_and_separators_change_no_total(layout, encoding, end, separator, blank_lines):
    text, _header, column = TABLES[layout]
    written = S.table(rows_of(text), delimiter=separator, end=end + (end if blank_lines else ""))
    after = attempt(written.encode(encoding))
    assert after is not None and amount(after, column) == amount(attempt(text.encode()), column)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "ascii"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_transborder_line_ends(encoding, end):
    text = S.dot3(2021, months=range(1, 13))
    assert amount(attempt(text.replace("\r\n", end).encode(encoding)), "value_usd") == amount(attempt(text.encode()), "value_usd")


def test_lines_of_two_encodings_in_one_file():
    rows = S.answer_csv([["Michoacán", "SSP", "2016", "3", "1"], ["Querétaro", "SSP", "2016", "2", "1"]]).split("\n")
    mixed = b"\n".join(row.encode("cp1252" if "Quer" in row else "utf-8") for row in rows)
    received = attempt(mixed)
    assert sorted(set(received.table["state"])) == ["Michoacán", "Querétaro"] and received.about["encoding"] == "mixed UTF-8 and Windows-1252"


@quick
@given(st.sampled_from(sorted(TABLES)), st.data(), st.one_of(st.text(max_size=40), st.sampled_from(["=1+1", "=HYPERLINK(\"x\")", "1e400", "-", "9" * 400, "1,2,3", "NaN", "inf", "\x00", "２０", "0x1F", "٣"])))
def test_any_text_in_any_cell_ends_in_a_table_or_a_sentence(layout, data, text):
    source, header, _column = TABLES[layout]
    rows = rows_of(source)
    row = data.draw(st.integers(header, len(rows) - 1))
    at = data.draw(st.integers(0, len(rows[row]) - 1))
    rows[row][at] = text
    attempt(S.table(rows).encode("utf-8", "replace"))


@quick
@given(st.sampled_from(["=SUM(A1:A9)", "=9999", "+1", "@x", True, 3.5, -4, 10**18, "９３", None]), st.integers(0, 6), st.integers(0, 3))
def test_spreadsheet_cells_of_any_kind(value, column, row):
    rows = [["FAS Value", "9302", "REVOLVERS", "Mexico", 400.0, 600.0, 0.0], ["FAS Value", "9306", "CARTRIDGES", "Mexico", 1600.0, 2400.0, 0.0]]
    header = ["Data Type", "HTS Number", "Description", "Country", "2023", "2024", "2025"]
    ([header] + rows)[min(row, 2)][column] = value
    received = attempt(S.dataweb_xlsx(rows, header, total=None))
    if received is not None and isinstance(value, str) and value.startswith("=") and row and column > 3:
        raise AssertionError("a formula without a stored value was read as a number")


@quick
@given(st.lists(st.tuples(st.text(min_size=1, max_size=12), st.binary(max_size=60)), max_size=6))
def test_zip_files_of_anything(files):
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as out:
        for name, content in files:
            try:
                if name not in out.namelist():
                    out.writestr(name, content)
            except (ValueError, IndexError):  # names Python itself cannot write
                continue
    attempt(box.getvalue(), "a.zip")


def test_path_tricks_write_nothing_outside(tmp_path):
    for trick in ("../evil.csv", "a/../../evil.csv", "/tmp/evil-armstrail.csv", "..\\evil.csv", "C:evil.csv"):
        assert attempt(S.archive({"dot3.csv": S.dot3(), trick: S.dot3(2022)}), "a.zip") is None
    link = zipfile.ZipInfo("link.csv")
    link.external_attr = 0o120777 << 16
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as out:
        out.writestr(link, "/etc/passwd")
    assert attempt(box.getvalue(), "a.zip") is None
    assert not Path("/tmp/evil-armstrail.csv").exists()


def test_a_far_row_or_merged_million_does_not_hang():
    """A cell in the last row a sheet can have, and one merged area over a million rows."""
    content = S.book({"FAS Value": [["Data Type", "HTS Number", "Country", "2023"], ["FAS Value", "93", "Mexico", "5"]]}, {"FAS Value": ["A1:B1"]})
    box = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            text = old.read(part)
            if part.filename.startswith("xl/worksheets/"):
                text = text.replace(b'ref="A1:B1"', b'ref="A2:XFD1048576"').replace(b"</sheetData>", b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>')
            new.writestr(part.filename, text)
    began = time.monotonic()
    attempt(box.getvalue(), "a.xlsx")
    assert time.monotonic() - began < 60


@quick
@given(st.integers(-10**15, 10**15), st.sampled_from([",", " ", "\u00a0", ""]), st.sampled_from(["", ".00", ".5"]))
def test_numbers_come_back_as_they_were_printed(value, group, tail):
    text = f"{abs(value):,}".replace(",", group) + tail
    assert float(number(("-" if value < 0 else "") + text)) == pytest.approx(float(("-" if value < 0 else "") + str(abs(value)) + (tail or ".0")))


@quick
@given(st.text(max_size=30))
def test_numbers_and_periods_of_any_text(text):
    period(text)
    try:
        number(text)
    except NotANumber as refusal:
        assert refusal.why
