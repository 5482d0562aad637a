"""Closed classes of words that rules ask for: light words before a number, words of killing, nouns of persons."""

from __future__ import annotations

from functools import cache

from newsclaims.table import rows


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the words of one class of ``lexicon/word_classes.tsv``; an unknown class is a ``KeyError``."""
    return _classes()[name]


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split(" ")) for name, words in rows("figures", "word_classes")}
