"""Scripts that make tables and models from treebanks and lists; each runs as ``python -m newsclaims.learn.NAME``.

They run from a checkout, whose tables they write, and are no part of the wheel: nothing outside this folder imports
them.  Without the arguments that it needs a script prints what it does.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any


def table_path(package: str, name: str) -> Path:
    """Return the path of ``newsclaims/<package>/lexicon/<name>.tsv``."""
    return Path(__file__).parent.parent / package / "lexicon" / f"{name}.tsv"


def write_table(package: str, name: str, head: str, lines: Iterable[str], path: str | Path | None = None) -> None:
    """Write a table (or another file at ``path``): every line of the head behind ``# ``, then the lines, sorted."""
    text = "".join(f"# {line}\n" for line in head.splitlines()) + "".join(f"{line}\n" for line in sorted(lines))
    Path(path or table_path(package, name)).write_text(text, encoding="utf-8")


def corpus(path: str | Path) -> Iterator[list[list[str]]]:
    """Yield the sentences of a corpus, ``.xz`` or plain, as rows of columns.

    The file has a token a line, its columns parted by tabs, and a blank line between sentences.
    """
    opener = lzma.open if str(path).endswith(".xz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for blank, sentence in groupby(lines, str.isspace):
            if not blank:
                yield [line.rstrip("\n").split("\t") for line in sentence]


def records(path: str | Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON Lines."""
    with open(path, encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def arguments(doc: str | None, least: int) -> list[str]:
    """Return the arguments of the command line; with too few, print the docstring of the script and exit with 2."""
    given = sys.argv[1:]
    if len(given) < least:
        print(doc, file=sys.stderr)
        raise SystemExit(2)
    return given


def needed(name: str) -> Any:
    """Import a package that only the scripts need; where it is missing, say so in one line and exit with 2."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        print(f"this script needs the package {error.name}: pip install {error.name}", file=sys.stderr)
        raise SystemExit(2) from error
