"""Rows of scores, one for every tag, as one integer: each tag has a lane of 16 bits, so one addition adds two rows.

A row is the exact sum of ``weight << shift`` over its tags; a lane may be negative, then it borrows from the lane
above.  Before a lane is read, ``bias`` makes all lanes positive.  The lanes of the tags that most ambiguous words
choose among come first, which keeps most rows short.
"""

from __future__ import annotations

from typing import Any, Final

from newsclaims.words.tagger_features import TAGS, letter
from newsclaims.words.tagger_model import WEIGHT_ZERO

LANE: Final = 16
"""Bits of a lane.  A score is the sum of at most 60 weights of 8 bits, which leaves room."""
MASK: Final = (1 << LANE) - 1
_HALF: Final = 1 << (LANE - 1)
Row = Any
"""A long integer; compiled code would look at each use of an `int` whether it is a short one."""

_FIRST: Final = ("NN", "NNP", "NNS", "JJ", "VB", "VBD", "VBN", "VBP", "VBZ", "VBG", "RB", "IN", "RP", "DT", "CD")
_ORDER: Final = (*_FIRST, *(tag for tag in TAGS if tag not in _FIRST))
SHIFT: Final = {letter(tag): LANE * place for place, tag in enumerate(_ORDER)}
"""Where the lane of a tag begins, by the tag's letter."""
BIAS: Final = sum(1 << (LANE * place + LANE - 1) for place in range(len(_ORDER)))

_SHIFTS: Final = [SHIFT.get(chr(code), 0) for code in range(128)]


def row(value: bytes) -> Row:
    """The row of a feature's value as the data file has it: letters of tags, then their weights.

    >>> row(b"01" + bytes([WEIGHT_ZERO + 3, WEIGHT_ZERO - 2])) == (3 << SHIFT["0"]) - (2 << SHIFT["1"])
    True
    """
    found = 0
    if value[:1] == b"!":  # an entry of the lexicon whose name has the same hash
        return found
    half = len(value) >> 1
    for code, weight in zip(value[:half], value[half:]):  # noqa: B905 - what it is told makes compiled code slow
        found += (weight - WEIGHT_ZERO) << _SHIFTS[code]
    return found


def bias(letters: str) -> Row:
    """What to add to a row before the lanes of these tags are read: half of every lane up to the last of them."""
    return BIAS & ((1 << (max([SHIFT[letter] for letter in letters]) + LANE)) - 1)


def only(scores: Row, letters: str) -> Row:
    """A row with the scores of these tags alone: shorter, and as good where no other lane is read."""
    lanes = scores + BIAS
    return sum((((lanes >> SHIFT[letter]) & MASK) - _HALF) << SHIFT[letter] for letter in letters)
