"""Time zones behind a time of day: `EST`, `local time`, `Central European Time`."""

from __future__ import annotations

from newsclaims.dates.hits import Reading
from newsclaims.dates.vocabulary import word_class


def is_zone(reading: Reading, at: int) -> bool:
    return reading[at] in word_class("time-zones") and reading.form(at).isupper()


def zone_end(reading: Reading, at: int) -> int:
    """Return the end of a time zone at a token: `EST`, `local time`, `Central European Time`."""
    if is_zone(reading, at):
        return at + 1
    for end in range(at + 1, at + 3):
        if reading[end] == "time" and (reading.capital(at) or reading[at] in ("local", "eastern", "pacific")):
            return end + 1
    return at
