"""The verb `claims`: check the letters' sentences, a user's own draft, and the claims a story quotes."""

from __future__ import annotations

import datetime as dt

import click


@click.command()
@click.option("--check", "checking", is_flag=True, help="Exit 1 when a claim quoted in a story has another status than when it was tagged.")
@click.option("--story", "stories", multiple=True, help="Look at this story's quoted claims only; may be given more than once.")
@click.option("--tag", "tagged", multiple=True, metavar="CLAIM", help="Mark a claim as quoted in --story with the status it has now; may be repeated.")
@click.option("--draft", type=click.Path(), default=None, help="Check the sentences of your own draft too: a csv with the columns --columns prints.")
@click.option("--columns", is_flag=True, help="Print the columns of a draft and the computations it can name, and stop.")
@click.option("--all", "everything", is_flag=True, help="Print every claim, not only those whose status the rule and the researcher read apart.")
def claims(checking, stories, tagged, draft, columns, everything) -> int:
    """Check every sentence of the two letters against the tables.

    \b
    armstrail claims --all
    armstrail claims --story default --tag H19-03 --tag H19-06
    armstrail claims --check
    armstrail claims --draft stories/drafts/my-letter.csv
    """
    from helpers import claims as room
    from helpers import sources

    if columns:
        return _columns(room)
    tables = room.tables()
    checked = room.check(sources.table("letter_claims"), room.plan(), tables)
    own = None
    if draft:
        ledger = room.draft(draft)
        own = room.check(ledger, ledger, tables)
        _print(own, f"Your draft, {len(own)} sentences:")
    if tagged:
        return _tag(room, checked, own, stories, tagged)
    if checking:
        return _check(room, checked, own, stories)
    if everything:
        _print(checked, f"{len(checked)} claims:")
    by = checked["status"].value_counts()
    click.echo("; ".join(f"{status}: {int(by.get(status, 0))}" for status in room.STATUSES))
    apart = checked[checked["agrees"] == "no"]
    click.echo(f"{len(apart)} read apart by rule and researcher" + (":" if len(apart) else "."))
    for row in apart.to_dict("records"):
        click.echo(f"  {row['claim_id']}: {row['status']} (researcher: {row['research_status']})")
    return 0


def _print(checked, title) -> None:
    click.echo(title)
    for row in checked.to_dict("records"):
        bound = f" ({row['value_is']})" if row["value_is"] not in ("", "exact") else ""
        computed = f"; stated {row['stated'] or 'in words'}, computed {row['computed']}{bound}" if row["testable"] == "yes" else f"; would be settled by: {row['document']}"
        click.echo(f"  {row['claim_id']}: {row['status']}{computed}")


def _tag(room, checked, own, stories, tagged) -> int:
    import pandas as pd

    known = checked if own is None else pd.concat([checked, own], ignore_index=True)
    for story in stories or ("default",):
        path = room.quoted_file(story)
        room.tag(known, tagged, path, dt.date.today())
        click.echo(f"{', '.join(tagged)} tagged as quoted in {path.parent.name}/{path.name}")
    return 0


def _check(room, checked, own, stories) -> int:
    import pandas as pd

    known = checked if own is None else pd.concat([checked, own], ignore_index=True)
    folder = room.quoted_file("x").parent
    files = [room.quoted_file(story) for story in stories] if stories else sorted(folder.glob("*.csv"))
    from helpers.problems import InputProblems, Problem

    missing = [Problem(path.name, None, None, "no claims tagged for this story", "stories/quoted/<story>.csv", f"run: armstrail claims --story {path.stem} --tag CLAIM")
               for path in files if not path.is_file()]
    if missing:
        raise InputProblems(missing)
    total, failed = 0, 0
    for path in files:
        tagged = room.quoted(path)
        total += len(tagged)
        for row in room.changed(known, tagged).to_dict("records"):
            failed += 1
            click.echo(f"{path.stem}: {row['claim_id']} was {row['was']} on {row['tagged_on']} and is now {row['now']}", err=True)
    click.echo(f"{total} quoted claims checked, {failed} with another status.")
    return 1 if failed else 0


def _columns(room) -> int:
    from helpers.claims import computations

    click.echo("Columns of a draft: " + ",".join(room.DRAFT_COLUMNS))
    click.echo("compare: " + ", ".join(room.COMPARES) + "; why_untestable (for a sentence without a computation): " + ", ".join(room.WHY))
    for name, function in sorted(computations.REGISTRY.items()):
        click.echo(f"  {name}: {' '.join(function.__doc__.split())}")
    return 0
