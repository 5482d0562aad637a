"""Sentence boundaries inside a paragraph, found from the marks that can end a sentence.

Each full stop, question or exclamation mark that is followed by white space is judged on its two neighbours alone:
what stands before the stop (``stops.py``: an abbreviation, an initial, a number) and what begins after it.  The tables
``abbreviations.tsv`` and ``starters.tsv`` hold the words; the text is never rewritten.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsclaims.pattern import compiled
from newsclaims.table import words
from newsclaims.text.stops import stop_ends
from newsclaims.text.tokens import word_class

_STOP: Final = compiled(
    r"[.!?…](?<![.!?…].)[.!?…]*+['\"’”»)\]]{0,4}+(?:\[\d{1,3}\]){0,3}(?=\s|(?<=[a-z\d”’.)][.”’)])[A-Z][a-z]{0,9}\s)"
)
_HEADING: Final = compiled(
    r"((?:[A-Z][A-Z\d,&’'-]{0,30}+\s){3,15}[A-Z][A-Z\d,&’'-]{0,30}+)\s[—–―]\s(?=[“\"]?[A-Z][a-z])"
)
"""A heading in capitals that a dash parts from its text."""
_WORD: Final = compiled(r"[a-z]+")
_CLOSERS: Final = "'\"’”»"
_OPENERS: Final = " \t\r\n\"'“‘«([—–-`"
_NEXT_WORD: Final = compiled(r"[^\W_]{1,20}+")
# code points; longer runs without a sentence's end are lists or junk, and are cut at white space
_LONGEST: Final = 4_000
MOST_NUMBERS: Final = 250
"""How many numbers of one sentence are read: more make a table or junk, where each would cost what a fact costs."""


@cache
def _said() -> re.Pattern[str]:
    """Return the pattern of a short subject and a reporting verb: `Smith said`, `De Zela told`."""
    verbs = "|".join(sorted(words("text", "reporting")))
    return compiled(rf"(?:[^\W\d_][\w.’'-]{{0,30}}+\s++){{1,4}}(?:{verbs})\b")


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the (start, end) of every sentence of the paragraph ``text[start:end]``, white space trimmed.

    No sentence is longer than 4,000 code points, so that work on one sentence stays small whatever the text is.
    """
    found: list[tuple[int, int]] = []
    first = start
    heading = _HEADING.match(text, start, end)
    if heading and not word_class("telling-clauses").isdisjoint(_WORD.findall(heading.group().lower())):
        _add(found, text, start, heading.end(1))  # "THE MAYOR HAS SUED THEM — Ann Reed said so."
        first = heading.end()
    for stop in _STOP.finditer(text, first, end):
        if _ends(text, first, stop, end):
            _add(found, text, first, stop.end())
            first = stop.end()
            while first < end and text[first].isspace():
                first += 1
    while end > first and text[end - 1].isspace():
        end -= 1
    if end > first:
        _add(found, text, first, end)
    return found


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Append a sentence, in pieces if it is too long for one."""
    while end - start > _LONGEST:
        cut = start + _LONGEST
        for at in range(cut, cut - 200, -1):
            if text[at].isspace():
                cut = at
                break
        found.append((start, cut))
        start = cut
        while text[start].isspace():
            start += 1
    found.append((start, end))


def _ends(text: str, first: int, stop: re.Match[str], end: int) -> bool:
    after = stop.end()
    while after < end and text[after] in _OPENERS:
        after += 1
    if after >= end:
        return True
    begin = text[after]
    mark = text[stop.start()]
    following = _NEXT_WORD.match(text, after, end)
    starts = following is not None and following.group().lower() in words("text", "starters")
    if begin.islower() or begin == ".":  # the dots of an ellipsis may stand apart: `. . .`
        return False
    marks = stop.group()
    if after == stop.end():  # "He left.The house is old": only before a word that begins sentences
        return marks[:2] != ".." and starts and text[max(first, stop.start() - 2) : stop.start()].islower()
    if mark in "!?":
        return not (text[stop.end() - 1] in _CLOSERS and _said().match(text, after, end))
    if mark == "…" or marks.startswith(".."):
        return begin.isupper() or not begin.isalnum()
    if len(marks) > 1:  # a closing mark after the stop: the stop belongs to the sentence
        return True
    if following is not None and len(following.group()) == 1 and text[following.end() : following.end() + 1] == ".":
        starts = False  # `Wan F. A. Jusoh`
    return stop_ends(text, first, stop.start(), after, end, starts)
