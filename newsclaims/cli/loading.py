"""What the commands for readers share: articles one by one with failures reported, kinds, columns and colour."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from newsclaims.batch.work import Settings
from newsclaims.cli.messages import NO_ARTICLES, wants_color
from newsclaims.cli.options import choice
from newsclaims.cli.reading import Reading
from newsclaims.cli.session import FAILED, UNUSABLE
from newsclaims.cli.tasks import outcomes
from newsclaims.isolation import isolated
from newsclaims.model import Article, Failure
from newsclaims.text.inputs import NOTES
from newsclaims.text.outputs import Outputs
from newsclaims.text.readers.saved import NO_TEXT

Result = TypeVar("Result")


@contextmanager
def each_article(
    reading: Reading, work: Callable[[Article], Result], outputs: Outputs | None = None, needs_text: bool = True
) -> Iterator[Iterator[Result]]:
    """Give what ``work`` makes of the articles, one by one and in order.

    An article that cannot be read, or on which the work fails, is a failure: it is reported, the others go on, and the
    exit code at the end tells.  So is one that was saved without its text, where the work ``needs_text``.  ``outputs``
    are what no input may be, without it standard output.

    Raises:
        IsOutput: at an input that is an output.
    """
    messages = reading.messages
    taken = outputs or Outputs(descriptor=1)
    for path in reading.read:
        taken.refuse(path)
    good, bad = 0, 0

    def failed(failure: Failure) -> None:
        nonlocal bad
        bad += failure.code not in NOTES
        messages.failure(failure)

    def done() -> Iterator[Result]:
        nonlocal good
        settings = Settings("article", reading.wanted, reading.intake, lexicon=reading.lexicon)
        selection = reading.selection._replace(outputs=taken)
        for _, outcome in outcomes(settings, reading.paths, selection, reading.jobs):
            for failure in outcome.failures:
                failed(failure)
            messages.notice(outcome.notices)
            for article in outcome.items:
                if needs_text and article.sentences and not article.text:
                    failed(Failure(article.id, article.source, None, "no-text", NO_TEXT))
                    continue
                made = isolated(partial(work, article), article.id, article.source)
                if isinstance(made, Failure):
                    failed(made)
                else:
                    good += 1
                    yield made
        messages.count_rest()

    yield done()
    messages.tell_notices()
    if not good and not bad:
        messages.note(NO_ARTICLES)
    if bad:
        raise SystemExit(FAILED if good else UNUSABLE)


def columns_of(width: int | None, color: str) -> tuple[int, bool]:
    """Return the columns to fill and whether to use colour; 80 columns and none in a pipe."""
    choice("--color", color, ("auto", "always", "never"))
    terminal = sys.stdout.isatty()
    size = shutil.get_terminal_size().columns if terminal else 80
    return width or max(40, min(size, 120)), wants_color(color, terminal)
