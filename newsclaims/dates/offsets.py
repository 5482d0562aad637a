"""So many units away from a day: `two weeks ago`, `three days from now`, `a year earlier`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from newsclaims.dates import values
from newsclaims.dates.hits import Hit, Reading, fixed, from_published
from newsclaims.dates.meaning import Value
from newsclaims.dates.memory import Memory
from newsclaims.dates.numbers import amount_before
from newsclaims.dates.vocabulary import UNITS, WEEKDAYS
from newsclaims.rule import rule

_ANCHORS = {
    "D": ("day",), "W": ("day", "week"), "WE": ("day", "week"), "M": ("day", "week", "month", "season", "quarter"),
    "Q": ("day", "week", "month", "quarter"), "SE": ("day", "month", "season"),
    "Y": ("day", "week", "month", "season", "quarter", "year"),
    **dict.fromkeys(values.YEARS, ("day", "month", "quarter", "year")),
}  # fmt: skip
_BACK = UNITS.keys() | WEEKDAYS.keys()


@rule("dates.units-ago", needs=("ago", "back", "hence", "from"))
def units_ago(reading: Reading, at: int) -> Hit | None:
    """So many units before or after the day of publication: `two weeks ago`, `a year ago`, `three days from now`.

    The value keeps the unit's granularity; an unknown number (`several years ago`) is PAST_REF.
    """
    word = reading.word(at)
    end = at + 1
    if word == "back" and (reading.word(at + 1) not in (".", ",", "", ";", ")") or reading.word(at - 1) not in _BACK):
        return None
    if word == "from":
        if reading.word(at + 1) not in ("now", "today", "tomorrow", "tmrw"):
            return None
        end = at + 2
    before = reading.before(at)
    unit, _ = UNITS.get(reading.word(before), ("", ""))
    amount = amount_before(reading, before) if unit else None
    if amount is None and reading.word(before) in WEEKDAYS:
        return _weekdays_ago(reading, before, end, -1 if word in ("ago", "back") else 1)
    if amount is None:
        if word == "ago" and reading.word(before) == "long":
            if reading.word(before - 1) in ("that", "too", "how", "as"):
                return None
            start = before - 1 if reading.word(before - 1) in ("not", "so") else before
            return Hit(start, end, "DATE", "reference", fixed("PAST_REF"))
        return None
    sign = -1 if word in ("ago", "back") else 1
    if amount.value is not None and unit in values.YEARS:  # half a century ago
        amount, unit = replace(amount, value=amount.value * values.YEARS[unit]), "Y"
    if amount.value is None or amount.value.denominator != 1 or amount.value > 3000:  # 66 million years ago
        reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Hit(amount.start, end, "DATE", "reference", fixed(reference))
    count = sign * int(amount.value) * (2 if unit == "FN" else 1)
    step = {"FN": "W", "N": "D"}.get(unit, unit)
    if step[0] == "T":
        return Hit(amount.start, end, "TIME", "offset", lambda memory: _hours(memory, count, step))

    def resolve(memory: Memory) -> Value:
        if step == "Y" and count == -1:
            return memory.year_before(False)
        return memory.deictic(lambda published: values.shifted(published, count, step))

    grain = "comparison" if amount.article else "offset"
    return Hit(amount.start, end, "DATE", grain, resolve, mod=amount.mod, counted=step)


def _weekdays_ago(reading: Reading, at: int, end: int, sign: int) -> Hit | None:
    """`two Fridays ago`, `three Sundays from now`."""
    amount = amount_before(reading, at)
    if amount is None or amount.value is None or amount.value.denominator != 1 or amount.value > 100:
        return None
    number, count = WEEKDAYS[reading.word(at)][0], int(amount.value)

    def value(published: date) -> str | None:
        first = values.weekday_near(values.moved(published, sign), number, sign)
        return values.iso(values.moved(first, sign * 7 * (count - 1)))

    return Hit(amount.start, end, "DATE", "day", from_published(value))


def _hours(memory: Memory, count: int, step: str) -> Value:
    """Hours ago: the time of day of publication is not known, so neither is the day unless whole days have gone."""
    seconds = count * {"TH": 3600, "TM": 60, "TS": 1}[step]
    if abs(seconds) < 86400:
        return memory.deictic(lambda published: published.isoformat() + "TXX:XX")
    return memory.deictic(lambda published: values.shifted(published, round(seconds / 86400), "D"))


@rule("dates.units-earlier", needs=("earlier", "later", "before", "after"))
def units_earlier(reading: Reading, at: int) -> Hit | None:
    """So many units before or after another date of the text: `a year earlier`, `two days later`.

    `nearly two months after the raid` hangs on an event: there only the duration is marked, as it is where the number
    or the time of day is unknown (`a few days later`).
    """
    word = reading.word(at)
    before = reading.before(at)
    unit, _ = UNITS.get(reading.word(before), ("", ""))
    amount = amount_before(reading, before) if unit and before == at - 1 else None
    if amount is None or amount.value is None or amount.value.denominator != 1 or unit[0] == "T":
        return None
    near = word in ("before", "after") and reading.word(at + 1) not in (".", ",", "", ";", ")", ":", "and")
    if near or reading.word(at + 1) in ("than",):
        return None
    sign = -1 if word in ("earlier", "before") else 1
    count = sign * int(amount.value) * (2 if unit == "FN" else 1)
    step = {"FN": "W", "N": "D"}.get(unit, unit)

    def resolve(memory: Memory) -> Value:
        if step == "Y" and count == -1:
            return memory.year_before(True)
        # days are counted from a named day only: "four days earlier" than a year says nothing
        return memory.anaphoric(lambda anchor: values.shifted(anchor, count, step), _ANCHORS[step], fallback=False)

    grain = "comparison" if amount.article else "offset"
    return Hit(amount.start, at + 1, "DATE", grain, resolve, mod=amount.mod, counted=step)
