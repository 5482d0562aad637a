"""What the commands for readers share: articles one by one with failures reported, kinds, columns and colour."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

import typer

from newsclaims.cli.messages import Messages, wants_color
from newsclaims.cli.options import choice
from newsclaims.cli.session import FAILED, UNUSABLE
from newsclaims.extract import Wanted
from newsclaims.isolation import isolated
from newsclaims.model import Article, Failure
from newsclaims.text.inputs import NOTES
from newsclaims.text.outputs import Outputs

Result = TypeVar("Result")


@contextmanager
def each_article(
    context: typer.Context,
    paths: list[str] | None,
    wanted: Wanted,
    encoding: str | None,
    work: Callable[[Article], Result],
    outputs: Outputs | None = None,
) -> Iterator[Iterator[Result]]:
    """Give what ``work`` makes of the articles of the paths, one by one.

    An article that cannot be read, or on which the work fails, is a failure: it is reported, the others go on, and the
    exit code at the end tells.  Without paths standard input is read, but from a terminal the help is shown instead
    (exit code 2).
    """
    from newsclaims.batch.notices import notices
    from newsclaims.cli.articles import articles
    from newsclaims.cli.options import checked_encoding

    if not paths and sys.stdin.isatty():
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(UNUSABLE)
    encoding = checked_encoding(encoding)
    messages = Messages()
    good, bad = 0, 0

    def done() -> Iterator[Result]:
        nonlocal good, bad
        for item in articles(paths or ["-"], wanted=wanted, encoding=encoding, outputs=outputs):
            made = item if isinstance(item, Failure) else isolated(partial(work, item), item.id, item.source)
            if isinstance(made, Failure):
                bad += made.code not in NOTES
                messages.failure(made)
            else:
                good += 1
                if isinstance(item, Article):
                    messages.notice(notices(item))
                yield made
        messages.count_rest()

    yield done()
    messages.tell_notices()
    if bad:
        raise typer.Exit(FAILED if good else UNUSABLE)


def columns_of(width: int | None, color: str) -> tuple[int, bool]:
    """Return the columns to fill and whether to use colour; 80 columns and none in a pipe."""
    choice("--color", color, ("auto", "always", "never"))
    terminal = sys.stdout.isatty()
    size = shutil.get_terminal_size().columns if terminal else 80
    return width or max(40, min(size, 120)), wants_color(color, terminal)
