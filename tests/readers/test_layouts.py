"""Each layout's miniature is recognized by its content and read to the figures that were put into it."""

import datetime
import json

import pytest

from helpers import readers

from . import shapes as S


def read(folder, name, content):
    return readers.read(S.save(folder, name, content))


def cell(received, **where):
    table = received.table
    for column, value in {"modes": "all", "flow": "total", **where}.items():
        table = table[table[column] == value]
    return table["value_usd"].sum()


@pytest.mark.parametrize(("name", "content"), [
    ("usitc-dataweb", S.dataweb_csv()), ("usitc-dataweb", S.dataweb_xlsx()), ("census-usa-trade", S.usa_trade()), ("census-api", S.census()),
    ("comtrade-plus", S.table([S.PLUS, *S.plus_rows()])), ("comtrade-plus", S.book({"Sheet1": [S.PLUS, *S.plus_rows()], "Sheet2": []})), ("comtrade-plus", S.plus_json()),
    ("comtrade-old", S.old_csv()), ("bts-transborder", S.dot3()), ("bts-transborder", S.dot2()), ("bts-transborder", S.archive({"a/dot3_0121.csv": S.dot3()})),
    ("transparency-answer", S.answer_xlsx()), ("transparency-answer", S.answer_csv()), ("police-receipts", S.receipts_csv()), ("police-receipts", S.receipts_master()),
    ("police-receipts", S.receipts_bilingual()), ("ucdp-ged", S.ged()), ("acled", S.acled_new()), ("acled", S.acled_old()), ("security-force-monitor", S.sfm_old()),
    ("security-force-monitor", S.sfm_new()), ("federal-register", S.register(S.notice())), ("federal-register", json.dumps(S.notice())), ("screening-list", S.screening(S.entity())),
    ("dsca-notice", S.dsca()), ("cpi", S.cpi_mirror()), ("cpi", S.cpi_bls()), ("cpi", S.cpi_wide()), ("inegi-population", S.inegi_2010()), ("inegi-population", S.inegi_years())])
def test_a_file_is_known_by_what_it_holds_whatever_it_is_called(tmp_path, name, content):
    for called in ("download (1).csv", "ACLED.json", "no-ending"):
        assert readers.recognize(S.save(tmp_path, called, content)).name == name


def test_dataweb_csv_wide(tmp_path):
    received = read(tmp_path, "a.csv", S.dataweb_csv())
    assert cell(received, hs="93", partner="Mexico", year=2024) == 12000
    assert received.about["flow"] == "total" and received.about["totals_checked"]
    last = received.table[received.table["year"] == 2025]
    assert not last["complete"].any() and last["value_usd"].isna().all() and set(last["value_as_printed"]) == {"0.00"}


def test_dataweb_workbook_says_flow_scale_date_and_quantity(tmp_path):
    received = read(tmp_path, "a.xlsx", S.dataweb_xlsx(flow="Domestic Exports", quantity=True))
    assert cell(received, flow="domestic", hs="9302", year=2024) == 600
    row = received.table.query("hs == '9302' and year == 2024").iloc[0]
    assert (row["quantity"], row["quantity_unit"]) == (5, "number")
    assert (received.about["downloaded"], received.about["scale"]) == ("2025-08-07", 1)
    assert list(received.about["parameters"])[0] == "Download Date"


def test_dataweb_in_millions_is_scaled_and_no_longer_exact(tmp_path):
    rows = [["FAS Value", "93", S.ARMS, "Mexico", 11.0, 12.5, 0.0]]
    received = read(tmp_path, "a.xlsx", S.dataweb_xlsx(rows, scale="1000000", total=["Total: ", "", "", "", "11", "13", "0"]))
    assert cell(received, year=2024) == 12_500_000 and set(received.table["value_is"]) == {"about"}


def test_dataweb_long_annual_and_monthly(tmp_path):
    header = ["Data Type", "HTS Number", "Description", "Country", "Year", "FAS Value"]
    rows = [["FAS Value", "93", S.ARMS, "Mexico", "2023", "50,000"], ["FAS Value", "93", S.ARMS, "Mexico", "2024", "60,000"]]
    received = read(tmp_path, "a.csv", S.dataweb_csv(rows, header, total=False))
    assert received.table["value_usd"].tolist() == [50000, 60000]
    header = ["Data Type", "HTS Number", "Description", "Country", "Year", "Month", "FAS Value"]
    rows = [["FAS Value", "93", S.ARMS, "Mexico", "2024", str(month), str(10000 + month)] for month in range(1, 12)]
    received = read(tmp_path, "b.csv", S.dataweb_csv(rows, header, total=False, title="Total Exports|Monthly Data"))
    assert len(received.table) == 11 and not received.table["complete"].any()
    assert any("months 12 are not in the file" in note for note in received.notes)


def test_dataweb_monthly_wide_and_query_results_sheet(tmp_path):
    months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
    header = ["Data Type", "HTS Number", "Description", "Country", "Year", *months]
    received = read(tmp_path, "a.csv", S.dataweb_csv([["FAS Value", "9302", "x", "Mexico", "2023", *[str(20000 + n) for n in range(12)]]], header, total=False))
    assert received.table["value_usd"].sum() == 12 * 20000 + 66 and received.table["complete"].all()
    sheets = {"Query Parameters": S.parameters(), "Query Results": [["Total Exports|Annual Data"], ["Data Type", "HTS Number", "Country", "Year", "FAS Value"], ["FAS Value", "93", "Mexico", "2023", 777.0]]}
    assert cell(read(tmp_path, "b.xlsx", S.book(sheets)), year=2023) == 777
    sheets["Query Results"] = [["HTS Number", "Country", "Year", "FAS Value"], ["93", "Mexico", "2023", 778.0]]
    assert cell(read(tmp_path, "c.xlsx", S.book(sheets)), year=2023) == 778


def test_dataweb_by_district_adds_up_and_the_year_to_date_is_no_year(tmp_path):
    header = ["Data Type", "HTS Number", "Description", "Country", "District", "2023", "2024"]
    rows = [["FAS Value", "93", S.ARMS, "Mexico", "Laredo, TX", "20000", "30000"], ["FAS Value", "93", S.ARMS, "Mexico", "El Paso, TX", "1000", "2000"]]
    received = read(tmp_path, "a.csv", S.dataweb_csv(rows, header, total=False))
    assert cell(received, year=2024) == 32000 and len(received.table) == 2
    received = read(tmp_path, "b.xlsx", S.dataweb_xlsx(**{"Select Type": "Year-To-Date"}))
    assert not received.table["complete"].any()


def test_usa_trade_finds_its_header_drops_groups_and_keeps_part_years_apart(tmp_path):
    for lines in (("One title",), ("One title", "two", "three", "four", "five")):
        received = read(tmp_path, "a.csv", S.usa_trade(preamble=lines))
        assert cell(received, year=2018) == 1500 and cell(received, year=2018, modes="vessel") == 500
        assert received.about["title_lines"] == list(lines)
    assert not received.table.query("year == 2024")["complete"].any()
    assert "World Total" not in set(received.table["partner"])


def test_usa_trade_by_state_adds_states_of_origin_and_never_calls_them_destinations(tmp_path):
    header = ["State", "Commodity", "Country", "Time", "Total Exports Value ($US)"]
    rows = [["Texas", "93 Arms", "Mexico", "2018", "10"], ["Arizona", "93 Arms", "Mexico", "2018", "5"], ["All States", "93 Arms", "Mexico", "2018", "15"]]
    received = read(tmp_path, "a.csv", S.usa_trade(rows, header, foot=()))
    assert cell(received, year=2018) == 15 and set(received.table["state"]) == {""}


def test_census_months_and_years_to_date(tmp_path):
    received = read(tmp_path, "a.json", S.census())
    assert received.table.query("modes == 'all'")["value_usd"].sum() == 12 * 100 + 78 and received.table["complete"].all()
    assert received.table.query("modes == 'air'")["value_usd"].sum() == 78
    header = ["E_COMMODITY", "ALL_VAL_YR", "QTY_1_YR", "QTY_1_YR_FLAG", "UNIT_QY1", "CTY_NAME", "CTY_CODE", "time"]
    rows = [["930200", "50", "2", "", "NO", "MEXICO", "2010", "2023-06"], ["930200", "90", "0", "A", "NO", "MEXICO", "2010", "2023-12"], ["930200", "40", "1", "", "NO", "MEXICO", "2010", "2024-05"],
            ["930200", "999", "1", "", "NO", "TOTAL FOR ALL COUNTRIES", "-", "2023-12"], ["930200", "444", "1", "", "NO", "NAFTA", "0020", "2023-12"]]
    received = read(tmp_path, "b.json", S.census(rows, header))
    assert received.table[["year", "month", "value_usd", "complete"]].values.tolist() == [[2023, 0, 90.0, True], [2024, 0, 40.0, False]]
    assert received.table["quantity"].isna().tolist() == [True, False]


def test_census_domestic_and_foreign_are_flows(tmp_path):
    header = ["E_COMMODITY", "ALL_VAL_YR", "DF", "CTY_CODE", "time", "E_COMMODITY"]
    received = read(tmp_path, "a.json", S.census([["93", "80", "1", "2010", "2023-12", "93"], ["93", "20", "2", "2010", "2023-12", "93"], ["93", "100", "-", "2010", "2023-12", "93"]], header))
    assert dict(zip(received.table["flow"], received.table["value_usd"])) == {"domestic": 80, "re-export": 20, "total": 100}


@pytest.mark.parametrize("content", [S.table([S.PLUS, *S.plus_rows()]), S.table([S.PLUS, *S.plus_rows()]).encode("latin-1"), S.book({"Sheet1": [S.PLUS, *S.plus_rows()], "Sheet2": []}), S.plus_json()])
def test_comtrade_plus_counts_a_flow_once(tmp_path, content):
    received = read(tmp_path, "x", content)
    assert cell(received, hs="93", year=2018) == 5000 and cell(received, hs="93", year=2018, flow="re-export") == 600
    row = received.table.query("hs == '9302'").iloc[0]
    assert (row["quantity"], row["quantity_unit"]) == (30, "u")
    assert received.table.query("hs == '93'")["quantity"].isna().all()


def test_comtrade_mirror_keeps_its_reporter(tmp_path):
    received = read(tmp_path, "a.csv", S.table([S.PLUS, S.plus_row(2018, "9", flow="M", reporterCode="484", reporterDesc="Mexico", partnerCode="842", partnerDesc="USA")]))
    assert received.table[["reporter", "partner", "flow"]].iloc[0].tolist() == ["Mexico", "United States", "import"]


def test_old_comtrade_and_its_r_copy(tmp_path):
    received = read(tmp_path, "a.csv", S.old_csv())
    assert cell(received, hs="93", year=2016) == 900
    dotted = [name.replace(" ", ".").replace("(", ".").replace(")", ".").replace("$", ".") for name in S.OLD]
    received = read(tmp_path, "b.csv", S.old_csv([S.old_row(code="930"[:1] + "3"), S.old_row(code="105")], dotted))
    assert set(received.table["hs"]) == {"93", "0105"}


def test_transborder_twins_and_annual_files_count_once(tmp_path):
    files = {f"2021/{month:02d}/dot3_{month:02d}21.csv": S.dot3(2021, month) for month in range(1, 13)}
    months = read(tmp_path, "months.zip", S.archive(files))
    want = sum(1000 + month + 200 for month in range(1, 13))
    assert cell(months, hs="93", partner="Mexico") == want and months.table.query("year == 2021")["complete"].all()
    twins = {**files, **{f"x/dot3_ytd_{m:02d}21.csv": S.dot3(2021, months=range(1, m + 1)) for m in (1, 6, 12)}, "dot3_2021.csv": S.dot3_annual(2021, want), "readme.pdf": b"%PDF",
             "dot1_0121.csv": "TRDTYPE,USASTATE,DEPE,DISAGMOT,COUNTRY,VALUE,DF,MONTH,YEAR\r\n1,TX,2301,5,2010,5,1,01,2021\r\n"}
    assert cell(read(tmp_path, "twins.zip", S.archive(twins)), hs="93", partner="Mexico") == want
    nested = S.archive({"jan.zip": S.archive({"dot3_0121.csv": S.dot3(2021, 1)}), "feb.zip": S.archive({"dot3_0221.csv": S.dot3(2021, 2)})})
    assert cell(read(tmp_path, "nested.zip", nested), hs="93", partner="Mexico") == 1000 + 1 + 200 + 1000 + 2 + 200
    for name, content in twins.items():
        S.save(tmp_path / "folder", name, content)
    assert cell(readers.read(tmp_path / "folder"), hs="93", partner="Mexico") == want


def test_transborder_margins_and_the_hole_of_october_2020(tmp_path):
    received = read(tmp_path, "a.zip", S.archive({f"{m}.csv": S.dot3(2020, m) for m in range(1, 13) if m != 10}))
    for where, value in (({"modes": "air"}, 11 * 200), ({"flow": "re-export"}, 11 * 200), ({"modes": "surface", "flow": "domestic"}, sum(1000 + m for m in range(1, 13) if m != 10)), ({"flow": "import"}, 11 * 31)):
        assert cell(received, hs="93", partner="Mexico", **where) == value
    assert not received.table["complete"].any()
    assert "2020: no file for months 10, so it is not a whole year; BTS never posted the raw file of October 2020" in received.notes


def test_transborder_by_state_stays_apart_from_the_totals(tmp_path):
    both = {**{f"a{m}.csv": S.dot3(2021, m) for m in (1, 2)}, **{f"b{m}.csv": S.dot2(2021, m) for m in (1, 2)}}
    received = read(tmp_path, "a.zip", S.archive(both))
    assert cell(received, hs="93", partner="Mexico") == 2400 + 3
    by_state = received.parts["by_state"].query("modes == 'all' and flow == 'total' and partner == 'Mexico'")
    assert by_state.groupby("state")["value_usd"].sum().to_dict() == {"DF": 400, "NL": 1603, "SO": 400}


def test_transborder_annual_file_serves_a_year_without_months(tmp_path):
    received = read(tmp_path, "a.zip", S.archive({"dot3_2019.csv": S.dot3_annual(2019, 55), "dot3_0120.csv": S.dot3(2020, 1)}))
    assert cell(received, year=2019, month=0) == 55


def test_sedena_two_row_header_merged_cells_totals_and_three_kinds_of_nothing(tmp_path):
    received = read(tmp_path, "a.xlsx", S.answer_xlsx())
    table = received.table
    assert table["count"].sum() == 22 and set(table["firearm_type"]) == {"short", "long"}
    marks = table.query("state == 'Guerrero'").set_index(["agency_as_printed", "year", "firearm_type"])["mark"]
    assert (marks["SSP", 2019, "long"], marks["FGE", 2018, "long"], marks["FGE", 2018, "short"]) == ("no record", "blank", "counted")
    assert table.query("agency_as_printed == 'SSP-DF'")["agency_id"].unique().tolist() == ["CDMX-SSC"]
    assert any("SSP-DF is not a name of 2019" in note for note in received.notes)
    assert received.about["folios"] == ["330026423001710"] and received.about["arithmetic"] == []


def test_sedena_wrong_totals_are_kept_as_differences(tmp_path):
    def change(rows):
        rows[12][2] = 11
        rows[5][4] = 5

    received = read(tmp_path, "a.xlsx", S.answer_xlsx(change))
    assert received.table["count"].sum() == 22
    assert "line 13, TOTAL, 2018 CORTAS: printed 11, the rows add to 10 (difference 1)" in received.about["arithmetic"]
    assert any("the parts add to 4, the total printed is 5" in note for note in received.notes)


def test_sedena_long_table_in_latin_1(tmp_path):
    received = read(tmp_path, "a.csv", S.answer_csv().encode("latin-1"))
    assert received.table["count"].sum() == 1208 and set(received.table["status"]) == {"lost"}
    assert received.table.query("state == 'Michoacán'")["count_as_printed"].tolist() == ["", "1 204"]


def test_sedena_periods_are_days_not_bare_years(tmp_path):
    table = read(tmp_path, "a.xlsx", S.answer_xlsx()).table
    assert set(zip(table["period_from"].dt.date, table["period_to"].dt.date)) == {(datetime.date(y, 1, 1), datetime.date(y, 12, 31)) for y in (2018, 2019)}
    rows = [["Relación de armas extraviadas, 1 de diciembre de 2018 al 30 de junio de 2023", "", "", ""], ["ENTIDAD", "DEPENDENCIA", "CORTAS", "LARGAS"], ["Guerrero", "SSP", "3", "1"]]
    table = read(tmp_path, "b.csv", S.table(rows)).table
    assert table["count"].sum() == 4 and table["year"].isna().all()
    assert str(table["period_from"].iloc[0].date()) == "2018-12-01" and str(table["period_to"].iloc[0].date()) == "2023-06-30"
    rows = [["ARMAS ROBADAS", "", "", ""], ["ENTIDAD", "DEPENDENCIA", "2022", "2023 (enero-abril)"], ["Guerrero", "SSP", "3", "1"]]
    table = read(tmp_path, "c.csv", S.table(rows)).table.set_index("year")
    assert str(table.loc[2023, "period_to"].date()) == "2023-04-30" and table["status"].unique().tolist() == ["stolen"]


def test_sedena_totals_printed_above_their_parts_count_once(tmp_path):
    rows = [["ARMAS DE FUEGO EXTRAVIADAS 2016", "", "", ""], ["ENTIDAD", "DEPENDENCIA", "CORTAS", "LARGAS"], ["NACIONAL", "", "9", "3"], ["Guerrero", "", "5", "1"], ["", "SSP", "3", "1"], ["", "FGE", "2", ""],
            ["Morelos", "", "3", "2"], ["Morelos", "SSP", "3", "1"], ["Puebla", "", "1", "0"]]
    received = read(tmp_path, "a.csv", S.table(rows))
    assert received.table["count"].sum() == 5 + 1 + 3 + 1 + 1
    assert received.about["arithmetic"] == ["line 7, Morelos, LARGAS: printed 2, the rows add to 1 (difference 1)", "line 3, NACIONAL, LARGAS: printed 3, the rows add to 2 (difference 1)"]
    assert received.table.query("state == 'Puebla'")["agency_as_printed"].tolist() == ["", ""]


def test_sedena_states_without_institutions_keep_their_three_kinds_of_nothing(tmp_path):
    rows = [["ARMAS ROBADAS", "", ""], ["ESTADO", "2016", "2017"], ["Guerrero", "5", "0"], ["Morelos", "", "S/D"], ["Puebla", "", "-"]]
    table = read(tmp_path, "a.csv", S.table(rows)).table
    assert table.groupby("mark").size().to_dict() == {"blank": 3, "counted": 2, "no record": 1}


def test_sedena_year_above_a_header_of_types(tmp_path):
    rows = [["ARMAS DE FUEGO EXTRAVIADAS", "", "", ""], ["", "", "2016", ""], ["ENTIDAD", "DEPENDENCIA", "CORTAS", "LARGAS"], ["Guerrero", "SSP", "3", "1"]]
    table = read(tmp_path, "a.csv", S.table(rows)).table
    assert table["year"].tolist() == [2016, 2016] and table["count"].sum() == 4


def test_receipts_2006_2018(tmp_path):
    received = read(tmp_path, "a.csv", S.receipts_csv())
    table = received.table.set_index("source_row")
    assert table["pieces"].sum() == 16 and table.loc[5, "pieces_as_printed"] == "-3"
    assert table["firearm_type"].to_dict() == {2: "short", 3: "not a firearm", 4: "long", 5: "short"}
    assert table.loc[2, "maker_country"] == "United States" and table.loc[2, "maker_country_as_printed"] == "Estado Unidos"
    assert (table.loc[4, "year"], table.loc[4, "municipality"], table.loc[4, "date_from"].date()) == (2009, "Iguala", datetime.date(2009, 1, 1))
    assert "1 cells were blacked out by SEDENA (testado)" in received.notes


def test_receipts_working_master_and_bilingual_table(tmp_path):
    received = read(tmp_path, "a.xlsx", S.receipts_master())
    assert received.about["shape"] == "2006-2018 working master" and received.table["state"].tolist() == ["México", "Ciudad de México"]
    assert received.table["year"].tolist() == [2015, 2015] and received.table["pieces"].sum() == 16
    received = read(tmp_path, "b.xlsx", S.receipts_bilingual())
    assert received.about["shape"] == "2018-2023 table" and received.about["folio"] == "330026423003765" and received.table["pieces"].sum() == 25


def test_ged(tmp_path):
    received = read(tmp_path, "a.csv", S.ged())
    assert received.table[["state", "municipality", "best"]].values.tolist() == [["Guerrero", "Iguala", 8], ["Ciudad de México", "", 0]]
    assert received.table["precision"].tolist() == ["day", "month"]
    older = [{"best": "best_est", "high": "high_est", "low": "low_est"}.get(name, name) for name in S.GED]
    assert len(read(tmp_path, "b.csv", S.ged(header=older)).table) == 2


def test_acled_old_and_new(tmp_path):
    new = read(tmp_path, "a.csv", S.acled_new()).table
    assert new["event_id"].tolist() == ["MEX1", "MEX2"] and new["date_from"].dt.day.tolist() == [16, 1] and new["date_to"].dt.day.tolist() == [16, 30]
    old = read(tmp_path, "b.csv", S.acled_old())
    assert old.about["shape"] == "old" and old.table[["actor1_kind", "actor2_kind"]].iloc[0].tolist() == ["State forces", "Civilians"]


def test_security_force_monitor_both_shapes(tmp_path):
    old = read(tmp_path, "a.csv", S.sfm_old()).table
    assert old[["incident_id", "violations", "perpetrators"]].values.tolist() == [["i-1", "Enforced disappearance; Killing", "Unit One"]]
    new = read(tmp_path, "b.csv", S.sfm_new()).table
    assert new["incident_id"].tolist() == ["c-1"] and str(new["date_to"].iloc[0].date()) == "2014-06-30"


def test_federal_register_letters_are_cut_out(tmp_path):
    received = read(tmp_path, "a.json", S.register(S.notice(), S.notice("2022-1", letters=False, raw_text=""), S.notice("2022-2", title="A rule")))
    letters = received.table.query("letter != ''")
    assert letters["letter"].tolist() == ["DDTC 20-072", "DDTC 20-073"]
    assert letters["mexico"].tolist() == [True, False] and letters["amount_usd"].tolist() == [1_000_000, 50_000_000]
    assert str(letters["letter_date"].iloc[0].date()) == "2020-08-01" and letters["section"].tolist() == ["36(c)", "36(d)"]
    assert not letters["text"].str.contains("A Person").any()
    assert any("1 notices have no text" in note for note in received.notes)


def test_letters_numbered_at_their_head_and_copies_of_one_letter():
    from helpers.readers.federal_register import letters

    text = "".join(f"Transmittal No. DDTC 19-{number}\nMay {day}, 2019\nDear Mr. Speaker: Pursuant to Section 36(c), the export of rifles to {country}. Sincerely, X\n" for number, day, country in (("001", 1, "Mexico"), ("002", 2, "Peru")))
    assert [(one["number"], one["countries"], str(one["letter_date"])) for one in letters(text)] == [("DDTC 19-001", "Mexico", "2019-05-01"), ("DDTC 19-002", "Peru", "2019-05-02")]
    copies = "".join(f"May 1, 2019\nDear {who}: Pursuant to Section 36(c), the export of rifles to Mexico.\nEnclosure: Transmittal No. DDTC 19-001\n" for who in ("Madam Speaker", "Mr. Chairman"))
    assert [one["number"] for one in letters(copies)] == ["DDTC 19-001"]
    assert letters("Nothing of the kind. DDTC 19-001") == [] and [one["number"] for one in letters("Dear Mr. Speaker: no number here")] == [""]


def test_screening_list_leaves_private_persons_out(tmp_path):
    received = read(tmp_path, "a.json", S.screening(S.entity(), S.entity(id="e2", type="Individual", name="A Person")))
    assert received.table["name"].tolist() == ["Some Firm SA de CV"] and bool(received.table["in_mexico"].iloc[0])
    assert received.about["downloaded"] == "2026-01-05"


def test_dsca_text_and_page(tmp_path):
    for name, content in (("a.txt", S.dsca()), ("b.html", "<html><head><title>DSCA</title></head><body>" + "".join(f"<p>{line}</p>" for line in S.DSCA.splitlines()) + "</body></html>")):
        row = read(tmp_path, name, content).table.iloc[0]
        assert (row["transmittal"], row["country"], row["estimated_cost_usd"], row["cost_is"], str(row["certified"].date())) == ("14-17", "Mexico", 680_000_000, "at_most", "2014-04-18")


@pytest.mark.parametrize("content", [S.cpi_mirror(), S.cpi_bls(), S.cpi_wide(), S.cpi_mirror().replace("Date,Index", "observation_date,CPIAUCNS")])
def test_cpi_years(tmp_path, content):
    received = read(tmp_path, "x", content)
    years = received.table.query("month == 0").set_index("year")
    assert years.loc[2019, "cpi"] == pytest.approx(256.5)
    if 2025 in years.index:
        assert not years.loc[2025, "complete"]


def test_inegi_both_exports(tmp_path):
    received = read(tmp_path, "a.csv", S.inegi_2010())
    states = received.table.query("level == 'state' and sex == 'total'").set_index("inegi_code")["population"]
    assert states.to_dict() == {"01": 1000, "02": 2300} and set(received.table["year"]) == {2010} and "municipality" not in set(received.table["level"])
    received = read(tmp_path, "b.csv", S.inegi_years())
    assert received.table.query("level == 'country' and sex == 'total'")["population"].tolist() == [2000, 3300]


def test_every_record_says_what_the_file_says_about_itself(tmp_path):
    received = read(tmp_path, "a.csv", S.inegi_2010())
    assert received.about["encoding"] == "Windows-1252 or Latin-1" and received.about["line_ends"] == "CRLF" and received.about["foot"] == ["FUENTE: INEGI. Censo de Población y Vivienda 2010."]
    assert len(received.about["sha256"]) == 64 and received.about["publisher"]
