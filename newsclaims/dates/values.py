"""Calendar arithmetic: pure functions from days and amounts to TIMEX3 values, and back to the days that one covers.

Values: a day ``2025-11-06``, an ISO week ``2025-W45``, a weekend ``2025-W45-WE``, a month ``2025-11``, a quarter
``2025-Q4``, a half ``2025-H2``, a season ``2025-FA``, a year ``2025``, a decade ``202``, a century ``20``.  Every
function returns ``None`` when the result lies outside the years 1 to 9999.  Units are ``D W M Q Y`` and, for times of
day, ``TH TM TS``; decades, centuries and millennia are years by the dozen of tens.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Final

from newsclaims.pattern import compiled

YEARS: Final = {"DE": 10, "CE": 100, "ML": 1000}


def days_in(year: int, month: int) -> int:
    """Return how many days a month has."""
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(1)).day


def day(year: int, month: int, number: int) -> date | None:
    """Return the day, or None for one that does not exist (31 February, year 0)."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12 or not 1 <= number <= days_in(year, month):
        return None
    return date(year, month, number)


def iso(of: date | None) -> str | None:
    """Return the day as a value, None for no day."""
    return of.isoformat() if of else None


def moved(start: date | None, days: int) -> date | None:
    """Return the day so many days later, or None outside the calendar or without a day."""
    if start is None:
        return None
    ordinal = start.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def week(of: date) -> str:
    """Return the ISO week that holds the day: ``2025-W45``."""
    year, number, _ = of.isocalendar()
    return f"{year:04}-W{number:02}"


def monday(year: int, number: int) -> date | None:
    """Return the first day of an ISO week, or None when the year has no such week."""
    if not 1 <= year <= 9998 or not 1 <= number <= 53:
        return None
    first = date(year, 1, 4)
    start = first - timedelta(first.weekday()) + timedelta(7 * (number - 1))
    return start if start.isocalendar()[:2] == (year, number) else None


def month(year: int, number: int) -> str | None:
    """Return the month; ``number`` may run over the year's ends (0 is December of the year before)."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return f"{year:04}-{number:02}" if 1 <= year <= 9999 else None


def quarter(year: int, number: int) -> str | None:
    """Return the quarter; ``number`` may run over the year's ends."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    return f"{year:04}-Q{number}" if 1 <= year <= 9999 else None


def year(number: int) -> str | None:
    """Return the year."""
    return f"{number:04}" if 1 <= number <= 9999 else None


def season_of(day_: date) -> tuple[int, int]:
    """Return (year, season 0 to 3 for SP SU FA WI); a winter belongs to the year in which it begins."""
    number = (day_.month - 3) % 12 // 3
    return (day_.year - 1 if day_.month < 3 else day_.year), number


SEASONS: Final = ("SP", "SU", "FA", "WI")


def season(year_: int, number: int) -> str | None:
    """Return the season; ``number`` (0 to 3) may run over the year's ends."""
    year_, number = year_ + number // 4, number % 4
    return f"{year_:04}-{SEASONS[number]}" if 1 <= year_ <= 9999 else None


def shifted(start: date, amount: int, unit: str) -> str | None:
    """Return the period of that unit which lies so many units after ``start``: the granularity is the unit's."""
    if abs(amount) > 400_000:
        return None
    if unit == "D":
        return iso(moved(start, amount))
    if unit in ("W", "WE"):
        moved_to = moved(start, 7 * amount)
        return week(moved_to) + ("-WE" if unit == "WE" else "") if moved_to else None
    if unit == "M":
        return month(start.year, start.month + amount)
    if unit == "Q":
        return quarter(start.year, (start.month + 2) // 3 + amount)
    if unit == "SE":
        first, number = season_of(start)
        return season(first, number + amount)
    if unit == "Y":
        return year(start.year + amount)
    return year(start.year + amount * YEARS[unit]) if unit in YEARS else None


def period(start: date, amount: int, unit: str) -> str | None:
    """Like ``shifted``, but a decade is three digits, a century two: `this decade`, `the last century`."""
    if unit in YEARS:
        found = year(start.year + amount * YEARS[unit])
        return found[: 5 - len(str(YEARS[unit]))] if found else None
    return shifted(start, amount, unit)


def same_day(start: date, amount: int, unit: str) -> str | None:
    """Return the day so many weeks, months or years after a named day, the last day of a shorter month if need be."""
    if unit == "Y" or unit in YEARS:
        amount, unit = amount * YEARS.get(unit, 1) * 12, "M"
    if unit == "M":
        at = month(start.year, start.month + amount) if abs(amount) < 120_000 else None
        if at is None:
            return None
        first, number = int(at[:4]), int(at[5:])
        return date(first, number, min(start.day, days_in(first, number))).isoformat()
    found = moved(start, amount * (7 if unit == "W" else 1)) if abs(amount) < 4_000_000 else None
    return iso(found)


def weekday_near(start: date | None, number: int, step: int) -> date | None:
    """Return the nearest day of that ISO weekday (1 to 7): step -1 up to and including ``start``, +1 from it on."""
    if start is None:
        return None
    away = (number - start.isoweekday()) % 7
    return moved(start, away if step > 0 else away - 7 if away else 0)


def other_weekday(start: date | None, number: int, step: int) -> date | None:
    """Return the nearest such weekday before (step -1) or after (+1) the day, which is not that day itself."""
    return weekday_near(moved(start, step), number, step)


def nth_weekday(year_: int, month_: int, number: int, nth: int) -> date | None:
    """Return the nth (1 to 5, -1 for the last) such weekday of a month, or None when it has no fifth."""
    if not 1 <= year_ <= 9999:
        return None
    last = days_in(year_, month_)
    if nth < 0:
        end = date(year_, month_, last)
        return end - timedelta((end.isoweekday() - number) % 7 + 7 * (-nth - 1))
    first = date(year_, month_, 1)
    at = 1 + (number - first.isoweekday()) % 7 + 7 * (nth - 1)
    return date(year_, month_, at) if at <= last else None


def duration(amount: Fraction | None, unit: str) -> str | None:
    """Return the TIMEX3 duration; ``amount`` None is an unknown number (``PXY``), halves become the next unit."""
    if unit in YEARS:
        if amount is None:
            return "PX" + unit
        amount, unit = amount * YEARS[unit], "Y"
    time, unit = ("T", unit[1:]) if unit[0] == "T" else ("", unit)
    if amount is None:
        return f"P{time}X{unit}"
    if amount > 10**9 or amount < 0:
        return None
    whole, rest = divmod(amount, 1)
    if not rest:
        return f"P{time}{whole}{unit}"
    size, lower = {
        "Y": (12, "M"),
        "H": (60, "M"),
        "M": (60 if time else 30, "S" if time else "D"),
        "D": (24, "H"),
        "W": (7, "D"),
    }.get(unit, (0, ""))
    part = rest * size
    if unit in ("D", "W") or not lower or part.denominator != 1:  # half a day is not twelve hours in ordinary use
        return f"P{time}{float(amount):.4f}".rstrip("0") + unit
    return f"P{time}{whole}{unit}{part}{lower}" if whole else f"P{time}{part}{lower}"


_VALUE: Final = compiled(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?|W(?P<week>\d\d)(?P<end>-WE)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?"
    r"|(?P<decade>\d{3})|(?P<century>\d\d)"
)
_SEASON_MONTHS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@lru_cache(maxsize=4096)
def covered(value: str) -> tuple[str, str] | None:
    """Return the ISO days (first, last) of a value, or None for durations, sets and references.

    Seasons are the meteorological ones of the northern hemisphere: spring is March to May.
    """
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    part = match.groupdict()
    if digits := part["decade"] or part["century"]:
        span = 10 ** (4 - len(digits))
        return f"{max(1, int(digits) * span):04}-01-01", f"{int(digits) * span + span - 1:04}-12-31"
    year = int(part["year"])
    if part["day"]:
        found = iso(day(year, int(part["month"]), int(part["day"])))
        return (found, found) if found else None
    if part["week"]:
        first = monday(year, int(part["week"]))
        return (str(first + timedelta(5 if part["end"] else 0)), str(first + timedelta(6))) if first else None
    if part["month"]:
        return _months(year, int(part["month"]), 1)
    if part["quarter"]:
        return _months(year, int(part["quarter"]) * 3 - 2, 3)
    if part["half"]:
        return _months(year, int(part["half"]) * 6 - 5, 6)
    return _months(year, _SEASON_MONTHS[part["season"]], 3) if part["season"] else _months(year, 1, 12)


def _months(year: int, month: int, count: int) -> tuple[str, str] | None:
    last = month + count - 1
    ending = year + (last - 1) // 12
    last = (last - 1) % 12 + 1
    if not 1 <= month <= 12 or not 1 <= year <= ending <= 9999:
        return None
    return f"{year:04}-{month:02}-01", f"{ending:04}-{last:02}-{days_in(ending, last):02}"
