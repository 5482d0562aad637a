"""Reports of one event side by side: what they agree on, where they contradict each other, what only one has.

Figures and dates are compared when their clauses are about the same thing and no report gives the other's value
anywhere; claims when they share actor and object; quotes when they share their words.  Precision comes before recall.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from newsclaims.checks.contexts import context, likeness, stems
from newsclaims.checks.reading import Reading
from newsclaims.model import Article, Claim, Date, Figure, Quote

_NOUN_BEFORE = re.compile(r"\b([a-z]{4,20}) \Z")
DifferenceKind = Literal["figure", "date", "actor", "polarity", "quote-wording", "quote-speaker"]


@dataclass(frozen=True, slots=True)
class Place:
    """Words of one of the articles: ``article`` is its number in the order given."""

    article: int
    text: str
    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Two places that contradict each other, and about what."""

    kind: DifferenceKind
    message: str
    places: tuple[Place, Place]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two places that say the same: a figure, date, quote or claim."""

    kind: str
    places: tuple[Place, Place]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that was found between the articles; ``only`` holds the sentences that no other article tells."""

    articles: tuple[Article, ...]
    differences: tuple[Difference, ...]
    agreements: tuple[Agreement, ...]
    only: tuple[Place, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain dicts and lists: articles by number, places as text and offsets."""
        return {
            "articles": [{"id": item.id, "source": item.source, "title": item.title, "published": item.published}
                         for item in self.articles],
            "differences": [
                {"kind": item.kind, "message": item.message, "places": [_plain(place) for place in item.places]}
                for item in self.differences
            ],
            "agreements": [
                {"kind": item.kind, "places": [_plain(place) for place in item.places]} for item in self.agreements
            ],
            "only": [_plain(place) for place in self.only],
        }  # fmt: skip


def _plain(place: Place) -> dict[str, Any]:
    return {
        "article": place.article, "text": place.text, "start": place.start, "end": place.end, "sentence": place.sentence
    }  # fmt: skip


class Side:
    """One article in a comparison: its number and what is looked up again and again."""

    def __init__(self, number: int, article: Article) -> None:
        self.number = number
        self.article = article
        self.reading = Reading(article)
        self.names = {entity.id: entity for entity in article.entities}
        self.claims: dict[int, list[Claim]] = {}
        for claim in article.claims:
            self.claims.setdefault(claim.sentence, []).append(claim)

    def place(self, item: Figure | Date | Quote | Claim) -> Place:
        """Return where a fact of this article stands."""
        return Place(self.number, item.text, item.start, item.end, item.sentence)

    @cached_property
    def descriptions(self) -> dict[str, str]:
        """Stem of a name -> stem of the noun right before it: `nordl` -> `ferry` from `the ferry Nordlys`."""
        found = {}
        text = self.article.text
        for entity in self.article.entities:
            for mention in entity.mentions:
                noun = _NOUN_BEFORE.search(text, max(0, mention.start - 24), mention.start)
                if mention.kind == "name" and noun:
                    for stem in stems(noun[1]):
                        found.update(dict.fromkeys(stems(mention.text), stem))
        return found

    @cached_property
    def figures(self) -> list[tuple[Figure, frozenset[str]]]:
        """The figures with a value, or a range, and what they are about."""
        found = [item for item in self.article.figures if item.value is not None and item.kind != "ordinal"]
        return [(item, context(self.reading, item, self.claims.get(item.sentence, ()))) for item in found]

    @cached_property
    def dates(self) -> list[tuple[Date, frozenset[str]]]:
        """The dates and durations with a value and what they are about."""
        found = [item for item in self.article.dates if item.value and item.type in ("DATE", "DURATION")]
        return [(item, context(self.reading, item, self.claims.get(item.sentence, ()))) for item in found]

    def spoken_names(self, entity: str | None, text: str) -> frozenset[str]:
        """Return the words of all names of an entity, in lower case; of the text when it is none."""
        if entity in self.names:
            mentions = self.names[entity].mentions
            text = " ".join([self.names[entity].name, *(item.text for item in mentions if item.kind == "name")])
        return frozenset(word.strip(".,'’").lower() for word in text.split() if word[:1].isupper() and len(word) > 2)


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
    from newsclaims.checks.compare_claims import claim_agreements, claim_differences
    from newsclaims.checks.compare_quotes import quote_differences
    from newsclaims.checks.compare_values import value_differences

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
