"""Texts that share words in a row, found without holding every one against every other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

_COMMON = 20
"""Texts that are remembered for the same words in a row: what stands in more is a formula."""


class WordsInRow:
    """The texts that have been added, found again by ``size`` words in a row that they share with another."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._places: dict[tuple[str, ...], list[int]] = {}

    def _rows(self, words: Sequence[str]) -> set[tuple[str, ...]]:
        return {tuple(words[at : at + self._size]) for at in range(len(words) - self._size + 1)}

    def add(self, number: int, words: Sequence[str]) -> None:
        """Remember a text under its number."""
        for row in self._rows(words):
            places = self._places.setdefault(row, [])
            if len(places) < _COMMON:
                places.append(number)

    def nearest(self, words: Sequence[str], most: int) -> list[int]:
        """Return the numbers of the texts that share most with these words, ``most`` of them, in rising order."""
        shared = Counter(number for row in self._rows(words) for number in self._places.get(row, ()))
        return sorted(sorted(shared, key=lambda number: (-shared[number], number))[:most])
