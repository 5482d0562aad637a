"""Months and days of months."""

from __future__ import annotations

from datetime import date

from newsclaims.dates import values
from newsclaims.dates.direction import FUTURE, direction
from newsclaims.dates.memory import Memory
from newsclaims.dates.reading import DASHES, NOTHING, Hit, Reading, Value
from newsclaims.dates.vocabulary import MONTHS, PREPOSITIONS, integer, ordinal
from newsclaims.rule import rule

_BESIDE = PREPOSITIONS | frozenset(("last", "next", "this", "early", "late", "mid", "and", "or", "of", "every", "each"))
_FINITE = frozenset(("MD", "VBZ", "VBD", "VBP", "VB"))


def month_named(reading: Reading, at: int) -> tuple[int, int] | None:
    """Return (month, end) of the month's name at a token; a full stop after `Mar` is passed over."""
    found = MONTHS.get(reading.word(at))
    if found is None or not (reading.capital(at) or found[1] in ("full", "name")):
        return None
    stop = found[1] == "short" and reading.word(at + 1) == "." and reading.glued(at + 1) and at + 2 < reading.count
    return found[0], at + 2 if stop else at + 1


def day_number(reading: Reading, at: int, words: bool = True) -> int | None:
    """Return a day of the month in digits or as an ordinal: `7`, `7th`, `eighth`."""
    number = integer(reading.word(at), 1, 31)
    if number is None and (words or reading.word(at)[:1].isdigit()):
        number = ordinal(reading.word(at))
    return number if number is not None and 1 <= number <= 31 else None


def near_year(memory: Memory, month: int, day: int | None, ahead: int) -> int | None:
    """Return the year that brings the day or month nearest to the day of publication, or that the tense asks for."""
    published = memory.published
    if published is None:
        return None
    if memory.follows and day is None:
        ahead = 0
    if day is None:
        if ahead == FUTURE:
            return published.year + (month < published.month)
        return published.year - (month > published.month)
    middle = published.toordinal()
    best = None
    for year in (published.year - 1, published.year, published.year + 1):
        at = values.day(year, month, day)
        if at is not None and (best is None or abs(at.toordinal() - middle) < abs(best.toordinal() - middle)):
            best = at
    return best.year if best else None


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
    day = day_number(reading, end)
    if day is not None and _is_day(reading, end):
        return _day_hit(reading, at, end + 1, month, day)
    before = at - 1
    if reading.word(before) in ("of", "-") or reading.word(before) in DASHES:
        before -= 1
    day = day_number(reading, before)
    if day is None or (reading.word(before - 1) in (":", "$", "/", ".") and not reading.hyphened(at - 1)):
        return None
    if reading.word(before).isdigit() and reading.word(before - 1) in MONTHS:
        return None
    start = before - 1 if reading.word(before - 1) == "the" else before
    return _day_hit(reading, start, end, month, day)


def _is_day(reading: Reading, at: int) -> bool:
    """Tell whether a number after a month is a day: not the start of a clock time, an amount or another date."""
    if integer(reading.word(at), 1, 31) is None and not ordinal(reading.word(at)):
        return False
    if reading.word(at + 1) in ("percent", "%", "million", "billion", "people") or reading.word(at + 1) in MONTHS:
        return False
    return reading.word(at + 1) not in ("am", "pm", "a.m.", "p.m.", ":")


def _day_hit(reading: Reading, start: int, end: int, month: int, day: int) -> Hit:
    def within(year: int) -> str | None:
        found = values.day(year, month, day)
        return found.isoformat() if found else None

    def resolve(memory: Memory) -> Value:
        year = near_year(memory, month, day, 0)
        return NOTHING if year is None else Value(within(year), anchor="published")

    return Hit(start, end, "DATE", "month-day", resolve, within, key=month)


@rule("dates.month", needs=MONTHS)
def month(reading: Reading, at: int) -> Hit | None:
    """A month: `in September`, `last May`, `by June`; a year after it is joined: `March 1996`, `July last year`.

    `may` and `march` count only as a capitalized word beside a date word, names (`April Jones`, `Theresa May`) never.
    The year is that of the latest such month, of the next one after `by`, `until` or a future verb.
    """
    named = month_named(reading, at)
    if named is None or not _is_month(reading, at, named[1]):
        return None
    number, end = named
    word = reading.word(at - 1)
    start = at - 1 if word in ("last", "next", "this") else at

    def resolve(memory: Memory) -> Value:
        return memory.deictic(lambda published: _month_value(memory, published, reading, start, end, number))

    return Hit(start, end, "DATE", "month", resolve, lambda year: values.month(year, number), key=number)


def _month_value(memory: Memory, published: date, reading: Reading, start: int, end: int, number: int) -> str | None:
    word = reading.word(start)
    if word == "last":
        return values.month(published.year - (number >= published.month), number)
    if word == "next":
        return values.month(published.year + (number <= published.month), number)
    if word == "this":
        return values.month(published.year, number)
    year = near_year(memory, number, None, direction(reading, start, end))
    return values.month(year, number) if year else None


def _is_month(reading: Reading, at: int, end: int) -> bool:
    form = MONTHS[reading.word(at)][1]
    before, after = reading.word(at - 1), reading.word(end)
    year = integer(after if after != "," else reading.word(end + 1), 1000, 2199) is not None
    if form == "short":
        return reading.capital(at) and (year or before in ("last", "since", "in", "by", "until"))
    if form == "weak":
        if not reading.capital(at) or (reading.tag(at + 1) in _FINITE and before not in ("last", "next", "this")):
            return False
        return year or before in _BESIDE or before in ("mid", "-") or (after in ("and", "or") and _next(reading, end))
    if not reading.capital(at):
        return (form == "full" and len(reading.word(at)) > 4) or before in ("in", "the", "of")
    if form == "name":
        beside = before in _BESIDE or year or (at == 0 and after in (",", "'s")) or before == "the"
        named = reading.capital(end) and reading.tag(end).startswith("NNP")
        return beside and not (
            named and not year and before not in ("in", "since", "last", "next", "this", "by", "until")
        )
    return True


def _next(reading: Reading, end: int) -> bool:
    return reading.word(end + 1) in MONTHS
