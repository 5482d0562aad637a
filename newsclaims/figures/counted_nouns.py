"""The noun that a number counts: `84,121 votes`, `three remaining Space Shuttle orbiters`, `six-member`."""

from __future__ import annotations

from newsclaims.figures.classes import word_class
from newsclaims.figures.line import HYPHENS, Line
from newsclaims.figures.unit_words import unit_at
from newsclaims.words.lemmas import lemma

_MAX_WORDS = 8
_AHEAD = frozenset({"JJ", "VBN", "VBD", "VBG", "NNP", "CC"})
_ENDS_AHEAD = frozenset({"NN", "NNS", "NNPS"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_COMMON = frozenset({"NN", "NNS"})


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
    if head is None:
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
    return Noun(at, at + 1, singular(line, at))


def _head(line: Line, at: int, plural: bool) -> int | None:
    head = None
    position = at
    stop = min(line.count, at + _MAX_WORDS)
    while position < stop:
        tag = line.tag(position)
        lower = line.lower(position)
        form = line.form(position)
        if lower in HYPHENS:
            # "pan-democratic", "10 high-profile cases"
            if position == at or not (line.touches(position) and line.touches(position + 1)):
                break
            position += 1
            if line.tag(position) in ("IN", "RP", "RB"):  # "passers-by"
                return head
            head = None  # "coal-fired plants": the last part decides
            if line.tag(position) not in _NOUNS:
                position += 1
            continue
        if tag in _NOUNS and form[0].isalpha():
            if form in ("AD", "BC", "BCE", "CE"):
                break
            timed = lower in word_class("times") and (form[0].isupper() or head is not None)
            if timed or lower in word_class("not-heads"):
                break
            if head is None and plural and tag == "NN" and lower in word_class("periods"):
                return position  # "a six hour flight": a duration
            if head is not None and _closed(line, head, position, plural):
                break
            head = position
        elif tag not in word_class("before-noun"):
            if lower in word_class("noun-openers") and head is None:
                position += 1
                continue
            pledged = tag == "VBD" and position == at and lower.endswith("ed")  # "270 pledged delegates"
            if pledged and _noun_ahead(line, position, stop):
                position += 1
                continue
            if tag == "RB" and head is None and line.tag(position + 1) in ("JJ", "VBN", "VBG", "JJS", "RB"):
                position += 1
                continue
            if lower in ("and", "or", "/", ",") and head is None and _joins_adjectives(line, position, at):
                position += 1
                continue
            if lower in ("and", "&") and head is not None and _joins_names(line, position):
                position += 1
                head = None
                continue
            owner = tag == "POS" and head is not None and line.tag(head) in ("NNP", "NNPS")
            if owner and line.tag(position + 1) in _NOUNS:
                position += 1
                continue
            if form in "“\"‘'`" or form == "``":
                position += 1
                continue
            break
        elif head is not None and tag in ("JJ", "VBN", "VBG", "JJR", "CD", "JJS"):
            # "107 killed", "12 people dead": what follows the noun is no part of it, unless a noun comes right after
            many = line.tag(head) in ("NNS", "NNPS") or line.lower(head) in word_class("collective")
            if many or line.tag(position + 1) not in _NOUNS:
                break
            if tag != "JJ" or tag == "CD":
                break
        elif head is None and tag == "CD" and line.lower(position + 1) == "-" and line.touches(position + 1):
            position += 1  # "20 four-wheel-drive vehicles", "12 three-pointers"
        elif head is None and tag == "CD":
            unit = unit_at(line, position + 1 + (line.lower(position + 1) in HYPHENS))
            if position > at or unit is None or line.tag(unit[0]) not in _COMMON:  # "eight million 250ml bottles"
                break
            position = unit[0]
            continue
        elif head is None and tag == "VBN" and not _noun_ahead(line, position, stop):
            break
        elif head is None and tag == "JJ" and form[0].isupper() and _is_people(line, position):
            return position
        position += 1
    if head is None or line.lower(head) in word_class("not-heads"):
        return None
    return head


def _noun_ahead(line: Line, at: int, stop: int) -> bool:
    """Tell whether a participle leads on to a noun (`two wounded soldiers`) and not away (`107 killed in ...`)."""
    position = at + 1
    while position < stop and (line.tag(position) in _AHEAD or line.lower(position) in HYPHENS):
        position += 1
    return position < stop and line.tag(position) in _ENDS_AHEAD


def _closed(line: Line, head: int, following: int, plural: bool) -> bool:
    """Tell whether the noun phrase is complete at ``head`` although a noun follows: `killed two people Thursday`."""
    if not plural or line.lower(head) == "series":
        return False
    tag = line.tag(head)
    after = line.tag(following)
    if tag in ("NNS", "NNPS") or line.lower(head) in word_class("collective"):
        if after in ("NNP", "NNPS"):
            return tag != "NNPS" or (after == "NNP" and line.tag(following + 1) not in _NOUNS)
        if after == "NN":
            return line.lower(following) not in word_class("collective")
        if line.lower(head) in word_class("collective") and after == "NNS":  # "police officers"
            return False
        return not line.lower(head).endswith("s") or line.lower(following) in word_class("times")
    return False


def _is_people(line: Line, at: int) -> bool:
    """`4 million Sudanese`, `12 British`: a nationality in the place of a noun."""
    people = line.lower(at).endswith(("ese", "ish", "ch", "ss"))
    return people and line.tag(at + 1) not in (*_NOUNS, "JJ", "VBN", "HYPH", "CC")


def _joins_adjectives(line: Line, at: int, first: int) -> bool:
    """`3.1m joint digital and paper sales`, `three red, white and blue flags`."""
    inner = ("JJ", "NN", "VBN", "VBG")
    joined = at > first and line.tag(at - 1) in inner and line.tag(at + 1) in inner
    return joined and line.tag(at + 2) in ("NNS", "NN", "CC", "JJ")


def _joins_names(line: Line, at: int) -> bool:
    """`460 Kia and Hyundai vehicles`, `dozens of British and French soldiers`."""
    after = at + 1
    while after < at + 5 and line.tag(after) in ("NNP", "JJ"):
        after += 1
    return line.tag(at - 1) == "NNP" and after > at + 1 and line.tag(after) == "NNS"


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
