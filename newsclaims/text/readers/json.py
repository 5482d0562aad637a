"""JSON files: one record, a list of records at constant memory, several in a row, or what a news API answers."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Mapping
from typing import IO, Any

from newsclaims.model import Failure
from newsclaims.text.intake import Intake
from newsclaims.text.json_values import twice, whole_number
from newsclaims.text.keys import folded, known
from newsclaims.text.limits import MOST_RECORDS, too_many
from newsclaims.text.media import binary, wide_encoding
from newsclaims.text.readers.pieces import Piece

_AT_ONCE = 1 << 16  # bytes
_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DEEPEST = 3  # objects round a list of records


def pieces(file: IO[bytes], source: str, intake: Intake) -> Iterator[Piece | Failure]:
    """Yield the records of a file as pieces; ``line`` is the place in a list, None for a record that stands alone."""
    first = file.read(_AT_ONCE)
    kind = binary(first, intake.encoding)
    if kind is not None:
        yield Failure(None, source, None, "not-text", kind)
        return
    stream = _Values(file, first, intake)
    number = 0
    held: Piece | Failure | None = None  # the first: it has no number if it is the only one
    for value in stream:
        found = _records(value)
        several = stream.listed or found is not None
        for fields in [value] if found is None else found:
            number += 1
            if number > MOST_RECORDS:
                yield too_many(source, number)
                return
            piece = _piece(fields, source, number, stream.warnings)
            if number == 1 and not several:
                held = piece
                continue
            if held is not None:
                yield held
                held = None
            yield piece
    if stream.problem is not None:
        if held is not None:
            yield held
        code, message = stream.problem
        yield Failure(None, source, number + 1 if number else None, code, message)
    elif held is not None:
        yield (
            Piece(source, None, form="record", fields=held.fields, warnings=held.warnings)
            if isinstance(held, Piece)
            else (Failure(None, source, None, held.code, held.message))
        )


def _piece(fields: Any, source: str, number: int, warnings: tuple[str, ...]) -> Piece | Failure:
    if isinstance(fields, Mapping):
        return Piece(source, number, form="record", fields=fields, warnings=warnings)
    return Failure(None, source, number, "bad-json", "not a JSON object")


def _records(value: Any, depth: int = 0) -> list[Any] | None:
    """Return the list of records in what an API answers (``{"status": "ok", "articles": […]}``); None for a record."""
    if not isinstance(value, Mapping) or depth > _DEEPEST:
        return None
    keys = {folded(str(key)): held for key, held in value.items()}
    if any(isinstance(keys.get(name), str) for name in known("text")):
        return None
    for name in known("list"):
        held = keys.get(name)
        if isinstance(held, list) and held and all(isinstance(one, Mapping) for one in held):
            return held
        inner = _records(held, depth + 1)
        if inner is not None:
            return inner
    return None


class _Values:
    """The JSON values of a file one by one, those of a list at the top one by one too; ``problem`` is what ended it.

    Of the file no more is held than twice the value that is read; a value over the limit of a record ends it.
    """

    def __init__(self, file: IO[bytes], first: bytes, intake: Intake) -> None:
        marked = "utf-32" if first.startswith(_MARKS[:2]) else "utf-16" if first.startswith(_MARKS) else None
        encoding = intake.encoding or marked or wide_encoding(first) or "utf-8-sig"
        self._decode = codecs.getincrementaldecoder(encoding)("replace").decode
        self._file = file
        self._limit = intake.limit
        self._text = self._decode(first, not first)
        self._ended = not first
        self._at = 0
        self._first = True
        self._key = intake.text_key
        self.listed = False
        self.warnings: tuple[str, ...] = ()  # of the value that is read
        self.problem: tuple[str, str] | None = None

    def __iter__(self) -> Iterator[Any]:
        read = json.JSONDecoder(parse_int=whole_number).raw_decode
        if self._space() == "[":
            self.listed = True
            self._at += 1
        while True:
            mark = self._space()
            if self.listed and mark == "]":
                self._at += 1
                if self._space():
                    self.problem = ("bad-json", "not JSON: something stands behind the list")
                return
            if not mark:
                if self.listed:
                    self.problem = ("bad-json", "not JSON: the list has no end")
                return
            while True:
                try:
                    value, end = read(self._text, self._at)
                except (ValueError, RecursionError) as error:
                    if isinstance(error, ValueError) and self._more():
                        continue
                    self.problem = self.problem or ("bad-json", self._said(error))
                    return
                length = end - self._at
                if end < len(self._text) or self._text[end - 1] in '}]"' or not self._more():  # a number may go on
                    break
            self.warnings = twice(self._text, self._at, self._at + length, self._key)
            yield value
            self._at += length
            self._first = False
            if self.listed and self._space() == ",":
                self._at += 1
            elif self.listed and self._space() not in ("]", ""):
                self.problem = ("bad-json", "not JSON: no comma between two members of the list")
                return

    def _space(self) -> str:
        """Skip white space and return the next character, "" at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in " \t\r\n\ufeff\x1e":
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _more(self) -> bool:
        """Read as much again as is held; tell whether there was more, and was not too much."""
        self._text, self._at = self._text[self._at :], 0
        if self._ended:
            return False
        if len(self._text) > self._limit:
            self.problem = ("too-long", f"a record of more than {self._limit:,} characters: the rest is not read")
            return False
        data = self._file.read(max(_AT_ONCE, len(self._text)))
        self._ended = not data
        self._text += self._decode(data, self._ended)
        return True

    def _said(self, error: Exception) -> str:
        """Return what is wrong; where it is wrong is known as long as nothing has been cut off."""
        if not isinstance(error, ValueError):
            return "not JSON: nested too deeply"
        return f"not JSON: {error if self._first else getattr(error, 'msg', error)}"
