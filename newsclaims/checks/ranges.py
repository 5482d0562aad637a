"""Ranges that run backwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsclaims.checks.reading import D, F, Finding, Reading
from newsclaims.model import Span
from newsclaims.rule import rule


@cache
def _between() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    years = re.compile(
        r"\b(?:between|from) ((?:1[5-9]|20)\d\d) (?:and|to|until) ((?:1[5-9]|20)\d\d)\b(?! (?:B\.?C|bc))"
    )
    return re.compile(rf"\b[Bb]etween {F} and {F}"), re.compile(rf"\b(?:between|from) {D} (?:and|to|until) {D}"), years


_TO_AND_FRO = re.compile(
    r"\b(?:fluctuat|alternat|oscillat|swung|swing|mov|hover|bounc|seesaw|veer|switch|shuttl|travel|commut|trad)[a-z]* "
    r"(?:[a-z]+ ){0,2}\Z"
)
_MOVED = re.compile(r"\b(?:bring|brought|mov|advanc|push|shift|chang|cut|lower|reduc|pull|set back|back|amend)[a-z]*\b")


def reversed_range(reading: Reading) -> Iterator[Finding]:
    """A range whose second end comes before its first: `between £640m and £610m`, `from 2020 to 2015`.

    `From` and `to` between numbers tell a change as often as a range and are left alone; dates must name their years.
    What moved to and fro between two numbers, or was moved from one year to another, has no order.
    """
    numbers, dates, years = _between()
    for line in reading.lines:
        for found in numbers.finditer(line.text):
            low, high = line.figure(found[1]), line.figure(found[2])
            same = low.kind == high.kind and (low.unit == high.unit or low.unit is None)
            if _TO_AND_FRO.search(line.text, max(0, found.start() - 30), found.start()):
                continue
            if same and low.value is not None and high.value is not None and low.value > high.value >= 0:
                span = line.span(low.start - line.start, high.end - line.start)
                yield Finding("the range runs from the larger to the smaller number", (span,))
        for figure in line.figures:
            least, most = figure.low, figure.high
            if figure.kind != "score" and least is not None and most is not None and least > most:
                span = Span(figure.text, figure.start, figure.end)
                yield Finding("the range runs from the larger to the smaller number", (span,))
        for found in dates.finditer(line.text):
            begin, finish = line.date(found[1]), line.date(found[2])
            dated = begin.text[-4:].isdigit() and finish.text[-4:].isdigit()
            plain = begin.text.isdigit() and finish.text.isdigit()  # two years are compared below
            if dated and not plain and begin.from_ and finish.to and begin.from_ > finish.to:
                yield Finding(
                    "the period ends before it begins", (line.span(begin.start - line.start, finish.end - line.start),)
                )
        for found in years.finditer(line.raw):
            moved = found.group().startswith("from") and _MOVED.search(line.raw, 0, found.start())
            if found[1] > found[2] and not moved:
                yield Finding("the period ends before it begins", (line.span(found.start(1), found.end(2)),))


rule("checks.reversed-range")(reversed_range)
