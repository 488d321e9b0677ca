"""Taking files in: dated names, records, nothing overwritten, newer downloads become current."""

import csv
import datetime
import json
import shutil

import pytest

from helpers import intake, paths
from helpers.problems import InputProblems
from tests.readers import shapes as S

TODAY = datetime.date(2026, 11, 21)


@pytest.fixture
def project(tmp_path):
    """A project folder with the reference lists and empty records."""
    root = tmp_path / "project"
    (root / "stories").mkdir(parents=True)
    (root / "stories" / "default.yml").write_text("parameters: {}\n")
    shutil.copytree(paths.root() / "data" / "raw" / "reference", root / "data" / "raw" / "reference")
    (root / "data" / "raw" / "records.csv").write_text(",".join(intake.COLUMNS) + "\n")
    return root


def records(root):
    with (root / "data/raw/records.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def everything(root):
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in (root / "data").rglob("*") if file.is_file()}


def test_a_file_is_kept_under_a_dated_name_with_its_record(project, tmp_path):
    done = intake.add(S.save(tmp_path, "DataWeb-Query-Export (2).xlsx", S.dataweb_xlsx()), project, url="https://dataweb.usitc.gov/x", today=TODAY)
    assert done.written and done.path == "exports/2025-08-07-usitc-dataweb-2023-2025.xlsx"
    (row,) = records(project)
    assert (project / "data/raw" / row["path"]).read_bytes() == (tmp_path / "DataWeb-Query-Export (2).xlsx").read_bytes()
    assert (row["topic"], row["layout"], row["url"], row["accessed"], row["replaced_by"]) == ("exports", "usitc-dataweb", "https://dataweb.usitc.gov/x", "2025-08-07", "")
    assert row["sha256"] == paths.digest(project / "data/raw" / row["path"]) and all(row[name].strip() for name in intake.COLUMNS[:-1])
    about = json.loads(row["about"])
    assert about["parameters"]["Trade Flow"] == "Total Exports" and about["scale"] == 1 and about["file_name"] == "DataWeb-Query-Export (2).xlsx"


def test_an_identical_file_is_said_to_be_there(project, tmp_path):
    file = S.save(tmp_path, "a.csv", S.dataweb_csv())
    intake.add(file, project, accessed="2026-01-02", today=TODAY)
    before = everything(project)
    again = intake.add(S.save(tmp_path, "renamed.csv", S.dataweb_csv()), project, today=TODAY)
    assert not again.written and "is there already: data/raw/exports/2026-01-02-usitc-dataweb-2023-2025.csv" in again.message
    assert everything(project) == before


def test_a_newer_download_of_the_same_query_becomes_the_current_one(project, tmp_path):
    old = intake.add(S.save(tmp_path, "a.xlsx", S.dataweb_xlsx()), project, today=TODAY)
    newer = [["FAS Value", "9302", "REVOLVERS", "Mexico", 401.0, 600.0, 10_000.0], ["FAS Value", "9306", "CARTRIDGES", "Mexico", 1600.0, 2400.0, 20_000.0]]
    new = intake.add(S.save(tmp_path, "b.xlsx", S.dataweb_xlsx(newer, total=None, **{"Download Date": "March 3, 2026, 9:00 AM"})), project, today=TODAY)
    assert new.replaces == [old.path] and (project / "data/raw" / old.path).exists()
    assert {row["path"]: row["replaced_by"] for row in records(project)} == {old.path: new.path, new.path: ""}
    frame, notes = intake.load_received(project, "exports")
    assert set(frame["path"]) == {new.path} and frame.query("hs == '9302' and year == 2023")["value_usd"].tolist() == [401]


def test_an_older_download_added_later_stays_in_second_place(project, tmp_path):
    new = intake.add(S.save(tmp_path, "b.xlsx", S.dataweb_xlsx(**{"Download Date": "March 3, 2026, 9:00 AM"})), project, today=TODAY)
    old = intake.add(S.save(tmp_path, "a.xlsx", S.dataweb_xlsx()), project, today=TODAY)
    assert "stays the current one" in old.message and {row["path"]: row["replaced_by"] for row in records(project)} == {old.path: new.path, new.path: ""}


def test_other_years_or_another_flow_stand_beside_and_replace_nothing(project, tmp_path):
    intake.add(S.save(tmp_path, "a.zip", S.archive({f"{m}.csv": S.dot3(2020, m) for m in (1, 2)})), project, accessed="2026-01-01", today=TODAY)
    intake.add(S.save(tmp_path, "b.zip", S.archive({f"{m}.csv": S.dot3(2021, m) for m in (1, 2)})), project, accessed="2026-02-01", today=TODAY)
    intake.add(S.save(tmp_path, "c.xlsx", S.dataweb_xlsx()), project, today=TODAY)
    intake.add(S.save(tmp_path, "d.xlsx", S.dataweb_xlsx(flow="Domestic Exports")), project, today=TODAY)
    assert [row["replaced_by"] for row in records(project)] == [""] * 4
    frame, _notes = intake.load_received(project, "exports")
    assert {"bts-transborder", "usitc-dataweb"} == set(frame["layout"]) and {2020, 2021, 2023} <= set(frame["year"])


def test_a_name_that_is_taken_gets_a_number_and_overwrites_nothing(project, tmp_path):
    first = intake.add(S.save(tmp_path, "a.csv", S.acled_new()), project, accessed="2026-01-01", today=TODAY)
    second = intake.add(S.save(tmp_path, "b.csv", S.acled_new([S.acled_row(event_type="Protests", event_id_cnty="MEX9")])), project, accessed="2026-01-01", today=TODAY)
    assert (first.path, second.path) == ("events/2026-01-01-acled.csv", "events/2026-01-01-acled-2.csv")


def test_a_folder_of_months_is_kept_as_one_zip_with_the_same_bytes_each_time(project, tmp_path):
    for month in (1, 2):
        S.save(tmp_path / "months", f"dot3_{month:02d}21.csv", S.dot3(2021, month))
    done = intake.add(tmp_path / "months", project, accessed="2026-01-01", today=TODAY)
    assert done.path == "exports/2026-01-01-bts-transborder-2021.zip"
    assert not intake.add(tmp_path / "months", project, today=TODAY).written
    frame, notes = intake.load_received(project, "exports")
    assert frame.query("hs == '93' and modes == 'all' and flow == 'total' and partner == 'Mexico'")["value_usd"].sum() == 2403


def test_a_file_already_in_place_gets_its_record_and_is_not_copied(project):
    file = S.save(project / "data/raw/reference", "cpi-of-mine.csv", S.cpi_mirror())
    done = intake.add(file, project, today=TODAY)
    assert done.path == "reference/cpi-of-mine.csv" and [row["path"] for row in records(project)] == ["reference/cpi-of-mine.csv"]


@pytest.mark.parametrize(("options", "sentence"), [
    ({"topic": "export"}, "--topic: found 'export'; expected one of: exports, missing-firearms, licenses, events, transfers, letters, reference. To fix it: write exports, if that is what is meant."),
    ({"topic": "licenses"}, "a.csv: found a file of the topic exports (USITC DataWeb query export); expected a file of the topic licenses. To fix it: leave --topic out or say --topic exports."),
    ({"url": "dataweb"}, "--url: found 'dataweb'; expected an address beginning with https://. To fix it: copy it from the browser."),
    ({"accessed": "21/11/2026"}, "--accessed: found '21/11/2026'; expected a day such as 2026-03-27. To fix it: write year, month and day."),
    ({"accessed": "2030-01-01"}, "--accessed: found 2030-01-01, a day still to come; expected a day until 2026-11-21. To fix it: write the day you downloaded the file.")])
def test_options_that_cannot_be_meant(project, tmp_path, options, sentence):
    before = everything(project)
    with pytest.raises(InputProblems) as refusal:
        intake.add(S.save(tmp_path, "a.csv", S.dataweb_csv()), project, today=TODAY, **options)
    assert str(refusal.value) == sentence and everything(project) == before


def test_a_refused_file_leaves_nothing_behind(project, tmp_path):
    before = everything(project)
    for content in (b"", b"%PDF-", S.dataweb_csv(total=["Total: ", "", "", "", "1", "2", "0"]).encode()):
        with pytest.raises(InputProblems):
            intake.add(S.save(tmp_path, "a.csv", content), project, today=TODAY)
    assert everything(project) == before


def test_codes_outside_every_basket_are_reported(project, tmp_path):
    file = S.save(tmp_path, "a.csv", S.dataweb_csv([["FAS Value", "9308", "UNKNOWN", "Mexico", "50000", "1", "0"]], total=False))
    with pytest.raises(InputProblems, match="HS 9308 in no basket; expected each code in exactly one basket item"):
        intake.add(file, project, today=TODAY)


def test_the_address_is_kept_without_its_key(project, tmp_path):
    intake.add(S.save(tmp_path, "a.json", S.census()), project, url="https://api.census.gov/data?time=2019&key=SECRET", today=TODAY)
    assert records(project)[0]["url"] == "https://api.census.gov/data?time=2019" and "SECRET" not in (project / "data/raw/records.csv").read_text()


def test_what_is_loaded_is_what_was_added_or_a_sentence(project, tmp_path):
    done = intake.add(S.save(tmp_path, "a.csv", S.dataweb_csv()), project, today=TODAY)
    kept = project / "data/raw" / done.path
    kept.write_text(kept.read_text().replace("12000.00", "99000.00"))
    with pytest.raises(InputProblems, match="a file that changed since it was added"):
        intake.load_received(project, "exports")


def test_a_year_that_was_not_over_when_the_file_was_downloaded_is_no_year(project, tmp_path):
    rows = [["FAS Value", "93", S.ARMS, "Mexico", "11000.00", "12000.00", "5000.00"]]
    done = intake.add(S.save(tmp_path, "a.csv", S.dataweb_csv(rows, total=False)), project, accessed="2025-08-07", today=TODAY)
    assert "2025 was not over or not yet published whole on 2025-08-07, so it is not a whole year" in done.received.notes
    frame, notes = intake.load_received(project, "exports")
    assert frame.set_index("year")["complete"].to_dict() == {2023: True, 2024: True, 2025: False} and any("2025 was not over" in note for note in notes)


def correction(root, **change):
    row = {"id": "C-9", "file": "", "row_match": "hs=93;partner=Mexico;year=2023", "column": "value_usd", "old": "11000", "new": "11500", "reason": "misprint", "reported_by": "a reader", "status": "applied"}
    row.update(change)
    (root / "data/raw/corrections.csv").write_text(",".join(row) + "\n" + ",".join(row.values()) + "\n")


def test_corrections_are_applied_on_loading_and_the_file_stays_as_it_came(project, tmp_path):
    done = intake.add(S.save(tmp_path, "a.csv", S.dataweb_csv()), project, today=TODAY)
    correction(project, file=done.path)
    frame, notes = intake.load_received(project, "exports")
    assert frame.query("hs == '93' and partner == 'Mexico' and year == 2023")["value_usd"].tolist() == [11500]
    assert f"{done.path}: correction C-9 applied" in notes and b"11000.00" in (project / "data/raw" / done.path).read_bytes()


def test_a_stale_correction_stops_and_names_the_line_to_delete(project, tmp_path):
    done = intake.add(S.save(tmp_path, "a.csv", S.dataweb_csv()), project, today=TODAY)
    correction(project, file=done.path, old="10999")
    with pytest.raises(InputProblems, match=r"'11000' in data/raw/exports/.* where correction C-9 expects '10999'.*if so, delete line 2 of data/raw/corrections.csv"):
        intake.load_received(project, "exports")


def test_check_lists_every_problem_once_and_writes_nothing(project, tmp_path):
    files = [S.save(tmp_path, "good.csv", S.dataweb_csv()), S.save(tmp_path, "bad.csv", S.acled_new([S.acled_row(fatalities="x"), S.acled_row(event_id_cnty="M", event_date="?")]))]
    before = everything(project)
    problems, fine = intake.check(files, project)
    assert [(problem.row, problem.column) for problem in problems] == [(2, "fatalities"), (3, "event_date")] and fine == ["good.csv: USITC DataWeb query export, 9 rows"]
    shown = intake.problem_table(problems, 100)
    assert shown.splitlines()[0].split() == ["file", "row", "column", "found", "expected", "fix"] and max(map(len, shown.splitlines())) <= 100
    assert everything(project) == before


def test_preview_says_what_the_file_holds(tmp_path):
    text = intake.preview(intake.inspect(S.save(tmp_path, "a.csv", S.dataweb_csv())))
    assert "total, HS 93, Mexico: 2023 11,000; 2024 12,000; 2025 not whole" in text and "first lines:" in text and "rows: 9" in text
    for name, content in (("b", S.answer_xlsx()), ("c", S.receipts_csv()), ("d", S.ged()), ("e", S.register(S.notice())), ("f", S.inegi_2010()), ("g", S.cpi_mirror()), ("h", S.screening(S.entity()))):
        assert intake.preview(intake.inspect(S.save(tmp_path, name, content)))


def test_two_downloads_compared(tmp_path):
    old, new = S.save(tmp_path, "a.csv", S.dataweb_csv()), S.save(tmp_path, "b.csv", S.dataweb_csv([["FAS Value", "93", S.ARMS, "Mexico", "11000.00", "12500.00", "13000.00"]], total=False))
    lines = intake.compare_files(old, new)
    assert lines[0] == "value_usd: 2 changed, 0 added, 6 dropped, 1 the same"
    assert lines[1:] == ["  2025, Mexico, total, 93, all, United States: nothing is now 13,000", "  2024, Mexico, total, 93, all, United States: 12,000 is now 12,500"]
    with pytest.raises(InputProblems, match="compare two downloads of one query"):
        intake.compare_files(old, S.save(tmp_path, "c.csv", S.acled_new()))


def test_the_corrections_that_ship_still_fit_the_ledgers():
    """The misprinted year, the digit swap and the swapped labels: what is changed at load and what was entered right."""
    import pandas as pd

    from helpers import corrections

    root = paths.root()
    listed = corrections.load(root)
    for file, cells in (("missing-firearms/missing_firearms.csv", {("MIS-072", "period_from"): "2019-01-01", ("MIS-014", "count"): "3751"}), ("transfers/atf_traces.csv", {})):
        text = pd.read_csv(root / "data/raw" / file, dtype="str", keep_default_na=False)
        out, done = corrections.apply(text, listed, file)
        assert len(done) and set(done["status"]) <= {"applied", "recorded"}
        for (row, column), value in cells.items():
            assert out.set_index("id").loc[row, column] == value
    raw = pd.read_csv(root / "data/raw/missing-firearms/missing_firearms.csv", dtype="str", keep_default_na=False).set_index("id")
    assert raw.loc["MIS-014", "count"] == "3571", "the raw ledger keeps the figure as its source prints it"
