"""Text for a terminal: safe, wrapped, in columns, with colours that read on light and on dark, or with signs.

Everything that comes from an article goes through ``visible`` here, so nothing in it can act on the terminal; the only
escape sequences that are written are our own colours, closed at the end of every line (`less -R` needs that).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsclaims.text.visible import visible

MOST_ROWS = 200  # of one table; what comes later is counted in one line
GAP = "  "
# style -> SGR codes; the colours have contrast on black and on white
SGR = {
    "name": "1", "claim": "4", "quote": "32", "reported": "32", "date": "36", "figure": "35", "head": "1", "dim": "2",
    "error": "31", "warning": "33", "note": "36", "hit": "1;31", "path": "35",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """What is written on: columns of the terminal and whether it has colour."""

    width: int = 80
    color: bool = False

    def paint(self, text: str, style: str) -> str:
        """Return text in a style, as it is without colour."""
        return f"\x1b[{SGR[style]}m{text}\x1b[0m" if self.color and style in SGR and text else text


def one_line(text: str) -> str:
    """Return text on one line: white space collapsed, control characters made visible."""
    return visible(" ".join(text.split()))


def columns(text: str) -> int:
    """Return how many columns a text takes: wide characters two, combining marks none."""
    if text.isascii() or _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


_NARROW = re.compile("[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0]*")
"""What takes one column a character: nearly all of English news, which so needs no table of widths."""


def cut(text: str, width: int) -> str:
    """Return text that takes no more than ``width`` columns, shortened with an ellipsis."""
    if columns(text) <= width:
        return text
    taken = 0
    for at, mark in enumerate(text):
        taken += columns(mark)
        if taken > width - 1:
            return text[:at].rstrip() + "…"
    return text


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a text, broken at spaces, and inside words that are longer than a line."""
    lines: list[str] = []
    line, used = "", 0
    for word in text.split(" "):
        size = columns(word)
        if size > width:
            from rich.cells import chop_cells

            if line:
                lines.append(line)
            *full, word = chop_cells(word, width)
            lines += full
            line, used, size = "", 0, columns(word)
        if line and used + 1 + size > width:
            lines.append(line)
            line, used = word, size
        else:
            used += size + (1 if line else 0)
            line = f"{line} {word}" if line else word
    return [*lines, line] if line or not lines else lines


def heading(page: Page, text: str) -> list[str]:
    """Return a section's heading with a blank line before it."""
    return ["", page.paint(text.upper(), "head")]


def table(
    page: Page, rows: Iterable[Sequence[str]], widths: Sequence[int], styles: Sequence[str] = (), most: int = MOST_ROWS
) -> list[str]:
    """Return the lines of a table whose cells wrap.

    ``widths`` are the most that columns take on a page of 80, more on wider ones and less on narrower ones; they shrink
    to their widest cell, and a column without words is left out.  Columns of width 0 share what the others leave.
    ``most`` rows are laid out, a last line counts the others.
    """
    rows = list(rows)
    safe = [[one_line(cell) for cell in row] for row in rows[:most]]
    sizes = _sizes(page, safe, widths)
    last = max((number for number, size in enumerate(sizes) if size), default=0)
    lines = []
    for row in safe:
        cells = [wrapped(cell, size) if size else [] for cell, size in zip(row, sizes, strict=True)]
        for at in range(max(map(len, cells))):
            parts = []
            for number, (cell, size) in enumerate(zip(cells, sizes, strict=True)):
                if size:
                    text = cell[at] if at < len(cell) else ""
                    pad = " " * (size - columns(text)) if number < last else ""
                    parts.append(page.paint(text, styles[number] if number < len(styles) else "") + pad)
            lines.append((" " + GAP.join(parts)).rstrip())
    if len(rows) > most:
        lines.append(f" … and {len(rows) - most:,} more")
    return lines


def _sizes(page: Page, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> list[int]:
    """Return the width of each column, 0 for those that have no words."""
    widest = [max((columns(row[number]) for row in rows), default=0) for number in range(len(widths))]
    stretch = min(1.5, page.width / 80 if page.width >= 80 else (page.width - 10) / 70)
    limits = [max(4, int(width * stretch)) if width else 0 for width in widths]
    sizes = [min(limit, cells) for limit, cells in zip(limits, widest, strict=True)]
    wide = [number for number, width in enumerate(widths) if not width and widest[number]]
    count = sum(map(bool, sizes)) + len(wide)
    spare = max(8 * len(wide), page.width - 1 - sum(sizes) - len(GAP) * (count - 1))
    for number in wide:
        sizes[number] = spare // len(wide)
    return sizes
