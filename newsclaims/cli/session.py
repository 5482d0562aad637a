"""The process around a command: closed pipes, Ctrl-C, full disks and defects end it quietly with the right code."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable
from io import TextIOWrapper

from newsclaims.started import INTERRUPTED

FAILED, UNUSABLE, EMPTY = 1, 2, 3


class Terminated(BaseException):
    """Raised by a signal that ends the process, so that unfinished files are removed before it does."""

    def __init__(self, number: int) -> None:
        self.number = number


def guarded(run: Callable[[], None]) -> None:
    """Run a command and leave the process with its exit code; nothing ever prints a traceback.

    Codes: 0 all done, 1 some inputs failed and the rest was written, 2 wrong usage, nothing readable or output not
    writable, 3 no fact found (``--fail-empty``), 130 Ctrl-C; a closed pipe ends the process by SIGPIPE (141).
    SIGTERM and SIGHUP end it as they do by default, but unfinished files are removed first.
    """
    code: int | str | None = 0
    gc.disable()  # nothing that loads makes cycles worth looking for; work.rest collects from time to time
    sys.unraisablehook = _unraisable
    _open_standard_files()
    _catch_signals()
    quick = signal.getsignal(signal.SIGINT)
    try:
        if callable(quick):
            signal.signal(signal.SIGINT, signal.default_int_handler)
        run()
        sys.stdout.flush()
    except SystemExit as leaving:
        if isinstance(leaving.__context__, BrokenPipeError):  # Typer makes exit code 1 of it
            _die_by_pipe()
        code = leaving.code
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Terminated as ended:
        _die_by(ended.number)
    except BrokenPipeError:
        _die_by_pipe()
    except OSError as error:
        code = complain(f"{error.strerror or error}" + (f": {error.filename}" if error.filename else ""))
    except Exception as error:
        if isinstance(error, MemoryError):  # what is to be said of it needs some of what its frames hold
            error.__traceback__ = None
            error.__context__ = None
        code = _explain(error)
    _leave(code if isinstance(code, int) or code is None else complain(code))


def _unraisable(unraisable: sys.UnraisableHookArgs) -> None:
    """Say nothing of a generator that cannot be closed for want of memory: whoever gave it up is told of it."""
    if not issubclass(unraisable.exc_type, MemoryError):
        sys.__unraisablehook__(unraisable)


def _open_standard_files() -> None:
    """Put the null device where a caller closed a standard file, lest the next file opened takes its number."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - for the rest of the process
    if sys.stdout is None:
        _leave(complain("standard output is closed"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # whatever the locale is: what we write is UTF-8, and nothing raises
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - for the rest of the process


def _explain(error: Exception) -> int:
    from newsclaims.formats.atomic import Unusable

    if isinstance(error, Unusable):
        return complain(str(error))
    if "NEWSCLAIMS_DEBUG" in os.environ:
        raise error
    from newsclaims.isolation import defect

    return complain(defect(error))


def complain(message: str) -> int:
    """Print one line on standard error, without control characters, and return exit code 2."""
    from newsclaims.text.visible import visible

    try:
        sys.stderr.write(f"newsclaims: {visible(message)}\n")
        sys.stderr.flush()
    except OSError:
        pass
    return UNUSABLE


def _leave(code: int | None) -> None:
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _die_by_pipe()
    except (OSError, ValueError) as error:  # a full disk behind a redirection, or a closed standard output
        code = code or complain(f"standard output: {getattr(error, 'strerror', None) or error}")
    try:
        sys.stderr.flush()
    finally:
        _drop_unfinished()
        os._exit(code or 0)  # everything is flushed and closed; taking the interpreter down costs 10 ms and more


def _die_by_pipe() -> None:
    """End as other filters do when the reader of their output has gone away."""
    if hasattr(signal, "SIGPIPE"):
        _die_by(signal.SIGPIPE)
    os._exit(UNUSABLE)


def _drop_unfinished() -> None:
    """Remove the unfinished files that no owner has dropped: a signal may come before a new file has one."""
    files = sys.modules.get("newsclaims.formats.atomic")
    if files is not None:
        files.drop_unfinished()


def _die_by(number: int) -> None:
    """End as a process does that knows nothing of a signal: who waits for it sees which it was."""
    _drop_unfinished()
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
    os._exit(128 + number)


def _catch_signals() -> None:
    def end(number: int, frame: object) -> None:
        signal.signal(number, signal.SIG_IGN)  # once is enough: nothing shall interrupt the cleaning up
        raise Terminated(number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:  # nohup stays as it is
            signal.signal(number, end)
