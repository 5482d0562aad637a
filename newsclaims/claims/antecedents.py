"""Which noun phrase of a chain a relative pronoun stands for."""

from __future__ import annotations

from newsclaims.claims.cascade import Cascade, agrees
from newsclaims.claims.clause import Phrase
from newsclaims.words.frames import noun_frame
from newsclaims.words.groups import Group


def antecedent(cascade: Cascade, nearest: Phrase, pronoun: str, verb: Group | None) -> Phrase:
    """Return the noun phrase of a chain that a relative pronoun stands for.

    The nearest one that fits: in number with the verb, and for *who* a person if one of the chain is known to be.
    """
    chain = [nearest]
    phrase: Phrase | None = nearest
    for _ in range(4):
        if phrase is None or phrase.link not in ("prep", "and") or phrase.host is None:
            break
        phrase = phrase.host
        chain.append(phrase)
    fitting = [p for p in chain if verb is None or agrees(cascade, p, verb)] or chain[:1]
    if pronoun in ("who", "whom"):
        found = next((p for p in fitting if animate(cascade, p)), None)
        if (
            found is None
            and len(fitting) > 1
            and fitting[0].preposition in ("from", "in", "at")
            and cascade.tokens[fitting[0].head].tag == "NNP"
        ):
            return fitting[1]
        return found or fitting[0]
    if pronoun == "which":
        return next((p for p in fitting if not animate(cascade, p)), fitting[0])
    return fitting[0]


def animate(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether the head noun is one that *who* refers to."""
    token = cascade.tokens[phrase.head]
    if phrase.pronoun:
        return token.lower in (
            "he",
            "she",
            "they",
            "those",
            "we",
            "i",
            "you",
            "him",
            "her",
            "them",
            "us",
            "me",
            "anyone",
            "someone",
        )
    share = noun_frame(token.lemma).who
    return share is not None and share >= 50
