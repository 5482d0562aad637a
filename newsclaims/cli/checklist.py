"""``newsclaims checklist``: what a desk ticks off, line by line."""

from __future__ import annotations

import csv
import io
from typing import Annotated

from newsclaims.cli import options
from newsclaims.cli.parameter import Misuse, Option
from newsclaims.cli.reading import Reading, reads_articles
from newsclaims.model import Article

FORMATS = ("text", "markdown", "csv", "html")


@reads_articles
def command(
    reading: Reading,
    format: Annotated[
        str | None,
        Option("--format", "-f", metavar="NAME", help=f"{', '.join(FORMATS)}. Default: by --output, else text."),
    ] = None,
    output: options.Output = None,
) -> None:
    """List every name, title, figure, date and quote once, in order, with a box and what to look up.

    It is how a desk checks an article line by line: the sentence, and under it all that can be wrong in it.

    \b
    Examples:
      newsclaims checklist article.txt
      newsclaims checklist article.txt -o article.md
      newsclaims checklist drafts/ --format csv -o ticks.csv
    """
    from newsclaims.cli.loading import columns_of, each_article
    from newsclaims.cli.targets import descriptor_of, open_target, outputs_of
    from newsclaims.html.ticklist import PAGE_END, article_html, page_head
    from newsclaims.terminal.page import Page
    from newsclaims.terminal.ticklist import markdown_list, text_list

    if output == "":
        raise Misuse("--output names no file")
    chosen = format or _by_suffix(output)
    options.choice("--format", chosen, FORMATS)
    page = Page(*columns_of(None, reading.color if reading.color != "auto" or descriptor_of(output) == 1 else "never"))
    lines = chosen in ("text", "markdown")

    def work(article: Article) -> str:
        if chosen == "csv":
            return _csv(article)
        if chosen == "html":
            return "".join(article_html(article))
        return "\n".join(markdown_list(article) if chosen == "markdown" else text_list(article, page)) + "\n"

    with open_target(output, chosen) as target, each_article(reading, work, outputs_of(output, chosen)) as done:

        def write(text: str) -> None:
            if chosen == "text":  # the colours are ours
                target.write_safe(text)
            else:
                target.write(text.encode("utf-8", "replace"))

        write({"csv": ",".join(_COLUMNS) + "\n", "html": page_head()}.get(chosen, ""))
        for number, shown in enumerate(done):
            write("\n" + shown if lines and number else shown)
            target.flush()
        write(PAGE_END if chosen == "html" else "")
        target.finish()


_COLUMNS = ("done", "article", "kind", "text", "look_up", "sentence", "start", "end", "sentence_text")


def _csv(article: Article) -> str:
    """Return the ticks as rows of CSV; what a spreadsheet would take for a formula has an apostrophe before it."""
    from newsclaims.formats.csv import harmless
    from newsclaims.wording.ticklist import sentence_text, tick_list

    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    for tick in tick_list(article):
        words = (tick.text, tick.look_up, sentence_text(article, tick.sentence))
        text, look_up, sentence = map(harmless, words)
        writer.writerow(
            ("", harmless(article.id), tick.kind, text, look_up, tick.sentence, tick.start, tick.end, sentence)
        )
    return file.getvalue()


def _by_suffix(output: str | None) -> str:
    """Return the format that the end of a file's name says: text where it says none."""
    suffixes = {".md": "markdown", ".markdown": "markdown", ".csv": "csv", ".html": "html", ".htm": "html"}
    return next((name for end, name in suffixes.items() if (output or "").lower().endswith(end)), "text")
