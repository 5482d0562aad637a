"""So many units away from a day: `two weeks ago`, `a year earlier`, `two days before Christmas`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Final

from newsclaims.dates import values
from newsclaims.dates.calendar import month_day
from newsclaims.dates.hits import NOTHING, Hit, Reading, Value, fixed, from_published, replace
from newsclaims.dates.holidays import NAMES, named_day
from newsclaims.dates.memory import Memory
from newsclaims.dates.numbers import Amount, amount_before
from newsclaims.dates.values import covered
from newsclaims.dates.vocabulary import MONTHS, UNITS, WEEKDAYS
from newsclaims.dates.weekday import NEAR, near_day, weekday
from newsclaims.rule import rule

_ANCHORS: Final = {
    "D": ("day",), "W": ("day", "week"), "WE": ("day", "week"), "M": ("day", "week", "month", "season", "quarter"),
    "Q": ("day", "week", "month", "quarter"), "SE": ("day", "month", "season"),
    "Y": ("day", "week", "month", "season", "quarter", "year"),
    **dict.fromkeys(values.YEARS, ("day", "month", "quarter", "year")),
}  # fmt: skip
_BACK: Final = UNITS.keys() | WEEKDAYS.keys()


def units_ago(reading: Reading, at: int) -> Hit | None:
    """So many units before or after the day of publication: `two weeks ago`, `a year ago`, `three days from now`.

    The value keeps the unit's granularity; an unknown number (`several years ago`) is PAST_REF.
    """
    word = reading[at]
    end = at + 1
    if word == "back" and (reading[at + 1] not in (".", ",", "", ";", ")") or reading[at - 1] not in _BACK):
        return None
    if word == "from":
        if reading[at + 1] not in ("now", "today", "tomorrow", "tmrw"):
            return None
        end = at + 2
    before = reading.before(at)
    unit, _ = UNITS.get(reading[before], ("", ""))
    amount = amount_before(reading, before) if unit else None
    if amount is None and reading[at - 1] == "half" and (half := _and_a_half(reading, at)):
        amount, unit = half
    if amount is None and reading[before] in WEEKDAYS:
        return _weekdays_ago(reading, before, end, -1 if word in ("ago", "back") else 1)
    if amount is None:
        if word != "ago" or reading[before] != "long" or reading[before - 1] in ("that", "too", "how", "as"):
            return None
        start = before - 1 if reading[before - 1] in ("not", "so") else before
        return Hit(start, end, "DATE", "reference", fixed("PAST_REF"))
    sign = -1 if word in ("ago", "back") else 1
    if amount.value is not None and unit in values.YEARS:  # half a century ago
        amount, unit = Amount(amount.start, amount.value * values.YEARS[unit], amount.mod, amount.article), "Y"
    amount, unit = _in_months(amount, unit)
    if amount.value is None or amount.value.denominator != 1 or amount.value > 3000:  # 66 million years ago
        reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Hit(amount.start, end, "DATE", "reference", fixed(reference))
    count = sign * int(amount.value) * (2 if unit == "FN" else 1)
    step = {"FN": "W", "N": "D"}.get(unit, unit)
    if step[0] == "T":
        return Hit(amount.start, end, "TIME", "offset", lambda memory: _hours(memory, count, step))

    exact = {"today": 0, "tomorrow": 1, "tmrw": 1}.get(reading[at + 1]) if word == "from" else None
    by_weeks = step == "W" and reading[at + 1] in WEEKDAYS  # a week ago Sunday: ``dates.weekday`` reads it
    if word == "ago" and step in ("W", "M", "Y") and not by_weeks and (day := _named_ago(reading, at + 1)) is not None:
        return replace(day, start=amount.start, resolve=lambda memory: day.resolve(memory).then(
            lambda named: _counted_from(named, count, step)
        ), within=None, mod=amount.mod)  # fmt: skip

    def resolve(memory: Memory) -> Value:
        if step == "Y" and count == -1:
            return memory.year_before(False)
        if exact is not None and step in _UNITS:  # three weeks from tomorrow: a day
            return memory.deictic(lambda now: values.same_day(values.moved(now, exact) or now, count, step))
        return memory.deictic(lambda published: values.shifted(published, count, step))

    grain = "comparison" if amount.article else "offset"
    return Hit(amount.start, end, "DATE", grain, resolve, mod=amount.mod, counted=step)


rule("dates.units-ago", needs=("ago", "back", "hence", "from"))(units_ago)


def _and_a_half(reading: Reading, at: int) -> tuple[Amount, str] | None:
    """Return the amount and unit of `a year and a half` before a token."""
    unit, number = UNITS.get(reading[at - 4], ("", ""))
    whole = (
        amount_before(reading, at - 4)
        if number and unit[0] != "T" and reading.phrase(at - 3, ("and", "a", "half"))
        else None
    )
    return (Amount(whole.start, whole.value + Fraction(1, 2), whole.mod), unit) if whole and whole.value else None


def _in_months(amount: Amount, unit: str) -> tuple[Amount, str]:
    """Return half years as months: `two and a half years ago` is a month."""
    if unit == "Y" and amount.value is not None and amount.value.denominator == 2:
        return Amount(amount.start, amount.value * 12, amount.mod), "M"
    return amount, unit


def _named_ago(reading: Reading, at: int) -> Hit | None:
    """Return the day, week or month that years ago are told from: `two years ago | today`, `| this month`."""
    if reading[at] in NEAR:
        return near_day(reading, at)
    if WEEKDAYS.get(reading[at], (0, ""))[1] == "full" and reading.capital(at):
        return weekday(reading, at)
    if reading[at] == "this" and reading[at + 1] in ("week", "month"):
        unit = UNITS[reading[at + 1]][0]
        return Hit(at, at + 2, "DATE", "offset", from_published(lambda now: values.shifted(now, 0, unit)))
    return None


def _counted_from(named: str, count: int, step: str) -> str | None:
    """Return the day, week or month that lies so many units away from a value."""
    days = covered(named)
    if days is None:
        return None
    middle = values.moved(date.fromisoformat(days[0]), 3 if "W" in named else 0)  # a week goes by its Thursday
    found = values.same_day(middle, count, step) if middle else None
    if found is None or len(named) == 10:
        return found
    return values.shifted(date.fromisoformat(found), 0, "W" if "W" in named else "M")


def _weekdays_ago(reading: Reading, at: int, end: int, sign: int) -> Hit | None:
    """`two Fridays ago`, `three Sundays from now`."""
    amount = amount_before(reading, at)
    if amount is None or amount.value is None or amount.value.denominator != 1 or amount.value > 100:
        return None
    number, count = WEEKDAYS[reading[at]][0], int(amount.value)

    def value(published: date) -> str | None:
        first = values.other_weekday(published, number, sign)
        return values.iso(values.moved(first, sign * 7 * (count - 1)))

    return Hit(amount.start, end, "DATE", "day", from_published(value))


def _hours(memory: Memory, count: int, step: str) -> Value:
    """Hours ago: the time of day of publication is not known, so neither is the day unless whole days have gone."""
    seconds = count * {"TH": 3600, "TM": 60, "TS": 1}[step]
    if abs(seconds) < 86400:
        return memory.deictic(lambda published: published.isoformat() + "TXX:XX")
    return memory.deictic(lambda published: values.shifted(published, round(seconds / 86400), "D"))


def units_earlier(reading: Reading, at: int) -> Hit | None:
    """So many units before or after another date of the text: `a year earlier`, `two days later`.

    `nearly two months after the raid` hangs on an event: there only the duration is marked.  Where the number or the
    time of day is unknown, the whole is a time without a value: `a few days later`, `hours earlier`.
    """
    word = reading[at]
    before = reading.before(at)
    unit, number = UNITS.get(reading[before], ("", ""))
    amount = amount_before(reading, before) if unit and before == at - 1 else None
    near = word in ("before", "after") and reading[at + 1] not in (".", ",", "", ";", ")", ":", "and")
    if near or reading[at + 1] in ("than", "this", "that", "today"):
        return None  # `later this week`
    if amount is None and reading[at - 1] == "half" and (half := _and_a_half(reading, at)):
        amount, unit = half
    if amount is None and number == "many" and before == at - 1 and reading.tag(before - 1) not in _NAMING_UNITS:
        amount = Amount(before, None)
    if amount is None:
        return None
    amount, unit = _in_months(amount, unit)
    if amount.value is None or amount.value.denominator != 1 or unit[0] == "T":
        return Hit(amount.start, at + 1, "DATE", "offset", lambda memory: NOTHING, mod=amount.mod)
    sign = -1 if word in ("earlier", "before") else 1
    count = sign * int(amount.value) * (2 if unit == "FN" else 1)
    step = {"FN": "W", "N": "D"}.get(unit, unit)

    def resolve(memory: Memory) -> Value:
        if step == "Y" and count == -1:
            return memory.year_before(True)
        # days are counted from a named day only: "four days earlier" than a year says nothing
        if step == "D" and memory.latest and len(memory.latest[0]) < 10:
            return NOTHING
        return memory.anaphoric(lambda anchor: values.shifted(anchor, count, step), _ANCHORS[step], fallback=False)

    grain = "comparison" if amount.article else "offset"
    return Hit(amount.start, at + 1, "DATE", grain, resolve, mod=amount.mod, counted=step)


rule("dates.units-earlier", needs=("earlier", "later", "before", "after"))(units_earlier)


_NAMING_UNITS: Final = frozenset(("CD", "DT", "JJ", "NN", "NNP", "NNS", "PRP$", "VBG"))
"""Tags of words that say which units: `the months before`, `training weeks earlier`."""
_SIDES: Final = {"before": -1, "after": 1, "from": 1}
_UNITS: Final = frozenset(("D", "W", "M", "Y", "FN"))


def units_from_day(reading: Reading, at: int) -> Hit | None:
    """A day counted from a named one: `two days before Christmas`, `a week after Nov. 3`, `the Friday after Easter`.

    A day that only says which event is meant (`a year after the Sept. 11 attacks`) is no anchor: there the duration
    alone is marked.
    """
    side = _SIDES[reading[at]]
    counted = _amount(reading, at, side) or _weekday(reading, at, side)
    if counted is None:
        return None
    anchor = _anchor(reading, at + 1)
    if anchor is None or reading.tag(anchor.end)[:2] == "NN":
        return None
    start, move = counted
    within_year = anchor.within

    def within(year: int) -> str | None:
        day = within_year(year) if within_year else None
        return move(date.fromisoformat(day)) if day and len(day) == 10 else None

    def resolve(memory: Memory) -> Value:
        of = anchor.resolve(memory)
        days = covered(of.value) if of.value else None
        return of.then(lambda _: move(date.fromisoformat(days[0]))) if days else of

    return replace(anchor, start=start, resolve=resolve, within=within if within_year else None)


rule("dates.units-from-day", needs=_SIDES)(units_from_day)


_Move = Callable[[date], str | None]


def _amount(reading: Reading, at: int, side: int) -> tuple[int, _Move] | None:
    """`two days before`, `a year from`, `the day after`: where it begins, and the way from one day to the other."""
    unit = UNITS.get(reading[at - 1], ("", ""))[0]
    if unit not in _UNITS or reading[at - 2] in ("trading", "business", "working"):
        return None
    if unit == "D" and reading[at - 2] == "the":
        return at - 2, lambda day: values.same_day(day, side, "D")
    amount = amount_before(reading, at - 1)
    if amount is None or amount.value is None or amount.value.denominator != 1 or amount.value > 10_000:
        return None
    count = side * int(amount.value) * (2 if unit == "FN" else 1)
    step = "W" if unit == "FN" else unit
    return amount.start, lambda day: values.same_day(day, count, step)


def _weekday(reading: Reading, at: int, side: int) -> tuple[int, _Move] | None:
    """`the Friday after`, `the Sunday before`."""
    number, form = WEEKDAYS.get(reading[at - 1], (0, ""))
    if form != "full" or reading[at - 2] != "the" or reading[at] == "from":
        return None
    return at - 2, lambda day: values.iso(values.other_weekday(day, number, side))


def _anchor(reading: Reading, at: int) -> Hit | None:
    """Return the holiday or the day of a month that begins at a token."""
    word = reading[at]
    near = near_day(reading, at) if word in NEAR else None
    if word in ("next", "last") and reading[at + 1] in WEEKDAYS:
        near = weekday(reading, at + 1)
    if near is not None:
        return near if near.start == at else None
    day = WEEKDAYS.get(word)
    if day is not None and day[1] == "full" and reading.capital(at) and reading[at - 1] == "from":
        coming = from_published(lambda now: values.iso(values.other_weekday(now, day[0], 1)))
        return Hit(at, at + 1, "DATE", "day", coming)  # two weeks from Friday
    if word in NAMES:
        found = named_day(reading, at)
        if found is not None and found.start == at and found.grain in ("holiday", "dated"):
            return found
    month = at if not word[:1].isdigit() else at + 2 if reading[at + 1] == "of" else at + 1
    found = month_day(reading, month) if reading[month] in MONTHS else None
    return found if found is not None and found.start == at else None
