"""Files that appear whole or not at all, below one folder and never outside it; only regular files are replaced."""

from __future__ import annotations

import atexit
import errno
import os
import stat
from contextlib import suppress
from functools import cache
from time import time
from types import TracebackType
from typing import IO

from newsclaims.text.outputs import UNFINISHED, identity

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO})
"""Errors of the output's device: going on would fail for every file."""

WORK = ".newsclaims"
"""The folder of unfinished files and the lock, inside the output folder; it is gone after a run."""

_STALE = 24 * 60 * 60  # seconds after which nobody works on an unfinished file any more


class Unusable(RuntimeError):
    """Raised when a run cannot go on; the message says in one line what its user can change."""


class Locked(Unusable):
    """Raised when another run writes to the folder."""


class Escape(OSError):
    """Raised for a name that would be written outside the output folder, or over what is no file of ours."""


class NewFile:
    """A file in the making: ``finish`` puts it into its place, ``drop`` leaves nothing behind."""

    def __init__(self, target: str, temporary: str) -> None:
        self.target = target
        self.temporary = temporary
        _drop_at_exit(os.getpid())
        _unfinished.add(temporary)  # first, for a signal may come before the file has an owner that drops it
        self.file: IO[bytes] = open(temporary, "xb")  # noqa: SIM115 - closed by finish and drop

    def write(self, data: bytes) -> None:
        """Append bytes."""
        self.file.write(data)

    def finish(self, *, sync: bool = False) -> None:
        """Close the file and rename it; ``sync`` waits until its bytes are on the disk.

        Raises:
            Escape: when something else than a regular file has its place.
        """
        self.file.flush()
        if sync:
            os.fsync(self.file.fileno())
        self.file.close()
        _refuse_odd(self.target)
        os.replace(self.temporary, self.target)
        _unfinished.discard(self.temporary)

    def drop(self) -> None:
        """Forget the file."""
        with suppress(OSError):
            self.file.close()
        with suppress(OSError):
            os.unlink(self.temporary)
        _unfinished.discard(self.temporary)


_unfinished: set[str] = set()
"""The temporary files of this process."""


@cache
def _drop_at_exit(process: int) -> None:
    """Have the unfinished files of a process removed at its end; once, however many it makes."""
    atexit.register(_drop_unfinished, process)


def drop_unfinished() -> None:
    """Remove the unfinished files of this process: it is about to end, perhaps by a signal, which runs nothing more."""
    for path in [*_unfinished]:
        with suppress(OSError):
            os.unlink(path)


def _drop_unfinished(process: int) -> None:
    """Remove them at the end of the process that made them; a worker that it forked knows them too."""
    if os.getpid() == process:
        drop_unfinished()


def new_file(path: str, *, own: bool = False) -> NewFile:
    """Begin the file at a path, or the one that a link there names; until it is whole it is a hidden one beside it.

    It gets the permissions, and where possible the owner, of the file that it replaces.  What killed runs left there
    more than a day ago is removed.  ``own`` is for names that this tool chose: no link there is followed.
    """
    target = path if own else os.path.realpath(path)
    if own:
        _refuse_odd(target)
    folder = os.path.dirname(target)
    _sweep(folder)
    try:
        made = NewFile(target, os.path.join(folder, f".newsclaims-{_random()}.tmp"))
    except OSError as error:
        error.filename = path  # nobody knows the other name
        raise
    with suppress(OSError):
        _lock(made.file)  # in use, whatever its age
    with suppress(OSError, AttributeError):  # nothing to replace; Windows has no owners
        old = os.stat(target)
        os.fchmod(made.file.fileno(), stat.S_IMODE(old.st_mode) & 0o777)
        os.fchown(made.file.fileno(), old.st_uid, old.st_gid)
    return made


def open_own(path: str, flags: int) -> IO[bytes]:
    """Open a file that only this tool writes, never through a link.

    Raises:
        Unusable: when it is no regular file.
        OSError: when it cannot be opened.
    """
    with suppress(FileNotFoundError):
        if not stat.S_ISREG(os.lstat(path).st_mode):
            raise Unusable(f"{path} is no regular file: it is neither followed nor replaced")
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    file = open(os.open(path, flags, 0o666), "r+b" if flags & os.O_RDWR else "rb")  # noqa: SIM115 - returned
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):  # it came between
        file.close()
        raise Unusable(f"{path} is no regular file: it is neither followed nor replaced")
    return file


class OutputFolder:
    """A folder to which one run at a time writes files, each by renaming a finished one into its place.

    ``joined`` is for the workers of a run: they write to the folder that their run holds, and leave all else to it.

    Raises:
        Locked: when another run holds it.
        Unusable: when what this tool calls its own there are links or the like.
        OSError: when it cannot be made or written.
    """

    def __init__(self, path: str, *, joined: bool = False) -> None:
        self.path = path
        self.real = os.path.realpath(path)
        self._work = os.path.join(self.real, WORK)
        if joined and not os.path.isfile(os.path.join(self._work, "lock")):
            raise Unusable(f"a worker does not see the folder {path} of its run: it must be on a disk that all share")
        os.makedirs(path, exist_ok=True)
        self.identity = identity(os.stat(self.real))
        self._lock: IO[bytes] | None = None
        if not joined:
            self._lock = self._locked()
            self._clear()  # what a killed run left
        self._checked = ""
        self._looked_at = ("", False)

    def _locked(self) -> IO[bytes]:
        """Return the lock, held: a run that ends takes its own away, so it must still be the one that others see."""
        name = os.path.join(self._work, "lock")
        while True:
            with suppress(FileExistsError):
                os.mkdir(self._work)
            try:
                if not stat.S_ISDIR(os.lstat(self._work).st_mode):
                    raise Unusable(f"{self._work} is no folder: it is neither followed nor replaced")
                file = open_own(name, os.O_RDWR | os.O_CREAT)
            except FileNotFoundError:
                continue
            try:
                _lock(file)
            except OSError as error:
                file.close()
                raise Locked(f"another run writes to {self.path}") from error
            with suppress(FileNotFoundError):
                if identity(os.lstat(name)) == identity(os.fstat(file.fileno())):
                    return file
            file.close()

    def __enter__(self) -> OutputFolder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lock is None:
            return
        self._clear()
        with suppress(OSError):
            if os.name == "nt":  # Windows deletes no open file
                self._lock.close()
            os.unlink(os.path.join(self._work, "lock"))
        self._lock.close()
        with suppress(OSError):  # it holds what is not ours, or the next run has begun
            os.rmdir(self._work)

    def _clear(self) -> None:
        """Remove unfinished files; anything else in there is not ours."""
        with os.scandir(self._work) as entries:
            for entry in entries:
                if entry.name.endswith(".tmp") and entry.is_file(follow_symlinks=False):
                    with suppress(FileNotFoundError):  # a worker that its run has left alone had it
                        os.unlink(entry.path)

    def path_of(self, name: str) -> str:
        """Return the path of a relative name, slashes between its parts."""
        return os.path.join(self.real, *name.split("/"))

    @property
    def desk(self) -> OutputFolder:
        """The folder that has the manifest."""
        return self

    def size(self, name: str) -> int | None:
        """Return the bytes of an output that is there; None of what is no regular file."""
        found = os.lstat(self.path_of(name))
        return found.st_size if stat.S_ISREG(found.st_mode) else None

    def saved(self) -> None:
        """Hear that the manifest has grown; here it is where it belongs."""

    def holds(self, folder: str) -> bool:
        """Tell whether a folder is this one or lies in it, whatever link, mount or spelling leads there."""
        if folder != self._looked_at[0]:
            self._looked_at = (folder, self._is_above(os.path.realpath(folder)))
        return self._looked_at[1]

    def _is_above(self, folder: str) -> bool:
        while True:
            with suppress(OSError):
                if identity(os.stat(folder)) == self.identity:
                    return True
            above = os.path.dirname(folder)
            if above == folder:
                return False
            folder = above

    def create(self, name: str) -> NewFile:
        """Begin the file of a relative name; it appears when it is finished.

        Raises:
            Escape: when the name leads out of the folder, or to what is no regular file.
            OSError: when it cannot be written.
        """
        if os.path.isabs(name) or ".." in name.split("/") or "\0" in name:
            raise Escape(errno.EPERM, "its output would lie outside the output folder", name)
        target = self.path_of(name)
        parent = os.path.dirname(target)
        if parent != self._checked:
            os.makedirs(parent, exist_ok=True)
            if os.path.realpath(parent) != parent:  # a link on the way
                raise Escape(errno.EPERM, "its output would lie behind a link", name)
            self._checked = parent
        _refuse_odd(target)
        return NewFile(target, os.path.join(self._work, f"{_random()}.tmp"))


def _refuse_odd(target: str) -> None:
    """Refuse to replace links, devices, pipes and sockets.

    Raises:
        Escape: when the target is one.
    """
    with suppress(FileNotFoundError):
        if not stat.S_ISREG(os.lstat(target).st_mode):
            raise Escape(errno.EPERM, "its place is taken by what is no regular file", target)


def _sweep(folder: str) -> None:
    """Remove the unfinished files of a folder that nobody holds and that are older than a day."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if UNFINISHED.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError, Unusable):
                    if time() - entry.stat(follow_symlinks=False).st_mtime > _STALE:
                        with open_own(entry.path, os.O_RDWR) as file:
                            _lock(file)
                            os.unlink(entry.path)


def _random() -> str:
    """Return 16 hex digits that no other process has, on this machine or another."""
    return os.urandom(8).hex()


def _lock(file: IO[bytes]) -> None:
    try:
        import fcntl
    except ModuleNotFoundError:  # Windows: no lock, the rest holds
        return
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
