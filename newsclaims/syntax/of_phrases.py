"""When *of* belongs to the verb, not to the noun before it: `accused the mayor of fraud`, `accused by her of theft`."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.clause import Clause, Phrase, root
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.preferences import noun_subject

_OFFICE: Final = 5
"""Per cent of a noun's uses beside a name from which it is mostly somebody's office."""


def charge(cascade: Cascade, clause: Clause, host: Phrase | None) -> bool:
    """Tell whether *of* names what somebody was tried for, behind where, when or by whom: `accused by her of theft`.

    Whom a phrase with *by* names further (`by a panel of judges`) belongs to it.
    """
    verb = clause.verb
    if verb is None or not clause.passive or host is None or host.link != "prep":
        return False
    whole = host.host if host.preposition == "of" and host.host is not None else host
    if host is not whole and whole.preposition != "by":
        return False
    somebody = animate(cascade, Phrase(cascade.chunks[cascade.at])) > 0
    if whole.preposition == "by" and (somebody or animate(cascade, host) == 0):
        return False
    if cascade.word(cascade.chunks[cascade.at]) in ("appeal", "appeals", "law", "session", "sessions"):
        return False  # "was acquitted in a court of appeal"
    if cascade.lemma(verb) not in words("claims", "of_verbs") or any(role == "of" for role, _ in clause.arguments):
        return False
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    common = cascade.tokens[cascade.chunks[cascade.at].head].tag in ("NN", "NNS")
    return common and any(phrase is whole for _, phrase in clause.arguments) and not (behind and behind[0].shape == "f")


def of_what(cascade: Cascade, clause: Clause, host: Phrase | None) -> bool:
    """Tell whether *of* belongs to the verb and not to its object: `accused the mayor of fraud`, `cleared her of it`.

    A name behind a common noun (*the mayor of Lima*) and what a second *of* follows belong to the noun.
    """
    if clause.verb is None or host is None or clause.passive or root(host) not in clause.objects:
        return False
    if cascade.lemma(clause.verb) not in words("claims", "of_verbs"):
        return _hears_of(cascade, clause, host)
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    counts = cascade.lemma(cascade.chunks[cascade.at]) in word_class("charges")  # "of two counts of fraud"
    if behind and behind[0].shape == "f" and not counts:
        return False
    named = cascade.tokens[host.head]
    office = named.tag == "NNP" and noun_subject(named.lower).named >= _OFFICE  # "informed Chief of Staff Ann Reed"
    common = not host.pronoun and (named.tag in ("NN", "NNS") or host.chunk.shape[0] == "d" or office)
    return not (common and cascade.chunks[cascade.at].shape[0] == "N")


def _hears_of(cascade: Cascade, clause: Clause, host: Phrase) -> bool:
    """Tell whether *of* begins what is told: `told the court of his sorrow`; no `told the head of his firm`."""
    what, verb = cascade.chunks[cascade.at], clause.verb
    tells = verb is not None and cascade.lemma(verb) == "tell" and what.shape[0] == "p" and animate(cascade, host) > 0
    return tells and noun_subject(cascade.lemma(host.chunk)).named < 2 * _OFFICE and not animate(cascade, Phrase(what))


def one_name_or_amount(cascade: Cascade, host: Phrase, role: str) -> bool:
    """Tell whether a preposition joins the parts of one name or one amount: `the Centre for Health`, `3 out of 10`."""
    chunk = cascade.chunks[cascade.at]
    if role == "out of":
        return host.chunk.shape.lstrip("rw") == "c" and chunk.shape.lstrip("rw")[:1] == "c"
    head = cascade.tokens[host.head]
    body = role == "for" and head.tag in ("NNP", "NNPS") and head.lower in word_class("named-for")
    return body and all(
        token.text[0].isupper() or token.tag in ("DT", "POS") for token in cascade.tokens[chunk.first : chunk.last]
    )
