"""How sure it is, by the signs of it, that two statements or values of two reports are about one thing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import exp
from typing import Literal

from newsclaims.table import rows

Kind = Literal["pair", "name", "figure", "date", "denial", "alike"]


@cache
def _weights(kind: Kind) -> dict[str, float]:
    return {sign: float(weight) for name, sign, weight in rows("facts", "sign_weights") if name == kind}


def chance(kind: Kind, signs: Mapping[str, float]) -> float:
    """Return the chance (0 to 1) that the signs, each 0 to about 1, speak of; a sign without a weight says nothing."""
    weights = _weights(kind)
    return 1 / (1 + exp(-weights["bias"] - sum(level * weights.get(sign, 0.0) for sign, level in signs.items())))
