"""Verbs that a tagger takes for participles or adjectives because adverbs or a comma stand before them."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax.neighbours import FINITE_TAGS, tags
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import entries
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.lemmas import lemma
from newsclaims.words.sentence import Token

_DETERMINED: Final = ("DT", "NNP", "PRP", "PRP$")
_FLOATING: Final = frozenset({"all", "both", "each"})
_CLAUSE: Final = 20  # tokens of a clause in which another verb is looked for
_ADVERBS: Final = 3
"""Adverbs between a modal and its verb at most."""


def finite(tokens: list[Token], index: int, letter: str, found: list[str]) -> str:
    """Return the letter of a verb form or adjective by its tag that is a finite verb, or the same letter."""
    lower, before = tokens[index].lower, found[-1] if found else ","
    if letter == "b":
        if lower != "do" or not index:
            return letter
        denied = before == "n" and index + 1 < len(tokens) and tokens[index + 1].lower in ("n't", "not")
        return "D" if denied or tokens[index - 1].lower == "nor" else letter  # "Reasons to veto the bill do not hold"
    if before == "r" and lower[-2:] == "ed" and _more_or_less(tokens, index):
        found[-2:-1] = "r"
        return "v"  # "He more or less ruined the firm"
    if letter in "el" and before == "k" and index > 1 and _floats(tokens, index):
        found[-1] = "r"
        return "v"  # "Reed and Holt both condemned the plan"
    if letter == "e" and before in "rw":
        if tokens[index - 1].lower == "only" and _not_only(tokens, index):
            return "v"  # "The survey not only measured prices, it named shops"
        if lower in word_class("unchanged") and _modal_before(tokens, index):
            return "b"  # "would almost certainly cast votes"
    if letter == "j" and before == "," and lower[-2:] == "ed" and index + 2 < len(tokens):
        timed = entries("words", "time_nouns").get(tokens[index + 1].lower) == "day" and _ends(tokens, index + 2)
        return "v" if timed and verb_frame(lemma(lower, "VBD")).total else letter  # "Acme, ..., closed Friday at $4"
    return letter


def _floats(tokens: list[Token], index: int) -> bool:
    """Tell whether *both*, *all* or *each* stands between a subject and a form in -ed that has a determined object."""
    subject = tokens[index - 2].tag in ("NNP", "NNPS", "NNS", "PRP") and tokens[index - 1].lower in _FLOATING
    return subject and tokens[index].lower[-2:] == "ed" and tags(tokens, index + 1, *_DETERMINED)


def _more_or_less(tokens: list[Token], index: int) -> bool:
    """Tell whether *more or less* stands behind a noun or pronoun, and an object with a determiner behind the word."""
    if index < 4 or index + 1 == len(tokens):
        return False
    adverbs = [token.lower for token in tokens[index - 3 : index]] == ["more", "or", "less"]
    subject = tokens[index - 4].tag in ("NN", "NNS", "NNP", "PRP")
    return adverbs and subject and tokens[index + 1].tag in ("DT", "PRP", "PRP$")


def predicts(tokens: list[Token], index: int) -> bool:
    """Tell whether a plural by its tag behind a singular noun is the verb of *that*: `The bank forecasts that`.

    It is the first verb of its clause, one of saying what will be or is, and only one clause follows.
    """
    if index + 1 == len(tokens) or tokens[index + 1].lower != "that" or tokens[index + 1].tag != "IN":
        return False
    before, frame = tokens[index - 1], verb_frame(lemma(tokens[index].lower, "VBZ"))
    if before.tag not in ("NN", "NNP") or frame.that < 7 or noun_frame(tokens[index].lemma).that >= 3:
        return False
    if any(token.tag in FINITE_TAGS for token in tokens[max(0, index - _CLAUSE) : index]):
        return False
    behind = tokens[index + 2 : index + 2 * _CLAUSE]
    first = [at for at, token in enumerate(behind) if token.tag in FINITE_TAGS]
    return len(first) == 1 and first[0] > 0 and behind[first[0] - 1].tag != "VBN"


def _ends(tokens: list[Token], index: int) -> bool:
    """Tell whether a clause goes on behind its verb and time without an agent, and no other finite verb follows."""
    if tokens[index].lower == "by" or tokens[index].tag not in ("IN", ",", "TO", "RB", "."):
        return False
    return not any(token.tag in FINITE_TAGS for token in tokens[index : index + _CLAUSE])


def _not_only(tokens: list[Token], index: int) -> bool:
    """Tell whether *not only* stands right behind a noun or pronoun that is no object of *have* or *be*."""
    if index < 3 or tokens[index - 2].lower != "not":
        return False
    return tokens[index - 3].tag in ("NN", "NNS", "NNP", "NNPS", "PRP", "WDT", "WP")


def _modal_before(tokens: list[Token], index: int) -> bool:
    """Tell whether only adverbs stand between a modal and the word."""
    at = index - 1
    while at > 0 and index - at <= _ADVERBS and tokens[at].tag == "RB":
        at -= 1
    return tokens[at].tag == "MD"
