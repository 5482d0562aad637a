"""Noun phrases round a cue: bounded readers to the left and to the right of a place in a line."""

from __future__ import annotations

from functools import cache

from newsclaims.quotes.lines import QUOTE, Line
from newsclaims.quotes.occasions import TIMES, WEEKDAYS, occasion
from newsclaims.table import rows
from newsclaims.words.sentence import Token

NAMES = frozenset({"NNP", "NNPS"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "FW", "EX"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELATIVE = frozenset({"WP", "WDT", "WP$"})
_BEFORE_NOUN = frozenset({"JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "AFX", "$", "FW", "DT"})
_BEFORE_NOUN |= {"PRP$", "PDT", "SYM"}
_DETERMINERS = frozenset({"DT", "PRP$", "WP$"})
_ALONE = frozenset({"some", "others", "many", "this", "that", "both", "all", "another"})
"""Determiners and the like that can be a whole noun phrase."""
_PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "al",
        "el",
        "da",
        "dos",
        "di",
        "du",
        "ibn",
        "ben",
        "abu",
        "ul",
    ]
)
"""Small words inside family names."""
_ATTACHING = "of for from in at with on to by about near against between behind under over within"
_ATTACHING += " across along among around inside outside through toward towards including"
_ATTACHED = frozenset(_ATTACHING.split(" "))
"""Prepositions whose phrase can belong to the noun before it."""
_RIGHT = frozenset({"of", "for", "from", "at", "in", "with", "on", "to", "by", "and"})
_CLAUSE_OPENERS = frozenset(
    ["that", "as", "but", "while", "when", "if", "after", "because", "although", "though", ";", "—", "–"]
)
_LONGEST = 24
"""Longest noun phrase, in items: bounds every scan."""


@cache
def cue_nouns() -> dict[str, frozenset[str]]:
    """Return noun of saying or thinking -> what may follow it as content: *that*, *to* or a preposition."""
    return {row[0]: frozenset(row[1].split(",")) for row in rows("quotes", "cue_nouns")}


def is_noun(token: Token) -> bool:
    """Tell whether a noun phrase can end here."""
    if token.tag in NOUNS or token.tag in ("PRP", QUOTE, "DT", "POS"):
        return True
    return token.lower in ("others", "%", "many", "most")


def base_left(items: list[Token], last: int) -> int:
    """Return where the base noun phrase that ends with item ``last`` begins."""
    tag = items[last].tag
    if tag == "DT" and last > 0 and items[last].lower in ("both", "all", "each") and items[last - 1].tag in NOUNS:
        last -= 1
        tag = items[last].tag
    if tag in ("PRP", "EX", "DT"):
        return last
    at = last
    floor = max(0, last - _LONGEST)
    while at > floor and _goes_before(items, at, last):
        at -= 1
        if items[at].tag in _DETERMINERS:
            if at and (items[at - 1].tag == "PDT" or items[at - 1].lower in ("all", "both", "half")):
                at -= 1
            break
    while at < last and items[at].tag in ("POS", "HYPH", "RB", "SYM"):
        at += 1
    return at


def _goes_before(items: list[Token], at: int, last: int) -> bool:
    """Tell whether the item before ``at`` belongs to the same base noun phrase."""
    token = items[at - 1]
    tag = token.tag
    here = items[at].tag
    if token.lower in WEEKDAYS and at - 1 < last and here in NAMES:
        return False
    if tag in _BEFORE_NOUN:
        return True
    further = items[at - 2] if at >= 2 else items[0]
    if tag in ("VBN", "VBG"):
        return at > 1 and further.tag in ("DT", "PRP$", "JJ", "POS", "HYPH", "CD")
    if token.text in ("-", "–"):
        return token.end == items[at].start and further.end == token.start
    if token.lower in ("&", "'", "."):
        return further.tag in NAMES
    if token.lower in _PARTICLES:
        return here in NAMES and at > 1 and further.tag in NAMES
    if tag == QUOTE:
        return here in NOUNS and token.end < items[at].start and token.text not in ",.?!"
    return tag == "RBS" or (tag == "RB" and here in ("JJ", "CD", "VBN"))


def phrase_left(line: Line, last: int) -> int:
    """Return where the noun phrase that ends with item ``last`` begins, with phrases of `of`, `for`, `in` inside."""
    items = line.items
    if items[last].lower == ")":
        opened = _opening(items, last)
        return phrase_left(line, opened - 1) if opened > 0 and is_noun(items[opened - 1]) else last
    start = base_left(items, last)
    for _ in range(5):
        further = _further_left(items, start)
        if further == start:
            break
        start = further
    return start


def _opening(items: list[Token], close: int) -> int:
    return next((i for i in range(close - 1, max(-1, close - 12), -1) if items[i].lower == "("), 0)


def _further_left(items: list[Token], start: int) -> int:
    """Return where the phrase begins of which the one from ``start`` on is the last part, ``start`` if of none."""
    if start < 2:
        return start
    before = items[start - 1]
    further = items[start - 2]
    if before.tag in ("IN", "TO") and before.lower in _ATTACHED:
        if further.tag in NOUNS or further.tag == "DT":
            return base_left(items, start - 2) if further.tag != "CD" else start
        if further.lower == ")":
            opened = _opening(items, start - 2)
            return base_left(items, opened - 1) if opened and is_noun(items[opened - 1]) else start
        if further.tag in ("VBG", "VBN") and start > 2 and items[start - 3].tag in ("NN", "NNS"):
            return base_left(items, start - 3)  # `protesters marching through the streets`
        return start
    if before.lower in ("and", "or", "&") and is_noun(further) and further.tag != "DT":
        earlier = base_left(items, start - 2)
        if earlier == 0 or _opens_clause(items[earlier - 1]):
            return earlier
        if items[earlier - 1].lower in _ATTACHED and earlier > 1 and items[earlier - 2].tag in NOUNS:
            return base_left(items, earlier - 2)
        return start
    if before.tag in ("VBN", "VBG") and further.tag in NOUNS and items[start].tag != "PRP":
        return base_left(items, start - 2)
    return start


def _opens_clause(before: Token) -> bool:
    """Tell whether a clause's subject can follow this item."""
    return before.tag in (",", ":", "``", QUOTE, "WDT", "WRB") or before.lower in _CLAUSE_OPENERS


def phrase_right(line: Line, first: int) -> int:
    """Return the end of the noun phrase that begins with item ``first``, ``first`` if there is none."""
    items = line.items
    ceiling = min(len(items), first + _LONGEST)
    good = at = first
    while at < ceiling:
        token = items[at]
        tag = token.tag
        if tag in ("PRP", "EX"):
            return at + 1 if good == first else good
        if tag in NOUNS or token.lower in ("many", "most", "others", "none"):
            if at > first and _other_phrase(items, at, ceiling):
                break
            at += 1
            good = at
        elif tag in _BEFORE_NOUN or tag == "WP$":
            if good > first and tag in ("DT", "PRP$") and items[at - 1].tag in NOUNS:
                break
            at += 1
            if good == first and tag == "DT" and token.lower in _ALONE:
                good = at
        elif token.lower == "(":
            close = next((i for i in range(at, min(len(items), at + 10)) if items[i].lower == ")"), 0)
            if not close:
                break
            at = good = close + 1
        elif at + 1 < ceiling and _joins_right(items, at, first, good):
            at += 1
        else:
            break
    return good


def _other_phrase(items: list[Token], at: int, ceiling: int) -> bool:
    """Tell whether a noun begins a phrase of its own: a time, or a name after a plural (`reporters Smith`)."""
    timed = items[at].lower in TIMES and not (at + 1 < ceiling and items[at + 1].tag in ("NN", "NNS"))
    return timed or (items[at].tag in NAMES and items[at - 1].tag == "NNS")


def _joins_right(items: list[Token], at: int, first: int, good: int) -> bool:
    """Tell whether an item that is no noun joins what stands before it with what follows."""
    token = items[at]
    after = items[at + 1]
    if token.text in ("-", "–"):
        return at > first and items[at - 1].end == token.start and after.start == token.end
    if good == first:
        return token.tag in ("VBN", "VBG") and after.tag in _BEFORE_NOUN
    if token.lower in _PARTICLES and after.tag in NAMES:
        return True
    if token.tag in ("IN", "TO") and token.lower in _RIGHT:
        if after.lower in TIMES or (after.tag not in _BEFORE_NOUN and after.tag != "VBG"):
            return False
        return token.lower in ("of", "for") or not occasion(items, at)
    if token.lower in ("and", "&", "or"):
        return after.tag in _BEFORE_NOUN
    return token.lower == "." and items[at - 1].tag in NAMES and after.tag in NAMES
