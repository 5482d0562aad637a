"""Which part each paragraph plays: headline, byline, dateline, caption, body or credit.

Judged by layout: where a line stands, how it opens (``part_openings.tsv``), whether it ends as a sentence does.  What
is in doubt is body.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsclaims.model import Part
from newsclaims.pattern import compiled
from newsclaims.table import rows
from newsclaims.text.lines import Paragraph
from newsclaims.text.publication import LONGEST, publication_line

HEAD: Final = 6  # paragraphs from the top in which a byline may stand
_LONGEST_LINE: Final = 300  # code points: longer paragraphs are never credits or bylines
_LONGEST_CAPTION: Final = 700
_LONGEST_TITLE: Final = 140
_LONGEST_CROSSHEAD: Final = 7  # words
_SHORT_PROSE: Final = 4  # spaces in a paragraph of prose
_NAME: Final = (
    r"(?:[A-Z][\w.'’-]{0,24}+|(?:and|de|del|della|der|di|da|dos|van|von|la|le|al|bin|ben|at|for|in|of|the|&)\b)"
)
_BYLINE: Final = compiled(
    rf"(?:by|BY|By|From)\s+(?=[A-Z]){_NAME}(?:,?\s(?:[|/–—-]\s)?{_NAME}){{0,14}}"
    r"(?:,?\s(?:[a-z&'’-]{1,20}\s){0,3}(?:reporters?|correspondents?|editor|writers?|columnist|critic|staff))?"
    r"\s*[|,]?\s*(?:\S+@\S+)?\Z"
)
_TIME: Final = r"(?:[\s,|@–—-]{1,4}(?:at\s)?\d{1,2}[:.]\d\d.{0,24})?"
_DATE_LINE: Final = compiled(
    rf"""(?:[A-Z][a-z]{{2,8}}\.?,?\s)?
    (?: [A-Z][a-z]{{2,8}}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}
      | \d{{1,2}}(?:st|nd|rd|th)?\s[A-Z][a-z]{{2,8}}\.?,?\s\d{{4}}
      | \d{{4}}-\d\d-\d\d | \d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}} ){_TIME}\Z""",
    re.VERBOSE,
)
_FILE: Final = compiled(r"\(?(?:FILE|File)\s?(?:PHOTO|Photo|photo|photograph|image)?\s?(?:[-–—:]{1,2})\s")
_SOCIAL: Final = compiled(
    r"(?:please )?follow\b.{1,80}\bon (?:x|twitter|facebook|instagram|youtube|tiktok|whatsapp|telegram)\b",
    re.IGNORECASE,
)
_REPORTING: Final = compiled(r"\(?(?:Additional )?(?:Reporting|Writing|Editing|Compiled)(?:,? and \w+)? by\b")
_DIGIT: Final = compiled(r"\d")
_WORD_END: Final = compiled(r"[\s:]")
_LONG: Final = compiled(r"[^\W\d_]{4,}")
_SCORE: Final = compiled(r"\d(?:[,;]|\Z)|:")
_FINAL: Final = frozenset(".!?…\"”’'")


@cache
def _openings() -> dict[str, list[tuple[str, Part, str]]]:
    """Return the table of openings by their first word."""
    found: dict[str, list[tuple[str, Part, str]]] = {}
    for opening, part, condition in rows("text", "part_openings"):
        found.setdefault(opening.split()[0].rstrip(":"), []).append((opening, part, condition))  # type: ignore[arg-type]
    return found


def part_of(text: str, item: Paragraph, position: int, count: int) -> Part:
    """Return the part of one paragraph from its own words; ``position`` counts from the top of ``count``.

    Headlines and datelines need their neighbours: they are told apart by the document.
    """
    length = item.end - item.start
    if length > _LONGEST_CAPTION:
        return "body"
    opening = text[item.start : item.start + 60]
    if _FILE.match(opening):
        return "caption"
    if length > _LONGEST_LINE:
        return "body"
    line = text[item.start : item.end]
    named = _opened(line)
    if named is not None:
        return named
    if _DATE_LINE.match(line):
        return "dateline"
    if position < HEAD or position >= count - 3:
        if length < LONGEST and (_BYLINE.match(line) or publication_line(line)):
            return "byline"
        if _REPORTING.match(line):
            return "credit"
    return "credit" if length < 160 and _SOCIAL.match(line) else "body"


def _opened(line: str) -> Part | None:
    lower = line[:80].lower().lstrip("([*_-–— ")
    first = _WORD_END.split(lower, maxsplit=1)[0]
    for opening, part, condition in _openings().get(first, ()):
        if not lower.startswith(opening) or lower[len(opening) : len(opening) + 1].isalnum():
            continue
        rest = line[len(opening) :].strip(" .:|-–—()")
        if (
            condition == "."
            or (condition == "#" and any(mark.isdigit() for mark in rest) and len(line) < 120)
            or (condition == "$" and len(rest) < 20)
            or (condition == ":" and ":" in line[len(opening) : len(opening) + 2])
        ):
            return part
    return None


def between(text: str, items: list[Paragraph], parts: list[Part], number: int) -> Part:
    """Return what a body line is that stands between others: a crosshead (headline), another story's title or body.

    A line without a mark at its end, alone between two paragraphs of prose, is a crosshead; a long one is the title of
    another story that the site links to, `Man Finds Lost Treasure in Attic of Lowton School`: no part of this one
    (credit).  In capitals a crosshead may stand anywhere.
    """
    item = items[number]
    line = text[item.start : min(item.end, item.start + _LONGEST_TITLE + 1)]
    if len(line) > _LONGEST_TITLE or item.bullet or item.lines > 1 or line[-1] in ",;:-–—" or _SCORE.search(line):
        return "body"
    words = line.count(" ") + 1
    if words <= _LONGEST_CROSSHEAD and line.isupper() and line[-1] != "." and not _DIGIT.search(line):
        return "headline"
    if words < 4 or ends_as_sentence(text, item) or not line[0].isupper() or number + 1 == len(items):
        return "body"
    if not all(parts[at] == "body" and _prose(text, items[at]) for at in (number - 1, number + 1)):
        return "body"
    return "headline" if words <= _LONGEST_CROSSHEAD else "credit"


def _prose(text: str, item: Paragraph) -> bool:
    return not item.bullet and ends_as_sentence(text, item) and text.count(" ", item.start, item.end) > _SHORT_PROSE


def ends_as_sentence(text: str, item: Paragraph) -> bool:
    """Tell whether the paragraph ends with the mark of a sentence's end."""
    return text[item.end - 1] in _FINAL


def looks_titled(line: str) -> bool:
    """Tell whether most of the longer words begin with a capital letter, as in title case."""
    long = _LONG.findall(line)
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)
