"""An article's items as rows of the flat tables (``columns.py``): what they name is written out beside its id."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from newsclaims.formats.columns import JOINED, columns_of
from newsclaims.model import Article, Date, Failure, Reference

Row = tuple[Any, ...]
Fields = dict[str, Any]


def flat_rows(item: Article | Failure, table: str) -> list[Row]:
    """Return the rows of an article in the order of the table's columns; a failure has none."""
    if isinstance(item, Failure):
        return []
    names = [column.name for column in columns_of(table)]
    article = {"article": item.id, "source": item.source, "published": item.published}
    words = _Words(item)
    kinds = table.split("+")
    found = []
    for kind in kinds:
        for fields in _ROWS[kind](item, words):
            if len(kinds) > 1:
                fields = {JOINED.get((kind, name), name): value for name, value in fields.items()}
                fields["item"] = _ITEM[kind]
            row = article | fields
            found.append(tuple([row.get(name) for name in names]))
    return found


class _Words:
    """What an article's ids stand for."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._names = {entity.id: entity.name for entity in article.entities}
        self._said = {date.id: _day(date) for date in article.dates}
        self._said |= {figure.id: figure.text for figure in article.figures}

    def name(self, id: str | None) -> str | None:
        """Return the name of an entity."""
        return None if id is None else self._names.get(id)

    def say(self, ids: tuple[str, ...]) -> list[str]:
        """Return the values of points of time, and the words of other dates and of figures."""
        return [" ".join(self._said[id].split()) for id in ids if id in self._said]

    def reference(self, key: str, reference: Reference | None) -> Fields:
        """Return the words, name, id and reading of who is meant; of several the names."""
        if reference is None:
            return {}
        ids = reference.entities or (reference.entity,)
        return {
            key: reference.text,
            f"{key}_name": "; ".join(filter(None, map(self.name, ids))) or None,
            f"{key}_entity": reference.entity,
            f"{key}_reading": reference.reading,
        }

    def context(self, sentence: int) -> Fields:
        """Return a sentence's number and its words on one line, as far as the text is known."""
        span = self._article.sentences[sentence]
        return {"sentence": sentence, "context": " ".join(self._article.text[span.start : span.end].split()) or None}


def _day(date: Date) -> str:
    """Return a point of time as its value, else the words: `days` says more than PXD."""
    return date.value if date.value is not None and date.value[0].isdigit() else date.text


def _span(item: Any) -> Fields:
    return {"text": item.text, "start": item.start, "end": item.end}


def _entities(article: Article, words: _Words) -> Iterator[Fields]:
    for entity in article.entities:
        yield {
            "id": entity.id, "name": entity.name, "type": entity.type, "country": entity.country, "roles": entity.roles,
            "mentions": len(entity.mentions), **(_span(entity.mentions[0]) if entity.mentions else {}),
        }  # fmt: skip


def _mentions(article: Article, words: _Words) -> Iterator[Fields]:
    for entity in article.entities:
        for mention in entity.mentions:
            yield {"entity": entity.id, "name": entity.name, "kind": mention.kind, **_span(mention)}


def _claims(article: Article, words: _Words) -> Iterator[Fields]:
    for claim in article.claims:
        yield {
            "id": claim.id, **_span(claim), **words.context(claim.sentence),
            **words.reference("subject", claim.subject), "predicate": claim.predicate.text,
            "lemma": claim.predicate.lemma, **words.reference("object", claim.object),
            "arguments": [f"{argument.role}: {argument.text}" for argument in claim.arguments],
            "voice": claim.voice, "negated": claim.negated, "modality": claim.modality,
            "attributed_to": words.name(claim.attributed_to), "attributed_to_entity": claim.attributed_to,
            "when": words.say(claim.dates), "place": words.name(claim.place), "place_entity": claim.place,
            "amounts": words.say(claim.figures), "dates": claim.dates, "figures": claim.figures, "quote": claim.quote,
            "standalone": claim.standalone, "confidence": claim.confidence, "rule": claim.rule,
        }  # fmt: skip


def _quotes(article: Article, words: _Words) -> Iterator[Fields]:
    for quote in article.quotes:
        yield {
            "id": quote.id, **_span(quote), **words.context(quote.sentence), "kind": quote.kind,
            **words.reference("speaker", quote.speaker), "cue": quote.cue.text if quote.cue else None,
            "lemma": quote.cue.lemma if quote.cue else None, **words.reference("addressee", quote.addressee),
            "confidence": quote.confidence, "rule": quote.rule,
        }  # fmt: skip


def _dates(article: Article, words: _Words) -> Iterator[Fields]:
    for date in article.dates:
        yield {
            "id": date.id, **_span(date), **words.context(date.sentence), "type": date.type, "value": date.value,
            "mod": date.mod, "from": date.from_, "to": date.to, "anchor": date.anchor, "anchor_id": date.anchor_id,
            "rule": date.rule,
        }  # fmt: skip


def _figures(article: Article, words: _Words) -> Iterator[Fields]:
    for figure in article.figures:
        yield {
            "id": figure.id, **_span(figure), **words.context(figure.sentence), "kind": figure.kind,
            "value": figure.value, "low": figure.low, "high": figure.high, "unit": figure.unit,
            "comparator": figure.comparator, "approximate": figure.approximate, "of": figure.of, "per": figure.per,
            "direction": figure.direction, "point": figure.point, "baseline": figure.baseline, "rule": figure.rule,
        }  # fmt: skip


def _checks(article: Article, words: _Words) -> Iterator[Fields]:
    for check in article.checks:
        yield {
            "id": check.id, "severity": check.severity, "message": check.message, **words.context(check.sentence),
            **(_span(check.spans[0]) if check.spans else {}), "rule": check.rule,
        }  # fmt: skip


def _sentences(article: Article, words: _Words) -> Iterator[Fields]:
    for number, sentence in enumerate(article.sentences):
        yield {
            "number": number, "text": words.context(number)["context"], "part": sentence.part, "type": sentence.type,
            "check_worthiness": sentence.check_worthiness, "paragraph": sentence.paragraph, "start": sentence.start,
            "end": sentence.end,
        }  # fmt: skip


def _articles(article: Article, words: _Words) -> Iterator[Fields]:
    yield {
        "title": article.title, "published_basis": article.published_basis, "language": article.language,
        "characters": len(article.text), "warnings": article.warnings,
    }  # fmt: skip


_ROWS: dict[str, Callable[[Article, _Words], Iterator[Fields]]] = {
    "articles": _articles, "sentences": _sentences, "entities": _entities, "mentions": _mentions, "claims": _claims,
    "quotes": _quotes, "dates": _dates, "figures": _figures, "checks": _checks,
}  # fmt: skip
_ITEM = {
    "entities": "entity", "claims": "claim", "quotes": "quote", "dates": "date", "figures": "figure", "checks": "check",
}  # fmt: skip
