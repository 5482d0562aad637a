"""Names that hold *and* or a comma of their own: `Food and Drug Administration`, `Roads, Ports and Rivers Canada`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newsclaims.entities.lexicon import common_words, first_names, gazetteer, heads, parts, titles, word_class
from newsclaims.entities.names import key
from newsclaims.words.known import knows
from newsclaims.words.sentence import Token

_FURTHEST: Final = 10  # tokens from *and* or a comma to the bracket that explains a name
_LONGEST_FIELD: Final = 4
_OF_THINGS: Final = ("ing", "ity", "ment", "ness", "ship", "sion", "tion", "ure")
Continues = Callable[[list[Token], int, int], bool]


def joined_by_and(tokens: list[Token], position: int, first: int, continues: Continues) -> int:
    """Join `Food and Drug Administration`, `Department of Health and Human Services`, `Trinidad and Tobago`."""
    if not continues(tokens, position + 1, first):
        return 0
    if spelled(tokens, position, first):
        return 2
    left = tokens[position - 1]
    if f"{left.text} and {tokens[position + 1].text}" in gazetteer():
        return 2
    if left.text in gazetteer() or left.text in first_names():
        return 0
    if position + 2 < len(tokens) and continues(tokens, position + 2, first):
        last = position + 2
        while last + 1 < len(tokens) and last < position + 4 and continues(tokens, last + 1, first):
            last += 1
        body = tokens[last].lower in parts("and") and position - first <= 2
        described = left.lower in common_words() and left.lower not in heads() and position - first == 1
        body = body or (described and tokens[last].lower in word_class("joint-bodies"))
        if body and tokens[position + 1].text not in first_names():
            return 2
        if _national(tokens, first, position, last):
            return 2
    if left.lower in ("state", "justice"):
        return 0
    for index in range(first, position - 1):
        office = tokens[index].lower in word_class("offices") or tokens[index].lower in titles()
        if office and tokens[index + 1].text in ("of", "for"):
            return 2
        if tokens[index].lower in word_class("of-fields") and tokens[index + 1].text in ("of", "for", "on"):
            return 2 if _field(tokens, position, continues) else 0
    return 0


def listed(tokens: list[Token], position: int, first: int, continues: Continues) -> int:
    """Join `Roads, Ports and Rivers Canada`: a comma between fields of one body, of which the last has its country."""
    if not continues(tokens, position + 1, first):
        return 0
    if spelled(tokens, position, first):
        return 2
    at = position + 1
    while at < len(tokens) and at < position + _FURTHEST:
        if tokens[at].text == "and":
            return 2 if _ends_in_country(tokens, at, first, continues) else 0
        if tokens[at].text != "," and not continues(tokens, at, first):
            break
        at += 1
    return 0


def opens_joint_name(tokens: list[Token], first: int, continues: Continues) -> bool:
    """Tell whether a word with which a sentence begins opens such a name: `Public Services and Ports Canada said`."""
    at = first + 1
    while at + 2 < len(tokens) and at < first + _LONGEST_FIELD and continues(tokens, at, first):
        at += 1
    if at + 2 >= len(tokens) or tokens[at].text not in (",", "and"):
        return False
    if tokens[at].text == ",":
        return listed(tokens, at, first, continues) > 0
    return spelled(tokens, at, first) or _ends_in_country(tokens, at, first, continues)


def _ends_in_country(tokens: list[Token], position: int, first: int, continues: Continues) -> bool:
    """Tell whether what stands behind *and* ends in the country of one body: `Fisheries and Oceans Canada`."""
    last = position
    while last + 1 < len(tokens) and last < position + 4 and continues(tokens, last + 1, first):
        last += 1
    return last > position + 1 and _national(tokens, first, position, last)


def spelled(tokens: list[Token], position: int, first: int) -> bool:
    """Tell whether a bracket behind spells a name by the initials of all its words: `Roads and Ports Agency (RPA)`."""
    end = position + 1
    while (
        end < len(tokens)
        and end < position + _FURTHEST
        and (tokens[end].text[0].isupper() or tokens[end].text in (",", "and", "of", "for", "the", "&"))
    ):
        end += 1
    if end + 2 >= len(tokens) or tokens[end].text != "(" or tokens[end + 2].text not in (")", ";"):
        return False
    letters = "".join(token.text[0] for token in tokens[first:end] if token.text[0].isupper())
    return len(letters) > 2 and tokens[end + 1].text == letters


def _national(tokens: list[Token], first: int, position: int, last: int) -> bool:
    """Return whether words of English end in a country."""
    known = gazetteer().get(tokens[last].text)
    if known is None or known.source != "country" or tokens[first].lower in titles():
        return False
    if key(tokens[position + 1 : last + 1]) in gazetteer():
        return False  # `North and South Korea`
    words = [token for token in tokens[first:last] if token.text[0].isupper()]
    return all(_plain(token.lower) and token.text not in gazetteer() for token in words)


def _plain(lower: str) -> bool:
    """Return whether a word is one of English, be it in the plural or made by an ending: `oceans`, `procurement`."""
    return knows(lower) or knows(lower.removesuffix("s")) or lower.endswith(_OF_THINGS)


def _field(tokens: list[Token], position: int, continues: Continues) -> bool:
    """Return whether `and` joins two fields of one body: `Bureau of Fisheries and Aquatic Resources`."""
    left, right = tokens[position - 1], tokens[position + 1]
    last = position + 1
    while last + 1 < len(tokens) and last < position + 4 and continues(tokens, last + 1, position):
        last += 1
    body = tokens[last].lower in word_class("joint-bodies") or tokens[last].lower in parts("corporate")
    if body or right.text in gazetteer() or right.text in first_names():
        return False
    return knows(left.lower) and knows(right.lower) and knows(tokens[last].lower)
