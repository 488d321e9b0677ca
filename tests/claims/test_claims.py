import datetime as dt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import claims, sources
from helpers.claims import computations
from helpers.claims.computations import Computed
from helpers.problems import InputProblems


@pytest.fixture(scope="module")
def tables():
    return claims.tables()


@pytest.fixture(scope="module")
def ledger():
    return sources.table("letter_claims")


@pytest.fixture(scope="module")
def checked(ledger, tables):
    return claims.check(ledger, claims.plan(), tables).set_index("claim_id")


# --- the rule ------------------------------------------------------------------------------------

@pytest.mark.parametrize("stated, compare, computed, expected", [
    (43.0, "equal", Computed(43), claims.CONFIRMED),
    (43.0, "equal", Computed(44), claims.CONTRADICTED),
    (122e6, "more_than", Computed(123e6), claims.CONFIRMED),
    (122e6, "more_than", Computed(137.4e6), claims.DIFFERENCE),
    (122e6, "more_than", Computed(100e6), claims.CONTRADICTED),
    (122e6, "more_than", Computed(100e6, "at_least"), claims.NARROW),
    (122e6, "more_than", Computed(130e6, "at_least"), claims.DIFFERENCE),
    (12.0, "more_than", Computed(12.3, "at_most", holds=9, choices=64), claims.NARROW),
    (12.0, "more_than", Computed(11.0, "at_most", holds=0, choices=64), claims.CONTRADICTED),
    (12.0, "more_than", Computed(12.3, holds=60, choices=64), claims.DIFFERENCE),
    (12.0, "more_than", Computed(12.3, holds=64, choices=64), claims.CONFIRMED),
    (12.0, "more_than", Computed(12.3, holds=0, choices=64), claims.CONTRADICTED),
    (266e6, "up_to", Computed(266e6, "at_most"), claims.CONFIRMED),
    (266e6, "up_to", Computed(300e6, "at_most"), claims.CONTRADICTED),
    (None, "exists", Computed(0), claims.CONTRADICTED),
    (None, "exists", Computed(1), claims.CONFIRMED),
    (None, "exists", Computed(1, narrow=True), claims.NARROW),
    (None, "exists", Computed(1, differences=("x",)), claims.DIFFERENCE),
    (5.0, "of", Computed(3, "at_least"), claims.DIFFERENCE),
    (5.0, "of", Computed(5), claims.CONFIRMED),
    (5.0, "of", Computed(0), claims.CONTRADICTED),
    (dt.date(2021, 3, 12), "day", Computed(dt.date(2021, 3, 12)), claims.CONFIRMED),
    (dt.date(2021, 3, 12), "day", Computed(dt.date(2021, 3, 1), "about"), claims.CONTRADICTED),
    (2015.0, "year", Computed(dt.date(2015, 3, 25)), claims.CONFIRMED),
    ("AR-6530", "text", Computed("model printed as AR65430"), claims.DIFFERENCE),
    ("AR-6530", "text", Computed("AR-6530"), claims.CONFIRMED),
    ("AR-6530", "text", Computed("G36V"), claims.CONTRADICTED),
    ("Colt Defense Industries", "contains", Computed("Colt"), claims.DIFFERENCE),
    (43.0, "equal", Computed(None), claims.NOT_REPRODUCIBLE),
])
def test_a_status_follows_by_rule(stated, compare, computed, expected):
    assert claims.status(stated, compare, computed) == expected


def test_a_claim_cannot_confirm_itself():
    assert claims.status(2015.0, "year", Computed(2015), independent=False) == claims.NOT_REPRODUCIBLE


def test_a_later_event_supersedes():
    assert claims.status(1.0, "equal", Computed(1), superseded=True) == claims.SUPERSEDED


amounts = st.floats(1, 1e9, allow_nan=False)


@given(amounts, amounts, st.sampled_from(["exact", "at_least", "at_most", "about"]))
def test_every_value_has_exactly_one_status(stated, value, value_is):
    for compare in ("more_than", "equal", "up_to"):
        assert claims.status(stated, compare, Computed(value, value_is)) in claims.STATUSES


@given(amounts, amounts)
def test_an_upper_bound_alone_never_confirms_more_than(stated, value):
    assert claims.status(stated, "more_than", Computed(value, "at_most")) in (claims.NARROW, claims.CONTRADICTED)


# --- the letters ---------------------------------------------------------------------------------

def test_every_claim_is_tested_or_says_why(checked, ledger):
    assert len(checked) == len(ledger) == 59
    assert set(checked["status"]) <= set(claims.STATUSES)
    assert (checked.loc[checked["testable"] == "no", "why"] != "").all()
    assert (checked.loc[checked["testable"] == "no", "document"] != "").all()
    assert (checked["testable"] == "yes").sum() == 29


@pytest.mark.parametrize("claim, status", [
    ("H19-03", claims.DIFFERENCE), ("H19-04", claims.NARROW), ("H19-06", claims.CONFIRMED), ("H19-07", claims.DIFFERENCE), ("H19-09", claims.NARROW),
    ("H19-12", claims.DIFFERENCE), ("S21-03", claims.NOT_REPRODUCIBLE), ("S21-09", claims.NOT_REPRODUCIBLE), ("S21-10", claims.NOT_REPRODUCIBLE),
    ("S21-11", claims.NARROW), ("S21-13", claims.NOT_REPRODUCIBLE), ("S21-22", claims.CONFIRMED), ("S21-25", claims.CONFIRMED),
    ("S21-32", claims.NOT_REPRODUCIBLE), ("S21-04", claims.CLOSED), ("S21-34", claims.UNTESTED),
])
def test_statuses_of_the_letters(checked, claim, status):
    assert checked.loc[claim, "status"] == status


def test_the_numbers_behind_the_statuses(checked):
    assert checked.loc["H19-03", "computed"] == 137375073
    ratio = checked.loc["H19-04"]
    assert round(ratio["computed"], 1) == 12.3 and ratio["value_is"] == "at_most" and ratio["holds"] < ratio["choices"] / 2
    assert checked.loc["H19-09", "computed"] == 20066 and checked.loc["H19-06", "computed"] == 43 and checked.loc["S21-22", "computed"] == 27


def test_research_status_stays_beside_and_disagreements_are_listed(checked, ledger):
    assert (checked["research_status"] == ledger.set_index("claim_id")["research_status"]).all()
    apart = set(checked.index[checked["agrees"] == "no"])
    assert apart == {"H19-11", "S21-03", "S21-05", "S21-31"}


def test_a_status_changes_when_a_figure_changes(ledger, tables):
    changed = dict(tables)
    atrocities = tables["atrocities"].copy()
    atrocities.loc[atrocities["id"] == "ATR-024", "disappeared"] = 42
    changed["atrocities"] = atrocities
    assert claims.check(ledger, claims.plan(), changed).set_index("claim_id").loc["H19-06", "status"] == claims.CONTRADICTED


def test_every_computation_says_what_it_is_and_every_test_row_can_run(tables):
    assert all(function.__doc__ for function in computations.REGISTRY.values())


# --- words ---------------------------------------------------------------------------------------

@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_claim_has_its_safest_wording(checked, lang):
    from helpers import words
    from helpers.charts import claims as draw

    for claim, row in checked.iterrows():
        said = draw.wording({"claim_id": claim, **row.to_dict()}, lang)
        assert words.has(f"claim-wording-{claim}", lang) and words.has(f"claim-label-{claim}", lang)
        assert said.rstrip().endswith(".") and "{" not in said
        assert said != words.say("claim-not-computed", lang, why=""), claim
    assert "12.3" in draw.wording({"claim_id": "H19-04", **checked.loc["H19-04"].to_dict()}, lang)
    assert "4.2" in draw.wording({"claim_id": "H19-04", **checked.loc["H19-04"].to_dict()}, lang)


@pytest.mark.parametrize("lang, banned", [("en", r"\b(caused|because|led to|resulted in|due to|fueled)\b"), ("es", r"\b(causó|causaron|porque|provocó|debido a|a causa de)\b")])
def test_no_causal_verb_in_any_wording(lang, banned):
    import re

    from helpers import words

    for room in ("claims", "timeline", "units"):
        text = (words.catalog.__globals__["FOLDER"] if hasattr(words.catalog, "__globals__") else __import__("pathlib").Path(words.__file__).parent) / lang / f"{room}.ftl"
        lines = [line for line in text.read_text(encoding="utf-8").splitlines() if "order-not-cause" not in line]
        assert not [line for line in lines if re.search(banned, line, re.I)]


# --- drafts, tags, refusals ----------------------------------------------------------------------

HEADER = ",".join(claims.DRAFT_COLUMNS)


def write(tmp_path, *rows):
    path = tmp_path / "draft.csv"
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return path


def test_a_users_own_sentence_is_checked_the_same_way(tmp_path, tables):
    path = write(tmp_path, "D-1,draft-2026-01-01,Forty-three students,43,persons,2014,,victims,event=ATR-024;column=disappeared,equal,",
                 "D-2,draft-2026-01-01,Fifty students,50,persons,2014,,victims,event=ATR-024;column=disappeared,equal,",
                 "D-3,draft-2026-01-01,A judgment,,,,State reply,,,,judgment")
    mine = claims.draft(path)
    got = claims.check(mine, mine, tables).set_index("claim_id")
    assert got["status"].tolist() == [claims.CONFIRMED, claims.CONTRADICTED, claims.UNTESTED]


@pytest.mark.parametrize("row, says", [
    ("D-1,d,x,43,persons,2014,,victim,event=ATR-024,equal,", "write victims"),
    ("D-1,d,x,43,persons,2014,,victims,evnt=ATR-024,equal,", "write event"),
    ("D-1,d,x,43,persons,2014,,victims,event ATR-024,equal,", "key=value"),
    ("D-1,d,x,43,persons,2014,,victims,event=ATR-024,same,", "more_than"),
    ("D-1,d,x,,persons,2014,,victims,event=ATR-024,equal,", "the value the sentence states"),
    ('D-1,d,x,"43,000",persons,2014,,victims,event=ATR-024,equal,', "without commas"),
    ("D-1,d,x,43,persons,2014,,,,,", "say why no table"),
    (",d,x,43,persons,2014,,,,,law", "an id of its own"),
])
def test_a_bad_draft_is_refused_with_its_sentence(tmp_path, row, says):
    with pytest.raises(InputProblems) as refused:
        claims.draft(write(tmp_path, row))
    assert says in str(refused.value) and "row 2" in str(refused.value)


def test_all_faults_of_a_draft_are_told_at_once(tmp_path):
    with pytest.raises(InputProblems) as refused:
        claims.draft(write(tmp_path, "D-1,d,x,1,n,,,nope,,equal,", "D-1,d,x,1,n,,,victims,event=ATR-024,nope,"))
    assert len(refused.value.problems) == 3


def test_a_draft_without_its_columns(tmp_path):
    path = tmp_path / "draft.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(InputProblems, match="no column"):
        claims.draft(path)
    with pytest.raises(InputProblems, match="no such file"):
        claims.draft(tmp_path / "none.csv")


def test_a_claim_without_a_test_and_a_test_without_a_claim(ledger, tables):
    listed = claims.plan()
    with pytest.raises(InputProblems) as refused:
        claims.check(ledger, pd.concat([listed.iloc[1:], listed.iloc[:1].assign(claim_id="X")]), tables)
    assert "H19-01" in str(refused.value) and "'X'" in str(refused.value)


def test_a_tag_remembers_and_a_change_is_found(checked, tmp_path):
    frame = checked.reset_index()
    path = tmp_path / "quoted.csv"
    claims.tag(frame, ["H19-06", "H19-03"], path, dt.date(2026, 11, 21))
    assert claims.changed(frame, claims.quoted(path)).empty
    later = frame.assign(status=frame["status"].where(frame["claim_id"] != "H19-06", claims.CONTRADICTED))
    found = claims.changed(later, claims.quoted(path))
    assert found.to_dict("records") == [{"claim_id": "H19-06", "was": claims.CONFIRMED, "now": claims.CONTRADICTED, "tagged_on": "2026-11-21"}]
    with pytest.raises(InputProblems, match="H19-06"):
        claims.tag(frame, ["H19-6"], path, dt.date(2026, 11, 21))


def test_the_verb_exits_with_one_when_a_quoted_claim_has_changed(tmp_path, monkeypatch):
    from click.testing import CliRunner

    from helpers.claims import verb as claims_verb

    path = tmp_path / "quoted" / "mine.csv"
    monkeypatch.setattr(claims, "quoted_file", lambda story: tmp_path / "quoted" / f"{story}.csv")

    def run(*args):
        return CliRunner().invoke(claims_verb.claims, list(args), standalone_mode=False)

    assert run("--story", "mine", "--tag", "H19-06").return_value == 0
    assert run("--check").return_value == 0
    path.write_text(path.read_text().replace("H19-06,confirmed", "H19-06,contradicted"))
    result = run("--check", "--story", "mine")
    assert result.return_value == 1 and "H19-06 was contradicted" in result.output
    assert run("--columns").return_value == 0 and run("--all").return_value == 0


def test_what_points_to_a_leaked_cable_is_left_out(tables):
    assert not {"TRF-001", "TRF-002", "TRF-003"} & set(tables["transfers"]["id"]) and "DSP5-050016624" not in set(tables["licenses"]["id"])
    said = claims.questions(sources.table("letter_questions"))["answerable_with"].str.cat(sep=" ")
    assert "cable" not in said.replace("cables and emails", "") and "050016624" not in said
