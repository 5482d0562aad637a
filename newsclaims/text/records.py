"""Files and JSON Lines to records: one record is one article's text with what its file says about it.

A JSON object may come from any tool that collects news or from one's own pipeline: its fields are looked up under
the names that these tools use (``keys.py``).  Nothing here raises for one bad record: a ``Failure`` stands for it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date as Day
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from newsclaims.model import Article, Failure, PublishedBasis
from newsclaims.pathname import spelled
from newsclaims.pattern import compiled
from newsclaims.text.compressed import PACKED
from newsclaims.text.decode import decode, without_surrogates
from newsclaims.text.feed_dates import days_of
from newsclaims.text.front_matter import front_matter
from newsclaims.text.intake import USUAL, Intake
from newsclaims.text.json_values import json_kind, loaded
from newsclaims.text.keys import Fields, clean, name_in, prose_in
from newsclaims.text.media import markup
from newsclaims.text.origin import Origin

_ISO = compiled(r"\s{0,9}+(\d{4}-?(?:\d{2}-?\d{2}|W\d{2}-?[1-7]|\d{3}))(?=[T\s]|\Z)")
_CUT = compiled(r"\s{0,9}+(?:…|\.\.\.)?\s{0,9}+\[\+(\d{1,9}) chars\]\Z")
_FRAGMENT = compiled(r"\s{0,99}+<(?!html|!|\?)", re.IGNORECASE)  # a whole page is none
_ORDINAL = compiled(r"(\d{4})-?(\d{3})\Z")


class Record(NamedTuple):
    """One article to read: ``source`` is the path as given, "-" for standard input.

    ``date`` is an ISO day, or as written where the order of day and month is open; ``meta`` are the other fields of the
    record, where they are kept; ``origin`` says where the text stands in its file, where that holds more.
    """

    text: str
    id: str
    source: str | None = None
    title: str | None = None
    date: str | None = None
    basis: PublishedBasis = "metadata"
    warnings: tuple[str, ...] = ()
    meta: Mapping[str, Any] | None = None
    origin: Origin | None = None


Found = Record | Article | Failure


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


def found_in(
    fields: Mapping[str, Any], source: str | None = None, line: int | None = None, intake: Intake = USUAL
) -> Found:
    """Return what a JSON object is: a record, or an article that `extract` wrote."""
    if "schema_version" in fields:
        from newsclaims.text.readers.saved import article_of, is_saved

        if is_saved(fields):
            return article_of(fields, source, line)
    return record_of(fields, source, line, intake)


def record_of(
    fields: Mapping[str, Any], source: str | None = None, line: int | None = None, intake: Intake = USUAL
) -> Record | Failure:
    """Return the record that a JSON object describes."""
    known = Fields(fields)
    name = next(filter(None, map(name_in, known.values("id", intake.id_key))), None) or next(
        (str(value) for value in known.values("address") if str(value).startswith("http")), None
    )
    place = name_of(source) if source else ""
    id = name or (f"{place}:{line}" if line else place)
    text = next((found for value in known.values("text", intake.text_key) if (found := _prose(value))), None)
    if text is None:
        if not known.has_text("text", intake.text_key):
            return Failure(name, source, line, "no-text", _no_text(fields, known, intake.text_key))
        text = ""
    text, warnings = without_surrogates(text)
    text, cut = _whole(text)
    id = clean(id)
    titles = (found for value in known.values("title", intake.title_key) if (found := prose_in(value)))
    title = next((clean(found) for found in titles if found.strip()), None)
    day, unread = _day(known.values("date", intake.date_key), id)
    if unread is not None:
        warnings = (*warnings, f"date {unread[:40]!r} is no day: ignored")
    meta = known.rest() if intake.keep_meta else None
    return Record(text, id, source, title, day, "metadata", (*warnings, *cut), meta)


def _prose(value: Any) -> str | None:
    """Return the text of a field, that of a fragment of HTML without its tags where the package for it is there."""
    text = prose_in(value)
    if text is None or not _FRAGMENT.match(text) or not (markup(text) or "").startswith("HTML"):
        return text
    from newsclaims.text.readers.fragments import text_of

    try:
        return text_of(text)
    except ImportError:
        return text


def _no_text(fields: Mapping[str, Any], known: Fields, key: str | None) -> str:
    """Return why a record has no text, with the keys that it has."""
    has = ", ".join(str(name)[:40] for name in [*fields][:8]) + (", …" if len(fields) > 8 else "")
    wanted = f"{key!r} holds none" if key is not None else "none of its keys is known to hold one; name it (--text-key)"
    if (odd := known.no_text("text", key)) is not None:
        wanted = f"{odd[0][:40]!r} is {json_kind(odd[1])}, not text; name another key (--text-key)"
    return f"no text: {wanted}; it has {has or 'no keys'}"


def _whole(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without the sign that its source cut it off (NewsAPI: `… [+2310 chars]`), and what to warn of."""
    cut = _CUT.search(text, max(0, len(text) - 40)) if text.endswith("chars]") else None
    if cut is None:
        return text, ()
    return text[: cut.start()], (f"its source cut the text off: {cut[1]} characters are missing",)


def _day(values: Iterable[Any], id: str) -> tuple[str | None, str | None]:
    """Return (day, what is none): the first of the date fields that is one.

    A date whose order of day and month is open (`06/11/2025`) is settled by an address that holds the day
    (`…/2025/11/06/…`); else it stays as written, for the article itself may tell.
    """
    unread = None
    for value in values:
        written = value.isoformat() if isinstance(value, Day) else name_in(value) or str(value)
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
    return spelled(head if dot and head else stem)


def parse_line(
    line: bytes, source: str | None, number: int, encoding: str | None = None, intake: Intake = USUAL
) -> Found | None:
    """Return the record of one line of JSON Lines; None for an empty line."""
    decoded = decode(line, encoding)
    body = decoded.text.strip()
    if not body:
        return None
    try:
        fields, said = loaded(body, intake.text_key)
    except ValueError as error:
        return Failure(None, source, number, "bad-json", f"not JSON: {error}")
    except RecursionError:
        return Failure(None, source, number, "bad-json", "not JSON: nested too deeply")
    if not isinstance(fields, dict):
        return Failure(None, source, number, "bad-json", "not a JSON object")
    record = found_in(fields, source, number, intake)
    if (decoded.warnings or said) and isinstance(record, Record):
        return record._replace(warnings=(*decoded.warnings, *said, *record.warnings))
    return record


def parse_text(
    data: bytes,
    source: str,
    encoding: str | None = None,
    intake: Intake = USUAL,
    fields: Mapping[str, Any] = MappingProxyType({}),
    line: int | None = None,
) -> Record | Failure:
    """Return the record of a file that is one article; its id is the file's name without suffix.

    What front matter says before the text (``front_matter.py``) belongs to the record and is not read; ``fields`` are
    known of it from elsewhere.
    """
    decoded = decode(data, encoding)
    found, start = front_matter(decoded.text)
    if found or fields:
        origin = Origin(decoded.text)
        origin.add(start, len(decoded.text))
        return text_record(origin, {**found, **fields}, source, intake, decoded.warnings, line)
    id = "-" if source == "-" else clean(name_of(source))
    return Record(decoded.text, id, source, warnings=decoded.warnings)


def text_record(
    origin: Origin,
    known: Mapping[str, Any],
    source: str,
    intake: Intake = USUAL,
    warnings: tuple[str, ...] = (),
    line: int | None = None,
) -> Record | Failure:
    """Return the record of a text that is all or a part of a file, with what is ``known`` of it from elsewhere."""
    text = origin.visible()
    fields = {"id": "-" if source == "-" else "", **known, "text": text}
    found = record_of(fields, source, line, intake._replace(text_key=None))
    if isinstance(found, Failure):
        return found
    return found._replace(text=text, warnings=(*warnings, *found.warnings), origin=origin)


def records_of(fields: Iterable[Mapping[str, Any]]) -> Iterator[Record | Failure]:
    """Yield the records of mappings that a program made itself."""
    for number, item in enumerate(fields, 1):
        if isinstance(item, Mapping):
            yield record_of(item, None, number)
        else:
            problem = f"a record is a mapping, not {type(cast(object, item)).__name__}"
            yield Failure(None, None, number, "bad-record", problem)
