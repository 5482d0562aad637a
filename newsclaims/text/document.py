"""An article as text with its parts: headline, byline, dateline, captions, body and credits."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newsclaims.model import Part

_BLANK = re.compile(r"\n[^\S\n]*+\n\s*+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a line with a part of its own: ``text[start:end]`` without white space round it."""

    start: int
    end: int
    part: Part
    paragraph: int


@dataclass(frozen=True, slots=True)
class Document:
    """The text as read and its blocks in order; nothing is ever changed in ``text``."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    warnings: tuple[str, ...] = field(default=())


def read_document(text: str, title: str | None = None) -> Document:
    """Find the paragraphs of ``text`` and the part that each plays."""
    blocks: list[Block] = []
    position = 0
    for gap in [*_BLANK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        chunk = text[position:end]
        start = position + len(chunk) - len(chunk.lstrip())
        stop = position + len(chunk.rstrip())
        if stop > start:
            blocks.append(Block(start, stop, "body", len(blocks)))
        position = gap.end() if gap else end
    return Document(text, tuple(blocks), title)
