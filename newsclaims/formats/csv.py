"""CSV and TSV that readers of tables read without options; cells that are spreadsheet formulas are made harmless.

Lines end in a line feed.  Numbers have a decimal point where a column may hold one, so that a reader that guesses from
the first rows does not take it for one of integers.  TSV has one line a row, whatever the text.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from typing import Any

from newsclaims.formats.columns import LISTS, Column, columns_of
from newsclaims.formats.flat import flat_rows
from newsclaims.model import Article, Failure

BOM = b"\xef\xbb\xbf"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_FREE = frozenset({"text", "texts"})


def csv_rows(item: Article | Failure, table: str, *, raw: bool = False) -> bytes:
    """Return an article's rows of a table as CSV (RFC 4180, but with line feeds).

    An apostrophe is put before free text that a spreadsheet would take for a formula, unless ``raw``; words of closed
    sets, such as the comparator, and numbers are left as they are.
    """
    return _rows(item, table, ",", raw, str)


def tsv_rows(item: Article | Failure, table: str, *, raw: bool = False) -> bytes:
    """Return an article's rows of a table as TSV: tab, line ends and backslash are written as in C.

    Quotation marks are doubled in cells that hold one, which then stand between two; ``raw`` as for CSV.
    """
    return _rows(item, table, "\t", raw, lambda text: text.translate(_ESCAPES))


def header(table: str, delimiter: str) -> bytes:
    """Return the line of column names."""
    return delimiter.join(column.name for column in columns_of(table)).encode() + b"\n"


def _rows(item: Article | Failure, table: str, delimiter: str, raw: bool, change: Callable[[str], str]) -> bytes:
    columns = columns_of(table)
    lines = _Lines()
    write = csv.writer(lines, delimiter=delimiter).writerow
    for row in flat_rows(item, table):
        write([change(_cell(value, column, raw)) for value, column in zip(row, columns, strict=True)])
    return "".join(lines.held).encode("utf-8", "replace")


class _Lines:
    """Takes the rows of a writer that ends them in CR LF: only so it quotes cells with either of them."""

    def __init__(self) -> None:
        self.held: list[str] = []

    def write(self, row: str) -> None:
        """Keep a row, which ends in a line feed then."""
        self.held.append(row[:-2] + "\n")


def _cell(value: Any, column: Column, raw: bool) -> str:
    if value is None:
        return ""
    if column.kind == "truth":
        return "true" if value else "false"
    if column.kind == "number":
        return repr(float(value))
    text = "; ".join(value) if column.kind in LISTS else str(value)
    return harmless(text) if not raw and column.kind in _FREE else text.replace("\0", "\ufffd")


def harmless(text: str) -> str:
    """Return free text with an apostrophe before it where a spreadsheet would take it for a formula."""
    return ("'" + text if text.startswith(_FORMULA) else text).replace("\0", "\ufffd")
