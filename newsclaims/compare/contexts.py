"""What a fact is about: the content words of its clause, without the facts themselves."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice

from newsclaims.checks.reading import Line, Reading
from newsclaims.model import Claim, Date, Figure
from newsclaims.table import words

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5
_PIECES = re.compile(r"[,;:–—()]| and | but | while | after | before ")
_LONGEST = 400  # code points of a clause
_MARKS = 8  # commas and joining words on each side of a fact at which its clause may end


def stems(text: str) -> frozenset[str]:
    """Return the first letters of the content words of a text, so that `evacuated` and `evacuation` meet."""
    function = words("facts", "function_words")
    return frozenset(word[:_STEM] for word in map(str.lower, _WORD.findall(text)) if word not in function)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the smaller set that both have (0 to 1); a single shared word counts half."""
    shared = len(one & other)
    if not shared:
        return 0.0
    share = shared / min(len(one), len(other))
    return share if shared > 1 else share / 2


Facts = Sequence[Figure | Date]


def telling(reading: Reading, claims: Iterable[Claim], facts: Facts) -> list[Claim]:
    """Return the claims of a sentence that say what a fact in them is about: with two content words and more.

    ``facts`` are those of the sentence.  The smallest claims come first.
    """
    text = reading.article.text
    found = [claim for claim in claims if len(stems(cut_out(text, claim.start, claim.end, facts))) >= 2]
    return sorted(found, key=lambda claim: claim.end - claim.start)


def _clause(reading: Reading, fact: Figure | Date, claims: Iterable[Claim]) -> tuple[int, int]:
    """Return (start, end) of the words that say what a fact is about: its smallest claim, else a piece of sentence."""
    for claim in claims:
        if claim.start <= fact.start and fact.end <= claim.end:
            return claim.start, min(claim.end, claim.start + _LONGEST)
    return _piece(reading.lines[fact.sentence], fact)


def _piece(line: Line, fact: Figure | Date) -> tuple[int, int]:
    """Return the piece of the sentence that holds the fact, between its marks and joining words."""
    first, last = fact.start - line.start, fact.end - line.start
    start, end = max(0, first - _LONGEST), min(len(line.raw), last + _LONGEST)
    behind = len(stems(line.raw[last:end]))
    for mark in [*_PIECES.finditer(line.raw, start, first)][
        : -_MARKS - 1 : -1
    ]:  # the nearest first: most are settled by it
        if behind >= 2 or behind + len(stems(line.raw[mark.end() : first])) >= 2:
            start = mark.end()
            break
    for mark in islice(_PIECES.finditer(line.raw, last, end), _MARKS):
        if len(stems(line.raw[start : mark.start()])) >= 2:
            end = mark.start()
            break
    return line.start + start, line.start + min(end, start + _LONGEST)


def context(reading: Reading, fact: Figure | Date, claims: Iterable[Claim], facts: Facts) -> frozenset[str]:
    """Return the stems of what a fact is about, without the words of any fact; ``claims`` come from ``telling``."""
    start, end = _clause(reading, fact, claims)
    counted = isinstance(fact, Figure) and fact.kind == "count" and fact.unit
    unit = frozenset((counted[:_STEM].lower(),)) if counted else None
    found = stems(cut_out(reading.article.text, start, end, facts))
    return found | unit if unit else found


def cut_out(text: str, start: int, end: int, facts: Facts) -> str:
    """Return ``text[start:end]`` with a gap for each fact; they stand in the order of the text."""
    pieces = []
    place = start
    for at in range(bisect_left(facts, start, key=_start), len(facts)):
        fact = facts[at]
        if fact.start >= end:
            break
        if place <= fact.start:
            pieces.append(text[place : fact.start])
            place = fact.end
    return " ".join([*pieces, text[place:end]])


def _start(fact: Figure | Date) -> int:
    return fact.start
