"""``newsclaims compare``: several reports of one event side by side."""

from __future__ import annotations

import json
import sys
from typing import Annotated

from newsclaims.cli import completion, options
from newsclaims.cli.parameter import Misuse, Option
from newsclaims.cli.reading import Reading, reads_articles
from newsclaims.model import Failure


@reads_articles
def command(
    reading: Reading,
    format: Annotated[
        str,
        Option(
            "--format",
            "-f",
            metavar="NAME",
            help="text, json or jsonl.",
            autocompletion=completion.one_of("text", "json", "jsonl"),
        ),
    ] = "text",
) -> None:
    """Compare reports of one event: what contradicts, what agrees, what only one has.

    Statements of the same thing are put beside each other first. Contradictions are another number, date, actor or
    polarity in them, and quotes in other words or by another speaker. The articles come in the order given, as A, B …

    \b
    Examples:
      newsclaims compare agency.txt tabloid.txt
      newsclaims compare a.txt b.txt c.txt --format json | jq '.differences[].message'
      newsclaims compare a.txt b.txt -f jsonl | jq 'select(.type == "statement")'
    """
    from newsclaims.cli.loading import columns_of, each_article
    from newsclaims.cli.session import FAILED
    from newsclaims.cli.targets import open_target
    from newsclaims.comparison.compare import compare
    from newsclaims.terminal.comparison import compare_lines
    from newsclaims.terminal.page import Page

    options.choice("--format", format, ("text", "json", "jsonl"))
    messages = reading.messages
    with each_article(reading, lambda article: article) as articles:
        found = list(articles)
        if len(found) < 2:
            raise Misuse("compare needs two articles or more")
        failures: list[Failure] = []
        result = compare(found, failures)
        for failure in failures:
            messages.failure(failure)
        if format != "text":
            target = open_target(None, format)
            if format == "json":
                shown = json.dumps(result.to_dict(), ensure_ascii=False, indent=2) + "\n"
            else:
                shown = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in result.records())
            target.write(shown.encode("utf-8", "backslashreplace"))
            target.finish()
        else:
            page = Page(*columns_of(None, reading.color))
            sys.stdout.write("\n".join(compare_lines(result, page)) + "\n")
    if failures:
        raise SystemExit(FAILED)
