"""What one unit of a rate is: `$61 a barrel`, `2 percent per year`, `$0.31/W`, `50 deaths a day`."""

from __future__ import annotations

from typing import Final

from newsclaims.figures.classes import word_class
from newsclaims.figures.line import Draft, Line
from newsclaims.table import words

_EACH: Final = frozenset({"a", "an", "each", "every"})
_BETWEEN: Final = _EACH | {"/", "per"}
_AGO: Final = frozenset({"after", "ago", "before", "earlier", "from", "hence", "later", "on", "since"})


def rate_of(line: Line, draft: Draft) -> str | None:
    """Return the noun, in the singular, or the symbol, of what a figure is so much for each of, or None.

    Behind *a*, *an*, *each* and *every* only nouns that rates are counted by (`$3 a barrel`); behind *per* and a slash
    any (`$2 per diluted share`, `$0.31/W`); *a year ago* is a time.
    """
    if draft.kind in ("ordinal", "score", "age", "ratio"):
        return None
    at = draft.last
    if draft.kind == "quantity" and draft.unit is not None and "/" in draft.unit:  # "12 g/day", "miles per hour"
        inside = range(draft.first + 1, draft.last)
        at = next((place for place in inside if line.lower(place) in _BETWEEN), at)
    word = line.lower(at)
    if word == "/" and line.touches(at + 1):
        unit = line.form(at + 1)
        return unit if unit[0].isalpha() and (len(unit) < 4 or unit.lower() in word_class("rate-units")) else None
    if word == "-" and line.lower(at + 1) in ("a", "per") and line.lower(at + 2) == "-":  # "a $5-a-day charge"
        return _unit(line, at + 3)
    if word == "per" and line.lower(at + 1) in ("cubic", "square"):
        return f"{line.lower(at + 1)} {line.tokens[at + 2].lemma}" if at + 2 < line.count else None
    if word == "per":
        chunk = line.noun_chunk(at + 1)
        if chunk is None:
            return line.lower(at + 1) if line.tag(at + 1)[:2] == "NN" else None
        return line.tokens[chunk.head].lemma if line.tag(chunk.head) in ("NN", "NNS") else line.form(chunk.head)
    return _unit(line, at + 1) if word in _EACH else None


def _unit(line: Line, at: int) -> str | None:
    lower = line.lower(at)
    if lower not in word_class("rate-units"):
        return None
    if line.lower(at + 1) in _AGO and lower in words("words", "time_nouns"):
        return None  # "a year ago", but "$9,350 a tonne after the news"
    return line.tokens[at].lemma
