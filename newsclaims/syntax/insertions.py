"""Brackets and pairs of dashes: what stands between is read apart, and what stands round them is one clause.

`The mayor - who had promised to resign - stayed`, `the plan (it cost $3 million) failed`.  What was open before is laid
aside at the first mark and taken up again at the second.
"""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk

_LONGEST: Final = 40
"""Chunks between two dashes at most."""
_PHRASE: Final = frozenset({g.NOUN, g.PREPOSITION, g.CONJUNCTION, g.ADJECTIVE})
_ENDS: Final = frozenset({";", ".", "»", "«"})


def opened(cascade: Cascade, chunk: Chunk) -> bool:
    """Lay aside what is open at a bracket, or at a dash that another follows with a verb between them."""
    if chunk.shape == "-" and not _pair(cascade):
        return False
    cascade.inserted.append((chunk.shape, len(cascade.aside), cascade.state()))
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    if chunk.shape == "(" or (behind and behind[0].kind in g.NOUNS | {g.CONJUNCTION}):
        cascade.push(kinds.PAREN, chunk.first).antecedent = cascade.np
        cascade.np = None
    return True


def closed(cascade: Cascade, chunk: Chunk) -> bool:
    """Go on behind an insertion with what was open before; its second mark stands between no two words."""
    opening = "(" if chunk.shape == ")" else "-"
    if chunk.shape == "(" or not cascade.inserted or cascade.inserted[-1][:2] != (opening, len(cascade.aside)):
        return False
    cascade.resume_state(cascade.inserted.pop()[2])
    chunk.kind = g.CLOSING
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    which = bool(behind) and behind[0].shape == "W" and cascade.word(behind[0]) != "that"
    if opening == "-" and (which or cascade.fronted() is not None):
        cascade.comma, cascade.previous = True, chunk  # "Shaken by the vote - it was close - the mayor resigned"
    return True


def inside(cascade: Cascade) -> bool:
    """Tell whether an insertion is open."""
    return bool(cascade.inserted) and cascade.inserted[-1][1] == len(cascade.aside)


def _pair(cascade: Cascade) -> bool:
    """Tell whether another dash follows in the sentence, and a verb stands between the two, or what is apposed."""
    verb = False
    for at, chunk in enumerate(cascade.chunks[cascade.at + 1 : cascade.at + 1 + _LONGEST], cascade.at + 1):
        if chunk.shape == "-":
            return verb or _apposed(cascade, at)
        if chunk.shape in _ENDS:
            return False
        verb = verb or chunk.kind in g.VERBS
    return False


def _apposed(cascade: Cascade, at: int) -> bool:
    """Tell whether a noun phrase between two dashes says more of the one before them: `3 million - a third - need it`.

    A finite verb stands right behind the second one, at ``at``; or *which* behind `a house – on the lake –`.
    """
    between, behind = cascade.chunks[cascade.at + 1 : at], cascade.chunks[at + 1 : at + 2]
    if behind and behind[0].kind == g.RELATIVE and cascade.np is not None and cascade.np.chunk is cascade.previous:
        return bool(between) and between[0].kind == g.PREPOSITION and all(chunk.kind in _PHRASE for chunk in between)
    phrase = bool(between) and all(chunk.kind in _PHRASE for chunk in between) and between[0].kind == g.NOUN
    if not between or between[0].kind != g.NOUN:
        return False
    listed = all(chunk.kind in _PHRASE or chunk.kind == g.COMMA for chunk in between)
    if listed and [chunk.kind for chunk in cascade.chunks[at + 1 : at + 3]] == [g.CONJUNCTION, g.FINITE]:
        return True  # "came from towns it knew - Lima, Deal and Hythe - and left"
    before = cascade.previous is not None and cascade.previous.kind == g.NOUN
    return phrase and before and bool(behind) and behind[0].kind == g.FINITE


def begun(cascade: Cascade, pronoun: Chunk) -> bool:
    """Tell whether a relative pronoun opens brackets behind its noun: `Salsa (which has few calories) is`.

    *Which* is no person: `praised Ann Reed (which is rare)`.
    """
    clause, noun = cascade.clause, cascade.clause.antecedent
    if clause.opener != kinds.PAREN or clause.verb is not None or noun is None:
        return False
    return pronoun.shape == "W" and (cascade.word(pronoun) != "which" or animate(cascade, noun) < 3)
