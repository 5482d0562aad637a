"""Results of games and votes: `1 – 0`, `2-1`, `a 5-4 ruling`, `by 51 to 49`."""

from __future__ import annotations

from typing import Final

from newsclaims.figures.cardinals.reader import Number
from newsclaims.figures.classes import word_class
from newsclaims.figures.line import DASHES, Draft, Line
from newsclaims.figures.movement import change_words
from newsclaims.rule import rule
from newsclaims.table import words

_WINDOW: Final = 8
_DASHES: Final = DASHES | {"--"}


def score_dash(line: Line, at: int) -> Draft | None:
    """Two small whole numbers joined by a dash, as a result: `1 – 0`, `won 3-2`, `a 5-4 ruling`, `6-3, 6-4`.

    A word of play or voting must be near (`lexicon/score_words.tsv`), or names on both sides; "8-10 years" and
    "40-50 questions" are ranges.
    """
    if at + 1 >= len(line.numbers):
        return None
    left, right = line.numbers[at], line.numbers[at + 1]
    if line.lower(left.last) not in _DASHES or right.first != left.last + 1 or not _result(left) or not _result(right):
        return None
    longer = line.lower(right.last) in ("-", "/") and line.touches(right.last)
    if longer or line.touches(left.last) != line.touches(right.first):
        return None
    if (line.lower(left.first - 1) in ("-", "/", "#") and line.touches(left.first)) or line.tag(left.first - 1) == "$":
        return None
    bonds = word_class("bond-words")
    if line.lower(left.first - 1) in ("to", "of", "at") and any(token.lower in bonds for token in line.tokens[:60]):
        return None  # a price in 32nds: "ended up at 92-14"
    named = line.tag(left.first - 1) in ("NNP", "NNPS") and line.form(left.first - 2)[:1].isupper()
    if line.lower(left.first - 1) in words("figures", "labels") and not named:
        return None  # "pages 12-14", but "beat the National League 5-3"
    if line.tag(right.last) == "NNS" and line.lower(right.last) not in words("figures", "score_words"):
        return None  # "rolled out 10-12 models"
    if not (_near(line, left.first, right.last) or _named(line, left, right) or _in_sets(line, at)):
        return None
    return Draft("score", line, left.first, right.last, at + 2, low=left.value, high=right.value, comparator="=")


rule("figures.score-dash", priority=70)(score_dash)


def score_line(line: Line, at: int) -> Draft | None:
    """A result told by name and number on both sides: `Comets 5, Harbour 1`, alone or where a list of results has it.

    Names and numbers are all that may stand there: "In Leeds 5, in York 1" and "Maria, 5, and Tom, 1" are none.
    """
    if at + 1 >= len(line.numbers):
        return None
    left, right = line.numbers[at], line.numbers[at + 1]
    if not (_result(left) and _result(right)) or line.lower(left.last) != ",":
        return None
    first = _name_before(line, left.first)
    other = _name_before(line, right.first)
    opened = first == 0 or line.lower(first - 1) in _AROUND
    closed = right.last >= line.count or line.lower(right.last) in _AROUND
    named = first < left.first and left.last + 1 == other < right.first
    if not named or not opened or not closed:
        return None
    return Draft("score", line, first, right.last, at + 2, low=left.value, high=right.value, comparator="=")


rule("figures.score-line", needs=(",",), priority=71)(score_line)


def _name_before(line: Line, at: int) -> int:
    """Return the first token of the name of at most four words that ends before a number, ``at`` where none does."""
    first = at
    while first > max(0, at - 4) and line.form(first - 1)[0].isupper() and line.form(first - 1)[0].isalpha():
        first -= 1
    return first if first == at or line.lower(first) not in word_class("months-and-days") else at


_AROUND: Final = frozenset({".", ";", ":", "(", ")", "•", "-", "–", "—"})


def score_record(line: Line, at: int) -> Draft | None:
    """Wins and losses of a side: `the Rovers (9-1)`, `improved to 9-1`, `is 14-0-1`; draws and ties are not kept.

    Behind a word for having so many (`record`, `improved to`, `fell to`), or in brackets behind a name.
    """
    if at + 1 >= len(line.numbers):
        return None
    left, right = line.numbers[at], line.numbers[at + 1]
    dashed = line.lower(left.last) in DASHES and right.first == left.last + 1 and line.touches(right.first)
    if not dashed or not (_whole(left, 163) and _whole(right, 163)) or left.form != "digits":
        return None
    last, upto = right.last, at + 2
    third = line.numbers[upto] if upto < len(line.numbers) else None
    drawn = third is not None and line.lower(last) in DASHES and third.first == last + 1 and line.touches(last)
    if third is not None and drawn:
        last, upto = third.last, upto + 1
    edges = (line.lower(left.first - 1), line.lower(last))
    if not {*edges}.isdisjoint((*DASHES, "/")) or line.bar(left.start, line.tokens[last - 1].end) is not None:
        return None
    before = line.lower(left.first - 1)
    behind = line.tag(left.first - 2)[:3] == "NNP"
    bracketed = before == "(" and line.lower(last) in (")", ",") and (behind or drawn)
    heads = word_class("before-records")
    counted = before in heads or (before == "of" and line.lower(left.first - 2) in heads) or line.lower(last) in heads
    told = counted or (before == "to" and line.lower(left.first - 2) in change_words())
    standing = before in word_class("be") and (drawn or _ends(line, last) or line.lower(last) == "this")
    if not bracketed and not standing and not (told and (counted or _ends(line, last))):
        return None
    return Draft("score", line, left.first, last, upto, low=left.value, high=right.value, comparator="=")


rule("figures.score-record", needs=("-", "–"), priority=81)(score_record)


def _ends(line: Line, at: int) -> bool:
    return at >= line.count or line.tag(at) in (".", ",", "IN", "CC", "TO", "RB", ":", "")


def score_cricket(line: Line, at: int) -> Draft | None:
    """Runs and wickets: `312 for 6 at stumps`, `took 4-61`, `245-8 from 90 overs`, where a word of cricket stands by.

    Bowling figures need no such word after `took` or `claimed`, unless a noun follows (`took 10-15 minutes`).
    """
    if at + 1 >= len(line.numbers):
        return None
    left, right = line.numbers[at], line.numbers[at + 1]
    gap = line.lower(left.last)
    if (gap not in DASHES and gap != "for") or right.first != left.last + 1:
        return None
    if not _whole(left, 1000) or not _whole(right, 300) or line.tag(right.last) in ("NN", "NNS", "$", "JJ"):
        return None
    bowled = line.lower(left.first - 1) in word_class("bowling") and _whole(left, 11) and right.form == "digits"
    batted = _whole(right, 11) and left.form == "digits"
    if not batted and not bowled:
        return None
    if not (bowled and gap != "for") and not any(token.lower in word_class("cricket") for token in line.tokens[:60]):
        return None
    return Draft("score", line, left.first, right.last, at + 2, low=left.value, high=right.value, comparator="=")


rule("figures.score-cricket", priority=82)(score_cricket)


def score_to(line: Line, at: int) -> Draft | None:
    """A vote of one number to another: `by 51 to 49`, `voted 220 to 213`, `a margin of three to one`.

    Without a word of voting right before it ("from 51 to 49", "9 to 10") it is a range or a change.
    """
    if at + 1 >= len(line.numbers):
        return None
    left, right = line.numbers[at], line.numbers[at + 1]
    hyphens = line.lower(left.last) in DASHES and line.lower(left.last + 2) in DASHES  # "12-to-3"
    if line.lower(left.last + hyphens) != "to" or right.first != left.last + 1 + 2 * hyphens:
        return None
    if not _whole(left, 1000) or not _whole(right, 1000):
        return None
    counts = line.tag(right.last) == "NNS" and line.lower(right.last) != "votes"
    if counts or line.lower(right.last) in ("percent", "%", "per", "years", "million", "billion"):
        return None
    before = [line.lower(place) for place in range(left.first - 1, left.first - 6, -1)]
    votes = word_class("voting")
    if hyphens and right.value != 1 and (line.lower(right.last) in votes or not votes.isdisjoint(before)):
        return Draft("score", line, left.first, right.last, at + 2, low=left.value, high=right.value, comparator="=")
    if line.tag(left.first - 1) == "NNP" and {"beat", "beats", "beating", "defeated", "defeating"} & set(before[1:]):
        return Draft("score", line, left.first, right.last, at + 2, low=left.value, high=right.value, comparator="=")
    if before[0] in votes or (before[0] in ("by", "of", "was") and votes & set(before[1:])):
        return Draft("score", line, left.first, right.last, at + 2, low=left.value, high=right.value, comparator="=")
    return None


rule("figures.score-to", needs=("to",), priority=69)(score_to)


def _result(number: Number) -> bool:
    return number.form == "digits" and _whole(number, 450)


def _whole(number: Number, limit: int) -> bool:
    return type(number.value) is int and 0 <= number.value < limit and number.form in ("digits", "words")


def _near(line: Line, first: int, last: int) -> bool:
    table = words("figures", "score_words")
    for step in range(1, _WINDOW + 1):
        if line.lower(first - step) in table or (step <= 5 and line.lower(last + step - 1) in table):
            return True
    return False


def _named(line: Line, left: Number, right: Number) -> bool:
    """`Sweden 1 – 0 Korea Republic`, `thrash Liverpool 3-0 at home`: a name before, a name or no noun after."""
    before, after = line.form(left.first - 1), line.form(right.last)
    if not (before[:1].isupper() or line.tag(left.first - 1) == "PRP") or not _whole(left, 60) or not _whole(right, 60):
        return False
    return after[:1].isupper() or line.tag(right.last) in ("IN", "TO", "RB", "CC", ".", ",", "")


def _in_sets(line: Line, at: int) -> bool:
    """`7-6 (7-2), 6-4`: another pair of small numbers, set off by a comma or brackets, stands beside it."""
    if any(number.value is None or number.value > 40 for number in line.numbers[at : at + 2]):
        return False
    for left, right, gap in ((at - 2, at - 1, line.numbers[at].first - 1), (at + 2, at + 3, line.numbers[at + 1].last)):
        if left < 0 or right >= len(line.numbers) or line.lower(gap) not in (",", "(", ")", "and"):
            continue
        first, second = line.numbers[left], line.numbers[right]
        near = abs(first.first - gap) <= 5
        dashed = line.lower(first.last) in DASHES and second.first == first.last + 1
        if near and dashed and _result(first) and _result(second):
            return True
    return False
