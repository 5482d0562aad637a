"""Two sets of marks of the same articles compared: what one has found of the other, by kind of fact.

A mark is found exactly when one of the same kind has the same span, first to last character, and overlapping when they
share a character; each mark counts once, the pairs that share most first.  Values and links are compared for the
pairs that overlap, where the format of the gold set has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from newsclaims.exchange.marks import KINDS, LINKS, Mark, Marks, Span

COMPARED = {
    "entities": ("type",),
    "claims": ("subject", "object", "negated", "modality"),
    "quotes": ("speaker", "addressee", "kind"),
    "dates": ("value", "type"),
    "figures": ("value", "low", "high", "unit", "comparator", "kind"),
}
"""What is compared of marks that were found."""


@dataclass(slots=True)
class Found:
    """How many marks of a kind there are and were found; ``attributes`` has (right, compared) by name."""

    gold: int = 0
    out: int = 0
    exact: int = 0
    overlapping: int = 0
    attributes: dict[str, list[int]] = field(default_factory=dict)

    def to_dict(self, kind: str) -> dict[str, Any]:
        """Return counts, precision, recall and F1 (0 to 1, null where there is nothing to divide by)."""
        measures = {"exact": _rates(self.exact, self), "overlapping": _rates(self.overlapping, self)}
        right = {
            name: {"right": pair[0], "compared": pair[1], "accuracy": _share(*pair)}
            for name in COMPARED[kind]
            if (pair := self.attributes.get(name)) is not None
        }
        return {"gold": self.gold, "out": self.out, **measures, "attributes": right}


def _rates(found: int, counts: Found) -> dict[str, Any]:
    rates = _share(found, counts.out), _share(found, counts.gold), _share(2 * found, counts.gold + counts.out)
    return {"found": found, **dict(zip(("precision", "recall", "f1"), rates, strict=True))}


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


class Score:
    """Counts over pairs of articles."""

    def __init__(self) -> None:
        self.articles = 0
        self.kinds = {kind: Found() for kind in KINDS}

    def add(self, gold: Marks, out: Marks) -> None:
        """Count an article."""
        self.articles += 1
        for kind in KINDS:
            wanted = [mark for mark in gold.marks if mark.kind == kind]
            given = [mark for mark in out.marks if mark.kind == kind]
            counts = self.kinds[kind]
            counts.gold += len(wanted)
            counts.out += len(given)
            counts.exact += _same(wanted, given)
            for mark, other in _pairs(wanted, given):
                counts.overlapping += 1
                for name, right in _compared(kind, mark, other, gold, out):
                    pair = counts.attributes.setdefault(name, [0, 0])
                    pair[0] += right
                    pair[1] += 1

    def to_dict(self) -> dict[str, Any]:
        """Return the measures of the kinds that the gold set has, and which it has not."""
        scored = {kind: counts.to_dict(kind) for kind, counts in self.kinds.items() if counts.gold}
        return {
            "articles": self.articles,
            "kinds": scored,
            "not_in_gold": [kind for kind in KINDS if kind not in scored],
        }


def _same(gold: Iterable[Mark], out: Iterable[Mark]) -> int:
    """Return how many marks have one of the same span, each counted once."""
    left: dict[Span, int] = {}
    for mark in out:
        left[mark.extent] = left.get(mark.extent, 0) + 1
    found = 0
    for mark in gold:
        if left.get(mark.extent):
            left[mark.extent] -= 1
            found += 1
    return found


def _pairs(gold: list[Mark], out: list[Mark]) -> list[tuple[Mark, Mark]]:
    """Return pairs of marks that overlap, none twice, those that share most of what they cover first."""
    near: list[tuple[float, int, int]] = []
    ordered = sorted(range(len(out)), key=lambda number: out[number].extent)
    longest = max((mark.extent[1] - mark.extent[0] for mark in out), default=0)
    first = 0
    for at in sorted(range(len(gold)), key=lambda number: gold[number].extent):
        start, end = gold[at].extent
        while first < len(ordered) and out[ordered[first]].extent[0] + longest <= start:
            first += 1
        for place in range(first, len(ordered)):
            begin, stop = out[ordered[place]].extent
            if begin >= end:
                break
            if stop > start:
                shared = (min(end, stop) - max(start, begin)) / (max(end, stop) - min(start, begin))
                near.append((-shared, at, ordered[place]))
    used: tuple[set[int], set[int]] = set(), set()
    found = []
    for _, at, other in sorted(near):
        if at not in used[0] and other not in used[1]:
            used[0].add(at)
            used[1].add(other)
            found.append((gold[at], out[other]))
    return found


def _compared(kind: str, gold: Mark, out: Mark, wanted: Marks, given: Marks) -> Iterator[tuple[str, bool]]:
    for name in COMPARED[kind]:
        if kind == "entities":
            yield name, gold.label == out.label
        elif name in LINKS.get(kind, ()):
            if wanted.linked and given.linked and (name in gold.links or name in out.links):
                yield name, _same_target(gold.links.get(name), out.links.get(name), wanted, given)
        elif gold.values and (name in gold.values or name in out.values):
            yield name, gold.values.get(name) == out.values.get(name)


def _same_target(gold: str | None, out: str | None, wanted: Marks, given: Marks) -> bool:
    """Tell whether two links lead to the same: to spans that overlap, or to mentions of one entity by its name."""
    first, second = wanted.by_id.get(gold or ""), given.by_id.get(out or "")
    if first is None or second is None:
        return first is second
    (start, end), (begin, stop) = first.extent, second.extent
    name = first.values.get("name")
    return (start < stop and begin < end) or (name is not None and name == second.values.get("name"))
