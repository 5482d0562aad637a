"""What files are cut into: pieces that hold one article each, so that each can be another process's work."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import IO, Any, NamedTuple


class Piece(NamedTuple):
    """What holds one article: ``line`` is set for one of many in a file, it is the line or number there.

    ``data`` are the article's bytes, of the ``form`` that is named or that the file's name tells; ``fields`` are those
    of a record, or what is known of the article beside its bytes.  Without both the file is still to be read.
    ``encoding`` is set when it is not that of the file.
    """

    source: str
    line: int | None = None
    data: bytes | None = None
    encoding: str | None = None
    form: str | None = None
    fields: Mapping[str, Any] | None = None
    warnings: tuple[str, ...] = ()


FACTS = "not read: a table of facts or of places in texts, not of articles"


def are_facts(columns: Iterable[str]) -> bool:
    """Tell whether a table holds places in articles, as our own tables of facts do, and no articles."""
    return {"text", "start", "end"} <= {name.strip().lower() for name in columns}


def rejoined(head: bytes, file: IO[bytes]) -> io.BufferedReader:
    """Return a file as it was before its first bytes were read."""
    return io.BufferedReader(_Rejoined(head, file))


class _Rejoined(io.RawIOBase):
    """A file with the bytes before it that were read already."""

    def __init__(self, head: bytes, file: IO[bytes]) -> None:
        self._head = head
        self._file = file

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer."""
        data = self._head[: len(buffer)] if self._head else self._file.read(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)
