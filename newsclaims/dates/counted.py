"""Days, weeks and months counted inside a month or year: `the 15th`, `the first week of October`."""

from __future__ import annotations

from datetime import date
from typing import Final

from newsclaims.dates import values
from newsclaims.dates.direction import FUTURE, announced, direction
from newsclaims.dates.hits import NOTHING, Hit, Reading, Value, from_published, replace
from newsclaims.dates.memory import Memory
from newsclaims.dates.values import covered
from newsclaims.dates.vocabulary import MONTHS, SEASONS, UNITS, WEEKDAYS, integer, ordinal, word_class
from newsclaims.rule import rule

_NEAR: Final = 7  # days from that of publication of a day that the report tells in passing


def day_of_month(reading: Reading, at: int) -> Hit | None:
    """A day by its ordinal alone: `on the 15th`, `Tuesday the 19th`, `Fri 14th`, `the 4th of this month`.

    It lies in the month named last, else in that of publication; beside a weekday it is the nearest day on which both
    fall together.  Ordinals of other things (`the 15th hole`) are none.
    """
    number = ordinal(reading[at]) if reading[at][:1].isdigit() else None
    if number is None and reading[at + 1] == "of" and reading[at + 2] in ("this", "last", "next"):
        number = integer(reading[at], 1, 31)  # the 20 of next month
    if number is None or not 1 <= number <= 31:
        return None
    the = reading[at - 1] == "the"
    before = at - 2 if the else at - 1
    weekday = WEEKDAYS.get(reading[before])
    if weekday and weekday[1] != "plural" and reading[at + 1] != "of" and reading[at + 1] not in MONTHS:
        ahead = announced(reading, before, at + 1)
        return Hit(before, at + 1, "DATE", "day", from_published(lambda now: both(now, weekday[0], number, ahead)))
    this = {"this": 0, "last": -1, "next": 1, "the": 0, "previous": -1}
    of = at + 2 if reading[at + 1] == "of" else at + 1
    if reading[of] == "the" and reading[of + 1] in this:
        of += 1
    if reading[of] in this and reading[of + 1] == "month" and (the or of > at + 1):
        away = this[reading[of]]
        return Hit(before + 1, of + 2, "DATE", "day", from_published(lambda now: _in_month(now, away, number)))
    if not the or reading[at - 2] not in word_class("before-day"):
        return None
    after = reading[at + 1] or "."
    if after not in word_class("after-day") or (after in ("and", "or") and ordinal(reading[at + 2])):
        return None

    def resolve(memory: Memory) -> Value:
        named = memory.last("month", 2) or memory.last("day", 2)
        if named and covered(named[0]):
            return Value(_in_month(date.fromisoformat(named[0][:7] + "-01"), 0, number), "text", named[1])
        ahead = direction(reading, at - 1, at + 1) == FUTURE
        return memory.deictic(lambda now: _in_month(now, 1 if ahead and now.day > number else 0, number))

    return Hit(at - 1, at + 1, "DATE", "day", resolve)


rule("dates.day-of-month")(day_of_month)


def day_of_that_month(reading: Reading, at: int) -> Hit | None:
    """A day of a month that was named before: `the 28th of that month`, `the ninth of the same month`.

    Without such a month, or where a day near that of publication stands between, it has no value.
    """
    word = reading[at - 1]
    of = at - 3 if word != "that" and reading[at - 2] == "the" else at - 2
    day = ordinal(reading[of - 1])
    if word not in ("that", "same", "following") or reading[of] != "of" or day is None or day > 31:
        return None
    if (word != "that" and of != at - 3) or reading[at + 1] in ("'s", "’s"):
        return None  # the third of that month's storms

    def resolve(memory: Memory) -> Value:
        told, named = memory.last("day"), memory.last("month")
        now = memory.published
        between = told and named and told[0][:7] != named[0] and memory.latest == told
        if now and told and between and abs((date.fromisoformat(told[0][:10]) - now).days) <= _NEAR:
            return NOTHING  # `in May 2019 … he said on Monday that on the 28th of that month …`
        away = int(word == "following")
        return memory.anaphoric(lambda anchor: _in_month(anchor, away, day), ("month", "day"), fallback=False)

    return Hit(reading.with_the(of - 1), at + 1, "DATE", "day", resolve)


rule("dates.day-of-that-month", needs=("month",))(day_of_that_month)


def _in_month(now: date, away: int, day: int) -> str | None:
    month = values.month(now.year, now.month + away)
    return values.iso(values.day(int(month[:4]), int(month[5:]), day)) if month else None


def both(now: date, weekday: int, number: int, ahead: bool = False) -> str | None:
    """Return the nearest day to ``now``, within a year, that is that weekday and that day of its month.

    ``ahead`` asks for the next one.
    """
    best: date | None = None
    for away in range(0 if ahead else -12, 13):
        text = _in_month(now, away, number)
        day = date.fromisoformat(text) if text else None
        if day and day.isoweekday() == weekday and (best is None or abs(day - now) < abs(best - now)):
            best = day
    return values.iso(best)


def nth_unit(reading: Reading, at: int) -> Hit | None:
    """A day, week, weekend or month counted inside a month or year: `the first week of October`, `week 27 of 2018`.

    A week or weekend belongs to the month that its Monday or Saturday lies in; weeks of a year are ISO weeks.
    """
    code, count = UNITS[reading[at]]
    word = reading[at - 1]
    number = -1 if word in ("last", "final") else ordinal(word)
    start, end = at - 1, at + 1
    if number == -1 and ordinal(reading[at - 2]):
        number, start = -(ordinal(reading[at - 2]) or 1), at - 2
    if code == "W" and integer(reading[at + 1], 1, 53):
        number, start, end = int(reading[at + 1]), at, at + 2
    if number is None or count == "many" or not _container(reading, end) or (code == "Q" and number > 0):
        return None  # `dates.quarter` reads `the third quarter of 2024`
    return Hit(reading.with_the(start), end, "DATE", "nth unit", lambda memory: NOTHING, key=number, counted=code)


rule("dates.nth-unit", needs={word for word, (code, _) in UNITS.items() if code in ("D", "W", "WE", "M", "Q")})(
    nth_unit
)


def _container(reading: Reading, at: int) -> bool:
    """Tell whether a month or year follows: `of October`, `in the year 2020`, `of last year`, `of next month`."""
    if reading[at] not in ("of", "in"):
        return False
    at += 2 if reading[at + 1] in ("the", "this", "last", "next", "each") else 1
    named = reading[at] in MONTHS or reading[at] in SEASONS or reading[at] in ("year", "month", "same")
    return named or integer(reading[at], 1000, 2199) is not None


def week_of(reading: Reading, at: int) -> Hit | None:
    """The week or weekend of a day: `the week of March 2`, `the weekend of Thanksgiving 2023`."""
    if reading[at + 1] != "of" or reading.tag(at - 1) in ("CD", "JJ", "NN", "NNP", "PRP$") or reading[at - 1] == "a":
        return None
    code = UNITS[reading[at]][0]
    return Hit(reading.with_the(at), at + 1, "DATE", "week of", lambda memory: NOTHING, key=0, counted=code)


rule("dates.week-of", needs=("week", "weekend"))(week_of)


def inside(left: Hit, right: Hit) -> Hit:
    """Return the hit of a counted unit (left) inside a month or year (right), or the week of a day."""
    nth, code = left.key or 0, left.counted or "D"

    def resolve(memory: Memory) -> Value:
        of = right.resolve(memory)
        days = covered(of.value) if of.value else None
        if days is None:
            return of if of.value is None else Value(None)
        first, last = map(date.fromisoformat, days)
        return of.then(lambda value: _counted(first, last, nth, code, len(value) == 4))

    grain = {"D": "day", "M": "dated month", "WE": "weekend"}.get(code, "week")
    return replace(left, end=right.end, resolve=resolve, grain=grain, key=None)


def _counted(first: date, last: date, nth: int, code: str, of_year: bool) -> str | None:
    if nth == 0:
        return values.week(first) + ("-WE" if code == "WE" else "")
    if code == "M":
        return values.month(first.year, nth if nth > 0 else 13 + nth) if abs(nth) <= 12 else None
    if code == "Q":
        return values.quarter(first.year, 5 + nth) if of_year and -4 <= nth < 0 else None
    if code == "D":
        found = values.moved(first, nth - 1) if nth > 0 else values.moved(last, nth + 1)
        return found.isoformat() if found and first <= found <= last else None
    if of_year and code == "W":
        week = values.monday(first.year, nth if nth > 0 else (53 if values.monday(first.year, 53) else 52) + 1 + nth)
        return values.week(week) if week else None
    weekday = 6 if code == "WE" else 1
    start = values.weekday_near(first, weekday, 1) if nth > 0 else values.weekday_near(last, weekday, -1)
    found = values.moved(start, 7 * (nth - 1 if nth > 0 else nth + 1)) if start else None
    return None if found is None or not first <= found <= last else values.week(found) + ("-WE" if code == "WE" else "")
