"""Units of time that are named from somewhere: `last year`, `two weeks ago`, `the following month`."""

from __future__ import annotations

from datetime import date

from newsclaims.dates import values
from newsclaims.dates.direction import FUTURE, PAST, direction
from newsclaims.dates.memory import Memory
from newsclaims.dates.numbers import amount_before
from newsclaims.dates.reading import Hit, Reading, Value, fixed
from newsclaims.dates.vocabulary import MONTHS, UNITS, WEEKDAYS
from newsclaims.rule import rule

_DEICTIC = {"last": -1, "past": -1, "this": 0, "current": 0, "present": 0, "next": 1, "coming": 1, "upcoming": 1}
_ANAPHORIC = {"previous": -1, "preceding": -1, "following": 1, "same": 0, "that": 0, "ensuing": 1, "prior": -1}
_DAYLIGHT = frozenset(("D", "W", "M", "Q", "Y", "DE", "CE", "WE"))
_GRAIN = {
    "D": ("day",),
    "W": ("week", "day"),
    "M": ("month", "day"),
    "Q": ("quarter", "month", "day"),
    "Y": ("year", "quarter", "month", "day"),
    "WE": ("day",),
    "SE": ("season", "month", "day"),
}
GRAINS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "WE": "weekend", "SE": "season"}
_CLAUSE = frozenset(["when", "that", "since", "before", "after", "of", "he", "she", "they", "it", "we", "i"])
_BARE = frozenset(
    [
        "in",
        "of",
        "for",
        "during",
        "over",
        "through",
        "throughout",
        "into",
        "until",
        "by",
        "within",
        "end",
        "end-of",
        "since",
    ]
)


@rule("dates.unit-from-publication", needs=UNITS)
def unit_from_publication(reading: Reading, at: int) -> Hit | None:
    """A unit counted from the day of publication, at its own granularity: `last year`, `this week`, `the past month`.

    Times of day (`this hour`) are left out; several units (`the last three months`) are a duration.
    """
    unit, number = UNITS[reading.word(at)]
    before = reading.before(at)
    start = before
    if reading.word(before) in ("fiscal", "financial", "calendar", "academic", "full", "working", "trading"):
        before = start = before - 1
    away = _DEICTIC.get(reading.word(before))
    if away is None or number == "many" or unit not in _DAYLIGHT or reading.word(at + 1) in ("old", "-"):
        return None
    if unit == "D" and reading.word(before) in ("present", "current"):
        return None
    if unit in ("DE", "CE") and reading.word(before) == "past":
        start -= reading.word(before - 1) == "the"
        return Hit(start, at + 1, "DURATION", "duration", fixed(f"P{values.YEARS[unit]}Y"))
    if reading.capital(at) and reading.capital(before) and before > 0 and reading.sentence.part != "headline":
        return None
    if reading.word(before) == "past" and reading.word(before - 1) != "the" and reading.tag(before - 1)[:2] != "IN":
        return None
    if reading.word(before) in ("present", "current") and reading.tag(before - 1) in ("PRP$", "POS"):
        return None
    if reading.word(before - 1) in ("the", "this") and reading.word(before) != "this":
        start -= 1
    moved = away
    hedge = reading.word(before) in ("coming", "next") and reading.phrase(at + 1, ("or", "so"))
    end = at + 3 if hedge else at + 1

    def resolve(memory: Memory) -> Value:
        if unit == "WE" and moved == 0:
            return memory.deictic(lambda published: _this_weekend(published, direction(reading, start, end)))
        return memory.deictic(lambda published: values.period(published, moved, unit))

    return Hit(start, end, "DATE", GRAINS.get(unit, "decade"), resolve, mod="APPROX" if hedge else None)


def _this_weekend(published: date, ahead: int) -> str | None:
    """`this weekend`: on Monday and Tuesday, or up to Thursday with a past verb, the one that is over."""
    day = published.isoweekday()
    over = (day < 3 and ahead != FUTURE) or (day < 5 and ahead == PAST)
    return values.period(published, -1 if over else 0, "WE")


@rule("dates.unit-from-text", needs=UNITS)
def unit_from_text(reading: Reading, at: int) -> Hit | None:
    """A unit counted from an earlier date of the text: `the following month`, `that year`, `the previous week`.

    Without such a date `the previous month` is counted from the day of publication, the others have no value.
    """
    unit, number = UNITS[reading.word(at)]
    before = reading.before(at)
    away = _ANAPHORIC.get(reading.word(before))
    if away is None or number == "many" or unit not in _GRAIN or unit == "D" or reading.hyphened(at + 1):
        return None
    word = reading.word(before)
    if reading.word(before - 1) in ("a", "an", "any", "no", "some") or (
        word == "same" and reading.word(before - 1) != "the"
    ):
        return None
    if word in ("previous", "prior") and reading.word(before - 1) in ("its", "his", "her", "their"):
        return None
    start = before - 1 if reading.word(before - 1) == "the" else before
    moved = away

    def resolve(memory: Memory) -> Value:
        lean = word in ("previous", "preceding", "prior")
        return memory.anaphoric(lambda anchor: values.period(anchor, moved, unit), _GRAIN[unit], fallback=lean)

    return Hit(start, at + 1, "DATE", GRAINS[unit], resolve)


@rule("dates.bare-unit", needs=("year", "quarter", "week", "month", "weekend", "day"))
def bare_unit(reading: Reading, at: int) -> Hit | None:
    """The running unit: `for the year`, `in the quarter`, `over the weekend`, `the fiscal year`, `the end of the week`.

    A week, month or year is that of publication; `the quarter` the one named last, else the last that has ended; the
    weekend the last one, or the next after a future verb.  It must follow a preposition.
    """
    unit, _ = UNITS[reading.word(at)]
    first = at - 1
    kinds = ("fiscal", "financial", "full", "latest", "calendar", "whole", "rest")
    while reading.word(first) in kinds and at - first < 3:
        first -= 1
    described = first != at - 1
    if reading.hyphened(at + 1):
        return None
    if reading.word(first) != "the" or reading.hyphened(at - 1):
        return None
    if unit == "D":
        if reading.word(first - 1) != "in" or reading.word(first - 2) not in ("later", "earlier", "late", "early"):
            return None
        return Hit(
            at - 1, at + 1, "DATE", "day", lambda memory: memory.anaphoric(lambda day: day.isoformat(), ("day",), 1)
        )
    latest = reading.word(at - 1) == "latest"
    after = reading.word(at + 1)
    if not described and reading.word(first - 1) not in _BARE and unit != "WE":
        return None
    if unit in ("Y", "M", "W") and (after in _CLAUSE or (after == "'s" and reading.word(first - 1) not in _BARE)):
        return None
    until = after in ("ended", "ending") or (after == "to" and reading.word(at + 2) in MONTHS)
    if until and unit in ("Y", "W"):
        return Hit(first, at + 1, "DURATION", "duration", fixed("P1" + unit))

    def resolve(memory: Memory) -> Value:
        if unit == "Q":
            return memory.quarter(ended=latest)
        if unit == "WE":
            return memory.deictic(lambda published: _weekend(published, direction(reading, first, at + 1)))
        return memory.deictic(lambda published: values.period(published, -1 if latest else 0, unit))

    return Hit(first, at + 1, "DATE", GRAINS.get(unit, "decade"), resolve)


def _weekend(published: date, ahead: int) -> str | None:
    """The last weekend, today's if it is Saturday or Sunday; the next one after a future verb."""
    inside = published.isoweekday() >= 6
    return values.shifted(published, 0 if inside or ahead == FUTURE else -1, "WE")


@rule("dates.units-ago", needs=("ago", "hence", "from"))
def units_ago(reading: Reading, at: int) -> Hit | None:
    """So many units before or after the day of publication: `two weeks ago`, `a year ago`, `three days from now`.

    The value keeps the unit's granularity; an unknown number (`several years ago`) is PAST_REF.
    """
    word = reading.word(at)
    end = at + 1
    if word == "from":
        if reading.word(at + 1) not in ("now", "today", "tomorrow", "tmrw"):
            return None
        end = at + 2
    before = reading.before(at)
    unit, _ = UNITS.get(reading.word(before), ("", ""))
    amount = amount_before(reading, before) if unit else None
    if amount is None and reading.word(before) in WEEKDAYS:
        return _weekdays_ago(reading, before, end, -1 if word == "ago" else 1)
    if amount is None:
        if word == "ago" and reading.word(before) == "long":
            if reading.word(before - 1) in ("that", "too", "how", "as"):
                return None
            start = before - 1 if reading.word(before - 1) in ("not", "so") else before
            return Hit(start, end, "DATE", "reference", lambda memory: Value("PAST_REF"))
        return None
    sign = -1 if word == "ago" else 1
    if amount.value is None or amount.value.denominator != 1:
        reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Hit(amount.start, end, "DATE", "reference", lambda memory: Value(reference))
    count = sign * int(amount.value) * (2 if unit == "FN" else 1)
    step = {"FN": "W", "N": "D"}.get(unit, unit)
    if step[0] == "T":
        return Hit(amount.start, end, "TIME", "offset", lambda memory: _hours(memory, count, step))

    def resolve(memory: Memory) -> Value:
        if step == "Y" and count == -1:
            return memory.year_before(False)
        return memory.deictic(lambda published: values.shifted(published, count, step))

    return Hit(amount.start, end, "DATE", "comparison" if amount.article else "offset", resolve, mod=amount.mod)


def _weekdays_ago(reading: Reading, at: int, end: int, sign: int) -> Hit | None:
    """`two Fridays ago`, `three Sundays from now`."""
    amount = amount_before(reading, at)
    if amount is None or amount.value is None or amount.value.denominator != 1 or amount.value > 100:
        return None
    number, count = WEEKDAYS[reading.word(at)][0], int(amount.value)

    def value(published: date) -> str | None:
        near = values.moved(published, sign)
        first = values.weekday_near(near, number, sign) if near else None
        found = values.moved(first, sign * 7 * (count - 1)) if first else None
        return found.isoformat() if found else None

    return Hit(amount.start, end, "DATE", "day", lambda memory: memory.deictic(value))


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
        return memory.from_latest(lambda anchor: values.shifted(anchor, count, step))

    return Hit(amount.start, at + 1, "DATE", "comparison" if amount.article else "offset", resolve, mod=amount.mod)


@rule("dates.year-end", needs=("end",))
def year_end(reading: Reading, at: int) -> Hit | None:
    """The last day of the running year as one word: `by year-end`, `since year end` (then of the year before)."""
    before = reading.before(at)
    if reading.word(before) != "year" or reading.word(before - 1) in ("this", "last", "next", "the", "a", "fiscal"):
        return None
    if reading.word(at + 1) == "of" or (reading.hyphened(at - 1) and reading.tag(at + 1)[:2] in ("NN", "JJ")):
        return None
    back = reading.word(before - 1) == "since"

    def resolve(memory: Memory) -> Value:
        return memory.deictic(lambda published: f"{published.year - back:04}-12-31")

    return Hit(before, at + 1, "DATE", "day", resolve)
