"""The command ``armstrail``: a thin place that knows where each verb lives and imports it only when it is used."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import click

# verb: (module, attribute, one line of help). A verb's module is imported when the verb is used, so that
# --help stays quick and a verb whose libraries are missing does not break the others.
VERBS: dict[str, tuple[str, str, str]] = {
    "run": ("helpers.running.commands", "run", "Run a story's notebooks and put the results in runs/."),
    "sweep": ("helpers.running.commands", "sweep", "Run a story once for each of several values of a parameter."),
    "parameters": ("helpers.running.commands", "parameters", "List what can be set with -p, with types, defaults and meanings."),
    "letter": ("helpers.letter.command", "letter", "Make the Word kit of a run: appendix, inserts, files ready to paste."),
    "notebooks": ("helpers.running.commands", "notebooks", "Execute the notebooks in notebooks/ in place, as they are committed."),
    "add": ("helpers.intake.verbs", "add", "Take in a file you downloaded: recognize, check, preview, keep, record."),
    "check": ("helpers.intake.verbs", "check", "List every problem of files, or of all data held, in one table."),
    "recipe": ("helpers.intake.verbs", "recipe", "Print the exact steps that get the files of a topic."),
    "fetch": ("helpers.intake.verbs", "fetch", "Get data from an open endpoint: census, comtrade or federal-register."),
    "claims": ("helpers.claims.verb", "claims", "Check the letters' sentences, your own draft, and the claims that stories quote."),
    "compare": ("helpers.intake.verbs", "compare", "Say what differs between two runs, or two downloads of one query."),
}


class _Lazy(click.Group):
    """A group whose commands are imported one at a time; bad input ends in sentences, never in a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in VERBS:
            return None
        module, attribute, _help = VERBS[name]
        return getattr(importlib.import_module(module), attribute)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            from helpers.problems import nearest

            near = nearest(args[0], list(VERBS))
            ctx.fail(f"There is no command {args[0]!r}. " + (f"Did you mean {' or '.join(near)}?" if near else "See armstrail --help."))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(verb, line) for verb, (_module, _attribute, line) in VERBS.items()])


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
def armstrail() -> None:
    """Legal U.S. firearms exports to Mexico, from license to loss: run the evidence, read what came of it."""


def main(arguments: list[str] | None = None) -> None:
    """Entry point: exit code 0 when all is well, 1 when something failed, 2 when the command cannot be used."""
    for stream in (sys.stdout, sys.stderr):
        # Sentences hold accents; a terminal or pipe with another encoding must not end a run.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    from helpers.problems import InputProblems

    try:
        code = armstrail.main(args=arguments, prog_name="armstrail", standalone_mode=False)
    except InputProblems as problems:
        click.echo(str(problems), err=True)
        code = 2
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. Nothing half-written was left behind.", err=True)
        sys.stdout.flush()
        # Threads that still wait for a kernel must not hold up a user who asked to stop.
        os._exit(130)
    except BrokenPipeError:
        code = 1
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
