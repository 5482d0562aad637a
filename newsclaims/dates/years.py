"""Years, decades, centuries and seasons."""

from __future__ import annotations

from datetime import date

from newsclaims.dates import values
from newsclaims.dates.direction import FUTURE, direction
from newsclaims.dates.memory import Memory
from newsclaims.dates.reading import DASHES, HYPHENS, Hit, Reading, Value, fixed
from newsclaims.dates.vocabulary import NUMBERS, PREPOSITIONS, SEASONS, integer, ordinal
from newsclaims.rule import rule
from newsclaims.table import words

_TENS = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
_SPOKEN = frozenset(("eighteen", "nineteen", "twenty", "two", "seventeen", "sixteen", "fifteen"))
_SEASON_LEADS = {"last": -1, "this": 0, "next": 1, "past": -1, "coming": 1}


@rule("dates.year")
def year(reading: Reading, at: int) -> Hit | None:
    """A year in four figures from 1500 to 2100 (from 1000 after a preposition): `in 2022`, `its 1990 invasion`, `’98`.

    Not with a currency, a unit or a counted noun beside it (`1984 people`), nor after `flight`, `route`, `No.`.
    """
    word = reading.word(at)
    if len(word) == 3 and word[0] == "'" and word[1:].isdigit():
        if reading.word(at - 1) not in ("of", "in", "since", "summer", "class", "spring", "fall", "winter"):
            return None
        short = int(word[1:])
        return Hit(at, at + 1, "DATE", "year", lambda memory: Value(f"{_century(memory, short) + short:04}"), key=None)
    number = integer(word, 1000, 2199) if len(word) == 4 else None
    if number is None or not _is_year(reading, at, number):
        return None
    start = at
    if reading.word(at - 1) in ("year", "1") and reading.word(at - 1) == "year":
        start = at - 2 if reading.word(at - 2) in ("the", "calendar") else at - 1
    return Hit(start, at + 1, "DATE", "year", fixed(word), key=number)


def _century(memory: Memory, short: int) -> int:
    now = memory.published.year if memory.published else 2000 + short
    return 2000 if 2000 + short <= now + 5 else 1900


def _is_year(reading: Reading, at: int, number: int) -> bool:
    before, after = reading.word(at - 1), reading.word(at + 1)
    if before in words("dates", "number_labels") or before in ("/", ".", ":", "+", "$", "€", "£", "¥", "#"):
        return before == "/" and not reading.glued(at)
    if after in words("dates", "counted") or (after in ("%", "°", ":", "/") and reading.glued(at + 1)):
        return False
    if before in DASHES and reading.glued(at) and not _dashed(reading, at):
        return False
    if after in DASHES and reading.glued(at + 2) and reading.word(at + 2)[:1].isdigit():
        chained = reading.word(at + 3) in DASHES and reading.glued(at + 3)
        if len(reading.word(at + 2)) not in (4, 2) or chained:
            return False
    if not 1500 <= number <= 2100:
        return (
            before in ("in", "since", "by", "until", "year", "from", "before", "after", "around")
            and (after in (".", ",", "", "and", ")", "when") or before == "year")
        ) or (number > 2100 and before in ("in", "by"))
    return not (
        reading.tag(at + 1) == "NNS"
        and before not in PREPOSITIONS
        and reading.tag(at - 1) not in ("DT", "PRP$", "JJ", "POS")
    )


def _dashed(reading: Reading, at: int) -> bool:
    """Tell whether a year may stand after a glued dash: `mid-1996`, `2010-2015`, but not in a telephone number."""
    before = reading.word(at - 2)
    if reading.word(at - 1) not in HYPHENS:
        return True
    if before[:1].isdigit():
        return len(before) == 4 and not (reading.word(at - 3) in DASHES and reading.glued(at - 3))
    return before in ("mid", "pre", "post", "early", "late", "since", "fy")


@rule("dates.spoken-year", needs=_SPOKEN)
def spoken_year(reading: Reading, at: int) -> Hit | None:
    """A year in words: `nineteen ninety-six`, `the year two thousand`, `twenty twenty-five`."""
    found = spoken(reading, at)
    if found is None:
        return None
    number, end = found
    start = at
    if reading.word(at - 1) == "year":
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


@rule("dates.decade")
def decade(reading: Reading, at: int) -> Hit | None:
    """A decade: `the 1970s`, `the ’90s`, `mid-1990s`; the value has three digits.

    Two figures without an apostrophe are ages or temperatures (`in his 20s`) unless `the` and a word of time precede.
    """
    word = reading.word(at).replace("'", "")
    end = at + 1
    if len(word) == 4 and word.isdigit() and word[3] == "0" and reading.word(end) in ("s", "'s"):
        if reading.word(end) == "'s" and reading.word(at - 1) not in ("the", "mid", "early", "late", "-"):
            return None
        word, end = word + "s", end + 1
    if not word[:-1].isdigit() or not word.isascii() or word[-2:] != "0s":
        return None
    start = at - 1 if reading.word(at - 1) == "the" else at
    if len(word) == 5 and 1000 <= int(word[:4]) <= 2190:
        return Hit(start, end, "DATE", "decade", fixed(word[:3]))
    if len(word) != 3 or (reading.word(at)[0] != "'" and reading.word(at - 1) != "the"):
        return None
    if reading.word(at)[0] != "'" and (
        int(word[0]) < 5 or reading.word(at - 2) not in ("in", "of", "since", "from", "during")
    ):
        return None
    value = ("20" if word[0] in "012" else "19") + word[0]
    return Hit(start, end, "DATE", "decade", fixed(value))


@rule("dates.decade-in-words", needs=_TENS)
def decade_in_words(reading: Reading, at: int) -> Hit | None:
    """A decade in words: `the nineties`, `the early sixties`; ages (`in her twenties`) and temperatures are none."""
    if reading.word(at - 1) not in ("the", "early", "late", "nineteen", "-"):
        return None
    if reading.word(at - 1) in ("early", "late", "-") and "the" not in (reading.word(at - 2), reading.word(at - 3)):
        return None
    start = at - 1 if reading.word(at - 1) in ("the", "nineteen") else at
    return Hit(start, at + 1, "DATE", "decade", fixed(f"19{_TENS[reading.word(at)]}"))


@rule("dates.century", needs=("century", "centuries"))
def century(reading: Reading, at: int) -> Hit | None:
    """A numbered century: `the 20th century`, `11th-century`; the value is the two digits of its years (19, 10)."""
    before = reading.before(at)
    number = ordinal(reading.word(before))
    start = before
    if reading.hyphened(before - 1) and reading.word(before - 2) == "twenty" and number:
        number, start = number + 20, before - 2
    if number is None or not 2 <= number <= 30:
        return None
    start = start - 1 if reading.word(start - 1) == "the" and not reading.hyphened(at - 1) else start
    return Hit(start, at + 1, "DATE", "century", fixed(f"{number - 1:02}"))


@rule("dates.season", needs=SEASONS)
def season(reading: Reading, at: int) -> Hit | None:
    """A season: `this summer`, `last fall`, `in the spring`, `winter 2024`; the year of a winter is that it begins in.

    `spring` and `fall` count only after `last`, `this`, `next`, `in the`, or before a year.
    """
    number = SEASONS[reading.word(at)]
    lead = reading.word(at - 1)
    away = _SEASON_LEADS.get(lead)
    year_after = integer(reading.word(at + 1), 1800, 2100) or (
        reading.word(at + 1) == "of" and integer(reading.word(at + 2), 1800, 2100)
    )
    prepared = lead in ("in", "during", "since", "by", "until", "over", "early", "late", "mid", "throughout")
    the = lead == "the" and reading.word(at - 2) in (
        "in",
        "during",
        "since",
        "by",
        "until",
        "over",
        "into",
        "of",
        "through",
        "throughout",
        "for",
        "from",
    )
    if (
        away is None
        and not year_after
        and not the
        and not (prepared and reading.word(at) in ("summer", "winter", "spring"))
    ):
        return None
    if (reading.tag(at)[:2] == "VB" and away is None) or reading.word(at + 1) in (
        "olympics",
        "games",
        "coat",
        "break",
        "from",
    ):
        return None
    start = at if away is None and not the else at - 1
    if away is not None and reading.word(start - 1) in ("the", "this"):
        start -= 1

    def resolve(memory: Memory) -> Value:
        return memory.deictic(lambda published: _season(published, reading, start, at, number, away))

    return Hit(start, at + 1, "DATE", "season", resolve, lambda named: values.season(named, number))


def _season(published: date, reading: Reading, start: int, at: int, number: int, away: int | None) -> str | None:
    running_year, running = values.season_of(published)
    if away == 1 or (away is None and direction(reading, start, at + 1) == FUTURE):
        return values.season(running_year + (number < running + (away or 0)), number)
    if away == 0:
        return values.season(published.year - (number == 3 and published.month < 3), number)
    back = number >= running if away == -1 else number > running
    return values.season(running_year - back, number)
