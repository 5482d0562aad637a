"""Days that share the month of one of them: `March 5-7`, `3, 4 and 5 May`, `Friday 5 and Saturday 6 April`."""

from __future__ import annotations

from typing import Final

from newsclaims.dates import values
from newsclaims.dates.calendar import day_number, month_named, nearest_day
from newsclaims.dates.counted import both
from newsclaims.dates.hits import DASHES, Hit, Reading, fixed, from_published
from newsclaims.dates.vocabulary import MONTHS, WEEKDAYS, integer, word_class
from newsclaims.rule import rule

_MOST: Final = 8
_LIST: Final = frozenset((",", "and", "&", "or"))
_AMOUNT: Final = frozenset(("$", "€", "£", "/", "."))


def day_in_range(reading: Reading, at: int) -> Hit | None:
    """The bare day of two or more of a month: the 7 of `March 5-7`, the 4 and 5 of `Nov. 3, 4 and 5`, the 3 of
    `3 to 5 December`, `Friday 5` of `Friday 5, Saturday 6 and Sunday 7 April`.

    The days rise and each link is a comma, `and`, `or`, `to` or a dash; a weekday before the day belongs to it.
    """
    number = day_number(reading, at, words=False)
    if number is None or reading[at - 1] in _AMOUNT or month_named(reading, at - 1) or month_named(reading, at + 1):
        return None
    start = _start(reading, at)
    weekday = WEEKDAYS[reading[start]][0] if reading[start] in WEEKDAYS else None
    month = _month_before(reading, start, number) if _closes(reading, at, number) else None
    if month is not None:
        return nearest_day(reading, start, at + 1, month, number, weekday)
    following = _month_after(reading, at, number)
    if following is None:
        return None
    month, end = following
    year = integer(reading[end + (reading[end] == ",")], 1500, 2199)
    if year:
        return Hit(start, at + 1, "DATE", "dated", fixed(values.iso(values.day(year, month, number))))
    return nearest_day(reading, start, at + 1, month, number, weekday)


rule("dates.day-in-range")(day_in_range)


def weekday_and_number(reading: Reading, at: int) -> Hit | None:
    """A weekday and the number of the day: `on Monday 18`, where no month is near; it is the nearest day that is both.

    A number that counts what follows (`On Monday 18 people`) is none.
    """
    number = integer(reading[at], 1, 31)
    weekday, form = WEEKDAYS.get(reading[at - 1], (0, ""))
    closed = reading[at + 1] in word_class("after-day") or not reading[at + 1]
    if number is None or form == "plural" or not weekday or not reading.capital(at - 1) or not closed:
        return None
    if reading.glued(at + 1) and reading[at + 1] in DASHES:
        return None
    return Hit(at - 1, at + 1, "DATE", "day", from_published(lambda now: both(now, weekday, number)))


rule("dates.weekday-and-number")(weekday_and_number)


def _start(reading: Reading, at: int) -> int:
    """Return where a day begins: at its number, `the` or the weekday before it."""
    before = at - 2 if reading[at - 1] == "the" else at - 1
    _, form = WEEKDAYS.get(reading[before], (0, ""))
    if form and form != "plural":
        return before
    return at - 1 if reading[at - 1] == "the" and not reading[at].isdigit() else at


def _closes(reading: Reading, at: int, number: int) -> bool:
    """Tell whether a number behind a month and other days ends the list or is followed by a later day."""
    after = reading[at + 1]
    if after in word_class("number-links") - _LIST - {"to"}:
        return False
    if after in _LIST and (_day(reading, at + 2) or 0) > number:
        return True
    if after == "," and len(reading[at + 2]) == 4 and integer(reading[at + 2], 1500, 2199):
        return True  # Oct. 9, 11, 1981
    return reading[at - 1] != "," and reading.tag(at + 1)[:2] not in ("NN", "JJ")


def _day(reading: Reading, at: int) -> int | None:
    """Return the number of the day that begins at a token, with its weekday and `the` if it has them."""
    return day_number(reading, _number(reading, at), words=False)


def _number(reading: Reading, at: int) -> int:
    at += reading[at] in WEEKDAYS
    return at + (reading[at] == "the")


def _month_before(reading: Reading, at: int, number: int) -> int | None:
    """Return the month before the first of rising days that are joined up to the one that begins at ``at``."""
    for _ in range(_MOST):
        link = at - 1
        if reading[link] not in word_class("number-links"):
            return None
        if reading[link] in ("and", "or", "&") and reading[link - 1] == ",":
            link -= 1
        first = day_number(reading, link - 1, words=False)
        if not first or first >= number:
            return None
        at, number = _start(reading, link - 1), first
        named = month_named(reading, at - 1) or (month_named(reading, at - 2) if reading[at - 1] == "." else None)
        if named:
            return named[0]
    return None


def _month_after(reading: Reading, at: int, number: int) -> tuple[int, int] | None:
    """Return (month, end of its name) behind the last of rising days that are joined from the one at ``at`` on."""
    for _ in range(_MOST):
        link = at + 1
        if reading[link] not in word_class("number-links"):
            return None
        link += reading[link] == "," and reading[link + 1] in ("and", "or", "&")
        at = _number(reading, link + 1)
        last = day_number(reading, at, words=False)
        if not last or last <= number:
            return None
        number = last
        named = at + 2 if reading[at + 1] == "of" else at + 1
        if reading[named] in MONTHS:
            return month_named(reading, named)
    return None
