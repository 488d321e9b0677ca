"""Missing firearms: disclosures kept apart, contradictions found by arithmetic, ranges implied."""

import datetime as dt

import pandas as pd
import pytest

from helpers import firearms, sources


@pytest.fixture(scope="module")
def missing():
    return sources.table("missing_firearms")


@pytest.fixture(scope="module")
def holders():
    return sources.table("holders")


def row(id, first, last, count, **changes):
    cells = {"id": id, "period_from": first, "period_to": last, "state": None, "level": "all", "agency": "all reporting bodies", "firearm_type": "all", "status": "lost_or_stolen",
             "count": count, "count_is": "exact", "family": None, "derived": "no", "folio": None, "published": None, "source_id": "x-1", "note": None}
    return {**cells, **changes}


def frame(*rows):
    out = pd.DataFrame(list(rows))
    for column in ("period_from", "period_to"):
        out[column] = pd.to_datetime(out[column])
    for column in ("state", "family", "note", "agency"):
        out[column] = out[column].astype("str")
    return out.astype({"count": "Int64"})


# Worked by hand -----------------------------------------------------------------------------

def test_a_longer_period_cannot_hold_less(holders):
    rows = frame(row("A", "2006-01-01", "2010-12-31", 100), row("B", "2005-01-01", "2012-12-31", 90))
    found = firearms.contradictions(rows, holders)
    assert found[["inner", "outer", "excess"]].values.tolist() == [["A", "B", 10]]


@pytest.mark.parametrize("change", [
    {"count": 110},                       # nothing wrong
    {"period_from": "2007-01-01"},        # does not hold the other period
    {"status": "stolen"},                 # narrower category
    {"firearm_type": "short"},            # narrower kind
    {"count_is": "at_least"},             # may well be larger
    {"count_is": "about"},                # proves nothing
    {"level": "federal", "agency": "PGR"},  # narrower holder
    {"agency": "complaints on file at FGR"},  # a register of its own
    {"derived": "yes"},                   # computed by a reader, not printed
    {"note": "AMBIGUOUS, may be a mean"},
])
def test_pairs_that_prove_nothing_are_not_given(holders, change):
    rows = frame(row("A", "2006-01-01", "2010-12-31", 100), row("B", "2005-01-01", "2012-12-31", 90, **{k: v for k, v in change.items() if k not in ("count", "period_from")}))
    if "count" in change:
        rows.loc[1, "count"] = change["count"]
    if "period_from" in change:
        rows.loc[1, "period_from"] = pd.Timestamp(change["period_from"])
    assert firearms.contradictions(rows, holders).empty


def test_private_security_makes_a_count_wider_not_comparable(holders):
    wide = {"agency": "all bodies incl. private security"}
    assert firearms.contradictions(frame(row("A", "2009-01-01", "2009-12-31", 100, **wide), row("B", "2009-01-01", "2009-12-31", 90)), holders).empty
    assert len(firearms.contradictions(frame(row("A", "2009-01-01", "2009-12-31", 100), row("B", "2009-01-01", "2009-12-31", 90, **wide)), holders)) == 1


def test_a_state_is_part_of_the_country(holders):
    rows = frame(row("A", "2006-01-01", "2010-12-31", 100, state="Puebla", level="state", agency="SSP and prosecutors"), row("B", "2006-01-01", "2010-12-31", 90))
    assert firearms.contradictions(rows, holders)["inner"].tolist() == ["A"]


def test_implied_range_by_hand():
    rows = frame(row("A", "2006-01-01", "2009-12-31", 40, family="low"), row("B", "2006-01-01", "2012-12-31", 70, family="low"),
                 row("C", "2006-01-01", "2008-12-31", 90, family="high", count_is="at_least"))
    out = firearms.implied(rows, dt.date(2006, 1, 1), dt.date(2010, 12, 31)).set_index("family")
    assert out.loc["low", ["at_least", "at_most"]].tolist() == [40, 70]
    assert out.loc["high", "at_least"] == 90 and pd.isna(out.loc["high", "at_most"])


def test_rates_by_hand():
    out = firearms.rates(frame(row("A", "2007-01-01", "2010-12-31", 40)))
    assert round(out["per_year"].iloc[0], 2) == 10.0


# The real ledger ----------------------------------------------------------------------------

def test_the_answer_behind_the_letter(missing):
    found = firearms.claimed_source(missing, 20000, 2006)
    assert (found["id"], found["count"], str(found["period_to"])[:10]) == ("MIS-017", 20066, "2017-08-31")


def test_low_family(missing):
    assert firearms.latest(missing, "low")["count"] == 17498
    assert firearms.latest(missing, "low", dt.date(2019, 3, 7))["count"] == 15592


def test_both_cannot_be_the_whole(missing, holders):
    found = firearms.contradictions(missing, holders)
    pair = found[(found["inner"] == "MIS-017") & (found["outer"] == "MIS-020")]
    assert pair[["inner_count", "outer_count", "excess"]].values.tolist() == [[20066, 15592, 4474]]
    assert {("MIS-009", "MIS-034"), ("MIS-116", "MIS-152"), ("MIS-021", "MIS-032"), ("MIS-069", "MIS-072")} <= set(zip(found["inner"], found["outer"], strict=True))


def test_every_contradiction_is_one(missing, holders):
    for pair in firearms.contradictions(missing, holders).itertuples():
        assert pair.inner_from >= pair.outer_from and pair.inner_to <= pair.outer_to and pair.inner_count > pair.outer_count


def test_families_do_not_meet(missing):
    out = firearms.implied(missing, dt.date(2006, 1, 1), dt.date(2018, 12, 31)).set_index("family")
    assert out.loc["low", "at_most"] < out.loc["high", "at_least"]


def test_printed_arithmetic(missing):
    rows = firearms.arithmetic(sources.table("stated_arithmetic"), missing, sources.table("transfers")).set_index("id")
    assert rows.loc["ARI-05", "holds"] and rows.loc["ARI-04", "holds"] and rows.loc["ARI-14", "holds"]
    assert not rows.loc["ARI-01", "holds"] and round(rows.loc["ARI-02", "computed"], 1) == 83.9
    assert not rows.loc["ARI-13", "holds"] and round(rows.loc["ARI-13", "computed"], 1) == 45.7


def test_parts_that_do_not_add_up(missing):
    rows = firearms.parts(missing)
    assert rows.loc[~rows["holds"], "total_id"].tolist() == ["MIS-233"]
    assert rows[rows["total_id"] == "MIS-045"]["holds"].tolist() == [True]


def test_rates_by_state(missing):
    rows = firearms.by_state(missing, sources.table("mexican_states"), "nvinoticias-1", ("2006-08-01", "2017-08-31")).set_index("state")
    assert len(rows) == 11 and rows["count"].sum() == 14089
    assert round(rows.loc["Guerrero", "per_100k"], 1) == round(1918 / 3388768 * 1e5, 1)


def test_unknown_disclosure_is_refused(missing):
    with pytest.raises(LookupError):
        firearms.by_state(missing, sources.table("mexican_states"), "nobody-1", ("2006-08-01", "2017-08-31"))
    with pytest.raises(LookupError):
        firearms.claimed_source(missing, 10**6, 2006)
    with pytest.raises(LookupError):
        firearms.latest(missing, "middle")
