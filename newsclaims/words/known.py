"""Words that the tagger's lexicon has seen, asked for without tagging."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from newsclaims.words import tagger_features as features
from newsclaims.words.tagger_model import Lexicon, load


@cache
def _lexicon() -> Lexicon:
    return Lexicon(load())


@lru_cache(maxsize=65536)
def knows(lower: str) -> bool:
    """Return whether a form in lower case is a word that the lexicon has seen: `dip`, not `logitech`."""
    return not _lexicon().read(lower)[0].startswith("?")


_ADJECTIVE: Final = features.letter("JJ")
_ENDINGS: Final = ("al", "ble", "ful", "ic", "ish", "ive", "less", "ous", "y")


@lru_cache(maxsize=65536)
def adjectival(lower: str) -> bool:
    """Return whether a form can be an adjective, seen as one or by its ending: `dry`, `sticky`; not `dentist`."""
    cls, tags = _lexicon().read(lower)
    return lower.endswith(_ENDINGS) if cls.startswith("?") else _ADJECTIVE in tags
