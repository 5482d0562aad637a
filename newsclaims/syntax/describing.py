"""Forms in -ing behind a preposition that describe the noun behind them, which is not their object."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import verb_frame
from newsclaims.words.sentence import Token

_SELDOM: Final = 20
"""Per cent of its uses with an object up to which a verb is taken to have none."""
_RARELY: Final = 5
"""Per cent of its uses with a clause up to which a verb is taken to govern none (`believing assertions`)."""


def describing(tokens: list[Token], index: int, governed: bool) -> bool:
    """Tell whether a form in -ing describes the noun behind it: `hit by falling rocks`, `hid in surrounding villages`.

    Its verb seldom has an object and a plural follows, or the form is listed (only that where a verb governs it:
    ``governed``); not in `charged with selling drugs`,
    `of becoming stars`.
    """
    token, behind = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else None
    if behind is None or behind.tag not in ("NN", "NNS"):
        return False
    if token.lower in word_class("describing"):
        return True
    if governed:
        return False
    links = token.lemma == "go" or token.lemma in words("words", "linking_verbs")
    frame = verb_frame(token.lemma)
    alone = frame.object < _SELDOM and frame.that < _RARELY and frame.infinitive < _RARELY
    return behind.tag == "NNS" and not links and alone
