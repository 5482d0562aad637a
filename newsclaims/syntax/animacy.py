"""How likely a noun phrase names a person, as far as its words tell: who can be *who*, act, or be spoken to."""

from __future__ import annotations

from typing import Final, Protocol

from newsclaims.syntax.clause import Phrase
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import noun_frame
from newsclaims.words.preferences import noun_subject
from newsclaims.words.sentence import Token

_PERSON_ENDINGS: Final = ("eer", "ian", "ist", "man", "men", "woman", "women")
_AGENT_ENDINGS: Final = ("ant", "ee", "er", "or")
_AT: Final = frozenset({"at", "in", "near"})
_FROM: Final = frozenset({"from", "of"})


class _Reading(Protocol):
    """What has the words of a sentence: a cascade at work, or a finished reading."""

    tokens: list[Token]


def animate(cascade: _Reading, phrase: Phrase) -> int:
    """Return how likely the phrase is one that *who* refers to: 3 a person, 2 probably one, 1 a body, 0 a thing.

    Asked are the tables of relative pronouns and of subjects (``frames.py``, ``preferences.py``).
    """
    token = cascade.tokens[phrase.head]
    if phrase.pronoun:
        return 3 if token.lower in word_class("persons") else 0
    if token.tag in ("NNP", "NNPS"):
        if phrase.preposition in _AT:
            return 0
        shape, host = phrase.chunk.shape, phrase.host
        if len(shape) > 1 and token.lower in word_class("firm-words"):
            return 1  # "a manager with Alder Asset Management who"
        if phrase.preposition == "of" and host is not None and cascade.tokens[host.head].lemma in word_class("bodies"):
            return 1  # "the Department of Health Sciences"
        numbered = len(shape) > 1 and not token.text.strip("IVX")  # "Pope Pius XII who died"
        body = (
            shape[0] == "d" or (token.text.isupper() and not numbered) or (shape == "N" and phrase.preposition in _FROM)
        )
        if body and shape[0] == "d" and token.lower in word_class("adherents"):
            return 3  # "the leading Republican on the panel who"
        return 1 if body and token.tag == "NNP" else 3
    sum_of_money = token.tag == "CD" and "$" in phrase.chunk.shape
    if sum_of_money or token.lemma in word_class("amounts") or token.lemma in word_class("texts"):
        return 0
    if token.lemma in word_class("bodies"):
        return 1
    if token.lemma in word_class("humans"):
        return 3
    share, uses = noun_frame(token.lemma).who, noun_subject(token.lemma)
    acts = uses.acts or 0
    if uses.named >= (5 if acts >= 78 else 8) or token.lemma.endswith(_PERSON_ENDINGS) or (share or 0) >= 50:
        return 3
    if share is None and acts >= 77:
        return 2
    if phrase.link == "comma" and phrase.host is not None and cascade.tokens[phrase.host.head].tag == "NNP":
        return 2 if animate(cascade, phrase.host) > 1 else 0  # "Anna Berg, a fellow who ..."
    seldom = share is None and token.lemma.endswith(_AGENT_ENDINGS) and (uses.acts is None or uses.named >= 5)
    return 1 if acts >= 80 or (share or 0) >= 15 or seldom else 0
