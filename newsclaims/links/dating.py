"""Which claims a date belongs to: those of the clause in which it stands.

A date inside a noun phrase says which thing is meant, not when the clause happened (`the 1954 convention`, `after his
2022 arrest`); only behind `at`, `during` and `in` does it tell both (`during Tuesday's debate`).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from newsclaims.links.classes import word_class
from newsclaims.model import Claim, Date
from newsclaims.syntax.clause import Clause
from newsclaims.syntax.parse import Parse
from newsclaims.syntax.parses import Parses

_COMPARED: Final = 6
"""Tokens before a date in which the figure stands that it is the date of."""


class _Verb:
    """A claim by its number, with the clause that it was made of."""

    __slots__ = ("claim", "clause", "number")

    def __init__(self, number: int, claim: Claim, clause: Clause) -> None:
        self.number = number
        self.claim = claim
        self.clause = clause


class _Verbs:
    """The claims of one sentence: by predicate, by their clause and by the clause that they share."""

    def __init__(self, verbs: list[_Verb]) -> None:
        self.row = sorted(verbs, key=_begin)
        self.of: dict[Clause, list[_Verb]] = {}
        self.sharing: dict[Clause, list[_Verb]] = {}
        self._opened: dict[int, Clause] | None = None
        for verb in verbs:
            self.of.setdefault(verb.clause, []).append(verb)
            if verb.claim.rule == "claims.coordinated-verb" and verb.clause.shares is not None:
                self.sharing.setdefault(verb.clause.shares, []).append(verb)

    def opened(self, parse: Parse, token: int) -> Clause | None:
        """Return the clause whose subject begins with a token."""
        if self._opened is None:
            self._opened = {c.subject.first: c for c in parse.clauses if c.finite and c.subject is not None}
        return self._opened.get(token)

    def after(self, date: Date) -> list[_Verb]:
        """Return the claim whose subject holds the date, and no clause in it: `the attack in May killed six`."""
        at = bisect_left(self.row, date.end, key=_begin)
        subject = self.row[at].claim.subject if at < len(self.row) else None
        if subject is None or not subject.start <= date.start < subject.end:
            return []
        return [self.row[at]] if not at or _begin(self.row[at - 1]) < subject.start else []


def _begin(verb: _Verb) -> int:
    return verb.claim.predicate.start


def dated(parses: Parses, claims: list[Claim], dates: list[Date]) -> dict[int, list[str]]:
    """Return the ids of the dates of each claim, by the claim's number."""
    said: dict[int, list[int]] = {date.sentence: [] for date in dates}
    for number, claim in enumerate(claims):
        if claim.sentence in said:
            said[claim.sentence].append(number)
    found: dict[int, list[str]] = {}
    verbs, sentence = _Verbs([]), -1
    for date in dates:  # sentence by sentence, for a long article's readings are not all kept
        place = parses.locate(date.start) if said[date.sentence] else None
        if place is None:
            continue
        if date.sentence != sentence:
            verbs, sentence = _Verbs(_of_sentence(parses, claims, said[date.sentence])), date.sentence
        for verb in _verbs(place[0], place[1], date, verbs):
            found.setdefault(verb.number, []).append(date.id)
    return found


def _of_sentence(parses: Parses, claims: list[Claim], numbers: list[int]) -> list[_Verb]:
    """Return the claims of a sentence with their clauses."""
    found = []
    for number in numbers:
        place = parses.locate(claims[number].predicate.start)
        clause = place[0].clause_of(place[1]) if place else None
        if clause is not None:
            found.append(_Verb(number, claims[number], clause))
    return found


def _verbs(parse: Parse, first: int, date: Date, verbs: _Verbs) -> list[_Verb]:
    """Return the claims of the clause in which a date, which begins at token ``first``, stands."""
    last = first + 1
    while last < len(parse.tokens) and parse.tokens[last].start < date.end:
        last += 1
    if _baseline(parse, first, last):
        return []
    clause = parse.holder(first)
    of_clause = verbs.of.get(clause, []) if clause is not None else []
    chunk = parse.noun_chunk(last - 1)
    following = parse.tokens[last].tag if last < len(parse.tokens) else ""
    adverb = parse.tokens[last - 1].tag == "RB" and following == "CD"  # there are now 40 million users
    if chunk is not None and chunk.head >= last and date.type != "DURATION" and not adverb:
        year = (date.value or "")[:4].isdigit()
        when = next((inner for inner in verbs.of if year and _tells_when(parse, inner, clause, chunk.last)), None)
        return verbs.of[when] if when else [verb for verb in of_clause if _at_event(verb.claim, parse, date, first)]
    opened = _opened(verbs, parse, first, last)
    if opened is not None:
        return verbs.of.get(opened, [])
    found = [verb for verb in of_clause if not _reported(verb.claim, date)]
    if first and parse.tokens[first - 1].lower == "since":  # "on Monday, his third try since May" dates no deed
        found = [verb for verb in found if any(item.role == "since" for item in verb.claim.arguments)]
    if not found:
        return verbs.after(date)
    return [*found, *_sharing(verbs, found[-1].clause, first)]


def _tells_when(parse: Parse, inner: Clause, clause: Clause | None, last: int) -> bool:
    """Tell whether a clause tells what happened at the event of a date: `a 2024 row in Lima, when police fired`."""
    if inner.word != "when" or inner.parent is not clause or not last <= inner.first <= last + _COMPARED:
        return False
    between = parse.tokens[last : inner.first]
    return bool(between) and between[-1].text == "," and all(token.tag[:2] != "VB" for token in between)


def _baseline(parse: Parse, first: int, last: int) -> bool:
    """Tell whether a date is that of what is compared with: `than in 2019`, `compared to May`, `from 5% a year ago`.

    So is that of a thing which is told apart by it: `replaced a design from 2015`.
    """
    tokens = parse.tokens
    before = first - 2 if first > 1 and tokens[first - 1].lower in ("in", "on") else first - 1
    word = tokens[before].lower if before >= 0 else ""
    if word == "from" and before > 0 and tokens[before - 1].tag[:2] == "NN" and tokens[first].text.isdigit():
        return tokens[last].lower not in word_class("range-ends") if last < len(tokens) else True
    if word == "than" or (word in ("with", "to") and before > 0 and tokens[before - 1].lower == "compared"):
        return True
    if tokens[last - 1].lower not in ("ago", "earlier", "before"):
        return False
    counted = word == "from"
    for at in range(first - 1, max(-1, first - _COMPARED), -1):
        counted = counted or tokens[at].tag == "CD"
        if tokens[at].lower in word_class("baseline-openers"):
            return counted
        if tokens[at].tag[:2] == "VB":
            return False
    return False


def _at_event(claim: Claim, parse: Parse, date: Date, first: int) -> bool:
    """Tell whether the date is that of an event which says when: `in Tuesday's debate`, `during a Sept. 5 call`."""
    for argument in claim.arguments:
        if argument.role in word_class("event-prepositions") and argument.start <= date.start < argument.end:
            return parse.index(argument.start) + 2 >= first
    return False


def _opened(verbs: _Verbs, parse: Parse, first: int, last: int) -> Clause | None:
    """Return the clause that a date opens behind a conjunction: `and last year the firm closed`."""
    before = first - 1
    if before >= 0 and parse.tokens[before].lower in ("in", "on", "by", "at"):
        before -= 1
    if before < 0 or parse.tokens[before].lower not in word_class("clause-openers"):
        return None
    return verbs.opened(parse, last + (last < len(parse.tokens) and parse.tokens[last].text == ","))


def _reported(claim: Claim, date: Date) -> bool:
    """Tell whether the date stands in what the claim reports."""
    return any(a.role == "that" and a.start <= date.start < a.end for a in claim.arguments)


def _sharing(verbs: _Verbs, clause: Clause, date: int) -> list[_Verb]:
    """Return the claims of verbs joined to a clause, in its tense, where the date stands before them all."""
    verb = clause.verb
    if verb is None or date > verb.first:
        return []
    return [
        other for other in verbs.sharing.get(clause, ()) if other.clause.verb and other.clause.verb.shape == verb.shape
    ]
