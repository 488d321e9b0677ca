"""The executed notebooks as pages of their own: code folded, outputs cleaned, nothing loaded, no script."""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from pathlib import Path

from helpers.charts.style import clean
from helpers.words import LANGUAGES

_STYLE = re.compile(r"<style.*?</style>", re.DOTALL | re.IGNORECASE)
_TAGS = ["table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "div", "p", "span", "b", "i", "em", "strong",
         "br", "ul", "ol", "li", "code", "pre", "small", "sup", "sub"]
# The code of a cell is shown on demand; what it printed is shown at once.
_FOLDED = """{%- extends 'index.html.j2' -%}
{%- block input_group -%}<details class="code"><summary>CODE_LABEL</summary>{{ super() }}</details>{%- endblock input_group -%}
"""


def pages(folder: Path, story: str) -> dict[str, str]:
    """Name and page of each executed notebook in ``folder / "notebooks"``; empty when there is none."""
    found = sorted((Path(folder) / "notebooks").glob("*.ipynb"))
    if not found:
        return {}
    # nbformat's validator pulls in a slow optional library; papermill is run without it, too.
    sys.modules.setdefault("rfc3987_syntax", None)
    import nbformat

    return {path.stem: page(nbformat.read(path, as_version=4), path.stem, story) for path in found}


def page(notebook, name: str, story: str) -> str:
    """One executed notebook as a page."""
    from helpers.report.page import _say, asset, environment, policy

    lang = _language(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = [_harmless(output) for output in cell.outputs
                            if not (output.output_type == "stream" and output.get("name") == "stderr")]
    body = _exporter(_say(lang, "report-notebook-code")).from_notebook_node(notebook)[0]
    # Wide tables scroll inside their own region, which a keyboard must be able to reach.
    body = re.sub(r'<div class="output_html ([^"]*)"', r'<div tabindex="0" role="region" aria-label="output" class="output_html \1"', body)
    styles = asset("report.css") + "\n" + asset("notebook.css")
    return environment().get_template("notebook.html").render(
        lang=lang, title=f"{clean(name)} · {_say(lang, 'report-title', story=story)}", body=body, styles=styles,
        policy=policy(styles=styles), back=_say(lang, "report-notebook-back"))


def _language(notebook) -> str:
    for cell in notebook.cells:
        found = re.search(r"""^language(?:: str)? = ["'](\w+)["']""", cell.source, re.MULTILINE)
        if found and found.group(1) in LANGUAGES:
            return found.group(1)
    return "en"


def _harmless(output):
    """The output without scripts and widgets; its HTML keeps tables and plain marks only."""
    data = output.get("data")
    if data is not None:
        for kind in [kind for kind in data if kind not in ("text/plain", "text/html", "image/png", "text/markdown")]:
            del data[kind]
        if "text/html" in data:
            data["text/html"] = _STYLE.sub("", data["text/html"])
    return output


@lru_cache(maxsize=2)
def _exporter(code_label: str):
    from nbconvert import HTMLExporter
    from nbconvert.preprocessors.sanitize import SanitizeHTML
    from traitlets.config import Config

    class Page(HTMLExporter):
        """The bare template; its own page shell is ours."""

    exporter = Page(config=Config({"SanitizeHTML": {"enabled": True, "tags": _TAGS, "attributes": {"*": ["class", "scope"]},
                                                    "strip": True}}),
                    template_name="basic", raw_template=_FOLDED.replace("CODE_LABEL", code_label),
                    exclude_input_prompt=True, exclude_output_prompt=True, exclude_anchor_links=True)
    exporter.register_preprocessor(SanitizeHTML, enabled=True)
    return exporter
