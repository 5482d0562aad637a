"""Offices that one person holds at a time: `Mayor Ann Holt` in one report, `the mayor, Carl Dobbs` in another.

Two such names contradict each other wherever they stand; whoever says that the flood has come is one mayor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from newsclaims.facts.lexical import concepts
from newsclaims.model import Entity
from newsclaims.table import rows, word_classes

word_class = word_classes("facts")

Office = tuple[str, frozenset[str]]
"""The word for it, and the concepts of what it is an office of; empty where the role does not say."""


def offices(entity: Entity) -> Iterable[Office]:
    """Yield the offices among the roles of somebody: `Lowton's mayor`, `chief executive`; not `spokesman`, `doctor`."""
    for role in entity.roles:
        head, _, of = role.lower().replace("’", "'").partition(" of ")
        told = head.split()
        for count in (3, 2, 1):
            name = " ".join(told[-count:])
            if len(told) >= count and name in _office_names():
                rest = " ".join(told[:-count])
                if not beside_office(role):
                    yield _office_names()[name], concepts(f"{rest} {of}")
                break


def told_office(text: str) -> str | None:
    """Return the office that words for somebody tell at their end: `the chief operating officer`."""
    told = text.lower().split()
    return next((_office_names()[name] for name in (" ".join(told[-count:]) for count in (3, 2, 1))
                 if name in _office_names()), None)  # fmt: skip


def beside_office(role: str) -> bool:
    """Return whether a role is that of somebody who held an office once, will, or stands in: `former`, `deputy`."""
    return any(
        word in word_class("beside-office") or word.startswith("ex-") or word.endswith("-elect")
        for word in role.lower().split()
    )


@cache
def _office_names() -> dict[str, str]:
    return dict(rows("facts", "offices"))


def holders(entities: Iterable[Entity]) -> Mapping[str, tuple[Entity, frozenset[str]]]:
    """Return who holds an office in a report, by the word for it; an office that two hold is left out."""
    found: dict[str, list[tuple[Entity, frozenset[str]]]] = {}
    for entity in entities:
        if entity.type == "person" and entity.named:
            for name, of in dict(offices(entity)).items():
                found.setdefault(name, []).append((entity, of))
    return {name: held[0] for name, held in found.items() if len(held) == 1}


def same_office(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether what two offices are of may be one: `the mayor`, `Lowton's mayor`."""
    return not one or not other or bool(one & other)
