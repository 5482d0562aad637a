"""Names and symbols of units of measure, from ``lexicon/units.tsv`` (CLDR) and ``lexicon/news_units.tsv``."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, NamedTuple

from newsclaims.figures.classes import word_class
from newsclaims.figures.line import Line
from newsclaims.table import rows
from newsclaims.text.tokens import tokenize

_NEAR: Final = 6  # tokens beside a letter among which words of electricity tell that it is a unit


class Unit(NamedTuple):
    """One name of a unit: its tokens as printed and in lower case, symbol, dimension, must it touch the digits."""

    forms: tuple[str, ...]
    words: tuple[str, ...]
    symbol: str
    dimension: str
    glued: bool


@cache
def _written() -> dict[str, list[tuple[str, str, str, bool]]]:
    """Return (name, symbol, dimension, must it touch the digits) of the units by the first letter, lower case."""
    index: dict[str, list[tuple[str, str, str, bool]]] = {}
    for table in ("units", "news_units"):
        for symbol, dimension, names, *glued in rows("figures", table):
            for column, touching in ((names, False), (glued[0] if glued else "", True)):
                for name in filter(None, column.split(", ")):
                    index.setdefault(name[0].lower(), []).append((name, symbol, dimension, touching))
    return index


@lru_cache(1 << 12)
def units(word: str) -> list[Unit]:
    """Return the units whose names have this first word, lower case; longer names first."""
    found: dict[Unit, None] = {}
    for name, symbol, dimension, touching in _written().get(word[:1], ()):
        if name.lower().startswith(word):
            forms = tuple(name[first:last] for first, last in tokenize(name, 0, len(name)))
            words = tuple(form.lower() for form in forms)
            if words[0] == word:
                found[Unit(forms, words, symbol, dimension, touching)] = None
    return sorted(found, key=lambda unit: -len(unit.words))


def unit_at(line: Line, at: int) -> tuple[int, Unit] | None:
    """Return (token after it, unit) of the unit named at token ``at``, right after a number or its hyphen.

    Hyphens inside are skipped ("square-foot").  Symbols of up to three letters must have the right case where two units
    differ by it (mW, MW).
    """
    found = units(line.lower(at))
    if not found:
        return None
    best: tuple[int, Unit] | None = None
    for unit in found:
        end = _match(line, at, unit)
        if end is None or (best and end < best[0]):
            continue
        if unit.glued and not line.touches(at) and not _spaced(line, at, unit):
            continue
        named = line.tag(at - 2) in ("NNP", "NN") and line.lower(at - 2) != "minus"
        if unit.dimension == "temperature" and unit.glued and named:
            continue  # "a Boeing 777F", "class 5C"
        if unit.glued and unit.dimension == "electric" and unit.symbol == "A" and not _electric(line, at):
            continue  # "class 6A"
        if unit.dimension == "speed" and unit.words in (("kt",), ("kts",)) and line.lower(end) == "of":
            continue  # "40 kt of soot"
        if unit.glued and len(unit.words[0]) == 1 and line.form(at) != unit.forms[0]:
            continue
        exact = line.form(at) == unit.forms[0]
        if len(unit.words[0]) <= 2 and not exact and line.form(at).isupper() and not line.touches(at):
            continue
        if best is None or end > best[0] or exact:
            best = (end, unit)
    return best


def _electric(line: Line, at: int) -> bool:
    """Tell whether the words near a letter speak of current: `a 10A fuse`, `5V/2A`."""
    near = range(max(0, at - _NEAR), min(line.count, at + _NEAR))
    return any(line.lower(place) in word_class("electric") for place in near)


def _match(line: Line, at: int, unit: Unit) -> int | None:
    position = at
    for word in unit.words:
        if position > at and word != "-" and line.lower(position) in ("-", "‑"):
            position += 1
        if line.lower(position) != word:
            return None
        position += 1
    return position


def _spaced(line: Line, at: int, unit: Unit) -> bool:
    """Tell whether a single letter after a space is a unit (`5 W`, `2 g`): no word, after digits."""
    letter = unit.forms[0]
    return (
        letter in ("W", "V", "g", "m", "L", "l", "t")
        and line.form(at) == letter
        and line.form(at - 1)[-1].isdigit()
        and line.tag(at + 1) not in ("NNS", "POS", "CD")
        and (line.form(at + 1) not in (".", "&") or at + 2 >= line.count)
    )
