"""The readers on genuine extracts, where the machine holds them; the figures are those the extracts were checked for."""

from pathlib import Path

import pytest

from helpers import paths, readers

DATA = paths.root().parent / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the genuine extracts (../shared/data) are not on this machine")


def genuine(path: str) -> Path:
    file = DATA / path
    if not file.exists():
        pytest.skip(f"{path} is not on this machine")
    return file


def of(table, **where):
    for column, value in {"modes": "all", "flow": "total", "partner": "Mexico", **where}.items():
        table = table[table[column] == value]
    return table.set_index("year")["value_usd"]


def test_dataweb_hs_93_to_mexico():
    received = readers.read(genuine("trade/usitc_dataweb_total_exports_hts2_36_93_all_countries_2020_2025.csv"))
    values = of(received.table, hs="93")
    assert values.loc[2020:2024].tolist() == [57_999_869, 38_530_968, 38_048_559, 97_443_172, 89_305_191]
    assert received.table.query("year == 2025")["value_usd"].isna().all() and not received.table.query("year == 2025")["complete"].any()
    assert "the file says it has 17,773 rows and holds 359: rows were removed before it came here" in received.notes


def test_dataweb_genuine_workbook_with_its_totals():
    received = readers.read(genuine("trade/usitc_dataweb_sample_total_exports_by_country_1989_2026.xlsx"))
    assert received.about["downloaded"] == "2026-03-27" and received.about["flow"] == "total" and received.about["scale"] == 1
    assert len(received.about["totals_checked"]) >= 37 and received.about["unfinished_years"] == [2026]
    assert set(received.table["hs"]) == {"TOTAL"}


def test_dataweb_parameters_alone_are_no_data():
    with pytest.raises(ValueError, match=r"has the sheet Query Parameters; lacks the sheet with the figures \(FAS Value\)"):
        readers.read(genuine("trade/usitc_dataweb_query_parameters_2025-08-07.csv"))


def test_census_months_agree_with_the_ledger():
    import pandas as pd

    received = readers.read(genuine("trade/census_api_us_exports_mexico_hs36_hs93_monthly_2013_2020.csv"))
    assert len(received.table) == 188 and received.about["unfinished_years"] == [2020]
    ledger = pd.read_csv(paths.root() / "data/raw/exports/exports.csv", dtype="str", keep_default_na=False).query("series == 'census-api'")
    for row in ledger.itertuples():
        rows = received.table.query(f"hs == '{row.hs}' and year == {row.year_from}")
        assert rows["value_usd"].sum() == float(row.value_usd)


def test_census_imports_ten_digits():
    received = readers.read(genuine("trade/census_api_us_imports_for_consumption_from_mexico_hs10_chapter93_2024.csv"))
    assert len(received.table) == 16 and set(received.table["flow"]) == {"import-for-consumption"} and set(received.table["hs"].str.len()) == {10}
    assert received.table["complete"].all() and (received.table["month"] == 0).all()


def test_old_comtrade_agrees_with_the_ledger():
    import pandas as pd

    received = readers.read(genuine("trade/uncomtrade_us_reported_trade_with_mexico_hs36_hs93_2010_2019.csv"))
    values = of(received.table, hs="93", reporter="United States")
    ledger = pd.read_csv(paths.root() / "data/raw/exports/exports.csv", dtype="str", keep_default_na=False).query("series == 'comtrade-us' and flow == 'total' and hs == '93'")
    assert {int(row.year_from): float(row.value_usd) for row in ledger.itertuples()} == values.astype(float).to_dict()


def test_transborder_months_agree_with_the_ledger():
    received = readers.read(genuine("trade/bts_transborder_dot3_raw_us_exports_mexico_hs93_hs36_2020_2024.csv"))
    for year, domestic, again in ((2021, 35_062_152, 3_479_785), (2022, 36_306_309, 1_742_250), (2023, 93_686_652, 4_784_638)):
        rows = received.table.query(f"hs == '93' and modes == 'all' and partner == 'Mexico' and year == {year}").groupby("flow")["value_usd"].sum()
        assert (rows["domestic"], rows["re-export"], rows["total"]) == (domestic, again, domestic + again)
    assert received.about["unfinished_years"] == [2020, 2024]


@pytest.mark.parametrize(("name", "rows"), [("ucdp_ged_mexico_government.csv", 96), ("ucdp_ged_mexico_onesided_other_actors_2006_2023.csv", 164)])
def test_ged(name, rows):
    received = readers.read(genuine(f"events/{name}"))
    assert len(received.table) == rows
    if rows == 96:
        assert received.table["type_of_violence"].value_counts().to_dict() == {"one-sided": 61, "state-based": 35}
        since_2006 = received.table[(received.table["type_of_violence"] == "one-sided") & (received.table["date_from"].dt.year >= 2006)]
        assert (len(since_2006), since_2006["best"].sum(), since_2006["high"].sum()) == (48, 131, 155)
        assert any("468037 and 470273 may be one event" in note for note in received.notes)


def test_inegi_exports():
    received = readers.read(genuine("firearms/inegi_export_2010_raw_extract.csv"))
    assert received.table.query("level == 'country' and sex == 'total'")["population"].tolist() == [112_336_538]
    assert received.about["encoding"] == "Windows-1252 or Latin-1"
    received = readers.read(genuine("firearms/inegi_export_1990_2010_raw_extract.csv"))
    assert received.table.query("level == 'country' and sex == 'total'")["population"].tolist() == [81_249_645, 91_158_290, 97_483_412, 103_263_388, 112_336_538]


def test_cpi_agrees_with_the_reference_table():
    import pandas as pd

    received = readers.read(genuine("trade/cpi_u_monthly_1992_2026.csv"))
    years = received.table.query("month == 0 and complete").set_index("year")["cpi"]
    ledger = pd.read_csv(paths.root() / "data/raw/reference/cpi_u.csv", dtype="str")
    column = next(name for name in ledger.columns if name.startswith("cpi"))
    for row in ledger.itertuples():
        if int(row.year) in years.index:
            assert years.loc[int(row.year)] == pytest.approx(float(getattr(row, column)), abs=0.06)
    assert 2025 not in years.index


def test_files_without_a_reader_are_refused_with_the_closest_layouts():
    for name in ("trade/nisat_small_arms_us_mexico_1992_2010.csv", "events/ppd_confrontations_five_states_5plus_dead_2007_2011.csv", "trade/bts_transborder_us_exports_mexico_hs93_hs36_by_mode_2007_2025.csv"):
        with pytest.raises(ValueError, match="no layout this suite reads. Closest: "):
            readers.read(genuine(name))
