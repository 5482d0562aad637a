"""Subjects of finite verbs that nothing before them could be: a noun that looks like a verb, or the end of a phrase."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Phrase
from newsclaims.words.preferences import noun_subject

_ACTS: Final = 78
"""How personal the verbs of a noun are, in per cent, from which it goes with the people behind it."""


def found(cascade: Cascade, verb: Chunk) -> bool:
    """Give a main clause a subject out of the words before its verb, and start it; return whether there is one.

    `Yield on the bonds was 8%` begins with no imperative, and `Under Article 4 member states can ask` has its subject
    at the end of what the preposition seems to govern.
    """
    return _looks_bare(cascade, verb) or _ends_phrase(cascade, verb)


def _looks_bare(cascade: Cascade, verb: Chunk) -> bool:
    """Take what begins with a bare form for the subject: no comma, conjunction or other verb stands before *was*."""
    bare, front = cascade.clause, cascade.clause.parent
    if bare.verb is None or bare.verb.kind != g.BARE or bare.opener != kinds.NONFINITE or front is None:
        return False
    if front.verb is not None or front.subject is not None or cascade.comma or cascade.conjunction is not None:
        return False
    first = bare.verb.first
    between = cascade.tokens[first + 1 : verb.first]
    opens = first == 0 or not cascade.tokens[first - 1].text[-1:].isalnum()
    if (
        not opens
        or not between
        or any(
            token.text in (",", ":", ";") or token.tag == "PRP" or token.lower in ("n't", "not") for token in between
        )
    ):
        return False
    if bare in cascade.clauses:
        cascade.clauses.remove(bare)
    front.subject = Phrase(Chunk(g.NOUN, first, verb.first, _head(cascade, first, verb.first), "n"))
    cascade.clause = front
    return cascade.start(front, verb, "")


def _head(cascade: Cascade, first: int, last: int) -> int:
    """Return the last noun before the first preposition, which the subject is named by."""
    head = first
    for at in range(first + 1, last):
        if cascade.tokens[at].tag in ("IN", "TO"):
            break
        if cascade.tokens[at].tag[:2] == "NN":
            head = at
    return head


def _ends_phrase(cascade: Cascade, verb: Chunk) -> bool:
    """Split the noun chunk of a fronted phrase: behind a number, or before people who are its head."""
    clause = cascade.clause
    if clause.verb is not None or clause.subject is not None or not clause.arguments or cascade.comma:
        return False
    phrase = clause.arguments[-1][1]
    if any(token.text == "," for token in cascade.tokens[phrase.start : verb.first]):
        return False
    at = _split(cascade, phrase)
    chunk = phrase.chunk
    if not at or len(chunk.shape) != chunk.last - chunk.first:
        return False
    rest = Chunk(g.NOUN, at, chunk.last, chunk.head, chunk.shape[at - chunk.first :])
    chunk.last, chunk.head, chunk.shape = at, at - 1, chunk.shape[: at - chunk.first]
    phrase.last, phrase.head = at, at - 1
    clause.subject = Phrase(rest)
    clause.subject.last = verb.first
    return cascade.start(clause, verb, "")


def _split(cascade: Cascade, phrase: Phrase) -> int:
    """Return the token that the subject begins with inside a fronted phrase, 0 where nothing tells."""
    chunk, tokens = phrase.chunk, cascade.tokens
    numbers = [at for at in range(chunk.first + 1, chunk.last - 1) if tokens[at].text.isdigit()]
    if numbers and tokens[chunk.last - 1].tag == "NNS":
        return numbers[-1] + 1  # "Under Article 4 | member states"
    people = tokens[chunk.head].tag == "NNS" and chunk.head == chunk.last - 1 and animate(cascade, Phrase(chunk)) > 1
    before = tokens[chunk.head - 1]
    at = chunk.head if people and chunk.shape[0] == "d" and before.tag == "NN" else 0  # "At the summit | officials"
    while at > chunk.first + 2 and (noun_subject(tokens[at - 1].lemma).acts or 0) >= _ACTS:
        at -= 1  # "In the report | police officers"
    return at
