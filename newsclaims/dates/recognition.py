"""From a sentence to its hits: triggers, rules, the longest of overlapping hits, joins and modifiers; and from a hit to
the finished date, in the light of what was said before.

Imported on first use, because the modules of the rules read the word tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

# these modules register their rules
from newsclaims.dates import calendar, clock, counted, day_lists, day_parts, durations, holidays, months, numeric  # noqa: F401

# isort: split
from newsclaims.dates import offsets, periods, references, sets, units, weekday, years  # noqa: F401
from newsclaims.dates.composition import joined
from newsclaims.dates.hits import NOTHING, Hit, Reading
from newsclaims.dates.memory import Memory
from newsclaims.dates.modifiers import modified
from newsclaims.dates.values import covered
from newsclaims.model import Date
from newsclaims.rule import Rule, by_trigger, registered
from newsclaims.text.sentences import MOST_NUMBERS
from newsclaims.words.sentence import Sentence, Token

_RULES: Final = registered("dates")
TRIGGERS: Final = by_trigger(_RULES)
FIGURES: Final = tuple(rule for rule in _RULES if not rule.needs)
_DIGITS: Final = "0123456789'"
_FIGURES: Final = frozenset("1234")  # of `Q3`, `H1`


def hits_of(sentence: Sentence, text: str, warn: Callable[[str], None]) -> Iterator[tuple[Reading, Hit]]:
    """Yield the expressions of a sentence, each with the reading that it was found in, in order.

    What stands behind more than ``MOST_NUMBERS`` numbers is not read; ``warn`` is told.
    """
    reading: Reading | None = None
    found: list[Hit] = []
    numbers = 0
    for at, token in enumerate(sentence.tokens):
        rules = _known.get(token.lower)
        if rules is None:
            rules = _rules(token.lower)
        if not rules or (rules is FIGURES and len(token.lower) < 3 and _alone(sentence.tokens, at)):
            continue
        if reading is None:
            reading = Reading(sentence, text)
        if token.lower[0] in _DIGITS:
            numbers += 1
            if numbers > MOST_NUMBERS:  # nor words: half a date would be read of `5 May 2025`
                warn(f"more than {MOST_NUMBERS} numbers in the sentence at {sentence.start}: no more dates")
                break
        for rule in rules:
            hit = rule.apply(reading, at)
            if hit is not None:
                hit.rule, hit.priority = rule.id, rule.priority
                found.append(hit)
    if reading is None or not found:
        return
    end = 0
    for hit in joined(reading, _longest(found, reading.count)):
        whole = modified(reading, hit)
        if whole.start < end:  # the modifier belongs to the one before
            whole = hit
        end = whole.end
        yield reading, whole


_MARKS: Final = frozenset(".,;()!?")


def _alone(tokens: list[Token], at: int) -> bool:
    """Tell whether a small number stands between marks that are no part of a date, as in lists: `1.`, `(2)`."""
    before = tokens[at - 1].text if at else "."
    after = tokens[at + 1].text if at + 1 < len(tokens) else "."
    listed = before == "," == after  # Oct. 9, 11, 1981
    return before in _MARKS and after in _MARKS and not listed and tokens[at].text.isdigit()


_known: Final[dict[str, tuple[Rule, ...]]] = {}
_MOST_KNOWN: Final = 50_000  # words whose rules are kept before they are forgotten: bounds memory on endless input


def _rules(word: str) -> tuple[Rule, ...]:
    """Return the rules that a lower-cased word triggers, and keep them."""
    rules = TRIGGERS.get(word, ())
    first = word[0]
    if first in _DIGITS or (first in "qh" and word[1:2] in _FIGURES) or (first == "f" and word[1:2] == "y"):
        rules = (*rules, *FIGURES) if rules else FIGURES
    if len(_known) > _MOST_KNOWN:
        _known.clear()
    _known[word] = rules
    return rules


def _longest(hits: list[Hit], count: int) -> list[Hit]:
    """Return the longest hits that do not overlap, in order; of two as long the higher priority, then the earlier."""
    if len(hits) == 1:
        return hits
    hits.sort(key=lambda hit: (hit.start - hit.end, -hit.priority, hit.start))
    taken = bytearray(count)
    kept = []
    for hit in hits:
        if not any(taken[hit.start : hit.end]):
            taken[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
            kept.append(hit)
    kept.sort(key=lambda hit: hit.start)
    return kept


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
        exact = value.anchor == "none"
        memory.note(value.value, id, hit.start, hit.end, exact, told=exact or value.anchor == "text")
    elif hit.grain == "duration" and reading[hit.start] == "the":
        memory.cumulate(value.value)
    return Date(
        id=id,
        text=text,
        start=start,
        end=end,
        sentence=reading.sentence.index,
        type=hit.type,
        value=value.value,
        mod=hit.mod,
        from_=days[0] if days else None,
        to=days[1] if days else None,
        anchor=value.anchor,
        anchor_id=value.anchor_id,
        rule=hit.rule,
    )
