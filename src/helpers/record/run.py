"""What a notebook holds while it runs: where its figures and findings go, and the rules they must meet."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from helpers import paths, words
from helpers.charts.style import clean
from helpers.problems import InputProblems, Problem
from helpers.record import bundle
from helpers.record.defaults import changed_parameters
from helpers.words import LANGUAGES

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FINDING_ID = re.compile(r"[a-z]+(\.[a-z0-9_]+)+")
_IMAGE_OF = re.compile(r"(?i)\s*(an? |una? )?(image|picture|screenshot|imagen|foto)\b")


def start(notebook: str, parameters: Mapping, folder: str | Path = "", *, defaults: Mapping | None = None) -> Run:
    """Begin recording one notebook.

    ``parameters`` are the values the notebook runs with (``story`` and ``language`` among them);
    ``folder`` the run's folder, or "" for ``runs/by-hand`` of the project. ``defaults`` are the
    values to compare with; by default those of the notebook's parameters cell.

    >>> import tempfile
    >>> start("01-export-growth", {"story": "default"}, tempfile.mkdtemp(), defaults={}).changed
    []
    """
    return Run(notebook, parameters, folder, defaults)


class Run:
    """One notebook's record; see `start`. ``changed`` names the parameters that are not at their default."""

    def __init__(self, notebook: str, parameters: Mapping, folder: str | Path = "", defaults: Mapping | None = None):
        self.notebook = notebook
        self.parameters = {key: value for key, value in parameters.items() if key != "run_folder"}
        self.story = str(self.parameters.get("story") or "default")
        self.language = str(self.parameters.get("language") or "en")
        self.standalone = not str(folder or "")
        # A notebook run by hand must not touch the last good run of its story.
        self.folder = paths.root() / "runs" / "by-hand" if self.standalone else Path(folder)
        # What is loaded by now stays; leaving it out makes the collection after each figure cheap.
        gc.collect()
        gc.freeze()
        self.changed = changed_parameters(notebook, self.parameters, defaults)
        self.figures: list[str] = []
        self.findings: list[dict] = []
        if self.language not in LANGUAGES:
            raise InputProblems([Problem(notebook, None, "language", repr(self.language), "en or es", "write one of the two")])

    def figure(self, figure_id: str, frame, draw: Callable, *, sources: Iterable[str], as_of, cell: str = "",
               size="full",
               source_line: Mapping[str, str] | None = None, total_column: str | None = None, **args) -> None:
        """Draw ``frame`` with ``draw(page, lang)`` in both languages, save the bundle, show it, print one line.

        ``args`` are the values of the figure's words. ``total_column`` names the column whose sum is printed
        (by default the column of values). ``source_line`` overrides the source line made from ``sources``.

        Raises ``InputProblems`` when the figure has no source, no as-of date, or lacks a note or an
        alt text in a language, and when its alt text or long description is too long.
        """
        given = list(sources)
        sources = list(dict.fromkeys(given))
        self._refuse(figure_id, sources, as_of)
        lines = source_line or _citations(given)
        texts = {lang: self._texts(figure_id, lang, lines[lang], len(frame) > 0, args) for lang in LANGUAGES}
        csv = bundle.to_csv(frame)
        digest = paths.digest(csv)
        contents, found = {f"{figure_id}.csv": csv}, {}
        for lang in LANGUAGES:
            text = texts[lang]
            page, measured = bundle.drawn(figure_id, frame, draw, self._page_text(text, lang, digest, size), size, lang)
            found[lang] = self._style_problems(page, measured)
            about = {"title": text["title"], "alt": text["alt"], "source": text["source"]}
            contents |= bundle.files(figure_id, page, lang, about, digest, gray=lang == LANGUAGES[0])
            self.size = page.size
            page.figure.clear()
        order = ("title", "subtitle", "source", "note", "alt", "long_description")
        contents[f"{figure_id}.json"] = bundle.to_json({
            "id": figure_id, **{part: {lang: texts[lang][part] for lang in LANGUAGES} for part in order},
            "as_of": str(as_of)[:10], "notebook": self.notebook, "cell": cell, "sources": sources, "rows": len(frame),
            "parameters": self.parameters, "changed_parameters": self.changed, "size_in": list(self.size),
            "data_sha256": digest, "versions": bundle.versions(), "house_style_problems": found,
        })
        bundle.write(self.folder / "figures", contents)
        # Canvases refer to their figures in circles; at 300 dpi a few of them are 100 MB.
        del page, measured
        gc.collect()
        if figure_id not in self.figures:
            self.figures.append(figure_id)
        self._show(contents[f"{figure_id}.{self.language}.png"], texts[self.language]["alt"])
        print(_line(figure_id, frame, total_column, digest))
        for lang, sentences in found.items():
            for sentence in sentences:
                print(f"House style, {figure_id}.{lang}: {sentence}")

    def _refuse(self, figure_id: str, sources: list[str], as_of) -> None:
        problems = []
        if not ID.fullmatch(figure_id):
            problems.append(Problem(self.notebook, None, None, f"the figure id {figure_id!r}",
                                    "lower-case words joined by hyphens", "rename the figure"))
        if not sources:
            problems.append(Problem(self.notebook, None, None, f"the figure {figure_id} without a source",
                                    "the ids of its sources", "pass sources=[...]"))
        if as_of is None or not re.match(r"\d{4}-\d\d-\d\d", str(as_of)):
            problems.append(Problem(self.notebook, None, None, f"the figure {figure_id} without an as-of date",
                                    "the day its sources were read", "pass as_of=sources.as_of(ids)"))
        if problems:
            raise InputProblems(problems, title=f"The figure {figure_id} cannot be recorded.")

    def _texts(self, figure_id: str, lang: str, source: str, rows: bool, args: Mapping) -> dict[str, str]:
        try:
            text = words.figure(figure_id, lang, **args)
        except words.MissingWords:
            # Values that need rows cannot be set without any; a figure that is missing words still fails.
            if rows or not words.has(figure_id, lang):
                raise
            text = words.figure("empty-figure", lang, figure=figure_id, notebook=self.notebook)
        where = f"words/{lang}: {figure_id}"
        problems = [Problem(where, None, part, "no words", "words in both languages", f"write .{part}")
                    for part in ("title", "subtitle", "note", "alt") if not getattr(text, part).strip()]
        if not source.strip():
            problems.append(Problem(where, None, "source", "an empty source line", "who published, and when it was read",
                                    "give the source a citation"))
        if len(text.alt) > bundle.ALT_LIMIT:
            problems.append(Problem(where, None, "alt", f"{len(text.alt)} characters", f"at most {bundle.ALT_LIMIT}",
                                    "keep chart type, data and the two or three numbers that make the finding"))
        if _IMAGE_OF.match(text.alt):
            problems.append(Problem(where, None, "alt", f"{text.alt[:20]!r} as its opening", "the type of chart first",
                                    "drop the first words"))
        if len(text.long_description.split()) > bundle.LONG_LIMIT:
            problems.append(Problem(where, None, "long-description", f"{len(text.long_description.split())} words",
                                    f"at most {bundle.LONG_LIMIT}", "shorten it; the data table is beside it"))
        if problems:
            raise InputProblems(problems, title=f"The figure {figure_id} cannot be recorded.")
        # Control and direction marks from data would break the files' metadata and turn words around on paper.
        return {part: clean(words_) for part, words_ in (*text._asdict().items(), ("source", source))}

    def _page_text(self, text: Mapping[str, str], lang: str, digest: str, size):
        from helpers.charts import PageText

        line = words.say("data-line", lang, digest=digest[:8], changed=len(self.changed), names=", ".join(self.changed))
        if len(line) > (90 if size != "half" else 84):
            line = words.say("data-line-count", lang, digest=digest[:8], changed=len(self.changed))
        return PageText(text["title"], text["subtitle"], words.say("source-line", lang, text=text["source"]),
                        words.say("note-line", lang, text=text["note"]), line)

    @staticmethod
    def _style_problems(page, measured) -> list[str]:
        from helpers.charts import checks

        return checks.problems(page.figure, measured)

    def finding(self, finding: str, value, *, value_is: str = "exact", unit: str, figure: str = "",
                sources: Iterable[str] = (), cell: str = "", status: str = "", **args) -> None:
        """Record a number a sentence may quote; its sentence comes from the catalog in both languages.

        ``value`` is a number, text, or a value with a bound (then ``value_is`` comes from it). ``cell``
        says in which cell of a grid of choices the number lives. ``args`` are further values of the sentence.
        """
        if hasattr(value, "value_is"):
            value, value_is = value.value, value.value_is
        if hasattr(value, "item"):
            value = value.item()
        problems = []
        if not FINDING_ID.fullmatch(finding):
            problems.append(Problem(self.notebook, None, None, f"the finding id {finding!r}", "topic.name", "rename it"))
        if any(known["id"] == finding for known in self.findings):
            problems.append(Problem(self.notebook, None, None, f"the finding {finding} a second time", "each id once",
                                    "rename one of them"))
        if not list(sources):
            problems.append(Problem(self.notebook, None, None, f"the finding {finding} without sources",
                                    "the ids of its sources", "pass sources=[...]"))
        if problems:
            raise InputProblems(problems, title=f"The finding {finding} cannot be recorded.")
        message = words.finding_id(finding)
        values = {"value": value, "value_is": value_is, **args}
        self.findings.append({
            "id": finding, "value": value, "value_is": value_is, "unit": unit,
            "sentence": {lang: words.say(message, lang, **values) for lang in LANGUAGES},
            "figure": figure, "sources": list(dict.fromkeys(sources)), "cell": cell, "status": status,
            "notebook": self.notebook,
        })

    def finish(self) -> None:
        """Write what the notebook found, and print its findings."""
        from helpers.record.folder import merge, write_notebook

        write_notebook(self)
        if self.standalone:
            merge(self.folder)
        for found in self.findings:
            print(f"{found['id']}: {found['sentence'][self.language]}")

    @staticmethod
    def _show(png: bytes, alt: str) -> None:
        try:
            from IPython import get_ipython
            from IPython.display import Image, display
        except ImportError:
            return
        if get_ipython() is not None:
            display(Image(data=png, format="png", width=650, alt=alt))


def _citations(ids: list[str]) -> dict[str, str]:
    from helpers import sources

    return {lang: sources.citations(ids, lang) for lang in LANGUAGES}


def _line(figure_id: str, frame, total: str | None, digest: str) -> str:
    """Figure id, rows, first and last year, total and first ten of the hash of the numbers plotted."""
    import pandas as pd

    years = [column for column in frame.columns if column == "year" or column.startswith("year_")]
    dates = [column for column in frame.columns if pd.api.types.is_datetime64_any_dtype(frame[column])]
    found = pd.concat([frame[c] for c in years] or [frame[c].dt.year for c in dates] or [pd.Series(dtype=float)]).dropna()
    column = total or next((c for c in ("value_usd", "count", "value", "quantity", "usd") if c in frame.columns), None)
    parts = [f"{len(frame)} row{'' if len(frame) == 1 else 's'}"]
    if len(found):
        parts.append(f"{int(found.min())} to {int(found.max())}")
    if column is not None and len(frame) and pd.api.types.is_numeric_dtype(frame[column]):
        amount = frame[column].dropna().sum()
        parts.append(f"total {column} {amount:,.0f}" if float(amount).is_integer() else f"total {column} {amount:,.2f}")
    return f"{figure_id}: {', '.join(parts)}, data {digest[:10]}"
