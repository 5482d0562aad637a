"""Yes against no: two statements of one deed of which one denies it, or of a deed and its opposite."""

from __future__ import annotations

from math import exp

from newsclaims.facts.alignment import Pair
from newsclaims.facts.lexical import concepts
from newsclaims.facts.statement import Statement
from newsclaims.facts.values import Value, dates_apart, value_token

_UNREAL = frozenset(("possible", "conditional", "asked", "obliged", "doubted", "denied"))
_NOBODY = frozenset(("you", "one", "anybody", "anyone"))


def flipped(pair: Pair) -> bool:
    """Return whether one statement of a pair asserts what the other denies, as far as their words tell."""
    one, other = pair.one, pair.other
    if one.claim is None or other.claim is None or not (_states(one) and _states(other)):
        return False
    if (one.modality in _UNREAL) != (other.modality in _UNREAL) or pair.deed == "unknown":
        return False
    return (one.negated != other.negated) != (pair.deed == "opposed")


def chance(pair: Pair) -> float:
    """Return how sure it is (0 to 1) that a flipped pair tells of one thing and contradicts itself.

    The weights are fitted to statements that were denied
    in eleven stories told twice, against pairs of which each is in one half of an article.
    """
    return 1 / (1 + exp(-sum(sign * weight for sign, weight in zip(signs(pair), _WEIGHTS, strict=True))))


def signs(pair: Pair) -> tuple[float, ...]:
    """Return the signs that two statements tell of one thing, each 0 to about 1; the first is always 1."""
    one, other = pair.one, pair.other
    ours, theirs = telling(one), telling(other)
    verb = {f"={deed}" for deed in one.deeds | other.deeds}
    shared = (ours & theirs) - verb
    least = max(1, min(len(ours - verb), len(theirs - verb)))
    quoted = sum(item.quote is not None and item.quote.kind != "indirect" for item in (one, other))
    return (
        1.0,
        pair.score,
        pair.shared,
        min(3, len(shared)) / 3,
        len(shared) / least,
        float(bool(values(one) & values(other))),
        float(pair.deed == "opposed"),
        float(pair.deed == "other"),
        float(pair.deed == "other") * pair.score,
        float(pair.deed == "other") * len(shared) / least,
        float(pair.actor == "same"),
        float(pair.actor == "other"),
        float(pair.object == "same"),
        float(pair.object == "other"),
        float(pair.speaker == "other"),
        float(quoted == 1),
        float(quoted == 2),
        float(one.modality != other.modality),
        float(any(dates_apart(mine, yours) == "apart" for mine in one.dates for yours in other.dates)),
        float("headline" in (one.part, other.part)),
    )


def telling(item: Statement) -> frozenset[str]:
    """Return what a statement is about beside its actor."""
    return item.about - concepts(item.actor.text if item.actor else "")


def values(item: Statement) -> set[tuple[str, float]]:
    """Return the figures and dates of a statement as words."""
    found: tuple[Value, ...] = (*item.figures, *item.dates)
    return {token for token in map(value_token, found) if token}


def _states(item: Statement) -> bool:
    """Return whether a statement asserts something: no bare infinitive or -ing form, nothing of `you`."""
    if item.claim is None:
        return False
    low = item.claim.predicate.text.lower()
    if low.startswith(("to ", "not to ")) or (" " not in low and low.endswith("ing")):
        return False
    return item.actor is None or item.actor.text.lower() not in _NOBODY


_WEIGHTS = (-5.02, 4.07, 1.60, -0.10, 1.45, 1.40, -0.07, 0.21, 0.91, -0.06, 0.43, 0.19, -0.04, -0.91, -0.99, -2.11, -0.86, -0.65, -1.17, 0.40)  # fmt: skip
