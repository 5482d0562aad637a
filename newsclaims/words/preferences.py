"""Which prepositions verbs and nouns take, and who is likely to do what: learned tables as look-ups.

See ``learn/preferences.py`` for what was counted.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from newsclaims.table import entries, pairs, rows


class NounSubject:
    """How a noun is used: ``total`` times seen; the rest in per cent.

    ``subject``: how often it is a subject; ``acts``: how personal the verbs are whose subject it is, None where it was
    too rarely one to tell; ``named``: how often it stands beside a person's name.
    """

    __slots__ = ("acts", "named", "subject", "total")

    def __init__(self, total: int, subject: int, acts: int | None, named: int) -> None:
        self.total = total
        self.subject = subject
        self.acts = acts
        self.named = named


UNKNOWN_SUBJECT: Final = NounSubject(0, 20, None, 0)
TAKEN: Final = 12
"""Per cent of a noun's uses with a preposition from which a phrase with it is taken for the noun's."""
UNKNOWN_PERSONAL: Final = 84
"""The mean of all verbs."""


@cache
def _prepositions(kind: str) -> dict[str, str]:
    return pairs("words", kind + "_prepositions")


@cache
def _noun_subjects() -> dict[str, str]:
    return entries("words", "noun_subjects")


@cache
def _verb_subjects() -> dict[str, int]:
    return {row[0]: int(row[2]) for row in rows("words", "verb_subjects")}


@cache
def _verb_objects() -> dict[str, int]:
    return {row[0]: int(row[2]) for row in rows("words", "verb_objects")}


def _per_cent(kind: str, lemma: str, preposition: str) -> int:
    found = _prepositions(kind).get(f"{lemma}\t{preposition}")
    return 0 if found is None else int(found.partition("\t")[0])


def noun_takes(lemma: str, preposition: str) -> int:
    """Return in how many per cent of its uses the noun has a phrase with the preposition (0 below 3)."""
    return _per_cent("noun", lemma, preposition)


def verb_takes(lemma: str, preposition: str) -> int:
    """Return in how many per cent of its uses the verb has a phrase with the preposition (0 below 3)."""
    return _per_cent("verb", lemma, preposition)


@lru_cache(1 << 14)
def noun_subject(lemma: str) -> NounSubject:
    line = _noun_subjects().get(lemma)
    if line is None:
        return UNKNOWN_SUBJECT
    total, subject, acts, named = line.split("\t")
    return NounSubject(int(total), int(subject), None if acts == "-" else int(acts), int(named))


def personal(verb: str) -> int:
    """Return how many per cent of the verb's subjects are persons rather than things."""
    return _verb_subjects().get(verb, UNKNOWN_PERSONAL)


def affected(verb: str) -> int | None:
    """Return how many per cent of the verb's objects are persons, None where too few were seen."""
    return _verb_objects().get(verb)
