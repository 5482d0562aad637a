"""Adverbial clauses that stand before the subject of the clause that they belong to: `If it rains, the game is off`."""

from __future__ import annotations

from typing import Final

from newsclaims.claims.dependence import under
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.clause import QUOTES, Clause, Phrase
from newsclaims.table import words
from newsclaims.words.frames import verb_frame
from newsclaims.words.sentence import Token

_BEFORE: Final = frozenset(("CC", "RB", ",", ":", "``", "''", "“", "”", "-LRB-"))
"""Tags of what stands right before a clause that opens another one, beside *that* and the beginning."""
_TELLS: Final = 40
"""Per cent of the uses of a verb that take a clause, from which *as* before it names a source: `As Reed explained`."""
_TAKES: Final = 60
"""Per cent of the uses of a verb that take an object, from which *as* without one does: `As documents unveiled`."""


def fronted_clauses(clauses: tuple[Clause, ...], tokens: list[Token]) -> dict[int, list[tuple[str, Clause]]]:
    """Return the clauses before the subject that say when, why or on what condition, with the word that opens each.

    By the identity of the clause that they belong to. Those behind the verb are its content already.
    """
    found: dict[int, list[tuple[str, Clause]]] = {}
    for clause in clauses:
        outer = clause.parent
        aimed = clause.shares if clause.rule == "claims.purpose-infinitive" and not clause.silent else None
        if aimed is not None and aimed.verb is not None and _aims(clause, aimed):
            found.setdefault(id(aimed), []).append(("to-inf", clause))  # "To win the seat, Reed spent more"
        if clause.opener not in (kinds.SUB, kinds.GERUND) or outer is None or not clause.word:
            continue
        if clause.verb is None or outer.verb is None:
            continue
        if clause.verb.last > outer.verb.first or any(inner.first <= clause.first for _, inner in outer.content):
            continue  # "could win, but only if he can be convinced, Reed told reporters"
        subject = outer.surface()
        if (subject is not None and clause.first >= subject.first) or not _opens(clause, tokens):
            continue
        behind = [token.text for token in tokens[outer.verb.last : outer.verb.last + 2]]
        if behind[:1] == [","] and behind[-1] not in QUOTES:
            outer = next((inner for role, inner in outer.content if role in ("that", "reported")), outer)
        for one in under(clause, outer, clauses) if clause.word in ("if", "unless") else [outer]:
            found.setdefault(id(one), []).append((clause.word, clause))  # "If it rains, he said, the game is off"
    return found


def _aims(clause: Clause, outer: Clause) -> bool:
    """Tell whether an infinitive says before the subject what a deed is for, and no part of what somebody says."""
    subject = outer.subject
    said = any(role in ("that", "reported") or inner is clause for role, inner in outer.content)
    return subject is not None and clause.first < subject.first and not said


def _begins(clause: Clause) -> int:
    """Return the token where a clause begins, with the preposition of a form in -ing: `after | leaving`."""
    return clause.first - (len(clause.word.split()) if clause.opener == kinds.GERUND else 0)


def limited(clause: Clause, tokens: list[Token]) -> str:
    """Return the word that opens an adverbial clause, with what limits it: `even if`, `only when`, `not until`."""
    first = _begins(clause)
    before = tokens[first - 1].lower if first > 0 else ""
    more = first > 1 and tokens[first - 2].lower in ("not", "n't")
    limits = (before in ("even", "only") and not more) or (before == "not" and clause.word == "until")
    return f"{before} {clause.word}" if limits else clause.word  # "is not where he works": the verb is negated


def limited_role(role: str, phrase: Phrase, tokens: list[Token]) -> str:
    """Return the preposition of an argument with what limits it right before: `only after`; not in `not only after`."""
    if role != phrase.preposition or not phrase.start or tokens[phrase.start - 1].lower not in ("even", "only"):
        return role
    more = phrase.start > 1 and tokens[phrase.start - 2].lower in ("not", "n't")
    return role if more else f"{tokens[phrase.start - 1].lower} {role}"


def roughly(role: str, phrase: Phrase, tokens: list[Token]) -> int:
    """Return where an argument begins: with adverbs between its preposition and it, `to | roughly half its value`."""
    first = phrase.start + len(role.split()) if role == phrase.preposition else phrase.first
    between = tokens[first : phrase.first]
    adverbs = all(token.tag == "RB" or token.lower in ("about", "around", "over", "under") for token in between)
    return first if between and adverbs else phrase.first


def _opens(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether nothing that a clause could belong to stands before it, and that it says no source.

    Not `In places where it rains, farms do well`, `As Reed explained, the mill closed`; nor what holds either way,
    `Whether it rains or not, we play`.
    """
    verb = clause.verb
    if verb is None or clause.word == "whether" or (clause.shares is not None and clause.finite):
        return False
    first = _begins(clause)
    before = tokens[first - 1] if first > 0 else None
    if clause.first + 1 < len(tokens) and tokens[clause.first + 1].tag == "CC":
        return False  # "If and when it comes, ..."
    if before is not None and before.tag not in _BEFORE and before.lower != "that":
        return False
    if clause.word != "as" or clause.content or clause.objects:
        return True
    frame = verb_frame(tokens[verb.head].lemma)
    return frame.that < _TELLS and (clause.passive or frame.object < _TAKES)


def held_too(clause: Clause, tokens: list[Token]) -> list[tuple[str, Phrase]]:
    """Return what stands before the subject of joined verbs and holds for both: `On Friday he came and left`."""
    first, verb = clause.shares, clause.verb
    if clause.rule != "claims.coordinated-verb" or first is None or first.subject is None or first.verb is None:
        return []
    begins = first.subject.first
    if verb is None or first.opener not in (kinds.MAIN, kinds.THAT) or begins > first.verb.first:
        return []
    said = {token.lower for token in tokens[max(verb.first - 1, 0) : verb.last]}
    own = any(phrase.time or tokens[phrase.head].tag == "CD" for _, phrase in clause.arguments)
    if own or not said.isdisjoint(words("claims", "other_times")):
        return []  # "In 2015 he won but lost in 2019", "and later left"
    return [(role, phrase) for role, phrase in first.arguments if phrase.last <= begins and role != "according to"]
