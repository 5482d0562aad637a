"""One row an item, all kinds in the same columns: for CSV, TSV and Parquet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsclaims.model import Article, Failure

COLUMNS = (
    "article", "source", "published", "item", "id", "kind", "text", "start", "end", "sentence",
    "name", "country", "roles", "mentions",
    "subject", "subject_entity", "subject_reading", "predicate", "lemma", "object", "object_entity", "object_reading",
    "arguments",
    "voice", "negated", "modality", "attributed_to", "quote", "place", "standalone",
    "speaker", "speaker_entity", "speaker_reading", "cue", "addressee",
    "value", "mod", "from", "to", "anchor",
    "number", "low", "high", "unit", "comparator", "approximate", "of", "per", "direction", "point", "baseline",
    "dates", "figures", "severity", "message", "confidence", "rule",
)  # fmt: skip
"""``item`` is entity, claim, quote, date, figure or check and ``kind`` its own type; ids in lists are joined by ";"."""

_NUMBERS = frozenset({"start", "end", "sentence", "mentions", "number", "low", "high", "confidence"})
NUMERIC = tuple(name in _NUMBERS for name in COLUMNS)
_PLACES = {name: place for place, name in enumerate(COLUMNS)}


def flat_rows(item: Article | Failure) -> list[tuple[Any, ...]]:
    """Return the rows of an article in the order of ``COLUMNS``; a failure has none."""
    if isinstance(item, Failure):
        return []
    found = []
    names = {entity.id: entity.name for entity in item.entities}
    for fields in _items(item, names):
        row: list[Any] = [None] * len(COLUMNS)
        row[0], row[1], row[2] = item.id, item.source, item.published
        for name, value in fields.items():
            row[_PLACES[name]] = value
        found.append(tuple(row))
    return found


def _items(article: Article, names: dict[str, str]) -> Iterator[dict[str, Any]]:
    for entity in article.entities:
        first = entity.mentions[0] if entity.mentions else None
        yield {
            "item": "entity", "id": entity.id, "kind": entity.type, "name": entity.name, "country": entity.country,
            "roles": "; ".join(entity.roles), "mentions": len(entity.mentions),
            "text": first.text if first else None, "start": first.start if first else None,
            "end": first.end if first else None,
        }  # fmt: skip
    for claim in article.claims:
        yield {
            "item": "claim", "id": claim.id, "text": claim.text, "start": claim.start, "end": claim.end,
            "sentence": claim.sentence, "predicate": claim.predicate.text, "lemma": claim.predicate.lemma,
            **_reference("subject", claim.subject, names), **_reference("object", claim.object, names),
            "arguments": "; ".join(f"{argument.role}: {argument.text}" for argument in claim.arguments),
            "voice": claim.voice, "negated": claim.negated, "modality": claim.modality,
            "attributed_to": _name(claim.attributed_to, names), "quote": claim.quote,
            "place": _name(claim.place, names), "standalone": claim.standalone,
            "dates": ";".join(claim.dates), "figures": ";".join(claim.figures),
            "confidence": claim.confidence, "rule": claim.rule,
        }  # fmt: skip
    for quote in article.quotes:
        yield {
            "item": "quote", "id": quote.id, "kind": quote.kind, "text": quote.text, "start": quote.start,
            "end": quote.end, "sentence": quote.sentence, **_reference("speaker", quote.speaker, names),
            "cue": quote.cue.text if quote.cue else None, "lemma": quote.cue.lemma if quote.cue else None,
            "addressee": quote.addressee.text if quote.addressee else None,
            "confidence": quote.confidence, "rule": quote.rule,
        }  # fmt: skip
    for date in article.dates:
        yield {
            "item": "date", "id": date.id, "kind": date.type, "text": date.text, "start": date.start, "end": date.end,
            "sentence": date.sentence, "value": date.value, "mod": date.mod, "from": date.from_, "to": date.to,
            "anchor": date.anchor, "rule": date.rule,
        }  # fmt: skip
    for figure in article.figures:
        yield {
            "item": "figure", "id": figure.id, "kind": figure.kind, "text": figure.text, "start": figure.start,
            "end": figure.end, "sentence": figure.sentence, "number": figure.value, "low": figure.low,
            "high": figure.high, "unit": figure.unit, "comparator": figure.comparator,
            "approximate": figure.approximate, "of": figure.of, "per": figure.per, "direction": figure.direction,
            "point": figure.point, "baseline": figure.baseline, "rule": figure.rule,
        }  # fmt: skip
    for check in article.checks:
        first_span = check.spans[0] if check.spans else None
        yield {
            "item": "check", "id": check.id, "severity": check.severity, "message": check.message,
            "sentence": check.sentence, "text": first_span.text if first_span else None,
            "start": first_span.start if first_span else None, "end": first_span.end if first_span else None,
            "rule": check.rule,
        }  # fmt: skip


def _name(id: str | None, names: dict[str, str]) -> str | None:
    return names.get(id, id) if id is not None else None


def _reference(key: str, reference: Any, names: dict[str, str]) -> dict[str, Any]:
    if reference is None:
        return {}
    members = "; ".join(names.get(id, id) for id in reference.entities) or None
    found = {key: reference.text, f"{key}_entity": _name(reference.entity, names) or members}
    return {**found, f"{key}_reading": reference.reading} if reference.reading else found
