"""The tables, the records and their descriptions agree with one another."""

import json

import pytest

from helpers import paths, sources, tables


def test_every_raw_file_has_a_complete_record():
    assert set(sources.verify()) == set(sources.records()["path"])


def test_committed_tables_are_what_the_raw_files_make(evidence):
    folder = paths.root() / "data" / "processed"
    for name, frame in evidence.tables.items():
        assert (folder / f"{name}.csv").read_bytes() == sources.to_csv(frame), name


def test_tables_come_back_as_they_were_built(evidence):
    for name, frame in evidence.tables.items():
        back = sources.table(name)
        assert list(back.columns) == list(frame.columns)
        assert back.dtypes.equals(frame.dtypes), name
        assert back.equals(frame), name


def test_no_column_of_a_ledger_is_lost_and_no_figure_changes(evidence):
    import pandas as pd

    corrected = set(zip(evidence.corrections["file"], evidence.corrections["column"], strict=True))
    for name, table in tables.TABLES.items():
        raw = pd.read_csv(paths.root() / "data" / "raw" / table.raw, dtype="str", keep_default_na=False)
        kept = pd.read_csv(paths.root() / "data" / "processed" / f"{name}.csv", dtype="str", keep_default_na=False)
        assert len(raw) == len(kept)
        for column in raw:
            if (table.raw, column) not in corrected:
                same = raw[column] == kept[column]
                # 177.10 and 177.1 are one number.
                assert same.all() or (pd.to_numeric(raw[column][~same]) == pd.to_numeric(kept[column][~same])).all(), (name, column)


def test_dictionary_is_current():
    assert (paths.root() / "data" / "README.md").read_text(encoding="utf-8") == tables.dictionary(tables.TABLES)


def test_data_package_is_valid_to_an_independent_reader():
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    report = frictionless.validate(str(paths.root() / "data" / "processed" / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])[:5]


def test_data_package_names_the_raw_files():
    package = json.loads((paths.root() / "data" / "processed" / "datapackage.json").read_text(encoding="utf-8"))
    assert {r["name"] for r in package["resources"]} == {name.replace("_", "-") for name in tables.TABLES}
    for name, digest in package["inputs"].items():
        assert paths.digest(paths.root() / "data" / "raw" / name) == digest


def test_names_of_private_persons_do_not_leave_the_ledgers(evidence):
    redacted = evidence.corrections[evidence.corrections["reason"].str.contains("private person")]
    assert len(redacted) >= 2
    for row in redacted.itertuples():
        for frame in evidence.tables.values():
            for column in frame.select_dtypes("str"):
                assert not frame[column].fillna("").str.contains(row.old, regex=False).any()


def test_more_sources_than_fit_are_counted_behind_those_that_give_most():
    ids = sources.table("sources")["source_id"].tolist()[:9]
    told = sources.citations([*ids, ids[5], ids[5]], "en")
    assert told.startswith(sources.cite([ids[5]])["citation"][0].rstrip(".") + "; ")
    assert "and 8 more, named in the figure's data file" in told
    assert "y 8 más, nombradas en el archivo" in sources.citations(ids, "es")


def test_unknown_source_is_refused():
    with pytest.raises(sources.InputProblems, match="no source 'nobody-1'"):
        sources.cite(["nobody-1"])
