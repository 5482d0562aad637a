"""What stands beside a token, by its tag: what several files of this kind ask."""

from __future__ import annotations

from typing import Final

from newsclaims.words.sentence import Token

FINITE_TAGS: Final = frozenset({"MD", "VBD", "VBP", "VBZ"})
"""Penn Treebank tags of the first verb of a clause that has a subject."""


def from_behind(tokens: list[Token], index: int) -> bool:
    """Tell whether *from behind* stands there: `came from behind to win` says that somebody won."""
    return [token.lower for token in tokens[index : index + 2]] == ["from", "behind"]


def after_modal(tokens: list[Token], start: int) -> bool:
    """Tell whether the last verb up to a place is a bare form behind a modal: what *and* joins is one as well."""
    for index in range(start, max(0, start - 15), -1):
        tag = tokens[index].tag
        if tag == "VB":
            if tokens[index].lower in ("be", "have"):
                return False  # "would have slashed spending and cut taxes"
            at = index - 1
            while at > 0 and tokens[at].tag == "RB":
                at -= 1
            return tokens[at].tag == "MD"
        if tag in ("VBD", "VBZ", "VBP", "WDT", "WP", ":") or tokens[index].lower == "that":
            return False
    return False


def ends_phrase(tokens: list[Token], index: int) -> bool:
    """Tell whether what follows a word can go on with no noun phrase: a verb, a preposition, a comma or a stop."""
    behind = tokens[index + 1].tag if index + 1 < len(tokens) else "."
    return behind in ("VBD", "VBZ", "VBP", "MD", "IN", ".") and tokens[index].tag == "JJ"


def tags(tokens: list[Token], index: int, *wanted: str) -> bool:
    """Tell whether a token has one of these tags."""
    return index < len(tokens) and tokens[index].tag in wanted


def compares(tokens: list[Token], index: int) -> bool:
    """Tell whether a comparative stands there before what it is about: `more serious problems`, `bigger homes`."""
    return tags(tokens, index, "JJR", "RBR") and tags(tokens, index + 1, "JJ", "NN", "NNS", "VBG", "VBN")
