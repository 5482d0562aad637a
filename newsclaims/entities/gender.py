"""Gender of a person as the article and the tables tell it: m, f or None when nothing does."""

from __future__ import annotations

from newsclaims.entities.lexicon import first_names, heads, titles
from newsclaims.entities.roles import role_gender
from newsclaims.model import Entity
from newsclaims.table import entries


def gender_of(entity: Entity) -> str | None:
    """Return the gender that roles, then the first name tell of a person."""
    for role in entity.roles:
        found = role_gender(role)
        if found:
            return found
    word = entity.name.split(" ", 1)[0]
    told = first_names().get(word) or first_names().get(word.split("-", 1)[0])
    return told if told in ("m", "f") else None


def leaning_of(entity: Entity) -> str | None:
    """Return the gender of most people who have the first name of a person, where it may be of either: `Chris` m."""
    found = entries("entities", "first_names").get(entity.name.split(" ", 1)[0])
    return found if found in ("m", "f") else None


def word_gender(word: str) -> str | None:
    """Return the gender that a title or role noun in lower case tells: `spokeswoman` f, `mr.` m."""
    found = titles().get(word)
    return found.gender if found else None


def is_head(word: str) -> bool:
    """Return whether a noun in lower case ends names of organizations and tells what they are."""
    return heads().get(word) == "organization"


def is_role(word: str) -> bool:
    """Return whether a noun in lower case is a title or role of a person."""
    return word in titles()
