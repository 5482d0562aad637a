"""Which way something goes: up by its verb in one report, down by a comparative in the other.

`Traffic has risen since 2015` and `there is less traffic than in 2015` share no verb; what they are about is the same,
and they cannot both be true.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsclaims.facts.lexical import concepts
from newsclaims.facts.moments import dates_apart
from newsclaims.facts.pair import Pair
from newsclaims.facts.polarity import asks
from newsclaims.facts.statement import Statement
from newsclaims.facts.themes import places_apart, telling, values
from newsclaims.table import rows

_MOST: Final = 300  # code points of a statement that are read
_WORD: Final = re.compile(r"[a-z]+")
_LIMIT: Final = re.compile(r" than\b(?: [a-z]+){0,2} [$€£\d]|-|, not\b")  # `more than 300`, `more-or-less`
_PRICED: Final = re.compile(r"\b(?:costs?|costing|pays?|paid|paying)(?: [a-z]+)? $")
_DOUBT: Final = re.compile(
    r"\b(?:no|not|never|neither|nor|if|whether|may|might|could|should|expected|forecast|hoped|feared)\b|n[’']t\b", re.I
)
_SURE, _SURER = 0.85, 0.93  # score from which two statements tell of one thing, and where others are as like
_SHARED: Final = 2  # concepts that both tell beside the deed
_PLACE: Final = 0.9  # how much each of their sentences is the most like the other
Course = tuple[str, str]
"""What goes, and the way (`up`, `down`)."""


@cache
def _deeds() -> dict[str, Course]:
    return {name: (axis, way) for name, axis, way in rows("facts", "courses")}


@cache
def _comparatives() -> dict[str, Course]:
    """Return the comparatives of amounts, prices and quality: others are said of two things, and of no change."""
    wanted = {axis for axis, _ in _deeds().values()}
    return {word: (axis, way) for word, axis, way in rows("facts", "comparatives") if axis in wanted}


def _by_verb(item: Statement) -> Course | None:
    """Return which way the deed of a statement goes: `has risen`, `was expensive`."""
    found = {_deeds()[deed] for deed in item.deeds if deed in _deeds()}
    if len(found) != 1:
        return None
    axis, way = found.pop()
    return (axis, {"up": "down", "down": "up"}[way]) if item.negated and item.state else (axis, way)


def _by_comparative(item: Statement) -> Course | None:
    """Return which way the only comparative of a statement goes: `less traffic`, `cost less than`."""
    low = item.text[:_MOST].lower()
    found = set()
    for word in _WORD.finditer(low):
        course = _comparatives().get(word[0])
        if course is None or (item.state and course[0] == "amount"):
            continue  # `more expensive`
        if _PRICED.search(low, 0, word.start()) and course[0] == "amount":
            found.add(("price", course[1]))
        elif _LIMIT.match(low, word.end()):
            return None
        else:
            found.add(course)
    return found.pop() if len(found) == 1 else None


def crossed(pair: Pair) -> bool:
    """Return whether of one thing a verb tells one way and a comparative the other."""
    one, other = pair.one, pair.other
    sure = pair.score >= (_SURE if pair.best >= _PLACE else _SURER)
    if pair.groups[0] == pair.groups[1] or not sure or pair.speaker == "other":
        return False
    if any(_DOUBT.search(item.text) or asks(item) for item in (one, other)) or places_apart(one, other):
        return False
    for told, rival in ((one, other), (other, one)):
        mine, yours = _by_verb(told), _by_comparative(rival)
        if mine is None or yours is None or mine[0] != yours[0] or mine[1] == yours[1]:
            continue
        if _by_verb(rival) is None and _by_comparative(told) in (None, mine) and _of_one(pair):
            return True
    return False


def _of_one(pair: Pair) -> bool:
    """Return whether two statements are about one thing, and of one time."""
    one, other = pair.one, pair.other
    if any(dates_apart(mine, yours) == "apart" for mine in one.dates for yours in other.dates):
        return False
    if not _theme(one) & (other.about | other.context):
        return False
    shared = (telling(one) | _theme(one)) & (telling(other) | _theme(other))
    shared -= {f"={deed}" for deed in one.deeds | other.deeds}
    return len(shared) >= _SHARED or bool(shared and values(one) & values(other))


def _theme(item: Statement) -> frozenset[str]:
    """Return the concepts of who or what goes up or down."""
    part = item.actor or item.object
    return concepts(part.text) if part else item.about
