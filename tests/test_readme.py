"""The front pages promise nothing that is not there, and quote nothing that the notebooks do not print."""

import json
import re
from pathlib import Path

import pytest

from helpers import paths

PROJECT = paths.root(Path(__file__).parent)
PAGES = ["README.md", "METHODS.md", "CORRECTIONS.md", "LICENSE-DATA.md"]


def printed(project: Path) -> str:
    texts = []
    for path in sorted((project / "notebooks").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            texts += ["".join(out.get("text", "")) for out in cell.get("outputs", [])]
    return "".join(texts)


@pytest.mark.parametrize("page", PAGES)
def test_every_path_named_exists(page):
    text = (PROJECT / page).read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:data|src|notebooks|tests|stories|benchmarks|docs)/[\w./-]*)`", text)) | set(re.findall(r"\]\((?!http)([^)#]+)\)", text))
    assert named
    missing = sorted(name for name in named if not (PROJECT / name).exists())
    assert not missing


def test_every_sentence_of_findings_is_printed_by_a_notebook():
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"<!-- findings -->\n(.*?)<!-- /findings -->", text, re.DOTALL)[1]
    sentences = [line.removeprefix("- ") for line in block.strip().splitlines()]
    assert len(sentences) >= 3
    told = printed(PROJECT)
    assert [sentence for sentence in sentences if sentence not in told] == []


def test_the_picture_and_its_alt_text_are_of_the_data_at_hand():
    """The committed picture carries the hash of its data; notebook 01 prints the same hash."""
    from PIL import Image

    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    alt, name = re.search(r"!\[([^\]]+)\]\((docs/[^)]+)\)", text).groups()
    with Image.open(PROJECT / name) as picture:
        said = " ".join(map(str, picture.info.values()))
    digest = re.search(r"exports-windows: .* data ([0-9a-f]{10})", printed(PROJECT))[1]
    assert digest in said
    numbers = set(re.findall(r"\d+(?:\.\d+)? times", alt))
    assert numbers and all(number in printed(PROJECT) for number in numbers)


def test_every_notebook_has_its_paragraph():
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    for path in sorted((PROJECT / "notebooks").glob("*.ipynb")):
        title = json.loads(path.read_text(encoding="utf-8"))["cells"][0]["source"]
        question = re.search(r"# \d\d · (.+)", "".join(title))[1].strip()
        assert f"**{path.stem}**" in text
        assert question[:12].lower() in text.lower(), f"{path.stem} asks '{question}'"


def test_no_placeholder_survives():
    for page in [*PAGES, "CITATION.cff"]:
        assert not re.search(r"\bTK\b|TODO|FIXME|XXX", (PROJECT / page).read_text(encoding="utf-8"))


def test_every_raw_file_falls_under_terms():
    text = (PROJECT / "LICENSE-DATA.md").read_text(encoding="utf-8")
    for folder in ("exports", "missing-firearms", "licenses", "transfers", "events", "letters", "reference"):
        assert f"data/raw/{folder}" in text
