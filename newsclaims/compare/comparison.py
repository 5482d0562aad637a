"""Reports of one event side by side: what they agree on, where they contradict each other, what only one has.

Figures and dates are compared when their clauses are about the same thing and no report gives the other's value
anywhere; claims when they share actor and object; quotes when they share their words.  Precision comes before recall.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclaims.compare.claims import claim_agreements, claim_differences
from newsclaims.compare.contexts import likeness, stems
from newsclaims.compare.quotes import quote_differences
from newsclaims.compare.sides import Agreement, Comparison, Difference, Place, Side
from newsclaims.compare.values import value_differences
from newsclaims.model import Article


def _crosses(item: Agreement, differences: Sequence[Difference]) -> bool:
    """Return whether an agreement holds a place that is told differently."""
    places = [place for other in differences for place in other.places]
    return any(
        mine.article == place.article and mine.start < place.end and place.start < mine.end
        for mine in item.places
        for place in places
    )


def compare(articles: Sequence[Article]) -> Comparison:
    """Compare every article with every other, in the order given."""
    sides = [Side(number, article) for number, article in enumerate(articles)]
    differences: list[Difference] = []
    agreements: list[Agreement] = []
    for at, one in enumerate(sides):
        for other in sides[at + 1 :]:
            spoken, said = quote_differences(one, other)
            claimed = claim_differences(one, other)
            values, same = value_differences(
                one,
                other,
                {place for item in spoken for place in item.places},
                {place for item in (*spoken, *claimed) for place in item.places},
            )
            differences += [*spoken, *claimed, *values]
            alike = [item for item in claim_agreements(one, other) if not _crosses(item, [*spoken, *claimed, *values])]
            agreements += [*said, *alike, *same]
    differences.sort(key=lambda item: (item.places[0].article, item.places[1].article, item.places[0].start))
    return Comparison(tuple(articles), tuple(differences), tuple(agreements), tuple(_only(sides)))


_COMMON = 300  # sentences with one word: a word of more says little


def _only(sides: Sequence[Side]) -> Iterator[Place]:
    """Yield the sentences that share less than half of their content words with any sentence of the other articles."""
    everything = [[stems(line.raw) for line in side.reading.lines] for side in sides]
    index: dict[str, list[tuple[int, int]]] = {}
    for number, lines in enumerate(everything):
        for at, found in enumerate(lines):
            for stem in found:
                index.setdefault(stem, []).append((number, at))
    for side in sides:
        for line, found in zip(side.reading.lines, everything[side.number], strict=True):
            if line.part != "body" or len(found) < 3:
                continue
            near = {place for stem in found for place in index[stem][:_COMMON] if place[0] != side.number}
            others = (everything[number][at] for number, at in near)
            if not any(likeness(found, other) >= 0.5 and len(found & other) > 1 for other in others):
                yield Place(side.number, line.raw, line.start, line.start + len(line.raw), line.index)
