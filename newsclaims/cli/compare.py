"""``newsclaims compare``: several reports of one event side by side."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from newsclaims.cli import options
from newsclaims.cli.reading import Reading, reads_articles
from newsclaims.model import Failure


@reads_articles
def command(
    reading: Reading,
    format: Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="text or json.")] = "text",
) -> None:
    """Compare reports of one event: what contradicts, what agrees, what only one has.

    Contradictions are another number, date, actor or polarity for the same thing, and quotes in other words or by
    another speaker.

    \b
    Examples:
      newsclaims compare agency.txt tabloid.txt
      newsclaims compare a.txt b.txt c.txt --format json | jq '.differences[].message'
    """
    from newsclaims.cli.loading import columns_of, each_article
    from newsclaims.cli.session import FAILED
    from newsclaims.cli.targets import open_target
    from newsclaims.compare.comparison import compare
    from newsclaims.terminal.comparison import compare_lines
    from newsclaims.terminal.page import Page

    options.choice("--format", format, ("text", "json"))
    messages = reading.messages
    with each_article(reading, lambda article: article) as articles:
        found = list(articles)
        if len(found) < 2:
            raise typer.BadParameter("compare needs two articles or more")
        failures: list[Failure] = []
        result = compare(found, failures)
        for failure in failures:
            messages.failure(failure)
        if format == "json":
            target = open_target(None, format)
            shown = json.dumps(result.to_dict(), ensure_ascii=False, indent=2) + "\n"
            target.write(shown.encode("utf-8", "backslashreplace"))
            target.finish()
        else:
            page = Page(*columns_of(None, reading.color))
            sys.stdout.write("\n".join(compare_lines(result, page)) + "\n")
    if failures:
        raise typer.Exit(FAILED)
