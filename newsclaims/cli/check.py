"""``newsclaims check``: what a careful desk editor would mark."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from newsclaims.cli import options
from newsclaims.cli.session import EMPTY

Format = Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="text, json or jsonl.")]


def command(
    context: typer.Context,
    paths: options.Paths = None,
    format: Format = "text",
    date: options.Date = None,
    language: options.Language = "en",
    encoding: options.Encoding = None,
    fail_on_findings: Annotated[
        bool, typer.Option("--fail-on-findings", help="Exit with 3 if anything is found.")
    ] = False,
    quiet: options.Quiet = False,
    color: options.Color = "auto",
    no_config: options.NoConfig = False,
) -> None:
    """Find contradictions inside an article: dates, ages, sums, shares, changes, conversions, names, quotes.

    Then the sentences most worth checking against the world.  As json or jsonl: the article objects with `checks`.

    \b
    Examples:
      newsclaims check article.txt
      newsclaims check drafts/ --fail-on-findings --quiet
      newsclaims check news.jsonl --format jsonl | jq -c 'select(.checks != [])'

    \b
    Exit codes: 0 all done; 1 some inputs failed; 2 wrong usage or nothing
    readable; 3 something was found (--fail-on-findings).
    """
    from newsclaims.checks import check
    from newsclaims.cli.loading import columns_of, each_article
    from newsclaims.formats.encoders import encoder
    from newsclaims.formats.json import json_line, json_text
    from newsclaims.terminal.article import check_lines
    from newsclaims.terminal.page import Page

    options.choice("--format", format, ("text", "json", "jsonl"))
    page = Page(*columns_of(None, color))
    encode = encoder(format if format == "json" else "jsonl")
    any_found = False
    with each_article(context, paths, date, encoding, language) as found:
        for article in map(check, found):
            any_found = any_found or bool(article.checks)
            if format == "text":
                if article.checks or not quiet:
                    sys.stdout.write("\n".join(check_lines(article, page, worth=not quiet)) + "\n\n")
            else:
                sys.stdout.buffer.write(encode.item(json_text(article) if format == "json" else json_line(article)))
            sys.stdout.flush()
    sys.stdout.buffer.write(bytes(encode.end()))
    if any_found and fail_on_findings:
        raise typer.Exit(EMPTY)
