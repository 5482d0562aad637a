"""Fact checks as they are published: schema.org ClaimReview in JSON, JSON Lines and pages; tables.

A file may hold one ClaimReview, an array, a DataFeed (``dataFeedElement``), a ``@graph``, an ``ItemList``, what
Google's Fact Check Tools answer (``claims``, ``claimReview``), an HTML page with these in its scripts, objects a
line, or a table whose columns, or objects whose fields, have names of ``lexicon/columns.tsv``.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from newsclaims.table import rows
from newsclaims.text.beside import read_beside
from newsclaims.text.compressed import Seen
from newsclaims.text.decode import decode
from newsclaims.text.files import bare, ending
from newsclaims.text.records import iso_day

_SCRIPT = re.compile(r"<script\b[^>]{0,200}\bapplication/ld\+json\b[^>]{0,200}>(.*?)</script", re.S | re.I)
_LINES = (".jsonl", ".ndjson")
_TABLES = {".csv": ",", ".tsv": "\t"}
_DEEPEST = 12
FIELDS = ("id", "claim", "title", "rating", "url", "publisher", "date", "claimant")


@dataclass(frozen=True, slots=True)
class FactCheck:
    """One earlier fact check.

    ``claim`` is what was checked (ClaimReview's ``claimReviewed``), ``title`` the headline of the check, ``rating``
    its verdict in words (``textualRating``), ``date`` the day of the check, ISO 8601 where it could be read,
    ``claimant`` who said what was checked.  ``id`` is its own, else its address, else its place in the file.
    """

    id: str
    claim: str
    title: str | None = None
    rating: str | None = None
    url: str | None = None
    publisher: str | None = None
    date: str | None = None
    claimant: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the fields by name."""
        return asdict(self)


class Unreadable(ValueError):
    """A file without a fact check that can be read; the message says why in one line."""


def read_checks(
    path: str, note: Callable[[str], None] = lambda text: None, seen: Seen | None = None
) -> list[FactCheck]:
    """Return the fact checks of a file, in its order; the same one twice is given once.

    ``note`` hears how many lines of JSON Lines could not be read; the others are.  ``seen`` is told what was read.

    Raises:
        OSError: when the file cannot be read.
        TooLarge: when it may have no end and is longer than such a file is read.
        Unreadable: when it is none of the known forms or holds no fact check.
    """
    text = decode(read_beside(path, seen)).text
    found: dict[tuple[Any, ...], FactCheck] = {}
    for number, fields in enumerate(_objects(path, text, note), 1):
        check = check_of(fields, str(number))
        if check is not None:
            found.setdefault(tuple(getattr(check, name) for name in FIELDS), check)
    if not found:
        raise Unreadable("no fact checks in it: ClaimReview as JSON, JSON Lines or a table with a column claim is read")
    return list(found.values())


def check_of(fields: Mapping[str, Any], place: str) -> FactCheck | None:
    """Return the fact check that a ClaimReview or other object describes, ``None`` without a claim."""
    lowered = {_plain(key): value for key, value in fields.items()}
    values = {name: _first(lowered, name) for name in FIELDS}
    claim = values["claim"]
    if claim is None:
        return None
    rating = lowered.get("reviewrating")
    if isinstance(rating, Mapping):
        values["rating"] = _words(rating.get("alternateName")) or _words(rating.get("name")) or _of_best(rating)
    item = lowered.get("itemreviewed")
    if isinstance(item, Mapping) and values["claimant"] is None:
        values["claimant"] = _words(item.get("author"))
    date = values["date"]
    return FactCheck(
        values["id"] or values["url"] or place,
        claim,
        values["title"],
        values["rating"],
        values["url"],
        values["publisher"],
        (iso_day(date) or date) if date else None,
        values["claimant"],
    )


def _of_best(rating: Mapping[str, Any]) -> str | None:
    """Return a rating in numbers: `2 of 5`."""
    value, best = _words(rating.get("ratingValue")), _words(rating.get("bestRating"))
    return f"{value} of {best}" if value and best else value


def _first(fields: Mapping[str, Any], name: str) -> str | None:
    """Return the first of the fields that may hold a value and does."""
    return next((found for key in _columns()[name] if (found := _words(fields.get(key)))), None)


def _words(value: Any) -> str | None:
    """Return a value as one line of text: a string, a number, the name of an object, the first of a list."""
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, Mapping):
        return _words(value.get("name") or value.get("site") or value.get("@id") or value.get("url"))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return " ".join(str(value).encode("utf-8", "replace").decode().split()) or None


def _plain(key: str) -> str:
    """Return the name of a field without case, spaces and signs: `Claim reviewed`, `claim_reviewed`."""
    return re.sub(r"[\W_]+", "", str(key).lower())


@cache
def _columns() -> dict[str, list[str]]:
    """Return field -> the names that it may have, the surest first."""
    found: dict[str, list[tuple[int, str]]] = {}
    for key, name, rank in rows("matching", "columns"):
        found.setdefault(name, []).append((int(rank), key))
    return {name: [key for _, key in sorted(keys)] for name, keys in found.items()}


def _objects(path: str, text: str, note: Callable[[str], None]) -> Iterator[Mapping[str, Any]]:
    """Yield what may be fact checks of a file's text, by its suffix, and without one by how it begins."""
    name = bare(path)
    suffix = ending(name, (*_TABLES, *_LINES, ".json", ".jsonld", ".html", ".htm"))
    start = text.lstrip()[:1]
    if suffix in _TABLES:
        yield from _table(text, _TABLES[suffix])
    elif start == "<":
        for script in _SCRIPT.findall(text):
            yield from _within(_parsed(script))
    elif suffix in _LINES:
        yield from _lines(path, text, note)
    elif start in ("{", "["):
        whole = _parsed(text)
        yield from _lines(path, text, note) if whole is None else _within(whole)
    else:
        yield from _table(text, "\t" if "\t" in text.partition("\n")[0] else ",")


def _table(text: str, delimiter: str) -> Iterator[Mapping[str, Any]]:
    csv.field_size_limit(1 << 24)
    try:
        for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield {key: value for key, value in row.items() if key}
    except csv.Error as error:
        raise Unreadable(f"no table: {error}") from error


def _lines(path: str, text: str, note: Callable[[str], None]) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of JSON Lines."""
    damaged = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            value = _parsed(line)
            if value is None:
                damaged.append(number)
            yield from _within(value)
    if damaged:
        lines = f"{len(damaged):,} lines are" if len(damaged) > 1 else "a line is"
        note(f"{path}:{damaged[0]}: {lines} not JSON: passed over")


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _within(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Yield the fact checks of a JSON value, however deep they are; an object that names a claim is one."""
    if isinstance(value, list) and depth < _DEEPEST:
        for one in value:
            yield from _within(one, depth + 1)
    elif isinstance(value, Mapping) and depth < _DEEPEST:
        reviews = value.get("claimReview")
        if isinstance(reviews, list) and isinstance(value.get("text"), str):  # Google's Fact Check Tools
            for review in reviews:
                if isinstance(review, Mapping):
                    yield {"claim": value["text"], "claimant": value.get("claimant"), **review}
        elif _first({_plain(key): one for key, one in value.items()}, "claim"):
            yield value
        else:
            for one in value.values():
                if isinstance(one, list | Mapping):
                    yield from _within(one, depth + 1)
