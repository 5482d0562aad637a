"""Weekdays that do not fit their dates, and days that no calendar has."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
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
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)"
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
    return re.compile(rf"\b{_WEEKDAY}(?: (?:morning|afternoon|evening|night))?,? [(]?(?:the )?\Z")


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


def _meant(year: int | None, month: int, day: int, near: date | None, named: set[int]) -> list[date]:
    """Return the date; without a year those that may be meant, the nearest to the day of publication first.

    That is one where it lies within six weeks of it, else two, and those of the years ``named``.
    """
    years = [year] if year else [near.year - 1, near.year, near.year + 1] if near else []
    if year or near is None:
        return [*_in_years(years, month, day)]
    found = sorted(_in_years(years, month, day), key=lambda one: abs((one - near).days))
    if found and abs((found[0] - near).days) <= _SURE:
        return found[:1]
    return [*found[:2], *_in_years(sorted(named), month, day)]


def _in_years(years: Iterable[int], month: int, day: int) -> Iterator[date]:
    for year in years:
        if MINYEAR <= year <= MAXYEAR and 1 <= day <= calendar.monthrange(year, month)[1]:
            yield date(year, month, day)


_NAMED_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
_SURE = 45  # days from publication within which a day without a year is the nearest one


def spoken(day: date) -> str:
    """Return a date as messages write it: `6 November 2025`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_date(reading: Reading) -> Iterator[Finding]:
    """A weekday beside a date on which it did not fall: `Tuesday, November 6, 2025`.

    Without a year the date nearest to the day of publication is meant, and the finding is a warning; more than six
    weeks away the one before and the one behind may be meant, or one in any year that the article names, and none must
    fit.  Only a weekday that belongs to the same date is compared, not one that merely stands in the same sentence.
    """
    named = {int(found) for found in _NAMED_YEAR.findall(reading.article.text)}
    for line in reading.lines:
        for start, end, year, month, day in _days(line):
            around = _before().search(line.raw, max(0, start - 16), start) or _after().match(line.raw, end)
            meant = _meant(year, month, day, reading.published, named) if around else []
            if around is None or not meant:
                continue
            told = around["weekday"][:3]
            if any(WEEKDAYS[one.weekday()].startswith(told) for one in meant):
                continue
            right = WEEKDAYS[meant[0].weekday()]
            verb = "is" if reading.published and meant[0] > reading.published else "was"
            span = line.span(min(start, around.start()), max(end, around.end()))
            yield Finding(f"{spoken(meant[0])} {verb} a {right}", (span,), "error" if year else "warning")


rule("checks.weekday-date")(weekday_date)


def impossible_date(reading: Reading) -> Iterator[Finding]:
    """A day that no calendar has: `February 30`, `31 April`, `29 February 2023`."""
    for line in reading.lines:
        for start, end, year, month, day in _days(line):
            last = calendar.monthrange(year, month)[1] if year else _DAYS[month - 1]
            if not 1 <= day <= last and day <= 39:
                name = MONTHS[month - 1] + (f" {year}" if year and month == 2 else "")
                yield Finding(f"{name} has {last} days", (line.span(start, end),))


rule("checks.impossible-date")(impossible_date)
