"""What a figure measures, where its clause says so: `bilateral trade exceeding $2.5 billion`, `$50 million in aid`.

Four constructions are read off the sentence's chunks and clauses: a noun after the figure (`$380 million of preferred
stock`, `a $107 million verdict`), a noun with `of` before it (`a net loss of $5.1 million`), the subject of a verb of
amount or change (`revenue rose 21% to $243.4 million`) and its object, if it has one (`cut its dividend to 5 cents`).
Anything else is None: a name alone ("Bitcoin fell to $34,935") is no measure.
"""

from __future__ import annotations

from functools import cache

from newsclaims.figures.classes import word_class
from newsclaims.figures.line import Draft, Line
from newsclaims.figures.ranges import change_words
from newsclaims.syntax.chunks import CONJUNCTION, NOUN, Chunk
from newsclaims.syntax.clause import Phrase
from newsclaims.table import words

_KINDS = frozenset({"money", "percent", "percentage_point", "quantity", "number", "multiple"})
_NOUNS = frozenset({"NN", "NNS"})
_EACH = frozenset({"a", "an", "apiece", "each", "per"})
_AMONG = frozenset({"of", "to", "for", "in", "from"})
"""Prepositions that carry on the words for what is measured: `index of eurozone shares`, `exports to the EU`."""

_OPENERS = frozenset({"DT", "PDT", "PRP$", "WP$", "WDT", "IN", "RB", "CD", "$", "``", "''"})
"""Tags of what a noun phrase begins with that is no part of the words for what is measured."""
_FARTHEST = 12
"""Tokens between the verb and the figure at most."""
_CHUNKS = 5
"""Chunks of a phrase that are taken in."""


@cache
def _verbs() -> frozenset[str]:
    return words("figures", "amount_verbs") | change_words()


def measures(line: Line, draft: Draft) -> str | None:
    """Return the words for what the figure measures, as they stand in the text, or None."""
    if draft.kind == "count" and draft.unit is None:  # "the toll rose to 112"
        return _before(line, draft)
    return (_behind(line, draft) or _before(line, draft)) if draft.kind in _KINDS else None


def _behind(line: Line, draft: Draft) -> str | None:
    last, word = draft.last, line.lower(draft.last)
    if draft.kind == "money" and word in _EACH:
        return None
    worth = word == "worth" and line.lower(last + 1) == "of"
    if word == "of" or worth:
        return _group(line, last + 1 + worth)
    if word == "in" and draft.kind == "money" and line.tag(last + 1) in ("NN", "NNS", "JJ", "VBG"):
        return _group(line, last + 1)
    if word in word_class("change-nouns") and line.lower(last + 1) == "in":  # "a 15 per cent rise in net profit"
        return _group(line, last + 2)
    if line.tag(last) in ("NN", "JJ", "NNS") and line.tag(draft.first - 1) in ("DT", "PRP$", "JJ", "POS"):
        return _group(line, last)
    return None


def _group(line: Line, at: int) -> str | None:
    """Return the noun chunk from token ``at`` on, without its determiner."""
    chunk = line.noun_chunk(at)
    if chunk is None and line.tag(at) in ("VBG", "VBN"):  # "operating profit"
        chunk = line.noun_chunk(at + 1)
    if chunk is None:
        return None
    first = at
    while first < chunk.head and line.tag(first) in _OPENERS and line.lower(first + 1) != "-":
        first += 1
    cut = line.lower(chunk.last) == "-" and line.touches(chunk.last)  # "a 12W USB-A port"
    if cut or not _measurable(line, chunk.head):
        return None
    return line.text[line.tokens[first].start : line.tokens[chunk.head].end]


def _measurable(line: Line, head: int) -> bool:
    if line.form(head) in word_class("measure-acronyms"):
        return True
    compound = line.tag(head - 1) in _NOUNS and line.lower(head) in word_class("compound-heads")  # "unemployment rate"
    return line.tag(head) in _NOUNS and (compound or line.lower(head) not in word_class("vague-heads"))


def _before(line: Line, draft: Draft) -> str | None:
    at = draft.first - 1
    stop = at - 5
    while at > stop and line.lower(at) in word_class("measured-light"):
        at -= 1
    if line.lower(at) == "of":
        noun = _ending(line, at)
        if noun is not None or line.lower(at - 1) not in word_class("rate-heads"):
            return noun
    elif line.lower(at) in _verbs() and line.tag(at)[:1] in ("R", "I", "J"):
        noun = _ending(line, at)  # "Profit up 3%"
        if noun is not None:
            return noun
    return _subject(line, draft)


def _ending(line: Line, end: int) -> str | None:
    """Return the noun phrase that ends before token ``end``, with the one that it belongs to: `exports to the EU`."""
    chunks, place = line.parse.chunks, line.parse.chunk_at(end - 1)
    if place is None or chunks[place].last != end:
        return None
    chunk = chunks[place]
    owned = any(line.tag(at) in ("POS", "PRP$") for at in range(chunk.first, chunk.head))
    vague = line.lower(chunk.head) in word_class("vague-heads")
    if place > 1 and line.lower(chunks[place - 1].first) in _AMONG and not owned and not vague:
        whole = _words(line, place - 2, end)
        if whole is not None:
            return whole
    return _words(line, place, end)


def _subject(line: Line, draft: Draft) -> str | None:
    """Return the words for what the verb of amount or change before the figure says it of.

    That is its object, if it has one before the figure (`cut its rate by 5%`), else its subject.
    """
    clause = line.parse.holder(draft.first)
    verb = clause.verb if clause is not None else None
    if clause is None or verb is None or not 0 <= draft.first - verb.last < _FARTHEST:
        return None
    if line.lower(verb.head) not in _verbs() and line.lower(verb.head) != "'s":
        return None
    moved = next((phrase for phrase in clause.objects if verb.last <= phrase.first < phrase.last < draft.first), None)
    if moved is not None and _moves(line, moved, draft.first) and line.lower(verb.head) in change_words():
        place = line.parse.chunk_at(moved.first)
        return None if place is None else _words(line, place, moved.last)
    if any(line.tag(place)[:2] == "NN" and not _measure(line, place) for place in range(verb.last, draft.first)):
        return None
    subject = clause.surface()
    if subject is None or line.tag(subject.first - 1) in ("WDT", "WP"):
        return None
    place = line.parse.chunk_at(subject.first)
    found = None if place is None else _words(line, place, subject.last)
    return found or _ending(line, verb.first)


def _moves(line: Line, moved: Phrase, figure: int) -> bool:
    """Tell whether an object is what changes to, by or from a figure, and no figure itself."""
    if moved.chunk.kind != NOUN or moved.chunk.shape[0] in "c$" or line.lower(moved.head) in word_class("unit-nouns"):
        return False
    return any(line.lower(place) in ("to", "by", "from") for place in range(moved.last, figure))


def _tells_which(line: Line, chunk: Chunk) -> bool:
    """Tell whether a chunk is no time and no figure: these say when and how much, and not of what."""
    if chunk.kind != NOUN:
        return True
    time = chunk.shape[-1] in "TZ" or line.lower(chunk.head) in word_class("vague-heads")
    return not time and chunk.shape[0] not in "c$" and chunk.shape[-1] != "c"


def _measure(line: Line, at: int) -> bool:
    """Tell whether a noun between verb and figure is another figure's, or how it moved: `rose 5% at a pace of`."""
    lower = line.lower(at)
    return lower in word_class("unit-nouns") or (lower in word_class("rate-heads") and line.tag(at - 1) in ("DT", "JJ"))


def _words(line: Line, place: int, end: int) -> str | None:
    """Return the noun phrase that begins with a chunk and ends by ``end``, without its determiner and possessor.

    Of a phrase with a head that says nothing it is what follows its *of*: `the price of oil`.
    """
    chunks = line.parse.chunks
    chunk = chunks[place]
    while not _measurable(line, chunk.head):
        place += 2
        if place >= len(chunks) or chunks[place - 1].shape != "f" or chunks[place].last > end:
            return None
        chunk = chunks[place]
    if chunk.kind != NOUN:
        return None
    first, last = chunk.first, chunk.head + 1
    while first < chunk.head and line.tag(first) in _OPENERS and line.lower(first + 1) != "-":
        first += 1
    first = max([first, *[at + 1 for at in range(first, chunk.head) if line.tag(at) == "POS"]])
    for further in chunks[place + 1 : place + _CHUNKS]:
        joins = further.kind == CONJUNCTION or line.lower(further.first) in word_class("whole-prepositions")
        if further.last > end or not (joins or further.kind == NOUN) or not _tells_which(line, further):
            break
        last = further.last if further.kind == NOUN else last
    return line.text[line.tokens[first].start : line.tokens[last - 1].end]
