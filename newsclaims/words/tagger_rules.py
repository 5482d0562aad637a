"""Tags that no treebank has taught: of words too rare to be learned, and of words that their neighbours decide."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.table import rows, words
from newsclaims.words import tagger_features as features

BE: Final = frozenset(("am", "are", "be", "been", "is", "was", "were"))
_NOUNS: Final = frozenset({"dove", "slew", "stole"})  # irregular past forms that are nouns as well
_SUBJECTS: Final = frozenset(("he", "i", "she", "they", "we"))


@cache
def past_forms() -> dict[str, str]:
    """Return the tags of irregular past forms that are no other word (`hid`, `overcame`; `slept`, `rebuilt`)."""
    found = {}
    bases = words("words", "verb_bases")
    past = features.letter("VBD")
    either = past + features.letter("VBN") + features.letter("JJ")
    for _, pasts, participles in rows("words", "irregular_verbs"):
        for form in pasts.split():
            if form != "-" and form not in bases and form not in _NOUNS:
                found[form] = either if form in participles.split() else past
    return found


@cache
def grammatical() -> dict[str, str]:
    """Return the tags of grammatical words that are too rare to be learned: `whereby`, `lest`."""
    return {word: features.letter(tag) for word, tag in rows("words", "grammatical_words")}


def settled(near: list[str], tags: list[str]) -> bool:
    """Tell whether the last of three words is a verb, whatever was learned: `said she related`, `was last trading`."""
    first, before, word = near
    if before in _SUBJECTS and word.endswith("ed"):
        return first not in BE and tags[-1] == "PRP"
    if before != "last" or first not in BE or not word.endswith("ing"):
        return False
    tags[-1] = "RB"
    return True


def paid(behind: list[str], tags: list[str]) -> bool:
    """Tell whether *cost* is a past tense: `The flood cost 40 lives`, `hit the town and cost billions`."""
    before = tags[-1] if tags else ""
    amount = behind[0][:1].isdigit() or behind[0] in ("$", "£", "€", "billions", "him", "it", "millions", "them", "us")
    plural = behind[0].endswith("s") and behind[1] in (".", "and")
    told = before == "CC" and any(tag in ("VBD", "VBN") for tag in tags)
    return (before[:2] == "NN" and (amount or plural)) or (told and (amount or behind[0].endswith("s")))


def introduced(opening: list[str]) -> bool:
    """Tell whether a word and an age between commas open a sentence, by their keys: `Okonjo, 91, died`."""
    aged = len(opening) == 4 and opening[1] == opening[3] == "," and opening[2].isdigit() and len(opening[2]) < 4
    return aged and opening[0][1:].isalpha() and (opening[0][0] == "^" or opening[0][0].isupper())
