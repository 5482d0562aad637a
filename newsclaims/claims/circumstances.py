"""What a clause says of when, where or how with a word outside of it: `Where did he live?`, `towns where it rains`."""

from __future__ import annotations

from typing import Final

from newsclaims.claims.vocabulary import word_class
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.clause import Clause
from newsclaims.syntax.neighbours import FINITE_TAGS
from newsclaims.table import words
from newsclaims.words.frames import noun_frame
from newsclaims.words.sentence import Token

_TOWARDS: Final = frozenset({"at", "from", "to"})
_ASKING: Final = frozenset({"how", "when", "where", "why"})
_PERSON: Final = 30
"""Per cent of a noun's relative clauses with *who* from which it is mostly somebody."""
Given = tuple[str, int, int]
"""Role, first token, and where the last one ends."""


def circumstances(clause: Clause, tokens: list[Token]) -> list[Given]:
    """Return what a clause lacks without it: the question word, the place of *where*, `the first time` of its kind."""
    if clause.question:
        found = _asked(clause, tokens)
    elif clause.opener == kinds.SUB:
        found = _where(clause, tokens)
    elif clause.rule == "claims.participle-on-noun":
        found = _ever(clause, tokens)
    else:
        found = _ranked(clause, tokens)
    return [] if found is None else [found]


def _asked(clause: Clause, tokens: list[Token]) -> Given | None:
    """`How often did she vote?`: without its word it would ask whether she did."""
    first, subject = clause.first, clause.subject
    if clause.verb is None or subject is None or tokens[first].lower not in _ASKING:
        return None
    verb = min([clause.verb.first, *(chunk.first for chunk in clause.governors)])
    last = min(verb, subject.first)
    while last > first + 1 and tokens[last - 1].tag in FINITE_TAGS:
        last -= 1  # the auxiliary
    degree = tokens[first].lower == "how" and all(token.tag[:2] in ("JJ", "RB") for token in tokens[first + 1 : last])
    if last > first + 1 and not degree:
        return None
    return tokens[first].lower, first, last


def _where(clause: Clause, tokens: list[Token]) -> Given | None:
    """`It is sold in states | where its use is banned`: in those states it is."""
    outer, verb = clause.parent, clause.verb
    if clause.word != "where" or outer is None or outer.verb is None or verb is None:
        return None
    if tokens[outer.verb.head].lemma in words("words", "telling_verbs") or _says(clause, tokens):
        return None  # "told police where he lived", "to Lowton, where staff say the mill has closed"
    end = clause.first - (tokens[clause.first - 1].text == ",")
    phrases = (*(phrase for _, phrase in outer.arguments), *outer.objects, outer.subject)
    place = next((phrase for phrase in phrases if phrase is not None and phrase.last == end), None)
    inner = clause.antecedent if place is not None and place.last == end else None
    if inner is not None and inner.last == end and inner.preposition in _TOWARDS and tokens[inner.head].tag == "NN":
        place = inner  # "on a visit to the house where he was born"
    if place is None or place.time or place.pronoun or (noun_frame(tokens[place.head].lemma).who or 0) >= _PERSON:
        return None
    if tokens[place.head].lower in word_class("no-places") or tokens[place.head].lemma in word_class("cases"):
        return None  # "in the wake of"
    keeps = place.preposition in word_class("staying") or (place.preposition == "on" and end < clause.first)
    return place.preposition if keeps and place.preposition else "in", place.first, end


def _ranked(clause: Clause, tokens: list[Token]) -> Given | None:
    """`It was the first time that reporters were let in`: they were, but never before."""
    outer, phrase = clause.parent, clause.antecedent
    if clause.opener == kinds.THAT and outer is not None and outer.copular and outer.objects:
        phrase = outer.objects[0]
    elif clause.opener != kinds.RELATIVE:
        return None
    if phrase is None or tokens[phrase.head].lower != "time" or _says(clause, tokens):
        return None
    if phrase is clause.subject or phrase in clause.objects:
        return None  # "the first time that has happened"
    ranks = any(token.lower in word_class("ranks") for token in tokens[phrase.first : phrase.head])
    return ("time", phrase.first, phrase.head + 1) if ranks else None


def _says(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether a clause says something, so that what stands before it may belong to what is said."""
    return clause.verb is not None and tokens[clause.verb.head].lemma == "say" and bool(clause.content)


def _ever(clause: Clause, tokens: list[Token]) -> Given | None:
    """`The oldest woman ever elected`: she was elected, but that is not what it says."""
    verb = clause.verb
    if verb is None or not verb.first:
        return None
    at = verb.first if tokens[verb.first].lower == "ever" else verb.first - 1
    return ("adverb", at, at + 1) if tokens[at].lower == "ever" else None
