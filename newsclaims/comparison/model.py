"""What a comparison consists of: places, differences, agreements, and rows of statements that tell the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from newsclaims.facts.compared import Relation
from newsclaims.model import Article

DifferenceKind = Literal["figure", "date", "name", "actor", "polarity", "quote-wording", "quote-speaker"]
AgreementKind = Literal["claim", "quote", "figure", "date"]


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

    kind: AgreementKind
    places: tuple[Place, Place]


@dataclass(frozen=True, slots=True)
class Row:
    """Statements of two reports or more that tell the same thing, one a report, in the order of the reports.

    ``relation`` is "alike" where all that is compared agrees, "differ" where something contradicts, and "open" where
    one tells more or less surely, or another measure (`up to $8 billion`, `$6.5 billion`).  ``score`` says how sure it
    is that they tell the same (0 to about 1.5).
    """

    relation: Relation
    score: float
    places: tuple[Place, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that was found between the articles; ``only`` holds the sentences that no other article tells."""

    articles: tuple[Article, ...]
    rows: tuple[Row, ...]
    differences: tuple[Difference, ...]
    agreements: tuple[Agreement, ...]
    only: tuple[Place, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain dicts and lists: articles by number, places as text and offsets."""
        return {
            "articles": [_article(item) for item in self.articles],
            "differences": [_difference(item) for item in self.differences],
            "agreements": [_agreement(item) for item in self.agreements],
            "statements": [_row(item) for item in self.rows],
            "only": [_place(place) for place in self.only],
        }

    def records(self) -> Iterator[dict[str, Any]]:
        """Yield the same as one flat dict an item, whose ``type`` says what it is; the articles come first."""
        for number, article in enumerate(self.articles):
            yield {"type": "article", "article": number, **_article(article)}
        for difference in self.differences:
            yield {"type": "difference", **_difference(difference)}
        for agreement in self.agreements:
            yield {"type": "agreement", **_agreement(agreement)}
        for row in self.rows:
            yield {"type": "statement", **_row(row)}
        for place in self.only:
            yield {"type": "only", **_place(place)}


def _article(item: Article) -> dict[str, Any]:
    return {"id": item.id, "source": item.source, "title": item.title, "published": item.published}


def _difference(item: Difference) -> dict[str, Any]:
    return {"kind": item.kind, "message": item.message, "places": [_place(place) for place in item.places]}


def _agreement(item: Agreement) -> dict[str, Any]:
    return {"kind": item.kind, "places": [_place(place) for place in item.places]}


def _row(item: Row) -> dict[str, Any]:
    places = [_place(place) for place in item.places]
    return {"relation": item.relation, "score": round(item.score, 2), "notes": [*item.notes], "places": places}


def _place(place: Place) -> dict[str, Any]:
    return {
        "article": place.article, "text": place.text, "start": place.start, "end": place.end, "sentence": place.sentence
    }  # fmt: skip
