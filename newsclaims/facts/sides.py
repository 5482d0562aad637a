"""Two reports side by side, sentence by sentence: how alike these are, and which values of one the other tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import product
from math import log10

from newsclaims.facts.alignment import Alignment
from newsclaims.facts.conversion import days
from newsclaims.facts.moments import dates_apart, grain
from newsclaims.facts.pair import Pair
from newsclaims.facts.statement import Statement
from newsclaims.facts.values import Relation, Value, comparable, figures_apart, percentage
from newsclaims.facts.worded_times import clock
from newsclaims.model import Figure

_LATE = 3  # ranks from here on are a number of their own, as in `the sixth victim`
_RARE = 3  # sentences of a report in which a rare unit stands
_ROUNDED = 0.02  # by how much of itself a value may be rounded to be told elsewhere
_MOST = 12  # values of a sentence that are looked at
_BUCKET = 30  # values of one size that are looked at when it is asked whether a report has one
_SIZE, _AGE = 10.0, 2.0  # by what two values of one thing, and two ages, may differ
_NEXT = 6  # of these that are looked at when it is asked how many could be meant
_LONELY = 3  # values of one sort that only one report tells, up to which they are held against those of the other
_LEFT = 20  # of these that are looked at
_YEAR = re.compile(r"\b[12]\d{3}\b")


def relation(one: Value, other: Value) -> Relation | None:
    """Return how two values stand to each other, ``None`` where they do not measure the same sort of thing."""
    if isinstance(one, Figure) and isinstance(other, Figure):
        if one.kind == other.kind == "ordinal" and min(one.value or 0, other.value or 0) >= _LATE:
            return "same" if one.value == other.value else "apart"
        return figures_apart(one, other) if comparable(one, other) else None
    if isinstance(one, Figure) or isinstance(other, Figure):
        return None
    return dates_apart(one, other)


def agrees(one: Value, other: Value) -> bool:
    """Return whether two values are one; a number agrees with a limit near it, but is not the same."""
    told = relation(one, other)
    if told == "agree" and isinstance(one, Figure) and isinstance(other, Figure) and one.value != other.value:
        signs = {(item.comparator or "=")[0] for item in (one, other)}
        return len(signs) == 1 or "~" in signs
    return told in ("same", "agree")


def _swapped(one: Figure, other: Figure) -> bool:
    """Return whether two numbers have the same digits in another order: 190, 910."""
    first, second = (re.sub(r"\D", "", item.text) for item in (one, other))
    return len(first) > 1 and first != second and sorted(first) == sorted(second)


def like_size(one: Value, other: Value) -> bool:
    """Return whether two values are of one size, or two dates of one length: then one may be a slip for the other."""
    if isinstance(one, Figure) and isinstance(other, Figure):
        shares = one.kind != other.kind and "ratio" in (one.kind, other.kind)  # `a third`, `60 percent`
        sizes = [percentage(item) if shares else item for item in (one, other)]
        small, large = sorted(abs(float(item.value or item.low or 0)) for item in sizes)
        most = _AGE if "age" in (one.kind, other.kind) else _SIZE
        return small * most >= large > 0 or _swapped(one, other)
    if isinstance(one, Figure) or isinstance(other, Figure):
        return False
    if clock(one) and clock(other):
        return True
    lengths = days(one.value), days(other.value)
    if lengths[0] and lengths[1]:
        small, large = sorted(length[0] for length in lengths if length)
        return small * _SIZE >= large
    years = _YEAR.findall(one.text), _YEAR.findall(other.text)
    return grain(one) == grain(other) != "" or (all(years) and years[0] != years[1])


def _sort(value: Value) -> str:
    """Return of which sort a value is, so that only two of one sort can contradict each other; "" for a vague one."""
    if not isinstance(value, Figure):
        told = grain(value)
        return f"time {told}" if told else ""
    return {"count": "number", "ratio": "percent"}.get(value.kind, value.kind)


def _equal(one: Value, other: Value) -> bool:
    """Return whether two values are one and no mere neighbours: 5.2 percent is not what `5 percent` stands for."""
    shares = isinstance(one, Figure) and isinstance(other, Figure) and one.kind != other.kind
    if isinstance(one, Figure) and isinstance(other, Figure) and None not in (one.value, other.value) and not shares:
        left, right = abs(float(one.value or 0)), abs(float(other.value or 0))
        if abs(left - right) > _ROUNDED * max(left, right):  # told at once, and most are far from each other
            return False
    return agrees(one, other) and not _hour_and_day(one, other)


def _hour_and_day(one: Value, other: Value) -> bool:
    """Return whether one value tells the hour and the other only the day: who told the day has not told the hour."""
    if isinstance(one, Figure) or isinstance(other, Figure):
        return False
    return (clock(one) is None) != (clock(other) is None)


def has_fellow(value: Value, others: list[Value]) -> bool:
    """Return whether a value is one of others, of which the first dozen are looked at."""
    return any(agrees(value, item) or _one_number(value, item) for item in others[:_MOST])


def _one_number(one: Value, other: Value) -> bool:
    """Return whether two figures are one number, whatever each was taken for: an age of 64, a number of 64."""
    if not isinstance(one, Figure) or not isinstance(other, Figure) or one.kind == other.kind:
        return False
    return one.value == other.value is not None and {one.kind, other.kind} <= {"age", "number", "count"}


def _number(value: Value) -> tuple[str, float] | None:
    return (value.kind, float(value.value)) if isinstance(value, Figure) and value.value is not None else None


class Told:
    """The values of a report by their size, so that it can be asked for one like another."""

    def __init__(self, values: Iterable[Value]) -> None:
        self._buckets: dict[object, list[Value]] = {}
        self.numbers: set[tuple[str, float] | None] = set()
        for value in values:
            found = self._buckets.setdefault(self._bucket(value), [])
            self.numbers.add(_number(value))
            if len(found) < _BUCKET:
                found.append(value)

    @staticmethod
    def _bucket(value: Value) -> object:
        if not isinstance(value, Figure):
            return "date"
        share = percentage(value)  # three fifths are told as 60 percent, too
        number = abs(float(share.value or share.low or 0))
        kind = "number" if share.kind == "count" else share.kind
        return kind, round(log10(number)) if number else 0

    def has(self, value: Value, own: Told) -> bool:
        """Return whether the report tells a value that is the same as one of another report, whose values are ``own``.

        A rounded one is not the same if the other report tells it too: of 42.6 and 43 percent each is itself.
        """
        near = (item for item in self._buckets.get(self._bucket(value), ()) if _equal(value, item))
        return any(_number(item) in (None, _number(value)) or _number(item) not in own.numbers for item in near)

    def rivals(self, value: Value) -> int:
        """Return how many values of the report are of the same sort and another size."""
        return sum(relation(value, item) == "apart" for item in self._buckets.get(self._bucket(value), ()))


class Sides:
    """The sentences of two groups of an alignment.

    ``groups`` are the numbers of the groups; the lists have one entry a side: ``sizes`` how many sentences there are,
    ``tokens`` by what a sentence is found, ``values`` the figures and dates of each sentence in its order, ``host`` the
    statement of each by its id, ``told`` all values.  ``pairs`` are the aligned statements by their two sentences.
    """

    def __init__(self, alignment: Alignment, one: int, other: int) -> None:
        self.alignment, self.groups = alignment, (one, other)
        self.tokens = [alignment.sentence_tokens(group) for group in self.groups]
        self.sizes = [max(tokens, default=0) + 1 for tokens in self.tokens]
        self.host: list[dict[str, Statement]] = []
        self.values: list[dict[int, list[Value]]] = []
        for group in self.groups:
            host: dict[str, Statement] = {}
            lines: dict[int, list[Value]] = {}
            for item in alignment.groups[group]:
                values: tuple[Value, ...] = (*item.figures, *item.dates)
                for value in values:
                    host[value.id] = item
                    lines.setdefault(item.sentence, []).append(value)
            self.host.append(host)
            self.values.append({at: sorted(found, key=lambda value: value.start) for at, found in lines.items()})
        self.told = [Told(value for found in side.values() for value in found) for side in self.values]
        self.pairs: dict[tuple[int, int], list[Pair]] = {}
        for pairs in alignment.candidates(one, other):
            for pair in pairs:
                self.pairs.setdefault((pair.one.sentence, pair.other.sentence), []).append(pair)

    @cached_property
    def lonely(self) -> tuple[dict[str, list[Value]], dict[str, list[Value]]]:
        """The values of each side that the other does not tell, by their sort."""
        found: tuple[dict[str, list[Value]], dict[str, list[Value]]] = {}, {}
        for side, lines in enumerate(self.values):
            own, rival = self.told[side], self.told[1 - side]
            for value in (value for values in lines.values() for value in values):
                sort = _sort(value)
                if sort and not rival.has(value, own):
                    found[side].setdefault(sort, []).append(value)
        return found

    def others(self, side: int, value: Value, known: Value) -> int:
        """Return how many values of a side could be a value of the other as well as the one that is ``known``.

        Those that the other side tells, too, are settled; of the rest the first are looked at.
        """
        rivals = [item for item in self.lonely[side].get(_sort(value), ())[:_NEXT] if not agrees(item, known)]
        return sum(relation(value, item) == "apart" and like_size(value, item) for item in rivals)

    def near(self) -> dict[tuple[int, int], float]:
        """Return which sentences with values are alike, and how much, those beside two that are most alike, and those
        that measure something in a unit that is rare in both reports.
        """
        lines = self.alignment.lines(*self.groups)
        pairs = {(at, line): like for at, near in lines.near.items() for line, like in near.items()}
        pairs |= dict.fromkeys((key for key in lines.beside if key not in pairs), 0.0)
        for key in (*self._rare(), *self._left()):
            pairs.setdefault(key, 0.0)
        return {key: like for key, like in pairs.items() if key[0] in self.values[0] and key[1] in self.values[1]}

    def _rare(self) -> Iterator[tuple[int, int]]:
        """Yield sentences of the two that measure something in one unit which is rare in both: degrees, kilometres."""
        places: list[dict[str, list[int]]] = [{}, {}]
        for side, lines in enumerate(self.values):
            for at, values in lines.items():
                for unit in {v.unit for v in values if isinstance(v, Figure) and v.kind == "quantity" and v.unit}:
                    places[side].setdefault(unit, []).append(at)
        for unit, ours in places[0].items():
            theirs = places[1].get(unit, ())
            if len(ours) <= _RARE and len(theirs) <= _RARE:
                yield from product(ours, theirs)

    def _left(self) -> Iterator[tuple[int, int]]:
        """Yield sentences of the two that tell a value which the other report does not, where few there could be it."""
        for sort, ours in self.lonely[0].items():
            theirs = self.lonely[1].get(sort, ())[:_LEFT]
            for one in ours[:_LEFT]:
                near = [other for other in theirs if like_size(one, other) and relation(one, other) == "apart"]
                if len(near) <= _LONELY:
                    for other in near:
                        yield self.host[0][one.id].sentence, self.host[1][other.id].sentence

    def pair(self, value: Value, rival: Value) -> Pair:
        """Return the statements of two values as a pair, of the score 0 where they do not align."""
        one, other = self.host[0][value.id], self.host[1][rival.id]
        for pair in self.pairs.get((one.sentence, other.sentence), ()):
            if pair.one is one and pair.other is other:
                return pair
        return Pair(one, other, 0.0, 0.0, "unknown", "unknown", "unknown", "unknown", self.groups)
