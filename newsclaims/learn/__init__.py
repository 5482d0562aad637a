"""Scripts that make tables and models from treebanks and lists; each runs as ``python -m newsclaims.learn.NAME``.

They run from a checkout, whose tables they write, and are no part of the wheel: nothing outside this folder imports
them.  Without the arguments that it needs a script prints what it does.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any


def table_path(package: str, name: str) -> Path:
    """Return the path of ``newsclaims/<package>/lexicon/<name>.tsv``."""
    return Path(__file__).parent.parent / package / "lexicon" / f"{name}.tsv"


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
