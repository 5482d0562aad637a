"""Expressions that stand side by side and are one: `July last year`, `Sunday, March 8`, `10 p.m. Wednesday`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from newsclaims.dates import values
from newsclaims.dates.counted import inside
from newsclaims.dates.hits import Hit, Reading, Value, replace
from newsclaims.dates.memory import Memory
from newsclaims.dates.ranges import in_year, share

_Join = Callable[[Hit, Hit, str], Hit | None]

_INSIDE_YEAR: Final = frozenset(("month", "month-day", "quarter", "quarters", "half", "season", "holiday", "weekend"))
_AFTER_YEAR: Final = frozenset(("quarter", "half", "season", "month-day", "month"))
_DAYS: Final = frozenset(("weekday", "short weekday", "day", "month-day", "dated", "holiday"))
_TIMES: Final = frozenset(("clock", "part", "loose part", "bare part", "bare hour", "night"))
_DAY_GRAINS: Final = _DAYS | {"day", "dated month-day"}
_EXACT: Final = frozenset(("month-day", "dated", "dated month-day"))
_WEEKDAYS: Final = ("weekday", "short weekday")
_HOURS: Final = ("clock", "bare hour")
_PARTS: Final = ("part", "bare part", "loose part")
_ALONE: Final = frozenset(("short weekday", "loose part", "bare hour", "nth unit", "week of", "quarters"))


def joined(reading: Reading, hits: list[Hit]) -> list[Hit]:
    """Join neighbours from left to right; weekday short forms and loose parts of the day left alone are dropped."""
    found = hits
    for rules in (_YEARS, _DAYS_OF, _PARTS_OF_DAYS, _CLOCKS):
        found = _pass(reading, found, rules)
    share(reading, found)
    return [hit for hit in found if hit.grain not in _ALONE]


def _pass(reading: Reading, hits: list[Hit], rules: tuple[_Join, ...]) -> list[Hit]:
    """Join what these rules join, from left to right; a joined hit may be joined again."""
    found: list[Hit] = []
    for hit in hits:
        while found and hit.start - found[-1].end <= 2:
            link = " ".join(reading[at] for at in range(found[-1].end, hit.start))
            pair = next((pair for join in rules if (pair := join(found[-1], hit, link))), None)
            if pair is None:
                break
            found.pop()
            hit = pair
        found.append(hit)
    return found


def _inside_year(left: Hit, right: Hit, link: str) -> Hit | None:
    """`March 3, 2015`, `July last year`, `the third quarter of 1990`, `summer of 2024`, `October two years ago`."""
    if left.within is None or left.grain not in _INSIDE_YEAR:
        return None
    if right.grain != "year" and not (right.rule == "dates.units-ago" and right.counted == "Y" and not link):
        return None
    if link not in ("", ",", "of", "of the", "in") or (link == "," and right.key is None):
        return None
    if link == "in" and (left.grain not in ("month-day", "holiday") or right.key is None):
        return None
    grain = "dated" if left.grain == "holiday" else "dated " + left.grain
    resolve = in_year(right, left.within)
    return replace(left, end=right.end, resolve=resolve, within=None, grain=grain, of_year=right)


def _year_first(left: Hit, right: Hit, link: str) -> Hit | None:
    """`next year's first quarter`, `2019 Q3`, `2017 May 16`, `the 2021 July riots`."""
    if right.within is None or left.grain != "year" or right.grain not in _AFTER_YEAR:
        return None
    day = right.grain == "month-day" or (right.grain == "month" and not link)
    if day and (left.key is None or link not in ("", ",")):
        return None
    if not day and link != "'s" and not (link == "" and right.rule == "dates.quarter-code"):
        return None
    resolve = in_year(left, right.within)
    return replace(right, start=left.start, resolve=resolve, within=None, grain="dated " + right.grain)


def _counted_inside(left: Hit, right: Hit, link: str) -> Hit | None:
    """`the first week of October`, `week 27 of last year`, `the week of March 2`."""
    grain = right.grain.removeprefix("dated ")
    if left.grain == "week of" and link == "of" and (grain in _DAYS or right.grain == "dated"):
        return inside(left, right)
    grains = ("year",) if left.counted in ("M", "Q") else ("month", "year", "season", "week")
    fits = left.grain == "nth unit" and grain in grains and link in ("of", "in", "of the")
    return inside(left, right) if fits else None


def _set_at(left: Hit, right: Hit, link: str) -> Hit | None:
    """`each Monday at 4 p.m.`, `3 p.m. every day`: the clock time of a day that comes again."""
    first, second = (left, right) if left.grain == "set" else (right, left)
    if first.grain != "set" or second.grain != "clock" or link not in ("", "at", ","):
        return None

    def resolve(memory: Memory) -> Value:
        value = first.resolve(memory).value or ""
        clock = (second.clock or "").removesuffix(":00")
        return Value(clock if value == "P1D" else value + clock if value.startswith("XXXX") else value)

    return replace(first, start=left.start, end=right.end, resolve=resolve)


def _weekday_and_date(left: Hit, right: Hit, link: str) -> Hit | None:
    """`Sunday, March 8`, `this Friday 7/6`, `Jul 18, Fri`."""
    if left.grain in _WEEKDAYS and right.grain in _EXACT and link in ("", ",", ".", "-"):
        return replace(right, start=left.start)
    if left.grain in _EXACT and right.grain == "short weekday" and link == ",":
        return replace(left, end=right.end)
    return None


def _weekday_of_week(left: Hit, right: Hit, link: str) -> Hit | None:
    """`Friday last week`, `Tuesday of next week`, `next week's Monday`, `Friday evening next week`."""
    parted = left.grain == "clocked day" and left.rule == "dates.weekday" and left.key is not None
    if left.grain == "week" and right.grain in _WEEKDAYS and link in ("", "'s", "-") and right.key:
        left, right = right, left
    elif not (left.grain in _WEEKDAYS or parted) or right.grain != "week" or link not in ("", "of", "of the", "from"):
        return None
    number, start, end = left.key or 1, min(left.start, right.start), max(left.end, right.end)

    def day(week: str) -> str | None:
        first = values.monday(int(week[:4]), int(week[6:8])) if "-W" in week else None
        found = values.iso(values.moved(first, number - 1))
        return found + (left.clock or "") if found else None

    grain = "clocked day" if parted else "day"
    return replace(left, start=start, end=end, resolve=lambda memory: right.resolve(memory).then(day), grain=grain)


def _part_of_day(left: Hit, right: Hit, link: str) -> Hit | None:
    """`Thursday evening`, `tomorrow morning`: first, so that `9:30 tomorrow morning` is one time."""
    if right.grain != "loose part" or left.grain not in _DAY_GRAINS or left.type != "DATE" or link:
        return None
    return _at(left, right.clock or "", left.start, right.end, right)


def _time_on_day(left: Hit, right: Hit, link: str) -> Hit | None:
    """`10 p.m. Wednesday`, `Saturday at 9 a.m.`, `Thursday evening`, `the morning of January 31`, `5 p.m. tomorrow`."""
    if left.clock and right.clock and left.grain in _HOURS and right.grain in _PARTS:
        return _of_part(left, right) if link in ("", "in", ",") and (right.grain != "loose part" or link) else None
    halved = left.type == "TIME" and left.grain in ("part", "bare part", "clocked day") and _is_part(left)
    if halved and right.grain in _HOURS and link in ("at", "around", "about", ""):
        return _of_part(right, left)
    parted = right.grain == "clocked day" and _is_part(right)
    if parted and left.grain in _HOURS and link in ("", "on", ","):
        return _of_part(left, right)
    before = left.clock and left.grain in _TIMES and (right.grain in _DAY_GRAINS or right.grain == "clocked day")
    if before and (link in ("", "on", ",") or (link == "of" and left.grain != "clock")):
        return _at(right, left.clock or "", left.start, right.end, left)
    after = right.clock and right.grain in _TIMES and left.grain in _DAY_GRAINS
    hour = right.grain in _HOURS
    if after and ((link == "" and left.type == "DATE") or (hour and link in ("at", ",", ", at", "around", "about"))):
        return _at(left, right.clock or "", left.start, right.end, right)
    return None


def _is_part(hit: Hit) -> bool:
    """Tell whether the time of a hit is a part of the day, not yet an hour."""
    return hit.clock is not None and hit.clock[1:].isalpha()


def _of_part(clock: Hit, part: Hit) -> Hit:
    """A clock time in a part of a day: `8 a.m. this morning`, `3 in the afternoon`, `this evening at 11`."""

    def clocked(day: str) -> str | None:
        time, part_of_day = clock.clock or "", day[10:]
        if clock.key != 24 and time[:3] == "T12" and part_of_day in ("TEV", "TNI"):  # twelve at night
            following = values.moved(date.fromisoformat(day[:10]), 1)
            return f"{following}T00{time[3:]}" if following else None
        if (clock.grain == "bare hour" or clock.key == 12) and part_of_day in ("TAF", "TEV", "TNI"):
            time = _later(time, part_of_day == "TNI")
        return day[:10] + time

    start, end = min(clock.start, part.start), max(clock.end, part.end)
    return replace(
        clock, start=start, end=end, resolve=lambda memory: part.resolve(memory).then(clocked), grain="clocked part"
    )


def _later(clock: str, night: bool) -> str:
    """Return the hour of an afternoon or evening; at night the small hours stay small."""
    hour = int(clock[1:3])
    return f"T{hour + 12:02}{clock[3:]}" if (5 if night else 1) <= hour < 12 else clock


def _at(day: Hit, clock: str, start: int, end: int, time: Hit) -> Hit:
    def resolve(memory: Memory) -> Value:
        return day.resolve(memory).then(lambda value: value[:10] + clock if len(value) >= 10 else None)

    rule = day.rule if time.grain == "loose part" else time.rule
    whole = day.widened(start, end, time.mod)
    return replace(whole, type="TIME", grain="clocked day", clock=clock, resolve=resolve, within=None, rule=rule)


def _same_period(left: Hit, right: Hit, link: str) -> Hit | None:
    """`the same quarter last year`, `the same month of 2023`: the period named before, a year earlier."""
    if left.rule != "dates.unit-from-text" or left.key != 0 or left.grain not in ("quarter", "month"):
        return None
    yearly = right.grain == "year" or (right.grain == "comparison" and right.counted == "Y")
    if not yearly or link not in ("", "of", "in"):
        return None

    def resolve(memory: Memory) -> Value:
        named = memory.last(left.grain)
        if named is None:
            return right.resolve(memory)
        return in_year(right, lambda number: f"{number:04}{named[0][4:]}")(memory)

    return replace(left, end=right.end, resolve=resolve, grain="dated " + left.grain)


_YEARS: Final[tuple[_Join, ...]] = (_inside_year, _year_first, _same_period)
_DAYS_OF: Final[tuple[_Join, ...]] = (_counted_inside, _weekday_and_date, _weekday_of_week)
_PARTS_OF_DAYS: Final[tuple[_Join, ...]] = (_part_of_day,)
_CLOCKS: Final[tuple[_Join, ...]] = (_weekday_of_week, _set_at, _time_on_day)
