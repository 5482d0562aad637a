"""The noun phrases that one hangs on, `the leader of the party in Lima`, and which of them what follows belongs to.

The preferences are counted on parsed news: without a comma before the pronoun a common noun is preferred to the name
behind it (48 to 3 for *that*, 66 to 36 for *who* and *which*, 50 to 38 for participles), and so is the word that says
how many or what kind.
"""

from __future__ import annotations

from typing import Final

from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.clause import Phrase
from newsclaims.syntax.vocabulary import word_class

_LONGEST: Final = 8


def chain(cascade: Cascade, nearest: Phrase) -> list[Phrase]:
    """Return the phrase and those that it hangs on, the nearest first."""
    found = [nearest]
    phrase = nearest
    while (
        len(found) < _LONGEST
        and phrase.host is not None
        and (phrase.link in ("prep", "and", "time") or (phrase.link == "comma" and _beside_place(phrase)))
    ):
        phrase = phrase.host
        found.append(phrase)
    definite = cascade.tokens[nearest.first].lower == "the"  # "the days that followed", but "a raid a year ago, which"
    return [phrase for phrase in found if not dated(cascade, phrase) or (definite and phrase is nearest)] or found[:1]


def _beside_place(phrase: Phrase) -> bool:
    """Tell whether a comma joins an age or a place to the one before it: `Mobutu, 66`, `in Chatham, New Jersey`."""
    host = phrase.host
    if phrase.chunk.shape == "c" or host is None:
        return True
    return set(phrase.chunk.shape) | set(host.chunk.shape) == {"N"} and host.preposition in word_class("where")


def dated(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a phrase says when or how old: *last year*, *in 2014*, *Mobutu, 66*."""
    if phrase.chunk.shape == "jTc":
        return cascade.tokens[phrase.first].lower in ("early", "late")  # "an attack in early May 2023 that"
    if phrase.time or phrase.chunk.shape != "c":
        return phrase.time
    apart = phrase.preposition in ("from", "in", "of", "since") or phrase.link == "comma"  # "a woman of 31"
    return apart and cascade.tokens[phrase.head].text.isdigit()


def carrier(cascade: Cascade, nearest: Phrase) -> Phrase:
    """Return the noun phrase that a participle right behind the chain belongs to."""
    return rank(cascade, chain(cascade, nearest), True)[0]


def rank(cascade: Cascade, phrases: list[Phrase], restrictive: bool) -> list[Phrase]:
    """Order a chain by preference: the nearest first, but a name and what is counted behind what they belong to."""
    if len(phrases) < 2 or not restrictive:
        return phrases
    if (listed := _listed(cascade, phrases)) is not None:
        return listed
    if phrases[0].preposition == "of" and cascade.tokens[phrases[0].head].lower in ("them", "us", "you"):
        return [phrases[1], phrases[0], *phrases[2:]]  # "some of them carrying flags"
    first, second = cascade.tokens[phrases[0].head], cascade.tokens[phrases[1].head]
    opener = cascade.tokens[phrases[0].first].lower
    joined = phrases[0].link == "and" and phrases[1].link == "prep" and phrases[1].last == phrases[0].last
    if joined and first.tag == second.tag == "NNP" and len(phrases) > 2 and phrases[1].preposition == "by":
        return [phrases[2], *phrases[:2], *phrases[3:]]  # "tests by Norvane and Holt that show it is safe"
    behind_name = first.tag == "NNP" and phrases[0].preposition not in word_class("such-as")
    behind_name = behind_name and second.tag in ("NN", "NNS", "DT") and opener not in ("a", "an")  # "of a China that"
    behind_name = behind_name or (first.tag == second.tag == "NNP" and phrases[0].preposition == "of")  # "Reed of Kent"
    many = phrases[0].preposition == "of" and second.lemma in word_class("multitudes")  # "billions of dollars taken"
    kinds = second.lemma in word_class("kinds") or first.lower == "past"  # "wars of the past that divided them"
    counted = phrases[0].preposition == "of" and kinds  # but "$3 million on studies that"
    counted = counted or (phrases[0].preposition == "in" and first.lower == "chief")  # "the editor in chief we need"
    if phrases[0].link == "prep" and (behind_name or many or counted):
        return [phrases[1], phrases[0], *phrases[2:]]
    return phrases


def _listed(cascade: Cascade, phrases: list[Phrase]) -> list[Phrase] | None:
    """Order a chain whose nearest phrase is bare and stands behind *and*: what follows may tell of both, or of one."""
    last, head = phrases[0], cascade.tokens[phrases[0].head]
    if last.link != "and" or last.chunk.shape[0] in "dkpN" or last.before <= 0:
        return None
    first, both = last.beside, [phrases[1], last, *phrases[2:]]
    if head.tag == cascade.tokens[phrases[1].head].tag == "NNS":
        return both  # "states and towns that were hurt"
    if phrases[1].last == last.last and phrases[1].chunk.shape[0] == "n" and first is phrases[1] and head.tag == "NNS":
        return both  # "with government and aid agencies swinging into action"
    if first is None or head.tag != "NN" or last.chunk.shape.strip("n") or first.chunk.shape[0] != "d":
        return None
    if len(last.chunk.shape) < 2:
        return None
    whole = phrases[1] if first is phrases[1] else last.copy()
    whole.first, whole.start = first.first, first.start
    return [whole, *phrases]  # "an oil and gas company based in Lowton"
