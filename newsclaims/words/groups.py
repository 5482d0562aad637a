"""Noun groups and verb groups: the chunks from which claims, speakers and roles are built.

Every tag becomes one letter, so that a sentence's tags are a short string and a group is a regular expression over it
(Abney 1991, "Parsing by chunks").
"""

from __future__ import annotations

from typing import Literal

from newsclaims.words.sentence import Sentence, Token

GroupKind = Literal["noun", "verb"]

# d determiner, p possessive pronoun, c number, j adjective, n common noun, N name, s possessive 's, r adverb,
# q pronoun, v finite verb, b base verb, g -ing form, e past participle, m modal, t to, h hyphen, $ currency sign
_LETTERS = {
    "DT": "d", "PDT": "d", "PRP$": "p", "WP$": "p", "CD": "c", "JJ": "j", "JJR": "j", "JJS": "j",
    "NN": "n", "NNS": "n", "NNP": "N", "NNPS": "N", "POS": "s", "RB": "r", "RBR": "r", "RBS": "r", "PRP": "q",
    "EX": "q", "VBD": "v", "VBP": "v", "VBZ": "v", "VB": "b", "VBG": "g", "VBN": "e", "MD": "m", "TO": "t",
    "HYPH": "h", "AFX": "j", "$": "$", "FW": "n",
}  # fmt: skip


class Group:
    """A noun or verb group: tokens ``first`` to ``last`` (exclusive) of a sentence, ``head`` being its head's index."""

    __slots__ = ("first", "head", "kind", "last")

    def __init__(self, kind: GroupKind, first: int, last: int, head: int) -> None:
        self.kind = kind
        self.first = first
        self.last = last
        self.head = head


def letters(tokens: list[Token]) -> str:
    """Return one letter a token for its tag, ``.`` where the tag takes no part in groups."""
    return "".join([_LETTERS.get(token.tag, ".") for token in tokens])


def noun_groups(sentence: Sentence) -> list[Group]:
    """Return the noun groups from left to right: base noun phrases with possessives, without preposition phrases."""
    tokens = sentence.tokens
    line = letters(tokens)
    found = []
    position = 0
    count = len(line)
    while position < count:
        letter = line[position]
        if letter == "q":
            found.append(Group("noun", position, position + 1, position))
            position += 1
            continue
        end, scanned = _noun_end(line, position)
        if end > position:
            found.append(Group("noun", position, end, end - 1))
            position = end
        else:
            position = max(scanned, position + 1)
    return found


def _noun_end(line: str, start: int) -> tuple[int, int]:
    """Return where the noun group that begins at ``start`` ends (``start`` if none does) and how far was looked."""
    best = start
    position = start
    count = len(line)
    while position < count and line[position] in "dp":
        position += 1
    while position < count:
        letter = line[position]
        if letter in "nNc":
            position += 1
            best = position
        elif letter in "jge$h":
            position += 1
        elif letter == "r" and position + 1 < count and line[position + 1] in "je":
            position += 1
        elif letter == "s" and best == position:
            position += 1
        else:
            break
    return best, position
