import itertools

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import forces
from helpers.forces import PARENT, RANK, SAME_CORPS, SAME_STATE, SAME_UNIT, SUCCESSOR, TIERS
from helpers.problems import InputProblems


def tier(table, first, second, state, other_state=None, corps=""):
    return table.tier(table.recognize(first, state), table.recognize(second, other_state or state, corps=corps))


def test_iguala_against_the_state_police_is_same_state_only(table, atrocities):
    iguala = atrocities.set_index("id").loc["ATR-024"]
    bodies = table.recognize(iguala["units_as_printed"], "Guerrero", iguala["municipality"], iguala["force_type"])
    assert {b.corps for b in bodies} == {"municipal_police"}
    assert table.tier(table.recognize("Guerrero state police", "Guerrero"), bodies)[0] == SAME_STATE
    assert table.tier(table.recognize("Iguala and Cocula municipal police", "Guerrero"), bodies)[0] == SAME_UNIT


@pytest.mark.parametrize("first, second, state, expected", [
    ("GOPES, Tamaulipas state police", "CAIET special group, Tamaulipas state police (later GOPES)", "Tamaulipas", SUCCESSOR),
    ("CAIET", "GOPES", "Tamaulipas", SUCCESSOR),
    ("SSP-DF", "Secretaría de Seguridad Ciudadana", "Ciudad de México", SUCCESSOR),
    ("Federal Police", "National Guard", "Tamaulipas", SUCCESSOR),
    ("Policía Federal", "Guardia Nacional", "", SUCCESSOR),
    ("PGR", "FGR", "", SUCCESSOR),
    ("Cisen", "CNI", "", SUCCESSOR),
    ("Tamaulipas state police", "First Naval Zone marines and Grupo Hércules (formally Tamaulipas state police)", "Tamaulipas", PARENT),
    ("SSP Guerrero", "Grupo Centauro", "Guerrero", PARENT),
    ("GOPES", "Grupo Hércules", "Tamaulipas", SAME_CORPS),
    ("Guerrero state police", "Guerrero SSP", "Guerrero", SAME_CORPS),
    ("Iguala municipal police", "Cocula municipal police", "Guerrero", SAME_CORPS),
    ("Iguala municipal police", "Iguala municipal police", "Guerrero", SAME_UNIT),
    ("soldiers", "Guerrero state police", "Guerrero", SAME_STATE),
    ("police in Michoacán (agency mostly not named)", "Michoacán SSP", "Michoacán", SAME_STATE),
])
def test_tiers_by_hand(table, first, second, state, expected):
    got, evidence = tier(table, first, second, state)
    assert got == expected
    assert evidence.count(" | ") == 2


def test_a_relation_that_is_not_verified_never_raises_a_tier(table):
    assert tier(table, "Fuerza Civil, Veracruz", "SSP Veracruz", "Veracruz")[0] == SAME_CORPS
    assert tier(table, "Gendarmería", "Policía Federal", "")[0] == SAME_CORPS


def test_successor_and_parent_hits_name_a_source(table):
    assert "[proceso-3]" in tier(table, "GOPES", "CAIET", "Tamaulipas")[1]


def test_a_municipal_security_ministry_is_not_the_state_police(table):
    bodies = table.recognize("Secretaría de Seguridad Pública Municipal de Allende, with Los Zetas", "Coahuila", "Allende", "municipal_police")
    assert [b.id for b in bodies] == ["municipal_police:Coahuila:Allende"]


def test_state_and_municipal_police_are_two_bodies(table):
    assert {b.corps for b in table.recognize("state and municipal police", "Guerrero")} == {"state_police", "municipal_police"}


def test_every_atrocity_names_a_body_that_is_recognized(table, atrocities):
    for row in atrocities.to_dict("records"):
        for state in row["state"].split(";"):
            assert table.recognize(row["units_as_printed"], state, row["municipality"], row["force_type"]), row["id"]


names = st.sampled_from(["GOPES", "CAIET", "Tamaulipas state police", "Grupo Hércules", "soldiers", "marines", "Federal Police", "National Guard",
                         "Matamoros municipal police", "Reynosa municipal police", "nobody named"])


@given(names, names)
def test_tiers_are_symmetric(table, a, b):
    assert tier(table, a, b, "Tamaulipas")[0] == tier(table, b, a, "Tamaulipas")[0]


@given(st.sampled_from(["GOPES", "CAIET", "Grupo Hércules", "Matamoros municipal police"]))
def test_nothing_is_closer_to_a_unit_than_itself(table, a):
    own = RANK[tier(table, a, a, "Tamaulipas")[0]]
    assert all(own <= RANK[tier(table, a, b, "Tamaulipas")[0]] for b in ["GOPES", "CAIET", "Tamaulipas state police", "soldiers"])


def test_every_source_of_the_table_is_in_the_bibliography(bibliography, forces_frame, told):
    known = set(bibliography["source_id"])
    assert not {s for s in [*forces_frame["source_id"], *told["source_id"]] if s} - known


def _rows(*changes):
    good = ["A", "Alpha", "", "state_police", "unit", "Sonora", "", "", "", "", "", "", "yes", "s-1", ""]
    rows = []
    for change in changes:
        rows.append([change.get(c, v) for c, v in zip(forces.COLUMNS, good, strict=True)])
    return pd.DataFrame(rows, columns=forces.COLUMNS)


@pytest.mark.parametrize("change, says", [
    ({"corps": "sheriff"}, "'sheriff'"), ({"level": "squad"}, "unit, force"), ({"relation": "child_of", "related_id": "Z"}, "'Z'"),
    ({"relation": "child_of", "related_id": "A", "source_id": ""}, "source"), ({"verified": "maybe"}, "yes, no"), ({"force_id": ""}, "an id and a name"),
])
def test_a_bad_table_is_refused_with_a_sentence(change, says):
    with pytest.raises(InputProblems) as refused:
        forces.Table(_rows(change))
    assert says in str(refused.value) and "row 2" in str(refused.value)


def test_all_problems_are_told_at_once():
    with pytest.raises(InputProblems) as refused:
        forces.Table(_rows({"corps": "x"}, {"level": "y"}))
    assert len(refused.value.problems) == 2
    with pytest.raises(InputProblems, match="no such column"):
        forces.Table(pd.DataFrame({"force_id": ["A"]}))


def test_the_five_tiers_are_ranked_from_close_to_far():
    assert [RANK[t] for t in TIERS] == sorted(RANK.values()) and all(RANK[a] < RANK[b] for a, b in itertools.pairwise(TIERS))
