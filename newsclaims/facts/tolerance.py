"""How exact a written number is: the interval of values that would be rounded to it."""

from __future__ import annotations

import re

from newsclaims.model import Figure

_NUMERAL = re.compile(r"\d[\d,]*+(?:\.\d++)?")
_SCALES = frozenset((0.01, 1.0, 1e3, 1e6, 1e9, 1e12))
Interval = tuple[float, float]


def step(figure: Figure) -> float:
    """Return the size of the last place that is written, in the figure's unit: 0.1 billion for `2.5 billion`.

    Whole millions and billions are read as exact to a tenth (`$2 billion` stands for 2.0 in news), other whole
    numbers to one.
    """
    if not figure.value:
        return 0.0
    for found in _NUMERAL.finditer(figure.text):
        written = float(found.group().replace(",", ""))
        scale = abs(figure.value) / written if written else 1.0
        if figure.low is None or scale in _SCALES:  # of the two numbers of a range the one that is meant
            break
    else:
        # a number in words is as exact as a whole one: `three miles` stands for 2.5 to 3.5
        return 1.0 if figure.kind == "quantity" and abs(figure.value) < 100 else 0.0
    decimals = len(found.group().partition(".")[2])
    if scale >= 1000:
        decimals = max(decimals, 1)
    return float(scale * 10.0**-decimals)


def interval(figure: Figure) -> Interval:
    """Return the lowest and the highest value that the figure may stand for; `about` widens it by a tenth."""
    value = float(figure.value or 0)
    half = step(figure) / 2
    if figure.approximate or figure.comparator == "~":
        half = max(half, abs(value) / 10)
    low, high = value - half, value + half
    if figure.comparator in (">", ">="):
        high = max(high, value * 1.2)
    elif figure.comparator in ("<", "<="):
        low = min(low, value * 0.8)
    return low, high


def overlap(one: Interval, other: Interval, slack: float = 0.0) -> bool:
    """Return whether two intervals have a value in common, or miss each other by no more than ``slack``."""
    return one[0] <= other[1] + slack and other[0] <= one[1] + slack


def shown(value: float) -> str:
    """Return a number as messages write it: `1,250`, `12.5`, `3.25`."""
    if abs(value - round(value)) < 0.005 or abs(value) >= 1000:
        return f"{round(value):,}"
    return f"{value:,.1f}" if abs(value * 10 - round(value * 10)) < 0.05 or abs(value) >= 10 else f"{value:,.2f}"


_SIGNS = {"USD": "$", "GBP": "£", "EUR": "€"}


def amount(value: float, like: Figure) -> str:
    """Return a number in the unit of a figure, as messages write it: `$7.5 million`, `£0.20`, `1,250`."""
    if like.kind == "percent":
        return f"{shown(value)}%"
    if like.kind != "money":
        return shown(value)
    scaled, word = value, ""
    for size, name in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(value) >= size:
            scaled, word = value / size, name
            break
    number = f"{scaled:.2f}" if not word and scaled != round(scaled) else shown(scaled)
    sign = _SIGNS.get(like.unit or "")
    return f"{sign}{number}{word}" if sign else f"{number}{word} {like.unit or ''}".rstrip()
