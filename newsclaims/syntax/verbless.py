"""Adverbial clauses without a verb (Quirk et al. 1985, 14.8): `if necessary`, `although ill`, `once free`."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.cascade import CLAUSAL, Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Phrase
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame

_ENDS: Final = (g.COMMA, g.STOP, g.DASH, g.CLOSING)
_OPENERS: Final = frozenset({"although", "if", "once", "though", "unless", "when", "where", "while"})


def verbless(cascade: Cascade, chunk: Chunk) -> bool:
    """Take an adjective alone behind a word that opens a clause as an argument of the clause around: `if possible`.

    Only where a mark ends it: `if successful, the plan may stop it`, but `if free trade ends`.
    """
    at, inner = cascade.at, cascade.clause
    opener, behind = cascade.chunks[at - 1], cascade.chunks[at + 1 : at + 2]
    word = cascade.word(opener)
    if not at or opener.kind not in (g.SUBORDINATOR, g.WH) or word not in _OPENERS or chunk.shape[0] in "dk":
        return False
    if behind and behind[0].kind not in _ENDS:
        return False
    if word in ("when", "where") and cascade.word(chunk) not in word_class("verbless"):
        return False
    outer = inner
    if inner.first == opener.first and inner.opener != kinds.MAIN and inner.parent is not None:
        outer = inner.parent
        outer.content = [pair for pair in outer.content if pair[1] is not inner]
    cascade.clause = outer
    says = outer.verb is not None and outer.verb.last == opener.first and not outer.content
    if (
        says
        and outer.verb is not None
        and verb_frame(cascade.lemma(outer.verb)).that >= CLAUSAL
        and behind[0].kind == g.COMMA
    ):
        return True  # "says if successful, the plan may stop it": not said on that condition
    outer.arguments.append((word, Phrase(chunk, word, opener.first)))
    return True
