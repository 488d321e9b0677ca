"""The Word kit: its structure in the XML, what it refuses, and how it looks in LibreOffice."""

import json
import re
import shutil
import subprocess
import zipfile

import pytest
import sample
from lxml import etree

from helpers import letter, paths, record
from helpers.problems import InputProblems

NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
      "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
      "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
      "dc": "http://purl.org/dc/elements/1.1/"}
W = "{%s}" % NS["w"]
OFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def kit(sample_run, tmp_path_factory):
    folder = sample.copy(sample_run, tmp_path_factory.mktemp("kit") / "sample")
    return folder, letter.write(folder, say=lambda _: None)


def part(path, name):
    with zipfile.ZipFile(path) as file:
        return etree.fromstring(file.read(name))


def xpath(path, query, name="word/document.xml"):
    return part(path, name).xpath(query, namespaces=NS)


def words_of(path):
    return " ".join(xpath(path, "//w:t/text()"))


def test_the_kit_has_an_appendix_an_insert_a_figure_and_paste_files(kit):
    folder, made = kit
    assert [path.relative_to(folder / "letter").as_posix() for path in made] == [
        "en/Appendix.docx", "en/Figure 01 - sample-figure - insert.docx", "en/Figure 02 - second-figure - insert.docx",
        "es/Apéndice.docx", "es/Figura 01 - sample-figure - hoja.docx", "es/Figura 02 - second-figure - hoja.docx"]
    paste = {path.name.removeprefix("Figure 01 - sample-figure - ") for path in (folder / "letter" / "en" / "paste").iterdir()
             if "01" in path.name}
    assert paste == {"picture.png", "picture.svg", "picture for photocopies.png", "caption.txt", "footnote.txt",
                     "alt text.txt", "numbers.csv"}


def test_page_is_letter_with_one_inch_margins(kit):
    for path in kit[1]:
        (size,), (margin,) = xpath(path, "//w:sectPr/w:pgSz"), xpath(path, "//w:sectPr/w:pgMar")
        assert (size.get(W + "w"), size.get(W + "h")) == ("12240", "15840")
        assert {margin.get(W + side) for side in ("left", "right", "top", "bottom")} == {"1440"}


def test_every_picture_has_alt_text_and_fits_between_the_margins(kit):
    for path in kit[1]:
        pictures = xpath(path, "//wp:docPr")
        assert pictures and all(picture.get("descr").strip() for picture in pictures)
        assert all(int(extent.get("cx")) <= 6.5 * 914400 for extent in xpath(path, "//wp:extent"))
        assert all(inline.get("distL") == "0" for inline in xpath(path, "//wp:inline"))
    about = record.load(kit[0])["figures"]["sample-figure"]
    assert xpath(kit[1][1], "//wp:docPr")[0].get("descr") == about["alt"]["en"]
    assert int(xpath(kit[1][1], "//wp:extent")[0].get("cx")) == 6.5 * 914400


def test_grayscale_proofs_are_there_and_marked_decorative(kit):
    assert len(xpath(kit[1][0], "//adec:decorative[@val='1']")) == 2
    assert len(xpath(kit[1][0], "//wp:docPr")) == 4


def test_headings_captions_and_numbers_are_words_own(kit):
    for path, label in ((kit[1][0], "Figure"), (kit[1][3], "Figura")):
        styles = [style.get(W + "val") for style in xpath(path, "//w:pStyle")]
        assert styles.count("Caption") == 4 and "Heading1" in styles and "Heading2" in styles and "Title" in styles
        fields = [" ".join(code.split()) for code in xpath(path, "//w:instrText/text()")]
        assert sum(field.startswith(f"SEQ {label}") for field in fields) == 2
        levels = [int(style[-1]) for style in styles if style.startswith("Heading")]
        assert levels[0] == 1 and all(b - a <= 1 for a, b in zip(levels, levels[1:]))


def test_captions_stand_above_their_pictures(kit):
    for path in kit[1]:
        styles = [style.get(W + "val") for style in xpath(path, "//w:p/w:pPr/w:pStyle")]
        assert styles[styles.index("Picture") - 1] == "Caption"


def test_an_insert_of_a_later_figure_keeps_its_number(kit):
    assert "Figure  2 . " in words_of(kit[1][2]) or re.search(r"Figure\s+2\s", words_of(kit[1][2]))
    assert any("\\r 2" in code for code in xpath(kit[1][2], "//w:instrText/text()"))


def test_footnotes_are_in_words_own_part_and_all_referred_to(kit):
    for path in kit[1]:
        notes = {note.get(W + "id") for note in xpath(path, "//w:footnote[not(@w:type)]", "word/footnotes.xml")}
        used = {note.get(W + "id") for note in xpath(path, "//w:footnoteReference")}
        assert notes == used and notes
        assert {note.get(W + "type") for note in xpath(path, "//w:footnote[@w:type]", "word/footnotes.xml")} == {
            "separator", "continuationSeparator"}
        with zipfile.ZipFile(path) as file:
            assert b"footnotes+xml" in file.read("[Content_Types].xml")
            assert b"relationships/footnotes" in file.read("word/_rels/document.xml.rels")


def test_a_note_said_twice_is_referred_to_not_repeated(kit):
    notes = xpath(kit[1][0], "//w:footnote[not(@w:type)]", "word/footnotes.xml")
    texts = ["".join(note.itertext()) for note in notes]
    assert len(texts) == len(set(texts))
    names = {mark.get(W + "name") for mark in xpath(kit[1][0], "//w:bookmarkStart")}
    for code in xpath(kit[1][0], "//w:instrText/text()"):
        if "NOTEREF" in code:
            assert code.split()[1] in names


def test_tables_have_a_marked_header_row_and_a_description(kit):
    for path in kit[1][:1]:
        tables = xpath(path, "//w:tbl")
        assert len(tables) >= 5
        for table in tables:
            assert table.xpath("w:tr[1]/w:trPr/w:tblHeader", namespaces=NS)
            assert table.xpath("w:tblPr/w:tblDescription/@w:val", namespaces=NS)[0]
            assert not table.xpath(".//w:gridSpan|.//w:vMerge", namespaces=NS)


def test_language_title_and_author_are_set(kit):
    for path, code in ((kit[1][0], "en-US"), (kit[1][3], "es-MX")):
        assert xpath(path, "//w:docDefaults//w:lang/@w:val", "word/styles.xml") == [code]
        core = part(path, "docProps/core.xml")
        assert core.findtext("dc:language", namespaces=NS) == code
        assert core.findtext("dc:title", namespaces=NS) and core.findtext("dc:creator", namespaces=NS) == "Arms Trail"


def test_no_value_is_retyped_and_the_last_page_says_how(kit):
    folder, made = kit
    text = words_of(made[0])
    for finding in record.load(folder)["findings"]:
        assert finding["sentence"]["en"] in text
    about = record.load(folder)["figures"]["sample-figure"]
    assert about["data_sha256"] in text and "armstrail run sample -p lag 30" in text and "matplotlib" in text
    assert "How these numbers were made" in text and "Cómo se hicieron" in words_of(made[3])


def test_spanish_has_no_bare_dollar_sign_and_no_raw_key(kit):
    for path in kit[1]:
        text = words_of(path)
        assert not re.search(r"\b(letter|column|value|status|source)-[a-z]+-?[a-z]*\b(?!\.)", text), path
        if path.parent.name == "es":
            assert not re.search(r"(?<!US)\$\d", text)


def test_the_same_run_gives_the_same_bytes(kit, sample_run, tmp_path):
    again = letter.write(sample.copy(sample_run, tmp_path / "sample"), say=lambda _: None)
    for one, other in zip(kit[1], again):
        assert paths.digest(one) == paths.digest(other), one.name


def test_an_unknown_figure_names_near_ones_and_nothing_is_written(sample_run, tmp_path):
    folder = sample.copy(sample_run, tmp_path / "sample")
    with pytest.raises(InputProblems, match="sample-figre.*did you mean sample-figure"):
        letter.write(folder, ["sample-figre"])
    with pytest.raises(InputProblems, match="en, es or both"):
        letter.write(folder, languages=["fr"])
    assert not (folder / "letter").exists()


def test_a_figure_on_leaked_documents_comes_only_when_named(sample_run, tmp_path):
    folder = sample.copy(sample_run, tmp_path / "sample")
    sample.change(folder, "second-figure", sources=["bls-1", "search-wikileaks-1"])
    record.merge(folder)
    said = []
    assert len(letter.write(folder, say=said.append)) == 4
    assert "second-figure rests on leaked documents" in said[0]
    assert len(letter.write(folder, ["second-figure"], ["en"])) == 2


def test_a_missing_language_or_file_is_a_sentence(sample_run, tmp_path):
    folder = sample.copy(sample_run, tmp_path / "sample")
    sample.change(folder, "sample-figure", alt={"en": "Bars.", "es": ""})
    (folder / "figures" / "second-figure.es.png").unlink()
    with pytest.raises(InputProblems) as error:
        letter.write(folder)
    assert "no words in es" in str(error.value) and "second-figure.es.png" in str(error.value)


def test_a_full_disk_leaves_the_kit_made_before(sample_run, tmp_path, monkeypatch):
    folder = sample.copy(sample_run, tmp_path / "sample")
    letter.write(folder, languages=["en"])
    before = {path: path.read_bytes() for path in (folder / "letter").rglob("*") if path.is_file()}
    written, plain = [], paths.write_bytes

    def fills_up(path, data):
        if len(written) > 3:
            raise OSError(28, "No space left on device")
        written.append(path)
        return plain(path, data)

    monkeypatch.setattr(paths, "write_bytes", fills_up)
    with pytest.raises(InputProblems, match="No space left"):
        letter.write(folder)
    assert {path: path.read_bytes() for path in (folder / "letter").rglob("*") if path.is_file()} == before
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_a_folder_that_cannot_be_written_is_a_sentence(sample_run, tmp_path, monkeypatch):
    import tempfile

    def refused(*args, **options):
        raise PermissionError(13, "Permission denied")

    folder = sample.copy(sample_run, tmp_path / "sample")
    monkeypatch.setattr(tempfile, "mkdtemp", refused)
    with pytest.raises(InputProblems, match="Permission denied"):
        letter.write(folder)


def test_hostile_text_stays_text(sample_run, tmp_path):
    folder = sample.hostile(sample.copy(sample_run, tmp_path / "sample"))
    for path in letter.write(folder):
        text = words_of(path)
        assert '<script>alert("x")</script>' in text and "{{ 7*7 }}" in text
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in text


def test_very_long_names_and_no_rows(sample_run, tmp_path):
    folder = sample.copy(sample_run, tmp_path / "sample")
    long = "Secretaría de Seguridad y Protección Ciudadana del Estado Libre y Soberano de " * 6
    sample.change(folder, "sample-figure", note={"en": long, "es": long}, title={"en": long[:150], "es": long[:150]})
    (folder / "figures" / "second-figure.csv").write_text("year,value_usd\n", encoding="utf-8")
    assert len(letter.write(folder)) == 6


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_pages_as_libreoffice_sets_them(kit, tmp_path):
    import pymupdf

    folder, made = kit
    subprocess.run([OFFICE, f"-env:UserInstallation=file://{tmp_path / 'profile'}", "--headless", "--convert-to", "pdf",
                    "--outdir", str(tmp_path), *map(str, made)], check=True, capture_output=True, timeout=180)
    for path in made:
        pdf = pymupdf.open(tmp_path / f"{path.stem}.pdf")
        if "ap" not in path.stem.lower()[:2]:
            assert len(pdf) == 1, path.name
        assert len(pdf) <= 12
        printed = "".join(char for page in pdf for char in page.get_text() if char.isalnum())
        for paragraph in xpath(path, "//w:p[not(ancestor::w:tbl)]"):
            text = "".join(char for char in "".join(paragraph.xpath(".//w:t/text()", namespaces=NS)) if char.isalnum())
            if len(text) > 20:
                # A page break may put a page number or a footnote into the middle of a paragraph.
                assert text[:20] in printed and text[-20:] in printed, text
        for page in pdf:
            for picture in page.get_image_info():
                left, top, right, bottom = picture["bbox"]
                assert left >= 72 - 0.5 and right <= 612 - 72 + 0.5 and top >= 72 - 0.5 and bottom <= 792 - 72 + 0.5
            for block in page.get_text("blocks"):
                assert block[0] >= 71 and block[2] <= 612 - 71


def test_the_verb_makes_the_kit_and_names_near_runs(sample_run, tmp_path, monkeypatch):
    from click.testing import CliRunner

    from helpers.letter.command import letter as verb

    project = tmp_path / "project"
    (project / "runs").mkdir(parents=True)
    sample.copy(sample_run, project / "runs" / "sample")
    monkeypatch.setattr(paths, "root", lambda start=None: project)
    result = CliRunner().invoke(verb, ["sample", "--figures", "sample-figure", "--language", "es"])
    assert result.exit_code == 0 and "2 Word files in runs/sample/letter/" in result.output
    result = CliRunner().invoke(verb, ["sampel"])
    assert isinstance(result.exception, InputProblems) and "did you mean sample" in str(result.exception)


def test_findings_json_is_where_the_sentences_come_from(sample_run, tmp_path):
    folder = sample.copy(sample_run, tmp_path / "sample")
    found = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    found[0]["sentence"]["en"] = "A sentence only findings.json has."
    (folder / "findings.json").write_text(json.dumps(found), encoding="utf-8")
    assert "A sentence only findings.json has." in words_of(letter.write(folder, languages=["en"])[0])
