"""A file that is brought in joins the tidy tables: fuller data settle a bound, and nothing changes silently."""

import shutil
import sys
from pathlib import Path

import pandas as pd
import pytest

from helpers import exports, firearms, intake, paths, series, sources, timeline

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "readers"))

import made_up_dataweb  # noqa: E402
import shapes  # noqa: E402

PROJECT = paths.root(Path(__file__).parent)


@pytest.fixture
def project(tmp_path):
    root = tmp_path / "project"
    for folder in ("data", "stories"):
        shutil.copytree(PROJECT / folder, root / folder)
    return root


def bring(root: Path, name: str, content) -> sources.Evidence:
    file = root.parent / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    assert intake.add(file, root=root).written
    return sources.build(root)


def test_a_full_query_turns_the_bound_into_a_figure(project):
    text = made_up_dataweb.csv_text(codes={"93": 10})
    table = bring(project, "DataWeb-Query-Export (1).csv", text).tables["exports"]
    served = series.serve(exports.candidates(table), series.preference(project))
    assert served[served["year"].between(2002, 2004)]["series"].unique().tolist() == ["usitc-dataweb"]
    assert served[served["year"] == 2001]["value_is"].tolist() == ["exact"]
    # 10 x 100,000 x (3 + 4 + 5), worked by hand.
    assert exports.window_total(served, (2002, 2004)).value == 12_000_000
    assert exports.growth(served, served, (2002, 2004), (2015, 2017)).ratio.value_is == "exact"


def test_headings_open_the_composition_and_further_specifications(project):
    evidence = bring(project, "headings.csv", made_up_dataweb.csv_text())
    table = evidence.tables["exports"]
    found = exports.headings(table, evidence.tables["baskets"])
    assert set(found["heading"]) == set(made_up_dataweb.HEADINGS) and len(found["year"].unique()) == 25
    assert found[found["year"] == 2024]["pct"].round(1).tolist() == [33.3, 16.7, 8.3, 16.7, 25.0]
    # A query may have left headings out, so their sum is a lower bound of the chapter.
    added = table[(table["series"] == "usitc-dataweb") & (table["hs"] == "93")]
    assert set(added["value_is"]) == {"at_least"} and added["note"].str.contains("added up from 5 codes").all()
    rows = exports.specifications(evidence.tables["specifications"], table, evidence.tables["exports_by_mexican_state"], evidence.tables["cpi_u"], (2002, 2004), (2015, 2017), 12)
    firearms_only = rows[(rows["basket"] == "9301+9302+9303") & rows["ratio"].notna()]
    # Weights fall out of a ratio of the same basket: (16 + 17 + 18) / (3 + 4 + 5) in current dollars.
    own = firearms_only[(firearms_only["dollars"] == "nominal") & (firearms_only["change"] == "shift:0")]
    assert own["ratio"].tolist() == [51 / 12] and own["value_is"].tolist() == ["exact"]


def test_an_unfinished_year_serves_nothing(project):
    text = made_up_dataweb.csv_text(last=2026, codes={"93": 10}, zero_last=True)
    evidence = bring(project, "new.csv", text)
    table = evidence.tables["exports"]
    assert table[table["series"] == "usitc-dataweb"]["year_from"].max() == 2025
    assert any("2026" in note and "unfinished" in note for note in evidence.notes)


def test_the_bibliography_and_the_package_know_the_file(project):
    evidence = bring(project, "a.csv", made_up_dataweb.csv_text(codes={"93": 10}))
    mine = evidence.tables["sources"][evidence.tables["sources"]["source_id"].str.startswith("file-")]
    assert len(mine) == 1 and "DataWeb" in mine["citation"].iloc[0]
    sources.write_processed(evidence, project)
    back = sources.table("exports", project)
    assert back.equals(evidence.tables["exports"].reset_index(drop=True))
    assert sources.cite(back.loc[back["series"] == "usitc-dataweb", "source_id"], project)["source_id"].tolist() == mine["source_id"].tolist()


def test_a_newer_index_joins_and_says_what_it_changes(project):
    months = "Date,Index,Inflation\n" + "".join(f"2026-{m:02d}-01,330.0,0\n" for m in range(1, 13)) + "".join(f"2024-{m:02d}-01,313.0,0\n" for m in range(1, 13))
    evidence = bring(project, "cpi.csv", months)
    cpi = evidence.tables["cpi_u"].set_index("year")["cpi_u"]
    assert cpi[2026] == 330.0 and cpi[2024] == 313.0
    assert any("cpi_u: 2024: 313.689 held, 313.0 in the file brought in" in note for note in evidence.notes)


def test_an_answer_on_missing_firearms_can_be_drawn_by_state(project):
    evidence = bring(project, "answer.csv", shapes.answer_csv())
    mine = evidence.tables["missing_firearms"]
    mine = mine[mine["id"].str.startswith("RCV-")]
    assert len(mine) and mine["count"].notna().all() and mine["source_id"].nunique() == 1
    years = mine["period_from"].dt.year
    rows = firearms.by_state(evidence.tables["missing_firearms"], evidence.tables["mexican_states"], mine["source_id"].iloc[0], (f"{years.min()}-01-01", f"{years.max()}-12-31"))
    assert rows["count"].sum() <= mine["count"].sum() and len(rows)


def test_receipts_become_dated_hand_overs_without_municipalities(project):
    evidence = bring(project, "receipts.csv", shapes.receipts_csv())
    mine = evidence.tables["transfers"]
    mine = mine[mine["id"].str.startswith("RCV-")]
    assert len(mine) and mine["quantity"].gt(0).all()
    printed = pd.read_csv(__import__("io").StringIO(shapes.receipts_csv()), dtype="str", keep_default_na=False)
    for town in {name for name in printed.get("Usuario_municipal", pd.Series(dtype="str")) if name.strip()}:
        assert not mine["receiver"].str.contains(town, regex=False).any()
    assert set(timeline.hand_overs(mine)["transfer_id"]) == set(mine["id"])


def test_events_are_kept_but_join_no_table(project):
    before = len(sources.build(project).tables["atrocities"])
    evidence = bring(project, "ged.csv", shapes.ged())
    assert len(evidence.tables["atrocities"]) == before
    assert any("need a person's judgment" in note for note in evidence.notes)


def test_genuine_query_joins_when_present(project):
    genuine = PROJECT.parent / "shared" / "data" / "trade" / "usitc_dataweb_total_exports_hts2_36_93_all_countries_2020_2025.csv"
    if not genuine.is_file():
        pytest.skip("the genuine DataWeb extract is not beside the project")
    intake.add(genuine, root=project)
    table = sources.build(project).tables["exports"]
    mine = table[(table["series"] == "usitc-dataweb") & (table["hs"] == "93")].set_index("year_from")["value_usd"]
    assert mine.to_dict() == {2020: 57_999_869, 2021: 38_530_968, 2022: 38_048_559, 2023: 97_443_172, 2024: 89_305_191}


def test_every_trade_layout_has_its_name_in_both_languages():
    from helpers import readers, words

    for layout in readers.layouts():
        if layout.topic == "exports":
            for lang in words.LANGUAGES:
                assert words.has(f"data-series-{layout.name}", lang) and words.has(f"exports-option-{layout.name}", lang)
