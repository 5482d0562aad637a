"""Days counted from a named one: `two days before Christmas`, `a week after Nov. 3`, `the Friday after Easter`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from newsclaims.dates import values
from newsclaims.dates.calendar import month_day
from newsclaims.dates.days import covered
from newsclaims.dates.hits import Hit, Reading, from_published
from newsclaims.dates.holidays import NAMES, named_day
from newsclaims.dates.meaning import Value
from newsclaims.dates.memory import Memory
from newsclaims.dates.numbers import amount_before
from newsclaims.dates.vocabulary import MONTHS, UNITS, WEEKDAYS
from newsclaims.rule import rule

_SIDES = {"before": -1, "after": 1, "from": 1}
_UNITS = frozenset(("D", "W", "M", "Y", "FN"))


@rule("dates.units-from-day", needs=_SIDES)
def units_from_day(reading: Reading, at: int) -> Hit | None:
    """A day counted from a named one: `two days before Christmas`, `a week after Nov. 3`, `the Friday after Easter`.

    A day that only says which event is meant (`a year after the Sept. 11 attacks`) is no anchor: there the duration
    alone is marked.
    """
    side = _SIDES[reading.word(at)]
    counted = _amount(reading, at, side) or _weekday(reading, at, side)
    if counted is None:
        return None
    anchor = _anchor(reading, at + 1)
    if anchor is None or reading.tag(anchor.end)[:2] == "NN":
        return None
    start, move = counted
    within_year = anchor.within

    def within(year: int) -> str | None:
        day = within_year(year) if within_year else None
        return move(date.fromisoformat(day)) if day and len(day) == 10 else None

    def resolve(memory: Memory) -> Value:
        of = anchor.resolve(memory)
        days = covered(of.value) if of.value else None
        return Value(move(date.fromisoformat(days[0])), None, of.anchor, of.anchor_id) if days else of

    return replace(anchor, start=start, resolve=resolve, within=within if within_year else None)


_Move = Callable[[date], str | None]


def _amount(reading: Reading, at: int, side: int) -> tuple[int, _Move] | None:
    """`two days before`, `a year from`, `the day after`: where it begins, and the way from one day to the other."""
    unit = UNITS.get(reading.word(at - 1), ("", ""))[0]
    if unit not in _UNITS or reading.word(at - 2) in ("trading", "business", "working"):
        return None
    if unit == "D" and reading.word(at - 2) == "the":
        return at - 2, lambda day: values.same_day(day, side, "D")
    amount = amount_before(reading, at - 1)
    if amount is None or amount.value is None or amount.value.denominator != 1 or amount.value > 10_000:
        return None
    count = side * int(amount.value) * (2 if unit == "FN" else 1)
    step = "W" if unit == "FN" else unit
    return amount.start, lambda day: values.same_day(day, count, step)


def _weekday(reading: Reading, at: int, side: int) -> tuple[int, _Move] | None:
    """`the Friday after`, `the Sunday before`."""
    number, form = WEEKDAYS.get(reading.word(at - 1), (0, ""))
    if form != "full" or reading.word(at - 2) != "the" or reading.word(at) == "from":
        return None

    return at - 2, lambda day: values.iso(values.weekday_near(values.moved(day, side), number, side))


def _coming(published: date, number: int) -> str | None:
    return values.iso(values.weekday_near(values.moved(published, 1) or published, number, 1))


def _anchor(reading: Reading, at: int) -> Hit | None:
    """Return the holiday or the day of a month that begins at a token."""
    word = reading.word(at)
    day = WEEKDAYS.get(word)
    if day is not None and day[1] == "full" and reading.capital(at) and reading.word(at - 1) == "from":
        number = day[0]  # two weeks from Friday: the coming one
        return Hit(at, at + 1, "DATE", "day", from_published(lambda now: _coming(now, number)))
    if word in NAMES:
        found = named_day(reading, at)
        return found if found is not None and found.start == at and found.grain in ("holiday", "dated") else None
    if word[:1].isdigit():
        month = at + 2 if reading.word(at + 1) == "of" else at + 1
    else:
        month = at
    found = month_day(reading, month) if reading.word(month) in MONTHS else None
    return found if found is not None and found.start == at else None
