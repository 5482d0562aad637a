"""Percentages, percentage points and basis points: `58%`, `forty percent`, `15% to 20%`, `2 percentage points`."""

from __future__ import annotations

from typing import Final

from newsclaims.figures.classes import word_class
from newsclaims.figures.line import Draft, Line
from newsclaims.figures.ranges import Operand, join
from newsclaims.rule import rule

_POINT: Final = frozenset({"point", "points", "pts", "pt"})
_RATES: Final = frozenset({"rate", "rates", "yield", "yields"})
_NEAR: Final = 7  # tokens from the points to the rate


def percent(line: Line, at: int) -> Draft | None:
    """A number with a per cent sign or word: `58%`, `forty percent`, `10 per cent`, `5pc`, `15 to 20 percent`.

    Points ("two percentage points") are another rule's, and the bare word ("a percentage of") has no number.
    """
    found = join(line, at, _percent)
    return found.draft("percent", line) if found else None


rule("figures.percent", priority=85)(percent)


def percentage_point(line: Line, at: int) -> Draft | None:
    """A difference of percentages: `2 percentage points`, `a 60-basis-point cut`, `0.3 of a percentage point`.

    Points of an index or a game ("190 points") are counts.
    """
    found = join(line, at, _points)
    return found.draft("percentage_point", line) if found else None


rule("figures.percentage-point", needs=("point", "points", "pts", "pt", "bp", "bps"), priority=86)(percentage_point)


def _of_rate(line: Line, first: int, after: int, part: bool) -> bool:
    """Tell whether points are those of a rate: `a 0.3-point drop in the jobless rate`, `cut rates by two-thirds of a
    point`."""
    if part:
        return any(line.lower(at) in _RATES for at in range(max(0, first - _NEAR), first))
    fell = line.lower(after) in word_class("change-nouns") and line.lower(after + 1) == "in"
    return fell and any(line.lower(at) in _RATES for at in range(after + 2, after + _NEAR))


def _hyphen(line: Line, at: int) -> int:
    return at + 1 if line.lower(at) in ("-", "‑") else at


def _percent(line: Line, at: int) -> Operand | None:
    number = line.numbers[at]
    if number.form in ("ordinal", "vague", "clock"):
        return None
    last = _hyphen(line, number.last)
    if number.form == "half" and line.lower(last) in ("a", "of"):  # "half a percent", "half of one percent"
        last += 1 + (line.lower(last) == "of" and line.lower(last + 1) in ("a", "one", "1"))
    word = line.lower(last)
    if word in word_class("percent-words"):
        if word == "percentage" or (line.lower(_hyphen(line, last + 1)) in _POINT and word != "%"):
            return None
        last += 1
    elif word == "per" and line.lower(_hyphen(line, last + 1)) == "cent":
        last = _hyphen(line, last + 1) + 1
    elif word == "pc" and line.touches(last):
        last += 1
    else:
        return None
    end = line.tokens[last - 1].end
    return Operand(number.first, last, number.start, end, number.value, "%", at + 1)


def _points(line: Line, at: int) -> Operand | None:
    number = line.numbers[at]
    if number.form in ("ordinal", "vague", "clock"):
        return None
    last = _hyphen(line, number.last)
    while number.form in ("half", "fraction", "digits") and line.lower(last) in ("a", "of") and last < number.last + 2:
        last += 1
    word = line.lower(last)
    after = _hyphen(line, last + 1)
    if word in ("percentage", "percent", "%") and line.lower(after) in _POINT:
        unit, last = "pp", after + 1
    elif word in _POINT and number.form == "half" and line.lower(number.first - 1) not in ("first", "second"):
        unit, last = "pp", last + 1  # "a quarter-point cut"
    elif word in _POINT and _of_rate(line, number.first, last + 1, number.form == "fraction"):
        unit, last = "pp", last + 1
    elif word == "basis" and line.lower(after) in _POINT:
        unit, last = "bp", after + 1
    elif word in ("bp", "bps"):
        unit, last = "bp", last + 1
    elif word == "per" and line.lower(last + 1) == "cent" and line.lower(last + 2) in _POINT:
        unit, last = "pp", last + 3
    else:
        return None
    end = line.tokens[last - 1].end
    return Operand(number.first, last, number.start, end, number.value, unit, at + 1)
