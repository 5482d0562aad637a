"""Days as feeds and publication lines write them: RFC 2822, seconds since 1970, `06/11/2025`, `6-Nov-25`.

They are read by ``dateparser``, loaded when the first one is met; ISO 8601 has a faster way (``records.iso_day``).
Nothing is guessed: no words such as `yesterday`, no day without its year, no language but English, and both orders of
day and month.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from newsclaims.pattern import compiled

_LONGEST = 60  # code points
_EPOCH = compiled(r"\d{10}(?:\d{3})?(?:\.\d{1,9})?")  # seconds or milliseconds
_SHORT_YEAR = compiled(r"\d{1,2}([./-])\d{1,2}\1\d{2}(?!\d)")
_DOTTED = compiled(r"\d{1,2}\.\d{1,2}\.\d{4}")  # every country that writes dots puts the day first
_WEEKDAY = compiled(r"\b(mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
_WEEKDAYS = "montuewedthufrisatsun"
_FIXED: dict[str, Any] = {
    "REQUIRE_PARTS": ["day", "month", "year"],
    "STRICT_PARSING": True,
    "PREFER_LOCALE_DATE_ORDER": False,
    "RETURN_AS_TIMEZONE_AWARE": True,
    "RELATIVE_BASE": datetime(2000, 1, 1),
}


@lru_cache(maxsize=1024)
def days_of(written: str) -> tuple[date, ...]:
    """Return the days that a date can mean: one, or two where the order of day and month is open; none for no date.

    It is the day as written there, whatever the time zone; that of seconds since 1970 is the day in UTC.  A weekday
    in it settles the order.
    """
    written = written.strip()
    if not written or len(written) > _LONGEST or not any(mark.isdigit() for mark in written):
        return ()
    if _EPOCH.fullmatch(written):
        found = [_read(written, "timestamp", "DMY")]
    elif written.replace(".", "").isdigit() and written.count(".") < 2:
        return ()  # a bare number
    else:
        short = _SHORT_YEAR.match(written)
        orders = ("DMY", "MDY", "YMD") if short else ("DMY",) if _DOTTED.match(written) else ("DMY", "MDY")
        found = [_read(written, "absolute-time", order) for order in orders]
    days = tuple(dict.fromkeys(day for day in found if day is not None))
    named = _WEEKDAY.search(written)
    if named is None:
        return days
    number = _WEEKDAYS.index(named[1].lower()) // 3
    return tuple(day for day in days if day.weekday() == number) or days


def _read(written: str, parser: str, order: str) -> date | None:
    import dateparser

    zone = {"TIMEZONE": "UTC"} if parser == "timestamp" else {}
    settings = {**_FIXED, **zone, "PARSERS": [parser], "DATE_ORDER": order}
    try:
        found = dateparser.parse(written, languages=["en"], settings=settings)
    except (ValueError, OverflowError, OSError, TypeError):  # what no calendar has: a year 10 000, a zone of 99 hours
        return None
    return found.date() if found is not None else None
