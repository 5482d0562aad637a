"""What the tagger's tables say about frequent forms, summed when the tables were made.

To sum the 21 features of a form that says something about its own tag and about its neighbours' takes most of the time
in which a process reads its first articles.  ``newsclaims.learn.frequent`` sums them once for the forms that news has
most often, and writes the rows (``packed_scores.py``) to ``data/frequent.bin``: the number of forms and of bytes of
their keys (four bytes each, little end first), the keys with a line feed after each but the last, the lengths of three
rows a form (one byte each), and the rows as signed numbers, little end first.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import accumulate
from mmap import mmap
from typing import Final

from newsclaims.mapped import mapped
from newsclaims.words.packed_scores import Row

DATA: Final = os.path.join(os.path.dirname(__file__), "data", "frequent.bin")
_SHORTEST: Final = 4  # bytes of a number in the head
_ROWS: Final = 3  # of a form


class Sums:
    """Rows of one form: on its own tag (the lanes of its possible tags only), on the one behind and before it."""

    __slots__ = ("after", "before", "own")

    def __init__(self, own: Row, before: Row, after: Row) -> None:
        self.own = own
        self.before = before
        self.after = after


class Frequent:
    """A read-only mapping from keys of forms to their sums."""

    def __init__(self, data: bytes | mmap) -> None:
        count, length = (int.from_bytes(data[at : at + _SHORTEST], "little") for at in (0, _SHORTEST))
        lengths = 2 * _SHORTEST + length
        rows = lengths + _ROWS * count
        keys = data[2 * _SHORTEST : lengths].decode().split("\n") if count else []
        self._places = dict(zip(keys, range(0, _ROWS * count, _ROWS), strict=True))
        self._ends = [*accumulate(data[lengths:rows], initial=rows)]
        self._data = data

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[str]:
        """Yield all keys, the most frequent first."""
        return iter(self._places)

    def get(self, key: str) -> Sums | None:
        """Return the sums of a form, ``None`` for one that is not among the frequent ones."""
        at = self._places.get(key)
        if at is None:
            return None
        data, ends, read = self._data, self._ends, int.from_bytes
        own, before, after, end = ends[at : at + 4]
        return Sums(
            read(data[own:before], "little", signed=True),
            read(data[before:after], "little", signed=True),
            read(data[after:end], "little", signed=True),
        )


def pack(entries: Sequence[tuple[str, Sums]]) -> bytes:
    """Return the data file of these forms, the most frequent first."""
    keys = "\n".join(key for key, _ in entries).encode()
    rows = [
        row.to_bytes(row.bit_length() // 8 + 1, "little", signed=True)
        for _, sums in entries
        for row in (sums.own, sums.before, sums.after)
    ]
    head = b"".join(number.to_bytes(_SHORTEST, "little") for number in (len(entries), len(keys)))
    return head + keys + bytes(map(len, rows)) + b"".join(rows)


def load() -> Frequent:
    """Return the shipped sums."""
    return Frequent(mapped(DATA))
