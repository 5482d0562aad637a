"""``newsclaims check``: what a careful desk editor would mark."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Annotated

from newsclaims.cli import completion, options
from newsclaims.cli.parameter import Misuse, Option, PathOption
from newsclaims.cli.reading import Reading, reads_articles
from newsclaims.cli.session import EMPTY
from newsclaims.model import Article

FORMATS = ("text", "json", "jsonl", "sarif", "github")
SEVERITIES = ("note", "warning", "error")

Format = Annotated[
    str,
    Option("--format", "-f", metavar="NAME", help=f"{', '.join(FORMATS)}.", autocompletion=completion.one_of(*FORMATS)),
]
MinSeverity = Annotated[
    str,
    Option(
        "--min-severity",
        metavar="LEVEL",
        help="Leave out what is less than: note, warning or error.",
        autocompletion=completion.one_of(*SEVERITIES),
    ),
]
WaiversFile = Annotated[
    str | None,
    PathOption("--waivers", metavar="FILE", help="Be silent about the findings in this file: seen, right."),
]
WriteWaivers = Annotated[
    str | None, PathOption("--write-waivers", metavar="FILE", help="Add what is found to this file of waivers.")
]


@reads_articles
def command(
    reading: Reading,
    format: Format = "text",
    output: options.Output = None,
    min_severity: MinSeverity = "note",
    waivers: WaiversFile = None,
    write_waivers: WriteWaivers = None,
    fail_on_findings: Annotated[bool, Option("--fail-on-findings", help="Exit with 3 if anything is found.")] = False,
) -> None:
    """Find contradictions inside an article: dates, ages, sums, shares, changes, conversions, names, quotes.

    Of one article, then, the sentences most worth checking against the world.  Of several only findings are
    printed, one a line: `path:line:col: severity: message [rule]`, and a summary on standard error.  As json or
    jsonl: the article objects with `checks`.

    \b
    Examples:
      newsclaims check article.txt
      newsclaims check drafts/ --fail-on-findings --waivers seen.tsv
      newsclaims check drafts/ --write-waivers seen.tsv
      newsclaims check drafts/ --format sarif -o findings.sarif

    \b
    Exit codes: 0 all done; 1 some inputs failed; 2 wrong usage or nothing
    readable; 3 something was found (--fail-on-findings).
    """
    from newsclaims.checks import check
    from newsclaims.cli.findings import Writer, waivers_of
    from newsclaims.cli.loading import columns_of, each_article
    from newsclaims.cli.targets import descriptor_of, open_target, outputs_of
    from newsclaims.terminal.page import Page

    options.choice("--format", format, FORMATS)
    options.choice("--min-severity", min_severity, SEVERITIES)
    if "" in (output, waivers, write_waivers):
        raise Misuse("--output, --waivers or --write-waivers names no file")
    _refuse_one_file(output, format, waivers, write_waivers)
    page = Page(*columns_of(None, reading.color if reading.color != "auto" or descriptor_of(output) == 1 else "never"))
    seen = waivers_of(waivers, write_waivers)
    severities = frozenset(SEVERITIES[SEVERITIES.index(min_severity) :])
    messages = reading.messages

    def work(article: Article) -> Article:
        found = check(article)
        return replace(found, checks=tuple(item for item in found.checks if item.severity in severities))

    outputs = outputs_of(output, format, [write_waivers] if write_waivers else [])
    with open_target(output, format) as target:
        writer = Writer(target, format, page, reading.quiet)
        with each_article(reading, work, outputs) as done:
            for article in done:
                writer.add(article if seen is None else seen.without_waived(article))
                if seen is not None and write_waivers is not None:
                    writer.waive(seen)
            writer.end()
            target.finish()
            if seen is not None:
                for line in seen.stale() if write_waivers is None else ():
                    messages.note(f"{waivers}: no longer found: {' · '.join(line.split(chr(9))[1:4])}")
            if write_waivers is not None and seen is not None:
                count = seen.write(write_waivers)
                messages.say(f"{write_waivers}: {count:,} waiver{'s' if count != 1 else ''}")
            if writer.articles > 1:
                messages.say(writer.summary())
    if writer.findings and fail_on_findings and write_waivers is None:
        raise SystemExit(EMPTY)


def _refuse_one_file(output: str | None, format: str, waivers: str | None, write_waivers: str | None) -> None:
    """Refuse an output that is a file of waivers, there already or not.

    Raises:
        Misuse: naming the option.
    """
    from newsclaims.cli.targets import outputs_of
    from newsclaims.text.outputs import IsOutput

    taken = outputs_of(output, format)
    for option, path in (("--waivers", waivers), ("--write-waivers", write_waivers)):
        if path is None:
            continue
        try:
            taken.refuse(path)
            one = output is not None and os.path.realpath(path) == os.path.realpath(output)
        except IsOutput:
            one = True
        if one:
            raise Misuse(f"the output and {option} are one file: {path}")
