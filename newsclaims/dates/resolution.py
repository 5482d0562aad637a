"""From a hit to the finished date: its value in the light of what was said before, and the days it covers."""

from __future__ import annotations

from newsclaims.dates.days import covered
from newsclaims.dates.hits import Hit, Reading
from newsclaims.dates.meaning import NOTHING
from newsclaims.dates.memory import Memory
from newsclaims.model import Date


def dated(memory: Memory, reading: Reading, hit: Hit, id: str) -> Date:
    """Return the date of a hit and remember it; a value that the calendar does not have is null with a warning."""
    tokens = reading.tokens
    start, end = tokens[hit.start].start, tokens[hit.end - 1].end
    text = reading.text[start:end]
    warned = len(memory.warnings)
    value = hit.resolve(memory)
    if value.value is None and value is not NOTHING and len(memory.warnings) == warned:
        memory.warn(f"no day of the calendar: {text}")
    days = covered(value.value) if value.value and hit.type in ("DATE", "TIME") else None
    if hit.type in ("DATE", "TIME") and hit.grain not in ("comparison", "night"):
        memory.note(value.value, id, hit.end, exact=value.anchor == "none")
    return Date(
        id=id,
        text=text,
        start=start,
        end=end,
        sentence=reading.sentence.index,
        type=hit.type,
        value=value.value,
        mod=hit.mod or value.mod,
        from_=days[0] if days else None,
        to=days[1] if days else None,
        anchor=value.anchor,
        anchor_id=value.anchor_id,
        rule=hit.rule,
    )
