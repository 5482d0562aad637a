"""Amounts before a unit of time: `210`, `2 1/2`, `twenty four`, `a couple of`, `two to three`, `several`."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from newsclaims.dates.hits import DASHES, Reading
from newsclaims.dates.vocabulary import NUMBERS, word_class

_VAGUE: Final = frozenset(("few", "several", "many", "some"))
_CHARACTERS: Final = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_LONGEST: Final = 9


class Amount:
    """An amount from token ``start``; ``value`` None is an unknown number, ``mod`` a TIMEX3 mod that it implies."""

    __slots__ = ("article", "mod", "start", "value")

    def __init__(self, start: int, value: Fraction | None, mod: str | None = None, article: bool = False) -> None:
        self.start = start
        self.value = value
        self.mod = mod
        self.article = article


def amount_before(reading: Reading, at: int) -> Amount | None:
    """Return the amount that ends right before the token ``at``, over a hyphen and filler words if need be."""
    end = reading.before(at) + 1
    for _ in range(2):
        if reading[end - 1] in word_class("before-unit") and end - 1 > 0:
            end -= 1
    found = _single(reading, end)
    return found and (_lower_bound(reading, found) or found)


def _lower_bound(reading: Reading, high: Amount) -> Amount | None:
    """Return the range that ends with this amount: `two to three`, `five or six`, `10-15`."""
    link = reading[high.start - 1]
    if high.value is None or high.article or not (link in ("to", "or") or link in DASHES - {"—"}):
        return None
    low = _single(reading, high.start - 1)
    if low is None or low.value is None or low.article or low.value >= high.value:
        return None
    return Amount(low.start, low.value, "EQUAL_OR_MORE")


def _single(reading: Reading, end: int) -> Amount | None:
    last = reading[end - 1]
    if not last:
        return None
    if last in ("a", "an", "another"):
        if last != "another" and reading[end - 2] == "half":
            return Amount(end - 2, Fraction(1, 2))
        return Amount(end - 1, Fraction(1), article=True)
    if last in _VAGUE:
        if last == "few" and reading[end - 2] == "a":
            return Amount(end - 2, None)
        return None if last == "some" else Amount(end - 1, None)
    if last == "couple" or (last == "of" and reading[end - 2] == "couple"):
        start = end - 1 if last == "couple" else end - 2
        return Amount(start - 1 if reading[start - 1] == "a" else start, Fraction(2), "APPROX")
    if last == "half" and reading[reading.before(end - 1)] in ("and", "a"):
        return _and_a_half(reading, end)
    if last in ("half", "quarter") and (last == "half" or reading.hyphened(end)):
        start = end - 2 if reading[end - 2] == "a" and reading.hyphened(end) else end - 1
        return Amount(start, Fraction(1, 2 if last == "half" else 4))
    return _digits(reading, end) if last[0].isdigit() or last in _CHARACTERS else _words(reading, end)


def _and_a_half(reading: Reading, end: int) -> Amount | None:
    at = reading.before(end - 1)
    if reading[at] == "a":
        at = reading.before(at)
    if reading[at] != "and":
        return Amount(end - 2, Fraction(1, 2)) if reading[end - 2] == "a" else None
    whole = _single(reading, reading.before(at) + 1)
    return Amount(whole.start, whole.value + Fraction(1, 2)) if whole and whole.value is not None else None


def _digits(reading: Reading, end: int) -> Amount | None:
    """Read `210`, `1,000`, `2.5`, `2 1/2`, `2½`."""
    last = reading[end - 1]
    if last in _CHARACTERS:
        whole = _plain(reading[end - 2])
        return Amount(end - 1, _CHARACTERS[last]) if whole is None else Amount(end - 2, whole + _CHARACTERS[last])
    value = _plain(last)
    if value is None:
        return None
    if reading[end - 2] == "/" and reading.glued(end - 1) and reading.glued(end - 2):
        top = _plain(reading[end - 3])
        if top is None or not value or top >= value:
            return None
        whole = _plain(reading[end - 4])
        return Amount(end - 3 if whole is None else end - 4, top / value + (whole or 0))
    return Amount(end - 1, value) if reading[end - 2] not in ("$", "€", "£", "¥", ".") else None


def _plain(word: str) -> Fraction | None:
    if not word or not word.isascii() or len(word) > 12 or not word[0].isdigit():
        return None
    plain = word.replace(",", "")
    whole, dot, rest = plain.partition(".")
    return Fraction(plain) if whole.isdigit() and (not dot or rest.isdigit()) else None


def _joins(reading: Reading, at: int) -> bool:
    """Tell whether a token stands inside a number in words: the hyphen of `twenty-four`, `and` behind a hundred."""
    if reading[at] == "and":
        return reading[at - 1] in ("hundred", "thousand", "million")
    return reading[at - 1] in NUMBERS and reading.hyphened(at)


def _words(reading: Reading, end: int) -> Amount | None:
    """Read number words from the right: `a hundred`, `twenty-four`, `two thousand`, `one hundred and ten`."""
    start = end
    while end - start < _LONGEST and start > 0:
        if reading[start - 1] not in NUMBERS and not (start < end and _joins(reading, start - 1)):
            break
        start -= 1
    if start == end:
        return None
    total = current = 0
    for at in range(start, end):
        number = NUMBERS.get(reading[at])
        if number is None:
            continue
        if number == 100:
            current = max(1, current) * 100
        elif number >= 1000:
            total, current = total + max(1, current) * number, 0
        else:
            current += number
    factor = None
    if reading[start] in ("hundred", "thousand", "million"):
        factor = Fraction(1) if reading[start - 1] == "a" else _plain(reading[start - 1])
    value = Fraction(total + current)
    return Amount(start, value) if factor is None else Amount(start - 1, factor * value)
