"""The words of a noun phrase as they stand in the text, without determiner: what a figure measures."""

from __future__ import annotations

from typing import Final

from newsclaims.figures.classes import word_class
from newsclaims.figures.line import HYPHENS, NOUN_TAGS, Line
from newsclaims.model import FigureKind
from newsclaims.syntax.chunks import CONJUNCTION, NOUN, PREPOSITION, Chunk
from newsclaims.syntax.clause import RELATIVE, Clause, Phrase

_OPENERS: Final = frozenset({"DT", "PDT", "PRP$", "WP$", "WDT", "IN", "RB", "CD", "$", "``", "''"})
"""Tags of what a noun phrase begins with that is no part of the words for what is measured."""
_CHUNKS: Final = 8
"""Chunks of a phrase that are taken in."""


def rest_of_chunk(line: Line, at: int, chunk: Chunk, kind: FigureKind) -> str | None:
    """Return the rest of a chunk from token ``at`` to its head: `a $70,000 | bond`."""
    owners = kind in ("age", "quantity")
    owned = [place - 1 for place in range(at + 1, chunk.head) if owners and line.tag(place) == "POS"]
    cut = not owned and line.lower(chunk.last) in HYPHENS and line.touches(chunk.last)  # "a 12W USB-A port"
    head = owned[0] if owned else chunk.head  # "the 30m vessel's front"
    cut = cut or line.tag(at) == "POS"  # a 19-year-old's death
    cut = cut or (kind == "ordinal" and any(line.tag(place) == "CD" for place in range(at, head)))
    times = line.bar(line.tokens[head].start, line.tokens[head].end) is not None
    if cut or times or head < at or not _says_what(line, head):
        return None
    return line.text[line.tokens[at].start : line.tokens[head].end]


def joined_before(line: Line, last: int) -> str | None:
    """Return the words of a chunk up to token ``last``, behind which a figure goes on: `emissions | 4 per cent`."""
    chunk = line.noun_chunk(last)
    if chunk is None or not _says_what(line, last):
        return None
    first = chunk.first
    if line.form(first - 1) == "&":  # "Marlow & Holt 2.2%"
        before = line.noun_chunk(first - 2)
        first = before.first if before is not None else first
    while first < last and line.tag(first) in _OPENERS:
        first += 1
    return line.text[line.tokens[first].start : line.tokens[last].end]


def phrase_from(line: Line, at: int) -> str | None:
    """Return the noun phrase that begins at token ``at`` with what hangs on it by *of*."""
    place = line.parse.chunk_at(at)
    if place is not None and line.tag(at) in ("VBG", "VBN") and line.parse.chunks[place].kind != NOUN:
        place += 1  # "operating profit"
    if place is None or place >= len(line.parse.chunks) or line.parse.chunks[place].kind != NOUN:
        return None
    end = line.parse.phrase_end(max(at, line.parse.chunks[place].first))
    return _chunk_words(line, place, end)


def phrase_before(line: Line, end: int) -> str | None:
    """Return the noun phrase that ends before token ``end``, with the one that it belongs to: `exports to the EU`."""
    chunks, place = line.parse.chunks, line.parse.chunk_at(end - 1)
    if (
        place is None
        or chunks[place].last != end
        or chunks[place].kind != NOUN
        or not _says_what(line, chunks[place].head)
    ):
        return None
    timed = not _tells_which(line, chunks[place])  # "a loss in the quarter of"
    if timed and place > 1:
        place, end = place - 2, chunks[place - 2].last
    first = place
    named = timed or line.tag(chunks[place].head) in ("NNP", "NNPS")
    for _ in range(3):
        link = line.lower(chunks[first - 1].first) if first > 1 else ""
        host = chunks[first - 2] if first > 1 else None
        if host is None or host.kind != NOUN or not _tells_which(line, host) or not _says_what(line, host.head):
            break
        attached = named and link in word_class("whole-prepositions") and chunks[first - 1].kind == PREPOSITION
        attached = attached or (link == "under" and chunks[first].last - chunks[first].first == 1)  # "assets under"
        if link != "of" and not (first == place and attached):
            break
        first -= 2
    return _chunk_words(line, first, end)


def phrase_words(line: Line, phrase: Phrase) -> str | None:
    place = line.parse.chunk_at(phrase.first)
    return None if place is None else _chunk_words(line, place, phrase.last)


def _says_what(line: Line, head: int) -> bool:
    """Tell whether a noun says what something is: not `a total`, `part` or `the figure`."""
    if line.tag(head) == "CD":
        return line.tag(head - 1) in ("NNP", "NNPS")  # "the Nikkei 225"
    acting = line.tag(head) == "VBG" and line.tag(head - 1) in ("DT", "JJ", "PRP$", "POS")  # "the giving"
    return (acting or line.tag(head) in NOUN_TAGS) and line.lower(head) not in word_class("vague-heads")


def _tells_which(line: Line, chunk: Chunk) -> bool:
    """Tell whether a chunk is no time and no figure: these say when and how much, and not of what."""
    if chunk.kind != NOUN:
        return True
    head = line.tokens[chunk.head]
    time = chunk.shape[-1] in "TZ" or line.bar(head.start, head.end) is not None
    named = chunk.shape[-2:] == "Nc"  # "Nikkei 225"
    return not time and chunk.shape.lstrip("wr")[:1] not in ("c", "$") and (chunk.shape[-1] != "c" or named)


def _chunk_words(line: Line, place: int, end: int) -> str | None:
    """Return the noun phrase that begins with a chunk and ends by token ``end``, without its determiner."""
    chunks = line.parse.chunks
    chunk = chunks[place]
    if chunk.kind != NOUN or not _tells_which(line, chunk) or line.tag(chunk.first) == "POS":
        return None
    first, last = chunk.first, chunk.head + 1
    while first < chunk.head and line.tag(first) in _OPENERS and line.lower(first + 1) not in HYPHENS:
        if line.tag(first) == "CD" and line.touches(first + 1):
            break  # "a 250ml bottle"
        first += 1
    for further in chunks[place + 1 : place + _CHUNKS]:
        joined = further.kind == CONJUNCTION or line.lower(further.first) in word_class("whole-prepositions")
        if further.last > end or not (joined or further.kind == NOUN) or not _tells_which(line, further):
            break
        last = further.last if further.kind == NOUN else last
    if last == chunk.head + 1 and not _says_what(line, chunk.head):
        return None
    return line.text[line.tokens[first].start : line.tokens[last - 1].end]


def subject_words(line: Line, clause: Clause) -> str | None:
    subject = clause.antecedent if clause.opener == RELATIVE and clause.gap == "subject" else None
    subject = subject or clause.surface()
    placed = subject is not None and subject.preposition in ("in", "at") and clause.rule == "claims.participle-on-noun"
    return None if subject is None or placed else phrase_words(line, subject)
