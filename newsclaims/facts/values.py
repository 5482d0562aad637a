"""Whether two figures, or two dates, tell the same value of one thing, may both be right, or cannot both be."""

from __future__ import annotations

import re
from functools import cache
from math import inf
from typing import Literal

from newsclaims.facts.conversion import convertible, days, in_unit
from newsclaims.facts.lexical import concept
from newsclaims.facts.tolerance import step
from newsclaims.model import Date, Figure
from newsclaims.table import rows, words

Value = Figure | Date
Relation = Literal["same", "agree", "open", "apart"]
"""``same``: one value; ``agree``: one by rounding or about; ``open``: both may be right, neither says the other
(`up to $8 billion`, `$6.5 billion`; `Sunday`, `this year`); ``apart``: not both right."""

_NEAR = {">": 0.2, "<": 0.1}  # by how much of itself a number may keep away from a bound that it agrees with
_ROUNDED = 0.02  # by how much of itself a number may be rounded
_ABOUT = (0.1, 0.05, 0.015)  # by how much of itself `about` widens a number of one, two, three digits and more
_DECADE = 5 * 365.25  # days by which a length told in decades may be off: `six decades`, `62 years`
_YEAR = re.compile(r"\d{4}")
_MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})\b|(\d{1,2}) ([A-Za-z]{3,9})\b")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def comparable(one: Figure, other: Figure) -> bool:
    """Return whether two figures measure in one unit: percent and percent, dollars and dollars."""
    if one.kind != other.kind and {one.kind, other.kind} != {"count", "number"}:
        return False
    if one.kind == "ordinal" or (one.per and other.per and one.per != other.per):
        return False
    if None not in (one.point, other.point) and one.point != other.point:
        return False
    ours, theirs = _unit(one.unit), _unit(other.unit)
    if ours == theirs or None in (ours, theirs) or convertible(one.unit, other.unit):
        return True
    anybody, people = _people()
    return (ours in anybody and theirs in people) or (theirs in anybody and ours in people)


@cache
def _unit(unit: str | None) -> str | None:
    return None if unit is None else concept(unit)


@cache
def _people() -> tuple[frozenset[str], frozenset[str]]:
    """Return the units that count people of whatever kind, and all that count people: a driver may be a victim."""
    anybody = {concept(word) for word in ("people", "person", "victim", *words("checks", "deaths"))}
    return frozenset(anybody), frozenset(anybody | {concept(word) for word in words("checks", "people")})


def figures_apart(one: Figure, other: Figure) -> Relation:
    """Return how the values of two comparable figures stand to each other."""
    if one.kind == "score" or other.kind == "score":
        return "same" if sorted(_ends(one)) == sorted(_ends(other)) else "apart"
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
    ours, theirs = _interval(one), _interval(other)
    if ours[0] > theirs[1] or theirs[0] > ours[1]:
        return "apart"
    if first or second:
        limit, number = (one, other) if first else (other, one)
        near = abs((limit.value or 0) - (number.value or 0)) <= _NEAR[_bound(limit)] * abs(limit.value or 0)
        return "agree" if near and not (first and second) else "open"
    if one.value == other.value and _ends(one) == _ends(other):
        return "same"
    vague = any(item.value is not None and item.low is not None for item in (one, other))
    return "open" if vague else "agree"


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


def _ends(figure: Figure) -> tuple[float, float]:
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


def value_token(value: Value) -> tuple[str, float] | None:
    """Return a value as a word by which statements are found, and how much it says (0 to 1.5), ``None`` if vague.

    A number of three digits and more seldom stands for two things, a small one often.
    """
    if isinstance(value, Figure):
        if value.kind == "score" and value.low is not None:
            return f"#score {sorted(_ends(value))}", 1.5
        if not value.value or value.low is not None or value.kind == "ordinal":
            return None
        kind = value.kind if value.kind in ("money", "percent", "age") else "number"
        count = digits(value.value)
        rare = 1.5 if count > 2 else 0.8 if count > 1 or abs(value.value) >= 1000 else 0.3
        return f"#{kind} {value.value:.6g}", rare
    if value.value is None:
        day = _day(value)
        if day:
            return f"#day {day[0]}-{day[1]}", 0.6
        named = sorted(_weekdays_in(value))
        return (f"#weekday {named[0]}", 0.4) if named else None
    if value.type == "DURATION":
        length = days(value.value)
        return (f"#length {length[0]:.5g}", 0.7) if length else (f"#length {value.value}", 0.5)
    if value.from_ is None:
        return None
    day = _day(value)
    return (f"#day {day[0]}-{day[1]}", 0.6) if day else (f"#time {value.value}", 0.6)


def dates_apart(one: Date, other: Date) -> Relation:
    """Return how two dates stand to each other; a day and its year are ``open``."""
    if one.type == "DURATION" or other.type == "DURATION":
        if one.type != other.type:
            return _lengths(one, other)
        ours, theirs = days(one.value), days(other.value)
        if ours is None or theirs is None:
            return "open"
        if one.value == other.value or ours[0] == theirs[0]:
            return "same"
        rough = _DECADE if "decade" in f"{one.text} {other.text}".casefold() else 0.0
        coarse = max(ours[1], theirs[1]) / 2 if ours[1] != theirs[1] else 0.0
        return "agree" if abs(ours[0] - theirs[0]) <= max(rough, coarse) else "apart"
    if "SET" in (one.type, other.type):
        return "same" if one.type == other.type and one.value == other.value else "open"
    if one.value is None or other.value is None:
        return _by_clock(one, other) or _by_words(one, other)
    if one.value == other.value:
        return "same" if one.mod == other.mod else "agree"
    if not (one.from_ and one.to and other.from_ and other.to):
        return "open"
    if one.to < other.from_ or other.to < one.from_:
        return "apart" if one.mod == other.mod else "open"
    if one.from_ == other.from_ and one.to == other.to:
        told = ":" in one.value and ":" in other.value
        return "apart" if told and one.value[:16] != other.value[:16] else "agree"
    return "open"


_CLOCK = re.compile(r"\b(\d{1,2})(?::(\d\d))? ?(a\.?m|p\.?m|in the (?:morning|afternoon|evening)|at night)", re.I)


def _lengths(one: Date, other: Date) -> Relation:
    """Compare how long something takes with how long ago it began: `missing for five years`, `lost five years ago`."""
    length, point = (one, other) if one.type == "DURATION" else (other, one)
    began = point.text.casefold()
    if not began.endswith(" ago"):
        return "open"
    ago = began.removesuffix(" ago")
    if ago == length.text.casefold():
        return "agree"
    same_unit = ago.split()[-1].rstrip("s") == length.text.casefold().split()[-1].rstrip("s")
    return "apart" if same_unit and point.mod == length.mod else "open"


def _by_clock(one: Date, other: Date) -> Relation | None:
    """Compare times of day of days that are not known, ``None`` where one tells none: `4:30 a.m.`."""
    times = []
    for date in (one, other):
        found = _CLOCK.search(date.text)
        if not found:
            return None
        late = found[3].lower()[0] == "p" or "noon" in found[3] or "evening" in found[3] or "night" in found[3]
        times.append(60 * (int(found[1]) % 12 + 12 * late) + int(found[2] or 0))
    return "agree" if times[0] == times[1] else "apart"


@cache
def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    for word, number, *_ in rows("dates", "months"):
        found[word.rstrip(".")] = int(number)
    return found


@cache
def _weekdays() -> dict[str, str]:
    return {word.rstrip("."): number for word, number, *_ in rows("dates", "weekdays")}


def _day(date: Date) -> tuple[int, int] | None:
    """Return (month, day) of a date whose year is not known: `Sept. 30`."""
    if date.from_ and date.from_ == date.to and _DAY.match(date.from_):
        return int(date.from_[5:7]), int(date.from_[8:10])
    found = _MONTH_DAY.search(date.text)
    if not found:
        return None
    word, number = (found[1], found[2]) if found[1] else (found[4], found[3])
    month = _months().get(word.casefold())
    return (month, int(number)) if month else None


def _months_in(date: Date) -> set[int]:
    words_of = date.text.casefold().replace("-", " ").split()
    return {_months()[word] for word in (word.strip(".,") for word in words_of) if word in _months() and len(word) > 2}


def _by_words(one: Date, other: Date) -> Relation:
    """Compare dates of which one hangs on a day that is not known: by month and day, or by the name of the weekday."""
    if " ".join(one.text.casefold().split()) == " ".join(other.text.casefold().split()):
        return "same"
    ours, theirs = _day(one), _day(other)
    if ours and theirs:
        return "same" if ours == theirs else "apart"
    first, second = (_months_in(item) for item in (one, other))
    if first and second and not ours and not theirs:
        if first != second:
            return "apart"
        return "open" if bool(_YEAR.search(one.text)) != bool(_YEAR.search(other.text)) else "agree"
    mine, yours = _weekdays_in(one), _weekdays_in(other)
    if mine and yours:
        return "agree" if mine == yours else "apart"
    return "open"


def grain(date: Date) -> str:
    """Return how exact a date is: `day`, `month`, `year`, `clock`, `length`, or "" for what cannot be told."""
    if date.type == "DURATION" or date.text.casefold().endswith(" ago"):
        return "length"
    if date.value is None and _CLOCK.search(date.text):
        return "clock"
    if _day(date) or _weekdays_in(date):
        return "day"
    if _months_in(date) and not _YEAR.fullmatch(date.text):
        return "month"
    return "year" if _YEAR.fullmatch(date.value or "") else ""


def _weekdays_in(date: Date) -> set[str]:
    return {_weekdays()[word] for word in map(_plain, date.text.split()) if word in _weekdays()}


def _plain(word: str) -> str:
    return word.strip(".,").casefold()
