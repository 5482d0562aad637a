"""The noun phrase before a comma or a dash: what `Smith, who heads the group, said` has for its subject."""

from __future__ import annotations

from newsclaims.quotes.lines import QUOTE, Line, Span
from newsclaims.quotes.nouns import FINITE, RELATIVE, is_noun, phrase_left, phrase_right
from newsclaims.quotes.occasions import is_time
from newsclaims.words.sentence import Token

LONG_QUOTE = 6
"""Quoted words of more than so many words are no part of a noun phrase."""
NEAR = 40
"""How many items to the left a governing verb is looked for."""
CONJUNCTIONS = frozenset(
    ["that", "as", "while", "because", "if", "though", "although", "after", "when", "since", "but", "before"]
)


def opening_phrase(line: Line, comma: int) -> Span | None:
    """The noun phrase from the line's start to a comma that nothing opens: `Results of the survey, showed`."""
    items = line.items
    if items[comma].lower != "," or (not is_noun(items[0]) and items[0].tag not in ("DT", "JJ", "PRP$", "VBN")):
        return None
    if any(item.tag in FINITE or item.lower in (",", ";", ":") or item.tag == QUOTE for item in items[:comma]):
        return None
    end = phrase_right(line, 0)
    return (0, end) if end and not is_time(items, 0, end - 1) else None


def between_commas(line: Line, comma: int) -> Span | None:
    """`Smith, who heads the group, said`: the noun phrase before a pair of commas or dashes, ``comma`` the second."""
    items = line.items
    mark = items[comma].lower
    opening = -1
    last = comma
    found: Span | None = None
    for i in range(comma - 1, max(0, comma - NEAR), -1):
        if items[i].tag == QUOTE and line.words[i] > LONG_QUOTE:
            break
        if items[i].lower != mark:
            continue
        if _has_clause(items, i + 1, last):
            break
        last = i
        if items[i - 1].tag == QUOTE and line.words[i - 1] > 3:
            break
        start = phrase_left(line, i - 1)
        governed = found is not None and start > 0 and items[start - 1].tag == "IN"
        if (is_noun(items[i - 1]) or items[i - 1].lower == ")") and not governed and stands_free(items, start, i - 1):
            opening = i
            found = (start, i)
    if found is None:
        # `In Washington, Smith, …`: the phrase between the commas is the subject itself
        if 0 < last < comma and is_noun(items[comma - 1]):
            end = phrase_right(line, last + 1)
            return (last + 1, end) if end > last + 1 else None
        return None
    inner = items[opening + 1]
    if inner.tag in ("IN", "RB", "TO", "VBG") or inner.lower in ("however", "meanwhile", "too", "then"):
        return found
    return (found[0], comma)


def stands_free(items: list[Token], start: int, last: int) -> bool:
    """Tell whether a noun phrase is neither a time nor governed by a preposition or participle."""
    if is_time(items, start, last):
        return False
    outside = items[start - 1] if start else None
    if outside is None:
        return True
    if outside.tag == "IN":
        return outside.lower in CONJUNCTIONS
    return outside.tag not in ("TO", "VBG", "VBN")


def _has_clause(items: list[Token], first: int, last: int) -> bool:
    """Tell whether a finite verb stands here outside a relative clause."""
    for i in range(first, last):
        if items[i].tag in RELATIVE or items[i].lower in ("that", "when", "where", "as"):
            return False
        if items[i].tag in FINITE:
            return True
    return False
