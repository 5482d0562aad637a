"""Subjects with more than a noun phrase between their head and the verb: participles, relative clauses, titles."""

from __future__ import annotations

from newsclaims.quotes.commas import LONG_QUOTE, stands_free
from newsclaims.quotes.lines import QUOTE, Line, Span
from newsclaims.quotes.nouns import FINITE, RELATIVE, is_noun, phrase_left, phrase_right
from newsclaims.words.sentence import Token

REACH = 12
"""How many items to the left the verb of a gerund's preposition is looked for."""
PAIRED = frozenset({",", "—", "–", "--", "-", "―"})
_LONGEST = 24
"""Longest subject with a participle, in items."""
_STOPS = PAIRED | {":", ";", "that", "if", "because", "when", "while"}


def before_title(line: Line, at: int) -> Span | None:
    """`Grant, known for the series “Low Water,” said`: the subject before an apposition that a title ends."""
    items = line.items
    if line.words.get(at, 0) > LONG_QUOTE:
        return None
    for i in range(at - 1, max(0, at - REACH), -1):
        if items[i].lower == "," and is_noun(items[i - 1]):
            start = phrase_left(line, i - 1)
            return (start, at + 1) if stands_free(items, start, i - 1) else None
        if items[i].tag in FINITE or items[i].tag == QUOTE:
            return None
    return None


def with_participle(line: Line, at: int) -> Span | None:
    """`A man accused of robbing two banks said`, `A man who saw the fire said`: what opens the clause.

    The clause opens the line, or follows a comma and begins with an article; nothing but a participle or a relative
    clause with one verb stands between.
    """
    items = line.items
    first = at
    verbs = 0
    while first > 0 and at - first < _LONGEST and _inside_participle(items[first - 1]):
        first -= 1
        verbs += items[first].tag in FINITE
    if first and not (items[first - 1].lower == "," and items[first].tag == "DT"):
        return None
    end = phrase_right(line, first)
    if not first < end < at - 2 or items[end - 1].tag not in ("NN", "NNS"):
        return None
    if items[end].tag == "VBN" and items[end + 1].tag in ("IN", "TO", "RB", "NNP"):
        return (first, at + 1) if not verbs else None
    relative = items[end].lower == "who" and items[end + 1].tag in FINITE
    return (first, at + 1) if relative and verbs == 1 else None


def _inside_participle(token: Token) -> bool:
    return token.tag != QUOTE and token.tag != "CC" and token.lower not in _STOPS


def reduced_relative(line: Line, at: int) -> Span | None:
    """`A poll released Friday found`: the noun phrase before the participle."""
    items = line.items
    for i in range(at, max(0, at - 8), -1):
        token = items[i]
        if token.tag == "VBN" and is_noun(items[i - 1]) and items[i - 1].tag != "PRP":
            return (phrase_left(line, i - 1), i)
        if token.tag in FINITE or token.lower == "," or token.tag in RELATIVE:
            break
    return None
