"""Which sentences of two reports are alike, by the words, names and values that their statements share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import sqrt

_SENTENCES = 6  # sentences of the other report that a sentence is held against
_LIKE = 0.08  # likeness from which it is
_COMMON = 25  # sentences under one word that are looked at
_BESIDE = ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, -1))
Key = tuple[int, int]  # number of a sentence of one report, and of the other


class Lines:
    """The sentences of two reports that are alike.

    ``near`` has for each sentence of the first those of the other, with how alike they are (0 to 1, a cosine); ``best``
    for each the one that is most like it, ``back`` the same for the other report.  ``beside`` are the sentences before
    and behind a best one: reports often keep what belongs together beside each other.
    """

    def __init__(
        self, one: Mapping[int, Mapping[str, float]], other: Mapping[int, Mapping[str, float]],
        weight: Mapping[str, float],
    ) -> None:  # fmt: skip
        self._size = [
            {at: sum(weight[word] * level for word, level in told.items()) for at, told in side.items()}
            for side in (one, other)
        ]
        self.near = dict(self._alike(one, other, weight))
        self.best = {at: max(like, key=lambda line: (like[line], -line)) for at, like in self.near.items() if like}
        self.back: dict[int, int] = {}
        found: dict[int, float] = {}
        for at, like in self.near.items():
            for line, sure in like.items():
                if sure > found.get(line, 0.0):
                    found[line] = sure
                    self.back[line] = at
        pairs = [*self.best.items(), *((at, line) for line, at in self.back.items())]
        self.beside = {
            (at + x, line + y): None
            for at, line in pairs
            for x, y in _BESIDE
            if at + x in one and line + y in other
        }  # fmt: skip

    def like(self, key: Key) -> float:
        """Return how alike two sentences are."""
        return self.near.get(key[0], {}).get(key[1], 0.0)

    def support(self, key: Key) -> float:
        """Return how alike the two sentences beside them are that are most alike."""
        return max(self.like((key[0] + x, key[1] + y)) for x, y in _BESIDE)

    def _alike(
        self, one: Mapping[int, Mapping[str, float]], other: Mapping[int, Mapping[str, float]],
        weight: Mapping[str, float],
    ) -> Iterator[tuple[int, dict[int, float]]]:  # fmt: skip
        places: dict[str, list[int]] = {}
        for at, told in other.items():
            for word in told:
                places.setdefault(word, []).append(at)
        for at, told in one.items():
            shared: dict[int, float] = {}
            for word, level in told.items():
                says = weight[word]
                for line in places.get(word, ())[:_COMMON]:
                    shared[line] = shared.get(line, 0.0) + says * min(level, other[line][word])
            ranked = sorted(
                ((sum_ / sqrt(self._size[0][at] * self._size[1][line]), line) for line, sum_ in shared.items()),
                key=lambda item: (-item[0], item[1]),
            )
            yield at, {line: like for like, line in ranked[:_SENTENCES] if like >= _LIKE}
