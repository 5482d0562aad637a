"""Cleft sentences about when and where (Quirk 1985, 18.25): `It was in May that he resigned`: he resigned in May."""

from __future__ import annotations

from newsclaims.syntax.clause import Clause
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.sentence import Token


def join_clefts(tokens: list[Token], clauses: tuple[Clause, ...]) -> None:
    """Give the phrase behind *it was* to the clause behind *that*, and let the first clause claim nothing.

    `It was not until May that` goes on as *not until*; what else a cleft denies (`It was not in May that`) stays.
    """
    for clause in clauses:
        subject, verb = clause.subject, clause.verb
        if verb is None or subject is None or not clause.copular or len(clause.arguments) != 1:
            continue
        said = [inner for role, inner in clause.content if role == "that" and inner.word == "that"]
        bare = not clause.objects and clause.adjective is None and not clause.adverbs
        if tokens[subject.head].lower != "it" or len(said) != 1 or len(clause.content) != 1 or not bare:
            continue
        role, phrase = clause.arguments[0]
        inner = said[0]
        if (
            role not in word_class("cleft-roles")
            or inner.verb is None
            or phrase.last != inner.first
            or phrase.first < verb.last
        ):
            continue
        denied = any(token.lower in words("syntax", "negative_words") for token in tokens[verb.first : verb.last])
        if denied and role != "until":
            continue
        clause.silent = True
        inner.arguments.insert(0, ("not until" if denied else role, phrase))
