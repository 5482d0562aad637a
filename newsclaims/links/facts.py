"""The facts of one article on their way through the links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsclaims.model import Claim, Date, Entity, Figure, Quote


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one article, each kind in the order of the text."""

    entities: Sequence[Entity]
    claims: Sequence[Claim]
    quotes: Sequence[Quote]
    dates: Sequence[Date]
    figures: Sequence[Figure]
