"""The verbs that bring data in: ``add``, ``check``, ``recipe``, ``fetch`` and ``compare``."""

from __future__ import annotations

import datetime
import os
import tempfile
from pathlib import Path

import click

from helpers import paths


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--topic", help="Topic folder, when it should not be the layout's own.")
@click.option("--url", default="", help="Where the file was downloaded from.")
@click.option("--accessed", default="", help="The day it was downloaded, such as 2026-03-27; today when left out.")
def add(file: Path, topic: str | None, url: str, accessed: str) -> int:
    """Take FILE (or a folder of monthly files) in: recognize, check, preview, copy, record."""
    from helpers import intake

    done = intake.add(file, paths.root(), topic=topic, url=url, accessed=accessed)
    if done.received is not None:
        click.echo(intake.preview(done.received))
    click.echo(done.message)
    return 0


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> int:
    """List every problem of FILES, or of all data held, in one table. Nothing is written."""
    from helpers import intake

    problems, fine = intake.check(files, paths.root())
    for line in fine:
        click.echo(line)
    if problems:
        click.echo(intake.problem_table(problems))
        click.echo(f"{len(problems)} problem{'s' if len(problems) > 1 else ''} found; nothing was written.")
        return 1
    click.echo("No problems found.")
    return 0


@click.command()
@click.argument("topic")
def recipe(topic: str) -> int:
    """Print the exact clicks, query or address that get the files of TOPIC."""
    from helpers.intake import recipes

    click.echo(recipes.recipe(topic), nl=False)
    return 0


@click.command()
@click.argument("source")
@click.option("--years", default="", help="Such as 2015-2024; the last ten whole years when left out.")
@click.option("--key", envvar="CENSUS_API_KEY", default="", help="The Census key (or set CENSUS_API_KEY). It is never stored.")
@click.option("--base", default="", hidden=True, help="Another address, for tests.")
@click.option("--keep-in", type=click.Path(path_type=Path), help="Only save the answer in this folder, without adding it.")
def fetch(source: str, years: str, key: str, base: str, keep_in: Path | None) -> int:
    """Fetch SOURCE (census, comtrade or federal-register) from its open endpoint and add it."""
    from helpers import intake

    name, data, url = fetched(source, _years(years), key, base or os.environ.get("ARMSTRAIL_FETCH_BASE", ""))
    if keep_in is not None:
        click.echo(f"Saved as {paths.write_bytes(keep_in / name, data)}")
        return 0
    with tempfile.TemporaryDirectory(prefix="armstrail-") as folder:
        file = paths.write_bytes(Path(folder) / name, data)
        done = intake.add(file, paths.root(), url=url)
    if done.received is not None:
        click.echo(intake.preview(done.received))
    click.echo(done.message)
    return 0


def fetched(source: str, years: list[int], key: str = "", base: str = "", **client_options) -> tuple[str, bytes, str]:
    """(file name, bytes, address) of a source's answer; ``InputProblems`` for an unknown source or a failed fetch."""
    from helpers import fetch as sources
    from helpers.fetch.client import Client
    from helpers.problems import InputProblems, Problem, nearest

    span = f"{min(years)}-{max(years)}"
    if source == "census":
        from helpers.fetch import census

        return f"census-{span}.json", census.fetch(Client("Census API", "exports", **client_options), years, key, base=base or census.BASE), census.BASE
    if source == "comtrade":
        from helpers.fetch import comtrade

        return f"comtrade-{span}.json", comtrade.fetch(Client("UN Comtrade", "exports", **{"pause": 3.0, **client_options}), years, base=base or comtrade.BASE), comtrade.BASE
    if source == "federal-register":
        from helpers.fetch import federal_register

        return f"federal-register-{span}.json", federal_register.fetch(Client("Federal Register", "licenses", **client_options), years, base=base or federal_register.BASE), federal_register.BASE
    near = nearest(source, sources.SOURCES)
    raise InputProblems([Problem("fetch", None, None, f"'{source}'", "one of: " + ", ".join(sources.SOURCES), f"write {near[0]}, if that is what is meant" if near else "use one of those words")])


def _years(text: str) -> list[int]:
    from helpers.problems import InputProblems, Problem

    last = datetime.date.today().year - 1
    if not text:
        return list(range(last - 9, last + 1))
    first, _dash, final = text.partition("-")
    final = final or first
    if not (first.isdigit() and final.isdigit() and 1990 <= int(first) <= int(final) <= last + 1):
        raise InputProblems([Problem("--years", None, None, f"'{text}'", f"years such as 2015-{last}", "write the first and the last year")])
    return list(range(int(first), int(final) + 1))


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
def compare(old: Path, new: Path) -> int:
    """Say what differs between two runs (folders in runs/), or between two downloads of one query (files)."""
    from helpers.problems import InputProblems, Problem

    for one in (old, new):
        if not one.exists():
            raise InputProblems([Problem(str(one), None, None, "no such folder or file", "a run's folder or a file", "check the spelling; runs/ holds one folder a story")])
    if old.is_dir() and new.is_dir() and any((one / "findings.json").is_file() or (one / "figures").is_dir() for one in (old, new)):
        for one in (old, new):
            if not ((one / "findings.json").is_file() or (one / "figures").is_dir()):
                raise InputProblems([Problem(str(one), None, None, "a folder that holds no run", "a run's folder with findings.json and figures", "name a folder in runs/")])
        from helpers import record

        for line in record.compare(old, new).lines():
            click.echo(line)
        return 0
    from helpers import intake

    for line in intake.compare_files(old, new):
        click.echo(line)
    return 0
