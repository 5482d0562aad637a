"""Quoted words that stand twice: those of a headline, a crosshead or a pull quote are whose they are in the text."""

from __future__ import annotations

from typing import Final

from newsclaims.fields import changed
from newsclaims.model import Quote, Reference
from newsclaims.pattern import compiled

_WORD: Final = compiled(r"[^\W_]+")
_FEWEST: Final = 4
"""Words in a row that two people hardly say alike."""


def repeated(quotes: list[Quote]) -> list[Quote]:
    """Return the quotes, those without a speaker whose words all stand in another's with the speaker of that."""
    open_ones = [quote for quote in quotes if quote.speaker is None and quote.kind == "direct"]
    if not open_ones:
        return quotes
    spoken: dict[tuple[str, ...], tuple[str, Reference]] = {}
    for quote in quotes:
        if quote.speaker is not None and quote.kind != "indirect":
            words = _words(quote)
            said = (" ".join(words) + " ", quote.speaker)
            for at in range(len(words) - _FEWEST + 1):
                spoken.setdefault(tuple(words[at : at + _FEWEST]), said)
    found: dict[str, Reference] = {}
    for quote in open_ones:
        words = _words(quote)
        known = spoken.get(tuple(words[:_FEWEST])) if len(words) >= _FEWEST else None
        if known is not None and " ".join(words) + " " in known[0]:
            found[quote.id] = known[1]
    return [changed(quote, speaker=found.get(quote.id, quote.speaker)) for quote in quotes] if found else quotes


def _words(quote: Quote) -> list[str]:
    return [word.lower() for word in _WORD.findall(quote.text)]
