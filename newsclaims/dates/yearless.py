"""Days and months without a year: which year they lie in, by the verb, by what was said before, by a weekday beside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Final

from newsclaims.dates import values
from newsclaims.dates.direction import FUTURE, PAST, UNKNOWN, direction, happened
from newsclaims.dates.hits import NOTHING, Reading, Value
from newsclaims.dates.memory import Memory
from newsclaims.dates.vocabulary import WEEKDAYS, integer, word_class
from newsclaims.table import rows

FAR: Final = 62  # days: so far off, a verb that looks the other way decides
_WEEK: Final = 7  # days: so far off, one that says what happened on the day decides
_THEN: Final = frozenset(("and", "then", "before", "until"))


def of_years(month: int, day: int) -> Callable[[int], str | None]:
    """Return what gives the ISO value of a day of a month in a year, None in one that has no such day."""
    return lambda year: values.iso(values.day(year, month, day))


def day_without_year(
    memory: Memory, reading: Reading, span: tuple[int, int], month: int, day: int, weekday: int | None
) -> Value:
    """Return the value of a day of a month at the tokens ``span``: ``weekday`` is the one beside it, if any."""
    start, end = span
    within = of_years(month, day)
    known = _known_day(reading, end, month, day)
    if known and (memory.published is None or memory.published > known):
        return Value(known.isoformat())
    if _year_unread(reading, end):
        return Value(None)
    told = _in_apposition(memory, reading, start, within) or continued(memory, reading, start, within)
    told = told or memory.carried_on(within)
    if told is not None:
        return told
    if memory.published is None:
        return NOTHING
    named = reading.tag(start - 1) in ("DT", "PRP$") and reading.tag(end)[:2] == "NN"  # is with the Oct. 7 victims
    ahead = UNKNOWN if named and (month, day) in memory.days else direction(reading, start, end)
    far = _WEEK if ahead == PAST and happened(reading, start) else FAR
    year = _near_year(memory, month, day, ahead, reading[start - 1] == "ended", weekday, far)
    value = _again(memory, month, day, ahead) or (within(year) if year else None)
    if value:
        memory.days[month, day] = value
    return Value(value, "published")


def _near_year(
    memory: Memory, month: int, day: int, ahead: int, ended: bool = False, weekday: int | None = None, far: int = FAR
) -> int | None:
    """Return the year that brings the day nearest to the day of publication; None for a day of no year.

    A ``weekday`` beside it settles the year; it fits none where no day near by is both, or where that one lies on the
    other side of the verb (``ahead``).  Else a verb that looks the other way decides where the nearest day is more than
    ``far`` days off; what has ``ended`` on the day lies before it however near it is.
    """
    published = memory.published
    if published is None:
        return None
    reach = 4 if (month, day) == (2, 29) else 1
    years = range(published.year - reach, published.year + reach + 1)
    days = [at for year in years if (at := values.day(year, month, day))]
    fitting = [at for at in days if at.isoweekday() == weekday]
    if fitting:
        found = min(fitting, key=lambda at: abs((at - published).days))
        away = (found - published).days
        return None if abs(away) > FAR and away * ahead < 0 else found.year
    best = min(days, key=lambda at: abs((at - published).days), default=None)
    if best is None:
        return None
    away = (best - published).days
    if weekday is not None and abs(away) > FAR:
        return None  # of another year; nearer by, the weekday is a slip
    if ended and away > 0 and values.day(best.year - 1, month, day):
        return best.year - 1
    if abs(away) > far and away * ahead < 0 and values.day(best.year + ahead, month, day):
        return best.year + ahead
    return best.year


def _again(memory: Memory, month: int, day: int, ahead: int) -> str | None:
    """Return what the day meant before in the article, or that of the one year which its month was named with.

    Not where the verb looks the other way; a month's year counts for days that are not near that of publication.
    """
    published = memory.published
    if published is None:
        return None
    known = memory.days.get((month, day))
    years = memory.months.get(month, ())
    if known is None and len(years) == 1:
        (year,) = years
        near = _near_year(memory, month, day, 0)
        nearest = values.day(near, month, day) if near else None
        if year < published.year and nearest and abs((nearest - published).days) > FAR:
            known = values.iso(values.day(year, month, day))
    side = (known > published.isoformat()) - (known < published.isoformat()) if known else 0
    return known if side * ahead >= 0 else None


def _year_unread(reading: Reading, end: int) -> bool:
    """Tell whether a number that was not read as the year stands behind a day: `June 4, 1989/90`, `14th April 15`."""
    at = end + 1 if reading[end] == "," else end
    after = reading[at + 1]
    if len(reading[at]) == 4 and integer(reading[at], 1000, 2199):
        return not after.isalpha()
    return at == end and len(reading[at]) == 2 and reading[at].isdigit() and after in (".", ",", ";", ")", "")


def weekday_beside(reading: Reading, start: int) -> int | None:
    """Return the weekday before a day of a month: `Sunday, March 8`, `Fri. 2 May`."""
    before = start - 2 if reading[start - 1] in (",", ".") else start - 1
    return WEEKDAYS.get(reading[before], (None,))[0]


def _in_apposition(memory: Memory, reading: Reading, start: int, within: Callable[[int], str | None]) -> Value | None:
    """Return the day nearest to the one that was counted before it: `freed 471 days later, on Jan. 19`."""
    named = memory.last("day", 0)
    if named is None or reading[start - 1] != "on" or reading[start - 2] != ",":
        return None
    if reading[start - 3] not in ("later", "earlier", "after", "before"):
        return None
    day = date.fromisoformat(named[0][:10])
    near = [date.fromisoformat(found) for year in range(day.year - 1, day.year + 2) if (found := within(year))]
    best = min(near, key=lambda other: abs((other - day).days), default=None)
    return Value(best.isoformat(), "text", named[1]) if best else None


def continued(memory: Memory, reading: Reading, start: int, within: Callable[[int], str | None]) -> Value | None:
    """Return a day or month that carries on from a dated one: `was arrested in March 2019 and jailed in June`.

    One that opens the next sentence (`In June, he was jailed`) does so before a past tense.
    """
    told = memory.told_before(start)
    if told is None:
        return None
    first, id, end = told
    if memory.published is not None and first.year >= memory.published.year:
        return None
    ahead = direction(reading, start, start + 1)
    between = {reading[at] for at in range(end, start)}
    linked = between & _THEN and not between & word_class("newer") and ahead != FUTURE
    if not (linked if end >= 0 else ahead == PAST):
        return None
    found = (value for year in (first.year, first.year + 1) if (value := within(year)) is not None)
    value = next((value for value in found if value >= first.isoformat()[: len(value)]), None)
    if value is None or (end < 0 and value == first.isoformat()[: len(value)]):
        return None  # 5% less than in May 2019. In May, …
    return Value(value, "text", id)


@cache
def _known_days() -> dict[tuple[int, int], tuple[date, frozenset[str]]]:
    """Return days that are called by month and day alone, with the words that follow them."""
    days = ((date.fromisoformat(iso), following) for iso, following in rows("dates", "known_days"))
    return {(day.month, day.day): (day, frozenset(following.split())) for day, following in days}


def _known_day(reading: Reading, end: int, month: int, day: int) -> date | None:
    known, following = _known_days().get((month, day), (None, frozenset()))
    return known if following & {reading[at] for at in range(end, end + 3)} else None
