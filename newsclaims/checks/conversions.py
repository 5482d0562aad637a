"""Measures converted in brackets: `5 km (3.1 miles)`, `30C (86F)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsclaims.checks.reading import F, Finding, Reading, spans
from newsclaims.facts.tolerance import shown, step
from newsclaims.model import Figure
from newsclaims.rule import rule
from newsclaims.table import rows

_PAIR = re.compile(
    rf"{F}(?=(?: ?[(\[]|,? or |/| ?[–—] )(?:(?:about|around|roughly|nearly|some|just|over|under) ){{0,2}}{F})"
)


_DEGREES = r"(?:[Mm]inus )?[-−]?\d{1,4}(?:,\d{3})*(?:\.\d{1,2})?"
_TEMPERATURES = re.compile(
    rf"(?<![\w.,])(?P<one>{_DEGREES}) ?(?:°|º|degrees? )?(?P<unit>C|F|Celsius|Fahrenheit) ?"
    rf"[(\[](?P<other>{_DEGREES}) ?(?:°|º|degrees? )?(?:C|F|Celsius|Fahrenheit)[)\]]"
)


@cache
def _units() -> dict[str, tuple[str, tuple[float, ...]]]:
    """Return unit -> (dimension, sizes in base units)."""
    return {unit: (name, tuple(map(float, sizes.split(",")))) for unit, name, sizes in rows("checks", "conversions")}


def conversion(reading: Reading) -> Iterator[Finding]:
    """A measure that does not fit its conversion beside it: `5 km (5.1 miles)`, `30C (76F)`.

    Both may be rounded: the last written place of each is allowed for, up to 3 %, and 1 % more.  Currencies are left
    alone, their rate changes daily; temperatures have a check of their own.
    """
    for line in reading.lines:
        for _, (one, other) in line.matches(_PAIR, 2):
            if one.unit == other.unit or one.value is None or other.value is None:
                continue
            results = _converted(one, other.unit)
            if not results or any(_fits(one, other, result) for result in results):
                continue
            right = shown(results[0])
            yield Finding(f"{one.text} is {right} {other.unit}, not {other.text}", spans(one, other))


rule("checks.conversion")(conversion)


def _converted(figure: Figure, unit: str | None) -> list[float]:
    """Return the figure's value in another unit, in every reading of its unit; empty if there is none."""
    source, target = _units().get(figure.unit or ""), _units().get(unit or "")
    value = figure.value
    if source is None or target is None or value is None or source[0] != target[0]:
        return []
    return [value * size / other for size in source[1] for other in target[1]]


def _fits(one: Figure, other: Figure, result: float) -> bool:
    """Return whether the converted value may be rounded to the other figure, or the other way round."""
    assert one.value is not None and other.value is not None
    scale = abs(result / one.value) if one.value else 1.0
    slack = _rounding(one) * scale + _rounding(other) + abs(result) * 0.01
    return abs(result - (other.value or 0)) <= step(other) / 2 + slack


def _rounding(figure: Figure) -> float:
    """Return how far a figure may be from the measure: half its last place that is not zero, 3 % at most."""
    last = step(figure)
    value = abs(figure.value or 0)
    while last and value and value % (last * 10) == 0 and last * 20 < value:
        last *= 10
    return min(last / 2, value * 0.03)


def temperature(reading: Reading) -> Iterator[Finding]:
    """Celsius and Fahrenheit beside each other that do not fit: `30C (76F)`.

    Each may be rounded to its last place.  A difference (`2C (3.6F) warmer`) is right too when it fits as one.
    """
    for line in reading.lines:
        for found in _TEMPERATURES.finditer(line.raw):
            one, other = (_degrees(found[name]) for name in ("one", "other"))
            warm = found["unit"].startswith("C")
            factor = 1.8 if warm else 1 / 1.8
            right = one * 1.8 + 32 if warm else (one - 32) / 1.8
            slack = _place(found["one"]) / 2 * factor + _place(found["other"]) / 2 + 0.05
            if min(abs(right - other), abs(one * factor - other)) > slack:
                unit = "F" if warm else "C"
                yield Finding(f"{found['one']}{found['unit'][0]} is {right:.1f}{unit}", (line.span(*found.span()),))


rule("checks.temperature")(temperature)


def _degrees(written: str) -> float:
    """Return a temperature as a number: `-4`, `−4`, `minus 4`, `1,472`."""
    plain = re.sub(r"(?i)minus ", "-", written).replace("−", "-").replace(",", "")
    return float(plain)


def _place(written: str) -> float:
    """Return the size of the last written place."""
    return float(10.0 ** -len(written.partition(".")[2]))
