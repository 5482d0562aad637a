"""What the commands for readers share: articles one by one with failures reported, kinds, columns and colour."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from newsclaims.cli.messages import Messages, wants_color
from newsclaims.cli.options import choice
from newsclaims.cli.session import FAILED, UNUSABLE
from newsclaims.model import Article, Failure
from newsclaims.text.inputs import NOTES
from newsclaims.text.outputs import Outputs


@contextmanager
def each_article(
    context: typer.Context,
    paths: list[str] | None,
    date: str | None,
    encoding: str | None,
    language: str,
    outputs: Outputs | None = None,
) -> Iterator[Iterator[Article]]:
    """Give the articles of the paths one by one; failures are reported, and decide the exit code at the end.

    Without paths standard input is read, but from a terminal the help is shown instead (exit code 2).
    """
    from newsclaims.batch.notices import notices
    from newsclaims.cli.articles import articles

    if not paths and sys.stdin.isatty():
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(UNUSABLE)
    chosen_language(language)
    encoding = chosen_encoding(encoding)
    messages = Messages()
    counts = [0, 0]

    def good() -> Iterator[Article]:
        for item in articles(paths or ["-"], date=date, encoding=encoding, language=language, outputs=outputs):
            if isinstance(item, Failure):
                counts[1] += item.code not in NOTES
                messages.failure(item)
            else:
                counts[0] += 1
                messages.notice(notices(item))
                yield item

    try:
        yield good()
    except ValueError as error:
        if "ISO 8601" not in str(error):
            raise
        raise typer.BadParameter(str(error)) from error
    messages.tell_notices()
    if counts[1]:
        raise typer.Exit(FAILED if counts[0] else UNUSABLE)


def chosen_encoding(name: str | None) -> str | None:
    """Return the codec that ``--encoding`` names."""
    from newsclaims.text.decode import known_encoding

    try:
        return known_encoding(name) if name else None
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def chosen_language(language: str) -> str:
    """Return what ``--language`` asks for."""
    from newsclaims.extract import given_language

    try:
        return given_language(language)
    except ValueError as error:
        raise typer.BadParameter(f"--{error}") from error


def columns_of(width: int | None, color: str) -> tuple[int, bool]:
    """Return the columns to fill and whether to use colour; 80 columns and none in a pipe."""
    choice("--color", color, ("auto", "always", "never"))
    terminal = sys.stdout.isatty()
    size = shutil.get_terminal_size().columns if terminal else 80
    return width or max(40, min(size, 120)), wants_color(color, terminal)
