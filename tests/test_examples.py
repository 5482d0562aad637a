"""Every example of every rule, as written in the ``examples.md`` beside the rules."""

from __future__ import annotations

from typing import Any

import pytest

import newsclaims
from newsclaims.checks import check
from newsclaims.examples import FOLDERS, Example, describe, examples
from newsclaims.links.classes import word_class
from newsclaims.model import Entity

COREFERENCE = {
    "links.pronoun-person", "links.pronoun-group", "links.pronoun-body", "links.pronoun-judged-body",
    "links.quoted-first-person", "links.role-description", "links.countryman-description", "links.body-description",
    "links.institution-again", "links.unnamed-actor", "links.identified-actor", "links.office-of-country",
}  # fmt: skip
DOCUMENTS = "links.speaking-document"
SPEAKERS = "links.nameless-speaker"
MEMBERS = "links.coordination"
READINGS = {"links.acting-government": "government", "links.playing-team": "team"}
CASES = [example for folder in FOLDERS for example in examples(folder)]


def told(entity: Entity) -> bool:
    """Return whether an entity has a name or is an institution of a country."""
    return entity.country is not None or any(mention.kind == "name" for mention in entity.mentions)


def found(example: Example) -> list[tuple[int, int, str]]:
    article = newsclaims.extract(example.text, date=example.date)
    if example.rule.startswith("checks."):
        checks = [item for item in check(article).checks if item.rule == example.rule]
        return sorted((item.spans[0].start, item.spans[0].end, describe(item)) for item in checks)
    if example.rule.startswith("sentences."):
        last = article.sentences[-1]
        kind = str(last.type)
        return [(last.start, last.end, kind)] if f"sentences.{kind}" == example.rule else []
    if example.rule.startswith("wording."):
        standing = [claim for claim in article.claims if claim.sentence == len(article.sentences) - 1]
        return sorted((claim.start, claim.end, claim.standalone) for claim in standing if claim.standalone)
    if example.rule.startswith("entities."):
        return sorted(
            (item.mentions[0].start, item.mentions[0].end, describe(item)) for item in article.entities if told(item)
        )
    if example.rule in COREFERENCE:
        return sorted(
            (mention.start, mention.end, f"{mention.text} -> {entity.name}")
            for entity in article.entities
            for mention in entity.mentions
            if mention.kind != "name" and mention.text.lower() != entity.name.lower()
            if mention.kind == "pronoun" or told(entity) or example.rule == "links.unnamed-actor"
        )
    if example.rule == DOCUMENTS:
        return sorted(
            (mention.start, mention.end, f"{mention.text} -> {entity.name}")
            for entity in article.entities
            for mention in entity.mentions
            if not told(entity)
            if entity.type == "other" or entity.name.split()[-1] in word_class("speaking-bodies")
        )
    if example.rule == SPEAKERS:
        names = {entity.id: entity.name for entity in article.entities}
        spoken = [quote.speaker for quote in article.quotes if quote.speaker and quote.speaker.entity]
        return sorted((who.start, who.end, f"{who.text} -> {names[who.entity or '']}") for who in spoken)
    if example.rule == MEMBERS:
        names = {entity.id: entity.name for entity in article.entities}
        parts = [part for claim in article.claims for part in (claim.subject, claim.object)]
        members = {
            (part.start, part.end, f"{part.text} -> {', '.join(names[id] for id in part.entities)}")
            for part in parts
            if part is not None and part.entities
        }
        return sorted(members)
    if example.rule in READINGS:
        parts = [part for claim in article.claims for part in (claim.subject, claim.object)]
        return sorted(
            {
                (part.start, part.end, f"{part.text} -> {part.reading}")
                for part in parts
                if part is not None and part.reading == READINGS[example.rule]
            }
        )
    items: list[Any] = [*article.dates, *article.figures, *article.quotes, *article.claims]
    spans = [(item.start, item.end, describe(item)) for item in items if item.rule == example.rule]
    return sorted(spans)


@pytest.mark.parametrize("example", CASES, ids=lambda e: f"{e.rule}:{e.line}")
def test_example(example: Example) -> None:
    items = found(example)
    descriptions = [description for _, _, description in items]
    for wanted in example.missed:
        assert wanted not in descriptions, "a known gap is closed: make it a hit"
    if example.missed and not example.expected:
        return
    if any(start is None for start, _, _ in example.expected):
        assert sorted(descriptions) == sorted(text for _, _, text in example.expected)
    else:
        assert items == sorted(example.expected)


def test_no_example_needs_its_last_stop(full: bool) -> None:
    """Headlines and items of lists end without one, and so may a text that was cut off; the ends are tried in turn."""
    for number, example in enumerate(CASES):
        bare = example.text.rstrip(".!?")
        ends = (bare, f"{bare}, but", f"{bare}’s,", f"{bare}, and “”")
        for text in ends if full else (ends[number % len(ends)],):
            article = newsclaims.extract(text, date=example.date, language="any")
            assert not any("defect" in warning for warning in article.warnings), text
