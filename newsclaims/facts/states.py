"""What somebody or something is said to be: `unhurt` is a deed denied, `safe` and `unsafe` are yes and no."""

from __future__ import annotations

from functools import cache

from newsclaims.facts.lexical import concept, deed_classes
from newsclaims.model import Claim
from newsclaims.table import rows, word_classes, words
from newsclaims.words.lemmas import lemma

word_class = word_classes("facts")

_DENYING = ("non-", "un", "in", "im", "il", "ir", "non")
State = tuple[frozenset[str], bool]
"""The classes of a deed, and whether the word denies it."""


@cache
def _table() -> dict[str, State]:
    return {word: (frozenset((name,)), denied == "not") for word, name, denied in rows("facts", "states")}


@cache
def state(word: str) -> State | None:
    """Return what an adjective (lower case) says of somebody or something, ``None`` where it is not known.

    >>> state("unhurt"), state("safe") == state("dangerous")
    ((frozenset({'injure'}), True), False)
    """
    known = _table().get(word)
    if known is not None:
        return known
    for start in _DENYING:
        rest = word.removeprefix(start)
        if rest == word:
            continue
        if rest in _table():
            deeds, denied = _table()[rest]
            return deeds, not denied
        verb = lemma(rest, "VBN")
        if start in ("un", "non-", "non") and verb != rest and verb in words("words", "verb_bases"):
            return deed_classes(verb), True
    return None


@cache
def _told() -> dict[str, State]:
    """Return what the adjectives of the table say by their concepts; those of two meanings say nothing."""
    found: dict[str, set[State]] = {}
    for word, told in _table().items():
        found.setdefault(concept(word), set()).add(told)
    return {word: next(iter(told)) for word, told in found.items() if len(told) == 1}


def contrary(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether of two sets of concepts each has a word that the other's denies: `stable`, `critical`."""
    ours, theirs = ([_told()[word] for word in words if word in _told()] for words in (one - other, other - one))
    return any(mine[0] == yours[0] and mine[1] != yours[1] for mine in ours for yours in theirs)


def told_state(claim: Claim) -> State | None:
    """Return the state that a claim tells: `was unhurt`, `remains closed`, `left its rate unchanged`.

    What somebody describes as something is told to be so: `dismissed the plan as needless`.
    """
    last = claim.predicate.text.lower().split()[-1]
    if claim.voice == "passive" and last.startswith("un"):
        return state(last)  # `the crew was unharmed`
    verb = claim.predicate.lemma.partition(" ")[0]
    told = [item.text for item in claim.arguments if item.role == "predicative"]
    if verb in word_class("linking-verbs"):
        told += [claim.object.text] if claim.object is not None else []
    elif verb in word_class("describing-verbs"):
        told += [item.text for item in claim.arguments if item.role == "as"]
    elif verb not in word_class("leaving-verbs"):
        return None
    for text in told:
        parts = text.lower().replace("not guilty", "innocent").split()
        if parts and len(parts) <= 2:
            found = state(parts[-1])
            if found is not None:
                return found
    return None
