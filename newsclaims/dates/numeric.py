"""Dates in figures: ISO dates and days, months and years with marks between them."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from newsclaims.dates import values
from newsclaims.dates.hits import Hit, Reading, Value, fixed
from newsclaims.dates.memory import Memory
from newsclaims.dates.vocabulary import WEEKDAYS, integer
from newsclaims.pattern import compiled
from newsclaims.rule import rule

_TIMED: Final = compiled(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?(?![\w:])", re.ASCII
)
_MARKS: Final = frozenset("/-.")


def _parts(reading: Reading, at: int) -> tuple[list[str], str, int] | None:
    """Return (numbers, mark, end) of a run of two or three numbers glued by one mark."""
    first = reading[at]
    if first.count(".") in (1, 2) and first.replace(".", "").isdigit():
        return first.split("."), ".", at + 1
    mark = reading[at + 1]
    if mark not in _MARKS or not reading.glued(at + 1) or not reading.glued(at + 2):
        return None
    numbers = [first, reading[at + 2]]
    end = at + 3
    if reading[end] == mark and reading.glued(end) and reading.glued(end + 1):
        numbers.append(reading[end + 1])
        end += 2
    if reading[end] == mark and reading.glued(end) and reading.glued(end + 1) and mark != "-":
        return None
    return numbers, mark, end


def iso_date(reading: Reading, at: int) -> Hit | None:
    """A date of ISO 8601, also with a time: `2025-11-03`, `2025-11-03T10:30Z`, `2025/11/03`, `20251103`, `2015-12`.

    A range of years (`2024-25`) is none.
    """
    word = reading[at]
    if len(word) == 8 and word.isascii() and word.isdigit():
        found = values.day(int(word[:4]), int(word[4:6]), int(word[6:])) if 1900 <= int(word[:4]) <= 2100 else None
        return _dated(at, at + 1, found.isoformat()) if found and reading[at - 1] not in ("$", "#", "no.") else None
    year = integer(word, 1000, 2999) if len(word) == 4 else None
    if year is None:
        return None
    cut = _parts(reading, at)
    if cut is None or cut[1] == ".":
        return None
    numbers, mark, end = cut
    whole = mark == "-" and [len(number) for number in numbers] == [4, 2, 2] and 1900 <= year <= 2100
    if whole and not integer(numbers[1], 1, 12) and not (reading.glued(end) and reading[end][:1].isalnum()):
        return _dated(at, end, None)
    month = integer(numbers[1], 1, 12) if len(numbers[1]) == 2 or len(numbers) == 3 else None
    if month is None or (reading.glued(end) and reading[end][:1].isdigit()):
        return None
    if len(numbers) == 2:
        plain = mark == "-" and numbers[1] == f"{month:02}" and not year % 100 < month
        return _dated(at, end, values.month(year, month)) if plain else None
    timed = _TIMED.match(reading.text, reading.tokens[at].start)
    if timed:
        return _timed(reading, at, timed)
    day = integer(numbers[2], 0, 99)
    return _dated(at, end, values.iso(values.day(year, month, day))) if day is not None else None


rule("dates.iso-date")(iso_date)


def _timed(reading: Reading, at: int, match: re.Match[str]) -> Hit | None:
    """Return the hit of a date with its time of day: `2025-11-03T10:30:00Z`."""
    end = at
    while end < reading.count and reading.tokens[end].end < match.end():
        end += 1
    if end >= reading.count or reading.tokens[end].end != match.end():
        return None
    day = values.day(int(match[1]), int(match[2]), int(match[3]))
    fits = day is not None and int(match[4]) < 24 and int(match[5]) < 60
    value = f"{day.isoformat()}T{match[4]}:{match[5]}" if day and fits else None
    return Hit(at, end + 1, "TIME", "dated", fixed(value))


def _dated(start: int, end: int, value: str | None) -> Hit:
    return Hit(start, end, "DATE", "dated", fixed(value))


def numeric_date(reading: Reading, at: int) -> Hit | None:
    """Day, month and year in figures: `03/11/2025`, `3.11.2025`, `11-3-25`; `Friday 7/6` beside a weekday.

    Which number is the day is read from the weekday beside it, or from the document: from dates that allow one order
    only, else from the country of its dateline.  Where nothing tells, and the two orders give two days, the value is
    null; dots put the day first.  Fractions, scores and version numbers are none.
    """
    cut = _parts(reading, at)
    if cut is None or (reading[at - 1] in _MARKS and reading.glued(at)):
        return None
    numbers, mark, end = cut
    month_year = len(numbers) == 2 and mark == "/" and len(numbers[1]) == 4 and integer(numbers[1], 1900, 2100)
    if month_year and integer(numbers[0], 1, 12) and not (reading.glued(end) and reading[end][:1].isalnum()):
        return _dated(at, end, values.month(month_year, int(numbers[0])))
    full = len(numbers) == 3 and len(numbers[2]) == 4 and max(len(numbers[0]), len(numbers[1])) <= 2
    full = full and all(number.isascii() and number.isdigit() for number in numbers)
    open_end = reading.glued(end) and reading[end][:1].isalnum()
    if full and not _in_calendar(numbers) and not open_end and int(numbers[2]) < 2200:
        return _dated(at, end, None)
    small = [integer(number, 1, 31) if len(number) <= 2 else None for number in numbers[:2]]
    if None in small or (reading.glued(end) and reading[end][:1].isalnum()):
        return None
    first, second = int(numbers[0]), int(numbers[1])
    if len(numbers) == 3:
        written, year = numbers[2], integer(numbers[2], 1, 2999)
        short = len(written) == 2 and mark != "." and not (mark == "-" and len(numbers[0]) == 1)
        if year is None or not (short or len(written) == 4):
            return None

        beside = reading[at - 2] if reading[at - 1] in (",", ".") else reading[at - 1]
        weekday = WEEKDAYS.get(beside, (None,))[0]

        def resolve(memory: Memory) -> Value:
            return _ordered(memory, first, second, _full(memory, year, written), mark, weekday)

        return Hit(at, end, "DATE", "dated", resolve)
    wanted = WEEKDAYS.get(reading[at - 1])
    if wanted is None or mark == "-" or (first > 12 and second > 12):
        return None
    return Hit(at, end, "DATE", "month-day", lambda memory: _beside_weekday(memory, first, second, wanted[0]))


rule("dates.numeric-date")(numeric_date)


def _in_calendar(numbers: list[str]) -> bool:
    """Tell whether one of the two orders of day and month gives a day."""
    first, second, year = int(numbers[0]), int(numbers[1]), int(numbers[2])
    return values.day(year, first, second) is not None or values.day(year, second, first) is not None


def _beside_weekday(memory: Memory, first: int, second: int, weekday: int) -> Value:
    """`Friday 7/6`: the weekday settles the order of day and month and the year."""

    def value(published: date) -> str | None:
        years = (published.year - 1, published.year, published.year + 1)
        days = [values.day(year, *order) for year in years for order in ((first, second), (second, first))]
        fitting = [day for day in days if day is not None and day.isoweekday() == weekday]
        return values.iso(min(fitting, key=lambda day: abs((day - published).days), default=None))

    return memory.deictic(value)


def _full(memory: Memory, year: int, written: str) -> int:
    if len(written) == 4:
        return year
    now = memory.published.year if memory.published else 2000 + year
    return 2000 + year if 2000 + year <= now + 20 else 1900 + year


def _ordered(memory: Memory, first: int, second: int, year: int, mark: str, weekday: int | None) -> Value:
    month_first = values.day(year, first, second)
    day_first = values.day(year, second, first)
    fitting = [day for day in (month_first, day_first) if day and day.isoweekday() == weekday]
    if len(fitting) == 1:
        return Value(fitting[0].isoformat())
    if memory.day_first is None and mark == ".":  # dots put the day first in every country that writes them
        return Value(day_first.isoformat() if day_first else values.iso(month_first))
    if memory.day_first is None and month_first and day_first and month_first != day_first:
        memory.warn(f"day and month cannot be told apart in {first}/{second}/{year}")
        return Value(None)
    found = day_first if (memory.day_first and day_first) or month_first is None else month_first
    return Value(values.iso(found))
