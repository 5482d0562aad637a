"""What a fact is about: the content words of its clause, without the facts themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsclaims.checks.reading import Line, Reading
from newsclaims.model import Claim, Date, Figure
from newsclaims.table import words

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5
_PIECES = re.compile(r"[,;:–—()]| and | but | while | after | before ")
_LONGEST = 400  # code points of a clause


def stems(text: str) -> frozenset[str]:
    """Return the first letters of the content words of a text, so that `evacuated` and `evacuation` meet."""
    function = words("checks", "function_words")
    return frozenset(word[:_STEM] for word in map(str.lower, _WORD.findall(text)) if word not in function)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the smaller set that both have (0 to 1); a single shared word counts half."""
    shared = len(one & other)
    if not shared:
        return 0.0
    share = shared / min(len(one), len(other))
    return share if shared > 1 else share / 2


def clause_of(reading: Reading, fact: Figure | Date, claims: Sequence[Claim]) -> tuple[int, int]:
    """Return (start, end) of the words that say what a fact is about: its smallest claim, else a piece of sentence."""
    line = reading.lines[fact.sentence]
    holding = [claim for claim in claims if claim.start <= fact.start and fact.end <= claim.end]
    wide = [claim for claim in holding if len(stems(_without(reading, line, claim.start, claim.end))) >= 2]
    if wide:
        smallest = min(wide, key=lambda claim: claim.end - claim.start)
        return smallest.start, min(smallest.end, smallest.start + _LONGEST)
    return _piece(line, fact)


def _piece(line: Line, fact: Figure | Date) -> tuple[int, int]:
    """Return the piece of the sentence that holds the fact, between its marks and joining words."""
    first, last = fact.start - line.start, fact.end - line.start
    start, end = 0, len(line.raw)
    for mark in _PIECES.finditer(line.raw):
        inside = line.raw[start : mark.start()]
        if mark.end() <= first and len(stems(line.raw[mark.end() : first])) + len(stems(line.raw[last:])) >= 2:
            start = mark.end()
        elif mark.start() >= last and len(stems(inside)) >= 2:
            end = mark.start()
            break
    return line.start + start, line.start + min(end, start + _LONGEST)


def context(reading: Reading, fact: Figure | Date, claims: Sequence[Claim]) -> frozenset[str]:
    """Return the stems of what a fact is about, without the words of any fact."""
    start, end = clause_of(reading, fact, claims)
    counted = isinstance(fact, Figure) and fact.kind == "count" and fact.unit
    unit = frozenset((counted[:_STEM].lower(),)) if counted else None
    found = stems(_without(reading, reading.lines[fact.sentence], start, end))
    return found | unit if unit else found


def _without(reading: Reading, line: Line, start: int, end: int) -> str:
    """Return the text from ``start`` to ``end`` without the facts of its sentence."""
    return cut_out(reading.article.text, start, end, (*line.figures, *line.dates))


def cut_out(text: str, start: int, end: int, facts: Iterable[Figure | Date]) -> str:
    """Return ``text[start:end]`` with a gap for each fact."""
    pieces = []
    place = start
    for fact in sorted(facts, key=lambda item: item.start):
        if place <= fact.start < end:
            pieces.append(text[place : fact.start])
            place = fact.end
    return " ".join([*pieces, text[place:end]])
