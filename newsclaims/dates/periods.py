"""Quarters, halves and fiscal years in figures, as companies write them: `Q3 FY25`, `4Q18`, `H1 2024`, `FY2024/25`."""

from __future__ import annotations

import re

from newsclaims.dates.hits import Hit, Reading, fixed
from newsclaims.dates.meaning import Value
from newsclaims.dates.memory import Memory
from newsclaims.dates.vocabulary import integer, word_class
from newsclaims.rule import rule

_YEAR = r"(?:\d{4}|\d\d)(?:[-–/](?:\d{4}|\d\d))?"
_CODE = re.compile(
    rf"(?:(?:FY\s?)?(?P<before>{_YEAR})[\s-]?)?(?:(?P<q>Q[1-4]|H[12])|(?P<turned>[1-4]Q|[12]H))"
    rf"(?:(?:\s|-)?FY\s?['’]?(?P<fiscal>{_YEAR})|\s?['’](?P<short>\d\d)|(?P<glued>\d\d)|(?:\s|-|\sof\s)(?P<year>(?:19|20)\d\d))?"
    r"(?![\w'’])",
    re.ASCII | re.IGNORECASE,
)
_FISCAL = re.compile(rf"FY\s?['’]?(?P<fiscal>{_YEAR})(?![\w'’])", re.ASCII)


@rule("dates.quarter-code")
def quarter_code(reading: Reading, at: int) -> Hit | None:
    """A quarter, half or fiscal year in figures: `Q3`, `H1 2024`, `2019 Q3`, `3Q`, `4Q18`, `Q3 FY25`, `FY2024/25`.

    A fiscal year of two calendar years goes by the second, as `FY25` does.  Without a year it is the latest one that
    has begun.  Small letters count only with a year (`2018q4`).
    """
    start = reading.tokens[at].start
    found = _FISCAL.match(reading.text, start)
    if found is not None:
        end = _end(reading, at, found.end())
        named = _named(found["fiscal"])
        if end is None or named is None or _CODE.match(reading.text, start):
            return _coded(reading, at, start) if end is not None else None
        return Hit(at, end, "DATE", "dated", fixed(f"{named:04}"))
    return _coded(reading, at, start)


def _coded(reading: Reading, at: int, start: int) -> Hit | None:
    found = _CODE.match(reading.text, start)
    if found is None:
        return None
    end = _end(reading, at, found.end())
    if end is None:
        return None
    code = found["q"] or found["turned"][::-1]
    year = found["before"] or found["fiscal"] or found["short"] or found["glued"] or found["year"]

    def within(number: int) -> str | None:
        return f"{number:04}-{code}"

    if code.islower() and ((not year and not reading.word(reading.before(at)).isdigit()) or found["turned"]):
        return None  # Q3, but not q3 or 2h
    code = code.upper()
    if year:
        named = _named(year)
        return Hit(at, end, "DATE", "dated", fixed(within(named))) if named else None
    stuck = reading.glued(at) and reading.word(at - 1) not in ("(", "-", "–", "/", "“")
    if stuck or reading.word(end) in word_class("letters-in-science"):
        return None
    before = reading.before(at)
    named = integer(reading.word(before), 1900, 2199)
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
    return Hit(at, end + 1, "DATE", "year", fixed(f"{year:04}"), key=year)
