"""Parameters are read as declared, and refused with sentences before a kernel starts."""

from __future__ import annotations

import pytest
import small_project

from helpers import params, paths
from helpers.running import allowed, stories
from helpers.problems import InputProblems


def story(project, text):
    paths.write_text(project / "stories" / "some.yml", text)
    return stories.read(project, "some")


def refused(call):
    with pytest.raises(InputProblems) as caught:
        call()
    return [str(problem) for problem in caught.value.problems]


def test_scalars_in_yaml_stay_what_they_are(small):
    made = story(small, "title: {en: A, es: B}\nparameters:\n  state: NO\n  base_window: 0301\n  dollars: 12:30\n  years: [01, no, 1e3]\n")
    assert {given.name: given.text for given in made.given} == {
        "state": "NO", "base_window": "0301", "dollars": "12:30", "years": ["01", "no", "1e3"]}


def test_text_becomes_the_declared_type(small):
    plan = params.resolve(small, story(small, "parameters: {rate: 2, count: '7', draft: yes, years: [2001, 0301]}"))
    values = plan.notebooks["01-second"]
    assert (values["rate"], values["count"], values["draft"], values["years"]) == (2.0, 7, True, ["2001", "0301"])
    assert type(values["rate"]) is float and values["base_window"] == "2002-2004"
    assert plan.changed == {"rate": 2.0, "count": 7, "draft": True, "years": ["2001", "0301"]}


def test_the_command_line_wins_over_the_story(small):
    plan = params.resolve(small, story(small, "parameters: {rate: 2}"), [("rate", "3"), ("years", "2001, 2002")])
    assert plan.notebooks["01-second"]["rate"] == 3.0
    assert plan.notebooks["01-second"]["years"] == ["2001", "2002"]


def test_a_value_goes_to_every_notebook_that_declares_its_name(small):
    plan = params.resolve(small, stories.read(small), [("language", "es")])
    assert [values["language"] for values in plan.notebooks.values()] == ["es", "es"]


def test_a_story_may_name_its_notebooks(small):
    assert list(params.resolve(small, story(small, "notebooks: [01-second]")).notebooks) == ["01-second"]
    assert "use 01-second" in refused(lambda: params.resolve(small, story(small, "notebooks: [01-secnd]")))[0]


def test_everything_wrong_is_said_at_once_with_file_and_line(small):
    made = story(small, "title: {en: A, es: B}\nparameters:\n  base_windw: 2002-2004\n  rate: quick\n  dollars: reel\n")
    found = refused(lambda: params.resolve(small, made, [("count", "3.5"), ("draft", "maybe"), ("run_folder", "x")]))
    assert len(found) == 6
    assert found[0].startswith("stories/some.yml, row 3: found base_windw") and "use base_window" in found[0]
    assert "row 4: found rate set to 'quick'; expected a number such as 2.5" in found[1]
    assert any("row 5: found dollars set to 'reel'" in line and "use real" in line for line in found)
    assert any(line.startswith("command line: found count set to '3.5'; expected a whole number") for line in found)
    assert any("expected true or false" in line for line in found) and any("run_folder" in line for line in found)


@pytest.mark.parametrize(("window", "words", "near"), [
    ("2007-2005", "runs backwards", "2005-2007"),
    ("1990-1992", "outside the data", "1994-1996"),
    ("2027-2029", "outside the data", "2023-2025"),
    ("1993-1995", "only half covered", "1994-1996"),
    ("2024-2026", "no whole year for 2026", "2023-2025"),
    ("2005", "two years such as", "first and the last year"),
    ("2005-07", "two years such as", "first and the last year"),
])
def test_impossible_windows_name_the_nearest_possible_one(small, window, words, near):
    (found,) = refused(lambda: params.resolve(small, stories.read(small), [("base_window", window)]))
    assert words in found and near in found


def test_windows_of_different_length_are_refused():
    found = list(allowed.violations(paths.root(), {"base_window": "2002-2004", "comparison_window": "2015-2018"},
                                    {"base_window", "comparison_window"}))
    assert len(found) == 1 and "equal length" in found[0][2]


@pytest.mark.parametrize(("values", "words"), [
    ({"claim": "H19-4"}, "H19-04"),
    ({"price_year": 2099}, "use 2025"),
    ({"leaked_sources": ["bts-1"]}, "leaked_sources set to 'bts-1'"),
    ({"state_from": "2006-13-01"}, "a day that exists"),
    ({"state_from": "2018-01-01", "state_to": "2017-08-31"}, "runs backwards"),
    ({"implied_window": "2018-2006"}, "write 2006-2018"),
    ({"dollars": "real", "base_window": "1995-1997"}, "no consumer price index for 1995 to 1997"),
    ({"finding_level": ["court", "pres"]}, "use press"),
])
def test_other_parameters_are_checked_against_the_data(values, words):
    (found,) = refused(lambda: params.check(values))
    assert words in found


def test_a_window_that_is_not_of_exports_only_has_to_run_forward():
    assert params.check({"implied_window": "1980-1990"}) == {"implied_window": "1980-1990"}


@pytest.mark.parametrize("name", stories.names(paths.root()))
def test_every_story_of_the_project_can_run(name):
    made = stories.read(paths.root(), name)
    assert set(made.title) == {"en", "es"} and params.resolve(paths.root(), made).notebooks


def test_a_state_is_one_of_the_reference_table(small):
    (found,) = refused(lambda: params.resolve(small, stories.read(small), [("state", "Guerero")]))
    assert "use Guerrero" in found
    assert params.resolve(small, stories.read(small), [("state", "Guerrero")]).changed == {"state": "Guerrero"}


def test_a_story_with_other_keys_or_a_name_twice_is_refused(small):
    found = refused(lambda: story(small, "parameter:\n  a: 1\nparameters:\n  rate: 1\n  rate: 2\n"))
    assert any("the key parameter" in line for line in found) and any("rate a second time" in line for line in found)
    assert "row 1" in refused(lambda: story(small, "parameters: {rate: [1\n"))[0] or True


def test_a_story_that_does_not_exist(small):
    assert "use default" in refused(lambda: stories.read(small, "defalt"))[0]


@pytest.mark.parametrize("line", ["a = 1 + 2", "a: int = '3'", "a: dict = {}", "print(1)", "a = b", "a = None"])
def test_only_literals_are_declarations(line):
    (found,) = refused(lambda: params.declarations(line, "x.ipynb"))
    assert "x.ipynb, row 1" in found and line in found


def test_check_sees_what_papermill_injected_and_what_has_the_wrong_type(small):
    values = {"base_window": "2005-2007", "rate": 2, "dollars": "nominal", "state": 301, "count": True, "draft": False,
              "years": [], "story": "default", "run_folder": "", "language": "en",
              "In": ["", "x = 1", "# Parameters\nbase_windw = '2005-2007'\nstate = 301\n"], "other": object()}
    found = refused(lambda: params.check(values, "01-second", small))
    assert len(found) == 3
    assert "base_windw" in found[0] and "state set to 301" in found[1] and "-r state" in found[1] and "count" in found[2]
    values |= {"In": [""], "state": "Guerrero", "count": 4}
    assert params.check(values, "01-second", small)["count"] == 4
    assert "other" not in params.check(values, "01-second", small)


def test_the_notebook_must_have_one_parameters_cell(small):
    made = small_project.notebook()
    made["cells"] = made["cells"][:1]
    path = small_project.put(small, "02-none", made)
    assert "0 cells tagged parameters" in refused(lambda: params.declared(path))[0]
