"""Weekdays that do not fit their dates, and days that no calendar has."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date
from functools import cache

from newsclaims.checks.reading import Finding, Line, Reading
from newsclaims.rule import rule

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"


@cache
def _day_patterns() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a day with its month, in American and in British order."""
    american = rf"\b{_MONTH} {_DAY}(?![\d:.,]\d|\d)(?:,? {_YEAR})?"
    british = rf"(?<![\d.,:/-])\b{_DAY}(?: of)? {_MONTH}(?![a-z])(?:,? {_YEAR})?"
    return re.compile(american), re.compile(british)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\b{_WEEKDAY},? [(]?(?:the )?\Z")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf",? (?:\((?:a )?|a |(?:which )?(?:was|is) a |falls on a ){_WEEKDAY}\b")


def _days(line: Line) -> Iterator[tuple[int, int, int | None, int, int]]:
    """Yield (start, end, year, month, day) of every day with its month in a line."""
    if not any(mark.isdigit() for mark in line.raw):
        return
    taken: set[int] = set()
    for pattern in _day_patterns():
        for found in pattern.finditer(line.raw):
            if found.start("month") in taken:
                continue
            taken.add(found.start("month"))
            month = 1 + next(at for at, name in enumerate(MONTHS) if name[:3] == found["month"][:3])
            yield found.start(), found.end(), int(found["year"]) if found["year"] else None, month, int(found["day"])


def _nearest(year: int | None, month: int, day: int, near: date | None) -> date | None:
    """Return the date; without a year the one nearest to the day of publication."""
    years = [year] if year else [near.year - 1, near.year, near.year + 1] if near else []
    years = [one for one in years if MINYEAR <= one <= MAXYEAR]
    found = [date(one, month, day) for one in years if 1 <= day <= calendar.monthrange(one, month)[1]]
    return min(found, key=lambda one: abs((one - near).days) if near else 0, default=None)


def spoken(day: date) -> str:
    """Return a date as messages write it: `6 November 2025`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@rule("checks.weekday-date")
def weekday_date(reading: Reading) -> Iterator[Finding]:
    """A weekday beside a date on which it did not fall: `Tuesday, November 6, 2025`.

    Without a year the date nearest to the day of publication is meant, and the finding is a warning.  Only a weekday
    that belongs to the same date is compared, not one that merely stands in the same sentence.
    """
    for line in reading.lines:
        for start, end, year, month, day in _days(line):
            around = _before().search(line.raw, max(0, start - 16), start) or _after().match(line.raw, end)
            meant = _nearest(year, month, day, reading.published) if around else None
            if around is None or meant is None:
                continue
            right = WEEKDAYS[meant.weekday()]
            if around["weekday"] == right:
                continue
            verb = "is" if reading.published and meant > reading.published else "was"
            span = line.span(min(start, around.start()), max(end, around.end()))
            yield Finding(f"{spoken(meant)} {verb} a {right}", (span,), "error" if year else "warning")


@rule("checks.impossible-date")
def impossible_date(reading: Reading) -> Iterator[Finding]:
    """A day that no calendar has: `February 30`, `31 April`, `29 February 2023`."""
    for line in reading.lines:
        for start, end, year, month, day in _days(line):
            last = calendar.monthrange(year, month)[1] if year else _DAYS[month - 1]
            if not 1 <= day <= last and day <= 39:
                name = MONTHS[month - 1] + (f" {year}" if year and month == 2 else "")
                yield Finding(f"{name} has {last} days", (line.span(start, end),))
