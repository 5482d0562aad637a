"""What *that* tells of which a noun is the word: `the point that prices fell`, `There is no doubt that he lied`."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Phrase
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.complements import effect
from newsclaims.words.frames import noun_frame, verb_frame

_PHRASES: Final = g.NOUNS | {g.PREPOSITION, g.ADVERB}
_GOVERNED: Final = g.NOUNS | {g.ING, g.WH}


def tells_more(cascade: Cascade, noun: Phrase, following: Chunk) -> bool:
    """Tell whether *that* opens what a noun says: the noun takes a clause, and the one that follows lacks no object."""
    lemma, at = cascade.lemma(noun.chunk), cascade.chunks.index(following, cascade.at) + 1
    if following.kind not in g.NOUNS or effect(lemma, "noun:that") is None:
        return False
    chunk = next((c for c in cascade.chunks[at : at + 8] if c.kind not in _PHRASES), None)
    if chunk is None or chunk.kind != g.FINITE:
        return False
    at = cascade.chunks.index(chunk, at) + 1
    behind = cascade.chunks[at] if at < len(cascade.chunks) else None
    frame = verb_frame(cascade.lemma(chunk))
    held = behind is not None and behind.kind in g.NOUNS and behind.shape[-1] not in "TZ"
    if behind is not None and behind.kind == g.PREPOSITION and _stranded(cascade, at + 1):
        return False  # "the story that we talk about"
    if chunk.shape.strip("o")[-1] in "Bxu":
        return held or (behind is not None and behind.kind in (g.ADJECTIVE, g.PREPOSITION))
    if frame.two_objects >= 5 or (frame.that >= 12 and not held):
        return False  # "the message that he was given"
    return held or (chunk.shape[-1] == "e" and chunk.shape[0] == "B") or frame.object < 40 or frame.total < 5


def _stranded(cascade: Cascade, at: int) -> bool:
    """Tell whether the preposition before a chunk governs nothing."""
    return at >= len(cascade.chunks) or cascade.chunks[at].kind not in _GOVERNED


def exists(cascade: Cascade) -> bool:
    """Tell whether *that* tells what there is of which: `There is no doubt that he lied`."""
    clause, np, following = cascade.clause, cascade.np, cascade.following()
    if not clause.there or np is None or np not in clause.objects or following is None or following.kind not in g.NOUNS:
        return False
    return cascade.previous is np.chunk and noun_frame(cascade.lemma(np.chunk)).that >= 10


def judges(cascade: Cascade) -> bool:
    """Tell whether *it* stands for what *that* tells: `It is a real shame that accounts force the club to sell`."""
    clause, np = cascade.clause, cascade.np
    subject, following = clause.subject if clause.copular else None, cascade.following()
    if following is None or following.kind not in g.NOUNS:
        return False
    if subject is None or np is None or np not in clause.objects or cascade.word(subject.chunk) != "it":
        return False
    return cascade.lemma(np.chunk) in word_class("judgements")
