"""The library's functions: one article, and a stream of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date as Day
from typing import Any

from newsclaims.isolation import isolated
from newsclaims.model import Article, Failure
from newsclaims.text.records import Record, iso_day, records_of

MAX_CHARS = 10_000_000


def extract(text: str, *, id: str | None = None, title: str | None = None, date: str | Day | None = None) -> Article:
    """Extract entities, claims, quotes, dates and figures from one article.

    ``date`` is the day of publication in any ISO 8601 form, the anchor of relative dates.

    Raises:
        ValueError: when ``date`` is not an ISO 8601 day.
    """
    from newsclaims.pipeline import run

    return run(text, id=id or "", title=title, date=given_day(date))


def extract_many(
    records: Iterable[Mapping[str, Any]],
    *,
    date: str | Day | None = None,
    only: Collection[str] | None = None,
    max_chars: int = MAX_CHARS,
) -> Iterator[Article | Failure]:
    """Extract from a stream of records with the keys of the JSONL input, one at a time and in order.

    A record that cannot be processed yields a ``Failure`` in its place and the rest goes on.  ``date`` wins over the
    records' own dates; ``only`` names the kinds that are wanted.

    Raises:
        ValueError: when ``date`` is not an ISO 8601 day, before the first record is read.
    """
    day = given_day(date)
    return (extract_record(record, day, only, max_chars) for record in records_of(records))


def extract_record(
    record: Record | Failure, date: str | None = None, only: Collection[str] | None = None, max_chars: int = MAX_CHARS
) -> Article | Failure:
    """Extract from one record; what goes wrong comes back as a ``Failure``."""
    from newsclaims.pipeline import KINDS, run

    if isinstance(record, Failure):
        return record
    if len(record.text) > max_chars:
        message = f"{len(record.text):,} characters, more than the limit of {max_chars:,}"
        return Failure(record.id, record.source, None, "too-long", message)

    def read() -> Article:
        return run(
            record.text,
            id=record.id,
            source=record.source,
            title=record.title,
            date=date or record.date,
            basis="given" if date else record.basis,
            only=KINDS if only is None else only,
            warnings=record.warnings,
        )

    return isolated(read, record.id, record.source)


def given_day(date: str | Day | None) -> str | None:
    """Return the day of a date that a caller gave as ``YYYY-MM-DD``.

    Raises:
        ValueError: when it is not an ISO 8601 day.
    """
    if date is None:
        return None
    day = iso_day(date.isoformat() if isinstance(date, Day) else date)
    if day is None:
        raise ValueError(f"not an ISO 8601 date: {str(date)[:40]!r}; write it as 2025-11-06")
    return day
