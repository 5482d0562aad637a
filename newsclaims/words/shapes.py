"""How a word looks: the keys under which the tagger knows word forms, and the case of a whole sentence.

A *key* is the form with quotation marks and apostrophes made straight and digits made `0`. Where capitals say
nothing (first word of a sentence, headlines in Title Case or CAPITALS) the key is `^` and the lower-cased form.
Keys are only used to look things up; the text itself is never changed.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Final

from newsclaims.pattern import compiled
from newsclaims.text.amounts import marks_amount

CASELESS: Final = "^"
"""First character of keys of words whose capitals say nothing."""

RESERVED: Final = frozenset(["<s>", "</s>"])
"""Keys that stand for the edges of a sentence; no form has them."""
_PLAIN: Final = str.maketrans(
    {"’": "'", "‘": "`", "ʼ": "'", "´": "'", "“": "``", "”": "''", "„": "``", "«": "``", "»": "''", "–": "-", "‑": "-"}
)
_DIGIT: Final = compiled(r"\d")
_DIGITS: Final = compiled(r"0{2,}")
_SMALL: Final = "a an and as at but by for from if in into nor of off on or over the to up via vs with"
SMALL_WORDS: Final = frozenset(_SMALL.split(" "))
"""Words that Title Case leaves small."""
_MAX_KEY: Final = 40
_MAX_KEPT: Final = 65_536
_KEYS: Final[dict[str, str]] = {}
"""The keys of forms that were asked for."""
CODE: Final = compiled(
    r"\.[A-Z][A-Z0]{1,9}|[A-Z][A-Z0]{1,9}=[A-Z]{0,4}|(?:[A-Z]{2,5}[a-z]?|0+)\.[A-Z]{1,2}|[A-TV-Z]\.[NO]|[A-Z]{2,4}[cv]0{1,2}"
)
"""Keys of codes of shares, indices, currencies and futures: `.DJI`, `EUR=`, `AAPL.O`, `CLc0`."""


def key(form: str) -> str:
    """The form as the tagger's tables know it: straight apostrophes, digits as `0` (at most four in a row).

    >>> key("Peru’s"), key("2016"), key("1,250.75"), key("F-16")
    ("Peru's", '0000', '0,000.00', 'F-00')
    """
    found = _KEYS[form] = _key(form)
    return found


def _key(form: str) -> str:
    form = form[:_MAX_KEY]
    plain = (form.replace("‘", "'") if len(form) > 1 else form).translate(_PLAIN)
    if plain.isalpha():
        return plain
    if plain in RESERVED:
        return "<>"
    if plain == "v.":
        return "vs."
    plain = _DIGIT.sub("0", plain)
    return _DIGITS.sub(lambda m: m.group()[:4], plain)


def letter_case(forms: list[str]) -> str:
    """`title`, `upper` or `normal`: how the words of one sentence are capitalised.

    Words that Title Case leaves small do not count, nor does the first word; a sentence needs three capitalised
    words, and at most one small word in eight, before its capitals are distrusted.

    >>> letter_case("Peru Declares Mexico ’s President Persona Non Grata".split())
    'title'
    >>> letter_case("The president of Mexico said on Monday".split())
    'normal'
    """
    title = upper = lower = 0
    for form in forms[1:]:
        if form[0].isalpha():
            if form.islower():
                lower += form not in SMALL_WORDS
            elif len(form) > 1 and form.isupper():
                upper += 1
            else:
                title += 1
    if title + upper < 3 or lower * 7 > title + upper:
        return "normal"
    return "upper" if upper > 3 * title else "title"


def keys(forms: list[str], names: Collection[str] = ()) -> list[str]:
    """One key a token, with the caseless key wherever the position or the sentence explains a capital.

    The position explains none of ``names``, which the document writes with a capital everywhere.
    """
    if len(_KEYS) > _MAX_KEPT:
        _KEYS.clear()
    found = [_KEYS.get(form) or key(form) for form in forms]
    case = letter_case(forms)
    if case == "normal":
        explained = True
        opened = False
        for i, form in enumerate(found):
            if explained and (form.istitle() or form in ("A", "I")) and form not in names:
                found[i] = CASELESS + form.lower()
            if form[0].isalnum():
                explained = False
            elif form == '"':
                opened = explained = not opened
            elif form == "``":
                explained = True
    else:
        for i, form in enumerate(found):
            if form[0].isupper() and (case == "upper" or form[1:].islower() or len(form) == 1):
                found[i] = CASELESS + form.lower()
    for i in [i for i, form in enumerate(found) if form[0] == "0" and i]:
        if marks_amount(forms, i - 1):
            found[i - 1] = "$"  # "N5 billion", "Tk. 5 crore", "GH¢5"
        if i + 1 < len(forms) and forms[i + 1] in ("crore", "lakh"):
            found[i + 1] = "million"
    return found


@lru_cache(maxsize=65536)
def shape(form: str) -> str:
    """Letters as `A`/`a`, digits as `0`, other characters as themselves, runs shortened: `Mc-Donald7` -> `Aa-Aa0`.

    >>> shape("U.S."), shape("iPhone"), shape("2.5"), shape("^said")
    ('A.A.', 'aAa', '0.0', '^a')
    """
    out: list[str] = []
    for char in form[:20]:
        kind = "A" if char.isupper() else "a" if char.isalpha() else "0" if char.isdigit() else char
        if not out or out[-1] != kind:
            out.append(kind)
    return "".join(out)
