"""Write the Word kit of a run into its folder, whole or not at all.

``runs/<story>/letter/<language>/`` holds the appendix, one insert per figure, and in ``paste/`` each
figure's picture, caption, footnote and alt text as plain files named for a person.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from helpers import paths, words
from helpers.charts.style import clean
from helpers.problems import InputProblems, Problem, nearest
from helpers.words import LANGUAGES


def write(folder: str | Path, figures: Iterable[str] = (), languages: Sequence[str] = LANGUAGES,
          say: Callable[[str], None] = print) -> list[Path]:
    """Make the Word kit of the run in ``folder``; returns the Word files, appendix first.

    ``figures`` are ids; by default every figure that does not rest on leaked documents (what is left
    out is told through ``say``). The kit takes the place of ``folder / "letter"`` when it is complete.

    Raises ``InputProblems`` for a folder without a run, a figure that does not exist (with near names),
    a language that is not there, and a folder that cannot be written.
    """
    from helpers import record

    run = record.load(folder)
    folder = Path(folder)
    _refuse(run, list(figures), languages)
    chosen, left_out = _choose(run, list(figures))
    for figure in left_out:
        say(words.say("letter-left-out", "en", figure=figure, story=run["manifest"]["story"]))
    try:
        partial = Path(tempfile.mkdtemp(dir=folder, prefix=".letter-"))
    except OSError as error:
        raise InputProblems([Problem(folder.name, None, None, f"a folder that cannot be written ({error.strerror})",
                                     "a folder of your own", "copy the run to a folder you may write to")]) from error
    try:
        made = [path for lang in languages for path in _language(run, chosen, lang, partial / lang)]
        partial.chmod(0o755)
        final = paths.promote(partial, folder / "letter")
    except OSError as error:
        raise InputProblems([Problem(folder.name, None, None, f"a kit that could not be written ({error.strerror})",
                                     "room on the disk", "free some space and run the command again; "
                                     "the kit made before is as it was")]) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return [final / path.relative_to(partial) for path in made]


def _refuse(run: dict, figures: list[str], languages: Sequence[str]) -> None:
    problems = []
    known = list(run["figures"])
    for figure in figures:
        if figure not in known:
            close = nearest(figure, known)
            problems.append(Problem("--figures", None, None, repr(figure), f"a figure of this run ({', '.join(known)})",
                                    f"did you mean {' or '.join(close)}?" if close else "use one of those names"))
    for lang in languages:
        if lang not in LANGUAGES:
            problems.append(Problem("--language", None, None, repr(lang), "en, es or both", "use one of those"))
    for figure in figures or known:
        for part, text in run["figures"].get(figure, {}).items():
            if isinstance(text, dict) and set(text) == set(LANGUAGES) and part not in ("house_style_problems",):
                problems += [Problem(f"figures/{figure}.json", None, part, f"no words in {lang}", "words in both languages",
                                     "run the story again") for lang in languages
                             if lang in LANGUAGES and not str(text[lang]).strip() and part != "note"]
        missing = [end for lang in languages if lang in LANGUAGES for end in (f"{lang}.png", f"{lang}.svg", "csv")
                   if figure in run["figures"] and not (run["folder"] / "figures" / f"{figure}.{end}").is_file()]
        problems += [Problem(f"figures/{figure}.{end}", None, None, "no such file", "the whole bundle of the figure",
                             "run the story again") for end in missing]
    if not known:
        problems.append(Problem(run["folder"].name, None, None, "a run without figures", "a run with figures", "run the story again"))
    if problems:
        raise InputProblems(problems, title="The letter cannot be made.")


def _choose(run: dict, named: list[str]) -> tuple[list[str], list[str]]:
    """The figures to use, in the run's order, and those left out because they rest on leaked documents."""
    from helpers.record.references import references

    if named:
        return [figure for figure in run["figures"] if figure in named], []
    leaked = [figure for figure, about in run["figures"].items()
              if any(reference.leaked for reference in references(run, about["sources"]))]
    return [figure for figure in run["figures"] if figure not in leaked], leaked


def _language(run: dict, figures: list[str], lang: str, folder: Path) -> list[Path]:
    from helpers.letter.appendix import appendix
    from helpers.letter.inserts import insert, paste_files

    def word(name: str) -> str:
        return words.say(f"letter-file-{name}", lang)

    out = [paths.write_bytes(folder / f"{word('appendix')}.docx", appendix(run, figures, lang))]
    for number, figure in enumerate(figures, start=1):
        stem = f"{words.say('letter-label-figure', lang)} {number:02d} - {clean(figure)}"
        out.append(paths.write_bytes(folder / f"{stem} - {word('insert')}.docx", insert(run, figure, number, lang)))
        for name, data in paste_files(run, figure, number, lang).items():
            paths.write_bytes(folder / "paste" / f"{stem} - {name}", data)
    return out
