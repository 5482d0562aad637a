"""``newsclaims report``: one self-contained HTML page."""

from __future__ import annotations

import os
from itertools import count
from typing import Annotated

import typer

from newsclaims.cli import options


def command(
    context: typer.Context,
    paths: options.Paths = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Write to this file; - is standard output.")
    ] = "report.html",
    date: options.Date = None,
    encoding: options.Encoding = None,
    no_config: options.NoConfig = False,
) -> None:
    """Write a report as one HTML page: checks, the text with highlights, tables, time line and charts.

    The page loads nothing and runs no script; it can be mailed and printed.

    \b
    Examples:
      newsclaims report article.txt
      newsclaims report news/*.txt -o today.html
    """
    from newsclaims.checks import check
    from newsclaims.cli.loading import each_article
    from newsclaims.cli.targets import open_target
    from newsclaims.html.report import page_of, section

    numbers = count()
    with each_article(context, paths, date, encoding, lambda one: section(check(one), next(numbers))) as done:
        sections = list(done)
        if sections:
            page = "".join(page_of(sections)).encode("utf-8", "replace")
            if output == "-":
                open_target(None, "html").write(page)
            else:
                _write(output, page)


def _write(path: str, page: bytes) -> None:
    """Write a file that appears whole or not at all."""
    from newsclaims.formats.atomic import NewFile

    file = NewFile(path, f"{path}.{os.getpid()}.tmp")
    try:
        file.write(page)
        file.finish()
    except BaseException:
        file.drop()
        raise
