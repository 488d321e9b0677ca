"""Every tidy table of the project: what its rows are, what each column means, what may stand in it."""

from __future__ import annotations

import pandas as pd

from helpers.tables.model import Column, RowRule, Table

BOUNDS = ("exact", "at_least", "at_most", "about")
PRECISIONS = ("day", "month", "year", "range", "before", "after")
FORCES = ("army", "navy", "federal_police", "state_police", "municipal_police", "mixed")
TOTAL_WORDS = r"(?i)\s*(sub)?total(es)?( general)?\s*:?\s*"


def _in_order(first: str, last: str) -> RowRule:
    # Text of the forms YYYY and YYYY-MM-DD sorts as time does; malformed cells are reported elsewhere.
    return RowRule(
        name=f"{first}_before_{last}", column=last,
        holds=lambda t: (t[first] == "") | (t[last] == "") | (t[first] <= t[last]),
        expected=f"{last} on or after {first}",
        fix=f"swap {first} and {last}, or correct the one that is mistyped",
    )


def _no_total_row(column: str) -> RowRule:
    return RowRule(
        name="no_total_row", column=column,
        holds=lambda t: ~t[column].str.fullmatch(TOTAL_WORDS),
        expected="one row per published figure, no total row of the file itself",
        fix="delete this row: totals are computed, and a total among the rows would count everything twice",
    )


def _year_is_over(year: str) -> RowRule:
    # The ledger's months cell says how much of the year the figure covers; "all" is a claim that the year is over.
    return RowRule(
        name="year_is_over", column=year,
        holds=lambda t: (t["months"] != "all") | (t[year] < t["_accessed"].str[:4]) | (t["_accessed"] == ""),
        expected="a year that was over when its source was read, if months says 'all'",
        fix="write the months the figure covers (such as Jan-Aug) in the months column, or leave the row out until the year is over",
    )


def _value_and_bound(value: str, bound: str) -> RowRule:
    return RowRule(
        name=f"{value}_has_{bound}", column=bound,
        holds=lambda t: (t[value] == "") == (t[bound] == ""),
        expected=f"{bound} filled exactly where {value} is",
        fix=f"write one of {', '.join(BOUNDS)} beside the figure, or blank both",
    )


def _modes_add_up(t: pd.DataFrame) -> pd.Series:
    parts = t[["value_usd", "surface_usd", "air_vessel_usd"]].apply(pd.to_numeric, errors="coerce")
    return parts.isna().any(axis=1) | (parts["surface_usd"] + parts["air_vessel_usd"] == parts["value_usd"])


ID = {"required": True}
SOURCE = Column("source_id", "text", "where the figure was read: a row of data/raw/sources.csv", required=True, within="sources.source_id")
NOTE = Column("note", "text", "what a user must know about this row")


def _bound(name: str, of: str) -> Column:
    return Column(name, "text", f"how far {of} can be trusted as a number", allowed=BOUNDS)


TABLES: dict[str, Table] = {table.name: table for table in (
    Table(
        "sources", "sources.csv", "publications in which figures were read",
        "sensitivity 'leaked' stays out of letter exports unless asked for by name",
        (
            Column("source_id", "text", "short name other tables point to", **ID),
            Column("kind", "text", "what sort of publication it is", required=True,
                   allowed=("official", "press", "ngo", "letter", "leaked", "academic", "derived")),
            Column("citation", "text", "publisher, data set or article, date", required=True),
            Column("url", "text", "address of the publication, and of the copy that was read where it differs"),
            Column("accessed", "date", "day on which it was read", required=True),
            Column("sensitivity", "text", "whether the document was published by its owner or leaked", required=True, allowed=("public", "leaked")),
        ),
        key=("source_id",), rules=(_no_total_row("source_id"),),
    ),
    Table(
        "exports", "exports/exports.csv", "U.S. exports to Mexico by year and series",
        "series overlap and differ by vintage: never chain them silently; bts-surface is a lower bound of all modes; HS 36 is mostly industrial",
        (
            Column("id", "text", "identity of the row", **ID),
            Column("series", "text", "publisher and definition the figure belongs to", required=True),
            Column("year_from", "year", "first calendar year of the figure", required=True),
            Column("year_to", "year", "last calendar year of the figure", required=True),
            Column("months", "text", "'all' for whole years, else the months covered", required=True),
            Column("partner", "text", "country of destination", required=True),
            Column("flow", "text", "total is domestic plus re-exports", required=True, allowed=("total", "domestic", "re-export", "unspecified")),
            Column("hs", "text", "Harmonized System code, text; blank where the definition is another"),
            Column("basket", "text", "what goods are counted, in words", required=True),
            Column("modes", "text", "modes of transport counted", required=True, allowed=("all", "surface")),
            Column("value_usd", "usd", "value, free alongside ship at the U.S. border, current dollars", unit="current U.S. dollars"),
            _bound("value_is", "value_usd"),
            Column("surface_usd", "usd", "part that went by truck, rail, pipeline or mail", unit="current U.S. dollars"),
            Column("air_vessel_usd", "usd", "part that went by air or vessel", unit="current U.S. dollars"),
            Column("quantity", "count", "number of pieces, where published"),
            Column("quantity_unit", "text", "what the quantity counts"),
            SOURCE, NOTE,
        ),
        key=("id",),
        rules=(
            _in_order("year_from", "year_to"), _no_total_row("partner"), _no_total_row("basket"),
            _year_is_over("year_to"), _value_and_bound("value_usd", "value_is"),
            RowRule("modes_add_up", "value_usd", _modes_add_up, "surface_usd plus air_vessel_usd",
                    "check the three figures against the source and correct the one that is mistyped"),
        ),
    ),
    Table(
        "exports_by_country", "exports/exports_by_country.csv", "U.S. exports of HS chapter 93 by destination and year",
        "50 destinations only, not all countries",
        (
            Column("country", "text", "destination as the Census Bureau names it", required=True),
            Column("year", "year", "calendar year", required=True),
            Column("hs", "text", "Harmonized System chapter", required=True),
            Column("flow", "text", "total is domestic plus re-exports", required=True, allowed=("total", "domestic", "re-export")),
            Column("value_usd", "usd", "value, free alongside ship, current dollars", required=True, unit="current U.S. dollars"),
            SOURCE,
        ),
        key=("country", "year", "hs", "flow"), rules=(_no_total_row("country"),),
    ),
    Table(
        "exports_by_mexican_state", "exports/exports_by_mexican_state.csv", "U.S. exports of HS chapter 93 to Mexico by destination state, surface modes",
        "destination on paper: the army buys in the capital; single odd cells such as Campeche 2009",
        (
            Column("year", "year", "calendar year", required=True),
            Column("state_as_printed", "text", "destination state as the publisher prints it", required=True, within="mexican_states.alias"),
            Column("state", "text", "destination state under its present name", added=True),
            Column("hs", "text", "Harmonized System chapter", required=True),
            Column("modes", "text", "modes of transport counted", required=True, allowed=("surface",)),
            Column("value_usd", "usd", "value, current dollars", required=True, unit="current U.S. dollars"),
            SOURCE,
        ),
        key=("year", "state_as_printed", "hs"), rules=(_no_total_row("state_as_printed"),),
    ),
    Table(
        "authorizations", "licenses/authorizations.csv", "fiscal-year authorizations, approvals, notifications and deliveries",
        "ceilings, and other goods than firearms: never beside shipments in one sum",
        (
            Column("fiscal_year_from", "year", "first U.S. fiscal year", required=True),
            Column("fiscal_year_to", "year", "last U.S. fiscal year", required=True),
            Column("program", "text", "program under which it was counted", required=True),
            Column("stage", "text", "how far the sale had come", required=True, allowed=("notified", "authorized", "approved", "delivered")),
            Column("scope", "text", "what goods are counted", required=True),
            Column("value_usd", "usd", "value, current dollars", unit="current U.S. dollars"),
            _bound("value_is", "value_usd"), SOURCE, NOTE,
        ),
        key=("fiscal_year_from", "fiscal_year_to", "program", "stage", "scope", "source_id"),
        rules=(_in_order("fiscal_year_from", "fiscal_year_to"), _no_total_row("program"), _value_and_bound("value_usd", "value_is")),
    ),
    Table(
        "blue_lantern", "licenses/blue_lantern.csv", "end-use checks worldwide by fiscal year",
        "printed figures that do not add up are noted in the row",
        (
            Column("fiscal_year", "year", "U.S. fiscal year", required=True),
            Column("checks_initiated", "count", "checks begun, all countries", unit="checks"),
            Column("checks_closed", "count", "checks closed, all countries", unit="checks"),
            Column("unfavorable", "count", "checks closed with an unfavorable result", unit="checks"),
            Column("pct_unfavorable", "number", "unfavorable share as printed", unit="percent"),
            SOURCE, NOTE,
        ),
        key=("fiscal_year",),
    ),
    Table(
        "licenses", "licenses/licenses.csv", "licenses and notifications with dates, parties, end users as printed, ceiling",
        "no license here is known to name a unit; a notification is a ceiling, not a shipment",
        (
            Column("id", "text", "identity of the row", **ID),
            Column("kind", "text", "license, notification or other trace of one", required=True, allowed=("DCS_notification", "DCS_license", "FMS", "other")),
            Column("authority", "text", "statute and office", required=True),
            *(Column(f"{what}_{edge}", "date", f"{edge_word} day on which it can have been {word}")
              for what, word in (("notified", "notified to Congress"), ("issued", "issued"), ("expires", "expiring"))
              for edge, edge_word in (("from", "first"), ("to", "last"))),
            *(Column(f"{what}_precision", "text", f"how precisely the {what} dates are known", allowed=PRECISIONS)
              for what in ("notified", "issued", "expires")),
            Column("applicant", "text", "who applied"), Column("manufacturer", "text", "who makes the goods"),
            Column("consignee", "text", "who receives them on paper"),
            Column("end_users_as_printed", "text", "end users in the words of the source"),
            Column("end_user_classes", "text", "classes of end user those words name", many=True,
                   allowed=("navy", "army", "interior_ministry", "federal_police", "state_police", "municipal_police", "armed_forces", "government")),
            Column("unit_named", "text", "whether the document names a unit", required=True, allowed=("yes", "no", "unknown")),
            Column("items", "text", "goods in the words of the source", required=True),
            Column("category", "text", "U.S. Munitions List category"),
            Column("value_usd", "usd", "ceiling or value, current dollars", unit="current U.S. dollars"),
            _bound("value_is", "value_usd"),
            Column("status", "text", "what became of it, as far as read"), SOURCE, NOTE,
        ),
        key=("id",),
        rules=(*(_in_order(f"{what}_from", f"{what}_to") for what in ("notified", "issued", "expires")), _value_and_bound("value_usd", "value_is")),
    ),
    Table(
        "training_units", "licenses/training_units.csv", "U.S. training records for Mexico by report year and the unit printed",
        "records are courses, not people; before the report of 2001-2002 no unit is printed; spellings as printed",
        (
            Column("report_fy", "text", "fiscal years the report covers", required=True),
            Column("unit_as_printed", "text", "unit exactly as the report spells it; blank where it prints none"),
            Column("records", "count", "training records with that spelling in that report", required=True, unit="records"),
            SOURCE,
        ),
        key=("report_fy", "unit_as_printed"),
    ),
    Table(
        "transfers", "transfers/transfers.csv", "hand-overs, receipts by the army and seizures of firearms in Mexico",
        "a receipt by the army is not a hand-over to police; totals and parts are both listed, so never sum blindly; blank country is not stated",
        (
            Column("id", "text", "identity of the row", **ID),
            Column("date_from", "date", "first day on which it can have happened; blank is open"),
            Column("date_to", "date", "last day on which it can have happened", required=True),
            Column("date_precision", "text", "how precisely the date is known", required=True, allowed=PRECISIONS),
            Column("date_as_printed", "text", "date in the words of the source", required=True),
            Column("state", "text", "Mexican state, blank where none is stated", within="mexican_states.name"),
            Column("receiver", "text", "who received the firearms, as printed", required=True),
            Column("intermediary", "text", "through whom they came"),
            Column("manufacturer", "text", "who made them"),
            Column("country", "text", "country of manufacture; blank where not stated"),
            Column("item", "text", "what was handed over", required=True),
            Column("firearm_type", "text", "short or long arms, where stated", allowed=("short", "long")),
            Column("quantity", "count", "pieces", unit="firearms"), _bound("quantity_is", "quantity"), SOURCE, NOTE,
        ),
        key=("id",), rules=(_in_order("date_from", "date_to"), _no_total_row("receiver"), _value_and_bound("quantity", "quantity_is")),
    ),
    Table(
        "atf_traces", "transfers/atf_traces.csv", "firearms recovered in Mexico and traced by ATF",
        "windows overlap; some sources call the whole number traced U.S.-sourced",
        (
            Column("year_from", "year", "first year", required=True), Column("year_to", "year", "last year", required=True),
            Column("traced", "count", "firearms traced", unit="firearms"),
            Column("us_sourced", "count", "of them made in or imported into the United States", unit="firearms"),
            Column("pct_us_sourced", "number", "share U.S.-sourced as printed or computed", unit="percent"),
            SOURCE, NOTE,
        ),
        key=("year_from", "year_to", "source_id"), rules=(_in_order("year_from", "year_to"),),
    ),
    Table(
        "atrocities", "events/atrocities.csv", "documented events 2006-2024 with force, role, victims and degree of finding",
        "killed, disappeared and tortured overlap: never add them; finding_date is the highest finding, first_finding_date the earliest dated official act read",
        (
            Column("id", "text", "identity of the row", **ID), Column("name", "text", "short name of the event", required=True),
            Column("date_from", "date", "first day on which it can have happened", required=True),
            Column("date_to", "date", "last day on which it can have happened", required=True),
            Column("date_precision", "text", "how precisely the date is known", required=True, allowed=PRECISIONS),
            Column("municipality", "text", "where, as printed", required=True),
            Column("state", "text", "Mexican state or states", required=True, within="mexican_states.name", many=True),
            Column("force_type", "text", "kind of force; the National Guard stands under federal_police", required=True, allowed=FORCES),
            Column("units_as_printed", "text", "units in the words of the source", required=True),
            Column("state_role", "text", "direct acts, alleged collusion or acquiescence", required=True, allowed=("direct", "collusion_alleged", "collusion", "acquiescence")),
            Column("killed", "count", "people killed", unit="people"), Column("disappeared", "count", "people disappeared", unit="people"),
            Column("tortured", "count", "people tortured", unit="people"),
            Column("finding_body", "text", "who found it", required=True), Column("finding_ref", "text", "the finding's number or date"),
            Column("finding_level", "text", "highest degree of finding", required=True, allowed=("court", "cndh", "prosecutor", "un_or_ngo", "press")),
            Column("finding_date", "date", "date of the highest finding"),
            Column("first_finding_date", "date", "earliest dated official act read: the implication is not later than this"),
            Column("first_finding_level", "text", "degree of that act", allowed=("court", "cndh", "prosecutor", "un_or_ngo", "press")),
            Column("us_weapon_link", "text", "what is said of U.S. weapons in the event"), SOURCE, NOTE,
        ),
        key=("id",),
        rules=(_in_order("date_from", "date_to"), _in_order("first_finding_date", "finding_date"), _value_and_bound("first_finding_date", "first_finding_level")),
    ),
    Table(
        "policy_events", "events/policy_events.csv", "dated rules, court rulings, reports and letters",
        "days marked unverified in the summary are widened to their month or year",
        (
            Column("id", "text", "identity of the row", **ID),
            Column("date_from", "date", "first day on which it can have happened", required=True),
            Column("date_to", "date", "last day on which it can have happened", required=True),
            Column("date_precision", "text", "how precisely the date is known", required=True, allowed=PRECISIONS),
            Column("kind", "text", "what sort of event", required=True,
                   allowed=("rule", "license", "program", "oversight", "enforcement", "treaty", "notification", "event", "letter", "court", "bill", "transparency", "designation")),
            Column("title", "text", "what happened, short", required=True), Column("summary", "text", "what happened", required=True), SOURCE,
        ),
        key=("id",), rules=(_in_order("date_from", "date_to"),),
    ),
    Table(
        "missing_firearms", "missing-firearms/missing_firearms.csv", "published counts of police firearms lost or stolen in Mexico",
        "two families of SEDENA answers disagree; periods, holders and categories overlap: never add rows",
        (
            Column("id", "text", "identity of the row", **ID),
            Column("period_from", "date", "first day counted; blank is not stated"),
            Column("period_to", "date", "last day counted", required=True),
            Column("state", "text", "Mexican state; blank is the whole country", within="mexican_states.name"),
            Column("level", "text", "level of government that held the firearms", required=True, allowed=("all", "federal", "state", "municipal")),
            Column("agency", "text", "holder, as printed", required=True),
            Column("firearm_type", "text", "short arms, long arms or both", required=True, allowed=("all", "short", "long")),
            Column("status", "text", "lost, stolen or both together", required=True, allowed=("lost", "stolen", "lost_or_stolen")),
            Column("count", "count", "firearms reported missing", required=True, unit="firearms"),
            _bound("count_is", "count"),
            Column("family", "text", "which of the two disagreeing sets of answers a national total belongs to", allowed=("high", "low")),
            Column("derived", "text", "yes where the figure was computed from the source, not printed in it", required=True, allowed=("yes", "no")),
            Column("folio", "text", "number of the answer to the information request, as printed"),
            Column("published", "text", "when it was published, as far as known"), SOURCE, NOTE,
        ),
        key=("id",), rules=(_in_order("period_from", "period_to"), _no_total_row("agency"), _value_and_bound("count", "count_is")),
    ),
    Table(
        "stated_arithmetic", "missing-firearms/stated_arithmetic.csv", "sums, means and percentages that the publications print",
        "the stated value is blank where the total it should equal is a row of its own",
        (
            Column("id", "text", "identity of the check", **ID),
            Column("subject", "text", "rows of missing_firearms or transfers, parted by +", required=True),
            Column("kind", "text", "what is printed about them", required=True, allowed=("sum", "percent_of", "mean_per_year", "mean_per_day")),
            Column("against", "text", "row it is compared with"), Column("stated", "number", "value as printed"), SOURCE, NOTE,
        ),
        key=("id",),
    ),
    Table(
        "holders", "missing-firearms/holders.csv", "printed agencies of the missing-firearms answers and the holder they are",
        "says only which names are the same body or cover a whole level; it is a judgment, made once, here",
        (
            Column("agency_as_printed", "text", "agency as the answer prints it", **ID),
            Column("holder", "text", "body it is, across names and years", required=True),
            Column("covers", "text", "whether it stands for every body of its level, for some, or for others beside them", required=True, allowed=("whole", "part", "wider")),
        ),
        key=("agency_as_printed",),
    ),
    Table(
        "letter_claims", "letters/letter_claims.csv", "checkable sentences of the two letters, in paraphrase",
        "research_status is a person's reading, not a computation",
        (
            Column("claim_id", "text", "identity of the claim", **ID),
            Column("letter", "text", "which letter", required=True), Column("claim", "text", "what it says, in paraphrase", required=True),
            Column("stated_value", "text", "the value it states, where it states one"), Column("unit", "text", "unit of that value"),
            Column("period", "text", "time the claim is about"), Column("verified_by", "text", "what would verify it", required=True),
            Column("research_status", "text", "how a person read the evidence", required=True,
                   allowed=("supported", "supported_with_difference", "unverifiable_publicly", "not_found", "contradicted")),
            Column("research_finding", "text", "what research found", required=True), SOURCE,
        ),
        key=("claim_id",),
    ),
    Table(
        "letter_questions", "letters/letter_questions.csv", "questions and requests of the two letters",
        "answers mostly need documents that are not public",
        (
            Column("question_id", "text", "identity of the question", **ID), Column("letter", "text", "which letter", required=True),
            Column("question", "text", "what it asks, in paraphrase", required=True),
            Column("answerable_with", "text", "what would answer it", required=True),
        ),
        key=("question_id",),
    ),
    Table(
        "mexican_states", "reference/mexican_states.csv", "the 32 federal entities with aliases and population",
        "aliases are unambiguous once case, accents and dots are dropped; MEXICO alone is the state only in an entity column",
        (
            Column("inegi_code", "text", "INEGI code, two digits, text", **ID), Column("name", "text", "present name", required=True),
            Column("abbreviation", "text", "short form", required=True),
            Column("aliases", "text", "other spellings, parted by semicolons", required=True),
            *(Column(f"population_{year}", "count", f"inhabitants in {year}", required=True, unit="people") for year in (2010, 2015, 2020)),
            SOURCE,
        ),
        key=("inegi_code",), rules=(_no_total_row("name"),),
    ),
    Table(
        "claim_tests", "letters/claim_tests.csv", "which computation tests a claim, or why none can",
        "the status of a claim follows from this by rule and is never typed",
        (
            Column("claim_id", "text", "the claim", required=True, within="letter_claims.claim_id"),
            Column("computation", "text", "name of the computation on the tables; blank where none can test the claim"),
            Column("arguments", "text", "what the computation is told, as name=value parted by semicolons"),
            Column("compare", "text", "how computed and stated value are compared"),
            Column("stated", "text", "the value to compare with, where the claim's own is in another form"),
            Column("why_untestable", "text", "why no table can test the claim", allowed=("judgment", "no_table", "page_image", "closed", "law")),
            Column("superseded_by", "text", "the claim that took its place"),
        ),
        key=("claim_id",),
    ),
    Table(
        "forces", "reference/forces.csv", "forces and units, and how they follow or contain one another",
        "a relation marked unverified never raises a tier of identity",
        (
            Column("force_id", "text", "identity of the force", **ID), Column("name", "text", "name in words", required=True),
            Column("aliases", "text", "other spellings, parted by semicolons"),
            Column("corps", "text", "corps it belongs to", required=True), Column("level", "text", "a whole force or a unit of one", required=True, allowed=("force", "unit")),
            Column("state", "text", "Mexican state", within="mexican_states.name"), Column("municipality", "text", "municipality of a local force"),
            Column("relation", "text", "what it is to the related force", allowed=("child_of", "successor_of")), Column("related_id", "text", "the related force"),
            Column("from", "date", "first day on which the relation is known"), Column("to", "date", "last day on which it is known"),
            Column("precision", "text", "how precisely those days are known", allowed=PRECISIONS),
            Column("verified", "text", "whether a source read says so", required=True, allowed=("yes", "no")),
            Column("source_id", "text", "where it was read: a row of data/raw/sources.csv", within="sources.source_id"), NOTE,
        ),
        key=("force_id", "relation", "related_id"), rules=(_in_order("from", "to"),),
    ),
    Table(
        "us_agency_told", "reference/us_agency_told.csv", "days on which a U.S. agency is known to have been told of an event",
        "known means that a source says so, not that a record was read",
        (
            Column("atrocity_id", "text", "the event", required=True, within="atrocities.id"), Column("agency", "text", "who was told", required=True),
            Column("told_from", "date", "first day on which it can have been", required=True), Column("told_to", "date", "last day on which it can have been", required=True),
            Column("precision", "text", "how precisely the date is known", required=True, allowed=PRECISIONS), SOURCE, NOTE,
        ),
        key=("atrocity_id", "agency"), rules=(_in_order("told_from", "told_to"),),
    ),
    Table(
        "policy_directions", "reference/policy_directions.csv", "rules and rulings that ease or tighten control, with the reason",
        "the direction is a reading of what each step changed",
        (
            Column("policy_id", "text", "the event of policy_events", required=True, within="policy_events.id"),
            Column("direction", "text", "what it did to control of exports", required=True, allowed=("eases", "tightens")), Column("reason", "text", "what changed", required=True),
        ),
        key=("policy_id",),
    ),
    Table(
        "agency_names", "reference/agency_names.csv", "names of Mexican agencies over time",
        "agencies are never merged by spelling; the years of a name are general knowledge where basis says so",
        (
            Column("agency_id", "text", "identity of the agency", required=True), Column("alias", "text", "name or abbreviation as it is printed", required=True),
            Column("name", "text", "full name at that time", required=True), Column("state", "text", "Mexican state of a local body", within="mexican_states.name"),
            Column("year_from", "year", "first year of the name"), Column("year_to", "year", "last year of the name"), Column("basis", "text", "how that is known", required=True),
        ),
        key=("alias", "state"), rules=(_in_order("year_from", "year_to"),),
    ),
    Table(
        "baskets", "reference/baskets.csv", "items of the Harmonized System and the named baskets they belong to",
        "every code of a file belongs to exactly one item, or the file is refused; defined at two or four digits",
        (
            Column("item", "text", "name of the item", **ID), Column("match", "text", "how a code is compared", required=True, allowed=("exact", "starts", "chapters")),
            Column("code", "text", "code, or chapters from-to", required=True), Column("label", "text", "what it is", required=True),
            Column("baskets", "text", "baskets it belongs to, parted by semicolons", required=True), Column("edition_note", "text", "what changed with an edition of the Harmonized System"),
        ),
        key=("item",),
    ),
    Table(
        "series_preference", "reference/series_preference.csv", "which export series serves a year, best first",
        "a surface-only series never serves as a total, an unfinished year never as a year",
        (
            Column("rank", "count", "1 is preferred", **ID), Column("series", "text", "the series", required=True),
            Column("modes", "text", "modes it counts", required=True, allowed=("all", "surface")), Column("flow", "text", "flow it counts", required=True),
            Column("year_from", "year", "first year it may serve"), Column("year_to", "year", "last year it may serve"), Column("why", "text", "why it stands at this rank", required=True),
        ),
        key=("series",), rules=(_in_order("year_from", "year_to"),),
    ),
    Table(
        "specifications", "reference/specifications.csv", "choices of the specification curve, fixed before it runs",
        "every combination is computed or listed with the reason it cannot be; windows are relative to the story's own",
        (
            Column("dimension", "text", "what is chosen", required=True, allowed=("comparison", "basket", "flow", "dollars", "windows")),
            Column("option", "text", "the choice", required=True), Column("why", "text", "why it is defensible", required=True),
        ),
        key=("dimension", "option"),
    ),
    Table(
        "cpi_u", "reference/cpi_u.csv", "U.S. consumer price index for all urban consumers, yearly mean",
        "1982-84 = 100, not seasonally adjusted",
        (
            Column("year", "year", "calendar year", **ID),
            Column("cpi_u", "number", "index, mean of the year", required=True, unit="1982-84 = 100"), SOURCE,
        ),
        key=("year",),
    ),
)}
