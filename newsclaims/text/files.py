"""Files to records: a text file is one article, a JSON Lines file one a line, read at constant memory.

Reading is done in two steps, so that the second can be another process's work: ``pieces`` cuts a file into pieces of
bytes, and ``records_in`` turns one piece into records.  What cannot be read is a ``Failure`` in its place.
"""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from newsclaims.isolation import each_isolated
from newsclaims.model import Failure
from newsclaims.text.compressed import PACKED, Seen, open_bytes, unreadable_by
from newsclaims.text.decode import keeps_line_feeds
from newsclaims.text.limits import MOST_RECORDS, TooLarge
from newsclaims.text.media import binary, wide_encoding
from newsclaims.text.records import Record, parse_json, parse_line, parse_text

STDIN = "-"
LINES = (".jsonl", ".ndjson")
SUFFIXES = (".txt", ".md", *LINES)
_WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_AT_ONCE = 1 << 20  # bytes
_HEAD = 1 << 12  # bytes by which a file is known not to be JSON Lines
_SLACK = 1 << 20  # bytes that a record may hold beside its text


@dataclass(frozen=True, slots=True)
class Piece:
    """What holds one article, or the articles of a JSON file: ``line`` is set for a line of JSON Lines.

    ``data`` is ``None`` when the file is still to be read; ``encoding`` is set when it is not that of the file.
    """

    source: str
    line: int | None = None
    data: bytes | None = None
    encoding: str | None = None


def bare(path: str) -> str:
    """Return the path without the suffix of a packer."""
    return path[: -len(suffix)] if (suffix := ending(path, PACKED)) else path


def ending(path: str, suffixes: tuple[str, ...]) -> str:
    """Return which of these suffixes, given in lower case, a path has in any case; "" for none."""
    last = path[-8:].lower()
    return next((suffix for suffix in suffixes if last.endswith(suffix)), "")


def pieces(source: str, encoding: str | None, max_chars: int, seen: Seen | None = None) -> Iterator[Piece | Failure]:
    """Yield the pieces of the file at the path ``source``, or of standard input for "-".

    ``seen`` is told what bytes were read, unless ``records_in`` is still to read them.
    """
    return each_isolated(_pieces(source, encoding, max_chars, seen), source)


def _pieces(source: str, encoding: str | None, max_chars: int, seen: Seen | None) -> Iterator[Piece | Failure]:
    if ending(bare(source), (".txt", ".md", ".json")) and source != STDIN:
        yield Piece(source)
        return
    try:
        if source == STDIN:
            yield from _pieces_of(sys.stdin.buffer, source, encoding, max_chars)
        else:
            with open_bytes(source, seen) as file:
                yield from _pieces_of(file, source, encoding, max_chars)
    except unreadable_by() as error:
        yield unreadable(source, error)


def _pieces_of(file: IO[bytes], source: str, encoding: str | None, max_chars: int) -> Iterator[Piece | Failure]:
    limit = _limit(max_chars)
    lines: Any = file
    first = file.readline(limit + 1)
    if source == STDIN and not first:
        return
    encoding = encoding or wide_encoding(first)
    data = b""
    changed = None
    if first.startswith(_WIDE_MARKS) or (encoding is not None and not keeps_line_feeds(encoding)):
        # two or four bytes a character: LF cannot be looked for in bytes
        data = first + _read(file, limit)
        text = data.decode(_wide_encoding(data, encoding), "replace").removeprefix("\ufeff")
        lines = io.BytesIO(text.encode("utf-8", "replace"))
        first = lines.readline()
        changed = "utf-8"
    if not _is_json_lines(source, first, changed or encoding):
        yield Piece(source, None, data or first + _read(file, limit + 1 - len(first)))
        return
    kind = None
    if changed is None and first.lstrip()[:2] not in (b'{"', b"{ ", b"{}"):
        kind = binary(first + (lines.peek(_HEAD) if hasattr(lines, "peek") else b""), encoding)
    if kind is not None:
        yield Failure(None, source, None, "not-text", kind)
        return
    number = 0
    line = first
    while line:
        number += 1
        if number > MOST_RECORDS:
            yield Failure(None, source, number, "too-long", f"more than {MOST_RECORDS:,} lines: the rest is not read")
            return
        if len(line) > limit:
            yield Failure(None, source, number, "too-long", f"a line of more than {limit:,} bytes")
            while line and not line.endswith(b"\n"):
                line = lines.readline(limit)
        elif not line.isspace():
            yield Piece(source, number, line, changed)
        line = lines.readline(limit + 1)


def _wide_encoding(data: bytes, encoding: str | None) -> str:
    if encoding is not None:
        return encoding
    return "utf-32" if data.startswith(_WIDE_MARKS[:2]) else "utf-16"


def _is_json_lines(source: str, first: bytes, encoding: str | None) -> bool:
    """Tell whether it is JSON Lines: by its suffix, for other names by a first line that is a whole JSON object.

    The object is an article with its text, or one that `extract` wrote, which begins with its schema's version.
    """
    if ending(bare(source), LINES):
        return True
    start = first.removeprefix(codecs.BOM_UTF8).strip()
    if start.startswith(b'{"schema_version"') and start.endswith(b"}"):
        return True
    return start.startswith(b"{") and isinstance(parse_line(start, source, 1, encoding), Record)


def records_in(
    piece: Piece | Failure, encoding: str | None, max_chars: int, seen: Seen | None = None
) -> Iterator[Record | Failure]:
    """Yield the records of one piece; ``seen`` is told what bytes its file had, if that is read here."""
    if isinstance(piece, Failure):
        return iter((piece,))
    return each_isolated(_records_in(piece, encoding, max_chars, seen), piece.source, piece.line)


def _records_in(piece: Piece, encoding: str | None, max_chars: int, seen: Seen | None) -> Iterator[Record | Failure]:
    encoding = piece.encoding or encoding
    if piece.line is not None:
        found = parse_line(piece.data or b"", piece.source, piece.line, encoding)
        if found is not None:
            yield found
        return
    data = piece.data
    if data is None:
        try:
            data = read_bytes(piece.source, _limit(max_chars), seen)
        except unreadable_by() as error:
            yield unreadable(piece.source, error)
            return
    if len(data) > _limit(max_chars):
        yield Failure(None, piece.source, None, "too-long", f"more than {_limit(max_chars):,} bytes")
    elif (kind := binary(data, encoding)) is not None:
        yield Failure(None, piece.source, None, "not-text", kind)
    elif ending(bare(piece.source), (".json",)):
        yield from parse_json(data, piece.source, encoding)
    else:
        yield parse_text(data, piece.source, encoding or wide_encoding(data))


def read_bytes(path: str, limit: int, seen: Seen | None = None) -> bytes:
    """Return the first ``limit + 1`` unpacked bytes of a file.

    Raises:
        OSError: when it cannot be read.
    """
    with open_bytes(path, seen) as file:
        return _read(file, limit + 1)


def _read(file: IO[bytes], count: int) -> bytes:
    """Return up to ``count`` bytes; room is made for those that come, not for all that may."""
    found = io.BytesIO()
    while count > 0 and (data := file.read(min(count, _AT_ONCE))):
        count -= found.write(data)
    return found.getvalue()


def unreadable(source: str, error: BaseException) -> Failure:
    """Return the failure of a file that could not be read."""
    if isinstance(error, TooLarge):
        return Failure(None, source, None, "too-long", f"{error}: what comes behind is not read")
    if isinstance(error, ModuleNotFoundError):
        message = f"reading this file needs the package {error.name}"
    else:
        message = getattr(error, "strerror", None) or f"damaged: {error}"
    return Failure(None, source, None, "unreadable", f"cannot read: {message}")


def _limit(max_chars: int) -> int:
    return 4 * max_chars + _SLACK
