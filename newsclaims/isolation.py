"""One article's defect costs that article: work on it is tried, and what goes wrong is a failure in its place."""

from __future__ import annotations

import errno
import gc
from collections.abc import Callable, Iterator
from functools import partial, wraps
from typing import Final, ParamSpec, TypeVar

from newsclaims.model import Failure

Given = ParamSpec("Given")
Result = TypeVar("Result")
NO_MEMORY: Final = "out of memory"
_LOST: Final = ("without setting an exception", "without exception set", "with an exception set")
_LONGEST: Final = 300  # code points of a message: what an error says may hold all of the text


def isolated(
    work: Callable[[], Result], id: str | None, source: str | None, line: int | None = None
) -> Result | Failure:
    """Return what ``work`` returns, or the failure (code ``internal``) of the article that these places name.

    Nothing that the work held lives on: an article that ran out of memory must not leave the next one without.  While
    it does, there may be no room for a tuple even: what frees it takes no memory, and all else is done after that.
    """
    try:
        return work()
    except Exception as error:
        error.__traceback__ = None  # with the frames goes what they hold
        error.__context__ = None  # unwinding may run out of memory again, at each frame
        error.__cause__ = None
        caught = error
    if out_of_memory(caught):
        gc.collect()  # what is in cycles is freed by nobody else
    return Failure(id, source, line, "internal", defect(caught))


def uncollected(work: Callable[Given, Result]) -> Callable[Given, Result]:
    """Keep Python from looking for cycles meanwhile: an article leaves none, and looking takes a tenth of its time.

    It is no context manager: to leave one takes memory, and the collector would stay off where there is none.
    """

    @wraps(work)
    def quietly(*arguments: Given.args, **more: Given.kwargs) -> Result:
        looks = gc.isenabled()
        gc.disable()
        try:
            return work(*arguments, **more)
        finally:
            if looks:
                gc.enable()

    return quietly


def each_isolated(items: Iterator[Result], source: str | None, line: int | None = None) -> Iterator[Result | Failure]:
    """Yield the items of an iterator; what it raises is its last one, as a failure."""
    while True:
        item = isolated(partial(next, items, None), None, source, line)
        if item is None:
            return
        yield item


def defect(error: BaseException) -> str:
    """Return an error that nobody foresaw as the message of a failure."""
    if out_of_memory(error):
        return NO_MEMORY
    return f"defect, please report it: {type(error).__name__}: {error}"[:_LONGEST]


def out_of_memory(error: BaseException) -> bool:
    """Tell whether an error says that there is no memory: Python, a system call, or Python in want of an error for it.

    A call that fails without saying why, or succeeds and says why not, is one whose `MemoryError` was lost on the way.
    """
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    if isinstance(error, SystemError):
        return str(error).endswith(_LOST)
    return isinstance(error, MemoryError)
