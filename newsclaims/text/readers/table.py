"""Articles in CSV and TSV, a row each, under the names of columns that records have; also trafilatura's own."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import chain
from typing import IO

from newsclaims.model import Failure
from newsclaims.text.decode import decode
from newsclaims.text.intake import Intake
from newsclaims.text.keys import folded, known
from newsclaims.text.limits import MOST_RECORDS, too_many
from newsclaims.text.media import binary, wide_encoding
from newsclaims.text.readers.pieces import FACTS, Piece, are_facts, rejoined

_HEAD = 1 << 16  # bytes by which the encoding and the delimiter are known
_DELIMITERS = ",;\t|"
_TRAFILATURA = ("url", "id", "fingerprint", "hostname", "title", "image", "date", "text", "comments")
"""What trafilatura's CSV holds before license and kind; it has tabs, no header, and `null` for what is not known."""
_FINGERPRINT = re.compile(r"[0-9a-f]{8,16}\Z")


def pieces(file: IO[bytes], source: str, intake: Intake) -> Iterator[Piece | Failure]:
    """Yield the rows as pieces; ``line`` is the number of the row, the header not counted."""
    head = file.read(_HEAD)
    kind = binary(head, intake.encoding)
    if kind is not None:
        yield Failure(None, source, None, "not-text", kind)
        return
    encoding = _encoding(head, intake.encoding)
    stream = io.TextIOWrapper(rejoined(head, file), encoding, errors="replace", newline="")
    first = stream.readline(_HEAD)
    if not first.strip():
        yield Failure(None, source, None, "no-articles", "no articles: the table is empty")
        return
    csv.field_size_limit(intake.limit)
    delimiter = max(_DELIMITERS, key=first.count)
    found = csv.reader(_lines(chain([first], _rest(stream, intake.limit))), delimiter=delimiter)
    number = 0
    try:
        header = next(found, [])
        columns: tuple[str, ...] | list[str] = header
        row: list[str] | None = header
        if _is_trafilatura(header):
            columns = _TRAFILATURA
        else:
            if are_facts(header):
                yield Failure(None, source, None, "own-output", FACTS)
                return
            if not _has_text(header, intake):
                yield Failure(None, source, None, "no-text", _no_column(header, intake.text_key))
                return
            row = next(found, None)
        while row is not None:
            if row and number < MOST_RECORDS:
                number += 1
                cells = ("" if cell == "null" and columns is _TRAFILATURA else cell for cell in row)
                fields = dict(zip(columns, cells, strict=False))
                yield Piece(source, number, form="record", fields=fields, warnings=_replaced(row, encoding))
            elif row:
                yield too_many(source, number, "rows")
                return
            row = next(found, None)
    except csv.Error as error:  # a quotation mark that nothing closes, a cell that has no end
        yield Failure(None, source, number + 1, "bad-table", f"not CSV: {error}; the rest of the file is not read")


def _replaced(row: list[str], encoding: str) -> tuple[str, ...]:
    count = sum(cell.count("\ufffd") for cell in row)
    if not count:
        return ()
    hint = "; if it is not UTF-8, name its encoding (--encoding cp1252)" if encoding == "utf-8-sig" else ""
    return (f"{count} replaced: bytes that are not {encoding.removesuffix('-sig')}{hint}",)


def _encoding(head: bytes, given: str | None) -> str:
    found = given or decode(head[:4]).encoding
    if found != "utf-8":
        return found if given else found.removesuffix("-le").removesuffix("-be")  # that reads the mark itself
    return wide_encoding(head) or "utf-8-sig"


def _rest(stream: io.TextIOWrapper, limit: int) -> Iterator[str]:
    while line := stream.readline(limit):
        if len(line) == limit:
            raise csv.Error(f"a line of {limit:,} characters or more")
        yield line


def _lines(lines: Iterator[str]) -> Iterator[str]:
    """Yield lines without NULs, which the reader of older Pythons refuses."""
    for line in lines:
        yield line.replace("\0", "\ufffd") if "\0" in line else line


def _has_text(header: list[str], intake: Intake) -> bool:
    if intake.text_key is not None:
        return intake.text_key in header or folded(intake.text_key) in map(folded, header)
    return any(folded(name) in known("text") for name in header)


def _no_column(header: list[str], key: str | None) -> str:
    has = ", ".join(name.strip()[:40] for name in header[:8]) + (", …" if len(header) > 8 else "")
    wanted = f"{key!r} is none" if key is not None else "none is known to hold text; name it (--text-key)"
    return f"no text: of the columns {has} {wanted}"


def _is_trafilatura(row: list[str]) -> bool:
    same = len(row) == len(_TRAFILATURA) + 2 and row[0].startswith(("http", "null"))
    return same and _FINGERPRINT.match(row[2]) is not None
