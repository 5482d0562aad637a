"""Quarters and halves of a year, fiscal years, comparisons with the year before."""

from __future__ import annotations

import re
from datetime import date

from newsclaims.dates import values
from newsclaims.dates.direction import FUTURE, direction
from newsclaims.dates.memory import Memory
from newsclaims.dates.reading import Hit, Reading, Value
from newsclaims.dates.vocabulary import integer, ordinal
from newsclaims.rule import rule

_CODES = frozenset(f"{letter}{number}" for letter, top in (("q", 4), ("h", 2)) for number in range(1, top + 1))
_GLUED = re.compile(
    r"(?P<before>\d{4}|\d\d)(?P<code>q[1-4]|h[12])|fy(?P<fiscal>\d{4}|\d\d)",
    re.ASCII,
)
_SPORT = frozenset(
    (
        "touchdown",
        "touchdowns",
        "yard",
        "yards",
        "quarterback",
        "halftime",
        "rebounds",
        "game",
        "scored",
        "coach",
        "lead",
    )
)
_MONEY = frozenset(
    ("profit", "profits", "sales", "revenue", "earnings", "growth", "economy", "percent", "%", "$", "gdp", "results")
)
_TURNED = frozenset(code[::-1] for code in _CODES)


@rule("dates.quarter", needs=("quarter", "qtr", "half"))
def numbered_quarter(reading: Reading, at: int) -> Hit | None:
    """A numbered quarter or half year: `the third quarter`, `third-quarter profit`, `fiscal second quarter`.

    It is the latest one that has begun, the next one after a future verb; a year after it is joined (`the third
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
    if reading.sentence.lower & _SPORT and not reading.sentence.lower & _MONEY:
        return None
    if reading.word(before - 1) == "a" and not reading.hyphened(at - 1) and not half:
        return None  # a fourth quarter in a row
    start = before
    if reading.word(reading.before(start)) == "fiscal":
        start = reading.before(start)
    if reading.word(start - 1) == "the":
        start -= 1
    nth = number

    def within(year: int) -> str | None:
        return f"{year:04}-H{nth}" if half else values.quarter(year, nth)

    def resolve(memory: Memory) -> Value:
        ahead = direction(reading, start, at + 1) == FUTURE and not reading.hyphened(at - 1)

        def value(published: date) -> str | None:
            months = 6 if half else 3
            begins = (nth - 1) * months + 1
            if ahead:
                return within(published.year + (begins + months - 1 < published.month))
            return within(published.year - (begins > published.month))

        return memory.deictic(value)

    return Hit(start, at + 1, "DATE", "half" if half else "quarter", resolve, within)


def _half_year(reading: Reading, at: int) -> bool:
    """Tell whether a half is one of a year."""
    near = {reading.word(at + 2), reading.word(at + 3), reading.word(at + 1)}
    if near & {"year", "year's", "fiscal"} or any(integer(word, 1900, 2100) for word in near if word):
        return True
    money = ("profit", "earnings", "results", "sales", "revenue", "net", "loss", "losses")
    return reading.hyphened(at - 1) and bool(near & set(money))


@rule("dates.quarter-code")
def quarter_code(reading: Reading, at: int) -> Hit | None:
    """A quarter, half or fiscal year in figures: `Q3`, `H1 2024`, `2019 Q3`, `3Q`, `2018Q4`, `FY25`."""
    word = reading.word(at)
    if word in _TURNED:
        word = word[::-1]
    if word not in _CODES:
        found = _GLUED.fullmatch(word)
        if found is None:
            return None
        year = found["before"] or found["fiscal"]
        named = ("20" if len(year) == 2 else "") + year
        period = found["code"]
        value = named + ("-" + period.upper() if period else "")
        return Hit(at, at + 1, "DATE", "dated", lambda memory: Value(value))
    code = word.upper()

    def within(year: int) -> str | None:
        return f"{year:04}-{code}"

    def resolve(memory: Memory) -> Value:
        months = 3 if code[0] == "Q" else 6
        begins = (int(code[1]) - 1) * months + 1
        return memory.deictic(lambda published: within(published.year - (begins > published.month)))

    year = integer(reading.word(reading.before(at)), 1900, 2199)
    if year:
        return Hit(reading.before(at), at + 1, "DATE", "dated", lambda memory: Value(within(year)))
    if not reading.form(at)[0].isupper() and not reading.form(at)[0].isdigit():
        return None
    return Hit(at, at + 1, "DATE", "quarter", resolve, within)


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


@rule("dates.fiscal-year", needs=("fiscal", "fy", "financial"))
def fiscal_year(reading: Reading, at: int) -> Hit | None:
    """A fiscal year named by its number: `fiscal 1989`, `FY 2019`, `fiscal year 2024`; the value is that year."""
    end = at + 1
    if reading.word(end) == "year":
        end += 1
    elif reading.word(at) == "financial":
        return None
    year = integer(reading.word(end), 1900, 2199)
    if year is None:
        return None
    return Hit(at, end + 1, "DATE", "year", lambda memory: Value(f"{year:04}"), key=year)
