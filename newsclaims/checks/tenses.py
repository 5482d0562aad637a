"""Days to come told as past, and past days told as to come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Day

from newsclaims.checks.calendar import MONTHS, spoken
from newsclaims.checks.classes import word_class
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
    if _NOT_PAST.search(verb) or any(word.endswith("ing") for word in verb.split(" ")):
        return False
    lemma = claim.predicate.lemma
    if first[:1] in "'’":  # `he's`, `they'd`
        return False
    return first in _PAST_HELPERS or first not in (lemma, lemma + "s", "has", "have", "does")


def future_told_as_past(reading: Reading) -> Iterator[Finding]:
    """Something that happened on a day after publication: `The bridge collapsed on 5 August 2026`, published in 2025.

    What was arranged for a later day (`was scheduled for`) is left alone.  A day without a year is meant in the year of
    publication if it lies within six weeks after it and no other year is told near it; the finding is a warning then.
    Where three dates and more come too late, it is the day of publication that does not fit.
    """
    if reading.published is None:
        return
    day = reading.published.isoformat()
    arranged = words("checks", "arranged")
    late = [
        (claim, date)
        for claim, date in _told(reading)
        if date.from_ and date.from_[:10] > day and claim.predicate.lemma not in arranged and _is_past(claim)
    ]
    if len(late) >= _MANY:
        message = f"published on {spoken(reading.published)}, but later days are told as past"
        yield Finding(message, spans(*[date for _, date in late[:_MANY]]), "warning")
        return
    for claim, date in late:
        message = f"{date.text} is after the day of publication, {spoken(reading.published)}"
        yield Finding(message, spans(claim.predicate, date))
    for claim, date in _told_without_year(reading, 1):
        if _is_past(claim):
            message = f"{date.text} is after the day of publication, {spoken(reading.published)}"
            yield Finding(message, spans(claim.predicate, date), "warning")


rule("checks.future-told-as-past")(future_told_as_past)


def past_told_as_future(reading: Reading) -> Iterator[Finding]:
    """Something that will happen on a day before publication: `will open on 3 May 2019`, published in 2025.

    A day without a year is read as in `checks.future-told-as-past`.
    """
    if reading.published is None:
        return
    day = reading.published.isoformat()
    told = [(claim, date, "error") for claim, date in _told(reading) if date.to and date.to[:10] < day]
    told += [(claim, date, "warning") for claim, date in _told_without_year(reading, -1)]
    for claim, date, severity in told:
        if _AHEAD.match(claim.predicate.text):
            message = f"{date.text} is before the day of publication, {spoken(reading.published)}"
            yield Finding(message, spans(claim.predicate, date), "error" if severity == "error" else "warning")


rule("checks.past-told-as-future")(past_told_as_future)


_AHEAD = re.compile(r"(?:will|shall)\b(?!.*\bhave\b)", re.I)
_MANY = 3  # dates after publication told as past that speak against its day
_NEAR = 45  # days from publication within which a day without a year is of the same year
_MONTH_DAY = re.compile(
    r"(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2})|(?P<british>\d{1,2}) (?P<name>[A-Z][a-z]{2,8})"
)
_HELD = re.compile(  # words before a day that make it a day of something else than the verb
    r"\b(?:by|until|till|through|from|before|after|for|to|since|of|between|and|or|than|the|an?|his|her|its|their|this|due|"
    r"next|last|every|each|starting|beginning|effective|dated|ending) \Z",
    re.I,
)


def _told_without_year(reading: Reading, way: int) -> Iterator[tuple[Claim, Date]]:
    """Yield (claim, date) for days without a year that lie a few weeks after (1) or before (-1) publication.

    The day stands right behind the claim's verb, right before it, at the head of its sentence, or behind ``on`` after
    an object in which nothing is held that a day could belong to (`tickets for a concert on Nov. 29`), or says when the
    letter or hearing was in which something is told (`said in a Nov. 29 letter`).
    """
    published = reading.published
    assert published is not None
    text = reading.article.text
    direct = {quote.id for quote in reading.article.quotes if quote.kind != "indirect"}
    claims: dict[int, list[Claim]] = {}
    for claim in reading.article.claims:
        if claim.modality in ("asserted", "planned") and claim.quote not in direct and not claim.negated:
            claims.setdefault(claim.sentence, []).append(claim)
    actors = {entity.id for entity in reading.article.entities if entity.type != "event" and entity.named}
    other_years = {
        reading.lines[date.sentence].paragraph for date in reading.article.dates if _other_year(date, published)
    }
    for date in reading.article.dates:
        line = reading.lines[date.sentence]
        day = _this_year(date, published)
        if day is None or not 1 <= (day - published).days * way <= _NEAR or line.paragraph in other_years:
            continue
        before = text[line.start : date.start]
        if line not in reading.body or (way > 0 and _TO_COME.search(before)):
            continue
        near = claims.get(date.sentence, [])
        if way > 0 and (dated := _of_something_dated(near, date, text, line.start)):
            yield dated, date
            continue
        if way < 0 and before.endswith((" until ", " through ")):
            lasting = max((one for one in near if one.predicate.end <= date.start), key=_place, default=None)
            if lasting and not _OPEN.search(text[lasting.predicate.end : date.start - 8]):
                yield lasting, date
            continue
        on = before.lower().endswith("on ")
        if _HELD.search(before) or re.match(
            r"[ -]?[–—-]|,? \d{4}| (?:and|or|to|through) \d", text[date.end : date.end + 10]
        ):
            continue
        behind = [one for one in near if one.predicate.end <= date.start]
        held = [one for one in behind if on and _holds(one, date)]
        ahead = [one for one in near if one.predicate.start == date.end + 1 and not one.predicate.text.endswith("ing")
                 and one.subject and one.subject.entity in actors and one.subject.end >= date.start - 4]  # fmt: skip
        if ahead:
            yield ahead[0], date
        elif held or behind:
            last = held[0] if held else max(behind, key=lambda one: one.predicate.end)
            between = _TITLE.sub("", text[last.predicate.end : date.start])
            bare = between.strip().lower() in ("", "on", "late on", "early on") or _SOMEWHERE.fullmatch(between)
            free = on and last.predicate.lemma not in words("checks", "arranged")
            if bare or (free and not _OPEN.search(_ASIDE.sub("", between) if held else between)):
                yield last, date
        elif (
            before.strip().lower() in ("", "on", "then,", "then, on") and near and text[date.end : date.end + 1] == ","
        ):
            yield min(near, key=lambda one: one.predicate.start), date


def _holds(claim: Claim, date: Date) -> bool:
    """Return whether a date is what stands behind ``on`` as part of a claim."""
    return any(part.role == "on" and part.start <= date.start < part.end for part in claim.arguments)


def _of_something_dated(near: list[Claim], date: Date, text: str, start: int) -> Claim | None:
    """Return the claim of what a letter of that day says, or of what was told at its hearing."""
    before = text[start : date.start]
    thing = _THING.match(text, date.end) if _IN_IT.search(before) else None
    thing = thing or _IN_THING.search(before)
    if thing is None or thing[1].lower() not in word_class("dated-things"):
        return None
    if len(before) <= _OPENING:
        return min((one for one in near if one.predicate.start > date.end), key=_place, default=None)
    said = max((one for one in near if one.predicate.end <= date.start), key=_place, default=None)
    if said is None or said.predicate.lemma in words("checks", "arranged"):
        return None
    return None if _OPEN.search(text[said.predicate.end : date.start]) else said


def _place(claim: Claim) -> int:
    return claim.predicate.start


_THING = re.compile(r"(?:['’]s)? (\w+)")
_IN_IT = re.compile(r"\b(?:in|at|during) (?:an? |the |his |her |its |their )?\Z", re.I)
_IN_THING = re.compile(r"\b(?:in|at|during) (?:an? |the |his |her |its |their )?(\w+) (?:on )?\Z", re.I)
_OPENING = 15  # code points before a date at the head of its sentence
_TITLE = re.compile(r"[\"“] ?[^\"“”]{1,30}[\"”]")
_SOMEWHERE = re.compile(r" (?:on|in|at) [A-Z]\w+(?: [A-Z]\w+)? ")
_ASIDE = re.compile(r", [^,]{3,60}, ")
_TO_COME = re.compile(
    r"\b(?:will|would|shall|going to|is to|are to|plans? to|set to|due to|expected to|about to)\b[^,;]*\Z"
)
_OPEN = re.compile(r"\b(?:to|for|until|that|which|who|if|when|after|before)\b|[,;:—–(]|[“”\"]")


def _this_year(date: Date, published: Day) -> Day | None:
    """Return the day that a month and a day mean in the year of publication."""
    found = _MONTH_DAY.fullmatch(date.text)
    if found is None or date.type != "DATE":
        return None
    name = found["month"] or found["name"]
    month = next((at for at, full in enumerate(MONTHS, 1) if full.startswith(name[:3])), 0)
    try:
        return Day(published.year, month, int(found["day"] or found["british"]))
    except ValueError:
        return None


def _other_year(date: Date, published: Day) -> bool:
    year = _YEAR.search(date.text)
    return year is not None and int(year.group()) != published.year
