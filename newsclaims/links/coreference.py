"""Entity ids: every reference, mention and pronoun that rules can settle gets its entity."""

from __future__ import annotations

from typing import Final

from newsclaims.fields import filled
from newsclaims.links.actors import Actor, Wording
from newsclaims.links.candidates import Found
from newsclaims.links.documents import speaking_documents
from newsclaims.links.facts import Facts
from newsclaims.links.heads import Heads
from newsclaims.links.issuers import issuer
from newsclaims.links.mentions import places
from newsclaims.links.references import Resolver
from newsclaims.links.speakers import nameless_speakers
from newsclaims.links.walk import walk
from newsclaims.model import Entity, Mention, Reference
from newsclaims.syntax.parses import Parses
from newsclaims.text.document import Document

_SPEAKING: Final = frozenset({"group", "organization", "person"})
_BODIES: Final = frozenset({"group", "organization"})


def resolve(document: Document, parses: Parses, facts: Facts) -> Facts:
    """Return the facts with these links filled in: entities of references, pronoun and nominal mentions.

    Actors without a name become entities behind those with one, if they are the subject or object of a claim, speak or
    are spoken to, or are mentioned again.
    """
    named = places(parses, facts.entities)
    found, actors, joined = walk(parses, facts, named)
    entities = _with_mentions(document.text, facts.entities, found, actors)
    resolver = Resolver(Heads(parses.sentences, entities, named, found), entities, joined)
    del named, found, actors, joined  # of a long article they are a twentieth of all that is held
    for claim in facts.claims:
        resolver.use(claim.subject)
        resolver.use(claim.object)
        for argument in claim.arguments:
            resolver.use_argument(argument)
    starts = [sentence.start for sentence in parses.sentences]
    issuers: dict[str, Reference] = {}
    for quote in facts.quotes:
        resolver.use(quote.speaker)
        resolver.use(quote.addressee)
        found_issuer = issuer(document.text, parses.sentences, starts, quote.speaker) if quote.speaker else None
        if found_issuer is not None:
            of_paper, held = found_issuer
            speaking = _BODIES if held else _SPEAKING
            if all(resolver.kind(n) in speaking for n in resolver.members(of_paper)):
                issuers[quote.id] = of_paper
                resolver.use(of_paper)
    kept = resolver.keep(len(facts.entities))
    for claim in facts.claims:
        resolver.fill(claim.subject)
        resolver.fill(claim.object)
        for argument in claim.arguments:
            resolver.fill_argument(argument)
    for quote in facts.quotes:
        resolver.fill(quote.speaker)
        resolver.fill(quote.addressee)
        whose = issuers.get(quote.id)
        if quote.speaker is not None and whose is not None and quote.speaker.entity is None:
            resolver.fill(whose)
            filled(quote.speaker, entity=whose.entity, entities=whose.entities)
    kept += speaking_documents(document.text, parses.sentences, starts, facts, len(kept))
    kept += nameless_speakers(document.text, parses, starts, facts, kept)
    return Facts(kept, facts.claims, facts.quotes, facts.dates, facts.figures)


def _with_mentions(text: str, entities: list[Entity], found: list[Found], actors: list[Actor]) -> list[Entity]:
    extra: dict[int, list[Mention]] = {}
    shared: dict[str, str] = {}  # most are one of a few pronouns
    for item in found:
        words = text[item.start : item.end]
        words = shared.setdefault(words, words)
        extra.setdefault(item.entity, []).append(Mention(words, item.start, item.end, item.kind))
    result = list(entities)
    result += [Entity("", _wording(text, actor.name), actor.type, None, (), ()) for actor in actors]
    for number, mentions in extra.items():
        entity = result[number]
        merged = sorted([*entity.mentions, *mentions], key=lambda mention: mention.start)
        filled(entity, mentions=tuple(merged))
    return result


def _wording(text: str, name: Wording) -> str:
    found = " ".join(text[name.start : name.end].split())
    return found[0].lower() + found[1:] if name.lower else found
