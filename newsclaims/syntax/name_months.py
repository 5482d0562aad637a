"""Months that are names of people: `Theresa May said`, `Mrs May left`, `Simone June was late`."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.sentence import Token

_NAMES: Final = frozenset({"NNP", "NNPS"})


def is_surname(tokens: list[Token], index: int) -> bool:
    """Tell whether a month ends a name: behind a first name or a title, and no day or year follows it.

    `Ann May said`, `Mrs. May said`; not `met Ann May 3`, `in Paris May`, nor a first name of one letter.
    """
    token = tokens[index]
    if index == 0 or token.lower not in word_class("months-in-names") or not token.text[:1].isupper():
        return False
    before = tokens[index - 1]
    if before.tag not in _NAMES or (index + 1 < len(tokens) and tokens[index + 1].text[:1].isdigit()):
        return False
    if before.lower in words("entities", "titles"):
        return True
    named = before.text in words("entities", "first_names") or before.text in words("entities", "first_names_known")
    placed = index > 1 and tokens[index - 2].tag == "IN" and tokens[index - 2].lower in ("across", "at", "in", "near")
    return named and not placed


def in_title(tokens: list[Token], index: int, found: list[str]) -> bool:
    """Tell whether a part of the day is part of a name: capitals on both sides, an article before them.

    `on the Monday Night Football show`; what stands before it in the name is no time then either.
    """
    token = tokens[index]
    if token.lower not in word_class("parts-of-names") or token.tag != "NNP" or index + 1 >= len(tokens):
        return False
    at = index - 1
    while at > index - _LONGEST and at > 0 and tokens[at].tag == "NNP":
        at -= 1
    if tokens[index + 1].tag not in _NAMES or tokens[at].lower not in ("a", "the") or at == index - 1:
        return False
    found[at + 1 - index :] = ["N"] * (index - at - 1)
    return True


_LONGEST: Final = 6
"""Tokens of a name before a time in it at most."""
