"""One article's defect costs that article: work on it is tried, and what goes wrong is a failure in its place."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Final, TypeVar

from newsclaims.model import Failure

Result = TypeVar("Result")
_LONGEST: Final = 300  # code points of a message: what an error says may hold all of the text


def isolated(
    work: Callable[[], Result], id: str | None, source: str | None, line: int | None = None
) -> Result | Failure:
    """Return what ``work`` returns, or the failure (code ``internal``) of the article that these places name.

    Nothing that the work held lives on: an article that ran out of memory must not leave the next one without.
    """
    try:
        return work()
    except (Exception, MemoryError) as error:
        failure = Failure(id, source, line, "internal", defect(error))
        memory = isinstance(error, MemoryError)
    if memory:
        gc.collect()  # the error's frames are gone only now; what is in cycles is freed by nobody else
    return failure


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles meanwhile: an article leaves none, and looking takes a tenth of its time."""
    looks = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looks:
            gc.enable()


def each_isolated(items: Iterator[Result], source: str | None, line: int | None = None) -> Iterator[Result | Failure]:
    """Yield the items of an iterator; what it raises is its last one, as a failure."""
    while True:
        item = isolated(partial(next, items, None), None, source, line)
        if item is None:
            return
        yield item


def defect(error: BaseException) -> str:
    """Return an error that nobody foresaw as the message of a failure."""
    if isinstance(error, MemoryError):
        return "out of memory"
    return f"defect, please report it: {type(error).__name__}: {error}"[:_LONGEST]
