"""Inputs to tasks, and what does them: this process or several."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import IO, Any

from newsclaims.batch.work import Outcome, Settings, Work, in_series
from newsclaims.formats.json import as_made, spooled
from newsclaims.model import Failure
from newsclaims.text.files import STDIN, pieces
from newsclaims.text.inputs import Selection, inputs_of, is_stream
from newsclaims.text.limits import Patience

WORTH_WORKERS = 2 << 20  # bytes of one input below which warming up several processes costs more than it saves
_WORTH_ASKED = 1 << 16  # the same where somebody asks for more processes
_FEW = 16  # files named by themselves whose size is looked at

Task = tuple[Any, Work | None]


def tasks(paths: Iterable[str], selection: Selection, settings: Settings) -> Iterator[Task]:
    """Yield the pieces of all inputs, each with how much patience its file has left, and what is amiss with None.

    Raises:
        IsOutput: at an input that is an output.
    """
    for item in inputs_of(paths, selection):
        if isinstance(item, Failure):
            yield None, item
            continue
        patience = Patience(item.path)
        for piece in pieces(item.path, settings.intake):
            if patience.over:
                break
            yield patience, piece


def runner(
    settings: Settings, paths: Iterable[str], jobs: int = 0, timeout: float = 0, isolated: bool = False
) -> Callable[[Iterable[Task]], Iterator[tuple[Any, Outcome | None]]]:
    """Return what does tasks and yields their outcomes in order, in several processes where that may be worth it.

    ``jobs`` 0 is one process a processor; with ``isolated`` no article is read in this process.
    """
    several = _several(paths, jobs)
    jobs = jobs or processors()
    if not isolated and (jobs == 1 or not several) and not timeout:
        # what fails half written ends the run: one of several is written out of the way first
        return lambda given: in_series(given, settings, spooled if several else as_made)
    from newsclaims.batch.pool import Pool

    return Pool(jobs, settings, timeout).run


def outcomes(
    settings: Settings, paths: Iterable[str], selection: Selection, jobs: int = 0, timeout: float = 0
) -> Iterator[tuple[Patience | None, Outcome]]:
    """Yield what each piece of the inputs came to, in order, with how much patience its file has left.

    A file in which too many records in a row fail is given up: that is one more failure of its last outcome.

    Raises:
        IsOutput: at an input that is an output.
    """
    for patience, outcome in runner(settings, paths, jobs, timeout)(tasks(paths, selection, settings)):
        assert outcome is not None
        if patience is not None and patience.over:  # it was read ahead
            continue
        last = patience.note(good=outcome.articles > 0) if patience is not None else None
        yield patience, outcome._replace(failures=(*outcome.failures, last)) if last else outcome


def processors() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def _several(paths: Iterable[str], jobs: int) -> bool:
    """Tell whether there may be enough to do for more than one process, without reading anything."""
    least = _WORTH_ASKED if jobs else WORTH_WORKERS
    if not isinstance(paths, list) or len(paths) > _FEW or any(map(os.path.isdir, paths)):
        return True
    if paths == [STDIN]:  # a pipe is answered line by line, unless somebody asks for more processes
        return jobs > 1 or _is_file(sys.stdin.buffer, least)
    if len(paths) > 1:
        return sum(map(_size, paths)) > _WORTH_ASKED
    return is_stream(paths[0]) and _size(paths[0]) > least


def _size(path: str) -> int:
    """Return the bytes of a file; of what is none, and may have no end, more than any."""
    with suppress(OSError):
        return os.path.getsize(path) if os.path.isfile(path) else sys.maxsize
    return 0


def _is_file(file: IO[bytes], least: int) -> bool:
    try:
        return file.seekable() and os.fstat(file.fileno()).st_size > least
    except (OSError, ValueError):
        return False
