"""References: the entities that the noun phrases of claims and quotes name, with their ids."""

from __future__ import annotations

from typing import Final

from newsclaims.fields import filled
from newsclaims.links.coordinations import coordinated, joins, unnamed
from newsclaims.links.heads import LONGEST, Heads
from newsclaims.model import Argument, Entity, Reference

_TAKING_PART: Final = frozenset({"against", "by", "to", "with"})
"""Prepositions behind which somebody mostly takes part in what a claim tells."""


class Resolver:
    """Finds the entity of a stretch of text; built once for an article."""

    def __init__(
        self,
        heads: Heads,
        entities: list[Entity],
        joined: dict[tuple[int, int], tuple[int, ...]],
    ) -> None:
        self._heads = heads
        self._ids = [entity.id for entity in entities]  # no id yet: an actor without a name
        self._entities = entities
        self._known = dict(joined)
        self._used: set[int] = set()

    def use(self, reference: Reference | None) -> None:
        """Note that a claim or quote speaks of what a reference names."""
        if reference is not None and reference.entity is None:
            self._used.update(self.members(reference))

    def use_argument(self, argument: Argument) -> None:
        """Note who takes part in what happens without being its subject or object: `gave asylum to his wife`.

        Only somebody in particular: not `sold cars to customers`.
        """
        if argument.entity is not None or argument.role not in _TAKING_PART:
            return
        number = self._heads.entity(argument.start, argument.end)
        if number is None or self.kind(number) not in ("person", "group"):
            return
        tokens, first, last, _ = self._heads.tokens(argument.start, argument.end)
        marked = any(token.tag == "POS" or token.text[0].isupper() for token in tokens[first:last])
        if marked or tokens[first].lower == "the" or tokens[first].tag == "PRP$":
            self._used.add(number)

    def keep(self, named: int) -> list[Entity]:
        """Return the entities with their ids: the ``named`` first ones, and of the others those that matter."""
        kept = []
        for number, entity in enumerate(self._entities):
            if number < named:
                kept.append(entity)
            elif number in self._used or len(entity.mentions) > 1:
                kept.append(filled(entity, id=f"e{len(kept) + 1}"))
                self._ids[number] = kept[-1].id
        return kept

    def fill(self, reference: Reference | None) -> None:
        """Fill in the entity of a reference, or its entities where it joins several."""
        if reference is None or reference.entity is not None:
            return
        found = self.members(reference)
        if len(found) > 1:
            filled(reference, entities=tuple([self._ids[number] for number in found]))
        elif found and self._ids[found[0]]:
            filled(reference, entity=self._ids[found[0]])

    def members(self, reference: Reference) -> tuple[int, ...]:
        """Return the entities that a phrase names by its heads: one, or all that *and* and commas join."""
        start, end = reference.start, reference.end
        known = self._known.get((start, end))
        if known is None:
            known, apart = (), False
            if joins(reference.text):
                tokens, first, last, _ = self._heads.tokens(start, end)
                known = tuple(coordinated(self._heads, tokens, first, min(last, first + LONGEST)))
                apart = not known and unnamed(self._heads, tokens, first, min(last, first + LONGEST))
            if not known and not apart:
                number = self._heads.entity(start, end)
                known = () if number is None else (number,)
            self._known[start, end] = known
        return known

    def fill_argument(self, argument: Argument) -> None:
        """Fill in the entity of an argument; clauses name no entity."""
        if argument.entity is not None or argument.role in ("that", "to-inf"):
            return
        number = self._heads.entity(argument.start, argument.end)
        if number is not None and self._ids[number]:
            filled(argument, entity=self._ids[number])

    def kind(self, number: int) -> str:
        """Return the type of an entity."""
        return self._heads.kind(number)
