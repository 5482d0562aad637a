"""A number of a sentence: what the readers of digits and words make and all rules use."""

from __future__ import annotations

from newsclaims.figures.cardinals.notation import Value, times
from newsclaims.figures.cardinals.word_values import number_words, read_and_fraction, use_of
from newsclaims.words.sentence import Token


class Number:
    """A number: tokens ``first`` to ``last`` (exclusive), offsets, value, printed form.

    ``code`` and ``unit`` are a currency code and a symbol that stand in the same token as the digits.
    """

    __slots__ = ("base", "code", "end", "first", "form", "last", "scale", "start", "unit", "value")

    def __init__(self, first: int, last: int, start: int, end: int, value: Value | None, form: str) -> None:
        self.first = first
        self.last = last
        self.start = start
        self.end = end
        self.value = value
        self.base = value
        self.scale = 1
        self.form = form
        self.code: str | None = None
        self.unit: str | None = None

    def __repr__(self) -> str:
        return f"{self.form}:{self.value}"


def make(tokens: list[Token], first: int, last: int, value: Value | None, form: str) -> Number:
    return Number(first, last, tokens[first].start, tokens[last - 1].end, value, form)


def and_fraction(tokens: list[Token], number: Number) -> Number:
    """Add `and a half` and the like, of the scale where one was named: `one and a half`, `3 million and a half`."""
    part = read_and_fraction(tokens, number.last)
    if part is None or number.value is None or (number.scale == 1 and number.value >= 1000):
        return number
    last, fraction = part
    value = number.value + times(fraction, number.scale)
    form = number.form
    if number.scale == 1 and use_of(tokens, last) == "scale":  # one and a half million
        scale = number_words()[tokens[last].lower][1]
        joined = make(tokens, number.first, last + 1, times(value, scale), form)
        joined.base, joined.scale = value, scale
        return joined
    return make(tokens, number.first, last, value, form)
