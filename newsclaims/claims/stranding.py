"""Stranded words, which have lost what they govern: prepositions (`the end he had hoped for`), *not* behind a modal."""

from __future__ import annotations

from typing import Final

from newsclaims.claims.vocabulary import word_class
from newsclaims.model import Argument
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.clause import Clause
from newsclaims.words.frames import verb_frame
from newsclaims.words.sentence import Token

_ENDS: Final = frozenset((".", ",", ":", "CC", "MD", "''", "-RRB-"))
"""Tags before which a preposition has lost what it governs."""
_SAYS: Final = 60
_TAKES: Final = 50
_HINTS: Final = 25
"""Per cent of the uses of a verb that have a clause or an object, from which one without says nothing."""


def stranded(at: int, tokens: list[Token]) -> bool:
    """Tell whether a preposition stands there that has lost what it governs, or the *not* of a modal alone.

    `something to sing about.`
    """
    if not 0 < at < len(tokens) - 1:
        return False
    if tokens[at - 1].tag == "MD" and tokens[at].lower in ("n't", "not"):
        return True  # "finds tumours that a scan cannot": without it the phrase says the reverse
    if tokens[at].tag not in ("IN", "RP", "TO"):
        return False
    if tokens[at].lower in ("because", "if", "than", "that", "whether", "without"):
        return False
    behind = tokens[at + 1]
    return behind.tag in _ENDS or behind.lower in ("are", "is", "was", "were")


def left_behind(clause: Clause, tokens: list[Token], behind: int = 0) -> str:
    """Return the preposition right behind a verb that has lost what it governs: `the end he had hoped for`.

    Or that at token ``behind``, where its object ends: `men he has no sympathy for`.
    """
    assert clause.verb is not None
    at, antecedent = behind or clause.verb.last, clause.antecedent
    if antecedent is None or antecedent.time or not 0 < at < len(tokens) - 1 or clause.adverbs:
        return ""
    lost = stranded(at, tokens) or (tokens[at].tag == "IN" and tokens[at + 1].tag in ("VBD", "VBN", "VBZ", "VBP"))
    word = tokens[at].lower
    mine = lost and tokens[at].tag in ("IN", "TO") and all(role != word for role, _ in clause.arguments)
    return word if mine else ""


def left_out(clause: Clause, lemma: str, extra: list[Argument]) -> bool:
    """Tell whether *be* or *do* without object stands for what is said before it, so that it says nothing of its own.

    `attacked by some as Reed was by others`, `more hopeful than banks are that rates fall`, `won more than Holt did`.
    Nor do other verbs that always have more: `if they want to`, `as she had`.
    """
    alone = clause.rule != "claims.verb-list" and lemma in word_class("nothing-alone")  # "He came, saw and won"
    if not extra and clause.verb is not None and alone:
        return not clause.passive and "R" not in clause.verb.shape  # but "Reed got up"
    if not extra and clause.verb is not None and not clause.there:
        frame = verb_frame(lemma)
        beside = clause.opener == kinds.RELATIVE or clause.word == "as"
        told = beside and not clause.governors and set(clause.verb.shape).isdisjoint("oR")
        if (told and frame.that >= _SAYS) or (clause.word == "than" and frame.object >= _TAKES and not clause.passive):
            return True  # "as they say", "more cases than it had reported"; but "declined to say"
        if clause.word == "than" and frame.that >= _HINTS and not clause.passive:
            return True  # "is newer than its name suggests"
        if clause.word == "as" and lemma == "go":
            return True  # "long as far as speeches go"
    if lemma == "be":
        compares = clause.word in ("as", "than") and all(argument.role in ("by", "that") for argument in extra)
        return not extra or compares
    return lemma == "do" and clause.word == "than" and clause.verb is not None and clause.verb.shape == "D"
