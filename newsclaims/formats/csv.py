"""CSV and TSV: one row an item; cells that a spreadsheet would run as a formula are made harmless."""

from __future__ import annotations

import csv
import io
from typing import Any

from newsclaims.formats.flat import NUMERIC, flat_rows
from newsclaims.model import Article, Failure

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def csv_rows(item: Article | Failure, *, neutral: bool = True) -> bytes:
    """Return an article's rows as CSV (RFC 4180).

    ``neutral`` puts an apostrophe before text that a spreadsheet would take for a formula; numbers stay numbers.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    for row in flat_rows(item):
        writer.writerow([_cell(value, numeric, neutral) for value, numeric in zip(row, NUMERIC, strict=True)])
    return _bytes(file.getvalue())


def tsv_rows(item: Article | Failure) -> bytes:
    """Return an article's rows as TSV: tab, line ends and backslash are written as in C."""
    lines = []
    for row in flat_rows(item):
        cells = [_cell(value, numeric, True).translate(_ESCAPES) for value, numeric in zip(row, NUMERIC, strict=True)]
        lines.append("\t".join(cells) + "\n")
    return _bytes("".join(lines))


def _cell(value: Any, numeric: bool, neutral: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    if neutral and not numeric and text.startswith(_FORMULA):
        return "'" + text
    return text.replace("\0", "\ufffd")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")
