"""The facts of one article on their way through the links."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TypeVar

from newsclaims.fields import changed, filled
from newsclaims.model import Claim, Date, Entity, Figure, Quote, Reference
from newsclaims.quotes import spoken

_Item = TypeVar("_Item", Date, Figure)


class Facts:
    """The facts of one article, each kind in the order of the text."""

    __slots__ = ("claims", "dates", "entities", "figures", "quotes")

    def __init__(
        self,
        entities: list[Entity],
        claims: list[Claim],
        quotes: list[Quote],
        dates: list[Date],
        figures: list[Figure],
    ) -> None:
        self.entities = entities
        self.claims = claims
        self.quotes = quotes
        self.dates = dates
        self.figures = figures


def limit(facts: Facts, wanted: Collection[str]) -> Facts:
    """Return the facts of the kinds that are wanted and, of the others, those that they name: no id leads nowhere."""
    claims = facts.claims if "claims" in wanted else []
    named = {id for claim in claims for id in _named_by_claim(claim)}
    quotes = [quote for quote in facts.quotes if "quotes" in wanted or quote.id in named]
    named.update(id for quote in quotes for part in (quote.speaker, quote.addressee) for id in _entities_of(part))
    dates = _chained(facts.dates, {date.id: date.anchor_id for date in facts.dates}, named, "dates" in wanted)
    figures = _chained(facts.figures, {item.id: item.baseline for item in facts.figures}, named, "figures" in wanted)
    entities = [entity for entity in facts.entities if "entities" in wanted or entity.id in named]
    return Facts(entities, claims, quotes, dates, figures)


def _named_by_claim(claim: Claim) -> Iterator[str | None]:
    for part in (claim.subject, claim.object):
        yield from _entities_of(part)
    yield from (argument.entity for argument in claim.arguments)
    yield from (claim.attributed_to, claim.place, claim.quote, *claim.dates, *claim.figures)


def _entities_of(part: Reference | None) -> tuple[str | None, ...]:
    return (part.entity, *part.entities) if part is not None else ()


def _chained(items: list[_Item], names: dict[str, str | None], named: set[str | None], all: bool) -> list[_Item]:
    """Return the items that are named, those that they name, and so on."""
    kept: set[str] = set()
    for item in items:
        id = item.id if all or item.id in named else None
        while id is not None and id not in kept:
            kept.add(id)
            id = names.get(id)
    return [item for item in items if item.id in kept]


def only_spoken(facts: Facts) -> Facts:
    """Return the facts without what nobody said: the claims in it keep whose they are, but stand in no quote."""
    kept = spoken(facts.quotes)
    if len(kept) == len(facts.quotes):
        return facts
    ids = {quote.id: f"q{number}" for number, quote in enumerate(kept, 1)}
    for claim in facts.claims:
        if claim.quote is not None:
            filled(claim, quote=ids.get(claim.quote))
    quotes = [changed(quote, id=ids[quote.id]) for quote in kept]
    return Facts(facts.entities, facts.claims, quotes, facts.dates, facts.figures)


def renumbered(facts: Facts, numbers: list[int]) -> Facts:
    """Give the facts of some sentences of an article the numbers that those have in the whole of it."""
    return Facts(
        facts.entities,
        [changed(item, sentence=numbers[item.sentence]) for item in facts.claims],
        [changed(item, sentence=numbers[item.sentence]) for item in facts.quotes],
        [changed(item, sentence=numbers[item.sentence]) for item in facts.dates],
        [changed(item, sentence=numbers[item.sentence]) for item in facts.figures],
    )
