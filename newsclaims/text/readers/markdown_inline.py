"""One paragraph of Markdown: its visible text, each piece looked for in the source behind the piece before it."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from typing import Any

from newsclaims.text.origin import Origin

FOOTNOTE = "\ue000"
"""Stands in what is parsed for each sign of a footnote's mark (`[^1]`), which the parser does not know."""

_MARK = re.compile(f"{FOOTNOTE}+")
_WRITTEN = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|\\[!-/:-@\[-`{-~]")
_TITLE = re.compile(r"""\s{0,99}+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))?\s{0,99}+\)""", re.DOTALL)
_NEAR = 40  # code points of markup that may stand before a letter


class Paragraph:
    """The content of one paragraph, as the parser has cut it out, and the places of its lines in the text."""

    def __init__(self, origin: Origin, content: str, places: list[tuple[int, int]]) -> None:
        self._origin = origin
        self._content = content
        self._begins = [begin for begin, _ in places]
        self._places = [place for _, place in places]
        self._at = 0

    def add(self, tokens: list[Any]) -> None:
        """Append the visible text of the tokens in their order."""
        for token in tokens:
            if token.type == "link_close" and token.markup != "autolink":
                self._skip_address()
            elif token.type == "image":
                self._skip_image()
            elif token.type == "html_inline":
                at = self._content.find(token.content, self._at)
                self._at = at + len(token.content) if at >= 0 else self._at
            elif token.type in ("softbreak", "hardbreak"):
                at = self._content.find("\n", self._at)
                if at >= 0:
                    self._add(at, at + 1, "\n")
            elif token.type == "code_inline":
                self._find(token.content)
            elif token.content:
                self._text(token.content)

    def _text(self, content: str) -> None:
        """Append a piece of text without the signs of footnotes in it."""
        last = 0
        for sign in _MARK.finditer(content):
            self._find(content[last : sign.start()])
            self._at = max(self._at, self._content.find(sign[0], self._at) + len(sign[0]))
            last = sign.end()
        self._find(content[last:])

    def _find(self, content: str) -> None:
        """Append what stands in the source as it is read, but for entities and signs behind a backslash."""
        at = self._content.find(content, self._at)
        if at >= 0 and not _WRITTEN.search(self._content, self._at, at):
            self._add(at, at + len(content))
            return
        for letter in content:
            self._letter(letter)

    def _letter(self, letter: str) -> None:
        for at in range(self._at, min(len(self._content), self._at + _NEAR)):
            written = _WRITTEN.match(self._content, at)
            shown = "" if written is None else html.unescape(written[0]) if written[0][0] == "&" else written[0][1]
            if written is not None and shown[:1] == letter:
                self._add(at, written.end(), letter)
                return
            if self._content[at] == letter or (letter == " " and self._content[at] == "\n"):
                self._add(at, at + 1)
                return

    def _add(self, start: int, end: int, shown: str | None = None) -> None:
        """Append a stretch of the content, line by line."""
        self._at = end
        while start < end:
            number = bisect_right(self._begins, start) - 1
            stop = min(end, self._begins[number + 1]) if number + 1 < len(self._begins) else end
            place = self._places[number] - self._begins[number]
            breaks = self._content[stop - 1] == "\n"  # at the end of a line, whose sign may be two in the text
            self._origin.add(place + start, place + stop - breaks, None if breaks else shown)
            if breaks:
                self._origin.part("\n")
            start = stop

    def _skip_address(self) -> None:
        """Go behind the end of a link: `](address "title")`, `][name]`, `]`."""
        from markdown_it.helpers import parseLinkDestination

        at = self._content.find("]", self._at) + 1
        if at <= 0:
            return
        if self._content.startswith("(", at):
            begin = at + 1 + len(self._content[at + 1 : at + 100]) - len(self._content[at + 1 : at + 100].lstrip())
            address = parseLinkDestination(self._content, begin, len(self._content))
            title = _TITLE.match(self._content, address.pos if address.ok else begin)
            at = title.end() if title else at
        elif self._content.startswith("[", at):
            at = max(at, self._content.find("]", at) + 1)
        self._at = at

    def _skip_image(self) -> None:
        at = self._content.find("![", self._at)
        depth = 0
        for place in range(max(at, 0) + 1, len(self._content)):
            sign = self._content[place]
            if sign in "[]" and self._content[place - 1] != "\\":
                depth += 1 if sign == "[" else -1
                if not depth:
                    self._at = place
                    self._skip_address()
                    return
