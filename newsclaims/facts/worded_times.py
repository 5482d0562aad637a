"""Times of which no day is known, told by words: `half past four`, `three weeks ago`, `next spring`."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsclaims.facts.values import Relation
from newsclaims.model import Date
from newsclaims.table import rows

_CLOCK: Final = re.compile(
    r"\b(\d{1,2})(?::(\d\d))? ?(a\.?m|p\.?m|in the (?:morning|afternoon|evening)|at night)|"
    r"\b(half past|quarter (?:past|to)|[a-z]+ minutes (?:past|to)) ([a-z]+|\d{1,2})\b|"
    r"\b([a-z]+|\d{1,2}) o['’]clock|\b(noon|midday|midnight)\b|\b(\d{1,2}):(\d\d)\b"
)
_AGO: Final = re.compile(
    r"(?:(?:about|some|almost|nearly|over|more than|around) )?([\w-]{1,24}) ([a-z]{1,12}) (ago|later|earlier|on)"
)
_LAST: Final = re.compile(r"last ([a-z]+)")
_PART: Final = re.compile(r"\b(first|second|third|fourth) (half|quarter)(?: of ([\w ]+))?$")
_LEAD: Final = re.compile(r"\b(?:next|last|this|the|in|early|late|coming|previous|following)\b")
_DAYS: Final = {
    "D": 1.0, "W": 7.0, "FN": 14.0, "M": 30.4, "Q": 91.3, "Y": 365.25, "DE": 3652.5, "CE": 36525.0, "TH": 1 / 24,
    "TM": 1 / 1440,
}  # fmt: skip
_HALF_DAY: Final = 12 * 60
_NIGHT: Final = frozenset(("MO", "NI"))  # the night before Monday's dawn is called both


@cache
def _numbers() -> dict[str, int]:
    return {word: int(value) for word, value in rows("dates", "numbers")}


@cache
def _units() -> dict[str, float]:
    return {word: _DAYS[code] for word, code, _ in rows("dates", "units") if code in _DAYS}


@cache
def _day_parts() -> dict[str, str]:
    return dict(rows("dates", "parts_of_day"))


@cache
def _seasons() -> dict[str, str]:
    return dict(rows("dates", "seasons"))


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else 1 if word in ("a", "an") else _numbers().get(word)


def clock(date: Date) -> tuple[int, bool] | None:
    """Return the minute of a time of day and whether it is known which half of the day it lies in, else ``None``."""
    found = _CLOCK.search(date.text.casefold())
    if found is None:
        return None
    if found[7]:
        return (0 if found[7] == "midnight" else _HALF_DAY), True
    if found[1]:
        late = found[3][0] == "p" or found[3].endswith(("noon", "evening", "night"))
        return 60 * (int(found[1]) % 12 + 12 * late) + int(found[2] or 0), True
    if found[8]:
        return 60 * int(found[8]) + int(found[9]), int(found[8]) > 12 or found[8][0] == "0"
    hour = _number(found[5] or found[6])
    if hour is None or not 0 < hour <= 12:
        return None
    lead = found[4] or ""
    minutes = (
        30 if lead[:4] == "half" else 15 if lead[:7] == "quarter" else _number(lead.partition(" ")[0]) if lead else 0
    )
    if minutes is None:
        return None
    return (60 * hour + (-minutes if lead.endswith(" to") else minutes)) % _HALF_DAY, False


def by_clock(one: Date, other: Date) -> Relation | None:
    """Compare two times of day, ``None`` where one tells none: of `half past two` the half of the day is not known."""
    mine, yours = clock(one), clock(other)
    if mine is None or yours is None:
        return None
    if mine[1] and yours[1]:
        return "agree" if mine[0] == yours[0] else "apart"
    return "agree" if mine[0] % _HALF_DAY == yours[0] % _HALF_DAY else "apart"


def distance(date: Date) -> tuple[float, float, str] | None:
    """Return how many days away something is, the size of the unit in days, and the direction: `five weeks ago`."""
    found = _AGO.fullmatch(date.text.casefold())
    if found is None or found[2] not in _units():
        return None
    count = _number(found[1])
    return None if count is None else (count * _units()[found[2]], _units()[found[2]], found[3].replace("on", "later"))


def _last(date: Date) -> tuple[float, float, str] | None:
    """Return how far away `last year` is, as ``distance`` says it."""
    found = _LAST.fullmatch(date.text.casefold())
    return (_units()[found[1]], _units()[found[1]], "ago") if found and found[1] in _units() else None


def _by_distance(one: Date, other: Date) -> Relation | None:
    ours, theirs = distance(one) or _last(one), distance(other) or _last(other)
    if ours is None or theirs is None or ours[2] != theirs[2]:
        return None
    if ours[1] != theirs[1] and not (distance(one) and distance(other)):
        return None  # last week may be in last month
    slack = max(ours[1], theirs[1]) / 2 if ours[1] != theirs[1] else 0.0
    near = abs(ours[0] - theirs[0]) <= slack
    return ("same" if ours == theirs else "agree") if near else "apart"


def _by_part(one: Date, other: Date) -> Relation | None:
    """Compare quarters and halves of one year, or of years that go without saying."""
    ours, theirs = _PART.search(one.text.casefold()), _PART.search(other.text.casefold())
    if ours is None or theirs is None or ours[2] != theirs[2] or (ours[3] and theirs[3] and ours[3] != theirs[3]):
        return None
    return ("same" if ours[3] == theirs[3] else "agree") if ours[1] == theirs[1] else "apart"


def day_part(date: Date) -> str:
    """Return the part of the day that a time tells, "" for none: `MO` for `early on Monday morning`."""
    found = [_day_parts()[word] for word in date.text.casefold().split() if word in _day_parts()]
    return found[-1] if found else ""


def parts_apart(one: Date, other: Date) -> bool:
    """Return whether two times of one day tell two parts of it: morning and evening, not evening and night."""
    both = {day_part(one), day_part(other)}
    return len(both) == 2 and "" not in both and both not in ({"EV", "NI"}, _NIGHT) and "MI" not in both


def season(date: Date) -> str:
    """Return the number of the season that a time tells, "" for none."""
    found = [_seasons()[word] for word in date.text.casefold().split() if word in _seasons()]
    return found[0] if len(found) == 1 else ""


def _by_season(one: Date, other: Date) -> Relation | None:
    ours, theirs = season(one), season(other)
    if not ours or not theirs or bool(one.value) != bool(other.value):
        return None
    leads = [set(_LEAD.findall(item.text.casefold())) & {"next", "last", "this"} for item in (one, other)]
    if leads[0] and leads[1] and leads[0] != leads[1]:
        return "open"
    return "agree" if ours == theirs else "apart"


def _hour_alone(one: Date, other: Date) -> Relation | None:
    """Compare parts of a day that goes without saying: `this morning`, `in the evening`."""
    if not all(
        item.text.casefold().split()[-1] in _day_parts() and len(item.text.split()) < 3 for item in (one, other)
    ):
        return None
    return "apart" if parts_apart(one, other) else None


def by_words(one: Date, other: Date) -> Relation | None:
    """Compare two times by their words, ``None`` where these do not tell."""
    for way in (by_clock, _by_distance, _by_part, _by_season, _hour_alone):
        told = way(one, other)
        if told is not None:
            return told
    return None
