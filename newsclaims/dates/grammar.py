"""All rules of dates by the word that triggers them; imported on first use, because it reads the word tables."""

from __future__ import annotations

from newsclaims.dates import (  # noqa: F401  (the modules register their rules)
    anchored,
    calendar,
    clock,
    counted,
    durations,
    eras,
    holidays,
    hours,
    months,
    numeric,
    offsets,
    periods,
    quarters,
    references,
    seasons,
    sets,
    units,
    vague,
    weekday,
    years,
)
from newsclaims.rule import by_trigger, registered

_RULES = registered("dates")
TRIGGERS = by_trigger(_RULES)
FIGURES = tuple(rule for rule in _RULES if not rule.needs)
