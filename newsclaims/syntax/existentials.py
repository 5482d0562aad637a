"""*There* and times among noun chunks: which clause *there* begins, where it is a place, which nouns are times."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.cascade import CLAUSAL, Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import noun_frame, verb_frame


def dated(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a noun behind *this*, *last* or *next* is a time: not in `said this season was his last`.

    Right behind a subject that waits for its verb it is: `sales of cars this quarter will rise`.
    """
    following = cascade.following()
    if cascade.clause.verb is None:
        waits = cascade.clause.subject is not None and not cascade.comma and cascade.conjunction is None
        return waits and cascade.previous is not None and cascade.previous.kind == g.NOUN and _terms(cascade, chunk)
    return cascade.word(chunk) in word_class("terms") and (following is None or following.kind != g.FINITE)


def _terms(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a chunk is a term of time with *this*, *last* or *next*."""
    return cascade.word(chunk) in word_class("terms") and cascade.tokens[chunk.first].lower in ("last", "next", "this")


def begins_existential(cascade: Cascade, chunk: Chunk) -> Clause:
    """Return the clause that *there* begins: the current one, one inside it, or one that a subordinate one put off."""
    clause = cascade.clause
    if clause.verb is None or (clause.opener == kinds.SUB and _resumed(cascade)):
        return cascade.clause
    told = verb_frame(cascade.lemma(clause.verb)).that if clause.verb is not None else 0
    np, front = cascade.np, cascade.fronted()
    ends = cascade.previous is clause.verb and clause.opener in (kinds.SUB, kinds.RELATIVE)
    if front is not None and clause.opener == kinds.SUB and np is not None and np.chunk is cascade.previous:
        ends = noun_frame(cascade.lemma(np.chunk)).that < 10  # "When we hit the rock there was a wave"
    described = clause.gap in ("prep", "zero") or clause.rule == "claims.participle-on-noun"
    if front is not None and cascade.comma and described:
        ends = True  # "With the plan he has, there is", "Despite talks held in May, there is"
    if told < (5 if cascade.previous is clause.verb else CLAUSAL) and ends:
        main = cascade.clause = front or Clause(kinds.MAIN, None, chunk.first)
        cascade.np = None
        return main  # "Hours after the chase began there was a fight"
    inner = cascade.push(kinds.THAT, chunk.first)
    cascade.np = None
    if cascade.conjunction is None and not cascade.comma:
        clause.content.append(("that", inner))
    return inner


def yonder(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether *there* is a place: right behind a subject, or before no *be*: `officials there were fined`."""
    subject, following = clause.subject, cascade.following()
    if clause.rule == "claims.participle-on-noun" and cascade.previous is clause.verb and clause.passive:
        return following is not None and following.kind == g.FINITE  # "the ballots cast there were valid"
    if clause.verb is None:
        return subject is not None and not subject.time and cascade.np is subject and cascade.previous is subject.chunk
    return following is not None and following.kind == g.FINITE and following.shape in ("He", "Hv", "Hoe")


def _resumed(cascade: Cascade) -> bool:
    """Go back to the clause that a subordinate one has put off: `said that while she knew, there was no choice`."""
    outer = cascade.clause.parent
    if outer is None or outer.opener != kinds.THAT or outer.verb is not None or outer.subject is not None:
        return False
    cascade.clause = outer
    return True
