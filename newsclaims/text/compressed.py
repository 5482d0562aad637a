"""Opening files for reading bytes: plain, .gz, .xz and .zst, by the name's suffix."""

from __future__ import annotations

from typing import IO, cast

PACKED = (".gz", ".xz", ".zst")


def open_bytes(path: str) -> IO[bytes]:
    """Open a file for reading, unpacked.

    Raises:
        OSError: when it cannot be opened.
        ModuleNotFoundError: for .zst without the `zstandard` package.
    """
    if path.endswith(".gz"):
        import gzip

        return cast(IO[bytes], gzip.open(path, "rb"))
    if path.endswith(".xz"):
        import lzma

        return cast(IO[bytes], lzma.open(path, "rb"))
    if path.endswith(".zst"):
        import zstandard

        return cast(IO[bytes], zstandard.open(path, "rb"))
    return open(path, "rb")


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
