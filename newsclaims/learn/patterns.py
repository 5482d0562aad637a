"""Compile the package's regular expressions for this Python, into ``newsclaims/patterns.bin`` (see ``pattern.py``).

The build does it for the Python that installs, ``python -m newsclaims.learn.patterns`` in a checkout.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from array import array
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any

from newsclaims import pattern

TEXT = "LIMA, Nov 7 (Reuters) - Peru severed ties on Thursday. “It cost $2.5 million,” Hugo de Zela of Peru said."


def main() -> None:
    """Write the file, of the patterns that are asked for while an article is read."""
    asked: dict[tuple[str, int], tuple[Any, ...]] = {}

    def note(text: str, flags: int = 0) -> re.Pattern[str]:
        asked.setdefault((text, int(flags)), made(text, int(flags)))
        return re.compile(text, flags)

    pattern.compiled = note  # type: ignore[assignment]  # before most other modules take it
    from newsclaims.cli import extract, front, run, targets  # noqa: F401 - for their patterns
    from newsclaims.pipeline import run as read

    for text in texts():
        read(text)
    ours = [module for name, module in sys.modules.items() if name.startswith("newsclaims.")]
    for held in [value for module in ours for value in vars(module).values()]:
        if isinstance(held, re.Pattern) and isinstance(held.pattern, str):
            note(held.pattern, held.flags & ~re.UNICODE)
    keep(pattern.FILE, pattern.this_python() + marshal.dumps(asked))


def texts() -> list[str]:
    """Return what is read to see what articles need: the samples, where there are some, and a short text."""
    samples = sorted(Path(pattern.__file__).parent.parent.glob("samples/*.txt"))
    return [TEXT, *(path.read_text(encoding="utf-8") for path in samples)]


def keep(path: str, data: bytes) -> None:
    """Write a file in one go: who reads it meanwhile has the old one."""
    unfinished = f"{path}.{os.getpid()}.tmp"
    with open(unfinished, "wb") as file:
        file.write(data)
    os.replace(unfinished, path)


def made(text: str, flags: int) -> tuple[Any, ...]:
    """Return what `_sre.compile` is given for a pattern behind its text, the code packed: as `re` itself does it."""
    tree = _parser.parse(text, flags)
    code = _compiler._code(tree, flags)
    names = tree.state.groupdict
    order: list[str | None] = [None] * tree.state.groups
    for name, number in names.items():
        order[number] = name
    return array("I", code).tobytes(), flags | tree.state.flags, tree.state.groups - 1, names, tuple(order)


if __name__ == "__main__":
    main()
