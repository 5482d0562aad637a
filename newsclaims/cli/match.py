"""``newsclaims match``: has this been checked before?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from newsclaims.cli import completion, options
from newsclaims.cli.parameter import Misuse, Option, PathOption
from newsclaims.cli.reading import Reading, reads_articles
from newsclaims.cli.session import EMPTY, UNUSABLE
from newsclaims.model import Article, Failure
from newsclaims.text.files import STDIN

if TYPE_CHECKING:
    from newsclaims.cli.messages import Messages
    from newsclaims.matching import Match
    from newsclaims.matching.index import Index

FORMATS = ("text", "json", "jsonl")

Against = Annotated[
    list[str],
    PathOption(
        "--against",
        "-a",
        metavar="FILE",
        help="Fact checks: ClaimReview JSON, JSONL, CSV, a page; - is standard input; may be repeated.",
    ),
]
Format = Annotated[
    str,
    Option("--format", "-f", metavar="NAME", help=f"{', '.join(FORMATS)}.", autocompletion=completion.one_of(*FORMATS)),
]
Top = Annotated[int, Option("--top", min=1, max=1000, metavar="N", help="At most so many matches an article.")]
MinScore = Annotated[
    float | None,
    Option(
        "--min-score", min=0, max=1, metavar="X", help="Leave out matches that are less sure (0 to 1). Default: 0.55."
    ),
]
NoCache = Annotated[bool, Option("--no-cache", help="Neither read nor write the index beside the file.")]


@reads_articles
def command(
    reading: Reading,
    against: Against,
    format: Format = "text",
    output: options.Output = None,
    top: Top = 10,
    min_score: MinScore = None,
    no_cache: NoCache = False,
    fail_empty: options.FailEmpty = False,
) -> None:
    """Find earlier fact checks that fit what an article says, ranked, each with what both share.

    Asked about are sentences worth checking and those that quote somebody by name.  The score says how sure it is
    that the check is about just that.  The index of a file of fact checks is kept beside it as
    `.NAME.newsclaims-index` and made anew when the file changes; it can be deleted at any time.

    \b
    Examples:
      newsclaims match article.txt --against factchecks.json
      newsclaims match news/ -a feed.jsonl -a ours.csv --format jsonl | jq -c '.matches[] | [.score, .claimReviewed]'

    \b
    Exit codes: 0 all done; 1 some inputs failed; 2 wrong usage or nothing
    readable; 3 no match at all (--fail-empty).
    """
    from newsclaims.cli.loading import columns_of, each_article
    from newsclaims.cli.targets import descriptor_of, open_target, outputs_of
    from newsclaims.formats.encoders import encoder
    from newsclaims.formats.json import json_line, json_text
    from newsclaims.matching import MIN_SCORE, match
    from newsclaims.matching.match import merged
    from newsclaims.terminal.matches import match_lines
    from newsclaims.terminal.page import Page

    options.choice("--format", format, FORMATS)
    page = Page(*columns_of(None, reading.color if reading.color != "auto" or descriptor_of(output) == 1 else "never"))
    messages = reading.messages
    least = MIN_SCORE if min_score is None else min_score
    outputs = outputs_of(output, format)
    for path in against:
        outputs.refuse(path)
    _refuse_two_readers(against, reading)
    indexes = _indexes(against, not no_cache, messages)

    def work(article: Article) -> tuple[Article, list[Match]]:
        return article, merged([match(article, one, top=top, min_score=least) for one in indexes], top)

    articles = matches = 0
    shape = encoder(format if format == "json" else "jsonl")
    with open_target(output, format) as target:
        with each_article(reading, work, outputs) as done:
            for article, found in done:
                articles += 1
                matches += len(found)
                if format == "text":
                    target.write_safe("".join(f"{line}\n" for line in match_lines(article, found, page)))
                else:
                    record = {"id": article.id, "source": article.source, "matches": [item.to_dict() for item in found]}
                    target.write(shape.item(json_text(record) if format == "json" else json_line(record)))
                target.flush()
            target.write(shape.end())
            target.finish()
        if format == "text" and (articles > 1 or not matches):
            checks = sum(len(one.checks) for one in indexes)
            messages.say(f"{articles:,} article{'s' if articles != 1 else ''} against {checks:,} fact checks: "
                         f"{matches or 'no'} match{'es' if matches != 1 else ''} of {least:g} or more")  # fmt: skip
    if fail_empty and not matches:
        raise SystemExit(EMPTY)


def _refuse_two_readers(against: list[str], reading: Reading) -> None:
    """Refuse standard input for two things at once.

    Raises:
        Misuse: saying so.
    """
    taken = STDIN in reading.read or (isinstance(reading.paths, list) and STDIN in reading.paths)
    if against.count(STDIN) + taken > 1 and STDIN in against:
        raise Misuse("--against - reads standard input, from which something else is read too")


def _indexes(against: list[str], cache: bool, messages: Messages) -> list[Index]:
    """Return the index of every file; one that cannot be read ends the run, for what it holds would be missed."""
    from newsclaims.matching.records import Unreadable
    from newsclaims.matching.store import open_index
    from newsclaims.text.compressed import unreadable_by
    from newsclaims.text.files import unreadable

    found = []
    for path in against:
        try:
            found.append(open_index(path, keep=cache, note=messages.note))
        except Unreadable as error:
            messages.failure(Failure(None, path, None, "no-checks", str(error)))
            raise SystemExit(UNUSABLE) from error
        except unreadable_by() as error:
            messages.failure(unreadable(path, error))
            raise SystemExit(UNUSABLE) from error
    return found
