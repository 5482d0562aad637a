"""One thing told twice in one article, and not alike: another number, another day, yes and no, another speaker.

Which statements tell the same says ``newsclaims/facts``; two sentences of one article that are much alike often tell
two things on purpose, so more is asked of them here than of two reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newsclaims.checks.classes import word_class
from newsclaims.checks.reading import Finding, Reading
from newsclaims.facts.alignment import align
from newsclaims.facts.lexical import concepts
from newsclaims.facts.moments import dates_apart
from newsclaims.facts.pair import Pair
from newsclaims.facts.reading import statements
from newsclaims.facts.statement import Participant, Statement
from newsclaims.facts.values import comparable, figures_apart
from newsclaims.model import Date, Figure, Span
from newsclaims.rule import rule

_SHARED = 0.6  # part of what the shorter statement is about that the other must share
_NUMBERS = 0.2  # part of the words of a line that are numbers, from which it is a line of a table
_TWO_THINGS = re.compile(
    r"\b(?:other|others|another|more|further|additional|remaining|rest|first|last|second|third|next|again|also|later|earlier|"
    r"previous|previously|then|initially|originally|now|new|each|every|per|average|once|twice|separate|second-|instead|"
    r"before|until|after|since|yet|still|almost|nearly)\b",
    re.I,
)
_CORRECTED = re.compile(
    r"\b(?:correct|updat|revis|mistaken|wrong|error|earlier (?:version|report|figure)|not \d)", re.I
)


@lru_cache(maxsize=2)  # several checks ask for them, one after the other
def _pairs(reading: Reading, asides: bool = False) -> tuple[Pair, ...]:
    """Return the pairs of claims that tell one deed of one somebody, both as facts, one in the article's own voice.

    With ``asides`` also what a relative clause tells, and what is told of `he` and `she` where nobody else was named
    since the one whom they mean.
    """
    found = align([statements(reading.article)]).pairs
    named = {entity.id for entity in reading.article.entities if entity.named}
    tables = {line.index for line in reading.lines if len(line.figures) > _NUMBERS * len(line.raw.split()) > 0.6}
    return tuple(
        pair
        for pair in found
        if _one_deed(pair, named, asides) and not tables & {pair.one.sentence, pair.other.sentence}
    )


def _one_deed(pair: Pair, named: set[str], asides: bool) -> bool:
    one, other = pair.one, pair.other
    if one.claim is None or other.claim is None or pair.deed not in ("same", "opposed"):
        return False
    both = len(one.about & other.about)
    if both < max(2, _SHARED * min(len(one.about), len(other.about))):
        return False
    if not (_same_people(pair) and _fact(one, asides) and _fact(other, asides)):
        return False
    if one.claim.quote and other.claim.quote:  # two sources
        return False
    # names that only one has are more said of the same thing, names that each has alone make two things
    return not ((one.entities - other.entities) & named and (other.entities - one.entities) & named)


def _same_people(pair: Pair) -> bool:
    """Return whether both tell of one actor, or, where a passive names none, of one somebody to whom it is done."""
    if pair.one.actor is None and pair.other.actor is None:
        object_ = pair.one.object
        return pair.object == "same" and object_ is not None and object_.entity is not None
    return pair.actor == "same" and pair.object != "other"


def _fact(item: Statement, asides: bool) -> bool:
    """Return whether a statement is told as a fact, outside quotation marks, of somebody that it names."""
    claim = item.claim
    if claim is None or (item.quote and item.quote.kind != "indirect") or item.modality not in ("asserted", "planned"):
        return False
    verb = claim.predicate.text.lower()
    if verb.startswith(("to ", "not to ", "’", "'")) or (verb.endswith("ing") and " " not in verb):
        return False
    doer = item.actor or item.object
    if doer is None:
        return False
    if doer.text.lower() in word_class("pronouns"):
        return asides and _last_named(item, doer)
    if asides and item.object is not None:
        return True
    # what a relative clause tells is background, often of another time
    between = item.article.text[doer.end : claim.predicate.start][:_CLOSE]
    return not re.search(r"\b(?:who|which|that)\b", between)


def _last_named(item: Statement, doer: Participant) -> bool:
    """Return whether the person whom a pronoun means is the one whom the article named last before it."""
    named = [
        (mention.end, entity.id)
        for entity in item.article.entities
        if entity.type == "person"
        for mention in entity.mentions
        if mention.kind == "name" and mention.end <= doer.start
    ]
    return bool(named) and max(named)[1] == doer.entity


_CLOSE = 80  # code points between actor and verb that are looked at


def _once(pair: Pair) -> bool:
    """Return whether both tell one deed that is not told again and again of the same, as what somebody says is."""
    return pair.deed == "same" and not pair.one.deeds & word_class("told-often")


def _two_things(reading: Reading, pair: Pair) -> bool:
    """Return whether words of order or addition that the first lacks make the second statement one of another thing."""
    later = reading.lines[pair.other.sentence].raw
    known = pair.one.text.casefold()
    words = {found.group().casefold() for found in _TWO_THINGS.finditer(pair.other.text)}
    return any(not re.search(rf"\b{word}\b", known) for word in words) or bool(_CORRECTED.search(later))


def _elsewhere(reading: Reading, pair: Pair, later: bool = False) -> bool:
    """Return whether one of the two is told of a place, or the later one of a name, that the other leaves out.

    With ``later`` a place that the first tells alone is only more said of the same thing.
    """
    places = {entity.id for entity in reading.article.entities if entity.type == "place" and entity.named}
    named = {entity.id for entity in reading.article.entities if entity.named}
    one, other = pair.one.entities, pair.other.entities
    return bool((other - one) & named or ((one - other) & places and not later))


def _dates_clash(pair: Pair) -> bool:
    """Return whether the two are told of different times."""
    return any(dates_apart(one, other) == "apart" for one in pair.one.dates for other in pair.other.dates)


def _apart(pair: Pair) -> list[tuple[Figure, Figure]]:
    """Return figures of the two that measure in one unit and cannot both be right, without those that have a fellow."""
    mine, yours = (list(told.figures) for told in (pair.one, pair.other))
    for one in pair.one.figures:
        fellow = next((item for item in yours if comparable(one, item) and figures_apart(one, item) != "apart"), None)
        if fellow is not None:
            yours.remove(fellow)
            mine.remove(one)
    return [(one, other) for one in mine for other in yours if comparable(one, other)]


def count_retold(reading: Reading) -> Iterator[Finding]:
    """One deed told twice with two numbers: `The council bought 14 buses. … The council bought 12 buses.`

    Actor, deed and object must be the same and each statement have one number of that unit; words such as `another` and
    `later`, other days and other names make two things of it.
    """
    for pair in _pairs(reading):
        apart = _apart(pair)
        if (
            len(apart) != 1
            or _dates_clash(pair)
            or _elsewhere(reading, pair)
            or pair.one.negated != pair.other.negated
            or not _once(pair)
        ):
            continue
        one, other = apart[0]
        if _two_things(reading, pair):
            continue
        ratio = (one.value or 0) / (other.value or 1)
        alone = all(sum(item.kind == figure.kind and not item.per for item in told.figures) == 1
                    for figure, told in ((one, pair.one), (other, pair.other)))  # fmt: skip
        if alone and one.kind == other.kind and 0.5 <= ratio <= 2 and one.kind in _KINDS:
            yield Finding(f"first {one.text}, then {other.text}", (_span(one), _span(other)), "warning")


rule("checks.count-retold")(count_retold)


_KINDS = frozenset(("count", "money", "percent", "quantity", "score"))


def date_retold(reading: Reading) -> Iterator[Finding]:
    """One deed told twice on two days: `is to be sentenced on February 14. … will be sentenced on February 24.`

    As for numbers, and both must be days.
    """
    for pair in _pairs(reading):
        days = [_days(reading, told) for told in (pair.one, pair.other)]
        if [len(found) for found in days] != [1, 1] or pair.one.negated != pair.other.negated or not _once(pair):
            continue
        one, other = days[0][0], days[1][0]
        if _apart(pair) or _two_things(reading, pair) or _elsewhere(reading, pair, later=True):
            continue
        one_day = (one.from_ or "")[5:] == (other.from_ or "")[5:]
        without = not all(re.search(r"\d{4}", item.text) for item in (one, other))
        # a day without a year may be read in another year than the same day with one
        if dates_apart(one, other) == "apart" and not (one_day and without):
            yield Finding(f"first {one.text}, then {other.text}", (_span(one), _span(other)), "warning")


rule("checks.date-retold")(date_retold)


def _days(reading: Reading, told: Statement) -> list[Date]:
    """Return the days of a statement, also that of `It was on Monday that …` around it."""
    found = [item for item in told.dates if _is_day(item)]
    line = reading.lines[told.sentence]
    if found or not line.raw.startswith("It "):
        return found
    return [item for item in line.dates if _is_day(item) and _CLEFT.fullmatch(line.raw[: item.start - line.start])]


_CLEFT = re.compile(r"It (?:was|is) (?:only |not until )?on ")


def _is_day(date: Date) -> bool:
    return date.type == "DATE" and date.from_ is not None and date.from_ == date.to


def polarity(reading: Reading) -> Iterator[Finding]:
    """A deed that the article tells and denies: `pleads not guilty` over `pleaded guilty`, `approved … did not`.

    Both in the article's own voice, of the same actor and object and of no different times; states (`is`, `has`,
    `wants`) come and go and are left alone.
    """
    for pair in _pairs(reading, asides=True):
        one, other = pair.one, pair.other
        flipped = (one.negated != other.negated) != (pair.deed == "opposed")
        if not flipped or one.claim is None or other.claim is None or one.claim.quote or other.claim.quote:
            continue
        if _dates_clash(pair) or _two_things(reading, pair):
            continue
        if _own(one) - other.about and _own(other) - one.about:  # convicted of theft, not convicted of murder
            continue
        if _AT_FIRST.search(reading.lines[one.sentence].raw) or _looks_back(one) or _looks_back(other):
            continue
        same = pair.object == "same" or (pair.object == "unknown" and other.about <= one.about)
        if not same or one.modality != other.modality or one.deeds & word_class("states") or _apart(pair):
            continue
        message = f"{one.claim.predicate.text} against {other.claim.predicate.text}"
        yield Finding(message, (_whole(one), _whole(other)), "warning")


rule("checks.polarity")(polarity)


def _looks_back(item: Statement) -> bool:
    """Return whether a relative clause with a time of its own tells of then: `who refused to do it in July`."""
    verb = item.claim.predicate.start if item.claim else item.start
    return bool(item.dates) and bool(_WHO.search(item.article.text, max(0, verb - 30), verb))


_WHO = re.compile(r"\b(?:who|which)(?: [a-z]+)? $")
_AT_FIRST = re.compile(r"\b(?:at first|initially|originally|previously|had (?:not )?[a-z]+ed)\b", re.I)


def _own(item: Statement) -> frozenset[str]:
    """Return what a statement is about beside its deed and who does it."""
    doer = item.actor.text if item.actor else ""
    return item.about - concepts(item.claim.predicate.text if item.claim else "") - concepts(doer)


def _span(item: Figure | Date) -> Span:
    return Span(item.text, item.start, item.end)


def _whole(item: Statement) -> Span:
    return Span(item.text, item.start, item.end)
