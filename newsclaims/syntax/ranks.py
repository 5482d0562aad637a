"""Ordinals and superlatives before an infinitive: `was the first woman to win`."""

from __future__ import annotations

from itertools import pairwise

from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import noun_frame


def first_to(cascade: Cascade, clause: Clause, np: Phrase) -> Phrase | None:
    """Return who does what the infinitive says, also before where: `was the first woman in the city to lead it`."""
    if _ranked(cascade, clause, np):
        return np.host if _one_of(cascade, np) else np  # "one of the first firms to sell it"
    is_ = clause.verb is not None and cascade.lemma(clause.verb) in ("be", "become")
    person = clause.objects[-1] if is_ and clause.objects else None
    if person is None or np.preposition not in ("from", "in", "of", "on") or cascade.previous is not np.chunk:
        return None
    beside = noun_frame(cascade.lemma(np.chunk)).infinitive < 4 and animate(cascade, person) > 1
    return person if beside and _has_rank(cascade, person) else None


def _has_rank(cascade: Cascade, np: Phrase) -> bool:
    inside = pairwise(cascade.tokens[np.first : np.head + 1])
    return any(
        (a.lower in word_class("ranks") or a.tag == "JJS") and b.tag != "HYPH" for a, b in inside
    )  # no "last-minute vote"


def _ranked(cascade: Cascade, clause: Clause, np: Phrase) -> bool:
    """Tell whether the noun before the infinitive does what it says: `was the first to`, `one of the last banks to`.

    What somebody takes, buys or gives for a purpose is told apart by its verb: only *be* and *become*, *one of* and
    nouns for persons count.
    """
    if cascade.previous is not np.chunk or np.pronoun or np.time:
        return False
    person = animate(cascade, np) > 0
    if not person and noun_frame(cascade.lemma(np.chunk)).infinitive >= 4:
        return False  # "the latest effort to settle"
    if not _has_rank(cascade, np) and cascade.word(np.chunk) not in ("first", "last", "latest"):
        return False
    best = any(token.tag == "JJS" for token in cascade.tokens[np.first : np.head])
    if best and not person and not clause.copular:
        return False  # "gave one of their finest performances to win"
    if clause.copular or (clause.verb is not None and cascade.lemma(clause.verb) in words("words", "linking_verbs")):
        return np in clause.objects or np.preposition == "of"
    return _one_of(cascade, np) or person


def _one_of(cascade: Cascade, np: Phrase) -> bool:
    """Tell whether a phrase names those of whom one or some are meant: `one of the first`, `some of the last`."""
    some = np.host if np.preposition == "of" else None
    return some is not None and cascade.word(some.chunk) in ("few", "many", "one", "several", "some", "two")
