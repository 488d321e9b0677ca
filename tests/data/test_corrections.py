"""Corrections change what is read, never the file, and stop the run when the fault is gone."""

import pandas as pd
import pytest

from helpers import corrections
from helpers.problems import InputProblems

ROWS = pd.DataFrame({"id": ["A", "B"], "year": ["2009", "2010"]})


def one(**changes):
    row = {"id": "C-1", "file": "x.csv", "row_match": "id=A", "column": "year", "old": "2009", "new": "2019", "reason": "misprint", "reported_by": "", "status": "applied", "_row": 2}
    return pd.DataFrame([{**row, **changes}])


def test_applied_changes_the_one_cell_and_leaves_the_input_alone():
    out, done = corrections.apply(ROWS, one(), "x.csv")
    assert out["year"].tolist() == ["2019", "2010"]
    assert ROWS["year"].tolist() == ["2009", "2010"]
    assert done["id"].tolist() == ["C-1"]


def test_other_files_are_left_alone():
    out, done = corrections.apply(ROWS, one(), "y.csv")
    assert out.equals(ROWS) and done.empty


def test_recorded_changes_nothing_but_is_checked():
    out, _ = corrections.apply(ROWS, one(status="recorded", old="1909", new="2009"), "x.csv")
    assert out.equals(ROWS)
    with pytest.raises(InputProblems, match="delete line 2"):
        corrections.apply(ROWS, one(status="recorded", new="2019"), "x.csv")


def test_mended_value_says_which_line_to_delete():
    with pytest.raises(InputProblems) as caught:
        corrections.apply(ROWS, one(old="2008"), "x.csv")
    assert "if so, delete line 2 of data/raw/corrections.csv" in str(caught.value)


@pytest.mark.parametrize("match", ["id=Z", "year=2009;id=B"])
def test_row_that_is_not_one_row(match):
    with pytest.raises(InputProblems, match="0 rows of data/raw/x.csv"):
        corrections.apply(ROWS, one(row_match=match), "x.csv")


def test_column_that_is_not_there():
    with pytest.raises(InputProblems, match="the column 'yeer'"):
        corrections.apply(ROWS, one(column="yeer"), "x.csv")


def test_bad_list_is_refused(tmp_path):
    folder = tmp_path / "data" / "raw"
    folder.mkdir(parents=True)
    (folder / "corrections.csv").write_text(
        "id,file,row_match,column,old,new,reason,reported_by,status\nC-1,x,a=b,c,d,e,,me,maybe\nC-1,x,a=b,c,d,e,why,me,applied\n", encoding="utf-8")
    with pytest.raises(InputProblems) as caught:
        corrections.load(tmp_path)
    assert len(caught.value.problems) == 3
