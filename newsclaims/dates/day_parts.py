"""Parts of a day: `this morning`, `last night`, `tomorrow am`, tonight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from newsclaims.dates import values
from newsclaims.dates.clock import HALVES, names_day, on_day
from newsclaims.dates.hits import NOTHING, Hit, Reading, Value, from_published
from newsclaims.dates.memory import Memory
from newsclaims.dates.vocabulary import PARTS, WEEKDAYS
from newsclaims.rule import rule


def _of_day(clock: str, start: int, end: int) -> Callable[[Memory], Value]:
    return lambda memory: on_day(memory, clock, start, end)


def part_of_day(reading: Reading, at: int) -> Hit | None:
    """A part of a day: `this morning`, `last night`, `mid-afternoon`; after a day it is joined: `Thursday evening`,
    `tomorrow am`.

    A bare `in the morning` hangs on the day named last.  Plurals and `evening gown` are none.
    """
    if reading[at] in HALVES:
        return _half_of_day(reading, at)
    code = PARTS[reading[at]]
    lead = reading[at - 1]
    clock = "T" + code
    if reading[at] in ("mornings", "afternoons", "evenings", "nights"):
        return None
    if lead in ("this", "last"):
        if reading[at] not in ("morning", "afternoon", "evening", "night") or (lead == "last" and code != "NI"):
            return None
        if at > 1 and reading.capital(at) and reading.capital(at - 1) and reading.sentence.part != "headline":
            return None
        return _part(at - 1, at + 1, "part", 0 if lead == "this" else -1, clock)
    hyphened = reading.hyphened(at - 1)
    if (lead == "mid" or (hyphened and reading[at - 2] in ("mid", "early", "late"))) and code in ("AF", "MO"):
        start = at - 2 if hyphened else at - 1
        mod = {"mid": "MID", "early": "START", "late": "END"}[reading[start]]
        return Hit(start, at + 1, "TIME", "part", _of_day(clock, start, at + 1), clock=clock, mod=mod)
    if hyphened or reading.hyphened(at + 1):
        return None
    edge = {"early": "START", "late": "END"}.get(lead)
    first = at - 2 if edge else at - 1
    if reading[first] == "the" and reading[first - 1] in ("in", "during", "into", "through") and code != "NI":
        if reading.tag(at + 1)[:2] == "NN":
            return None
        return Hit(first, at + 1, "TIME", "bare part", _of_day(clock, first, at + 1), clock=clock, mod=edge)
    if edge and reading[at - 2] in WEEKDAYS:  # Sunday early morning
        return Hit(at - 1, at + 1, "TIME", "loose part", lambda memory: NOTHING, clock=clock, mod=edge)
    the = lead == "the" and reading[at + 1] == "of"
    return Hit(at - 1 if the else at, at + 1, "TIME", "loose part", lambda memory: NOTHING, clock=clock)


rule("dates.part-of-day", needs={*PARTS, *HALVES})(part_of_day)


def _half_of_day(reading: Reading, at: int) -> Hit | None:
    """Return the hit of a half of a named day; behind a number it is a clock time."""
    if (
        not names_day(reading[at - 1])
        or reading[at + 1] == "i"
        or (reading.capital(at - 1) and reading.capital(at) and not reading.form(at).isupper())
    ):
        return None
    clock = "TAF" if HALVES[reading[at]] else "TMO"
    return Hit(at, at + 1, "TIME", "loose part", lambda memory: NOTHING, clock=clock)


def _part(start: int, end: int, grain: str, away: int, clock: str) -> Hit:
    """Return the hit of a part of the day so many days after that of publication."""

    def value(published: date) -> str | None:
        found = values.shifted(published, away, "D")
        return found + clock if found else None

    return Hit(start, end, "TIME", grain, from_published(value), clock=clock)


def tonight(reading: Reading, at: int) -> Hit | None:
    """The night of publication or before it: `tonight`, `overnight`.

    `overnight` is the night that ended on the day of publication; before a noun (`overnight stay`) it is marked too,
    as `overnight losses` is, but not in `became an overnight success`.
    """
    if reading[at] != "overnight":
        return _part(at, at + 1, "part", 0, "TNI")
    noun = reading[at + 1] in ("success", "sensation", "stay", "bag", "stays", "train")
    return None if noun else _part(at, at + 1, "night", -1, "TNI")


rule("dates.tonight", needs=("tonight", "overnight", "tonite"))(tonight)
