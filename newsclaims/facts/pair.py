"""What a pair is: two statements that may tell the same thing, and how they stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsclaims.facts.statement import Statement

Likeness = Literal["same", "other", "unknown"]
Deed = Literal["same", "opposed", "other", "unknown"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements that tell the same thing, whether or not with the same values.

    ``score`` says how sure that is (0 to 1), ``shared`` which part of what the shorter one is
    about both have (0 to 1); ``deed``, ``actor``, ``object`` and ``speaker`` how these stand to each other.  ``groups``
    are the numbers of the groups in the alignment that the two come from.  ``best`` says whether each of their
    sentences is the most like the other (0, 0.5, 1), ``beside`` how alike the sentences beside them are, ``like`` how
    alike the two sentences are and ``far`` how far from each other they stand, each as a part of its report;
    ``settled`` how sure it is that one of the two is told alike by another statement of the other report, ``retold``
    whether the two reports tell the same (``Index.retold``), ``swapped`` whether who acts in one statement is acted
    upon in the other and the other way round.
    """

    one: Statement
    other: Statement
    score: float
    shared: float
    deed: Deed
    actor: Likeness
    object: Likeness
    speaker: Likeness
    groups: tuple[int, int]
    best: float = 0.0
    beside: float = 0.0
    like: float = 0.0
    far: float = 0.0
    settled: float = 0.0
    retold: float = 0.0
    swapped: bool = False
