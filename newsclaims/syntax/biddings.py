"""Commands behind a clause that tells something: `Debates may matter, but remember they come late`, `so be sure to`.

What is asked of the reader is no claim and has no subject; what follows it in a clause of its own is told as before.
"""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.agreement import tense
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause
from newsclaims.syntax.vocabulary import word_class


def bidding(cascade: Cascade, verb: Chunk) -> bool:
    """A bare form that begins a command behind a comma and *and*, *but* or *so*."""
    if verb.kind not in (g.BARE, g.FINITE) or verb.shape not in ("b", "u", "v"):
        return False
    joint, comma = cascade.chunks[max(0, cascade.at - 1)], cascade.chunks[max(0, cascade.at - 2)]
    word = cascade.tokens[joint.first].lower
    if cascade.at < 3 or joint.last - joint.first > 1 or word not in ("and", "but", "so") or comma.kind != g.COMMA:
        return False
    if not _asks(cascade, verb) or cascade.awaiting() is not None:
        return False
    told = cascade.enclosing(lambda c: c.verb is not None and c.finite)
    if told is None or told.verb is None or told.verb.shape[0] == "D":
        return False  # "did not call but wrote"
    if word != "so" and (cascade.tokens[told.verb.first].tag in ("VB", "VBP") or told.verb.shape[0] == "m"):
        first = told.surface()
        if word == "and" or (first is not None and tense(cascade, told.verb) == "VBP"):
            return False  # "They meet, and remember it", "They can stay, and check it"
    clause = Clause(kinds.MAIN, None, verb.first)
    clause.silent = True
    verb.kind = g.BARE
    return cascade.start(clause, verb, "claims.verb-list")


def _asks(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether the form is one that news asks of its readers: *remember*, *check*, *be sure*, *make sure*."""
    following, lemma = cascade.following(), cascade.lemma(verb)
    if lemma in ("be", "make"):
        return following is not None and cascade.word(following) in ("certain", "sure", "warned", "careful", "aware")
    return lemma in word_class("bidding") and cascade.word(verb) == lemma
