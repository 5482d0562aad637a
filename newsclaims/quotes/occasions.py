"""Times and occasions: what tells when, where or in what medium words were said, and belongs to no noun phrase."""

from __future__ import annotations

from functools import cache

from newsclaims.table import rows, words
from newsclaims.words.sentence import Token

WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
DAYS = WEEKDAYS | {"today", "yesterday", "tonight", "tomorrow"}
TIMES = DAYS | {"earlier", "later", "afterward", "afterwards", "recently"}
"""Words that are a time by themselves."""

_TIME_OPENERS = frozenset({"this", "last", "next", "late", "early", "earlier", "that", "later", "one", "a"})
_TIME_OPENERS |= {"recent", "same", "the"}
_INSIDE = frozenset({"JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "AFX", "DT", "PRP$", "PDT"})
_REACH = 6
"""How many items after its preposition an occasion's noun stands at most."""


@cache
def times() -> frozenset[str]:
    """Return the nouns of time: `Monday`, `week`."""
    return frozenset(row[0] for row in rows("quotes", "occasions") if row[1] == "time")


def occasion(items: list[Token], at: int) -> bool:
    """Tell whether a preposition at ``at`` opens a phrase of time or medium: `in a statement`, `on Monday`."""
    if items[at].tag not in ("IN", "TO"):
        return False
    nouns = words("quotes", "occasions")
    for token in items[at + 1 : at + 1 + _REACH]:
        if token.lower in nouns:
            return True
        if token.tag not in _INSIDE:
            return False
    return False


def is_time(items: list[Token], first: int, last: int) -> bool:
    """Tell whether the noun phrase of items ``first`` to ``last`` (inclusive) names a time: `this week`, `2010`."""
    token = items[last]
    if token.tag == "CD":
        year = len(token.lower) == 4 and token.lower[:2] in ("19", "20")
        return year or (last > 0 and items[last - 1].lower.strip(".") in times())
    if token.lower.strip(".") not in times():
        return False
    if first == last or (token.tag in ("NNP", "NNPS") and last - first < 2):
        return True
    return last - first < 3 and items[first].lower in _TIME_OPENERS
