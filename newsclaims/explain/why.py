"""``extract --why``: for every item, the words that each part of its rule matched and the candidates that lost.

``lost`` holds, for every kind, what stood near and was not taken, each with its text, offsets and ``why``:

* claims: noun groups near the verb that became neither ``subject`` nor ``object`` nor an argument;
* quotes: names and pronouns that are not the ``speaker``, and other verbs that could be its ``cue``;
* dates: shorter expressions in or across it that other rules read (the longest wins);
* figures: what other rules read in its words, and readings as date, name or pronoun;
* entities: the other ``type``s with their scores, the best first.

A claim has ``confidence`` too: the terms that make its confidence, with their weights in log-odds.

Nothing of this is kept during extraction: the extractors' own functions are asked once more (``rivals.py``,
``rival_quotes.py``).
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from newsclaims.claims.confidence import rated
from newsclaims.explain import rival_quotes as rivals_quotes
from newsclaims.explain import rivals
from newsclaims.explain.rules import all_rules, first_sentence
from newsclaims.fields import changed
from newsclaims.model import Article, Claim, Date, Entity, Failure, Figure, Quote, Span
from newsclaims.syntax.parses import Parses
from newsclaims.text.document import read_document
from newsclaims.text.legible import Legible, legible, moved
from newsclaims.words.sentence import Sentence, analyse

Part = dict[str, Any]
_ACROSS = 8  # dates that one expression may lie across


def why_line(item: Article | Failure) -> bytes:
    """Return the article as one line of JSON with the key ``why``: item id -> rule, parts, lost."""
    content = item.to_dict()
    if isinstance(item, Article):
        content["why"] = why(item)
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def why(article: Article) -> dict[str, Part]:
    """Return for every item what its rule says, its matched parts and what lost to it."""
    says = {rule.id: first_sentence(rule) for rule in all_rules()}
    shown = legible(article.text)
    given, article = article, _as_read(article, shown)
    document = read_document(shown.text, article.title)
    sentences = analyse(document)
    parses = Parses(document, sentences)
    lost = {
        **rivals.of_claims(article, sentences),
        **rivals_quotes.of_quotes(article, parses),
        **_lost_dates(article, sentences),
        **rivals.of_figures(article, parses),
        **rivals.of_entities(article, parses),
    }
    lost = {id: _as_given(parts, given, shown) for id, parts in lost.items()}
    found: dict[str, Part] = {}
    dates = {item.id: item for item in article.dates}
    items: list[Claim | Quote | Date | Figure] = [
        *article.claims, *article.quotes, *article.dates, *article.figures
    ]  # fmt: skip
    for item in items:
        found[item.id] = {
            "rule": item.rule,
            "says": says.get(item.rule, ""),
            "parts": _as_given(list(_parts(article, item, dates)), given, shown),
            "lost": lost.get(item.id, []),
        }
    for claim, rating in rated(article.claims, sentences):
        found[claim.id]["confidence"] = dict(rating.weighed(claim))
    for entity in article.entities:
        parts = _as_given(list(_mentions(entity)), given, shown)
        found[entity.id] = {"rule": None, "says": "", "parts": parts, "lost": lost.get(entity.id, [])}
    return found


def _as_read(article: Article, shown: Legible) -> Article:
    """Return the article with its items at their places in the text that is read."""
    if shown.text == article.text:
        return article
    kinds = ("sentences", "entities", "claims", "quotes", "dates", "figures")
    held = {kind: moved(getattr(article, kind), shown.read, shown.read, shown.text) for kind in kinds}
    return changed(article, **held, text=shown.text)


def _as_given(parts: list[Part], article: Article, shown: Legible) -> list[Part]:
    """Return parts with their places and words in the article's text."""
    if shown.text == article.text:
        return parts
    found = []
    for part in parts:
        start, end = shown.start(part.get("start", 0)), shown.end(part.get("end", 0))
        found.append(part | {"text": article.text[start:end], "start": start, "end": end} if "start" in part else part)
    return found


def _part(name: str, span: Any) -> Iterator[Part]:
    if span is not None:
        part = {"part": name, "text": span.text, "start": span.start, "end": span.end}
        reading = getattr(span, "reading", None)
        if reading is not None:
            part["reading"] = reading
            part["reading_rule"] = "links.playing-team" if reading == "team" else "links.acting-government"
        yield part


def _parts(article: Article, item: Claim | Quote | Date | Figure, dates: dict[str, Date]) -> Iterator[Part]:
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
        anchor = dates.get(item.anchor_id or "") if isinstance(item, Date) else None
        yield from _part("anchor", anchor)


def _mentions(entity: Entity) -> Iterator[Part]:
    for mention in entity.mentions:
        yield from _part(mention.kind, mention)


def _lost_dates(article: Article, sentences: Sequence[Sentence]) -> dict[str, list[Part]]:
    """Return for every date the shorter expressions inside or across it that other rules found."""
    from newsclaims.dates.hits import Reading
    from newsclaims.dates.recognition import FIGURES, TRIGGERS

    lost: dict[str, list[Part]] = {}
    by_sentence: dict[int, list[Date]] = {}
    for date in article.dates:
        by_sentence.setdefault(date.sentence, []).append(date)
    for sentence in sentences if by_sentence else ():
        kept = by_sentence.get(sentence.index, [])
        reading = Reading(sentence, article.text) if kept else None
        for at, token in enumerate(sentence.tokens) if reading else ():
            rules = (*TRIGGERS.get(token.lower, ()), *(FIGURES if token.lower[0].isdigit() else ()))
            for rule in rules:
                hit = rule.apply(reading, at)
                if hit is None or hit.end <= hit.start:
                    continue
                start, end = sentence.tokens[hit.start].start, sentence.tokens[hit.end - 1].end
                first = bisect_right(kept, start, key=lambda date: date.end)
                for date in kept[first : first + _ACROSS]:
                    if date.start < end and rule.id != date.rule:
                        text = article.text[start:end]
                        why_not = "the longer expression wins" if end - start < date.end - date.start else "it overlaps"
                        lost.setdefault(date.id, []).append(
                            {"part": "expression", "text": text, "start": start, "end": end, "why": why_not,
                             "rule": rule.id}
                        )  # fmt: skip
    return lost
