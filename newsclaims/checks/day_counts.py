"""Days counted between two dates: `on Nov. 12, nine days after the vote on Nov. 6`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise

from newsclaims.checks.reading import Finding, Line, Reading, spans
from newsclaims.dates.vocabulary import NUMBERS
from newsclaims.model import Date
from newsclaims.rule import rule

_UNITS = {"day": 1, "week": 7}
_SLACK = {"day": 1, "week": 3}  # days by which a count may be off: both ends counted, weeks rounded


@cache
def _counted() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a count of days between two dates, and of one before both."""
    length = rf"(?P<number>\d{{1,2}}|{'|'.join(NUMBERS)}) (?P<unit>day|week)s? (?P<way>after|before)"
    what = r"(?:,? (?:the|his|her|its|their|an?) [a-z][a-z’' -]{0,40}?)?(?:,? (?:on|of))? "
    return re.compile(rf",? (?:or )?(?:just |only |about )?{length}{what}"), re.compile(rf"\b{length}{what}\Z", re.I)


def days_between(reading: Reading) -> Iterator[Finding]:
    """A number of days between two dates that they do not make: `on Nov. 12, nine days after the vote on Nov. 6`.

    Also `six days before Nov. 12, on Nov. 3`.  One day more or less is allowed, and three for weeks.
    """
    between, ahead = _counted()
    for line in reading.body:
        days = _days(line) if len(line.dates) > 1 else []
        for (one, first), (two, second) in pairwise(days):
            raw = line.raw
            gap = raw[one.end - line.start : two.start - line.start]
            found = between.fullmatch(gap + ("" if gap.endswith(" ") else " ")) if len(gap) < 80 else None
            if found is None and gap.strip(" ,") in ("", "on"):
                # `nine days after Nov. 3` may be read as one date
                own = [item for item in (one, two) if _ITSELF.match(item.text)]
                if len(own) == 1 and _off((second - first).days) > 1:
                    other = two if own[0] is one else one
                    yield _finding(one, two, f"{own[0].text} is not {other.text}")
                if own:
                    continue
            if found is not None:
                yield from _misfit(one, two, first, second, found)
                continue
            lead = ahead.search(raw[: one.start - line.start])
            if lead is not None and re.fullmatch(r", (?:on )?", gap):
                yield from _misfit(two, one, second, first, lead)


rule("checks.days-between")(days_between)


_ITSELF = re.compile(r"\w{1,20} (?:days?|weeks?) (?:after|before) ", re.I)


def _misfit(one: Date, two: Date, first: date, second: date, told: re.Match[str]) -> Iterator[Finding]:
    """Yield a count that the days from the second date to the first do not make."""
    number = told["number"].lower()
    count = (int(number) if number.isdigit() else NUMBERS.get(number, 0)) * _UNITS[told["unit"]]
    right = (first - second).days * (1 if told["way"] == "after" else -1)
    if _off(right - count) > _SLACK[told["unit"]]:
        yield _finding(
            one, two, f"from {two.text} to {one.text} is {abs(right)} days, not {told['number']} {told['unit']}s"
        )


def _off(days: int) -> int:
    """Return how far off a count is, where a day without a year may be of the year before or after."""
    return min(abs(days + shift) for shift in (0, 365, 366, -365, -366))


def _finding(one: Date, two: Date, message: str) -> Finding:
    return Finding(message, spans(one, two), "warning")


def _days(line: Line) -> list[tuple[Date, date]]:
    """Return the dates of a line that are single days, in its order."""
    found = []
    for item in line.dates:
        if item.type == "DATE" and item.from_ and item.from_ == item.to and any(sign.isdigit() for sign in item.text):
            found.append((item, date.fromisoformat(item.from_[:10])))
    return found
