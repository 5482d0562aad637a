"""Participles that say where a time begins or ends: `the year starting in August`, `the quarter ended March 31`."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.vocabulary import word_class


def bounds(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a participle right behind a time says where that begins or ends, and a time follows.

    *Ended* is a past tense too, so that its time must stand behind a preposition that opens no clause.
    """
    np, word, after = cascade.np, cascade.word(verb), cascade.following()
    up = word == "leading" and after is not None and cascade.tokens[after.first].lower == "up"
    if (up or word == "preceding") and np is not None and np.time and np.last == verb.first and np.preposition:
        return after is not None and after.kind in (g.NOUN, g.PREPOSITION)  # "in the days leading up to the vote"
    if np is None or word not in word_class("bounding") or np.chunk is not cascade.previous or cascade.comma:
        return False
    if cascade.preposition is not None or not (np.time or cascade.lemma(np.chunk) in word_class("stretches")):
        return False
    if word == "ended" and (np.preposition is None or np.preposition in word_class("openers")):
        return False
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if behind and behind[0].kind == g.PREPOSITION:
        behind = behind[1:]
    return bool(behind) and behind[0].kind == g.NOUN and (behind[0].shape[-1] in "TZ" or behind[0].shape in ("c", "Tc"))


def bounded(cascade: Cascade, verb: Chunk) -> bool:
    """Begin the clause of such a participle, whose subject is the time."""
    if not bounds(cascade, verb):
        return False
    np = cascade.np
    assert np is not None
    clause = cascade.push(kinds.NONFINITE, verb.first)
    clause.subject, np.modifier = np, clause
    cascade.start(clause, verb, "claims.participle-on-noun")
    clause.passive = False
    return True
