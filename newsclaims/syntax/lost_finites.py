"""The finite verb of a sentence in which the tagger saw none: `The firm bid $16 a share`."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import entries, words
from newsclaims.words.frames import verb_frame
from newsclaims.words.lemmas import lemma
from newsclaims.words.preferences import noun_subject
from newsclaims.words.sentence import Token

FINITE: Final = frozenset("vBHDm")
"""Letters of finite verbs."""
SHORTEST: Final = 5
"""Tokens of a sentence that is looked at, at least."""
_LONGEST: Final = 60
_NOMINAL: Final = frozenset({"NN", "NNP", "NNPS", "NNS", "PRP"})
_PARTING: Final = frozenset({",", "--", "–", "—", "-"})
_OBJECTS: Final = frozenset({"$", "CD", "DT", "PRP", "PRP$"})


def only(tokens: list[Token]) -> int:
    """Return the one token that can be the finite verb of a sentence without any, -1 where there is none or several.

    A noun or pronoun stands before it, perhaps with adverbs between; an object or preposition behind it.
    """
    first = tokens[0].tag
    if first == "VBG" and tokens[-1].text == "." and len(tokens) <= _LONGEST:
        acts = [at for at in range(2, len(tokens) - 2) if _of_deed(tokens, at)]
        return acts[0] if len(acts) == 1 else -1
    if tokens[-1].text != "." or len(tokens) > _LONGEST or first in ("VB", "VBG", "VBN"):
        return -1
    found = [
        at for at in range(1, len(tokens) - 2) if _may_be(tokens, at) and (first != "CD" or tokens[at].tag == "VB")
    ]
    return found[0] if len(found) == 1 else -1


def _of_deed(tokens: list[Token], at: int) -> bool:
    """Tell whether a participle may be the verb whose subject is a form in -ing: `Raising the fees angered parents`."""
    token, behind = tokens[at], tokens[at + 1]
    object_ = behind.tag in ("DT", "JJ", "NNP", "NNS", "PRP$") and behind.lower not in entries("words", "time_nouns")
    takes = token.tag == "VBN" and token.lower[-2:] == "ed" and verb_frame(token.lemma).object >= 30
    return takes and object_ and tokens[at - 1].tag in _NOMINAL and behind.lower not in word_class("pointing-times")


def _may_be(tokens: list[Token], at: int) -> bool:
    token, behind = tokens[at], tokens[at + 1].tag
    before = at - 1
    while before > 0 and tokens[before].tag == "RB":
        before -= 1
    lower = token.lower
    if tokens[before].text in _PARTING and token.tag == "VBN" and lower[-2:] == "ed":
        commas = [one for one in range(1, before) if tokens[one].text == tokens[before].text]
        named = bool(commas) and tokens[commas[-1] - 1].tag in _NOMINAL and commas[-1] + 1 < before
        object_ = behind in ("NNP", "DT", "PRP$") and tokens[at + 1].lower not in entries("words", "time_nouns")
        takes = verb_frame(token.lemma).object >= 30
        return named and object_ and takes  # "Ann Reed, an adviser, (long) called Mr. Holt's bid"
    adjective = tokens[before].tag == "JJ" and before > 0 and tokens[before - 1].tag == "DT" and behind == "$"
    if token.tag == "VB" and lower in words("words", "verb_bases") and (before == at - 1 or tokens[at - 2].text == ","):
        apart = tokens[before].text == "," or tokens[before].lower in entries("words", "time_nouns")
        plural = next((one.tag for one in tokens if one.tag[:2] == "NN"), "") in ("NNS", "NNPS")
        return apart and plural  # "The deals due to be signed Monday cover gas"
    if tokens[before].tag not in _NOMINAL and not adjective:  # "the firm": no adjective before a sum's verb
        return False
    if token.tag == "JJ" and lower[-2:] == "ed":
        acts = behind in _OBJECTS or (before < at - 1 and behind in ("NNS", "IN"))
        return acts and verb_frame(lemma(lower, "VBD")).total >= 8  # "Lowton once again experienced attacks"
    if token.tag == "VBN" and before < at - 1 and lower[-2:] == "ed":
        takes = verb_frame(token.lemma).object >= 30
        noun = behind == "JJ" and tokens[at + 2].tag in ("NN", "NNS")
        return takes and (noun or behind in ("NN", "NNS", "DT", "PRP$"))  # "both firmly denied guilt"
    if token.tag in ("JJ", "NN", "VB") and lower in word_class("unchanged"):
        return behind in _OBJECTS and tokens[before].tag != "NNS"  # "the firm bid $16.50 a share"
    if token.tag == "NNS" and tokens[before].tag in ("NN", "NNP") and behind in ("DT", "IN", "PRP$"):
        base = lemma(lower, "VBZ")
        return base in words("words", "verb_bases") and not noun_subject(token.lemma).total
    return False
