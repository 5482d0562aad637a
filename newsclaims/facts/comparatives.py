"""Which way two comparisons go: `more cars than last year` against `fewer cars than last year`.

Both must compare the same, of the same somebody or something, with the same: only then not both can be right.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsclaims.facts.lexical import concepts
from newsclaims.facts.pair import Pair
from newsclaims.facts.polarity import asks
from newsclaims.facts.statement import Statement
from newsclaims.facts.themes import head_concept
from newsclaims.model import Span
from newsclaims.table import rows

_THAN: Final = re.compile(r" than ([^,;:.()–—]{2,60})")
_LONGEST: Final = 80  # code points between a comparative and its `than`
_WORD: Final = re.compile(r"[a-z]+")
_DOUBT: Final = re.compile(r"\b(?:no|not|never|neither|nor|if|whether|may|might|could|would|should)\b|n[’']t\b", re.I)
_END: Final = re.compile(r" (?:and|but|or|as|because|while|when|after|before|that|which|who|said|says)\b.*")


class Comparison:
    """A comparison in a statement: its word, axis and direction, and the words for what is compared with what."""

    def __init__(self, item: Statement, place: tuple[int, int], way: tuple[str, str], than: str) -> None:
        text = item.article.text
        self.word = Span(text[slice(*place)], *place)
        self.axis, self.direction = way
        end = text.index(" than ", place[1])
        self.what = concepts(f"{text[item.start : place[0]]} {text[place[1] : end]}")
        self.near = concepts(text[place[1] : end])
        self.than = than


@cache
def _ways() -> dict[str, tuple[str, str]]:
    return {word: (axis, way) for word, axis, way in rows("facts", "comparatives")}


def comparison(item: Statement) -> Comparison | None:
    """Return the only comparison with `than` of a statement; `more than 300` is a limit, and none."""
    text = item.article.text
    told = [*_THAN.finditer(text, item.start, item.end)]
    if len(told) != 1 or _DOUBT.search(text, item.start, item.end):
        return None
    at = told[0].start()
    basis = _END.sub("", told[0][1]).strip().casefold()
    if any(told[0].start(1) <= figure.start < told[0].end() for figure in item.article.figures):
        return None
    start = max(item.start, at - _LONGEST)
    words = [found for found in _WORD.finditer(text[start:at].lower()) if found[0] in _ways()]
    if not words:
        return None
    place = start + words[-1].start(), start + words[-1].end()
    return Comparison(item, place, _ways()[words[-1][0]], basis)


def turned(pair: Pair) -> tuple[Span, Span] | None:
    """Return the comparatives of two statements of one thing that go two ways: `more`, `fewer`."""
    if pair.groups[0] == pair.groups[1] or pair.deed not in ("same", "unknown") or pair.speaker == "other":
        return None
    if pair.one.negated or pair.other.negated or pair.one.modality != pair.other.modality:
        return None
    if asks(pair.one) or asks(pair.other):
        return None
    mine, yours = comparison(pair.one), comparison(pair.other)
    if mine is None or yours is None or mine.than != yours.than or mine.axis != yours.axis:
        return None
    if mine.direction == yours.direction or mine.near != yours.near or mine.what != yours.what:
        return None
    if not mine.near and (pair.one.actor is None or not head_concept(pair.one.actor.text)) and pair.actor != "same":
        return None
    return mine.word, yours.word
