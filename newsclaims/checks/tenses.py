"""Days to come told as past, and past days told as to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaims.checks.calendar import spoken
from newsclaims.checks.reading import Finding, Reading, spans
from newsclaims.model import Claim, Date
from newsclaims.rule import rule
from newsclaims.table import words

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NOT_PAST = re.compile(
    r"\b(?:will|shall|would|could|may|might|should|must|can|is|are|be|to|going|due|set|expected|scheduled)\b|['’]ll\b",
    re.I,
)
_PAST_HELPERS = frozenset(("was", "were", "had", "did"))


def _told(reading: Reading) -> Iterator[tuple[Claim, Date]]:
    """Yield (claim, date) for each date that names its year and is the day on or year in which the claim happens.

    It stands behind `on` or `in` after the claim's verb, with no other verb, comma, `to` or `for` between, or opens
    the sentence.
    """
    claims: dict[int, list[Claim]] = {}
    spoken = {quote.id for quote in reading.article.quotes if quote.kind != "indirect"}
    for claim in reading.article.claims:
        if claim.modality in ("asserted", "planned") and claim.quote not in spoken:
            claims.setdefault(claim.sentence, []).append(claim)
    text = reading.article.text
    for date in reading.article.dates:
        start = reading.lines[date.sentence].start
        if date.type != "DATE" or not date.from_ or not _YEAR.search(date.text) or date.sentence not in claims:
            continue
        if not re.search(r"\b(?:on|in)(?: early| late| mid)? \Z", text[max(start, date.start - 12) : date.start], re.I):
            continue
        aside = [claim for claim in claims[date.sentence] if date.end + 1 <= claim.predicate.start <= date.end + 2]
        if (
            aside
            and text[date.end] == ","
            and text[max(0, date.start - 12) : date.start].rstrip().endswith((", on", ", in"))
        ):
            yield aside[0], date
            continue
        before = [claim for claim in claims[date.sentence] if claim.predicate.end <= date.start]
        if before:
            nearest = max(before, key=lambda claim: claim.predicate.end)
            between = text[nearest.predicate.end : date.start]
            if len(between) < 90 and not re.search(r"\b(?:to|for|until|that|which|who|if)\b|[,;:—–](?!\d)", between):
                yield nearest, date
        elif date.start - start <= 4:
            yield min(claims[date.sentence], key=lambda claim: claim.predicate.start), date


def _is_past(claim: Claim) -> bool:
    """Return whether the verb group is in the past tense, judged by its words."""
    verb = claim.predicate.text.lower()
    first = verb.split(" ", 1)[0]
    if _NOT_PAST.search(verb) or verb.endswith("ing"):
        return False
    lemma = claim.predicate.lemma
    return first in _PAST_HELPERS or first not in (lemma, lemma + "s", "has", "have", "does")


@rule("checks.future-told-as-past")
def future_told_as_past(reading: Reading) -> Iterator[Finding]:
    """Something that happened on a day after publication: `The bridge collapsed on 5 August 2026`, published in 2025.

    Only dates that name their year; what was arranged for a later day (`was scheduled for`) is left alone.
    """
    if reading.published is None:
        return
    day = reading.published.isoformat()
    arranged = words("checks", "arranged")
    for claim, date in _told(reading):
        if date.from_ and date.from_[:10] > day and claim.predicate.lemma not in arranged and _is_past(claim):
            message = f"{date.text} is after the day of publication, {spoken(reading.published)}"
            yield Finding(message, spans(claim.predicate, date))


@rule("checks.past-told-as-future")
def past_told_as_future(reading: Reading) -> Iterator[Finding]:
    """Something that will happen on a day before publication: `will open on 3 May 2019`, published in 2025."""
    if reading.published is None:
        return
    day = reading.published.isoformat()
    for claim, date in _told(reading):
        ahead = re.match(r"(?:will|shall)\b(?!.*\bhave\b)", claim.predicate.text, re.I)
        if ahead and date.to and date.to[:10] < day:
            message = f"{date.text} is before the day of publication, {spoken(reading.published)}"
            yield Finding(message, spans(claim.predicate, date))
