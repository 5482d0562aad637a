"""Measures in other units: `3 kilometres` and `1.9 miles`, `18 months` and `a year and a half`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from newsclaims.model import Figure
from newsclaims.table import rows

_LENGTH = re.compile(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?"
    r"(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)
_SIZES = (365.25, 365.25 / 12, 7.0, 1.0, 1 / 24, 1 / 1440, 1 / 86400)  # of the parts of a length of time, in days


@cache
def _units() -> dict[str, tuple[str, float]]:
    """Return unit -> (dimension, size in base units), for units of one size everywhere."""
    return {unit: (name, float(size)) for unit, name, size in rows("checks", "conversions") if "," not in size}


def convertible(unit: str | None, other: str | None) -> bool:
    """Return whether two units measure one thing: kilometres and miles."""
    ours, theirs = _units().get(unit or ""), _units().get(other or "")
    return ours is not None and theirs is not None and ours[0] == theirs[0]


def in_unit(figure: Figure, unit: str | None) -> Figure:
    """Return a figure in another unit of the same dimension, as it is where there is none."""
    if figure.unit == unit or not convertible(figure.unit, unit):
        return figure
    factor = _units()[figure.unit or ""][1] / _units()[unit or ""][1]
    value, low, high = (item and item * factor for item in (figure.value, figure.low, figure.high))
    return replace(figure, value=value, low=low, high=high, unit=unit)


def days(length: str | None) -> tuple[float, float] | None:
    """Return a length of time (TIMEX3 value) in days and the size of its smallest part, ``None`` for another value.

    >>> days("P1Y6M") == days("P18M"), days("P2W"), days("2019")
    (True, (14.0, 7.0), None)
    """
    found = _LENGTH.fullmatch(length or "")
    if found is None:
        return None
    parts = [(float(number), size) for number, size in zip(found.groups(), _SIZES, strict=True) if number]
    return (sum(number * size for number, size in parts), parts[-1][1]) if parts else None
