"""Past forms that tell what was so, for all that they look like plans and conditions: `would not say`, `was to say`."""

from __future__ import annotations

from typing import Final

from newsclaims.claims.polarity import phrase_negated
from newsclaims.claims.vocabulary import word_class
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.chunks import INFINITIVE, Chunk
from newsclaims.syntax.clause import Clause
from newsclaims.words.sentence import Token

_DEEPEST: Final = 4
"""Infinitives that hang on each other."""


def past_would(verb: Chunk, clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether *would* tells of what was so, under no condition."""
    return _declines(verb, clause, tokens) or _looks_ahead(verb, clause, tokens)


def _declines(verb: Chunk, clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether *would not* says that somebody declined to tell: `She would not say why`; not `I would not say`."""
    subject = clause.subject
    if subject is None or "a" in verb.shape or tokens[verb.head].lemma not in word_class("declined"):
        return False
    negated = "o" in verb.shape or phrase_negated(subject, tokens)  # "Neither side would say why"
    return negated and tokens[subject.first].lower not in ("i", "it", "one", "we", "you")


def _looks_ahead(verb: Chunk, clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether *would* tells what came of it in the end: `He would later become mayor`; not where *if* stands.

    Also what was so again and again, `She would often wake up`, and what never came: `a lead they would not give up`.
    """
    would = any(token.lower == "would" for token in tokens[verb.first : verb.head])
    behind = [token.lower for token in tokens[verb.head + 1 : verb.head + 3]]
    on = tokens[verb.head].lemma == "go" and behind == ["on", "to"]
    later = any(
        token.lower in word_class("in-the-end") | word_class("habits") for token in tokens[verb.first : verb.head]
    )
    if would and _never_came(verb, clause, tokens):
        return True
    if not would or not (on or later) or "o" in verb.shape:
        return False
    if clause.subject is not None and tokens[clause.subject.first].lower in ("a", "an", "such"):
        return False  # "A move like that would often fail"
    return all(token.lower not in ("if", "unless", "were", "otherwise") for token in tokens)


def _never_came(verb: Chunk, clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether *would not* in a relative clause on a deed of the past tells what did not follow."""
    subject, outer = clause.subject, clause.parent.verb if clause.parent is not None else None
    if clause.opener != kinds.RELATIVE or clause.gap not in ("open", "zero") or subject is None or outer is None:
        return False
    mine = tokens[subject.head].lower in ("he", "it", "she", "they") and "o" in verb.shape
    past = tokens[outer.head].tag == "VBD" and "m" not in outer.shape and "o" not in outer.shape
    plain = verb.shape[1:2] not in ("a", "H") and tokens[verb.head].lemma not in word_class("inclined")
    return mine and past and plain and all(token.lower not in ("if", "unless", "were") for token in tokens)


def got_to(chunk: Chunk, clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether *got to* is *have to*: `'ve got to stop`, `We know what we got to do`; no `had got off to sleep`.

    `They got to see the show` tells of a chance.
    """
    subject = clause.subject
    mine = subject is not None and tokens[subject.head].lower in ("i", "we", "you")
    asked = mine and tokens[chunk.head].lower == "got" and clause.opener == kinds.WH and clause.word == "what"
    return chunk.shape[-1] != "R" and (chunk.shape[0] == "H" or asked)


def responds(chunk: Chunk, clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether *was to* tells what somebody did: `Her first response was to call the police`; no plan."""
    subject = clause.subject
    did = subject is not None and tokens[subject.head].lower in word_class("deeds")
    return did and tokens[chunk.head].lower in ("was", "were")


def told_then(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether what a clause says was said in the past: `wanted to say that`, `was led | to announce that`."""
    for _ in range(_DEEPEST):
        chunks = [chunk for chunk in (*clause.governors, clause.verb) if chunk is not None]
        if not chunks:
            return False
        if any(token.tag in ("VBD", "VBN", "VBG") for token in tokens[chunks[0].first : chunks[-1].last]):
            return True
        if chunks[0].kind != INFINITIVE or clause.parent is None:
            return False
        clause = clause.parent
    return False
