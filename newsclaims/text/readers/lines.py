"""JSON Lines: an article a line, at constant memory."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import IO, Any

from newsclaims.model import Failure
from newsclaims.text.decode import keeps_line_feeds
from newsclaims.text.intake import Intake
from newsclaims.text.limits import MOST_RECORDS, too_many
from newsclaims.text.media import binary, wide_encoding
from newsclaims.text.readers.pieces import Piece
from newsclaims.text.records import Record, parse_line

_WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD = 1 << 12  # bytes by which a file is known not to be JSON Lines


class Lines:
    """A file of lines, ``first`` of them read; those of encodings that have no byte for a line feed are read whole."""

    def __init__(self, file: IO[bytes], intake: Intake) -> None:
        self.limit = intake.limit
        self.file: Any = file
        self.first = file.readline(self.limit + 1)
        self.encoding = intake.encoding or wide_encoding(self.first)
        self.data: bytes | None = None  # the file as it is, where that had to be read
        if self.first.startswith(_WIDE_MARKS) or (self.encoding is not None and not keeps_line_feeds(self.encoding)):
            self.data = self.first + read_up_to(file, self.limit)
            wide = "utf-32" if self.data.startswith(_WIDE_MARKS[:2]) else "utf-16"
            text = self.data.decode(self.encoding or wide, "replace").removeprefix("\ufeff")
            self.file = io.BytesIO(text.encode("utf-8", "replace"))
            self.first = self.file.readline()
            self.encoding = "utf-8"

    def whole(self) -> bytes:
        """Return the bytes of the file, up to one more than the limit."""
        return self.data or self.first + read_up_to(self.file, self.limit + 1 - len(self.first))


def pieces(file: IO[bytes], source: str, intake: Intake, lines: Lines | None = None) -> Iterator[Piece | Failure]:
    """Yield the lines of a file as pieces; ``lines`` is the file where its first line has been read."""
    lines = lines or Lines(file, intake)
    changed = "utf-8" if lines.data is not None else None
    limit = lines.limit
    kind = None
    if changed is None and lines.first.lstrip()[:2] not in (b'{"', b"{ ", b"{}"):
        head = lines.first + (lines.file.peek(_HEAD) if hasattr(lines.file, "peek") else b"")
        kind = binary(head, lines.encoding)
    if kind is not None:
        yield Failure(None, source, None, "not-text", kind)
        return
    number = 0
    line = lines.first
    while line:
        number += 1
        if number > MOST_RECORDS:
            yield too_many(source, number, "lines")
            return
        if len(line) > limit:
            yield Failure(None, source, number, "too-long", f"a line of more than {limit:,} bytes")
            while line and not line.endswith(b"\n"):
                line = lines.file.readline(limit)
        elif not line.isspace():
            yield Piece(source, number, line, changed)
        line = lines.file.readline(limit + 1)


def begin(first: bytes, source: str, encoding: str | None) -> bool:
    """Tell whether a first line is one of JSON Lines: an article with its text, or one that `extract` wrote."""
    start = first.removeprefix(codecs.BOM_UTF8).strip()
    if start.startswith(b'{"schema_version"') and start.endswith(b"}"):
        return True
    return start.startswith(b"{") and isinstance(parse_line(start, source, 1, encoding), Record)


def read_up_to(file: IO[bytes], count: int) -> bytes:
    """Return up to ``count`` bytes; room is made for those that come, not for all that may."""
    found = io.BytesIO()
    while count > 0 and (data := file.read(min(count, 1 << 20))):
        count -= found.write(data)
    return found.getvalue()
