"""Lines to paragraphs: blank lines part them, hard wraps inside them do not, list items stand alone.

Whether a single line break is a wrap or the end of a paragraph is decided for the whole text: in wrapped text the
first word of the next line would not have fitted on the line before it, and sentences run on over the break.  Any
line separator of Unicode counts, so that LF, CRLF and CR texts give the same paragraphs.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newsclaims.pattern import compiled

_LINE: Final = compiled(r"[^\n\r\x0b\x0c\x85\u2028\u2029]++")
_BREAK: Final = compiled(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BULLET: Final = compiled(r"(?:[-*•·▪▫◦‣●○■□►▶➤✔✓–—]|\(?\d{1,2}[.)]|\(?[a-z]\))[^\S\n]")
_FIRST_WORD: Final = compiled(r"\S++")
_WIDEST_WRAP: Final = 120  # lines beyond this are paragraphs of their own, not the lines of a wrapped one
_FINAL: Final = frozenset(".!?…:;\"”’'»)]")


class Paragraph:
    """A paragraph ``text[start:end]``: ``gap`` tells that a blank line stands before it, ``lines`` how many it has."""

    __slots__ = ("bullet", "end", "gap", "lines", "start")

    def __init__(self, start: int, end: int, gap: bool, lines: int, bullet: bool) -> None:
        self.start = start
        self.end = end
        self.gap = gap
        self.lines = lines
        self.bullet = bullet


def paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text in order, without white space round them."""
    lines = _lines(text)
    width = _wrap_width(text, lines)
    found: list[Paragraph] = []
    for number, (start, end, gap) in enumerate(lines):
        bullet = _BULLET.match(text, start, end) is not None
        if found and not gap and not bullet and width and _runs_on(text, lines[number - 1], (start, end), width):
            last = found[-1]
            found[-1] = Paragraph(last.start, end, last.gap, last.lines + 1, last.bullet)
        else:
            found.append(Paragraph(start, end, gap or not found, 1, bullet))
    return found


def _lines(text: str) -> list[tuple[int, int, bool]]:
    """Return (start, end, blank line before) of every line that is not blank, white space trimmed."""
    found = []
    last = -1
    for item in _LINE.finditer(text):
        line = item.group()
        stripped = line.strip()
        if stripped:
            start = item.start() + line.index(stripped[0])
            # two separators in a row, or white space alone between two, make a blank line
            gap = last >= 0 and len(_BREAK.findall(text, last, start)) > 1
            last = start + len(stripped)
            found.append((start, last, gap))
    return found


def _wrap_width(text: str, lines: list[tuple[int, int, bool]]) -> int:
    """Return the width at which the text is wrapped, 0 when its line breaks end paragraphs."""
    widest = max((end - start for start, end, _ in lines), default=0)
    if widest > _WIDEST_WRAP:
        return 0
    full = running = 0
    for before, line in pairwise(lines):
        if line[2]:
            continue
        if text[before[1] - 1] not in _FINAL and text[line[0]].islower():
            running += 1
        if _is_full(text, before, line, widest):
            full += 1
    return widest if running and running * 4 >= full else 0


def _is_full(text: str, before: tuple[int, int, bool], line: tuple[int, ...], width: int) -> bool:
    word = _FIRST_WORD.match(text, line[0], line[1])
    return word is not None and before[1] - before[0] + 1 + word.end() - word.start() > width - 8


def _runs_on(text: str, before: tuple[int, int, bool], line: tuple[int, int], width: int) -> bool:
    if text[before[1] - 1] not in _FINAL and text[line[0]].islower():
        return True
    return _is_full(text, before, line, width)
