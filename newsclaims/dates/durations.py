"""Stretches of time: so many units, and units without a number (`for years`, `weeks of talks`)."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from newsclaims.dates import values
from newsclaims.dates.hits import Hit, Reading, fixed
from newsclaims.dates.numbers import Amount, amount_before
from newsclaims.dates.vocabulary import UNITS, word_class
from newsclaims.rule import rule

_DESCRIBED: Final = ("NN", "JJ", "VB")  # tags of what a length can stand before
_LABELS: Final = frozenset(("$", "€", "£", "#", ".", "no."))


def units_code(unit: str, value: Fraction | None) -> str | None:
    """Return the duration of so many units; nights count as days, fortnights as two weeks."""
    if unit == "FN":
        return values.duration(None if value is None else value * 2, "W")
    return values.duration(value, {"N": "D", "SE": "SE"}.get(unit, unit))


def duration(reading: Reading, at: int) -> Hit | None:
    """A number and a unit: `ten years`, `25-year`, `2 1/2 years`, `the past three months`, `a minute and a half`.

    `the`, `first`, `last`, `next` … before the number belong to it.  A person's age is none (`18-year-old`, `52 years
    old`), nor is a rate (`$5 a share a year`); one unit with `a` needs a word such as `for` or `lasted` before it.
    """
    unit, number = UNITS[reading[at]]
    if unit == "Q" and (reading.hyphened(at - 1) or reading[at + 1] == "of"):
        return None
    if unit == "N" and number == "one" and not reading.hyphened(at - 1) and reading.tag(at + 1) == "NNS":
        return None  # three night markets
    if unit == "SE" or (number == "short" and not reading[at - 1][:1].isdigit()):
        return None
    amount = amount_before(reading, at)
    if amount and number == "one" and amount.value and 1500 <= amount.value <= 2100 and not reading.hyphened(at - 1):
        return None  # the 1988 quarter
    if unit == "TS" and number == "one" and reading.hyphened(at - 1) and reading.tag(at + 1)[:2] not in _DESCRIBED:
        return None  # ranked thirty-second in the list
    if amount and (reading[amount.start - 1] == "aged" or reading.phrase(amount.start - 2, ("age", "of"))):
        return None
    if amount is None or _is_age(reading, at) or not _plausible(reading, amount, unit, number, at):
        return None
    end = at + 1
    total = amount.value
    if reading.phrase(end, ("and", "a", "half")) and total is not None:
        total, end = total + Fraction(1, 2), end + 3
    value = units_code(unit, total)
    if value is None:
        return None
    value, end = _smaller(reading, value, unit, end)
    if end > at + 1 and reading[end - 1] in UNITS:
        value, end = _smaller(reading, value, UNITS[reading[end - 1]][0], end)
    mod = amount.mod
    if reading.phrase(end, ("or", "so")):
        end, mod = end + 2, "APPROX"
    if reading[end] in ("or", "and") and reading[end + 1] == "more" and reading[end + 2] != "than":
        end, mod = end + 2, "EQUAL_OR_MORE"
    start = _lead(reading, amount, at)
    if reading.hyphened(at + 1) and reading[at + 2] == "old":
        end = at + 3
    elif reading.hyphened(at - 1) and reading[end] == "period":
        start, end = start - (reading[start - 1] in ("a", "the")), end + 1
    return Hit(start, end, "DURATION", "duration", fixed(value), mod=mod)


rule("dates.duration", needs=UNITS)(duration)


def _plausible(reading: Reading, amount: Amount, unit: str, number: str, at: int) -> bool:
    """Tell durations from rates, ordinals and compounds."""
    first = reading[amount.start]
    before = reading[amount.start - 1]
    if before in _LABELS or (first == "one" and reading[at] == "second" and unit == "TS"):
        return before not in _LABELS and reading[at + 1] != "half"
    apart = reading[at + 1] in ("after", "before") and reading[at + 2] not in ("all", "another", "tax")
    taken = before in word_class("taking-time") or apart  # `a day after the vote`
    if amount.article and first in ("a", "an"):
        if unit in ("Q", "TS"):  # in a quarter, in a second
            return False
        return (taken or reading.phrase(at + 1, ("and", "a", "half"))) and not _rate(before)
    if first == "one" and amount.start == at - 1:
        counted = number == "one" and unit in ("TH", "TM", "Y", "M") and before != "no"
        return taken or counted or (unit == "D" and before in ("by", "job"))
    if first == "half" or (amount.start == at - 1 and first == "couple"):
        return before != "and" or first != "half"
    so_many = first == "many" and before in ("so", "how", "too", "as")
    shown = reading.tag(at + 1) == "NN" and reading.tag(at + 2)[:2] != "NN"
    lasts = reading[at - 1].isdigit() and shown  # "a 30 second clip"
    if so_many or (number == "one" and unit == "TS" and not reading.hyphened(at - 1) and not lasts):
        return False
    if amount.value is None and first == "many":
        return number == "many"
    return number != "one" or reading.hyphened(at - 1) or first not in ("several", "few", "many")


def _rate(before: str) -> bool:
    """Tell whether `a year` follows an amount: `$5 million a year`, `twice a day`."""
    return before[:1].isdigit() or before in ("once", "twice", "times", "million", "billion")


def _is_age(reading: Reading, at: int) -> bool:
    end = at + 2 if reading.hyphened(at + 1) else at + 1
    if reading[end] not in ("old", "olds"):
        return False
    if end == at + 1 or reading[end] == "olds":
        return True
    following = reading[end + 1]
    if UNITS[reading[at]][0] == "Y":
        return following not in word_class("things-that-age") or reading.tag(end + 2)[:2] == "NN"
    young = following in word_class("young-people") or not following.isalpha()
    return young or reading.tag(end + 1)[:2] not in ("NN", "JJ")


_SMALLER: Final = {"Y": ("M", "W", "D"), "M": ("W", "D"), "W": ("D",), "D": ("TH",), "TH": ("TM",), "TM": ("TS",)}


def _smaller(reading: Reading, value: str, unit: str, end: int) -> tuple[str, int]:
    """Join a smaller unit: `one year and three months`, `3 hours 20 minutes`."""
    at = end + 1 if reading[end] in ("and", ",") else end
    for last in range(at + 1, at + 3):
        code, _ = UNITS.get(reading[last], ("", ""))
        if code not in _SMALLER.get(unit, ()):
            continue
        amount = amount_before(reading, last)
        if amount is None or amount.start != at or amount.value is None or (amount.article and reading[at] != "a"):
            return value, end
        more = units_code(code, amount.value)
        if more is None or reading[last + 1] in ("ago", "old"):
            return value, end
        tail = more[1:]
        return value + (tail[1:] if "T" in value and tail[0] == "T" else tail), last + 1
    return value, end


def _lasts(reading: Reading, at: int) -> bool:
    """Tell whether `last` is the verb: `is to last eight weeks`, `could last three years`."""
    return reading[at] == "last" and (reading.tag(at - 1) in ("TO", "MD") or reading.tag(at)[:2] == "VB")


def _lead(reading: Reading, amount: Amount, at: int) -> int:
    """Return where it begins: `the first nine months`, `each of the past three years`, `the nine months`."""
    start = amount.start
    if reading.hyphened(at - 1) and reading[at].rstrip("s") == reading[at]:
        return start
    if reading[start - 1] in word_class("before-duration") and not _lasts(reading, start - 1):
        told = reading[start - 1] != "following" or reading.tag(start - 2) in ("DT", "PRP$")
        start -= told  # but "rose, following four years of war"
    if reading[start - 1] == "year" and reading[start - 3] == "earlier":
        return start
    if reading[start - 1] == "the" or (start != amount.start and reading[start - 1] in ("its", "these", "those")):
        start = reading.with_the(start)
        if reading.phrase(start - 2, ("each", "of")):
            start -= 2
    return start


def vague_duration(reading: Reading, at: int) -> Hit | None:
    """Units without a number: `for years`, `within weeks`, `recent months`, `months of talks`, `decades of war`.

    A bare plural needs a preposition before it or `of` after it.  `coming weeks` is FUTURE_REF, `past years` PAST_REF.
    """
    unit, _ = UNITS[reading[at]]
    if unit in ("SE", "Q", "N") and reading[at - 1] not in ("recent", "coming", "future"):
        return None
    lead = reading[at - 1]
    if lead.endswith(("watt", "watts")):
        return None
    start = reading.with_the(at - 1)
    if lead in ("coming", "future", "upcoming"):
        return Hit(start, at + 1, "DATE", "reference", fixed("FUTURE_REF"))
    if lead == "past" and reading[at - 2] != "the":
        return Hit(start, at + 1, "DATE", "reference", fixed("PAST_REF"))
    value = units_code("M" if unit == "Q" else unit, None)
    if lead in ("recent", "past", "last", "intervening"):
        return Hit(start, at + 1, "DURATION", "duration", fixed(value))
    after = reading[at + 1]
    if lead in word_class("before-vague-duration") and after not in ("old", "ago") and not reading.hyphened(at + 1):
        if lead == "of" and reading[at - 2] in ("hundreds", "dozens", "thousands", "number", "couple", "millions"):
            return Hit(at - 2, at + 1, "DURATION", "duration", fixed(value))
        if lead in ("of", "during", "through") and unit not in ("Y", "M", "W", "D", "DE", "CE"):
            return None
        if after == "or" and UNITS.get(reading[at + 2], ("", ""))[1] == "many":
            return Hit(at, at + 3, "DURATION", "duration", fixed(value), mod="APPROX")
        plain = lead != "of" or reading.tag(at - 2)[:2] in ("NN", "VB", "RB")
    else:
        plain = after in ("of", "after", "later", "before", "earlier", "in") and lead not in ("the", "these", "those")
        noun = reading.tag(at - 1) in ("NN", "NNS") and reading.tag(at - 2) not in ("DT", "PRP$")
        named = (
            noun or reading.tag(at - 1) == "JJ" or lead.endswith("ing")
        )  # trading hours, but: left the house hours before
        plain = plain and (after != "in" or lead in ("for", "after")) and not named
    return Hit(at, at + 1, "DURATION", "duration", fixed(value)) if plain else None


rule("dates.vague-duration", needs=frozenset(word for word, (_, number) in UNITS.items() if number == "many"))(
    vague_duration
)
