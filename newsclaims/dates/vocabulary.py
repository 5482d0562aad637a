"""The word tables of dates, read once, and its closed classes of words."""

from __future__ import annotations

from typing import Final

from newsclaims.table import rows, word_classes

WEEKDAYS: Final = {word: (int(number), form) for word, number, form in rows("dates", "weekdays")}
MONTHS: Final = {word: (int(number), form) for word, number, form in rows("dates", "months")}
UNITS: Final = {word: (code, number) for word, code, number in rows("dates", "units")}
NUMBERS: Final = {word: int(value) for word, value in rows("dates", "numbers")}
ORDINALS: Final = {word: int(value) for word, value in rows("dates", "ordinals")}
PARTS: Final = {row[0]: row[1] for row in rows("dates", "parts_of_day")}
DECADES: Final = {word: int(tens) for word, tens in rows("dates", "decades")}
ADVERBS: Final = {row[0]: row[1] for row in rows("dates", "adverbs")}
DEICTIC: Final = {word: int(away) for word, away, origin in rows("dates", "leads") if origin == "deictic"}
ANAPHORIC: Final = {word: int(away) for word, away, origin in rows("dates", "leads") if origin == "anaphoric"}
SEASONS: Final = {word: int(number) for word, number in rows("dates", "seasons")}
word_class: Final = word_classes("dates")
"""The closed classes of words that are asked for here, by name: see ``lexicon/word_classes.tsv``."""


def ordinal(word: str) -> int | None:
    """Return the value of an ordinal in letters or digits: `third`, `3rd`."""
    found = ORDINALS.get(word)
    if found is None and word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isascii() and word[:-2].isdigit():
        return int(word[:-2]) if len(word) < 6 else None
    return found


def integer(word: str, low: int, high: int) -> int | None:
    """Return the value of a token of ASCII digits inside the range, else None."""
    if word.isascii() and word.isdigit() and len(word) <= 9:
        value = int(word)
        return value if low <= value <= high else None
    return None
