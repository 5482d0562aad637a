"""Clauses by the identity of the noun phrase that they belong to: relative clauses and participles right behind it."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import clause as kinds
from newsclaims.syntax.clause import QUOTES, Clause
from newsclaims.words.sentence import Token

COORDINATED: Final = frozenset({"claims.coordinated-verb", "claims.coordinated-infinitive"})
NESTED: Final = 4
"""How many clauses deep the end of a phrase is looked for."""


def relatives(clauses: tuple[Clause, ...], tokens: list[Token]) -> dict[int, Clause]:
    """Return the relative clauses right behind their noun phrase, without a comma, by the identity of the phrase."""
    found: dict[int, Clause] = {}
    for clause in clauses:
        if clause.opener == kinds.RELATIVE and clause.restrictive and clause.rule not in COORDINATED:
            phrase = clause.subject if clause.gap == "subject" else clause.antecedent
            first = clause.first - (clause.gap == "prep" and clause.word != "")
            marked = phrase is not None and any(token.text in QUOTES for token in tokens[phrase.first : first - 1])
            first -= marked and tokens[first - 1].text in QUOTES  # "a “hero” who"
            for _ in range(NESTED):
                if phrase is None or phrase.last != first:
                    break
                found.setdefault(id(phrase), clause)
                phrase = phrase.host  # "one of several that failed"
    return found


def participles(clauses: tuple[Clause, ...]) -> dict[int, Clause]:
    """Return the participle clauses right behind what a phrase ends with, by the identity of the phrase: `taxes on
    firms based abroad`."""
    found: dict[int, Clause] = {}
    for clause in clauses:
        phrase = clause.subject if clause.opener == kinds.NONFINITE else None
        if phrase is None or phrase.modifier is not clause:
            continue
        host, end = phrase.host, phrase.last
        for _ in range(NESTED):
            if host is None or host.last != end:
                break
            found.setdefault(id(host), clause)
            host = host.host
    return found


def before_act(clause: Clause, tokens: list[Token]) -> int:
    """Return where the preposition of an -ing form stands: `the risk | of quickly losing`."""
    first = clause.first - 1
    while first > 0 and tokens[first].tag == "RB":
        first -= 1
    return first


def continued(clauses: tuple[Clause, ...]) -> dict[int, list[Clause]]:
    """Return the clauses that go on with another by *and*, by the identity of that one: `said it failed and fell`."""
    found: dict[int, list[Clause]] = {}
    for clause in clauses:
        before = clause.shares if clause.rule in COORDINATED else clause.beside
        own = clause.rule in ("claims.next-clause", "claims.gapped-verb") and clause.subject is not None
        if own and clause.opener == kinds.THAT and clause.parent is not None:
            before = next((inner for _, inner in reversed(clause.parent.content) if inner.first < clause.first), None)
        if before is not None and before is not clause:
            found.setdefault(id(before), []).append(clause)
    return found
