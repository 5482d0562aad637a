"""Whether two quotes are the same words, or one quote in two wordings."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from newsclaims.facts.lexical import content_words

_FEWEST = 4  # words in a row
_PIECE = 3  # words in a row of a piece that both have
_LONG = 8  # words of a quote of a speaker who is not known
_TELLING = 3  # of these words that say something, where two quotes begin alike


def same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether the shorter quote stands in the longer, word by word, or all their words that say something.

    Marks and hyphens are no words.
    """
    short, long = sorted((one, other), key=len)
    if not short:
        return False
    return f" {' '.join(short)} " in f" {' '.join(long)} " or content_words(" ".join(one)) == content_words(
        " ".join(other)
    )


def variant(one: Sequence[str], other: Sequence[str], surely: bool = False) -> bool:
    """Return whether two quotes are one in two wordings: two in five words in a row, or how they begin, are the same,
    or three in five words in pieces of three and more.

    A beginning counts from four words with three that say something on: `These people kept the city clean`, but not
    `I do not think that we`, which two sayings may share.  ``surely`` asks for three words in four, in order: for two
    that nobody says are one speaker's.
    """
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    longest = matcher.find_longest_match()
    if surely:
        blocks = [block.size for block in matcher.get_matching_blocks() if block.size > 1]
        return min(len(one), len(other)) >= _LONG and sum(blocks) >= 0.75 * min(len(one), len(other))
    if longest.size < _FEWEST:
        return False
    pieces = [block.size for block in matcher.get_matching_blocks() if block.size >= _PIECE]
    if sum(pieces) >= 0.6 * min(len(one), len(other)):
        return True
    opening = longest.a == longest.b == 0
    says = len(content_words(" ".join(one[: longest.size]))) if opening else 0
    if opening and longest.size > _FEWEST and says >= 2:
        return True
    telling = says >= _TELLING
    return longest.size >= (0.25 if telling else 0.4) * min(len(one), len(other))
