"""Opening files for reading bytes: plain, .gz, .xz and .zst, by the name's suffix."""

from __future__ import annotations

import io
from typing import IO, Any, cast

from newsclaims.text.limits import Unpacked

_SIP = 1 << 10  # bytes of .zst unpacked at once: they can become 32 thousand times as many
_UNPACKED = 1 << 16  # bytes unpacked at once
PACKED = (".gz", ".xz", ".zst")


def open_bytes(path: str) -> IO[bytes]:
    """Open a file for reading, unpacked.

    Raises:
        OSError: when it cannot be opened.
        ModuleNotFoundError: for .zst without the `zstandard` package.
        TooLarge: later, by reading on in a file that unpacks to too much.
    """
    file = open(path, "rb")  # noqa: SIM115 - for the caller to close
    if not path.endswith(PACKED):
        return file
    try:
        stream: Any
        if path.endswith(".gz"):
            import gzip

            stream = gzip.GzipFile(fileobj=file)
        elif path.endswith(".xz"):
            import lzma

            stream = lzma.LZMAFile(file)  # noqa: SIM115 - closed by Unpacked
        else:
            stream = io.BufferedReader(_Zst(file))
    except BaseException:
        file.close()
        raise
    return cast(IO[bytes], io.BufferedReader(Unpacked(stream, file), _UNPACKED))


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
