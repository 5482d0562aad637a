"""Where a stream goes: standard output, a file that appears when it is whole, a device, or a database."""

from __future__ import annotations

import os
import stat
import sys
from functools import partial
from types import TracebackType
from typing import IO, Any

from newsclaims.formats.atomic import NewFile
from newsclaims.formats.json import Pieces
from newsclaims.text.visible import visible, visible_json


class Target:
    """An open output; leaving its context without ``finish`` leaves no half-written file behind."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def __enter__(self) -> Target:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.drop()

    def write(self, item: Any) -> None:
        """Write bytes, or pieces of bytes as they are made."""
        if isinstance(item, Pieces):
            self._file.writelines(item)
        elif item:
            self._file.write(item)

    def flush(self) -> None:
        """Hand on what is written: readers of a pipe get each article when it is done."""
        self._file.flush()

    def finish(self) -> None:
        """Say that all is written."""
        self._file.flush()

    def drop(self) -> None:
        """Clean up what was not finished."""


class TerminalTarget(Target):
    """A terminal: characters that could act on it are escaped, in JSON by JSON's own escapes."""

    def __init__(self, file: IO[bytes], format: str) -> None:
        super().__init__(file)
        self._show = visible_json if format in ("json", "jsonl", "auto") else partial(visible, keep="\n\t")

    def write(self, item: Any) -> None:
        """Write bytes of UTF-8 text."""
        if item:
            self._file.write(self._show(bytes(item).decode("utf-8", "replace")).encode("utf-8", "replace"))


class FileTarget(Target):
    """A file that is renamed into its place at the end."""

    def __init__(self, path: str) -> None:
        folder, name = os.path.split(os.path.realpath(path))
        self._new: NewFile | None = NewFile(os.path.join(folder, name), os.path.join(folder, f".{os.getpid()}.tmp"))
        super().__init__(self._new.file)

    def flush(self) -> None:
        """Nobody reads an unfinished file."""

    def finish(self) -> None:
        """Put the file into its place."""
        assert self._new is not None
        self._new.finish(sync=True)
        self._new = None

    def drop(self) -> None:
        """Remove what was not finished."""
        if self._new is not None:
            self._new.drop()


class DatabaseTarget(Target):
    """A SQLite database; every article is one transaction."""

    def __init__(self, path: str) -> None:
        from newsclaims.formats.sqlite import Database

        self._base = Database(path)

    def write(self, item: Any) -> None:
        """Add one article's rows."""
        if item:
            self._base.add(item)

    def flush(self) -> None:
        """Each article is committed already."""

    def finish(self) -> None:
        """All is committed already."""

    def drop(self) -> None:
        """Close the database."""
        self._base.close()


def open_target(path: str | None, format: str) -> Target:
    """Open the output: a path, or standard output for None and "-".

    Raises:
        OSError: when it cannot be written.
    """
    if path is None or path == "-":
        return stream_target(sys.stdout.buffer, format)
    if format == "sqlite":
        return DatabaseTarget(path)
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        mode = stat.S_IFREG
    return FileTarget(path) if stat.S_ISREG(mode) else stream_target(open(path, "wb"), format)


def stream_target(file: IO[bytes], format: str) -> Target:
    """Return the target of an open stream or device, which may be a terminal: `/dev/stdout`, `/dev/tty`."""
    return TerminalTarget(file, format) if file.isatty() else Target(file)
