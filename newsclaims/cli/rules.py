"""``newsclaims rules``: the list of all rules."""

from __future__ import annotations

import sys
from typing import Annotated

from newsclaims.cli import completion, options
from newsclaims.cli.parameter import Option


def command(
    kind: Annotated[
        str | None,
        Option(
            metavar="KIND",
            help="claims, quotes, dates, figures, entities, links, sentences, wording or checks.",
            autocompletion=completion.one_of(
                "claims", "quotes", "dates", "figures", "entities", "links", "sentences", "wording", "checks"
            ),
        ),
    ] = None,
    color: options.Color = "auto",
    no_config: options.NoConfig = False,
) -> None:
    """List the rules that find facts and contradictions; `explain` tells more of one.

    \b
    Examples:
      newsclaims rules
      newsclaims rules --kind checks
    """
    from newsclaims.cli.loading import columns_of
    from newsclaims.examples import FOLDERS
    from newsclaims.explain.rules import rule_lines
    from newsclaims.terminal.page import Page

    if kind is not None:
        options.choice("--kind", kind, FOLDERS)
    for line in rule_lines(Page(*columns_of(None, color)), kind):
        sys.stdout.write(line + "\n")
