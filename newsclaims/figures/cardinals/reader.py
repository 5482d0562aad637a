"""Every number of a sentence, once, with its exact value: what all rules of this kind compose with units and nouns.

A ``Number`` is a stretch of tokens.  ``form`` says how it is printed:

* ``digits``: 1,234 - 2.5 million - 12.3m - 40 000 - 6½; ``words``: twenty-five, half a million, a dozen;
* ``fraction``: two-thirds, a third of, 1/4, ½; ``half``: the bare word; ``vague``: dozens, tens of thousands;
* ``ordinal``: 22nd, third, twenty-first.

``value`` is None where the digits have no one reading.  ``base`` is the value without the scale word and ``scale`` that
word's value, so that "$3-5 billion" can share it.
"""

from __future__ import annotations

from typing import Final

from newsclaims.figures.cardinals.cardinal import Number
from newsclaims.figures.cardinals.digits import from_digits, with_code, with_hash
from newsclaims.figures.cardinals.notation import times
from newsclaims.figures.cardinals.word_values import number_words, use_of
from newsclaims.figures.cardinals.words import from_words
from newsclaims.figures.classes import word_class
from newsclaims.pattern import compiled
from newsclaims.text.sentences import MOST_NUMBERS
from newsclaims.words.sentence import Token

__all__ = ["Number", "find_numbers", "has_digit"]

_ANY: Final = compiled(r"[\d½-¾⅐-⅞]")


def has_digit(text: str, start: int, end: int) -> bool:
    """Tell cheaply whether a stretch of text holds a digit or a vulgar fraction."""
    return _ANY.search(text, start, end) is not None


def find_numbers(tokens: list[Token], text: str, comma: bool) -> list[Number]:
    """Return the numbers of a sentence from left to right; ``comma``: the document writes decimal commas.

    It stops at the first one above ``MOST_NUMBERS``.
    """
    found: list[Number] = []
    words = number_words()
    position = 0
    count = len(tokens)
    while position < count and len(found) <= MOST_NUMBERS:
        token = tokens[position]
        form = token.text
        number = None
        if form[0].isdigit() or (len(form) == 1 and form.isnumeric()):
            number = from_digits(tokens, position, text, comma)
        elif token.lower in words or token.lower in ("a", "an"):
            number = from_words(tokens, position)
        elif form[0] == "#" and form[1:].isdecimal():
            number = with_hash(tokens, position, text)
        elif form[0].isupper() and (len(form) > 2 or form[0] in "NPR") and any(map(str.isdigit, form[-3:])):
            number = with_code(tokens, position, text, comma)
        if number is None:
            position += 1
            continue
        if number.form == "fraction":
            _of_scale(number, tokens)
        _scale_again(number, tokens, found)
        _sign(number, tokens, text, found[-1] if found else None)
        found.append(number)
        position = max(number.last, position + 1)
    return found


def _of_scale(number: Number, tokens: list[Token]) -> None:
    """Read `three-quarters of a million` as 750,000."""
    last = number.last
    if use_of(tokens, last + 2) != "scale" or tokens[last].lower != "of" or tokens[last + 1].lower != "a":
        return
    scale = number_words()[tokens[last + 2].lower][1]
    if number.value is not None:
        number.value, number.base, number.scale = times(number.value, scale), number.value, scale
        number.form, number.last, number.end = "words", last + 3, tokens[last + 2].end


def _scale_again(number: Number, tokens: list[Token], found: list[Number]) -> None:
    """Read `12m` as millions where the sentence has counted in millions: `sold 1m copies and 12m by Christmas`."""
    after = tokens[number.last] if number.last < len(tokens) else None
    if after is None or after.text != "m" or after.start != number.end or number.value is None or number.scale > 1:
        return
    following = tokens[number.last + 1].lower if number.last + 1 < len(tokens) else ""
    counted = any(other.scale == 10**6 and tokens[other.last - 1].text == "m" for other in found)
    if counted and following not in word_class("length-after"):
        number.base, number.scale = number.value, 10**6
        number.value, number.last, number.end = times(number.value, 10**6), number.last + 1, after.end


_MINUS: Final = frozenset({"-", "−", "–"})


def _sign(number: Number, tokens: list[Token], text: str, before: Number | None) -> None:
    """Take in a minus sign that stands apart from what is before it and touches the digits, or the word `minus`."""
    at = number.first - 1
    if at < 0 or number.value is None or number.form not in ("digits", "words", "fraction"):
        return
    token = tokens[at]
    hyphen = token.lower in _MINUS
    if hyphen and at and tokens[at - 1].lower in ("minus", "negative") and token.end == number.start:
        at -= 1
        token = tokens[at]
    elif hyphen:
        apart = token.start == 0 or text[token.start - 1] in " \n\t($€£¥[\u00a0" or at == 0
        # after a number or a name the hyphen joins ("75 -300mm", "COVID -19"), unless a change in percent follows
        joins = (before is not None and before.last == at) or (at > 0 and tokens[at - 1].tag in ("NNP", "NNPS"))
        percent = number.last < len(tokens) and tokens[number.last].text == "%"
        if token.end != number.start or not apart or (joins and not percent) or number.form == "words":
            return
    else:
        either = at > 1 and tokens[at - 1].lower in ("or", "/") and tokens[at - 2].lower == "plus"  # a margin of error
        if token.lower not in ("minus", "negative") or either or (at and tokens[at - 1].tag == "DT"):
            return
    number.value = -number.value
    number.base = -number.base if number.base is not None else None
    number.first = at
    number.start = token.start
