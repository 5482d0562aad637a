"""Nobody died against three died: a report that denies all harm, and one that counts who was harmed in that event."""

from __future__ import annotations

import re
from typing import Final

from newsclaims.facts.lexical import concepts
from newsclaims.facts.moments import dates_apart
from newsclaims.facts.pair import Pair
from newsclaims.facts.polarity import asks
from newsclaims.facts.statement import Statement
from newsclaims.facts.themes import places_apart
from newsclaims.facts.values import counts_people
from newsclaims.table import word_classes

word_class = word_classes("facts")

_NOBODY: Final = re.compile(
    r"(?:there )?(?:(?:were|was|have been|are|is) )?"
    r"(?:nobody|no[ -]one|no (?:deaths|fatalities|casualties|injuries))\b",
    re.I,
)
_LIMITED: Final = re.compile(
    r"\b(?:among|of (?:the|its|his|her|their)|by|yet|so far|until|initially|at first|immediately|since|before|other|"
    r"else)\b",
    re.I,
)


def harmed(pair: Pair) -> bool:
    """Return whether one statement tells how many died, or were hurt, where the other says that nobody did."""
    if pair.groups[0] == pair.groups[1] or pair.deed != "same" or pair.one.negated == pair.other.negated:
        return False
    denial, told = (pair.one, pair.other) if pair.one.negated else (pair.other, pair.one)
    if not _denies_all(denial) or not _counts(told) or asks(denial) or asks(told):
        return False
    if any(item.claim is None or item.modality != "asserted" for item in (denial, told)) or places_apart(denial, told):
        return False
    if any(dates_apart(mine, yours) == "apart" for mine in denial.dates for yours in told.dates):
        return False
    event = _event(denial)
    return bool(event & told.about) and event <= told.about | told.context


def _denies_all(item: Statement) -> bool:
    """Return whether a statement says that nobody was harmed at all: not `no further deaths`, `none of the guests`."""
    return bool(item.deeds & word_class("harm") and _NOBODY.match(item.text) and not _LIMITED.search(item.text))


def _counts(item: Statement) -> bool:
    return any(figure.value and figure.low is None and counts_people(figure) for figure in item.figures)


def _event(item: Statement) -> frozenset[str]:
    """Return what a denial is about beside the harm: the fire, the place."""
    deeds = {f"={deed}" for deed in item.deeds}
    denied = _NOBODY.match(item.text)
    return item.about - deeds - concepts(f"report people {denied[0] if denied else ''}")
