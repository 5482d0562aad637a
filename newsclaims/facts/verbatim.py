"""Sentences that two reports have word by word, as those of one agency do: these contradict nothing in either."""

from __future__ import annotations

import re

from newsclaims.facts.alignment import Alignment
from newsclaims.facts.pair import Pair
from newsclaims.facts.statement import Statement

_WORD = re.compile(r"\w+")
_LONGEST = 400  # code points of a sentence that are held against others


class Verbatim:
    """Whether one of the sentences of a pair stands in the other report, too, word by word."""

    def __init__(self, alignment: Alignment, one: int, other: int) -> None:
        first, second = ({_words(item): None for item in alignment.groups[group]} for group in (one, other))
        self._both = first.keys() & second.keys() if one != other else set()

    def __call__(self, pair: Pair) -> bool:
        return bool(self._both) and (_words(pair.one) in self._both or _words(pair.other) in self._both)


def _words(item: Statement) -> tuple[str, ...]:
    """Return the words of the sentence of a statement, in lower case, as far as they are read."""
    sentence = item.article.sentences[item.sentence]
    end = min(sentence.end, sentence.start + _LONGEST)
    return tuple(_WORD.findall(item.article.text[sentence.start : end].casefold()))
