"""Clauses round a cue: where the one before it begins, and whether one into which it is inserted goes on."""

from __future__ import annotations

from typing import Final

from newsclaims.quotes.addressee import addressee_of
from newsclaims.quotes.cues import VerbCue
from newsclaims.quotes.draft import Offsets
from newsclaims.quotes.lines import QUOTE, Line, only_quote
from newsclaims.quotes.phrases import FINITE
from newsclaims.quotes.turns import content_end_plain
from newsclaims.quotes.vocabulary import word_class
from newsclaims.words.sentence import Token

_OCCASIONAL: Final = frozenset({"CD", "DT", "IN", "JJ", "NN", "NNP", "NNS", "RB", "RBR"})
"""Tags of what may stand between a cue and the comma behind it: `he told me on Friday`."""


def inserted_rest(cue: VerbCue) -> tuple[int, int] | None:
    """The rest of a clause into which source and cue are inserted: `Otherwise, she said, it works.`"""
    items = cue.line.items
    count = len(items)
    at = cue.end
    addressee = addressee_of(cue)
    if addressee is not None:
        at = addressee[1]
    while at < count and items[at].tag in _OCCASIONAL and items[at].lower != "that":
        at += 1  # `he told me on Friday`
    if at + 2 >= count or items[at].lower != "," or items[at + 1].tag in ("VBN", QUOTE):
        return None
    if items[at + 1].tag == "VBG" and not (opens_under(items, 0) and _deed(items, at + 1)):
        return None
    last = content_end_plain(cue.line, at + 1)
    if hangs(items, cue.start):
        return at + 1, last
    goes_on = items[at + 1].tag == "VB"  # `Those costs, he said, come “as we manage”`
    if not goes_on and not any(item.tag in FINITE or item.tag == "NNS" for item in items[at + 1 : last]):
        return None
    return at + 1, last


def opens_under(items: list[Token], at: int) -> bool:
    """Tell whether a clause under another begins here: `When it rains,`, `By the time she came,`, `Had it rained,`."""
    at += items[at].lower == "even"
    following = items[at + 1 : at + 3]
    if len(following) < 2:
        return False
    if items[at].lower in ("had", "should", "were"):
        return at == 0 and following[0].tag in ("DT", "NNP", "PRP", "PRP$", "NNS", "EX")
    return items[at].lower in word_class("subordinating") or (
        items[at].lower == "by" and [item.lower for item in following] == ["the", "time"]
    )


def _deed(items: list[Token], first: int) -> bool:
    """Tell whether a gerund is the subject of what follows: `replacing Holt would be hard`, not `adding that`."""
    for item in items[first + 1 :]:
        if item.tag in FINITE or item.lower in (",", "that"):
            return item.tag in FINITE
    return False


def hangs(items: list[Token], cue: int) -> bool:
    """Tell whether the clause before the last comma in front of a cue waits for more: `It is, Smith said, a plan`."""
    comma = next((at for at in range(cue - 1, max(0, cue - 12), -1) if items[at].lower == ","), 0)
    before = items[comma - 1] if comma > 1 else None
    return before is not None and (before.tag == "MD" or (before.tag in FINITE and before.lemma in ("be", "have")))


def is_clause(line: Line, first: int, last: int) -> bool:
    """Tell whether a finite verb or a longer quoted stretch stands here."""
    items = line.items
    return any(items[i].tag in FINITE or line.words.get(i, 0) > 2 for i in range(first, last))


def is_headline(line: Line, first: int, last: int) -> bool:
    """Tell whether a headline tells something without a finite verb: `Tax to rise, minister says`, `Two killed, …`."""
    told = any(item.tag in ("TO", "VB", "VBN") for item in line.items[first + 1 : last])
    return line.sentence.part == "headline" and told and line.items[first].tag[:2] in ("NN", "CD", "JJ", "DT")


def clause_start(line: Line, end: int) -> int:
    """Return where the clause that ends before item ``end`` begins: the line, or after `; but`.

    Of a list with semicolons it is the beginning of the line: `one paid $2; one paid $3; and the third paid $4, | …`.
    """
    items = line.items
    first = 0
    closed = listed = False
    for at in range(end - 1, 0, -1):
        closed = closed or items[at].text == ")"
        if items[at].lower == ";" and at + 1 < end and items[at + 1].lower == "and":
            listed = any(item.lower == ";" for item in items[:at])
        if (items[at].lower == ";" and not listed) or (items[at].text == "(" and not closed):
            first = at + 1
            break
    while first < end and items[first].tag == "CC":
        first += 1
    return first


def behind_mark(line: Line, start: int, end: int) -> int:
    """Return where a clause begins that a colon or one dash parts from the one before, ``start`` for none.

    A source behind it has said the second alone: `It is unclear if he left — both were ill, according to the club`.
    """
    items = line.items
    marks = [at for at in range(start + 1, end - 1) if items[at].text in (":", "—", "–", "--")]
    if len(marks) != 1 or any(item.tag == QUOTE for item in items[start:end]):
        return start
    sides = items[start : marks[0]], items[marks[0] + 1 : end]
    first = marks[0] + 1 + (items[marks[0] + 1].tag == "CC")
    return first if all(any(item.tag in FINITE for item in side) for side in sides) else start


def relative_start(items: list[Token], which: int) -> int:
    """Return where a phrase with *which* begins: `all of which`, `for which`."""
    first = which
    while first and items[first - 1].tag in ("DT", "IN", "CD") and items[first - 1].lower != ",":
        first -= 1
    return first


def quoted_lines_after(line: Line) -> list[Offsets]:
    """Return the lines right after this one in its paragraph that are quoted throughout."""
    found: list[Offsets] = []
    following = line.after()
    while following is not None and only_quote(following):
        found.append((following.items[0].start, following.items[0].end))
        following = following.after()
    return found
