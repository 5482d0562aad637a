"""Two statements that sound like yes and no, or like opposites, and can both be so."""

from __future__ import annotations

import re
from typing import Final

from newsclaims.facts.moments import dates_apart
from newsclaims.facts.offices import offices, told_office
from newsclaims.facts.statement import Statement
from newsclaims.facts.themes import counted_apart

_RECORD: Final = re.compile(
    r"\b(?:never|nobody|no one|no other|none)\b(?: [\w'’]+){0,6}? "
    r"(?:more|less|better|worse|fewer|higher|lower|faster|slower|longer|larger|bigger|greater|earlier|so|such|as)\b",
    re.I,
)
_UNTIL: Final = re.compile(r"\b(?:until|till|before)(?: [a-z]+){0,2} $", re.I)
_MOVING: Final = frozenset(("fall", "rise"))
_PERSONS: Final = frozenset(("he", "she", "who"))


def both_so(one: Statement, other: Statement) -> bool:
    """Return whether two statements deny nothing of each other, by what each says itself.

    Who never earned more has a record profit; what was shut until Friday opened on Friday; four voted against it, and
    sixty for it; the finance chief leaves, and the chief operating officer stays; somebody who fell has not declined.
    """
    if _RECORD.search(one.text) or _RECORD.search(other.text):
        return True
    if _until(one, other) or _until(other, one) or counted_apart(one, other):
        return True
    return _two_offices(one, other) or _two_offices(other, one) or _stumbles(one) or _stumbles(other)


def _until(one: Statement, other: Statement) -> bool:
    """Return whether one statement tells what was so until a time at which the other tells something."""
    return any(
        dates_apart(date, rival) in ("same", "agree")
        for date in one.dates
        if date.type != "DURATION" and _UNTIL.search(one.article.text, max(0, date.start - 20), date.start)
        for rival in other.dates
    )


def not_yet(item: Statement) -> bool:
    """Return whether a statement denies something only until a time: `is not expected before June`."""
    return item.negated and any(
        _UNTIL.search(item.article.text, max(0, date.start - 20), date.start) for date in item.dates
    )


def _two_offices(named: Statement, plain: Statement) -> bool:
    """Return whether somebody with a name and an office acts in one statement, and another office in the other."""
    if named.actor is None or plain.actor is None or not named.actor.name or plain.actor.name:
        return False
    office = told_office(plain.actor.text)
    held = {name for entity in named.entities_of(named.actor) for name, _ in offices(entity)}
    return office is not None and bool(held) and office not in held


def _stumbles(item: Statement) -> bool:
    """Return whether somebody falls, or gets up: no figure goes down, or up."""
    if item.actor is None or not item.deeds or not item.deeds <= _MOVING or item.figures or item.object:
        return False
    person = any(entity.type == "person" for entity in item.entities_of(item.actor))
    return person or item.actor.text.lower() in _PERSONS
