"""Files that appear whole or not at all, below one folder and never outside it."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from types import TracebackType
from typing import IO

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO})
"""Errors of the output's device: going on would fail for every file."""

WORK = ".newsclaims"
"""The folder of unfinished files and the lock, inside the output folder; it is gone after a run."""


class Unusable(RuntimeError):
    """Raised when a run cannot go on; the message says in one line what its user can change."""


class Locked(Unusable):
    """Raised when another run writes to the folder."""


class Escape(OSError):
    """Raised for a name that would be written outside the output folder."""


class OutputFolder:
    """A folder to which one run at a time writes files, each by renaming a finished one into its place.

    Raises:
        Locked: when another run holds it.
        OSError: when it cannot be made or written.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        os.makedirs(path, exist_ok=True)
        self.real = os.path.realpath(path)
        self._work = os.path.join(self.real, WORK)
        os.makedirs(self._work, exist_ok=True)
        self._lock = open(os.path.join(self._work, "lock"), "wb")  # noqa: SIM115 - held until close
        try:
            _lock(self._lock)
        except OSError as error:
            self._lock.close()
            raise Locked(f"another run writes to {path}") from error
        for name in os.listdir(self._work):  # what a killed run left
            if name != "lock":
                os.unlink(os.path.join(self._work, name))
        self._count = 0
        self._checked = ""

    def __enter__(self) -> OutputFolder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name in os.listdir(self._work):
            os.unlink(os.path.join(self._work, name))
        self._lock.close()
        os.rmdir(self._work)

    def create(self, name: str) -> NewFile:
        """Begin the file of a relative name; it appears when it is finished.

        Raises:
            Escape: when the name leads out of the folder.
            OSError: when it cannot be written.
        """
        target = os.path.join(self.real, *name.split("/"))
        parent = os.path.dirname(target)
        if os.path.isabs(name) or ".." in name.split("/") or "\0" in name:
            raise Escape(errno.EPERM, "its output would lie outside the output folder", name)
        if parent != self._checked:
            os.makedirs(parent, exist_ok=True)
            if os.path.realpath(parent) != parent:  # a link on the way
                raise Escape(errno.EPERM, "its output would lie behind a link", name)
            self._checked = parent
        self._count += 1
        return NewFile(target, os.path.join(self._work, f"{self._count}.tmp"))


class NewFile:
    """A file in the making: ``finish`` puts it into its place, ``drop`` leaves nothing behind."""

    def __init__(self, target: str, temporary: str) -> None:
        self.target = target
        self.temporary = temporary
        self.file: IO[bytes] = open(temporary, "wb")  # noqa: SIM115 - closed by finish and drop

    def write(self, data: bytes) -> None:
        """Append bytes."""
        self.file.write(data)

    def finish(self, *, sync: bool = False) -> None:
        """Close the file and rename it; ``sync`` waits until its bytes are on the disk."""
        self.file.flush()
        if sync:
            os.fsync(self.file.fileno())
        self.file.close()
        os.replace(self.temporary, self.target)

    def drop(self) -> None:
        """Forget the file."""
        with suppress(OSError):
            self.file.close()
        with suppress(OSError):
            os.unlink(self.temporary)


def _lock(file: IO[bytes]) -> None:
    try:
        import fcntl
    except ModuleNotFoundError:  # Windows: no lock, the rest holds
        return
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
