"""Writing systems: whose letters are these?  Read through ``regex``: it knows the scripts of Unicode, ``re`` does not.

It takes ten milliseconds to load and is asked for only where a text has letters that are not Latin.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any, Final

from newsclaims.table import rows
from newsclaims.words.sentence import Sentence

FIRST_LETTER: Final = "\u0370"
"""The first letter of a script that is not Latin."""


def written(sentence: Sentence) -> list[str]:
    """Return the words of a sentence; the vowel signs of Indian scripts, tokens of their own, belong to their words."""
    pieces = []
    end = -1
    for token in sentence.tokens:
        pieces.append(token.text if token.start == end else f" {token.text}")
        end = token.end
    return _patterns()[0].findall("".join(pieces))  # type: ignore[no-any-return]


def languages(words: list[str]) -> Counter[str]:
    """Return how many letters each language has whose script is its own, "-" where several share it; Latin has none."""
    found: Counter[str] = Counter()
    _, pattern, codes = _patterns()
    for match in pattern.finditer(" ".join(words)):
        found[codes[match.lastindex - 1]] += match.end() - match.start()
    return found


@cache
def _patterns() -> tuple[Any, Any, list[str]]:
    """Return the patterns of a word and of a run of letters of one script, and the languages of its groups."""
    import regex

    names, codes = zip(*rows("words", "scripts"), strict=True)
    runs = "|".join(rf"(\p{{Script={name}}}+)" for name in names)
    return regex.compile(r"[\p{L}\p{M}]+"), regex.compile(runs), list(codes)
