"""Which noun phrase of a chain (`the leader of the party in Lima`) a relative clause or participle belongs to.

The preferences are counted on parsed news: the nearest noun phrase is right in four of five cases, but without a comma
before the pronoun a common noun is preferred to the name behind it (48 to 3 for *that*, 66 to 36 for *who* and *which*,
50 to 38 for participles), and so is the word that says how many or what kind.
"""

from __future__ import annotations

from newsclaims.claims.cascade import Cascade, agrees
from newsclaims.claims.clause import Phrase
from newsclaims.words.frames import noun_frame
from newsclaims.words.groups import Group

_KINDS = frozenset({"form", "kind", "million", "sort", "type"})
_PERSONS = frozenset(
    {"he", "she", "they", "those", "we", "i", "you", "him", "her", "them", "us", "me", "anyone", "someone", "everyone"}
)
_PERSON_ENDINGS = ("eer", "ian", "ist", "man", "men", "woman", "women")
_LONGEST = 4


def chain(nearest: Phrase) -> list[Phrase]:
    """Return the phrase and those that it hangs on, the nearest first."""
    found = [nearest]
    phrase = nearest
    while len(found) < _LONGEST and phrase.host is not None and phrase.link in ("prep", "and", "time"):
        phrase = phrase.host
        found.append(phrase)
    return [phrase for phrase in found if not phrase.time] or found[:1]


def antecedent(cascade: Cascade, nearest: Phrase, pronoun: str, restrictive: bool, verb: Group | None) -> Phrase:
    """Return the noun phrase that a relative pronoun stands for.

    It agrees with the verb in number; for *who* it is a person, for *which* none, as far as the words tell.
    """
    ranked = rank(cascade, chain(nearest), restrictive)
    fitting = [phrase for phrase in ranked if verb is None or agrees(cascade, phrase, verb)]
    if pronoun in ("who", "whom"):
        persons = [phrase for phrase in ranked if animate(cascade, phrase)]
        if restrictive:  # "an engineer at the Technical Institute who was not involved"
            persons.sort(key=lambda phrase: cascade.tokens[phrase.head].tag in ("NNP", "NNPS"))
        both = [phrase for phrase in persons if phrase in fitting]
        return (both or persons or fitting or ranked)[0]
    if pronoun == "which":
        things = [phrase for phrase in fitting if not animate(cascade, phrase)]
        return (things or fitting or ranked)[0]
    return (fitting or ranked)[0]


def carrier(cascade: Cascade, nearest: Phrase) -> Phrase:
    """Return the noun phrase that a participle right behind the chain belongs to."""
    return rank(cascade, chain(nearest), True)[0]


def rank(cascade: Cascade, phrases: list[Phrase], restrictive: bool) -> list[Phrase]:
    """Order a chain by preference: the nearest first, but a name and what is counted behind what they belong to."""
    if len(phrases) < 2 or not restrictive:
        return phrases
    first, second = cascade.tokens[phrases[0].head], cascade.tokens[phrases[1].head]
    behind_name = first.tag == "NNP" and phrases[0].preposition != "with" and second.tag in ("NN", "NNS", "DT")
    if phrases[0].link == "prep" and (behind_name or second.lemma in _KINDS):
        return [phrases[1], phrases[0], *phrases[2:]]
    return phrases


def animate(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether the head noun is one that *who* refers to: a person's noun or a name that is not a place's."""
    token = cascade.tokens[phrase.head]
    if phrase.pronoun:
        return token.lower in _PERSONS
    if token.tag == "NNPS":
        return True
    if token.tag == "NNP":
        single = "NN" not in phrase.group.shape
        return not (single and phrase.preposition in ("in", "at", "from", "near", "of"))
    share = noun_frame(token.lemma).who
    return share >= 50 if share is not None else token.lemma.endswith(_PERSON_ENDINGS)
