"""The signature of the rules: eight hex digits that change whenever code or data could change a result."""

from __future__ import annotations

import os
from functools import cache
from hashlib import sha256

_ROOT = os.path.dirname(os.path.dirname(__file__))
FOLDERS = (
    "checks", "claims", "dates", "entities", "facts", "figures", "links", "quotes", "sentences", "syntax", "text",
    "wording", "words",
)  # fmt: skip
_FILES = ("extract.py", "fields.py", "model.py", "pipeline.py", "rule.py", "table.py")
_UNREAD = (".md", ".so", ".pyd")
"""What changes no result: the same source gives the same signature where it is compiled."""


@cache
def rules_signature() -> str:
    """Return the first eight hex digits of the SHA-256 of every rule, table and data file of the package."""
    whole = sha256()
    for path in _paths():
        with open(os.path.join(_ROOT, path), "rb") as file:
            whole.update(path.replace(os.sep, "/").encode() + b"\0" + sha256(file.read()).digest())
    return whole.hexdigest()[:8]


def build() -> str:
    """Return which build of the package this is: "compiled" (the modules are libraries) or "pure Python"."""
    from importlib.machinery import EXTENSION_SUFFIXES

    compiled = any(os.path.exists(os.path.join(_ROOT, "pipeline" + suffix)) for suffix in EXTENSION_SUFFIXES)
    return "compiled" if compiled else "pure Python"


def folder_signature(folder: str) -> str:
    """Return the first eight hex digits of the SHA-256 of the files of one of the package's folders."""
    whole = sha256()
    for path in _walk(folder):
        with open(os.path.join(_ROOT, path), "rb") as file:
            whole.update(path.replace(os.sep, "/").encode() + b"\0" + sha256(file.read()).digest())
    return whole.hexdigest()[:8]


def _paths() -> list[str]:
    return [*_FILES, *(path for folder in FOLDERS for path in _walk(folder))]


def _walk(folder: str) -> list[str]:
    found = []
    for root, folders, files in os.walk(os.path.join(_ROOT, folder)):
        folders[:] = [name for name in folders if name != "__pycache__"]
        found += [os.path.relpath(os.path.join(root, name), _ROOT) for name in files if not name.endswith(_UNREAD)]
    return sorted(found)
