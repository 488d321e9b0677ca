"""What leaves the three notebooks: no name of a private person, nothing from a leaked document, no house-style problem, both languages."""

import base64
import io
import json
import re
from functools import partial

import pandas as pd
import pytest

from helpers import charts, forces, paths, timeline, words
from helpers.timeline import lanes, sheets
from helpers.charts import checks, orders
from helpers.charts import timeline as draw

NOTEBOOKS = ("03-license-timeline", "04-end-users", "05-letter-claims")
# Victims whom the ledger's titles name; an event is called by its place instead.
PERSONS = ("Yanqui", "Kothan", "Peralta", "Victoria Salazar", "Alvarado", "Almanza")


def outputs(name):
    notebook = json.loads((paths.root(__file__) / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        for out in cell.get("outputs", []):
            yield "".join(out.get("text", [])) + json.dumps({k: v for k, v in out.get("data", {}).items() if not k.startswith("image/")}, ensure_ascii=False)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_no_person_is_named_and_nothing_leaked_is_shown(name, bibliography):
    text = "\n".join(outputs(name))
    assert not [p for p in PERSONS if p in text]
    leaked = set(bibliography.loc[bibliography["sensitivity"] == "leaked", "source_id"])
    assert not [s for s in leaked if re.search(rf"\b{re.escape(s)}\b", text)]
    assert "09MEXICO3376" not in text and "050016624 " not in text


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_every_figure_met_the_house_style(name):
    text = "\n".join(outputs(name))
    assert text and "House style" not in text


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_event_has_a_neutral_name(atrocities, lang):
    names = [draw.event_name(i, lang) for i in atrocities["id"]]
    assert not set(names) & set(atrocities["id"]) and len(set(names)) == 57
    assert not [n for n in names if any(p in n for p in PERSONS)]


def test_every_state_has_a_page(atrocities):
    from helpers import paths

    names = pd.read_csv(next((paths.root(__file__) / "data" / "raw").rglob("mexican_states.csv")), dtype=str)["name"]
    for lang in words.LANGUAGES:
        assert all(words.has(f"state-{forces.plain(n).replace(' ', '-')}", lang) for n in names)


@pytest.fixture(scope="module")
def axis(transfers, atrocities, policies, bibliography):
    licenses = pd.read_csv(next((paths.root(__file__) / "data" / "raw").rglob("licenses.csv")), dtype=str, keep_default_na=False)
    licenses, transfers, policies = (timeline.public(f, bibliography) for f in (licenses, transfers, policies))
    return lanes.axis(lanes.licenses(licenses), timeline.shipments(transfers), timeline.hand_overs(transfers), policies,
                      timeline.implications(atrocities, "event"), timeline.implications(atrocities))


def drawn(figure_id, form, lang, size="timeline"):
    """The figure on a page with plain words, so that only the drawing is on trial."""
    text = charts.PageText("A title that stands alone", "Marks by date, Mexico, 2006-2024", "Source: the ledgers.", "Note: none.", "Data: SHA-256 1a2b3c4d")
    with charts.style(figure_id):
        page = charts.page(text, size, lang)
        form(page, lang)
        figure = page.settle()
        return checks.problems(figure)


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("state", ["", "Guerrero", "Veracruz", "Tamaulipas", "Chihuahua", "Michoacán", "Sonora"])
def test_the_timeline_of_the_country_and_of_a_state(axis, lang, state):
    each = lanes.by_state(axis)
    frame = each[each["state"] == state].reset_index(drop=True) if state else axis
    options = {"lanes": ("hand_over", "other_origin", "origin_not_stated", "event", "implication"), "name_all": True} if state else {}
    assert drawn("timeline", partial(draw.timeline, frame, **options), lang) == []


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_small_multiples(axis, lang):
    five = ["Guerrero", "Veracruz", "Tamaulipas", "Chihuahua", "Michoacán"]
    assert drawn("states-five", partial(orders.states, lanes.by_state(axis), names=five), lang, (6.5, 7.2)) == []


@pytest.mark.parametrize("form", [draw.timeline, draw.order_of_transfers, orders.order_matrix])
def test_an_empty_frame_says_so(axis, form):
    empty = axis.head(0).assign(mark="", transfer_id="", implication_date="")
    assert drawn("empty", partial(form, empty), "en") == []


def test_a_sheet_is_complete_in_itself(transfers, atrocities, bibliography, table, tmp_path):
    from matplotlib.figure import Figure

    picture = tmp_path / "p.png"
    Figure(figsize=(1, 1)).savefig(picture)
    given = timeline.choose(timeline.hand_overs(timeline.public(transfers, bibliography)), state="Guerrero")
    implied = timeline.choose(timeline.implications(atrocities), state="Guerrero")
    events = timeline.choose(timeline.implications(atrocities, "event"), state="Guerrero")
    best = timeline.strongest(timeline.orders(given, implied, 0, table))
    for lang, said in (("en", "same state only"), ("es", "solo mismo estado")):
        html = sheets.state("Guerrero", lang, picture, best, given, events, implied, "The sources.")
        assert said in html and "Belgi" not in html.split("<body>")[0]
        assert html.count("<tr>") == 2 + len(given) + len(events)
        assert "://" not in html and not [p for p in PERSONS if p in html] and 'lang="' in html
        assert base64.b64decode(re.search(r"base64,([^\"]+)", html).group(1))[:4] == b"\x89PNG"
    assert sheets.write(tmp_path, "Guerrero", "en", html).name == "guerrero.en.html"
    assert io.BytesIO(picture.read_bytes())
