"""Lengths of time against days and years told beside them, and lengths that rise or fall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from newsclaims.checks.calendar import spoken
from newsclaims.checks.reading import D, Finding, Reading, spans
from newsclaims.facts.tolerance import shown
from newsclaims.model import Date
from newsclaims.rule import rule
from newsclaims.table import rows

_GAP = "[^\ue000-\uf7ff.;:]"
_DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25}
_NAMES = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}
_LENGTH = re.compile(r"P(\d+(?:\.\d+)?)([DWMY])")
# a length may be rounded to the next unit and count its first or its last day
_SLACK = {"D": 1.0, "W": 5.0, "M": 20.0, "Y": 300.0}


def _length(item: Date) -> tuple[float, str] | None:
    """Return (number, unit letter) of a duration of one unit."""
    found = _LENGTH.fullmatch(item.value or "") if item.type == "DURATION" else None
    return (float(found[1]), found[2]) if found else None


def _day(item: Date) -> date | None:
    """Return the day of a date, ``None`` for a month, a year or what no calendar has."""
    if item.type != "DATE" or not item.from_ or item.from_ != item.to:
        return None
    try:
        return date.fromisoformat(item.from_)
    except ValueError:
        return None


def _fits(told: tuple[float, str], days: float) -> bool:
    number, unit = told
    half = 0.5 if unit in ("M", "Y") else 0.0
    return abs(number * _DAYS[unit] - days) <= _SLACK[unit] + half * _DAYS[unit] * 0.2


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    about = r"(?:about |almost |nearly |around |some |just |over |more than |less than |roughly ){0,2}"
    return (
        re.compile(rf"\b(?:between|from) {D} (?:and|to|until) {D},? (?:a period of |or |lasting |for )?{about}{D}"),
        re.compile(rf"{D}, (?:between|from) {D} (?:and|to|until) {D}"),
        re.compile(rf"\bfor {about}{D}, since {D}"),
        re.compile(
            rf"\b(?:on|in|since) {D}{_GAP}{{1,50}}? (?:has|have) "
            r"(?:(?!to |sentenced|jailed|imprisoned|banned|barred|suspended|fined|given|agreed|won|lost|spent)"
            r"[a-z]+ ){1,6}?"
            rf"(?:for )?{about}{D}(?=[ .,;]|$)"
        ),
        re.compile(
            rf"\b(?:In|in|over|Over|during|for) {D} since (?!then)[^\ue000-\uf7ff.;:,]{{3,50}}? "
            rf"in {D}"
        ),
    )


def period_length(reading: Reading) -> Iterator[Finding]:
    """Two days and the time between them that do not fit: `between March 1 and April 30, a period of four months`.

    A day more or less for days, most of a unit for longer ones: the first and the last day may both count.
    """
    behind, before = _patterns()[:2]
    for line in reading.body:
        if len(line.dates) < 3:
            continue
        told_of = [tuple(found.groups()) for found in behind.finditer(line.text)]
        told_of += [(found[2], found[3], found[1]) for found in before.finditer(line.text)]
        for letters in told_of:
            first, last, item = (line.date(letter) for letter in letters)
            begin, end, told = _day(first), _day(last), _length(item)
            if begin is None or end is None or told is None or end < begin:
                continue
            days = (end - begin).days
            if not (_fits(told, days) or _fits(told, days + 1)):
                right = shown(round(days / _DAYS[told[1]], 1))
                message = f"from {spoken(begin)} to {spoken(end)} is {right} {_NAMES[told[1]]}, not {item.text}"
                yield Finding(message, spans(first, last, item), "warning")


rule("checks.period-length")(period_length)


def has_lasted(reading: Reading) -> Iterator[Finding]:
    """Something that has lasted longer than it can: `arrested in March 2023 and has been held for 30 months`, in 2024.

    Counted from the day or year to the day of publication.  A shorter time is right where it tells of a later
    beginning (`joined in 2010 and has led it for five years`) and is left alone.
    """
    published = reading.published
    since, pattern = _patterns()[2:4]
    for line in reading.body if published else ():
        if len(line.dates) < 2 or not (" ha" in line.raw or "since" in line.raw):
            continue
        told_of = [(found[1], found[2]) for found in pattern.finditer(line.text)]
        told_of += [(found[2], found[1]) for found in since.finditer(line.text)]
        for first, last in told_of:
            begun, item = line.date(first), line.date(last)
            told = _length(item)
            if told is None or begun.type != "DATE" or not begun.from_ or not re.search(r"\d{4}", begun.text):
                continue
            days = (published - date.fromisoformat(begun.from_[:10])).days if published else 0
            if days > 0 and told[0] * _DAYS[told[1]] > days + _SLACK[told[1]]:
                message = f"{begun.text} is {shown(round(days / _DAYS[told[1]], 1))} {_NAMES[told[1]]} ago"
                yield Finding(f"{message}, not {item.text}", spans(begun, item), "warning")


rule("checks.has-lasted")(has_lasted)


def years_since_event(reading: Reading) -> Iterator[Finding]:
    """The years since something and its year that do not fit: `in the five years since she left in 2023`, in 2025.

    One year more or less is allowed; what is told in the past perfect (`had won`) is counted to another day.
    """
    published = reading.published
    pattern = _patterns()[4]
    for line in reading.body if published else ():
        for found in pattern.finditer(line.text) if "since" in line.raw and " had " not in line.raw else ():
            item, begun = line.date(found[1]), line.date(found[2])
            told = _length(item)
            if told is None or told[1] != "Y" or not re.fullmatch(r"(?:19|20)\d\d", begun.text) or not published:
                continue
            right = published.year - int(begun.text)
            if abs(told[0] - right) > 1:
                message = f"from {begun.text} to {published.year} is {right} years, not {told[0]:g}"
                yield Finding(message, spans(item, begun))


rule("checks.years-since-event")(years_since_event)


@cache
def _change() -> tuple[dict[str, int], tuple[re.Pattern[str], ...]]:
    ways = {form: 1 if way == "up" else -1 for form, way in rows("checks", "change_forms")}
    move = "(" + "|".join(sorted(ways)) + ")"
    few = r"(?:(?:about|around|nearly|almost|just|an average of|a record) ){0,2}"
    return ways, (
        re.compile(rf"\b{move} from {few}{D} (?:in {D} )?to {few}{D}"),
        re.compile(rf"\b{move} to {few}{D} (?:in {D} |last year )?from {few}{D}"),
    )


def change_length(reading: Reading) -> Iterator[Finding]:
    """A length of time that rises to a shorter or falls to a longer one: `waits fell from 18 weeks to 25 weeks`."""
    ways, patterns = _change()
    for line in reading.lines:
        for forward, pattern in zip((True, False), patterns, strict=True):
            for found in pattern.finditer(line.text) if len(line.dates) > 1 and "from" in line.raw else ():
                ends = line.date(found[2]), line.date(found[4])
                old, new = ends if forward else ends[::-1]
                yield from _wrong_way(ways[found[1]], old, new)


rule("checks.change-length")(change_length)


def _wrong_way(way: int, old: Date, new: Date) -> Iterator[Finding]:
    before, after = _length(old), _length(new)
    if before is None or after is None:
        return
    change = after[0] * _DAYS[after[1]] - before[0] * _DAYS[before[1]]
    if way * change < 0:
        told = "a fall" if change < 0 else "a rise"
        yield Finding(f"from {old.text} to {new.text} is {told}", spans(old, new))
