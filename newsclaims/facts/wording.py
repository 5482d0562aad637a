"""Whether two quotes are the same words, or one quote in two wordings."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from newsclaims.facts.lexical import content_words

_FEWEST = 4  # words in a row
_TELLING = 3  # of these words that say something, where two quotes begin alike


def same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether the shorter quote stands in the longer, word by word; marks and hyphens are no words."""
    short, long = sorted((one, other), key=len)
    return len(short) > 0 and f" {' '.join(short)} " in f" {' '.join(long)} "


def variant(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two quotes are one in two wordings: two in five words in a row, or how they begin, are the same.

    A beginning counts from four words with three that say something on: `These people kept the city clean`, but not
    `I do not think that we`, which two sayings may share.
    """
    longest = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    if longest.size < _FEWEST:
        return False
    telling = longest.a == longest.b == 0 and len(content_words(" ".join(one[: longest.size]))) >= _TELLING
    return longest.size >= (0.25 if telling else 0.4) * min(len(one), len(other))
