"""Which figure, and which date, of one article is which of another: told alike, or with two values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newsclaims.facts.alignment import Alignment, Pair
from newsclaims.facts.lexical import concepts
from newsclaims.facts.statement import Statement
from newsclaims.facts.values import Relation, Value, comparable, dates_apart, figures_apart, value_token
from newsclaims.model import Figure

_APART = 0.5  # score of two statements from which another value contradicts
_SURE = 0.85  # and from which it does whatever stands beside the two values
_SIZE = 3.0  # by what two values may differ where only the words beside them tell that they are about one thing
_NEARBY = 60  # code points on each side of a value that tell what it measures
_MOST = 12  # values of one statement that are compared


@dataclass(frozen=True, slots=True)
class Match:
    """Two values of aligned statements that measure the same thing, and how they stand to each other."""

    pair: Pair
    one: Value
    other: Value
    relation: Relation


@dataclass(slots=True)
class Matches:
    """All that two articles say with numbers and dates about the same things.

    ``alike`` are told with one value, or with values that agree; ``apart`` cannot both be right, and neither article
    gives the other's value for the same thing; ``open`` may both be right.
    """

    alike: list[Match] = field(default_factory=list)
    apart: list[Match] = field(default_factory=list)
    open: list[Match] = field(default_factory=list)


def match_values(alignment: Alignment, one: int = 0, other: int = 0) -> Matches:
    """Match the values of two groups of an alignment, or of one with itself.

    Equal values are matched first, the surest statements before others; only what is left over can contradict.
    """
    found = Matches()
    every = [pair for pairs in alignment.candidates(one, other) for pair in pairs]
    every.sort(key=lambda pair: (-pair.score, pair.one.number, pair.other.number))
    mine: set[str] = set()
    yours: set[str] = set()
    rest: list[tuple[float, Match]] = []
    for pair in every:
        for match in _related(pair):
            telling = value_token(match.one)
            if match.relation in ("same", "agree"):
                if pair.score < _APART and not (telling and telling[1] >= 1 and _nearby(match)):
                    continue
                if match.one.id not in mine or match.other.id not in yours:
                    found.alike.append(match)
                mine.add(match.one.id)
                yours.add(match.other.id)
            else:
                rest.append((pair.score + 0.1 * min(_nearby(match), 3), match))
    for _, match in sorted(rest, key=lambda item: -item[0]):
        if match.one.id in mine or match.other.id in yours:
            continue
        if match.relation == "apart" and _surely(match):
            mine.add(match.one.id)
            yours.add(match.other.id)
            found.apart.append(match)
        elif match.pair.score >= _APART:
            found.open.append(match)
    return found


def _related(pair: Pair) -> Iterator[Match]:
    for mine in pair.one.figures[:_MOST]:
        for yours in pair.other.figures[:_MOST]:
            if comparable(mine, yours):
                yield Match(pair, mine, yours, figures_apart(mine, yours))
    for one in pair.one.dates[:_MOST]:
        for other in pair.other.dates[:_MOST]:
            if (one.type == "DURATION") == (other.type == "DURATION"):
                yield Match(pair, one, other, dates_apart(one, other))


def _surely(match: Match) -> bool:
    """Return whether two values that differ are surely about one thing."""
    pair = match.pair
    if pair.actor == "other":
        return False
    if isinstance(match.one, Figure) and isinstance(match.other, Figure):
        near = _nearby(match)
        if pair.score >= _APART:
            return near > 0 or pair.score >= _SURE
        small, large = sorted(abs(float(item.value or 0)) for item in (match.one, match.other))
        return near > 1 and pair.score + 0.1 * near >= _APART and small * _SIZE >= large
    return pair.score >= (_APART if pair.deed in ("same", "unknown") else 0.7)


def _nearby(match: Match) -> int:
    """Return how many of the words beside two values are the same: what is counted, what it is measured of."""
    return len(_beside(match.pair.one, match.one) & _beside(match.pair.other, match.other))


def _beside(item: Statement, value: Value) -> frozenset[str]:
    sentence = item.article.sentences[item.sentence]
    values: tuple[Value, ...] = (*item.figures, *item.dates)
    others = [one for one in values if one is not value]
    start = max([sentence.start, value.start - _NEARBY, *(one.end for one in others if one.end <= value.start)])
    end = min([sentence.end, value.end + _NEARBY, *(one.start for one in others if one.start >= value.end)])
    text = item.article.text
    told = concepts(f"{text[start : value.start]} {text[value.end : end]}")
    if isinstance(value, Figure):
        told |= concepts(" ".join(part for part in (value.of, value.unit if value.kind == "count" else None) if part))
    return told


def of_pair(matches: Sequence[Match]) -> dict[tuple[int, int], list[Match]]:
    """Return the matches by the numbers of their two statements."""
    found: dict[tuple[int, int], list[Match]] = {}
    for match in matches:
        found.setdefault((match.pair.one.number, match.pair.other.number), []).append(match)
    return found
