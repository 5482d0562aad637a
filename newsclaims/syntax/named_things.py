"""Things that a participle gives a name or more of, behind a place or an owner: `a plant at its site known as B7`."""

from __future__ import annotations

from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.syntax.phrase_chains import chain
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame


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


def named_across(cascade: Cascade, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether a phrase says what a thing is made, called or given, behind a phrase or time that is of the thing.

    `made the move to Lima a theme of his bid`, `called the plan on Friday a mistake`, `gave the man in it a note`.
    """
    np, objects, verb = cascade.np, clause.objects, clause.verb
    if verb is None or len(objects) != 1 or np is None or np is objects[0] or np.chunk is not cascade.previous:
        return False
    new = not phrase.time and phrase.chunk.shape[-1] in "nN" and cascade.tokens[phrase.first].lower in ("a", "an")
    if not new or cascade.lemma(phrase.chunk) in word_class("distances") or clause.passive or clause.copular:
        return False
    frame = verb_frame(cascade.lemma(verb))
    if np.time:
        return frame.predicative >= 8 and objects[0].last <= np.start
    of_thing = np.link == "prep" and np.host is objects[0] and objects[0].last <= np.start and np.last == phrase.first
    takes = frame.predicative >= 8 or frame.two_objects >= 10 or cascade.lemma(verb) in ("make", "pay", "send")
    return of_thing and takes
