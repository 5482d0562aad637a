"""Titles in quotation marks: names of songs, shows and books, whatever their words are elsewhere."""

from __future__ import annotations

from typing import Final

from newsclaims.words.frames import verb_frame
from newsclaims.words.sentence import Token
from newsclaims.words.shapes import SMALL_WORDS

_LONGEST: Final = 14  # tokens of a title, with its marks
_SAYS: Final = 12
"""Per cent of a verb's uses with a that-clause from which capitals behind it may be what somebody said."""


def names(tokens: list[Token], first: int, last: int) -> bool:
    """Tell whether quoted words are a title: all have capitals but the small ones, and no verb of saying stands before.

    `the song “Come Home Soon”`, `on “Sunday Morning Football”`; not where the words round them have capitals too, as in
    a headline.
    """
    if not first or last - first > _LONGEST or last - first < 4:
        return False
    inner = [token for token in tokens[first + 1 : last - 1] if token.text[0].isalpha()]
    if len(inner) < 2 or not inner[0].text[0].isupper() or not inner[-1].text[0].isupper():
        return False
    if any(token.text.islower() and token.lower not in SMALL_WORDS for token in inner):
        return False
    before = tokens[first - 1]
    told = before.tag[:2] == "VB" and verb_frame(before.lemma).that < _SAYS
    if not told and before.tag[:2] not in ("NN", "IN", "DT", "PR", "PO", "JJ", "CC"):
        return False
    outer = (*tokens[:first], *tokens[last:])
    return any(token.tag[:2] == "VB" and token.text.islower() for token in outer)
