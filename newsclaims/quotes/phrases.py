"""Noun phrases, times and occasions round a cue, in the items of a line, as the reading of the sentence has them."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from operator import attrgetter
from typing import Final

from newsclaims.quotes.lines import QUOTE, Line
from newsclaims.quotes.vocabulary import word_class
from newsclaims.syntax.chunks import NOUN
from newsclaims.table import rows, words
from newsclaims.words.frames import noun_frame
from newsclaims.words.sentence import Token

NAMES: Final = frozenset({"NNP", "NNPS"})
NOUNS: Final = NAMES | {"NN", "NNS", "CD", "FW", "EX"}
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELATIVE: Final = frozenset({"WP", "WDT", "WP$"})
_INSIDE: Final = frozenset(
    {"JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "AFX", "DT", "PRP$", "PDT"}
)
_APPOSED: Final = frozenset({"DT", "WP", "CD", "PRP$", "JJ", "NN"})
_REACH: Final = 6
"""How many items after its preposition an occasion's noun stands at most."""
_start: Final = attrgetter("start")


@cache
def times() -> frozenset[str]:
    """Return the nouns of time: `Monday`, `week`."""
    return frozenset(row[0] for row in rows("quotes", "occasions") if row[1] == "time")


@cache
def time_words() -> frozenset[str]:
    """Return the words that are a time by themselves: days, and adverbs such as `earlier`."""
    return words("quotes", "time_words")


def cue_nouns() -> frozenset[str]:
    """Return the nouns of saying or thinking, which a clause with *that* may follow: `claim`, `belief`."""
    return words("quotes", "cue_nouns")


def is_noun(token: Token) -> bool:
    """Tell whether a noun phrase can end here."""
    if token.tag in NOUNS or token.tag in ("PRP", QUOTE, "DT", "POS"):
        return True
    return token.lower in ("others", "%", "many", "most")


def base_left(line: Line, last: int) -> int:
    """Return where the noun chunk begins that item ``last`` stands in."""
    place = line.place(last)
    if place is None:
        return last
    parse, token = place
    at = parse.chunk_at(token)
    if at is None or parse.chunks[at].kind != NOUN:
        return last
    return max(0, last - (token - parse.chunks[at].first))


def phrase_right(line: Line, first: int) -> int:
    """Return the end of the noun phrase that begins with item ``first``, ``first`` if there is none."""
    items = line.items
    place = line.place(first) if first < len(items) and items[first].tag != QUOTE else None
    if place is None:
        return first
    parse, token = place
    end = parse.phrase_end(token, word_class("joins"))
    if end == token:
        return first
    stop = bisect_left(items, parse.tokens[end - 1].end, first, key=_start)
    for at in range(first + 1, stop):
        occasional = items[at].lower not in ("of", "for") and occasion(items, at)
        if (
            occasional
            or items[at].tag == QUOTE
            or (at > first + 1 and items[at].lower in time_words() and items[at - 1].tag != "POS")
        ):  # `the BBC's Today programme`
            return at if items[at - 1].tag not in ("IN", "DT", "JJ") else at - 1
    return stop


def name_right(line: Line, first: int) -> int:
    """Return the end of the noun phrase, or of the capitalised words, at item ``first``: `Will Moy` is a name too."""
    end = phrase_right(line, first)
    if end > first:
        owned = end + 1 < len(line.items) and line.items[end - 1].tag == "POS" and line.items[end].tag == "RB"
        if owned and line.items[end + 1].tag in ("VBN", "JJ"):
            return max(end, phrase_right(line, end + 2))  # `the firm’s newly named head Ann Smith`
        return end
    while end < len(line.items) and line.items[end].text[:1].isupper() and line.items[end].tag != QUOTE:
        end += 1
    return end if end > first + 1 else first


def occasion(items: list[Token], at: int) -> bool:
    """Tell whether a preposition at ``at`` opens a phrase of time or medium: `in a statement`, `on Monday`."""
    if items[at].tag not in ("IN", "TO"):
        return False
    nouns = words("quotes", "occasions")
    for token in items[at + 1 : at + 1 + _REACH]:
        if token.lower in nouns:
            return True
        if token.tag not in _INSIDE:
            return False
    return False


def is_time(items: list[Token], first: int, last: int) -> bool:
    """Tell whether the noun phrase of items ``first`` to ``last`` (inclusive) names a time: `this week`, `2010`."""
    token = items[last]
    if token.tag == "CD":
        year = len(token.lower) == 4 and token.lower[:2] in ("19", "20")
        return year or (last > 0 and items[last - 1].lower.strip(".") in times())
    if token.lower.strip(".") not in times():
        return False
    if first == last or (token.tag in NAMES and last - first < 2):
        return True
    return last - first < 3 and items[first].lower in word_class("time-openers")


def with_apposition(line: Line, end: int) -> int:
    """Return the end of the source with the apposition that follows: `said Smith, a lawyer in Ohio,`."""
    items = line.items
    count = len(items)
    if end + 1 >= count or items[end].lower != ",":
        return end
    if items[end + 1].tag in NAMES and items[end - 1].tag == "NN":  # `said the director, Ann Smith`
        last = phrase_right(line, end + 1)
        related = last + 1 < count and items[last + 1].tag in RELATIVE and _person(items[end - 1]) < 50
        return end if items[end - 1].lower == "police" or related else last  # `the union, Acme, which makes pumps, …`
    if items[end + 1].tag not in _APPOSED:
        return end
    relative = items[end + 1].tag in RELATIVE
    for at in range(end + 1, min(count, end + 26)):
        token = items[at]
        relative = relative or token.tag in RELATIVE or token.lower == "that"
        if token.tag == QUOTE and items[at - 1].lower != ",":
            return end  # `in the words of Smith, the firm “lied”`
        if token.tag in (".", ":", QUOTE) or token.lower == ";":
            return at - 1 if items[at - 1].lower == "," else at
        if token.lower == "," and (at + 1 >= count or items[at + 1].tag not in ("NNP", "CD", "DT")):
            return at
        if token.tag in FINITE and not relative:
            return end
    return end


def role_ends(line: Line, first: int) -> int:
    """Return the comma that closes what somebody is, behind the name: `Ann Reed, mayor of Lowton,`; 0 for nothing."""
    items = line.items
    person = False
    for at in range(first, min(len(items), first + 10)):
        token = items[at]
        if token.lower == ",":
            return at if person else 0
        if token.tag in FINITE or token.tag in RELATIVE or token.tag in (".", ":", "CC", QUOTE):
            return 0
        person = person or (token.tag == "NN" and _person(token) >= 50)
    return 0


def _person(token: Token) -> int:
    """Return how often *who* and not *which* refers to a noun, in per cent."""
    return noun_frame(token.lemma).who or 0


def with_relative(line: Line, end: int) -> int:
    """Return the end of a source with the clause that tells it apart: `people who attended`, `a study published in`."""
    items = line.items
    if end >= len(items) or items[end].tag not in ("VBN", "VBG", "WP", "WDT", "IN"):
        return end
    for at in range(end + 1, min(len(items), end + 20)):
        if items[at].tag == QUOTE:
            return end  # `a study published in “Nature”`
        if items[at].lower in (",", ";", "(") or items[at].tag in (".", ":"):
            return at
    return end


def with_contact(line: Line, end: int) -> int:
    """Return the end of a source with a clause that only a comma ends: `figures the ministry released, prices fell`."""
    items = line.items
    if end >= len(items) or items[end].tag not in _APPOSED | NAMES | {"NNS", "PRP"} or items[end - 1].tag in NAMES:
        return end
    verb = phrase_right(line, end)
    if verb == end or verb >= len(items) or items[verb].tag not in FINITE | {"VBN"}:
        return end
    for at in range(verb + 1, min(len(items), verb + 12)):
        if items[at].lower == ",":
            return at if any(item.tag in FINITE for item in items[at + 1 :]) else end
        if items[at].tag in FINITE or items[at].tag in (".", ":", QUOTE):
            break
    return end


def list_goes_on(items: list[Token], first: int, end: int) -> bool:
    """Tell whether a comma inside a noun phrase is followed by its next member, an apposition or a relative clause."""
    token = items[first]
    if token.tag == "JJ" and items[first - 2].tag == "JJ":
        return True  # `the need for a whole, open process that works`
    if token.tag in RELATIVE:
        return False  # `acknowledged the delay, which makes her late`: the reporter adds it
    if token.tag == "CC":
        first += 1
    if first >= end or not (is_noun(items[first]) or items[first].tag in ("DT", "JJ", "PRP$", "NN")):
        return False
    if items[first].tag == "PRP":
        return False
    stop = next((i for i in range(first, min(end, first + 8)) if items[i].lower == "that"), min(end, first + 8))
    return not any(items[i].tag in FINITE for i in range(first, stop))


def before_words(items: list[Token], at: int) -> bool:
    """Tell whether *only* and the like stand right before the mark that introduces the words: `said only: “No.”`"""
    behind = [item.lower if item.tag != QUOTE else QUOTE for item in items[at + 1 : at + 3]]
    return behind[:1] == [":"] or behind == [",", QUOTE] or (items[at].lower == "only" and behind[:1] == [QUOTE])
