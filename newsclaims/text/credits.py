"""Picture credits at the end of a paragraph, as in ``REUTERS/Henry Romero/File Photo`` or ``(AP Photo/Ann Smith)``."""

from __future__ import annotations

import re
from typing import Final

from newsclaims.pattern import compiled
from newsclaims.table import words
from newsclaims.text.lines import Paragraph

_LONGEST: Final = 700  # code points of a paragraph that can be a caption
_TAIL: Final = 120  # code points in which the credit lies
_MARKS: Final = ("/", "|", "hoto", "HOTO", "Image", "Picture", "redit", " via ", " for ", " – ", " — ", " - ", ", ")
_NAME: Final = r"[A-Z](?:\.|[\w'’-]{0,24}+)(?:[ ](?:[A-Z](?:\.|[\w'’-]{0,24}+)|de|van|von|al|bin)){0,4}"
_BEFORE: Final = r"(?:\A|(?<=\s)|(?<=[(\[]))[(\[]?"
_LABELLED: Final = compiled(
    rf"""{_BEFORE}(?:(?:[Ff]ile|AP|AFP|Reuters)\ )?(?:Photo|PHOTO|Photograph|Image|Picture|Credit)s?
    (?:\ (?:credit|courtesy(?:\ of)?|by|via))?\s?[:/|]?\s(?:(?:by|via|courtesy\ of)\s)?
    {_NAME}(?:,?\s?(?:[/|,–—-]|via|for|of|courtesy\sof)\s?(?:the\s)?{_NAME}){{0,3}}[)\]]?\.?\Z""",
    re.VERBOSE,
)
_TOLD: Final = compiled(
    r"[(\[]?(?:(?:[Ff]ile|AP|AFP|Reuters) )?(?:Photo|PHOTO|Photograph|Image|Picture|Credit)s?"
    r"(?:(?: credit| courtesy(?: of)?| by| via)\b|\s?[:/|])"
)
"""How a label looks that is no part of a name: it says by whom, or has a colon or slash."""
_LABELS: Final = ("Photo", "PHOTO", "Image", "Picture", "Credit")
_LAST: Final = compiled(r"(?<![\w'’-])(?:[A-Z](?:\.|[\w'’-]{0,24})|de|van|von|al|bin)[)\]]?\.?\Z")
"""How the last word of a credit looks, which few paragraphs end with."""
_WORD: Final = 30  # code points of it at most
_SEPARATOR: Final = r"(?:\s?[/|–—]\s?|\svia\s|,\s|\s-\s|\sfor\s(?:the\s)?)"
_PARTED: Final = compiled(rf"{_BEFORE}{_NAME}(?:{_SEPARATOR}{_NAME}){{0,4}}[)\]]?\.?\Z")
_BETWEEN: Final = compiled(_SEPARATOR)
_PICTURE: Final = compiled(r"Photo|PHOTO|Images|Handout|REUTERS/|AFP/|EPA/")
_SOURCES: Final = ("PHOTO", "PHOTOS", "IMAGES", "PICTURES")  # in capitals they end the name of a picture agency
_ALONE: Final = frozenset({"Getty Images", "AP Photo", "File Photo", "File photo", "FILE PHOTO"})


def picture_credit(text: str, item: Paragraph) -> int:
    """Return where the picture credit that ends the paragraph begins, -1 when there is none.

    The credit names an agency or says what it is; without a word like Photo it must be a sentence of its own or
    stand in brackets, for stories end with the names of agencies too.
    """
    if item.end - item.start > _LONGEST:
        return -1
    begin = max(item.start, item.end - _TAIL)
    tail = text[begin : item.end]
    if not any(mark in tail for mark in _MARKS):
        return -1
    found = _LABELLED.search(tail) if any(label in tail for label in _LABELS) else None
    if found and (_TOLD.match(found.group()) or _apart(text, item, begin + found.start())):
        return begin + found.start()  # but "He works at Credit Suisse."
    found = _PARTED.search(tail) if _LAST.search(tail, max(0, len(tail) - _WORD)) else None
    if not found:
        return -1
    parts = _BETWEEN.split(found.group().strip("()[]."))
    start = begin + found.start()
    if len(parts) == 1:
        prose = tail.endswith(".") and not _apart(text, item, start)  # "The artist has sued Getty Images."
        return start if parts[0] in _ALONE and not prose else -1
    if not any(part in words("text", "agencies") or part.endswith(_SOURCES) for part in parts):
        return -1
    return start if _apart(text, item, start) or _PICTURE.search(found.group()) else -1


def _apart(text: str, item: Paragraph, start: int) -> bool:
    """Tell whether a credit stands behind the end of a sentence or in brackets."""
    before = text[item.start : start].rstrip()
    return not before or before[-1] in ".!?…\"”'’)]" or text[start] in "(["
