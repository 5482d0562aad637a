"""What the tagger has learned: which tags a form can have, and how much each feature speaks for each tag.

The data file is a hash table that is mapped into memory and never unpacked. A name's CRC-32 gives its bucket (low 16
bits) and, inside the bucket, its mark (high 16 bits). The file begins with where each bucket starts (65,536 numbers of
32 bits, little end first), then the buckets follow. A bucket is the number of its entries, their marks (two bytes
each), the lengths of their values (one byte each), and the values. A name that is not in the table is taken for one
that is about once in 15,000 times.

The value of a feature is the letters of tags, then as many bytes of weights plus 128. The value of `=` and a key is
`!` and the letters of the form's tags; of `?` and a class, `!` and the tags of the rare forms of that class.
"""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Mapping
from functools import cache
from itertools import accumulate
from mmap import mmap
from typing import Final
from zlib import crc32

from newsclaims.mapped import mapped
from newsclaims.words.shapes import CASELESS
from newsclaims.words.tagger_features import END, START, guess_class

DATA: Final = os.path.join(os.path.dirname(__file__), "data", "tagger.bin")
WEIGHT_ZERO: Final = 128
BUCKETS: Final = 1 << 16
_START: Final = 4  # bytes of the number that says where a bucket starts


class Table:
    """A read-only mapping from names to short byte strings, b"" for names it does not hold."""

    def __init__(self, data: bytes | mmap) -> None:
        self._data = data
        self._starts = array("I", data[: BUCKETS * _START])
        if sys.byteorder == "big":
            self._starts.byteswap()
        self._starts.append(len(data))  # where the last one ends

    def find(self, name: str) -> bytes:
        """The value of a name; nearly half of all names that are asked for are not there, which is told first."""
        try:
            code = crc32(name.encode())
        except UnicodeEncodeError:
            code = crc32(name.encode("utf-8", "surrogatepass"))
        place = code & 0xFFFF
        bucket: bytes = self._data[self._starts[place] : self._starts[place + 1]]
        mark = (code >> 16).to_bytes(2, "little")
        count = bucket[0]
        lengths = 1 + 2 * count
        at: int = bucket.find(mark, 1, lengths)
        while at >= 0:
            if at & 1:  # between two marks are none
                entry = at >> 1
                value = lengths + count + sum(bucket[lengths : lengths + entry])
                return bucket[value : value + bucket[lengths + entry]]
            at = bucket.find(mark, at + 1, lengths)
        return b""


def pack(entries: Mapping[str, bytes]) -> bytes:
    """The data file for these entries; of names that share a whole CRC-32 only the first is kept."""
    buckets: list[dict[int, bytes]] = [{} for _ in range(BUCKETS)]
    for name, value in sorted(entries.items()):
        code = crc32(name.encode("utf-8", "surrogatepass"))
        buckets[code & 0xFFFF].setdefault(code >> 16, value)
    packed = [
        bytes([len(bucket)])
        + b"".join(mark.to_bytes(2, "little") for mark in bucket)
        + bytes(map(len, bucket.values()))
        + b"".join(bucket.values())
        for bucket in buckets
    ]
    starts = accumulate(map(len, packed[:-1]), initial=_START * BUCKETS)
    return b"".join(start.to_bytes(_START, "little") for start in starts) + b"".join(packed)


class Lexicon:
    """Which tags a form can have: from the table for known forms, by class for others.

    A known form's entry gives the letters of its tags, most frequent first, those that make the class before those
    that do not, with a space between where both exist; a rare form's entry begins with `?`.
    """

    def __init__(self, table: Table) -> None:
        self._table = table

    def _find(self, name: str) -> str:
        entry = self._table.find(name)
        return entry[1:].decode("ascii") if entry[:1] == b"!" else ""

    def _entry(self, key: str) -> str:
        entry = self._find("=" + key)
        if not entry and key[0] == CASELESS:
            entry = self._find("=" + key[1:]) or self._find("=" + key[1:].capitalize())
        return entry

    def read(self, key: str) -> tuple[str, str]:
        """The class of a key, and the letters of the tags to choose from (one letter: the form decides alone)."""
        if key in (START, END):
            return key, ""
        entry = self._entry(key)
        if entry and entry[0] != "?":
            return entry.partition(" ")[0], entry.replace(" ", "")
        cls = guess_class(key)
        usual = self._find("?" + cls) or self._find("??^")
        return cls, "".join(dict.fromkeys(entry[1:] + usual))


@cache
def load() -> Table:
    """The shipped table, mapped on first use."""
    return Table(mapped(DATA))
