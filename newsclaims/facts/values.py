"""Whether two figures, or two dates, tell the same value of one thing, may both be right, or cannot both be."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from math import inf
from typing import Literal

from newsclaims.facts.conversion import convertible, in_unit
from newsclaims.facts.lexical import concept, noun_classes
from newsclaims.facts.tolerance import step
from newsclaims.model import Date, Figure
from newsclaims.table import word_classes, words

word_class = word_classes("facts")

Value = Figure | Date
Relation = Literal["same", "agree", "open", "apart"]
"""``same``: one value; ``agree``: one by rounding or about; ``open``: both may be right, neither says the other
(`up to $8 billion`, `$6.5 billion`; `Sunday`, `this year`); ``apart``: not both right."""

_NEAR = {">": 0.2, "<": 0.1}  # by how much of itself a number may keep away from a bound that it agrees with
_PARTS = 0.12  # by how much of itself a part in words may be off: `almost a third`, `30%`
_ROUNDED = 0.02  # by how much of itself a number may be rounded
_SHIFTED = 0.1  # by how much of themselves both ends of a range lie off those of another
_ORDERS = 5.0  # by how much dozens and hundreds differ
_ABOUT = (0.1, 0.05, 0.015)  # by how much of itself `about` widens a number of one, two, three digits and more


def comparable(one: Figure, other: Figure) -> bool:
    """Return whether two figures measure in one unit: percent and percent, dollars and dollars, a third and 31%."""
    kinds = {one.kind, other.kind}
    if kinds == {"percent", "ratio"}:
        return True
    if len(kinds) > 1 and kinds != {"count", "number"}:
        return False
    if one.kind == "ordinal" or (one.per and other.per and one.per != other.per):
        return False
    if None not in (one.point, other.point) and one.point != other.point:
        return False
    ours, theirs = _unit(one.unit), _unit(other.unit)
    if ours == theirs or None in (ours, theirs) or convertible(one.unit, other.unit):
        return True
    if one.unit and other.unit and noun_classes(one.unit) & noun_classes(other.unit):
        return True  # doses and shots
    return _of_people(ours, theirs) or _of_people(theirs, ours)


def _of_people(anybody: str | None, people: str | None) -> bool:
    """Return whether the first unit is people of whatever kind and the second people of one kind; men are no women."""
    if None in (anybody, people) or {anybody, people} <= _ages_and_sexes():
        return False
    return anybody in _people()[0] and people in _people()[1]


def counts_people(figure: Figure) -> bool:
    """Return whether a figure counts people, or says nothing of what: `three people`, `killed three`."""
    return figure.kind in ("count", "number") and (figure.unit is None or _unit(figure.unit) in _people()[1])


@cache
def _unit(unit: str | None) -> str | None:
    return None if unit is None else concept(unit)


@cache
def _people() -> tuple[frozenset[str], frozenset[str]]:
    """Return the units that count people of whatever kind, and all that count people: a driver may be a victim."""
    plain = ("people", "person", "man", "life", "victim", "patient", "case", "infection")
    anybody = {concept(word) for word in (*plain, *words("checks", "deaths"))}
    kinds = words("checks", "people") | word_class("person-units")
    return frozenset(anybody), frozenset(anybody | {concept(word) for word in kinds})


@cache
def _ages_and_sexes() -> frozenset[str]:
    return frozenset(concept(word) for word in word_class("ages-and-sexes"))


def figures_apart(one: Figure, other: Figure) -> Relation:
    """Return how the values of two comparable figures stand to each other."""
    if one.kind == "score" or other.kind == "score":
        return "same" if sorted(ends(one)) == sorted(ends(other)) else "apart"
    if one.kind != other.kind and "ratio" in (one.kind, other.kind):
        return _shares_apart(percentage(one), percentage(other))
    if one.unit != other.unit:
        other = in_unit(other, one.unit)
    first, second = _bound(one), _bound(other)
    if first and first == second:
        value, rival = one.value or 0, other.value or 0
        half = max(step(one), step(other)) / 2
        return "same" if value == rival else "agree" if abs(value - rival) <= half else "apart"
    if not first and not second and _exact(one) and _exact(other):
        value, rival = float(one.value or 0), float(other.value or 0)
        if value == rival:
            return "same"
        coarse, fine = sorted((step(one), step(other)), reverse=True)
        if _rounds_to(value, rival) or _rounds_to(rival, value):
            return "agree"
        return (
            "agree" if coarse > fine and abs(value - rival) <= coarse / 2 * 1.001 and coarse < abs(value) else "apart"
        )
    if _ranges_apart(one, other):
        return "apart"
    ours, theirs = _interval(one), _interval(other)
    if ours[0] > theirs[1] or theirs[0] > ours[1]:
        return "apart"
    if first or second:
        limit, number = (one, other) if first else (other, one)
        near = abs((limit.value or 0) - (number.value or 0)) <= _NEAR[_bound(limit)] * abs(limit.value or 0)
        return "agree" if near and not (first and second) else "open"
    if one.value == other.value and ends(one) == ends(other):
        return "same"
    vague = any(item.value is not None and item.low is not None for item in (one, other))
    return "open" if vague else "agree"


def _ranges_apart(one: Figure, other: Figure) -> bool:
    """Return whether two ranges are two: both ends of one lie off those of the other to one side, or one tells dozens
    and one hundreds.
    """
    if None in (one.low, one.high, other.low, other.high):
        return False
    if one.value and other.value:
        small, large = sorted((abs(float(one.value)), abs(float(other.value))))
        return small * _ORDERS <= large
    if one.value or other.value:
        return False
    shifts = [mine - yours for mine, yours in zip(_interval(one), _interval(other), strict=True)]
    least = _SHIFTED * max(map(abs, _interval(other)))
    return min(shifts) > least or max(shifts) < -least


def percentage(figure: Figure) -> Figure:
    """Return a part in per cent: `a third` as 33.3%; another figure as it is."""
    if figure.kind != "ratio":
        return figure
    value, low, high = (item and item * 100 for item in (figure.value, figure.low, figure.high))
    return replace(figure, kind="percent", unit="%", value=value, low=low, high=high)


def _shares_apart(one: Figure, other: Figure) -> Relation:
    """Compare a part in words with one in per cent, which it stands for roughly: `a third`, `31%`."""
    if one.value is None or other.value is None:
        return "open"
    bounds = {_bound(one), _bound(other)} - {""}
    if abs(one.value - other.value) <= _PARTS * max(one.value, other.value):
        return "agree"
    return "open" if bounds else "apart"


def _rounds_to(value: float, other: float) -> bool:
    """Return whether one number is the other without its last digits: 84,000 of 84,264."""
    last = 1.0
    while value and value % (last * 10) == 0 and last * 10 < abs(value):
        last *= 10
    return last >= 100 and value != other and abs(value - other) < min(last / 2, _ROUNDED * abs(value))


def _exact(figure: Figure) -> bool:
    return figure.low is None and figure.high is None and not figure.approximate and figure.comparator != "~"


def _bound(figure: Figure) -> str:
    return (figure.comparator or "")[:1].strip("=~")


def ends(figure: Figure) -> tuple[float, float]:
    return float(figure.low or 0), float(figure.high or 0)


def _interval(figure: Figure) -> tuple[float, float]:
    """Return the lowest and the highest value that a figure may stand for."""
    if figure.low is not None or figure.high is not None:
        low, high = figure.low, figure.high
        return -inf if low is None else float(low), inf if high is None else float(high)
    value = float(figure.value or 0)
    half = step(figure) / 2 * 1.001 if figure.kind != "count" or abs(value) >= 1000 else 0.0
    if figure.approximate or figure.comparator == "~":
        half = max(half, abs(value) * _ABOUT[min(3, digits(value)) - 1])
    bound = _bound(figure)
    return (-inf if bound == "<" else value - half), (inf if bound == ">" else value + half)


def digits(value: float) -> int:
    """Return how many digits of a number say something: two of 660,000, three of 17.3 million."""
    return max(1, len(f"{abs(value):.6g}".partition("e")[0].replace(".", "").strip("0")))
