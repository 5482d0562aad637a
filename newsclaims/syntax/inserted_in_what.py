"""A clause of saying between commas behind one with *what*, the subject: `What is behind it, some say, is age`."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.cascade import CLAUSAL, Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Phrase
from newsclaims.words.frames import verb_frame


def inserted_in_what(cascade: Cascade, verb: Chunk) -> bool:
    """The verb of saying: a comma and a finite verb follow, which goes on with the clause that waits for it."""
    outer, np = cascade.clause, cascade.np
    inner = next((one for one in cascade.clauses[-4:] if one.parent is outer and one.opener == kinds.WH), None)
    if inner is None or inner.word != "what" or inner.verb is None or outer.verb is not None or inner.question:
        return False
    first = np
    for _ in range(3):
        first = first.host if first is not None and first.link == "prep" and first.host is not None else first
    behind = [chunk.kind for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 3]]
    if behind != [g.COMMA, g.FINITE] or np is None or first is None or first is not outer.subject or outer.arguments:
        return False
    if np.chunk is not cascade.chunks[cascade.at - 1] or verb_frame(cascade.lemma(verb)).that < CLAUSAL:
        return False
    outer.subject = Phrase(inner.verb)
    outer.subject.first, outer.subject.last = inner.first, first.first - 1
    clause = cascade.push(kinds.MAIN, first.first)
    clause.content.append(("reported", outer))
    clause.subject = first
    return cascade.start(clause, verb, "claims.inserted-attribution")
