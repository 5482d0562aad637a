"""The order of day and month in a document's numeric dates, read from the document itself."""

from __future__ import annotations

import re

from newsclaims.table import words
from newsclaims.text.document import Document

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/])")
_AMERICAN = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}"
)
_BRITISH = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"
)
_PLACE = re.compile(r"[A-Z][A-Z .'-]{2,40}")


def day_first(document: Document) -> bool | None:
    """Return True for day before month, False for month before day, None when nothing tells.

    First the numeric dates that allow one order only (one number above 12), then the dateline's place, then the way in
    which full dates are written out in words.
    """
    text = document.text
    votes = 0
    for match in _NUMERIC.finditer(text):
        first, second = int(match[1]), int(match[3])
        if first > 12 >= second:
            votes += 1
        elif second > 12 >= first:
            votes -= 1
    if votes:
        return votes > 0
    for block in document.blocks[:4]:
        place = _PLACE.match(text, block.start, min(block.end, block.start + 60))
        if place and block.part in ("dateline", "body"):
            name = place.group().rstrip(" -(").rstrip().lower()
            if name in words("dates", "month_first_places"):
                return False
    american, british = len(_AMERICAN.findall(text)), len(_BRITISH.findall(text))
    if american != british:
        return british > american
    return None
