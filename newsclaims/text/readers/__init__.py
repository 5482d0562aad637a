"""Readers of the forms in which articles come, one a module, imported when a file of that form is met.

A reader of single articles has ``record(data, source, reading, fields)``: the bytes of the file, its path, how to
read, and what is known of the article from elsewhere, to a ``Record`` or a ``Failure``.  A reader of files of many has
``pieces(file, source, reading)``: an open file of bytes to pieces, one an article, each with ``line`` (its number in
the file) and with ``fields``, or with ``data`` and the ``form`` that these have.

Packages that a reader needs are imported in its functions; ``needed_by`` says what to install for one that is missing.
"""

from __future__ import annotations

from functools import cache

from newsclaims.table import rows

WHOLE = frozenset({"text", "markdown", "html", "pdf", "docx"})
"""The forms of files that hold one article."""

_EXTRAS = {"parquet": "parquet", "html": "web", "feed": "web", "warc": "warc", "pdf": "office", "docx": "office"}


_PACKAGES = {"zstandard": "zst", "fsspec": "remote", "s3fs": "remote"}


@cache
def forms() -> dict[str, str]:
    """Return suffix -> form of all files that can be read."""
    return {row[0]: row[1] for row in rows("text", "input_forms")}


def needed_by(form: str, package: str | None) -> str:
    """Return what to install to read files of a form."""
    extra = _PACKAGES.get(package or "") or (None if "fsspec" in (package or "") else _EXTRAS.get(form))
    install = f": pip install 'newsclaims[{extra}]'" if extra else ""
    return f"reading it needs the package {package}{install}"
