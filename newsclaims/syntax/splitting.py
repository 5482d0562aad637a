"""How a noun chunk that is two things is split: behind a place, before a time, round a participle."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.words.frames import verb_frame


def part_name(cascade: Cascade, chunk: Chunk, at: int) -> None:
    """Make what is behind place ``at`` of a chunk a chunk of its own."""
    shape = chunk.shape
    split = chunk.first + at + 1
    name = Chunk(g.NOUN, split, chunk.last, chunk.head, shape[at + 1 :])
    chunk.last, chunk.head, chunk.shape = split, split - 1, shape[: at + 1]
    cascade.chunks.insert(cascade.at + 1, name)


def split_way(cascade: Cascade, chunk: Chunk) -> None:
    """Split *the way digital ads* before *are sold*: a clause tells which way."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    if len(chunk.shape) != chunk.last - chunk.first or not behind or behind[0].kind != g.FINITE:
        return
    part_name(cascade, chunk, 1)


def split_absolute(cascade: Cascade, chunk: Chunk) -> None:
    """Split *some carrying signs* behind a comma: somebody, what they do, and their object."""
    verb = chunk.first + 1
    if cascade.tokens[verb].tag != "VBG" or verb_frame(cascade.tokens[verb].lemma).object < 60:
        return
    rest = Chunk(g.NOUN, verb + 1, chunk.last, chunk.head, chunk.shape[2:])
    cascade.chunks[cascade.at + 1 : cascade.at + 1] = [Chunk(g.ING, verb, verb + 1, verb, "g"), rest]
    chunk.kind, chunk.last, chunk.head, chunk.shape = g.PRONOUN, verb, chunk.first, "k"


def split_time(cascade: Cascade, chunk: Chunk) -> None:
    """Split *the rubble hours* before *after the blast*: a thing, and how long after."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    plural = cascade.tokens[chunk.head].tag == "NNS"  # "hours after", but "the same day after"
    if not plural or not behind or cascade.word(behind[0]) not in ("after", "before", "earlier", "later"):
        return
    last = chunk.last - 1
    cascade.chunks.insert(cascade.at + 1, Chunk(g.NOUN, last, chunk.last, chunk.head, "Z"))
    chunk.last, chunk.head, chunk.shape = last, last - 1, chunk.shape[:-1]
