"""What runs write is told from what they read: by device and inode while one writes, by how it begins later on."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Iterable
from contextlib import suppress

from newsclaims.pattern import compiled
from newsclaims.text.remote import open_raw

Identity = tuple[int, int]
"""Device and inode."""

MANIFEST = "manifest.jsonl"
UNFINISHED = compiled(r"\.newsclaims-[0-9a-f]{16}\.tmp")
"""The names of outputs that are not whole yet, outside an output folder."""


class IsOutput(OSError):
    """Raised for an input that the run would overwrite."""

    def __init__(self, path: str) -> None:
        super().__init__(errno.EPERM, "an input must not be the output too", path)


def identity(found: os.stat_result) -> Identity:
    """Return what two paths of one file share."""
    return found.st_dev, found.st_ino


class Outputs:
    """The outputs of one run: files at ``paths``, there already or not, or an open ``descriptor``.

    A file that is not there yet is looked for again at every input, so that inputs may come as a stream.  Terminals and
    other devices of characters may well be read and written at once.
    """

    def __init__(self, paths: Iterable[str] = (), descriptor: int | None = None) -> None:
        self.appended = descriptor is not None
        self._known: set[Identity] = set()
        self._awaited: list[str] = []
        for path in paths:
            try:
                self._add(os.stat(path))
            except OSError:
                self._awaited.append(path)
        if descriptor is not None:
            with suppress(OSError):  # closed; writing will say so
                self._add(os.fstat(descriptor))

    def hold(self, found: os.stat_result) -> bool:
        """Tell whether an input is one of the outputs, by its ``os.stat``."""
        for path in self._awaited:
            try:
                if identity(os.stat(path)) == identity(found):
                    return True
            except OSError:
                continue
        return identity(found) in self._known

    def refuse(self, path: str) -> None:
        """Look at an input before anything is written.

        Raises:
            IsOutput: when it is one of the outputs.
        """
        try:
            found = os.fstat(0) if path == "-" else os.stat(path)
        except (OSError, ValueError):  # reading it will say so
            return
        if self.hold(found):
            raise IsOutput(path)

    def _add(self, found: os.stat_result) -> None:
        if found.st_ino and any(kind(found.st_mode) for kind in (stat.S_ISREG, stat.S_ISFIFO, stat.S_ISBLK)):
            self._known.add(identity(found))


def is_output_folder(folder: str) -> bool:
    """Tell whether a run has written this folder: its manifest begins with the signature of rules and settings."""
    path = os.path.join(folder, MANIFEST)
    return os.path.isfile(path) and is_manifest(path)  # a pipe would be waited for


def is_manifest(path: str) -> bool:
    """Tell whether a file, wherever it is, begins as a manifest does."""
    try:
        with open_raw(path) as file:
            head = json.loads(file.readline(1000))
    except (OSError, ModuleNotFoundError, ValueError, RecursionError):
        return False
    return isinstance(head, dict) and [*head] == ["signature"] and str(head["signature"]).startswith("schema:")


_OUTPUT_KEYS = (
    (b'{"schema_version":"', b',"source":', b',"title":', b',"published":', b',"published_basis":'),
    (b'{"schema_version":"', b',"source":', b',"error":{"code":'),
)
"""How lines of articles and of failures begin; a feed of articles has its text among its first keys, or spaces."""


def is_output_file(path: str) -> bool:
    """Tell whether a JSON Lines file holds what `extract` wrote, by how its first line begins."""
    from newsclaims.text.compressed import open_bytes, unreadable_by

    try:
        with open_bytes(path) as file:
            head = file.readline(9000)
    except unreadable_by():  # reading it will say so
        return False
    return head.startswith(_OUTPUT_KEYS[0][0]) and any(_in_order(head, keys) for keys in _OUTPUT_KEYS)


def _in_order(head: bytes, keys: tuple[bytes, ...]) -> bool:
    at = 0
    for key in keys:
        at = head.find(key, at)
        if at < 0:
            return False
    return True
