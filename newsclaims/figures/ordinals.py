"""Ranks: `33rd`, `third place`, `the first meeting`, `#2`, `No. 1`, `number 3`."""

from __future__ import annotations

from typing import Final

from newsclaims.figures.cardinals.reader import Number
from newsclaims.figures.classes import word_class
from newsclaims.figures.line import Draft, Line
from newsclaims.rule import rule
from newsclaims.table import words

_NOUN: Final = ("NN", "NNS", "NNP", "NNPS")
_MODIFIER: Final = ("JJ", "JJS", "JJR", "VBN", "VBG", "AFX", "HYPH")
_DETERMINER: Final = ("DT", "PRP$", "POS", "WP$")
_LOOSE: Final = frozenset({"first", "second"})


def ordinal_rank(line: Line, at: int) -> Draft | None:
    """An ordinal in digits or words: `the 33rd floor`, `third round`, `its first meeting`, `finished second`.

    "First" as an adverb ("first noticed", "first and foremost", "at first"), idioms ("in the first place"), names
    ("First Lady", "Second World War", "501st Legion"), centuries and days of the month are none.
    """
    number = line.numbers[at]
    if number.form != "ordinal":
        return None
    lower = line.lower(number.first)
    after = line.lower(number.last)
    hyphened = after == "-" and line.lower(number.last + 1) == "century"
    if hyphened or after in ("century", "centuries", "-century", "amendment", "amendments"):
        return None
    if _in_name(line, number) or _of_centuries(line, number):
        return None
    if lower in _LOOSE and number.last - number.first == 1:
        if not _ranks(line, number):
            return None
    elif not line.form(number.first)[0].isdigit() and not _ranks(line, number, loose=False):
        return None
    return Draft("ordinal", line, number.first, number.last, at + 1, value=number.value, comparator="=")


rule("figures.ordinal-rank", priority=43)(ordinal_rank)


def ordinal_number(line: Line, at: int) -> Draft | None:
    """A rank with a sign: `#2`, `No. 1`, `number 3 in the list`.

    Telephone and flight numbers and numbers of more than three digits are names.
    """
    number = line.numbers[at]
    rank = type(number.value) is int and 0 < number.value < 200
    if not rank or number.form not in ("digits", "words") or number.scale > 1:
        return None
    if line.form(number.first)[0] == "#":
        return Draft("ordinal", line, number.first, number.last, at + 1, value=number.value, comparator="=")
    before = number.first - 1
    word = line.lower(before)
    first = before
    if word == "." and line.lower(before - 1) in ("no", "nr"):
        first = before - 1
    elif word not in word_class("number-marks"):
        return None
    negative = word == "no" and (number.form != "digits" or line.form(before) != "No")
    if negative or (word == "#" and not line.touches(number.first)):
        return None
    spelt = number.form == "words" and line.lower(before - 1) in ("the", "their")  # "the number one buyer"
    if word == "number" and line.lower(before - 1) in word_class("not-rank-number") and not spelt:
        return None
    if line.lower(before - 1) in word_class("not-rank-label") and word != "#":
        return None
    if line.form(before - 1) in ("Resolution", "Flight", "Route", "Highway", "Case", "Proposition"):
        return None
    glued = line.touches(number.last) and line.form(number.last + 1)[:1].isdigit()
    if glued and line.lower(number.last) in ("-", "/", "."):
        return None
    return Draft("ordinal", line, first, number.last, at + 1, value=number.value, comparator="=")


rule("figures.ordinal-number", priority=79)(ordinal_number)


def _of_centuries(line: Line, number: Number) -> bool:
    """`the 18th and 19th centuries`."""
    if line.lower(number.last) not in ("and", "or", "to", "-", "through"):
        return False
    return any(line.lower(number.last + step) in ("century", "centuries") for step in (2, 3))


def _in_name(line: Line, number: Number) -> bool:
    """`First Lady`, `Second World War`, `501st Legion`, `Fifth Avenue`: a capital, or a unit of the army, follows."""
    after = line.form(number.last)
    glued = line.touches(number.first) and line.form(number.first - 2)[-1:].isdigit()
    if glued and line.lower(number.first - 1) == "-":
        return True  # "the 60-second spot"
    capitals = line.form(number.first)[0].isupper() and line.form(number.last + 1)[:1].isupper()
    if after == "-" and number.first > 0 and capitals:
        return True  # "First-Vice President"
    if after[:1].isupper() and not line.form(number.first)[0].islower():
        table = words("figures", "numbered_names")
        later = line.lower(number.last + 1) in table and line.tag(number.last + 1) == "NNP"
        if later or line.lower(number.last) in table:
            return True
        form = line.form(number.first)
        named = number.first > 0 or line.tag(number.last) in ("NNP", "NNPS")
        return form[0].isupper() and not after.isupper() and named
    form = line.form(number.first)
    if form[0].isupper() and number.first > 0 and after == "and" and line.form(number.last + 1)[:1].isupper():
        return True  # "the First and Second World Wars"
    capitals = form.isupper() and len(form) > 3 and form[0].isupper()
    return capitals and line.tag(number.last) in ("NNP", "NNPS")


def _ranks(line: Line, number: Number, loose: bool = True) -> bool:
    """Tell a rank from an adverb and an idiom by its neighbours."""
    before, after = number.first - 1, number.last
    previous, following = line.lower(before), line.lower(after)
    tag = line.tag(after)
    if following in word_class("not-after") and (loose or following in ("degree", "-degree")):
        return (following == "place" and previous not in ("the",)) or (following == "class" and not loose)
    if following == "-":
        if line.lower(after + 1) in word_class("ordinal-compounds"):
            return False
        return line.tag(after + 1) in _NOUN or line.tag(after + 1) in _MODIFIER
    again = line.tag(after + 1) == "JJ" and line.lower(after + 1)[-2:] in ("nd", "rd", "th", "st")
    if again and following in ("and", "or", "to", ","):
        return True
    acting = tag == "VBG" or (following.endswith("ing") and tag == "NN")
    if previous in ("at", "per", "every", "split") or (acting and previous in ("after", "before", "by", "without")):
        return False
    if not loose and not (following == "," and number.first == 0):
        return True
    if previous == "a" and line.lower(number.first) == "second" and tag not in _NOUN and tag not in _MODIFIER:
        if line.lower(before - 1) == "of":  # "a tenth of a second"
            return False
        return tag == "RB" or following in (".", ",")
    if line.tag(before) == "CD" and line.lower(number.first) in ("second", "third"):
        return False
    if tag in _NOUN or tag in ("JJ", "JJS", "AFX") or (tag in ("VBN", "VBG") and line.tag(before) in _DETERMINER):
        if line.tag(before) in _DETERMINER or line.tag(number.first) != "RB":
            return True
        return not tag.startswith("V")
    if tag == "CD":
        return not loose
    if line.tag(before) in _DETERMINER or previous == "the":
        return True
    near = line.lower(before - 1) in word_class("placed") and previous in ("in", "a", "joint", "to")
    if near or previous in word_class("placed"):
        return True
    if line.tag(before) in ("VBD", "VBZ", "VBP", "VB") and line.tokens[before].lemma == "be":
        return tag in ("IN", ".", ",") and following != "of"  # "Bush was second with 18 percent"
    return previous in ("in", "from", "joint", "for") and tag in ("IN", ".", ",", "CC") and following != "of"
