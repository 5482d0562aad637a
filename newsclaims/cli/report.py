"""``newsclaims report``: one self-contained HTML page."""

from __future__ import annotations

import os
from itertools import count
from typing import Annotated

from newsclaims.cli import completion, options
from newsclaims.cli.parameter import Misuse, Option, PathOption
from newsclaims.cli.reading import Reading, reads_articles
from newsclaims.model import Article


@reads_articles
def command(
    reading: Reading,
    output: Annotated[
        str, PathOption("--output", "-o", metavar="FILE", help="Write to this file; - is standard output.")
    ] = "report.html",
    format: Annotated[
        str, Option("--format", "-f", metavar="NAME", help="html.", autocompletion=completion.one_of("html"))
    ] = "html",
    force: Annotated[bool, Option("--force", help="Replace a file that another program wrote.")] = False,
) -> None:
    """Write a report as one HTML page: checks, the text with highlights, tables, time line and charts.

    The page loads nothing and runs no script; it can be mailed and printed.  A report of an earlier run is replaced,
    another file only with --force.

    \b
    Examples:
      newsclaims report article.txt
      newsclaims report news/*.txt -o today.html
    """
    from newsclaims.checks import check
    from newsclaims.cli.loading import each_article
    from newsclaims.cli.targets import descriptor_of, open_target, outputs_of
    from newsclaims.html.article import Section, section
    from newsclaims.html.report import page_of

    options.choice("--format", format, ("html",))
    if not output:
        raise Misuse("--output names no file")
    named = descriptor_of(output) is None
    if named and not force:
        _refuse_foreign(output)
    numbers = count()

    def work(article: Article) -> Section:
        return section(check(article), next(numbers))

    with each_article(reading, work, outputs_of(output, "html")) as done:
        sections = list(done)
        if sections:
            with open_target(output, "html") as target:
                target.write("".join(page_of(sections)).encode("utf-8", "replace"))
                target.finish()
            if named:
                articles = f"{len(sections):,} article{'s' if len(sections) > 1 else ''}"
                reading.messages.say(f"{output}: {articles}")


def _refuse_foreign(path: str) -> None:
    """Refuse to replace a file that holds something, but no report.

    Raises:
        Unusable: naming the file.
        OSError: when it cannot be read.
    """
    from newsclaims.formats.atomic import Unusable
    from newsclaims.html.report import GENERATOR

    if os.path.isfile(path) and os.path.getsize(path):
        with open(path, "rb") as file:
            if GENERATOR.encode() not in file.read(1 << 10):
                raise Unusable(f"{path} was not written by newsclaims: --force replaces it")
