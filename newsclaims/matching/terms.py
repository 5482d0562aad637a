"""Text to terms that can be compared: stems of words, values of numbers, handles and hashtags.

Letters lose accents and case, words lose their endings (``lexicon/suffixes.tsv``), irregular forms become their lemma.
Numbers become their value whether in digits or in words (`14,000`, `seven`, `$80 million`).  Links say nothing.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

from newsclaims.table import rows, words
from newsclaims.words.lemmas import lemma

Kind = str
"""`word`, `number`, `tag` (a handle or hashtag as a whole)."""


class Term(NamedTuple):
    """One term: the ``key`` that is compared, the ``form`` it has in the text, and its kind."""

    key: str
    form: str
    kind: Kind

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital, as names are; also `eBay`."""
        return self.form[0].isupper() or self.form[1:2].isupper()


_LINK = re.compile(r"(?:https?://|pic\.twitter\.com/|www\.)\S*")
_RUN_ON = re.compile(r"(?=https?://|pic\.twitter\.com/)")  # a link that is written right behind a word
_TERM = re.compile(
    r"(?P<tag>[@#]\w+)|(?P<number>\d[\d,]*(?:\.\d+)?)|(?P<letters>(?:[A-Z]\.){2,})|[^\W\d_]+(?:'[^\W\d_]+){0,4}"
)
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_]+|\d+")


def folded(text: str) -> str:
    """Return text without accents and with straight apostrophes; its case stays."""
    text = text.replace("’", "'")
    if text.isascii():
        return text
    return "".join(sign for sign in normalize("NFKD", text) if not combining(sign))


def terms(text: str) -> list[Term]:
    """Return the terms of a text in its order.

    >>> [term.key for term in terms("Voters' IDs: 14,000 were 'found' in seven towns")]
    ['voter', 'id', '#14000', 'were', 'found', 'in', '#7', 'town']
    """
    text = _LINK.sub(" ", _RUN_ON.sub(" ", folded(text)))
    found: list[Term] = []
    scales, values = _scales(), _values()
    for match in _TERM.finditer(text):
        form = match[0]
        kind = match.lastgroup
        if kind == "tag":
            found.append(Term(form[1:].lower().replace("_", ""), form[1:], "tag"))
            continue
        if kind == "number":
            found.append(Term(_key(float(form.replace(",", ""))), form, "number"))
            continue
        if kind == "letters":
            form = form.replace(".", "")
        elif "'" in form:
            form = form.removesuffix("'s").replace("'", "")
        lower = form.lower()
        scale = scales.get(lower)
        if scale and found and found[-1].kind == "number" and (scale[1] or text[match.start() - 1].isdigit()):
            value = float(found[-1].key[1:]) * scale[0]
            gap = "" if text[match.start() - 1].isdigit() else " "
            found[-1] = Term(_key(value), f"{found[-1].form}{gap}{form}", "number")
        elif lower in values:
            found.append(Term(_key(values[lower]), form, "number"))
        elif form in ("US", "U.S"):
            found.append(Term("u.s", form, "word"))  # `us` is another word
        else:
            found.append(Term(stem(lower), form, "word"))
    return found


def parts(tag: str) -> list[str]:
    """Return the words of a handle or hashtag as far as its capitals tell them: `VeteransDay`."""
    return _PARTS.findall(tag)


def _key(value: float) -> str:
    return f"#{value:.6g}"


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """Return what the forms and derivations of a lower-cased word share; it need not be a word.

    >>> stem("resignation"), stem("resigned"), stem("shot"), stem("children")
    ('resign', 'resign', 'shoot', 'child')
    """
    if len(word) <= 3:
        return word
    if not word.endswith(("ed", "ing", "s")):  # regular endings are cut below
        past = lemma(word, "VBD")
        word = past if past != word else lemma(word, "NNS")
    if word.endswith("ss"):
        return word
    for length in range(min(7, len(word) - 3), 0, -1):
        other = _suffixes().get(word[-length:])
        if other is not None:
            word = word[:-length] + other
            break
    if len(word) > 3:
        if word[-1] == word[-2] and word[-1] not in "lse":
            word = word[:-1]
        if word[-1] == "e":
            word = word[:-1]
        elif word[-1] == "y":
            word = word[:-1] + "i"
    return word


def is_function(word: str) -> bool:
    """Tell whether a lower-cased word says little about what a text is about."""
    return word in words("facts", "function_words")


@cache
def _suffixes() -> dict[str, str]:
    return {row[0]: row[1] if len(row) > 1 else "" for row in rows("matching", "suffixes")}


@cache
def _values() -> dict[str, float]:
    return {form: float(value) for form, use, value in rows("matching", "numbers") if use == "value"}


@cache
def _scales() -> dict[str, tuple[float, bool]]:
    """Return scale word -> (factor, whether it is a word of its own: `5 million`, but only `5m`)."""
    return {form: (float(value), use == "scale") for form, use, value in rows("matching", "numbers") if use != "value"}
