"""``newsclaims check``: what a careful desk editor would mark."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from newsclaims.cli import options
from newsclaims.cli.session import EMPTY
from newsclaims.model import Article

Format = Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="text, json or jsonl.")]


def command(
    context: typer.Context,
    paths: options.Paths = None,
    format: Format = "text",
    date: options.Date = None,
    language: options.Language = "en",
    min_confidence: options.MinConfidence = 0,
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
    from newsclaims.cli.targets import open_target
    from newsclaims.formats.encoders import encoder
    from newsclaims.formats.json import json_line, json_text
    from newsclaims.terminal.article import check_lines
    from newsclaims.terminal.page import Page

    options.choice("--format", format, ("text", "json", "jsonl"))
    page = Page(*columns_of(None, color))

    def work(article: Article) -> tuple[bool, bytes | str]:
        """Return whether anything was found, and what is written."""
        article = check(article)
        if format != "text":
            return bool(article.checks), json_text(article) if format == "json" else json_line(article)
        if quiet and not article.checks:
            return False, ""
        return bool(article.checks), "\n".join(check_lines(article, page, worth=not quiet)) + "\n\n"

    any_found = False
    show = encoder(format if format == "json" else "jsonl")
    target = open_target(None, format)
    with each_article(context, paths, options.checked(date, language, min_confidence), encoding, work) as done:
        for found, output in done:
            any_found = any_found or found
            if isinstance(output, str):
                sys.stdout.write(output)
                sys.stdout.flush()
            else:
                target.write(show.item(output))
                target.flush()
        target.write(show.end())
    if any_found and fail_on_findings:
        raise typer.Exit(EMPTY)
