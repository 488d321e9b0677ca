"""Tables beside figures are in words: column names and coded values, in both languages."""

import csv

import pytest

from helpers import paths, words
from helpers.record import shown

RUN = paths.root() / "runs" / "default" / "figures"
NAMES_OF_FILES = {"spec"}  # a specification's own key


@pytest.mark.skipif(not any(RUN.glob("*.csv")), reason="the default run has not been made (armstrail run)")
@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_column_of_every_figure_has_words(lang):
    missing = set()
    for path in sorted(RUN.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            missing |= {name for name in next(csv.reader(file)) if not words.has(f"column-{name.replace('_', '-').lower()}", lang)}
    assert missing == set(), "add them to columns.ftl"


def test_numbers_codes_and_names_are_shown_for_a_reader(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("year,country,state,value_usd,value_is,source_id\n2015,Mexico,México,1234567.0,at_least,bts-1\n"
                    "2016,Saudi Arabia,Other\u202e,,exact,bts-1\n", encoding="utf-8")
    table = shown.table(path, "es")
    assert table.header == ["año", "país", "estado", "valor (US$)", "el valor es", "fuente"]
    assert table.rows == [["2015", "México", "Estado de México", "1,234,567", "al menos", "bts-1"],
                          ["2016", "Arabia Saudita", "otros", "", "exacto", "bts-1"]]
    assert table.numeric == [False, False, False, True, False, False]


def test_an_empty_table_and_one_without_a_header(tmp_path):
    (tmp_path / "a.csv").write_text("year\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("", encoding="utf-8")
    assert shown.table(tmp_path / "a.csv", "en") == (["year"], [], [False])
    assert shown.table(tmp_path / "b.csv", "en") == ([], [], [])


def test_small_and_large_fractions_keep_what_they_say():
    assert [shown.cell(v, True, "en") for v in ("0.04167", "9.4471", "123456.7", "-5.5", "1e6")] == [
        "0.04167", "9.45", "123,457", "-5.50", "1,000,000"]
