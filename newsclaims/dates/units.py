"""Units of time that are named from somewhere: `last year`, `two weeks ago`, `the following month`."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Final

from newsclaims.dates import values
from newsclaims.dates.calendar import month_named
from newsclaims.dates.direction import FUTURE, PAST, direction
from newsclaims.dates.hits import Hit, Reading, Value, fixed, from_published
from newsclaims.dates.memory import Memory
from newsclaims.dates.vocabulary import ANAPHORIC, DEICTIC, MONTHS, UNITS, word_class
from newsclaims.rule import rule

_SPANNING: Final = frozenset(("over", "during", "within", "throughout", "for"))
_DAYLIGHT: Final = frozenset(("D", "W", "M", "Q", "Y", "DE", "CE", "WE"))
_GRAIN: Final = {
    "D": ("day",), "W": ("week", "day"), "M": ("month", "day"), "Q": ("quarter", "month", "day"),
    "Y": ("year", "quarter", "month", "day"), "WE": ("day",), "SE": ("season", "month", "day"),
}  # fmt: skip
GRAINS: Final = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "WE": "weekend", "SE": "season"}


def unit_from_publication(reading: Reading, at: int) -> Hit | None:
    """A unit counted from the day of publication, at its own granularity: `last year`, `this week`, `the past month`.

    Times of day (`this hour`) are left out, and parts of something else (`the last week of the campaign`); several
    units (`the last three months`) are a duration.
    """
    unit, number = UNITS[reading[at]]
    before = reading.before(at)
    start = before
    if reading[before] in ("fiscal", "financial", "calendar", "academic", "full", "working", "trading"):
        before = start = before - 1
    away = DEICTIC.get(reading[before])
    if away is None or number == "many" or unit not in _DAYLIGHT or reading[at + 1] in ("old", "-"):
        return None
    if unit == "D" and reading[before] in ("present", "current"):
        return None
    if reading.phrase(at + 1, ("and", "a", "half")) and unit in ("Y", "DE"):
        value = values.duration(Fraction(3, 2), unit)
        return Hit(reading.with_the(start), at + 4, "DURATION", "duration", fixed(value))
    spanned = unit == "DE" and reading[before] in ("next", "coming", "last") and reading[before - 2] in _SPANNING
    if (unit in ("DE", "CE") and reading[before] == "past") or spanned:  # over the next decade
        return Hit(reading.with_the(start), at + 1, "DURATION", "duration", fixed(f"P{values.YEARS[unit]}Y"))
    if reading.capital(at) and reading.capital(before) and before > 0 and reading.sentence.part != "headline":
        return None
    led = reading[before - 1] in ("the", "this", "", ":") or reading.tag(before - 1)[:2] == "IN"
    if reading[before] == "past" and not led:
        return None
    if reading[before] in ("present", "current") and reading.tag(before - 1) in ("PRP$", "POS"):
        return None
    if reading[before - 1] in ("the", "this") and reading[before] != "this":
        start -= 1
        if reading[at + 1] == "of" and reading[before] in ("last", "next"):
            return None  # the last week of the campaign
    hedge = reading[before] in ("coming", "next") and reading.phrase(at + 1, ("or", "so"))
    end = at + 3 if hedge else at + 1

    def resolve(memory: Memory) -> Value:
        if unit == "WE" and away == 0:
            return memory.deictic(lambda published: _this_weekend(published, direction(reading, start, end)))
        return memory.deictic(lambda published: values.period(published, away, unit))

    return Hit(start, end, "DATE", GRAINS.get(unit, "decade"), resolve, mod="APPROX" if hedge else None)


rule("dates.unit-from-publication", needs=UNITS)(unit_from_publication)


def _this_weekend(published: date, ahead: int) -> str | None:
    """`this weekend`: on Monday and Tuesday, or up to Thursday with a past verb, the one that is over."""
    day = published.isoweekday()
    over = (day < 3 and ahead != FUTURE) or (day < 5 and ahead == PAST)
    return values.period(published, -1 if over else 0, "WE")


def unit_from_text(reading: Reading, at: int) -> Hit | None:
    """A unit counted from an earlier date of the text: `the following month`, `that year`, `the previous week`.

    Without such a date `the previous month` is counted from the day of publication, the others have no value.
    """
    unit, number = UNITS[reading[at]]
    before = reading.before(at)
    away = ANAPHORIC.get(reading[before])
    if away is None or number == "many" or unit not in _GRAIN or unit == "D" or reading.hyphened(at + 1):
        return None
    word = reading[before]
    if reading[before - 1] in ("a", "an", "any", "no", "some") or (word == "same" and reading[before - 1] != "the"):
        return None
    if word in ("previous", "prior") and reading[before - 1] in ("its", "his", "her", "their"):
        return None
    start = reading.with_the(before)

    def resolve(memory: Memory) -> Value:
        lean = word in ("previous", "preceding", "prior")
        return memory.anaphoric(lambda anchor: values.period(anchor, away, unit), _GRAIN[unit], fallback=lean)

    return Hit(start, at + 1, "DATE", GRAINS[unit], resolve, key=away)


rule("dates.unit-from-text", needs=UNITS)(unit_from_text)


def bare_unit(reading: Reading, at: int) -> Hit | None:
    """The running unit: `for the year`, `in the quarter`, `over the weekend`, `the fiscal year`, `the end of the week`.

    A week, month or year is that of publication; `the quarter` the one named last, else the last that has ended; the
    weekend the last one, or the next after a future verb.  It must follow a preposition.
    """
    unit, _ = UNITS[reading[at]]
    first = at - 1
    kinds = ("fiscal", "financial", "full", "latest", "calendar", "whole", "rest")
    while reading[first] in kinds and at - first < 3:
        first -= 1
    described = first != at - 1
    ends = reading.phrase(at - 2, ("end", "of")) and unit in ("W", "M", "Q", "Y")
    if ends and reading[at + 1] in (".", ",", "", ";", ")"):  # by end of month
        first = at
    elif reading.hyphened(at + 1) or reading[first] != "the" or reading.hyphened(at - 1):
        return None
    if unit == "D":
        if reading[first - 1] != "in" or reading[first - 2] not in ("later", "earlier", "late", "early"):
            return None
        return Hit(at - 1, at + 1, "DATE", "day", lambda memory: memory.anaphoric(date.isoformat, ("day",), 1))
    latest = reading[at - 1] == "latest"
    after = reading[at + 1]
    led = reading[first - 1] in word_class("before-bare-unit")
    if not described and not led and unit != "WE":
        return None
    if unit == "WE" and after == "of":
        return None  # the weekend of Thanksgiving
    priced = after == "of" and reading[at + 2] in ("$", "£", "€")  # a high for the year of $42
    if unit in ("Y", "M", "W") and (
        (after in word_class("after-bare-unit") and not priced) or (after == "'s" and not led)
    ):
        return None
    closing = month_named(reading, at + 2) if after == "ended" and unit == "Q" else None
    until = after in ("ended", "ending") or (after in ("to", "through") and reading[at + 2] in MONTHS)
    if until and unit in ("Y", "W"):
        return Hit(first, at + 1, "DURATION", "duration", fixed("P1" + unit))

    def resolve(memory: Memory) -> Value:
        if closing and memory.last("quarter") is None:  # a company's own quarter keeps its number
            return memory.deictic(lambda published: quarter_ended(published, closing[0]))
        if unit == "Q":
            return memory.quarter(ended=latest)
        if unit == "WE":
            return memory.deictic(lambda published: _weekend(published, direction(reading, first, at + 1)))
        return memory.running(lambda published: values.period(published, -1 if latest else 0, unit))

    return Hit(first, at + 1, "DATE", GRAINS.get(unit, "decade"), resolve)


rule("dates.bare-unit", needs=("year", "quarter", "week", "month", "weekend", "day"))(bare_unit)


def quarter_ended(published: date, month: int) -> str | None:
    """Return the quarter that holds most of the three months up to the last such month: `quarter ended Sept. 30`."""
    year = published.year - (month > published.month)
    return values.quarter(year, (month - 2) // 3 + 1)


def _weekend(published: date, ahead: int) -> str | None:
    """The last weekend, today's if it is Saturday or Sunday; the next one after a future verb."""
    inside = published.isoweekday() >= 6
    return values.shifted(published, 0 if inside or ahead == FUTURE else -1, "WE")


def unit_after_next(reading: Reading, at: int) -> Hit | None:
    """The second unit from now: `the week after next`, `the year before last`."""
    away = {("after", "next"): 2, ("before", "last"): -2}.get((reading[at - 1], reading[at]))
    unit = UNITS.get(reading[at - 2], ("", ""))[0]
    if away is None or unit not in ("W", "M", "Y", "WE") or reading.tag(at + 1)[:2] in ("NN", "JJ", "CD"):
        return None
    resolve = from_published(lambda published: values.shifted(published, away, unit))
    return Hit(reading.with_the(at - 2), at + 1, "DATE", GRAINS[unit], resolve)


rule("dates.unit-after-next", needs=("last", "next"))(unit_after_next)


def year_end(reading: Reading, at: int) -> Hit | None:
    """The last day of the running year as one word: `by year-end`, `since year end` (then of the year before)."""
    before = at - 2 if reading[at - 1] == "'s" else reading.before(at)
    if reading[before] != "year" or reading[before - 1] in ("this", "last", "next", "a", "fiscal", "school"):
        return None
    if reading[before - 1] == "the":
        if before != at - 2 or reading.hyphened(at - 1):
            return None
        before -= 1
    if reading[at + 1] == "of" or (reading.hyphened(at - 1) and reading.tag(at + 1)[:2] in ("NN", "JJ")):
        return None
    back = reading[before - 1] == "since"
    return Hit(before, at + 1, "DATE", "day", from_published(lambda published: f"{published.year - back:04}-12-31"))


rule("dates.year-end", needs=("end",))(year_end)
