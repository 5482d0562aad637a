"""Times of day: clock times in figures and in words, bare hours, parts of the day, tonight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from newsclaims.dates import values
from newsclaims.dates.direction import FUTURE, PAST, direction
from newsclaims.dates.hits import NOTHING, Hit, Reading, Value
from newsclaims.dates.memory import Memory
from newsclaims.dates.vocabulary import MONTHS, NUMBERS, PARTS, WEEKDAYS, integer, word_class
from newsclaims.dates.zones import is_zone, zone_end
from newsclaims.pattern import compiled
from newsclaims.rule import rule

HALVES: Final = {"am": 0, "a.m.": 0, "a.m": 0, "pm": 12, "p.m.": 12, "p.m": 12}
_HOUR_LEADS: Final = frozenset(("about", "after", "around", "at", "before", "by", "since", "till", "until"))
_NEAR: Final = 2  # sentences
_LATE: Final = frozenset(("T20", "T21", "T22", "T23"))
_SHORT: Final = {"a": 0, "p": 12}
_CLOCK: Final = compiled(r"(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?")
_FRENCH: Final = compiled(r"h(\d\d)")


def on_day(memory: Memory, clock: str, start: int, end: int) -> Value:
    """Return the clock time, at these tokens, on the day that the sentence named last, else on that of publication.

    A day named shortly before is meant where the verb looks to the same side of the day of publication: `The blast was
    on Tuesday. At 3 a.m. it rained`; in a history there is no other.  The small hours of a night are those of the day
    after.
    """
    if memory.reading is not None and memory.reading.lower & word_class("habits"):  # "closes at 6 p.m. on Sundays"
        return NOTHING
    last = memory.last("day", 0)
    if last is None and (near := memory.last("day", _NEAR)) is not None and _same_side(memory, near[0], start, end):
        last = near
    if last:
        day = last[0][:10]
        late = last[0][10:] in ("TNI", "TEV") or last[0][10:13] in _LATE  # at 10 p.m. on Friday. At 3 a.m. it rained
        if late and "T00:00" <= clock < "T06:00":
            day = values.shifted(date.fromisoformat(day), 1, "D") or day
        return Value(day + clock, "text", last[1])
    return NOTHING if memory.story is not None else memory.deictic(lambda published: published.isoformat() + clock)


def _on_day(clock: str, start: int, end: int) -> Callable[[Memory], Value]:
    return lambda memory: on_day(memory, clock, start, end)


def _same_side(memory: Memory, day: str, start: int, end: int) -> bool:
    if memory.published is None or memory.reading is None:
        return False
    ahead = direction(memory.reading, start, end)
    return ahead != FUTURE if day[:10] <= memory.published.isoformat() else ahead != PAST


def clock_hit(start: int, end: int, hour: int, minute: int, second: int | None = None, half: bool = True) -> Hit | None:
    """Return the hit of a clock time, or None for one that no clock shows.

    ``half`` is false where nothing has said which half of the day an hour up to 12 belongs to.
    """
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    clock = f"T{hour:02}:{minute:02}" + (f":{second:02}" if second is not None else "")
    return Hit(start, end, "TIME", "clock", _on_day(clock, start, end), clock=clock, key=24 if half else 12)


def clock_time(reading: Reading, at: int) -> Hit | None:
    """A clock time in figures: `10 p.m.`, `7:15 a.m. EST`, `15:30 GMT`, `0900 GMT`, `8.30pm`, `at 17:45`.

    Without `a.m.`, `p.m.` or a time zone it must be written with a colon and follow `at`, `by`, `until` and the like:
    `2:03` after them may still be a race result, so hours of one figure without either are left out.
    """
    word = reading[at]
    match = _CLOCK.fullmatch(word)
    hour = int(match[1]) if match else integer(word, 0, 2400)
    if hour is None or reading[at - 1] in ("$", "€", "£"):
        return None
    minute = int(match[2]) if match else 0
    second = int(match[3]) if match and match[3] else None
    end = at + 1
    half = HALVES.get(reading[end])
    if half is None and reading.glued(end) and (match or (reading[at - 1] == "at" and hour <= 12)):
        half = _SHORT.get(reading[end])
    if half is None and reading[end] in ("a", "p") and reading[end + 1] == "m":
        half, end = _SHORT[reading[end]], end + 1
    if half is not None:
        if hour > 12 and match is None and 100 <= hour <= 1259 and hour % 100 < 60:
            hour, minute = divmod(hour, 100)
        return _twelve_hours(reading, at, end + 1, hour, minute, second, half)
    zone = is_zone(reading, end)
    if match is None:
        if len(word) == 4 and reading[end] in ("hrs", "hours", "hours'"):  # by 1800 hrs
            zone = is_zone(reading, end + 1)
            if zone or word[0] == "0" or reading[at - 1] in ("at", "by", "until", "till", "from", "since"):
                return clock_hit(at, end + 1 + zone, hour // 100, hour % 100)
            return None
        if zone and len(word) == 4:
            return clock_hit(at, end + 1, hour // 100, hour % 100)
        french = _FRENCH.fullmatch(reading.form(end)) if reading.glued(end) else None  # 3h18, not 1H25
        if french and hour <= 24 and int(french[1]) < 60:
            return clock_hit(at, end + 1, hour, int(french[1]))
        if reading[end] == "h" and reading.glued(end) and hour <= 24 and len(word) == 2:
            return clock_hit(at, end + 1, hour, 0)
        return None
    if zone:
        return clock_hit(at, end + 1, hour, minute, second)
    if ":" not in word and not (reading[at - 1] == "at" and names_day(reading[at - 2])):
        return None
    last = reading[at - 1]
    dated = last[-2:].isdigit() and (len(last) >= 4 or (reading[at - 2] in ("-", "/") and reading.glued(at - 1)))
    if second is not None:
        return clock_hit(at, end, hour, minute, second) if dated else None
    led = last in word_class("before-clock") or names_day(last) or (last in MONTHS and reading[at - 2][:1].isdigit())
    if (not led and len(match[1]) < 2) or reading[end] in ("victory", "win", "lead", "odds", "into"):
        return None
    if reading.lower & word_class("game-clock"):
        return None  # scored at 7:14
    if reading[end] in ("hours", "hrs"):
        end += 1
    timed = led or hour > 12 or reading[end - 1] == "hours" or dated
    return clock_hit(at, end, hour, minute, half=hour > 12) if timed else None


rule("dates.clock-time", priority=1)(clock_time)


def names_day(word: str) -> bool:
    """Tell whether a word is a day of the week or one round today."""
    return word in WEEKDAYS or word in ("today", "yesterday", "tomorrow", "tonight")


def _twelve_hours(
    reading: Reading, start: int, end: int, hour: int, minute: int, second: int | None, half: int
) -> Hit | None:
    if hour > 12:
        return clock_hit(start, end, hour, minute, second) if hour < 24 and half and end - start == 2 else None
    return clock_hit(start, zone_end(reading, end), hour % 12 + half, minute, second)


_NAMED: Final = {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}


def hour_of_clock(reading: Reading, at: int) -> Hit | None:
    """An hour by name: `noon`, `midnight`, `7 o’clock`, `eleven o’clock`; `High Noon` in a title is none."""
    named = _NAMED.get(reading[at])
    if named:
        name = reading.capital(at) and (reading.capital(at - 1) or reading.capital(at + 1)) and at > 1
        if name or reading[at - 1] == "high":
            return None
        start = at - 1 if reading[at - 1] == "12" else at
        return Hit(start, at + 1, "TIME", "clock", _on_day(named, start, at + 1), clock=named)
    hour = integer(reading[at - 1], 1, 12) or NUMBERS.get(reading[at - 1])
    if hour is None or hour > 12:
        return None
    if reading[at + 1] in HALVES:
        return clock_hit(at - 1, at + 2, hour % 12 + HALVES[reading[at + 1]], 0)
    later = reading.phrase(at + 1, ("in", "the", "evening")) or reading.phrase(at + 1, ("in", "the", "afternoon"))
    end = at + 4 if later or reading.phrase(at + 1, ("in", "the", "morning")) else at + 1
    return clock_hit(at - 1, end, hour % 12 + 12 if later else hour, 0, half=end > at + 1)


rule("dates.hour-of-clock", needs=("o'clock", "oclock", "noon", "midday", "midnight"))(hour_of_clock)


def minutes_past_hour(reading: Reading, at: int) -> Hit | None:
    """A clock time in words: `half past three`, `ten past 9`, `a quarter to six in the evening`."""
    first = at - 2 if reading[at - 1] in ("minutes", "mins", "min") else at - 1
    word = reading[first]
    minutes = {"quarter": 15, "half": 30}.get(word) or integer(word, 1, 59) or NUMBERS.get(word)
    hour = 12 if reading[at + 1] in _NAMED else integer(reading[at + 1], 1, 12) or NUMBERS.get(reading[at + 1])
    if minutes is None or hour is None or minutes > 59 or hour > 12:
        return None
    start = first - 1 if reading[first - 1] in ("a", "twenty") else first
    end = at + 2
    part = reading[end + 2] if reading.phrase(end, ("in", "the")) else reading[end]
    if reading[end] == "o'clock" or part in HALVES:
        end += 1
    if part in PARTS:
        end += 3
    if reading[at] != "past" and (end == at + 2 or word not in ("quarter", "ten", "five", "twenty")):
        return None
    if word != "half" and word != "quarter" and end == at + 2 and reading[start - 1] not in ("at", "by", "until", "'s"):
        return None
    later = part in ("evening", "afternoon") or HALVES.get(part) == 12
    hour = hour % 12 + 12 if later else hour
    if reading[at] == "to":
        hour, minutes = hour - 1, 60 - minutes
    return clock_hit(start, end, hour, minutes, half=bool(part in PARTS or part in HALVES))


rule("dates.minutes-past-hour", needs=("past", "to", "after"))(minutes_past_hour)


def spoken_clock_time(reading: Reading, at: int) -> Hit | None:
    """A clock time whose numbers are words: `seven p.m.`, `seven thirty p.m.`, `nine fifty-nine a.m.`"""
    start, minute = at - 1, 0
    last = NUMBERS.get(reading[start], 0)
    if last >= 10 or (last and NUMBERS.get(reading[reading.before(start)], 0) in (20, 30, 40, 50)):
        minutes = start
        if last < 10:
            minutes = reading.before(start)
            last += NUMBERS[reading[minutes]]
        if NUMBERS.get(reading[minutes - 1]) and NUMBERS[reading[minutes - 1]] <= 12:
            start, minute = minutes - 1, last
    hour = NUMBERS.get(reading[start])
    if hour is None or hour > 12:
        return None
    return clock_hit(start, at + 1, hour % 12 + HALVES[reading[at]], minute)


rule("dates.spoken-clock-time", needs=HALVES)(spoken_clock_time)


def bare_hour(reading: Reading, at: int) -> Hit | None:
    """An hour without minutes beside a day or its part: `at 9 this morning`, `on Friday at 3`, `at 3 in the morning`.

    Alone, a number after `at` says no time.
    """
    hour = integer(reading[at], 1, 12)
    if hour is None or reading[at - 1] not in ("at", "around", "about", ":", ","):
        return None
    before, after = reading[at - 2], reading[at + 1]
    part = before in PARTS or before in WEEKDAYS or before in ("today", "tonight", "tomorrow", "yesterday")
    part = part or (reading[at - 3] == "the" and reading[at - 4] in WEEKDAYS)  # Friday the 26th at 4
    ends = after in (".", ",", "", ";", ")", "!", "?", "and", "to")
    beside = after in ("this", "tonight", "tomorrow", "yesterday") or reading.phrase(at + 1, ("in", "the"))
    if not (part and ends and reading[at - 1] != ":") and not beside:
        return None
    return Hit(at, at + 1, "TIME", "bare hour", lambda memory: NOTHING, clock=f"T{hour:02}:00")


rule("dates.bare-hour")(bare_hour)


def hour_of_day_part(reading: Reading, at: int) -> Hit | None:
    """An hour in words, or behind other words than `at`, with a part of the day: `just before nine in the morning`."""
    if not reading.phrase(at - 2, ("in", "the")) or reading[at - 4] not in _HOUR_LEADS:
        return None
    hour = integer(reading[at - 3], 1, 12) or NUMBERS.get(reading[at - 3])
    if hour is None or hour > 12:
        return None
    return clock_hit(at - 3, at + 1, hour % 12 + (0 if reading[at] == "morning" else 12), 0, half=True)


rule("dates.hour-of-day-part", needs=("morning", "afternoon", "evening"))(hour_of_day_part)
