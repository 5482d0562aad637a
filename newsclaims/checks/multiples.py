"""Multiples and comparisons of two numbers: `doubled from 10 to 30`, `£1.8m, more than the £2.5m`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from newsclaims.checks.changes import comparable, said
from newsclaims.checks.reading import F, Finding, Line, Reading, spans
from newsclaims.facts.tolerance import shown
from newsclaims.model import Figure
from newsclaims.rule import rule

_GAP = "[^\ue000-\ue7ff.;:]"  # words between, without another figure or the end of a clause
_AHEAD = "(?=[^\ue000-\ue7ff.;:]{0,200}+[\ue000-\ue7ff])"  # asked first: such words, then a figure
_FROM_RANGE = re.compile(rf"{_GAP}{{0,60}}? from {F}")
_TIMES = {"dou": 2.0, "tre": 3.0, "tri": 3.0, "qua": 4.0, "hal": 0.5}


@cache
def _multiples() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    verb = re.compile(r"(doubl|trebl|tripl|quadrupl|halv)(?:ed|ing)", re.I)
    word = "(?:[a-z]++ ){0,2}"
    ends = re.compile(rf"{_AHEAD}{_GAP}{{0,60}}?(to|from) {word}{F}{_GAP}{{0,60}}? (to|from) {word}{F}")
    return verb, ends, re.compile(rf"{F}{_GAP}{{0,40}}?, (?:up|down) from {F}")


def doubling(reading: Reading) -> Iterator[Finding]:
    """Doubled, tripled, quadrupled or halved between two numbers that say otherwise: `doubled from 10 to 30`.

    The two numbers stand behind the verb, or elsewhere as `F lakes, up from F` where the verb's sentence names the
    same noun and nothing else in the article is told that way.  A quarter either way is allowed, for `nearly` and
    `more than`.
    """
    verb, ends, up_from = _multiples()
    told = _up_from(reading, up_from) if verb.search(reading.article.text) else None
    for line in reading.lines:
        for found in verb.finditer(line.raw):
            times = _TIMES[found[1].lower()[:3]]
            pair = _ends(line, found.group(), ends) or (told if told and _names(line, told) else None)
            if pair is None or not pair[0].value or pair[1].value is None:
                continue
            old, new = pair
            right = (new.value or 0) / (old.value or 1)
            if not 0.75 <= right / times <= 1.25:
                verb_span = line.span(found.start(), found.end())
                yield Finding(f"from {said(old)} to {said(new)} is {shown(right)} times", spans(verb_span, old, new))
            break


rule("checks.doubling")(doubling)


def _ends(line: Line, verb: str, ends: re.Pattern[str]) -> tuple[Figure, Figure] | None:
    """Return (old, new) told behind a verb of the line, which may itself be a figure."""
    letters = [chr(0xE000 + at) for at, item in enumerate(line.figures) if verb in item.text]
    places = [line.text.find(mark) for mark in [verb, *letters]]
    start = max(places)
    told = _FROM_RANGE.match(line.text, start + (len(verb) if places[0] == start else 1)) if start >= 0 else None
    span = line.figure(told[1]) if told else None
    if span is not None and span.low is not None and span.high is not None:
        return replace(span, value=span.low), replace(span, value=span.high)
    found = ends.match(line.text, start + (len(verb) if places[0] == start else 1)) if start >= 0 else None
    if found is None or found[1] == found[3]:
        return None
    one, other = line.figure(found[2]), line.figure(found[4])
    return None if not comparable(one, other) else (one, other) if found[1] == "from" else (other, one)


def _up_from(reading: Reading, up_from: re.Pattern[str]) -> tuple[Figure, Figure] | None:
    """Return (old, new) of the one `new, up from old` of the article."""
    pairs = [(old, new) for _, _, (new, old) in reading.matches(up_from, 2) if new.kind == "count"]
    return pairs[0] if len(pairs) == 1 and comparable(*pairs[0]) else None


def _names(line: Line, pair: tuple[Figure, Figure]) -> bool:
    """Return whether the noun that is counted stands in the line."""
    unit = pair[1].unit
    return bool(unit and re.search(rf"\b{re.escape(unit)}s?\b", line.raw, re.I))


_RATE = re.compile(r" (?:a|an|per|each) [a-z]")


def comparison(reading: Reading) -> Iterator[Finding]:
    """A number said to be above or below another that it is not: `£1.8m, more than their bill of £2.5m`."""
    pattern = re.compile(
        rf"{F}{_GAP}{{0,60}}?, (?:(more|higher|greater|less|fewer|lower|smaller) than|(above|below))"
        rf" {_GAP}{{0,50}}?{F}"
    )
    for line in reading.lines:
        for found, (one, other) in line.matches(pattern, 2):
            if not comparable(one, other) or one.value is None or other.value is None:
                continue
            if _RATE.match(line.text, found.end(1)) or _RATE.match(line.text, found.end(4)):
                continue  # `€15m a kilometre, more than the €180m` may compare something else
            above = (found[2] or found[3]) in ("more", "higher", "greater", "above")
            if (one.value < other.value) if above else (one.value > other.value):
                word = found[3] or f"{found[2]} than"
                yield Finding(f"{one.text} is not {word} {other.text}", spans(one, other))


rule("checks.comparison")(comparison)
