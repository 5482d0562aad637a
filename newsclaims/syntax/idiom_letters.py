"""Letters of words that are another part of speech in a fixed expression: `is used to`, `live stream`, `a falling out`.

They are words of the class ``placed``, so that others cost nothing.
"""

from __future__ import annotations

from typing import Final

from newsclaims.syntax.neighbours import tags
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.sentence import Token

_BEHIND_HABIT: Final = ("VBG", "DT", "PDT", "PRP", "PRP$", "JJ", "JJR", "NNS", "NNP", "IN", "CD", ",", ".", "CC")
_ENDS: Final = (".", ",", ":", "CC", "IN", "MD", "TO", "VBD", "VBP", "VBZ")
_FROM_THEN: Final = ("ago", "before", "earlier", "later")
_DESCRIBED: Final = 4
"""Tokens before a plural that describe it at most."""
_OBJECTS: Final = ("DT", "PRP$", "PRP", "NN", "NNS", "NNP", "CD", "WP", "WRB")


def idiomatic(tokens: list[Token], index: int, letter: str, found: list[str]) -> str:
    """Return the letter of a word as its expression has it, the same letter where it stands in none."""
    before, lower = found[-1] if found else ",", tokens[index].lower
    if lower == "used":
        return "j" if letter in "ev" and _accustomed(tokens, index, before) else letter  # "is used to the noise"
    if lower == "given":
        found[-1:] = ["r"] if letter == "S" and before in "AS" else found[-1:]
        return letter  # "although given the source is a rival, we doubt it"
    if lower == "hours":
        kind = letter == "Z" and index > 1 and tokens[index - 1].lower in word_class("kinds-of-hours")
        return "n" if kind else letter  # "during trading hours after the fall"
    if lower == "time":
        short = index > 0 and tokens[index - 1].lower in ("brief", "long", "short")
        then = letter == "n" and short and index + 1 < len(tokens) and tokens[index + 1].lower in _FROM_THEN
        return "Z" if then else letter  # "said a short time ago that"
    if lower == "fact":
        checks = letter == "n" and before in "tm" and index + 1 < len(tokens) and tokens[index + 1].lower == "check"
        return "r" if checks else letter  # "will fact check the debate"
    if lower == "check" and letter in "nv" and before == "r" and tokens[index - 1].lower == "fact":
        return "b"
    if lower in ("go", "left", "play", "spare") and (letter in "evl" or before == "t"):
        still = _remains(tokens, index - (before == "t"))
        found[-1:] = ["r"] if still and before == "t" else found[-1:]
        return "r" if still else letter  # "scored with a minute left", "with three minutes to go"
    if before == "t" and letter in "bn" and lower in word_class("put-to"):
        put = tokens[index - 2].lemma in ("lay", "put") and tags(tokens, index + 1, *_OBJECTS, "JJ", "PDT")
        found[-1], letter = ("r", "r") if put else ("t", letter)
        return letter  # "put to rest fears of a strike"
    if lower == "plus" and letter == "C":
        model = before in "nN" or (before == "c" and tokens[index - 1].text[0].isdigit())
        return "N" if tokens[index].text[0] == "P" and model else letter  # "the Note 10 Plus is well made"
    if lower == "love" and letter == "n" and before == "C" and index > 1:
        joins = tokens[index - 2].tag == "VBP" and tokens[index - 1].lower == "and"
        return "v" if joins else letter  # "a lamp that users know and love"
    if lower == "foremost" and before == "C":
        found[-1] = "r"  # "What it needs first and foremost is rest"
        return "r"
    if lower == "+":
        return "c" if before == "c" and tags(tokens, index + 1, "NN", "NNS", "JJ") else letter  # "this 18+ event"
    if lower == "cost" and letter == "n" and before == "C" and index > 1:
        return "v" if _so_much(tokens, index + 1) else letter  # "They use less power and cost about $20"
    if lower == "very":
        noun = letter == "r" and tokens[index - 1].lower in ("that", "the", "this") and tags(tokens, index + 1, "NN")
        if noun and before == "Q" and tokens[index + 1].lower in words("words", "time_nouns"):
            found[-1] = "k"
        return "j" if noun and found[-1] in "dk" else letter  # "resigned that very day"
    if lower in ("higher", "lower"):
        profit = (
            letter == "r"
            and before in "vbge"
            and tags(tokens, index + 1, "NN")
            and tags(tokens, index + 2, "NN", "NNS")
        )
        return "j" if profit else letter  # "realized higher operating profit"
    if lower == "much":
        far = letter == "k" and before == "Y" and (tags(tokens, index + 1, "DT", "PRP$") or _plural(tokens, index + 1))
        return "R" if far else letter  # "knows how much small towns suffer": no part of the noun phrase
    if lower in ("less", "more"):
        counts = letter == "r" and before in "vbgeR" and tags(tokens, index + 1, "NNS")
        return "k" if counts else letter  # "received more offers"
    if lower in ("down", "out", "over", "up") and letter in "RP" and before in "gL" and _one_act(tokens, index):
        found[-1] = "j"
        return "n"  # "had a falling out"
    return letter


def _remains(tokens: list[Token], end: int) -> bool:
    """Tell whether *with* and an amount of time, or of what is counted, end there: `with 12 minutes`, `with 3:08`."""
    behind = end + 1 + (tokens[end].lower == "to")
    if behind < len(tokens) and tokens[behind].tag != "RB" and tokens[behind].tag not in _ENDS:
        return False
    clock = tokens[end - 1].tag == "CD" and ":" in tokens[end - 1].text
    if not clock and tokens[end - 1].tag not in ("NN", "NNS"):
        return False
    for at in range(end - 1, max(0, end - 6), -1):
        bare = at + 1 == end and tokens[at - 1].lower == "with" and tokens[at].lower in words("words", "time_nouns")
        if tokens[at].tag == "CD" or tokens[at].lower in ("a", "an", "less", "more") or bare:
            return any(token.lower == "with" for token in tokens[max(0, at - 3) : at])
    return False


def _so_much(tokens: list[Token], at: int) -> bool:
    """Tell whether a price or *less than*, *more than* something stands there, behind adverbs: `about $20`."""
    for here, token in enumerate(tokens[at : at + 4], at):
        if token.tag in ("CD", "$"):
            return True
        if token.lower in ("less", "more"):  # but "size and cost more than doubled"
            return tags(tokens, here + 1, "IN") and not tags(tokens, here + 2, "VBD", "VBN", "VBZ")
        if token.tag not in ("IN", "RB", "RBR", "RP"):
            break
    return False


def _plural(tokens: list[Token], at: int) -> bool:
    """Tell whether adjectives and a plural stand there: `small inner-city towns`."""
    last = at + _DESCRIBED
    while at < last and (
        tags(tokens, at, "JJ", "HYPH") or tags(tokens, at + 1, "HYPH") or tokens[at - 1].tag == "HYPH"
    ):
        if tags(tokens, at, "NNS"):
            return True
        at += 1
    return tags(tokens, at, "NNS")


def _one_act(tokens: list[Token], index: int) -> bool:
    """Tell whether a particle ends a noun of its own: *a* and a form in -ing before it, no object behind it."""
    noun = index > 1 and tokens[index - 2].lower in ("a", "an") and tokens[index - 1].tag in ("VBG", "NN")
    return noun and not tags(tokens, index + 1, *_OBJECTS)


def streamed(tokens: list[Token], index: int) -> bool:
    """Tell whether *live stream* is a verb: an object with a determiner follows, `will live stream the match`."""
    live = index > 0 and tokens[index - 1].lower == "live" and tokens[index].tag[:2] in ("NN", "VB")
    return live and tags(tokens, index + 1, "DT", "PRP$")


def spread(tokens: list[Token], index: int) -> bool:
    """Tell whether *-wide* ends an adverb of place: no noun follows, `serves clients world-wide`."""
    return index + 1 == len(tokens) or tags(tokens, index + 1, *_ENDS)


def _accustomed(tokens: list[Token], index: int, before: str) -> bool:
    """Tell whether *used to* says what somebody knows well: `is used to working late`, `got used to it`.

    No infinitive follows, *be* or *get* stands before.
    """
    if index + 2 >= len(tokens) or tokens[index + 1].lower != "to":
        return False
    got = any(token.lemma == "get" for token in tokens[max(0, index - 3) : index])
    if before not in "Buxzor" and not got:
        return False
    behind = tokens[index + 2]
    noun = behind.tag == "NN" and behind.lower not in words("words", "verb_bases")
    return got or noun or behind.tag in _BEHIND_HABIT
