"""Files under an address (``s3://bucket/news.jsonl``) through fsspec (extra ``remote``).

``file://`` needs none of it: such an address is the path of a file and is treated as one everywhere.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, cast

SCHEMES = ("s3", "gs", "az", "abfs", "memory")
_BLOCK = 1 << 22  # bytes that are fetched at once


def is_remote(path: str) -> bool:
    """Tell whether a path is an address that fsspec is asked for."""
    scheme, mark, _ = path.partition("://")
    return bool(mark) and scheme in SCHEMES


def is_pattern(path: str) -> bool:
    """Tell whether an address names files by ``*``, ``?`` or ``[…]``."""
    return any(sign in path for sign in "*?[")


def local_path(path: str) -> str:
    """Return the path that a ``file://`` address names; others as they are."""
    if not path.startswith("file:///"):
        return path
    from urllib.parse import unquote

    return unquote(path[7:])


@contextmanager
def told(path: str) -> Iterator[None]:
    """Turn whatever a file system's own package raises into what files raise.

    Raises:
        OSError: for all that is wrong at an address.
        ModuleNotFoundError: when a package is missing.
    """
    try:
        yield
    except (OSError, ModuleNotFoundError):
        raise
    except ImportError as error:  # fsspec says so of a package that it would need
        scheme = path.partition("://")[0]
        extra = ": pip install 'newsclaims[remote]'" if scheme == "s3" else ""
        raise ModuleNotFoundError(f"{error}{extra}", name=f"that fsspec wants for {scheme}://") from error
    except Exception as error:
        raise OSError(errno.EREMOTEIO, f"{type(error).__name__}: {error}"[:300], path) from error


def file_system(path: str) -> tuple[Any, str]:
    """Return the file system of an address, and the address as it names it.

    Raises:
        OSError, ModuleNotFoundError: as ``told``.
    """
    with told(path):
        try:
            import fsspec
        except ModuleNotFoundError as error:
            message = f"{path} needs fsspec: pip install 'newsclaims[remote]'"
            raise ModuleNotFoundError(message, name="fsspec") from error
        return cast("tuple[Any, str]", fsspec.core.url_to_fs(path))


def open_raw(path: str) -> IO[bytes]:
    """Open a file for reading its bytes, wherever it is; an address can be sought in.

    Raises:
        OSError, ModuleNotFoundError: as ``told``.
    """
    if not is_remote(path):
        return open(path, "rb", buffering=0)
    system, name = file_system(path)
    with told(path):
        return cast(IO[bytes], system.open(name, "rb", block_size=_BLOCK))


def size_of(path: str) -> int | None:
    """Return the bytes of a file, wherever it is; None of what is no regular file, or cannot be looked at."""
    try:
        if not is_remote(path):
            return os.path.getsize(path) if os.path.isfile(path) else None
        system, name = file_system(path)
        with told(path):
            found = system.info(name)
        return int(found["size"]) if found["type"] == "file" else None
    except (OSError, ModuleNotFoundError):
        return None


def files_under(path: str) -> Iterator[tuple[str, str]]:
    """Yield (address, place below it) of every file that an address names: one file, a pattern or a folder, sorted.

    Raises:
        OSError, ModuleNotFoundError: as ``told``; FileNotFoundError where there is nothing.
    """
    system, name = file_system(path)
    scheme = path.partition("://")[0]
    with told(path):
        if is_pattern(path):
            found = [item for item in sorted(system.glob(name)) if system.isfile(item)]
            places = [(item, item.rpartition("/")[2]) for item in found]
        elif system.isfile(name):
            places = [(name, name.rpartition("/")[2])]
        else:
            root = name.rstrip("/") + "/"
            places = [(item, item[len(root) :]) for item in sorted(system.find(name)) if item.startswith(root)]
    if not places:
        raise FileNotFoundError(errno.ENOENT, "no such file or folder", path)
    yield from ((f"{scheme}://{item.lstrip('/')}", place) for item, place in places)
