"""Write ``index.html`` of a run from what the recorder left there; and its notebooks beside it.

The page loads nothing: its style, script and pictures are inside it, and a content security policy
with the hashes of that style and that script forbids everything else. Templates escape every value.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from helpers import paths, words
from helpers.charts.style import clean
from helpers.words import LANGUAGES

FOLDER = Path(__file__).parent / "templates"
MOST_ROWS = 300  # of a data table on the page; the CSV has all
_ADDRESS = re.compile(r"(https?://[^\s<>\"'()]+)(.*)", re.DOTALL)


def write(folder: str | Path, previous: str | Path | None = None) -> Path:
    """Write the web report of the run in ``folder``; returns the path of its ``index.html``.

    ``previous`` is the folder of the run to compare with, when there is one.
    Raises ``InputProblems`` when the folder holds no finished run.
    """
    from helpers import record
    from helpers.report.notebooks import pages

    folder = Path(folder)
    run = record.load(folder)
    notebooks = pages(folder, run["manifest"]["story"])
    compared = record.compare(previous, folder) if previous and (Path(previous) / "manifest.json").is_file() else None
    html = render(run, compared, [name for name in notebooks])
    for name, page in notebooks.items():
        paths.write_text(folder / "notebooks" / f"{name}.html", page)
    return paths.write_text(folder / "index.html", html)


def environment():
    """The templates, with every value escaped.

    >>> environment().from_string("{{ x }}").render(x="<b>")
    '&lt;b&gt;'
    """
    import jinja2

    made = jinja2.Environment(loader=jinja2.FileSystemLoader(FOLDER), autoescape=True, trim_blocks=True,
                              lstrip_blocks=True, undefined=jinja2.StrictUndefined)
    made.filters["clean"] = clean
    return made


def policy(*, styles: str, script: str = "") -> str:
    """The content security policy that allows this style and this script, pictures inside the page, and nothing else.

    >>> policy(styles="a{}").startswith("default-src 'none'; img-src data:; style-src 'sha256-")
    True
    """
    parts = ["default-src 'none'", "img-src data:", f"style-src {_hash(styles)}"]
    if script:
        parts.append(f"script-src {_hash(script)}")
    return "; ".join([*parts, "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def asset(name: str) -> str:
    """A file of the templates folder, as text."""
    return (FOLDER / name).read_text(encoding="utf-8").strip()


def render(run: Mapping, compared, notebooks: list[str]) -> str:
    """The whole page as text."""
    styles, script = asset("report.css"), asset("report.js")
    return environment().get_template("report.html").render(
        languages=[_language(run, compared, notebooks, lang) for lang in LANGUAGES], styles=styles, script=script,
        policy=policy(styles=styles, script=script), title=_say(LANGUAGES[0], "report-title", story=run["manifest"]["story"]))


def _say(lang: str, message: str, **args) -> str:
    return clean(words.say(message, lang, **args))


def _language(run: Mapping, compared, notebooks: list[str], lang: str) -> dict:
    """Everything the template shows in one language."""
    from helpers import record

    manifest, figures = run["manifest"], run["figures"]
    numbers = {figure: number for number, figure in enumerate(figures, start=1)}
    changed = manifest["changed_parameters"]

    @lru_cache(maxsize=None)
    def say(message: str, **args) -> str:
        return _say(lang, f"report-{message}", **args)

    day = max((about["as_of"] for about in figures.values()), default=None)
    return {
        "lang": lang, "locale": {"en": "en-US", "es": "es-MX"}[lang], "say": say,
        "name": {"en": "English", "es": "Español"}[lang],
        "title": say("title", story=manifest["story"]),
        "intro": say("intro", story=manifest["story"], day=day) if day else say("heading"),
        "parameters_line": say("parameters-changed", n=len(changed), names=", ".join(changed)) if changed else say("parameters-default"),
        "findings": [_finding(run, found, numbers, lang) for found in run["findings"]],
        "changes": [clean(line) for line in compared.lines(lang)] if compared and not compared.same
        else [say("changes-none")],  # the same words without a run before: equal runs give equal pages
        "figures": [_figure(run, figure, number, lang) for figure, number in numbers.items()],
        "sources": [_source(reference, lang) for reference in sorted(run["sources"].values(), key=lambda r: r.id)],
        "files": [{key: clean(value) for key, value in row.items()} for row in manifest.get("raw_files", [])],
        "parameters": [(clean(name), _value(value)) for name, value in record.parameters(manifest)],
        "versions": [(clean(name), clean(value)) for name, value in manifest["versions"].items()],
        "sheets": [(clean(path.name.split(".")[0].replace("-", " ").title()), f"sheets/{quote(path.name)}")
                   for path in sorted((Path(run["folder"]) / "sheets").glob(f"*.{lang}.html"))],
        "notebooks": [(name, f"notebooks/{quote(name)}.html") for name in notebooks],
    }


def _finding(run: Mapping, found: Mapping, numbers: Mapping[str, int], lang: str) -> dict:
    from helpers.record import shown
    from helpers.record.references import references

    return {
        "id": clean(found["id"]), "sentence": clean(found["sentence"][lang]), "cell": clean(found["cell"]),
        "status": shown.status(found.get("status", ""), lang), "bound": shown.cell(str(found["value_is"]), False, lang),
        "figure": found["figure"] if found["figure"] in numbers else "", "number": numbers.get(found["figure"]),
        "sources": [_source(reference, lang) for reference in references(run, found["sources"])],
    }


def _figure(run: Mapping, figure: str, number: int, lang: str) -> dict:
    from helpers.record import shown

    about = run["figures"][figure]
    folder = Path(run["folder"]) / "figures"
    table = shown.table(folder / f"{figure}.csv", lang)
    # The drawing is sharp at every size; a crowded one weighs more than its picture does.
    kind, data = min((("svg+xml", (folder / f"{figure}.{lang}.svg").read_bytes()),
                      ("png", (folder / f"{figure}.{lang}.png").read_bytes())), key=lambda found: len(found[1]))
    wide, high = about.get("size_in", (6.5, 3.6))
    return {
        "id": figure, "number": number, "width": round(96 * wide), "height": round(96 * high),
        **{part: clean(about[part][lang]) for part in ("title", "subtitle", "source", "note", "alt", "long_description")},
        "source_line": _say(lang, "source-line", text=about["source"][lang]),
        "note_line": _say(lang, "note-line", text=about["note"][lang]),
        "image": f"data:image/{kind};base64,{base64.b64encode(data).decode()}",
        "header": table.header, "rows": table.rows[:MOST_ROWS], "numeric": table.numeric, "total": len(table.rows),
        "rest": max(0, len(table.rows) - MOST_ROWS),
        "downloads": [(kind, f"figures/{quote(figure)}{f'.{lang}' if kind in ('png', 'svg', 'pdf') else ''}.{kind}")
                      for kind in ("png", "svg", "pdf", "csv", "json")],
    }


@lru_cache(maxsize=4096)
def _source(reference, lang: str) -> dict:
    """A publication; only a plain http address becomes a link."""
    found = _ADDRESS.fullmatch(reference.url)
    return {
        "id": reference.id, "key": re.sub(r"[^A-Za-z0-9-]", "-", reference.id), "citation": reference.citation,
        "href": found.group(1).rstrip(".,;") if found else "", "rest": found.group(2) if found else reference.url,
        "read": _say(lang, "report-day", day=reference.accessed), "leaked": reference.leaked,
    }


def _value(value) -> str:
    return ", ".join(map(clean, value)) if isinstance(value, list) else clean(value)
