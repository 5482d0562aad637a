"""Days of months, and the names of months; whole months are read in ``months.py``."""

from __future__ import annotations

from typing import Final

from newsclaims.dates import values
from newsclaims.dates.hits import Hit, Reading, Value, fixed
from newsclaims.dates.memory import Memory
from newsclaims.dates.vocabulary import MONTHS, integer, ordinal, word_class
from newsclaims.dates.yearless import day_without_year, of_years, weekday_beside
from newsclaims.rule import rule

_MARKS: Final = frozenset("/-‑")


def month_named(reading: Reading, at: int) -> tuple[int, int] | None:
    """Return (month, end) of the month's name at a token; a full stop after `Mar` is passed over."""
    found = MONTHS.get(reading[at])
    if found is None or not (reading.capital(at) or found[1] in ("full", "name") or _lower(reading, at, found[1])):
        return None
    stop = found[1] == "short" and reading[at + 1] == "." and reading.glued(at + 1) and at + 2 < reading.count
    return found[0], at + 2 if stop else at + 1


def _lower(reading: Reading, at: int, form: str) -> bool:
    """Tell whether a small letter's `nov`, `mar` or `march` is a month: beside a day, with a year or as an ordinal."""
    after, before = reading[at + 1], reading[at - 1 if reading[at - 1] != "of" else at - 2]
    if form == "weak":
        year = integer(reading[at + 2], 1500, 2199)
        return bool(year or (ordinal(after) and after not in ("first", "second"))) or bool(ordinal(before))
    return after[:1].isdigit() or before[:1].isdigit()


def day_number(reading: Reading, at: int, words: bool = True) -> int | None:
    """Return a day of the month in digits or as an ordinal: `7`, `7th`, `eighth`; in words only if asked for."""
    word = reading[at]
    number = integer(word, 1, 31) or (ordinal(word) if words or word[:1].isdigit() else None)
    return number if number is not None and 1 <= number <= 31 else None


_TENS: Final = {"twenty": 20, "thirty": 30}


def _spelled_before(reading: Reading, at: int) -> tuple[int | None, int]:
    """Return (day, its first token) of a day that ends at a token: `7`, `seventh`, `twenty-seventh`."""
    number, before = day_number(reading, at), reading.before(at)
    if number is not None and number < 10 and reading[before] in _TENS and not reading[at][:1].isdigit():
        number, at = number + _TENS[reading[before]], before
    return (number if number is None or number <= 31 else None), at


def _spelled_after(reading: Reading, at: int) -> tuple[int | None, int]:
    """Return (day, its last token) of a day that begins at a token: `7`, `seventh`, `twenty-seventh`."""
    after = reading.after(at)
    ones = ordinal(reading[after]) if reading[at] in _TENS else None
    if ones is not None and ones < 10:
        return (_TENS[reading[at]] + ones if _TENS[reading[at]] + ones <= 31 else None), after
    return day_number(reading, at), at


def month_day(reading: Reading, at: int) -> Hit | None:
    """A day of a month: `Nov. 7`, `March eighth`, `7 November`, `the 15th of May`.

    Without a year it is the nearest such day to the day of publication; a year after it is joined.  A number after
    the month that counts something (`May 12 people`) is none.
    """
    named = month_named(reading, at)
    if named is None:
        return None
    month, end = named
    if reading[end] == "the" and reading[end + 1][:1].isdigit() and ordinal(reading[end + 1]):
        end += 1  # May the 4th
    day, last = _spelled_after(reading, end)
    before = at - 2 if reading[at - 1] == "of" or reading.hyphened(at - 1) else at - 1
    earlier, before = _spelled_before(reading, before)
    if earlier is not None and (reading[before - 1] in ("$", "/", ".") or month_named(reading, before - 1)):
        earlier = None
    if impossible := _impossible(reading, before, end):
        return impossible
    dated = day is not None and _is_day(reading, last)
    if dated and (earlier is None or not ordinal(reading[before]) or reading[before] in ("first", "second")):
        return nearest_day(reading, at, last + 1, month, day or 0)
    if earlier is None:
        return None
    ranked = not reading[before].isdigit()  # `the 6th of January`, but the `6 January attack`
    return nearest_day(reading, reading.with_the(before) if ranked else before, end, month, earlier)


rule("dates.month-day", needs=MONTHS)(month_day)


def _impossible(reading: Reading, before: int, end: int) -> Hit | None:
    """Return the hit, without a value, of a full date whose day no month has: `32 January 2024`, `May 45, 2021`."""
    for start, number_at, year in ((before, before, end), (end - 1, end, end + 2)):
        number = integer(reading[number_at], 32, 99)
        named = integer(reading[year], 1000, 2199) if len(reading[year]) == 4 else None
        if number and named and (start == before or reading[end + 1] == ","):
            return Hit(start, year + 1, "DATE", "dated", fixed(None))
    return None


def _is_day(reading: Reading, at: int) -> bool:
    """Tell whether a number after a month is a day: not the start of a clock time, an amount or another date."""
    after = reading[at + 1]
    clock = after != ":" or (reading.glued(at + 1) and reading.glued(at + 2) and reading[at + 2][:1].isdigit())
    if after in word_class("after-day-number") and clock:
        return False
    return not (month_named(reading, at + 1) and reading[at + 2][:1].isdigit())


def nearest_day(reading: Reading, start: int, end: int, month: int, day: int, weekday: int | None = None) -> Hit:
    """Return the hit of a day of a month: the nearest one to the day of publication until a year is joined to it.

    A ``weekday`` that belongs to it, or stands before it, settles the year.
    """
    weekday = weekday or weekday_beside(reading, start)

    def resolve(memory: Memory) -> Value:
        return day_without_year(memory, reading, (start, end), month, day, weekday)

    return Hit(start, end, "DATE", "month-day", resolve, of_years(month, day), key=month)


def marked_date(reading: Reading, at: int) -> Hit | None:
    """A date whose month is a word between marks or glued to its numbers: `05-Aug-2016`, `17-Oct-11`, `28Apr21`,
    `2019-aug-1`, `Dec/2018`.

    Of two short numbers the first is the day.
    """
    first, start = _beside(reading, at, -1)
    last, end = _beside(reading, at, 1)
    month = MONTHS[reading[at]][0]
    if not last[:1].isdigit() or (first and not first[:1].isdigit()):
        return None
    if not first and day_number(reading, at - 1, words=False):  # 28 September-2 October
        return None
    year, day = (first, last) if len(first) == 4 else (last, first)
    number = integer(year, 1000, 2999) if len(year) == 4 else None
    of_month = integer(day, 0, 99) or 0
    if number is None and first:
        short = integer(year, 0, 99) if len(year) == 2 else None
        if short is None:
            return None
        return Hit(
            start,
            end,
            "DATE",
            "dated",
            lambda memory: Value(values.iso(values.day(memory.full(short), month, of_month))),
        )
    if number is None:
        single = integer(last, 1, 31) if end == at + 3 else None
        return nearest_day(reading, start, end, month, single) if single else None
    if not day and end == at + 2:
        return None  # Aug2022: a month and its year
    exact = values.iso(values.day(number, month, of_month)) if day else values.month(number, month)
    return Hit(start, end, "DATE", "dated", fixed(exact))


rule("dates.marked-date", needs=MONTHS, priority=1)(marked_date)


def _beside(reading: Reading, at: int, step: int) -> tuple[str, int]:
    """Return the word glued to a month on one side, over a mark or not, and where the date then begins or ends."""
    near = at + step
    glued = reading.glued(at) if step < 0 else reading.glued(near)
    if glued and reading[near][:1].isdigit():
        return reading[near], min(at, near) if step < 0 else near + 1
    far = near + step
    marked = glued and reading[near] in _MARKS and (reading.glued(near) if step < 0 else reading.glued(far))
    if marked:
        return reading[far], far if step < 0 else far + 1
    return "", at if step < 0 else at + 1
