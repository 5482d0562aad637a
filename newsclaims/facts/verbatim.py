"""Sentences that two reports have word by word, as those of one agency do: these contradict nothing in either."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclaims.facts.pair import Pair
from newsclaims.facts.statement import Statement

_WORD = re.compile(r"\w+")
_LONGEST = 400  # code points of a sentence that are held against others


class Verbatim:
    """Which sentences two groups of statements both have, word by word."""

    def __init__(self, one: Sequence[Statement], other: Sequence[Statement]) -> None:
        said = [{_place(item): _words(item) for item in group} for group in (one, other)] if one is not other else []
        both = set(said[0].values()) & set(said[1].values()) if said else set()
        self._both = {place for side in said for place, words in side.items() if words in both}

    def has(self, item: Statement) -> bool:
        """Return whether the sentence of a statement stands in both."""
        return _place(item) in self._both

    def __call__(self, pair: Pair) -> bool:
        """Return whether one of the sentences of a pair stands in both."""
        return self.has(pair.one) or self.has(pair.other)


def _place(item: Statement) -> tuple[int, int]:
    """Return which sentence of which article a statement stands in."""
    return id(item.article), item.sentence


def _words(item: Statement) -> tuple[str, ...]:
    """Return the words of the sentence of a statement, in lower case, as far as they are read."""
    sentence = item.article.sentences[item.sentence]
    end = min(sentence.end, sentence.start + _LONGEST)
    return tuple(_WORD.findall(item.article.text[sentence.start : end].casefold()))
