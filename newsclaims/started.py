"""Whether this process is our program, and what Ctrl-C does while its modules are still being imported.

It is the first module that the package imports: most of the time until a command begins goes into the others.
"""

from __future__ import annotations

import os
import signal
import sys

INTERRUPTED = 130


def is_program() -> bool:
    """Tell whether the process was started as `newsclaims` or `python -m newsclaims`, and not by a user's program."""
    name = sys.argv[0] if sys.argv else ""
    if name == "-m":  # as long as Python looks for the module
        return ("-m", "newsclaims") in zip(sys.orig_argv, sys.orig_argv[1:], strict=False)
    return os.path.basename(name) in ("newsclaims", "newsclaims.exe")


def end_by_interrupts() -> None:
    """End by Ctrl-C at once and without a traceback, unless whoever started us has it ignored: nothing is done yet."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, lambda number, frame: os._exit(INTERRUPTED))


if is_program():
    end_by_interrupts()
