"""Counts: `84,121 votes`, `six-member`, `dozens of rounds`, `107 killed`, and numbers whose noun is left out."""

from __future__ import annotations

from typing import Final

from newsclaims.figures.ages import after_aged
from newsclaims.figures.cardinals.notation import Value
from newsclaims.figures.cardinals.reader import Number
from newsclaims.figures.classes import word_class
from newsclaims.figures.counted_nouns import Noun, counted
from newsclaims.figures.line import HYPHENS, VAGUE, Draft, Line
from newsclaims.figures.ranges import connector, is_change, or_range, shared
from newsclaims.model import FigureKind
from newsclaims.rule import rule
from newsclaims.table import words

_PLAIN_FORMS: Final = frozenset({"digits", "words"})


def count_noun(line: Line, at: int) -> Draft | None:
    """A number with the noun that it counts: `84,121 votes`, `six-member`, `40 to 50 questions`, `one or two points`.

    The unit is the head noun's singular.  Periods of time are durations, and "one-time", "two-way" count nothing.
    """
    number = line.numbers[at]
    if number.form not in _PLAIN_FORMS:
        return None
    noun = counted(line, _past_alternative(line, number.last), plural=number.value != 1)
    low = high = None
    value, last, upto = number.value, number.last, at + 1
    ranged = _range(line, at)
    if ranged:
        low, high, upto = ranged
        last = line.numbers[upto - 1].last
        noun = counted(line, last)
        value = None
    noun = _usable(noun)
    if noun is None or _rates(line, number, noun) or _acts(line, number, noun):
        return None
    # a second number inside ("2.9 million 9 liter cases") is a figure of its own
    return Draft(
        "count", line, number.first, noun.last, upto, value=value, low=low, high=high, unit=noun.lemma,
        start=number.start,
    )  # fmt: skip


rule("figures.count-noun", priority=20)(count_noun)


def _acts(line: Line, number: Number, noun: Noun) -> bool:
    """Tell whether what looks like a noun is what several do: `the four go on an adventure`, `the two meeting in`."""
    several = number.value is not None and number.value > 1 and line.lower(number.first - 1) in ("the", "these")
    single = line.tag(noun.head) == "NN" and noun.head == number.last and line.form(noun.head).islower()
    if (
        not several
        or not single
        or line.tag(noun.last) not in ("IN", "TO", "RP", "RB")
        or line.lower(noun.last) == "of"
    ):
        return False
    return noun.lemma not in word_class("collective") and noun.lemma not in word_class("half-units")


def _rates(line: Line, number: Number, noun: Noun) -> bool:
    """Tell whether a broken number describes one thing and counts none: `a magnitude 6.8 quake`, `a 4.2 rating`."""
    whole = number.value is None or isinstance(number.value, int) or number.value <= 1 or number.scale > 1
    if whole or line.lower(number.last) in HYPHENS or line.tag(noun.head) not in ("NN", "NNP"):
        return False
    if len(noun.lemma) < 5 or not line.form(noun.head).islower():  # `15.3 ppg`: letters for a unit
        return False
    return noun.lemma not in word_class("half-units") and noun.lemma not in word_class("collective")


def count_vague(line: Line, at: int) -> Draft | None:
    """A vague plural: `dozens of rounds`, `hundreds of thousands of people`, `thousands`; the value is the base, `~`.

    "Scores" and "tens" count only with what they count ("scores of people"; not "the scores").
    """
    number = line.numbers[at]
    if number.form != "vague":
        return None
    last = number.last
    noun = _usable(counted(line, _past_determiner(line, last + 1) if line.lower(last) == "of" else last))
    if line.lower(last) not in ("of", "more", "other") and line.lower(last - 1)[-1:] == "s":
        noun = None
    end = noun.last if noun else last
    period = line.lower(last + 1) in ("years", "months", "days", "weeks", "hours", "minutes")
    if noun is None and line.lower(last) == "of" and period:
        return None
    return Draft(
        "count", line, number.first, end, at + 1, value=number.value, unit=noun.lemma if noun else None, comparator="~"
    )


rule("figures.count-vague", needs=VAGUE, priority=15)(count_vague)


def count_casualties(line: Line, at: int) -> Draft | None:
    """A number of people told by what happened to them: `107 killed`, `three dead`, `killing 107 and wounding 238`.

    With a noun ("two wounded soldiers") it is an ordinary count.
    """
    number = line.numbers[at]
    if number.form not in _PLAIN_FORMS or (line.touches(number.last) and line.form(number.last)[0].isalpha()):
        return None
    if at and line.numbers[at - 1].last == number.first - 1 and after_aged(line, line.numbers[at - 1].first):
        return None  # "boys aged 12 and 15 were arrested"
    after = number.last
    while after < number.last + 3 and line.lower(after) in word_class("before-casualty"):
        after += 1
    told = line.lower(after) in word_class("casualty") and not line.tag(after + 1).startswith("NN")
    if not told and not (line.lower(number.first - 1) in word_class("killing") and counted(line, number.last) is None):
        return None
    last = number.last
    return Draft("count", line, number.first, last, at + 1, value=number.value, unit="people")


rule("figures.count-casualties", priority=42)(count_casualties)


def count_bare(line: Line, at: int) -> Draft | None:
    """A number whose noun is left out: `a panel of twelve`, `10 in Tanzania`, `closer to 40,000`; its unit is null.

    Labels and numbers in names ("page 5", "Boeing 737"), years and the pronoun "one" are none.
    """
    number = line.numbers[at]
    value = number.value
    if number.form not in _PLAIN_FORMS:
        return None
    if number.form == "words" and (line.lower(number.last) == "'s" or _capital_inside(line, number)):
        return None  # "Three's a crowd", "marvel at Zero"
    noun = counted(line, _past_alternative(line, number.last), plural=value != 1)
    ranged = _range(line, at)
    if ranged:
        noun = counted(line, line.numbers[ranged[2] - 1].last)
    if noun is not None and _usable(noun) is None and not _date_behind(line, number):
        return None  # a period of time, "one-way"
    if number.form == "words" and line.tag(number.first - 1) == "NNP" and isinstance(value, int) and value >= 100:
        return None  # "TWA eight hundred"
    hyphen = line.lower(number.last) in ("-", "‑", "–") and line.touches(number.last) and line.touches(number.last + 1)
    if hyphen and not ranged and line.lower(number.last + 1) not in ("plus", "odd", "strong"):
        return None
    if line.lower(number.first - 1) == "or" and value == 2 and line.tag(number.first - 2) == "NN":
        return _or_two(line, at)
    unit = _part_of(line, number.last)
    if ranged:
        low, high, upto = ranged
        last = line.numbers[upto - 1].last
        return Draft("count", line, number.first, last, upto, low=low, high=high, unit=unit)
    whole = value is None or value == int(value)
    kind: FigureKind = "count" if whole else "number"
    return Draft(
        kind, line, number.first, number.last, at + 1, value=value, unit=unit, start=number.start, end=number.end
    )


rule("figures.count-bare", priority=5)(count_bare)


def _date_behind(line: Line, number: Number) -> bool:
    """Tell whether a date begins right behind a number: `up from 11 | last year`, not `11 years ago`."""
    if number.last >= line.count or number.value == 1:  # "including one last month" is a pronoun
        return False
    bar = line.bar(line.tokens[number.last].start, line.tokens[number.last].end)
    return bar is not None and bar[0] == line.tokens[number.last].start


def _capital_inside(line: Line, number: Number) -> bool:
    """Tell whether a number word is written with a capital inside a sentence that is no title."""
    first = number.first
    if first == 0 or not line.form(first)[0].isupper() or line.form(first - 1)[-1] in "“\"‘':.;—–-([*•":
        return False
    return any(token.text[0].islower() and token.tag[:1] in ("N", "V") for token in line.tokens[first + 1 : first + 9])


def _or_two(line: Line, at: int) -> Draft | None:
    """`another pick or two`: the noun stands before; a period ("a week or two") is a duration."""
    number = line.numbers[at]
    noun = line.lower(number.first - 2)
    if noun in words("figures", "uncounted"):
        return None
    return Draft("count", line, number.first, number.last, at + 1, value=number.value, unit=noun, comparator="=")


def _part_of(line: Line, at: int) -> str | None:
    """Return the noun of the whole in `eight of the last nine contests`, `two of Mr Paul's supporters`."""
    if line.lower(at) != "of" or line.tag(at + 1) not in ("DT", "PRP$", "CD"):
        return None
    place = at + 1 + (line.tag(at + 1) != "CD")
    while place < at + 5 and (
        line.tag(place) == "CD" or line.lower(place) in ("last", "first", "next", "past", "other")
    ):
        place += 1
    noun = _usable(counted(line, place))
    if noun is None:
        return None
    several = line.tag(noun.head) in ("NNS", "NNPS") or noun.lemma in word_class("collective")
    return noun.lemma if several else None


def _usable(noun: Noun | None) -> Noun | None:
    """Return the noun unless it is a period of time or no counted thing."""
    if noun is None or noun.lemma in words("figures", "uncounted"):
        return None
    return noun


def _past_alternative(line: Line, at: int) -> int:
    """Skip `or more` between number and noun: `one or more donations`."""
    more = line.lower(at) == "or" and line.lower(at + 1) in ("more", "fewer", "less", "so")
    odd = line.lower(at) == "-" and line.lower(at + 1) in ("plus", "odd")  # "28,000-plus people"
    return at + 2 if more or odd else at


def _past_determiner(line: Line, at: int) -> int:
    while line.lower(at) in word_class("possessives"):
        at += 1
    return at


def _range(line: Line, at: int) -> tuple[Value, Value, int] | None:
    """Return (low, high, next number) where two bare numbers make a range: `40 to 50 questions`, `two or three`."""
    if at + 1 >= len(line.numbers):
        return None
    left, right = line.numbers[at], line.numbers[at + 1]
    word = line.lower(left.last)
    after = connector(line, left.last, left.first)
    if after is None or right.first != after or left.value is None or right.value is None:
        return None
    change = is_change(line, left.first, word, left.value, right.value)
    if change or right.form not in _PLAIN_FORMS or not _same_style(line, left, right, word):
        return None
    low = shared(left, right, left.value)
    return (low, right.value, at + 2) if low < right.value else None


def _same_style(line: Line, left: Number, right: Number, word: str) -> bool:
    if word in ("-", "–", "—", "‑"):
        return line.touches(left.last) == line.touches(right.first) and left.form == right.form == "digits"
    if word == "to" and line.lower(left.first - 1) not in ("from", "between"):
        if left.value is None or right.value is None or right.scale > left.scale:  # "four to five thousand"
            return True
        return right.value <= 60 * max(left.value, 1)
    if word == "or":
        return or_range(left, right)
    return True
