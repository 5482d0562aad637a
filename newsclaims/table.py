"""Word tables: sorted TSV files in the ``lexicon`` folder of a package, one entry a line.

Lines that begin with ``#`` say where the entries come from; columns are separated by one tab.  A user's folder of
tables of the same names (``overlay``) adds rows to them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache

_ROOT = os.path.dirname(__file__)


def rows(package: str, name: str) -> Iterator[list[str]]:
    """Yield the columns of every entry of ``newsclaims/<package>/lexicon/<name>.tsv``."""
    path = os.path.join(_ROOT, package, "lexicon", name + ".tsv")
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line[0] != "#" and line != "\n":
                yield line.rstrip("\n").split("\t")


@cache
def words(package: str, name: str) -> frozenset[str]:
    """Return the first column of a table as a set."""
    return frozenset(row[0] for row in rows(package, name))
