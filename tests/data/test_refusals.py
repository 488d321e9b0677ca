"""Bad input: each kind is refused with its sentence, all at once, and nothing is written."""

import pytest

MISSING = "missing-firearms/missing_firearms.csv"
EXPORTS = "exports/exports.csv"


def test_intact_data_is_accepted(spoiled):
    from helpers import sources

    changed = sources.write_processed(sources.build(spoiled.root), spoiled.root)
    assert "exports.csv" in changed
    assert sources.write_processed(sources.build(spoiled.root), spoiled.root) == []


def test_empty_file(spoiled):
    spoiled.rewrite("reference/cpi_u.csv", lambda _: b"")
    assert spoiled.refusal() == (
        "data/raw/reference/cpi_u.csv: found an empty file; expected a header and rows of U.S. consumer price index for all urban consumers, "
        "yearly mean. To fix it: put the file back from where it came, or download it again.")


def test_header_without_rows(spoiled):
    spoiled.rewrite("reference/cpi_u.csv", lambda data: data.splitlines(keepends=True)[0])
    assert "found a header and no rows" in spoiled.refusal()


def test_wrong_header_names_the_probable_rename(spoiled):
    spoiled.rewrite("reference/cpi_u.csv", lambda data: data.replace(b"year,cpi_u,", b"year,cpi_index,", 1))
    assert ("data/raw/reference/cpi_u.csv, row 1, column cpi_u: found no such column; expected the columns year, cpi_u, source_id. "
            "To fix it: rename the column 'cpi_index' to 'cpi_u'.") in spoiled.refusal()


def test_column_missing(spoiled):
    spoiled.rewrite("reference/cpi_u.csv", lambda data: b"\n".join(line.rpartition(b",")[0] for line in data.splitlines()) + b"\n")
    assert ("data/raw/reference/cpi_u.csv, row 1, column source_id: found no such column; expected the columns year, cpi_u, source_id. "
            "To fix it: add the column 'source_id'") in spoiled.refusal()


def test_state_that_does_not_exist(spoiled):
    spoiled.cell(MISSING, 91, "state", "Guerero")
    assert ("data/raw/missing-firearms/missing_firearms.csv, row 91, column state: found 'Guerero'; expected a value that stands in "
            "data/raw/reference/mexican_states.csv. To fix it: did you mean 'Guerrero'") in spoiled.refusal()


def test_negative_count(spoiled):
    spoiled.cell(MISSING, 4, "count", "-5")
    assert ("row 4, column count: found '-5'; expected a whole number of 0 or more, digits only. To fix it: write digits only: "
            "no commas, no sign, no decimals; blank is not known, 0 is none.") in spoiled.refusal()


@pytest.mark.parametrize("written", ["31/12/2016", "2016-13-01", "2016-02-30", "Dec 2016"])
def test_date_in_a_wrong_form(spoiled, written):
    spoiled.cell(MISSING, 4, "period_to", written)
    told = spoiled.refusal()
    assert f"row 4, column period_to: found '{written}'; expected a da" in told
    assert "Traceback" not in told


def test_duplicate_id(spoiled):
    spoiled.cell(MISSING, 4, "id", "MIS-001")
    assert "row 4, column id: found 'MIS-001' again, as in row 2; expected each id once." in spoiled.refusal()


def test_source_id_without_a_source(spoiled):
    spoiled.cell(MISSING, 4, "source_id", "reuters-99")
    assert "row 4, column source_id: found 'reuters-99'; expected a value that stands in data/raw/sources.csv." in spoiled.refusal()


def test_file_whose_hash_changed(spoiled):
    spoiled.rewrite("reference/cpi_u.csv", lambda data: data.replace(b"237.017", b"237.018"), keep_record=False)
    told = spoiled.refusal()
    assert "data/raw/reference/cpi_u.csv: found a file whose hash changed (SHA-256 " in told
    assert "if not, put the old file back" in told


def test_file_without_a_record(spoiled):
    spoiled.path("exports/new.csv").write_text("a\n1\n", encoding="utf-8")
    assert "data/raw/exports/new.csv: found a file without a record" in spoiled.refusal()


def test_record_without_its_file(spoiled):
    spoiled.path("reference/cpi_u.csv").unlink()
    assert "column path: found 'reference/cpi_u.csv'; expected a file that exists under data/raw" in spoiled.refusal()


def test_thousands_commas(spoiled):
    spoiled.cell(EXPORTS, 30, "value_usd", "35,180,051")
    assert "row 30, column value_usd: found '35,180,051'; expected a whole number of U.S. dollars, digits only." in spoiled.refusal()


@pytest.mark.parametrize("word", ["Total", "TOTAL: ", "Subtotal", "Total general"])
def test_stray_total_row(spoiled, word):
    spoiled.cell("exports/exports_by_country.csv", 5, "country", word)
    assert f"row 5, column country: found '{word}'; expected one row per published figure, no total row of the file itself." in spoiled.refusal()


def test_latin_1_bytes(spoiled):
    spoiled.rewrite(MISSING, lambda data: data.decode("utf-8").encode("latin-1", "replace"))
    told = spoiled.refusal()
    assert "which is not UTF-8 (a Latin-1 file, it seems); expected a file saved as UTF-8." in told
    assert "save it again as 'CSV UTF-8'" in told


def test_half_finished_year(spoiled):
    spoiled.cell(EXPORTS, 43, "year_from", "2026")
    spoiled.cell(EXPORTS, 43, "year_to", "2026")
    assert ("row 43, column year_to: found '2026'; expected a year that was over when its source was read, if months says 'all'.") in spoiled.refusal()


def test_backwards_period(spoiled):
    spoiled.cell(MISSING, 4, "period_from", "2030-01-01")
    assert "column period_to: found '2016-04-30'; expected period_to on or after period_from." in spoiled.refusal()


def test_modes_that_do_not_add_up(spoiled):
    spoiled.cell(EXPORTS, 33, "surface_usd", "1")
    assert "row 33, column value_usd: found '44592519'; expected surface_usd plus air_vessel_usd." in spoiled.refusal()


def test_ragged_row(spoiled):
    spoiled.rewrite("reference/cpi_u.csv", lambda data: data.replace(b"2001,177.1,bls-1", b"2001,177.1"))
    assert "data/raw/reference/cpi_u.csv, row 3: found 2 cells; expected 3 cells, one per column of the header." in spoiled.refusal()


def test_all_problems_of_all_files_at_once(spoiled):
    spoiled.cell(MISSING, 4, "count", "x")
    spoiled.cell(MISSING, 9, "status", "vanished")
    spoiled.cell(EXPORTS, 30, "flow", "sideways")
    told = spoiled.refusal()
    assert told.count("To fix it:") == 3
    assert "did you mean" in told or "use one of the values" in told


def test_stale_tables_are_not_served(spoiled):
    from helpers import sources

    sources.write_processed(sources.build(spoiled.root), spoiled.root)
    assert len(sources.table("cpi_u", spoiled.root)) > 20
    spoiled.cell("reference/cpi_u.csv", 5, "cpi_u", "184.1")
    with pytest.raises(sources.InputProblems, match="changed after data/processed was built"):
        sources.table("cpi_u", spoiled.root)


def test_unknown_table_has_near_names():
    from helpers import sources

    with pytest.raises(sources.InputProblems, match="did you mean exports"):
        sources.table("export")
