"""Whether what stands behind *by* in a passive did it: no time, no amount and no means."""

from __future__ import annotations

from functools import cache

from newsclaims.claims.vocabulary import word_class
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Phrase
from newsclaims.table import rows, words
from newsclaims.words.frames import noun_frame
from newsclaims.words.sentence import Token


@cache
def _measures() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("claims", "measures")}


def may_act(phrase: Phrase, verb: Chunk, tokens: list[Token]) -> bool:
    """Tell whether a phrase behind *by* can be an agent: no time, no amount, no bare means (`by mail`)."""
    head = tokens[phrase.head]
    bare = (
        head.tag == "NN" and not set(phrase.chunk.shape) & set("dkpNc") and not (noun_frame(head.lemma).who or 0) >= 50
    )
    if bare and phrase.host is not None and phrase.host.preposition is not None and not phrase.host.time:
        return False  # "found guilty of manslaughter by gross negligence", but "was given a boost by demand"
    if phrase.chunk.shape in ("c", "N") and head.text[-1:].isalnum() and any(sign.isdigit() for sign in head.text):
        return False  # "phased out by 2030", "cut by R2bn"
    if tokens[verb.head].lemma in word_class("agentless"):
        return False
    if phrase.first < verb.first or phrase.time or "$" in phrase.chunk.shape or _measured(phrase, tokens):
        return False
    return not (phrase.chunk.shape == "n" and head.lower in words("claims", "means"))


def _measured(phrase: Phrase, tokens: list[Token]) -> bool:
    """Tell whether a phrase behind *by* says by how much or how: `by 12 votes`, `by half`, `by a show of hands`."""
    head, shape = tokens[phrase.head], phrase.chunk.shape
    how = _measures().get(head.lemma) or _measures().get(head.lower)
    if how == "counted":
        return "c" in shape or tokens[phrase.first].lower in ("a", "an")
    if how == "of":  # "by a majority of one", but "by a majority of the council"
        behind = tokens[phrase.head + 1 : phrase.last]
        return not any(token.tag in ("NNS", "NNP", "NNPS") or token.lower == "the" for token in behind)
    return how is not None or (not shape.strip("ch") and head.text.isdigit())
