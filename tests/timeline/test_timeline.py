import pandas as pd
import pytest

from helpers import forces, spans, timeline


def typed(frame):
    """The same ledger as the typed tables hand it over: blanks NA, dates datetime, counts Int64."""
    frame = frame.replace("", None)
    for column in frame.columns:
        if column.endswith("date") or column in ("date_from", "date_to"):
            frame[column] = pd.to_datetime(frame[column])
        elif column in ("quantity", "killed", "disappeared", "tortured"):
            frame[column] = pd.to_numeric(frame[column]).astype("Int64")
    return frame


@pytest.fixture(scope="module")
def american(transfers):
    return timeline.choose(timeline.hand_overs(transfers), origin="known")


def test_what_is_and_what_is_not_a_hand_over(transfers):
    kind = timeline.kinds(transfers).set_index("id")["kind"]
    assert kind.notna().all() and len(kind) == 67
    assert set(kind[kind == "receipt by the army"].index) == {"TRF-001", "TRF-002"}
    assert set(kind[kind == "certificate or estimate"].index) == {"TRF-036", "TRF-064"}
    assert set(kind[kind == "import, forces not split"].index) == {"TRF-033", "TRF-067"}
    assert set(kind[kind == "purchase authorized"].index) == {"TRF-022"}
    assert set(kind[kind == "purchase for resale"].index) == {"TRF-038", "TRF-039", "TRF-040", "TRF-066"}
    hand_overs = timeline.hand_overs(transfers)
    assert (hand_overs["state"] != "").all()
    assert {"TRF-024", "TRF-025", "TRF-029"} <= set(hand_overs["transfer_id"])


def test_origin_is_known_only_when_the_country_is_printed(transfers):
    by = timeline.hand_overs(transfers).set_index("transfer_id")["origin"]
    assert by["TRF-024"] == by["TRF-021"] == "known" and by["TRF-025"] == by["TRF-030"] == "not" and by["TRF-006"] == "not stated"
    assert (by == "known").sum() == 6


def test_the_belgian_rifles_of_2015_never_pass_for_american_arms(transfers, american):
    belgian = timeline.hand_overs(transfers).set_index("transfer_id").loc["TRF-025"]
    assert (belgian["state"], belgian["start"].year, belgian["origin"]) == ("Guerrero", 2015, "not")
    assert "TRF-025" not in set(american["transfer_id"])


def test_the_default_counts(american, atrocities, table):
    pairs = timeline.orders(american, timeline.implications(atrocities), 0, table)
    assert timeline.counts(pairs) == {"after": ["TRF-024", "TRF-026"], "possibly after": ["TRF-021", "TRF-027"], "before": ["TRF-003", "TRF-028"]}
    assert timeline.counts(pairs, forces.SAME_UNIT)["after"] == []
    assert timeline.counts(pairs, forces.SUCCESSOR)["possibly after"] == ["TRF-027"]
    assert timeline.counts(pairs, forces.SAME_CORPS)["after"] == ["TRF-026"]


def test_typed_and_raw_tables_give_the_same_orders(transfers, atrocities, table):
    raw = timeline.orders(timeline.hand_overs(transfers), timeline.implications(atrocities), 0, table)
    tidy = timeline.orders(timeline.hand_overs(typed(transfers)), timeline.implications(typed(atrocities)), 0, table)
    pd.testing.assert_frame_equal(raw, tidy)


@pytest.mark.parametrize("date, expected", [("event", "2014-09-26"), ("first_finding", "2014-09-28"), ("finding", "2018-11-28"), ("us_agency", "2017-01-01")])
def test_iguala_has_four_implication_dates(atrocities, told, date, expected):
    iguala = timeline.implications(atrocities, date, told).set_index("atrocity_id").loc["ATR-024"]
    assert iguala["start"] == pd.Timestamp(expected)


def test_the_answer_for_guerrero_2015_depends_on_the_date(american, atrocities, told, table):
    only = timeline.choose(american, transfer_id="TRF-024")
    answers = {}
    for date in timeline.DATES:
        known = timeline.choose(timeline.implications(atrocities, date, told), atrocity_id="ATR-024")
        answers[date] = timeline.orders(only, known, 0, table).iloc[0]
    assert {d: a["order"] for d, a in answers.items()} == {
        "event": "after", "first_finding": "after", "finding": "before", "us_agency": "before"}
    assert (answers["first_finding"]["days_min"], answers["first_finding"]["days_max"]) == (95, 459)
    assert {a["tier"] for a in answers.values()} == {forces.SAME_STATE}


def test_the_finding_level_is_that_of_the_dated_act(atrocities):
    assert timeline.implications(atrocities).set_index("atrocity_id").loc["ATR-024", "level"] == "prosecutor"
    assert timeline.implications(atrocities, "finding").set_index("atrocity_id").loc["ATR-024", "level"] == "cndh"


def test_a_row_of_two_states_counts_in_both(atrocities):
    rows = timeline.implications(atrocities)
    assert set(rows.loc[rows["atrocity_id"] == "ATR-014", "state"]) == {"Nuevo León", "Tamaulipas"}


def test_the_lag_grid(american, atrocities, told, table):
    grid = timeline.lag_grid(american, atrocities, told, table).set_index(["implication_date", "lag_days"])
    assert len(grid) == 20
    assert (grid[["after", "possibly_after", "before", "no_date"]].sum(axis=1) == len(american)).all()
    assert grid.loc[("first_finding", 90), "after_ids"] == "TRF-024 TRF-026"
    assert grid.loc[("first_finding", 180), "after_ids"] == "TRF-026"
    assert grid.loc[("us_agency", 0), "after"] == 0 and grid.loc[("finding", 0), "after"] == 1
    for date in timeline.DATES:
        assert grid.loc[date]["after"].is_monotonic_decreasing


def test_the_grid_and_the_orders_tell_the_same(american, atrocities, told, table):
    grid = timeline.lag_grid(american, atrocities, told, table).set_index(["implication_date", "lag_days"])
    for lag in timeline.LAGS:
        by = timeline.counts(timeline.orders(american, timeline.implications(atrocities), lag, table))
        assert " ".join(by["after"]) == grid.loc[("first_finding", lag), "after_ids"]


def test_filters(american, atrocities, table):
    known = timeline.implications(atrocities)
    assert set(timeline.choose(known, level=["court", "cndh"])["level"]) == {"court", "cndh"}
    assert set(timeline.choose(known, state_role="acquiescence")["atrocity_id"]) == {"ATR-027"}
    assert "army" not in set(timeline.choose(known, force_type="police")["force_type"])
    assert len(timeline.choose(known, state=[])) == len(timeline.choose(known, state="any")) == len(known)
    strict = timeline.orders(american, timeline.choose(known, level=["court", "cndh"]), 0, table)
    assert timeline.counts(strict)["after"] == ["TRF-026"]  # the first act on Iguala is a prosecutor's


def test_an_unknown_date_is_refused(atrocities):
    with pytest.raises(ValueError, match="not one of event, first_finding"):
        timeline.implications(atrocities, "rumor")
    with pytest.raises(ValueError, match="told"):
        timeline.implications(atrocities, "us_agency")


def test_leaked_sources_are_left_out_unless_named(transfers, bibliography):
    kept = timeline.public(transfers, bibliography)
    assert set(transfers["id"]) - set(kept["id"]) == {"TRF-001", "TRF-002", "TRF-003"}
    assert "TRF-003" in set(timeline.public(transfers, bibliography, ["vanguardia-1"])["id"])


def test_no_order_is_claimed_from_overlapping_dates(transfers, atrocities, told, table):
    pairs = timeline.orders(timeline.hand_overs(transfers), timeline.implications(atrocities, "event"), 0, table)
    open_side = pairs["days_min"].isna() | pairs["days_max"].isna()
    straddles = (pairs["days_min"] <= 0) & (pairs["days_max"] >= 0)
    assert (pairs.loc[straddles.fillna(False) & ~open_side, "order"] == spans.POSSIBLY).all()


def test_findings_of_grave_violations_stand_apart_from_ordinary_recommendations(atrocities):
    known = timeline.implications(atrocities, "finding").drop_duplicates("atrocity_id").set_index("atrocity_id")
    assert known.loc["ATR-024", "grave"] == "yes" and known.loc["ATR-006", "grave"] == "no" and known.loc["ATR-001", "grave"] == "other"
    kept = timeline.choose(known.reset_index(), grave=["yes", "other"])
    assert "ATR-006" not in set(kept["atrocity_id"]) and {"ATR-024", "ATR-001"} <= set(kept["atrocity_id"])


def test_the_strongest_order_names_its_closest_tier(american, atrocities, table):
    best = timeline.strongest(timeline.orders(american, timeline.implications(atrocities), 0, table)).set_index("transfer_id")
    assert best.loc["TRF-026", ["order", "tier", "closest_tier"]].tolist() == ["after", forces.SAME_STATE, forces.PARENT]
    assert best.loc["TRF-024", "closest_tier"] == forces.SAME_STATE and best.loc["TRF-027", "closest_tier"] == forces.SUCCESSOR
