from math import factorial

import pandas as pd
import pytest

from helpers import forces, reference, spans, timeline
from helpers.timeline import lanes, placebo
from helpers.problems import InputProblems

FIVE = ["Guerrero", "Veracruz", "Tamaulipas", "Chihuahua", "Michoacán"]


@pytest.fixture(scope="module")
def parts(transfers, atrocities, policies, bibliography):
    from helpers import paths

    licenses = pd.read_csv(next((paths.root(__file__) / "data" / "raw").rglob("licenses.csv")), dtype=str, keep_default_na=False)
    licenses, transfers, policies = (timeline.public(f, bibliography) for f in (licenses, transfers, policies))
    return {"licenses": lanes.licenses(licenses), "shipments": timeline.shipments(transfers), "hand_overs": timeline.hand_overs(transfers),
            "policies": policies, "events": timeline.implications(atrocities, "event"), "implied": timeline.implications(atrocities)}


@pytest.fixture(scope="module")
def axis(parts):
    return lanes.axis(parts["licenses"], parts["shipments"], parts["hand_overs"], parts["policies"], parts["events"], parts["implied"])


def test_every_kind_keeps_a_lane_of_its_own(axis):
    lane = axis.set_index("id")["lane"]
    assert lane["DCS-SIG-2015-266M"] == "license" and lane["DDTC-20-072"] == "notice" and lane["TRF-067"] == "shipment"
    assert lane["TRF-024"] == "hand_over" and lane["TRF-025"] == "other_origin" and lane["TRF-006"] == "origin_not_stated"
    assert (axis[axis["lane"] == "event"]["id"].nunique(), axis["lane"].eq("event").sum()) == (57, 57)
    # A ceiling stands on licenses only, a count of firearms never: the two share no column of values.
    assert axis.loc[axis["ceiling_usd"].notna(), "lane"].isin(["license", "notice"]).all()
    assert not (axis["ceiling_usd"].notna() & axis["firearms"].notna()).any()


def test_the_sig_sauer_license_runs_from_its_notice_to_its_expiry(parts):
    row = parts["licenses"].set_index("id").loc["DCS-SIG-2015-266M"]
    assert (str(row["start"].date()), str(row["end"].date()), row["start_is"], row["value_usd"], row["value_is"]) == (
        "2015-03-25", "2024-02-29", "notified", 266_000_000, "at_most")
    assert parts["licenses"]["end"].notna().sum() == 1


def test_an_event_in_two_states_is_one_mark_in_all_and_one_in_each(axis):
    assert axis[(axis["lane"] == "event") & (axis["id"] == "ATR-014")]["state"].tolist() == ["Nuevo León;Tamaulipas"]
    each = lanes.by_state(axis)
    assert set(each[(each["lane"] == "event") & (each["id"] == "ATR-014")]["state"]) == {"Nuevo León", "Tamaulipas"}


def test_nothing_leaked_is_on_the_axis(axis):
    assert not set(axis["id"]) & {"TRF-001", "TRF-002", "TRF-003", "DSP5-050016624", "POL-002", "POL-004", "POL-006"}


def test_the_matrix_says_where_the_answer_depends_on_the_date(parts, atrocities, told, table):
    american = timeline.choose(parts["hand_overs"], origin="known")
    matrix = lanes.matrix(american, atrocities, told, table).set_index(["transfer_id", "implication_date"])
    assert [matrix.loc[("TRF-024", d), "order"] for d in timeline.DATES] == ["after", "after", "before", "before"]
    assert matrix.loc[("TRF-024", "first_finding"), "tier"] == forces.SAME_STATE
    assert matrix.loc[("TRF-027", "first_finding"), "tier"] == forces.SUCCESSOR
    assert matrix.loc[("TRF-021", "us_agency"), "order"] == "no date"


def test_the_pendulum_swings_by_the_directions_listed(policies):
    swings = lanes.pendulum(policies, reference.table("policy_directions", known=set(policies["id"])), 2018, 2025)
    assert swings["start"].is_monotonic_increasing and set(swings["side"]) == {-1, 1}
    assert swings["start"].dt.year.between(2018, 2025).all()
    assert swings.iloc[-1]["id"] == "POL-062" and swings.iloc[-1]["direction"] == "eases"


def test_the_placebo_says_when_the_data_cannot_carry_the_question(parts, table):
    found = placebo.permute(parts["hand_overs"], parts["implied"], table)
    assert found.observed == 2 and found.exact and found.n == 5
    assert not found.carries
    assert found.distribution["share"].sum() == pytest.approx(1)


def _made(n, table):
    """A made-up case that can be counted by hand: one American and n-1 other hand-overs to state police in one year, one state implicated."""
    states = ["Guerrero", "Veracruz", "Sonora", "Puebla", "Oaxaca", "Jalisco"][:n]
    rows = pd.DataFrame({"transfer_id": [f"T{i}" for i in range(n)], "state": states, "receiver": "state police", "origin": ["known"] + ["not"] * (n - 1),
                         "start": pd.Timestamp("2015-01-01"), "end": pd.Timestamp("2015-12-31")})
    implied = pd.DataFrame({"state": ["Guerrero"], "start": [pd.Timestamp("2014-09-28")], "end": [pd.Timestamp("2014-09-28")]})
    return placebo.permute(rows, implied, table)


@pytest.mark.parametrize("n", [2, 3, 4, 5])
def test_a_permutation_is_exact_when_small(n, table):
    found = _made(n, table)
    assert found.exact and found.arrangements == factorial(n) and found.free == 1
    assert found.share == pytest.approx(1 / n)  # the American one meets the implicated state in one arrangement of n
    assert found.carries == (factorial(n) >= placebo.ENOUGH)


def test_other_suppliers_and_placebo_dates(parts, table):
    others = placebo.other_suppliers(parts["hand_overs"], parts["implied"], table).set_index("origin")
    assert others.loc["known", "after"] == 2 and others["n"].sum() == len(parts["hand_overs"])
    shifts = placebo.shifted(timeline.choose(parts["hand_overs"], origin="known"), parts["implied"], table).set_index("shift_years")
    assert shifts.loc[0, "after"] == 2 and shifts["after"].is_monotonic_decreasing


@pytest.mark.parametrize("name, text, says", [
    ("us_agency_told", "atrocity_id,agency,told_from,told_to,precision,source_id,note\nATR-024,X,2017-13-01,,year,letter-1,\n", "dates like 2017-01-01"),
    ("us_agency_told", "atrocity_id,agency,told_from,told_to,precision,source_id,note\nATR-024,X,2018-01-01,2017-01-01,year,letter-1,\n", "before it starts"),
    ("us_agency_told", "atrocity_id,agency,told_from,told_to,precision,source_id,note\nATR-999,X,2017-01-01,2017-12-31,year,letter-1,\n", "'ATR-999'"),
    ("us_agency_told", "atrocity_id,agency,told_from,told_to,precision,source_id,note\nATR-024,X,2017-01-01,2017-12-31,year,,\n", "name the source"),
    ("policy_directions", "policy_id,direction,reason\nPOL-024,up,x\n", "eases or tightens"),
    ("policy_directions", "policy_id,direction,reason\nPOL-024,eases,\n", "write the reason"),
    ("policy_directions", "policy_id,direction,reason\nPOL-024,eases,x\nPOL-024,eases,x\n", "each id once"),
    ("policy_directions", "policy_id,way,reason\nPOL-024,eases,x\n", "correct the header"),
])
def test_a_bad_reference_table_is_refused(tmp_path, name, text, says):
    path = tmp_path / f"{name}.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputProblems) as refused:
        reference.table(name, path, known={"ATR-024"} if name == "us_agency_told" else ())
    assert says in str(refused.value)


def test_rows_of_orders_keep_the_order_and_the_closest_tier(parts, table):
    american = timeline.choose(parts["hand_overs"], origin="known")
    pairs = timeline.orders(american, parts["implied"], 0, table)
    rows = lanes.rows_of_orders(american, pairs, parts["implied"])
    own = rows[rows["mark"] == "hand-over"].set_index("transfer_id")
    assert own.loc["TRF-026", ["order", "tier"]].tolist() == [spans.AFTER, forces.PARENT]
    assert own.loc["TRF-024", ["order", "tier"]].tolist() == [spans.AFTER, forces.SAME_STATE]
    assert own.loc["TRF-027", ["order", "tier"]].tolist() == [spans.POSSIBLY, forces.SUCCESSOR]
