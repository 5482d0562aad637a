"""Articles back from what `extract` has written."""

from __future__ import annotations

import os
from collections.abc import Iterator

from newsclaims.model import Article, Failure
from newsclaims.text.files import pieces, records_in


def load(path: str | os.PathLike[str]) -> Iterator[Article | Failure]:
    """Yield the articles of a JSON or JSON Lines file that `extract` has written, packed or not, in their order.

    They are as `extract` found them; ``text`` is there where it was written (`--with-text`).  What is damaged, what is
    no result of `extract`, and what failed then, is a ``Failure`` in its place; nothing is extracted anew.

    Raises:
        FileNotFoundError: when there is no such file.
    """
    source = os.fspath(path)
    if not os.path.exists(source):
        raise FileNotFoundError(2, "no such file", source)
    return _loaded(source)


def _loaded(source: str) -> Iterator[Article | Failure]:
    for piece in pieces(source):
        for found in records_in(piece):
            if isinstance(found, Article | Failure):
                yield found
            else:
                line = None if isinstance(piece, Failure) else piece.line
                yield Failure(found.id, source, line, "bad-json", "an article, not a result of extract")
