"""Whole months: `in September`, `last May`, `by June`."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

from newsclaims.dates import values
from newsclaims.dates.calendar import month_named
from newsclaims.dates.direction import FUTURE, PAST, UNKNOWN, direction, happened
from newsclaims.dates.hits import Hit, Reading, Value
from newsclaims.dates.memory import Memory
from newsclaims.dates.vocabulary import MONTHS, integer, word_class
from newsclaims.dates.yearless import continued
from newsclaims.pattern import compiled
from newsclaims.rule import rule

_LEADS: Final = ("last", "next", "this")
_FINITE: Final = frozenset(("MD", "VBZ", "VBD", "VBP", "VB"))
_JOINTS: Final = frozenset((",", "and", "or", "to"))
_SOON: Final = 2  # months: a month so far ahead is the coming one where no verb says otherwise
_NEAREST: Final = 5  # months
_NAMED_MAY: Final = compiled(r"\b(?:Theresa|Brian|James|Mr\.?|Mrs\.?|Ms\.?|Miss|Minister|Dr\.?|Sir|Lady) May\b(?! \d)")


@lru_cache(maxsize=1)
def _may_is_a_name(text: str) -> bool:
    return _NAMED_MAY.search(text) is not None


def month(reading: Reading, at: int) -> Hit | None:
    """A month: `in September`, `last May`, `by June`; a year after it is joined: `March 1996`, `July last year`.

    `may` and `march` count only as a capitalized word beside a date word, names (`April Jones`, `Theresa May`) never.
    The year is that of the latest such month, of the next one after `by`, `until` or a future verb; where no verb
    tells, a month one or two ahead is the coming one.
    """
    named = month_named(reading, at)
    if named is None or not _is_month(reading, at, named[1]):
        return None
    number, end = named
    start = at - 1 if reading[at - 1] in _LEADS else at
    if reading.phrase(at - 2, ("the", "following")):
        return Hit(at - 2, end, "DATE", "month", lambda memory: _following(memory, number), key=number)
    if reading.phrase(end, ("after", "next")):
        end += 2

    def within(year: int) -> str | None:
        return values.month(year, number)

    def resolve(memory: Memory) -> Value:
        if start == at:
            told = continued(memory, reading, start, within) or memory.carried_on(within)
            if told is not None:
                return told
        return memory.deictic(lambda published: _month_value(published, reading, start, end, number))

    return Hit(start, end, "DATE", "month", resolve, within, key=number)


rule("dates.month", needs=MONTHS)(month)


def _following(memory: Memory, number: int) -> Value:
    """Return the first such month after the day, month or year named last: `the following March`."""
    grains = ("day", "month", "quarter", "season", "year")
    return memory.anaphoric(lambda day: values.month(day.year + (number <= day.month), number), grains, fallback=False)


def _month_value(published: date, reading: Reading, start: int, end: int, number: int) -> str | None:
    word, year = reading[start], published.year
    coming = year + (number < published.month)
    if word == "last":
        return values.month(year - (number >= published.month), number)
    if word == "next":
        return values.month(year + (number <= published.month), number)
    if reading[end - 1] == "next":
        return values.month(coming + 1, number)
    if word == "this":
        return values.month(year, number)
    away = (number - published.month) % 12
    ahead = _lies(reading, start, end, away)
    if ahead == FUTURE or (ahead != PAST and away <= _SOON):
        return values.month(coming, number)
    return values.month(year - (number > published.month), number)


def _lies(reading: Reading, start: int, end: int, away: int) -> int:
    """Return where a month, the next one of which is ``away`` months off, lies; not only the verb tells.

    `The rent was due in February`, `still below the May peak`, `weeks after an October call`; an event named by its
    month (`will speak about the June raid`) is the nearest one.
    """
    if reading[start - 2] in word_class("scheduled") and reading[start - 3] in ("was", "were", "been"):
        return UNKNOWN
    attributive = reading.tag(start - 1) in ("DT", "PRP$") and reading.tag(end)[:2] in ("NN", "JJ")
    first = start
    while reading[first - 1] in word_class("parts-of-periods") and first > start - 4:
        first -= 1
    if reading[first - 1] == "by" and away > _NEAREST and happened(reading, first):
        return PAST  # was finished by the end of January
    if attributive and (reading[start - 2] in word_class("looking-back") or away > _NEAREST):
        return PAST
    return direction(reading, start, end)


def _is_month(reading: Reading, at: int, end: int) -> bool:
    form = MONTHS[reading[at]][1]
    if reading.capital(at) and reading.phrase(at - 2, ("the", "following")):
        return True
    before, after = reading[at - 1], reading[end]
    if form != "short" and reading.capital(at) and _in_list(reading, at, end):
        return True
    year = integer(after if after not in (",", "of") else reading[end + 1], 1000, 2199) is not None
    if form == "short":
        return reading.capital(at) and (year or before in word_class("prepositions") or before in _LEADS)
    if form == "weak":
        return year or _is_weak_month(reading, at, end)
    if not reading.capital(at):
        return len(reading[at]) > 4 or before in ("in", "the", "of", "june", "to") or year
    if form == "name":
        beside = before in word_class("before-month") or year or (at == 0 and after in (",", "'s")) or before == "the"
        named = reading.capital(end) and reading.tag(end).startswith("NNP")
        held = before in _LEADS or before in ("in", "since", "by", "until")
        return beside and not (named and not year and not held)
    return True


def _is_weak_month(reading: Reading, at: int, end: int) -> bool:
    """Tell whether `May` or `March` without a year is the month."""
    before, after = reading[at - 1], reading[end]
    if reading.capital(at) and reading.phrase(end, ("after", "next")):
        return True
    if not reading.capital(at) or (at == 0 and after not in ("'s", ",")):
        return False
    if reading.tag(end) in _FINITE and before not in _LEADS and before not in ("in", "since"):
        return False
    agent = before in ("the", "by", "for", "with", "to", "and", "from", "about", "of")
    if agent and reading[at] == "may" and _may_is_a_name(reading.text):
        return False
    if before == "the":
        return reading.tag(end)[:2] in ("NN", "JJ") or after in ("and", "or")
    return at == 0 or before in word_class("before-month")


def _in_list(reading: Reading, at: int, end: int) -> bool:
    """Tell whether another month is joined to this one: `April, June and September`, `March or May`.

    Months that are names of people too need one beside them that is none: `April and June met` are two women.
    """
    before = at - 2 if reading[at - 2] not in (",", "and", "or") else at - 3
    near = [reading[before]] if reading[at - 1] in _JOINTS else []
    after = end + 1 if reading[end + 1] not in ("and", "or") else end + 2
    near += [reading[after]] if reading[end] in _JOINTS else []
    forms = {MONTHS[word][1] for word in near if word in MONTHS}
    return bool(forms) if MONTHS[reading[at]][1] == "weak" else "full" in forms or _led(reading, before)


def _led(reading: Reading, at: int) -> bool:
    """Tell whether the first month of a list stands behind a preposition: `in April, June and September`."""
    for _ in range(6):
        if reading[at] not in MONTHS or not reading.capital(at):
            return False
        if reading[at - 1] not in _JOINTS:
            return reading[at - 1] in word_class("before-month")
        at -= 3 if reading[at - 2] in _JOINTS else 2
    return False
