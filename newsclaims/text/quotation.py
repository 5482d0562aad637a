"""Quotation marks paired into quoted stretches, paragraph by paragraph.

Marks of all typographic families: ``“ ”``, ``„ “``, ``« »``, ``» «``, ``"``, the typewriter's two grave accents and
two apostrophes and, outside these, ``‘ ’`` and ``'``.  A quoted stretch never crosses a paragraph's end: an unclosed
one is closed there, and a paragraph that opens with a mark after an open one continues it.  Apostrophes and marks of
feet and inches are left alone.  Every mark is looked at a bounded number of times, so time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import Final

from newsclaims.pattern import compiled
from newsclaims.table import words
from newsclaims.text.document import Document

_MARK: Final = compiled(r"[\"“”„‟«»‘’'`](?:(?<=`)`|(?<=')'|(?<=’)’|(?<=‘)‘|(?<!`))")
_OPEN: Final = frozenset({"“", "„", "‟", "``", "‘‘"})
_CLOSE: Final = frozenset({"”", "’’"})
_SINGLE: Final = frozenset({"‘", "’", "'"})
_CLIPPED: Final = compiled(r"\d\ds?\b|(?:em|til|cause|tis|twas|n)\b", re.IGNORECASE)
_PLURAL_OWNER: Final = compiled(r"\s{1,4}+[^\W\d_]")
_NICKNAME: Final = compiled(r"(?:\"|“|‘|')[A-Z][a-z]++(?:\"|”|’|')(?= [A-Z])")  # `John "Jack" Doyle`
_MAX_SINGLE: Final = 600  # longest stretch, in code points, between single marks; longer ones are two apostrophes
_MAX_LOOKED_AT: Final = 12  # how many single marks are tried as the closing one


class Quoted:
    """A quoted stretch: ``start`` to ``end`` with its marks, ``inner_start`` to ``inner_end`` without them.

    ``paragraph`` is the block's paragraph number, ``closed`` tells whether a closing mark was found, ``continues``
    whether it carries on the stretch before it, which the end of its paragraph left open.
    """

    __slots__ = ("closed", "continues", "end", "inner_end", "inner_start", "paragraph", "start")

    def __init__(
        self,
        start: int,
        end: int,
        inner_start: int,
        inner_end: int,
        paragraph: int,
        closed: bool,
        continues: bool,
    ) -> None:
        self.start = start
        self.end = end
        self.inner_start = inner_start
        self.inner_end = inner_end
        self.paragraph = paragraph
        self.closed = closed
        self.continues = continues


def quoted_stretches(document: Document) -> list[Quoted]:
    """Return the quoted stretches of the headline and the body in the order of the text, without nested ones."""
    found: list[Quoted] = []
    for block in document.blocks:
        if block.part in ("headline", "body"):
            for start, end in _lines(document.text, block.start, block.end):
                carried = bool(found) and not found[-1].closed and found[-1].paragraph >= block.paragraph - 1
                _pair(document.text, start, end, block.paragraph, carried, found, block.part == "headline")
    return [
        item if item.closed or (after is not None and after.continues) else _ended(document.text, item)
        for item, after in pairwise([*found, None])
        if item is not None
    ]


def _ended(text: str, item: Quoted) -> Quoted:
    """Return a stretch whose closing mark was forgotten, cut before who says it: `“We left, the clerk said.`"""
    cut = _attribution().search(text, item.inner_start, item.end)
    if cut is None:
        return item
    return Quoted(item.start, cut.start() + 1, item.inner_start, cut.start() + 1, item.paragraph, False, item.continues)


@cache
def _attribution() -> re.Pattern[str]:
    """Return the pattern of `, Smith said` and `, said the clerk` where a clause or the paragraph ends after it."""
    verbs = "|".join(sorted(words("text", "reporting")))
    source = r"(?:(?:the|a|an|one|his|her|their|he|she|they)\b|[A-Z])[\w.’'-]*+(?: [\w.’'-]++){0,6}"
    return compiled(rf",(?= (?:{source} (?:{verbs})|(?:said|says|added) {source})(?:[.,]|$| in | on | at | to | of ))")


def unclosed_warnings(stretches: Iterable[Quoted]) -> list[str]:
    """Return a warning for every stretch that its paragraph leaves open and no later paragraph continues."""
    return [
        f"unclosed quotation mark at offset {item.start}: closed where its words end"
        for item, after in pairwise([*stretches, None])
        if item is not None and not item.closed and not (after is not None and after.continues)
    ]


_FARTHEST: Final = 600
"""How far behind a mark and a space the mark that closes it is looked for."""


def _lines(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """Yield the block, cut at line breaks after which an opening mark begins the line: paragraphs without a gap."""
    first = start
    at = text.find("\n", start, end)
    while at >= 0:
        after = at + 1
        while after < end and text[after] in " \t\r\n":
            after += 1
        if text[after : after + 1] in '“„«"‘' or text.startswith("``", after):
            yield first, at
            first = after
        at = text.find("\n", max(at + 1, after - 1), end)
    yield first, end


def _pair(text: str, start: int, end: int, paragraph: int, carried: bool, found: list[Quoted], headline: bool) -> None:
    """Append the stretches of one paragraph; ``carried`` says that the one before it left its last stretch open.

    A nickname inside a name is none, but in a headline, which writes all words as names.
    """
    marks = [mark.span() for mark in _MARK.finditer(text, start, end)]
    left = _closers_left(text, marks)
    nested = 0
    opened: tuple[int, int] | None = None
    closing = ""
    fresh = len(found)
    skip_to = start
    for number, (first, last) in enumerate(marks):
        if first < skip_to:
            continue
        mark = text[first:last]
        named = opened is None and not headline and _NICKNAME.match(text, first, end)
        if named and text[text.rfind(" ", start, max(start, first - 1)) + 1 : first].istitle():
            skip_to = named.end()
        elif mark in _SINGLE and opened is None:
            close = _single_close(text, marks, number, start, end)
            if close:
                found.append(Quoted(first, close, last, close - 1, paragraph, True, False))
                skip_to = close
        if first < skip_to or mark in _SINGLE:
            continue
        role = _role(text, mark, first, last, start, end, opened is not None, closing)
        if nested and role == "close":
            nested -= 1
            continue
        if role == "open":
            if opened is not None and mark == "“" and left[number] > 1:
                nested += 1
                continue
            if opened is not None:
                found.append(_unclosed(text, opened, first, paragraph, carried and len(found) == fresh, start))
            opened = (first, last)
            closing = {"„": "“”", "‟": "”", "«": "»", "»": "«"}.get(mark, "”\"''’’")
        elif role == "close":
            if mark in ("''", '"') and text[last : last + 1] == "'" and not text[last + 1 : last + 2].isalnum():
                last += 1  # the single mark of a quote inside closes too
                skip_to = last
            if opened is not None:
                continues = carried and len(found) == fresh and opened[0] == start
                found.append(Quoted(opened[0], last, opened[1], first, paragraph, True, continues))
                opened = None
            elif carried and len(found) == fresh and not found[-1].continues:
                found.append(Quoted(start, last, start, first, paragraph, True, True))
    if opened is not None:
        found.append(_unclosed(text, opened, end, paragraph, carried and len(found) == fresh, start))


def _closers_left(text: str, marks: list[tuple[int, int]]) -> list[int]:
    """Return for every mark how many more of ``”`` than of ``“`` stand after it: the quotes that can still be open."""
    surplus = 0
    found = []
    for first, last in reversed(marks):
        found.append(surplus)
        mark = text[first:last]
        surplus = max(0, surplus + (mark == "”") - (mark == "“"))
    return found[::-1]


def _unclosed(text: str, opened: tuple[int, int], end: int, paragraph: int, carried: bool, start: int) -> Quoted:
    stop = len(text[opened[0] : end].rstrip()) + opened[0]
    return Quoted(opened[0], stop, min(opened[1], stop), stop, paragraph, False, carried and opened[0] == start)


def _role(text: str, mark: str, first: int, last: int, start: int, end: int, is_open: bool, closing: str) -> str:
    """Tell whether a double mark opens, closes or does neither."""
    before = text[first - 1] if first > start else " "
    after = text[last] if last < end else " "
    if mark in closing and is_open and mark not in ('"', "''"):
        return "close"
    if mark == "“" and is_open and before in ",.!?" and after.isspace():
        return "close"  # a slip of the keyboard: `“We left,“ she said`
    if mark in _OPEN:
        return "open"
    if mark in _CLOSE:
        # a closing mark that begins a paragraph and its words is a slip of the keyboard
        return "open" if first == start and not is_open and not text[last : last + 1].isspace() else "close"
    starts = not after.isspace() and (before.isspace() or before in "([{—–-/‘'")
    if mark in "«»":
        if is_open:
            return "close"
        return "open" if starts or (mark == "«" and before.isspace()) else "close"
    if before.isdigit() and _inches(text, first, start):
        return "none"
    ends = not before.isspace()
    if is_open:
        return "open" if starts and not ends else "close"
    return (
        "open" if not before.isalnum() and (not after.isspace() or _spaced(text, first, last, start, end)) else "close"
    )


def _spaced(text: str, first: int, last: int, start: int, end: int) -> bool:
    """Tell whether a straight mark that closes nothing opens words behind a space: `" We left," she said`.

    Not behind a number, where it is one of inches, nor where no mark follows that closes it.
    """
    apart = first == start or text[first - 1].isspace()
    if not apart or last + 1 >= end or not text[last + 1].isalpha() or text[start:first].rstrip()[-1:].isdigit():
        return False
    closing = text.find('"', last, min(end, last + _FARTHEST))
    return closing > 0 and not text[closing - 1].isspace()


def _inches(text: str, at: int, start: int) -> bool:
    """Tell whether the straight mark after a digit ends a height such as `6' 2"`."""
    at -= 1
    while at > start and text[at - 1].isdigit():
        at -= 1
    if at > start and text[at - 1] == " ":
        at -= 1
    return at > start + 1 and text[at - 1] in "'’" and text[at - 2].isdigit()


def _single_close(text: str, marks: list[tuple[int, int]], number: int, start: int, end: int) -> int:
    """Return the end of the single mark that closes the one of this number, 0 if that is an apostrophe."""
    first, last = marks[number]
    if text[first] == "’" or (first > start and (text[first - 1].isalnum() or text[first - 1] in "’'")):
        return 0
    if last >= end or text[last].isspace() or _CLIPPED.match(text, last, end):
        return 0
    found = 0
    for other, stop in marks[number + 1 : number + 1 + _MAX_LOOKED_AT]:
        if other - first > _MAX_SINGLE:
            break
        if stop - other > 1 or text[other] not in "’'" or text[other - 1].isspace():
            continue
        if stop < end and (text[stop].isalnum() or text[stop] == "_"):
            continue
        found = stop
        if text[other - 1] in "sS" and _PLURAL_OWNER.match(text, stop, min(end, stop + 4)):
            continue
        break
    return found
