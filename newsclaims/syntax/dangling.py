"""Participles whose clause has no subject that could do what they say: `The bias shows when looking at it`."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.preferences import personal

_THINKS: Final = 91
"""How personal a verb is that no thing does, in per cent."""


def nobody(outer: Clause) -> bool:
    """Tell whether the subject is a deed, which does nothing itself: `Renting it was cheap compared to buying it`."""
    own = outer.surface()
    if outer.silent and outer.rule == "claims.headline-infinitive":
        return True  # "Five tips to save fuel without driving less"
    if outer.silent and outer.rule == "claims.noun-infinitive":
        return True  # "It is a reminder to check it before setting out"
    judged = outer.shares if outer.silent and outer.rule == "claims.subject-control" else None
    if judged is not None and judged.adjective is not None:
        return True  # "It is hard to mend it without closing the road"
    return own is not None and own.chunk.kind in g.VERBS and own.last - own.first > 1


def cannot(cascade: Cascade, outer: Clause, role: str, verb: Chunk) -> bool:
    """Tell whether the subject is a thing, and only somebody does what a clause says: `The bias shows when looking`."""
    own = outer.surface()
    if own is None or own.pronoun or role not in word_class("dangling-openers") or animate(cascade, own) > 0:
        return False
    lemma = cascade.lemma(verb)
    if role in ("when", "while") and outer.passive and lemma in word_class("company"):
        return True  # "All the wines were tasted while mingling with their makers"
    common = cascade.tokens[own.head].tag in ("NN", "NNS") and outer.finite and verb.shape[0] == "g"
    thinks = lemma in word_class("regarding") or (personal(lemma) >= _THINKS and lemma not in ("find", "say"))
    return common and thinks and lemma not in word_class("running")


def counts(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a participle that opens the sentence is the writer's: `Judging by the polls, she leads`."""
    first = cascade.chunks[cascade.chunks[0].kind == g.OPENING]
    return verb is first and cascade.word(verb) in word_class("dangling")
