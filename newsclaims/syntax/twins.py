"""Two nouns behind *and* that are built alike, each with its preposition: `an end to strikes and a return to talks`.

What *not only* and *but also* join is a list of two as well: `found not only water but also salt`.
"""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax.agreement import before_pause
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.clause import Phrase, extend

_FARTHEST: Final = 6
"""Phrases back to the first of the two at most."""
_ONLY: Final = frozenset({"just", "merely", "only", "simply"})


def join_twin(cascade: Cascade, phrase: Phrase) -> bool:
    """Join a phrase to the noun before *and* that it is built like; what that has with a preposition goes with it."""
    clause, nearest = cascade.clause, cascade.np
    word = cascade.word(cascade.conjunction) if cascade.conjunction is not None else ""
    one = None
    if nearest is not None and clause.verb is not None:
        one = _twin(cascade, phrase) if word in ("and", "or") else not_only(cascade) if word == "but" else None
    if one is None or before_pause(cascade, (g.FINITE, g.PARTICIPLE)):
        return False
    if one not in clause.objects and all(argument is not one for _, argument in clause.arguments):
        return False
    clause.arguments = [pair for pair in clause.arguments if not one.first < pair[1].first < phrase.first]
    extend(one, phrase)
    phrase.beside = nearest
    return True


def repeats(host: Phrase, role: str) -> bool:
    """Tell whether a preposition behind the second of two nouns stands behind the first as well."""
    part = host.beside if host.link == "and" else None
    for _ in range(_FARTHEST):
        if part is None or part is host.host:
            break
        if part.link == "prep" and part.preposition == role:
            return True
        part = part.host
    return False


def _twin(cascade: Cascade, phrase: Phrase) -> Phrase | None:
    """Return the noun with which one behind *and* shares its preposition: `an end to strikes and a return to talks`."""
    nearest = cascade.np
    part, behind = nearest, cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if len(behind) < 2 or behind[0].kind != g.PREPOSITION or behind[1].kind != g.NOUN or behind[1].shape[-1] in "TZ":
        return None
    role = cascade.word(behind[0])
    for _ in range(_FARTHEST):
        host = part.host if part is not None and part.link in ("and", "prep") else None
        if part is None or host is None:
            return None
        if part.link == "prep" and part.preposition == role:
            if role == "of" and part is not nearest and nearest is not None and _alike(cascade, nearest, phrase):
                return None  # "flowers next to a candle and a picture of a cross"
            return host if _alike(cascade, host, phrase) and not part.time else None
        part = host
    return None


def _alike(cascade: Cascade, one: Phrase, other: Phrase) -> bool:
    """Tell whether two phrases have the same kind of article, or none and both are plurals."""
    first, second = cascade.tokens[one.first], cascade.tokens[other.first]
    if first.lower in ("a", "an") or first.tag in ("DT", "PRP$"):
        return second.lower in ("a", "an") if first.lower in ("a", "an") else first.lower == second.lower
    return cascade.tokens[one.head].tag == cascade.tokens[other.head].tag == "NNS" and second.tag not in ("DT", "PRP$")


def not_only(cascade: Cascade) -> Phrase | None:
    """Return what *not only* began, with which *but* goes on: `found not only water but also salt`."""
    phrase = cascade.np
    for _ in range(_FARTHEST):
        if phrase is None or phrase.link not in ("and", "prep") or phrase.host is None:
            break
        phrase = phrase.host
    if phrase is None:
        return None
    at = phrase.start - (cascade.tokens[phrase.start].lower not in _ONLY)
    only = at > 0 and cascade.tokens[at].lower in _ONLY and cascade.tokens[at - 1].lower in ("not", "n't")
    return phrase if only else None
