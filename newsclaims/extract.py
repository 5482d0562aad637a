"""The library's two functions: one article, and a stream of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsclaims.model import Article


def extract(text: str, *, id: str | None = None, title: str | None = None, date: str | None = None) -> Article:
    """Extract entities, claims, quotes, dates and figures from one article.

    ``date`` is the day of publication in ISO 8601, the anchor of relative dates.
    """
    from newsclaims.pipeline import run

    return run(text, id=id or "", title=title, date=date)


def extract_many(records: Iterable[Mapping[str, Any]]) -> Iterator[Article]:
    """Extract from a stream of records with the keys of the JSONL input, in order."""
    for record in records:
        yield extract(record["text"], id=record.get("id"), title=record.get("title"), date=record.get("date"))
