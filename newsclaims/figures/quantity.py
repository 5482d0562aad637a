"""Measured quantities: `500 miles`, `240,000 square meter`, `5 feet, 10 inches`, `minus 40 degrees`, `50mph`."""

from __future__ import annotations

from typing import Final

from newsclaims.figures.cardinals.cardinal import Number
from newsclaims.figures.cardinals.notation import Value, times
from newsclaims.figures.counted_nouns import is_model
from newsclaims.figures.line import VAGUE, Draft, Line
from newsclaims.figures.ranges import Operand, join
from newsclaims.figures.unit_words import Unit, unit_at
from newsclaims.rule import rule

# how many of the smaller unit make one of the larger (UCUM)
_PARTS: Final = {
    ("ft", "in"): 12, ("yd", "ft"): 3, ("yd", "in"): 36, ("mi", "ft"): 5280, ("mi", "yd"): 1760, ("lb", "oz"): 16,
    ("stone", "lb"): 14, ("m", "cm"): 100, ("km", "m"): 1000, ("kg", "g"): 1000, ("m", "mm"): 1000, ("cm", "mm"): 10,
    ("t", "kg"): 1000, ("L", "mL"): 1000,
}  # fmt: skip


_PERIODS: Final = {"day": "d", "d": "d", "hour": "h", "hr": "h", "week": "wk", "month": "mo", "year": "a", "yr": "a"}
_BELOW: Final = frozenset({"volume", "mass", "area"})
"""Dimensions of what concentrations, doses and yields are given per."""


def measure(line: Line, at: int) -> Draft | None:
    """A number with a unit of measure: `500 miles`, `15 meter`, `1.5-degree`, `50mph`, `15-22 miles per hour`.

    Two units that go together are one figure in the smaller one: `5 feet, 10 inches` = 70 in.  Periods of time are
    dates' business.  Single letters are units only where they touch the digits (`5m`, `10W`).
    """
    found = join(line, at, _measured)
    return found.draft("quantity", line) if found else None


rule("figures.measure", priority=82)(measure)


def measure_vague(line: Line, at: int) -> Draft | None:
    """A vague plural of a unit: `millions of gallons`, `hundreds of miles`; the value is the base.

    With another noun it is a count: `hundreds of people`.
    """
    number = line.numbers[at]
    if number.form != "vague":
        return None
    found = unit_at(line, number.last + (line.lower(number.last) == "of"))
    if found is None:
        return None
    return Draft(
        "quantity", line, number.first, found[0], at + 1, value=number.value, unit=found[1].symbol, comparator="~"
    )


rule("figures.measure-vague", needs=VAGUE, priority=83)(measure_vague)


def _measured(line: Line, at: int) -> Operand | None:
    single = _single(line, at)
    if single is None:
        return None
    found, unit = single
    while found.value is not None and found.upto < len(line.numbers):
        rest = line.numbers[found.upto]
        gap = found.last
        while gap < found.last + 2 and line.lower(gap) in (",", "and", "-"):
            gap += 1
        if rest.first != gap:
            break
        smaller = _single(line, found.upto) or _inches(line, found, unit)
        parts = _PARTS.get((unit.symbol, smaller[1].symbol)) if smaller else None
        if smaller is None or parts is None or smaller[0].value is None or not 0 <= smaller[0].value < 10 * parts:
            break
        value = times(found.value, parts) + smaller[0].value
        found = found._replace(
            last=smaller[0].last, end=smaller[0].end, value=value, unit=smaller[1].symbol, upto=found.upto + 1
        )
        unit = smaller[1]
    return found


def _inches(line: Line, feet: Operand, unit: Unit) -> tuple[Operand, Unit] | None:
    """Read the bare inches of `5-foot-11` and `5 ft 11 in`."""
    number = line.numbers[feet.upto]
    value = number.value
    if unit.symbol != "ft" or not isinstance(value, int) or not 0 <= value < 12 or number.form != "digits":
        return None
    last = number.last
    if line.lower(last) in ("in", "in."):
        last += 1
    elif line.lower(feet.last) != "-":
        return None
    end = line.tokens[last - 1].end
    found = Operand(number.first, last, number.start, end, value, "in", feet.upto + 1)
    return found, Unit((), (), "in", "length", True)


def _single(line: Line, at: int) -> tuple[Operand, Unit] | None:
    number = line.numbers[at]
    if number.form not in ("digits", "words", "fraction", "half") or is_model(line, number.first):
        return None
    tall = _feet_and_inches(line, at)
    if tall is not None:
        return tall
    if number.unit is not None:
        return Operand(number.first, number.last, number.start, number.end, number.value, number.unit, at + 1), Unit(
            (), (), number.unit, "mass", True
        )
    place = number.last
    if number.form in ("half", "fraction") and line.lower(place) in ("a", "an", "of"):
        place += 1 + (line.lower(place) == "of" and line.lower(place + 1) in ("a", "an"))
        place += line.lower(place) in ("us", "u.s.", "imperial")  # "1/16 of a US pint"
    hyphen = line.lower(place) in ("-", "‑")
    found = unit_at(line, place + hyphen)
    if (
        found is None
        and line.lower(place) == "in"
        and line.form(place + 1) in (".", ";", ")")
        and number.form == "digits"
    ):
        found = (place + 1, Unit((), (), "in", "length", True)) if not _looks_like_year(number) else None
    if found is None or (hyphen and found[1].glued):  # "a 1-in-200 year event"
        return None
    place += hyphen
    end, unit = _rated(line, *found)
    if line.form(place)[0].isupper() and _looks_like_year(number) and line.form(place)[1:].islower():
        return None  # "during 2016 Stone spoke"
    value: Value | None = number.value
    degrees = unit.dimension in ("angle", "temperature") and value is not None
    if degrees and value is not None and line.lower(end) == "below" and line.lower(end + 1) == "zero":
        value, end = -value, end + 2
    upto = at + 1
    while upto < len(line.numbers) and line.numbers[upto].first < end:
        upto += 1
    return Operand(number.first, end, number.start, line.tokens[end - 1].end, value, unit.symbol, upto), unit


def _feet_and_inches(line: Line, at: int) -> tuple[Operand, Unit] | None:
    """Read a height as it is printed in short, `6'3"`, `5'11`: one figure in inches."""
    number = line.numbers[at]
    last = number.last
    mark, glued = line.form(last), line.touches(last)
    if not glued or mark[:1] not in _FOOT or not isinstance(number.value, int) or not 3 <= number.value <= 8:
        return None
    inches = mark[1:] or (line.form(last + 1) if line.touches(last + 1) else "")
    end = last + 1 + (not mark[1:])
    if not inches.isdecimal() or int(inches) > 11:
        return None
    end += line.form(end) in _INCH and line.touches(end)
    upto = at + 1
    while upto < len(line.numbers) and line.numbers[upto].first < end:
        upto += 1
    value, unit = times(number.value, 12) + int(inches), Unit((), (), "in", "length", True)
    return Operand(number.first, end, number.start, line.tokens[end - 1].end, value, "in", upto), unit


_FOOT: Final = ("'", "’", "′")
_INCH: Final = ('"', "”", "″", "''")


def _rated(line: Line, end: int, unit: Unit) -> tuple[int, Unit]:
    """Take in what a rate is per, where a symbol or a measure says it: `12 g/day`, `40 mg per litre`."""
    slash, per = line.lower(end) == "/", line.lower(end) == "per"
    if not (slash or per) or "/" in unit.symbol:
        return end, unit
    below = unit_at(line, end + 1)
    period = _PERIODS.get(line.lower(end + 1)) if slash else None
    if period is not None:
        return end + 2, unit._replace(symbol=f"{unit.symbol}/{period}")
    if below is None or below[1].dimension not in _BELOW or (slash and not line.touches(end + 1)):
        return end, unit
    return below[0], unit._replace(symbol=f"{unit.symbol}/{below[1].symbol}")


def _looks_like_year(number: Number) -> bool:
    four = number.form == "digits" and number.end - number.start == 4
    return four and number.value is not None and number.value < 2100
