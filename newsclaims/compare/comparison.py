"""Reports of one event side by side: what they agree on, where they contradict each other, what only one has.

Figures and dates are compared when their clauses are about the same thing and no report gives the other's value
anywhere; claims when they share actor and object; quotes when they share their words.  Precision comes before recall.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate, combinations

from newsclaims.compare.claims import claim_agreements, claim_differences
from newsclaims.compare.contexts import likeness, stems
from newsclaims.compare.quotes import quote_differences
from newsclaims.compare.sides import Agreement, Comparison, Difference, Place, Side
from newsclaims.compare.values import value_differences
from newsclaims.isolation import isolated
from newsclaims.model import Article, Failure


def _crosser(differences: Sequence[Difference]) -> Callable[[Agreement], bool]:
    """Return a function that says whether an agreement holds a place that is told differently."""
    told: dict[int, list[tuple[int, int]]] = {}
    for item in differences:
        for place in item.places:
            told.setdefault(place.article, []).append((place.start, place.end))
    starts = {article: sorted(spans) for article, spans in told.items()}
    reach = {article: [*accumulate((end for _, end in spans), max)] for article, spans in starts.items()}

    def crosses(item: Agreement) -> bool:
        for mine in item.places:
            spans = starts.get(mine.article, [])
            at = bisect_left(spans, (mine.end, mine.end))
            if at and reach[mine.article][at - 1] > mine.start:
                return True
        return False

    return crosses


def compare(articles: Sequence[Article], failures: list[Failure] | None = None) -> Comparison:
    """Compare every article with every other, in the order given.

    A pair that cannot be compared is a failure in ``failures``; without such a list its error is raised.
    """
    sides = [Side(number, article) for number, article in enumerate(articles)]
    differences: list[Difference] = []
    agreements: list[Agreement] = []
    for one, other in combinations(sides, 2):
        compared = partial(_pair, one, other)
        if failures is None:
            found = compared()
        else:
            tried = isolated(compared, other.article.id, f"{one.article.source}, {other.article.source}")
            if isinstance(tried, Failure):
                failures.append(tried)
                continue
            found = tried
        differences += found[0]
        agreements += found[1]
    differences.sort(key=lambda item: (item.places[0].article, item.places[1].article, item.places[0].start))
    return Comparison(tuple(articles), tuple(differences), tuple(agreements), tuple(_only(sides)))


def _pair(one: Side, other: Side) -> tuple[list[Difference], list[Agreement]]:
    spoken, said = quote_differences(one, other)
    claimed = claim_differences(one, other)
    values, same = value_differences(
        one,
        other,
        {place for item in spoken for place in item.places},
        {place for item in (*spoken, *claimed) for place in item.places},
    )
    differences = [*spoken, *claimed, *values]
    crosses = _crosser(differences)
    return differences, [*said, *(item for item in claim_agreements(one, other) if not crosses(item)), *same]


_COMMON = 50
"""Sentences of one report with one word: a word of more says little."""


def _only(sides: Sequence[Side]) -> Iterator[Place]:
    """Yield the sentences that share less than half of their content words with any sentence of the other articles."""
    everything = [[stems(line.raw) for line in side.reading.lines] for side in sides]
    index: dict[str, list[list[int]]] = {}
    for number, lines in enumerate(everything):
        for at, found in enumerate(lines):
            for stem in found:
                places = index.setdefault(stem, [[] for _ in sides])[number]
                if len(places) < _COMMON:
                    places.append(at)
    for side in sides:
        mine = side.number
        for line, found in zip(side.reading.lines, everything[mine], strict=True):
            if line.part != "body" or len(found) < 3:
                continue
            shared: Counter[tuple[int, int]] = Counter()
            for stem in found:
                for number, places in enumerate(index[stem]):
                    if number != mine:
                        shared.update((number, at) for at in places)
            near = (everything[number][at] for (number, at), count in shared.items() if count > 1)
            if not any(likeness(found, other) >= 0.5 for other in near):
                yield Place(mine, line.raw, line.start, line.start + len(line.raw), line.index)
