"""Signs that two values, one of each of two reports, stand for one thing, and how much each of them says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import exp, log

from newsclaims.facts.lexical import concepts
from newsclaims.facts.sides import Sides, relation
from newsclaims.facts.values import Value, grain
from newsclaims.model import Figure
from newsclaims.table import word_classes

word_class = word_classes("facts")

_NEARBY = 60  # code points on each side of a value that tell what it measures
_BESIDE = 30  # and that hold the two words before and behind it
_WORD = re.compile(r"[\w'’$%-]+")
_COMPARED = frozenset(("from", "than", "against", "versus"))


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two values in two sentences: how alike these are, how much both tell alike, and what is left over in each.

    ``beside`` says whether the sentences before or behind tell a value alike, ``elsewhere`` whether one of the two
    values stands somewhere in the other report.
    """

    one: Value
    other: Value
    lines: tuple[int, int]
    like: float
    alike: int
    beside: bool
    elsewhere: bool
    left: tuple[list[Value], list[Value]]


def chance(sides: Sides, meeting: Meeting) -> float:
    """Return how sure it is (0 to 1) that two values stand for one thing.

    The weights are fitted to values that were changed in eleven stories told twice, against pairs of values of which
    each is in one half of an article, so that they never stand for one thing.
    """
    figures = isinstance(meeting.one, Figure)
    weights = _OF_FIGURES if figures else _OF_DATES
    return 1 / (1 + exp(-sum(sign * weight for sign, weight in zip(signs(sides, meeting), weights, strict=True))))


def signs(sides: Sides, meeting: Meeting) -> tuple[float, ...]:
    """Return the signs that two values stand for one thing, each 0 to about 1; the first is always 1."""
    both = meeting.one, meeting.other
    own = sides.pair(*both)
    ours, theirs = (_around(sides, side, item) for side, item in enumerate(both))
    same_words = len(ours.before & theirs.before) + len(ours.behind & theirs.behind)
    rivals = sides.told[1].rivals(meeting.one) + sides.told[0].rivals(meeting.other)
    mine, yours = meeting.left
    choice = max(sum(relation(meeting.one, item) == "apart" for item in yours),
                 sum(relation(item, meeting.other) == "apart" for item in mine))  # fmt: skip
    return (
        1.0,
        max((pair.score for pair in sides.pairs.get(meeting.lines, ())), default=0.0),
        own.score,
        meeting.like,
        min(2.0, sides.alignment.weight(ours.told & theirs.told)) / 2,
        min(2, same_words) / 2,
        float(meeting.alike > 0),
        float(meeting.alike > 1),
        float(meeting.beside),
        float(choice == 1),
        float(meeting.elsewhere),
        log(max(1, rivals - 1)) / 3,
        float(own.deed == "same"),
        float(own.actor == "other" or own.deed == "opposed"),
        float(bool(ours.before & _COMPARED) != bool(theirs.before & _COMPARED)),
        *_names(sides, meeting),
        float(all(sides.host[side][item.id].deeds & word_class("sayings") for side, item in enumerate(both))),
        *_values(*both),
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """The concepts of the words beside a value, up to the values before and behind it, and the nearest words."""

    told: frozenset[str]
    before: frozenset[str]
    behind: frozenset[str]


def _around(sides: Sides, side: int, value: Value) -> _Around:
    host = sides.host[side][value.id]
    text = host.article.text
    span = host.article.sentences[host.sentence]
    others = [item for item in sides.values[side][host.sentence] if item is not value]
    start = max([span.start, value.start - _NEARBY, *(item.end for item in others if item.end <= value.start)])
    end = min([span.end, value.end + _NEARBY, *(item.start for item in others if item.start >= value.end)])
    told = concepts(f"{text[start : value.start]} {text[value.end : end]}")
    if isinstance(value, Figure):
        told |= concepts(" ".join(part for part in (value.of, value.unit if value.kind == "count" else None) if part))
    before = _WORD.findall(text[max(span.start, value.start - _BESIDE) : value.start].lower())[-2:]
    behind = _WORD.findall(text[value.end : min(span.end, value.end + _BESIDE)].lower())[:2]
    return _Around(told, frozenset(before), frozenset(behind))


def _names(sides: Sides, meeting: Meeting) -> tuple[float, float, float]:
    """Return whether the two sentences share a name, whether each has one of its own, and so for the statements."""
    mine, yours = ({word for word in sides.tokens[side][at] if word[0] in "@&"} for side, at in enumerate(meeting.lines))
    ours, theirs = (
        {sides.alignment.number(sides.groups[side], id) for id in sides.host[side][item.id].entities} - {None}
        for side, item in enumerate((meeting.one, meeting.other))
    )
    return float(bool(mine & yours)), float(bool(mine - yours and yours - mine)), float(bool(ours - theirs and theirs - ours))  # fmt: skip


def _values(one: Value, other: Value) -> tuple[float, ...]:
    """Return what the two values themselves tell, twelve signs of figures or four of dates."""
    if not isinstance(one, Figure) or not isinstance(other, Figure):
        return tuple(map(float, (_grain(one) == _grain(other) != "", *(_grain(one) == name for name in ("year", "length", "day")))))  # fmt: skip
    left, right = (abs(float(item.value or item.low or 0)) for item in (one, other))
    far = abs(left - right) / max(left, right, 1e-9)
    digits = [re.sub(r"\D", "", item.text) for item in (one, other)]
    slip = len(digits[0]) == len(digits[1]) > 1 and (
        sum(a != b for a, b in zip(*digits, strict=True)) == 1 or sorted(digits[0]) == sorted(digits[1])
    )
    signs = [(item.comparator or "=") for item in (one, other)]
    ours, theirs = concepts(one.of or ""), concepts(other.of or "")
    found = (
        far <= 0.2, far > 0.5, slip, one.point == other.point is not None and one.direction == other.direction,
        signs[0] == signs[1] and one.comparator is not None, signs[0] != signs[1],
        one.unit is not None and one.unit == other.unit, min(left, right) < 10, one.kind == "count",
        one.kind == "money", bool(ours & theirs), bool(ours and theirs and not ours & theirs),
    )  # fmt: skip
    return tuple(map(float, found))


def _grain(value: Value) -> str:
    return "" if isinstance(value, Figure) else grain(value)


_OF_FIGURES = (-5.06, -0.09, 1.71, 0.00, 0.13, 0.00, 0.40, 0.40, 1.31, 0.67, 0.00, -1.30, 0.27, -0.92, -0.81, 2.20, -0.64, -0.70, 0.00, -0.36, -1.72, 2.84, 0.70, 1.18, -1.18, 1.59, 0.36, 0.81, 1.02, 0.24, -0.08)  # fmt: skip
_OF_DATES = (-2.24, 2.29, 2.34, 0.82, 2.49, -0.06, 1.97, 0.06, 0.68, 1.24, -1.52, -4.85, 0.84, 0.90, -0.86, -0.41, 0.30, -0.05, 1.51, 0.64, -0.37, -0.94, 0.31)  # fmt: skip
