"""Things that a participle gives a name or more of, behind a place or an owner: `a plant at its site known as B7`."""

from __future__ import annotations

from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.syntax.phrase_chains import chain
from newsclaims.syntax.vocabulary import word_class


def _names(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a participle tells a name: `called`, `dubbed`, `known as`."""
    following = cascade.following()
    known = cascade.lemma(verb) == "know" and following is not None and cascade.word(following) == "as"
    return known or cascade.lemma(verb) in word_class("dubbing")


def dubbed(cascade: Cascade, outer: Clause, verb: Chunk, nearest: Phrase) -> Phrase | None:
    """Return the new thing, with *a*, that gets a name behind a comma, before one that is known; None where none is.

    `a pact with states by the sea, known as the Kelm Pact`.
    """
    if not _names(cascade, verb):
        return None
    if cascade.tokens[nearest.first].lower != "the" and nearest.chunk.shape[0] not in "pN":
        return None
    phrases, inner = chain(cascade, nearest)[1:], cascade.clause.parent
    while inner is not None and inner is not outer:
        inner = inner.parent
    for clause in cascade.clauses[-3:]:
        if clause.rule == "claims.participle-on-noun" and clause.subject is not None:
            phrases += chain(cascade, clause.subject)
    phrases += outer.objects[-1:]
    news = (p for p in phrases if cascade.tokens[p.first].lower in ("a", "an", "another") and not p.time)
    return next((phrase for phrase in news if animate(cascade, phrase) < 2), None)


def owned(cascade: Cascade, np: Phrase) -> Phrase | None:
    """Return the new thing at a place that its owner makes known, which a participle tells more of; None elsewhere.

    `has a plant at its site known as Building 7`.
    """
    held = cascade.clause.objects[-1] if cascade.clause.objects else None
    thing = np.host if np.host is not None else held
    if thing is None or np.chunk.shape[0] != "p" or np.preposition not in ("at", "in", "near", "outside"):
        return None
    new = cascade.tokens[thing.first].lower in ("a", "an", "another") and not thing.time
    return thing if new and thing.last == np.start and animate(cascade, np) < 3 else None
