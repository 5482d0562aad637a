"""Days of months, and the names of months; whole months are read in ``months.py``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from newsclaims.dates import values
from newsclaims.dates.direction import FUTURE, direction
from newsclaims.dates.hits import Hit, Reading, fixed
from newsclaims.dates.meaning import NOTHING, Value
from newsclaims.dates.memory import Memory
from newsclaims.dates.vocabulary import MONTHS, integer, ordinal, word_class
from newsclaims.rule import rule
from newsclaims.table import rows

_MARKS = frozenset("/-‑")
FAR = 62  # days: so far off, a verb that looks the other way decides
_THEN = frozenset(("and", "then", "before", "until"))


def month_named(reading: Reading, at: int) -> tuple[int, int] | None:
    """Return (month, end) of the month's name at a token; a full stop after `Mar` is passed over."""
    found = MONTHS.get(reading.word(at))
    if found is None or not (reading.capital(at) or found[1] in ("full", "name") or _lower(reading, at, found[1])):
        return None
    stop = found[1] == "short" and reading.word(at + 1) == "." and reading.glued(at + 1) and at + 2 < reading.count
    return found[0], at + 2 if stop else at + 1


def _lower(reading: Reading, at: int, form: str) -> bool:
    """Tell whether a small letter's `nov`, `mar` or `march` is a month: beside a day, with a year or as an ordinal."""
    after, before = reading.word(at + 1), reading.word(at - 1 if reading.word(at - 1) != "of" else at - 2)
    if form == "weak":
        year = integer(reading.word(at + 2), 1500, 2199)
        return bool(year or (ordinal(after) and after not in ("first", "second"))) or bool(ordinal(before))
    return after[:1].isdigit() or before[:1].isdigit()


def day_number(reading: Reading, at: int, words: bool = True) -> int | None:
    """Return a day of the month in digits or as an ordinal: `7`, `7th`, `eighth`; in words only if asked for."""
    number = integer(reading.word(at), 1, 31)
    if number is None and (words or reading.word(at)[:1].isdigit()):
        number = ordinal(reading.word(at))
    return number if number is not None and 1 <= number <= 31 else None


def near_year(memory: Memory, month: int, day: int, ahead: int, ended: bool = False) -> int | None:
    """Return the year that brings the day nearest to the day of publication; None for a day of no year.

    A verb that looks the other way (``ahead``) decides where the nearest one is more than two months off; what has
    ``ended`` on the day lies before it however near it is.
    """
    published = memory.published
    if published is None:
        return None
    middle = published.toordinal()
    best = None
    reach = 4 if (month, day) == (2, 29) else 1
    for year in range(published.year - reach, published.year + reach + 1):
        at = values.day(year, month, day)
        if at is not None and (best is None or abs(at.toordinal() - middle) < abs(best.toordinal() - middle)):
            best = at
    if best is None:
        return None
    away = best.toordinal() - middle
    if ended and away > 0 and values.day(best.year - 1, month, day):
        return best.year - 1
    if abs(away) > FAR and away * ahead < 0 and values.day(best.year + ahead, month, day):
        return best.year + ahead
    return best.year


@rule("dates.month-day", needs=MONTHS)
def month_day(reading: Reading, at: int) -> Hit | None:
    """A day of a month: `Nov. 7`, `March eighth`, `7 November`, `the 15th of May`.

    Without a year it is the nearest such day to the day of publication; a year after it is joined.  A number after
    the month that counts something (`May 12 people`) is none.
    """
    named = month_named(reading, at)
    if named is None:
        return None
    month, end = named
    if reading.word(end) == "the" and reading.word(end + 1)[:1].isdigit() and ordinal(reading.word(end + 1)):
        end += 1  # May the 4th
    day = day_number(reading, end)
    before = at - 2 if reading.word(at - 1) == "of" or reading.hyphened(at - 1) else at - 1
    earlier = day_number(reading, before)
    if earlier is not None and (reading.word(before - 1) in ("$", "/", ".") or month_named(reading, before - 1)):
        earlier = None
    impossible = _impossible(reading, before, end)
    if impossible is not None:
        return impossible
    dated = day is not None and _is_day(reading, end)
    if dated and (earlier is None or not ordinal(reading.word(before)) or reading.word(before) in ("first", "second")):
        return nearest_day(reading, at, end + 1, month, day or 0)
    if earlier is None:
        return None
    ranked = not reading.word(before).isdigit()  # `the 6th of January`, but the `6 January attack`
    start = before - 1 if ranked and reading.word(before - 1) == "the" else before
    return nearest_day(reading, start, end, month, earlier)


def _impossible(reading: Reading, before: int, end: int) -> Hit | None:
    """Return the hit, without a value, of a full date whose day no month has: `32 January 2024`, `May 45, 2021`."""
    for start, number_at, year in ((before, before, end), (end - 1, end, end + 2)):
        number = integer(reading.word(number_at), 32, 99)
        named = integer(reading.word(year), 1000, 2199) if len(reading.word(year)) == 4 else None
        if number and named and (start == before or reading.word(end + 1) == ","):
            return Hit(start, year + 1, "DATE", "dated", fixed(None))
    return None


def _is_day(reading: Reading, at: int) -> bool:
    """Tell whether a number after a month is a day: not the start of a clock time, an amount or another date."""
    after = reading.word(at + 1)
    if after in word_class("after-day-number") and not (after == ":" and not reading.glued(at + 1)):
        return False
    return not (month_named(reading, at + 1) and reading.word(at + 2)[:1].isdigit())


def nearest_day(reading: Reading, start: int, end: int, month: int, day: int) -> Hit:
    """Return the hit of a day of a month: the nearest one to the day of publication until a year is joined to it."""

    def within(year: int) -> str | None:
        found = values.day(year, month, day)
        return values.iso(found)

    def resolve(memory: Memory) -> Value:
        known = _known_day(reading, end, month, day)
        if known and (memory.published is None or memory.published > known):
            return Value(known.isoformat())
        ended = reading.word(start - 1) == "ended"
        year = near_year(memory, month, day, direction(reading, start, end), ended)
        told = _in_apposition(memory, reading, start, within) or continued(memory, reading, start, within)
        if told is not None:
            return told
        if memory.published is None:
            return NOTHING
        return Value(within(year) if year else None, anchor="published")

    return Hit(start, end, "DATE", "month-day", resolve, within, key=month)


def _in_apposition(memory: Memory, reading: Reading, start: int, within: Callable[[int], str | None]) -> Value | None:
    """Return the day nearest to the one that was counted before it: `freed 471 days later, on Jan. 19`."""
    named = memory.last("day", 0)
    if named is None or reading.word(start - 1) != "on" or reading.word(start - 2) != ",":
        return None
    if reading.word(start - 3) not in ("later", "earlier", "after", "before"):
        return None
    day = date.fromisoformat(named[0][:10])
    near = [date.fromisoformat(found) for year in (day.year - 1, day.year, day.year + 1) if (found := within(year))]
    best = min(near, key=lambda other: abs((other - day).days), default=None)
    return Value(best.isoformat(), anchor="text", anchor_id=named[1]) if best else None


def continued(memory: Memory, reading: Reading, start: int, within: Callable[[int], str | None]) -> Value | None:
    """Return a day or month that carries on from a dated one: `was arrested in March 2019 and jailed in June`."""
    told = memory.told_before(start)
    if told is None or direction(reading, start, start + 1) == FUTURE:
        return None
    first, id, end = told
    between = {reading.word(at) for at in range(end, start)}
    recent = memory.published and first.year >= memory.published.year
    if recent or not between & _THEN or between & word_class("newer"):
        return None
    day = first.isoformat()
    for year in (first.year, first.year + 1):
        value = within(year)
        if value is not None and value >= day[: len(value)]:
            return Value(value, anchor="text", anchor_id=id)
    return None


@cache
def _known_days() -> dict[tuple[int, int], tuple[date, frozenset[str]]]:
    """Return days that are called by month and day alone, with the words that follow them."""
    found = {}
    for iso, following in rows("dates", "known_days"):
        known = date.fromisoformat(iso)
        found[known.month, known.day] = (known, frozenset(following.split()))
    return found


def _known_day(reading: Reading, end: int, month: int, day: int) -> date | None:
    known = _known_days().get((month, day))
    if known is None or not known[1] & {reading.word(at) for at in range(end, end + 3)}:
        return None
    return known[0]


@rule("dates.marked-date", needs=MONTHS, priority=1)
def marked_date(reading: Reading, at: int) -> Hit | None:
    """A date whose month is a word between marks: `05-Aug-2016`, `23/Sep/2020`, `2019-aug-1`, `Dec/2018`."""
    left = reading.word(at - 1) in _MARKS and reading.glued(at) and reading.glued(at - 1)
    right = reading.word(at + 1) in _MARKS and reading.glued(at + 1) and reading.glued(at + 2)
    first = reading.word(at - 2) if left else ""
    last = reading.word(at + 2) if right else ""
    month = MONTHS[reading.word(at)][0]
    if not last[:1].isdigit() or (first and not first[:1].isdigit()):
        return None
    if not first and day_number(reading, at - 1, words=False):  # 28 September-2 October
        return None
    year, day = (first, last) if len(first) == 4 else (last, first)
    number = integer(year, 1000, 2999) if len(year) == 4 else None
    start, end = at - 2 if first else at, at + 3
    if number is None:
        single = integer(last, 1, 31)
        return nearest_day(reading, start, end, month, single) if single and not first else None
    named = number
    if not day:
        return Hit(start, end, "DATE", "dated", lambda memory: Value(values.month(named, month)))
    exact = values.day(number, month, integer(day, 0, 99) or 0)
    return Hit(start, end, "DATE", "dated", fixed(values.iso(exact)))
