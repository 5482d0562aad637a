"""Years in figures and in words, decades, centuries, and years before or after Christ."""

from __future__ import annotations

from newsclaims.dates.hits import DASHES, HYPHENS, Hit, Reading, Value, fixed
from newsclaims.dates.vocabulary import DECADES, MONTHS, NUMBERS, integer, ordinal, word_class
from newsclaims.rule import rule
from newsclaims.table import words


def year(reading: Reading, at: int) -> Hit | None:
    """A year in four figures from 1500 to 2100 (from 1000 after a preposition): `in 2022`, `its 1990 invasion`, `’98`.

    Not with a currency, a unit or a counted noun beside it (`1984 people`), nor after `flight`, `route`, `No.`.
    """
    word = reading[at]
    if reading[at - 1] == "of" and reading[at - 2] in MONTHS and len(word) == 2 and integer(word, 32, 99):
        elided = int(word)  # May of 86
        return Hit(at, at + 1, "DATE", "year", lambda memory: Value(f"{memory.full(elided):04}"))
    if len(word) == 3 and word[0] == "'" and word.isascii() and word[1:].isdigit():
        dated = reading[at - 1] in MONTHS or (reading[at - 1].isdigit() and reading[at - 2] in MONTHS)
        if not dated and reading[at - 1] not in word_class("before-short-year"):
            return None
        short = int(word[1:])
        return Hit(at, at + 1, "DATE", "year", lambda memory: Value(f"{memory.full(short):04}"))
    number = integer(word, 1000, 2199) if len(word) == 4 else None
    if number is None or not _is_year(reading, at, number):
        return None
    start = at
    if reading[at - 1] == "year" and reading[at - 2] != "new":
        start = at - 2 if reading[at - 2] in ("the", "calendar") else at - 1
        start -= reading[start] == "calendar" and reading[start - 1] == "the"
    return Hit(start, at + 1, "DATE", "year", fixed(word), key=number)


rule("dates.year")(year)


def year_range_end(reading: Reading, at: int) -> Hit | None:
    """The two figures that end a range of years: the 24 of `2023-24` and `2023/24`, the 45 of `1939-45`."""
    word, dash = reading[at], reading[at - 1]
    if len(word) != 2 or not word.isascii() or not word.isdigit() or not (dash in DASHES or dash == "/"):
        return None
    first = integer(reading[at - 2], 1500, 2099) if len(reading[at - 2]) == 4 else None
    if first is None or not reading.glued(at) or not reading.glued(at - 1) or reading.glued(at - 2):
        return None
    last = first - first % 100 + int(word) + (100 if first % 100 == 99 and word == "00" else 0)
    if last <= first or (dash == "/" and last != first + 1):
        return None
    glued = reading.glued(at + 1) and (reading[at + 1] in DASHES or reading[at + 1][:1] in "/:%")
    if glued or not _is_year(reading, at - 2, first) or reading[at + 1] in words("dates", "counted"):
        return None
    return Hit(at, at + 1, "DATE", "year", fixed(f"{last:04}"), key=last)


rule("dates.year-range-end")(year_range_end)


def _is_year(reading: Reading, at: int, number: int) -> bool:
    before, after = reading[at - 1], reading[at + 1]
    if before in words("dates", "number_labels") or before in ("/", ".", ":", "+", "$", "€", "£", "¥", "#"):
        return before == "/" and not reading.glued(at)
    if after == ":" and not (reading.glued(at + 2) and reading[at + 2][:1].isdigit()):
        after = ""  # Oct. 9, 1981: the band played
    if after in words("dates", "counted") or (after in ("%", "°", ":", "/") and reading.glued(at + 1)):
        following = reading[at + 2]
        return after == "/" and len(following) == 2 and following == f"{(number + 1) % 100:02}"
    if before in DASHES and after in DASHES and reading.glued(at) and reading.glued(at + 2):
        return False
    if before in DASHES and reading.glued(at) and not _dashed(reading, at):
        return False
    if after in DASHES and reading.glued(at + 2) and reading[at + 2][:1].isdigit():
        chained = reading[at + 3] in DASHES and reading.glued(at + 3)
        if len(reading[at + 2]) not in (4, 2) or chained:
            return False
    range_end = integer(reading[at + 2], 0, 10**8) if after in DASHES or after == "to" else None
    if range_end is not None and range_end > 2199:  # 2000 - 2500 calories
        return False
    if after.isdigit() and len(after) > 2:  # groups of a telephone number
        return False
    if reading.capital(at + 1) and not {reading[at + 2], reading[at + 3]}.isdisjoint(word_class("streets")):
        return False  # of 1909 Elm Drive
    if not 1500 <= number <= 2100:
        closed = before in ("in", "since", "by", "until") and after in (".", ",", "", "and", ")", "when")
        return closed or before == "year" or (number > 2100 and before in ("in", "by"))
    if number < 1800 and (reading.tag(at + 1) == "NNS" or (before == "of" and number < 1700)):
        return False  # 1709 schoolchildren, an average of 1500
    if before in word_class("before-amount") and reading.tag(at + 1) in ("NNS", "NNPS"):
        return False  # about 2000 pages
    if before in word_class("counting-verbs") and (reading.tag(at + 1) in ("IN", ".", ",", "", "CC") or not after):
        return False  # paid 2000 in cash
    if reading.tag(at + 1) != "NNS" or reading.tag(at - 1) in ("DT", "PRP$", "JJ", "POS"):
        return True
    return before in word_class("prepositions") or before in MONTHS


def _dashed(reading: Reading, at: int) -> bool:
    """Tell whether a year may stand after a glued dash: `mid-1996`, `2010-2015`, but not in a telephone number."""
    before = reading[at - 2]
    if reading[at - 1] not in HYPHENS:
        return True
    if before[:1].isdigit():
        return len(before) == 4 and not (reading[at - 3] in DASHES and reading.glued(at - 3))
    return before in ("mid", "pre", "post", "early", "late", "since", "fy")


def spoken_year(reading: Reading, at: int) -> Hit | None:
    """A year in words: `nineteen ninety-six`, `the year two thousand`, `twenty twenty-five`."""
    found = spoken(reading, at)
    if found is None:
        return None
    number, end = found
    start = at
    counting = reading[end][:1].isalpha() and reading.tag(end)[:2] == "NN"
    counting = counting or (reading[at - 1] != "in" and end - at < 3)
    if reading[at - 1] == "year" and reading[at - 2] != "new":
        start = reading.with_the(at - 1)
    elif reading[at] == "two" and counting:
        return None
    return Hit(start, end, "DATE", "year", fixed(f"{number:04}"), key=number)


rule("dates.spoken-year", needs=word_class("years-in-words"))(spoken_year)


def spoken(reading: Reading, at: int) -> tuple[int, int] | None:
    """Return (year, end) of a year in words at a token."""
    first = NUMBERS.get(reading[at], 0)
    if reading[at] == "two" and reading[at + 1] == "thousand":
        end = at + 3 if reading[at + 2] == "and" else at + 2
        rest, stop = _two_digits(reading, end)
        return 2000 + rest, stop if rest else at + 2
    if not 15 <= first <= 20:
        return None
    rest, stop = _two_digits(reading, at + 1)
    if rest >= 10:
        return first * 100 + rest, stop
    if reading[at + 1] == "hundred":
        rest, stop = _two_digits(reading, at + 3 if reading[at + 2] == "and" else at + 2)
        return (first * 100 + rest, stop) if rest >= 10 and first < 20 else None
    return None


def _two_digits(reading: Reading, at: int) -> tuple[int, int]:
    tens = NUMBERS.get(reading[at], 0)
    if not 0 < tens < 100:
        return 0, at
    ones = reading.after(at)
    one = NUMBERS.get(reading[ones], 0)
    return (tens + one, ones + 1) if tens >= 20 and 0 < one < 10 else (tens, at + 1)


def decade(reading: Reading, at: int) -> Hit | None:
    """A decade: `the 1970s`, `the ’90s`, `mid-1990s`; the value has three digits, that of `the 1300s` two.

    Two figures without an apostrophe are ages or temperatures (`in his 20s`) unless `the` and a word of time precede.
    """
    word = reading[at].replace("'", "")
    end = at + 1
    if len(word) == 4 and word.isdigit() and word[3] == "0" and reading[end] in ("s", "'s"):
        if reading[end] == "'s" and reading[at - 1] not in ("the", "mid", "early", "late", "-"):
            return None
        word, end = word + "s", end + 1
    if not word[:-1].isdigit() or not word.isascii() or word[-2:] != "0s":
        return None
    start = reading.with_the(at)
    if len(word) == 5 and 1000 <= int(word[:4]) <= 2190:
        century = word[2] == "0" and int(word[:4]) < 1900  # the 1300s are a hundred years
        return Hit(start, end, "DATE", "century" if century else "decade", fixed(word[: 2 if century else 3]))
    if reading.lower & {"temperatures", "degrees", "highs", "lows"}:
        return None
    lead = reading.before(at)
    if reading[lead] in ("mid", "early", "late"):
        lead -= 1
    if len(word) != 3 or (reading[at][0] != "'" and reading[lead] != "the"):
        return None
    led = reading[lead - 1] in ("in", "of", "since", "from", "during", "by", "until", "into")
    if reading[at][0] != "'" and (int(word[0]) < 5 or not led):
        return None
    value = ("20" if word[0] in "012" else "19") + word[0]
    return Hit(start, end, "DATE", "decade", fixed(value))


rule("dates.decade")(decade)


def decade_in_words(reading: Reading, at: int) -> Hit | None:
    """A decade in words: `the nineties`, `the early sixties`; ages (`in her twenties`) and temperatures are none."""
    if reading[at - 1] not in ("the", "early", "late", "nineteen", "-", "roaring", "swinging"):
        return None
    if reading[at - 1] in ("early", "late", "-") and "the" not in (reading[at - 2], reading[at - 3]):
        return None
    start = at - 1 if reading[at - 1] in ("the", "nineteen") else at
    tens = DECADES[reading[at]]
    return Hit(start, at + 1, "DATE", "decade", fixed(f"{19 if tens else 20}{tens}"))


rule("dates.decade-in-words", needs=DECADES)(decade_in_words)


def century(reading: Reading, at: int) -> Hit | None:
    """A numbered century: `the 20th century`, `11th-century`; the value is the two digits of its years (19, 10)."""
    before = reading.before(at)
    number = ordinal(reading[before])
    start = before
    if reading.hyphened(before - 1) and reading[before - 2] == "twenty" and number:
        number, start = number + 20, before - 2
    if number is None or not 2 <= number <= 30:
        return None
    start = start - 1 if reading[start - 1] == "the" and not reading.hyphened(at - 1) else start
    return Hit(start, at + 1, "DATE", "century", fixed(f"{number - 1:02}"))


rule("dates.century", needs=("century", "centuries"))(century)


def era(reading: Reading, at: int) -> Hit | None:
    """A year with its era: `300 BC`, `A.D. 79`, `14 a.d.`; the value is four digits, after `BC` for years before 1."""
    word = reading[at].replace(".", "")
    if not reading.form(at)[0].isupper() and "." not in reading[at]:
        return None
    number = integer(reading[at - 1].replace(",", ""), 1, 9999)
    if number is not None and reading[at - 2] not in ("$", "no."):
        value = f"BC{number:04}" if word[0] == "b" else f"{number:04}"
        return Hit(at - 1, at + 1, "DATE", "year", fixed(value))
    number = integer(reading[at + 1], 1, 2100)
    if number is None or word != "ad" or not reading.form(at).replace(".", "").isupper():
        return None
    return Hit(at, at + 2, "DATE", "year", fixed(f"{number:04}"))


rule("dates.era", needs=word_class("eras"))(era)
