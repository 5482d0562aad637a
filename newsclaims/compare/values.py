"""Figures and dates of two reports: the same thing told with the same or another value."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from newsclaims.checks.tolerance import interval, overlap
from newsclaims.compare.contexts import likeness
from newsclaims.compare.sides import Agreement, Difference, Place, Side
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
        same_anywhere = {id(a): [b for b, _ in theirs if _comparable(a, b) and _agree(a, b)] for a, _ in ours}
        told = {id(b) for found in same_anywhere.values() for b in found}
        used: set[int] = set()
        for fact, about in ours:
            if same_anywhere[id(fact)]:
                place = same_anywhere[id(fact)][0]
                agreements.append(Agreement(kind, (one.place(fact), other.place(place))))
                continue
            best = max(
                (
                    (likeness(about, theme), -at)
                    for at, (item, theme) in enumerate(theirs)
                    if id(item) not in told and id(item) not in used and _comparable(fact, item)
                    and len(about & theme) >= _LEAST_SHARED
                ),
                default=(0.0, 0),
            )  # fmt: skip
            if best[0] < _ALIKE:
                continue
            match = theirs[-best[1]][0]
            places = (one.place(fact), other.place(match))
            if not any(_inside(place, outer) for place in places for outer in told_already):
                used.add(id(match))
                message = f"{fact.text} against {match.text}"
                differences.append(Difference("figure" if kind == "figure" else "date", message, places))
    return differences, agreements


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
