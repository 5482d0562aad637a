"""What the second of two verbs lends the first: its object, or a phrase with a preposition that both take."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame
from newsclaims.words.preferences import verb_takes
from newsclaims.words.sentence import Token

_OBJECT: Final = 35
_PHRASE: Final = 5
"""Per cent of a verb's uses with an object, with a preposition, from which it has those of the verb behind *and*."""
_PLACE: Final = 15
"""The same where the preposition says where or when too: `lived and worked in Lima`, not `won and died in office`."""
_TOLD: Final = 5
"""Per cent of a verb's uses with a that-clause from which something is told *about* what the phrase names."""


def takes(verb: str, following: Chunk | None, tokens: list[Token]) -> bool:
    """Tell whether a verb takes what may follow the next one: an object, the preposition of `wrote and spoke about`."""
    if verb_frame(verb).object >= _OBJECT:
        return True
    phrase = following is not None and following.kind == g.PREPOSITION
    return phrase and following is not None and takes_phrase(verb, tokens[following.head].lower)


def takes_phrase(verb: str, preposition: str) -> bool:
    """Tell whether a verb has the preposition often enough; where somebody is, only verbs of being there."""
    if preposition == "about" and verb_frame(verb).that >= _TOLD:
        return True
    return verb_takes(verb, preposition) >= (_PLACE if preposition in word_class("where") else _PHRASE)
