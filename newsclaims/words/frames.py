"""What verbs and nouns go with: the learned tables as look-ups (see ``learn/frames.py``)."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from newsclaims.table import rows


class VerbFrame(NamedTuple):
    """How often a verb has these complements, in per cent; ``total`` is the number of its occurrences."""

    total: int
    object: int
    that: int
    infinitive: int
    object_infinitive: int
    ing: int
    two_objects: int
    predicative: int


class NounFrame(NamedTuple):
    """How often a noun has these complements, in per cent; ``who`` is the share of *who* among its relatives."""

    total: int
    infinitive: int
    that: int
    who: int | None


UNKNOWN_VERB: Final = VerbFrame(0, 60, 0, 0, 0, 0, 0, 0)
INTRANSITIVE: Final = VerbFrame(0, 2, 0, 0, 0, 0, 0, 0)
UNKNOWN_NOUN: Final = NounFrame(0, 0, 0, None)


@cache
def verb_frames() -> dict[str, VerbFrame]:
    rare = {row[0]: INTRANSITIVE for row in rows("words", "intransitive_verbs")}
    return rare | {row[0]: VerbFrame(*map(int, row[1:9])) for row in rows("words", "verb_frames")}


@cache
def noun_frames() -> dict[str, NounFrame]:
    return {
        row[0]: NounFrame(int(row[1]), int(row[2]), int(row[3]), None if row[4] == "-" else int(row[4]))
        for row in rows("words", "noun_frames")
    }


def verb_frame(lemma: str) -> VerbFrame:
    return verb_frames().get(lemma, UNKNOWN_VERB)


def noun_frame(lemma: str) -> NounFrame:
    return noun_frames().get(lemma, UNKNOWN_NOUN)
