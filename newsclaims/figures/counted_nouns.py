"""The noun that a number counts: `84,121 votes`, `three remaining Space Shuttle orbiters`, `six-member`."""

from __future__ import annotations

from typing import Final

from newsclaims.figures.classes import word_class
from newsclaims.figures.line import HYPHENS, NOUN_TAGS, Line
from newsclaims.figures.unit_words import unit_at
from newsclaims.syntax.chunks import Chunk
from newsclaims.words.lemmas import lemma

_ERAS: Final = frozenset({"AD", "BC", "BCE", "CE"})


class Noun:
    """A counted noun: tokens from the number's end to ``last`` (exclusive), ``head`` its token, ``lemma`` its lemma."""

    __slots__ = ("head", "last", "lemma")

    def __init__(self, head: int, last: int, lemma: str) -> None:
        self.head = head
        self.last = last
        self.lemma = lemma


def counted(line: Line, at: int, *, plural: bool = True) -> Noun | None:
    """Return the noun counted by a number that ends before token ``at``; ``plural``: the number is not one."""
    if line.lower(at) in HYPHENS and (line.touches(at) == line.touches(at + 1)):
        return _hyphenated(line, at + 1)
    head = _head(line, at, plural)
    if head is None or line.form(head) in _ERAS:
        return None
    return Noun(head, head + 1, singular(line, head))


def _hyphenated(line: Line, at: int) -> Noun | None:
    """`six-member team`, `131-page report`: the noun touches the number with a hyphen."""
    if at >= line.count or line.tag(at) not in ("NN", "NNS", "NNP", "JJ") or not line.form(at)[0].isalpha():
        return None
    if (line.form(at)[0].isupper() and line.tag(at) == "NNP") or line.lower(at) == "strong":
        return None  # "1-Lin Dan", "a 30-strong team"
    if line.lower(at + 1) in HYPHENS:  # "nine-month-old", "20-man-a-side": not a count
        return None
    if line.tag(at) == "NNS" and line.form(at - 2).isalpha():  # "one-liners", "two-timers": words
        return None
    return Noun(at, at + 1, singular(line, at))


def _head(line: Line, at: int, plural: bool) -> int | None:
    """Return the head of the noun chunk that goes on or begins at ``at``."""
    if plural and line.tag(at) in ("NN", "NNS") and line.tokens[at].lemma in word_class("periods"):
        return at  # "a six hour flight": a duration
    if line.lower(at) == "second" and line.tag(at + 1) == "NN" and line.tag(at + 2)[:2] != "NN":
        return at  # "a 30 second clip"
    participle = line.tag(at) in ("VBN", "VBG") or (line.tag(at) == "VBD" and line.lower(at).endswith("ed"))
    chunk = line.noun_chunk(at)
    if chunk is None and participle:  # "270 pledged delegates"
        at += 1
        chunk = line.noun_chunk(at)
        if chunk is None or chunk.first != at or line.tag(chunk.head) not in ("NNS", "NNPS"):
            return None
    if chunk is None or line.tag(at) in ("DT", "PRP$", "TO"):
        nationality = line.tag(at) == "JJ" and line.form(at)[0].isupper() and line.lower(at).endswith(_PEOPLES)
        return at if nationality and chunk is None else None
    head = chunk.head
    if chunk.first < at:  # the number stands in it: "one manufacturer's equipment" counts manufacturers
        head = next((place for place in range(at, head) if _owns(line, place)), head)
    dash = (place for place in range(at + 1, head) if line.lower(place) in HYPHENS and not _joins(line, place))
    head = min(head, next(dash, head + 1) - 1)
    numbers = [place for place in range(at, head) if line.tag(place) == "CD" and not is_model(line, place)]
    if any(not _measures(line, place) for place in numbers):
        return None  # "five 787 Dreamliner sales"
    while head > at and not _counts(line, head):
        head -= 1
    if plural:
        head = _plural_before(line, at, head)
    if head < at or line.tag(head) not in NOUN_TAGS or not _counts(line, head):
        return None
    if line.tag(head) != "NNP":
        single = plural and line.tag(head) != "NNS" and line.form(head).islower()
        single = single and line.lower(head) not in word_class("collective")
        return (_joined(line, chunk) if single and head == chunk.head else None) or head
    described = line.tag(head + 1) == "VBG" and line.tag(head + 2) == "NN" and line.tag(head + 3)[:2] in ("VB", "MD")
    return head + 2 if described and not plural else _joined(line, chunk) or head  # "one Lowton reporting station has"


def is_model(line: Line, at: int) -> bool:
    """Tell whether a number is the name of a make or a service: `a 737 Max`, `60 747 jets`, `911 calls`."""
    return line.form(at) in word_class("model-numbers") and line.lower(at + 1) in word_class("modelled")


def _measures(line: Line, at: int) -> bool:
    """Tell whether a number inside a noun chunk belongs to a word of it: `250ml bottles`, `$50,000 prizes`."""
    if line.lower(at + 1) in HYPHENS or line.lower(at - 1) in HYPHENS or line.tag(at - 1) == "$":
        return True
    unit = unit_at(line, at + 1)
    return unit is not None and line.tag(unit[0]) in ("NN", "NNS")


def _joins(line: Line, hyphen: int) -> bool:
    return line.touches(hyphen) and line.touches(hyphen + 1)


def _owns(line: Line, at: int) -> bool:
    return line.tag(at) in ("NN", "NNS") and line.tag(at + 1) == "POS"


def _counts(line: Line, at: int) -> bool:
    """Tell whether a word can be what is counted: no number, measure (`the 270 threshold`) or day (`two Thursday`)."""
    form, lower = line.form(at), line.lower(at)
    day = form[0].isupper() and lower in word_class("times")
    return form[0].isalpha() and line.tag(at) != "CD" and not day and lower not in word_class("not-heads")


def _plural_before(line: Line, at: int, head: int) -> int:
    """Return the plural noun that a name or verb follows which is no part of the phrase: `two tech giants unite`."""
    for place in range(at, head):
        after = place + 1
        if line.tag(place) in ("NNS", "NNPS") or line.lower(place) in word_class("collective"):
            name = line.tag(after) == "NNP" and line.tag(place) == "NNS"
            if name or (line.tag(after) == "NN" and line.lower(after) not in word_class("collective")):
                return place
    return head


_QUALIFYING: Final = ("NNP", "JJ", "NN")
_PEOPLES: Final = ("ese", "ish", "ch", "ss")
"""Endings of nationalities that stand for people: `4 million Sudanese`, `12 British`."""


def _joined(line: Line, chunk: Chunk) -> int | None:
    """Return the noun that two words qualify: `460 Kia and Hyundai vehicles`, `seven ruling and opposition parties`."""
    other = line.noun_chunk(chunk.last + 1)
    if other is None or line.lower(chunk.last) not in ("and", "&") or line.tag(other.first) not in _QUALIFYING:
        return None
    return other.head if line.tag(other.head) == "NNS" and other.first < other.head else None


def singular(line: Line, at: int) -> str:
    """Return the lemma of the counted noun, lower case; people for persons."""
    lower = line.lower(at)
    tag = line.tag(at)
    if lower in ("people", "persons", "person"):
        return "people"
    if tag in ("NNS", "NNPS"):
        return lower[:-1] if tag == "NNPS" and lower.endswith("is") else lemma(lower, "NNS")
    if tag == "NNP" and lower.endswith("s") and not lower.endswith(("ss", "us")) and len(lower) > 3:
        return lower[:-1] if lower.endswith("is") else lemma(lower, "NNS")
    return lower
