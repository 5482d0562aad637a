"""Shares of a whole: `a third of voters`, `half of all children`, `one in three visits`, `nine out of ten`."""

from __future__ import annotations

from typing import Final

from newsclaims.figures.cardinals.cardinal import Number
from newsclaims.figures.cardinals.notation import divided
from newsclaims.figures.classes import word_class
from newsclaims.figures.counted_nouns import counted
from newsclaims.figures.line import HYPHENS, Draft, Line
from newsclaims.figures.movement import change_words, lead
from newsclaims.rule import rule
from newsclaims.table import words

_SPANS: Final = frozenset({"the", "first", "last", "next", "past", "previous", "these", "those"})
_BEFORE_ODDS: Final = frozenset({"at", "from", "of", "once", "to"})


def ratio_fraction(line: Line, at: int) -> Draft | None:
    """A fraction in words or digits: `a third of voters`, `two-thirds`, `a quarter of citizens`, `1/3`.

    "A third goal" is a rank and "a quarter" alone is three months; a fraction of a unit (`1/2 cup`) is a quantity.
    """
    number = line.numbers[at]
    if number.form != "fraction" or _in_word(line, number) or _of_time(line, number) or _next_one(line, at):
        return None
    if line.form(number.first)[0].isnumeric() and line.tag(number.last) in ("NN", "NNS"):  # "1/2 point"
        noun = counted(line, number.last)
        if noun is not None:
            return Draft("count", line, number.first, noun.last, at + 1, value=number.value, unit=noun.lemma)
    return _share(line, at, number.last)


rule("figures.ratio-fraction", priority=55)(ratio_fraction)


def _of_time(line: Line, number: Number) -> bool:
    """Tell whether a fraction is one of a unit of time, so a duration: `a tenth of a second`."""
    article = line.lower(number.last) == "of" and line.lower(number.last + 1) in ("a", "an")
    if line.lower(number.first + 1) == "quarters" and line.lower(number.first - 1) in _SPANS:
        return True  # "the last three quarters of growth"
    return article and line.lower(number.last + 2) in words("figures", "uncounted")


def _next_one(line: Line, at: int) -> bool:
    """Tell whether what looks like a share is one more thing: `has bought two and dreams of owning a third`."""
    number = line.numbers[at]
    if line.lower(number.first) != "a" or line.form(number.last) not in ("", ".", ",", ";") or number.value is None:
        return False
    owned = line.tag(number.first - 1)[:2] == "VB" and line.lower(number.first - 1) not in change_words()
    return owned and any(before.value == round(1 / number.value) - 1 for before in line.numbers[:at])


def ratio_half(line: Line, at: int) -> Draft | None:
    """`half` before the whole: `half of all children`, `almost half the budget`, `half as much`.

    Half an hour is a duration, and "the first half", "half-brother", "half past" are no shares.
    """
    number = line.numbers[at]
    if number.form != "half" or _of_time(line, number):
        return None
    after = line.lower(number.last)
    before = line.lower(number.first - 1)
    sized = line.lower(lead(line, Draft("ratio", line, number.first, number.last, at + 1))) == "by"
    if sized and line.tag(number.last) in ("", ".", ",", "IN", "TO", "CC", ":"):  # "down by almost half"
        return Draft("ratio", line, number.first, number.last, at + 1, value=number.value)
    told = before in word_class("half-approximators") and line.tag(number.last) in ("VBD", "VBP", "MD")
    if (after not in word_class("after-half") and not told) or before in word_class("not-before-half"):
        return None
    if after in ("were", "are", "have", "said", "to") and before not in word_class("half-approximators"):
        return None
    if after == "as" and line.lower(number.last + 1) not in word_class("half-as"):
        return None
    if after in ("the", "that") and line.lower(number.last + 1) in ("time", "battle", "fun", "story", "way"):
        return None
    return _share(line, at, number.last)


rule("figures.ratio-half", needs=("half",), priority=54)(ratio_half)


def ratio_one_in(line: Line, at: int) -> Draft | None:
    """A smaller number in or out of a larger one: `one in three visits`, `nine out of ten`, `1 in 4`.

    "Five in 2016" and "two in hospital" are counts: the second number must be small, bare and the larger one.
    """
    if at + 1 >= len(line.numbers):
        return None
    left, right = line.numbers[at], line.numbers[at + 1]
    gap = line.lower(left.last)
    middle = left.last + 1
    if gap not in ("in", "out", "of") and (one := _one_of_many(line, at)) is not None:
        return one
    if gap in ("-", "‑") and line.lower(middle) == "in":  # "one-in-three"
        gap, middle = "in", middle + 1 + (line.lower(middle + 1) in ("-", "‑"))
    if gap == "out":
        middle += 1
        if line.lower(left.last + 1) != "of":
            return None
    elif gap == "of":
        # "three of five": too loose without "every"
        if line.lower(middle) != "every":
            return None
        middle += 1
    elif gap != "in":
        return None
    if line.lower(middle) == "every":
        middle += 1
    if line.lower(left.first - 1) == "for" and gap == "in" and left.form == "digits":
        return None  # "287 for 6 in 50 overs"
    if right.first != middle or type(left.value) is not int or type(right.value) is not int:
        return None
    plain = left.form in ("digits", "words") and right.form in ("digits", "words")
    if not plain or not 0 < left.value < right.value:
        return None
    if (gap == "in" and (right.value > 2000 or 1500 < right.value < 2100) and right.value % 1000) or left.value > 99:
        return None
    if gap == "out" and _rating(line, left.first, right.last):
        return Draft("score", line, left.first, right.last, at + 2, low=left.value, high=right.value, comparator="=")
    if gap == "in" and right.form == "digits" and line.tag(left.first - 1) == "NNP" and left.form == "digits":
        return None
    noun = counted(line, right.last)
    noun = None if noun is not None and noun.lemma in words("figures", "uncounted") else noun
    named = noun is not None and (noun.head == right.last or line.tag(noun.head) in ("NNS", "NNPS"))
    last = noun.last if noun and named else right.last
    unit = noun.lemma if noun and named else None
    value = divided(left.value, right.value)
    return Draft("ratio", line, left.first, last, at + 2, value=value, unit=unit)


rule("figures.ratio-one-in", needs=("in", "of"), priority=78)(ratio_one_in)


def _one_of_many(line: Line, at: int) -> Draft | None:
    """Read a noun between the two numbers: `one person in ten`, `one child out of every five`."""
    left, right = line.numbers[at], line.numbers[at + 1]
    noun = counted(line, left.last, plural=False)
    if left.value != 1 or noun is None or noun.head != left.last or noun.lemma in words("figures", "uncounted"):
        return None
    middle = noun.last
    if line.lower(middle) == "out" and line.lower(middle + 1) == "of":
        middle += 1
    elif line.lower(middle) != "in":
        return None
    middle += 1 + (line.lower(middle + 1) == "every")
    fits = right.first == middle and type(right.value) is int and 2 <= right.value <= 1_000_000
    bare = line.tag(right.last)[:2] not in ("NN", "JJ", "CD", "$", "HY")
    if not fits or not bare or 1500 < (right.value or 0) < 2100 or right.form not in ("digits", "words"):
        return None
    return Draft(
        "ratio", line, left.first, right.last, at + 2, value=divided(1, int(right.value or 1)), unit=noun.lemma
    )


def ratio_to(line: Line, at: int) -> Draft | None:
    """A number for each other one: `a three-to-one margin`, `a ratio of 3:1`, `odds of 100 to 1`, `outnumber 20 to 1`.

    The value is the quotient.  Without hyphens a word for ratios must stand in the sentence; `from two to three`,
    `20-to-29-year-olds` and a clock's `3:10` are none.
    """
    number = line.numbers[at]
    if number.form == "clock":
        left, _, right = line.form(number.first).partition(":")
        short = left.isdecimal() and right.isdecimal() and len(left) < 4 and len(right) < 4
        if not short or not _of_ratio(line, number):
            return None
        return _quotient(line, number, number, at + 1, int(left), int(right))
    if at + 1 >= len(line.numbers) or type(number.value) is not int or number.form not in ("digits", "words"):
        return None
    other = line.numbers[at + 1]
    hyphens = line.lower(number.last) in HYPHENS and line.lower(number.last + 2) in HYPHENS
    middle = number.last + hyphens
    if line.lower(middle) != "to" or other.first != middle + 1 + hyphens or type(other.value) is not int:
        return None
    margin = other.value == 1 and line.lower(other.last) in ("margin", "ratio")  # "a 3 to 1 margin"
    told = other.value == 1 if hyphens else margin or _of_ratio(line, number)
    if not told or line.lower(other.last) in words("figures", "uncounted"):
        return None
    return _quotient(line, number, other, at + 2, number.value, other.value)


rule(
    "figures.ratio-to", needs=("ratio", "ratios", "odds", "outnumber", "outnumbered", "outnumbers", "to"), priority=87
)(ratio_to)


def ratio_odds(line: Line, at: int) -> Draft | None:
    """Betting odds: `5-2 favourites`, `at 7/1`, `a 100-1 outsider`, `cut from 12-1 to 8-1`; the value is the quotient.

    `Favourites` follows, or a word of betting stands in the sentence; or a slash, the larger number first, after `at`.
    """
    left = line.numbers[at]
    if left.form == "fraction" and left.last == left.first + 3 and line.lower(left.first + 1) == "/":
        top, bottom, upto, last = line.form(left.first), line.form(left.first + 2), at + 1, left.last
    elif at + 1 < len(line.numbers) and line.lower(left.last) in ("-", "/", "–"):
        right = line.numbers[at + 1]
        if right.first != left.last + 1 or right.last != right.first + 1 or not line.touches(right.first):
            return None
        top, bottom, upto, last = line.form(left.first), line.form(right.first), at + 2, right.last
    else:
        return None
    if not (top.isdecimal() and bottom.isdecimal()) or not 0 < int(bottom) <= 20 or not 0 < int(top) <= 1000:
        return None
    before = line.lower(left.first - 1)
    if line.lower(last) not in word_class("favoured"):
        if (before not in _BEFORE_ODDS and line.lower(last) != "on") or line.tag(last) in ("NN", "NNS", "JJ", "$"):
            return None
        told = any(token.lower in word_class("betting") for token in line.tokens[:60])
        slash = before in ("at", "once") and line.lower(left.first + 1) == "/" and int(top) > int(bottom)
        if not told and not slash:
            return None
    value = divided(int(top), int(bottom))
    return Draft("ratio", line, left.first, last, upto, value=value, comparator="=")


rule("figures.ratio-odds", priority=88)(ratio_odds)


def _rating(line: Line, first: int, last: int) -> bool:
    """Tell whether a number out of another is a place on a scale: `rated it 4 out of 5`, `three out of five stars`."""
    if line.lower(last) in word_class("marks-of-ratings"):
        return True
    near = {line.lower(place) for place in range(max(0, first - 6), first)}
    return not near.isdisjoint(word_class("rating")) and line.tag(last)[:1] not in "NJ"


def _of_ratio(line: Line, number: Number) -> bool:
    """Tell whether a word for ratios stands shortly before or right after the number; a change of one is none."""
    if line.lower(number.first - 1) == "from":
        return False
    near = {line.lower(place) for place in range(max(0, number.first - 9), number.first)}
    return not near.isdisjoint(word_class("ratio-words")) or line.lower(number.last) in ("ratio", "odds")


def _quotient(line: Line, left: Number, right: Number, upto: int, top: int, bottom: int) -> Draft | None:
    if not 0 < bottom <= 20 or not 0 < top < 10**6:  # "outnumbered gainers 774 to 684": two counts
        return None
    return Draft("ratio", line, left.first, right.last, upto, value=divided(top, bottom), comparator="=")


def _in_word(line: Line, number: Number) -> bool:
    """Tell whether letters touch the fraction: text that lost its encoding."""
    before, after = line.form(number.first - 1), line.form(number.last)
    touching = line.touches(number.first) and before[-1:].isalpha()
    return touching or (line.touches(number.last) and after[:1].isalpha() and line.form(number.first).isnumeric())


def _share(line: Line, at: int, last: int) -> Draft:
    """Make the ratio; its unit is the noun of the whole where the clause names it."""
    number = line.numbers[at]
    place = last
    if line.lower(place) == "of":
        place += 1
    while place < last + 4 and line.lower(place) in word_class("quantifiers"):
        place += 1
    if at + 1 < len(line.numbers) and line.numbers[at + 1].first == place:  # "two-thirds of the 4.3M sales"
        place = line.numbers[at + 1].last
    noun = counted(line, place) if place > last or line.tag(place) in ("NNS", "NNPS", "JJ") else None
    unit = noun.lemma if noun and line.tag(noun.head) in ("NNS", "NNPS") else None
    return Draft("ratio", line, number.first, last, at + 1, value=number.value, unit=unit)
