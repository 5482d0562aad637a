"""How inputs are read: what the options about encodings, keys of records and queries come to."""

from __future__ import annotations

from typing import NamedTuple

MAX_CHARS = 10_000_000
"""Code points of one article; longer ones are reported instead."""

_SLACK = 1 << 20  # bytes that a record may hold beside its text


class Intake(NamedTuple):
    """How files become records.

    ``encoding`` is that of the files, None for byte order marks and else UTF-8.  The keys name the fields of records
    where the usual ones (``lexicon/record_keys.tsv``) are not theirs; a key inside of objects is written with dots
    (``fields.body``).  ``query`` is the SELECT that gives the articles of a SQLite database.  ``keep_meta`` keeps the
    other fields of a record.
    """

    encoding: str | None = None
    max_chars: int = MAX_CHARS
    text_key: str | None = None
    date_key: str | None = None
    id_key: str | None = None
    title_key: str | None = None
    query: str | None = None
    keep_meta: bool = False

    @property
    def limit(self) -> int:
        """How many bytes one article may have with all that stands beside its text."""
        return 4 * self.max_chars + _SLACK


USUAL = Intake()
