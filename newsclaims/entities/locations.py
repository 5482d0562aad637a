"""Places told by what stands round them: another place, a dateline, somebody who comes from there."""

from __future__ import annotations

from typing import Final

from newsclaims.entities.lexicon import first_names, word_class
from newsclaims.entities.names import Name
from newsclaims.entities.roles import LONGEST
from newsclaims.rule import rule

_IN: Final = frozenset({"in", "near", "from", "at", "outside"})


def within(name: Name) -> bool:
    """A word between commas after a place says where that is: `in Brenz, Ostrava,`, `of Tannery Lane, Milford Regis,`.

    So is the place that opens a dateline.  Not somebody with a first name: `in Brenz, Anna Kovacs said`.
    """
    tokens = name.sentence.tokens
    if name.sentence.part == "dateline" and name.first == 0:
        return True
    if _lists(name):
        return True
    before = name.first - 1
    if before < 2 or (
        tokens[name.first].text in first_names() and (tokens[before].text != "of" or len(name.words) > 1)
    ):
        return False
    if tokens[before].lower == "from":
        return _hails(name)
    if tokens[before].text == "of":  # `Ann Reed, 31, of Hope`
        return before > 2 and tokens[before - 1].text == "," and tokens[before - 2].text.isdecimal()
    if tokens[before].text != ",":
        return False
    if name.last < len(tokens) and tokens[name.last].text not in (",", ".", ")", ";"):
        return False
    street = tokens[before - 1].lower in word_class("streets")
    if not street and len(name.words) > 1:
        return False
    at = before - 1
    while at > 0 and before - at < LONGEST and tokens[at].tag in ("NNP", "NNPS"):
        at -= 1
    if at == before - 1:
        return False
    if tokens[at].lower in _IN or (street and tokens[at].lower in ("of", "on")):
        return True
    # `the mayor of Brenz, Ostrava, said`: two places in a row, not a body and its head
    headed = at > 0 and tokens[at].lower == "of" and tokens[at - 1].lower in word_class("before-town")
    return headed and before - at == 2


rule("entities.place-after-place")(within)


def _hails(name: Name) -> bool:
    """Return whether somebody is said to come from there: `Dean Orme, a joiner from Gaunsby,`."""
    tokens = name.sentence.tokens
    at = name.first - 2
    if tokens[at].lower == "old" and tokens[at - 1].text == "-":
        return len(name.words) == 1  # `said the 22-year-old from Gaunsby`
    if len(name.words) > 1 or tokens[at].tag != "NN" or (name.last < len(tokens) and tokens[name.last].tag == "POS"):
        return False
    while at > 0 and tokens[at].tag in ("NN", "JJ"):
        at -= 1
    return at > 0 and tokens[at].lower in ("a", "an") and tokens[at - 1].text == ","


def _lists(name: Name) -> bool:
    """Return whether a word is the second of two places, `in Hartlow or Stoane`, or something is near it.

    So is what has a council or residents.
    """
    tokens = name.sentence.tokens
    before, last = name.first - 1, name.last
    if len(name.words) > 1 or tokens[name.first].text in first_names():
        return False
    if last < len(tokens) and tokens[last].text in word_class("parts-of-towns"):
        return True
    pair = last + 2 < len(tokens) and tokens[last].text == "and" and tokens[last + 1].tag == "NNP"
    counted = last + 2 if pair else last
    if counted < len(tokens) and tokens[counted].text == "counties":
        return True  # `Orange and Riverside counties`
    if last + 1 < len(tokens) and tokens[last].text == "-" and tokens[last + 1].lower in ("based", "born"):
        return True  # `the Brenz-based website`
    near = before > 0 and tokens[before].lower == "near" and tokens[before - 1].tag in ("NN", "NNS")
    joined = before > 1 and tokens[before].lower in ("and", "or") and tokens[before - 1].tag == "NNP"
    if not near and (not joined or tokens[before - 2].lower not in ("in", "near", "outside")):
        return False
    return last == len(tokens) or tokens[last].tag in (".", ",", "IN", "CC", ":")
