"""Files and JSON Lines to records: one record is one article's text with what its file says about it.

A JSON object may come from trafilatura, news-please or one's own pipeline; fields are looked up under several names
and all others are ignored.  Nothing here raises for one bad record: a ``Failure`` stands in its place.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Day
from datetime import datetime, timedelta
from typing import Any, cast

from newsclaims.model import Failure, PublishedBasis
from newsclaims.text.compressed import PACKED
from newsclaims.text.decode import decode, without_surrogates
from newsclaims.text.feed_dates import days_of

TEXT_KEYS = ("text", "maintext", "body", "content", "raw_text")
ID_KEYS = ("id", "url")
DATE_KEYS = ("date", "published", "date_publish", "pub_date")
_ISO = re.compile(r"\s{0,9}+(\d{4}-?(?:\d{2}-?\d{2}|W\d{2}-?[1-7]|\d{3}))(?=[T\s]|\Z)")
_ORDINAL = re.compile(r"(\d{4})-?(\d{3})\Z")


@dataclass(frozen=True, slots=True)
class Record:
    """One article to read: ``source`` is the path as given, "-" for standard input.

    ``date`` is an ISO day, or as written where the order of day and month is open.
    """

    text: str
    id: str
    source: str | None = None
    title: str | None = None
    date: str | None = None
    basis: PublishedBasis = "metadata"
    warnings: tuple[str, ...] = ()


def iso_day(value: str) -> str | None:
    """Return the day of an ISO 8601 date or date-time, as written there, as ``YYYY-MM-DD``; else None."""
    found = _ISO.match(value)
    if not found:
        return None
    day = found.group(1)
    try:
        ordinal = _ORDINAL.match(day)
        if ordinal:
            year, number = int(ordinal.group(1)), int(ordinal.group(2))
            moment = Day(year, 1, 1) + timedelta(days=number - 1)
            return moment.isoformat() if number and moment.year == year else None
        return datetime.fromisoformat(day).date().isoformat()
    except ValueError:
        return None


def record_of(fields: Mapping[str, Any], source: str | None = None, line: int | None = None) -> Record | Failure:
    """Return the record that a JSON object describes."""
    name = next((str(fields[key]) for key in ID_KEYS if fields.get(key) not in (None, "")), None)
    place = name_of(source) if source else ""
    id = name or (f"{place}:{line}" if line else place)
    text = next((fields[key] for key in TEXT_KEYS if isinstance(fields.get(key), str) and fields[key]), None)
    if text is None:
        if not any(isinstance(fields.get(key), str) for key in TEXT_KEYS):
            return Failure(name, source, line, "no-text", f"no text: none of {', '.join(TEXT_KEYS)} is a string")
        text = ""
    text, warnings = without_surrogates(text)
    id = without_surrogates(id)[0]
    title = fields.get("title")
    title = without_surrogates(title)[0] if isinstance(title, str) and title.strip() else None
    day, unread = _day(fields, id)
    if unread is not None:
        warnings = (*warnings, f"date {unread[:40]!r} is no day: ignored")
    return Record(text, id, source, title, day, "metadata", warnings)


def _day(fields: Mapping[str, Any], id: str) -> tuple[str | None, str | None]:
    """Return (day, what is none): the first of the date fields that is one.

    A date whose order of day and month is open (`06/11/2025`) is settled by an address that holds the day
    (`…/2025/11/06/…`); else it stays as written, for the article itself may tell.
    """
    unread = None
    for value in (fields[key] for key in DATE_KEYS if fields.get(key) not in (None, "")):
        written = value.isoformat() if isinstance(value, Day) else str(value)
        day = iso_day(written)
        if day is not None:
            return day, None
        days = days_of(written)
        if len(days) > 1:
            days = tuple(day for day in days if day.strftime("/%Y/%m/%d") in id) or days
        if days:
            return (days[0].isoformat() if len(days) == 1 else written), None
        unread = unread or written
    return None, unread


def name_of(source: str) -> str:
    """Return a file's name without folder and suffix: the id of the article in it."""
    name = os.path.basename(source)
    stem, packer = os.path.splitext(name)
    if packer.lower() not in PACKED:
        stem = name
    head, dot, _ = stem.rpartition(".")
    return head if dot and head else stem


def parse_line(line: bytes, source: str | None, number: int, encoding: str | None = None) -> Record | Failure | None:
    """Return the record of one line of JSON Lines; None for an empty line."""
    decoded = decode(line, encoding)
    body = decoded.text.strip()
    if not body:
        return None
    try:
        fields = json.loads(body)
    except ValueError as error:
        return Failure(None, source, number, "bad-json", f"not JSON: {error}")
    except RecursionError:
        return Failure(None, source, number, "bad-json", "not JSON: nested too deeply")
    if not isinstance(fields, dict):
        return Failure(None, source, number, "bad-json", "not a JSON object")
    record = record_of(fields, source, number)
    if decoded.warnings and isinstance(record, Record):
        return Record(
            record.text, record.id, record.source, record.title, record.date, record.basis,
            (*decoded.warnings, *record.warnings),
        )  # fmt: skip
    return record


def parse_text(data: bytes, source: str, encoding: str | None = None) -> Record:
    """Return the record of a file that is one article; its id is the file's name without suffix."""
    decoded = decode(data, encoding)
    id = "-" if source == "-" else without_surrogates(name_of(source))[0]
    return Record(decoded.text, id, source, warnings=decoded.warnings)


def parse_json(data: bytes, source: str, encoding: str | None = None) -> Iterator[Record | Failure]:
    """Yield the record of a file that holds one JSON object, or those of a list of objects."""
    decoded = decode(data, encoding)
    try:
        content = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        yield Failure(None, source, None, "bad-json", f"not JSON: {error}")
        return
    several = isinstance(content, list)
    for number, fields in enumerate(content if several else [content], 1):
        if isinstance(fields, dict):
            yield record_of(fields, source, number if several else None)
        else:
            yield Failure(None, source, number if several else None, "bad-json", "not a JSON object")


def records_of(fields: Iterable[Mapping[str, Any]]) -> Iterator[Record | Failure]:
    """Yield the records of mappings that a program made itself."""
    for number, item in enumerate(fields, 1):
        if isinstance(item, Mapping):
            yield record_of(item, None, number)
        else:
            problem = f"a record is a mapping, not {type(cast(object, item)).__name__}"
            yield Failure(None, None, number, "bad-record", problem)
