"""Figures and dates as words by which statements are found."""

from __future__ import annotations

import re
from math import ceil, log

from newsclaims.facts.conversion import days
from newsclaims.facts.moments import month_day, weekday, weekdays_in
from newsclaims.facts.values import Value, digits, ends, percentage
from newsclaims.model import Figure

_YEARS = re.compile(r"P(\d{1,3})Y")
_LONG = 3  # years from which a length tells when something began
_STEP = 1.15  # by what two numbers of one size may differ, at most
_SIZE_SAYS = 0.3  # how much one of the two sizes of a number says
_SIZED = 20  # numbers below are said as they are, not about


def value_tokens(value: Value, year: int | None = None) -> dict[str, float]:
    """Return all words by which a value is found, with how much each says: also the weekday of a day and a size.

    ``year`` is that of the reports: in 2024 what took `17 years` is told as `since 2007`, too.
    Each number has the size below and above it, so that two that differ by a rounding share one: 84,264 and 80,000.
    """
    told = value_token(value)
    found = dict([told]) if told else {}
    if isinstance(value, Figure):
        share = percentage(value)
        number = abs(float(share.value or 0)) if share.low is None else 0.0
        if share.kind in ("money", "percent", "count", "number", "quantity") and number >= _SIZED:
            kind = share.kind if share.kind in ("money", "percent") else "number"
            size = ceil(log(number) / log(_STEP))
            found |= {f"#{kind} size {size - 1}": _SIZE_SAYS, f"#{kind} size {size}": _SIZE_SAYS}
    elif value.type == "DURATION":
        years = _YEARS.fullmatch(value.value or "")
        if years and year and int(years[1]) >= _LONG:
            found[f"#time {year - int(years[1])}"] = 0.6
    else:
        named = weekday(value)
        if named:
            found.setdefault(f"#weekday {named}", 0.4)
    return found


def value_token(value: Value) -> tuple[str, float] | None:
    """Return a value as a word by which statements are found, and how much it says (0 to 1.5), ``None`` if vague.

    A number of three digits and more seldom stands for two things, a small one often.
    """
    if isinstance(value, Figure):
        if value.kind == "score" and value.low is not None:
            return f"#score {sorted(ends(value))}", 1.5
        if not value.value or value.low is not None or value.kind == "ordinal":
            return None
        kind = value.kind if value.kind in ("money", "percent", "age") else "number"
        count = digits(value.value)
        rare = 1.5 if count > 2 else 0.8 if count > 1 or abs(value.value) >= 1000 else 0.3
        return f"#{kind} {value.value:.6g}", rare
    if value.value is None:
        day = month_day(value)
        if day:
            return f"#day {day[0]}-{day[1]}", 0.6
        named = sorted(weekdays_in(value))
        return (f"#weekday {named[0]}", 0.4) if named else None
    if value.type == "DURATION":
        length = days(value.value)
        return (f"#length {length[0]:.5g}", 0.7) if length else (f"#length {value.value}", 0.5)
    if value.from_ is None:
        return None
    day = month_day(value)
    return (f"#day {day[0]}-{day[1]}", 0.6) if day else (f"#time {value.value}", 0.6)
