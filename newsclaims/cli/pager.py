"""A pager for what is longer than the terminal: ``$PAGER``, else ``less``; nothing of it in a pipe."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

_LESS = "FRX"  # as git has it: leave at once what fits, keep colours, leave the text on the screen


@contextmanager
def paged(wanted: bool) -> Iterator[Callable[[str], None]]:
    """Give a function that shows text: through a pager on a terminal if it is ``wanted``, else on standard output.

    ``PAGER`` names the pager and its options; empty or ``cat`` is none.  ``LESS`` and ``LV`` are set where they are
    not.  Who leaves the pager early ends the command quietly.
    """
    pager = _pager() if wanted and sys.stdout.isatty() else []
    process = _started(pager) if pager else None
    if process is None or process.stdin is None:
        yield _plain
        return
    pipe = process.stdin

    def show(text: str) -> None:
        pipe.write(text)
        pipe.flush()

    # Ctrl-C is for the pager, which goes on and lets its reader leave
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with suppress(BrokenPipeError):
            yield show
    finally:
        with suppress(BrokenPipeError):
            pipe.close()
        process.wait()
        signal.signal(signal.SIGINT, before)


def _plain(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _pager() -> list[str]:
    """Return the command of the pager, nothing where there is to be none."""
    named = os.environ.get("PAGER", "less")
    try:
        command = shlex.split(named)
    except ValueError:  # a quotation mark that is not closed
        return []
    return [] if command[:1] == ["cat"] or os.environ.get("TERM") == "dumb" else command


def _started(command: list[str]) -> subprocess.Popen[str] | None:
    """Start the pager, None where there is none of that name."""
    environment = {"LESS": _LESS, "LV": "-c", **os.environ}
    try:
        return subprocess.Popen(command, stdin=subprocess.PIPE, env=environment, encoding="utf-8", errors="replace")
    except OSError:
        return None
