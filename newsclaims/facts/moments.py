"""Whether two dates tell one time, may both be right, or cannot both be."""

from __future__ import annotations

import re
from datetime import date as calendar_date
from functools import cache

from newsclaims.facts.conversion import days
from newsclaims.facts.values import Relation
from newsclaims.facts.worded_times import by_words, clock, distance, parts_apart, season
from newsclaims.model import Date
from newsclaims.table import rows

_DECADE = 5 * 365.25  # days by which a length told in decades may be off: `six decades`, `62 years`
_YEAR = re.compile(r"\d{4}")
_MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})\b|(\d{1,2}) ([A-Za-z]{3,9})\b")
_EVERY = re.compile(r"PT?\d+[A-Z]")  # `every 20 minutes`, `weekly`
_ABOVE = frozenset(("MORE_THAN", "EQUAL_OR_MORE", "AFTER"))
_BELOW = frozenset(("LESS_THAN", "EQUAL_OR_LESS", "BEFORE"))
_ALMOST = ("almost", "nearly", "close to", "just under")
_ROUGH = 0.35  # by how much of itself a length in a larger unit may be off
_NEAR = 0.2  # by how much of itself a length may keep away from a limit that it agrees with
_WITHIN = frozenset((None, "START", "MID", "END"))  # what leaves a time inside the year or month that it names
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PART = re.compile(r"\b(?:first|second|third|fourth) (?:half|quarter)\b", re.I)


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
        limit = _limit(one, other, ours[0], theirs[0]) or _limit(other, one, theirs[0], ours[0])
        if limit:
            return limit
        rough = _DECADE if "decade" in f"{one.text} {other.text}".casefold() else 0.0
        coarse = max(ours[1], theirs[1]) / 2 if ours[1] != theirs[1] else 0.0
        coarse = min(coarse, _ROUGH * max(ours[0], theirs[0]))  # six months are no year
        return "agree" if abs(ours[0] - theirs[0]) <= max(rough, coarse) else "apart"
    if "SET" in (one.type, other.type):
        if one.type != other.type:
            return "open"
        if one.value == other.value:
            return "same"
        return "apart" if all(_EVERY.fullmatch(item.value or "") for item in (one, other)) else "open"
    if one.value is None or other.value is None:
        return by_words(one, other) or _by_names(one, other)
    if one.value == other.value:
        if {one.mod, other.mod} == {"START", "END"}:
            return "apart"
        return "same" if one.mod == other.mod else "agree"
    if not (one.from_ and one.to and other.from_ and other.to):
        return "open"
    if one.to < other.from_ or other.to < one.from_:
        if _named_alike(one, other):
            return "agree"
        return "apart" if one.mod == other.mod or {one.mod, other.mod} <= _WITHIN else "open"
    if one.from_ == other.from_ and one.to == other.to:
        told = ":" in one.value and ":" in other.value
        if {one.mod, other.mod} == {"START", "END"} or parts_apart(one, other):
            return "apart"
        return "apart" if told and one.value[:16] != other.value[:16] else "agree"
    return "open"


def _named_alike(one: Date, other: Date) -> bool:
    """Return whether two days are told by the name of one weekday: which week it is of, two reports may read apart."""
    plain = not any(sign.isdigit() for sign in one.text + other.text)
    return (
        plain and one.mod == other.mod and weekday(one) is not None and weekdays_in(one) == weekdays_in(other) != set()
    )


def _limit(one: Date, other: Date, value: float, rival: float) -> Relation | None:
    """Compare a length with a limit, ``None`` where it is outside: `over eleven hours`, `more than ten hours`."""
    if {one.mod, other.mod} <= _ABOVE or {one.mod, other.mod} <= _BELOW:
        return "agree" if abs(rival - value) <= _NEAR * max(value, rival) else "apart"
    above = one.mod in _ABOVE and rival >= value
    below = one.mod in _BELOW and rival <= value
    if not above and not below:
        return None
    if below and one.text.casefold().startswith(_ALMOST):
        return "agree" if abs(rival - value) <= _NEAR * value else "apart"
    return "agree" if abs(rival - value) <= _NEAR * value else "open"


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


@cache
def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    for word, number, *_ in rows("dates", "months"):
        found[word.rstrip(".")] = int(number)
    return found


@cache
def _weekdays() -> dict[str, str]:
    return {word.rstrip("."): number for word, number, *_ in rows("dates", "weekdays")}


def month_day(date: Date) -> tuple[int, int] | None:
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


def _by_names(one: Date, other: Date) -> Relation:
    """Compare dates of which one hangs on a day that is not known: by month and day, or by the name of the weekday."""
    if " ".join(one.text.casefold().split()) == " ".join(other.text.casefold().split()):
        return "same"
    ours, theirs = month_day(one), month_day(other)
    if ours and theirs:
        return "same" if ours == theirs else "apart"
    first, second = (_months_in(item) for item in (one, other))
    if first and second:
        if not first & second:
            return "apart"
        if ours or theirs or first != second:
            return "open"
        if {one.mod, other.mod} == {"START", "END"}:
            return "apart"
        return "open" if bool(_YEAR.search(one.text)) != bool(_YEAR.search(other.text)) else "agree"
    mine, yours = weekdays_in(one), weekdays_in(other)
    if mine and yours:
        return "agree" if mine & yours and not parts_apart(one, other) else "apart"
    return "open"


def grain(date: Date) -> str:
    """Return how exact a date is: `day`, `month`, `part`, `season`, `year`, `clock`, `length`, `often`, or "" for what
    cannot be told.
    """
    if date.type == "DURATION" or date.text.casefold().endswith(" ago") or distance(date):
        return "length"
    if date.type == "SET":
        return "often"
    if date.value is None and clock(date):
        return "clock"
    if month_day(date) or weekdays_in(date):
        return "day"
    if _months_in(date) and not _YEAR.fullmatch(date.text):
        return "month"
    if _PART.search(date.text):
        return "part"
    if season(date):
        return "season"
    return "year" if _YEAR.fullmatch(date.value or "") else ""


def weekdays_in(date: Date) -> set[str]:
    told = {_plain(word) for word in date.text.split()}
    if "weekend" in told:
        return {"6", "7"}
    return {_weekdays()[word] for word in told if word in _weekdays()}


def weekday(date: Date) -> str | None:
    """Return the number of the weekday (Monday is 1) of a day that is known, ``None`` for another time."""
    if date.from_ and date.from_ == date.to and _DAY.fullmatch(date.from_):
        return str(calendar_date.fromisoformat(date.from_).isoweekday())
    return None


def _plain(word: str) -> str:
    return word.strip(".,").casefold()
