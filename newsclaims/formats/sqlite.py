"""A SQLite database of articles: normalised tables, a full-text index, views for the usual questions."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from time import monotonic, sleep

from newsclaims.formats.tables import PLAIN, Rows
from newsclaims.text.inputs import without_suffix
from newsclaims.text.records import name_of

_SCHEMA = os.path.join(os.path.dirname(__file__), "tables.sql")
_SERIAL = frozenset({"roles", "mentions", "members", "arguments", "texts"})
_PATIENCE = 60.0  # seconds to wait for another process that writes
_NOTES = 10  # articles with the id of another that are named
VERSION = 4  # PRAGMA user_version of databases of this layout


class Database:
    """A database to which articles are added; one with the same id is replaced, in one transaction each.

    Names of files are not unique as the ids of a feed are: where an id is only a file's name, an article from another
    path keeps its place and the new one is known by its path instead (``b/x`` beside the ``x`` of ``a/x.txt``).  Of two
    records of one run that have one id both are kept: the second is known by its path and id, or path and record
    number, and ``note`` hears of it.

    Raises:
        OSError: when the file is no database of this tool or cannot be written.
    """

    def __init__(self, path: str, note: Callable[[str], None] = lambda text: None) -> None:
        self.path = path
        self._note = note
        self._noted = 0
        # by its whole path, for some names mean something else to SQLite; a pipe would be waited for
        real = os.path.realpath(path)
        with suppress(FileNotFoundError):
            if not stat.S_ISREG(os.stat(real).st_mode):
                raise OSError(None, "a database must be a regular file", path)
        try:
            self._base = sqlite3.connect(real, timeout=_PATIENCE, isolation_level=None)
        except sqlite3.Error as error:
            why = "no such folder" if not os.path.isdir(os.path.dirname(real)) else str(error)
            raise OSError(None, f"cannot write this database: {why}", path) from error
        try:
            self._open()
        except sqlite3.Error as error:
            self._base.close()
            raise OSError(None, f"cannot write this database: {error}", path) from error

    def _open(self) -> None:
        self._has_tables()  # before anything is changed
        self._base.execute("PRAGMA foreign_keys = ON")
        self._journal("WAL")
        self._base.execute("PRAGMA synchronous = NORMAL")
        self._base.execute("BEGIN IMMEDIATE")  # of processes that begin at once one makes the tables, the others wait
        if not self._has_tables():
            with open(_SCHEMA, encoding="utf-8") as file:
                for statement in _statements(file.read()):
                    self._base.execute(statement)
            self._base.execute(f"PRAGMA user_version = {VERSION}")
        self._base.execute("COMMIT")
        self._base.execute("CREATE TEMP TABLE placed (id TEXT PRIMARY KEY, source TEXT, record INTEGER) WITHOUT ROWID")
        self._insert = {name: self._statement(name) for name in ("articles", *PLAIN)}
        self._keyed = {name: self._key_places(name) for name in ("articles", *PLAIN)}

    def _has_tables(self) -> bool:
        """Tell whether the database has its tables already.

        Raises:
            OSError: when it has others.
        """
        # the tables first: who makes them sets the version in the same transaction, so it is there once they are
        (tables,) = self._base.execute("SELECT count(*) FROM sqlite_master").fetchone()
        (version,) = self._base.execute("PRAGMA user_version").fetchone()
        if tables and version != VERSION:
            self._base.close()
            raise OSError(None, "this database was not made by this version of newsclaims", self.path)
        return bool(tables)

    def _journal(self, mode: str) -> None:
        """Change the way transactions are kept; SQLite itself does not wait for others to let it."""
        until = monotonic() + _PATIENCE
        while True:
            try:
                self._base.execute(f"PRAGMA journal_mode = {mode}")
                return
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or monotonic() > until:
                    raise
                sleep(0.01)

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
        """Return the rows under an id that no other article of this run has, or of another path by its file's name."""
        id, source, record = rows["articles"][0][:3]
        for name in _names(id, source, record):
            placed = self._base.execute("SELECT source, record FROM placed WHERE id = ?", (name,)).fetchone()
            if placed is not None and placed != (source, record):
                continue
            held = self._base.execute("SELECT source FROM articles WHERE id = ?", (name,)).fetchone()
            if held is None or held[0] == source or not (_is_file_name(id, source) or _is_file_name(name, held[0])):
                self._base.execute("INSERT OR IGNORE INTO placed VALUES (?, ?, ?)", (name, source, record))
                if name == id:
                    return rows
                if not _is_file_name(id, source):
                    self._say(f"{source}:{record}: another article has the id {id!r} too: kept as {name!r}")
                return {table: self._renamed(rows[table], table, id, name) for table in rows}
        raise AssertionError("the names have no end")

    def _say(self, text: str) -> None:
        self._noted += 1
        if self._noted <= _NOTES:
            self._note(text)

    def _renamed(self, rows: Rows, table: str, old: str, new: str) -> Rows:
        keyed = self._keyed[table]
        return [
            tuple(new + cell[len(old) :] if at in keyed and cell is not None else cell for at, cell in enumerate(row))
            for row in rows
        ]

    def close(self) -> None:
        """Close the database as one file without companions."""
        if self._noted > _NOTES:
            self._note(f"… and {self._noted - _NOTES:,} more articles with the id of another")
        with suppress(sqlite3.Error):  # when somebody reads it, the companions stay until they have done
            self._base.execute("PRAGMA busy_timeout = 0")
            self._base.execute("PRAGMA journal_mode = DELETE")
        self._base.close()


def _is_file_name(id: str, source: str | None) -> bool:
    """Tell whether an id is only the name of the file, with a line's number or without."""
    if source is None or source == "-":
        return False
    name = name_of(source)
    return id == name or (id.startswith(name + ":") and id[len(name) + 1 :].isdecimal())


def _names(id: str, source: str | None, record: int) -> Iterator[str]:
    """Yield the names an article may have, the best first; they are the same in every run."""
    yield id
    if source is not None:
        name = name_of(source)
        line = id[len(name) :] if _is_file_name(id, source) else f":{id}"
        yield without_suffix(source) + line
        yield source + line
        yield f"{without_suffix(source)}:{record}"
        yield f"{source}:{record}"
    yield from (f"{id}~{number}" for number in count(2))


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script; Python's own way to run one ends the transaction that it is in."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
