"""Miniature files in the true shape of each layout, made by hand. No row is copied from a published file."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

from openpyxl import Workbook


def table(rows, delimiter=",", end="\n") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    return out.getvalue()


def save(folder: Path, name: str, content) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def book(sheets: dict[str, list[list]], merged: dict[str, list[str]] | None = None) -> bytes:
    out = Workbook()
    out.remove(out.active)
    for name, rows in sheets.items():
        sheet = out.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for area in (merged or {}).get(name, []):
            sheet.merge_cells(area)
    box = io.BytesIO()
    out.save(box)
    return box.getvalue()


def archive(files: dict[str, str | bytes]) -> bytes:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in files.items():
            out.writestr(name, content)
    return box.getvalue()


# --- USITC DataWeb -------------------------------------------------------------------------------------------
ARMS = "ARMS AND AMMUNITION; PARTS AND ACCESSORIES THEREOF"
DATAWEB_ROWS = [["FAS Value", "36", "EXPLOSIVES; MATCHES", "Mexico", "100.00", "200.00", "0.00"],
                ["FAS Value", "93", ARMS, "Canada", "7000.00", "8000.00", "0.00"],
                ["FAS Value", "93", ARMS, "Mexico", "11000.00", "12000.00", "0.00"]]


def dataweb_csv(rows=None, header=None, title="Total Exports|Annual Data", count=None, total=True, end="\n") -> str:
    rows = DATAWEB_ROWS if rows is None else rows
    header = header or ["Data Type", "HTS Number", "Description", "Country", "2023", "2024", "2025"]
    lines = [[title, *[""] * (len(header) - 1)], ["Data Row Count", str(len(rows) if count is None else count), *[""] * (len(header) - 2)], header, *rows]
    if total is True:
        lines.append(["Total: ", "", "", "", "18,100", "20,200", "0"])
    elif total:
        lines.append(total)
    return table(lines, end=end)


def parameters(flow="Total Exports", scale="1", **more) -> list[list]:
    said = {"Download Date": "August 7, 2025, 10:56 AM", "Step 1: Trade Flow and Classification System": None, "Trade Flow": flow, "Classification System": "HTS Items",
            "Step 2: Data and Years": None, "Data To Report": "FAS Value", "Data Format": scale, "Select Type": "Full Years", "Years": "2023, 2024, 2025", "Timeframe Aggregation": "Annual",
            "Step 3: Countries": None, "Country List": "", "Country Aggregation": "Break Out Countries", "Step 4: Commodities": None, "Commodity List": "",
            "Commodity Aggregation Level": "2", "Commodity Aggregation": "Break Out Commodities"}
    said.update(more)
    return [[key, value] for key, value in said.items()]


def dataweb_xlsx(rows=None, header=None, flow="Total Exports", scale="1", quantity=False, total=True, **more) -> bytes:
    header = header or ["Data Type", "HTS Number", "Description", "Country", "2023", "2024", "2025"]
    rows = rows or [["FAS Value", "9302", "REVOLVERS", "Mexico", 400.0, 600.0, 0.0], ["FAS Value", "9306", "CARTRIDGES", "Mexico", "1,600.00", 2400.0, 0.0]]
    sheets = {"Query Parameters": parameters(flow, scale, **more),
              "FAS Value": [[f"{flow}|Annual Data"], ["Data Row Count", float(len(rows))], header, *rows, *([["Total: ", "", "", "", "2,000", "3,000", "0"]] if total is True else [total] if total else [])]}
    if quantity:
        sheets["First Unit of Quantity"] = [[f"{flow}|Annual Data"], ["Data Row Count", 1.0], ["Data Type", "HTS Number", "Description", "Country", "Quantity Description", "2023", "2024", "2025"],
                                            ["First Unit of Quantity", "9302", "REVOLVERS", "Mexico", "number", 4.0, 5.0, 0.0]]
    return book(sheets)


# --- Census --------------------------------------------------------------------------------------------------
def usa_trade(rows=None, header=None, preamble=("State Export Data (Origin of Movement) - HS", "Measures: value"), foot=("Row suppression applied.",)) -> str:
    header = header or ["Commodity", "Country", "Time", "Total Exports Value ($US)", "Vessel Total Exports Value ($US)", "Vessel Total Exports SWT (kg)"]
    rows = [["93 Arms And Ammunition; Parts And Accessories Thereof", "Mexico", "2018", "1,500", "500", "20"],
            ["93 Arms And Ammunition; Parts And Accessories Thereof", "Mexico", "2019", "2,500", "", ""],
            ["93 Arms And Ammunition; Parts And Accessories Thereof", "World Total", "2018", "9,500", "700", "90"],
            ["93 Arms And Ammunition; Parts And Accessories Thereof", "Mexico", "2024 through November", "800", "", ""]] if rows is None else rows
    return "".join(f'"{line}"\n' for line in preamble) + table([header, *rows]) + "".join(f'"{line}"\n' for line in foot)


CENSUS_HEADER = ["E_COMMODITY", "E_COMMODITY_SDESC", "ALL_VAL_MO", "AIR_VAL_MO", "CTY_NAME", "CTY_CODE", "COMM_LVL", "time"]


def census(rows=None, header=None) -> str:
    rows = [["93", "ARMS", str(100 + month), str(month), "MEXICO", "2010", "HS2", f"2019-{month:02d}"] for month in range(1, 13)] if rows is None else rows
    return json.dumps([header or CENSUS_HEADER, *rows])


# --- UN Comtrade ---------------------------------------------------------------------------------------------
PLUS = ("typeCode freqCode refPeriodId refYear refMonth period reporterCode reporterISO reporterDesc flowCode flowDesc partnerCode partnerISO partnerDesc partner2Code partner2ISO "
        "partner2Desc classificationCode classificationSearchCode isOriginalClassification cmdCode cmdDesc aggrLevel isLeaf customsCode customsDesc mosCode motCode motDesc qtyUnitCode "
        "qtyUnitAbbr qty isQtyEstimated altQtyUnitCode altQtyUnitAbbr altQty isAltQtyEstimated netWgt isNetWgtEstimated grossWgt isGrossWgtEstimated cifvalue fobvalue primaryValue "
        "legacyEstimationFlag isReported isAggregate").split()


def plus_row(year=2018, value="5000", cmd="93", flow="X", **more) -> list[str]:
    row = dict.fromkeys(PLUS, "")
    row.update(typeCode="C", freqCode="A", refPeriodId=f"{year}0101", refYear=str(year), refMonth="52", period=str(year), reporterCode="842", reporterISO="USA", reporterDesc="USA",
               flowCode=flow, flowDesc="Export", partnerCode="484", partnerISO="MEX", partnerDesc="Mexico", partner2Code="0", partner2ISO="W00", classificationCode="H5", cmdCode=cmd,
               cmdDesc="Arms and ammunition", aggrLevel="2", customsCode="C00", mosCode="0", motCode="0", qtyUnitCode="-1", qtyUnitAbbr="N/A", qty="0", isQtyEstimated="FALSE",
               fobvalue=value, primaryValue=value, isAggregate="TRUE")
    row.update({key: str(text) for key, text in more.items()})
    return [row[name] for name in PLUS]


def plus_rows() -> list[list[str]]:
    return [plus_row(2017, "4000"), plus_row(2018, "5000"), plus_row(2018, "3000", motCode="1000"), plus_row(2018, "2000", motCode="2100"), plus_row(2018, "600", flow="RX"),
            plus_row(2018, "1200", cmd="9302", qtyUnitCode="5", qtyUnitAbbr="u", qty="30", aggrLevel="4")]


def plus_json(rows=None, **more) -> str:
    data = [dict(zip(PLUS, row)) for row in (plus_rows() if rows is None else rows)]
    for one in data:
        one.update(primaryValue=float(one["primaryValue"]), reporterCode=int(one["reporterCode"]), partnerCode=int(one["partnerCode"]), reporterDesc=None, partnerDesc=None)
    return json.dumps({"elapsedTime": "0.1 secs", "count": len(data), "data": data, "error": "", **more})


OLD = ("Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,"
       "2nd Partner,2nd Partner ISO,Customs Proc. Code,Customs,Mode of Transport Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Alt Qty Unit Code,Alt Qty Unit,Alt Qty,"
       "Netweight (kg),Gross weight (kg),Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag").split(",")


def old_row(year=2015, value="700", code="93", flow="Export", **more) -> list[str]:
    row = dict.fromkeys(OLD, "")
    row.update({"Classification": "H4", "Year": str(year), "Period": str(year), "Period Desc.": str(year), "Aggregate Level": "2", "Is Leaf Code": "0", "Trade Flow Code": "2", "Trade Flow": flow,
                "Reporter Code": "842", "Reporter": "USA", "Reporter ISO": "USA", "Partner Code": "484", "Partner": "Mexico", "Partner ISO": "MEX", "Commodity Code": code, "Commodity": "Arms",
                "Qty Unit Code": "1", "Qty Unit": "No Quantity", "Trade Value (US$)": value, "Flag": "0"})
    row.update(more)
    return [row[name] for name in OLD]


def old_csv(rows=None, header=None) -> str:
    return table([header or OLD, *([old_row(2015), old_row(2016, "900"), old_row(2016, "90", flow="Re-Export")] if rows is None else rows)], end="\r\n")


# --- BTS TransBorder -----------------------------------------------------------------------------------------
DOT3 = ["TRDTYPE", "DEPE", "COMMODITY2", "DISAGMOT", "COUNTRY", "VALUE", "SHIPWT", "FREIGHT_CHARGES", "DF", "CONTCODE", "MONTH", "YEAR"]
DOT2 = ["TRDTYPE", "USASTATE", "COMMODITY2", "DISAGMOT", "MEXSTATE", "CANPROV", "COUNTRY", "VALUE", "SHIPWT", "FREIGHT_CHARGES", "DF", "CONTCODE", "MONTH", "YEAR"]


def dot3(year=2021, month=1, scale=1, extra=(), months=None) -> str:
    rows = []
    for each in months or [month]:
        tail = [f"{each:02d}", str(year)]
        rows += [["1", "2301", "93", "5", "2010", str(1000 * scale + each), "0", "0", "1", "0", *tail], ["1", "2304", "93", "3", "2010", str(200 * scale), "5", "9", "2", "X", *tail],
                 ["1", "2304", "93", "5", "1220", "77", "0", "0", "1", "0", *tail], ["2", "2304", "93", "1", "2010", "31", "0", "0", "", "0", *tail],
                 ["1", "18XX", "84", "5", "2010", "999999", "0", "0", "1", "0", *tail]]
    return table([DOT3, *rows, *extra], end="\r\n")


def dot3_annual(year=2021, value=99) -> str:
    header = ["TRDTYPE", "DEPE", "COMMODITY2", "DISAGMOT", "COUNTRY", "DF", "CONTCODE", "YEAR", "VALUE", "SHIPWT", "FREIGHT_CHARGES"]
    return table([header, ["1", "2301", "93", "5", "2010", "1", "0", str(year), str(value), "0", "0"]], end="\r\n")


def dot2(year=2021, month=1) -> str:
    tail = [f"{month:02d}", str(year)]
    return table([DOT2, ["1", "TX", "93", "5", "NL", "", "2010", str(800 + month), "0", "0", "1", "0", *tail], ["1", "AZ", "93", "5", "SO", "", "2010", "200", "0", "0", "1", "0", *tail],
                  ["1", "AZ", "93", "3", "DF", "", "2010", "200", "5", "9", "2", "X", *tail], ["1", "AK", "02", "5", "BC", "", "2010", "34800", "0", "0", "1", "0", *tail]], end="\r\n")


# --- SEDENA --------------------------------------------------------------------------------------------------
def answer_xlsx(change=None) -> bytes:
    rows = [["SECRETARÍA DE LA DEFENSA NACIONAL"], ["ARMAS DE FUEGO ROBADAS Y EXTRAVIADAS, FOLIO 330026423001710"], [],
            ["ENTIDAD", "INSTITUCIÓN", "2018", "", "", "2019", "", ""], ["", "", "CORTAS", "LARGAS", "TOTAL", "CORTAS", "LARGAS", "TOTAL"],
            ["GUERRERO", "SSP", 3, 1, 4, 2, "S/D", 2], ["", "FGE", 0, "", 0, 1, 1, 2], ["SUBTOTAL", "", 3, 1, 4, 3, 1, 4],
            ["CIUDAD DE MEXICO", "SSP-DF", 5, 2, 7, 4, 0, 4], ["", "PGJDF", 1, 0, 1, 0, 0, 0], ["SUBTOTAL", "", 6, 2, 8, 4, 0, 4],
            ["FEDERAL", "PGR", 1, 1, 2, "-", 0, 0], ["TOTAL", "", 10, 4, 14, 7, 1, 8], [], ["EL GENERAL DE BRIGADA D.E.M."]]
    merged = ["C4:E4", "F4:H4", "A4:A5", "B4:B5", "A6:A7", "A9:A10"]
    if change:
        change(rows)
    return book({"Hoja1": rows}, {"Hoja1": merged})


def answer_csv(rows=None, title="Armas de cargo extraviadas por las corporaciones policiales") -> str:
    rows = rows or [["Guerrero", "SSP", "2016", "3", "1"], ["Guerrero", "FGE", "2016", "0", "S/D"], ["MICHOACAN DE OCAMPO", "SSP", "2016", "1 204", ""], ["TOTAL", "", "", "1207", "1"]]
    return table([[title, "", "", "", ""], ["Entidad federativa", "Dependencia", "Año", "Arma corta", "Arma larga"], *rows])


RECEIPTS = ["Estado", "Usuario_agencia_estatal", "Usuario_municipal", "Fecha", "Mes", "Dia", "Ano", "Factura_no", "Marca", "Tipo", "Semi auto/auto/n.a.", "Calibre", "Pais_origen_empresa", "No_piezas", "Costo_Pesos_Mex"]


def receipt(**change) -> list[str]:
    row = dict(zip(RECEIPTS, ["Guerrero", "Secretaría de Seguridad Pública", "", "2015-03-31", "3", "31", "2015", "F-1", "Marca A", "Pistola", "semi", "9 mm ", "Estado Unidos", "10", "123,456.00"]))
    row.update(change)
    return [row[name] for name in RECEIPTS]


def receipts_csv(rows=None, header=None) -> str:
    return table([header or RECEIPTS, *(rows or [receipt(), receipt(Tipo="Escopeta lanza granadas", No_piezas="2", Fecha="15/04/2016", Ano="2016", Mes="4", Dia="15", Costo_Pesos_Mex="testado"),
                                                receipt(Tipo="Subametralladora", No_piezas="4", Ano="209", Fecha="", Mes="", Dia="", Usuario_municipal="Iguala"), receipt(No_piezas="-3", Factura_no="F-2")])])


def receipts_master() -> bytes:
    header = ["Mes", "Dia", "Año", "Fecha", "No Piezas", "Calibre", "Estado", "Corporación/Municipio", "Costo", "Pag", "Nombre documento", "Captura", "Tipo (pistola, fusil, escopeta, otro)", None, None]
    return book({"Consolidated Armas": [header, [3, 31, 2015, None, 10, "9 mm ", "ESTADO MEXICO", "SSP", "12,000", 1, "doc", "x", "Pistola", None, "stray"], [4, 1, 2915, None, 6, ".223", "CDMX", "SSP", None, 2, "doc", "x", "Fusil", None, None]]})


def receipts_bilingual() -> bytes:
    header = ["Estado / State", "Agencia / Agency", "Fecha / Date", "Marca / Brand", "Tipo / Type", "Calibre / Caliber", "País / Country", "Cantidad / Quantity", "Costo / Cost"]
    import datetime

    return book({"FacturasReceipts": [["FOLIO 330026423003765"], header, ["Veracruz", "SSP", datetime.datetime(2020, 5, 6), "Marca B", "Rifle", "5.56", "Italia", 20, 1000.5], ["Jalisco", "", datetime.datetime(2021, 1, 2), "Marca B", "Pistola", "9 mm", "Italia", 5, 10]]})


# --- events --------------------------------------------------------------------------------------------------
GED = ("id relid year active_year code_status type_of_violence conflict_name dyad_name side_a side_b number_of_sources source_article source_headline where_prec where_coordinates adm_1 adm_2 latitude longitude "
       "country country_id date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low").split()


def ged_row(**change) -> list[str]:
    row = dict.fromkeys(GED, "")
    row.update(id="1001", year="2014", type_of_violence="3", side_a="Government of Mexico", side_b="Civilians", number_of_sources="-1", source_article='"Paper, ""one""; other"', where_prec="1",
               adm_1="Guerrero state", adm_2="Iguala municipality", country="Mexico", country_id="70", date_prec="1", date_start="2014-09-26 00:00:00.000", date_end="2014-09-27 00:00:00.000",
               deaths_a="0", deaths_b="0", deaths_civilians="8", deaths_unknown="0", best="8", high="9", low="6")
    row.update(change)
    return [row[name] for name in GED]


def ged(rows=None, header=None) -> str:
    return table([header or GED, *(rows or [ged_row(), ged_row(id="1002", adm_1="Distrito Federal", adm_2="", date_start="2015-01-01", date_end="2015-01-31", date_prec="4", best="0", high="3", low="0"),
                                           ged_row(id="1003", country="Colombia")])])


ACLED_NEW = ("event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 "
             "admin3 location latitude longitude geo_precision source source_scale notes fatalities tags timestamp").split()


def acled_row(**change) -> list[str]:
    row = dict.fromkeys(ACLED_NEW, "")
    row.update(event_id_cnty="MEX1", event_date="16 May 2021", year="2021", time_precision="1", disorder_type="Political violence", event_type="Violence against civilians",
               sub_event_type="Abduction/forced disappearance", actor1="Police Forces of Mexico (2018-2024)", inter1="State forces", actor2="Civilians (Mexico)", inter2="Civilians", country="Mexico",
               admin1="Tamaulipas", admin2="Reynosa", location="Reynosa", fatalities="0")
    row.update(change)
    return [row[name] for name in ACLED_NEW]


def acled_new(rows=None, header=None) -> str:
    return table([header or ACLED_NEW, *(rows or [acled_row(), acled_row(event_id_cnty="MEX2", event_date="2021-06-20", time_precision="3", fatalities="2"), acled_row(event_id_cnty="COL1", country="Colombia")])])


def acled_old() -> str:
    names = [name for name in ACLED_NEW if name not in ("disorder_type", "civilian_targeting", "tags")]
    row = dict(zip(ACLED_NEW, acled_row(inter1="1", inter2="7")))
    return table([[name.upper() for name in names], [row[name] for name in names]])


SFM_OLD = ["incident:id:admin", "incident:status:admin", "incident:start_date", "incident:end_date", "incident:location_description", "incident:violation_type", "incident:violation_description",
           "incident:perpetrator_unit_id:admin", "incident:perpetrator_unit_name", "incident:perpetrator_classification", "incident:all:source"]


def sfm_old(rows=None, header=None) -> str:
    return table([header or SFM_OLD, *(rows or [["i-1", "3", "9/26/2014", "9/27/2014", "Iguala, Guerrero", "Enforced disappearance ; Killing", "free text; with a semicolon", "u-1", "Unit One ; Unknown unit", "Police", "s-1"],
                                               ["i-2", "1", "2015", "", "x", "Killing", "", "", "", "", ""]])])


SFM_NEW = ["claim:id", "incident:location:names", "incident:violation:types", "incident:perpetrator:names", "incident:perpetrator:classifications", "incident:first_precise:range", "incident:last_precise:range", "country:annotation"]


def sfm_new(rows=None, header=None) -> str:
    return table([header or SFM_NEW, *(rows or [["c-1", "Tlatlaya", "Killing", "Unit Two", "Army", "2014-06-30", "2014-06", "Mexico"], ["c-2", "Lagos", "Killing", "Unit Three", "Army", "2014", "", "Nigeria"]])])


# --- licenses ------------------------------------------------------------------------------------------------
LETTER = ("{day}\nDear Madam Speaker: Pursuant to Section 36({part}) of the Arms Export Control Act, please find enclosed a certification of a proposed license for the export of {goods} in the amount of {amount} or more. "
          "The transaction contained in the attached certification involves the export of {goods} to {country}. Sincerely, A Person. Enclosure: Transmittal No. {number}\n")


def notice(number="2021-03122", count=1, letters=True, **change) -> dict:
    text = "BILLING CODE\n"
    if letters:
        text += LETTER.format(day="August 1, 2020", part="c", goods="rifles and ammunition", amount="$1,000,000", country="Mexico", number="DDTC 20-072")
        text += LETTER.format(day="", part="d", goods="aircraft parts", amount="$50 million", country="New Zealand", number="DDTC 20–073")
    one = {"document_number": number, "type": "Notice", "title": "Bureau of Political-Military Affairs, Directorate of Defense Trade Controls: Notifications to the Congress of Proposed Commercial Export Licenses",
           "publication_date": "2021-02-17", "agencies": [{"name": "State Department"}], "html_url": "https://www.federalregister.gov/d/2021-03122", "raw_text": text}
    one.update(change)
    return one


def register(*results, **more) -> str:
    return json.dumps({"count": len(results), "total_pages": 1, "results": list(results), **more})


def entity(**change) -> dict:
    one = {"id": "e1", "source": "Entity List (EL) - Bureau of Industry and Security", "entity_number": None, "type": "Entity", "name": "Some Firm SA de CV", "alt_names": ["SF"],
           "addresses": [{"address": "x", "city": "Monterrey", "country": "MX"}], "federal_register_notice": "80 FR 1", "start_date": "2015-01-02", "end_date": None}
    one.update(change)
    return one


def screening(*results, **more) -> str:
    return json.dumps({"total": len(results), "sources_used": [{"source": "EL", "source_last_updated": "2026-01-05T00:00:00"}], "results": list(results), **more})


DSCA = """Mexico - UH-60M Black Hawk Helicopters
Media/Public Contact: pm-cpa@state.gov
Transmittal No: 14-17
WASHINGTON, Apr. 21, 2014 - The Defense Security Cooperation Agency notified Congress April 18, 2014 of a possible Foreign Military Sale to Mexico for helicopters for an estimated cost of $680 million.
The Government of Mexico has requested a possible sale of 18 helicopters.
The principal contractors will be Firm A of Town, and Firm B.
"""


def dsca(text=DSCA) -> str:
    return text


# --- reference -----------------------------------------------------------------------------------------------
def cpi_mirror(rows=None) -> str:
    return table([["Date", "Index", "Inflation"], *(rows or [[f"2019-{month:02d}-01", f"{250 + month}.0", "0.1"] for month in range(1, 13)])])


def cpi_bls(series="CUUR0000SA0", rows=None) -> str:
    return table([["Series ID", "Year", "Period", "Value"], *(rows or [[series, "2019", f"M{month:02d}", f"{250 + month}.0"] for month in range(1, 13)] + [[series, "2019", "M13", "256.5"]])])


def cpi_wide() -> bytes:
    names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return book({"BLS Data Series": [["CPI for All Urban Consumers (CPI-U)"], ["Series Id:", "CUUR0000SA0"], [], ["Year", *names], [2019, *[250.0 + m for m in range(1, 13)]], [2025, *[300.0 + m for m in range(1, 10)], "-", 311.0, 312.0]]})


def inegi_2010(change=None) -> bytes:
    lines = ['"Población total"', '"Edad : Total"', '""', '"Consulta de: Población total   Por: Entidad y municipio   Según: Sexo"', '"","","Total","Hombre","Mujer",""',
             '" ","Total","3,300","1,600","1,700"', '"=CONCATENAR(0,01) ","Aguascalientes","1,000","480","520"', '" 01 001 ","Aguascalientes","1,000","480","520"',
             '"=CONCATENAR(0,02) ","Baja California","2,300","1,120","1,180"', '" 02 001 ","Ensenada","2,300","1,120","1,180"', '', '"FUENTE: INEGI. Censo de Población y Vivienda 2010."']
    if change:
        lines = change(lines)
    return ("\r\n".join(lines) + "\r\n").encode("latin-1")


def inegi_years() -> bytes:
    lines = ['"Población total y de 5 años y más según características demográficas y sociales"', '""', '"Consulta de: Población total   Por: Entidad y municipio y Sexo   Según: Año censal"',
             '"","","","1990","2010",""', '"","Total","Total","2,000","3,300"', '"","Total","Hombre","990","1,600"', '" ","Total","Mujer","1,010","1,700"',
             '"=CONCATENAR(0,01) ","Aguascalientes","Total","700","1,000"', '"=CONCATENAR(0,01) ","Aguascalientes","Hombre","340","480"', '"=CONCATENAR(0,01) ","Aguascalientes","Mujer","360","520"', '',
             '"Fuente: INEGI. Censo de población y vivienda 2010."']
    return ("\r\n".join(lines) + "\r\n").encode("latin-1")
