"""Whether a clause is only so where its condition is, `fails if they object`; not so in `There is tea if you want`."""

from __future__ import annotations

from typing import Final

from newsclaims.claims.mood import modal
from newsclaims.syntax import chunks as g
from newsclaims.syntax.clause import Clause
from newsclaims.words.frames import verb_frame
from newsclaims.words.sentence import Token

_TALKERS: Final = frozenset({"i", "we", "you"})


def depends(condition: Clause, clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether a modal or a present tense is so on a condition: `fails if the senate rejects it`, `would fail if`.

    Not where the condition says why it is told: its subject is the reader, `There is tea if you want some`.
    """
    verb, subject, other = clause.verb, condition.subject, condition.verb
    if condition.word == "lest":
        return False  # "Lest you think so, I should say that": what is done so that it is not
    if modal(clause, tokens):
        return True
    if _then(condition, clause, tokens):
        return True
    if verb is None or other is None or not clause.finite:
        return False
    if other.kind == g.PARTICIPLE and condition.word == "if":
        return tokens[verb.first].tag in ("VBP", "VBZ") and not clause.copular  # "faces ten years if convicted"
    if (
        subject is None
        or not condition.finite
        or (tokens[other.first].tag not in ("VBP", "VBZ") and tokens[other.first].lower != "can")
        or tokens[verb.first].tag not in ("VBP", "VBZ")
    ):
        return False
    stands = clause.there or (clause.copular and (condition.there or tokens[subject.head].lower in _TALKERS))
    if condition.word != "unless" and stands:
        return False  # "There is tea if they want some", "If I am honest, it is over"; but "If he is late, it is lost"
    if condition.first and tokens[condition.first - 1].tag == "CC":
        return False  # "pays well and if it rains, it closes"
    chain = (verb, *clause.governors)
    opines = any(verb_frame(tokens[chunk.head].lemma).that >= 20 for chunk in chain)
    perfect = verb.shape[0] == "H" and len(verb.shape) > 1
    return not opines and not perfect and tokens[subject.head].lower not in ("anything", "nothing", "one", "you")


def under(condition: Clause, outer: Clause, clauses: tuple[Clause, ...]) -> list[Clause]:
    """Return the clauses that a condition holds for: `If it rains, the city may shut the park or move the fair`."""
    fronted = outer.verb is not None and condition.first < outer.verb.first
    joined = (one for one in clauses if one.shares is outer and one.rule == "claims.coordinated-infinitive")
    return [outer, *joined] if fronted else [outer]


def _then(condition: Clause, clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether *then* opens what a condition leads to, which is not past: `If it is unsafe, then it is closed`."""
    subject, verb = clause.subject, clause.verb
    if condition.word != "if" or subject is None or verb is None or subject.first < condition.first:
        return False
    return tokens[subject.first - 1].lower == "then" and tokens[verb.first].tag in ("VBP", "VBZ")
