"""The day on which the article was published: given, or read off its byline, dateline or captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Day
from typing import Final

from newsclaims.dates import values
from newsclaims.dates.memory import day_first
from newsclaims.dates.vocabulary import MONTHS
from newsclaims.model import PublishedBasis
from newsclaims.pattern import compiled
from newsclaims.text.document import Document
from newsclaims.text.feed_dates import days_of

UNKNOWN: Final = "no publication date: relative dates have no value"
_NAME: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_FULL: Final = compiled(
    rf"\b(?P<month>{_NAME})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>[12]\d{{3}})\b"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month2>{_NAME}),?\s(?P<year2>[12]\d{{3}})\b"
    r"|\b(?P<year3>[12]\d{3})-(?P<month3>\d\d)-(?P<day3>\d\d)(?!\d)",
    re.IGNORECASE,
)
_FIGURES: Final = compiled(r"(?<![\d/.])\d{1,2}([/.])\d{1,2}\1\d{4}(?!\d)")
_CHANGED: Final = compiled(r"\b(?:updated|modified)\b(?!.*\b(?:posted|published|created)\b)", re.IGNORECASE)
_DATELINE: Final = compiled(
    rf"[A-Z][A-Za-z .,'’/-]{{1,60}}?,?\s(?P<month>{_NAME})\s(?P<day>\d{{1,2}})(?P<year>,\s[12]\d{{3}})?"
    r"\b[^-–—\n]{0,40}[-–—]"
)
_LONGEST: Final = 400  # code points of a block that are searched: bylines, datelines and captions are short


class Published:
    """``day`` is an ISO date or ``None``; ``basis`` says where it was read.

    The article ``follows`` the day of a photograph: it came out then or later.
    """

    __slots__ = ("basis", "day", "follows", "warnings")

    def __init__(
        self,
        day: str | None,
        basis: PublishedBasis | None,
        warnings: tuple[str, ...] = (),
        follows: bool = False,
    ) -> None:
        self.day = day
        self.basis = basis
        self.warnings = warnings
        self.follows = follows


def publication_date(document: Document, date: str | None, basis: PublishedBasis) -> Published:
    """Return the anchor of relative dates; never today's date and never the file's time.

    In this order: the date given, a full date in a byline or dateline, the latest full date in a caption or credit
    line.  A dateline's month and day without a year (`LIMA, Nov 7 (Reuters) -`) take the year from a caption, as the
    first such day on or after it.  A day that is given and would be found anyway changes nothing.
    """
    if date is not None:
        given, found = _given(document, date, basis), _found(document)
        given.follows = found.follows and found.day == given.day
        return given
    return _found(document)


def _found(document: Document) -> Published:
    parts: tuple[PublishedBasis, ...] = ("byline", "dateline")
    for part in parts:
        for found in _dates(document, (part,)):
            return Published(found.isoformat(), part)
    for part in parts:
        for written in _numeric(document, part):
            read = _settled(document, written)
            return Published(read.isoformat(), part) if read else Published(None, None, (_open(written), UNKNOWN))
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
    return Published(latest.isoformat(), "caption", follows=True)


def _given(document: Document, date: str, basis: PublishedBasis) -> Published:
    """Return the day that was given, as ISO 8601 or in a form of feeds (``text/feed_dates.py``)."""
    try:
        return Published(Day.fromisoformat(date[:10]).isoformat(), basis)
    except ValueError:
        pass
    days = days_of(date)
    if not days:
        return Published(None, None, (f"no date: {date[:40]!r}", UNKNOWN))
    read = _settled(document, date)
    return Published(read.isoformat(), basis) if read else Published(None, None, (_open(date), UNKNOWN))


def _open(written: str) -> str:
    return f"day and month cannot be told apart in {written[:40]}"


def _settled(document: Document, written: str) -> Day | None:
    """Return the day of a date in figures; None where the article does not tell the order of day and month.

    The article tells by a full date that it writes out, if that is one of the two, else by its other dates.
    """
    days = days_of(written)
    if len(days) < 2:
        return days[0] if days else None
    named = {found for match in _FULL.finditer(document.text) if (found := values.day(*_numbers(match))) in days}
    if len(named) == 1:
        return named.pop()
    first = day_first(document)
    wanted = (day for day in days if first is not None and _leads(written, day) == first)
    return next(wanted, None)


def _leads(written: str, day: Day) -> bool:
    """Tell whether the number of the day stands first, the month's second."""
    numbers = re.findall(r"\d+", written)
    return [int(number) for number in numbers[:2]] == [day.day, day.month]


def _numeric(document: Document, part: str) -> Iterator[str]:
    """Yield the dates in figures in the blocks of a part."""
    for block in document.blocks:
        if block.part == part:
            for match in _FIGURES.finditer(document.text, block.start, min(block.end, block.start + _LONGEST)):
                yield match.group()


def _dates(document: Document, parts: tuple[str, ...]) -> Iterator[Day]:
    """Yield the full dates in the blocks of these parts; those on which the article was only changed come last."""
    changed: list[Day] = []
    for block in document.blocks:
        if block.part not in parts:
            continue
        for match in _FULL.finditer(document.text, block.start, min(block.end, block.start + _LONGEST)):
            found = values.day(*_numbers(match))
            if found is None:
                continue
            label = _CHANGED.search(document.text, block.start, match.start())
            if label is None:
                yield found
            else:
                changed.append(found)
    yield from changed


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
