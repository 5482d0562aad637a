"""Numbers in words: `twenty-five`, `two hundred and fifty`, `one and a half million`, `three point five`.

The grammar is read once from left to right, so a run of number words costs time linear in its length.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from newsclaims.figures.cardinals.notation import Value, divided, times
from newsclaims.table import rows
from newsclaims.words.sentence import Token

HYPHENS: Final = frozenset({"-", "‐", "‑", "–"})
_SLOTS: Final = frozenset({"unit", "tens", "hundred", "scale", "dozen"})
_DENOMINATORS: Final = frozenset({"ordinal", "parts", "part"})


@cache
def number_words() -> dict[str, tuple[str, int]]:
    """Return use and value of every number word (``lexicon/number_words.tsv``)."""
    return {form: (use, int(value)) for form, use, value in rows("figures", "number_words")}


def use_of(tokens: list[Token], at: int) -> str | None:
    """Return the use of the token as a number word, or None."""
    if 0 <= at < len(tokens):
        found = number_words().get(tokens[at].lower)
        return found[0] if found else None
    return None


def read_words(tokens: list[Token], at: int, begin: Value | None = None) -> tuple[int, Value, int] | None:
    """Read the cardinal number that begins at token ``at``; ``begin`` is the value of digits right before it.

    Returns (token after it, value, last scale word's value), or None where no number word stands there.
    """
    words = number_words()
    total: Value = 0
    current: Value | None = begin
    limit = 10**30  # scales must fall: "two million five thousand"
    scale = 1
    part: Value = 0  # what the last scale word made
    position = at
    start = at
    count = len(tokens)
    joined = begin is not None  # something stands before that an "and" or hyphen could join
    while position < count:
        here = position
        lower = tokens[here].lower
        if joined and lower in HYPHENS and here + 1 < count:
            if not _continues(words.get(tokens[here + 1].lower), current):
                break
            here += 1
        elif joined and lower == "and":
            after = words.get(tokens[here + 1].lower) if here + 1 < count else None
            spoken = tokens[here - 1].lower in words and words[tokens[here - 1].lower][0] in ("hundred", "scale")
            if not spoken or after is None or after[0] not in ("unit", "tens") or _between(tokens, start):
                break
            here += 1
        found = words.get(tokens[here].lower)
        if found is None or found[0] not in _SLOTS:
            break
        use, value = found
        if use == "unit":
            if current is not None and not (
                current % 100 == 0 or (value < 10 and value and current % 10 == 0 and current % 100 > 10)
            ):
                break
            current = (current or 0) + value
        elif use == "tens":
            if current is not None and current % 100:
                break
            current = (current or 0) + value
        elif use == "hundred":
            if current is not None and current >= 100 and begin is None:
                break
            current = times(1 if current is None else current, 100)
        else:
            if current is None and part and value >= scale > 1:  # "2.5 lakh crore", "thousand million"
                total, part = total - part + times(part, value), times(part, value)
                scale = scale * value
            elif value >= limit:
                break
            else:
                part = times(1 if current is None else current, value)
                total += part
                limit, scale = value, value
            current = None
        joined = True
        position = here + 1
    if position == at:
        return None
    return position, total + (current or 0), scale


def _continues(found: tuple[str, int] | None, current: Value | None) -> bool:
    """Tell whether a word after a hyphen belongs to the same number: `twenty-five`, `two-hundred`, `four-million`."""
    if found is None:
        return False
    use, value = found
    if use in ("hundred", "scale"):
        return True
    return use == "unit" and 0 < value < 10 and current is not None and current % 10 == 0 and current % 100 >= 20


def _between(tokens: list[Token], start: int) -> bool:
    return start > 0 and tokens[start - 1].lower == "between"


def read_point(tokens: list[Token], at: int) -> tuple[int, Decimal] | None:
    """Read `point five`, `point zero three`, `point seventy-one` as digits after the decimal point."""
    if at >= len(tokens) or tokens[at].lower != "point":
        return None
    digits = ""
    position = at + 1
    while position < len(tokens) and len(digits) < 20:
        found = number_words().get(tokens[position].lower)
        if found and found[0] == "unit":
            digits += str(found[1])
            position += 1
        elif found and found[0] == "tens" and not digits:
            words = read_words(tokens, position)
            if words is None:
                break
            position, value, _ = words
            digits += str(value)
            break
        else:
            break
    return (position, Decimal("0." + digits)) if digits else None


def read_and_fraction(tokens: list[Token], at: int) -> tuple[int, Value] | None:
    """Read `and a half`, `and a quarter`, `and three quarters`, `and two-thirds`."""
    if at + 2 >= len(tokens) or tokens[at].lower != "and":
        return None
    found = number_words().get(tokens[at + 1].lower)
    top = 1 if tokens[at + 1].lower in ("a", "an") else found[1] if found and found[0] == "unit" else 0
    bottom_at = at + 2
    if top and tokens[bottom_at].lower in HYPHENS and bottom_at + 1 < len(tokens):
        bottom_at += 1
    bottom = number_words().get(tokens[bottom_at].lower)
    if top and bottom and (bottom[0] == "half" or bottom[0] in _DENOMINATORS) and top < bottom[1]:
        if bottom[0] == "ordinal" and (top > 1 or bottom[1] == 2):
            return None
        return bottom_at + 1, divided(top, bottom[1])
    return None


def read_ordinal(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Read an ordinal in words: `third`, `twenty-first`, `one hundred twenty-fifth`; returns (token after, rank)."""
    words = number_words()
    found = words.get(tokens[at].lower)
    if found is None:
        return None
    if found[0] == "ordinal":
        return at + 1, found[1]
    if found[0] not in _SLOTS:
        return None
    head = read_words(tokens, at)
    if head is None or not isinstance(head[1], int):
        return None
    position, value, _ = head[0], head[1], 0
    while position < len(tokens) and (tokens[position].lower in HYPHENS or tokens[position].lower == "and"):
        position += 1
        if position - head[0] > 1:
            return None
    last = words.get(tokens[position].lower) if position < len(tokens) else None
    if last is None or last[0] != "ordinal":
        return None
    rank = last[1]
    if rank >= 100:
        return position + 1, value * rank
    fits = value % 100 == 0 or (value % 10 == 0 and rank < 10 and value % 100 >= 20)
    return (position + 1, value + rank) if fits and value >= 20 else None
