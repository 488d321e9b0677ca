from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import timeline
from helpers.units import lists, matching, screening
from helpers.problems import InputProblems

PAIRS = pd.read_csv(Path(__file__).parent / "labeled_pairs.csv", keep_default_na=False)
printed = st.sampled_from(sorted({*PAIRS["first"], *PAIRS["second"]}))


def test_the_labeled_set_is_large_and_clean():
    assert len(PAIRS) >= 150 and set(PAIRS["same"]) == {"yes", "no"} and (PAIRS["same"] == "no").sum() >= 60
    assert not PAIRS.duplicated(["first", "second"]).any()
    assert not set(zip(PAIRS["first"], PAIRS["second"])) & set(zip(PAIRS["second"], PAIRS["first"]))


def test_most_spellings_are_those_that_were_printed():
    from helpers import paths

    raw = paths.root(__file__) / "data" / "raw"
    known = set(pd.read_csv(next(raw.rglob("training_units.csv")), dtype=str, keep_default_na=False)["unit_as_printed"])
    known |= set(pd.read_csv(next(raw.rglob("atrocities.csv")), dtype=str, keep_default_na=False)["units_as_printed"])
    known |= set(pd.read_csv(next(raw.rglob("transfers.csv")), dtype=str, keep_default_na=False)["receiver"])
    names = [*PAIRS["first"], *PAIRS["second"]]
    assert sum(n in known for n in names) / len(names) > 0.6


def test_precision_and_recall_are_as_published():
    found = matching.quality(PAIRS)
    assert found["precision"] >= 0.93 and found["recall"] >= 0.88


@given(printed, printed)
def test_a_score_is_symmetric_and_bounded(a, b):
    first, second = matching.score(a, b)[0], matching.score(b, a)[0]
    assert first == second and 0 <= first <= 100


@given(printed)
def test_a_name_matches_itself(a):
    assert matching.score(a, a)[0] >= matching.CANDIDATE


@pytest.mark.parametrize("a, b, reason", [
    ("301st Air Sq, Santa Lucia", "302nd Air Sq, Santa Lucia", "numbers differ"),
    ("SSP Puebla", "SSP Veracruz", "states differ"),
    ("Guerrero state police", "Iguala municipal police", "corps differ"),
    ("Tulum municipal police", "Papantla municipal police", "two towns"),
])
def test_facts_that_contradict_hold_a_pair_under_the_threshold(a, b, reason):
    score, reasons = matching.score(a, b)
    assert score < matching.CANDIDATE and any(reason in r for r in reasons)


@pytest.mark.parametrize("name", ["SSP Guerrero", "Police of the State of Guerrero", "Policia Estatal de Guerrero", "policía estatal, GRO.", "Guerrero State Police"])
def test_english_spanish_accents_and_abbreviations_come_to_one_form(name):
    found = matching.normalize(name)
    assert found.states == {"guerrero"} and found.corps == {"state_police"}


@pytest.fixture
def candidates(atrocities, transfers, bibliography, table):
    american = timeline.choose(timeline.hand_overs(timeline.public(transfers, bibliography)), origin="known")
    return screening.screen(screening.names(pd.DataFrame(columns=["id", "end_users_as_printed", "source_id"]), american), lists.from_ledger(atrocities), table)


def test_candidates_carry_score_tier_and_reasons_and_no_decision(candidates):
    assert (candidates["decision"] == "").all() and candidates["candidate"].is_unique
    gopes = candidates[(candidates["named_in"] == "TRF-027") & (candidates["list_id"] == "ATR-042")].iloc[0]
    assert gopes["tier"] == "successor unit" and "[proceso-3]" in gopes["evidence"]
    state = candidates[(candidates["named_in"] == "TRF-024") & (candidates["list_id"] == "ATR-024")]
    assert state.empty  # same state only is no candidate


def test_a_decision_is_read_back_and_never_overwritten(candidates, tmp_path):
    path = tmp_path / "review.csv"
    assert screening.keep(screening.decided(candidates, path), path)
    assert not screening.keep(screening.decided(candidates, path), path)
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    frame.loc[0, ["decision", "decided_by", "decided_on", "remark"]] = ["rejected", "A. B.", "2026-11-21", "another unit"]
    frame.loc[1, ["decision", "decided_by", "decided_on"]] = ["accepted", "A. B.", "2026-11-22"]
    frame.to_csv(path, index=False)
    fewer = candidates.iloc[1:]
    screening.keep(screening.decided(fewer, path), path)
    again = pd.read_csv(path, dtype=str, keep_default_na=False).set_index("candidate")
    gone, kept = again.loc[frame.loc[0, "candidate"]], again.loc[frame.loc[1, "candidate"]]
    assert (gone["decision"], gone["proposed"], gone["remark"]) == ("rejected", "no", "another unit")
    assert (kept["decision"], kept["proposed"], kept["decided_on"]) == ("accepted", "yes", "2026-11-22")


@pytest.mark.parametrize("change, says", [
    ({"decision": "maybe"}, "accepted, rejected or blank"), ({"decision": "accepted"}, "without who or when"),
    ({"decision": "accepted", "decided_by": "A", "decided_on": "21/11/2026"}, "year-month-day"),
])
def test_a_bad_review_file_is_refused_and_left_alone(candidates, tmp_path, change, says):
    path = tmp_path / "review.csv"
    frame = screening.decided(candidates, path)
    for column, value in change.items():
        frame.loc[0, column] = value
    frame.to_csv(path, index=False)
    before = path.read_bytes()
    with pytest.raises(InputProblems) as refused:
        screening.decided(candidates, path)
    assert says in str(refused.value) and path.read_bytes() == before


def write(path, text, encoding="utf-8"):
    path.write_bytes(text.encode(encoding))
    return path


def test_a_plain_list(tmp_path):
    frame = lists.read(write(tmp_path / "plain.csv", "name,state\nPolicía Estatal de Guerrero,Guerrero\n"))
    assert frame.loc[0, ["list_id", "name", "state", "is_person"]].tolist() == ["row 2", "Policía Estatal de Guerrero", "Guerrero", False]


def test_a_security_force_monitor_list(tmp_path):
    frame = lists.read(write(tmp_path / "sfm.csv", "unit:id:admin,unit:name,unit:country,unit:classification,unit:other_names\nu1,102 Batallón de Infantería,mx,Ejército,102 BI\nu2,1 Battalion,ng,Army,\n"))
    assert frame["list_id"].tolist() == ["u1"] and frame.loc[0, "force_type"] == "army" and frame.loc[0, "other_names"] == "102 BI"


def test_a_leahy_list_of_persons_keeps_no_name_of_a_person(tmp_path, table, transfers):
    path = write(tmp_path / "leahy.csv", "Case ID;Last Name;Given Name;Unit;State;Vetting Result\nC-1;Pérez;Juana;Tamaulipas state police;Tamaulipas;Suspended\n", "cp1252")
    frame = lists.read(path)
    assert frame.loc[0, "is_person"] and "Pérez" not in frame.to_csv() and "Juana" not in frame.to_csv()
    named = screening.names(pd.DataFrame(columns=["id", "end_users_as_printed", "source_id"]), timeline.choose(timeline.hand_overs(transfers), transfer_id="TRF-026"))
    found = screening.screen(named, frame, table)
    assert found.loc[0, "listed_name"] == "person listed as C-1, Tamaulipas state police"


@pytest.mark.parametrize("text, says", [("", "empty file"), ("height,weight\n1,2\n", "a column with the unit's name"), ("name,state\n,Guerrero\n", "a blank cell")])
def test_a_list_that_cannot_be_used_is_refused(tmp_path, text, says):
    with pytest.raises(InputProblems) as refused:
        lists.read(write(tmp_path / "list.csv", text))
    assert says in str(refused.value)


def test_a_list_that_is_not_there(tmp_path):
    with pytest.raises(InputProblems, match="no such file"):
        lists.read(tmp_path / "none.csv")
