"""Paths that a list names: ``--files-from``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import IO, Any

from newsclaims.text.files import STDIN


def listed(context: Any, files_from: str, null: bool) -> Iterable[str]:
    """Return the paths that a list names, one a line or, with ``null``, between NULs, as it is read.

    Raises:
        OSError: when the list cannot be read.
        Unusable: at a path that leads out of the current folder, where only the configuration names the list.
    """
    paths = _named_in(files_from, b"\0" if null else b"\n")
    return _inside(paths, files_from) if _is_configured(context, "files_from") else paths


def _named_in(source: str, separator: bytes) -> Iterator[str]:
    """Yield the paths that a list names, one a line or between NULs."""
    with ExitStack() as closing:
        file: IO[bytes] = sys.stdin.buffer if source == STDIN else closing.enter_context(open(source, "rb"))
        if separator == b"\n":
            for line in file:
                if name := line.rstrip(b"\r\n"):
                    yield os.fsdecode(name)
            return
        rest = b""
        while chunk := file.read(1 << 16):
            *names, rest = (rest + chunk).split(separator)
            yield from (os.fsdecode(name) for name in names if name)
        if rest:
            yield os.fsdecode(rest)


def _is_configured(context: Any, option: str) -> bool:
    """Tell whether a configuration file, not the user's command, has set an option: in Typer's context only."""
    source = context and context.get_parameter_source(option)
    return source is not None and source.name == "DEFAULT_MAP"


def _inside(paths: Iterable[str], listing: str) -> Iterator[str]:
    """Yield the paths that a list holds which only the configuration names.

    Raises:
        Unusable: at one that leads out of the current folder, as the configuration itself may not.
    """
    from newsclaims.cli.config import is_inside
    from newsclaims.formats.atomic import Unusable

    for path in paths:
        if not is_inside(path):
            raise Unusable(f"{listing} names {path}, out of this folder: name the list with --files-from to read it")
        yield path
