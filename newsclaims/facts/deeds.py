"""Which deed a claim tells: that of its verb, of the words behind it, or of the noun behind a verb that says little."""

from __future__ import annotations

import re

from newsclaims.facts.lexical import content_words, deed_classes, deeds_named, noun_classes
from newsclaims.model import Claim
from newsclaims.table import word_classes, words
from newsclaims.words.lemmas import lemma

word_class = word_classes("facts")

_LONGEST = 400  # code points of a noun phrase that are read
_AMOUNT = re.compile(
    r"(?:(?:about|almost|nearly|over|more than|some|another|up to) )?\d[\d.,]{0,12} ?(?:%|per ?cent|points?|percentage)"
)
_OCCURS = frozenset(("occur",))
_BY = {"add": "rise", "gain": "rise", "lose": "fall", "shed": "fall"}
_NOUN_ENDS = re.compile(r" (?:of|in|on|at|for|to|from|with|by|into|over|against|about|that|who|which) |[,;(]")


def deeds_in(text: str) -> frozenset[str]:
    """Return the classes of the deed that a noun phrase names: of `a comeback in politics` the return."""
    head = head_of(text)
    return deeds_named(lemma(head[0], "NNS")) if head else frozenset()


def head_of(text: str) -> list[str]:
    """Return the word that a noun phrase names, in a list that is empty where it has none that says something."""
    return content_words(_NOUN_ENDS.split(text[:_LONGEST], maxsplit=1)[0])[-1:]


def deeds_of(claim: Claim, behind: list[str]) -> tuple[frozenset[str], bool]:
    """Return the classes of the deed, and whether the verb itself tells it."""
    verb = claim.predicate.lemma.partition(" ")[0]
    if verb in _BY and claim.object and _AMOUNT.match(claim.object.text):
        return frozenset((_BY[verb],)), True  # `the shares lost 3%`
    plain = deed_classes(verb)
    told = deed_classes(verb, behind)
    if told == _OCCURS and claim.subject and (found := deeds_in(claim.subject.text)):
        return found, False  # `the attack took place`
    if told != plain:
        return told, True
    if verb in word_class("announcing-verbs") and claim.object:
        found = deeds_in(claim.object.text)
        if found:
            return found, False  # an inquiry that is promised is one that is planned
    if verb in word_class("light-verbs"):
        goals = [claim.object] if claim.object else [i for i in claim.arguments if i.role == "predicative"]
        goals = goals or [item for item in (claim.subject,) if item and verb == "be"]  # "there were no casualties"
        for item in goals:
            phrases = _NOUN_ENDS.split(item.text[:_LONGEST], maxsplit=2)
            head = content_words(phrases[0])[-1:]
            if head and head[0] in word_class("means-its-complement") and len(phrases) > 1:
                head = content_words(phrases[1])[-1:]
            for word in head:
                noun = lemma(word, "NNS")
                found = deeds_named(noun) or deeds_named(word)
                if found:
                    return found, False
                if verb != "be" and not noun_classes(noun) and noun in words("words", "verb_bases"):
                    return deed_classes(noun), False
    return plain, True
