"""The dateline: place, day and agency before the first sentence, as in ``LIMA, Nov 7 (Reuters) -``."""

from __future__ import annotations

import re
from typing import Final

from newsclaims.pattern import compiled
from newsclaims.table import words

_WORD: Final = r"[A-Z][\w.'’-]{0,19}+"
_CAPITALS: Final = r"(?:[A-Z][A-Z.'’-]{1,19}+(?![a-z])|St\.|(?:de|del|el|la|of|the|al|upon)\b)"
_MONTH: Final = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
    r"[A-Za-z]{0,7}+\.?"
)
_DATE: Final = rf"(?:{_MONTH}\ \d{{1,2}}(?:,?\ \d{{4}})?|\d{{1,2}}\ {_MONTH}(?:,?\ \d{{4}})?)"
_DAY: Final = rf"(?:(?:[A-Z][a-z]{{2,5}}day,?\ )?{_DATE}|[A-Z][a-z]{{2,5}}day)"
_AGENCY: Final = r"(?:\([A-Za-z][\w .,'’/&-]{1,40}\)|/[A-Z][\w .-]{2,30}/|\[[A-Z][\w .-]{1,30}\])"
_DASH: Final = r"(?:\s?[—–―]\s?|\s-{1,2}\s|\s?--\s?|\s?_\s)"

_PLACE: Final = rf"{_WORD}(?:\ {_WORD}){{0,3}}(?:,\ (?!{_DAY}){_WORD}(?:\ {_WORD}){{0,2}}){{0,2}}"

# A place in capitals alone is enough before a dash; a place in lower case needs a day or an agency as well.
_DATELINE: Final = compiled(
    rf"""
    {_CAPITALS} (?: [ /-] {_CAPITALS} ){{0,4}} (?: ,\ (?!{_DAY}) {_WORD} (?: \ {_WORD} ){{0,3}} ){{0,2}}
        (?: [,.]?\ {_DAY} ,? )?
        (?: (?: ,?\ ?{_AGENCY} ){{0,2}} {_DASH} (?: {_DATE} {_DASH} )? | ,?\ ?{_AGENCY} \s - (?=[A-Z“"]) )
  | {_PLACE}
        (?: [,.:]?\ {_DAY} ,? (?: ,?\ ?{_AGENCY} ){{0,2}} (?: {_DASH} | :\s )
          | [,.]?\ {_DAY} ,? \ {_AGENCY} \s (?=[A-Z])
          | (?: ,?\ ?{_AGENCY} ){{1,2}} (?: ,?\ {_DATE} )? {_DASH} )
  | {_DATE} ,? (?: \ \({_PLACE}\) | \ {_PLACE} | \ ?{_AGENCY} ) {_AGENCY}? (?: {_DASH} | :\s )
  | \([A-Z][\w.]{{1,20}}(?:\ [A-Z][\w.]{{1,20}}){{0,3}}\) {_DASH} (?=[A-Z])
  | [(\[] {_PLACE} ,\ {_DATE} [)\]] (?: {_DASH} | :\s | \s (?=[A-Z]) )
    """,
    re.VERBOSE,
)
_LABEL: Final = compiled(r"[A-Z][A-Z .'’-]{2,40}:\s")
_CITY: Final = compiled(
    rf"({_WORD}(?:\ {_WORD}){{0,2}}) (?: ,\ {_WORD}(?:\ {_WORD}){{0,1}} )? (?: {_DASH} | \s?–\s | :\s ) (?=[A-Z“\"])",
    re.VERBOSE,
)
_LONGEST: Final = 140


def dateline_end(text: str, start: int, end: int) -> int:
    """Return where the dateline at the start of the paragraph ends, white space after it left out; 0 if none."""
    found = _DATELINE.match(text, start, min(end, start + _LONGEST))
    if not found or found.end() >= end:
        return 0
    return start + len(found.group().rstrip())


def city_end(text: str, start: int, end: int) -> int:
    """Return where the name of a large city before a dash or colon ends (``Indianapolis –``, ``Hyderabad:``), or 0."""
    found = _CITY.match(text, start, min(end, start + _LONGEST))
    if not found or not any(found[1] in words("entities", table) for table in ("cities", "cities_known")):
        return 0
    return start + len(found.group().rstrip())


def label_end(text: str, start: int, end: int) -> int:
    """Return where a label in capitals before a colon ends (``ISLAMABAD:``), 0 if the paragraph begins otherwise."""
    found = _LABEL.match(text, start, min(end, start + 44))
    return start + len(found.group().rstrip()) if found and found.end() < end else 0
