"""Every code in one basket; every year from the declared series; bounds and unfinished years respected."""

import pandas as pd
import pytest

from helpers import baskets, intake, paths, series
from helpers.problems import InputProblems
from tests.readers import shapes as S


def test_each_code_of_the_harmonized_system_has_one_basket():
    listed = baskets.load()
    codes = [f"{n:02d}" for n in range(1, 100) if n != 77] + ["TOTAL", *(f"93{n:02d}" for n in range(1, 8)), *(f"36{n:02d}" for n in range(1, 7)), "930200", "9306304110", "0105", "847330"]
    assert set(baskets.item_of(codes, listed)) == set(codes)
    for wrong in ("9308", "3607", "77", "9300", "ABC", "930", ""):
        with pytest.raises(InputProblems, match=f"HS {wrong} in no basket"):
            baskets.item_of([wrong], listed)


def test_a_code_in_two_baskets_is_reported():
    listed = pd.concat([baskets.load(), pd.DataFrame([{"item": "pistols", "match": "starts", "code": "930200", "label": "", "baskets": "", "edition_note": ""}])])
    with pytest.raises(InputProblems, match=r"HS 930200 in 2 baskets \(9302, pistols\)"):
        baskets.item_of(["930200"], listed)


def test_a_basket_nobody_named():
    with pytest.raises(InputProblems, match="no basket 'firearm'.*write firearms, if that is what is meant"):
        baskets.members("firearm", baskets.load())


@pytest.fixture
def detail(tmp_path):
    rows = [["FAS Value", hs, "x", "Mexico", value, value * 2, 0.0] for hs, value in (("93", 1000.0), ("9302", 400.0), ("930200", 400.0), ("9306", 500.0), ("930630", 300.0), ("930690", 200.0))]
    return intake.inspect(S.save(tmp_path, "a.xlsx", S.dataweb_xlsx(rows, total=None))).table


def test_composition_appears_when_the_file_has_detail(detail):
    parts = baskets.composition(detail, baskets.load())
    year = parts[parts["year"] == 2024].set_index("item")
    assert year["value_usd"].to_dict() == {"9302": 800, "9306": 1000} and year["covered"].round(2).tolist() == [0.9, 0.9] and 2025 not in set(parts["year"])
    assert baskets.composition(detail[detail["hs"] == "93"], baskets.load()).empty


def test_baskets_never_add_a_code_to_its_own_parts(detail):
    for name, value, level in (("chapter-93", 2000, "chapter row"), ("firearms", 800, "headings added"), ("arms-and-ammunition", 1800, "headings added")):
        row = baskets.basket_series(detail, name, baskets.load()).query("year == 2024").iloc[0]
        assert (row["value_usd"], row["level"]) == (value, level)


def rows(*cells):
    return pd.DataFrame([dict(zip(["year", "series", "modes", "value_usd", "value_is", "complete"], cell)) for cell in cells])


def test_the_declared_series_serves_a_year_whatever_the_order_of_rows():
    ranks = series.preference()
    data = rows((2015, "comtrade-us", "all", 5.0, "exact", True), (2015, "bts-all-modes", "all", 6.0, "exact", True), (2015, "census-api", "all", 7.0, "exact", True))
    for order in ([0, 1, 2], [2, 1, 0], [1, 2, 0]):
        assert series.serve(data.iloc[order], ranks)[["series", "value_usd"]].values.tolist() == [["bts-all-modes", 6.0]]


def test_surface_never_passes_for_a_total_and_an_unfinished_year_never_for_a_year():
    ranks = series.preference()
    data = rows((2003, "bts-surface", "surface", 9.0, "exact", True), (2024, "bts-all-modes", "all", 3.0, "exact", False), (2024, "usitc-total", "all", 4.0, "exact", True), (2025, "usitc-dataweb", "all", 1.0, "exact", False))
    out = series.serve(data, ranks).set_index("year")
    assert out["value_is"].to_dict() == {2003: "at_least", 2024: "exact"} and out.loc[2024, "series"] == "usitc-total"
    data = rows((2006, "bts-surface", "surface", 9.0, "exact", True), (2006, "comtrade-plus", "all", 8.0, "exact", True))
    assert series.serve(data, ranks)["series"].tolist() == ["comtrade-plus"]


def test_undeclared_series_are_named():
    assert series.undeclared(["bts-all-modes", "my-own"], series.preference()) == ["my-own"]


def test_overlaps_of_the_ledger_list_the_known_vintages():
    frame = pd.read_csv(paths.root() / "data/raw/exports/exports.csv", dtype="str", keep_default_na=False)
    frame = frame[(frame["hs"] == "93") & (frame["flow"] == "total") & (frame["months"] == "all") & (frame["year_from"] == frame["year_to"]) & (frame["value_usd"] != "")]
    held = frame.rename(columns={"year_from": "year"})[["year", "series", "modes", "value_usd", "value_is"]].astype({"year": int, "value_usd": float}).assign(complete=True)
    held = held[held["series"].isin(["bts-all-modes", "census-api", "comtrade-us", "usitc-total", "bts-surface"])]
    apart = series.overlaps(held)
    three = {name: held[(held["series"] == name) & held["year"].between(2015, 2017)]["value_usd"].sum() for name in ("bts-all-modes", "census-api", "comtrade-us")}
    assert sorted(round(value / 1e6, 1) for value in three.values()) == [136.4, 136.9, 137.4]
    assert {"bts-all-modes", "census-api"} <= set(apart["series_a"]) | set(apart["series_b"]) and "bts-surface" not in set(apart["series_a"]) | set(apart["series_b"])
    assert (apart["difference_usd"].abs() > 1).eq(~apart["same"]).all()


def test_months_make_a_year_only_when_all_are_there(tmp_path):
    received = intake.inspect(S.save(tmp_path, "a.zip", S.archive({f"{m}.csv": S.dot3(2021, m) for m in range(1, 13)} | {f"x{m}.csv": S.dot3(2022, m) for m in range(1, 9)})))
    years = series.yearly(received.table, "bts-transborder").set_index("year")
    assert years["months"].to_dict() == {2021: 12, 2022: 8} and years["complete"].to_dict() == {2021: True, 2022: False}
    assert series.serve(years.reset_index(), series.preference())["year"].tolist() == [2021]


@pytest.mark.parametrize(("text", "sentence"), [
    ("rank,series,modes,flow,year_from,year_to,why\n1,a,all,total,,,x\n1,b,all,total,,,x\n", "row 3, column rank: found '1' again"),
    ("rank,series,modes,flow,year_from,year_to,why\n1,a,all,total,soon,,x\n", "row 2, column year_from: found 'soon'"),
    ("rank,series,modes,flow,year_from,year_to,why\n1,a,all,total,,,\n", "row 2, column why: found a blank cell"),
    ("rank,series\n1,a\n", "column modes: found no such column")])
def test_a_preference_that_is_wrong_is_refused(tmp_path, text, sentence):
    S.save(tmp_path, series.FILE, text)
    with pytest.raises(InputProblems, match=sentence):
        series.preference(tmp_path)
