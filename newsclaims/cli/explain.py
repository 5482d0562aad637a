"""``newsclaims explain``: what one rule finds, or why a sentence is worth checking."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from newsclaims.cli import options
from newsclaims.cli.session import UNUSABLE


def command(
    context: typer.Context,
    rule: Annotated[str | None, typer.Argument(metavar="RULE", help="Id of a rule, as in the output.")] = None,
    sentence: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Show instead the terms of this sentence's check-worthiness.")
    ] = None,
    color: options.Color = "auto",
    no_config: options.NoConfig = False,
) -> None:
    """Explain a rule: what it finds and what not, its examples, its measured precision.

    \b
    Examples:
      newsclaims explain checks.weekday-date
      newsclaims explain --sentence "Unemployment fell to 4.1% in May."
    """
    from newsclaims.cli.loading import columns_of
    from newsclaims.explain.rules import explain_lines, named, similar, worth_lines
    from newsclaims.terminal.page import Page

    page = Page(*columns_of(None, color))
    if sentence is not None:
        lines = worth_lines(page, sentence)
    elif rule is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(UNUSABLE)
    else:
        found = named(rule)
        if found is None:
            hint = ", ".join(similar(rule))
            raise typer.BadParameter(f"no rule is called {rule!r}" + (f"; similar: {hint}" if hint else ""))
        lines = explain_lines(page, found)
    for line in lines:
        sys.stdout.write(line + "\n")
