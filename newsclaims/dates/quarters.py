"""Quarters and halves of a year, fiscal years, comparisons with the year before."""

from __future__ import annotations

from datetime import date

from newsclaims.dates import values
from newsclaims.dates.calendar import month_named
from newsclaims.dates.direction import FUTURE, direction
from newsclaims.dates.hits import Hit, Reading
from newsclaims.dates.meaning import Value
from newsclaims.dates.memory import Memory
from newsclaims.dates.vocabulary import integer, ordinal, word_class
from newsclaims.rule import rule


@rule("dates.quarter", needs=("quarter", "qtr", "half"))
def numbered_quarter(reading: Reading, at: int) -> Hit | None:
    """A numbered quarter or half year: `the third quarter`, `third-quarter profit`, `fiscal second quarter`.

    It is the latest one that has begun, the next one after a future verb; a company's own (`fiscal`, `ended Sept. 30`)
    goes by the year in which it ended; a year after it is joined (`the third
    quarter of 1990`, `next year's first quarter`).  A half counts only with a word of time or money round it
    (`the first half of 2024`), because matches have halves too; nor is the quarter of a game (`scored`, `yards`).
    """
    before = reading.before(at)
    number = ordinal(reading.word(before))
    half = reading.word(at) == "half"
    if number is None or number > (2 if half else 4) or reading.word(at + 1) in ("final", "finals", "hour"):
        return None
    if reading.word(at + 1) in ("a", "of") and reading.word(at + 2) in ("the", "an", "a", "mile") and not half:
        return None
    if half and not _half_year(reading, at):
        return None
    if reading.lower & word_class("sport") and not reading.lower & word_class("business"):
        return None
    if reading.word(before - 1) == "a" and not reading.hyphened(at - 1) and not half:
        return None  # a fourth quarter in a row
    start = before
    if reading.word(reading.before(start)) == "fiscal":
        start = reading.before(start)
    if reading.word(start - 1) == "the":
        start -= 1
    nth = number
    closed = month_named(reading, at + 2) if reading.word(at + 1) in ("ended", "ending") and not half else None
    fiscal = reading.word(start) == "fiscal" or reading.word(reading.after(start)) == "fiscal"

    def within(year: int) -> str | None:
        return f"{year:04}-H{nth}" if half else values.quarter(year, nth)

    def resolve(memory: Memory) -> Value:
        ahead = direction(reading, start, at + 1) == FUTURE and not reading.hyphened(at - 1)

        def value(published: date) -> str | None:
            months = 6 if half else 3
            begins = (nth - 1) * months + 1
            if closed or fiscal:
                coming = reading.word(at + 1) == "ending"
                return within(_fiscal(published, nth, closed[0] if closed else None, coming))
            if ahead:
                return within(published.year + (begins + months - 1 < published.month))
            return within(published.year - (begins > published.month))

        return memory.deictic(value)

    return Hit(start, at + 1, "DATE", "half" if half else "quarter", resolve, within)


def _fiscal(published: date, nth: int, month: int | None, coming: bool) -> int:
    """Return the year that a company's quarter goes by: that in which it ends, of the last ones before publication.

    Companies' years do not begin in January: a fourth quarter is reported in August when it ended in June.  The month
    of its end, if the article names it, settles the year.
    """
    if month is None:
        return published.year - (nth == 4 and published.month <= 3)
    if coming:
        return published.year + (month < published.month)
    return published.year - (month > published.month) - (nth == 4 and month == 1)


def _half_year(reading: Reading, at: int) -> bool:
    """Tell whether a half is one of a year."""
    near = {reading.word(at + 2), reading.word(at + 3), reading.word(at + 1)}
    if near & {"year", "year's", "fiscal"} or any(integer(word, 1900, 2100) for word in near if word):
        return True
    money = ("profit", "earnings", "results", "sales", "revenue", "net", "loss", "losses")
    return reading.hyphened(at - 1) and bool(near & set(money))


@rule("dates.latest-period", needs=("quarter", "period"), priority=1)
def latest_period(reading: Reading, at: int) -> Hit | None:
    """The period that a report is about: `the latest quarter`, `the latest period`, `the 1988 quarter`."""
    word = reading.word(at - 1)
    if reading.word(at - 2) != "the":
        return None
    if word == "latest":
        return Hit(at - 2, at + 1, "DATE", "quarter", lambda memory: memory.quarter(ended=True))
    year = integer(word, 1900, 2100)
    if year is None:
        return None

    def resolve(memory: Memory) -> Value:
        named = memory.quarter()
        if named.value is None:
            return Value(f"{year:04}")
        return Value(f"{year:04}{named.value[4:]}", anchor=named.anchor, anchor_id=named.anchor_id)

    return Hit(at - 2, at + 1, "DATE", "comparison", resolve)


@rule("dates.year-earlier", needs=("ago", "earlier"))
def year_earlier(reading: Reading, at: int) -> Hit | None:
    """A comparison with the year before as an adjective: `year-earlier profit`, `the year-ago quarter`."""
    if not reading.hyphened(at - 1) or reading.word(at - 2) != "year":
        return None
    start, end = at - 2, at + 1
    if reading.word(end) in ("quarter", "period") or reading.word(end) == "nine":
        if reading.word(end) == "nine":
            return None
        end += 1
        if reading.word(start - 1) == "the":
            start -= 1
    return Hit(start, end, "DATE", "comparison", lambda memory: memory.year_before(False))
