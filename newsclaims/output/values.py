"""Values as a reader writes them: days, times and amounts."""

from __future__ import annotations

import re
from datetime import date

from newsclaims.model import Date, Figure

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SIGNS = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥"}
_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"}


def day_words(day: str | None) -> str:
    """Return an ISO day as `18 Jun 2025`, what is no full day as it is."""
    if day is None:
        return ""
    try:
        found = date.fromisoformat(day[:10])
    except ValueError:
        return day
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def when_of(item: Date) -> str:
    """Return when a date is: a day, the first and last day that it covers, or its TIMEX3 value."""
    value = item.value or item.text
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return day_words(value)
    if re.fullmatch(r"\d{4}-\d\d", value):
        return f"{_MONTHS[int(value[5:]) - 1]} {value[:4]}" if 1 <= int(value[5:]) <= 12 else value
    length = _LENGTH.fullmatch(value)
    if length:
        unit = "minute" if length[1] and length[3] == "M" else _UNITS[length[3]]
        return f"{length[2]} {unit}{'' if length[2] == '1' else 's'}"
    return value


def number_words(value: int | float) -> str:
    """Return a number with separators, large ones in millions, billions or trillions."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:,.6g} {name}"
    return f"{value:,}" if isinstance(value, int) else f"{value:,.6g}" if abs(value) < 1e6 else f"{value:,.0f}"


def amount_of(figure: Figure) -> str:
    """Return the value of a figure: comparator, number or range, unit."""
    if figure.low is not None and figure.high is not None:
        joiner = "–" if figure.kind == "score" else " to "
        number = f"{number_words(figure.low)}{joiner}{number_words(figure.high)}"
    elif figure.value is None:
        return ""
    else:
        number = number_words(figure.value)
    sign = _SIGNS.get(figure.unit or "") if figure.kind == "money" else None
    shown = f"{sign}{number}" if sign else f"{number} {figure.unit or ''}".rstrip()
    if figure.kind == "percent":
        shown = f"{number}%"
    mark = figure.comparator if figure.comparator not in (None, "=") else ""
    return f"{mark} {shown}".strip()
