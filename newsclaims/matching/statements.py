"""Which parts of an article are asked about: sentences worth checking and what named people are quoted with.

A short text of one paragraph, such as a post, is one statement as a whole; the signature that embedded posts end in
(`— Name (@handle) June 6, 2019`) says who speaks and when.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from newsclaims.model import Article

WORTH = 0.1
"""Check-worthiness from which a sentence is asked about."""

_LONGEST_POST = 120  # words
_FEWEST = 4  # words that a statement has
_SIGNED = re.compile(
    r"(?:\s[—–-]{1,2}|—)\s?(?P<who>[^—–\n]{1,80}?\(@\w{1,30}\))\s(?P<day>[A-Z][a-z]{2,8} \d{1,2}, \d{4})\s*\Z"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A stretch of the article to ask about, the words of who speaks or is meant in it, and those of its day."""

    sentence: int
    start: int
    end: int
    beside: str
    dates: str


def asked(article: Article) -> list[Asked]:
    """Return what to ask about, in the order of the text."""
    text = article.text
    if not article.sentences:
        return []
    if len({sentence.paragraph for sentence in article.sentences}) == 1 and len(text.split()) <= _LONGEST_POST:
        return [_post(article)]
    speakers = _speakers(article)
    meant = _meant(article)
    day = _month(article.published)
    found = []
    for number, sentence in enumerate(article.sentences):
        if sentence.part in ("byline", "dateline", "credit"):
            continue
        if sentence.check_worthiness < WORTH and number not in speakers:
            continue
        if len(text[sentence.start : sentence.end].split()) < _FEWEST:
            continue
        beside = " ".join([*speakers.get(number, ()), *meant.get(number, ())])
        found.append(Asked(number, sentence.start, sentence.end, beside, day))
    return found


def _post(article: Article) -> Asked:
    """Return a post as one statement, without its signature."""
    text = article.text
    signed = _SIGNED.search(text)
    best = max(range(len(article.sentences)), key=lambda number: article.sentences[number].check_worthiness)
    if signed is None:
        return Asked(best, 0, len(text), "", _month(article.published))
    end = signed.start()
    if article.sentences[best].start >= end:
        best = 0
    return Asked(best, 0, end, signed["who"], signed["day"])


def _speakers(article: Article) -> dict[int, list[str]]:
    """Return sentence -> names of those who are quoted in it."""
    names = {entity.id: entity.name for entity in article.entities if entity.named}
    found: dict[int, list[str]] = defaultdict(list)
    for quote in article.quotes:
        speaker = names.get(quote.speaker.entity or "") if quote.speaker else None
        if speaker is not None and speaker not in found[quote.sentence]:
            found[quote.sentence].append(speaker)
    return {number: people for number, people in found.items() if people}


def _meant(article: Article) -> dict[int, list[str]]:
    """Return sentence -> names of those who are meant there by a pronoun, a surname or a description."""
    found: dict[int, list[str]] = defaultdict(list)
    spans = article.sentences
    for entity in article.entities:
        if not entity.named or entity.type not in ("person", "organization"):
            continue
        at = 0
        for mention in sorted(entity.mentions, key=lambda item: item.start):
            while at + 1 < len(spans) and spans[at + 1].start <= mention.start:
                at += 1
            if mention.text != entity.name and entity.name not in found[at]:
                found[at].append(entity.name)
    return found


def _month(day: str | None) -> str:
    """Return the words of a day's month and year, in which checks name them."""
    try:
        return f"{date.fromisoformat(day):%B %Y}" if day else ""
    except ValueError:
        return ""
