"""Where the text that is read stands in a file that holds more than it: markup, front matter.

What is read is the visible text; offsets are those of the file.  The text that they refer to is the file with all that
is not read blanked out, sign for sign, so that it is as long as the file and ``text[start:end]`` of it is each item's
``text``: `**Lima** said` is read as `Lima said` and its text is `  Lima   said`.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, Final, TypeVar

from newsclaims.display import Valued
from newsclaims.fields import changed
from newsclaims.pattern import compiled

Item = TypeVar("Item")
_KEPT: Final = compiled(r"[^\n\r\x0b\x0c\x85\u2028\u2029]")  # line ends stay


class Origin:
    """The visible text, put together from pieces of a file in their order."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._pieces: list[str] = []
        self._length = 0
        self._starts: list[int] = []  # of the visible stretches that stand in the file
        self._places: list[tuple[int, int, int]] = []  # of each: length, start and end in the file

    def add(self, start: int, end: int, visible: str | None = None) -> None:
        """Append what stands in the file there; ``visible`` is what it reads as, where that is not itself (`&amp;`)."""
        text = self._file[start:end] if visible is None else visible[: end - start]
        if not text:
            return
        if visible is None and self._places:
            length, begin, last = self._places[-1]
            if last == start and length == last - begin and self._starts[-1] + length == self._length:
                self._places[-1] = (length + end - start, begin, end)  # it goes on
                self._append(text)
                return
        self._starts.append(self._length)
        self._places.append((len(text), start, end))
        self._append(text)

    def part(self, separator: str) -> None:
        """Append what stands nowhere: blanks between paragraphs, the sign of a list."""
        if self._length or not separator.isspace():
            self._append(separator)

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def __len__(self) -> int:
        return self._length

    def visible(self, start: int = 0) -> str:
        """Return the text to read, from ``start`` on."""
        if start == 0 and len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        if not start:
            return "".join(self._pieces)
        found: list[str] = []
        length = self._length
        for piece in reversed(self._pieces):
            if length <= start:
                break
            found.append(piece)
            length -= len(piece)
        return "".join(reversed(found))[start - length if length < start else 0 :]

    def blanked(self) -> str:
        """Return the file with nothing but the visible text and its line ends in it."""
        found = []
        last = 0
        visible = self.visible()
        for at, (length, start, end) in zip(self._starts, self._places, strict=True):
            found += [_KEPT.sub(" ", self._file[last:start]), visible[at : at + length], " " * (end - start - length)]
            last = end
        return "".join([*found, _KEPT.sub(" ", self._file[last:])])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the visible text stands in the file."""
        if end <= start:
            place = self._first(start)
            return place, place
        return self._first(start), self._last(end)

    def _first(self, at: int) -> int:
        number = bisect_right(self._starts, at) - 1
        if number >= 0:
            length, start, end = self._places[number]
            if at < self._starts[number] + length:
                return start + (at - self._starts[number] if length == end - start else 0)
        number += 1
        return self._places[number][1] if number < len(self._places) else len(self._file)

    def _last(self, at: int) -> int:
        number = bisect_right(self._starts, at - 1) - 1
        if number < 0:
            return 0
        length, start, end = self._places[number]
        inside = at - self._starts[number]
        return start + inside if length == end - start and inside <= length else end


def moved(article: Item, origin: Origin) -> Item:
    """Return an article of the visible text with the offsets and texts of the file."""
    text = origin.blanked()

    def move(value: Any) -> Any:
        if isinstance(value, tuple):
            if len(value) == 2 and all(type(one) is int for one in value):
                return origin.span(*value)
            return tuple([move(one) for one in value])
        if not isinstance(value, Valued):
            return value
        span: Any = value
        changes = {
            name: move(held) for name in span.__match_args__ if isinstance(held := getattr(value, name), tuple | Valued)
        }
        if hasattr(value, "start"):
            start, end = origin.span(span.start, span.end)
            changes |= {"start": start, "end": end}
            if hasattr(value, "text"):
                changes["text"] = text[start:end]
        return changed(span, **changes) if changes else value

    return changed(move(article), text=text)  # type: ignore[no-any-return]
