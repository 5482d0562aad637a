"""Days of months, and the names of months; whole months are read in ``months.py``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from newsclaims.dates import values
from newsclaims.dates.direction import FUTURE, PAST, direction, happened
from newsclaims.dates.hits import NOTHING, Hit, Reading, Value, fixed
from newsclaims.dates.memory import Memory
from newsclaims.dates.vocabulary import MONTHS, WEEKDAYS, integer, ordinal, word_class
from newsclaims.rule import rule
from newsclaims.table import rows

_MARKS = frozenset("/-‑")
FAR = 62  # days: so far off, a verb that looks the other way decides
_WEEK = 7  # days: so far off, one that says what happened on the day decides
_THEN = frozenset(("and", "then", "before", "until"))


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


_TENS = {"twenty": 20, "thirty": 30}


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


def near_year(
    memory: Memory, month: int, day: int, ahead: int, ended: bool = False, weekday: int | None = None, far: int = FAR
) -> int | None:
    """Return the year that brings the day nearest to the day of publication; None for a day of no year.

    A ``weekday`` beside it settles the year; it fits none where no day near by is both, or where that one lies on the
    other side of the verb (``ahead``).  Else a verb that looks the other way decides where the nearest day is more than
    ``far`` days off; what has ``ended`` on the day lies before it however near it is.
    """
    published = memory.published
    if published is None:
        return None
    reach = 4 if (month, day) == (2, 29) else 1
    years = range(published.year - reach, published.year + reach + 1)
    days = [at for year in years if (at := values.day(year, month, day))]
    fitting = [at for at in days if at.isoweekday() == weekday]
    if fitting:
        found = min(fitting, key=lambda at: abs((at - published).days))
        away = (found - published).days
        return None if abs(away) > FAR and away * ahead < 0 else found.year
    best = min(days, key=lambda at: abs((at - published).days), default=None)
    if best is None:
        return None
    away = (best - published).days
    if weekday is not None and abs(away) > FAR:
        return None  # of another year; nearer by, the weekday is a slip
    if ended and away > 0 and values.day(best.year - 1, month, day):
        return best.year - 1
    if abs(away) > far and away * ahead < 0 and values.day(best.year + ahead, month, day):
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
    weekday = weekday or _weekday_beside(reading, start)

    def within(year: int) -> str | None:
        return values.iso(values.day(year, month, day))

    def resolve(memory: Memory) -> Value:
        known = _known_day(reading, end, month, day)
        if known and (memory.published is None or memory.published > known):
            return Value(known.isoformat())
        if _year_unread(reading, end):
            return Value(None)
        ended = reading[start - 1] == "ended"
        ahead = direction(reading, start, end)
        told = _in_apposition(memory, reading, start, within) or continued(memory, reading, start, within)
        told = told or memory.carried_on(within)
        if told is not None:
            return told
        far = _WEEK if ahead == PAST and happened(reading, start) else FAR
        year = near_year(memory, month, day, ahead, ended, weekday, far)
        if memory.published is None:
            return NOTHING
        value = _again(memory, month, day, ahead) or (within(year) if year else None)
        if value:
            memory.days[month, day] = value
        return Value(value, "published")

    return Hit(start, end, "DATE", "month-day", resolve, within, key=month)


def _again(memory: Memory, month: int, day: int, ahead: int) -> str | None:
    """Return what the day meant before in the article, or that of the one year which its month was named with.

    Not where the verb looks the other way; a month's year counts for days that are not near that of publication.
    """
    published = memory.published
    if published is None:
        return None
    known = memory.days.get((month, day))
    years = memory.months.get(month, ())
    if known is None and len(years) == 1:
        (year,) = years
        near = near_year(memory, month, day, 0)
        nearest = values.day(near, month, day) if near else None
        if year < published.year and nearest and abs((nearest - published).days) > FAR:
            known = values.iso(values.day(year, month, day))
    side = (known > published.isoformat()) - (known < published.isoformat()) if known else 0
    return known if side * ahead >= 0 else None


def _year_unread(reading: Reading, end: int) -> bool:
    """Tell whether a number that was not read as the year stands behind a day: `June 4, 1989/90`, `14th April 15`."""
    at = end + 1 if reading[end] == "," else end
    after = reading[at + 1]
    if len(reading[at]) == 4 and integer(reading[at], 1000, 2199):
        return not after.isalpha()
    return at == end and len(reading[at]) == 2 and reading[at].isdigit() and after in (".", ",", ";", ")", "")


def _weekday_beside(reading: Reading, start: int) -> int | None:
    """Return the weekday before a day of a month: `Sunday, March 8`, `Fri. 2 May`."""
    before = start - 2 if reading[start - 1] in (",", ".") else start - 1
    return WEEKDAYS.get(reading[before], (None,))[0]


def _in_apposition(memory: Memory, reading: Reading, start: int, within: Callable[[int], str | None]) -> Value | None:
    """Return the day nearest to the one that was counted before it: `freed 471 days later, on Jan. 19`."""
    named = memory.last("day", 0)
    if named is None or reading[start - 1] != "on" or reading[start - 2] != ",":
        return None
    if reading[start - 3] not in ("later", "earlier", "after", "before"):
        return None
    day = date.fromisoformat(named[0][:10])
    near = [date.fromisoformat(found) for year in range(day.year - 1, day.year + 2) if (found := within(year))]
    best = min(near, key=lambda other: abs((other - day).days), default=None)
    return Value(best.isoformat(), "text", named[1]) if best else None


def continued(memory: Memory, reading: Reading, start: int, within: Callable[[int], str | None]) -> Value | None:
    """Return a day or month that carries on from a dated one: `was arrested in March 2019 and jailed in June`.

    One that opens the next sentence (`In June, he was jailed`) does so before a past tense.
    """
    told = memory.told_before(start)
    if told is None:
        return None
    first, id, end = told
    if memory.published is not None and first.year >= memory.published.year:
        return None
    ahead = direction(reading, start, start + 1)
    between = {reading[at] for at in range(end, start)}
    linked = between & _THEN and not between & word_class("newer") and ahead != FUTURE
    if not (linked if end >= 0 else ahead == PAST):
        return None
    found = (value for year in (first.year, first.year + 1) if (value := within(year)) is not None)
    value = next((value for value in found if value >= first.isoformat()[: len(value)]), None)
    if value is None or (end < 0 and value == first.isoformat()[: len(value)]):
        return None  # 5% less than in May 2019. In May, …
    return Value(value, "text", id)


@cache
def _known_days() -> dict[tuple[int, int], tuple[date, frozenset[str]]]:
    """Return days that are called by month and day alone, with the words that follow them."""
    days = ((date.fromisoformat(iso), following) for iso, following in rows("dates", "known_days"))
    return {(day.month, day.day): (day, frozenset(following.split())) for day, following in days}


def _known_day(reading: Reading, end: int, month: int, day: int) -> date | None:
    known, following = _known_days().get((month, day), (None, frozenset()))
    return known if following & {reading[at] for at in range(end, end + 3)} else None


@rule("dates.marked-date", needs=MONTHS, priority=1)
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
