"""Named days: fixed (Christmas), counted (Thanksgiving), from Easter, of the Jewish calendar, and feasts by a table.

The rules of the Jewish calendar are those of Dershowitz and Reingold, Calendrical Calculations (the molad and the four
postponements).  The days of Islamic, Hindu and Chinese feasts follow the moon and national almanacs; no formula gives
them, so they are known only in the years of the table ``feast_days.tsv``.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Final

from newsclaims.dates import values
from newsclaims.dates.direction import announced, direction
from newsclaims.dates.hits import Hit, Reading, Value, fixed
from newsclaims.dates.memory import Memory
from newsclaims.dates.vocabulary import word_class
from newsclaims.dates.yearless import FAR
from newsclaims.rule import rule
from newsclaims.table import rows
from newsclaims.text.tokens import tokenize

_LEADS: Final = {"last": -1, "previous": -1, "this": 0, "next": 1, "following": 2}


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Butcher's rule, valid from 1583)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    rest = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + rest - 7 * ((a + 11 * h + 22 * rest) // 451) + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the Orthodox churches as a Gregorian day (Meeus's Julian rule, valid 1900 to 2099)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(13)


@lru_cache(maxsize=4096)
def holiday(spec: str, year: int) -> date | None:
    """Return the day of a holiday in a year; the table's head explains ``spec``."""
    kind, *numbers = spec.split()
    if not 1583 <= year <= 9000:
        return None
    if kind == "fixed":
        return values.day(year, int(numbers[0]), int(numbers[1]))
    if kind == "nth":
        found = values.nth_weekday(year, int(numbers[0]), int(numbers[1]), int(numbers[2]))
        return found + timedelta(int(numbers[3])) if found and len(numbers) > 3 else found
    if kind == "before":
        end = values.day(year, int(numbers[0]), int(numbers[1]))
        return values.weekday_near(end, int(numbers[2]), -1) if end else None
    if kind == "unless":
        found = values.day(year, int(numbers[0]), int(numbers[1]))
        return found - timedelta(1) if found and found.isoweekday() == int(numbers[2]) else found
    if kind == "easter":
        return easter(year) + timedelta(int(numbers[0]))
    if kind == "orthodox":
        return orthodox_easter(year) + timedelta(int(numbers[0])) if 1900 <= year <= 2099 else None
    if kind == "feast":
        return _feast_days(numbers[0]).get(year)
    if kind == "hebrew":
        found = hebrew_day(year, int(numbers[0]), int(numbers[1]))
        shifts = dict(zip(numbers[2::2], numbers[3::2], strict=True))
        return found + timedelta(int(shifts.get(str(found.isoweekday()), 0))) if found else None
    return values.day(int(numbers[0]), int(numbers[1]), int(numbers[2]))  # kind "once"


_AMBIGUOUS: Final = frozenset(("epiphany", "holi", "rakhi", "vishu"))  # words of their own in small letters


def _names() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the names of both tables by their first word, each as its words and its reckoning."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    feasts = ((name, "feast " + key) for name, key in rows("dates", "feasts"))
    for name, spec in (*((row[0], row[1]) for row in rows("dates", "holidays")), *feasts):
        words = name.split(" ")
        if not all(map(str.isalpha, words)):
            words = [name[start:end] for start, end in tokenize(name, 0, len(name))]
        found.setdefault(words[0], []).append((tuple(words), spec))
    for named in found.values():
        named.sort(key=lambda item: -len(item[0]))
    return found


NAMES: Final = _names()


@cache
def _feast_days(key: str) -> dict[int, date]:
    """Return the days of a feast by year, the first where a year has two."""
    for name, days in rows("dates", "feast_days"):
        if name == key:
            found = [date.fromisoformat(day) for day in reversed(days.split())]
            return {day.year: day for day in found}
    return {}


def named_day(reading: Reading, at: int) -> Hit | None:
    """A named day: `Christmas`, `New Year’s Eve`, `Thanksgiving`, `Good Friday`, `Yom Kippur`, `Diwali`, `9/11`.

    Without a year it is the nearest one to the day of publication, with `last` or `next` the one before or after; a
    year after it is joined.  Feasts that follow the moon have a value only in the years of the table.
    """
    best = reading.longest(at, NAMES[reading[at]])
    if best is None or not _named(reading, at, best[0]):
        return None
    length, spec = best
    end = at + length
    if spec.startswith("once"):
        return Hit(at, end, "DATE", "dated", fixed(values.iso(holiday(spec, 2000))))
    if reading[end] == "day" and reading.capital(end):
        end += 1
    weekend = reading[end] == "weekend"
    end += weekend
    away = _LEADS.get(reading[at - 1])
    if length == 1 and reading.tag(at) == "NNP" and _is_name(reading, at, end, away is not None):
        return None
    if length > 1 and away is None and at > 1 and reading.tag(at - 1) == "NNP" and reading.capital(at - 1):
        return None  # "The Long Good Friday"
    if reading[end] in word_class("named-after-holidays") and reading.capital(end):  # the Good Friday Agreement
        return None
    start = at if away is None else at - 1

    def written(day: date | None) -> str | None:  # a weekend that it makes long is that before a Monday
        return values.week(day - timedelta(day.isoweekday() == 1)) + "-WE" if day and weekend else values.iso(day)

    def resolve(memory: Memory) -> Value:
        if away == 2:  # the following Christmas
            grains = ("day", "month", "year")
            return memory.anaphoric(lambda anchor: written(_nearest(anchor, spec, 1, 0)), grains, fallback=False)
        coming = away is None and announced(reading, start, end)
        step = 1 if coming else away
        return memory.deictic(lambda now: written(_nearest(now, spec, step, direction(reading, start, end))))

    grain = "weekend" if weekend else "holiday"
    return Hit(start, end, "DATE", grain, resolve, lambda year: written(holiday(spec, year)))


rule("dates.holiday", needs=NAMES)(named_day)


def _is_name(reading: Reading, at: int, end: int, led: bool) -> bool:
    """Tell whether the word is part of a longer name: `Easter Island`, `Johnnie Christmas`."""
    if reading.tag(end) == "NNP" and reading[end] not in word_class("parts-of-feasts"):
        return True
    return not led and at > 1 and reading.tag(at - 1) == "NNP"


def _named(reading: Reading, at: int, length: int) -> bool:
    """Tell whether the words are a name: capitalized, of one meaning only, or with a year after them."""
    if reading[at][0].isdigit():
        return reading[at - 1] not in ("$", "a") and reading[at + 1] not in ("of", "percent")
    if reading.capital(at) or (length == 1 and reading[at] not in _AMBIGUOUS):
        return True
    year = reading[at + length + (reading[at + length] == "in")]
    return (length > 1 and reading[at] not in word_class("common-holiday-words")) or (len(year) == 4 and year.isdigit())


def _nearest(published: date, spec: str, away: int | None, ahead: int) -> date | None:
    days = [day for year in range(published.year - 1, published.year + 2) if (day := holiday(spec, year))]
    if not days:
        return None
    if away == -1:
        days = [day for day in days if day < published][-1:]
    elif away == 1:
        days = [day for day in days if day > published][:1]
    elif away == 0:
        days = [day for day in days if day.year == published.year]
    else:
        days = sorted(days, key=lambda day: abs((day - published).days))
        gone = (days[0] - published).days
        if abs(gone) > FAR and gone * ahead < 0:  # a verb that looks the other way decides
            days = [day for day in days if (day - published).days * ahead > 0]
        days = days[:1]
    return days[0] if days else None


_EPOCH: Final = -1373427  # 1 Tishri of year 1 less the elapsed days, counted as ``date.toordinal`` does


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
