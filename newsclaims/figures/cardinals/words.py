"""Numbers that begin with a word: `twenty-five`, `half a million`, `two-thirds`, `a third of`, `tens of thousands`."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from newsclaims.figures.cardinals.cardinal import Number, and_fraction, make
from newsclaims.figures.cardinals.notation import Value, divided, times
from newsclaims.figures.cardinals.word_values import HYPHENS, number_words, read_ordinal, read_point, read_words, use_of
from newsclaims.figures.classes import word_class
from newsclaims.words.sentence import Token

_SEVERAL: Final = frozenset({"several", "few", "many"})
_NOT_AFTER_FRACTION: Final = ("NN", "JJ", "CD")


def from_words(tokens: list[Token], at: int) -> Number | None:
    token = tokens[at]
    uses = number_words()
    if token.lower in ("a", "an"):
        return _with_article(tokens, at)
    use, value = uses[token.lower]
    if use == "vague":
        return _vague(tokens, at)
    if use == "half":
        joined = at + 1
        while joined < at + 4 and joined < len(tokens) and tokens[joined].lower in ("a", "-"):
            joined += 1  # "half a million", "half-a-million", "half-dozen"
        if use_of(tokens, joined) in ("scale", "dozen"):
            read = read_words(tokens, joined)
            if read:
                return make(tokens, at, read[0], times(Decimal("0.5"), read[1]), "words")
        return make(tokens, at, at + 1, Decimal("0.5"), "half")
    if use == "part" and token.lower == "quarter":
        place = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].lower == "-")
        if place < len(tokens) and tokens[place].lower in word_class("counted-fractions"):  # "a quarter-point cut"
            return make(tokens, at, at + 1, Decimal("0.25"), "half")
    if use == "part":
        if use_of(tokens, at + 1) == "scale" and token.lower == "quarter":
            return make(tokens, at, at + 2, times(Decimal("0.25"), uses[tokens[at + 1].lower][1]), "words")
        return None
    if use in ("letter", "parts"):
        return None
    ordinal = read_ordinal(tokens, at)
    if ordinal:
        if _part_left(tokens, at, ordinal):
            return make(tokens, at, at + 1, divided(1, int(ordinal[1])), "fraction")
        return make(tokens, at, ordinal[0], ordinal[1], "ordinal")
    if use == "ordinal":
        return None
    fraction = _fraction(tokens, at, value, use)
    if fraction:
        return fraction
    if use in ("hundred", "scale", "dozen") and at and tokens[at - 1].lower in _SEVERAL:
        article = at > 1 and tokens[at - 1].lower == "few" and tokens[at - 2].lower == "a"
        read = read_words(tokens, at)  # "several hundred thousand"
        if read is not None:
            return make(tokens, at - 1 - article, read[0], read[1], "vague")
    read = read_words(tokens, at)
    if read is None:
        return None
    last, total, scale = read
    below = number_words().get(tokens[last].lower) if last < len(tokens) else None
    if below is not None and below[0] == "parts" and below[1] > 4 and total > 20:  # "twenty-three fifths"
        return make(tokens, at, last + 1, divided(total, below[1]), "fraction")
    if last < len(tokens) and tokens[last].lower == "dozens" and scale == 1:  # "three dozens"
        last, total, scale = last + 1, times(total, 12), 12
    point = read_point(tokens, last)
    if point:
        last, total = point[0], total + point[1]
        if use_of(tokens, last) == "scale":
            scale = uses[tokens[last].lower][1]
            total = times(total, scale)
            last += 1
    number = make(tokens, at, last, total, "words")
    if scale > 1:
        number.base, number.scale = divided(total, scale), scale
    elif last > at + 1 and use_of(tokens, last - 1) == "hundred":  # "three to four | hundred"
        number.base, number.scale = divided(total, 100), 100
    return and_fraction(tokens, number)


def _part_left(tokens: list[Token], at: int, read: tuple[int, Value]) -> bool:
    """Tell whether an ordinal is a part: `the other third of the firm`, `in the top tenth of schools`."""
    last, value = read
    if last != at + 1 or value < 3 or last >= len(tokens) or at == 0:
        return False
    return tokens[last].lower == "of" and tokens[at - 1].lower in word_class("parts-of-a-whole")


def _with_article(tokens: list[Token], at: int) -> Number | None:
    """Read `a hundred`, `a dozen`, `a third of`, `a quarter million`."""
    if at + 1 >= len(tokens):
        return None
    after = number_words().get(tokens[at + 1].lower)
    if after is None:
        return None
    use, value = after
    if use in ("hundred", "scale", "dozen"):
        read = read_words(tokens, at + 1)
        if read and not (tokens[read[0]].lower in HYPHENS if read[0] < len(tokens) else False):
            number = make(tokens, at, read[0], read[1], "words")
            number.base, number.scale = divided(read[1], read[2]), read[2]
            return and_fraction(tokens, number)  # "a million and a half"
        return None
    if use in ("ordinal", "part") and value > 2:
        if use == "part" and use_of(tokens, at + 2) == "scale":
            return make(tokens, at, at + 3, times(Decimal("0.25"), number_words()[tokens[at + 2].lower][1]), "words")
        if _ends_fraction(tokens, at + 2, use):
            return make(tokens, at, at + 2, divided(1, value), "fraction")
    return None


def _ends_fraction(tokens: list[Token], at: int, use: str) -> bool:
    """Tell whether what follows `a third`, `a quarter` shows a share and not a rank or three months."""
    if at >= len(tokens):
        return use == "ordinal"
    after = tokens[at]
    following = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    if after.tag in ("JJR", "RBR") and not following.startswith(("NN", "JJ")):
        return True  # "a third cheaper"
    if after.lower in ("more", "fewer", "less") and following.startswith("NN"):
        return True  # "a third fewer visitors", but "a third more serious charge"
    if use == "part":
        return after.lower == "of" or after.tag in ("NNS", "NNPS")
    return after.lower == "of" or (
        not after.tag.startswith(_NOT_AFTER_FRACTION) and after.lower not in ("time", "one", "-", "and")
    )


def _fraction(tokens: list[Token], at: int, top: int, use: str) -> Number | None:
    """Read `two-thirds`, `one-third`, `three quarters`, `one half`."""
    if use not in ("unit", "tens") or not top:
        return None
    below = at + 1
    hyphen = below < len(tokens) and tokens[below].lower in HYPHENS
    if hyphen:
        below += 1
    found = number_words().get(tokens[below].lower) if below < len(tokens) else None
    if found is None:
        return None
    kind, bottom = found
    plural = kind == "parts" and top > 1 and (bottom != 4 or top == 3 or hyphen)
    single = kind in ("ordinal", "part", "half") and top == 1 and bottom > 1
    if single and kind == "part":
        single = hyphen or _ends_fraction(tokens, below + 1, "part")
    if single and kind == "ordinal" and bottom == 2:
        single = False
    if (plural or single) and (hyphen or tokens[below].start - tokens[at].end <= 2):
        if plural and use_of(tokens, below + 1) == "scale":  # "three quarters billion"
            scale = number_words()[tokens[below + 1].lower][1]
            return make(tokens, at, below + 2, times(divided(top, bottom), scale), "words")
        return make(tokens, at, below + 1, divided(top, bottom), "fraction")
    return None


def _vague(tokens: list[Token], at: int) -> Number | None:
    """Read `dozens`, `hundreds of thousands`, `tens of billions`; `tens` and `scores` only with what they count."""
    value = number_words()[tokens[at].lower][1]
    last = at + 1
    while last + 1 < len(tokens) and tokens[last].lower == "of" and use_of(tokens, last + 1) in ("vague", "scale"):
        value *= number_words()[tokens[last + 1].lower][1]
        last += 2
        if last - at > 6:
            break
    if last == at + 1 and tokens[at].lower in ("tens", "scores"):
        if tokens[at].lower == "tens" or last >= len(tokens) or tokens[last].lower != "of":
            return None
        if at and tokens[at - 1].tag in ("DT", "NN", "NNS", "JJ", "PRP$", "POS", "NNP"):
            return None
    return make(tokens, at, last, value, "vague")
