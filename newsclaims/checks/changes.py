"""Changes: `rose 20% to 60 from 55`, `doubled from 10 to 30`, `down from`, `more than`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from newsclaims.checks.reading import F, Finding, Line, Reading, aside, spans
from newsclaims.facts.tolerance import amount, interval, overlap, shown, step
from newsclaims.model import Figure
from newsclaims.rule import rule
from newsclaims.table import rows

_IN_BRACKETS = re.compile(rf" ?\({F}\)")
_GAP = "[^\ue000-\ue7ff.;:]"  # words between, without another figure or the end of a clause


@cache
def _directions() -> dict[str, int]:
    """Return form -> 1 for rising, -1 for falling, from ``change_forms.tsv``."""
    return {form: 1 if way == "up" else -1 for form, way in rows("checks", "change_forms")}


class _Change(NamedTuple):
    """A change as told: its way (1 up, -1 down) by the verb and by the noun, its size if told, the old and the new."""

    way: int
    noun_way: int
    size: Figure | None
    old: Figure
    new: Figure


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return patterns with what their figures are: s size, n new, o old."""
    move = "(" + "|".join(sorted(_directions())) + ")"
    few = r"(?:(?!to |from |while )[a-z'’-]{1,15} ){0,3}?"
    object_ = r"(?:(?!to |from |while )[a-z'’-]{1,15} ){0,5}?"  # `raised the tax on large cars by`
    noun = rf",? (?:or )?an? (?:[a-z-]{{1,15}} ){{0,2}}?{move} of (?:[a-z]{{1,10}} ){{0,2}}{F}"
    by = rf"(?:by )?{object_}(?:by )?{F}{_GAP}{{0,40}}? "
    return tuple(
        (re.compile(pattern if pattern.startswith(F) else rf"\b{pattern}", re.I), roles)
        for pattern, roles in (
            (rf"{move} {by}to {few}{F}{_GAP}{{0,60}}? from {few}{F}", "msno"),
            (rf"{move} {by}to {few}{F}{_GAP}{{0,40}}?,? {move} from {few}{F}", "msnMo"),
            (rf"stood at {F}{_GAP}{{0,40}}? {F} {move} (?:at|to) {few}{F}", "osmn"),
            (rf"{F}{_GAP}{{0,20}}? to (?:reach |make )?{few}{F},? {move} from {few}{F}", "snmo"),
            (rf"{move} {by}from {few}{F}{_GAP}{{0,60}}? to {few}{F}", "mson"),
            (rf"{move} {few}to {few}{F}{_GAP}{{0,60}}? from {few}{F}{_GAP}{{0,30}}?{noun}", "mnoMs"),
            (rf"{move} {few}from {few}{F}{_GAP}{{0,60}}? to {few}{F}{_GAP}{{0,30}}?{noun}", "monMs"),
            (rf"{move} {few}to {few}{F}{_GAP}{{0,60}}? from {few}{F}", "mno"),
            (rf"{move} {few}from {few}{F}{_GAP}{{0,60}}? to {few}{F}", "mon"),
            (rf"{F}{_GAP}{{0,80}}?,? {move} from {few}{F}", "nmo"),
            (rf"from {few}{F}{_GAP}{{0,60}}? to {few}{F}{_GAP}{{0,30}}?{noun}", "onms"),
            (rf"{F}{_GAP}{{0,40}}?{noun}{_GAP}{{0,20}}? (?:from|on|over) {few}{F}", "nmso"),
            (rf"{move} {by}from {few}{F}", "msr"),
            (rf"{move} {few}from {few}{F}{_GAP}{{0,30}}?{noun}", "mrMs"),
            (rf"from {few}{F}{_GAP}{{0,30}}?{noun}", "rms"),
            (rf"{move} {few}from {few}{F}", "mr"),
            (rf"{move} {by}from {few}{F}", "mqo"),
            (rf"to {few}{F}{_GAP}{{0,60}}? from {few}{F}{_GAP}{{0,30}}?{noun}", "noms"),
            (rf"{F}{_GAP}{{0,40}}?, {move} {few}{F} from {few}{F}", "nmso"),
        )
    )


def _changes(line: Line) -> Iterator[_Change]:
    """Yield the changes told in a line, the fullest reading of each."""
    if len(line.figures) < 2 or not ("from" in line.raw or "stood at" in line.raw):
        return
    seen: set[tuple[int, int]] = set()
    text = _IN_BRACKETS.sub("", line.text)  # a conversion tells the number before it once more
    for pattern, roles in _patterns():
        for found in pattern.finditer(text):
            part = dict(zip(roles, found.groups(), strict=True))
            old, new = _old_and_new(line, part)
            if (new.start, old.start) in seen or not comparable(old, new) or aside(line, new):
                continue
            if _of_two_clauses(found) or old.kind == "ordinal" or "-" in text[found.start(1) - 1 : found.start(1)]:
                continue
            seen.add((new.start, old.start))
            size = _size(line, part)
            way = _directions()[part["m"].lower()]
            yield _Change(way, _directions()[part.get("M", part["m"]).lower()], size, old, new)


@lru_cache(maxsize=1)  # three checks ask for them, one after the other
def _all_changes(reading: Reading) -> list[tuple[Line, _Change]]:
    return [(line, change) for line in reading.lines for change in _changes(line)]


def _old_and_new(line: Line, part: dict[str, str]) -> tuple[Figure, Figure]:
    """Return the two ends of a change; the extractors read some as one range (`from 5% to 7%`)."""
    if "q" in part:
        new = line.figure(part["q"])
        return line.figure(part["o"]), replace(new, value=new.high)
    if "r" not in part:
        return line.figure(part["o"]), line.figure(part["n"])
    whole = line.figure(part["r"])
    if not re.search(r"\bto\b", whole.text):  # `several million` is one end, not two
        whole = replace(whole, low=None, high=None)
    return replace(whole, value=whole.low), replace(whole, value=whole.high)


def _size(line: Line, part: dict[str, str]) -> Figure | None:
    """Return the size of a change, if told; `rose 2% to 6% from 4%` is read as a range from size to new value."""
    if "q" in part:
        size = line.figure(part["q"])
        return replace(size, value=size.low)
    return line.figure(part["s"]) if "s" in part else None


def _of_two_clauses(found: re.Match[str]) -> bool:
    """Return whether a match runs over into a second change: `rose to 5 from 4 while rates on loans fell to 6`."""
    return bool(re.search(r"\b(?:while|whereas|but)\b", found.group()))


def comparable(one: Figure, other: Figure) -> bool:
    """Return whether two figures have values of one unit (an ellipsis has none)."""
    if one.value is None or other.value is None:
        return False
    if one.kind == other.kind:
        return one.unit == other.unit or None in (one.unit, other.unit)
    return {one.kind, other.kind} <= {"count", "number"} and None in (one.unit, other.unit)


def said(figure: Figure) -> str:
    """Return a figure's words, of one end of a range its number."""
    return figure.text if figure.low is None else amount(figure.value or 0, figure)


# what is better or dearer with a smaller number
_BACKWARDS = re.compile(
    r"\b(?:rank(?:s|ed|ing|ings)?|placed|seed(?:s|ed|ing)?|standings|position|league table|world number|"
    r"(?:against|to) the (?:(?:US|U\.S\.|American) )?(?:dollar|euro|pound|yen))\b|"
    r"\b(?:prices?|bonds?|notes?|gilts?|bunds?|[Tt]reasur(?:y|ies))\b.*\byield|\byield(?:s|ed|ing)?\b.*\bprices?\b"
)


def change_direction(reading: Reading) -> Iterator[Finding]:
    """A rise to a lower or a fall to a higher number: `fell to 60 from 55`, `71%, up from 78%`.

    Both numbers must be of the same kind and unit.  Losses that fall and the like are numbers without a sign in news,
    so they are read as they stand.  Ranks, rates of exchange (`fell to 35 against the dollar`) and the yields of bonds,
    which fall when prices rise, run the other way round and are left alone.
    """
    for line, change in _all_changes(reading):
        if not _BACKWARDS.search(line.raw):
            old, new = change.old.value or 0, change.new.value or 0
            if min(change.way * (new - old), change.noun_way * (new - old)) < 0:
                way = "a fall" if new < old else "a rise"
                yield Finding(f"from {said(change.old)} to {said(change.new)} is {way}", spans(change.old, change.new))


rule("checks.change-direction")(change_direction)


def change_size(reading: Reading) -> Iterator[Finding]:
    """A change whose size does not fit its two ends: `rose 20% to 60 from 55`, `up 20p to £1.40 from £1.30`.

    The rounding of all three numbers is allowed for.  A size in per cent between two percentages is the business of
    `checks.percentage-points`.
    """
    for _, change in _all_changes(reading):
        size, old, new = change.size, change.old, change.new
        if size is None or size.value is None or not old.value or change.way * ((new.value or 0) - old.value) < 0:
            continue
        if size.kind in ("percent", "percentage_point") and old.kind in ("percent", "percentage_point"):
            continue
        if size.kind == "ratio" and old.kind != "ratio":
            size = replace(size, value=size.value * 100, kind="percent")
            low, high = _percent_change(old, new)
            slack = 2.5  # fractions in words are round
            right = _percent(old, new)
        elif size.kind == "percent":
            low, high = _percent_change(old, new)
            slack = 0.05 + abs(size.value or 0) * 0.02
            right = _percent(old, new)
        elif comparable(size, old) and size.unit not in (None, "time"):
            low, high = _difference(old, new)
            slack = 0.0
            right = amount(abs((new.value or 0) - (old.value or 0)), old)
        else:
            continue
        if not overlap((low, high), interval(size), slack):
            yield Finding(f"from {said(old)} to {said(new)} is {right}, not {said(size)}", spans(old, new, size))


rule("checks.change-size")(change_size)


def _percent(old: Figure, new: Figure) -> str:
    """Return the change in per cent, as messages write it."""
    before, after = old.value or 1, new.value or 0
    return f"{shown(abs(after - before) / abs(before) * 100)}%"


def _percent_change(old: Figure, new: Figure) -> tuple[float, float]:
    """Return the smallest and the largest change in per cent that the rounded ends allow, without its sign."""
    (a, b), (c, d) = interval(old), interval(new)
    ends = [(after - before) / before * 100 for before in (a, b) if before > 0 for after in (c, d)]
    low, high = (min(ends), max(ends)) if ends else (0.0, float("inf"))
    return (low, high) if high > 0 and low + high > 0 else (-high, -low)


def _difference(old: Figure, new: Figure) -> tuple[float, float]:
    (a, b), (c, d) = interval(old), interval(new)
    low, high = c - b, d - a
    return (low, high) if low + high > 0 else (-high, -low)


def percentage_points(reading: Reading) -> Iterator[Finding]:
    """A change between two percentages told in per cent where points are meant: `rose 2% to 6% from 4%`.

    Silent when the figure is right as per cent (`rose 50% to 6% from 4%`).  A number that fits neither is an error.
    """
    for _, change in _all_changes(reading):
        size, old, new = change.size, change.old, change.new
        if size is None or size.value is None or old.kind != "percent" or not old.value or new.value is None:
            continue
        points = abs(new.value - old.value)
        near = max(step(old), step(new), 0.1)
        if size.kind == "percent" and not overlap(_percent_change(old, new), interval(size), 0.05):
            right = "percentage point" if points == 1 else "percentage points"
            yield Finding(
                f"from {said(old)} to {said(new)} is {shown(points)} {right}, not {said(size)}",
                spans(old, new, size),
                "warning" if abs(points - size.value) <= near else "error",
            )
        elif size.kind == "percentage_point" and abs(points - size.value) > near:
            yield Finding(
                f"from {said(old)} to {said(new)} is {shown(points)} percentage points", spans(old, new, size)
            )


rule("checks.percentage-points")(percentage_points)
