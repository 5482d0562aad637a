"""The library's functions: one article, and a stream of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date as Day
from typing import Any

from newsclaims.isolation import isolated
from newsclaims.model import Article, Failure
from newsclaims.text.media import markup
from newsclaims.text.records import Record, iso_day, records_of

MAX_CHARS = 10_000_000


def extract(
    text: str,
    *,
    id: str | None = None,
    title: str | None = None,
    date: str | Day | None = None,
    language: str = "en",
) -> Article:
    """Extract entities, claims, quotes, dates and figures from one article.

    ``date`` is the day of publication in any ISO 8601 form, the anchor of relative dates.  What is not in English, and
    what is no prose, has no facts but a warning, unless ``language`` is "any".

    Raises:
        TypeError: when ``text``, ``id`` or ``title`` is not a string.
        ValueError: when ``date`` is not an ISO 8601 day, or ``language`` neither "en" nor "any".
    """
    from newsclaims.pipeline import run

    for name, value in (("text", text), ("id", id), ("title", title)):
        if not isinstance(value, str) and (value is not None or name == "text"):
            hint = ": decode the bytes first" if isinstance(value, bytes) else ""
            raise TypeError(f"{name} is a str, not {type(value).__name__}{hint}")
    return run(text, id=id or "", title=title, date=given_day(date), language=given_language(language))


def extract_many(
    records: Iterable[Mapping[str, Any]],
    *,
    date: str | Day | None = None,
    only: Collection[str] | None = None,
    max_chars: int = MAX_CHARS,
    language: str = "en",
) -> Iterator[Article | Failure]:
    """Extract from a stream of records with the keys of the JSONL input, one at a time and in order.

    A record that cannot be processed yields a ``Failure`` in its place and the rest goes on.  ``date`` wins over the
    records' own dates; ``only`` names the kinds that are wanted, and ``language`` is "en" or "any".

    Raises:
        TypeError: when ``records`` is one record, or ``only`` one name, before the first record is read; so are the
            others.
        ValueError: when ``date`` is not an ISO 8601 day, ``only`` names no kind of ours, or ``language`` is neither
            "en" nor "any".
    """
    if isinstance(records, str | bytes | Mapping):
        raise TypeError(f"records are an iterable of mappings, not one {type(records).__name__}")
    day, kinds, tongue = given_day(date), given_kinds(only), given_language(language)
    return (extract_record(record, day, kinds, max_chars, tongue) for record in records_of(records))


def extract_record(
    record: Record | Failure,
    date: str | None = None,
    only: Collection[str] | None = None,
    max_chars: int = MAX_CHARS,
    language: str = "en",
) -> Article | Failure:
    """Extract from one record; what goes wrong comes back as a ``Failure``."""
    from newsclaims.pipeline import KINDS, run

    if isinstance(record, Failure):
        return record
    if len(record.text) > max_chars:
        message = f"{len(record.text):,} characters, more than the limit of {max_chars:,}"
        return Failure(record.id, record.source, None, "too-long", message)

    def read() -> Article | Failure:
        kind = markup(record.text) if language == "en" else None
        if kind is not None:
            return Failure(record.id, record.source, None, "not-text", kind)
        return run(
            record.text,
            id=record.id,
            source=record.source,
            title=record.title,
            date=date or record.date,
            basis="given" if date else record.basis,
            only=KINDS if only is None else only,
            language=language,
            warnings=record.warnings,
        )

    return isolated(read, record.id, record.source)


def given_day(date: str | Day | None) -> str | None:
    """Return the day of a date that a caller gave as ``YYYY-MM-DD``.

    Raises:
        TypeError: when it is neither text nor a date.
        ValueError: when it is not an ISO 8601 day.
    """
    if date is None:
        return None
    if not isinstance(date, str | Day):
        raise TypeError(f"date is a str or a datetime.date, not {type(date).__name__}")
    day = iso_day(date.isoformat() if isinstance(date, Day) else date)
    if day is None:
        raise ValueError(f"not an ISO 8601 date: {str(date)[:40]!r}; write it as 2025-11-06")
    return day


def given_kinds(only: Collection[str] | None) -> tuple[str, ...] | None:
    """Return the kinds that a caller wants, ``None`` for all.

    Raises:
        TypeError: when it is not a list of names.
        ValueError: when one of them is no kind of fact.
    """
    from newsclaims.pipeline import KINDS

    if only is None:
        return None
    if isinstance(only, str | bytes):
        raise TypeError(f"only is a list of kinds, as [{KINDS[1]!r}], not one {type(only).__name__}")
    kinds = tuple(only)
    for kind in kinds:
        if kind not in KINDS:
            raise ValueError(f"only names {kind!r}, but the kinds are: {', '.join(KINDS)}")
    return kinds


def given_language(language: str) -> str:
    """Return the languages that a caller wants to have read: "en" or "any".

    Raises:
        ValueError: when it is neither.
    """
    if language not in ("en", "any"):
        raise ValueError(f"language is {language!r}, but must be one of: en, any")
    return language
