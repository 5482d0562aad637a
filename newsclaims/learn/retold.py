"""Values and verbs of a report changed, as a second report that contradicts the first would have them."""

from __future__ import annotations

import re
from random import Random

_NAMED = (
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
     "December"),
    ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
)  # fmt: skip
_NAMES = {
    "person": ("Anders Vik", "Simon Pell", "Karin Moe", "Hugh Farr", "Anna Belli", "Dora Quist"),
    "place": ("Larchester", "Monte Brullo", "Otterby", "Wessing"),
    "organization": ("Doosel Partners", "Norvik Group", "Marston City", "Fjellby University"),
}
_NUMERAL = re.compile(r"\d[\d,.]*\d|\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARS = (-10, -4, -2, -1, 1, 2, 3)
_FACTORS = (0.55, 0.7, 0.8, 0.9, 1.1, 1.2, 1.4, 1.7)
_AUXILIARIES = frozenset(
    ("is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must",
     "should", "do", "does", "did")
)  # fmt: skip


def altered(text: str, chance: Random) -> str | None:
    """Return a value with another weekday, month, year or number: swapped, off by a part or by a digit; ``None`` where
    there is none in it.
    """
    for row in _NAMED:
        for word in row:
            found = re.search(rf"\b{word}\b", text, re.IGNORECASE)
            if found:
                other = chance.choice([item for item in row if item != word])
                other = other if found[0][0].isupper() else other.lower()
                return text[: found.start()] + other + text[found.end() :]
    numbers = list(_NUMERAL.finditer(text))
    if not numbers:
        return None
    found = chance.choice(numbers)
    new = _number(found[0], chance)
    return None if new == found[0] else text[: found.start()] + new + text[found.end() :]


def _number(old: str, chance: Random) -> str:
    if _YEAR.fullmatch(old):
        return str(int(old) + chance.choice(_YEARS))
    digits = [at for at, sign in enumerate(old) if sign.isdigit()]
    if len(digits) > 1 and chance.random() < 0.5 and re.fullmatch(r"[\d,]*(?:\.\d+)?", old):
        value = float(old.replace(",", "")) * chance.choice(_FACTORS)
        return f"{value:,.{len(old.partition('.')[2])}f}" if "," in old or "." in old else str(round(value))
    signs = list(old)
    first, second = (*digits, digits[-1])[:2]
    if chance.random() < 0.3 and signs[first] != signs[second] != "0":
        signs[first], signs[second] = signs[second], signs[first]
        return "".join(signs)
    at = chance.choice([at for at in digits if old[at] != "0"][:2] or digits)
    signs[at] = chance.choice([digit for digit in "123456789" if digit != signs[at]])
    return "".join(signs)


def renamed(text: str, name: str, sort: str, chance: Random) -> tuple[str, str] | None:
    """Return a text in which somebody or something has another name, and the last word of that; ``None`` where it has
    no name to change.
    """
    if sort not in _NAMES or not name[:1].isupper():
        return None
    new = chance.choice(_NAMES[sort])
    old, last = name.split()[-1], new.split()[-1]
    changed = re.sub(rf"\b{re.escape(name)}\b", new, text)
    changed = re.sub(rf"\b{re.escape(old)}\b", last if sort == "person" else new, changed)
    return (changed, last) if changed != text else None


def denied(text: str, lemma: str) -> str | None:
    """Return a predicate with `not` in it, ``None`` for one that is no finite verb.

    >>> denied("has paid", "pay"), denied("paid", "pay"), denied("paying", "pay")
    ('has not paid', 'did not pay', None)
    """
    words = text.split()
    first = words[0].lower()
    if lemma in ("say", "announce") or first == "to" or first.endswith("ing"):
        return None
    if first in _AUXILIARIES:
        return " ".join([words[0], "not", *words[1:]])
    return f"does not {lemma}" if first.endswith("s") else f"did not {lemma}"
