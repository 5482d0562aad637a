"""Amounts and times among what stands beside a verb: a fine's amount, a time that counts from another event."""

from __future__ import annotations

from newsclaims.claims.vocabulary import word_class
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Phrase
from newsclaims.words.sentence import Token


def counts_from(phrase: Phrase, verb: Chunk, tokens: list[Token]) -> bool:
    """Tell whether a time before the verb counts from what a clause tells: `40 years | after she left, police`."""
    fronted = phrase.time and phrase.last < verb.first and phrase.chunk.shape.lstrip("wr") in ("Z", "cZ", "dZ")
    if not fronted or tokens[phrase.last].lower not in ("after", "before"):
        return False
    return tokens[phrase.last + 1].text != ","  # "A year before, he left"


def kept_role(phrase: Phrase, verb: Chunk, tokens: list[Token]) -> str:
    """Return the role of what stands behind an object: *amount* for money that somebody has to pay.

    `fined him £500`, but `was given a car`.
    """
    measures = phrase.chunk.shape[0] == "$" and tokens[verb.head].lemma in word_class("fining")
    return "amount" if measures else "predicative"
