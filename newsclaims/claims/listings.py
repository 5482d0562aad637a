"""List lines, which say what belongs to a name without saying how: `Ann Reed: theft, fraud, held on $20,000 bond.`"""

from __future__ import annotations

from typing import Final

from newsclaims.words.sentence import Sentence, Token

_LONGEST_NAME: Final = 14
_FINITE: Final = frozenset(("MD", "VBZ", "VBP", "PRP", "WP", "EX", "``", "''"))
_BEFORE: Final = frozenset((",", ":", "and", ";", "("))
_NAMES: Final = frozenset(("NNP", "NNPS", "CD", ",", "-LRB-", "-RRB-", "HYPH"))


def listing(sentence: Sentence) -> bool:
    """Tell whether a sentence is a name, a colon and a list without a finite verb.

    What stands behind the colon belongs to the name, and none of its participles to what stands beside them.
    """
    if ":" not in sentence.lower or not sentence.tokens[0].text[0].isupper():
        return False
    tokens = sentence.tokens
    colon = next(at for at, token in enumerate(tokens) if token.text == ":")
    if not 0 < colon <= _LONGEST_NAME or not _named(tokens[:colon]):
        return False
    return all(_listed(tokens, at) for at in range(colon + 1, len(tokens)))


def _named(tokens: list[Token]) -> bool:
    """Tell whether they are a name, perhaps with an age and a town: `Kurt Lowe, 34, of Lowton`."""
    return all(token.tag in _NAMES or token.lower in ("of", ".") for token in tokens) and tokens[0].tag == "NNP"


def _listed(tokens: list[Token], at: int) -> bool:
    """Tell whether a token can stand in a list: no finite verb, no pronoun, no speech."""
    token = tokens[at]
    if token.tag == "VBD":
        return tokens[at - 1].lower in _BEFORE and token.lemma not in ("be", "have", "do")
    return token.tag not in _FINITE
