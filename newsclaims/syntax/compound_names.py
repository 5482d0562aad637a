"""Names of several words that hold a time or a preposition: `USA Today`, `the South by Southwest festival`."""

from __future__ import annotations

from typing import Final

from newsclaims.table import words
from newsclaims.words.frames import noun_frame
from newsclaims.words.preferences import noun_subject
from newsclaims.words.sentence import Token

_AUXILIARIES: Final = frozenset({"can", "have", "might", "must", "should", "would"})

_LONGEST: Final = 5


def in_sentence_case(tokens: list[Token]) -> bool:
    """Tell whether a capital says that a word is part of a name: the verbs have none, so that it is no headline.

    `told USA Today that it was over`; but "Reed Meets Holt Today".
    """
    return any(token.tag[:2] == "VB" and token.text.islower() for token in tokens)


def inside_name(tokens: list[Token], index: int) -> bool:
    """Tell whether a preposition stands inside a name that describes or owns the noun behind it.

    A name that is a common noun too, or a point of the compass, stands before it: `the South by Southwest festival`,
    `the Commission on Presidential Debates' rule`; not "told Holt on Iran policy".
    """
    first, at = tokens[index - 1], index + 1
    if tokens[index].text not in ("by", "of", "on") or first.tag[:3] != "NNP" or not first.text[0].isupper():
        return False
    while at < len(tokens) and at - index <= _LONGEST and tokens[at].tag in ("NNP", "NNPS"):
        at += 1
    if tokens[min(index + 1, len(tokens) - 1)].lower in words("words", "time_nouns"):
        return False  # "a meeting of Lowton Council on Tuesday night"
    if at == index + 1 or at >= len(tokens) or not in_sentence_case(tokens):
        return False
    lower = first.lower
    known = lower in ("east", "north", "south", "west") or noun_frame(lower).total > 0 or noun_subject(lower).total >= 3
    head = tokens[at]
    owns = head.tag == "POS" or (head.text in "'’" and head.start == tokens[at - 1].end)
    return known and (owns or (head.tag in ("NN", "NNS") and head.text[0].islower()))


def would_be(tokens: list[Token], index: int) -> bool:
    """Tell whether *would be* without a hyphen describes a noun behind an article or owner: `his would be rescuers`."""
    behind = tokens[index + 1 : index + 3]
    return len(behind) == 2 and behind[0].lower == "be" and behind[1].tag in ("NN", "NNS")


def glued_auxiliary(tokens: list[Token], index: int) -> bool:
    """Tell whether a hyphen glues an auxiliary and a verb into one noun: `a must-have`, `a has-been`, `would-be kings`.

    Asked of either of the two; not `he must—have faith`.
    """
    for at in (index + 1, index - 1):
        if not 0 < at < len(tokens) - 1 or tokens[at].text not in "-‑":
            continue
        first, second = tokens[at - 1], tokens[at + 1]
        if first.end != tokens[at].start or second.start != tokens[at].end:
            continue
        if first.tag in ("MD", "VBZ", "VBP") and first.lemma in _AUXILIARIES and second.tag[:2] == "VB":
            return True
    return False
