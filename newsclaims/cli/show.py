"""``newsclaims show``: one article for a reader at a terminal."""

from __future__ import annotations

from typing import Annotated

from newsclaims.cli import options
from newsclaims.cli.parameter import Option
from newsclaims.cli.reading import Reading, reads_articles
from newsclaims.model import Article


@reads_articles
def command(
    reading: Reading,
    only: options.Only = None,
    who: Annotated[str | None, Option(metavar="NAME", help="Only what this person or body said and did.")] = None,
    tables: Annotated[bool, Option("--tables", help="Leave the text out.")] = False,
    width: Annotated[
        int | None,
        Option(min=40, max=10_000, metavar="N", help="Columns. Default: the terminal's, 80 in a pipe."),
    ] = None,
    pager: Annotated[bool, Option("--pager/--no-pager", help="Use $PAGER, else less, on a terminal.")] = True,
) -> None:
    """Show what to check first, then the article with its claims, quotes, dates and figures marked, and tables.

    Colours and a pager on a terminal, signs in a pipe; nothing in an article can act on the terminal.

    \b
    Examples:
      newsclaims show article.txt
      newsclaims show article.txt --who Sheinbaum --only quotes,claims
      newsclaims show article.txt --no-pager --width 120
    """
    from newsclaims.checks import check
    from newsclaims.cli.loading import columns_of, each_article
    from newsclaims.cli.pager import paged
    from newsclaims.terminal.article import article_lines
    from newsclaims.terminal.page import Page

    page = Page(*columns_of(width, reading.color))
    kinds = options.kinds(only) or options.KINDS

    def work(article: Article) -> str:
        return "\n".join(article_lines(check(article), page, kinds, who, text=not tables)) + "\n"

    with each_article(reading, work) as done, paged(pager) as show:
        for number, shown in enumerate(done):
            show(("\n" + "─" * (page.width - 1) + "\n\n" if number else "") + shown)
