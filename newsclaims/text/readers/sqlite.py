"""Articles in SQLite databases: the rows of a user's query, whose columns have the names that records have."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import quote

from newsclaims.model import Failure
from newsclaims.text.intake import Intake
from newsclaims.text.limits import MOST_RECORDS, too_many
from newsclaims.text.readers.pieces import Piece

_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE})


def pieces(path: str, intake: Intake) -> Iterator[Piece | Failure]:
    """Yield the rows of ``intake.query`` as pieces; ``line`` is the number of the row.

    The database is opened for reading only, and the query can do nothing but read it.
    """
    if intake.query is None:
        yield Failure(None, path, None, "not-text", "a SQLite database, not text; " + _advice(path))
        return
    number = 0
    try:
        with closing(_opened(path)) as base:
            base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, intake.limit)
            base.text_factory = lambda data: data.decode("utf-8", "replace")
            base.set_authorizer(_authorize)
            rows = base.execute(intake.query)
            names = [column[0] for column in rows.description or ()]
            for row in rows:
                number += 1
                if number > MOST_RECORDS:
                    yield too_many(path, number, "rows")
                    return
                yield Piece(path, number, form="record", fields=dict(zip(names, row, strict=True)))
    except (sqlite3.Error, sqlite3.Warning) as error:
        yield Failure(None, path, number + 1 if number else None, "bad-query", f"--query: {error}")


def _opened(path: str) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(os.path.abspath(path))}?mode=ro", uri=True)


def _authorize(action: int, *_: object) -> int:
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def _advice(path: str) -> str:
    """Return how to name the articles, with a table of this database that has a column of text."""
    try:
        with closing(_opened(path)) as base:
            names = base.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name LIMIT 6").fetchall()
    except sqlite3.Error as error:
        return f"cannot be read: {error}"
    tables = ", ".join(str(name)[:40] for (name,) in names)
    return f"name its articles (--query 'SELECT text, title, date FROM …'); its tables: {tables or 'none'}"
