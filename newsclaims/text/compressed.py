"""Opening files for reading bytes: plain, .gz, .xz and .zst, by the name's suffix."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any, cast

from newsclaims.text.limits import Unpacked
from newsclaims.text.remote import is_remote, open_raw, told

_SIP = 1 << 10  # bytes of .zst unpacked at once: they can become 32 thousand times as many
_UNPACKED = 1 << 16  # bytes unpacked at once
PACKED = (".gz", ".xz", ".zst")
_SOUGHT = (".parquet", ".pq")  # their readers begin at the end


class Seen:
    """Size and SHA-256 of a file's own bytes, packed as they are, by the time it is closed; None if it has no end."""

    __slots__ = ("sha256", "size")

    def __init__(self, size: int | None = None, sha256: str | None = None) -> None:
        self.size = size
        self.sha256 = sha256


@contextmanager
def open_bytes(path: str, seen: Seen | None = None) -> Iterator[IO[bytes]]:
    """Open a file for reading, unpacked; ``seen`` is told at the end what bytes the file had that was read.

    A Parquet file can be sought in; of it ``seen`` is told at once.

    Raises:
        OSError: when it cannot be opened.
        ModuleNotFoundError: for .zst without the `zstandard` package.
        TooLarge: by reading on in a file that unpacks to too much.
    """
    packer = os.path.splitext(path)[1].lower()
    if packer in _SOUGHT and (is_remote(path) or os.path.isfile(path)):
        with open_raw(path) if is_remote(path) else open(path, "rb") as file:
            yield _sought(file, seen)
        return
    counted = seen is not None or packer in PACKED or is_remote(path)
    with cast(IO[bytes], io.BufferedReader(_Counted(path, seen))) if counted else open(path, "rb") as raw:
        if packer not in PACKED:
            yield raw
            return
        with _unpacking(raw, packer) as stream:
            yield cast(IO[bytes], io.BufferedReader(Unpacked(stream, raw), _UNPACKED))


def _sought(raw: IO[bytes], seen: Seen | None) -> IO[bytes]:
    """Return an open file that is read here and there; its bytes are read twice, for ``seen`` is told first."""
    if seen is not None:
        from hashlib import sha256

        whole, size = sha256(), 0
        while data := raw.read(1 << 20):
            whole.update(data)
            size += len(data)
        seen.size, seen.sha256 = size, whole.hexdigest()
        raw.seek(0)
    return raw


def _unpacking(raw: IO[bytes], packer: str) -> Any:
    """Return a stream of what a packer's file holds."""
    if packer == ".gz":
        import gzip

        return gzip.GzipFile(fileobj=raw)
    if packer == ".xz":
        import lzma

        return lzma.LZMAFile(raw)
    return io.BufferedReader(_Zst(raw))


class _Counted(io.RawIOBase):
    """A file whose bytes are counted as they are read, and hashed for who asks what they were.

    Then it is read on to its end: another file may get its name meanwhile.
    """

    def __init__(self, path: str, seen: Seen | None) -> None:
        from hashlib import sha256

        self._file = open_raw(path)
        self._path = path
        self._seen = seen
        self._hash = sha256()
        self._size = 0

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def tell(self) -> int:
        """Return how many bytes have been read, of what cannot be sought in too."""
        return self._size

    def readinto(self, buffer: Any) -> int | None:
        """Fill the buffer."""
        with told(self._path):
            count: int | None = self._file.readinto(buffer)  # type: ignore[attr-defined]
        if self._seen is not None:
            self._hash.update(memoryview(buffer)[:count])
        self._size += count or 0
        return count

    def close(self) -> None:
        """Read what is left of a regular file, so that all of it is hashed, and close it."""
        if self.closed:
            return
        with suppress(OSError), self._file:
            if self._seen is not None and self._ends():
                while self.read(1 << 20):
                    pass
                self._seen.size, self._seen.sha256 = self._size, self._hash.hexdigest()
        super().close()

    def _ends(self) -> bool:
        return is_remote(self._path) or stat.S_ISREG(os.fstat(self._file.fileno()).st_mode)


class _Zst(io.RawIOBase):
    """A .zst file, one frame after the other; unlike zstandard's own reader it notices one that was cut off."""

    def __init__(self, file: IO[bytes]) -> None:
        import zstandard

        self._make = zstandard.ZstdDecompressor().decompressobj
        self._file = file
        self._frame: Any = None
        self._packed = self._ready = b""

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer with unpacked bytes.

        Raises:
            EOFError: when the file ends inside a frame.
        """
        while not self._ready:
            self._packed = self._packed or self._file.read(_SIP)
            if not self._packed:
                if self._frame is not None:
                    raise EOFError("the file was cut off")
                return 0
            self._frame = self._frame or self._make()
            self._ready = self._frame.decompress(self._packed)
            self._packed = b""
            if self._frame.eof:
                self._packed, self._frame = self._frame.unused_data, None
        count = min(len(buffer), len(self._ready))
        buffer[:count], self._ready = self._ready[:count], self._ready[count:]
        return count


def unreadable_by() -> tuple[type[Exception], ...]:
    """Return all that opening and reading a file may raise."""
    import lzma
    import zlib

    found: list[type[Exception]] = [OSError, ModuleNotFoundError, EOFError, zlib.error, lzma.LZMAError, ValueError]
    try:
        import zstandard
    except ModuleNotFoundError:
        return tuple(found)
    return (*found, zstandard.ZstdError)
