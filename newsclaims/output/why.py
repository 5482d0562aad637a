"""``extract --why``: for every item, the words that each part of its rule matched and the candidates that lost.

Rules of quotes, claims and figures are tried in order and the first that fits wins, so only dates, where the longest of
overlapping expressions wins, have candidates that lost.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from newsclaims.model import Article, Claim, Date, Entity, Failure, Figure, Quote, Span
from newsclaims.output.explanations import all_rules, first_sentence

Part = dict[str, Any]


def why_line(item: Article | Failure) -> bytes:
    """Return the article as one line of JSON with the key ``why``: item id -> rule, parts, lost."""
    content = item.to_dict()
    if isinstance(item, Article):
        content["why"] = why(item)
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def why(article: Article) -> dict[str, Part]:
    """Return for every claim, quote, date and figure what its rule says, its matched parts and what lost to it."""
    says = {rule.id: first_sentence(rule) for rule in all_rules()}
    lost = _lost_dates(article) if article.dates else {}
    found: dict[str, Part] = {}
    items: list[Claim | Quote | Date | Figure] = [
        *article.claims, *article.quotes, *article.dates, *article.figures
    ]  # fmt: skip
    for item in items:
        found[item.id] = {
            "rule": item.rule,
            "says": says.get(item.rule, ""),
            "parts": list(_parts(article, item)),
            "lost": lost.get(item.id, []),
        }
    for entity in article.entities:
        found[entity.id] = {"rule": None, "says": "", "parts": list(_mentions(entity)), "lost": []}
    return found


def _part(name: str, span: Any) -> Iterator[Part]:
    if span is not None:
        part = {"part": name, "text": span.text, "start": span.start, "end": span.end}
        reading = getattr(span, "reading", None)
        if reading is not None:
            part["reading"] = reading
            part["reading_rule"] = "links.playing-team" if reading == "team" else "links.acting-government"
        yield part


def _parts(article: Article, item: Claim | Quote | Date | Figure) -> Iterator[Part]:
    """Yield the words of each part of an item."""
    if isinstance(item, Claim):
        yield from _part("subject", item.subject)
        yield from _part("predicate", item.predicate)
        yield from _part("object", item.object)
        for argument in item.arguments:
            yield from _part(argument.role, argument)
    elif isinstance(item, Quote):
        for start, end in item.spans:
            yield from _part("content", Span(article.text[start:end], start, end))
        yield from _part("cue", item.cue)
        yield from _part("speaker", item.speaker)
        yield from _part("addressee", item.addressee)
    else:
        yield from _part("expression", item)
        anchor = item.anchor_id if isinstance(item, Date) else None
        for other in article.dates if anchor else ():
            if other.id == anchor:
                yield from _part("anchor", other)


def _mentions(entity: Entity) -> Iterator[Part]:
    for mention in entity.mentions:
        yield from _part(mention.kind, mention)


def _lost_dates(article: Article) -> dict[str, list[Part]]:
    """Return for every date the shorter expressions inside or across it that other rules found."""
    from newsclaims.dates.grammar import FIGURES, TRIGGERS
    from newsclaims.dates.reading import Reading
    from newsclaims.text.document import read_document
    from newsclaims.words.sentence import analyse

    lost: dict[str, list[Part]] = {}
    by_sentence: dict[int, list[Date]] = {}
    for date in article.dates:
        by_sentence.setdefault(date.sentence, []).append(date)
    for sentence in analyse(read_document(article.text, article.title)):
        kept = by_sentence.get(sentence.index, [])
        reading = Reading(sentence, article.text) if kept else None
        for at, token in enumerate(sentence.tokens) if reading else ():
            rules = (*TRIGGERS.get(token.lower, ()), *(FIGURES if token.lower[0].isdigit() else ()))
            for rule in rules:
                hit = rule.apply(reading, at)
                if hit is None or hit.end <= hit.start:
                    continue
                start, end = sentence.tokens[hit.start].start, sentence.tokens[hit.end - 1].end
                for date in kept:
                    if date.start < end and start < date.end and rule.id != date.rule:
                        text = article.text[start:end]
                        lost.setdefault(date.id, []).append({"rule": rule.id, "text": text, "start": start, "end": end})
    return lost
