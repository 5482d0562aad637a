"""The output formats: how an article is rendered, and the suffix of its file."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

from newsclaims.formats.json import json_line, json_text
from newsclaims.model import Article, Failure

Item = Article | Failure


class Format(NamedTuple):
    """How one format is written.

    ``render`` makes what one article contributes, in the process that extracted it: bytes for formats that are
    written one after the other, rows for databases.  ``suffix`` ends the file of one article and ``stream`` the file
    of many; ``None`` where a file cannot hold many articles.  ``errors`` tells that a failure can be written too,
    ``numbered`` that ``render`` wants the number of the record in its file as well; ``options`` are the settings of the
    run that it wants by name, ``needs`` a package that is not always installed with the extra that installs it.
    """

    name: str
    render: Callable[..., Any]
    suffix: str
    stream: str | None
    errors: bool = False
    numbered: bool = False
    options: tuple[str, ...] = ()
    needs: tuple[str, str] | None = None

    def missing(self) -> str | None:
        """Return what to install for this format where its package is missing."""
        if self.needs is None:
            return None
        from importlib.util import find_spec

        if find_spec(self.needs[0]) is not None:
            return None
        package, extra = self.needs
        return f"the format {self.name} needs {package}: pip install 'newsclaims[{extra}]'"


def _later(module: str, function: str, **options: Any) -> Callable[..., Any]:
    """Return a function of ``newsclaims.<module>`` that is imported when it is first called: most runs need one."""

    def render(item: Item, *record: int, **more: Any) -> Any:
        return getattr(import_module(f"newsclaims.{module}"), function)(item, *record, **options, **more)

    return render


def _tables(module: str, function: str) -> Callable[..., Any]:
    """Return a renderer that calls a function once for each of the tables that are written."""
    rows = _later(module, function)

    def render(item: Item, *, tables: tuple[str, ...], **more: Any) -> dict[str, Any]:
        return {table: rows(item, table=table, **more) for table in tables}

    return render


def _article(item: Item) -> Item:
    return item


def _html(item: Item) -> bytes:
    from newsclaims.html import report

    assert isinstance(item, Article)
    return report.render(item).encode("utf-8", "replace")


def _text(item: Item) -> bytes:
    from newsclaims.terminal import article

    assert isinstance(item, Article)
    return article.render(item).encode("utf-8", "replace")


FORMATS = {
    item.name: item
    for item in (
        Format("json", json_text, ".json", ".jsonl", errors=True),
        Format("auto", json_text, ".json", ".jsonl", errors=True),
        Format("jsonl", json_line, ".jsonl", ".jsonl", errors=True),
        Format("why", _later("explain.why", "why_line"), ".jsonl", ".jsonl", errors=True),
        Format("csv", _tables("formats.csv", "csv_rows"), ".csv", ".csv", options=("tables", "raw")),
        Format("tsv", _tables("formats.csv", "tsv_rows"), ".tsv", ".tsv", options=("tables", "raw")),
        Format("sqlite", _later("formats.tables", "rows_of"), ".db", ".db", numbered=True),
        Format(
            "parquet",
            _tables("formats.flat", "flat_rows"),
            ".parquet",
            ".parquet",
            options=("tables",),
            needs=("pyarrow", "parquet"),
        ),
        Format(
            "claimreview", _later("wording.claimreview", "review_lines"), ".jsonld", ".jsonld", options=("worthiness",)
        ),
        Format("article", _article, "", None),  # for commands that go on with it
        Format("html", _html, ".html", None),
        Format("text", _text, ".txt", ".txt"),
        Format("annotation", _later("exchange.annotation", "write"), ".jsonld", ".jsonld"),
        Format("brat", _later("exchange.brat", "write"), ".ann", ".ann", numbered=True),
        Format("conllu", _later("exchange.conllu", "write"), ".conllu", ".conllu"),
        Format("docbin", _later("exchange.docbin", "write"), ".spacy", ".spacy", needs=("spacy", "spacy")),
        Format("doccano", _later("exchange.doccano", "write"), ".jsonl", ".jsonl"),
        Format("labelstudio", _later("exchange.labelstudio", "write"), ".json", ".json"),
        Format("prodigy", _later("exchange.prodigy", "write"), ".jsonl", ".jsonl"),
    )
}
