"""An article as text with its parts: headline, byline, dateline, captions, body and credits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsclaims.model import Part
from newsclaims.table import words
from newsclaims.text.credits import picture_credit
from newsclaims.text.dateline import city_end, dateline_end, label_end
from newsclaims.text.lines import Paragraph, paragraphs
from newsclaims.text.structure import HEAD, between, ends_as_sentence, looks_titled, part_of

_LONGEST_HEADLINE: Final = 220
_SENTENCE: Final = 40
"""Characters that a sentence behind `Hyderabad:` has at least."""


class Block:
    """A paragraph or a line with a part of its own: ``text[start:end]`` without white space round it.

    A dateline and the paragraph that it opens, a caption and its credit, are two blocks of the same ``paragraph``.
    """

    __slots__ = ("end", "paragraph", "part", "start")

    def __init__(self, start: int, end: int, part: Part, paragraph: int) -> None:
        self.start = start
        self.end = end
        self.part = part
        self.paragraph = paragraph


class Document:
    """The text as read and its blocks in order; nothing is ever changed in ``text``."""

    __slots__ = ("blocks", "text", "title", "warnings")

    def __init__(
        self,
        text: str,
        blocks: tuple[Block, ...],
        title: str | None = None,
        warnings: tuple[str, ...] = (),
    ) -> None:
        self.text = text
        self.blocks = blocks
        self.title = title
        self.warnings = warnings


def read_document(text: str, title: str | None = None) -> Document:
    """Find the paragraphs of ``text`` and the part that each plays.

    ``title`` is the headline where the article's metadata has one; else it is the text's own, if it shows one.
    """
    items = paragraphs(text)
    parts = [part_of(text, item, number, len(items)) for number, item in enumerate(items)]
    head = _headline(text, items, parts, title)
    if head is not None:
        parts[head] = "headline"
        if title is None:
            title = " ".join(text[items[head].start : items[head].end].split())
    for number in range(1, len(items)):
        if parts[number] == "body" and picture_credit(text, items[number]) < 0:
            parts[number] = between(text, items, parts, number)
    if len(items) == 1 and parts[0] not in ("headline", "caption"):
        parts[0] = "body"  # a text of one line is a story, however it opens
    blocks = [block for number in range(len(items)) for block in _cut(text, items, parts, number)]
    return Document(text, tuple(blocks), title)


def _headline(text: str, items: list[Paragraph], parts: list[Part], title: str | None) -> int | None:
    """Return the number of the paragraph that is the headline, None when the text shows none."""
    wanted = _letters(title) if title else ""
    for number, item in enumerate(items[:HEAD]):
        if item.end - item.start > _LONGEST_HEADLINE:
            break
        line = text[item.start : item.end]
        if wanted and _same(_letters(line), wanted):
            return number
        if parts[number] != "body":
            continue
        if number + 1 < len(items) and not item.bullet and item.lines <= 3 and _heads(text, items, parts, number):
            return number
        break
    return None


def _heads(text: str, items: list[Paragraph], parts: list[Part], number: int) -> bool:
    """Tell whether the first body line is a headline: no sentence by its look, and a story follows it."""
    item = items[number]
    line = text[item.start : item.end]
    if len(line.split()) < 2 or dateline_end(text, item.start, item.end) or picture_credit(text, item) >= 0:
        return False
    story = [after for after, part in zip(items[number + 1 :], parts[number + 1 :], strict=True) if part == "body"]
    if not any(ends_as_sentence(text, after) for after in story[:HEAD]):
        return False
    if line[-1] in ".…" or (line[-2] == "." and line[-1] in '"”'):
        return looks_titled(line)
    if line[-1] in "!?\"”’'":
        return ". " not in line
    return line[-1] not in ",;:"


def _letters(line: str) -> str:
    return "".join(mark for mark in line[: 2 * _LONGEST_HEADLINE].casefold() if mark.isalnum())


def _same(line: str, title: str) -> bool:
    """Tell whether a line is the title, which a site's name may follow (``… | Reuters``)."""
    return line == title or (len(line) > 15 and (title.startswith(line) or line.startswith(title)) and len(title) > 15)


def _cut(text: str, items: list[Paragraph], parts: list[Part], number: int) -> Iterator[Block]:
    """Yield the blocks of one paragraph: a dateline, the paragraph itself, a picture credit."""
    start, end = items[number].start, items[number].end
    part = parts[number]
    if part in ("body", "caption"):
        credit = picture_credit(text, items[number])
        if credit >= 0:
            before = len(text[start:credit].rstrip())
            if before:
                yield Block(start, start + before, "caption", number)
            yield Block(credit, end, "credit", number)
            return
    if part == "body":
        opened = _dateline(text, items, parts, number)
        if opened:
            yield Block(start, opened, "dateline", number)
            start = opened + len(text[opened:end]) - len(text[opened:end].lstrip())
    yield Block(start, end, part, number)


def _dateline(text: str, items: list[Paragraph], parts: list[Part], number: int) -> int:
    """Return where the dateline of the paragraph ends; only the first paragraphs of the story have one."""
    before = parts[:number].count("body") if number < 2 * HEAD else HEAD
    if before > 2:
        return 0
    item = items[number]
    found = dateline_end(text, item.start, item.end)
    if found or (before and (number == 0 or parts[number - 1] != "byline")):
        return found
    city = city_end(text, item.start, item.end)
    if city and text[city - 1] != ":":
        return city
    # `ISLAMABAD: The …` is a dateline, but in a transcript the same look opens many paragraphs
    label = city or label_end(text, item.start, item.end)
    if not label or text[item.start : label - 1] in words("text", "labels") or (city and item.end - city < _SENTENCE):
        return 0
    named = city_end if city else label_end
    for after, part in zip(items[number + 1 :], parts[number + 1 :], strict=True):
        end = named(text, after.start, after.end) if part == "body" else 0
        if end and text[end - 1] == ":":
            return 0
    return label
