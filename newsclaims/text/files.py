"""Files to records: what a file is cut into, and what becomes of each piece.

Intake is done in two steps, so that the second can be another process's work: ``pieces`` cuts a file into pieces of
bytes, and ``records_in`` turns one piece into records.  What cannot be read is a ``Failure`` in its place.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import IO, Any

from newsclaims.isolation import each_isolated
from newsclaims.model import Failure
from newsclaims.text.compressed import PACKED, Seen, open_bytes, unreadable_by
from newsclaims.text.intake import USUAL, Intake
from newsclaims.text.limits import TooLarge
from newsclaims.text.media import binary, form_within, wide_encoding
from newsclaims.text.readers import WHOLE, forms, needed_by
from newsclaims.text.readers.lines import Lines, begin, read_up_to
from newsclaims.text.readers.lines import pieces as lines_of
from newsclaims.text.readers.pieces import Piece, rejoined
from newsclaims.text.records import Found, Record, found_in, parse_line, parse_text

STDIN = "-"
LINES = (".jsonl", ".ndjson")
SUFFIXES = (".txt", ".md", *LINES)


def bare(path: str) -> str:
    """Return the path without the suffix of a packer."""
    return path[: -len(suffix)] if (suffix := ending(path, PACKED)) else path


def ending(path: str, suffixes: tuple[str, ...]) -> str:
    """Return which of these suffixes, given in lower case, a path has in any case; "" for none."""
    last = path[-12:].lower()
    return next((suffix for suffix in suffixes if last.endswith(suffix)), "")


def form_of(path: str) -> str | None:
    """Return the form of a file by its name (``text``, ``lines``, ``html`` …), None where its bytes must tell."""
    return None if path == STDIN else forms().get(os.path.splitext(bare(path))[1].lower())


def pieces(source: str, intake: Intake = USUAL, seen: Seen | None = None) -> Iterator[Piece | Failure]:
    """Yield the pieces of the file at the path ``source``, or of standard input for "-".

    ``seen`` is told what bytes were read, unless ``records_in`` is still to read them.
    """
    return each_isolated(_pieces(source, intake, seen), source)


def _pieces(source: str, intake: Intake, seen: Seen | None) -> Iterator[Piece | Failure]:
    form = form_of(source)
    if form in WHOLE:
        yield Piece(source, form=form)
        return
    try:
        if form == "sqlite":
            yield from _database(source, intake, seen)
        elif source == STDIN:
            yield from pieces_of(sys.stdin.buffer, source, intake)
        else:
            with open_bytes(source, seen) as file:
                yield from pieces_of(file, source, intake, form)
    except ImportError as error:
        yield unreadable(source, error, form)
    except unreadable_by() as error:
        yield unreadable(source, error, form)


def pieces_of(
    file: IO[bytes], source: str, intake: Intake = USUAL, form: str | None = None
) -> Iterator[Piece | Failure]:
    """Yield the pieces of an open file of bytes, whose name is ``source``; without a ``form`` its bytes tell.

    Raises:
        OSError, ValueError, EOFError: when it cannot be read, or is damaged.
        ImportError: when a package is missing that this form needs.
    """
    if form is None:
        yield from _unnamed(file, source, intake)
    elif form == "lines":
        yield from lines_of(file, source, intake)
    elif form == "parquet" and not file.seekable():
        data = read_up_to(file, intake.limit + 1)
        yield from pieces_of(io.BytesIO(data), source, intake, form)
    elif form in WHOLE:
        yield Piece(source, None, read_up_to(file, intake.limit + 1), form=form)
    else:
        yield from _reader(form).pieces(file, source, intake)


def _unnamed(file: IO[bytes], source: str, intake: Intake) -> Iterator[Piece | Failure]:
    lines = Lines(file, intake)
    if not lines.first and source == STDIN:
        return
    if begin(lines.first, source, lines.encoding):
        yield from lines_of(file, source, intake, lines)
        return
    if lines.first.startswith(b"WARC/"):
        yield from pieces_of(rejoined(lines.first, file), source, intake, "warc")
        return
    data = lines.whole()
    form = form_within(data, intake.encoding) if len(data) <= intake.limit else None
    if form is None:
        yield Piece(source, None, data, form="text")
    elif form == "sqlite":
        yield Failure(None, source, None, "not-text", "a SQLite database, not text; give it as a file that ends in .db")
    else:
        yield from pieces_of(io.BytesIO(data), source, intake, form)


def _database(source: str, intake: Intake, seen: Seen | None) -> Iterator[Piece | Failure]:
    with open_bytes(source, seen):  # it is there, and its bytes are known
        pass
    yield from _reader("sqlite").pieces(source, intake)


def _reader(form: str) -> Any:
    return import_module(f"newsclaims.text.readers.{form}")


def records_in(piece: Piece | Failure, intake: Intake = USUAL, seen: Seen | None = None) -> Iterator[Found]:
    """Yield the records of one piece; ``seen`` is told what bytes its file had, if that is read here."""
    if isinstance(piece, Failure):
        return iter((piece,))
    return each_isolated(_records_in(piece, intake, seen), piece.source, piece.line)


def _records_in(piece: Piece, intake: Intake, seen: Seen | None) -> Iterator[Found]:
    if piece.encoding is not None:
        intake = intake._replace(encoding=piece.encoding)
    if piece.form == "record":
        record = found_in(piece.fields or {}, piece.source, piece.line, intake)
        if piece.warnings and isinstance(record, Record):
            record = record._replace(warnings=(*piece.warnings, *record.warnings))
        yield record
        return
    form = piece.form or ("lines" if piece.line is not None else form_of(piece.source)) or "text"
    if form == "lines" and piece.line is not None:
        line = parse_line(piece.data or b"", piece.source, piece.line, intake.encoding, intake)
        if line is not None:
            yield line
        return
    data = piece.data
    if data is None:
        try:
            data = read_bytes(piece.source, intake.limit, seen)
        except unreadable_by() as error:
            yield unreadable(piece.source, error)
            return
    if len(data) > intake.limit:
        yield Failure(None, piece.source, piece.line, "too-long", f"more than {intake.limit:,} bytes")
        return
    if form in ("html", "pdf", "docx") and not _is(form, data):
        form = form_within(data, intake.encoding) or "text"  # the name lies
    if form not in WHOLE:
        try:
            for one in pieces_of(io.BytesIO(data), piece.source, intake, form):
                yield from records_in(one, intake)
        except ImportError as error:
            yield unreadable(piece.source, error, form)
        except unreadable_by() as error:
            yield unreadable(piece.source, error)
    elif form in ("text", "markdown", "html") and (kind := binary(data, intake.encoding)) is not None:
        yield Failure(None, piece.source, piece.line, "not-text", kind)
    elif form == "text":
        encoding = intake.encoding or wide_encoding(data)
        yield parse_text(data, piece.source, encoding, intake, piece.fields or {}, piece.line)
    else:
        try:
            yield _reader(form).record(data, piece.source, intake, piece.fields, piece.line)
        except ImportError as error:
            yield unreadable(piece.source, error, form)


def _is(form: str, data: bytes) -> bool:
    """Tell whether data begin as their form does."""
    return {"html": b"<" in data, "pdf": b"%PDF-" in data[:1024], "docx": data.startswith(b"PK")}[form]


def read_bytes(path: str, limit: int, seen: Seen | None = None) -> bytes:
    """Return the first ``limit + 1`` unpacked bytes of a file.

    Raises:
        OSError: when it cannot be read.
    """
    with open_bytes(path, seen) as file:
        return read_up_to(file, limit + 1)


def unreadable(source: str, error: BaseException, form: str | None = None) -> Failure:
    """Return the failure of a file that could not be read."""
    if isinstance(error, TooLarge):
        return Failure(None, source, None, "too-long", f"{error}: what comes behind is not read")
    if isinstance(error, ImportError):
        return Failure(None, source, None, "missing-package", f"cannot read: {needed_by(form or '', error.name)}")
    message = getattr(error, "strerror", None) or "damaged: " + " ".join(str(error).split())[:300]
    return Failure(None, source, None, "unreadable", f"cannot read: {message}")
