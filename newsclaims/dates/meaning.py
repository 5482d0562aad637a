"""What a date expression means: its TIMEX3 value and what it hangs on."""

from __future__ import annotations

from dataclasses import dataclass

from newsclaims.model import DateAnchor


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression means: its TIMEX3 value and mod, and what it hangs on."""

    value: str | None
    mod: str | None = None
    anchor: DateAnchor = "none"
    anchor_id: str | None = None


NOTHING = Value(None)
