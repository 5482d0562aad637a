"""Decades, centuries and years before or after Christ."""

from __future__ import annotations

from newsclaims.dates.hits import Hit, Reading, fixed
from newsclaims.dates.vocabulary import DECADES, integer, ordinal, word_class
from newsclaims.rule import rule


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
    if reading.lower & {"temperatures", "degrees", "highs", "lows"}:
        return None
    lead = reading.before(at)
    if reading.word(lead) in ("mid", "early", "late"):
        lead -= 1
    if len(word) != 3 or (reading.word(at)[0] != "'" and reading.word(lead) != "the"):
        return None
    prepared = reading.word(lead - 1) in ("in", "of", "since", "from", "during", "by", "until", "into")
    if reading.word(at)[0] != "'" and (int(word[0]) < 5 or not prepared):
        return None
    value = ("20" if word[0] in "012" else "19") + word[0]
    return Hit(start, end, "DATE", "decade", fixed(value))


@rule("dates.decade-in-words", needs=DECADES)
def decade_in_words(reading: Reading, at: int) -> Hit | None:
    """A decade in words: `the nineties`, `the early sixties`; ages (`in her twenties`) and temperatures are none."""
    if reading.word(at - 1) not in ("the", "early", "late", "nineteen", "-", "roaring", "swinging"):
        return None
    if reading.word(at - 1) in ("early", "late", "-") and "the" not in (reading.word(at - 2), reading.word(at - 3)):
        return None
    start = at - 1 if reading.word(at - 1) in ("the", "nineteen") else at
    tens = DECADES[reading.word(at)]
    return Hit(start, at + 1, "DATE", "decade", fixed(f"{19 if tens else 20}{tens}"))


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


@rule("dates.era", needs=word_class("eras"))
def era(reading: Reading, at: int) -> Hit | None:
    """A year with its era: `300 BC`, `A.D. 79`, `14 a.d.`; the value is four digits, after `BC` for years before 1."""
    word = reading.word(at).replace(".", "")
    if not reading.form(at)[0].isupper() and "." not in reading.word(at):
        return None
    number = integer(reading.word(at - 1).replace(",", ""), 1, 9999)
    if number is not None and reading.word(at - 2) not in ("$", "no."):
        value = f"BC{number:04}" if word[0] == "b" else f"{number:04}"
        return Hit(at - 1, at + 1, "DATE", "year", fixed(value))
    number = integer(reading.word(at + 1), 1, 2100)
    if number is None or word != "ad" or not reading.form(at).replace(".", "").isupper():
        return None
    return Hit(at, at + 2, "DATE", "year", fixed(f"{number:04}"))
