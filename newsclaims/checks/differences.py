"""Differences, multiples and totals told beside the numbers that make them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsclaims.checks.reading import F, Finding, Reading, aside, spans
from newsclaims.checks.sums import misses, sum_message
from newsclaims.facts.tolerance import amount, interval, overlap, shown, step
from newsclaims.model import Figure
from newsclaims.rule import rule

_GAP = "[^\ue000-\ue7ff.;:]"
_MORE = "more|higher|greater|larger|longer|up"
_LESS = "less|fewer|lower|smaller|shorter|down"
_TIMES = {"twice": 2.0, "double": 2.0, "triple": 3.0, "treble": 3.0, "half": 0.5}


def _alike(one: Figure, other: Figure) -> bool:
    """Return whether two figures have values of one unit."""
    if one.value is None or other.value is None or one.low is not None or other.low is not None:
        return False
    if one.kind == other.kind:
        return one.unit == other.unit or (one.kind == "count" and None in (one.unit, other.unit))
    return {one.kind, other.kind} <= {"count", "number"} or {one.kind, other.kind} == {"percent", "percentage_point"}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    of = r"(?:a total of |the total of |)"
    return (
        re.compile(
            rf"{F}{_GAP}{{0,30}}?,? (?:or |which is |that is )?{F} (?P<way>{_MORE}|{_LESS}) (?:than|from|on) "
            r"(?:[A-Z][\w’'-]+, who (?:has|have|had|got) )?(?:(?!and |but )[\w’'-]+ ){0,4}?"
            rf"{F}(?!,? (?:{_MORE}|{_LESS})\b)"
        ),
        re.compile(
            rf"\b(?:was|is|were|are|stood at|came to|reached|totalled) {F}(?:, {F} | ?\({F} )(?P<way>{_MORE}|{_LESS})"
            r"(?=[.,;)]|\Z)"
        ),
        re.compile(
            rf"{F}{_GAP}{{0,40}}?, (?:or |which is |almost |nearly |about |more than |exactly )*"
            rf"(?:(?P<word>twice|double|triple|treble|half)|{F}) "
            rf"(?:as (?:much|many|high|large|big|long|expensive) as )?(?:the |its |their |his |her ){F}"
        ),
        re.compile(
            rf"(?P<parts>(?:{F}{_GAP}{{0,40}}?, ){{0,6}}{F}{_GAP}{{0,40}}?,? and {F}){_GAP}{{0,40}}?,? "
            rf"(?:(?:for|making|giving|bringing it to|which makes|adding up to|or) {of}|a total of |in total )"
            rf"(?P<total>{F})(?P<all>{_GAP}{{0,20}})"
        ),
        re.compile(
            rf"\b(?:each|every one) of (?:the |its |their |his |her )?{F}{_GAP}{{0,30}}? {F},? "
            rf"(?:(?:or |making |for |which makes )?a total of {F}|(?:or|making|for|which makes) {F} "
            r"(?:in all|in total|altogether|overall|together)\b)"
        ),
        re.compile(
            rf"{F}{_GAP}{{0,40}}? (?:and|to|against|from) {_GAP}{{0,30}}?{F},? (?:with |giving (?:[a-z]+ )?)?an? "
            rf"(?:[a-z]+ )?(?:lead|margin|majority|gap|difference) of {F}"
        ),
    )


def difference(reading: Reading) -> Iterator[Finding]:
    """A difference that two numbers do not make: `64%, six points less than the 68% of 2017`.

    Also `1.6 million to 1.3 million, a lead of 500,000`, and against a percentage of the sentence before: `20 percent
    of people … the share was 17 percent, six percentage points lower`.
    """
    beside, after, *_, lead = _patterns()
    for at, line in enumerate(reading.body):
        for found, (one, size, other) in line.matches(beside, 3):
            if _alike(one, other) and _measures(size, one):
                yield from _wrong(one, size, [other], found["way"])
        for _, (one, other, size) in line.matches(lead, 3):
            if _alike(one, other) and _measures(size, one):
                way = "more" if (one.value or 0) >= (other.value or 0) else "less"
                yield from _wrong(one, size, [other], way)
        for found, (one, size) in line.matches(after, 2) if at else ():
            last = reading.body[at - 1]
            before = [item for item in last.figures if item.kind == "percent" and item.value is not None]
            near = last.paragraph == line.paragraph
            if near and one.kind == "percent" and size.kind == "percentage_point" and len(before) in (1, 2):
                yield from _wrong(one, size, before, found["way"])


rule("checks.difference")(difference)


def _measures(size: Figure, one: Figure) -> bool:
    """Return whether a figure can be the difference of two like another: in points for per cent, in its own unit."""
    if one.kind in ("percent", "percentage_point"):
        return size.kind == "percentage_point" or (size.kind == "count" and size.unit in ("point", None))
    return size.kind in ("count", "number", "money", "quantity") and _alike(size, one)


def _wrong(one: Figure, size: Figure, others: list[Figure], way: str) -> Iterator[Finding]:
    """Yield a difference that none of the other figures makes."""
    sign = 1 if re.fullmatch(_MORE, way) else -1
    for other in others:
        (a, b), (c, d) = interval(one), interval(other)
        low, high = (a - d, b - c) if sign > 0 else (c - b, d - a)
        if overlap((low, high), interval(size), max(step(one), step(other)) / 2):
            return
    right = (one.value or 0) - (others[-1].value or 0)
    told = f"{amount(abs(right), one)} {'more' if right > 0 else 'less'}" if one.kind != "percent" else (
        f"{shown(abs(right))} points {'more' if right > 0 else 'less'}"
    )  # fmt: skip
    yield Finding(f"{one.text} is {told} than {others[-1].text}", spans(one, size, others[-1]), "warning")


def times_as_much(reading: Reading) -> Iterator[Finding]:
    """A multiple that two numbers do not make: `2.5 million euros, three times as much as the 1.25 million`.

    A quarter either way is allowed, for `nearly` and `more than`.
    """
    pattern = _patterns()[2]
    for line, found, (one, *several, other) in reading.matches(pattern, 2):
        times = several[0] if several else None
        told = _TIMES.get(found["word"] or "") or _multiple(times)
        if told is None or not _alike(one, other) or not other.value or not one.value or aside(line, one):
            continue
        right = one.value / other.value
        if not 0.75 <= right / told <= 1.25:
            yield Finding(f"{one.text} is {shown(right)} times {other.text}", spans(one, times, other), "warning")


rule("checks.times-as-much")(times_as_much)


def _multiple(figure: Figure | None) -> float | None:
    """Return how many times a figure means: `three times`, `twice`, `half as much as`."""
    if figure is None or not figure.value:
        return None
    if figure.kind in ("multiple", "ratio") or (figure.kind == "count" and figure.unit == "time"):
        return float(figure.value)
    return None


def total_after_parts(reading: Reading) -> Iterator[Finding]:
    """Parts and the total behind them that they do not make: `$2m in 2019, $3m in 2020 and $4m in 2022, $8m in all`.

    The total is called one (`a total of`, `in all`, `altogether`), and all have one unit.
    """
    pattern = _patterns()[3]
    for line, found, _ in reading.matches(pattern, 3):
        if not _TOTAL.search(found.group() + found["all"]):
            continue
        total, parts = line.figure(found["total"]), line.figures_in(found["parts"])
        summed = all(_alike(part, total) for part in parts) and total.kind in ("count", "number", "money")
        if summed and misses(total, parts):
            yield Finding(sum_message(total, parts), spans(total, *parts), "warning")


rule("checks.total-after-parts")(total_after_parts)


_TOTAL = re.compile(r"\b(?:a total of|in total|in all|altogether|adding up to|bringing it to|which makes)\b")


def each_total(reading: Reading) -> Iterator[Finding]:
    """An amount for each, and a total that it does not make: `each of the nine families $100, or $600 in all`.

    Rounding is allowed for.
    """
    pattern = _patterns()[4]
    for _, _, (count, each, total) in reading.matches(pattern, 3):
        if count.kind not in ("count", "number") or not _alike(each, total) or not count.value:
            continue
        low, high = interval(each)
        made = count.value * (each.value or 0)
        if not overlap(interval(total), (low * count.value, high * count.value), 0.01 * made):
            message = f"{count.text} at {each.text} each is {amount(made, total)}, not {total.text}"
            yield Finding(message, spans(count, each, total))


rule("checks.each-total")(each_total)
