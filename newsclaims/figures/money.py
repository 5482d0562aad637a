"""Amounts of money: `$2.5 billion`, `NZ $ 26 million`, `€16bn`, `37.5 Canadian cents`, `tens of billions of euros`."""

from __future__ import annotations

from typing import Final

from newsclaims.figures.cardinals.cardinal import Number
from newsclaims.figures.cardinals.notation import Value, divided, times
from newsclaims.figures.cardinals.word_values import number_words
from newsclaims.figures.classes import word_class
from newsclaims.figures.line import VAGUE, Draft, Line
from newsclaims.figures.money_words import codes, mark_before, money_after, name_before
from newsclaims.figures.ranges import Operand, join
from newsclaims.rule import rule

_POUND: Final = frozenset({"pound", "pounds"})


def money_mark(line: Line, at: int) -> Draft | None:
    """A number after a currency sign, country prefix or ISO code: `$2.5 billion`, `A$30m`, `EUR 20`, `$3 to $4m`.

    A bare dollar sign is read as the US dollar.  A ticker (`$TSLA`) has no number and is silent.  The scale word
    belongs to the figure; "a share" and "per litre" do not.  Source of signs and codes: the tables of currencies.
    """
    if _marked(line, at) is None:
        return None
    found = join(line, at, _marked)
    return found.draft("money", line) if found else None


rule("figures.money-mark", priority=90)(money_mark)


def money_name(line: Line, at: int) -> Draft | None:
    """A number before the name, code or sign of a currency: `422,000 euros`, `10 Swiss francs`, `42 LBP`, `10€`.

    Cents, pence and other subunits are given in the main unit (12.5 cents = 0.125 USD), and "ten dollars and 40 cents"
    is one figure.  "Pounds" are weight unless the amount or the document speaks of sterling.
    """
    found = join(line, at, _named)
    return found.draft("money", line) if found else None


rule("figures.money-name", priority=87)(money_name)


def money_vague(line: Line, at: int) -> Draft | None:
    """A vague plural of money: `tens of billions of euros`, `millions of dollars`; the value is the base (1e10, 1e6).

    Without a currency ("millions of people") it is a count.
    """
    number = line.numbers[at]
    if number.form != "vague":
        return None
    last = number.last + (line.lower(number.last) == "of")
    found = money_after(line.tokens, last)
    if found is None or (found[2] > 1 and number.value is None):
        return None
    end, unit, parts = found
    value = divided(number.value, parts) if number.value is not None and parts > 1 else number.value
    return Draft("money", line, number.first, end, at + 1, value=value, unit=unit, comparator="~")


rule("figures.money-vague", needs=VAGUE, priority=84)(money_vague)


def money_slash(line: Line, at: int) -> Draft | None:
    """An amount closed by a slash and a dash, as East Africa writes shillings: `10,000/-`, `4m/-`, `620m/=`."""
    number = line.numbers[at]
    last = number.last
    letter = number_words().get(line.lower(last)) if line.touches(last) and number.scale == 1 else None
    factor = letter[1] if letter is not None and letter[0] == "letter" else 1
    last += factor > 1
    closed = line.lower(last) == "/" and line.touches(last) and line.lower(last + 1) in ("-", "=")
    if not closed or not line.touches(last + 1) or number.form != "digits" or number.value is None:
        return None
    if mark_before(line.tokens, number.first) is not None:
        return None
    value = times(number.value, factor)
    return Draft("money", line, number.first, last + 2, at + 1, value=value, unit="shilling")


rule("figures.money-slash", needs=("/",), priority=91)(money_slash)


def _marked(line: Line, at: int) -> Operand | None:
    number = line.numbers[at]
    if number.form not in ("digits", "words", "fraction"):
        return None
    first, start, code = number.first, number.start, number.code
    if code is None:
        mark = mark_before(line.tokens, number.first) or name_before(line.tokens, number.first, number.scale > 1)
        if mark is None:
            return None
        first, code = mark
        start = line.tokens[first].start
    elif line.lower(first - 1) == "$":  # "$US113 trillion"
        first -= 1
        start = line.tokens[first].start
    value = number.value
    if value is not None and line.form(first) == f"M{code}":  # "MSEK 60"
        value = times(value, 10**6)
    if value is not None and line.lower(number.first - 1) in ("-", "−") and line.lower(number.first - 2) == "$":
        value, start = -value, line.tokens[number.first - 2].start
    before = line.lower(first - 1)
    apart = first < 2 or line.tokens[first - 2].end < line.tokens[first - 1].start
    sign = before in ("minus", "negative") or (before in ("-", "−") and line.touches(first) and apart)
    if value is not None and sign:
        value, first = -value, first - 1
        start = line.tokens[first].start
    last = number.last
    after = money_after(line.tokens, last)
    if after and (after[1] == code or (code == "USD" and line.lower(last) in ("canadian", "australian", "cad", "aud"))):
        last, code = after[0], after[1]
    elif line.form(last) in ("US", "U.S.") and line.tag(last + 1) not in ("NN", "NNS", "NNP", "JJ"):
        last += 1
    end = max(number.end, line.tokens[last - 1].end)
    upto = at + 1
    cents = _cents(line, upto, last)
    if cents and value is not None and number.scale == 1:
        value, last, end, upto = value + cents[0], cents[1], line.tokens[cents[1] - 1].end, upto + 1
    return Operand(first, last, start, end, value, code, upto)


def _named(line: Line, at: int) -> Operand | None:
    number = line.numbers[at]
    if number.form not in ("digits", "words", "fraction", "half"):
        return None
    last = number.last
    if number.form == "half" and line.lower(last) in ("a", "an"):
        last += 1
    after = money_after(line.tokens, last)
    if line.form(last) == "p" and line.form(number.first) in word_class("lines-of-screens"):
        return None  # "watch it at 1080p"
    if after is None and line.form(last)[:1] == "M" and line.form(last)[1:] in codes() and number.value is not None:
        millions = times(number.value, 10**6)  # "120 MEUR"
        end, code = line.tokens[last].end, line.form(last)[1:]
        return Operand(number.first, last + 1, number.start, end, millions, code, at + 1)
    last += line.lower(last) == "-"
    if after is None or (line.lower(last) in ("marks", "crowns") and not _large(number)):
        return None
    if line.lower(last) in _POUND and not _sterling(line, at, last):
        return None
    end, unit, parts = after
    value = number.value
    if value is not None and parts > 1:
        value = divided(value, parts)
    scale = number_words().get(line.lower(end))
    unscaled = number.scale == 1 and value is not None and line.lower(end) in ("million", "billion")
    if scale and scale[0] == "scale" and unscaled and value is not None:
        value = times(value, scale[1])  # "75 USD million"
        end += 1
    upto = at + 1
    cents = _cents(line, upto, end) if parts == 1 else None
    if cents and value is not None:
        value, end, upto = value + cents[0], cents[1], upto + 1
    return Operand(number.first, end, number.start, line.tokens[end - 1].end, value, unit, upto)


def _cents(line: Line, index: int, last: int) -> tuple[Value, int] | None:
    """Return (value, token after) of `and forty-five cents`, `43 sen` that follow a whole amount, else None."""
    if index >= len(line.numbers):
        return None
    number = line.numbers[index]
    gap = last
    while gap < last + 2 and line.lower(gap) in ("and", ","):
        gap += 1
    closing = gap == last + 1 and line.lower(last) == "and" and line.form(number.last) in ("", ".", "?", "!")
    if closing and number.first == gap and type(number.value) is int and 0 < number.value < 100:
        return divided(number.value, 100), number.last  # "cost 15 dollars and 50."
    if number.value is None or not 0 < number.value < 100:
        return None
    if number.first != gap or number.form not in ("digits", "words"):
        return None
    found = money_after(line.tokens, number.last)
    if found and found[2] == 100:
        return divided(number.value, 100), found[0]
    if gap == last and number.value >= 10 and line.form(number.last)[:1] in ("", ".", ",", "?", "!"):
        named = line.lower(last - 1) not in ("$", "€", "£") and not line.form(last - 1)[0].isdigit()
        return (divided(number.value, 100), number.last) if named else None  # "15 dollars 50"
    return None


def _large(number: Number) -> bool:
    """Tell whether the amount is too large or too exact for marks of a test: `20,000 marks`, `1.8400 marks`."""
    return number.value is not None and (number.value >= 1000 or not isinstance(number.value, int))


def _sterling(line: Line, at: int, pounds: int) -> bool:
    """Tell whether pounds are money: a large round amount, or a document in sterling where nothing is weighed."""
    number = line.numbers[at]
    large = number.scale >= 10**6
    if line.lower(pounds + 1) in ("of", "overweight", "heavier", "lighter", "per", "force"):
        return large and line.british
    if large or line.lower(pounds - 1) == "-":
        return large
    near = {line.lower(place) for place in range(max(0, number.first - 8), min(line.count, pounds + 6))}
    return line.british and near.isdisjoint(word_class("weigh"))
