"""Days of the arithmetical Jewish calendar as Gregorian days.

Rules of the calendar as in Dershowitz and Reingold, Calendrical Calculations (the molad and the four postponements).
"""

from __future__ import annotations

from datetime import date
from functools import cache

_EPOCH = -1373427  # 1 Tishri of year 1 less the elapsed days, counted as ``date.toordinal`` does


@cache
def _elapsed(year: int) -> int:
    """Return the days from the epoch to the new year (1 Tishri) of a Hebrew year."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def _new_year(year: int) -> int:
    before, own, after = _elapsed(year - 1), _elapsed(year), _elapsed(year + 1)
    shift = 2 if after - own == 356 else 1 if own - before == 382 else 0
    return _EPOCH + own + shift


def _leap(year: int) -> bool:
    return (7 * year + 1) % 19 < 7


def _length(year: int, month: int) -> int:
    """Return the days of a month, counted from Nisan = 1; Adar (II) is the last of 12 or 13."""
    days = _new_year(year + 1) - _new_year(year)
    if month in (2, 4, 6, 10, 13) or (month == 12 and not _leap(year)):
        return 29
    if month == 8:
        return 30 if days in (355, 385) else 29
    if month == 9:
        return 29 if days in (353, 383) else 30
    return 30


def _ordinal(year: int, month: int, day: int) -> int:
    last = 13 if _leap(year) else 12
    months = list(range(7, last + 1)) + list(range(1, 7))
    return _new_year(year) + sum(_length(year, number) for number in months[: months.index(month)]) + day - 1


def hebrew_day(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day in ``year`` of a Hebrew month (Nisan 1, Tishri 7, 14 the last Adar) and day."""
    for hebrew in (year + 3760, year + 3761):
        number = month if month != 14 else 13 if _leap(hebrew) else 12
        ordinal = _ordinal(hebrew, number, day)
        if 1 <= ordinal <= date.max.toordinal() and date.fromordinal(ordinal).year == year:
            return date.fromordinal(ordinal)
    return None
