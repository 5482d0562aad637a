"""How often each rule was right on the development set: the ``confidence`` of a quote."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.table import rows

_UNMEASURED: Final = 0.5
"""For a rule that the development set never fired."""


@cache
def _table() -> dict[tuple[str, str], float]:
    return {(row[0], row[1]): float(row[2]) for row in rows("quotes", "confidence")}


def confidence(rule: str, verb_class: str) -> float:
    """Return the measured precision of a rule with verbs of a class (``-`` where no verb introduces the quote)."""
    table = _table()
    return table.get((rule, verb_class), table.get((rule, "all"), _UNMEASURED))
