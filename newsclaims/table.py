"""Word tables: sorted TSV files in the ``lexicon`` folder of a package, one entry a line.

Lines that begin with ``#`` say where the entries come from; columns are separated by one tab.  A user's folder of
tables of the same names (``use_lexicon``) adds rows to them: ``mine/quotes/cue_verbs.tsv`` to those of quotes.

To read and split the tables that one article needs takes a tenth of the time in which a process reads it.  The build
keeps what comes of it in ``tables.bin`` (``learn/packed_tables.py``).  In a checkout, where tables are edited, one that
has changed since is read itself.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Iterator
from functools import cache
from math import isfinite
from typing import Any, Final

from newsclaims.mapped import mapped
from newsclaims.pattern import this_python

_ROOT: Final = os.path.dirname(__file__)
FILE = os.path.join(_ROOT, "tables.bin")
_added: dict[tuple[str, str], list[list[str]]] = {}


def rows(package: str, name: str) -> list[list[str]]:
    """Return the columns of every entry of ``newsclaims/<package>/lexicon/<name>.tsv``, then the user's."""
    found: list[list[str]] | None = _packed("rows", package, name)
    if found is None:
        found = [line.split("\t") for line in _body(package, name).split("\n")]
    if _added:
        found += _added.get((package, name), ())
    return found


def entries(package: str, name: str) -> dict[str, str]:
    """Return first column -> the rest of the line as written, of large tables of which an article needs little."""
    found: dict[str, str] | None = _packed("entries", package, name)
    if found is None:
        found = dict([line.split("\t", 1) for line in _body(package, name).split("\n")])
    if _added:
        found.update((row[0], "\t".join(row[1:])) for row in _added.get((package, name), ()))
    return found


def pairs(package: str, name: str) -> dict[str, str]:
    """Return the first two columns, with their tab -> the rest of the line, of tables about two words together."""
    found: dict[str, str] | None = _packed("pairs", package, name)
    if found is None:
        found = {f"{first}\t{second}": rest for first, second, rest in _thirds(_body(package, name).split("\n"))}
    if _added:
        added = ["\t".join(row) for row in _added.get((package, name), ())]
        found.update((f"{first}\t{second}", rest) for first, second, rest in _thirds(added))
    return found


def _thirds(lines: list[str]) -> list[list[str]]:
    return [line.split("\t", 2) for line in lines]


def path_of(package: str, name: str) -> str:
    """Return the path of a table of the package."""
    return os.path.join(_ROOT, package, "lexicon", name + ".tsv")


def _packed(form: str, package: str, name: str) -> Any:
    """Return what a function of this module makes of a table as the build kept it, None where it is to be made."""
    places, data, made_at = _made()
    place = places.get((form, package, name))
    if place is None:
        return None
    start, end, size = place
    if made_at:
        table = os.stat(path_of(package, name))
        if table.st_size != size or table.st_mtime_ns > made_at:
            return None
    return marshal.loads(data[start:end])  # of the package, as its modules are


@cache
def _made() -> tuple[dict[tuple[str, str, str], tuple[int, int, int]], memoryview, int]:
    """Return (what makes it, package, table) -> (start, end, size of the table), their data, and a checkout's time.

    Only a checkout has ``learn``; what a wheel has installed is as it was built, whatever the times of its files.
    """
    try:
        data = memoryview(mapped(FILE))
        own = this_python()
        if data[: len(own)] == own:
            length = int.from_bytes(data[-4:], "little")
            time = os.stat(FILE).st_mtime_ns if os.path.isdir(os.path.join(_ROOT, "learn")) else 0
            return marshal.loads(data[-4 - length : -4]), data, time
    except (OSError, ValueError, EOFError, TypeError):
        pass
    return {}, memoryview(b""), 0


def _body(package: str, name: str) -> str:
    """Return the lines of a table below those that say what it is, without the last line's end."""
    with open(path_of(package, name), encoding="utf-8") as file:
        text = file.read().rstrip("\n")
    start = 0
    while text.startswith("#", start):
        start = text.index("\n", start) + 1
    return text[start:]


@cache
def words(package: str, name: str) -> frozenset[str]:
    """Return the first column of a table as a set."""
    if _added:
        return frozenset(row[0] for row in rows(package, name))
    found: frozenset[str] | None = _packed("words", package, name)
    return frozenset([line.partition("\t")[0] for line in _body(package, name).split("\n")]) if found is None else found


@cache
def word_classes(package: str) -> Callable[[str], frozenset[str]]:
    """Return the reader of ``newsclaims/<package>/lexicon/word_classes.tsv``: name of a class -> its words.

    The table is read when a class is first asked for; a name that is not in it raises `KeyError`.
    """

    return _Classes(package).__getitem__


class _Classes(dict[str, frozenset[str]]):
    """The classes of a package. Rules ask for them at every word: nothing is quicker than a dictionary itself."""

    def __init__(self, package: str) -> None:
        super().__init__()
        self._package = package

    def __missing__(self, name: str) -> frozenset[str]:
        if self:
            raise KeyError(name)
        self.update(_classes(self._package))
        return self[name]


@cache
def _classes(package: str) -> dict[str, frozenset[str]]:
    if not _added:
        packed: dict[str, frozenset[str]] | None = _packed("classes", package, "word_classes")
        if packed is not None:
            return packed
    found: dict[str, list[str]] = {}
    for name, word in rows(package, "word_classes"):
        found.setdefault(name, []).append(word)
    return {name: frozenset(members) for name, members in found.items()}


class BadTable(ValueError):
    """A user's table that cannot be used; the message begins with its path and line."""


def use_lexicon(folder: str) -> None:
    """Add the entries of a user's folder to the tables; to be called before the first article is read.

    Raises:
        BadTable: for a file that no table has the name of, and for a line that does not look like that table's.
        OSError: when the folder cannot be read.
    """
    _added.clear()
    _added.update(
        {(package, name): [*_checked(path, rows(package, name))] for package, name, path in [*tables_in(folder)]}
    )
    words.cache_clear()


def added() -> list[tuple[tuple[str, str], list[list[str]]]]:
    """Return the user's entries: (package, name of the table) and rows, in the order of the tables."""
    return sorted(_added.items())


def tables_in(folder: str) -> Iterator[tuple[str, str, str]]:
    """Yield (package, name, path) of the tables in a user's folder, in sorted order.

    Raises:
        BadTable: for a table that is no regular file, or that no table of ours has the name of.
        OSError: when the folder cannot be read.
    """
    for package in sorted(os.listdir(folder)):
        inside = os.path.join(folder, package)
        if package.startswith(".") or not os.path.isdir(inside):
            if package.endswith(".tsv"):
                raise BadTable(f"{inside}: tables stand in a folder of their kind, for example quotes/{package}")
            continue
        for file in sorted(os.listdir(inside)):
            path = os.path.join(inside, file)
            if os.path.isdir(path) and (lost := [one for one in sorted(os.listdir(path)) if one.endswith(".tsv")]):
                raise BadTable(
                    f"{path}/{lost[0]}: tables stand in a folder of their kind, no deeper: {package}/{lost[0]}"
                )
            if not file.endswith(".tsv"):
                continue
            name = file.removesuffix(".tsv")
            if not os.path.isfile(path_of(package, name)):
                raise BadTable(f"{path}: there is no table {package}/{name}; there are {', '.join(table_names())}")
            if not os.path.isfile(path):  # a pipe or a device has no end
                raise BadTable(f"{path}: not a regular file")
            yield package, name, path


def table_names() -> list[str]:
    """Return the names of all tables that can be added to, as ``quotes/cue_verbs``."""
    found = []
    for package in sorted(os.listdir(_ROOT)):
        inside = os.path.join(_ROOT, package, "lexicon")
        if os.path.isdir(inside):
            found += [f"{package}/{name[:-4]}" for name in sorted(os.listdir(inside)) if name.endswith(".tsv")]
    return found


def _checked(path: str, known: list[list[str]]) -> Iterator[list[str]]:
    """Yield the rows of a user's table, after comparing each with what the package's own table looks like."""
    widths = {len(row) for row in known}
    closed = [_closed_values(known, column) for column in range(max(widths))]
    numeric = [column > 0 and _all_numbers(known, column) for column in range(max(widths))]
    lists = [_list_values(known, column) if column else frozenset() for column in range(max(widths))]
    word = 0
    if os.path.basename(path) == "word_classes.tsv":  # the class stands first there
        closed[0], word = frozenset(row[0] for row in known), 1
    lower = all(row[word] == row[word].lower() for row in known)
    with open(path, "rb") as file:
        for number, raw in enumerate(file, 1):
            try:
                line = raw.decode("utf-8").rstrip("\r\n").removeprefix("\ufeff")
            except UnicodeDecodeError as error:
                raise BadTable(f"{path}:{number}: not UTF-8") from error
            if not line.strip(" ") or line.startswith("#"):
                continue
            row = line.split("\t")
            if not min(widths) <= len(row) <= max(widths):
                wanted = " to ".join(str(width) for width in sorted({min(widths), max(widths)}))
                raise BadTable(f"{path}:{number}: {len(row)} columns, the table has {wanted} (separated by tabs)")
            if not row[0] or any(cell != cell.strip() or not cell.isprintable() for cell in row):
                raise BadTable(f"{path}:{number}: an empty word, white space round a cell, or a control character")
            for column, cell in enumerate(row):
                allowed = closed[column]
                if allowed is not None and cell not in allowed:
                    shown = ", ".join(sorted(item or "(empty)" for item in allowed))
                    raise BadTable(f"{path}:{number}: column {column + 1} is {cell!r}, but must be one of: {shown}")
                if cell and numeric[column] and not _is_number(cell):
                    raise BadTable(f"{path}:{number}: column {column + 1} is {cell!r}, but must be a number")
                words = lists[column]
                for item in cell.split(",") if words else ():
                    if item not in words:
                        shown = ", ".join(sorted(words))
                        raise BadTable(f"{path}:{number}: column {column + 1} names {item!r}, but may name: {shown}")
            if lower:  # a table of words in lower case, whatever case its users think in
                row[word] = row[word].lower()
            yield row


def _closed_values(known: list[list[str]], column: int) -> frozenset[str] | None:
    """Return the values of a column that is a class label: few values for many rows, never the word itself."""
    values = [row[column] for row in known if column < len(row)]
    distinct = frozenset(values)
    if column == 0 or len(values) < 20 or len(distinct) > 12 or len(distinct) * 4 > len(values):
        return None
    return None if all(_is_number(value) for value in distinct) else distinct


def _list_values(known: list[list[str]], column: int) -> frozenset[str]:
    """Return the labels of a column of comma-separated labels: few of them for many rows; none for other columns."""
    cells = [row[column].split(",") for row in known if column < len(row)]
    labels = [label for cell in cells for label in cell]
    distinct = frozenset(labels)
    several = sum(len(cell) > 1 for cell in cells)
    closed = several * 10 > len(cells) >= 20 and len(distinct) <= 40 and len(distinct) * 8 <= len(labels)
    return distinct if closed and not any(" " in label for label in distinct) else frozenset()


def _all_numbers(known: list[list[str]], column: int) -> bool:
    return all(_is_number(row[column]) for row in known if column < len(row) and row[column])


def _is_number(cell: str) -> bool:
    try:
        return isfinite(float(cell))
    except ValueError:
        return False
