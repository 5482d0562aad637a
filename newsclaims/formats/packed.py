"""Packed output: .gz, .xz and .zst, by the name's suffix; the same content gives the same bytes."""

from __future__ import annotations

from typing import IO, Any, cast

from newsclaims.text.compressed import PACKED
from newsclaims.text.files import ending


def packer_of(path: str | None) -> str:
    """Return the suffix of the packer that a file's name asks for, empty for none."""
    return ending(path or "", PACKED)


def packing(file: IO[bytes], packer: str) -> IO[bytes]:
    """Return a file that packs what is written to it into another one, which stays open when it is closed.

    Raises:
        ModuleNotFoundError: for .zst without the `zstandard` package.
    """
    packed: Any
    if packer == ".gz":
        import gzip

        packed = gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0)
    elif packer == ".xz":
        import lzma

        packed = lzma.LZMAFile(file, "wb")  # noqa: SIM115 - closed by who asked for it
    else:
        import zstandard

        packed = zstandard.ZstdCompressor().stream_writer(file, closefd=False)
    return cast(IO[bytes], packed)
