"""Where a stream goes: standard output, a file that appears when it is whole, a device, or a database."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable
from functools import partial
from types import TracebackType
from typing import IO, Any

from newsclaims.formats.atomic import FULL, NewFile, new_file
from newsclaims.formats.json import Pieces
from newsclaims.formats.packed import packer_of, packing
from newsclaims.pattern import compiled
from newsclaims.text.outputs import Outputs
from newsclaims.text.visible import visible, visible_json

_DESCRIPTOR = compiled(r"/dev/(stdin|stdout|stderr)|(?:/dev|/proc/self)/fd/(\d{1,9})")


class Target:
    """An open output; leaving its context without ``finish`` leaves no half-written file behind."""

    name = "standard output"
    """What an error of its device is said of."""

    def __init__(self, file: IO[bytes], packer: str = "") -> None:
        self._file = packing(file, packer) if packer else file
        self._beneath = file
        self._packed = bool(packer)

    def __enter__(self) -> Target:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, OSError) and error.errno in FULL and error.filename is None:
            error.filename = self.name
        self.drop()

    def write(self, item: Any) -> None:
        """Write bytes, or pieces of bytes as they are made."""
        if isinstance(item, Pieces):
            self._file.writelines(item)
        elif item:
            self._file.write(item)

    def write_safe(self, text: str) -> None:
        """Write text in which all but our own colours is made visible already."""
        self._file.write(text.encode("utf-8", "replace"))

    def flush(self) -> None:
        """Hand on what is written: readers of a pipe get each article when it is done."""
        self._file.flush()

    def finish(self) -> None:
        """Say that all is written."""
        if self._packed:
            self._file.close()
        self._beneath.flush()

    def drop(self) -> None:
        """Clean up what was not finished."""


_JSON = frozenset({"json", "jsonl", "auto", "annotation", "claimreview", "doccano", "labelstudio", "prodigy"})


class TerminalTarget(Target):
    """A terminal: characters that could act on it are escaped, in JSON by JSON's own escapes."""

    def __init__(self, file: IO[bytes], format: str) -> None:
        super().__init__(file)
        self._show = visible_json if format in _JSON else partial(visible, keep="\n\t")

    def write(self, item: Any) -> None:
        """Write bytes of UTF-8 text."""
        if item:
            self._file.write(self._show(bytes(item).decode("utf-8", "replace")).encode("utf-8", "replace"))


class FileTarget(Target):
    """A file that is renamed into its place at the end, packed where its name asks for it."""

    def __init__(self, path: str) -> None:
        self._new: NewFile | None = new_file(path)
        super().__init__(self._new.file, packer_of(path))

    def flush(self) -> None:
        """Nobody reads an unfinished file."""

    def finish(self) -> None:
        """Put the file into its place."""
        assert self._new is not None
        super().finish()
        self._new.finish(sync=True)
        self._new = None

    def drop(self) -> None:
        """Remove what was not finished."""
        if self._new is not None:
            self._new.drop()


class DatabaseTarget(Target):
    """A SQLite database; every article is one transaction."""

    def __init__(self, path: str, note: Callable[[str], None]) -> None:
        from newsclaims.formats.sqlite import Database

        self._base = Database(path, note)

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


def outputs_of(path: str | None, format: str, more: Iterable[str] = ()) -> Outputs:
    """Return what no input may be: the output, for a database the files that SQLite keeps beside it, and ``more``."""
    number = descriptor_of(path)
    if number is not None:
        return Outputs(more, descriptor=number)
    real = os.path.realpath(str(path))
    beside = ("-journal", "-wal", "-shm") if format == "sqlite" else ()
    return Outputs([real, *(real + end for end in beside), *more])


def descriptor_of(path: str | None) -> int | None:
    """Return the open file that None, "-", a name such as ``/dev/stdout`` or a link to one means; None for others."""
    if path is None or path == "-":
        return 1
    for _ in range(40):  # as many links as Linux follows
        found = _DESCRIPTOR.fullmatch(os.path.normpath(path))
        if found:
            return int(found[2] or ("stdin", "stdout", "stderr").index(found[1]))
        try:
            path = os.path.join(os.path.dirname(path), os.readlink(path))
        except (OSError, ValueError):
            break
    return None


def open_target(path: str | None, format: str, note: Callable[[str], None] = lambda text: None) -> Target:
    """Open the output: a path, or standard output for None and "-"; ``note`` hears what a reader of it should know.

    Regular files are replaced when all is written; devices and pipes are written to.

    Raises:
        OSError: when it cannot be written.
    """
    target = _opened(path, format, note)
    if path not in (None, "-"):
        target.name = str(path)
    return target


def _opened(path: str | None, format: str, note: Callable[[str], None]) -> Target:
    number = descriptor_of(path)
    if format == "sqlite":
        return DatabaseTarget(str(path), note)
    if number is not None:
        file = sys.stdout.buffer if number == 1 else open(os.dup(number), "wb")  # noqa: SIM115 - as the next one
    else:
        assert path is not None
        try:
            mode = os.stat(path).st_mode
        except FileNotFoundError:
            mode = stat.S_IFREG
        if stat.S_ISREG(mode):
            return FileTarget(path)
        file = open(path, "wb")  # noqa: SIM115 - as long as the process
    return TerminalTarget(file, format) if file.isatty() else Target(file, packer_of(path) if number is None else "")
