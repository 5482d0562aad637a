"""Changes told in points and per cent at once, or over two sentences: `fell 12%. It stood at 88, against 100`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from newsclaims.checks.changes import comparable
from newsclaims.checks.reading import D, F, Finding, Line, Reading, spans
from newsclaims.facts.tolerance import interval, shown
from newsclaims.model import Figure
from newsclaims.rule import rule
from newsclaims.table import rows

_GAP = "[^\ue000-\ue7ff.;:]"
_SLACK = 0.08  # part of a change by which it may be off, for rounding of what is not told


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    move = "(?P<move>" + "|".join(sorted(form for form, _ in rows("checks", "change_forms"))) + ")"
    return (
        re.compile(rf"\b{move} (?:by )?(?:about )?{F}(?: points)?, or (?:about )?{F},? (?:to|at) {_GAP}{{0,25}}?{F}"),
        re.compile(
            rf"{F}(?: [a-z-]+){{0,4}}?,? (?:compared (?:with|to)|against|versus|up from|down from|after) {F} "
            rf"(?:[a-z]+ ){{0,3}}(?:{D}|(?:year|month|quarter|week|period|time|day|season|decade)\b)"
        ),
        re.compile(rf"\b{move}\b{_GAP}{{0,30}}?{F}|{F}{_GAP}{{0,12}}? {move.replace('?P<move>', '?P<noun>')}\b"),
    )


def change_points(reading: Reading) -> Iterator[Finding]:
    """Points and per cent of one change that its end does not allow: `fell 102 points, or 3.6%, to 27,934`."""
    pattern = _patterns()[0]
    ways = {form: 1 if way == "up" else -1 for form, way in rows("checks", "change_forms")}
    for line in reading.lines:
        for found, (size, told, end) in line.matches(pattern, 3):
            if told.kind != "percent" or not told.value or not size.value or not end.value:
                continue
            old = end.value - ways[found["move"].lower()] * size.value
            if size.kind not in ("count", "number", "money", "quantity") or old <= 0:
                continue
            right = size.value / old * 100
            low, high = interval(told)
            if not low * (1 - _SLACK) - 0.06 <= right <= high * (1 + _SLACK) + 0.06:
                message = f"{size.text} from {shown(old)} is {shown(right)}%, not {told.text}"
                yield Finding(message, spans(size, told, end), "warning")


rule("checks.change-points")(change_points)


def change_across(reading: Reading) -> Iterator[Finding]:
    """A change in per cent, and in the next sentence two ends that miss it: `rose 9%. It was 120, against 100 in May`.

    The next sentence must be about the same (`it`, `they`, `the number`), for sales rise otherwise than profits.
    Silent when any change in per cent of the sentence before fits; what is told `up to` is left alone.
    """
    for line, changes in _changes(reading):
        for _, (new, old) in line.matches(_patterns()[1], 2):
            if (
                not comparable(old, new)
                or not old.value
                or new.value is None
                or new.kind in ("percent", "ordinal", "age")
            ):
                continue
            if not _SAME_THING.match(line.text):
                continue
            if not any(_fits(old, new, told) for told in changes):
                right = (new.value - old.value) / old.value * 100
                kind = "a rise" if right > 0 else "a fall"
                message = f"from {old.text} to {new.text} is {kind} of {shown(abs(right))}%"
                yield Finding(message, spans(changes[0], new, old), "warning")


rule("checks.change-across")(change_across)


_SAME_THING = re.compile(r"(?:It|They|That|This|The (?:number|figure|total|rate|level|tally|sum|price|index))\b")


def _fits(old: Figure, new: Figure, told: Figure) -> bool:
    """Return whether a change in per cent may be the one between two rounded values."""
    way = 1 if told.direction == "up" else -1
    (a, b), (c, d) = interval(old), interval(new)
    ends = sorted(way * (after - before) / before * 100 for before in (a, b) for after in (c, d) if before > 0)
    low, high = interval(told)
    slack = _SLACK * high + 0.5
    return not ends or (low - slack <= ends[-1] and ends[0] <= high + slack)


def _changes(reading: Reading) -> Iterator[tuple[Line, list[Figure]]]:
    """Yield (line, percentages) for lines behind a sentence of the paragraph that tells of changes in per cent."""
    for before, line in pairwise(reading.body):
        if before.paragraph != line.paragraph or len(line.figures) < 2:
            continue
        told = [item for item in before.figures if item.kind == "percent" and item.value]
        moved = [item for item in told if item.direction and item.point in ("by", None)]
        exact = [item for item in moved if item.comparator in (None, "=", "~")]
        if 1 <= len(told) <= 3 and moved == exact and moved:
            yield line, moved
