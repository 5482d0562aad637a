"""Numbers that begin with digits or a currency code: `1,234`, `2.5 million`, `12.3m`, `40 000`, `6½`, `EUR50m`."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

from newsclaims.figures.cardinals.cardinal import Number, and_fraction, make
from newsclaims.figures.cardinals.notation import Value, divided, read_digits, times
from newsclaims.figures.cardinals.word_values import HYPHENS, number_words, read_words, use_of
from newsclaims.figures.classes import word_class
from newsclaims.figures.money_words import codes, is_mark, letters, mark_code
from newsclaims.pattern import compiled
from newsclaims.words.sentence import Token

_ORDINAL: Final = compiled(r"\A(\d{1,3}(?:,\d{3})*|\d++)(?:st|nd|rd|th)$", re.IGNORECASE)
_CODE_DIGITS: Final = compiled(r"([A-Z]{2,4}|[A-Z][a-zč]{1,3}|[ACNPRS])(\d++)([a-z]{1,3})?$")
_SPACE: Final = "[\u00a0\u2007\u2009\u202f ]"
_GROUPS: Final = compiled(
    rf"\d{{1,3}}(?:(?:{_SPACE}\d{{3}})+(?!{_SPACE}\d{{3}})|(?:['’]\d{{3}})+)(?:[.,]\d++)?(?![\d\w]|[.,'’]\d)"
)
_POWER: Final = compiled(
    r"(\d{1,20}(?:\.\d{1,20})?)(?:[eE]([+-]?\d{1,3})|\s?[x×]\s?10\s?(?:\^([-−+]?\d{1,3})|([-−]\d{1,3})))(?!\w|\.\d)|10\^(\d{1,3})(?!\w|\.\d)"
)
_HASHED: Final = compiled(r"\d{1,15}(?:,\d{3})*(?:\.\d{1,4})?")
_DENOMINATORS: Final = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100, 128, 1000})


def from_digits(tokens: list[Token], at: int, text: str, comma: bool) -> Number | None:
    form = tokens[at].text
    if not form[-1].isdigit():
        ordinal = _ORDINAL.match(form)
        if ordinal and _is_stone(tokens, at, ordinal.group(1)):
            number = make(tokens, at, at + 1, read_digits(ordinal.group(1)), "digits")
            number.unit = "stone"
            return number
        if ordinal:
            return make(tokens, at, at + 1, read_digits(ordinal.group(1)), "ordinal")
        if form[-1] == "g" and form[:-1].isdecimal():  # "500g" is one token, as "5G" is
            number = make(tokens, at, at + 1, read_digits(form[:-1]), "digits")
            number.unit = "g"
            return number
        if len(form) == 1 and form.isnumeric():
            return make(tokens, at, at + 1, Decimal(str(round(unicodedata.numeric(form), 12))), "fraction")
        return None
    if ":" in form:
        return make(tokens, at, at + 1, None, "clock")
    power = _POWER.match(text, tokens[at].start)
    if power:
        return _scientific(tokens, at, power)
    last = at + 1
    spaced = _GROUPS.match(text, tokens[at].start) if len(form) <= 3 else None
    if spaced and not _is_list(tokens, at, spaced.group()):
        while last < len(tokens) and tokens[last].end <= spaced.end():
            last += 1
        value = read_digits(spaced.group(), comma)
    else:
        value = read_digits(form, comma)
    start = tokens[at].start
    pointed = at and tokens[at - 1].text == "." and tokens[at - 1].end == start and form.isdecimal() and len(form) < 15
    if pointed and (start < 2 or not text[start - 2].isalnum()):
        number = make(tokens, at, last, Decimal("0." + form), "digits")
        number.start = start - 1
        return number
    fraction = _slash(tokens, at, text)
    if fraction is not None:
        return make(tokens, at, at + 3, fraction, "fraction")
    return _scaled(tokens, at, last, value, text)


def _is_stone(tokens: list[Token], at: int, digits: str) -> bool:
    """Tell whether `9st`, `11st` is a weight: no ordinal ends so, or pounds follow it."""
    if tokens[at].lower[-2:] != "st":
        return False
    pounds = at + 2 < len(tokens) and tokens[at + 1].text.isdecimal() and tokens[at + 2].lower in ("lb", "lbs")
    return pounds or digits[-1] != "1" or digits[-2:] == "11"


def _scientific(tokens: list[Token], at: int, power: re.Match[str]) -> Number | None:
    """Read `1.3e6`, `6.23x10^-4`, `2.998×10−8`; a power beyond what is written in news has no value."""
    last = at + 1
    while last < len(tokens) and tokens[last].end <= power.end():
        last += 1
    exponent = int((power.group(2) or power.group(3) or power.group(4) or power.group(5)).replace("−", "-"))
    value = Decimal(power.group(1) or 1).scaleb(exponent) if abs(exponent) <= 40 else None
    return make(tokens, at, last, value, "digits")


def _is_list(tokens: list[Token], at: int, form: str) -> bool:
    """A plain space between groups is a separator only where nothing hints at two numbers, as in `Boeing 737 800`."""
    named = at > 0 and (tokens[at - 1].tag in ("NNP", "CD") or tokens[at - 1].text[0].isupper())
    return " " in form and (named or form.split(" ")[-1] in word_class("model-numbers"))  # "about 60 747 jets"


def _slash(tokens: list[Token], at: int, text: str) -> Value | None:
    """Return the value of `1/4` and `1⁄4`: touching, smaller above larger, a usual denominator."""
    if at + 2 >= len(tokens) or tokens[at + 1].text not in ("/", "⁄") or not tokens[at + 2].text.isdecimal():
        return None
    top, bottom = tokens[at].text, tokens[at + 2].text
    if tokens[at + 2].end - tokens[at].start != len(top) + len(bottom) + 1 or len(top) > 3 or len(bottom) > 4:
        return None
    if text[tokens[at + 2].end : tokens[at + 2].end + 1] == "/" or text[tokens[at].start - 1 : tokens[at].start] == "/":
        return None
    if not top.isdecimal() or int(bottom) not in _DENOMINATORS or int(top) >= int(bottom):
        return None
    return divided(int(top), int(bottom))


def _scaled(tokens: list[Token], at: int, last: int, value: Value | None, text: str) -> Number:
    """Add to digits a mixed fraction (`6 1/4`, `6½`) or a scale (`2.5 million`, `12.3m`, `4 hundred million`)."""
    number = make(tokens, at, last, value, "digits")
    if value is None or last >= len(tokens):
        return number
    after = tokens[last]
    if len(after.text) == 1 and after.text.isnumeric() and not after.text.isdecimal():
        return make(tokens, at, last + 1, value + Decimal(str(round(unicodedata.numeric(after.text), 12))), "digits")
    if after.text.isdecimal() and type(value) is int and after.start == number.end + 1:
        fraction = _slash(tokens, last, text)
        if fraction is not None:
            return make(tokens, at, last + 3, value + fraction, "digits")
    begin = last
    if after.lower in HYPHENS and use_of(tokens, last + 1) == "scale":
        begin = last + 1
    use = use_of(tokens, begin)
    if use in ("hundred", "scale", "dozen"):
        read = read_words(tokens, begin, value)
        if read:
            last, total, scale = read
            number = make(tokens, at, last, total, "digits")
            number.base, number.scale = value, scale
            return and_fraction(tokens, number)
    if use == "letter" and begin == last and _is_scale(tokens, number, after):
        factor = number_words()[after.lower][1]
        number = make(tokens, at, last + 1, times(value, factor), "digits")
        number.base, number.scale = value, factor
        return number
    return and_fraction(tokens, number)


def _is_scale(tokens: list[Token], number: Number, letter: Token) -> bool:
    """Tell whether the letters after digits are a scale (`$3m`, `2.7m sales`) and not a unit (`100m race`)."""
    lower = letter.lower
    glued = letter.start == number.end
    if len(lower) > 1:
        return glued or letter.text != "Mil"
    money = is_mark(tokens, number.first)
    after = tokens[number.last + 1] if number.last + 1 < len(tokens) else None
    if money:
        return glued or lower != "k"
    if lower == "k":
        runs = after is not None and after.lower in ("run", "race", "runs", "races", "tv", "video", "screen", "display")
        people = after is not None and after.tag == "NNS"
        many = letter.text == "k" or people or (number.value is not None and number.value >= 10)
        return glued and not runs and many
    if not glued:
        return letter.text in ("B", "M") and after is not None and after.tag == "NNS"
    if letter.text == "M" or lower == "b":
        return after is None or after.lower not in ("/", "-")
    if after is None or after.lower in word_class("length-after") or after.lower in ("/", "x"):
        return False
    if after.tag in ("NNS", "NNPS") or after.lower in word_class("counted-in-millions"):
        return True
    for later in tokens[number.last + 1 : number.last + 6]:
        if later.tag == "NNS":
            return True
        if later.tag not in ("JJ", "NN", "VBN", "NNP", "CC", "HYPH", "VBG"):
            return False
    return False


def with_code(tokens: list[Token], at: int, text: str, comma: bool) -> Number | None:
    """Read `USD115.5`, `RM23.50`, `EUR50m`: a currency code that touches the digits."""
    found = _CODE_DIGITS.match(tokens[at].text)
    code = mark_code(found.group(1)) if found else None
    letter = letters().get(found.group(1)) if found and code is None else None
    if found and code is None and found.group(1) in word_class("words-in-capitals") and found.group(1) in codes():
        letter = found.group(1)
    if code == "HRK":  # "KN5,000", but "KN95 masks"
        letter = code
    code = code or letter
    if found and found.group(1) == "US" and at and tokens[at - 1].text == "$":
        code = "USD"  # "$US113 trillion"
    if (
        found
        and found.group(1) == "PS"
        and (found.group(3) or tokens[at].end == tokens[min(at + 1, len(tokens) - 1)].start)
    ):
        code = "GBP"  # a pound sign that lost its encoding: "PS8.1bn"; a PS5 is a machine
    if found is None or code is None:
        return None
    start = tokens[at].start + len(found.group(1))
    end = start + len(found.group(2))
    last = at + 1
    if not found.group(3):
        while last + 1 < len(tokens) and tokens[last].text in (".", ",") and tokens[last].start == end:
            digits = tokens[last + 1].text
            if tokens[last + 1].start != end + 1 or not digits[0].isdigit() or not digits[-1].isdigit():
                break
            end = tokens[last + 1].end
            last += 2
    value = read_digits(text[start:end], comma)
    number = Number(at, last, tokens[at].start, end, value, "digits")
    number.code = code
    if value is None:
        return number
    if not found.group(3) and last + 1 < len(tokens) and tokens[last].lower in HYPHENS:
        last += use_of(tokens, last + 1) == "scale"  # "Rs14,275-crore"
    suffix = found.group(3) or (tokens[last].lower if last < len(tokens) else "")
    scale = number_words().get(suffix)
    if scale and scale[0] in ("letter", "scale"):
        if not found.group(3):
            last += 1
        number = Number(at, last, tokens[at].start, tokens[last - 1].end, times(value, scale[1]), "digits")
        number.base, number.scale, number.code = value, scale[1], code
    elif found.group(3):
        return None
    # "R3,500", "N5 million"; a letter and a bare number is a label: "the R2 road", "N95 masks"
    return number if letter is None or number.scale > 1 or "," in text[start:end] else None


def with_hash(tokens: list[Token], at: int, text: str) -> Number | None:
    """Read `#2` as a rank's number, and `#2.5 billion` as pounds: old wires write # for the pound sign."""
    start = tokens[at].start
    digits = _HASHED.match(text, start + 1)
    if digits is None:
        return None
    last = at + 1
    while last < len(tokens) and tokens[last].end <= digits.end():
        last += 1
    value = read_digits(digits.group())
    if value is not None and use_of(tokens, last) == "scale":
        factor = number_words()[tokens[last].lower][1]
        number = Number(at, last + 1, start, tokens[last].end, times(value, factor), "digits")
        number.base, number.scale, number.code = value, factor, "GBP"
        return number
    if last > at + 1 or digits.end() - start > 4:
        return None
    return Number(at, last, start + 1, tokens[at].end, value, "digits")
