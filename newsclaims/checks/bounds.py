"""Bounds that another number for the same thing breaks: `at least 106 dead` beside `the 98 deaths`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaims.checks.counts import Stems
from newsclaims.checks.reading import Finding, Line, Reading, spans
from newsclaims.facts.tolerance import shown
from newsclaims.model import Date, Figure
from newsclaims.rule import rule
from newsclaims.table import words

_MOST = 60  # numbers of one thing that are held against each other
_BACK = re.compile(r"\b(?:the|these|those|all|all the|all of the) \Z", re.I)
_SOME = re.compile(r" (?:from|in|of|at|who|whose|with|on|that|which|killed|found)\b")
_UPPER = re.compile(
    r"\b(?:up to|at most|a maximum of|the maximum of|maximum sentence of|no more than|as long as) \Z", re.I
)


_IN = re.compile(r" in ([a-z]+)")
_FIRST = re.compile(r"\b(?:initial(?:ly)?|original(?:ly)?|at first|preliminary|earlier estimates?)\b", re.I)
_FIRST_REACH = 50  # code points before a number


def bound(reading: Reading) -> Iterator[Finding]:
    """A bound that another number for the same thing breaks: `more than 100 arrests` beside `99 arrests`.

    Both must count the same noun, or money, and the sentences share two more words, for money three if it is not near;
    other days, places or parts of the whole tell different counts, so only numbers within a quarter of each other are
    compared.  A number that points back (`More than 300 lawyers … The 212 lawyers`) needs no more than to come soon.
    """
    stems_of = Stems()
    for thing, places in _things(reading).items():
        for line, figure in places[:_MOST]:
            if (figure.comparator or "=")[0] not in "<>":
                continue
            for other, item in places[:_MOST]:
                ratio = (item.value or 0) / (figure.value or 1)
                if item is figure or item.comparator not in (None, "=") or not 0.6 <= ratio <= 1.7 or line is other:
                    continue
                soon = 0 < other.index - line.index <= 3 and not _SOME.match(other.raw, item.end - other.start)
                if _FIRST.search(other.raw[: item.start - other.start][-_FIRST_REACH:]) or item.point == "by":
                    continue  # what was thought first: `initially valued at $235,000`; `at $71.75, down 75 cents`
                if thing[:1] == "$" and _other_sort(line, figure, other, item):
                    continue
                back = soon and bool(_BACK.search(other.raw[: item.start - other.start]))
                if not back and not 0.75 <= ratio <= 1.25:
                    continue
                value, limit = item.value or 0, figure.value or 0
                broken = value < limit if (figure.comparator or "")[0] == ">" else value > limit
                shared = len(stems_of(line) & stems_of(other)) - (thing == "death")
                if broken and (
                    (back and thing[:1] != "$") or shared >= (3 if thing[:1] == "$" and not 0.9 <= ratio <= 1.1 else 2)
                ):
                    side = "more" if (figure.comparator or "")[0] == ">" else "fewer"
                    yield Finding(f"{item.text} is not {side} than {shown(limit)}", spans(figure, item), "warning")
                    break


rule("checks.bound")(bound)


def _other_sort(line: Line, figure: Figure, other: Line, item: Figure) -> bool:
    """Return whether two amounts are of two sorts, by the words behind them: `$106 million in cash`, `… in sales`."""
    ours, theirs = (_IN.match(at.raw, told.end - at.start) for at, told in ((line, figure), (other, item)))
    return ours is not None and theirs is not None and ours[1] != theirs[1]


def _things(reading: Reading) -> dict[str, list[tuple[Line, Figure]]]:
    """Return the counts of each noun, deaths under any word as one, and the amounts of each currency."""
    found: dict[str, list[tuple[Line, Figure]]] = {}
    for line in reading.body:
        for figure in line.figures:
            if not figure.value or figure.low is not None or figure.per:
                continue
            if figure.kind == "money":
                found.setdefault(f"${figure.unit}", []).append((line, figure))
            elif figure.kind == "count" and _of_deaths(line, figure):
                found.setdefault("death", []).append((line, figure))
            elif figure.kind == "count" and figure.unit:
                found.setdefault(figure.unit, []).append((line, figure))
    return found


def _of_deaths(line: Line, figure: Figure) -> bool:
    """Return whether a count is one of deaths: `106 dead`, `14 people were killed`."""
    after = _WORD.findall(line.raw[figure.end - line.start :][:30].lower())[:3]
    return not words("checks", "deaths").isdisjoint([*after, figure.unit or ""])


_WORD = re.compile(r"[a-z]+")


def bound_length(reading: Reading) -> Iterator[Finding]:
    """Two longest times for one thing: `faces up to 10 years in prison … a maximum of 12 years`.

    Both must be upper bounds, told of prison or the like, in sentences that share a word; a number of counts or charges
    of which each has its own is left alone.
    """
    told = [(line, date) for line in reading.lines for date in line.dates if _longest(line, date)]
    stems_of = Stems()
    for at, (line, date) in enumerate(told[:_MOST]):
        for other, item in told[at + 1 : _MOST]:
            if (date.value or "")[-1:] != (item.value or "")[-1:] or date.value == item.value or line is other:
                continue
            both = line.raw + other.raw
            if stems_of(line) & stems_of(other) and not _OTHER.search(both) and len(told) == 2:
                yield Finding(f"first {date.text}, then {item.text}", spans(date, item), "warning")


rule("checks.bound-length")(bound_length)


def _longest(line: Line, date: Date) -> bool:
    before = line.raw[: date.start - line.start]
    told = re.match(r"(?:up to|at most|a maximum of|no more than) ", date.text, re.I) or _UPPER.search(before)
    return date.type == "DURATION" and bool(told) and bool(_PENALTY.search(line.raw))


_OTHER = re.compile(r"\b(?:each|second|another|other|additional|more|further|separate|also)\b", re.I)
_PENALTY = re.compile(
    r"\b(?:prison|jail|behind bars|sentenc\w+|penalty|custody|imprisonment|suspension|bans?|banned)\b"
)
