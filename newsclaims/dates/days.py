"""The days that a TIMEX3 value covers, first and last."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from newsclaims.dates.values import monday

_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?|W(?P<week>\d\d)(?P<end>-WE)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?"
    r"|(?P<decade>\d{3})|(?P<century>\d\d)"
)
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@lru_cache(maxsize=4096)
def covered(value: str) -> tuple[str, str] | None:
    """Return the ISO days (first, last) of a value, or None for durations, sets and references.

    Seasons are the meteorological ones of the northern hemisphere: spring is March to May.
    """
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    part = match.groupdict()
    if part["decade"] or part["century"]:
        digits = part["decade"] or part["century"]
        span = 10 ** (4 - len(digits))
        return _years(max(1, int(digits) * span), int(digits) * span + span - 1)
    year = int(part["year"])
    if not 1 <= year <= 9999:
        return None
    if part["day"]:
        return _day(year, int(part["month"]), int(part["day"]))
    if part["month"]:
        return _months(year, int(part["month"]), 1)
    if part["quarter"]:
        return _months(year, int(part["quarter"]) * 3 - 2, 3)
    if part["half"]:
        return _months(year, int(part["half"]) * 6 - 5, 6)
    if part["season"]:
        return _months(year, _SEASON_MONTHS[part["season"]], 3)
    if part["week"]:
        first = monday(year, int(part["week"]))
        if first is None:
            return None
        return (first + timedelta(5 if part["end"] else 0)).isoformat(), (first + timedelta(6)).isoformat()
    return _years(year, year)


def _years(first: int, last: int) -> tuple[str, str]:
    return f"{first:04}-01-01", f"{last:04}-12-31"


def _day(year: int, month: int, day: int) -> tuple[str, str] | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    found = date(year, month, day).isoformat()
    return found, found


def _months(year: int, month: int, count: int) -> tuple[str, str] | None:
    last = month + count - 1
    ending = year + (last - 1) // 12
    last = (last - 1) % 12 + 1
    if not 1 <= month <= 12 or ending > 9999:
        return None
    return f"{year:04}-{month:02}-01", f"{ending:04}-{last:02}-{monthrange(ending, last)[1]:02}"
