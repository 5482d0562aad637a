"""The output formats: how an article is rendered, and the suffix of its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from newsclaims.formats.json import json_line, json_text
from newsclaims.model import Article, Failure

Item = Article | Failure


@dataclass(frozen=True, slots=True)
class Format:
    """How one format is written.

    ``render`` makes what one article contributes, in the process that extracted it: bytes for formats that are
    written one after the other, rows for databases.  ``suffix`` ends the file of one article and ``stream`` the file
    of many; ``None`` where a file cannot hold many articles.  ``errors`` tells that a failure can be written too,
    ``numbered`` that ``render`` wants the number of the record in its file as well.
    """

    name: str
    render: Callable[..., Any]
    suffix: str
    stream: str | None
    errors: bool = False
    numbered: bool = False


def _csv(item: Item) -> bytes:
    from newsclaims.formats.csv import csv_rows

    return csv_rows(item)


def _csv_raw(item: Item) -> bytes:
    from newsclaims.formats.csv import csv_rows

    return csv_rows(item, neutral=False)


def _tsv(item: Item) -> bytes:
    from newsclaims.formats.csv import tsv_rows

    return tsv_rows(item)


def _rows(item: Item, record: int) -> Any:
    from newsclaims.formats.tables import rows_of

    return rows_of(item, record)


def _flat(item: Item) -> Any:
    from newsclaims.formats.flat import flat_rows

    return list(flat_rows(item))


def _html(item: Item) -> bytes:
    from newsclaims.html import report

    assert isinstance(item, Article)
    return report.render(item).encode("utf-8", "replace")


def _text(item: Item) -> bytes:
    from newsclaims.terminal import article

    assert isinstance(item, Article)
    return article.render(item).encode("utf-8", "replace")


def _why(item: Item) -> bytes:
    from newsclaims.explain.why import why_line

    return why_line(item)


FORMATS = {
    item.name: item
    for item in (
        Format("json", json_text, ".json", ".jsonl", errors=True),
        Format("auto", json_text, ".json", ".jsonl", errors=True),
        Format("jsonl", json_line, ".jsonl", ".jsonl", errors=True),
        Format("why", _why, ".jsonl", ".jsonl", errors=True),
        Format("csv", _csv, ".csv", ".csv"),
        Format("csv-raw", _csv_raw, ".csv", ".csv"),
        Format("tsv", _tsv, ".tsv", ".tsv"),
        Format("sqlite", _rows, ".db", ".db", numbered=True),
        Format("parquet", _flat, ".parquet", ".parquet"),
        Format("html", _html, ".html", None),
        Format("text", _text, ".txt", ".txt"),
    )
}
