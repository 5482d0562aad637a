"""Years in figures and in words."""

from __future__ import annotations

from newsclaims.dates.hits import DASHES, HYPHENS, Hit, Reading, fixed
from newsclaims.dates.meaning import Value
from newsclaims.dates.memory import Memory
from newsclaims.dates.vocabulary import MONTHS, NUMBERS, integer, word_class
from newsclaims.rule import rule
from newsclaims.table import words


@rule("dates.year")
def year(reading: Reading, at: int) -> Hit | None:
    """A year in four figures from 1500 to 2100 (from 1000 after a preposition): `in 2022`, `its 1990 invasion`, `’98`.

    Not with a currency, a unit or a counted noun beside it (`1984 people`), nor after `flight`, `route`, `No.`.
    """
    word = reading.word(at)
    if len(word) == 3 and word[0] == "'" and word.isascii() and word[1:].isdigit():
        dated = reading.word(at - 1) in MONTHS or (reading.word(at - 1).isdigit() and reading.word(at - 2) in MONTHS)
        if not dated and reading.word(at - 1) not in word_class("before-short-year"):
            return None
        short = int(word[1:])
        return Hit(at, at + 1, "DATE", "year", lambda memory: Value(f"{_century(memory, short) + short:04}"), key=None)
    number = integer(word, 1000, 2199) if len(word) == 4 else None
    if number is None or not _is_year(reading, at, number):
        return None
    start = at
    if reading.word(at - 1) == "year" and reading.word(at - 2) != "new":
        start = at - 2 if reading.word(at - 2) in ("the", "calendar") else at - 1
        start -= reading.word(start) == "calendar" and reading.word(start - 1) == "the"
    return Hit(start, at + 1, "DATE", "year", fixed(word), key=number)


@rule("dates.year-range-end")
def year_range_end(reading: Reading, at: int) -> Hit | None:
    """The two figures that end a range of years: the 24 of `2023-24` and `2023/24`, the 45 of `1939-45`."""
    word, dash = reading.word(at), reading.word(at - 1)
    if len(word) != 2 or not word.isascii() or not word.isdigit() or not (dash in DASHES or dash == "/"):
        return None
    first = integer(reading.word(at - 2), 1500, 2099) if len(reading.word(at - 2)) == 4 else None
    if first is None or not reading.glued(at) or not reading.glued(at - 1) or reading.glued(at - 2):
        return None
    last = first - first % 100 + int(word) + (100 if first % 100 == 99 and word == "00" else 0)
    if last <= first or (dash == "/" and last != first + 1):
        return None
    glued = reading.glued(at + 1) and (reading.word(at + 1) in DASHES or reading.word(at + 1)[:1] in "/.:%")
    if glued or not _is_year(reading, at - 2, first) or reading.word(at + 1) in words("dates", "counted"):
        return None
    return Hit(at, at + 1, "DATE", "year", fixed(f"{last:04}"), key=last)


def _century(memory: Memory, short: int) -> int:
    now = memory.published.year if memory.published else 2000 + short
    return 2000 if 2000 + short <= now + 5 else 1900


def _is_year(reading: Reading, at: int, number: int) -> bool:
    before, after = reading.word(at - 1), reading.word(at + 1)
    if before in words("dates", "number_labels") or before in ("/", ".", ":", "+", "$", "€", "£", "¥", "#"):
        return before == "/" and not reading.glued(at)
    if after in words("dates", "counted") or (after in ("%", "°", ":", "/") and reading.glued(at + 1)):
        following = reading.word(at + 2)
        return after == "/" and len(following) == 2 and following == f"{(number + 1) % 100:02}"
    if before in DASHES and after in DASHES and reading.glued(at) and reading.glued(at + 2):
        return False
    if before in DASHES and reading.glued(at) and not _dashed(reading, at):
        return False
    if after in DASHES and reading.glued(at + 2) and reading.word(at + 2)[:1].isdigit():
        chained = reading.word(at + 3) in DASHES and reading.glued(at + 3)
        if len(reading.word(at + 2)) not in (4, 2) or chained:
            return False
    range_end = integer(reading.word(at + 2), 0, 10**8) if after in DASHES or after == "to" else None
    if range_end is not None and range_end > 2199:  # 2000 - 2500 calories
        return False
    if after.isdigit() and len(after) > 2:  # groups of a telephone number
        return False
    if not 1500 <= number <= 2100:
        return (
            before in ("in", "since", "by", "until", "year")
            and (after in (".", ",", "", "and", ")", "when") or before == "year")
        ) or (number > 2100 and before in ("in", "by"))
    if number < 1800 and (reading.tag(at + 1) == "NNS" or (before == "of" and number < 1700)):
        return False  # 1709 schoolchildren, an average of 1500
    led = before in word_class("prepositions") or before in MONTHS
    return reading.tag(at + 1) != "NNS" or led or reading.tag(at - 1) in ("DT", "PRP$", "JJ", "POS")


def _dashed(reading: Reading, at: int) -> bool:
    """Tell whether a year may stand after a glued dash: `mid-1996`, `2010-2015`, but not in a telephone number."""
    before = reading.word(at - 2)
    if reading.word(at - 1) not in HYPHENS:
        return True
    if before[:1].isdigit():
        return len(before) == 4 and not (reading.word(at - 3) in DASHES and reading.glued(at - 3))
    return before in ("mid", "pre", "post", "early", "late", "since", "fy")


@rule("dates.spoken-year", needs=word_class("years-in-words"))
def spoken_year(reading: Reading, at: int) -> Hit | None:
    """A year in words: `nineteen ninety-six`, `the year two thousand`, `twenty twenty-five`."""
    found = spoken(reading, at)
    if found is None:
        return None
    number, end = found
    start = at
    if reading.word(at - 1) == "year" and reading.word(at - 2) != "new":
        start = at - 2 if reading.word(at - 2) == "the" else at - 1
    elif (reading.word(at) == "two" and reading.word(at - 1) != "in" and end - at < 3) or (
        reading.word(at) == "two" and reading.word(end)[:1].isalpha() and reading.tag(end)[:2] == "NN"
    ):
        return None
    return Hit(start, end, "DATE", "year", fixed(f"{number:04}"), key=number)


def spoken(reading: Reading, at: int) -> tuple[int, int] | None:
    """Return (year, end) of a year in words at a token."""
    first = NUMBERS.get(reading.word(at), 0)
    if reading.word(at) == "two" and reading.word(at + 1) == "thousand":
        end = at + 3 if reading.word(at + 2) == "and" else at + 2
        rest, stop = _two_digits(reading, end)
        return 2000 + rest, stop if rest else at + 2
    if not 15 <= first <= 20:
        return None
    rest, stop = _two_digits(reading, at + 1)
    if rest >= 10:
        return first * 100 + rest, stop
    if reading.word(at + 1) == "hundred":
        rest, stop = _two_digits(reading, at + 3 if reading.word(at + 2) == "and" else at + 2)
        return (first * 100 + rest, stop) if rest >= 10 and first < 20 else None
    return None


def _two_digits(reading: Reading, at: int) -> tuple[int, int]:
    tens = NUMBERS.get(reading.word(at), 0)
    if not 0 < tens < 100:
        return 0, at
    ones = reading.after(at)
    one = NUMBERS.get(reading.word(ones), 0)
    return (tens + one, ones + 1) if tens >= 20 and 0 < one < 10 else (tens, at + 1)
