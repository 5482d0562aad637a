"""Parts of a year: quarters and halves in words and in figures (`Q3 FY25`, `H1 2024`), seasons; fiscal years."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final

from newsclaims.dates import values
from newsclaims.dates.calendar import month_named
from newsclaims.dates.direction import FUTURE, direction
from newsclaims.dates.hits import NOTHING, Hit, Reading, Value, fixed
from newsclaims.dates.memory import Memory
from newsclaims.dates.vocabulary import DEICTIC, SEASONS, integer, ordinal, word_class
from newsclaims.pattern import compiled
from newsclaims.rule import rule

_YEAR: Final = r"(?:\d{4}|\d\d)(?:[-–/](?:\d{4}|\d\d))?"
_CODE: Final = compiled(
    rf"(?:(?:FY\s?)?(?P<before>{_YEAR})[\s-]?)?(?:(?P<q>Q[1-4]|H[12])|(?P<turned>[1-4]Q|[12]H))"
    rf"(?:(?:\s|-)?FY\s?['’]?(?P<fiscal>{_YEAR})|\s?['’](?P<short>\d\d)|(?P<glued>\d\d)|(?:\s|-|\sof\s)(?P<year>(?:19|20)\d\d))?"
    r"(?![\w'’])",
    re.ASCII | re.IGNORECASE,
)
_MATCH: Final = 6  # words of games that make an article a report on one
_GAME: Final = compiled(
    r"\b(?:touchdowns?|quarterback|rebounds?|free throws?|three-pointers?|3-pointers?|fouled|triple-double|field goals?"
    r"|offensive|defensive|the league|points per game|assists|dunked|turnovers?|interceptions?|coach)\b"
)
_FISCAL: Final = compiled(rf"FY\s?['’]?(?P<fiscal>{_YEAR})(?![\w'’])", re.ASCII)


def quarter_code(reading: Reading, at: int) -> Hit | None:
    """A quarter, half or fiscal year in figures: `Q3`, `H1 2024`, `2019 Q3`, `3Q`, `4Q18`, `Q3 FY25`, `FY2024/25`.

    A fiscal year of two calendar years goes by the second, as `FY25` does.  Without a year it is the latest one that
    has begun.  Small letters count only with a year (`2018q4`).
    """
    start = reading.tokens[at].start
    found = _FISCAL.match(reading.text, start)
    if found is None:
        return _coded(reading, at, start)
    end, named = _end(reading, at, found.end()), _named(found["fiscal"])
    if end is None or named is None or _CODE.match(reading.text, start):
        return _coded(reading, at, start) if end is not None else None
    return Hit(at, end, "DATE", "dated", fixed(f"{named:04}"))


rule("dates.quarter-code")(quarter_code)


def _coded(reading: Reading, at: int, start: int) -> Hit | None:
    found = _CODE.match(reading.text, start)
    end = _end(reading, at, found.end()) if found is not None else None
    if found is None or end is None:
        return None
    code = found["q"] or found["turned"][::-1]
    year = found["before"] or found["fiscal"] or found["short"] or found["glued"] or found["year"]

    def within(number: int) -> str | None:
        return f"{number:04}-{code}"

    if code.islower() and ((not year and not reading[reading.before(at)].isdigit()) or found["turned"]):
        return None  # Q3, but not q3 or 2h
    code = code.upper()
    if year:
        named = _named(year)
        return Hit(at, end, "DATE", "dated", fixed(within(named))) if named else None
    inside = reading.glued(at) and reading[at - 1] not in ("(", "-", "–", "/", "“")
    if inside or reading[end] in word_class("letters-in-science"):
        return None
    before = reading.before(at)
    named = integer(reading[before], 1900, 2199)
    if named:
        return Hit(before, end, "DATE", "dated", fixed(within(named)))

    def resolve(memory: Memory) -> Value:
        months = 3 if code[0] == "Q" else 6
        begins = (int(code[1]) - 1) * months + 1
        return memory.deictic(lambda published: within(published.year - (begins > published.month)))

    return Hit(at, end, "DATE", "quarter", resolve, within)


def _named(written: str) -> int | None:
    """Return the year of `2024`, `24`, `2024-25`, `24/25`: the second of two that follow each other, else None."""
    parts = re.split(r"[-–/]", written)
    first = int(parts[0]) + (2000 if len(parts[0]) == 2 else 0)
    if len(parts) == 1:
        return first if 1900 <= first <= 2199 else None
    return first + 1 if int(parts[1]) % 100 == (first + 1) % 100 else None


def _end(reading: Reading, at: int, stop: int) -> int | None:
    """Return the token after the one that ends at the offset ``stop``, or None inside a token."""
    while at < reading.count and reading.tokens[at].end < stop:
        at += 1
    return at + 1 if at < reading.count and reading.tokens[at].end == stop else None


def fiscal_year(reading: Reading, at: int) -> Hit | None:
    """A fiscal year named by its number: `fiscal 1989`, `FY 2019`, `fiscal year 2024`; the value is that year."""
    end = at + 1
    if reading[end] == "year":
        end += 1
    elif reading[at] == "financial":
        return None
    year = integer(reading[end], 1900, 2199)
    return Hit(at, end + 1, "DATE", "year", fixed(f"{year:04}"), key=year) if year is not None else None


rule("dates.fiscal-year", needs=("fiscal", "fy", "financial"))(fiscal_year)


def numbered_quarter(reading: Reading, at: int) -> Hit | None:
    """A numbered quarter or half year: `the third quarter`, `third-quarter profit`, `fiscal second quarter`.

    It is the latest one that has begun, the next one after a future verb; a company's own (`fiscal`, `ended Sept. 30`)
    goes by the year in which it ended; a year after it is joined (`the third
    quarter of 1990`, `next year's first quarter`).  A half counts only with a word of time or money round it
    (`the first half of 2024`), because matches have halves too; nor is the quarter of a game (`scored`, `yards`).
    """
    before = reading.before(at)
    number = ordinal(reading[before])
    half = reading[at] == "half"
    if number is None or number > (2 if half else 4) or reading[at + 1] in ("final", "finals", "hour"):
        return None
    if reading[at + 1] in ("a", "of") and reading[at + 2] in ("the", "an", "a", "mile") and not half:
        return None
    if half and not _half_year(reading, at):
        return None
    if not reading.lower & word_class("business") and (
        reading.lower & word_class("sport") or _match_report(reading.text)
    ):
        return None
    if reading[before - 1] == "a" and not reading.hyphened(at - 1) and not half:
        return None  # a fourth quarter in a row
    start = before
    if reading[reading.before(start)] == "fiscal":
        start = reading.before(start)
    start = reading.with_the(start)
    closed = month_named(reading, at + 2) if reading[at + 1] in ("ended", "ending") and not half else None
    fiscal = reading[start] == "fiscal" or reading[reading.after(start)] == "fiscal"

    def within(year: int) -> str | None:
        return f"{year:04}-H{number}" if half else values.quarter(year, number)

    def resolve(memory: Memory) -> Value:
        ahead = direction(reading, start, at + 1) == FUTURE and not reading.hyphened(at - 1)
        ahead = ahead or reading[at + 1] in ("outlook", "guidance", "forecast", "forecasts")

        def value(published: date) -> str | None:
            months = 6 if half else 3
            begins = (number - 1) * months + 1
            if closed or fiscal:
                coming = reading[at + 1] == "ending"
                return within(_fiscal(published, number, closed[0] if closed else None, coming))
            if ahead:
                return within(published.year + (begins + months - 1 < published.month))
            return within(published.year - (begins > published.month))

        return memory.deictic(value)

    return Hit(start, at + 1, "DATE", "half" if half else "quarter", resolve, within)


rule("dates.quarter", needs=("quarter", "qtr", "half"))(numbered_quarter)


def two_quarters(reading: Reading, at: int) -> Hit | None:
    """Half of a year told in quarters: `the first two quarters of 2025`, `the last two quarters of this year`."""
    half = {"first": 1, "last": 2, "final": 2}.get(reading[at - 2])
    if half is None or reading[at - 1] != "two" or reading[at + 1] not in ("of", "in"):
        return None

    def within(year: int) -> str | None:
        return f"{year:04}-H{half}"

    return Hit(reading.with_the(at - 2), at + 1, "DATE", "quarters", lambda memory: NOTHING, within)


rule("dates.two-quarters", needs=("quarters",), priority=1)(two_quarters)


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


@lru_cache(maxsize=1)
def _match_report(text: str) -> bool:
    """Tell whether an article reports on a match: it has many words of games."""
    return len(_GAME.findall(text)) >= _MATCH


def _half_year(reading: Reading, at: int) -> bool:
    """Tell whether a half is one of a year."""
    near = {reading[at + 2], reading[at + 3], reading[at + 1]}
    if near & {"year", "year's", "fiscal"} or any(integer(word, 1900, 2100) for word in near if word):
        return True
    money = ("profit", "earnings", "results", "sales", "revenue", "net", "loss", "losses")
    return reading.hyphened(at - 1) and bool(near & set(money))


def latest_period(reading: Reading, at: int) -> Hit | None:
    """The period that a report is about: `the latest quarter`, `the latest period`, `the 1988 quarter`."""
    word = reading[at - 1]
    if reading[at - 2] != "the":
        return None
    if word == "latest":
        return Hit(at - 2, at + 1, "DATE", "quarter", lambda memory: memory.quarter(ended=True))
    year = integer(word, 1900, 2100)
    if year is None:
        return None

    def resolve(memory: Memory) -> Value:
        named = memory.quarter()
        return named.then(lambda quarter: f"{year:04}{quarter[4:]}") if named.value else Value(f"{year:04}")

    return Hit(at - 2, at + 1, "DATE", "comparison", resolve)


rule("dates.latest-period", needs=("quarter", "period"), priority=1)(latest_period)


def year_earlier(reading: Reading, at: int) -> Hit | None:
    """A comparison with the year before as an adjective: `year-earlier profit`, `the year-ago quarter`."""
    if not reading.hyphened(at - 1) or reading[at - 2] != "year":
        return None
    start, end = at - 2, at + 1
    if reading[end] == "nine":
        return None
    if reading[end] in ("quarter", "period"):
        start, end = reading.with_the(start), end + 1
    return Hit(start, end, "DATE", "comparison", lambda memory: memory.year_before(False))


rule("dates.year-earlier", needs=("ago", "earlier"))(year_earlier)


def season(reading: Reading, at: int) -> Hit | None:
    """A season: `this summer`, `last fall`, `in the spring`, `winter 2024`; the year of a winter is that it begins in.

    `spring` and `fall` count only after `last`, `this`, `next`, `in the`, or before a year.
    """
    number = SEASONS[reading[at]]
    lead = reading[at - 1]
    away = DEICTIC.get(lead)
    year_after = integer(reading[at + 2 if reading[at + 1] == "of" else at + 1], 1800, 2100)
    prepared = lead in word_class("before-season")
    the = lead == "the" and reading[at - 2] in word_class("before-the-season")
    named = prepared and reading[at] in ("summer", "winter", "spring")
    if away is None and not year_after and not the and not named:
        return None
    drop = reading[at] == "fall" and reading[at + 1] == "in" and reading.tag(at + 2) in ("NN", "NNS", "DT")
    if drop and away is not None and reading.tag(at + 2) != "DT":
        return None  # this fall in prices
    after = reading[at + 1]
    if (reading.tag(at)[:2] == "VB" and away is None) or after in ("olympics", "games", "coat", "break", "from"):
        return None
    start = at if away is None and not the else at - 1
    if away is not None and reading[start - 1] in ("the", "this"):
        start -= 1

    def within(named: int) -> str | None:
        return values.season(named, number)

    def resolve(memory: Memory) -> Value:
        told = memory.carried_on(within) if away is None else None
        return told or memory.deictic(lambda published: _season(published, reading, start, at, number, away))

    return Hit(start, at + 1, "DATE", "season", resolve, within)


rule("dates.season", needs=SEASONS)(season)


def _season(published: date, reading: Reading, start: int, at: int, number: int, away: int | None) -> str | None:
    running_year, running = values.season_of(published)
    if away == 1 or (away is None and direction(reading, start, at + 1) == FUTURE):
        return values.season(running_year + (number < running + (away or 0)), number)
    if away == 0:
        return values.season(published.year - (number == 3 and published.month < 3), number)
    back = number >= running if away == -1 else number > running
    return values.season(running_year - back, number)
