"""Clauses with *when* and *where* as subjects (Quirk 1985, 15.5), `Where it fails is the last act`, and how something
is: `how hard it was to win`."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause

_NEAR: Final = 8
"""Chunks within which *how* stands before the verb of its clause."""


def when_is(inner: Clause, verb: Chunk) -> bool:
    """Tell whether a form of *be* right behind the verb of a clause with *when* or *where* has that as its subject.

    `When he will return is unclear`; but `When he left the house was empty`, whose object may be the subject.
    """
    last = inner.verb
    asked = inner.opener == kinds.SUB and inner.word in ("when", "where") and inner.subject is not None
    return asked and last is not None and last.last == verb.first and verb.shape[0] == "B" and last.shape != "B"


def joined(cascade: Cascade, inner: Clause, outer: Clause | None, verb: Chunk) -> Clause | None:
    """Return the clause whose subject a question is: a new one where the question stands right behind *and* or *but*.

    `They will meet, but when they will do so is unclear`: they meet whether or not it is.
    """
    if outer is None or outer.verb is None or not inner.first or cascade.tokens[inner.first - 1].tag != "CC":
        return outer
    if not when_is(inner, verb):
        return outer
    outer.content = [pair for pair in outer.content if pair[1] is not inner]
    inner.parent = Clause(kinds.MAIN, None, inner.first)
    return inner.parent


def asked_degree(cascade: Cascade, verb: Chunk) -> Chunk | None:
    """Return the adjective right behind *how* that a verb at hand says of its subject: `how hard it was to win`.

    What is so, and not only to what degree, shows by the clause behind: `asked how old he was` calls nobody old.
    """
    clause, subject, behind = cascade.clause, cascade.clause.subject, cascade.chunks[cascade.at + 1 : cascade.at + 2]
    if not behind or not (behind[0].kind in (g.INFINITIVE, g.THAT) or cascade.word(behind[0]) == "for"):
        return None
    if clause.word != "how" or subject is None or not clause.copular or verb.shape[-1] not in "Buxo":
        return None
    ahead = cascade.chunks[max(0, cascade.at - _NEAR) : cascade.at]
    found = next((chunk for chunk in ahead if chunk.first == clause.first + 1), None)
    return found if found is not None and found.kind == g.ADJECTIVE and found.last == subject.first else None
