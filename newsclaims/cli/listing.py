"""Paths that a list names: ``--files-from``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import Any

from newsclaims.formats.atomic import Unusable
from newsclaims.text.files import STDIN

_CHUNK = 1 << 16
_NO_PATH = 1 << 20
"""Bytes without a whole path after which a list is none; a device may go on so for ever."""


def listed(context: Any, files_from: str, null: bool) -> Iterable[str]:
    """Return the paths that a list names, one a line or, with ``null``, between NULs, as it is read.

    Raises:
        OSError: when the list cannot be read.
        Unusable: when it names no path for a megabyte; at a path that leads out of the current folder, where only the
            configuration names the list.
    """
    paths = _named_in(files_from, b"\0" if null else b"\n")
    return _inside(paths, files_from) if is_configured(context, "files_from") else paths


def _named_in(source: str, separator: bytes) -> Iterator[str]:
    """Yield the paths that a list names, one a line or between NULs."""
    with ExitStack() as closing:
        file: Any = sys.stdin.buffer if source == STDIN else closing.enter_context(open(source, "rb"))
        rest = b""
        idle = 0
        while chunk := file.read1(_CHUNK):  # each path as soon as it is there
            *names, rest = (rest + chunk).split(separator)
            found = [name for item in names if (name := item.rstrip(b"\r") if separator == b"\n" else item)]
            yield from map(os.fsdecode, found)
            idle = 0 if found else idle + len(chunk)
            if idle > _NO_PATH:
                raise Unusable(f"--files-from: {source} names no path in {_NO_PATH:,} bytes: the rest is not read")
        if rest := rest.rstrip(b"\r") if separator == b"\n" else rest:
            yield os.fsdecode(rest)


def is_configured(context: Any, option: str) -> bool:
    """Tell whether a configuration file, not the user's command, has set an option: in Typer's context only."""
    source = context and context.get_parameter_source(option)
    return source is not None and source.name == "DEFAULT_MAP"


def _inside(paths: Iterable[str], listing: str) -> Iterator[str]:
    """Yield the paths that a list holds which only the configuration names.

    Raises:
        Unusable: at one that leads out of the current folder, as the configuration itself may not.
    """
    from newsclaims.cli.config import is_inside

    for path in paths:
        if not is_inside(path):
            raise Unusable(f"{listing} names {path}, out of this folder: name the list with --files-from to read it")
        yield path
