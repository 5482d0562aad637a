"""Times that come again: `each Thursday`, `every year`, `Monday nights`."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from newsclaims.dates import values
from newsclaims.dates.calendar import month_named
from newsclaims.dates.hits import Hit, Reading, fixed
from newsclaims.dates.vocabulary import ADVERBS, MONTHS, NUMBERS, PARTS, SEASONS, UNITS, WEEKDAYS, integer, ordinal
from newsclaims.rule import rule

_MOST_DAYS: Final = 7  # days of the week that one part of the day may follow


def every_unit(reading: Reading, at: int) -> Hit | None:
    """A set: `every year`, `each Thursday`, `each July`, `every two weeks`, `every other day`, `every Monday morning`.

    `every time` and `each one` are none.
    """
    count, end = (2, at + 2) if reading[at + 1] in ("other", "second") else (1, at + 1)
    number = integer(reading[end], 1, 999) or NUMBERS.get(reading[end])
    if number and reading[end + 1] in UNITS:
        count, end = number, end + 1
    word = reading[end]
    value: str | None = None
    if word in WEEKDAYS and WEEKDAYS[word][1] == "full":
        part = PARTS.get(reading[end + 1])
        value = f"XXXX-WXX-{WEEKDAYS[word][0]}" + (f"T{part}" if part else "")
        end += 1 if part else 0
    elif word in MONTHS and month_named(reading, end):
        value = f"XXXX-{MONTHS[word][0]:02}"
    elif word in SEASONS:
        value = f"XXXX-{values.SEASONS[SEASONS[word]]}"
    elif word in PARTS:
        value = f"XXXX-XX-XXT{PARTS[word]}"
    elif word in UNITS and (UNITS[word][0] != "TS" or count > 2):
        code = UNITS[word][0]
        code = {"FN": "W", "N": "D"}.get(code, code)
        several = f"PT{count}{code[1]}" if code[0] == "T" else f"P{count}{code}"
        value = "XXXX-WXX-WE" if code == "WE" and count == 1 else several
    if value is None or (reading[at] == "each" and reading[end] == "second"):
        return None
    key = WEEKDAYS[word][0] if word in WEEKDAYS and "T" not in value else None
    return Hit(at, end + 1, "SET", "set", fixed(value), key=key)


rule("dates.every-unit", needs=("every", "each"))(every_unit)


def weekday_set(reading: Reading, at: int) -> Hit | None:
    """Days of the week in the plural: `on Mondays`, `Tuesday nights`, `at weekends`; a bare `nights` is none."""
    word = reading[at]
    if word in WEEKDAYS:
        return Hit(at, at + 1, "SET", "set", fixed(f"XXXX-WXX-{WEEKDAYS[word][0]}")) if reading.capital(at) else None
    if word in ("weekends", "weekdays"):
        if reading[at - 1] not in ("on", "at", "during", "over"):
            return None
        return Hit(at, at + 1, "SET", "set", fixed("XXXX-WXX-WE" if word == "weekends" else "XXXX-WXX"))
    day = WEEKDAYS.get(reading[at - 1])
    if day is None or day[1] != "full" or not reading.capital(at - 1):
        return None
    return Hit(at - 1, at + 1, "SET", "set", fixed(f"XXXX-WXX-{day[0]}T{PARTS[word]}"))


rule(
    "dates.weekday-set",
    needs=frozenset(word for word, (_, form) in WEEKDAYS.items() if form == "plural")
    | {word for word in PARTS if word.endswith("s")}
    | {"weekends", "weekdays"},
)(weekday_set)


def weekday_beside_set(reading: Reading, at: int) -> Hit | None:
    """A day that shares the plural part of a later one: the Monday of `Monday and Tuesday nights`."""
    if reading[at + 1] == "," and reading[at + 2] in ("and", "or") and reading[at - 1] != ",":
        return None  # `closed Monday, and Tuesday nights are quiet`
    place = at
    while reading[place] in WEEKDAYS and reading.capital(place) and place < at + 2 * _MOST_DAYS:
        if reading[place + 1] in ("and", "or", ","):
            place += 2 + (reading[place + 1] == "," and reading[place + 2] in ("and", "or"))
        elif place > at and reading[place + 1] in PARTS and reading[place + 1].endswith("s"):
            value = f"XXXX-WXX-{WEEKDAYS[reading[at]][0]}T{PARTS[reading[place + 1]]}"
            return Hit(at, at + 1, "SET", "set", fixed(value))
        else:
            return None
    return None


rule(
    "dates.weekday-beside-set",
    needs=frozenset(word for word, (_, form) in WEEKDAYS.items() if form == "full"),
    priority=1,
)(weekday_beside_set)


def recurring_adverb(reading: Reading, at: int) -> Hit | None:
    """A recurrence in one word at a clause's end: `pays dividends annually`, `paid semi-annually`, `everyday`.

    As adjectives (`daily life`, `weekly newspaper`, `quarterly profit`) they say what kind, not when, and are none:
    only one in five of them is marked on newswire.
    """
    word = reading[at]
    if word not in ("annually", "everyday") and not reading.tag(at).startswith("RB"):
        return None
    if (reading.capital(at) and at > 0) or (word == "annually" and reading.tag(at - 1)[:2] == "JJ"):
        return None
    if reading[at + 1] not in (".", ",", "", ";", ")") and (
        word != "everyday" or reading.tag(at + 1)[:2] in ("NN", "JJ")
    ):
        return None
    if reading.hyphened(at - 1):  # semi-annually
        half = reading[at - 2] == "semi" and word == "annually"
        return Hit(at - 2, at + 1, "SET", "set", fixed("P6M")) if half else None
    return Hit(at, at + 1, "SET", "set", fixed(ADVERBS[word]))


rule("dates.recurring-adverb", needs=ADVERBS)(recurring_adverb)


def once_a_unit(reading: Reading, at: int) -> Hit | None:
    """What comes again after each unit: `once a year`, `once a week`; `once a year has gone by` is none."""
    unit, number = UNITS.get(reading[at + 2], ("", ""))
    again = reading[at + 1] in ("a", "an") and number == "one" and unit in ("D", "W", "M", "Y", "DE", "CE")
    if not again or at == 0 or reading.tag(at + 3)[:2] in ("VB", "MD", "NN", "JJ", "RB") or reading.hyphened(at + 3):
        return None
    return Hit(at, at + 3, "SET", "set", fixed(values.duration(Fraction(1), unit)))


rule("dates.once-a-unit", needs=("once",))(once_a_unit)


def day_of_every_month(reading: Reading, at: int) -> Hit | None:
    """A day of each month: `the 19th of every month`, `the first of each month`."""
    day = ordinal(reading[at - 3])
    if reading[at - 1] not in ("every", "each") or reading[at - 2] != "of" or day is None or day > 31:
        return None
    return Hit(reading.with_the(at - 3), at + 1, "SET", "set", fixed(f"XXXX-XX-{day:02}"))


rule("dates.day-of-every-month", needs=("month",))(day_of_every_month)
