"""Which of a thing and the place where it is a relative clause behind a comma tells of: `a plant in Lowton, which`."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.syntax.parted import passive
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.preferences import noun_subject

_LONGEST: Final = 3
_OFFICE: Final = 5
_PERSON: Final = 30
"""Per cent of a noun's uses beside a name, or with *who*, from which it is mostly somebody."""
_SAYS: Final = 20
"""Per cent of its uses with a that-clause from which a verb says something, which a body does rather than its seat."""


def at_place(cascade: Cascade, found: Phrase, things: list[Phrase], verb: Chunk) -> Phrase:
    """Return the works or event at a place where only that does what the verb says: `a plant in Lowton, which makes`,
    `a fire at a mill, which started at noon`."""
    town = found.host if found.link == "comma" else None
    pair = town is not None and set(found.chunk.shape) | set(town.chunk.shape) == {"N"}
    if town is not None and pair and town.preposition in word_class("where"):
        found = town  # "at a summit in Lowton, Ohio, which"
    host = found.host
    named = cascade.tokens[found.head].tag in ("NNP", "NNPS")
    if host is not None and found.link == "prep" and cascade.lemma(verb) in word_class("occurring"):
        events = word_class("events")
        return host if cascade.lemma(found.chunk) not in events and cascade.lemma(host.chunk) in events else found
    if named and found.preposition == "of" and host is not None and cascade.lemma(host.chunk) in word_class("events"):
        return host  # "the battle of Lowton, which Reed won"
    named = named and found.preposition in word_class("where")
    if named and (verb_frame(cascade.lemma(verb)).that >= _SAYS or cascade.lemma(verb) == "call"):
        return _speaks(cascade, found) or found
    if not named or found.link != "prep" or found.host not in things or found.host is None or found.host.time:
        return found
    return found.host if cascade.lemma(verb) in word_class("running-works") and not passive(verb) else found


def _speaks(cascade: Cascade, found: Phrase) -> Phrase | None:
    """Return the body or text at a place, or the one that it is about: `a think tank in Lowton, which says`."""
    outer, phrases, phrase = cascade.clause.parent, list[Phrase](), found.host
    while phrase is not None and phrase.link == "prep" and len(phrases) < _LONGEST:
        phrases.append(phrase)
        phrase = phrase.host
    phrases += [phrase] if phrase is not None else []
    if outer is not None and outer.verb is not None:
        held = [*outer.objects, *(argument for _, argument in outer.arguments)]
        phrases += sorted((p for p in held if p.last <= found.first and p not in phrases), key=_first, reverse=True)
    for phrase in phrases:
        lemma, named = cascade.lemma(phrase.chunk), cascade.tokens[phrase.head].tag in ("NNP", "NNPS")
        if lemma in word_class("texts") or lemma in word_class("speeches") or animate(cascade, phrase) in (1, 2):
            return phrase
        if named and len(phrase.chunk.shape) > 1 and phrase.preposition not in word_class("where"):
            return phrase
    return None


def _first(phrase: Phrase) -> int:
    return phrase.first


def bearer(cascade: Cascade, found: Phrase) -> Phrase:
    """Return the body that a name behind *of* or *for* is part of: `the University of Lowton, which`.

    Not the bearer of an office, who is nobody for *which*: `the President of Norvane, which`.
    """
    if found.preposition not in ("for", "of") or found.chunk.shape.strip("N") or found.link == "and":
        return found
    host, outer = found.host, cascade.clause.parent
    if host is None and outer is not None and found.preposition == "for":
        before = (argument for _, argument in outer.arguments if argument.last == found.start)
        held = (object_ for object_ in outer.objects if object_.last == found.start)
        host = next(before, next(held, None))
        if host is None or animate(cascade, host) != 1:
            return found
    if host is None or host.last < found.start or host.chunk.last != found.start:
        return found
    head = cascade.tokens[host.head]
    if head.tag != "NNP" or host.chunk.shape[0] != "d" or host.time:
        return found
    word = head.text.lower()
    office = noun_subject(word).named >= _OFFICE or (noun_frame(word).who or 0) >= _PERSON
    if office or word in word_class("humans") or word in word_class("rulers"):
        return found
    whole = host.copy()
    whole.last = max(host.last, found.last)
    return whole


def stacked(cascade: Cascade, nearest: Phrase) -> Clause | None:
    """Return the clause before a second *who* that tells of the same person: `Holt, who lives in Ohio, who paid`."""
    clause, before = cascade.clause, cascade.chunks[cascade.at - 1]
    if clause.word != "who" or clause.verb is None or clause.restrictive or before.kind != g.COMMA:
        return None
    place = nearest.preposition in word_class("where") and cascade.tokens[nearest.head].tag in ("NNP", "NN")
    return clause if place and nearest.link != "and" and animate(cascade, nearest) < 3 else None
