"""The command line: which commands there are.  One module of this folder is one command, its function ``command``.

To add a command, write ``newsclaims/cli/<name>.py`` with a function ``command`` whose docstring is the help text, and
add the name to ``COMMANDS``.  Only the module of the command that is called is imported, so a command costs nothing
to those who call another.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from inspect import signature
from typing import Annotated

import typer

from newsclaims.cli.command import Command, Program

COMMANDS = (
    "extract", "batch", "show", "check", "checklist", "compare", "find", "match", "report", "score", "rules", "explain",
    "schema", "docs", "doctor", "man",
)  # fmt: skip


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    from newsclaims.cli.session import guarded

    guarded(_run)


def _run() -> None:
    from newsclaims.cli.config import BadConfig, Defaults

    if len(sys.argv) > 1 and sys.argv[1] not in COMMANDS and os.path.exists(sys.argv[1]):
        sys.argv.insert(1, "show")  # a path alone is an article to look at
    first = next((item for item in sys.argv[1:] if not item.startswith("-")), None)
    names = (first,) if first in COMMANDS else COMMANDS
    configured = {}
    if first in COMMANDS and "--no-config" not in sys.argv and _takes_config(first):
        configured[first] = Defaults(first, COMMANDS)
    try:
        application(names)(default_map=configured)
    except BadConfig as error:
        raise SystemExit(str(error)) from error


def _takes_config(name: str) -> bool:
    """Tell whether a command can be configured; the shell that completes its options asks for no errors."""
    if "_NEWSCLAIMS_COMPLETE" in os.environ:
        return False
    return "no_config" in signature(import_module(f"newsclaims.cli.{name}").command).parameters


def application(names: tuple[str, ...] = COMMANDS) -> typer.Typer:
    """Return the program with the commands of these names."""
    app = typer.Typer(
        name="newsclaims",
        cls=Program,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(_program)
    for name in names:
        app.command(name, cls=Command)(import_module(f"newsclaims.cli.{name}").command)
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        from newsclaims import __version__
        from newsclaims.batch.signature import rules_signature

        typer.echo(f"newsclaims {__version__} rules:{rules_signature()}")
        raise typer.Exit


def _program(
    version: Annotated[
        bool,
        typer.Option("--version", "-V", callback=_print_version, is_eager=True, help="Print version and signature."),
    ] = False,
) -> None:
    """Read news articles and write what they claim as structured JSON.

    Entities, claims (who did what to whom), quotes with their speakers, dates and figures, each with its place in
    the text and the rule that found it.

    \b
    Examples:
      newsclaims article.txt                        (the same as: newsclaims show article.txt)
      newsclaims extract news/ --output-dir facts/
    """
