"""Times of day: clock times, parts of the day, tonight."""

from __future__ import annotations

import re
from datetime import date

from newsclaims.dates import values
from newsclaims.dates.hits import Hit, Reading, from_published
from newsclaims.dates.meaning import NOTHING, Value
from newsclaims.dates.memory import Memory
from newsclaims.dates.vocabulary import PARTS, WEEKDAYS, integer, word_class
from newsclaims.rule import rule

HALVES = {"am": 0, "a.m.": 0, "a.m": 0, "pm": 12, "p.m.": 12, "p.m": 12}
_SHORT = {"a": 0, "p": 12}
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?")
_FRENCH = re.compile(r"h(\d\d)")
_LEADS = {"this": 0, "last": -1, "tomorrow": 1, "yesterday": -1}


def on_day(memory: Memory, clock: str) -> Value:
    """Return the clock time on the day that the sentence or the one before named last, else that of publication."""
    last = memory.last("day", 0)
    if last:
        return Value(last[0][:10] + clock, anchor="text", anchor_id=last[1])
    return memory.deictic(lambda published: published.isoformat() + clock)


def clock_hit(start: int, end: int, hour: int, minute: int, second: int | None = None, half: bool = True) -> Hit | None:
    """Return the hit of a clock time, or None for one that no clock shows.

    ``half`` is false where nothing has said which half of the day an hour up to 12 belongs to.
    """
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    clock = f"T{hour:02}:{minute:02}" + (f":{second:02}" if second is not None else "")
    return Hit(start, end, "TIME", "clock", lambda memory: on_day(memory, clock), clock=clock, key=24 if half else 12)


@rule("dates.clock-time", priority=1)
def clock_time(reading: Reading, at: int) -> Hit | None:
    """A clock time in figures: `10 p.m.`, `7:15 a.m. EST`, `15:30 GMT`, `0900 GMT`, `8.30pm`, `at 17:45`.

    Without `a.m.`, `p.m.` or a time zone it must be written with a colon and follow `at`, `by`, `until` and the like:
    `2:03` after them may still be a race result, so hours of one figure without either are left out.
    """
    word = reading.word(at)
    match = _CLOCK.fullmatch(word)
    hour = int(match[1]) if match else integer(word, 0, 2400)
    if hour is None or reading.word(at - 1) in ("$", "€", "£"):
        return None
    minute = int(match[2]) if match else 0
    second = int(match[3]) if match and match[3] else None
    end = at + 1
    half = HALVES.get(reading.word(end))
    said = match or (reading.word(at - 1) == "at" and hour <= 12)
    if half is None and reading.word(end) in _SHORT and reading.glued(end) and said:
        half = _SHORT[reading.word(end)]
    if half is None and reading.word(end) in ("a", "p") and reading.word(end + 1) == "m":
        half, end = _SHORT[reading.word(end)], end + 1
    if half is not None:
        if hour > 12 and match is None and 100 <= hour <= 1259 and hour % 100 < 60:
            hour, minute = divmod(hour, 100)
        return _twelve_hours(reading, at, end + 1, hour, minute, second, half)
    zone = reading.word(end) in word_class("time-zones") and reading.form(end).isupper()
    if match is None:
        if len(word) == 4 and reading.word(end) in ("hrs", "hours", "hours'"):  # by 1800 hrs
            zone = reading.word(end + 1) in word_class("time-zones") and reading.form(end + 1).isupper()
            if zone or word[0] == "0" or reading.word(at - 1) in ("at", "by", "until", "till", "from", "since"):
                return clock_hit(at, end + 1 + zone, hour // 100, hour % 100)
            return None
        if zone and len(word) == 4:
            return clock_hit(at, end + 1, hour // 100, hour % 100)
        french = _FRENCH.fullmatch(reading.form(end)) if reading.glued(end) else None  # 3h18, not 1H25
        if french and hour <= 24 and int(french[1]) < 60:
            return clock_hit(at, end + 1, hour, int(french[1]))
        if reading.word(end) == "h" and reading.glued(end) and hour <= 24 and len(word) == 2:
            return clock_hit(at, end + 1, hour, 0)
        return None
    if zone:
        return clock_hit(at, end + 1, hour, minute, second)
    if ":" not in word and not (reading.word(at - 1) == "at" and _names_day(reading.word(at - 2))):
        return None
    last = reading.word(at - 1)
    dated = last[-2:].isdigit() and (len(last) >= 4 or (reading.word(at - 2) in ("-", "/") and reading.glued(at - 1)))
    if second is not None:
        return clock_hit(at, end, hour, minute, second) if dated else None
    led = reading.word(at - 1) in word_class("before-clock")
    if (not led and len(match[1]) < 2) or reading.word(end) in ("victory", "win", "lead", "odds"):
        return None
    if reading.word(end) in ("hours", "hrs"):
        end += 1
    if not led and hour < 13 and reading.word(end - 1) != "hours" and not dated:
        return None
    return clock_hit(at, end, hour, minute, half=hour > 12)


def _names_day(word: str) -> bool:
    return word in WEEKDAYS or word in ("today", "yesterday", "tomorrow", "tonight")


def _twelve_hours(
    reading: Reading, start: int, end: int, hour: int, minute: int, second: int | None, half: int
) -> Hit | None:
    if hour > 12:
        return clock_hit(start, end, hour, minute, second) if hour < 24 and half and end - start == 2 else None
    return clock_hit(start, _zone_end(reading, end), hour % 12 + half, minute, second)


def _zone_end(reading: Reading, at: int) -> int:
    """Return the end of a time zone at a token: `EST`, `local time`, `Central European Time`."""
    if reading.word(at) in word_class("time-zones") and reading.form(at).isupper():
        return at + 1
    for end in range(at + 1, at + 3):
        if reading.word(end) == "time" and (reading.capital(at) or reading.word(at) in ("local", "eastern", "pacific")):
            return end + 1
    return at


@rule("dates.part-of-day", needs=PARTS)
def part_of_day(reading: Reading, at: int) -> Hit | None:
    """A part of a day: `this morning`, `last night`, `mid-afternoon`; after a day it is joined: `Thursday evening`.

    A bare `in the morning` hangs on the day named last.  Plurals and `evening gown` are none.
    """
    code = PARTS[reading.word(at)]
    lead = reading.word(at - 1)
    clock = "T" + code
    away = _LEADS.get(lead) if lead in ("this", "last") else None
    if reading.word(at) in ("mornings", "afternoons", "evenings", "nights"):
        return None
    if away is not None:
        if reading.word(at) not in ("morning", "afternoon", "evening", "night"):
            return None
        back = away
        if lead == "last" and code != "NI":
            return None
        if at > 1 and reading.capital(at) and reading.capital(at - 1) and reading.sentence.part != "headline":
            return None
        return Hit(
            at - 1, at + 1, "TIME", "part", from_published(lambda published: _part(published, back, clock)), clock=clock
        )
    start = at
    hyphened = reading.hyphened(at - 1)
    if (lead == "mid" or (hyphened and reading.word(at - 2) in ("mid", "early", "late"))) and code in ("AF", "MO"):
        start = at - 2 if hyphened else at - 1
        mod = {"mid": "MID", "early": "START", "late": "END"}[reading.word(start)]
        return Hit(start, at + 1, "TIME", "part", lambda memory: on_day(memory, clock), clock=clock, mod=mod)
    if hyphened or reading.hyphened(at + 1):
        return None
    if lead == "the" and reading.word(at - 2) in ("in", "during", "into", "through") and code != "NI":
        if reading.tag(at + 1)[:2] == "NN":
            return None
        return Hit(at - 1, at + 1, "TIME", "bare part", lambda memory: on_day(memory, clock), clock=clock)
    the = lead == "the" and reading.word(at + 1) == "of"
    return Hit(at - 1 if the else at, at + 1, "TIME", "loose part", lambda memory: NOTHING, clock=clock)


def _part(published: date, away: int, clock: str) -> str | None:
    found = values.shifted(published, away, "D")
    return found + clock if found else None


@rule("dates.tonight", needs=("tonight", "overnight", "tonite"))
def tonight(reading: Reading, at: int) -> Hit | None:
    """The night of publication or before it: `tonight`, `overnight`.

    `overnight` is the night that ended on the day of publication; before a noun (`overnight stay`) it is marked too,
    as `overnight losses` is, but not in `became an overnight success`.
    """
    if reading.word(at) != "overnight":
        return Hit(at, at + 1, "TIME", "part", from_published(lambda day: _part(day, 0, "TNI")), clock="TNI")
    if reading.word(at + 1) in ("success", "sensation", "stay", "bag", "stays", "train"):
        return None
    return Hit(at, at + 1, "TIME", "night", from_published(lambda day: _part(day, -1, "TNI")), clock="TNI")
