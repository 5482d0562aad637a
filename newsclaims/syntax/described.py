"""What stands between commas right behind a subject and says how it is: `The dog, missing since Friday, was found`."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.sentence import Token

_LONGEST: Final = 16
"""Tokens between the commas at most."""


def leave_described(tokens: list[Token], chunks: list[Chunk], at: int, clause: Clause, verb: Chunk) -> None:
    """Take from a clause the phrases of such an insertion: Friday is when the dog went missing.

    An adjective, a title without article, a measured way (`down 30 % this year`) or an adverb of state (`now before the
    Senate`) opens it; a phrase alone (`in June`) is the verb's.  ``at`` is the place of the verb among the chunks.
    """
    subject = clause.subject
    if subject is None or not clause.arguments or tokens[subject.last].text != ",":
        return
    start = subject.last + 1
    end = next((place for place in range(start, min(start + _LONGEST, verb.first)) if tokens[place].text == ","), None)
    opening = next((chunk for chunk in reversed(chunks[:at]) if chunk.first <= start), None)
    if end is None or opening is None or opening.first != start or not _describes(tokens, opening):
        return
    if any(chunk.kind in g.VERBS and start <= chunk.first < end for chunk in chunks[:at]):
        return
    clause.arguments = [pair for pair in clause.arguments if not start <= pair[1].first < end]


def _describes(tokens: list[Token], chunk: Chunk) -> bool:
    """Tell whether a chunk opens what describes a subject."""
    first = tokens[chunk.first]
    if chunk.kind == g.ADVERB:
        return first.lower in word_class("states")
    if chunk.kind == g.NOUN and chunk.shape[-1] not in "TZ":
        return first.tag in ("NN", "VBG") or first.lower in word_class("states")
    return chunk.kind == g.ADJECTIVE


def aware(tokens: list[Token], chunks: list[Chunk], at: int) -> bool:
    """Tell whether an adjective between commas has a clause without *that*: `The mayor, certain she had won, left`."""
    behind = [chunk.kind for chunk in chunks[at + 1 : at + 9]]
    if tokens[chunks[at].head].lower not in word_class("clausal-adjectives") or not behind or behind[0] not in g.NOUNS:
        return False
    return g.FINITE in behind[: behind.index(g.COMMA) if g.COMMA in behind else 0]
