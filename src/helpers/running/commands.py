"""The verbs that run notebooks: ``run``, ``sweep``, ``parameters`` and ``notebooks``."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import click

from helpers import paths

_PAIR = click.option("-p", "given", type=(str, str), multiple=True, metavar="NAME VALUE",
                     help="Set a parameter; may be repeated.")
_FRESH = click.option("--fresh", is_flag=True, help="Execute every notebook even if nothing changed.")


@click.command()
@click.argument("story", default="default")
@_PAIR
@_FRESH
def run(story: str, given: tuple[tuple[str, str], ...], fresh: bool) -> int:
    """Run STORY (a name in stories/ or a path to a YAML file; `default` when left out).

    \b
    armstrail run
    armstrail run -p base_window 2005-2007 -p dollars real
    armstrail run stories/some-story.yml
    """
    from helpers import runner

    project = paths.root()
    began = time.monotonic()
    outcome = _stoppable(lambda: runner.run(project, story, given, fresh=fresh))
    text = runner.summary(outcome, project, _language(project, story, given), time.monotonic() - began)
    click.echo(text, err=not outcome.ok)
    return 0 if outcome.ok else 1


@click.command()
@click.argument("story", default="default")
@_PAIR
@_FRESH
def sweep(story: str, given: tuple[tuple[str, str], ...], fresh: bool) -> int:
    """Run STORY once for each value of the one parameter that is given several, separated by commas.

    \b
    armstrail sweep default -p state Guerrero,Tamaulipas

    Leaves a run for each value in runs/ and a table of every finding by value. Notebooks that do not
    use the parameter are executed once, and values whose results are fresh are not run again.
    """
    from helpers.running import sweeping

    return _stoppable(lambda: sweeping.sweep(paths.root(), story, given, fresh=fresh, say=click.echo))


@click.command()
@click.argument("story", default="default")
def parameters(story: str) -> int:
    """List the parameters of STORY's notebooks: name, type, default and meaning."""
    from helpers import params
    from helpers.running import stories

    project = paths.root()
    plan = params.resolve(project, stories.read(project, story))
    seen: dict[str, tuple[params.Parameter, list[str]]] = {}
    for notebook in plan.notebooks:
        for parameter in params.declared(project / "notebooks" / f"{notebook}.ipynb"):
            if parameter.name not in params.RESERVED:
                seen.setdefault(parameter.name, (parameter, []))[1].append(notebook[:2])
    for name, (parameter, notebooks_) in seen.items():
        value = plan.changed.get(name, parameter.default)
        click.echo(f"{name} ({parameter.type}, in {', '.join(notebooks_)}) = {value!r}\n    {parameter.help}")
    return 0


@click.command()
@click.argument("names", nargs=-1)
def notebooks(names: tuple[str, ...]) -> int:
    """Execute the notebooks NAMES (all when none is given) in place, as they are committed."""
    from helpers.running import committed

    return _stoppable(lambda: committed.refresh(paths.root(), names, say=click.echo))


def _stoppable(work: Any) -> Any:
    from helpers.running.execution import Interrupted

    try:
        return work()
    except Interrupted:
        raise click.Abort from None


def _language(project: Path, story: str, given: tuple[tuple[str, str], ...]) -> str:
    from helpers.running import stories

    wanted = {pair.name: pair.text for pair in stories.read(project, story).given} | dict(given)
    return "es" if wanted.get("language") == "es" else "en"
