"""A SQLite database of articles: normalised tables, a full-text index, views for the usual questions."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from typing import Any

from newsclaims.output.tables import PLAIN

_SCHEMA = os.path.join(os.path.dirname(__file__), "tables.sql")
_SERIAL = frozenset({"roles", "mentions", "arguments", "texts"})
VERSION = 1  # PRAGMA user_version of databases of this layout


class Database:
    """A database to which articles are added; one with the same id is replaced, in one transaction each.

    Raises:
        OSError: when the file is no database of this tool or cannot be written.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        try:
            self._open(path)
        except sqlite3.Error as error:
            raise OSError(None, f"cannot write this database: {error}", path) from error

    def _open(self, path: str) -> None:
        self._base = sqlite3.connect(path, isolation_level=None)
        self._base.execute("PRAGMA foreign_keys = ON")
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = NORMAL")
        (version,) = self._base.execute("PRAGMA user_version").fetchone()
        tables = self._base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and version != VERSION:
            raise OSError(None, "this database was not made by this version of newsclaims", path)
        if not tables:
            with open(_SCHEMA, encoding="utf-8") as file:
                self._base.executescript(f"BEGIN;\n{file.read()}\nPRAGMA user_version = {VERSION};\nCOMMIT;")
        self._insert = {name: self._statement(name) for name in ("articles", *PLAIN)}

    def _statement(self, table: str) -> str:
        columns = [row[1] for row in self._base.execute(f"PRAGMA table_info({table})")]
        if table in _SERIAL:
            columns = columns[1:]
        names = ", ".join(f'"{name}"' for name in columns)
        return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"

    def add(self, rows: dict[str, list[tuple[Any, ...]]] | None) -> None:
        """Add one article's rows, replacing those of an article with the same id."""
        if rows is None:
            return
        try:
            self._base.execute("BEGIN IMMEDIATE")
            # references inside the article are checked at the end: a quote may stand before its entity is known
            self._base.execute("PRAGMA defer_foreign_keys = ON")
            self._base.execute("DELETE FROM articles WHERE id = ?", (rows["articles"][0][0],))
            for table in ("articles", *PLAIN):
                if table in rows:
                    self._base.executemany(self._insert[table], rows[table])
            self._base.execute("COMMIT")
        except sqlite3.Error as error:
            if self._base.in_transaction:
                self._base.execute("ROLLBACK")
            raise OSError(None, f"cannot write this database: {error}", self.path) from error

    def close(self) -> None:
        """Close the database as one file without companions."""
        with suppress(sqlite3.Error):  # when somebody reads it, the companions stay until they have done
            self._base.execute("PRAGMA journal_mode = DELETE")
        self._base.close()
