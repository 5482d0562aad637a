"""Words that the tagger's lexicon has seen, asked for without tagging."""

from __future__ import annotations

from functools import cache, lru_cache

from newsclaims.words.tagger_model import Lexicon, load


@cache
def _lexicon() -> Lexicon:
    return Lexicon(load())


@lru_cache(maxsize=65536)
def knows(lower: str) -> bool:
    """Return whether a form in lower case is a word that the lexicon has seen: `dip`, not `logitech`."""
    return not _lexicon().read(lower)[0].startswith("?")
