"""Whether an article tells history in order: a background piece, an obituary, a chronology.

There a month or a day without a year follows the date named last, while in news it lies near the day of publication.
"""

from __future__ import annotations

from typing import Final

from newsclaims.pattern import compiled
from newsclaims.text.document import Document
from newsclaims.words.sentence import Sentence

_YEAR: Final = compiled(r"([12](?<![\d$€£.,/-].)(?:(?<=1)\d{3}|(?<=2)0\d\d))(?![\d%.,]\d|[\d%])")
_NOW: Final = compiled(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|tonight|ago"
    r"|(?:last|this|next) (?:week|month|year|night|weekend|summer|fall|autumn|spring|winter|morning))\b"
)
_FEWEST: Final = 6  # years that have gone by
_RATE: Final = 4  # of them in a thousand tokens
_AGAINST: Final = 4  # of them for every word that is reckoned from the day of publication
_PAST: Final = 0.65  # share of past tenses among the finite verbs


class Story:
    """A history: ``years`` are those that it tells of, without the tenth at either end that are named in passing."""

    __slots__ = ("years",)

    def __init__(self, years: range) -> None:
        self.years = years


def told_in_order(document: Document, sentences: list[Sentence], published: int | None) -> Story | None:
    """Return what an article tells of if most of it is history, else None.

    It names many years gone by, hardly a weekday or `last week`, and its verbs are in past tenses.  ``published`` is
    the year of publication if it is known.  The bounds part eight histories of wars from 112 news articles, of which
    two are chronologies.
    """
    text = document.text
    years = sorted(year for match in _YEAR.finditer(text) if (year := int(match[1])) < (published or 9999))
    if len(years) < _FEWEST or len(years) < _AGAINST * sum(1 for _ in _NOW.finditer(text)):
        return None
    past = present = words = 0
    for sentence in sentences:
        words += len(sentence.tokens)
        for token in sentence.tokens:
            past += token.tag == "VBD"
            present += token.tag in ("VBZ", "VBP", "MD")
    if len(years) * 1000 < _RATE * words or past < _PAST * (past + present):
        return None
    tenth = len(years) // 10
    return Story(range(years[tenth] - 2, years[-1 - tenth] + 3))
