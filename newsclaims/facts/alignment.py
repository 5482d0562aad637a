"""Statements of one or several articles that tell the same: found by the words, names and deeds that they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Literal

from newsclaims.facts.lexical import concepts, opposed
from newsclaims.facts.names import Identities
from newsclaims.facts.statement import Participant, Statement

Likeness = Literal["same", "other", "unknown"]
Deed = Literal["same", "opposed", "other", "unknown"]

ALIKE = 0.55
"""Score from which two statements are taken to tell the same."""
_COMMON = 30  # statements of one article under one word that are looked at: a word of more says little
_NEAREST = 8  # statements of another article that one is held against


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements that tell the same thing, whether or not with the same values.

    ``score`` says how sure that is (0 to about 1.5, from ``ALIKE``), ``shared`` which part of what the shorter one is
    about both have (0 to 1); ``deed``, ``actor``, ``object`` and ``speaker`` how these stand to each other.  ``groups``
    are the numbers of the groups in the alignment that the two come from.
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


class Alignment:
    """The pairs among the statements of several articles, or of one with itself.

    ``groups`` hold the statements of one article each, as ``statements`` returns them.  With several groups statements
    of different groups are paired, with one group those of different sentences.  Time and memory are linear in the
    number of statements: each is held against the few that share its rarest words and names.
    """

    def __init__(self, groups: Sequence[Sequence[Statement]]) -> None:
        self.groups = groups
        self._articles = [group[0].article if group else None for group in groups]
        self.identities = Identities([article for article in self._articles if article is not None])
        filled = [at for at, article in enumerate(self._articles) if article is not None]
        self._place = {at: number for number, at in enumerate(filled)}
        self._tokens = [[self._about(at, item) for item in group] for at, group in enumerate(groups)]
        self._index: list[dict[str, list[int]]] = []
        counts: Counter[str] = Counter()
        for lines in self._tokens:
            places: dict[str, list[int]] = {}
            for number, tokens in enumerate(lines):
                for token in tokens:
                    places.setdefault(token, []).append(number)
            counts.update({token: len(found) for token, found in places.items()})
            self._index.append(places)
        share = max(1, len(groups))
        self._weight = {token: 1.0 / (1.0 + log(max(1.0, count / share))) for token, count in counts.items()}

    def who(self, group: int, participant: Participant | None) -> int | None:
        """Return the number of the somebody or something that takes part: the same in all groups."""
        if participant is None or group not in self._place:
            return None
        return self.identities.number(self._place[group], participant.entity)

    def _about(self, group: int, item: Statement) -> frozenset[str]:
        if group not in self._place:
            return item.about
        numbers = (self.identities.number(self._place[group], entity) for entity in item.entities)
        return item.about | {f"@{number}" for number in numbers if number is not None}

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs, best first for each statement, in the order of the groups and of the text."""
        found = []
        for one in range(len(self.groups)):
            for other in range(one + (len(self.groups) > 1), len(self.groups)):
                found += self._between(one, other)
        return tuple(found)

    def near(self, group: int, number: int, other: int, least: float = ALIKE) -> list[Pair]:
        """Return the pairs of a statement with those of another group (or its own), best first."""
        one = self.groups[group][number]
        tokens = self._tokens[group][number]
        shared: dict[int, float] = {}
        for token in tokens:
            for at in self._index[other].get(token, ())[:_COMMON]:
                shared[at] = shared.get(at, 0.0) + self._weight[token]
        pairs = []
        for at in sorted(shared, key=lambda at: (-shared[at], at))[: _NEAREST * 2]:
            match = self.groups[other][at]
            if group == other and match.sentence <= one.sentence:
                continue
            if bool(one.said) != bool(match.said):
                continue
            pair = self._pair(group, one, tokens, other, match, self._tokens[other][at])
            if pair is not None and pair.score >= least:
                pairs.append(pair)
        return sorted(pairs, key=lambda pair: (-pair.score, pair.other.number))[:_NEAREST]

    def _between(self, one: int, other: int) -> list[Pair]:
        """Return the pairs in which one statement is the best match of the other."""
        every = [self.near(one, at, other) for at in range(len(self.groups[one]))]
        best: dict[int, float] = {}
        for pairs in every:
            for pair in pairs:
                best[pair.other.number] = max(best.get(pair.other.number, 0.0), pair.score)
        return [
            pair
            for pairs in every
            for place, pair in enumerate(pairs)
            if not place or pair.score >= best[pair.other.number]
        ]

    def _pair(
        self, group: int, one: Statement, mine: frozenset[str], second: int, other: Statement, yours: frozenset[str]
    ) -> Pair | None:
        both = mine & yours
        if len(both) < 2 and not (both and len(mine) == len(yours) == 1):
            return None
        ours, theirs, common = (sum(map(self._weight.__getitem__, tokens)) for tokens in (mine, yours, both))
        part = common / min(ours, theirs)
        score = common / (0.6 * min(ours, theirs) + 0.4 * max(ours, theirs))
        deed = _deeds(one, other)
        actor = self._likeness(group, one.actor, second, other.actor)
        object_ = self._likeness(group, one.object, second, other.object)
        score += {"same": 0.2, "opposed": 0.1, "other": -0.1, "unknown": 0.0}[deed]
        score += {"same": 0.1, "other": -0.15, "unknown": 0.0}[actor]
        score += {"same": 0.1, "other": -0.05, "unknown": 0.0}[object_]
        speaker = self._speaker(group, one.speaker, second, other.speaker)
        return Pair(one, other, score, part, deed, actor, object_, speaker, (group, second))

    def _speaker(self, group: int, one: Participant | None, second: int, other: Participant | None) -> Likeness:
        mine, yours = self.who(group, one), self.who(second, other)
        if mine is None or yours is None:
            return "unknown"
        return "same" if mine == yours else "other"

    def _likeness(self, group: int, one: Participant | None, second: int, other: Participant | None) -> Likeness:
        if one is None or other is None:
            return "unknown"
        mine, yours = self.who(group, one), self.who(second, other)
        if mine is not None and mine == yours:
            return "same"
        if mine is not None and yours is not None and one.by_name and other.by_name:
            return "other"
        ours, theirs = concepts(one.text[:200]), concepts(other.text[:200])
        if ours and theirs and 2 * len(ours & theirs) >= min(len(ours), len(theirs)):
            return "same"
        return "unknown"


def _deeds(one: Statement, other: Statement) -> Deed:
    if not one.deeds or not other.deeds:
        return "unknown"
    if one.deeds & other.deeds:
        return "same"
    return "opposed" if opposed(one.deeds, other.deeds) else "other"


def align(groups: Sequence[Sequence[Statement]]) -> Alignment:
    """Align the statements of several articles with each other, or of one article with itself."""
    return Alignment(groups)
