"""Participles behind a comma that go on with a list: of what has been done, of what somebody is accused of."""

from __future__ import annotations

from itertools import pairwise

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause
from newsclaims.syntax.participle_speakers import dealt
from newsclaims.syntax.participle_subjects import ends_list
from newsclaims.syntax.vocabulary import word_class


def in_perfect_list(cascade: Cascade, partner: Clause, verb: Chunk) -> bool:
    """Tell whether a participle behind a comma goes on with *has*: *and* and a third one follow.

    `has sued the firm, written to ministers and begged the king`.
    """
    first = partner.verb
    if verb.kind != g.PARTICIPLE or first is None or partner is not cascade.clause or partner.passive:
        return False
    if first.shape[0] not in "mH" or first.shape[-1] != "e" or "H" not in first.shape.replace("a", "H"):
        return False
    for joint, behind in pairwise(cascade.chunks[cascade.at + 1 : cascade.at + 16]):
        if joint.kind in (g.FINITE, g.STOP, g.DASH, g.RELATIVE):
            return False
        if joint.kind == g.CONJUNCTION and behind.kind == g.NOUN and behind.shape[0] in "el" and len(behind.shape) > 1:
            rest = Chunk(g.NOUN, behind.first + 1, behind.last, behind.head, behind.shape[1:])
            cascade.chunks.insert(cascade.chunks.index(behind) + 1, rest)
            behind.kind, behind.last, behind.head, behind.shape = g.PARTICIPLE, behind.first + 1, behind.first, "e"
        if joint.kind == g.CONJUNCTION:
            return behind.kind == g.PARTICIPLE or behind.shape == "v"
    return False


def in_gerund_list(cascade: Cascade, partner: Clause, verb: Chunk) -> bool:
    """Tell whether an -ing form behind a comma goes on with one behind a preposition: *and* and a third one follow.

    `was accused of lying, taking bribes and hiding evidence`.
    """
    named = partner.opener == kinds.GERUND and partner.word not in word_class("apart")
    named = named and partner.word != "" and not dealt(cascade, verb)  # "cut jobs by closing shops, dealing him a blow"
    return verb.kind == g.ING and named and ends_list(cascade)
