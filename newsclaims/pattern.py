"""Regular expressions that were compiled when the package was built, as its modules are.

To compile those that one article needs takes a sixth of the time in which a process reads it.  The build keeps what
`re.compile` makes of them in ``patterns.bin`` (``learn/patterns.py``).  That is used by the very Python that
made it and for the very text of a pattern, so nothing can be out of date; otherwise patterns are compiled.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from array import array
from functools import cache
from typing import Any

FILE = os.path.join(os.path.dirname(__file__), "patterns.bin")


@cache
def compiled(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what ``re.compile`` returns for a pattern of our own, which never changes."""
    made = _made().get((text, int(flags)))
    if made is None:
        return re.compile(text, flags)
    import _sre  # type: ignore[import-not-found]

    code, *rest = made
    return _sre.compile(text, rest[0], array("I", code).tolist(), *rest[1:])  # type: ignore[no-any-return]


def this_python() -> bytes:
    """Return the line that a file begins with which this Python has made."""
    return f"{sys.version!r} {sys.byteorder} {array('I').itemsize}\n".encode()


@cache
def _made() -> dict[tuple[str, int], tuple[Any, ...]]:
    try:
        with open(FILE, "rb") as file:
            if file.readline() == this_python():
                return marshal.loads(file.read())  # type: ignore[no-any-return]  # of the package, as its modules are
    except (OSError, ValueError, EOFError, TypeError):
        pass
    return {}
