"""An output folder behind an address (extra ``remote``), with what a folder of this machine has: whole files only.

An object store shows an object when all of it is there.  It has no lock and nothing can be appended, so the manifest is
kept in a folder of this machine and put there every now and then, and at the end.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from tempfile import NamedTemporaryFile, TemporaryDirectory
from time import monotonic
from types import TracebackType
from typing import Any

from newsclaims.formats.atomic import WORK, Escape, OutputFolder, Unusable
from newsclaims.text.outputs import MANIFEST
from newsclaims.text.remote import file_system, is_remote, local_path, size_of, told

_STORES = frozenset({"s3", "gs", "az", "abfs"})
_EVERY = 15.0  # seconds between two copies of the manifest


class RemoteFile:
    """A file in the making, in a temporary file of this machine: ``finish`` puts it into its place."""

    def __init__(self, system: Any, target: str, temporary: str | None) -> None:
        self._system = system
        self._target = target
        self._temporary = temporary
        self.file = NamedTemporaryFile(prefix="newsclaims-")  # noqa: SIM115 - closed by finish and drop

    def write(self, data: bytes) -> None:
        """Append bytes."""
        self.file.write(data)

    def finish(self, *, sync: bool = False) -> None:
        """Put the file into its place and close it.

        Raises:
            OSError: when that fails.
        """
        self.file.flush()
        with self.file, told(self._target):
            put(self._system, self.file.name, self._target, self._temporary)

    def drop(self) -> None:
        """Forget the file."""
        with suppress(OSError):
            self.file.close()


def put(system: Any, path: str, target: str, temporary: str | None) -> None:
    """Copy a file of this machine to its place: at once where that is all or nothing, else by another name."""
    if temporary is None:
        system.put_file(path, target)
        return
    system.makedirs(temporary.rpartition("/")[0], exist_ok=True)
    system.makedirs(target.rpartition("/")[0], exist_ok=True)
    system.put_file(path, temporary)
    system.mv(temporary, target)


class RemoteFolder:
    """A folder behind an address; ``desk`` is the folder of this machine that has its manifest.

    Workers of a run open it with ``joined`` and leave the manifest to their run.

    Raises:
        OSError, ModuleNotFoundError: when the address cannot be reached, or a package is missing.
    """

    identity = (-1, -1)

    def __init__(self, path: str, *, joined: bool = False) -> None:
        self.path = self.real = path.rstrip("/")
        self._system, self._root = file_system(self.path)
        self._direct = path.partition("://")[0] in _STORES
        self._place: TemporaryDirectory[str] | None = None
        self._copied = monotonic()
        if joined:
            return
        with told(self.path):
            self._system.invalidate_cache()
        self._clear()
        self._place = TemporaryDirectory(prefix="newsclaims-")
        self.desk = OutputFolder(self._place.name)
        with told(self.path), suppress(FileNotFoundError):
            self._system.get_file(f"{self._root}/{MANIFEST}", self.desk.path_of(MANIFEST))

    def __enter__(self) -> RemoteFolder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._place is None:
            return
        try:
            self._copy()
            self._clear()
        finally:
            self.desk.__exit__(kind, error, trace)
            self._place.cleanup()

    def path_of(self, name: str) -> str:
        """Return the address of a relative name."""
        return f"{self.path}/{name}"

    def holds(self, folder: str) -> bool:
        """Tell whether a folder is this one or lies in it."""
        return is_remote(folder) and f"{folder.rstrip('/')}/".startswith(f"{self.path}/")

    def size(self, name: str) -> int | None:
        """Return the bytes of an output that is there; None where there is none."""
        return size_of(self.path_of(name))

    def create(self, name: str) -> RemoteFile:
        """Begin the file of a relative name; it appears when it is finished.

        Raises:
            Escape: when the name leads out of the folder.
        """
        if name.startswith("/") or ".." in name.split("/") or "\0" in name:
            raise Escape(errno.EPERM, "its output would lie outside the output folder", name)
        temporary = None if self._direct else f"{self._root}/{WORK}/{os.urandom(8).hex()}.tmp"
        return RemoteFile(self._system, f"{self._root}/{name}", temporary)

    def _clear(self) -> None:
        """Remove what is unfinished, where there is such a thing."""
        if not self._direct:
            with told(self.path), suppress(FileNotFoundError):
                self._system.rm(f"{self._root}/{WORK}", recursive=True)

    def saved(self) -> None:
        """Copy the manifest if it was not for a while."""
        if self._place is not None and monotonic() - self._copied >= _EVERY:
            self._copy()

    def _copy(self) -> None:
        path = self.desk.path_of(MANIFEST)
        if os.path.isfile(path):
            with told(self.path):
                temporary = None if self._direct else f"{self._root}/{WORK}/{os.urandom(8).hex()}.tmp"
                put(self._system, path, f"{self._root}/{MANIFEST}", temporary)
            self._copied = monotonic()


Folder = OutputFolder | RemoteFolder
"""What a batch writes to."""


def open_folder(path: str, *, joined: bool = False) -> Folder:
    """Return the output folder of a path or an address.

    Raises:
        Locked, Unusable: when it cannot be used.
        OSError: when it cannot be made or reached.
    """
    if not is_remote(path):
        return OutputFolder(local_path(path), joined=joined)
    try:
        return RemoteFolder(path, joined=joined)
    except ModuleNotFoundError as error:
        raise Unusable(str(error)) from error
