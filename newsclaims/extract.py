"""The library's functions: one article, and a stream of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date as Day
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from newsclaims.fields import changed
from newsclaims.isolation import isolated
from newsclaims.model import Article, Failure
from newsclaims.text.intake import MAX_CHARS
from newsclaims.text.media import markup
from newsclaims.text.origin import moved
from newsclaims.text.records import Record, iso_day, records_of


class Wanted(NamedTuple):
    """What is wanted of every article, checked: made by ``wanted``, which says what the fields are.

    ``checks`` asks for the contradictions inside it too, ``with_text`` for its text in the JSON.
    """

    date: str | None = None
    only: tuple[str, ...] | None = None
    max_chars: int = MAX_CHARS
    language: str = "en"
    min_confidence: float = 0.0
    checks: bool = False
    with_text: bool = False


EVERYTHING = Wanted()


def extract(
    text: str,
    *,
    id: str | None = None,
    title: str | None = None,
    date: str | Day | None = None,
    language: str = "en",
    min_confidence: float = 0.0,
) -> Article:
    """Extract entities, claims, quotes, dates and figures from one article.

    ``date`` is the day of publication in any ISO 8601 form, the anchor of relative dates.  What is not in English, and
    what is no prose, has no facts but a warning, unless ``language`` is "any".  Claims whose confidence is below
    ``min_confidence`` (0 to 1) are left out.

    Raises:
        TypeError: when ``text``, ``id`` or ``title`` is not a string.
        ValueError: when ``date`` is not an ISO 8601 day, ``language`` neither "en" nor "any", or ``min_confidence`` not
            between 0 and 1.
    """
    from newsclaims.pipeline import run

    for name, value in (("text", text), ("id", id), ("title", title)):
        if not isinstance(value, str) and (value is not None or name == "text"):
            hint = ": decode the bytes first" if isinstance(value, bytes) else ""
            raise TypeError(f"{name} is a str, not {type(value).__name__}{hint}")
    how = wanted(date=date, language=language, min_confidence=min_confidence)
    return run(text, id=id or "", title=title, date=how.date, language=how.language, min_confidence=how.min_confidence)


def extract_many(
    records: Iterable[Mapping[str, Any]],
    *,
    date: str | Day | None = None,
    only: Collection[str] | None = None,
    max_chars: int = MAX_CHARS,
    language: str = "en",
    min_confidence: float = 0.0,
) -> Iterator[Article | Failure]:
    """Extract from a stream of records with the keys of the JSONL input, one at a time and in order.

    A record that cannot be processed yields a ``Failure`` in its place and the rest goes on.  ``date`` wins over the
    records' own dates; ``only`` names the kinds that are wanted (an article has these as they are without it,
    and of others the items that they name), ``language`` is "en" or "any",
    and claims whose confidence is below ``min_confidence`` are left out.

    Raises:
        TypeError: when ``records`` is one record, or ``only`` one name, before the first record is read; so are the
            others.
        ValueError: when ``date`` is not an ISO 8601 day, ``only`` names no kind of ours, ``language`` is neither
            "en" nor "any", or ``min_confidence`` is not between 0 and 1.
    """
    if isinstance(records, str | bytes | Mapping):
        raise TypeError(f"records are an iterable of mappings, not one {type(records).__name__}")
    how = wanted(date, only, max_chars, language, min_confidence)
    return (extract_record(record, how) for record in records_of(records))


def extract_record(record: Record | Article | Failure, how: Wanted = EVERYTHING) -> Article | Failure:
    """Extract from one record; what goes wrong comes back as a ``Failure``.

    An article that was extracted earlier keeps its facts, as far as they are wanted.
    """
    from newsclaims.pipeline import KINDS, run

    if isinstance(record, Failure):
        return record
    if isinstance(record, Article):
        return isolated(partial(_again, record, how), record.id, record.source)
    if len(record.text) > how.max_chars:
        message = f"{len(record.text):,} characters, more than the limit of {how.max_chars:,}"
        return Failure(record.id, record.source, None, "too-long", message)

    def read() -> Article | Failure:
        kind = markup(record.text) if how.language == "en" else None
        if kind is not None:
            return Failure(record.id, record.source, None, "not-text", kind)
        article = run(
            record.text,
            id=record.id,
            source=record.source,
            title=record.title,
            date=how.date or record.date,
            basis="given" if how.date else record.basis,
            only=KINDS if how.only is None else how.only,
            language=how.language,
            min_confidence=how.min_confidence,
            warnings=record.warnings,
        )
        if how.checks:
            from newsclaims.checks import check

            article = check(article)
        if record.origin is not None:
            article = moved(article, record.origin)
        written = ("text",) * how.with_text + ("meta",) * (record.meta is not None)
        return changed(article, meta=record.meta, written=written) if written else article

    return isolated(read, record.id, record.source)


def _again(article: Article, how: Wanted) -> Article | Failure:
    """Return an article that was read back with what is wanted of it."""
    from newsclaims.pipeline import KINDS

    left: dict[str, Any] = {kind: () for kind in KINDS if how.only is not None and kind not in how.only}
    if how.min_confidence:
        left["claims"] = tuple(claim for claim in article.claims if claim.confidence >= how.min_confidence)
    if how.checks and article.text:
        from newsclaims.checks import check

        article = check(article)
    return changed(article, **left) if left else article


def wanted(
    date: str | Day | None = None,
    only: Collection[str] | None = None,
    max_chars: int = MAX_CHARS,
    language: str = "en",
    min_confidence: float = 0.0,
) -> Wanted:
    """Return what a caller wants of every article, for ``extract_record``.

    ``date`` is the day of publication, ``only`` names kinds, an article of more than ``max_chars`` code points is a
    failure, ``language`` is "en" or "any", and claims below ``min_confidence`` are left out.

    Raises:
        TypeError: when ``date`` is neither text nor a date, or ``only`` one name.
        ValueError: when a value is none of those allowed.
    """
    if not 0 <= min_confidence <= 1:
        raise ValueError(f"min_confidence is {min_confidence!r}, but must be between 0 and 1")
    return Wanted(given_day(date), given_kinds(only), max_chars, given_language(language), float(min_confidence))


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
    written = date.isoformat() if isinstance(date, Day) else date
    day = iso_day(written)
    if day is None or not is_time(re.split(r"[T\s]", written.strip(), maxsplit=1)[1:]):
        raise ValueError(f"not an ISO 8601 date: {str(date)[:40]!r}; write it as 2025-11-06")
    return day


def is_time(behind: list[str]) -> bool:
    """Tell whether what stands behind a day, if anything does, is a time of ISO 8601: `10:00`, `10:00:00 +0100`."""
    try:
        return not behind or bool(datetime.fromisoformat("2000-01-01T" + "".join(behind[0].split())))
    except ValueError:
        return False


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
