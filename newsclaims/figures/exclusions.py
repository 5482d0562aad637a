"""Numbers that are no figures: dates, clock times, labels, numbers in names, addresses, the pronoun `one`.

The dates that were found elsewhere bar their numbers; the guards here do not rely on them.
"""

from __future__ import annotations

from typing import Final

from newsclaims.figures.cardinals.reader import Number
from newsclaims.figures.classes import word_class
from newsclaims.figures.counted_nouns import counted, is_model
from newsclaims.figures.line import Line
from newsclaims.figures.persons import certain_person
from newsclaims.figures.unit_words import units
from newsclaims.table import words

_AFTER_PRONOUN: Final = ("VB", "MD", "IN", "W", "TO", "RB", "PRP", ".", ",", ":", "'", "POS", "CC", ")", "-")


def barred(line: Line, number: Number) -> bool:
    """Tell whether a date, a time or a set covers the number; a duration's noun settles that elsewhere.

    A date that is four bare digits is believed only where it looks like a year ("survey of 1709 schoolchildren").
    """
    bar = line.bar(number.start, number.end)
    if bar is None or bar[2] == "DURATION":
        return False
    if bar[2] == "SET" and line.lower(number.last) == "times":
        return False  # "three times a week"
    year = bar[:2] == (number.start, number.end) and number.form == "digits" and number.end - number.start == 4
    return not year or _is_year(line, number) or number.value is None or number.value >= 1900


def is_date_like(line: Line, number: Number) -> bool:
    """Tell whether the number is a year, a day of a month, a clock time, a numeric date or part of a long code."""
    if number.form == "clock":
        return True
    before, after = line.lower(number.first - 1), line.lower(number.last)
    if after in word_class("clock"):
        return True
    if number.form not in ("digits", "ordinal", "words"):
        return False
    value = number.value
    if _is_month(line, number.first - 1) and (value is None or value <= 31 or 1000 < value < 2200):
        return True
    if _is_month(line, number.last) or (after == "of" and _is_month(line, number.last + 1)):
        return value is not None and 0 < value <= 31
    if number.form == "ordinal":
        return before == "the" and after in ("of", ".", ",", "") and _is_month(line, number.last + 1)
    if after == "-" and _is_month(line, number.last + 1) and line.touches(number.last):
        return True
    day = before in word_class("days") and value is not None and value <= 31
    if day and not line.tag(number.last).startswith(("NNS", "JJ")):
        return number.form == "digits"
    if before == "," and line.lower(number.first - 2).isdigit() and _is_month(line, number.first - 3):
        return number.end - number.start == 4
    if number.form == "digits" and _in_code(line, number):
        return True
    return _is_year(line, number)


def _is_month(line: Line, at: int) -> bool:
    lower = line.lower(at)
    named = lower in word_class("months") and (lower != "march" or line.form(at)[0].isupper())
    return named or line.form(at) == "May"


def _in_code(line: Line, number: Number) -> bool:
    """Numbers chained with slashes or more than one hyphen: 01/06/16, 24/7, 555-1234-99, 1.2.3."""
    after, before = line.lower(number.last), line.lower(number.first - 1)
    if after == "/" and line.touches(number.last) and line.form(number.last + 1)[:1].isdigit():
        return True
    if before == "/" and line.touches(number.first) and line.form(number.first - 2)[-1:].isdigit():
        return True
    if after == "-" and _digits_touch(line, number.last) and line.lower(number.last + 2) in ("-", "/"):
        return _digits_touch(line, number.last + 2)
    steps = 0
    at = number.first
    while steps < 4 and line.lower(at - 1) in ("-", "/") and line.touches(at) and line.form(at - 2)[-1:].isdigit():
        at -= 2
        steps += 1
    chained = line.lower(number.last) in ("-", "/") and line.form(number.last + 1)[:1].isdigit()
    return steps > 1 or (steps == 1 and chained)


def _digits_touch(line: Line, at: int) -> bool:
    return line.touches(at) and line.form(at + 1)[:1].isdigit()


def _is_year(line: Line, number: Number) -> bool:
    form = line.form(number.first)
    if number.last - number.first != 1 or len(form) != 4 or not form.isdecimal() or number.value is None:
        return False
    value = number.value
    if not 1500 <= value <= 2100:
        return False
    before = line.lower(number.first - 1)
    if before == "of" and line.lower(number.first - 2) in word_class("totals"):
        return False  # rose by an average of 1500
    counts = line.tag(number.last) == "NNS" or line.lower(number.last).endswith(("people", "children", "men", "women"))
    if before in word_class("before-year-count"):
        modified = line.tag(number.last) in ("NN", "JJ")
        return not counts and value > 1900 and before in ("over", "around", "about") and not modified
    if value < 1900 or value == 2000:
        return not counts or before in ("in", "since", "the")
    return not (counts and before in word_class("before-count"))


def in_name(line: Line, number: Number) -> bool:
    """Tell whether the bare number belongs to a name or label: Boeing 737, G7, page 5, KPA post 542, 4chan, STS-135."""
    first, last = number.first, number.last
    if number.start > line.tokens[first].start and number.code is None:
        return True
    if is_model(line, first) or _footnote(line, number) or _numbered(line, number):
        return True
    glued = line.touches(last) and (line.form(last)[0].isalpha() or line.form(last)[0] == "_")
    if glued and number.form == "digits" and number.end == line.tokens[last].start:
        return True
    before = line.lower(first - 1)
    if before == "-" and line.touches(first) and line.form(first - 2).isupper() and len(line.form(first - 2)) > 2:
        return True  # "COVID -19"
    if before in ("-", "‑", "–", "/", "+") and line.touches(first) and line.touches(first - 1):
        stem = line.lower(first - 2)
        if stem and (stem[-1].isalpha() or stem[0].isalpha()) and stem not in word_class("glued-prefixes"):
            return True
    whole = number.start == line.tokens[first].start
    if before in (".", "_", "@", "=", ":") and line.touches(first) and line.touches(first - 1) and whole:
        return True
    if before == "," and line.touches(first) and line.touches(first - 1) and line.form(first - 2)[-1:].isdigit():
        return True  # the 500 of "X3,500"
    if line.form(first - 1) in ('"', "“", "'") and line.form(first - 2) == "=":  # an attribute of a tag
        return True
    if before == "year" and line.lower(first - 2) == "the":  # "the year 0"
        return True
    if line.form(first - 1) == "Under":  # the Under 20 team
        return True
    label = before in words("figures", "labels") and line.tag(first - 1)[:1] in ("N", "J", "V", "F")
    if label and number.form in ("digits", "words") and not _counts_on(line, number):
        return True
    if number.form == "digits" and _is_serial(line, number):
        return True
    if before in ("in", "since") and len(line.form(first)) == 3 and line.form(first).isdecimal() and number.scale == 1:
        return line.tag(last) in ("IN", "CC", ".", ",", ":")  # "mentioned in 968 as", an early year
    if number.form == "digits" and (_after_name(line, number) or _before_name(line, number)):
        return True
    if number.form == "words" and line.form(first)[0].isupper() and first > 0:
        if line.form(first - 1) in "“\"‘'" and line.form(last)[:1].isupper() and line.form(last + 1)[:1].isupper():
            return line.tag(last + 2)[:1] not in ("N", "J")  # “Five Lucky Stars”
        if before == "of" and line.form(first - 2)[:1].isupper():  # "the Group of Seven"
            return True
        capital = line.form(first - 1)[:1].isupper() or line.form(last)[:1].isupper()
        opened = line.form(first - 1) in "“\"‘'" or line.form(first - 1).endswith((":", "."))
        if capital and line.tag(first) in ("NNP", "NNPS", "CD") and not opened:
            before_name = line.tag(last) in ("NNP", "NNPS") and line.tag(first - 1) not in (":", "``", ".", "")
            if line.tag(first) == "NNP" and line.form(last)[:1].isupper() and _in_sentence(line):
                return True  # "has Zero Gravity Seats"
            return before_name or line.tag(first - 1) in ("NNP", "NNPS", "DT", "JJ")
    return _address(line, number)


def _in_sentence(line: Line) -> bool:
    """Tell whether a sentence is no title: it has a verb or noun in small letters."""
    return any(token.tag[:1] in "NV" and token.text[0].islower() for token in line.tokens)


def _numbered(line: Line, number: Number) -> bool:
    """Tell whether a number tells which one thing is meant: `the 777 program`, `The 2B Mindset`, `Zero-Gravity Seats`.

    What is counted is plural or stands for several (`the 300 staff`).
    """
    last = number.last
    if number.form == "words":
        capital = line.form(number.first)[0].isupper() and line.lower(last) in ("-", "‑") and line.touches(last)
        return capital and line.form(last + 1)[:1].isupper() and line.tag(last + 1)[:1] in ("N", "J")
    if number.form != "digits" or number.code is not None or line.tag(number.first - 1) == "$":
        return False
    if last - number.first == 2:
        letter = line.form(last - 1) in ("B", "K", "M") and line.touches(last - 1)
        return letter and line.tag(last) in ("NN", "NNP") and line.form(last).istitle()
    form, after = line.form(number.first), line.lower(last)
    if len(form) != 3 or not form.isdecimal() or line.lower(number.first - 1) not in ("a", "the", "this"):
        return False
    single = line.tag(last) == "NN" and line.tag(last + 1) not in ("NN", "NNS", "HYPH")
    return (
        single
        and after not in word_class("collective")
        and after not in word_class("told-by-number")
        and not units(after)
    )


def _footnote(line: Line, number: Number) -> bool:
    """Tell whether a number is a mark of reference: `the group[3] said`."""
    marked = line.form(number.first - 1) == "[" and line.form(number.last) == "]" and number.form == "digits"
    closed = line.tag(number.last + 1) in (".", ",", ":", "-LRB-", "") or line.form(number.last + 1) == "["
    glued = line.touches(number.first - 1) and line.form(number.first - 2)[-1].isalnum()
    return marked and (glued or closed or number.first == 1)


def _counts_on(line: Line, number: Number) -> bool:
    return line.tag(number.last) in ("NNS",) and number.value is not None and number.value != 1


def _after_name(line: Line, number: Number) -> bool:
    """A capitalised word directly before a bare number: Windows 7, Studio 54, Dow 30; not `On Thursday 12 people`."""
    before = number.first - 1
    form = line.form(before)
    inner = form[:1].islower() and form[1:2].isupper()  # iPadOS 13
    if before < 0 or (
        line.tag(before) not in ("NNP", "NNPS")
        and not inner
        and not (form[0].isupper() and before > 0 and line.tag(before) in ("NN", "NNS", "JJ"))
    ):
        return False
    if not (form[0].isupper() or inner) or line.lower(before) in word_class("days") or form.endswith(":"):
        return False
    if number.last - number.first > 1 or number.scale > 1 or "," in line.form(number.first):
        return False
    many = line.tag(number.last) == "NNS" and number.value is not None and number.value >= 100
    return not many or number.value == 500


def _before_name(line: Line, number: Number) -> bool:
    """A number counts no single name: `the 787 Dreamliner`, `11 Pro Max`; but `200 Chinese`, `12 Taliban fighters`."""
    single = number.last - number.first == 1 and number.scale == 1 and "," not in line.form(number.first)
    if number.value == 1 or not isinstance(number.value, int) or not single:
        return False
    noun = counted(line, number.last)
    if noun is None or not line.form(noun.head)[0].isupper() or line.tag(noun.head) in ("NNS", "NNPS"):
        return False
    if noun.lemma != line.lower(noun.head) or noun.lemma in word_class("collective"):
        return False
    return not line.lower(noun.head).endswith(("ese", "ish", "ch", "s", "taliban", "men", "women", "people"))


def _is_serial(line: Line, number: Number) -> bool:
    """A long run of digits, the number of a list item, or the lower part of a quotation of prices (`35.67-70`)."""
    first, last = number.first, number.last
    if len(line.form(first)) > 15 and line.form(first).isdecimal():
        return line.tag(last) not in ("NN", "NNS")
    form = line.form(first)
    if form.isdecimal() and _of_telephone(line, first):
        return True
    if first == 0 and line.lower(last) in (".", ")") and line.touches(last) and line.count > 3:
        return True
    return line.lower(first - 1) in ("-", "–") and line.touches(first) and line.form(first - 2)[-1:].isdigit()


def _of_telephone(line: Line, at: int) -> bool:
    """Tell whether digits belong to a telephone number: `01632 960999`, `0800 555 1234`, `call 555-0134`."""
    first = last = at
    while first > at - 8 and _continues_telephone(line, first - 1):
        first -= 1
    while last < at + 8 and _continues_telephone(line, last + 1):
        last += 1
    digits = "".join(line.form(place) for place in range(first, last + 1) if line.form(place).isdecimal())
    if last == first or not 7 <= len(digits) <= 15:
        return False
    trunk = digits[0] == "0" and len(line.form(first)) > 1 and len(digits) > 8
    near = {line.lower(place) for place in range(first - 5, first)}
    return trunk or line.form(first - 1) == "+" or not near.isdisjoint(word_class("telephone"))


def _continues_telephone(line: Line, at: int) -> bool:
    form = line.form(at)
    return form.isdecimal() or (form in ("-", "(", ")") and line.form(at + 1).isdecimal())


def _address(line: Line, number: Number) -> bool:
    if number.form != "digits" or not line.form(number.last)[:1].isupper():
        return False
    for at in range(number.last, number.last + 4):
        if line.lower(at) in words("figures", "street_words"):
            return line.tag(at + 1) not in ("NN", "NNS")
        if not line.form(at)[:1].isupper():
            return False
    return False


def is_pronoun(line: Line, number: Number) -> bool:
    """Tell whether `one` stands for a noun or for anybody: `the new one`, `one of which`, `no one`, `one expects`."""
    if number.last - number.first != 1 or line.lower(number.first) != "one":
        return False
    before, after = line.lower(number.first - 1), line.lower(number.last)
    if certain_person(line, number.last):
        return True
    if before in ("at", "on") and after in ("point", "time", "stage", "hand", "level"):
        return True
    if before == "no" or after == "another" or (after in word_class("after-pronoun-one") and before != "than"):
        joined = after == "-" and line.tag(number.last + 1) in ("NN", "NNS")
        return not joined or line.lower(number.last + 1) in ("time", "day", "sided", "way", "off", "year")
    if after in ("or", "and") and line.lower(number.last + 1) in ("more", "two", "one", "the"):
        return False
    tag = line.tag(number.last)
    described = line.tag(number.first - 1) in ("JJ", "JJR", "JJS", "DT") and before not in ("only", "just")
    if described or before in word_class("one-before"):
        return not tag.startswith("NN")
    return not tag or tag.startswith(_AFTER_PRONOUN)
