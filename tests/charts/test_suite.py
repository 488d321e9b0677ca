"""Every figure of the default run against the house style, in both languages, in color and in gray."""

import csv
import json
import re

import pytest
from PIL import Image

from helpers import paths, words
from helpers.charts import COLORS, checks
from helpers.record.bundle import ALT_LIMIT, LONG_LIMIT

RUN = paths.root() / "runs" / "default"
FIGURES = sorted(path.stem for path in (RUN / "figures").glob("*.json"))
pytestmark = pytest.mark.skipif(not (RUN / "manifest.json").is_file(),
                                reason="the default run has not been made (armstrail run)")
NUMBER = re.compile(r"(?<![\w.])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,–-])\d+(?:\.\d+)?(?![\w–-])")


def about(figure):
    return json.loads((RUN / "figures" / f"{figure}.json").read_text(encoding="utf-8"))


def test_there_are_figures():
    assert {"exports-series", "exports-windows", "exports-specifications", "exports-destinations", "missing-by-disclosure",
            "missing-by-state", "timeline", "order-of-transfers"} <= set(FIGURES)


@pytest.mark.parametrize("figure", FIGURES)
def test_the_drawn_figure_kept_to_the_house_style(figure):
    assert about(figure)["house_style_problems"] == {"en": [], "es": []}


@pytest.mark.parametrize("figure", FIGURES)
def test_pictures_have_their_size_in_color_and_gray(figure):
    wide, high = about(figure)["size_in"]
    assert wide in (6.5, 3.15)
    for name in (f"{figure}.en.png", f"{figure}.es.png", f"{figure}.gray.png"):
        picture = Image.open(RUN / "figures" / name)
        assert picture.size == (round(300 * wide), round(300 * high)), name
        assert round(picture.info["dpi"][0]) == 300 and picture.text["Title"] and picture.text["Description"]
    assert Image.open(RUN / "figures" / f"{figure}.gray.png").mode == "L"


@pytest.mark.parametrize("figure", FIGURES)
def test_gray_keeps_dark_and_light_apart(figure):
    """The ink, and at least one lighter tone of marks, survive; nothing important is in the faintest tenth."""
    tones = Image.open(RUN / "figures" / f"{figure}.gray.png").histogram()
    assert sum(tones[:40]) > 2000, "no ink"
    assert all(abs(checks.lightness(a) - checks.lightness(b)) >= 14 for a in COLORS for b in COLORS if a != b)


@pytest.mark.parametrize("figure", FIGURES)
def test_words_are_whole_in_both_languages(figure):
    said = about(figure)
    for part in ("title", "subtitle", "source", "note", "alt", "long_description"):
        assert set(said[part]) == set(words.LANGUAGES) and all(said[part].values()), part
        assert said[part]["en"] != said[part]["es"] or part == "source", part
        assert not re.search(r"(?<!US)\$\d", said[part]["es"]), part
        assert not re.search(r"[{}]|\bNone\b|\bnan\b", said[part]["en"] + said[part]["es"]), part
    for lang in words.LANGUAGES:
        assert len(said["alt"][lang]) <= ALT_LIMIT
        assert len(said["long_description"][lang].split()) <= LONG_LIMIT
        assert not re.match(r"(?i)(an? |una? )?(image|picture|imagen|foto)\b", said["alt"][lang])


@pytest.mark.parametrize("figure", FIGURES)
def test_the_same_numbers_stand_in_both_languages(figure):
    said = about(figure)
    for part in ("title", "alt"):
        found = {lang: sorted(NUMBER.findall(said[part][lang])) for lang in words.LANGUAGES}
        assert found["en"] == found["es"], part


@pytest.mark.parametrize("figure", FIGURES)
def test_the_bundle_is_whole_and_its_hash_is_that_of_its_numbers(figure):
    said = about(figure)
    for end in ("en.png", "es.png", "en.svg", "es.svg", "en.pdf", "es.pdf", "gray.png", "csv", "json"):
        assert (RUN / "figures" / f"{figure}.{end}").is_file()
    path = RUN / "figures" / f"{figure}.csv"
    assert paths.digest(path) == said["data_sha256"]
    with path.open(encoding="utf-8", newline="") as file:
        assert len(list(csv.reader(file))) - 1 == said["rows"]


@pytest.mark.parametrize("figure", FIGURES)
def test_no_text_of_the_vector_file_leaves_the_page(figure):
    """Vector files set text a little wider than pixels do: nothing of it may run over the edge."""
    import pymupdf

    for lang in words.LANGUAGES:
        page = pymupdf.open(RUN / "figures" / f"{figure}.{lang}.pdf")[0]
        for x0, y0, x1, y1, text, *_ in page.get_text("words"):
            assert x0 >= -0.5 and y0 >= -0.5 and x1 <= page.rect.width + 0.5 and y1 <= page.rect.height + 0.5, text
