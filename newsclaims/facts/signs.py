"""Signs that two values, one of each of two reports, stand for one thing, and how much each of them says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import log

from newsclaims.facts.lexical import concepts
from newsclaims.facts.moments import grain
from newsclaims.facts.pairing import of_lines
from newsclaims.facts.sides import Sides, relation
from newsclaims.facts.values import Value, percentage
from newsclaims.model import Figure
from newsclaims.table import word_classes

word_class = word_classes("facts")

_NEARBY = 60  # code points on each side of a value that tell what it measures
_BESIDE = 30  # and that hold the two words before and behind it
_WORD = re.compile(r"[\w'’$%-]+")
_COMPARED = frozenset(("than", "against", "versus"))
_AWAY = frozenset(("up", "down", "increase", "rise", "fall", "drop", "decline", "change"))


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


def signs(sides: Sides, meeting: Meeting) -> dict[str, float]:
    """Return the signs that two values stand for one thing, each 0 to about 1, by name (``sign_weights.tsv``)."""
    both = meeting.one, meeting.other
    own = sides.pair(*both)
    ours, theirs = (_around(sides, side, item) for side, item in enumerate(both))
    same_words = len(ours.before & theirs.before) + len(ours.behind & theirs.behind)
    rivals = sides.told[1].rivals(meeting.one) + sides.told[0].rivals(meeting.other)
    mine, yours = meeting.left
    choice = max(
        sum(relation(meeting.one, item) == "apart" for item in yours),
        sum(relation(item, meeting.other) == "apart" for item in mine),
    )
    others = sides.others(1, meeting.one, meeting.other) + sides.others(0, meeting.other, meeting.one)
    said = [bool(sides.host[side][item.id].deeds & word_class("sayings")) for side, item in enumerate(both)]
    lines = of_lines(sides.alignment.lines(*sides.groups), meeting.lines, sides.sizes)
    return dict(
        score=max((pair.score for pair in sides.pairs.get(meeting.lines, ())), default=0.0),
        own=own.score,
        like=meeting.like,
        near=min(2.0, sides.alignment.weight(ours.told & theirs.told)) / 2,
        words=min(2, same_words) / 2,
        alike=float(meeting.alike > 0),
        alike_two=float(meeting.alike > 1),
        beside=float(meeting.beside),
        alone=float(choice == 1),
        elsewhere=float(meeting.elsewhere),
        rivals=log(max(1, rivals - 1)) / 3,
        others=log(1 + others) / 3,
        only=float(not others),
        line_far=lines["line_far"],
        line_best=lines["line_best"],
        line_beside=lines["line_beside"],
        same_deed=float(own.deed == "same"),
        other_deed=float(own.actor == "other" or own.deed == "opposed"),
        compared=float(_compared(ours.before) != _compared(theirs.before)),
        saying=float(all(said)),
        one_saying=float(any(said) and not all(said)),
        strangers=1 - sides.alignment.kinship(*sides.groups),
        retold=sides.alignment.retold(*sides.groups),
        **_names(sides, meeting),
        **{sign: float(held) for sign, held in _values(*both).items()},
    )


def _compared(before: frozenset[str]) -> bool:
    """Return whether words before a value make it what something is compared with: `up from`, `more than in`."""
    return bool(before & _COMPARED) or ("from" in before and bool(before & _AWAY))


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


def _names(sides: Sides, meeting: Meeting) -> dict[str, float]:
    """Return whether the two sentences share a name, whether each has one of its own, and so for the statements."""
    mine, yours = (
        {word for word in sides.tokens[side][at] if word[0] in "@&"} for side, at in enumerate(meeting.lines)
    )
    ours, theirs = (
        {sides.alignment.number(sides.groups[side], id) for id in sides.host[side][item.id].entities} - {None}
        for side, item in enumerate((meeting.one, meeting.other))
    )
    return dict(  # noqa: C408 - names of signs, as in the table
        name=float(bool(mine & yours)),
        own_names=float(bool(mine - yours and yours - mine)),
        own_names_near=float(bool(ours - theirs and theirs - ours)),
    )


def _plain(figure: Figure) -> Figure:
    return figure


def _values(one: Value, other: Value) -> dict[str, bool]:
    """Return what the two values themselves tell."""
    if not isinstance(one, Figure) or not isinstance(other, Figure):
        mine, yours = _grain(one), _grain(other)
        return {"same_grain": mine == yours != "", f"grain_{mine}": True}
    shares = one.kind != other.kind and "ratio" in (one.kind, other.kind)
    left, right = (
        abs(float(item.value or item.low or 0)) for item in map(percentage if shares else _plain, (one, other))
    )
    far = abs(left - right) / max(left, right, 1e-9)
    first, second = (re.sub(r"\D", "", item.text) for item in (one, other))
    changed = sum(mine != yours for mine, yours in zip(first, second, strict=False))
    limits = [(item.comparator or "=") for item in (one, other)]
    ours, theirs = concepts(one.of or ""), concepts(other.of or "")
    return dict(
        close=far <= 0.2,
        far=far > 0.5,
        very_far=far > 0.75,
        slip=len(first) == len(second) > 1 and (changed == 1 or sorted(first) == sorted(second)),
        point=one.point is not None and one.point == other.point and one.direction == other.direction,
        limit=limits[0] == limits[1] and one.comparator is not None,
        other_limit=limits[0] != limits[1],
        unit=one.unit is not None and one.unit == other.unit,
        no_unit=(one.unit is None) != (other.unit is None),
        small=min(left, right) < 10,
        **{f"kind_{one.kind}": True},
        same_of=bool(ours & theirs),
        other_of=bool(ours and theirs and not ours & theirs),
    )


def _grain(value: Value) -> str:
    return "" if isinstance(value, Figure) else grain(value)
