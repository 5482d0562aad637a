"""Which figure, and which date, of one article is which of another: told alike, or with two values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from newsclaims.facts.ages import ages_apart
from newsclaims.facts.alignment import Alignment
from newsclaims.facts.leftovers import leftovers
from newsclaims.facts.lexical import concepts
from newsclaims.facts.measures import stand
from newsclaims.facts.moments import grain
from newsclaims.facts.pair import Pair
from newsclaims.facts.statement import Statement
from newsclaims.facts.value_tokens import value_token
from newsclaims.facts.values import Relation, Value, comparable
from newsclaims.model import Figure

_APART = 0.5  # score of two statements from which another value contradicts
_WEAK = 0.35  # and from which an equal value of two digits is the same one
_NEAR = 0.5  # how much of what stands beside two values is the same where the statements alone do not settle it
_YEAR = re.compile(r"\b[12]\d{3}\b")
_CLOSE = 1.2  # and what stands beside two weekdays of deeds in other words
_SURE = 0.85  # and from which it does whatever stands beside the two values
_SIZE = 3.0  # by what two values may differ where only the words beside them tell that they are about one thing
_NEARBY = 60  # code points on each side of a value that tell what it measures
_MOST = 12  # values of one statement that are compared


@dataclass(frozen=True, slots=True)
class Match:
    """Two values of aligned statements that measure the same thing, and how they stand to each other.

    ``near`` says how much the words beside the two values are the same: what is counted, what it is measured of.
    """

    pair: Pair
    one: Value
    other: Value
    relation: Relation
    near: float = 0.0


@dataclass(slots=True)
class Matches:
    """All that two articles say with numbers and dates about the same things.

    ``alike`` are told with one value, or with values that agree; ``apart`` cannot both be right, and neither article
    gives the other's value for the same thing; ``open`` may both be right.
    """

    alike: list[Match] = field(default_factory=list)
    apart: list[Match] = field(default_factory=list)
    open: list[Match] = field(default_factory=list)


def match_values(alignment: Alignment, one: int = 0, other: int = 0) -> Matches:
    """Match the values of two groups of an alignment, or of one with itself.

    Equal values are matched first, the surest statements before others; only what is left over can contradict.
    """
    found = Matches()
    every = [pair for pairs in alignment.candidates(one, other) for pair in pairs]
    every.sort(key=lambda pair: (-pair.score, pair.one.number, pair.other.number))
    mine: set[str] = set()
    yours: set[str] = set()
    known: set[object] = set()  # values that both tell: what has one of them is told, wherever it stands
    related = [match for pair in every for match in _related(alignment, pair)]
    for relation in ("same", "agree"):
        for match in related:
            if match.relation != relation or (match.pair.score < _APART and not _telling(match)):
                continue
            if relation == "agree" and (match.one.id in mine or match.other.id in yours):
                continue
            if match.one.id not in mine or match.other.id not in yours:
                found.alike.append(match)
            mine.add(match.one.id)
            yours.add(match.other.id)
            known.update((_key(match.one), _key(match.other)))
    for pair, age, rival in ages_apart(alignment, one, other) if one != other else ():
        found.apart.append(Match(pair, age, rival, "apart", 1.0))
        mine.add(age.id)
        yours.add(rival.id)
    rest = [(match.pair.score + match.near / 2, match) for match in related if match.relation in ("open", "apart")]
    for _, match in sorted(rest, key=lambda item: -item[0]):
        if match.one.id in mine or match.other.id in yours:
            continue
        keys = (_key(match.one), _key(match.other))
        if match.relation == "apart" and one == other and _surely(match) and known.isdisjoint(keys):
            mine.add(match.one.id)
            yours.add(match.other.id)
            found.apart.append(match)
        elif match.pair.score >= _APART:
            found.open.append(match)
    for left in leftovers(alignment, one, other, mine, yours) if one != other else ():
        found.apart.append(Match(left.pair, left.one, left.other, "apart"))
    return found


def _key(value: Value) -> object:
    """Return what two places that tell the same value have in common; a day may be that of two things."""
    token = value_token(value)
    if token is None or token[0].startswith(("#day", "#weekday")):
        return value.id, value.start
    return token[0], value.unit if isinstance(value, Figure) else None


def _telling(match: Match) -> bool:
    """Return whether a value that both tell is rare enough to be the same fact in statements that are less alike."""
    known = value_token(match.one)
    return known is not None and match.near > 0 and known[1] >= (0.8 if match.pair.score >= _WEAK else 1.5)


_ORDER: dict[Relation, int] = {"same": 0, "agree": 1, "open": 2, "apart": 3}


def value_pairs(pair: Pair) -> list[tuple[Value, Value, Relation]]:
    """Return which value of one statement is which of the other, equal ones first, and how they stand to each other.

    Only the two statements are looked at: whether another gives the other's value too says ``match_values``.
    """
    ways: list[tuple[int, Value, Value, Relation]] = []
    for mine in pair.one.figures[:_MOST]:
        for yours in filter(partial(comparable, mine), pair.other.figures[:_MOST]):
            relation = stand(pair.one, mine, pair.other, yours)
            ways.append((_ORDER[relation], mine, yours, relation))
    for one in pair.one.dates[:_MOST]:
        for other in pair.other.dates[:_MOST]:
            relation = stand(pair.one, one, pair.other, other)
            ways.append((_ORDER[relation], one, other, relation))
    found = []
    done: set[int] = set()
    for _, left, right, relation in sorted(ways, key=lambda way: way[0]):
        if done.isdisjoint((id(left), id(right))):
            done |= {id(left), id(right)}
            found.append((left, right, relation))
    return found


def _related(alignment: Alignment, pair: Pair) -> Iterator[Match]:
    """Yield the values of two statements that may be of one thing, in all ways to match them."""
    ours = [(value, _beside(pair.one, value)) for value in pair.one.figures[:_MOST]]
    theirs = [(value, _beside(pair.other, value)) for value in pair.other.figures[:_MOST]]
    for value, left in ours:
        for rival, right in theirs:
            if comparable(value, rival):
                relation = stand(pair.one, value, pair.other, rival)
                yield Match(pair, value, rival, relation, alignment.weight(left & right))
    days = [(date, _beside(pair.one, date)) for date in pair.one.dates[:_MOST]]
    others = [(date, _beside(pair.other, date)) for date in pair.other.dates[:_MOST]]
    for date, left in days:
        for day, right in others:
            relation = stand(pair.one, date, pair.other, day)
            if relation != "open" or (date.type == "DURATION") == (day.type == "DURATION"):
                yield Match(pair, date, day, relation, alignment.weight(left & right))


def _surely(match: Match) -> bool:
    """Return whether two values that differ are surely about one thing."""
    pair = match.pair
    if isinstance(match.one, Figure) and match.one.kind == "age" and not match.near:
        return False
    if isinstance(match.one, Figure) and match.one.kind == "score" and (match.near < _NEAR or pair.score < _APART):
        return False
    if pair.actor == "other" and not (pair.deed == "same" and match.near >= _NEAR):
        return False
    figures = isinstance(match.one, Figure) and isinstance(match.other, Figure)
    if not figures and not _like(match):
        return False
    if not figures and _compared_with(pair.one, match.one) != _compared_with(pair.other, match.other):
        return False
    if not figures and pair.deed == "other" and pair.actor != "same" and match.near < _CLOSE and pair.score < _SURE:
        tokens = value_token(match.one), value_token(match.other)
        if any(token is None or token[0].startswith("#weekday") for token in tokens):
            return False  # many things happen on a Monday
    if pair.score < _APART:
        return pair.score + match.near / 4 >= _APART and match.near >= _NEAR and _like(match)
    if isinstance(match.one, Figure) and isinstance(match.other, Figure):
        known = match.near > 0 and (
            match.one.unit == match.other.unit or None not in (match.one.unit, match.other.unit)
        )
        return known or pair.deed == "same" or pair.score >= _SURE
    return pair.deed in ("same", "unknown") or match.near >= _NEAR or pair.score >= _SURE


def _like(match: Match) -> bool:
    """Return whether two values are of one size, or two dates of one length: then one may be a slip for the other."""
    one, other = match.one, match.other
    if isinstance(one, Figure) and isinstance(other, Figure):
        small, large = sorted(abs(float(item.value or 0)) for item in (one, other))
        return small * _SIZE >= large
    if isinstance(one, Figure) or isinstance(other, Figure):
        return False
    years = _YEAR.findall(one.text), _YEAR.findall(other.text)
    return grain(one) == grain(other) != "" or (all(years) and years[0] != years[1])


def _compared_with(item: Statement, value: Value) -> bool:
    """Return whether a date is what something is compared with: `up from 2017`, `more than in May`."""
    before = item.article.text[max(0, value.start - 20) : value.start].split()[-2:]
    return any(word in ("from", "than", "against", "over") for word in before)


def _beside(item: Statement, value: Value) -> frozenset[str]:
    """Return the concepts of the words beside a value, up to the values before and after it.

    The same in another unit behind it is no value of its own: `2 inches (50.8 millimetres) of rain`.
    """
    text = item.article.text
    sentence = item.article.sentences[item.sentence]
    values: tuple[Value, ...] = (*item.figures, *item.dates)
    others = [one for one in values if one is not value and text[one.start - 1 : one.start] != "("]
    start = max([sentence.start, value.start - _NEARBY, *(one.end for one in others if one.end <= value.start)])
    end = min([sentence.end, value.end + _NEARBY, *(one.start for one in others if one.start >= value.end)])
    told = concepts(f"{text[start : value.start]} {text[value.end : end]}")
    if isinstance(value, Figure):
        told |= concepts(" ".join(part for part in (value.of, value.unit if value.kind == "count" else None) if part))
    return told


def of_pair(matches: Sequence[Match]) -> dict[tuple[int, int], list[Match]]:
    """Return the matches by the numbers of their two statements."""
    found: dict[tuple[int, int], list[Match]] = {}
    for match in matches:
        found.setdefault((match.pair.one.number, match.pair.other.number), []).append(match)
    return found
