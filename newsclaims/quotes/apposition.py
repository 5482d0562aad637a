"""Sources after their cue: the apposition or relative clause that belongs to them."""

from __future__ import annotations

from newsclaims.quotes.lines import QUOTE, Line
from newsclaims.quotes.nouns import FINITE, NAMES, RELATIVE, phrase_right

_APPOSED = frozenset({"DT", "WP", "CD", "PRP$", "JJ", "NN"})


def with_apposition(line: Line, end: int) -> int:
    """Return the end of the source with the apposition that follows: `said Smith, a lawyer in Ohio,`."""
    items = line.items
    count = len(items)
    if end + 1 >= count or items[end].lower != ",":
        return end
    if items[end + 1].tag in NAMES and items[end - 1].tag == "NN":  # `said the director, Ann Smith`
        return phrase_right(line, end + 1)
    if items[end + 1].tag not in _APPOSED:
        return end
    relative = items[end + 1].tag in RELATIVE
    for at in range(end + 1, min(count, end + 26)):
        token = items[at]
        relative = relative or token.tag in RELATIVE or token.lower == "that"
        if token.tag in (".", ":", QUOTE) or token.lower == ";":
            return at - 1 if items[at - 1].lower == "," else at
        if token.lower == "," and (at + 1 >= count or items[at + 1].tag not in ("NNP", "CD", "DT")):
            return at
        if token.tag in FINITE and not relative:
            return end
    return end


def with_relative(line: Line, end: int) -> int:
    """Return the end of a source with the clause that tells it apart: `people who attended`, `a study published in`."""
    items = line.items
    if end >= len(items) or items[end].tag not in ("VBN", "VBG", "WP", "WDT", "IN"):
        return end
    for at in range(end + 1, min(len(items), end + 20)):
        if items[at].lower in (",", ";") or items[at].tag in (".", ":", QUOTE):
            return at
    return end
