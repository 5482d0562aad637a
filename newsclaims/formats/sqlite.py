"""A SQLite database of articles: normalised tables, a full-text index, views for the usual questions."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from itertools import count

from newsclaims.formats.tables import PLAIN, Rows
from newsclaims.text.inputs import without_suffix
from newsclaims.text.records import name_of

_SCHEMA = os.path.join(os.path.dirname(__file__), "tables.sql")
_SERIAL = frozenset({"roles", "mentions", "arguments", "texts"})
VERSION = 1  # PRAGMA user_version of databases of this layout


class Database:
    """A database to which articles are added; one with the same id is replaced, in one transaction each.

    Names of files are not unique as the ids of a feed are: where an id is only a file's name, an article from another
    path keeps its place and the new one is known by its path instead (``b/x`` beside the ``x`` of ``a/x.txt``).

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
        self._keyed = {name: self._key_places(name) for name in ("articles", *PLAIN)}

    def _columns(self, table: str) -> list[str]:
        columns = [row[1] for row in self._base.execute(f"PRAGMA table_info({table})")]
        return columns[1:] if table in _SERIAL else columns

    def _key_places(self, table: str) -> frozenset[int]:
        """Return which cells of a table's rows hold an article's id or begin with it."""
        if table == "articles":
            return frozenset({0})
        links = {row[3] for row in self._base.execute(f"PRAGMA foreign_key_list({table})")} | {"key", "item"}
        return frozenset(at for at, name in enumerate(self._columns(table)) if name in links)

    def _statement(self, table: str) -> str:
        columns = self._columns(table)
        names = ", ".join(f'"{name}"' for name in columns)
        return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"

    def add(self, rows: dict[str, Rows] | None) -> None:
        """Add one article's rows, replacing those of an article with the same id."""
        if rows is None:
            return
        try:
            self._base.execute("BEGIN IMMEDIATE")
            rows = self._placed(rows)
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

    def _placed(self, rows: dict[str, Rows]) -> dict[str, Rows]:
        """Return the rows under an id that no article of another path holds by its file's name."""
        id, source = rows["articles"][0][:2]
        for name in _names(id, source):
            held = self._base.execute("SELECT source FROM articles WHERE id = ?", (name,)).fetchone()
            if held is None or held[0] == source or not (_is_file_name(id, source) or _is_file_name(name, held[0])):
                return rows if name == id else {table: self._renamed(rows[table], table, id, name) for table in rows}
        raise AssertionError("the names have no end")

    def _renamed(self, rows: Rows, table: str, old: str, new: str) -> Rows:
        keyed = self._keyed[table]
        return [
            tuple(new + cell[len(old) :] if at in keyed and cell is not None else cell for at, cell in enumerate(row))
            for row in rows
        ]

    def close(self) -> None:
        """Close the database as one file without companions."""
        with suppress(sqlite3.Error):  # when somebody reads it, the companions stay until they have done
            self._base.execute("PRAGMA journal_mode = DELETE")
        self._base.close()


def _is_file_name(id: str, source: str | None) -> bool:
    """Tell whether an id is only the name of the file, with a line's number or without."""
    if source is None or source == "-":
        return False
    name = name_of(source)
    return id == name or (id.startswith(name + ":") and id[len(name) + 1 :].isdecimal())


def _names(id: str, source: str | None) -> Iterator[str]:
    """Yield the names an article may have, the best first; they are the same in every run."""
    yield id
    if source is not None:
        name = name_of(source)
        line = id[len(name) :] if _is_file_name(id, source) else f":{id}"
        yield without_suffix(source) + line
        yield source + line
    yield from (f"{id}~{number}" for number in count(2))
