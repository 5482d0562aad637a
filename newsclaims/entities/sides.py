"""Sides: a place that plays is its team, in an article about a game: `Norway beat Peru 2-1`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsclaims.entities.chain import Chain
from newsclaims.entities.lexicon import word_class
from newsclaims.entities.names import Name
from newsclaims.rule import rule
from newsclaims.words.sentence import Sentence

_ENOUGH: Final = 2
_SHARE: Final = 5  # one sentence in so many tells of a game
_SAMPLE: Final = 12  # mentions of a name that are looked at
_NEAR: Final = 5  # tokens between a verb and whom one loses to
_SCORED: Final = frozenset({"-", "–", ",", "|", ":"})


def of_a_game(sentences: Iterable[Sentence]) -> bool:
    """Return whether an article tells of games: two sentences, and a fifth of all, have words of sport."""
    words = word_class("of-games")
    count = told = 0
    for sentence in sentences:
        count += 1
        told += not words.isdisjoint(sentence.lower)
    return told >= _ENOUGH and told * _SHARE >= count


def as_sides(found: Iterable[Chain], sentences: Iterable[Sentence]) -> None:
    """Make the places that play organizations, in an article about a game."""
    playing = [chain for chain in found if chain.type == "place" and plays(chain)]
    if playing and of_a_game(sentences):
        for chain in playing:
            chain.type = "organization"


def plays(chain: Chain) -> bool:
    """A place that plays is its team: `Norway beat Peru 2-1`, `the Norway coach`, `a first win against Peru`.

    Only where the article tells of games, and not where it is oftener somewhere to be: `in Norway`, `from Norway`.
    """
    playing = being = 0
    for name in chain.names[:_SAMPLE]:
        if _on_a_side(name):
            playing += 1
        elif _somewhere(name):
            being += 1
    return playing > being


rule("entities.playing-side")(plays)


def _on_a_side(name: Name) -> bool:
    """Return whether a mention is the subject or object of playing, has a score, a player or a victory."""
    tokens = name.sentence.tokens
    first, last = name.first, name.last
    after = last + 1 if last < len(tokens) and tokens[last].tag == "POS" else last
    if after < len(tokens):
        token = tokens[after]
        if token.text in word_class("of-sides") or token.lower in word_class("players"):
            return True
        if after > last and after + 1 < len(tokens) and tokens[after + 1].text in word_class("of-sides"):
            return True  # `Norway's first victory`
        if after == last and token.tag in ("VBD", "VBZ", "VBP") and token.lemma in word_class("playing"):
            return True
        if after == last and token.text.isdecimal() and after + 1 < len(tokens):
            dash = tokens[after + 1].text in _SCORED
            return dash or after + 1 == len(tokens) - 1
    if not first:
        return False
    before = tokens[first - 1]
    if before.lower in ("against", "versus", "vs", "v") or before.lemma in word_class("playing"):
        return before.tag[:2] in ("VB", "IN", "FW", "NN", "NNP", "CC")
    if before.lower in ("to", "over", "with"):
        return any(token.lemma in word_class("playing") for token in tokens[max(0, first - _NEAR) : first - 1])
    return False


def _somewhere(name: Name) -> bool:
    """Return whether a mention says where something is."""
    tokens = name.sentence.tokens
    before = tokens[name.first - 1] if name.first else None
    if before is None or name.sentence.part == "dateline":
        return name.sentence.part == "dateline"
    if before.text == ",":
        return name.first > 1 and tokens[name.first - 2].tag == "NNP"
    return before.lower in word_class("where")
