"""Values as a reader writes them: days, times and amounts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from newsclaims.model import Date, Figure
from newsclaims.pattern import compiled

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SIGNS: Final = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥"}
_LENGTH: Final = compiled(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])")
_UNITS: Final = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"}


def day_words(day: str | None) -> str:
    """Return an ISO day as `18 Jun 2025`, what is no full day as it is."""
    if day is None:
        return ""
    try:
        found = date.fromisoformat(day[:10])
    except ValueError:
        return day
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


_PARTS: Final = {
    "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter", "H1": "first half", "H2": "second half",
    "MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime",
}  # fmt: skip
_VALUE: Final = compiled(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?:(?P<clock>\d\d:\d\d)\S*|(?P<part>[A-Z]{2})))?)?"
    r"|-(?P<season>SP|SU|FA|WI|H1|H2)|-Q(?P<quarter>[1-4])|-W(?P<week>\d\d))?\Z"
)


def when_of(item: Date) -> str:
    """Return when a date is in words: its TIMEX3 value as a reader writes it, where it has such a form."""
    value = item.value or item.text
    found = _VALUE.match(value)
    if found:
        return _spoken(found)
    length = _LENGTH.fullmatch(value)
    if length:
        unit = "minute" if length[1] and length[3] == "M" else _UNITS[length[3]]
        return f"{length[2]} {unit}{'' if length[2] == '1' else 's'}"
    if value.startswith(("PX", "PTX")):
        return item.text  # `just days`: a length without a number
    if re.fullmatch(r"\d{3}", value):
        return f"{value}0s"
    return value


def _spoken(found: re.Match[str]) -> str:
    """Return a value of the calendar in words: `27 Aug 2025 9:40`, `summer 2025`, `week 45 of 2025`."""
    year = found["year"]
    if found["day"]:
        after = found["clock"] or _PARTS.get(found["part"] or "", "")
        return f"{day_words(found[0][:10])} {after}".rstrip()
    if found["month"]:
        return f"{_MONTHS[int(found['month']) - 1]} {year}" if 1 <= int(found["month"]) <= 12 else found[0]
    if found["season"]:
        return f"{_PARTS[found['season']]} {year}"
    if found["quarter"]:
        return f"quarter {found['quarter']} of {year}"
    return f"week {int(found['week'])} of {year}" if found["week"] else year


def number_words(value: int | float) -> str:
    """Return a number with separators, large ones in millions, billions or trillions."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:,.6g} {name}"
    return f"{value:,}" if isinstance(value, int) else f"{value:,.6g}" if abs(value) < 1e6 else f"{value:,.0f}"


def measured_by(figure: Figure, texts: Mapping[str, str]) -> str:
    """Return what a figure measures, per what and how it moves: `revenue (up to, against $2 billion)`, or nothing.

    ``texts`` are the words of all figures of the article by id.
    """
    base = " ".join(texts.get(figure.baseline or "", "").split())
    move = " ".join(filter(None, (figure.direction, figure.point)))
    told = ", ".join(filter(None, (figure.per and f"per {figure.per}", move, base and f"against {base}")))
    return f"{figure.of or ''} ({told})".strip() if told else figure.of or ""


def amount_of(figure: Figure) -> str:
    """Return the value of a figure: comparator, number or range, unit."""
    if figure.low is not None and figure.high is not None:
        joiner = "–" if figure.kind == "score" else " to "
        number = f"{number_words(figure.low)}{joiner}{number_words(figure.high)}"
    elif figure.value is None:
        return ""
    else:
        number = number_words(figure.value)
        if figure.kind == "money" and re.fullmatch(r"[\d,]+\.\d", number):
            number += "0"
    if figure.kind == "ratio" and figure.value is not None and 0 < figure.value < 1:
        return f"{figure.value * 100:.3g}%"
    sign = _SIGNS.get(figure.unit or "") if figure.kind == "money" else None
    unit = "" if figure.kind == "count" else figure.unit or ""  # the counted noun stands in the figure's own words
    if figure.kind == "age" and unit in _UNITS.values() and figure.value != 1:
        unit += "s"
    shown = f"{sign}{number}" if sign else f"{number} {unit}".rstrip()
    if figure.kind == "percent":
        shown = f"{number}%"
    mark = figure.comparator if figure.comparator not in (None, "=") else ""
    return f"{mark} {shown}".strip()
