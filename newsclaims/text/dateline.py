"""The dateline: place, day and agency before the first sentence, as in ``LIMA, Nov 7 (Reuters) -``."""

from __future__ import annotations

import re

_WORD = r"[A-Z][\w.'’-]{0,19}+"
_CAPITALS = r"(?:[A-Z][A-Z.'’-]{1,19}+(?![a-z])|St\.|(?:de|del|el|la|of|the|al|upon)\b)"
_DAY = r"(?:[A-Z][a-z]{2,8}\.?\ \d{1,2}(?:,?\ \d{4})?|\d{1,2}\ [A-Z][a-z]{2,8}\.?(?:,?\ \d{4})?|[A-Z][a-z]{2,5}day)"
_AGENCY = r"(?:\([A-Za-z][\w .,'’/&-]{1,40}\)|/[A-Z][\w .-]{2,30}/|\[[A-Z][\w .-]{1,30}\])"
_DASH = r"(?:\s?[—–―]\s?|\s-{1,2}\s|\s?--\s?)"

# A place in capitals alone is enough before a dash; a place in lower case needs a day or an agency as well.
_DATELINE = re.compile(
    rf"""
    {_CAPITALS} (?: [ /-] {_CAPITALS} ){{0,4}} (?: ,\ (?!{_DAY}) {_WORD} (?: \ {_WORD} ){{0,3}} ){{0,2}}
        (?: [,.]?\ {_DAY} ,? )? (?: ,?\ ?{_AGENCY} ){{0,2}} {_DASH}
  | {_WORD} (?: [ ]{_WORD} ){{0,3}} (?: ,\ {_WORD} (?: \ {_WORD} ){{0,2}} ){{0,2}}
        (?: [,.]?\ {_DAY} ,? (?: ,?\ ?{_AGENCY} ){{0,2}} (?: {_DASH} | :\s ) | (?: ,?\ ?{_AGENCY} ){{1,2}} {_DASH} )
    """,
    re.VERBOSE,
)
_LABEL = re.compile(r"[A-Z][A-Z .'’-]{2,40}:\s")
_LONGEST = 140


def dateline_end(text: str, start: int, end: int) -> int:
    """Return where the dateline at the start of the paragraph ends, white space after it left out; 0 if none."""
    found = _DATELINE.match(text, start, min(end, start + _LONGEST))
    if not found or found.end() >= end:
        return 0
    return start + len(found.group().rstrip())


def label_end(text: str, start: int, end: int) -> int:
    """Return where a label in capitals before a colon ends (``ISLAMABAD:``), 0 if the paragraph begins otherwise."""
    found = _LABEL.match(text, start, min(end, start + 44))
    return start + len(found.group().rstrip()) if found and found.end() < end else 0
