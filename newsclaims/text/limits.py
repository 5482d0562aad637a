"""How much of one file is read at most, so that a file made to keep us busy does not."""

from __future__ import annotations

import io
from typing import IO, Any

from newsclaims.model import Failure

MOST_FAILURES = 10_000
"""Records of one file that may fail one after the other; what comes behind them is not read."""

MOST_RECORDS = 10_000_000
"""Records of one file: a hundred times what large collections put into one."""

MOST_UNPACKED = 64 << 30
"""Bytes that a packed file may unpack to."""

MOST_RATIO = 200
"""Bytes unpacked for each packed one: text comes to 3 to 10, a bomb to a thousand and more."""

MOST_BESIDE = 1 << 29
"""Bytes of what is read whole beside the articles and may have no end: pipes, devices, packed files."""

_FREE = 4 << 20
"""Bytes unpacked for which no ratio is asked."""


def too_many(source: str, number: int, what: str = "records") -> Failure:
    """Return the failure that stands for what comes behind ``MOST_RECORDS`` records of a file."""
    return Failure(None, source, number, "too-long", f"more than {MOST_RECORDS:,} {what}: the rest is not read")


class TooLarge(ValueError):
    """Raised by reading on in a packed file that unpacks to too much; the message says to how much."""


class Unpacked(io.RawIOBase):
    """What a packer's stream unpacks, up to the limits; ``packed`` is the file that the stream reads.

    Closing both is left to whoever opened them.
    """

    def __init__(self, stream: IO[bytes], packed: IO[bytes]) -> None:
        self._stream = stream
        self._packed = packed
        self._count = 0

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer with unpacked bytes.

        Raises:
            TooLarge: when they are too many.
        """
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self._count += len(data)
        if self._count > MOST_UNPACKED:
            raise TooLarge(f"it unpacks to more than {MOST_UNPACKED >> 30} GiB")
        if self._count > _FREE + MOST_RATIO * self._packed.tell():
            raise TooLarge(f"it unpacks to more than {MOST_RATIO} times its size")
        return len(data)


class Patience:
    """What is left of our patience with one file: it ends when nothing but failures comes."""

    __slots__ = ("_failed", "_source", "over")

    def __init__(self, source: str) -> None:
        self._source = source
        self._failed = 0
        self.over = False

    def note(self, good: bool) -> Failure | None:
        """Count a record that is an article, or is none; return why no more are read once that is decided."""
        self._failed = 0 if good else self._failed + 1
        if self._failed < MOST_FAILURES:
            return None
        self.over = True
        message = f"{MOST_FAILURES:,} records in a row failed: the rest of the file is not read"
        return Failure(None, self._source, None, "given-up", message)
