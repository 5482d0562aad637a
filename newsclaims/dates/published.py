"""The day on which the article was published: given, or read off its byline, dateline or captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day

from newsclaims.dates import values
from newsclaims.dates.vocabulary import MONTHS
from newsclaims.model import PublishedBasis
from newsclaims.text.document import Document

UNKNOWN = "no publication date: relative dates have no value"
_NAME = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_FULL = re.compile(
    rf"\b(?P<month>{_NAME})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>[12]\d{{3}})\b"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month2>{_NAME}),?\s(?P<year2>[12]\d{{3}})\b"
    r"|\b(?P<year3>[12]\d{3})-(?P<month3>\d\d)-(?P<day3>\d\d)(?!\d)",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    rf"[A-Z][A-Za-z .,'’/-]{{1,60}}?,?\s(?P<month>{_NAME})\s(?P<day>\d{{1,2}})(?P<year>,\s[12]\d{{3}})?"
    r"\b[^-–—\n]{0,40}[-–—]"
)
_LONGEST = 400  # code points of a block that are searched: bylines, datelines and captions are short


@dataclass(frozen=True, slots=True)
class Published:
    """``day`` is an ISO date or ``None``; ``basis`` says where it was read."""

    day: str | None
    basis: PublishedBasis | None
    warnings: tuple[str, ...] = ()


def publication_date(document: Document, date: str | None, basis: PublishedBasis) -> Published:
    """Return the anchor of relative dates; never today's date and never the file's time.

    In this order: the date given, a full date in a byline or dateline, the latest full date in a caption or credit
    line.  A dateline's month and day without a year (`LIMA, Nov 7 (Reuters) -`) take the year from a caption, as the
    first such day on or after it.
    """
    if date is not None:
        day = _iso(date)
        return Published(day, basis) if day else Published(None, None, (f"no date: {date[:40]!r}", UNKNOWN))
    parts: tuple[PublishedBasis, ...] = ("byline", "dateline")
    for part in parts:
        for found in _dates(document, (part,)):
            return Published(found.isoformat(), part)
    line = _dateline(document)
    if line is not None and line[2]:
        full = values.day(line[2], line[0], line[1])
        if full:
            return Published(full.isoformat(), "dateline")
    latest = max(_dates(document, ("caption", "credit")), default=None)
    if latest is None:
        return Published(None, None, (UNKNOWN,))
    if line is not None:
        for year in (latest.year, latest.year + 1):
            after = values.day(year, line[0], line[1])
            if after is not None and after >= latest:
                return Published(after.isoformat(), "dateline")
    return Published(latest.isoformat(), "caption")


def _iso(text: str) -> str | None:
    try:
        return Day.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return None


def _dates(document: Document, parts: tuple[str, ...]) -> Iterator[Day]:
    """Yield the full dates in the blocks of these parts."""
    for block in document.blocks:
        if block.part not in parts:
            continue
        for match in _FULL.finditer(document.text, block.start, min(block.end, block.start + _LONGEST)):
            found = values.day(*_numbers(match))
            if found is not None:
                yield found


def _numbers(match: re.Match[str]) -> tuple[int, int, int]:
    if match["year3"]:
        return int(match["year3"]), int(match["month3"]), int(match["day3"])
    name = (match["month"] or match["month2"])[:3].lower()
    return int(match["year"] or match["year2"]), MONTHS[name][0], int(match["day"] or match["day2"])


def _dateline(document: Document) -> tuple[int, int, int] | None:
    """Return (month, day, year or 0) of the first dateline: `LIMA, Nov 7 (Reuters) -`."""
    for block in document.blocks:
        if block.part not in ("dateline", "body"):
            continue
        match = _DATELINE.match(document.text, block.start, min(block.end, block.start + 140))
        if match:
            month = MONTHS[match["month"][:3].lower()][0]
            return month, int(match["day"]), int(match["year"][2:]) if match["year"] else 0
        if block.part == "body":
            return None
    return None
