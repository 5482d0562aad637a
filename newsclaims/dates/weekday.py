"""Days of the week and the days round today."""

from __future__ import annotations

from datetime import date
from typing import Final

from newsclaims.dates import values
from newsclaims.dates.calendar import month_named
from newsclaims.dates.direction import FUTURE, UNKNOWN, direction
from newsclaims.dates.hits import NOTHING, Hit, Reading, Value, fixed, from_published
from newsclaims.dates.memory import Memory
from newsclaims.dates.numbers import amount_before
from newsclaims.dates.vocabulary import PARTS, UNITS, WEEKDAYS, ordinal, word_class
from newsclaims.rule import rule

_AHEAD: Final = {"next": "next", "coming": "coming", "upcoming": "coming", "following": "next"}
_BACK: Final = {"last": "last", "past": "past", "previous": "last", "preceding": "last"}
_FULL: Final = frozenset(word for word, (_, form) in WEEKDAYS.items() if form == "full")
_AGENDA: Final = 4  # sentences between the days of an agenda
_CLOSING: Final = frozenset(("”", '"', "''", "’", "'"))
NEAR: Final = {"today": 0, "yesterday": -1, "tomorrow": 1, "tmrw": 1}


def weekday(reading: Reading, at: int) -> Hit | None:
    """A day of the week: `on Thursday`, `last Friday`, `this coming Sunday`.

    Without a cue it is the latest such day up to and including the day of publication; after a future verb or a word
    such as `until`, the next one, as after a coming day of an agenda (`Tomorrow: … Friday: …`).  Short forms (`Sun`,
    `Wed`) count beside a date or a clock time, and after a colon or a preposition at the clause's end (`on Wed.`);
    plurals are sets (`dates.weekday-set`).  Source: counts on newswire, where this choice is right for nine in ten.
    """
    number, form = WEEKDAYS[reading[at]]
    alone = form == "short" and _stands_alone(reading, at)
    if form == "plural" or not (reading.capital(at) or form == "full" or alone):
        return None
    if form == "full" and not reading.capital(at) and reading.sentence.part != "headline" and reading.count > 25:
        return None
    if _is_title(reading, at) or (reading[at - 1] == "a" and reading[at + 1] in (".", ",", ";", "")):
        return None
    end = at + 2 if form == "short" and reading[at + 1] == "." and at + 2 < reading.count else at + 1
    start, step = _modified(reading, at)
    if form == "full" and (moved := _by_weeks(reading, at, number)):
        return moved
    grain = "weekday" if form == "full" or alone else "short weekday"

    def resolve(memory: Memory) -> Value:
        beside = reading[at - 1] in ("previous", "following", "preceding") and reading[at - 2] == "the"
        named = memory.last("day", 4) if beside else None
        if named:
            found = values.other_weekday(date.fromisoformat(named[0][:10]), number, -1 if step == "last" else 1)
            return Value(values.iso(found), "text", named[1])
        return _nearest(memory, reading, number, start, end, step)

    return Hit(start, end, "DATE", grain, resolve, key=number)


rule("dates.weekday", needs=WEEKDAYS)(weekday)


def _by_weeks(reading: Reading, at: int, number: int) -> Hit | None:
    """Return the hit of a weekday moved by weeks: `Monday week`, `a week ago on Monday`, `two weeks on Friday`, `the
    Friday after next`, `the Sunday before last`.

    Weeks ago are counted from the latest such day, weeks to come from the next one.
    """
    start, end, weeks = at, at + 1, 0
    on = at - 1 if reading[at - 1] == "on" else at
    ago = reading[on - 1] == "ago"
    unit = on - 2 if ago else on - 1
    code, _ = UNITS.get(reading[unit], ("", ""))
    if reading[end] == "week" and not reading.hyphened(end + 1):
        end, weeks = end + 1, 1
    elif reading.phrase(end, ("after", "next")) or reading.phrase(end, ("before", "last")):
        start, end, weeks = reading.with_the(at), end + 2, 1 if reading[end] == "after" else -1
    elif code in ("W", "FN") and (ago or on < at):
        amount = amount_before(reading, unit)
        if amount is None or amount.value is None or amount.value.denominator != 1 or amount.value > 50:
            return None
        if not ago and reading[amount.start - 1] in word_class("taking-time"):
            return None
        start, weeks = amount.start, int(amount.value) * (2 if code == "FN" else 1) * (-1 if ago else 1)
    if not weeks:
        return None

    def value(published: date) -> str | None:
        step = 1 if weeks > 0 else -1
        first = values.weekday_near(published, number, -1) if ago else values.other_weekday(published, number, step)
        return values.iso(values.moved(first, 7 * weeks))

    return Hit(start, end, "DATE", "day", from_published(value))


def _stands_alone(reading: Reading, at: int) -> bool:
    """Tell whether a short form is all that is said of the day: `When: Sat.`, `due on Wed,`."""
    end = at + 2 if reading[at + 1] == "." else at + 1
    before = reading[at - 1]
    if before == ":":
        return reading[end] in ("", ".")
    closed = end > at + 1 or reading[at][-1] == "." or reading[end] in ("", ",", ";", ")")
    return reading.capital(at) and closed and before in ("on", "by", "until", "till", "since")


def _is_title(reading: Reading, at: int) -> bool:
    """Tell whether a weekday is part of a name: `The Sunday Times`, `Monday Night Football`, `Bloody Sunday`."""
    after = reading[at + 1]
    named = reading.capital(at + 1) and reading.tag(at + 1)[:3] == "NNP" and reading.sentence.part != "headline"
    if named and reading[at - 1] == "the" and after not in ("night", "morning", "afternoon"):
        return True  # the Tuesday Group
    if after == "night" and reading.capital(at + 1) and reading.capital(at + 2):
        return True
    if after in word_class("newspapers") and reading.capital(at + 1):
        return True
    if reading[at - 1] == "news" and (reading[at + 1] in _CLOSING or reading[at + 2] in _CLOSING):
        return True
    return reading[at - 1] in word_class("weekday-names") and reading.capital(at - 1)


def _modified(reading: Reading, at: int) -> tuple[int, str]:
    """Return where `last`, `next`, `this coming` … begins and which way it points."""
    word = reading[at - 1]
    if word in ("following", "preceding") and reading[at - 2] != "the":  # the preposition
        return at, ""
    if word in _AHEAD or word in _BACK:
        start = at - 2 if reading[at - 2] in ("this", "the") else at - 1
        if word in ("past", "last") and reading[start] == "this":
            return start, "past"
        return start, _AHEAD.get(word) or _BACK[word]
    return (at - 1, "this") if word == "this" else (at, "")


def _nearest(memory: Memory, reading: Reading, number: int, start: int, end: int, step: str) -> Value:
    published = memory.published
    if published is None:
        return NOTHING
    found: date | None
    if step in ("last", "next"):  # of the week before or after, unless that is more than a week away
        found = _of_other_week(published, number, -1 if step == "last" else 1)
    elif step == "past":
        found = values.other_weekday(published, number, -1)
    elif step == "coming":
        found = values.other_weekday(published, number, 1)
    elif step == "this":
        found = values.weekday_near(published, number, 1)
    elif memory.follows:
        found = _after_photograph(memory, published, number, direction(reading, start, end))
    elif reading.phrase(start - 2, ("ahead", "of")):  # before or after the day of publication: the nearest one
        found = values.weekday_near(values.moved(published, -3) or published, number, 1)
    else:
        last = memory.last("day", _AGENDA) if reading[end] == ":" and start < 2 else None
        agenda = last is not None and last[0] > published.isoformat()  # Tomorrow: ... Friday: the firm reports
        ahead = agenda or (direction(reading, start, end) or _forecast(reading)) == FUTURE
        found = values.weekday_near(published, number, 1 if ahead else -1)
    return Value(values.iso(found), "published")


def _forecast(reading: Reading) -> int:
    """Tell whether a sentence without a past tense looks ahead by its words.

    It forecasts the weather (`Sunday: mostly sunny, highs near 75`) or names a fixture (`Rovers: Host Lowton on
    Friday`).
    """
    at = next((at for at in range(1, 5) if reading[at] == ":"), 0)
    weather = reading.lower & word_class("weather") or (at and reading[at + 1] in word_class("fixtures"))
    past = weather and any(token.tag == "VBD" for token in reading.tokens)
    return FUTURE if weather and not past else UNKNOWN


def _after_photograph(memory: Memory, published: date, number: int, ahead: int) -> date | None:
    """Return a weekday of an article whose photograph is dated.

    The first one named is the first such day on or after the photograph's; it tells roughly when the article was
    written, so that those named later are the nearest ones to it.
    """
    if memory.written is None:
        memory.written = values.weekday_near(published, number, 1)
        return memory.written
    start = memory.written if ahead == FUTURE else values.moved(memory.written, -3)
    return values.weekday_near(start, number, 1)


def _of_other_week(published: date, number: int, step: int) -> date | None:
    """`last Friday` and `next Friday`: the nearest one that lies in another ISO week than the day of publication."""
    found = values.other_weekday(published, number, step)
    return values.moved(found, 7 * step) if found and found.isocalendar()[:2] == published.isocalendar()[:2] else found


def near_day(reading: Reading, at: int) -> Hit | None:
    """A day named from the day of publication: `today`, `yesterday`, `tomorrow`, `the day before yesterday`.

    `today` is the day itself, also where it means nowadays, except in `today's world` and the like; `a better tomorrow`
    and `the leaders of tomorrow` are no day.
    """
    away = NEAR[reading[at]]
    start = at
    beyond = {-1: "before", 1: "after"}.get(away)
    if reading[at - 1] == beyond and reading[at - 2] == "day":
        start = reading.with_the(at - 2)
        away *= 2
    name = reading.capital(at) and reading.capital(at - 1) and reading.sentence.part != "headline"
    noun = reading.tag(at - 1)[:2] == "JJ" and reading.tag(at - 2) in ("DT", "PRP$", "IN")
    vague = reading[at + 1] == "'s" and reading[at + 2] in word_class("of-today")
    vague = vague or (
        away == 1 and reading[at - 1] == "of" and reading.tag(at - 2) == "NNS" and reading[at + 1] != "'s"
    )
    if name or noun or vague or reading[at - 1] in ("usa", "russia"):
        return None
    return Hit(start, at + 1, "DATE", "day", from_published(lambda published: values.shifted(published, away, "D")))


rule("dates.near-day", needs=NEAR)(near_day)


def day_beside_day(reading: Reading, at: int) -> Hit | None:
    """A day named from another one of the text: `the next day`, `the following morning`, `that day`, `the same night`.

    Without an earlier day it has no value: it hangs on what is told.  `the day before the vote` hangs on an event
    and is no date; `the day before` at a clause's end is.
    """
    word = reading[at - 1]
    start = reading.with_the(at - 1)
    away = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "same": 0, "that": 0}.get(word)
    end = at + 1
    if away is None and word == "the" and reading[at + 1] in ("before", "after") and reading[at] == "day":
        if reading[at + 2] not in (".", ",", ""):
            return None
        away, start, end = (-1 if reading[at + 1] == "before" else 1), at - 1, at + 2
    if away is None or (word in ("next", "following", "previous", "preceding", "same") and start == at - 1):
        return None
    if word == "that" and reading.tag(at + 1)[:2] == "NN":
        return None  # said that night buses will run
    part = "" if reading[at] == "day" else "T" + PARTS[reading[at]]

    def resolve(memory: Memory) -> Value:
        def value(anchor: date) -> str | None:
            found = values.shifted(anchor, away, "D")
            return found + part if found else None

        return memory.anaphoric(value, ("day",), 6, fallback=False)

    return Hit(start, end, "TIME" if part else "DATE", "part" if part else "day", resolve, clock=part or None)


rule("dates.day-beside-day", needs=("day", "morning", "night", "evening", "afternoon"))(day_beside_day)


def weekday_of_month(reading: Reading, at: int) -> Hit | None:
    """A weekday counted in a month: `the first Monday of October`, `the last Friday in May 2024`."""
    nth = -1 if reading[at - 1] == "last" else ordinal(reading[at - 1])
    if nth is None or nth > 5 or reading[at + 1] not in ("of", "in"):
        return None
    start = reading.with_the(at - 1)
    if reading[at + 2] in ("every", "each") and reading[at + 3] == "month":
        return Hit(start, at + 4, "SET", "set", fixed("P1M"))
    number = WEEKDAYS[reading[at]][0]
    named = month_named(reading, at + 2)
    if named is None:
        return _weekday_of_this_month(reading, start, at, number, nth)
    month, end = named

    def within(year: int) -> str | None:
        return values.iso(values.nth_weekday(year, month, number, nth))

    return Hit(start, end, "DATE", "month-day", from_published(lambda published: within(published.year)), within)


rule("dates.weekday-of-month", needs=_FULL)(weekday_of_month)


def _weekday_of_this_month(reading: Reading, start: int, at: int, number: int, nth: int) -> Hit | None:
    away = {"this": 0, "the": 0, "last": -1, "next": 1}.get(reading[at + 2])
    if away is None or UNITS.get(reading[at + 3], ("", ""))[0] != "M":
        return None

    def value(published: date) -> str | None:
        month = values.month(published.year, published.month + away)
        return values.iso(values.nth_weekday(int(month[:4]), int(month[5:]), number, nth)) if month else None

    return Hit(start, at + 4, "DATE", "day", from_published(value))
