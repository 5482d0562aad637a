"""The facts of one article on their way through the links."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar

from newsclaims.fields import changed
from newsclaims.model import Argument, Claim, Date, Entity, Figure, Quote, Reference


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one article, each kind in the order of the text."""

    entities: Sequence[Entity]
    claims: Sequence[Claim]
    quotes: Sequence[Quote]
    dates: Sequence[Date]
    figures: Sequence[Figure]


def limit(facts: Facts, wanted: Collection[str]) -> Facts:
    """Take out of quotes and claims the ids of items that are not wanted, so that no id leads nowhere."""
    quotes, claims = facts.quotes, facts.claims
    if "entities" not in wanted:
        quotes = [changed(q, speaker=_unnamed(q.speaker), addressee=_unnamed(q.addressee)) for q in quotes]
        claims = [
            changed(
                c,
                subject=_unnamed(c.subject),
                object=_unnamed(c.object),
                arguments=tuple(_unnamed(item) for item in c.arguments),
                attributed_to=None,
                place=None,
            )
            for c in claims
        ]
    if "dates" not in wanted:
        claims = [changed(c, dates=()) if c.dates else c for c in claims]
    return Facts(facts.entities, claims, quotes, facts.dates, facts.figures)


def renumbered(facts: Facts, numbers: Sequence[int]) -> Facts:
    """Give the facts of some sentences of an article the numbers that those have in the whole of it."""
    return Facts(
        facts.entities,
        [changed(item, sentence=numbers[item.sentence]) for item in facts.claims],
        [changed(item, sentence=numbers[item.sentence]) for item in facts.quotes],
        [changed(item, sentence=numbers[item.sentence]) for item in facts.dates],
        [changed(item, sentence=numbers[item.sentence]) for item in facts.figures],
    )


_Named = TypeVar("_Named", Reference, Argument, Reference | None)


def _unnamed(reference: _Named) -> _Named:
    if isinstance(reference, Reference):
        return changed(reference, entity=None, reading=None, entities=())
    return changed(reference, entity=None) if reference is not None else reference
