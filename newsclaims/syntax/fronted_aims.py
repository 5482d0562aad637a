"""Infinitives that say what somebody acts for before it is said who: `To save money, the firm closed two plants`."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade, passive
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NOMINATIVE, Clause, Phrase
from newsclaims.syntax.vocabulary import word_class

_LONGEST: Final = 24
"""Chunks between a fronted infinitive and the comma behind it at most."""
_BESIDE: Final = 6
"""Chunks between that comma and the verb at most."""
_BETWEEN: Final = frozenset({g.NOUN, g.PREPOSITION, g.ADVERB})


def fronted(cascade: Cascade, clause: Clause, verb: Chunk) -> bool:
    """Tell whether an infinitive opens the clause of who acts for that end: `To find it, researchers read the files`.

    A comma, somebody and an active verb follow; what only comments has no doer: `To be fair, Reed won`.
    """
    if clause.verb is not None or clause.subject is not None or clause.opener not in (kinds.MAIN, kinds.THAT):
        return False
    if cascade.lemma(verb) in word_class("commenting") or verb.kind != g.INFINITIVE or not _opens(cascade, verb):
        return False
    chunks = cascade.chunks
    for at in range(cascade.at + 1, min(len(chunks) - 2, cascade.at + _LONGEST)):
        if chunks[at].kind == g.COMMA and chunks[at + 1].kind in (g.NOUN, g.PRONOUN) and _acts(cascade, at + 1):
            return True
        listed = at == cascade.at + 1 and chunks[at].kind == g.COMMA  # "To feed, clothe and house them, the state"
        if listed or chunks[at].kind in (g.FINITE, g.STOP, g.DASH, g.OPENING, g.CLOSING):
            break
    return False


def _opens(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether nothing stands before the infinitive but what opens a clause, or *in order*."""
    before = [token.lower for token in cascade.tokens[max(0, verb.first - 3) : verb.first]]
    if before[-2:] == ["in", "order"]:
        return before[:-2] in ([], [","], ["and"], ["but"], ["that"]) or verb.first == 2
    return verb.first == 0 or (cascade.at == 1 and cascade.chunks[0].kind == g.CONJUNCTION)


def _acts(cascade: Cascade, at: int) -> bool:
    """Tell whether the noun chunk there is somebody whose active verb follows."""
    chunk = cascade.chunks[at]
    if chunk.shape[-1] in "TZ":
        return False
    somebody = cascade.word(chunk) in NOMINATIVE if chunk.kind == g.PRONOUN else animate(cascade, Phrase(chunk)) > 0
    if not somebody:
        return False
    for behind in cascade.chunks[at + 1 : at + _BESIDE]:
        if behind.kind == g.FINITE:
            return not passive(behind) and behind.shape.rstrip("o")[-1] not in "Bux"
        if behind.kind not in _BETWEEN:
            return False
    return False


def came_to_do(cascade: Cascade, clause: Clause, verb: Chunk) -> bool:
    """Tell whether somebody came or worked for an end: `came to talk to them`, `worked harder to solve it`.

    Not where coming is becoming: `came to believe it`.
    """
    surface, come = clause.surface(), cascade.lemma(clause.verb) if clause.verb is not None else ""
    if surface is None or animate(cascade, surface) < 2 or clause.passive:
        return False
    if come == "work":
        return cascade.chunks[cascade.at - 1].kind == g.ADVERB
    return come == "come" and cascade.lemma(verb) in word_class("visiting")
