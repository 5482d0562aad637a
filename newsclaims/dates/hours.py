"""Clock times in words and bare hours: `noon`, `seven o’clock`, `half past three`, `at 9 this morning`."""

from __future__ import annotations

from newsclaims.dates.clock import HALVES, clock_hit, on_day
from newsclaims.dates.hits import Hit, Reading
from newsclaims.dates.meaning import NOTHING
from newsclaims.dates.vocabulary import NUMBERS, PARTS, WEEKDAYS, integer
from newsclaims.rule import rule

_NAMED = {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}


@rule("dates.hour-of-clock", needs=("o'clock", "oclock", "noon", "midday", "midnight"))
def hour_of_clock(reading: Reading, at: int) -> Hit | None:
    """An hour by name: `noon`, `midnight`, `7 o’clock`, `eleven o’clock`; `High Noon` in a title is none."""
    named = _NAMED.get(reading.word(at))
    if named:
        if (reading.capital(at) and reading.capital(at - 1) and at > 1) or reading.word(at - 1) == "high":
            return None
        start = at - 1 if reading.word(at - 1) == "12" else at
        return Hit(start, at + 1, "TIME", "clock", lambda memory: on_day(memory, named), clock=named)
    hour = integer(reading.word(at - 1), 1, 12) or NUMBERS.get(reading.word(at - 1))
    if hour is None or hour > 12:
        return None
    if reading.word(at + 1) in HALVES:
        return clock_hit(at - 1, at + 2, hour % 12 + HALVES[reading.word(at + 1)], 0)
    later = reading.phrase(at + 1, ("in", "the", "evening")) or reading.phrase(at + 1, ("in", "the", "afternoon"))
    end = at + 4 if later or reading.phrase(at + 1, ("in", "the", "morning")) else at + 1
    return clock_hit(at - 1, end, hour % 12 + 12 if later else hour, 0, half=end > at + 1)


@rule("dates.minutes-past-hour", needs=("past", "to", "after"))
def minutes_past_hour(reading: Reading, at: int) -> Hit | None:
    """A clock time in words: `half past three`, `ten past 9`, `a quarter to six in the evening`."""
    word = reading.word(at - 1)
    minutes = {"quarter": 15, "half": 30}.get(word) or integer(word, 1, 59) or NUMBERS.get(word)
    hour = integer(reading.word(at + 1), 1, 12) or NUMBERS.get(reading.word(at + 1))
    if reading.word(at + 1) in _NAMED:
        hour = 12
    if minutes is None or hour is None or minutes > 59 or hour > 12:
        return None
    start = at - 2 if reading.word(at - 2) in ("a", "twenty") else at - 1
    end = at + 2
    part = reading.word(end + 2) if reading.phrase(end, ("in", "the")) else reading.word(end)
    if reading.word(end) == "o'clock" or part in HALVES:
        end += 1
    if part in PARTS:
        end += 3
    if reading.word(at) != "past" and (end == at + 2 or word not in ("quarter", "ten", "five", "twenty")):
        return None
    led = reading.word(start - 1) in ("at", "by", "until", "'s")
    if word not in ("half", "quarter") and end == at + 2 and not led:
        return None
    later = part in ("evening", "afternoon") or HALVES.get(part) == 12
    hour = hour % 12 + 12 if later else hour
    if reading.word(at) == "to":
        hour, minutes = hour - 1, 60 - minutes
    return clock_hit(start, end, hour, minutes, half=bool(part in PARTS or part in HALVES))


@rule("dates.spoken-clock-time", needs=HALVES)
def spoken_clock_time(reading: Reading, at: int) -> Hit | None:
    """A clock time whose numbers are words: `seven p.m.`, `seven thirty p.m.`, `nine fifty-nine a.m.`"""
    word = reading.word(at)
    end = at + 1
    start, minute = at - 1, 0
    last = NUMBERS.get(reading.word(start), 0)
    if last >= 10 or (last and NUMBERS.get(reading.word(reading.before(start)), 0) in (20, 30, 40, 50)):
        minutes = start
        if last < 10:
            minutes = reading.before(start)
            last += NUMBERS[reading.word(minutes)]
        if NUMBERS.get(reading.word(minutes - 1)) and NUMBERS[reading.word(minutes - 1)] <= 12:
            start, minute = minutes - 1, last
    hour = NUMBERS.get(reading.word(start))
    if hour is None or hour > 12 or minute > 59:
        return None
    return clock_hit(start, end, hour % 12 + HALVES[word], minute)


@rule("dates.bare-hour")
def bare_hour(reading: Reading, at: int) -> Hit | None:
    """An hour without minutes beside a day or its part: `at 9 this morning`, `on Friday at 3`, `at 3 in the morning`.

    Alone, a number after `at` says no time.
    """
    hour = integer(reading.word(at), 1, 12)
    if hour is None or reading.word(at - 1) not in ("at", "around", "about", ":", ","):
        return None
    before, after = reading.word(at - 2), reading.word(at + 1)
    part = before in PARTS or before in WEEKDAYS or before in ("today", "tonight", "tomorrow", "yesterday")
    ends = after in (".", ",", "", ";", ")", "!", "?", "and", "to")
    beside = after in ("this", "tonight", "tomorrow", "yesterday") or reading.phrase(at + 1, ("in", "the"))
    if not (part and ends and reading.word(at - 1) != ":") and not beside:
        return None
    clock = f"T{hour:02}:00"
    return Hit(at, at + 1, "TIME", "bare hour", lambda memory: NOTHING, clock=clock)
