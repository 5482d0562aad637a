"""Whom a headline means by a word or two: `Mayor: ‘We will rebuild’`, `Court Backs Norvane's President`."""

from __future__ import annotations

from newsclaims.entities.gender import is_role
from newsclaims.entities.roles import role_head
from newsclaims.links.descriptions import office
from newsclaims.model import Entity
from newsclaims.words.sentence import Token


def of_headline(entities: list[Entity], tokens: list[Token], first: int, last: int) -> int | None:
    """Return the one person of the article with a role, an office of a country or a surname, as a headline says it."""
    word = tokens[last - 1].lower
    if last > first + 1:
        held = office(tokens, first, last - 1)
        if held is None:
            return None
        found = [n for n, one in enumerate(entities) if one.country == held[1] and held[0] in map(role_head, one.roles)]
        return found[0] if len(found) == 1 and not _had(entities[found[0]], held[0]) else None
    if is_role(word):
        found = [n for n, entity in enumerate(entities) if word in map(role_head, entity.roles)]
    else:
        named = enumerate(entities)
        found = [n for n, one in named if one.type == "person" and one.name.lower().endswith(" " + word)]
    return found[0] if len(found) == 1 else None


def _had(entity: Entity, role: str) -> bool:
    return any(f"former {role}" in told.lower() for told in entity.roles)
