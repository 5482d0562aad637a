"""What verbs and nouns go with: the learned tables as look-ups (see ``learn/frames.py``)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, NamedTuple

from newsclaims.table import entries, words


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


_KEPT: Final = 1 << 14  # lemmas: more than the tables have
UNKNOWN_VERB: Final = VerbFrame(0, 60, 0, 0, 0, 0, 0, 0)
INTRANSITIVE: Final = VerbFrame(0, 2, 0, 0, 0, 0, 0, 0)
UNKNOWN_NOUN: Final = NounFrame(0, 0, 0, None)


@cache
def _verb_frames() -> dict[str, str]:
    return entries("words", "verb_frames")


@cache
def _noun_frames() -> dict[str, str]:
    return entries("words", "noun_frames")


@lru_cache(_KEPT)
def verb_frame(lemma: str) -> VerbFrame:
    line = _verb_frames().get(lemma)
    if line is None:
        return INTRANSITIVE if lemma in words("words", "intransitive_verbs") else UNKNOWN_VERB
    return VerbFrame(*map(int, line.split("\t")[:8]))


@lru_cache(_KEPT)
def noun_frame(lemma: str) -> NounFrame:
    line = _noun_frames().get(lemma)
    if line is None:
        return UNKNOWN_NOUN
    total, infinitive, that, who = line.split("\t")[:4]
    return NounFrame(int(total), int(infinitive), int(that), None if who == "-" else int(who))
