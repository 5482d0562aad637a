"""Words round an expression that belong to it and say which part of it or how exactly: `early next year`, `the end of
November`, `almost two years`."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.dates.hits import Hit, Reading, Value, replace
from newsclaims.dates.memory import Memory
from newsclaims.dates.vocabulary import PARTS, word_class
from newsclaims.table import rows
from newsclaims.words.phrases import amount_before

_RUNNING: Final = frozenset(("year", "month", "week", "decade", "quarter", "season", "bare part"))
_ONE_DAY: Final = frozenset(("weekday", "day", "month-day", "holiday"))
_CALENDAR: Final = frozenset((
    "weekday", "day", "month", "month-day", "quarter", "half", "season", "year", "week", "weekend", "decade", "century",
    "holiday", "dated", "part", "bare part",
))  # fmt: skip


@cache
def _mods(kind: str) -> dict[str, str]:
    """Return what the words of one kind say: part, edge or degree."""
    return {words: mod for words, found, mod in rows("dates", "modifiers") if found == kind}


def modified(reading: Reading, hit: Hit) -> Hit:
    """Return the hit with the modifiers to its left taken in."""
    if hit.type == "DURATION" or hit.grain in ("offset", "comparison", "clock", "clocked day", "reference"):
        hit = _inexact(reading, hit)
    if (hit.type in ("DATE", "TIME") and hit.grain.removeprefix("dated ") in _CALENDAR) or hit.grain == "clocked day":
        hit = _edge(reading, _part(reading, hit))
    return hit


def _part(reading: Reading, hit: Hit) -> Hit:
    """Take in `early`, `late`, `mid-`, `earlier`, `later`, and `the` before them."""
    before = reading.before(hit.start)
    word = reading[before]
    the = reading[hit.start] == "the" and word in ("earlier", "later")
    mod = _mods("part").get(word)
    running = hit.grain in _RUNNING and reading[hit.start] == "the"
    if word == "in" and running and reading[before - 1] in ("earlier", "later", "late", "early"):
        return hit.widened(before - 1, hit.end, _mods("part")[reading[before - 1]])
    if mod is None or the:
        return hit
    compared = word in ("earlier", "later") and hit.grain in ("decade", "century", "dated", "part")
    as_early = word == "early" and reading[before - 1] == "as" and reading[before + 1] == "as"
    if as_early or (compared and reading[hit.start] not in ("this", "last")):
        return hit
    start = before - 1 if reading[before - 1] == "the" and word in ("early", "late", "mid") else before
    return hit.widened(start, hit.end, mod)


def _edge(reading: Reading, hit: Hit) -> Hit:
    """Take in `the end of`, `the beginning of`, `the middle of`."""
    if reading[hit.start - 1] != "of":
        return hit
    start = hit.start - 2
    hours = reading[start] == "hours" and reading[start - 1] in ("early", "wee", "small")
    if hours and hit.grain in ("weekday", "day", "month-day"):
        return hit.widened(reading.with_the(start - 1), hit.end, "START")
    if reading[start] == "hours" and reading[start - 1] in PARTS and hit.grain.removeprefix("dated ") in _ONE_DAY:
        return _hours(reading, hit, start - 1)
    mod = _mods("edge").get(reading[start])
    return hit.widened(start - (reading[start - 1] in ("the", "very")), hit.end, mod) if mod else hit


def _hours(reading: Reading, hit: Hit, part: int) -> Hit:
    """`the early morning hours of May 5`: the part of the day at token ``part``."""
    clock = "T" + PARTS[reading[part]]
    start = part - 1 if reading[part - 1] in ("early", "late") else part

    def resolve(memory: Memory) -> Value:
        return hit.resolve(memory).then(lambda day: day + clock if len(day) == 10 else None)

    mod = _mods("part").get(reading[start])
    whole = hit.widened(reading.with_the(start), hit.end, mod)
    return replace(whole, type="TIME", grain="clocked day", clock=clock, resolve=resolve, within=None)


def _inexact(reading: Reading, hit: Hit) -> Hit:
    """Take in `about`, `nearly`, `more than`, `at least` before a number, a clock time or `a year ago`."""
    first = reading[hit.start]
    if first in ("the", "this", "last", "each", "next", "past"):
        return hit
    if hit.grain == "clocked day" and not first[:1].isdigit() and first not in ("noon", "midnight"):
        return hit
    degrees = _mods("degree")
    for start in (hit.start - 3, hit.start - 2):
        mod = degrees.get(" ".join(map(reading.__getitem__, range(start, hit.start))))
        if mod:
            compared = (
                hit.type != "DURATION" and reading[hit.start - 1] == "than" and amount_before(reading.tokens, start)
            )
            return hit if compared else hit.widened(start, hit.end, mod)
    word = reading[hit.start - 1]
    if word not in degrees or hit.grain == "reference":
        return hit
    counted = hit.type == "DURATION" and (not first[:1].isalpha() or reading.tag(hit.start) in ("CD", "DT"))
    if word in ("over", "some") and not counted:
        return hit
    if word == "over" and (reading[hit.start - 2] or "for") not in word_class("exceeding"):
        return hit
    timed = hit.type == "DURATION" or hit.grain == "clock"
    if word == "about" and reading.tag(hit.start - 2) in ("NN", "NNS") and not timed:
        return hit
    return hit.widened(hit.start - 1, hit.end, degrees[word])
