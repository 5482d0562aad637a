"""Files that are read whole beside the articles: waivers, fact checks, annotations."""

from __future__ import annotations

import os
import sys
from typing import IO

from newsclaims.text.compressed import PACKED, Seen, open_bytes
from newsclaims.text.limits import MOST_BESIDE, TooLarge


def read_beside(path: str, seen: Seen | None = None) -> bytes:
    """Return the bytes of a file, unpacked, or of standard input for "-".

    A regular file is as large as it is; what is packed, a pipe or a device may have no end and is read up to a limit.

    Raises:
        TooLarge: when that is passed.
        OSError, EOFError, ValueError, ModuleNotFoundError: as `open_bytes`.
    """
    if path == "-":
        return _bounded(sys.stdin.buffer)
    with open_bytes(path, seen) as file:
        bounded = not os.path.isfile(path) or os.path.splitext(path)[1].lower() in PACKED
        return _bounded(file) if bounded else file.read()


def _bounded(file: IO[bytes]) -> bytes:
    found = []
    left = MOST_BESIDE
    while data := file.read(1 << 20):
        left -= len(data)
        if left < 0:
            raise TooLarge(f"more than {MOST_BESIDE:,} bytes")
        found.append(data)
    return b"".join(found)
