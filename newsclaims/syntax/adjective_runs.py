"""Adjectives in a row before one noun, with commas between them: the commas part nothing.

`with sticky, repeating or faulty keys`, `a quiet, crowd pleasing bar`, `linked long-term, heavy use to strokes`.  The
chunk grammar reads a row of words that are adjectives by their tag; here are the rows in which one is not: a noun by
its tag (`in a dry, rock-strewn valley`), a participle, a hyphened word that ends in a noun.
"""

from __future__ import annotations

from typing import Final

from newsclaims.syntax.neighbours import FINITE_TAGS, tags
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.known import adjectival
from newsclaims.words.sentence import Token

_NOUNS: Final = frozenset({"NN", "NNS"})
_FORMS: Final = frozenset({"JJ", "JJR", "VBG", "VBN"})
_MORE: Final = ("less", "more")
_FARTHEST: Final = 12
"""Tokens behind the first comma among which the noun of the row stands."""


def run(tokens: list[Token], index: int, found: list[str]) -> dict[int, str]:
    """Return the letters of a row of adjectives from the comma at ``index`` on: none for its commas, nothing if no row.

    The letter of the word before the comma is mended as well.
    """
    opens = _opening(tokens, index, found)
    if not opens:
        return {}
    noun = opens != "n" and tokens[index - 1].tag == "NN" and found[-2] != "h"
    if noun and not (_hyphened(tokens, index + 1) or tags(tokens, index + 2, "CC", ",")):
        return {}  # "In a war, loose lips sink ships"
    changed, head = _members(tokens, index, opens == "a" and not noun)
    if not head:
        return {}
    if opens != "a" and head + 1 < len(tokens) and tokens[head + 1].tag in FINITE_TAGS | {"POS"}:
        return {}  # "Of the old, heavy users said"
    if found[-1] == "n":
        found[-1] = "j"
    if found[-4:-1] == ["h", "n", "j"]:
        found[-3] = "j"  # "long-term adverse health"
    return changed


def _opening(tokens: list[Token], index: int, found: list[str]) -> str:
    """Return what opens the row before a comma: `a`, another determiner `d`, a preposition `P`, a verb `v`, or nothing.

    `n` is a noun before two adjectives that and joins: `adverse health, economic and social effects`.
    """
    at = index - 1
    last = tokens[at]
    if index == 1 and last.tag == "JJ" and tokens[2].tag in ("JJ", "NN"):
        return "a"  # "Local, state and federal officials"
    if last.tag not in ("JJ", "JJR", "NN") or found[-1] not in "jn" or len(found) < 2:
        return ""
    hyphened = found[-2] == "h"
    first = at - 2 if hyphened else at
    place = len(found) - (4 if hyphened else 2)
    if place < 0 or first < 1:
        return ""
    if not hyphened and last.tag == "NN" and not adjectival(last.lower):
        joined = found[-2] == "j" and _joined(tokens, index)
        return "n" if joined and any(token.tag in FINITE_TAGS for token in tokens[:first]) else ""
    while place > 0 and found[place] in "rw" and first > 1:
        place, first = place - 1, first - 1
    before, word = found[place], tokens[first - 1].lower
    three = before in "Pfvbg" and last.tag == "JJ" and not _links(tokens[first - 1]) and tags(tokens, index + 1, "NN")
    if three and tags(tokens, index + 2, "CC") and tags(tokens, index + 3, "JJ") and tags(tokens, index + 4, "NNS"):
        return "" if tags(tokens, index + 5, *FINITE_TAGS) else "a"  # "met local, state and federal officials"
    if before in "d":
        return "a" if word in ("a", "an") else "d" if last.tag != "NN" or hyphened else ""
    if before == "s":
        return "a"  # "its moon's icy, far-off peaks"
    if before in "Pf" or word == "for":
        whole = not hyphened and last.lower in word_class("adjectives-of-phrases")
        return "" if whole or first < 2 else "P"  # "in short, long-term use fell"
    return "v" if before in "vbg" and hyphened and not _links(tokens[first - 1]) else ""


def _links(verb: Token) -> bool:
    return verb.lemma in ("be", "have") or verb.lemma in words("words", "linking_verbs")


def _hyphened(tokens: list[Token], at: int) -> bool:
    return at + 2 < len(tokens) and tokens[at + 1].tag == "HYPH" and tokens[at + 2].tag != "HYPH"


def _joined(tokens: list[Token], index: int) -> bool:
    """Tell whether two adjectives with *and* and a noun stand behind a comma: `, economic and social effects`."""
    near = [token.tag for token in tokens[index + 1 : index + 5]]
    return near[:3] == ["JJ", "CC", "JJ"] and near[3:] in (["NN"], ["NNS"])


def _members(tokens: list[Token], index: int, certain: bool) -> tuple[dict[int, str], int]:
    """Return the letters of the adjectives behind a comma, and where their noun stands (0: there is no row).

    Where ``certain`` nothing else can follow, so that `crowd pleasing` before a noun is one of them.
    """
    changed = {index: ""}
    at, end, parts = index + 1, min(len(tokens), index + _FARTHEST), 0
    while at < end:
        while at < end and (tokens[at].tag == "RB" or (tokens[at].lower in _MORE and tokens[at + 1].tag != "NNS")):
            changed |= {at: "r"} if tokens[at].lower in _MORE else {}
            at += 1
        if at + 3 < end and _hyphened(tokens, at):
            if tokens[at].tag == "NNP":
                changed[at], changed[at + 2] = "n", "j"  # "a second, R-rated film"
            at += 3
        elif at + 1 < end and tokens[at].tag in _FORMS:
            if tokens[at].tag == "VBG" and not certain and not tags(tokens, at + 1, ",", "CC"):
                return {}, 0  # "went out of business, leaving consumers stranded"
            if tokens[at].tag != "JJ":
                changed[at] = "j"
            at += 1
        elif certain and tokens[at].tag == "NN" and tags(tokens, at + 1, "CC") and tags(tokens, at + 2, "JJ"):
            changed[at] = "j"  # "local, state and federal officials"
            at += 1
        elif certain and at + 2 < end and tokens[at].tag == "NN" and tokens[at + 1].lower[-3:] == "ing":
            changed[at + 1] = "j"
            at += 2
        else:
            return {}, 0
        parts += 1
        if at < end and tokens[at].text == ",":
            changed[at] = ""
            at += 1
            if at < end and tokens[at].lower in ("and", "or"):
                at += 1
        elif at < end and tokens[at].lower in ("and", "but", "or", "yet"):
            at += 1
        elif at < end and (tokens[at].tag in _NOUNS or (certain and tokens[at].tag == "NNP")):
            while at + 1 < len(tokens) and tokens[at + 1].tag in _NOUNS:
                at += 1
            return changed, at
    return {}, 0
