"""What a noun in its phrase is: a person, a body, several, or nothing that acts."""

from __future__ import annotations

from newsclaims.entities.lexicon import demonyms
from newsclaims.links import actors
from newsclaims.links.classes import word_class
from newsclaims.model import EntityType
from newsclaims.words.sentence import Token


def kind_at(tokens: list[Token], position: int, first: int) -> EntityType | None:
    """Return what the noun at a place is: `the world's largest producer` is a firm, `a source of light` nobody."""
    lower = tokens[position].lower
    if lower == "forces" and position > first:
        whose = tokens[position - 1]
        return "group" if whose.lower in word_class("of-forces") or whose.text in demonyms() else None
    kind = actors.kind_of(tokens[position]) if lower != "old" else "person"
    if kind is not None and any(
        tokens[at].tag == "NN" and tokens[at + 1].tag == "JJ" and tokens[at].lower not in word_class("amounts")
        for at in range(first, position - 1)
    ):
        return None  # `the effect big businesses have`: two phrases
    if kind != "person":
        return None if kind == "group" and _pairs(tokens, position) else kind
    if position > first:
        before = tokens[position - 1].lower
        if lower == "guard" and before in word_class("guarded"):
            return "organization"  # `the coast guard`
        if lower == "source" and before in word_class("come-from-sources"):
            return None  # `a water source`
    behind = tokens[position + 1 : position + 2]
    if lower in word_class("things-with-of") and behind and behind[0].lower == "of":
        return None
    most = lower in word_class("trading") and any(token.tag == "JJS" for token in tokens[first:position])
    return "organization" if most else kind


def _pairs(tokens: list[Token], position: int) -> bool:
    """Return whether a noun counts things by two: `four pairs of shoes`, `a couple of houses`."""
    if tokens[position].lemma not in ("couple", "pair") or tokens[position + 1 : position + 2] == []:
        return False
    if tokens[position + 1].lower != "of":
        return False
    at = position + 2
    while at + 1 < len(tokens) and tokens[at].tag in ("DT", "JJ", "NN", "NNP", "HYPH", "VBG"):
        at += 1
    return at < len(tokens) and actors.kind_of(tokens[at]) is None
