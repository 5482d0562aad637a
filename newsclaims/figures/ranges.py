"""Two numbers as one figure: `40 to 50`, `£3,000-£5,000`, `between 5 and 6`, `one or two`; and when they stay two.

"Profit rose from 9 to 10", "shares gained $2 to $18" tell a change and its end: two figures.  "Prices range from 9 to
10", "10 to 20 dollars" are one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from newsclaims.figures.cardinals.notation import Value, times
from newsclaims.figures.cardinals.reader import Number
from newsclaims.figures.classes import word_class
from newsclaims.figures.comparators import bounds_end
from newsclaims.figures.line import DASHES, Draft, Line
from newsclaims.figures.movement import change_words
from newsclaims.figures.unit_words import unit_at
from newsclaims.model import FigureKind


class Operand(NamedTuple):
    """One end of a range or a whole figure: tokens and offsets it covers, value, unit, next number's index."""

    first: int
    last: int
    start: int
    end: int
    value: Value | None
    unit: str | None
    upto: int
    low: Value | None = None
    high: Value | None = None

    def draft(self, kind: FigureKind, line: Line) -> Draft:
        """Return the figure as a draft."""
        return Draft(
            kind, line, self.first, self.last, self.upto, value=self.value, low=self.low, high=self.high,
            unit=self.unit, start=self.start, end=self.end,
        )  # fmt: skip


Parser = Callable[[Line, int], Operand | None]

_DASHES: Final = DASHES | {"--"}


def connector(line: Line, last: int, left_first: int) -> int | None:
    """Return the token after `to`, `-`, `or`, `and` (after `between`) at token ``last``; None where none stands."""
    word = line.lower(last)
    if word in _DASHES:
        after = last + 1
        if line.lower(after) in ("to", "or"):  # "six- to eight-week", "18-to-24-year-olds"
            after += 1 + (line.lower(after + 1) in _DASHES)
        return after
    if word == "to" or word == "or":
        if word == "or" and line.lower(last + 1) in ("more", "less", "so", "fewer", "about"):
            return None
        return _skip_about(line, last + 1 + (line.lower(last + 1) in DASHES and line.touches(last + 2)))
    if word == "and" and line.lower(left_first - 1) in ("between", "of") and _between(line, left_first):
        return _skip_about(line, last + 1)
    if word in ("and", "but"):
        return bounds_end(line, last, left_first)
    if word == "up" and line.lower(last + 1) == "to" and _starts_at(line, left_first):
        return last + 2
    return None


def _starts_at(line: Line, first: int) -> bool:
    return line.lower(first - 1) == "from"


def _between(line: Line, first: int) -> bool:
    return any(line.lower(first - step) == "between" for step in (1, 2, 3, 4))


def _skip_about(line: Line, at: int) -> int:
    stop = at + 3
    while at < stop and line.lower(at) in word_class("into"):
        at += 1
    return at


def is_change(line: Line, first: int, word: str, low: Value | None = None, high: Value | None = None) -> bool:
    """Tell whether the number at token ``first`` begins a change `from X to Y`, `rose X to Y`.

    A fall to a higher value is none: "down from $89 to $93 billion" speaks of a range.
    """
    if word != "to":
        return False
    fro = first - 1
    while fro > first - 4 and line.lower(fro) in word_class("range-approximators"):
        fro -= 1
    if line.lower(fro) == "from":
        if _second_range(line, first):
            return False
        near = range(fro - 1, max(-1, fro - 8), -1)
        for at in near:
            lower = line.lower(at)
            if lower in word_class("range-verbs"):
                return False
            if lower in change_words() and (line.tag(at)[:2] != "NN" or at == fro - 1):
                return not (lower in word_class("falls") and low is not None and high is not None and low < high)
        clause = line.parse.holder(first)
        verb = clause.verb if clause is not None else None
        return verb is not None and verb.last <= first and line.lower(verb.head) in change_words()
    if line.lower(fro) == "by":
        return line.lower(fro - 1) in change_words() and low is not None and high is not None and high > 3 * low
    adverb = line.tag(fro) in ("IN", "RB") and line.lower(fro - 1) in change_words()
    close = low is not None and high is not None and low < high <= 3 * low  # "rose 5 to 10 percent" is a range
    return not close and (adverb or line.lower(fro) in change_words())


def _second_range(line: Line, first: int) -> bool:
    """Tell whether a second *to* follows: `cut its forecast from 5 to 7 percent to 3 to 5` moves a range."""
    return sum(line.lower(at) == "to" for at in range(first, min(line.count, first + 8))) > 1


def join(line: Line, at: int, parse: Parser) -> Operand | None:
    """Read the figure that begins at number ``at`` with ``parse``: alone, or as a range with the number after it."""
    left = parse(line, at)
    number = line.numbers[at]
    if left is None:
        return _bare_left(line, at, number, parse)
    if left.value is None or left.upto >= len(line.numbers):
        return left
    word = line.lower(left.last)
    after = connector(line, left.last, left.first)
    if after is None:
        return left
    if word in _DASHES and left.last == number.last and not _tight(line, left.last):
        return left
    index = left.upto
    right = parse(line, index)
    following = line.numbers[index]
    if right is not None and right.first == after and (right.unit == left.unit) and right.value is not None:
        low = shared(number, following, left.value)
        moved = word == "to" and line.lower(left.first - 1) == "by" and line.lower(left.first - 2) in change_words()
        if moved and left.unit != "%":
            return left  # "rose by 12c to 19c"
        if is_change(line, left.first, word, low, right.value) or not _pair(line, left.first, low, right.value, word):
            return left._replace(value=low) if _rises(low, right.value) and word == "to" else left
        if word == "or" and (left.last != number.last or not or_range(number, following)):
            return left  # "49 percent or 27 percent", "25k or 40k"
        return _range(left, right, low, right.value)
    if right is None and following.first == after and following.value is not None and left.first < number.first:
        # the mark stands before the first number only: "$48-50"
        if word == "to" and (unit_at(line, following.last) is not None or line.tag(following.last) in ("NNS", "NNPS")):
            return left  # "712 t worth $1,650 to 690 t", "paid $5 million to 300 people"
        high = following.value
        if number.scale > 1 and following.scale == 1:
            high = times(high, number.scale)
        if _rises(left.value, high) and not is_change(line, left.first, word, left.value, high):
            low = shared(number, following, left.value)
            return left._replace(last=following.last, end=following.end, value=None, low=low, high=high, upto=index + 1)
    return left


def _bare_left(line: Line, at: int, number: Number, parse: Parser) -> Operand | None:
    """Read `40 to 50 questions`: only the second number bears the unit."""
    if at + 1 >= len(line.numbers) or number.value is None or number.form not in ("digits", "words", "fraction"):
        return None
    word = line.lower(number.last)
    after = connector(line, number.last, number.first)
    if after is None or (word in _DASHES and not _tight(line, number.last)):
        return None
    following = line.numbers[at + 1]
    if not number.last < following.first <= after + 2:
        return None
    right = parse(line, at + 1)
    if right is None or right.value is None or right.first != after:
        return None
    if is_change(
        line, number.first, word, number.value, following.base
    ):  # "rose from 5 to 7 percent": both are per cent
        value = shared(number, following, number.value)
        return Operand(number.first, number.last, number.start, number.end, value, right.unit, at + 1)
    low = shared(number, following, number.value)
    if not _rises(low, right.value) or (word == "or" and not or_range(number, following)):
        return None
    return right._replace(first=number.first, start=number.start, value=None, low=low, high=right.value)


def _range(left: Operand, right: Operand, low: Value, high: Value) -> Operand:
    return left._replace(last=right.last, end=right.end, value=None, low=low, high=high, upto=right.upto)


def shared(left: Number, right: Number, value: Value) -> Value:
    """Give the lower end the scale of the upper one: `$3-5 billion`, `four to five thousand`, `2-3,000`."""
    thousands = isinstance(right.value, int) and right.value >= 1000 and right.value % 500 == 0
    if right.scale == 1 and right.form == "digits" and thousands and 0 < right.start - left.end <= 2:
        low = times(value, 1000)
        if left.form == "digits" and isinstance(value, int) and right.value is not None and low < right.value:
            return low
    if left.scale > 1 or right.scale == 1 or left.base is None or right.base is None:
        return value
    return times(value, right.scale) if left.base < min(right.base, 1000) else value


def or_range(left: Number, right: Number) -> bool:
    """Tell whether `or` makes a range: `two or three`, `5 or 6`, not `25k or 40k`."""
    low, high = left.value, right.value
    if left.scale == 1 and right.scale > 1 and right.base is not None:  # "two or three dozen", "2 or 3 million"
        high = right.base
    if high is not None and high == int(high):
        high = int(high)
    if type(low) is not int or type(high) is not int:
        return False
    return low < high <= max(2 * low, low + 2) and (high <= 20 or left.form == right.form == "words")


def _pair(line: Line, first: int, low: Value, high: Value, word: str) -> bool:
    """Tell whether two ends with units of their own make a range: `shed 36 cents to 59.04 dollars` do not."""
    if not _rises(low, high):
        return False
    lead = line.lower(first - 1)
    if word != "to" or lead in ("from", "between") or lead in word_class("range-verbs"):
        return True
    return high <= 20 * low


def _rises(low: Value, high: Value) -> bool:
    return low < high


def _tight(line: Line, dash: int) -> bool:
    """Tell whether a dash joins numbers: spaces on both sides or on none."""
    tokens = line.tokens
    if dash + 1 >= line.count or dash == 0:
        return False
    before = tokens[dash].start - tokens[dash - 1].end
    after = tokens[dash + 1].start - tokens[dash].end
    return before == after or line.lower(dash + 1) in ("to", "or") or after == 0
