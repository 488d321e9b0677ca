"""The verb ``armstrail letter``."""

from __future__ import annotations

import click


@click.command()
@click.argument("story", default="default")
@click.option("--figures", "-f", multiple=True, metavar="ID[,ID...]",
              help="Only these figures, also those that rest on leaked documents. Default: all others.")
@click.option("--language", "-l", type=click.Choice(["en", "es", "both"]), default="both", show_default=True,
              help="Language of the documents.")
def letter(story: str, figures: tuple[str, ...], language: str) -> None:
    """Make the Word kit of a run: an appendix, a one-page insert per figure, and files ready to paste.

    STORY is the name of a run in runs/ (the default run when not given).
    """
    from helpers import letter as kit
    from helpers import paths
    from helpers.problems import InputProblems, Problem, nearest

    runs = paths.root() / "runs"
    known = sorted(path.name for path in runs.glob("*") if (path / "manifest.json").is_file()) if runs.is_dir() else []
    if story not in known:
        close = nearest(story, known)
        raise InputProblems([Problem("runs", None, None, f"no run {story!r}", f"one of {', '.join(known)}" if known else "a run",
                                     f"did you mean {' or '.join(close)}?" if close else f"run it first: armstrail run {story}")])
    wanted = [figure for part in figures for figure in part.replace(",", " ").split()]
    languages = ("en", "es") if language == "both" else (language,)
    made = kit.write(runs / story, wanted, languages, say=click.echo)
    click.echo(f"{len(made)} Word files in runs/{story}/letter/:")
    for path in made:
        click.echo(f"  {path.relative_to(runs / story / 'letter').as_posix()}")
