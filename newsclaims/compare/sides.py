"""One report in a comparison, and what a comparison consists of: places, differences, agreements."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from newsclaims.checks.reading import Reading
from newsclaims.compare.contexts import context, stems, telling
from newsclaims.model import Article, Claim, Date, Figure, Quote

_MOST_FACTS = 400
"""Figures of one report that are compared, and dates: each is held against each of the other report."""
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
        self.names = {entity.id: entity for entity in article.entities if entity.named}
        self.claims: dict[int, list[Claim]] = {}
        for claim in article.claims:
            self.claims.setdefault(claim.sentence, []).append(claim)
        self._facts: dict[int, list[Figure | Date]] = {}
        self._telling: dict[int, list[Claim]] = {}
        self._stems: dict[str | None, frozenset[str]] = {}
        self._spoken: dict[str | None, frozenset[str]] = {}

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
        """The first figures with a value, or a range, and what they are about."""
        found = [item for item in self.article.figures if item.value is not None and item.kind != "ordinal"]
        return [(item, self._context(item)) for item in found[:_MOST_FACTS]]

    @cached_property
    def dates(self) -> list[tuple[Date, frozenset[str]]]:
        """The first dates and durations with a value and what they are about."""
        found = [item for item in self.article.dates if item.value and item.type in ("DATE", "DURATION")]
        return [(item, self._context(item)) for item in found[:_MOST_FACTS]]

    def _context(self, fact: Figure | Date) -> frozenset[str]:
        if fact.sentence not in self._telling:
            claims = self.claims.get(fact.sentence, ())
            self._telling[fact.sentence] = telling(self.reading, claims, self.facts(fact.sentence))
        return context(self.reading, fact, self._telling[fact.sentence], self.facts(fact.sentence))

    def facts(self, sentence: int) -> list[Figure | Date]:
        """Return the figures and dates of a sentence in the order of the text."""
        found = self._facts.get(sentence)
        if found is None:
            line = self.reading.lines[sentence]
            found = self._facts[sentence] = sorted((*line.figures, *line.dates), key=lambda item: item.start)
        return found

    def named_stems(self, entity: str | None) -> frozenset[str]:
        """Return the content words of all names and descriptions of an entity."""
        found = self._stems.get(entity)
        if found is None:
            known = self.names.get(entity or "")
            words = [known.name, *(item.text for item in known.mentions if item.kind != "pronoun")] if known else []
            found = self._stems[entity] = stems(" ".join(dict.fromkeys(words)))
        return found

    def spoken_names(self, entity: str | None, text: str) -> frozenset[str]:
        """Return the words of all names of an entity, in lower case; of the text when it is none."""
        if entity not in self.names:
            return _name_words((text,))
        found = self._spoken.get(entity)
        if found is None:
            known = self.names[entity]
            names = (known.name, *(item.text for item in known.mentions if item.kind == "name"))
            found = self._spoken[entity] = _name_words(dict.fromkeys(names))
        return found


def _name_words(texts: Iterable[str]) -> frozenset[str]:
    words = (word for text in texts for word in text.split())
    return frozenset(word.strip(".,'’").lower() for word in words if word[:1].isupper() and len(word) > 2)
