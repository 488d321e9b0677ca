"""Each message has its pair; what is missing is named; nothing raw reaches a reader."""

import re

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.serializer import FluentSerializer

from helpers import words
from helpers.bounds import Bounded
from helpers.words.catalog import FOLDER, Catalog, catalog

# The same in both languages for a reason: symbols, agency names, patterns of values only.
SAME_ON_PURPOSE = {"percent", "value-total", "value-usitc-total", "column-total", "event-ATR-042"}
PARTS = ["title", "subtitle", "note", "alt", "long-description"]


def _patterns(lang):
    """(id, attribute or None) -> (its words without placeables, the variables it uses, as written)."""
    found = {}
    for path in sorted((FOLDER / lang).glob("*.ftl")):
        for entry in FluentParser().parse(catalog_text(path)).body:
            if not isinstance(entry, ast.Message):
                continue
            patterns = [(None, entry.value)] + [(a.id.name, a.value) for a in entry.attributes]
            for name, pattern in patterns:
                if pattern is not None:
                    found[entry.id.name, name] = (_words(pattern), _variables(pattern), _written(pattern))
    return found


def catalog_text(path):
    from helpers.words.catalog import _VARIABLE_BOUND

    return _VARIABLE_BOUND.sub(r", \1", path.read_text(encoding="utf-8"))


def _nodes(node):
    yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.BaseNode):
                yield from _nodes(child)


def _words(pattern):
    return " ".join(node.value for node in _nodes(pattern) if isinstance(node, ast.TextElement)).strip()


def _variables(pattern):
    return {node.id.name for node in _nodes(pattern) if isinstance(node, ast.VariableReference)}


def _written(pattern):
    return FluentSerializer().serialize_entry(ast.Message(id=ast.Identifier("x"), value=pattern))


@pytest.fixture(scope="module")
def pairs():
    return _patterns("en"), _patterns("es")


def test_every_message_and_attribute_has_its_pair(pairs):
    english, spanish = pairs
    assert sorted(map(str, set(english) - set(spanish))) == [], "in English only"
    assert sorted(map(str, set(spanish) - set(english))) == [], "in Spanish only"


def test_words_differ_between_the_languages(pairs):
    english, spanish = pairs
    same = [key for key in english.keys() & spanish.keys()
            if english[key][0] == spanish[key][0] and re.search(r"[a-z]{4,}", english[key][0])
            and not _is_name(english[key][0]) and key[0] not in SAME_ON_PURPOSE]
    assert same == [], "left untranslated"


def _is_name(text):
    """Every word is capitalized or an acronym: a name, kept as it is in both languages."""
    return all(word[:1].isupper() or not word[:1].isalpha() for word in text.split())


def test_spanish_never_says_a_bare_dollar_sign(pairs):
    bare = [key for key, (text, _, _) in pairs[1].items() if re.search(r"(?<!US)\$(?!\w)|(?<!US)\$\d", text)]
    assert bare == []


def test_amounts_are_set_by_functions_not_typed(pairs):
    typed = [key for language in pairs for key, (text, _, _) in language.items()
             if re.search(r"\$\d|\d (million|millones)\b", text)]
    assert typed == [], "an amount typed into the catalog: pass it as a value"


def test_figures_have_all_five_parts(pairs):
    english = pairs[0]
    figures = {message for message, attribute in english if attribute in PARTS}
    for message in figures:
        assert [p for p in PARTS if (message, p) not in english] == [], message


def test_alt_texts_do_not_open_with_image_of(pairs):
    for language in pairs:
        for (message, attribute), (text, _, _) in language.items():
            if attribute == "alt":
                assert not re.match(r"(?i)\s*(an? )?(image|picture|imagen|foto|una imagen)\b", text), message


def test_no_causal_verbs_in_findings_and_titles(pairs):
    causal = re.compile(r"(?i)\b(caused|because of|led to|resulted in|provocó|causó|debido a|condujo a)\b")
    for language in pairs:
        for (message, attribute), (text, _, _) in language.items():
            if attribute == "title" or message.startswith("finding-"):
                assert not causal.search(text), message


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_whole_catalog_reads(lang):
    assert catalog(lang).problems == []
    assert len(catalog(lang).entries) > 10


def test_a_missing_message_is_named_with_near_ones():
    with pytest.raises(words.MissingWords, match="sample-figur.*sample-figure"):
        words.say("sample-figur", "en")


def test_a_missing_value_is_named():
    with pytest.raises(words.MissingWords, match=r"source-line.*\$text"):
        words.say("source-line", "en")


def test_a_missing_attribute_is_named(tmp_path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "a.ftl").write_text("fig =\n    .title = T\n", encoding="utf-8")
    with pytest.raises(words.MissingWords, match="fig.alt"):
        Catalog(tmp_path, "en").say("fig", {}, attribute="alt")


def test_a_broken_file_and_a_double_id_are_refused_together(tmp_path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "a.ftl").write_text("one = 1st\nthis is not fluent\n", encoding="utf-8")
    (tmp_path / "en" / "b.ftl").write_text("one = again\n", encoding="utf-8")
    with pytest.raises(words.MissingWords) as error:
        Catalog(tmp_path, "en").say("this", {})
    assert len(error.value.problems) == 2
    assert "a.ftl" in str(error.value) and "second time" in str(error.value)


def test_a_value_with_a_bound_brings_its_bound_along():
    assert words.say("finding-sample-total", "es", value=Bounded(11206203, "at_least")) == (
        "La muestra suma al menos US$11.2 millones.")


def test_numpy_and_pandas_values_are_taken_and_blanks_refused():
    import numpy as np
    import pandas as pd

    text = words.figure("sample-figure", "en", first=np.int64(1994), last=2006, total=np.float64(5.5e6))
    assert "1994–2006" in text.subtitle and "$5.5 million" in text.title
    for blank in (pd.NA, None, pd.NaT):
        with pytest.raises(words.MissingWords):
            words.say("source-line", "en", text=blank)


def test_an_unknown_language_is_refused():
    with pytest.raises(words.MissingWords, match="one of en, es"):
        words.say("source-line", "fr", text="x")


def test_hostile_text_passes_through_unread():
    hostile = "{ MONEY($x) } <script> \N{RIGHT-TO-LEFT OVERRIDE}abc { $y }"
    assert words.say("source-line", "en", text=hostile) == f"Source: {hostile}"
