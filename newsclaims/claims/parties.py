"""Who can be named as a claim's subject or object, and what a claim says without one."""

from __future__ import annotations

from newsclaims.model import Reference
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.chunks import INFINITIVE, THERE, Chunk
from newsclaims.syntax.clause import QUOTES, Clause, Phrase
from newsclaims.words.sentence import Token


def names(clause: Clause, surface: Phrase, tokens: list[Token]) -> bool:
    """Tell whether a subject is somebody: not *there*, nor *who* or *what* of a question inside, `asked who did`."""
    if surface.chunk.kind == THERE:
        return False
    governor = clause.parent if clause.opener == kinds.WH and clause.gap == "subject" else None
    asked = governor is not None and governor.verb is not None and not clause.question
    if not clause.first or tokens[clause.first - 1].text in QUOTES or tokens[clause.first - 1].text in ":,":
        return True  # “Who paid for it?” he said
    return not asked or surface.head != surface.first or tokens[surface.head].lower not in ("what", "who")


def says_enough(clause: Clause, object_: Reference | None) -> bool:
    """Tell whether a claim says something without its subject: what is done, but not what somebody is."""
    if object_ is None or clause.verb is None:
        return False
    done = clause.finite or clause.passive or clause.verb.kind == INFINITIVE
    return done and (clause.passive or clause.there or not clause.copular)


def lent(clause: Clause) -> list[Phrase]:
    """Return the object that a list of coordinated verbs shares: `recognize, lift and carry the balls`."""
    lender: Clause | None = clause.lends
    for _ in range(8):
        if lender is None or lender.objects:
            break
        lender = lender.lends
    return lender.objects[:1] if lender is not None else []


def makes_into(verb: Chunk, second: Phrase, tokens: list[Token]) -> bool:
    """Tell whether a second object is what somebody is made: `made him such a target`."""
    return tokens[verb.head].lemma == "make" and second.chunk.shape.lstrip("wk")[:1] in ("d", "p")


def names_topic(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether a clause names a topic only, `when it comes to prices`, or says what is left out, `Neither do I`.

    So do `the way they did in May`, `as Reed put it`.
    """
    subject, verb = clause.subject, clause.verb
    if verb is not None and verb.shape in ("D", "v") and clause.antecedent is not None and not clause.objects:
        way = tokens[clause.antecedent.head].lower == "way" and tokens[verb.head].lemma == "do"
        if way and clause.opener == kinds.RELATIVE:
            return True
    if clause.word == "as" and verb is not None and tokens[verb.head].lemma == "put" and clause.objects:
        return tokens[clause.objects[0].head].lower == "it"
    if subject is not None and verb is not None and tokens[subject.head].lower == "neither":
        return verb.shape in ("B", "D", "H", "m") and not clause.arguments and clause.adjective is None
    if clause.word != "when" or subject is None or verb is None or tokens[verb.head].lemma != "come":
        return False
    to = any(role == "to" for role, _ in (*clause.arguments, *clause.content))
    return to and tokens[subject.head].lower == "it"
