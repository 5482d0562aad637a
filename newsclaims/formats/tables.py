"""An article as rows of the database's tables (``tables.sql``), made where the article was extracted."""

from __future__ import annotations

import json
from typing import Any

from newsclaims.model import Article, Failure, Reference

Rows = list[tuple[Any, ...]]
PLAIN = ("sentences", "entities", "roles", "mentions", "quotes", "dates", "figures", "claims", "members",
         "arguments", "claim_dates", "claim_figures", "checks", "texts")  # fmt: skip
"""The tables in an order in which rows may be inserted; rows leave out a leading integer key."""


def rows_of(item: Article | Failure, record: int = 1) -> dict[str, Rows] | None:
    """Return an article's rows by table; None for a failure.  ``record`` is its number in the file that it is from."""
    if isinstance(item, Failure):
        return None
    article = _clean(item.id)

    def key(id: str | None) -> str | None:
        return None if id is None else f"{article}#{id}"

    def entity(reference: Reference | None) -> tuple[str | None, str | None, str | None]:
        return (None, None, None) if reference is None else (reference.text, key(reference.entity), reference.reading)

    def members(id: str, **references: Reference | None) -> Rows:
        named = [(part, held) for part, held in references.items() if held is not None and held.entities]
        return [(article, key(id), part, key(member)) for part, held in named for member in held.entities]

    found: dict[str, Rows] = {name: [] for name in ("articles", *PLAIN)}
    found["articles"].append(
        (article, item.source, record, item.title, item.published, item.published_basis, item.language,
         item.schema_version, json.dumps(item.warnings, ensure_ascii=False), item.text)
    )  # fmt: skip
    for number, s in enumerate(item.sentences):
        found["sentences"].append(
            (key(f"s{number}"), article, number, s.start, s.end, s.paragraph, s.part, s.type, s.check_worthiness)
        )
    for e in item.entities:
        found["entities"].append((key(e.id), article, e.id, e.name, e.type, e.country))
        found["roles"] += [(key(e.id), role) for role in e.roles]
        found["mentions"] += [(key(e.id), m.text, m.start, m.end, m.kind) for m in e.mentions]
    for q in item.quotes:
        cue = (q.cue.text, q.cue.lemma) if q.cue else (None, None)
        found["quotes"].append(
            (key(q.id), article, q.id, q.text, q.start, q.end, q.sentence, json.dumps(q.spans), q.kind,
             *entity(q.speaker), *cue, *entity(q.addressee), q.confidence, q.rule)
        )  # fmt: skip
        found["members"] += members(q.id, speaker=q.speaker, addressee=q.addressee)
        found["texts"].append((article, key(q.id), q.text))
    for d in item.dates:
        found["dates"].append(
            (key(d.id), article, d.id, d.text, d.start, d.end, d.sentence, d.type, d.value, d.mod, d.from_, d.to,
             d.anchor, key(d.anchor_id), d.rule)
        )  # fmt: skip
    for f in item.figures:
        found["figures"].append(
            (key(f.id), article, f.id, f.text, f.start, f.end, f.sentence, f.kind, _real(f.value), _real(f.low),
             _real(f.high), f.unit, f.comparator, int(f.approximate), f.of, f.per, f.direction,
             f.point, key(f.baseline), f.rule)
        )  # fmt: skip
    for c in item.claims:
        found["claims"].append(
            (key(c.id), article, c.id, c.text, c.start, c.end, c.sentence, *entity(c.subject), c.predicate.text,
             c.predicate.lemma, *entity(c.object), c.voice, int(c.negated), c.modality, key(c.attributed_to),
             key(c.quote), key(c.place), c.standalone, c.confidence, c.rule)
        )  # fmt: skip
        found["members"] += members(c.id, subject=c.subject, object=c.object)
        found["arguments"] += [(key(c.id), a.role, a.text, a.start, a.end, key(a.entity)) for a in c.arguments]
        found["claim_dates"] += [(key(c.id), key(id)) for id in dict.fromkeys(c.dates)]
        found["claim_figures"] += [(key(c.id), key(id)) for id in dict.fromkeys(c.figures)]
        found["texts"].append((article, key(c.id), c.text))
    for k in item.checks:
        spans = json.dumps([[span.start, span.end] for span in k.spans])
        found["checks"].append((key(k.id), article, k.id, k.rule, k.severity, k.message, k.sentence, spans))
    found["texts"].append((article, None, item.text))
    return {name: [tuple(_clean(cell) for cell in row) for row in rows] for name, rows in found.items() if rows}


def _real(value: int | float | None) -> float | None:
    """Return a number as SQLite can hold it: integers beyond 64 bits become floating point."""
    return None if value is None else float(value)


def _clean(cell: Any) -> Any:
    return cell.encode("utf-8", "replace").decode() if isinstance(cell, str) and not cell.isascii() else cell
