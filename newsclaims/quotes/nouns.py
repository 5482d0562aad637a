"""Noun phrases round a cue: bounded readers to the left and to the right of a place in a line."""

from __future__ import annotations

from functools import cache

from newsclaims.quotes.lines import QUOTE, Line
from newsclaims.table import rows, words
from newsclaims.words.sentence import Token

NAMES = frozenset({"NNP", "NNPS"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "FW", "EX"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELATIVE = frozenset({"WP", "WDT", "WP$"})
_BEFORE_NOUN = frozenset(
    {"JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "AFX", "$", "FW", "DT", "PRP$", "PDT", "SYM"}
)
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
_DETERMINERS = frozenset({"DT", "PRP$", "WP$"})
_ATTACHING = frozenset(
    [
        "of",
        "for",
        "from",
        "in",
        "at",
        "with",
        "on",
        "to",
        "by",
        "about",
        "near",
        "against",
        "between",
        "behind",
        "under",
        "over",
        "within",
    ]
)
WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
DAYS = WEEKDAYS | frozenset({"today", "yesterday", "tonight", "tomorrow"})
_TIMES = WEEKDAYS | frozenset(
    ["today", "yesterday", "tonight", "tomorrow", "earlier", "later", "afterward", "afterwards", "recently"]
)
_LONGEST = 24
"""Longest noun phrase, in items: bounds every scan."""


@cache
def _occasions() -> frozenset[str]:
    """Nouns of time and medium: `Monday`, `statement`."""
    return words("quotes", "occasions")


@cache
def _times() -> frozenset[str]:
    return frozenset(row[0] for row in rows("quotes", "occasions") if row[1] == "time")


def is_noun(token: Token) -> bool:
    """Tell whether a noun phrase can end here."""
    return (
        token.tag in NOUNS
        or token.tag in ("PRP", "QUOTE", "DT", "POS")
        or token.lower in ("others", "%", "many", "most")
    )


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
    while at > floor:
        token = items[at - 1]
        here = items[at].tag
        tag = token.tag
        if here in _DETERMINERS:
            if tag == "PDT" or (tag == "DT" and token.lower in ("all", "both", "half")):
                at -= 1
            break
        if token.lower in WEEKDAYS and at - 1 < last and here in NAMES:
            break
        if tag in _BEFORE_NOUN:
            if tag == "DT" and token.lower in ("that", "this", "these", "those") and here in ("PRP",):
                break
            at -= 1
        elif (
            tag in ("VBN", "VBG") and at - 1 > 0 and items[at - 2].tag in ("DT", "PRP$", "JJ", "POS", "HYPH", "CD")
        ) or (
            token.text in ("-", "–")
            and token.end == items[at].start
            and items[at - 2 if at >= 2 else 0].end == token.start
        ):
            at -= 1
        elif (tag == "CC" and token.lower == "&") or token.lower in ("'", "."):
            if items[at - 2 if at >= 2 else 0].tag not in NAMES:
                break
            at -= 1
        elif (
            (token.lower in _PARTICLES and here in NAMES and at - 1 > 0 and items[at - 2].tag in NAMES)
            or (tag == "RB" and here in ("JJ", "CD", "VBN"))
            or tag == "RBS"
            or (tag == QUOTE and here in NOUNS and items[at - 1].end < items[at].start and token.text not in ",.?!")
        ):
            at -= 1
        else:
            break
    while at < last and items[at].tag in ("POS", "HYPH", "RB", "SYM"):
        at += 1
    return at


def phrase_left(line: Line, last: int) -> int:
    """Return where the noun phrase that ends with item ``last`` begins, with phrases of `of`, `for`, `in` inside."""
    items = line.items
    if items[last].lower == ")":
        opened = next((i for i in range(last - 1, max(-1, last - 12), -1) if items[i].lower == "("), -1)
        if opened <= 0 or not is_noun(items[opened - 1]):
            return last
        return phrase_left(line, opened - 1)
    start = base_left(items, last)
    for _ in range(5):
        if start < 2:
            break
        before = items[start - 1]
        further = items[start - 2]
        if (
            before.tag in ("IN", "TO")
            and before.lower in _ATTACHING
            and further.tag in NOUNS | {"DT"}
            and further.tag != "CD"
        ):
            start = base_left(items, start - 2)
        elif before.tag in ("IN", "TO") and before.lower in _ATTACHING and further.lower == ")":
            opened = next((i for i in range(start - 3, max(0, start - 12), -1) if items[i].lower == "("), 0)
            if not opened or not is_noun(items[opened - 1]):
                break
            start = base_left(items, opened - 1)
        elif before.lower in ("and", "or", "&") and is_noun(further) and further.tag != "DT":
            earlier = base_left(items, start - 2)
            if earlier == 0 or _opens_clause(items, earlier):
                start = earlier
            elif items[earlier - 1].lower in _ATTACHING and earlier > 1 and items[earlier - 2].tag in NOUNS:
                start = base_left(items, earlier - 2)
            else:
                break
        elif before.tag in ("VBN", "VBG") and further.tag in NOUNS and items[start].tag not in ("PRP",):
            start = base_left(items, start - 2)
        else:
            break
    return start


def _opens_clause(items: list[Token], at: int) -> bool:
    """Tell whether a clause's subject can begin at ``at``."""
    before = items[at - 1]
    return before.tag in (",", ":", "``", QUOTE, "WDT", "WRB") or before.lower in (
        "that",
        "as",
        "but",
        "while",
        "when",
        "if",
        ";",
        "—",
        "–",
    )


def phrase_right(line: Line, first: int) -> int:
    """Return the end of the noun phrase that begins with item ``first``, ``first`` if there is none."""
    items = line.items
    count = len(items)
    at = first
    good = first
    ceiling = min(count, first + _LONGEST)
    while at < ceiling:
        token = items[at]
        tag = token.tag
        if tag == "PRP" or tag == "EX":
            return at + 1 if at == first or good == first else good
        if tag in NOUNS:
            timed = token.lower in _TIMES and not (at + 1 < ceiling and items[at + 1].tag in ("NN", "NNS"))
            if at > first and (timed or (tag in NAMES and items[at - 1].tag == "NNS")):
                break
            at += 1
            good = at
        elif tag in _BEFORE_NOUN or tag == "WP$":
            if tag in ("DT", "PRP$") and good > first and items[at - 1].tag in NOUNS:
                break
            if tag in NAMES and good > first and items[at - 1].tag == "NNS":
                break
            at += 1
            if tag == "DT" and token.lower in ("some", "others", "many", "this", "that", "both", "all", "another"):
                good = at if good == first else good
        elif (tag in ("VBN", "VBG") and at + 1 < ceiling and items[at + 1].tag in _BEFORE_NOUN and good == first) or (
            token.lower in _PARTICLES and good > first and at + 1 < ceiling and items[at + 1].tag in NAMES
        ):
            at += 1
        elif (
            tag in ("IN", "TO")
            and good > first
            and token.lower in ("of", "for", "from", "at", "in", "with", "on", "to", "by", "and")
        ):
            if at + 1 < ceiling and (items[at + 1].lower in _TIMES or items[at + 1].tag not in _BEFORE_NOUN | {"VBG"}):
                break
            if token.lower in ("in", "on", "at", "by", "with", "to", "from") and _medium(items, at + 1, ceiling):
                break
            at += 1
        elif (
            (
                token.text in ("-", "–")
                and at > first
                and items[at - 1].end == token.start
                and at + 1 < ceiling
                and items[at + 1].start == token.end
            )
            or (
                token.lower in ("and", "&", "or")
                and good > first
                and at + 1 < ceiling
                and items[at + 1].tag in _BEFORE_NOUN
            )
            or (
                token.lower in (".", "'")
                and good > first
                and at + 1 < ceiling
                and items[at - 1].tag in NAMES
                and items[at + 1].tag in NAMES
                and token.lower == "."
            )
        ):
            at += 1
        elif token.lower == "(":
            close = next((i for i in range(at, min(count, at + 10)) if items[i].lower == ")"), 0)
            if not close:
                break
            at = good = close + 1
        elif token.lower in ("many", "most", "others", "none"):
            at += 1
            good = at
        else:
            break
    return good


def _medium(items: list[Token], first: int, ceiling: int) -> bool:
    """Tell whether a phrase names the occasion of the words rather than belongs to the noun before it."""
    for at in range(first, min(ceiling, first + 6)):
        token = items[at]
        if token.lower in _occasions():
            return True
        if token.tag not in _BEFORE_NOUN:
            return False
    return False


def occasion(items: list[Token], at: int) -> bool:
    """Tell whether a preposition at ``at`` opens a phrase of time, place or medium: `in a statement`, `on Monday`."""
    return items[at].tag in ("IN", "TO") and _medium(items, at + 1, len(items))


def is_time(items: list[Token], first: int, last: int) -> bool:
    """Tell whether the noun phrase of items ``first`` to ``last`` (inclusive) names a time: `this week`, `2010`."""
    token = items[last]
    if token.tag == "CD":
        return (len(token.lower) == 4 and token.lower[:2] in ("19", "20")) or (
            first > 0 and items[last - 1].lower.strip(".") in _times()
        )
    if token.lower.strip(".") in _times():
        if first == last or (token.tag in NAMES and last - first < 2):
            return True
        return last - first < 3 and items[first].lower in _TIME_OPENERS
    return False


_TIME_OPENERS = frozenset(
    ["this", "last", "next", "late", "early", "earlier", "that", "later", "one", "a", "recent", "same", "the"]
)
