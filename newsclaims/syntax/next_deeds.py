"""A clause behind *and* whose subject an -ing form ends: `She was ill, and the idea of leaving was awful`."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.agreement import agrees
from newsclaims.syntax.cascade import CLAUSAL, Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NOMINATIVE, Clause, Phrase
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame

_LONGEST: Final = 24
"""Chunks between the noun and its verb at most."""


def next_deed(cascade: Cascade, verb: Chunk) -> bool:
    """The verb of a noun that stands behind a comma and *and* and before *of* with an -ing form.

    Nothing nearer may be the verb's subject: a preposition governs it, or it does not agree.
    """
    inner, np = _deed(cascade.clause), cascade.np
    if inner is None or np is None or cascade.comma or cascade.conjunction is not None:
        return False
    outer, chunks = inner.parent, cascade.chunks
    if outer is None or outer.verb is None or not outer.finite or cascade.awaiting() is not None:
        return False
    if np.preposition in word_class("openers") or (np.preposition is None and _may_act(cascade, np, verb)):
        return False
    low = max(4, cascade.at - _LONGEST)
    at = next((at for at in range(cascade.at - 1, low, -1) if chunks[at].first == inner.first), 0)
    if not at or [chunk.kind for chunk in chunks[at - 4 : at]] != [g.COMMA, g.CONJUNCTION, g.NOUN, g.PREPOSITION]:
        return False
    phrase, comma = Phrase(chunks[at - 2]), chunks[at - 4]
    if not agrees(cascade, phrase, verb) or phrase.first < outer.verb.last:
        return False
    phrase.last = verb.first
    for held in outer.objects[-1:]:
        held.last = min(held.last, comma.first)
    outer.content = [pair for pair in outer.content if pair[1] is not inner]
    outer.arguments = [pair for pair in outer.arguments if pair[1].first < phrase.first]
    clause = Clause(outer.opener, outer.parent, phrase.first)
    clause.subject = phrase
    clause.beside = outer if outer.opener == kinds.MAIN else None
    inner.parent, inner.shares, inner.silent = clause, None, True
    return cascade.start(clause, verb, "claims.next-clause")


def _may_act(cascade: Cascade, np: Phrase, verb: Chunk) -> bool:
    """Tell whether a bare phrase may be the subject: it agrees, and is no object of a verb that says nothing."""
    clause = cascade.clause
    held = clause.verb is not None and np in clause.objects and verb_frame(cascade.lemma(clause.verb)).that < CLAUSAL
    return agrees(cascade, np, verb) and (not held or cascade.word(np.chunk) in NOMINATIVE)


def _deed(clause: Clause) -> Clause | None:
    """Return the -ing form behind *of* that holds a clause, or is it."""
    found: Clause | None = clause
    for _ in range(5):
        if found is None or found.verb is None or found.finite or found.opener == kinds.GERUND:
            break
        found = found.parent
    deed = found is not None and found.opener == kinds.GERUND and found.word == "of" and found.verb is not None
    return found if deed else None
