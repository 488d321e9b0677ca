"""Bundles, findings, the manifest and the comparison of two runs, on a figure made here."""

import json
import shutil

import pandas as pd
import pytest
from PIL import Image

from helpers import charts, paths, record
from helpers.bounds import Bounded
from helpers.problems import InputProblems
from helpers.record.defaults import changed_parameters, literals

LINE = {"en": "U.S. Bureau of Transportation Statistics, TransBorder, read November 21, 2026",
        "es": "U.S. Bureau of Transportation Statistics, TransBorder, consultado el 21 de noviembre de 2026"}


def frame(last=2006):
    years = list(range(1994, last + 1))
    return pd.DataFrame({"year": years, "value_usd": [1_000_000 + 100_000 * i for i in range(len(years))]})


def draw_for(data):
    def draw(page, lang):
        ax = page.axes()
        ax.plot(data["year"], data["value_usd"], color=charts.COLORS.main)
        page.zero(ax)
        page.numbers(ax.yaxis, divide=1e6)
        page.years(ax.xaxis)

    return draw


def make(folder, data=None, **changes):
    data = frame() if data is None else data
    run = record.start("01-sample", {"story": "default", "language": "en", "lag": 0} | changes.pop("parameters", {}),
                       folder, defaults={"lag": 0})
    options = {"sources": ["bts-1"], "as_of": "2026-11-21", "source_line": LINE, "first": 1994, "last": 2006,
               "total": float(data["value_usd"].sum()) if len(data) else None} | changes
    run.figure("sample-figure", data, draw_for(data), **options)
    run.finding("sample.total", float(data["value_usd"].sum()), value_is="at_least", unit="usd",
                figure="sample-figure", sources=["bts-1"], cell="1994-2006, surface")
    run.finish()
    record.merge(folder)
    return run


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("run") / "default"
    make(folder)
    return folder


FILES = {f"sample-figure.{end}" for end in
         ("en.png", "es.png", "en.svg", "es.svg", "en.pdf", "es.pdf", "gray.png", "csv", "json")}


def test_a_bundle_has_all_its_files_and_no_leftovers(made):
    assert {path.name for path in (made / "figures").iterdir()} == FILES
    assert sorted(path.name for path in made.iterdir()) == [
        "figures", "findings-01-sample.json", "findings.json", "manifest.json", "notebook-01-sample.json", "sources.json"]


def test_the_words_of_a_figure_are_in_its_json_in_both_languages(made):
    about = json.loads((made / "figures" / "sample-figure.json").read_text(encoding="utf-8"))
    for part in ("title", "subtitle", "source", "note", "alt", "long_description"):
        assert set(about[part]) == {"en", "es"} and all(about[part].values())
    assert about["title"] == {"en": "A sample figure adds up to $20.8 million",
                              "es": "Una figura de muestra suma US$20.8 millones"}
    assert about["data_sha256"] == paths.digest(made / "figures" / "sample-figure.csv")
    assert about["as_of"] == "2026-11-21" and about["parameters"]["lag"] == 0 and about["versions"]["matplotlib"]
    assert about["house_style_problems"] == {"en": [], "es": []}


def test_the_csv_reproduces_the_number_in_the_title(made):
    data = pd.read_csv(made / "figures" / "sample-figure.csv")
    assert data["value_usd"].sum() == 20_800_000


def test_pictures_are_1950_pixels_at_300_dpi_and_carry_their_words(made):
    picture = Image.open(made / "figures" / "sample-figure.es.png")
    assert picture.size == (1950, 1080) and round(picture.info["dpi"][0]) == 300
    assert picture.text["Title"].startswith("Una figura") and picture.text["Description"].startswith("Gráfica")
    assert picture.text["Data-SHA256"] == paths.digest(made / "figures" / "sample-figure.csv")
    assert Image.open(made / "figures" / "sample-figure.gray.png").mode == "L"
    svg = (made / "figures" / "sample-figure.en.svg").read_text(encoding="utf-8")
    assert "A sample figure adds up" in svg and "<text" not in svg and "dc:date" not in svg


def test_a_picture_with_a_palette_keeps_the_houses_colors_and_a_fine_one_its_own():
    import numpy as np

    from helpers.record.bundle import canvas_image

    rng = np.random.default_rng(7)
    pixels = np.full((60, 80, 4), 255, dtype=np.uint8)
    pixels[10:30, 10:40, :3] = (0x12, 0x4A, 0x7D)
    pixels[40, :, :3] = (0xD9, 0xD9, 0xD9)
    pixels[41, :, :3] = (0xD4, 0xD4, 0xD4)
    picture = canvas_image(pixels)
    assert picture.mode == "P" and picture.size == (80, 60)
    plain = np.asarray(picture.convert("RGB")).astype(int)
    assert tuple(plain[20, 20]) == (0x12, 0x4A, 0x7D) and tuple(plain[40, 5]) == (0xD9, 0xD9, 0xD9)
    assert np.abs(plain - pixels[..., :3].astype(int)).max() <= 16
    noise = rng.integers(0, 255, (60, 80, 4), dtype=np.uint8)
    noise[..., 3] = 255
    assert canvas_image(noise).mode == "RGB" and (np.asarray(canvas_image(noise)) == noise[..., :3]).all()


def test_the_same_data_gives_the_same_bytes(made, tmp_path):
    make(tmp_path / "again")
    for name in sorted(FILES):
        assert paths.digest(made / "figures" / name) == paths.digest(tmp_path / "again" / "figures" / name), name
    for name in ("findings.json", "manifest.json"):
        assert (made / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


def test_the_printed_line_names_rows_years_total_and_hash(tmp_path, capsys):
    make(tmp_path)
    digest = paths.digest(tmp_path / "figures" / "sample-figure.csv")[:10]
    assert capsys.readouterr().out.splitlines() == [
        f"sample-figure: 13 rows, 1994 to 2006, total value_usd 20,800,000, data {digest}",
        "sample.total: The sample adds up to at least $20.8 million."]


def test_findings_keep_full_precision_and_both_sentences(tmp_path):
    data = frame().assign(value_usd=lambda d: d["value_usd"] + 0.123456789)
    make(tmp_path, data)
    (found,) = json.loads((tmp_path / "findings.json").read_text(encoding="utf-8"))
    assert found["value"] == float(data["value_usd"].sum()) and found["value_is"] == "at_least"
    assert found["sentence"]["es"] == "La muestra suma al menos US$20.8 millones."
    assert found["figure"] == "sample-figure" and found["cell"] and found["sources"] == ["bts-1"]


def test_a_value_with_a_bound_is_taken_whole(tmp_path):
    run = record.start("01-sample", {}, tmp_path, defaults={})
    run.finding("sample.total", Bounded(5, "at_most"), unit="usd", sources=["bts-1"])
    assert (run.findings[0]["value"], run.findings[0]["value_is"]) == (5, "at_most")


@pytest.mark.parametrize(("sentence", "changes"), [
    ("without a source", {"sources": []}),
    ("without an as-of date", {"as_of": None}),
    ("without an as-of date", {"as_of": "21/11/2026"}),
    ("empty source line", {"source_line": {"en": " ", "es": "x"}}),
    (r"no value for \$total", {"total": None}),
])
def test_a_figure_that_owes_the_reader_something_is_refused_and_nothing_written(tmp_path, sentence, changes):
    with pytest.raises(InputProblems, match=sentence if "$" not in sentence else "total"):
        make(tmp_path, **changes)
    assert not (tmp_path / "figures").exists()


@pytest.mark.parametrize(("part", "text"), [
    ("alt", "x" * 251), ("alt", "Image of a chart"), ("alt", "Imagen de una gráfica"), ("note", " "),
    ("long_description", "word " * 121)])
def test_words_that_break_the_rules_are_refused(tmp_path, monkeypatch, part, text):
    from helpers import words

    plain = words.figure
    monkeypatch.setattr(words, "figure", lambda *a, **k: plain(*a, **k)._replace(**{part: text}))
    with pytest.raises(InputProblems, match=part.split("_")[0]):
        make(tmp_path)


def test_a_figure_without_words_or_with_a_bad_id_is_refused(tmp_path):
    run = record.start("01-sample", {}, tmp_path, defaults={})
    for name in ("no-such-figure", "Bad Id"):
        with pytest.raises(InputProblems):
            run.figure(name, frame(), draw_for(frame()), sources=["bts-1"], as_of="2026-11-21", source_line=LINE)


def test_zero_rows_make_a_figure_that_says_so(tmp_path, capsys):
    make(tmp_path, frame().iloc[:0])
    about = json.loads((tmp_path / "figures" / "sample-figure.json").read_text(encoding="utf-8"))
    assert about["rows"] == 0 and "No rows" in about["title"]["en"] and "ninguna fila" in about["title"]["es"]
    assert about["house_style_problems"] == {"en": [], "es": []}
    assert "sample-figure: 0 rows, " in capsys.readouterr().out


def test_one_row_is_drawn(tmp_path):
    make(tmp_path, frame(1994))
    assert json.loads((tmp_path / "figures" / "sample-figure.json").read_text(encoding="utf-8"))["rows"] == 1


def test_changed_parameters_are_named_at_the_foot(tmp_path):
    run = make(tmp_path, parameters={"lag": 30, "language": "es"})
    assert run.changed == ["lag"]
    about = json.loads((tmp_path / "figures" / "sample-figure.json").read_text(encoding="utf-8"))
    assert about["changed_parameters"] == ["lag"]
    import pymupdf

    foot = pymupdf.open(tmp_path / "figures" / "sample-figure.en.pdf")[0].get_text()
    assert "parameter changed from its default: lag" in foot.replace("\n", " ")


def test_defaults_come_from_the_notebooks_parameters_cell():
    assert literals("a: int = 3  # three\nb = 'x'\nc = f()") == {"a": 3, "b": "x"}
    assert changed_parameters("x", {"a": [1], "b": 2}, {"a": (1,), "b": 3}) == ["b"]


def test_two_notebooks_cannot_hold_one_finding(tmp_path):
    make(tmp_path)
    shutil.copy(tmp_path / "findings-01-sample.json", tmp_path / "findings-02-other.json")
    with pytest.raises(InputProblems, match="sample.total"):
        record.merge(tmp_path)


def test_a_notebook_run_by_hand_leaves_the_runs_of_its_story_alone(tmp_path, monkeypatch):
    ledger = paths.root() / "data" / "processed" / "sources.csv"
    monkeypatch.setattr(paths, "root", lambda start=None: tmp_path)
    (tmp_path / "data" / "processed").mkdir(parents=True)
    shutil.copy(ledger, tmp_path / "data" / "processed")
    run = record.start("01-sample", {"story": "mine"}, "", defaults={})
    run.finding("sample.total", 5, unit="usd", sources=["bts-1"])
    run.finish()
    assert json.loads((tmp_path / "runs" / "by-hand" / "findings.json").read_text(encoding="utf-8"))[0]["id"] == "sample.total"


def test_comparison_finds_changed_added_and_dropped_rows(made, tmp_path):
    data = frame(2007)
    data = data[data["year"] != 1994].reset_index(drop=True)
    data.loc[data["year"] == 2000, "value_usd"] *= 2
    make(tmp_path, data)
    found = record.compare(made, tmp_path)
    assert found.tables == {"sample-figure": {"changed": 1, "added": 1, "dropped": 1}}
    (move,) = found.moves
    assert (move.row, move.column, move.before, move.after) == ("2000", "value_usd", "1600000", "3200000")
    assert [f["id"] for f in found.findings] == ["sample.total"]
    for lang in ("en", "es"):
        assert len(found.lines(lang)) == 3 and "2000" in found.lines(lang)[1]


def test_the_same_run_twice_has_nothing_to_say(made, tmp_path):
    assert record.compare(made, made).lines("en") == ["Nothing changed since the last run."]
    first = record.compare(tmp_path / "none", made)
    assert first.added == ["sample-figure"] and first.findings[0]["before"] is None and first.lines("es")


def test_a_folder_without_a_run_is_refused(tmp_path):
    with pytest.raises(InputProblems, match="findings.json"):
        record.load(tmp_path)


def test_a_read_only_folder_is_left_as_it_was(made, tmp_path, monkeypatch):
    shutil.copytree(made, tmp_path / "run")
    before = {path.name: path.read_bytes() for path in (tmp_path / "run" / "figures").iterdir()}

    def full(path, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(paths, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        make(tmp_path / "run", frame(2007))
    assert {path.name: path.read_bytes() for path in (tmp_path / "run" / "figures").iterdir()} == before


def test_hostile_and_very_long_text_is_drawn_as_text(tmp_path):
    import pymupdf
    from lxml import etree

    mark = "\N{RIGHT-TO-LEFT OVERRIDE}\x00\x1b<b>&]]>$x^2${ MONEY($y) }"
    make(tmp_path, source_line={"en": mark + " Secretaría de Seguridad" * 12, "es": mark + "; Fiscalía" * 90})
    about = json.loads((tmp_path / "figures" / "sample-figure.json").read_text(encoding="utf-8"))
    assert about["source"]["en"].startswith("<b>&]]>$x^2${ MONEY($y) } Secretaría")
    assert about["house_style_problems"] == {"en": [], "es": []}
    for lang in ("en", "es"):
        etree.parse(tmp_path / "figures" / f"sample-figure.{lang}.svg")
        assert "<b>&]]>$x^2$" in pymupdf.open(tmp_path / "figures" / f"sample-figure.{lang}.pdf")[0].get_text()
