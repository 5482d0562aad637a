"""Ages: `14-year-old`, `84 years old`, `aged six`, `at the age of four months`, `Sam, 42,`, `when she was six`."""

from __future__ import annotations

from typing import Final

from newsclaims.figures.classes import word_class
from newsclaims.figures.line import DASHES, Draft, Line
from newsclaims.figures.movement import lead
from newsclaims.figures.ranges import Operand, join
from newsclaims.model import Comparator
from newsclaims.rule import rule

_PERIODS: Final = {
    "year": "year", "years": "year", "yr": "year", "yrs": "year", "month": "month", "months": "month",
    "week": "week", "weeks": "week", "day": "day", "days": "day", "hour": "hour", "hours": "hour",
}  # fmt: skip
_LIMITS: Final[dict[str, Comparator]] = {"under": "<", "below": "<", "over": ">", "above": ">"}
_STANDING: Final = frozenset({"is", "was", "are", "were", "be", "to", "from", "at", "of"})
_NAMING: Final = frozenset({"NN", "JJ", "CD", "VB"})
_REACH: Final = 12  # tokens from a mean age to its number
_OF_AGE: Final = frozenset({"boy", "girl", "lad", "man", "pensioner", "woman", "youngster", "youth"})
_OLD: Final = frozenset({"old", "olds"})


def age_years_old(line: Line, at: int) -> Draft | None:
    """A number with a period and `old`, `of age`: `14-year-old`, `19 year old`, `ten months old`, `3 years of age`.

    A bare period ("ten years") is a duration and no figure.
    """
    found = join(line, at, _years_old)
    return found.draft("age", line) if found else None


rule(
    "figures.age-years-old",
    needs=("year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "yo", "y", "yr", "yrs"),
    priority=95,
)(age_years_old)


def age_aged(line: Line, at: int) -> Draft | None:
    """A number after `aged`, `age`, `at the age of`: `aged six`, `aged 25 to 54`, `under the age of 5 years`.

    "Aged care" and "the age of steam" have no number; "ages ago" is silent.
    """
    if not after_aged(line, line.numbers[at].first):
        return None
    found = join(line, at, _period)
    if found is None:
        return None
    draft = found.draft("age", line)
    place = found.first - 1
    while place > found.first - 5 and line.lower(place) in ("of", "age", "the"):
        place -= 1
    if line.lower(place) in _LIMITS and place < found.first - 1:  # "under the age of 5"
        draft.comparator = _LIMITS[line.lower(place)]
    return draft


rule("figures.age-aged", needs=("age", "aged", "ages"), priority=94)(age_aged)


def age_apposition(line: Line, at: int) -> Draft | None:
    """A number set off after a person's name: `Thomas Sam, 42, and`, `Nick Hague (44)`, `A man, 23, was`.

    Only whole numbers from 1 to 114 in digits; a date, a place ("Oslo, 22 July") or a list of numbers is not one.
    """
    number = line.numbers[at]
    value = number.value
    if number.form != "digits" or type(value) is not int or not 1 <= value <= 114 or number.last - number.first != 1:
        return None
    if _after_full_name(line, number.first) and line.lower(number.last) == "," and value > 15:
        return Draft("age", line, number.first, number.last, at + 1, value=value, unit="year", comparator="=")
    if number.first == 1 and line.lower(0) in ("now", "aged") and line.lower(number.last) == ",":
        told = line.lower(number.last + 1) in word_class("personal-pronouns") or line.tag(number.last + 1) == "NNP"
        return Draft("age", line, 1, number.last, at + 1, value=value, unit="year", comparator="=") if told else None
    first = number.first - (line.lower(number.first - 1) in ("also", "both", "only", "now", "just", "then"))
    mark, close = line.lower(first - 1), line.lower(number.last)
    if close == "and" and line.lower(number.first - 1) == "now":  # "Mr Holt, now 81 and retired"
        close = mark
    if (mark == "," and close in (",", ".", ";", "")) or (mark == "(" and close == ")"):
        before = first - 2
        tag = line.tag(before)
        told = line.lower(number.last + 1) in ("who", "whose", "said", "was")
        named = value > 15 or told or line.tag(before - 1) == "NNP"
        name = tag == "NNP" and named
        parent = line.lower(before - 1) == "-" and line.lower(before - 4) in word_class("parents")  # "mother-of-two"
        parent = parent and line.lower(before - 2) == "of"
        person = name and line.form(before)[0].isupper() and _person_like(line, before)
        if parent or person or line.lower(before) in word_class("people"):
            if mark == "(" and any(token.lower in word_class("sports-figures") for token in line.tokens[:80]):
                return None  # "Hodge (37) and Hussey (20) were the not-out batsmen"
            return Draft("age", line, number.first, number.last, at + 1, value=value, unit="year", comparator="=")
    return None


rule("figures.age-apposition", priority=45)(age_apposition)


def age_verb(line: Line, at: int) -> Draft | None:
    """A number said of a person: `when she was six`, `until he turned 40`, `he will be 41 by next spring`.

    The subject must be a personal pronoun (or the verb `turn`), and nothing countable may follow ("he was one of two").
    """
    number = line.numbers[at]
    value = number.value
    if number.form not in ("digits", "words") or type(value) is not int or not 2 <= value <= 114 or number.scale > 1:
        return None
    verb = number.first - 1
    while verb > number.first - 4 and line.lower(verb) in word_class("age-adverbs"):
        verb -= 1
    turn = line.lower(verb).startswith("turn")
    following = line.tokens[number.last] if number.last < line.count else None
    timed = turn and following is not None and line.bar(following.start, following.end) is not None
    closed = (line.lower(number.last) or ".") in word_class("after-age") or timed  # "turned 40 last month"
    if line.lower(verb) not in word_class("be") or not closed:
        return None
    subject = verb - 1
    while subject >= 0 and subject > verb - 4 and line.tag(subject) in ("MD", "RB"):
        subject -= 1
    turned = turn and line.tag(subject) in ("NNP", "PRP", "VBZ", "NN")
    then = line.lower(number.last) in ("when", "at") or (
        line.lower(number.last) == "in" and _year(line, number.last + 1)
    )
    named = line.tag(subject) == "NNP" and then and value > 2  # "Kamala was 12 in 1976"
    if line.lower(subject) not in word_class("personal-pronouns") and not turned and not named:
        return None
    if line.lower(subject) in ("they", "you", "who") and not turn and line.lower(number.last) not in ("when", ",", "."):
        return None
    return Draft("age", line, number.first, number.last, at + 1, value=value, unit="year")


rule(
    "figures.age-verb",
    needs=("was", "is", "'s", "were", "are", "be", "turned", "turns", "turning", "turn", "being", "'m", "'re"),
    priority=44,
)(age_verb)


def age_limit(line: Line, at: int) -> Draft | None:
    """A limit of age after a word for persons: `people under 30`, `anyone over 65`, `those 45 and older`.

    With a noun or unit after the number ("women over 50 kilos", "under 30 members") it is none.
    """
    number = line.numbers[at]
    value = number.value
    before = number.first - 1
    if not isinstance(value, int) or not 1 <= value < 110 or number.form not in ("digits", "words") or number.scale > 1:
        return None
    if line.lower(number.last) in ("and", "or") and line.lower(number.last + 1) in ("older", "younger"):
        return Draft("age", line, number.first, number.last, at + 1, value=value, unit="year")
    if line.lower(before) in word_class("ageing") and line.lower(number.last) == "and":
        also = line.lower(number.last + 1) in ("over", "under", "above", "up")
        return Draft("age", line, number.first, number.last, at + 1, value=value, unit="year") if also else None
    if line.lower(before) not in _LIMITS or line.lower(before - 1) not in word_class("ageing"):
        return None
    following = line.tag(number.last)
    if following.startswith(("N", "J", "CD")) or line.lower(number.last) in ("-", "%"):
        return None
    return Draft("age", line, number.first, number.last, at + 1, value=value, unit="year")


rule("figures.age-limit", needs=("under", "over", "below", "above", "older", "younger"), priority=46)(age_limit)


def age_of_person(line: Line, at: int) -> Draft | None:
    """A number behind somebody and `of`: `a man of 52`, `a girl of four`; not `a mother of two`."""
    number = line.numbers[at]
    value = number.value
    if not isinstance(value, int) or not 1 <= value < 110 or number.form not in ("digits", "words") or number.scale > 1:
        return None
    if line.lower(number.first - 1) != "of" or line.lower(number.first - 2) not in _OF_AGE:
        return None
    if line.tag(number.last).startswith(("N", "J", "CD")) or line.lower(number.last) in ("-", "%", "per", "or"):
        return None
    return Draft("age", line, number.first, number.last, at + 1, value=value, unit="year", comparator="=")


rule("figures.age-of-person", needs=tuple(sorted(_OF_AGE)), priority=46)(age_of_person)


def age_mean(line: Line, at: int) -> Draft | None:
    """A mean or fixed age: `the average age of farmers is 58`, `life expectancy rose to 81`, `a retirement age of 65`.

    What it rose by (`by 2`), and a number with a noun behind it, is none.
    """
    number = line.numbers[at]
    value = number.value
    if value is None or not 1 <= value <= 120 or number.form not in ("digits", "words") or number.scale > 1:
        return None
    if line.tag(number.last)[:2] in _NAMING or line.lower(number.last) in ("%", "-", "per"):
        return None
    place = lead(line, Draft("age", line, number.first, number.last, at + 1))
    if line.lower(place) not in _STANDING:
        return None
    for head in range(place - 1, max(-1, place - _REACH), -1):
        word = line.lower(head)
        if word == "expectancy" or (word == "age" and line.lower(head - 1) in word_class("kinds-of-ages")):
            return Draft("age", line, number.first, number.last, at + 1, value=value, unit="year")
        if word in (";", ":", "“", "”"):
            return None
    return None


rule("figures.age-mean", needs=("age", "expectancy"), priority=47)(age_mean)


def _after_full_name(line: Line, at: int) -> bool:
    """Tell whether a number stands in a list of the arrested and the like: `Tom B. Holt 31, of Leeds`."""
    names = line.tag(at - 1) == line.tag(at - 2) == "NNP" and line.form(at - 1)[1:].islower()
    return names and line.lower(at + 2) in ("of", "from") and _person_like(line, at - 1)


def _year(line: Line, at: int) -> bool:
    return len(line.form(at)) == 4 and line.form(at).isdecimal()


def _person_like(line: Line, at: int) -> bool:
    """A month or a day of the week before the comma makes a date of the number."""
    dated = line.lower(at) in word_class("months-and-days")
    return not dated and line.lower(at - 1) not in ("in", "at", "from", "near")


def _years_old(line: Line, at: int) -> Operand | None:
    number = line.numbers[at]
    if number.form not in ("digits", "words"):
        return None
    place = number.last
    if line.lower(place) in ("yo", "y.o.", "y/o"):
        return Operand(number.first, place + 1, number.start, line.tokens[place].end, number.value, "year", at + 1)
    while line.lower(place) in DASHES and place < number.last + 2:
        place += 1
    unit = _PERIODS.get(line.lower(place))
    if unit is None:
        return None
    after = place + 1
    while line.lower(after) in DASHES and after < place + 2:
        after += 1
    if line.lower(after) in _OLD:
        last = after + 1
    elif line.lower(after) == "of" and line.lower(after + 1) == "age":
        last = after + 2
    else:
        return None
    return Operand(number.first, last, number.start, line.tokens[last - 1].end, number.value, unit, at + 1)


def after_aged(line: Line, first: int) -> bool:
    """Tell whether the number at token ``first`` follows `aged`, `at age`, `the age of`."""
    before = first - 1
    while before > first - 4 and line.lower(before) in word_class("age-modifiers"):
        before -= 1
    word = line.lower(before)
    if word == "aged":
        return True
    if word == "ages" and line.tag(before - 1) in ("NNS", "NN"):  # "individuals ages 55 to 65"
        return True
    if word in ("age", "ages"):
        return line.lower(before - 1) in word_class("before-age")
    return word == "of" and line.lower(before - 1) in ("age", "ages")


def _period(line: Line, at: int) -> Operand | None:
    number = line.numbers[at]
    if number.form not in ("digits", "words"):
        return None
    place = number.last
    unit = _PERIODS.get(line.lower(place))
    if unit is None:
        if type(number.value) is not int or not 0 < number.value < 130 or line.lower(place) in ("%", "percent"):
            return None
        return Operand(number.first, place, number.start, number.end, number.value, "year", at + 1)
    return Operand(number.first, place + 1, number.start, line.tokens[place].end, number.value, unit, at + 1)
