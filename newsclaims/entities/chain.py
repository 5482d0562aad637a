"""A chain: one entity in the making, the mentions of one name and of its short forms."""

from __future__ import annotations

from newsclaims.entities.evidence import TYPES
from newsclaims.entities.names import Name
from newsclaims.model import EntityType


class Chain:
    """One entity in the making: its mentions, scores of types, gender, country and roles."""

    __slots__ = ("around", "country", "gender", "names", "roles", "scores", "type", "words")

    def __init__(self, name: Name) -> None:
        self.names = [name]
        self.words = name.key.split(" ")
        self.scores: list[float] = [0.0] * len(TYPES)
        self.around: list[float] = [0.0] * len(TYPES)
        self.type: EntityType | None = None
        self.gender: str | None = None
        self.country: str | None = None
        self.roles: dict[str, None] = {}

    @property
    def key(self) -> str:
        """The form of its first mention."""
        return self.names[0].key

    @property
    def leaning(self) -> EntityType | None:
        """The type that has the highest score so far."""
        return TYPES[self.scores.index(max(self.scores))]

    def adopt(self, other: Chain) -> None:
        """Take over the mentions of a short form of a person's name: its own words say nothing new."""
        self.names += other.names
        self.roles |= other.roles
        self.gender = self.gender or other.gender

    def merge(self, other: Chain) -> None:
        """Take over the mentions and scores of another chain."""
        self.names += other.names
        nothing = min(self.scores[-1], other.scores[-1])  # what has a short form is a name
        self.scores = [a + b for a, b in zip(self.scores, other.scores, strict=True)]
        self.scores[-1] = nothing
        self.roles |= other.roles
        self.gender = self.gender or other.gender
