"""Runs: the stretches of capitalised words in a sentence, with the small words that join them.

A run is a pair of token indices (first, last exclusive).  It may still hold a title, a place before a title or the
name of two things; ``names.py`` cuts it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from newsclaims.entities.codes import names_nothing
from newsclaims.entities.joining import CLOSED_TAGS, NAME_TAGS, continues, extend
from newsclaims.entities.joint_names import opens_joint_name
from newsclaims.entities.lexicon import (
    common_words,
    demonyms,
    first_names,
    gazetteer,
    gazetteer_openers,
    heads,
    kinds,
    not_names,
    opening_numbers,
    parts,
    titles,
    word_class,
)
from newsclaims.entities.names import key
from newsclaims.rule import rule
from newsclaims.table import words
from newsclaims.words.sentence import Sentence, Token

_QUOTES: Final = frozenset({'"', "“", "‘", "'", "«", "``", ":", "—"})
_OPENERS: Final = _QUOTES | {"(", "[", "–", "-", "•", "*"}
_QUALITIES: Final = frozenset({"JJ", "JJS", "NN", "NNP", "HYPH", "VBN", "CD", "POS"})
_BEFORE_PERSON: Final = frozenset({"NN", "NNP", "VBD", "VBZ", "VBG", "VB", "CC", ","})


def runs(sentence: Sentence, lower_words: Collection[str]) -> list[tuple[int, int]]:
    """Capitalised words side by side in a sentence that is written in sentence case.

    The first word of a sentence counts when its tag, a gazetteer or a name that follows says so, and not when the
    document writes it in lower case elsewhere (``lower_words``).  Days, months and labels are no names.
    """
    tokens = sentence.tokens
    found = []
    position = 0
    count = len(tokens)
    while position < count:
        if not tokens[position].text[0].isupper():
            end = _numbered(tokens, position) if tokens[position].tag == "CD" else 0
            if end:
                found.append((position, end))
            position = end or position + 1
            continue
        end = extend(tokens, position) if _begins(tokens, position, lower_words) else _known_end(tokens, position)
        if end:
            end = _series(tokens, end)
            found.append((_compound(tokens, _arabic_article(tokens, position)), end))
            position = end
        else:
            position += 1
    return found


rule("entities.capitalised-run")(runs)


def _series(tokens: list[Token], end: int) -> int:
    """Return where a name ends that a hyphen and a number go on with: `COVID-19`, `MiG-29`; else where it ended."""
    if end + 1 >= len(tokens) or tokens[end].text != "-" or not tokens[end + 1].text.isdecimal():
        return end
    glued = tokens[end - 1].end == tokens[end].start and tokens[end].end == tokens[end + 1].start
    short = len(tokens[end + 1].text) < 3 and not any(sign.isdigit() for sign in tokens[end - 1].text)
    more = end + 2 < len(tokens) and tokens[end + 2].text == "-"  # "a Lowton 21-20 win"
    return end + 2 if glued and short and not more else end


def _known_end(tokens: list[Token], position: int) -> int:
    """Return where a name of several words that a gazetteer knows ends: `World Bank`, `Sunday Times`; 0 for none."""
    form = tokens[position].text
    if form not in gazetteer_openers():
        return 0
    found = 0
    for end in range(position + 1, min(len(tokens), position + 6)):
        form += " " + tokens[end].text
        if form in gazetteer():
            found = end + 1
    return found


def _numbered(tokens: list[Token], position: int) -> int:
    """Return where a known name that begins with a number ends: `3M`, `7-Eleven`; 0 for none (`3M users`, `$3M`)."""
    if tokens[position].text not in opening_numbers() or (position and tokens[position - 1].tag == "$"):
        return 0
    for end in range(min(len(tokens), position + 4), position + 1, -1):
        if key(tokens[position:end]) in gazetteer():
            counted = end < len(tokens) and tokens[end].tag == "NNS" and tokens[end].text.islower()
            return 0 if counted and end == position + 2 else end
    return 0


def _compound(tokens: list[Token], first: int) -> int:
    """Return where a run begins that a hyphen joins to a word in capitals: `Legislative-Executive Council`."""
    if first < 3 or tokens[first - 1].text != "-" or not tokens[first - 2].text[0].isupper():
        return first
    if len(tokens[first].text) == 1 or tokens[first - 2].text.isupper():
        return first  # `USB-C`
    glued = tokens[first - 2].end == tokens[first - 1].start and tokens[first - 1].end == tokens[first].start
    plain = tokens[first - 2].lower in word_class("prefixes") or not gazetteer().keys().isdisjoint(
        (tokens[first - 2].text, tokens[first].text)
    )
    return first - 2 if glued and not plain else first


def _arabic_article(tokens: list[Token], first: int) -> int:
    """Return where a run begins that ``al-`` stands before: `al-Shabab`."""
    if first < 2 or tokens[first - 1].text != "-" or tokens[first - 2].text not in word_class("arabic-articles"):
        return first
    glued = tokens[first - 2].end == tokens[first - 1].start and tokens[first - 1].end == tokens[first].start
    return first - 2 if glued else first


def _begins(tokens: list[Token], position: int, lower_words: Collection[str]) -> bool:
    token = tokens[position]
    lower = token.lower
    if names_nothing(tokens, position) or lower in words("words", "subordinators"):
        return False
    if position >= 2 and tokens[position - 1].text == "-" and tokens[position - 2].lower in word_class("prefixes"):
        return False
    listed = position if tokens[position - 1].text == "(" else position - 2
    if position > 1 and tokens[listed].lower in word_class("exchanges") and tokens[listed + 1].text == ":":
        return False  # `(NYSE: AB)`
    if len(token.text) == 2 and token.text[1] == "." and tokens[position + 1 :] and tokens[position + 1].text.islower():
        return False  # `E. coli`
    if lower in not_names() and _month_of_person(tokens, position):
        return True
    if token.tag == "MD" and token.text in first_names() and _name_follows(tokens, position):
        behind = tokens[position + 2].tag if position + 2 < len(tokens) else ""
        return behind in ("VBD", "VBZ", ",", "POS")  # `Will Moy, chief executive`; not `Will Moy resign?`
    if lower in not_names() or (token.tag in CLOSED_TAGS and token.text not in gazetteer()):
        return False
    if position + 3 < len(tokens) and tokens[position + 1].text == "of" and (lower in titles() or lower in parts("of")):
        after = position + 3 if tokens[position + 2].text == "the" else position + 2
        if tokens[after].text in first_names():
            return False  # `Friends of Laura`
        return continues(tokens, after, position)  # `Minister of Education`, `Bank of Melbourne`
    initial = position == 0 or (position < 3 and tokens[0].text in _OPENERS) or tokens[position - 1].text in _QUOTES
    if position == 0 and len(tokens) > 2 and tokens[1].text == ":" and len(token.text) > 2:
        # the speaker of a headline or transcript, whatever the tag: `LOMAX: Yes.`
        plain = lower in common_words() or lower in lower_words or lower in titles() or lower in heads()
        return not plain and (token.text.isupper() or token.tag in NAME_TAGS)
    if not initial:
        return token.tag in NAME_TAGS or lower not in common_words() or _name_follows(tokens, position)
    if token.text in gazetteer() or (position == 0 and _said_to_be(tokens)):
        return True
    if position == 0 and opens_joint_name(tokens, position, continues):
        return True
    if _name_follows(tokens, position) and f"{lower} {tokens[position + 1].lower}" in titles():
        return True  # `Chief Executive Ann Reed said`
    if token.tag not in NAME_TAGS:
        return _name_follows(tokens, position) and lower not in common_words() and lower not in lower_words
    if lower in common_words() or lower in lower_words:
        return _name_follows(tokens, position)
    return True


def _said_to_be(tokens: list[Token]) -> bool:
    """Return whether an apposition says what the first word names: `Benchmark, the storied venture firm, said`."""
    if len(tokens) < 5 or tokens[1].text != "," or tokens[2].lower not in ("a", "an", "the"):
        return False
    end = next((at for at in range(3, min(len(tokens), 12)) if tokens[at].tag not in _QUALITIES), 0)
    return end > 3 and tokens[end].text == "," and kinds().get(tokens[end - 1].lower) == "organization"


def _month_of_person(tokens: list[Token], position: int) -> bool:
    """Return whether a month is a first name: `June Osborn said`, not `In June Osborn said` or `a May Reuters poll`.

    It stands first in the sentence or after a verb, a noun such as a title, `and` or `by`, before an unknown name.
    """
    if tokens[position].text not in first_names() or not _name_follows(tokens, position):
        return False
    surname = tokens[position + 1]
    if surname.text in gazetteer() or surname.text in demonyms() or surname.text in first_names():
        return False
    if surname.lower in heads() or surname.lower in titles() or surname.lower in common_words():
        return False
    if surname.text.isupper() or tokens[position + 1].start != tokens[position].end + 1:
        return False
    if position == 0:
        return True
    before = tokens[position - 1]
    return before.tag in _BEFORE_PERSON or before.text in _QUOTES or before.lower in ("by", "with")


def _name_follows(tokens: list[Token], position: int) -> bool:
    """Return whether a further part of a name stands right after a word."""
    if position + 1 == len(tokens):
        return False
    after = tokens[position + 1]
    return after.text[0].isupper() and after.tag in NAME_TAGS and after.lower not in not_names()
