"""Evidence for the type of a name: its own words and the words beside it, each with learned weights.

Every name is typed once for the document.  ``lexicon/evidence.tsv`` holds a feature a line and its weight for each
type (log-odds), learned by ``learn/name_evidence.py`` from news with automatic entity labels.  What
the name itself says counts once, what its neighbours say counts for every mention.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from newsclaims.entities.lexicon import common_words, demonyms, first_names, gazetteer, heads
from newsclaims.entities.names import Name
from newsclaims.model import EntityType
from newsclaims.pattern import compiled
from newsclaims.table import entries

TYPES: Final[tuple[EntityType | None, ...]] = ("person", "organization", "place", "group", "event", "other", None)
"""The types that a name can take; ``None`` is a capitalised word that names nothing."""
_FINITE: Final = frozenset({"MD", "VBD", "VBP", "VBZ"})
_LINKS: Final = frozenset({"of", "for", "on", "at"})
STEP: Final = 0.25
"""What one letter further in the alphabet adds to a weight."""
_ZERO: Final = ord("m")
_ACRONYM: Final = compiled(r"(?:[A-Z]\.?){2,6}s?")


def inner_features(name: Name) -> list[str]:
    """Return what the name itself says, whatever stands round it."""
    words = name.words
    first, last = words[0].text, head_word(name)
    count = len(words)
    found = ["0", f"n{min(count, 5)}", f"={name.key}", f"s={last[-3:]}"]
    if count > 1:
        found += [f"f={words[0].lower}", f"l={last}"]
    known = gazetteer().get(name.key)
    if known:
        found.append(f"g={known.source}-{known.type}")
    elif count > 1:
        place = gazetteer().get(first)
        if place:
            found.append(f"gf={place.type}")
        place = gazetteer().get(words[-1].text)
        if place:
            found.append(f"gl={place.type}")
    if first in first_names():
        found.append("fn1" if count == 1 else "fn2")
    if first in demonyms():
        found.append("dem")
    opener = heads().get(words[0].lower)
    if opener and count > 1:
        found.append(f"hf={opener}")
    head = heads().get(last)
    if head and count > 1:
        found.append(f"h={head}")
    if _ACRONYM.fullmatch(name.key):
        found.append("acronym")
    if count > 2:
        found += [f"m={word.lower}" for word in words[1:-1]]
    if any(word.lower in common_words() for word in words):
        found.append("common")
    return found


def head_word(name: Name) -> str:
    """Return the word that says what a name is, in lower case: `foundation` of `Ford Foundation for the Arts`."""
    words = name.words
    for number in range(1, len(words) - 1):
        before = words[number - 1].lower
        if words[number].text in _LINKS and (words[0].text not in first_names() or (number > 1 and before in heads())):
            return before
    return words[-1].lower


def outer_features(name: Name) -> list[str]:
    """Return what stands beside one mention of the name."""
    tokens = name.sentence.tokens
    first, last = name.first, name.last
    if last + 1 < len(tokens) and tokens[last].tag in ("RB", "RBR") and tokens[last + 1].tag in _FINITE:
        last += 1  # "Norvane later | said"
    before = tokens[first - 1].lower if first else "^"
    after = tokens[last].lower if last < len(tokens) else "$"
    found = [f"p={before}", f"x={after}"]
    if first > 1:
        found.append(f"q={tokens[first - 2].lower} {before}")
    else:
        found.append(f"q=^ {before}")
    if last + 1 < len(tokens):
        found.append(f"y={after} {tokens[last + 1].lower}")
        if after == "'s":
            found.append(f"o={tokens[last + 1].lower}")
        found.append(f"z={tokens[last].tag} {tokens[last + 1].tag}")
    if first:
        found.append(f"t={tokens[first - 1].tag}")
    if name.titled:
        found.append("titled")
    return found


@cache
def weights() -> dict[str, str]:
    """Return feature -> its weights as written, one letter a type of ``TYPES``: `m` is 0, `n` one ``STEP`` more."""
    return entries("entities", "evidence")


_READ: Final[dict[str, tuple[float, ...]]] = {}
"""The weights of features that were asked for, as numbers."""


def weight(feature: str) -> tuple[float, ...] | None:
    """Return the weights of a feature, ``None`` when nothing was learned about it."""
    cell = weights().get(feature)
    if not cell:
        return None
    found = _READ[feature] = tuple([(ord(letter) - _ZERO) * STEP for letter in cell])
    return found


def letters(values: Iterable[float]) -> str:
    """Return weights as the table writes them, cut off at -3 and +3.25."""
    return "".join(chr(max(ord("a"), min(ord("z"), _ZERO + round(value / STEP)))) for value in values)


def add(total: list[float], features: list[str]) -> None:
    """Add the weights of features to the scores of the types."""
    known = weights()
    for feature in features:
        if feature in known:
            values = _READ.get(feature) or weight(feature) or ()
            for index, value in enumerate(values):
                total[index] += value
