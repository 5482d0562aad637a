"""Whether two values measure one sort of thing where they stand, so that they can contradict each other.

A length and a point in time do only if the length runs from that point until now (`missing for five years`,
`disappeared three years ago`), not if it was over before (`served twelve years`, `left four years ago`).  A rate is no
number (`40 patients a day`, `90 patients on Monday`), nor a change a level (`rose by $3 million`, `was $4 million`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsclaims.facts.lexical import deed_classes
from newsclaims.facts.moments import dates_apart
from newsclaims.facts.statement import Participant, Statement
from newsclaims.facts.themes import head_concept, places_apart
from newsclaims.facts.values import Relation, Value, figures_apart
from newsclaims.facts.worded_times import clock
from newsclaims.model import Date, Figure
from newsclaims.table import rows, word_classes

word_class = word_classes("facts")

_NEARBY = 60  # code points on each side of a figure that tell whether it is a change
_WORD: Final = re.compile(r"[a-z]+")
_RATE: Final = re.compile(
    r",? ?(?:(?P<each>each|apiece|a head)\b|(?P<often>hourly|daily|nightly|weekly|monthly|quarterly|annually|yearly)\b|"
    r"(?:of [\w-]{2,20} )?(?:an?|per|(?:for )?(?:every|each)) (?P<unit>[a-z]{3,20})\b)"
)  # behind a figure: `40 litres of water a minute`, `$4 a glass`, `$12 each`
_OFTEN: Final = re.compile(r"\b(?:hourly|daily|nightly|weekly|monthly|quarterly|annual|yearly)\b")
_ONE: Final = re.compile(r"(?:an?|each|every) ")
_PERIODS: Final = {
    "hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "quarterly": "quarter",
    "annual": "year", "annually": "year", "yearly": "year",
    "PT1H": "hour", "P1D": "day", "P1W": "week", "P1M": "month", "P3M": "quarter", "P1Y": "year",
}  # fmt: skip
_UNTIL_NOW: Final = re.compile(r"(?:has|have|['’]s|['’]ve)\b", re.I)
_FOR: Final = re.compile(r"\b(?:for|lasted|raged)(?: [a-z]+){0,2} $", re.I)
_THAN: Final = re.compile(
    r"\b(?:than|compared (?:with|to))(?: (?:in|on|at|during|for|the|a|it was|they were)){0,3} $", re.I
)
_ROUGH: Final = re.compile(r"\b(?:about|around|roughly|some ?time|after|before|past|nearly|almost|by)\b", re.I)
_OF_THEM: Final = re.compile(r",? of (?:them|whom|these|those|which)\b")
_GAP: Final = re.compile(
    r"\b(?:first\b[^,.;]{0,60} (?:in|for)|(?:wait|drought|absence|break|gap|hiatus) (?:of|for))(?: [a-z]+){0,2} $"
)  # before a length: `their first final in 22 years`, `a wait of 22 years`
_FAR: Final = 80
_HALF_HOUR: Final = 30  # minutes
_ANY = "each"  # the unit of `$12 each`, which may be any thing that can be had


def stand(one: Statement, value: Value, other: Statement, rival: Value) -> Relation:
    """Return how two values stand to each other, ``open`` where they differ but do not measure one sort of thing."""
    if isinstance(value, Figure) and isinstance(rival, Figure):
        told = figures_apart(value, rival)
        if told != "apart" or (_one_rate(one, value, other, rival) and _one_sort(one, value, other, rival)):
            return told
        return "open"
    if isinstance(value, Figure) or isinstance(rival, Figure):
        return "open"
    told = dates_apart(value, rival)
    if told == "apart" and (_basis(one, value) or _basis(other, rival) or _about_then(one, value, other, rival)):
        return "open"
    if told == "apart" and value.type == rival.type == "DURATION":
        gaps = all(_GAP.search(item.article.text[max(0, when.start - _FAR) : when.start])
                   for item, when in ((one, value), (other, rival)))  # fmt: skip
        return "open" if _two_lengths((one, value), (other, rival)) and not gaps else told
    if told not in ("apart", "agree") or "DURATION" not in (value.type, rival.type) or value.type == rival.type:
        return told
    lasting, start = ((one, value), (other, rival)) if value.type == "DURATION" else ((other, rival), (one, value))
    return told if _since(*lasting, start[0], told) else "open"


def _basis(item: Statement, date: Date) -> bool:
    """Return whether a date is what something is compared with: sold more than last year, and more than in 2019."""
    return bool(_THAN.search(item.article.text, max(0, date.start - 40), date.start))


def _about_then(one: Statement, date: Date, other: Statement, rival: Date) -> bool:
    """Return whether one of two times of day, at most half an hour from each other, is rough: `just after 5 a.m.`."""
    mine, yours = clock(date), clock(rival)
    if mine is None or yours is None or not 0 < abs(mine[0] - yours[0]) <= _HALF_HOUR:
        return False
    return any(_ROUGH.search(item.article.text, max(0, when.start - 20), when.start + 8)
               for item, when in ((one, date), (other, rival)))  # fmt: skip


def _two_lengths(*told: tuple[Statement, Date]) -> bool:
    """Return whether two lengths are those of two deeds of one somebody: sentenced to five years, served three."""
    (mine, yours), (one, other) = (_lasting(*item) for item in told), (item for item, _ in told)
    return bool(mine and yours) and not mine & yours and _one(one.actor or one.object, other.actor or other.object)


def _lasting(item: Statement, length: Date) -> frozenset[str]:
    """Return the classes of the deed that takes as long as a statement says, none where the verb does not tell it."""
    if item.claim is None:
        return item.deeds
    if item.actor and item.actor.end < length.start < item.claim.predicate.start:
        return frozenset()  # `Strom, a pilot with 19 years of experience,`
    verb = item.claim.predicate.lemma.partition(" ")[0]
    if verb not in word_class("length-verbs") and not item.deeds & word_class("length-verbs"):
        return item.deeds
    for argument in item.claim.arguments:
        goal = argument.text.split()
        if argument.role == "to-inf" and len(goal) == 2:
            return deed_classes(goal[1])  # `took six years to build`
    return frozenset()


def _since(lasting: Statement, length: Date, start: Statement, told: Relation) -> bool:
    """Return whether a length runs from what a statement tells until now, so that it began that long ago.

    ``told`` is how length and time stand to each other as mere values.
    """
    if lasting.claim is None or lasting.negated or start.negated:
        return False
    if not any((state, deed) in _beginnings() for state in lasting.deeds for deed in start.deeds):
        return False
    if told == "apart" and not _UNTIL_NOW.match(lasting.claim.predicate.text):
        return False  # what was closed for two years opened again
    text = lasting.article.text
    return bool(_FOR.search(text, max(0, length.start - 30), length.start)) and _one_theme(lasting, start)


@cache
def _beginnings() -> frozenset[tuple[str, str]]:
    """Return the classes of deeds that last, each with one by which it begins (``beginnings.tsv``)."""
    return frozenset((state, deed) for state, deed in rows("facts", "beginnings"))


def _theme(item: Statement) -> Participant | None:
    """Return what a lasting deed or its beginning happens to; what `has lasted ten years` is no object."""
    amount = any(item.object and item.object.start <= date.start < item.object.end for date in item.dates)
    return item.actor if amount else item.object or item.actor


def _one_theme(one: Statement, other: Statement) -> bool:
    """Return whether two statements tell of one somebody or something, and of no place that the other does not tell."""
    return not places_apart(one, other) and _one(_theme(one), _theme(other))


def _one(mine: Participant | None, yours: Participant | None) -> bool:
    """Return whether two participants are one as far as their names, or their words, tell."""
    if mine is None or yours is None:
        return False
    if mine.name and yours.name:
        return mine.name.split()[-1] == yours.name.split()[-1]
    head = head_concept(mine.text)
    return head != "" and head == head_concept(yours.text)


def _one_rate(one: Statement, value: Figure, other: Statement, rival: Figure) -> bool:
    """Return whether two figures are both for one unit of the same, or both for none."""
    mine, yours = _rate(one, value), _rate(other, rival)
    ours, theirs = mine or _loose_rate(one, value), yours or _loose_rate(other, rival)
    if bool(ours) == bool(theirs):
        periods = _PERIODS.values()
        if _ANY in (ours, theirs):
            return ours == theirs or not (ours in periods or theirs in periods)
        return ours == theirs
    return not mine and not yours


def _rate(item: Statement, figure: Figure) -> str:
    """Return for one of what a figure stands, "" where it says none: `a day`, `daily`, `per share`, `each`."""
    if figure.per:
        return figure.per
    told = _RATE.match(item.article.text, figure.end)
    if told:
        return _ANY if told["each"] else _PERIODS.get(told["often"] or "", told["unit"] or "")
    every = {_PERIODS[date.value] for date in item.dates if date.type == "SET" and date.value in _PERIODS}
    return every.pop() if len(every) == 1 else ""


def _loose_rate(item: Statement, figure: Figure) -> str:
    """Return for one of what a figure may stand by the words of what it measures: `monthly rent`, `a ticket`."""
    often = _OFTEN.search(f"{figure.of or ''} {figure.text}".lower())
    if often:
        return _PERIODS[often[0]]
    actor = item.actor
    return _ANY if actor and figure.kind == "money" and _ONE.match(actor.text.lower()) else ""


def _one_sort(one: Statement, value: Figure, other: Statement, rival: Figure) -> bool:
    """Return whether both figures are changes, or none: `rose by $3 million` says nothing of `was $4 million`.

    A change up and one down are two changes; `eight of them` are no other number than those that were told before.
    """
    parts = [item.claim is None and _OF_THEM.match(item.article.text, figure.end)
             for item, figure in ((one, value), (other, rival))]  # fmt: skip
    if bool(parts[0]) != bool(parts[1]):
        return False
    if (
        value.point == rival.point == "by"
        and value.direction
        and rival.direction
        and value.direction != rival.direction
    ):
        return False
    for change, (item, figure) in ((value, (other, rival)), (rival, (one, value))):
        if change.point == "by" and figure.point is None and not _changes(item, figure):
            return False
    return True


def _changes(item: Statement, figure: Figure) -> bool:
    """Return whether a word of change stands near a figure in its statement: `up`, `a rise of`, `cut`, `fewer`."""
    text = item.article.text
    start, end = max(item.start, figure.start - _NEARBY), min(item.end, figure.end + _NEARBY)
    told = {*_WORD.findall(f"{text[start : figure.start]} {text[figure.end : end]}".lower())}
    return not told.isdisjoint(_change_words() | word_class("differing"))


@cache
def _change_words() -> frozenset[str]:
    return frozenset(form for form, _ in rows("figures", "change_words"))
