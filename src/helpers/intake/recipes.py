"""How to get each file: the exact clicks, query or address, and which choices change the figures."""

from __future__ import annotations

import textwrap

from helpers.problems import InputProblems, Problem, nearest

# Where a file of each layout comes from, for records of files whose address was not given.
HOME = {
    "usitc-dataweb": "https://dataweb.usitc.gov", "census-usa-trade": "https://usatrade.census.gov",
    "census-api": "https://api.census.gov/data/timeseries/intltrade/exports/hs", "comtrade-plus": "https://comtradeplus.un.org",
    "comtrade-old": "https://comtrade.un.org", "bts-transborder": "https://www.bts.gov/topics/transborder-raw-data",
    "transparency-answer": "https://www.plataformadetransparencia.org.mx", "police-receipts": "https://stopusarmstomexico.org",
    "ucdp-ged": "https://ucdp.uu.se/downloads", "acled": "https://acleddata.com", "security-force-monitor": "https://whowasincommand.com/en/download",
    "federal-register": "https://www.federalregister.gov/api/v1/documents.json", "screening-list": "https://www.trade.gov/consolidated-screening-list",
    "dsca-notice": "https://www.dsca.mil/press-media/major-arms-sales", "cpi": "https://data.bls.gov/timeseries/CUUR0000SA0",
    "inegi-population": "https://www.inegi.org.mx",
}

_EXPORTS = """
Exports: the query that settles the 12 times claim
==================================================
The question: U.S. exports of arms (HS chapter 93) to Mexico, 2002-2004 against 2015-2017, all modes of
transport. Public tables hold only surface modes before 2007, so the base of the ratio is a lower bound and
the ratio an upper one. One DataWeb query with all years closes that gap.

A. USITC DataWeb (free account), https://dataweb.usitc.gov
   Step 1  Trade Flow: Total Exports.   Classification System: HTS Items.
   Step 2  Data To Report: FAS Value, and First Unit of Quantity.   Data Format: 1 (whole dollars).
           Select Type: Full Years.   Years: all from 2000 to the last full year.   Timeframe: Annual.
   Step 3  Countries: choose Mexico.   Country Aggregation: Break Out Countries.
   Step 4  Commodities: list 93 and 3601, 3602, 3603, 3604.   Commodity Aggregation Level: 4
           (a second query at 6 shows the composition; at 10 codes change from year to year).
           Commodity Aggregation: Break Out Commodities.   Description Display: YES.
   Step 5-7  leave everything aggregated.   Step 8  any order of columns.
   Download as xlsx and keep its sheet Query Parameters. Then:
           armstrail add DataWeb-Query-Export.xlsx
   Do the same once more with Trade Flow: Domestic Exports. The difference is re-exports.

   Sensitive choices:
   - Total or Domestic Exports. The letters do not say which. Total is what the 12 times matches.
   - Data Format 1. With 1,000,000 every cell is rounded to the million.
   - Full Years. A Year-To-Date query makes every year a part year.
   - Value is f.a.s. at the U.S. border. Mexico's own import figures count otherwise.
   - The current year shows 0 everywhere until it is published. armstrail marks it as not whole.

B. Census International Trade API (free key, from 2010 on)
   CENSUS_API_KEY=... armstrail fetch census
   The address it asks, once a year:
   https://api.census.gov/data/timeseries/intltrade/exports/hs?get=E_COMMODITY,E_COMMODITY_LDESC,ALL_VAL_YR,QTY_1_YR,UNIT_QY1,CTY_NAME
     &time=2023-12&COMM_LVL=HS6&CTY_CODE=2010&SUMMARY_LVL=DET&E_COMMODITY=93*&key=KEY
   ALL_VAL_YR counts from January; only December is a year. Earlier than 2010 answers 204.

C. USA Trade Online, https://usatrade.census.gov (log-in)
   Data set: District Exports - HS. Commodity 93 and its headings, Country Mexico, Time: years. Measure:
   Total Exports Value ($US). Choose the flat layout, not the pivoted report, and download csv.
   Exports by state in that system are states of origin in the United States.

D. BTS TransBorder raw files (no log-in), https://www.bts.gov/topics/transborder-raw-data
   Download the monthly zips (dot3: port by commodity; dot2: Mexican state by commodity), put them in one folder
   and run: armstrail add FOLDER. Months, years to date and annual files are told apart and counted once.
   October 2020 was never posted. Before November 2003 there are surface modes only.

E. UN Comtrade, https://comtradeplus.un.org (free account) or: armstrail fetch comtrade
   Reporter 842 (USA), partner 484 (Mexico), flow X, annual, HS, commodity 93 and its headings, second partner
   World, customs C00, transport 0. Exports (X) include re-exports (RX).
"""

_MISSING = """
Firearms lost or stolen from police: information requests to SEDENA
==================================================================
Portal: https://www.plataformadetransparencia.org.mx (Sedena). Ask for an open format (xlsx or csv).
Words that get a table one can compare (Spanish):

  "Solicito, en formato abierto (xlsx o csv), el número de armas de fuego robadas y, por separado, extraviadas,
   reportadas a la Sedena por cada institución amparada por licencia oficial colectiva, desglosado por entidad
   federativa, institución, año (1 de enero a 31 de diciembre), y tipo (corta o larga), de 2006 a la fecha de
   respuesta. Solicito que se distinga entre cero, sin registro e información reservada."

Sensitive choices:
- Ask for lost and stolen apart. Answers for one or both cannot be added or compared.
- Ask for whole calendar years with first and last day. "A la fecha" makes the last year a part year.
- Two families of answers disagree (20,066 to August 2017; 15,592 to October 2018). Name the folio of an earlier
  answer and ask why the figures differ.
- Keep the folio: it is the identity of an answer.
- Write S/D, 0 and blank as they stand; they are three things.

Then: armstrail add ANSWER.xlsx --topic missing-firearms
A PDF must be copied into a spreadsheet first; keep the PDF beside it.
"""

_TRANSFERS = """
Receipts of firearms sold to police
===================================
SEDENA's receipts (facturas) of firearms sold to state and municipal police:
- 2006-2018, folio 0000700176018; table Armas_Policias_Mexico.xlsx.
- December 2018 - November 2023, folio 330026423003765; table Facturas-SEDENA-2019-2023-web.xlsx.
Both were keyed by hand and published by Stop US Arms to Mexico: https://stopusarmstomexico.org
For later months ask SEDENA for the receipts ("facturas de venta de armas de fuego a corporaciones policiales,
con fecha, entidad, corporación, marca, tipo, calibre, país de origen, número de piezas y costo").
One row is one line of a receipt: the pieces are summed, rows are never counted.

Then: armstrail add FILE.xlsx
"""

_EVENTS = """
Events
======
UCDP GED    https://ucdp.uu.se/downloads  Georeferenced Event Dataset, csv, global or Mexico. Government of Mexico is side_a_new_id 10.
            Army, navy and police are one actor; disappearances without a body are absent.
ACLED       https://acleddata.com (account). Export: country Mexico, all event types, csv. Rows may not be republished.
Security Force Monitor   https://whowasincommand.com/en/download or the Monitor's incident sheet. Incidents are alleged.
Do not open the csv in a spreadsheet and save it: dates change. Then: armstrail add FILE.csv
"""

_LICENSES = """
Licenses and notices
====================
Federal Register   armstrail fetch federal-register
            asks https://www.federalregister.gov/api/v1/documents.json for the notices "Notifications to the Congress of
            Proposed Commercial Export Licenses" of the State Department and gets the text of each, so that its letters can be cut out.
            By hand: conditions[term]="Proposed Commercial Export Licenses", conditions[agencies][]=state-department,
            conditions[type][]=NOTICE, split by year (2,000 documents a search). A title names no country: the text must be read.
Consolidated Screening List   https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.json (no key).
            It holds persons and firms, not police units: a miss says nothing.
DSCA        https://www.dsca.mil/press-media/major-arms-sales  Save the notice's page (html) or its text.
An estimated cost or an amount notified is a ceiling. Sales under 1,000,000 dollars (firearms) never appear.

Then: armstrail add FILE
"""

_REFERENCE = """
Reference
=========
CPI-U       https://data.bls.gov/timeseries/CUUR0000SA0 (all years, More Formatting Options, csv), or FRED series CPIAUCNS.
            Not seasonally adjusted. October 2025 does not exist, so 2025 has no annual average of twelve months.
Population  https://www.inegi.org.mx  Tabulados interactivos, Población total by entidad federativa and sexo; export csv.
            Keep the title lines and the source line at the foot: they state the census.

Then: armstrail add FILE
"""

_TEXTS = {"exports": _EXPORTS, "missing-firearms": _MISSING, "transfers": _TRANSFERS, "events": _EVENTS, "licenses": _LICENSES, "reference": _REFERENCE}


def recipe(topic: str) -> str:
    """The steps that get the files of a topic; ``InputProblems`` with near names for another word.

    >>> "Data Format: 1" in recipe("exports")
    True
    """
    if topic not in _TEXTS:
        near = nearest(topic, list(_TEXTS))
        raise InputProblems([Problem("recipe", None, None, f"'{topic}'", "one of: " + ", ".join(_TEXTS), f"write {near[0]}, if that is what is meant" if near else "use one of those words")])
    return textwrap.dedent(_TEXTS[topic]).strip() + "\n"
