"""Expressions that share what one names: `from January to April 2015`, `between 09:00 and 17:00 on Saturday`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from newsclaims.dates import values
from newsclaims.dates.hits import Hit, Reading, Value, fixed, replace
from newsclaims.dates.memory import Memory
from newsclaims.dates.vocabulary import word_class

_ASIDE: Final = frozenset(("(", ")", "/", ",", "on"))
_ON: Final = frozenset(("into", "to", "through", "until"))  # Tuesday night into Wednesday morning
_DAYS: Final = frozenset(("weekday", "day", "month-day", "dated month-day", "dated", "clocked day", "part", "holiday"))


def share(reading: Reading, hits: list[Hit]) -> None:
    """Give the open side of a range the year of the other: `from January to April 2015`, `March 5-7, 2013`."""
    for at in range(len(hits) - 1, 0, -1):
        left, right = hits[at - 1], hits[at]
        if left.grain == "clock" and right.grain in _DAYS and _is_aside(reading, left, right):
            hits[at - 1] = replace(_same_day(left, right), grain="clocked day")
        if right.start - left.end > 2:
            continue
        if reading[left.end] == "(" and (left.rule == "dates.near-day" or left.grain == "weekday"):
            hits[at - 1 : at + 1] = _named_in_brackets(left, right)
        if left.grain == right.grain == "weekday" and _is_range(reading, left):
            hits[at] = _next_weekday(left, right)
        elif left.grain == right.grain == "weekday" and _is_listed(reading, left, right) and _rises(left, right):
            hits[at - 1 : at + 1] = _one_after_another(left, right)
        night = left.grain == right.grain == "clocked day" and left.rule == right.rule == "dates.weekday"
        if night and reading[left.end] in _ON and right.start == left.end + 1:
            hits[at] = _next_weekday(left, right)
        if left.grain == "clock" and right.grain == "clocked day" and _is_range(reading, left):
            hits[at - 1] = _same_day(left, right)
        if left.grain == "set" and left.key and right.grain == "weekday" and _is_listed(reading, left, right):
            hits[at] = _every(right)
        open_range = right.within is not None and left.grain == right.grain and right.start - left.end == 1
        if open_range and _is_range(reading, left):
            hits[at - 1] = _before(left, right)
        if left.within is None or right.of_year is None:
            continue
        between = [reading[at] for at in range(left.end, right.start)]
        if between and word_class("range-links").issuperset(between):
            hits[at - 1] = _of_year(left, right.of_year, int((left.key or 0) > (right.key or 99)))
    for at in range(1, len(hits)):
        left, right = hits[at - 1], hits[at]
        if right.within is None or left.of_year is None or right.start - left.end > 2 or right.grain != left.grain[6:]:
            continue
        if any(reading[between] in ("to", "until", "through") for between in range(left.end, right.start)):
            hits[at] = _of_year(right, left.of_year, -((right.key or 99) < (left.key or 0)))


def _is_range(reading: Reading, left: Hit) -> bool:
    link, lead = reading[left.end], reading[left.start - 1]
    return link in ("to", "through", "until", "-", "–", "—") or (link == "and" and lead == "between")


def _is_listed(reading: Reading, left: Hit, right: Hit) -> bool:
    return reading[left.end] in ("and", "or", ",") and right.start == left.end + 1


def _every(day: Hit) -> Hit:
    """`every Tuesday and Thursday`: the second day comes again too."""
    return replace(day, type="SET", grain="set", resolve=fixed(f"XXXX-WXX-{day.key}"))


def _is_aside(reading: Reading, left: Hit, right: Hit) -> bool:
    """Tell whether a bracket stands between a time and its day or the next time: `8pm (1900 GMT) on Friday`."""
    between = [reading[at] for at in range(left.end, min(right.start, left.end + 4))]
    near = len(between) == right.start - left.end > 0
    return near and between[0] in "()/" and _ASIDE.issuperset(between)


def _same_day(left: Hit, right: Hit) -> Hit:
    """`between 09:00 and 17:00 on Saturday`: both are times of the same day."""
    clock = left.clock or ""
    return replace(left, resolve=lambda memory: right.resolve(memory).then(lambda end: end[:10] + clock))


def _next_weekday(left: Hit, right: Hit) -> Hit:
    """`Monday to Friday`: the end of a range is the first such day after its start."""
    number = right.key or 1

    def following(start: str) -> str | None:
        day = values.iso(values.weekday_near(date.fromisoformat(start[:10]), number, 1))
        return day and day + (right.clock or "")

    return replace(right, resolve=lambda memory: left.resolve(memory).then(following))


def _named_in_brackets(left: Hit, right: Hit) -> tuple[Hit, Hit]:
    """`today (Nov. 18)`, `tomorrow (Thursday)`: the same day twice, the date in full decides, or else the near day."""
    if right.grain in ("month-day", "dated", "dated month-day"):
        return replace(left, resolve=right.resolve), right
    return left, replace(right, resolve=left.resolve) if right.grain == "weekday" else right


def _rises(left: Hit, right: Hit) -> bool:
    """Tell whether the second of two weekdays is that after the first, not before it: `Friday and Thursday`."""
    return 0 < ((right.key or 0) - (left.key or 0)) % 7 <= 3


def _one_after_another(left: Hit, right: Hit) -> tuple[Hit, Hit]:
    """`on Thursday and Friday`: days of one list lie on one side of the day of publication and follow each other."""
    number, following = left.key or 1, _next_weekday(left, right)

    def ahead(memory: Memory) -> bool:
        first = left.resolve(memory).value
        return bool(first and memory.published and first > memory.published.isoformat())

    def before(end: str) -> str | None:
        return values.iso(values.other_weekday(date.fromisoformat(end), number, -1))

    def earlier(memory: Memory) -> Value:
        last = right.resolve(memory)
        back = last.value and memory.published and last.value <= memory.published.isoformat()
        return left.resolve(memory) if not back or ahead(memory) else last.then(before)

    def later(memory: Memory) -> Value:
        return following.resolve(memory) if ahead(memory) else right.resolve(memory)

    return replace(left, resolve=earlier), replace(right, resolve=later)


def _before(left: Hit, right: Hit) -> Hit:
    """`between January 1 and September 26`: the open start of a range is the last one before its end."""
    within = left.within

    def resolve(memory: Memory) -> Value:
        end = right.resolve(memory)
        if within is None or end.value is None:
            return left.resolve(memory)
        year = int(end.value[:4])
        start = within(year)
        if start is None or start > end.value:
            start = within(year - 1)
        return Value(start, end.anchor, end.anchor_id)

    return replace(left, resolve=resolve)


def _of_year(hit: Hit, year: Hit, before: int) -> Hit:
    """Return the hit in the year of another one, so many years before it: `from November 2018 to March`."""
    within = hit.within
    resolve = in_year(year, lambda number: within(number - before) if within else None)
    return replace(hit, resolve=resolve, within=None, grain="dated " + hit.grain, of_year=year)


def in_year(year: Hit, within: Callable[[int], str | None]) -> Callable[[Memory], Value]:
    """Return the meaning of what lies in the year of another hit; ``within`` gives its value there."""

    def resolve(memory: Memory) -> Value:
        of = year.resolve(memory)
        if of.value is None:
            return of
        if not of.value[:4].isdigit() or of.value[4:5] not in ("", "-"):
            return Value(None)
        return Value(within(int(of.value[:4])), of.anchor, of.anchor_id)

    return resolve
