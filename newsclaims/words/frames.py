"""What verbs and nouns go with: the learned tables as look-ups (see ``learn/frames.py``)."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.table import entries, words


class VerbFrame:
    """How often a verb has these complements, in per cent; ``total`` is the number of its occurrences."""

    __slots__ = ("infinitive", "ing", "object", "object_infinitive", "predicative", "that", "total", "two_objects")

    def __init__(self, per_cent: list[int]) -> None:
        """``per_cent`` are the columns of the table."""
        self.total = per_cent[0]
        self.object = per_cent[1]
        self.that = per_cent[2]
        self.infinitive = per_cent[3]
        self.object_infinitive = per_cent[4]
        self.ing = per_cent[5]
        self.two_objects = per_cent[6]
        self.predicative = per_cent[7]


class NounFrame:
    """How often a noun has these complements, in per cent; ``who`` is the share of *who* among its relatives."""

    __slots__ = ("infinitive", "that", "total", "who")

    def __init__(self, total: int, infinitive: int, that: int, who: int | None) -> None:
        self.total = total
        self.infinitive = infinitive
        self.that = that
        self.who = who


_KEPT: Final = 1 << 14  # lemmas: more than the tables have
UNKNOWN_VERB: Final = VerbFrame([0, 60, 0, 0, 0, 0, 0, 0])
INTRANSITIVE: Final = VerbFrame([0, 2, 0, 0, 0, 0, 0, 0])
UNKNOWN_NOUN: Final = NounFrame(0, 0, 0, None)


@cache
def _verb_frames() -> dict[str, str]:
    return entries("words", "verb_frames")


@cache
def _noun_frames() -> dict[str, str]:
    return entries("words", "noun_frames")


_VERBS: Final[dict[str, VerbFrame]] = {}
_NOUNS: Final[dict[str, NounFrame]] = {}
"""The frames that were asked for, by lemma."""


def verb_frame(lemma: str) -> VerbFrame:
    found = _VERBS.get(lemma)
    if found is None:
        if len(_VERBS) >= _KEPT:
            _VERBS.clear()
        found = _VERBS[lemma] = _verb_frame(lemma)
    return found


def _verb_frame(lemma: str) -> VerbFrame:
    line = _verb_frames().get(lemma)
    if line is None and lemma[-3:] in ("ise", "yse"):
        line = _verb_frames().get(lemma[:-2] + "ze")  # "authorise", "analyse"
    if line is None:
        return INTRANSITIVE if lemma in words("words", "intransitive_verbs") else UNKNOWN_VERB
    return VerbFrame([int(cell) for cell in line.split("\t")[:8]])


def noun_frame(lemma: str) -> NounFrame:
    found = _NOUNS.get(lemma)
    if found is None:
        if len(_NOUNS) >= _KEPT:
            _NOUNS.clear()
        found = _NOUNS[lemma] = _noun_frame(lemma)
    return found


def _noun_frame(lemma: str) -> NounFrame:
    line = _noun_frames().get(lemma)
    if line is None:
        return UNKNOWN_NOUN
    total, infinitive, that, who = line.split("\t")[:4]
    return NounFrame(int(total), int(infinitive), int(that), None if who == "-" else int(who))
