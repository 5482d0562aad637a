"""Data files of the package, mapped into memory: of a large one a run reads the parts that it asks for."""

from __future__ import annotations

from mmap import ACCESS_READ, mmap


def mapped(path: str) -> mmap:
    """Return the bytes of a file that is not empty, read where they are asked for.

    Raises:
        OSError: when there is no such file.
    """
    with open(path, "rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)
