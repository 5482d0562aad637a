"""Speakers whom nobody has named and no chain of descriptions holds: each is an entity, for what it says is its own.

`expert says`, `a voice said`, `many of them say`, `63 percent think`, `the doctors say` where two groups of doctors
act, `Reed and Holt said` as one group of two.  Pronouns that rules cannot settle and things that do not speak stay
without.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from newsclaims.entities.codes import party_member
from newsclaims.fields import filled
from newsclaims.links.actors import kind_of
from newsclaims.links.classes import word_class
from newsclaims.links.facts import Facts
from newsclaims.model import Cue, Entity, EntityType, Mention, Predicate, Reference
from newsclaims.rule import rule
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.parses import Parses
from newsclaims.words.complements import attributing
from newsclaims.words.sentence import Sentence, Token

_BASE: Final = frozenset({
    "CD", "DT", "HYPH", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "PDT", "POS", "PRP$", "RB", "RBR", "VBG", "VBN",
})  # fmt: skip
_PRONOUNS: Final = frozenset({"PRP", "WP", "WDT", "EX"})
_ARTICLES: Final = frozenset({"a", "an", "the"})
_LONGEST: Final = 12
"""Tokens of a name at most; a longer phrase is named by its noun and what stands before it."""


class _Speaker:
    """One speaker: what is needed for the entity, and the references that name it."""

    __slots__ = ("kind", "mentions", "name", "references")

    def __init__(self, name: str, kind: EntityType) -> None:
        self.name = name
        self.kind = kind
        self.mentions: list[Mention] = []
        self.references: list[Reference] = []


def nameless_speakers(text: str, parses: Parses, starts: list[int], facts: Facts, known: list[Entity]) -> list[Entity]:
    """Return an entity for every speaker that has none and is a noun phrase; fill it in where it speaks.

    ``starts`` are the starts of the sentences and ``known`` the entities so far.  The subject of a verb of thinking is
    a speaker too; descriptions in the same words mean the same, counted ones (`many`, `another`) are new each time.
    """
    found: dict[object, _Speaker] = {}
    places: dict[int, _Speaker | None] = {}
    names = {entity.id: entity.name for entity in known}
    for reference, verb in _speaking(facts):
        known_there = places.get(reference.start)
        if known_there is not None and reference.entity is None:
            known_there.references.append(reference)
        if reference.entity is not None or reference.start in places:
            places.setdefault(reference.start, None)  # `Acme's report says` is said by Acme
            continue
        speaker = None
        if reference.entities:
            speaker = found.setdefault(reference.entities, _Speaker(_joined(reference, names), "group"))
        else:
            sentence = parses.sentences[max(0, bisect_right(starts, reference.start) - 1)]
            first, last = sentence.at(reference.start), sentence.at(reference.end)
            kind = _kind(parses, sentence, first, last, verb) if first < last else None
            if kind is not None:
                name = _name(text, sentence, first, last)
                again = (kind, name.lower()) if _definite(sentence.tokens[first]) else reference.start
                speaker = found.setdefault(again, _Speaker(name, kind))
        if speaker is not None:
            places[reference.start] = speaker
            speaker.references.append(reference)
            speaker.mentions.append(Mention(reference.text, reference.start, reference.end, "nominal"))
    entities = []
    for number, speaker in enumerate(found.values(), len(known) + 1):
        entities.append(Entity(f"e{number}", speaker.name, speaker.kind, None, (), tuple(speaker.mentions)))
        for reference in speaker.references:
            filled(reference, entity=f"e{number}")
    return entities


rule("links.nameless-speaker")(nameless_speakers)


def _speaking(facts: Facts) -> Iterator[tuple[Reference, Cue | Predicate | None]]:
    """Yield who speaks or thinks, with the verb: speakers of quotes, subjects of verbs with a clause that they tell."""
    for quote in facts.quotes:
        if quote.speaker is not None:
            yield quote.speaker, quote.cue
    for claim in facts.claims:
        told = any(argument.role == "that" for argument in claim.arguments)
        if claim.subject is not None and told and attributing(claim.predicate.lemma):
            yield claim.subject, claim.predicate


def _joined(reference: Reference, names: dict[str, str]) -> str:
    members = [names[id] for id in reference.entities if id in names]
    return f"{', '.join(members[:-1])} and {members[-1]}" if len(members) > 1 else " ".join(reference.text.split())


def _definite(token: Token) -> bool:
    """Tell whether a phrase that begins with a token means the same where it comes again: `the doctors`, `expert`."""
    return token.lower in word_class("definite-determiners") or token.tag in ("NN", "NNP", "NNPS", "PRP$")


def _kind(parses: Parses, sentence: Sentence, first: int, last: int, verb: Cue | Predicate | None) -> EntityType | None:
    """Return what a phrase is that speaks: a person, a body, several, a paper; None for a pronoun and for a thing."""
    tokens = sentence.tokens
    if tokens[first].tag in _PRONOUNS or tokens[first].lower in word_class("nobody-in-particular"):
        return None
    if tokens[first].tag == "VBG" and first + 1 < last and tokens[first + 1].tag in ("DT", "PRP$"):
        return None  # `Hitting a nurse says all`
    head = _head(tokens, first, last)
    if tokens[head].lower in word_class("counted-speakers") or tokens[head].tag == "CD":
        named = any(token.tag[:2] == "NN" for token in tokens[first:head])  # `Flight 93`
        return None if named else _counted(tokens, head, last)
    lower = tokens[head].lower
    if tokens[head].tag[:2] != "NN":
        return None
    if head + 2 < last and tokens[head + 1].lower == "and" and _begins_member(tokens[head + 2]):
        return "group"  # `Reed and several of her aides`; `a former judge and teacher` is one
    kind = kind_of(tokens[head])
    if kind is not None:
        return kind
    if lower in word_class("papers") or lower in word_class("signs"):
        return "other"
    if lower in word_class("speaking-bodies"):
        return "organization"
    plural = tokens[head].tag == "NNS"
    if lower in word_class("voices"):
        return "group" if plural else "person"
    if party_member(tokens[head]):
        return "person"
    if tokens[head].tag in ("NNP", "NNPS") or verb is None:
        return None
    place = parses.locate(verb.end - 1)
    clause = place[0].clause_of(place[1]) if place is not None else None
    phrase = clause.surface() if clause is not None else None
    if place is None or phrase is None or place[0].tokens[phrase.head] is not tokens[head]:
        return None
    alive = animate(place[0], phrase)
    return None if not alive else "organization" if alive == 1 and not plural else "group" if plural else "person"


def _begins_member(token: Token) -> bool:
    return token.tag in ("DT", "NNP", "NNPS", "NNS", "PRP$", "CD") or token.lower in word_class("counted-speakers")


def _head(tokens: list[Token], first: int, last: int) -> int:
    """Return the last word of the base noun phrase with which a phrase begins: `third` of `a third of the voters`."""
    at = first
    while at + 1 < last and (tokens[at + 1].tag in _BASE or _listed(tokens, at + 1, last)):
        if tokens[at + 1].tag[:2] == "VB" and tokens[at].tag[:2] == "NN":
            break
        at += 1
    while at > first and tokens[at].tag in ("RB", "POS"):
        at -= 1
    return at


def _listed(tokens: list[Token], comma: int, last: int) -> bool:
    """Tell whether a comma stands between two adjectives: `a few small, limited studies`."""
    between = tokens[comma].text == "," and tokens[comma - 1].tag == "JJ" and comma + 2 < last
    return between and tokens[comma + 1].tag == "JJ" and tokens[comma + 2].tag[:2] == "NN"


def _counted(tokens: list[Token], head: int, last: int) -> EntityType | None:
    """Return what a number or share is that speaks: `many of them`, `nearly eight of 10 voters`, `another`."""
    one = tokens[head].lower in ("another", "one")
    if head + 2 < last and tokens[head + 1].lower in ("of", "in"):
        if tokens[head + 2].tag in _PRONOUNS:
            return "person" if one else "group"
        inner = _head(tokens, head + 2, last)
        kind = kind_of(tokens[inner])
        if kind is None or kind == "group":
            return None if kind is None and tokens[head + 1].lower == "of" else "person" if one else "group"
        return kind
    return "person" if one else "group"


def _name(text: str, sentence: Sentence, first: int, last: int) -> str:
    """Return the words by which a speaker is called: up to a comma, small where a sentence begins."""
    tokens = sentence.tokens
    cut = next((at for at in range(_head(tokens, first, last) + 1, last) if tokens[at].tag in (",", ":", "``")), last)
    end = cut if cut - first <= _LONGEST else _head(tokens, first, last) + 1
    name = " ".join(text[tokens[first].start : tokens[end - 1].end].split())
    opens = first == 0 or not tokens[first - 1].text[0].isalnum()
    if (
        opens
        and tokens[first].tag not in ("NNP", "NNPS")
        and (tokens[first].text[1:].islower() or len(tokens[first].text) == 1)
    ):
        name = name[0].lower() + name[1:]
    return name
