"""Figures and dates of two reports: the same thing told with the same or another value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache

from newsclaims.compare.contexts import likeness
from newsclaims.compare.sides import Agreement, Difference, Place, Side
from newsclaims.facts.tolerance import interval, overlap
from newsclaims.model import Date, Figure
from newsclaims.table import words

_ALIKE = 0.6
_LEAST_SHARED = 2
Fact = Figure | Date
_LENGTH = re.compile(r"P(T?)[\d.]+([YMWDHS])")


def value_differences(
    one: Side, other: Side, spoken: Collection[Place], settled: Collection[Place]
) -> tuple[list[Difference], list[Agreement]]:
    """Return the differences and agreements of figures and dates between two reports.

    What stands inside a quote that is told differently (``spoken``) is not told again, nor a date inside any claim or
    quote that is (``settled``).
    """
    nouns = {**other.descriptions, **one.descriptions}
    differences: list[Difference] = []
    agreements: list[Agreement] = []
    for kind, mine, yours in (("figure", one.figures, other.figures), ("date", one.dates, other.dates)):
        told_already = spoken if kind == "figure" else settled
        ours, theirs = ([(item, _described(about, nouns)) for item, about in facts] for facts in (mine, yours))
        values = {_value(fact): fact for fact, _ in reversed(theirs)}  # of each value the first that has it
        alike = {_value(fact): [other for other in values.values() if _same(fact, other)] for fact, _ in ours}
        told = {_value(fact) for found in alike.values() for fact in found}
        themes = _by_word(theirs)
        used: set[int] = set()
        for fact, about in ours:
            same = alike[_value(fact)]
            if same:
                place = min(same, key=lambda item: item.start)
                agreements.append(Agreement(kind, (one.place(fact), other.place(place))))
                continue
            shared = Counter(at for stem in about for at in themes.get(stem, ()))
            best = max(
                (
                    (likeness(about, theirs[at][1]), -at)
                    for at, count in shared.items()
                    if count >= _LEAST_SHARED and at not in used and _value(theirs[at][0]) not in told
                    and _comparable(fact, theirs[at][0])
                ),
                default=(0.0, 0),
            )  # fmt: skip
            if best[0] < _ALIKE:
                continue
            match = theirs[-best[1]][0]
            places = (one.place(fact), other.place(match))
            if not any(_inside(place, outer) for place in places for outer in told_already):
                used.add(-best[1])
                message = f"{fact.text} against {match.text}"
                differences.append(Difference("figure" if kind == "figure" else "date", message, places))
    return differences, agreements


def _value(fact: Fact) -> tuple[object, ...]:
    """Return all that says whether a fact agrees with another."""
    if isinstance(fact, Figure):
        # its words say how exact it is
        return fact.kind, fact.unit, fact.value, fact.low, fact.comparator, fact.approximate, fact.text
    return fact.type, fact.value, fact.from_, fact.to


def _same(one: Fact, other: Fact) -> bool:
    return _comparable(one, other) and _agree(one, other)


def _by_word(facts: Sequence[tuple[Fact, frozenset[str]]]) -> dict[str, list[int]]:
    """Return the places of the facts that are about a word, by its stem."""
    found: dict[str, list[int]] = {}
    for at, (_, about) in enumerate(facts):
        for stem in about:
            found.setdefault(stem, []).append(at)
    return found


def _described(about: frozenset[str], nouns: dict[str, str]) -> frozenset[str]:
    """Return what a fact is about with the nouns that stand before the names in it."""
    return about | {nouns[stem] for stem in about if stem in nouns}


def _inside(place: Place, outer: Place) -> bool:
    return place.article == outer.article and outer.start <= place.start and place.end <= outer.end


def _comparable(one: Fact, other: Fact) -> bool:
    """Return whether two facts measure the same sort of thing."""
    if isinstance(one, Figure) and isinstance(other, Figure):
        if one.kind != other.kind and {one.kind, other.kind} != {"count", "number"}:
            return False
        return one.unit == other.unit or None in (one.unit, other.unit) or {one.unit, other.unit} <= _people()
    if isinstance(one, Date) and isinstance(other, Date) and one.type == other.type:
        ours, theirs = _LENGTH.match(one.value or ""), _LENGTH.match(other.value or "")
        return one.type == "DATE" or bool(ours and theirs and ours.groups() == theirs.groups())
    return False


@cache
def _people() -> frozenset[str]:
    return words("checks", "people") | {"people", "person"}


def _agree(one: Fact, other: Fact) -> bool:
    """Return whether two values may both be right: equal, rounded, bounds, or one day inside the other's period."""
    if isinstance(one, Figure) and isinstance(other, Figure):
        if one.comparator in (">", ">=", "<", "<=") or other.comparator in (">", ">=", "<", "<="):
            return overlap(interval(one), interval(other), 0.02 * abs(one.value or 0))
        return (
            overlap(interval(one), interval(other)) if "~" in (one.comparator, other.comparator) else _equal(one, other)
        )
    if isinstance(one, Date) and isinstance(other, Date):
        if one.type == "DURATION" or not (one.from_ and one.to and other.from_ and other.to):
            return one.value == other.value
        return (one.from_ >= other.from_ and one.to <= other.to) or (other.from_ >= one.from_ and other.to <= one.to)
    return False


def _equal(one: Figure, other: Figure) -> bool:
    return abs((one.value or 0) - (other.value or 0)) <= 1e-9 * max(1.0, abs(one.value or 0))
