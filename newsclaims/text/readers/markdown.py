"""Markdown through ``markdown-it-py``: what a reader would see, with the places where it stands in the file.

Headings, paragraphs, members of lists, rows of tables and footnotes are paragraphs; code, images, comments and the
addresses of links are not read.  Front matter says title, date, author and address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from newsclaims.model import Failure
from newsclaims.text.decode import decode
from newsclaims.text.front_matter import front_matter
from newsclaims.text.intake import USUAL, Intake
from newsclaims.text.media import wide_encoding
from newsclaims.text.origin import Origin
from newsclaims.text.readers.markdown_inline import FOOTNOTE, Paragraph
from newsclaims.text.records import Record, text_record

_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:?")
_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1>|\Z)|</?[a-zA-Z][^<>]{0,2000}>", re.DOTALL | re.IGNORECASE
)


def record(
    data: bytes,
    source: str,
    intake: Intake = USUAL,
    fields: Mapping[str, Any] | None = None,
    line: int | None = None,
) -> Record | Failure:
    """Return the article of a Markdown file."""
    decoded = decode(data, intake.encoding or wide_encoding(data))
    found, start = front_matter(decoded.text)
    origin, title = visible(decoded.text, start)
    known = {**({"title": title} if title else {}), **found, **(fields or {})}
    return text_record(origin, known, source, intake, decoded.warnings, line)


def visible(text: str, start: int = 0) -> tuple[Origin, str | None]:
    """Return what a Markdown text reads as from ``start`` on, and its heading of the first level."""
    from markdown_it import MarkdownIt

    origin = Origin(text)
    lines = _Lines(text, start)
    title = None
    inside: list[str] = []  # what the token stands in
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(lines.source):
        if token.nesting > 0:
            inside.append("bullet" if token.type == "list_item_open" else token.tag)
        elif token.nesting < 0:
            inside.pop()
        elif token.type == "html_block" and token.map:
            origin.part("\n\n")
            _add_html(origin, text, lines.starts[token.map[0]], lines.starts[token.map[1]])
        elif token.type == "inline" and token.map:
            origin.part("\t" if inside[-1] in ("td", "th") and lines.is_begun(token.map[0]) else "\n\n")
            if inside[-2:] == ["bullet", "p"]:
                origin.part("- ")
                inside[-2] = "li"  # its next paragraph has none
            before = len(origin)
            Paragraph(origin, token.content, lines.places(token.content, token.map[0])).add(token.children or [])
            if title is None and inside == ["h1"]:
                title = " ".join(origin.visible(before).split()) or None
    return origin, title


def _add_html(origin: Origin, text: str, start: int, end: int) -> None:
    """Append what stands between the tags of a block of HTML."""
    at = start
    for tag in _HIDDEN.finditer(text, start, end):
        origin.add(at, tag.start())
        at = tag.end()
    origin.add(at, end)


class _Lines:
    """The lines of a text as the parser counts them, and where each begins."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text = _FOOTNOTE.sub(lambda mark: FOOTNOTE * len(mark[0]), text).replace("\0", "\ufffd")
        self.source = text[start:].replace("\r\n", "\n").replace("\r", "\n")
        self.starts = [start, *_ends(text, start), len(text), len(text)]
        self._row = -1
        self._at = 0

    def is_begun(self, row: int) -> bool:
        """Tell whether something of a line has been looked for already."""
        return row == self._row

    def places(self, content: str, row: int) -> list[tuple[int, int]]:
        """Return (place in the content, place in the text) of where each line of a token's content begins."""
        found = []
        at = 0
        for number, line in enumerate(content.split("\n"), row):
            begin, end = self._at if number == self._row else self.starts[number], self.starts[number + 1]
            place = max(self._text.find(line, begin, end), begin)
            found.append((at, place))
            self._row, self._at = number, place + len(line)
            at += len(line) + 1
        return found


def _ends(text: str, start: int) -> Iterator[int]:
    for found in re.compile(r"\r\n|\n|\r").finditer(text, start):
        yield found.end()
