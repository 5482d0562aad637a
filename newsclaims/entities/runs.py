"""Runs: the stretches of capitalised words in a sentence, with the small words that join them.

A run is a pair of token indices (first, last exclusive).  It may still hold a title, a place before a title or the
name of two things; ``names.py`` cuts it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from newsclaims.entities.codes import names_nothing
from newsclaims.entities.lexicon import (
    common_words,
    demonyms,
    first_names,
    gazetteer,
    gazetteer_openers,
    heads,
    not_names,
    parts,
    titles,
    word_class,
)
from newsclaims.rule import rule
from newsclaims.words.sentence import Sentence, Token

LONGEST: Final = 14
"""Tokens of a run at most; what is longer is a list or junk and is cut there."""

_NAME_TAGS: Final = frozenset({"NNP", "NNPS"})
_CLOSED_TAGS: Final = frozenset(
    {"DT", "IN", "PRP", "PRP$", "WP", "WP$", "WDT", "WRB", "CC", "MD", "TO", "EX", "RP", "PDT", "UH", "CD", "SYM"}
)
_QUOTES: Final = frozenset({'"', "“", "‘", "'", "«", "``", ":", "—"})
_OPENERS: Final = _QUOTES | {"(", "[", "–", "-", "•", "*"}
_PARTICIPLES: Final = frozenset({"VBN", "VBD", "VBG"})
_BEFORE_PERSON: Final = frozenset({"NN", "NNP", "VBD", "VBZ", "VBG", "VB", "CC", ","})
_NUMERALS: Final = frozenset({"II", "III", "IV"})
_LINKS: Final = frozenset({"for", "on", "to", "against"})


@rule("entities.capitalised-run")
def runs(sentence: Sentence, lower_words: Collection[str]) -> list[tuple[int, int]]:
    """Capitalised words side by side in a sentence that is written in sentence case.

    The first word of a sentence counts when its tag, a gazetteer or a name that follows says so, and not when the
    document writes it in lower case elsewhere (``lower_words``).  Days, months and labels are no names.
    """
    tokens = sentence.tokens
    found = []
    position = 0
    count = len(tokens)
    while position < count:
        if not tokens[position].text[0].isupper():
            position += 1
            continue
        end = extend(tokens, position) if _begins(tokens, position, lower_words) else _known_end(tokens, position)
        if end:
            found.append((_arabic_article(tokens, position), end))
            position = end
        else:
            position += 1
    return found


def _known_end(tokens: list[Token], position: int) -> int:
    """Return where a name of several words that a gazetteer knows ends: `World Bank`, `Sunday Times`; 0 for none."""
    form = tokens[position].text
    if form not in gazetteer_openers():
        return 0
    found = 0
    for end in range(position + 1, min(len(tokens), position + 6)):
        form += " " + tokens[end].text
        if form in gazetteer():
            found = end + 1
    return found


def _arabic_article(tokens: list[Token], first: int) -> int:
    """Return where a run begins that ``al-`` stands before: `al-Shabab`."""
    if first < 2 or tokens[first - 1].text != "-" or tokens[first - 2].text not in word_class("arabic-articles"):
        return first
    glued = tokens[first - 2].end == tokens[first - 1].start and tokens[first - 1].end == tokens[first].start
    return first - 2 if glued else first


def _begins(tokens: list[Token], position: int, lower_words: Collection[str]) -> bool:
    token = tokens[position]
    lower = token.lower
    if names_nothing(tokens, position):
        return False
    if position >= 2 and tokens[position - 1].text == "-" and tokens[position - 2].lower in word_class("prefixes"):
        return False
    listed = position if tokens[position - 1].text == "(" else position - 2
    if position > 1 and tokens[listed].lower in word_class("exchanges") and tokens[listed + 1].text == ":":
        return False  # `(NYSE: AB)`
    if len(token.text) == 2 and token.text[1] == "." and tokens[position + 1 :] and tokens[position + 1].text.islower():
        return False  # `E. coli`
    if lower in not_names() and _month_of_person(tokens, position):
        return True
    if lower in not_names() or (token.tag in _CLOSED_TAGS and token.text not in gazetteer()):
        return False
    if position + 3 < len(tokens) and tokens[position + 1].text == "of" and (lower in titles() or lower in parts("of")):
        after = position + 3 if tokens[position + 2].text == "the" else position + 2
        if tokens[after].text in first_names():
            return False  # `Friends of Laura`
        return _continues(tokens, after, position)  # `Minister of Education`, `Bank of Melbourne`
    initial = position == 0 or (position < 3 and tokens[0].text in _OPENERS) or tokens[position - 1].text in _QUOTES
    if position == 0 and len(tokens) > 2 and tokens[1].text == ":" and len(token.text) > 2:
        # the speaker of a headline or transcript, whatever the tag: `LOMAX: Yes.`
        plain = lower in common_words() or lower in lower_words or lower in titles() or lower in heads()
        return not plain and (token.text.isupper() or token.tag in _NAME_TAGS)
    if not initial:
        return token.tag in _NAME_TAGS or lower not in common_words() or _name_follows(tokens, position)
    if token.text in gazetteer():
        return True
    if token.tag not in _NAME_TAGS:
        return _name_follows(tokens, position) and lower not in common_words() and lower not in lower_words
    if lower in common_words() or lower in lower_words:
        return _name_follows(tokens, position)
    return True


def _month_of_person(tokens: list[Token], position: int) -> bool:
    """Return whether a month is a first name: `June Osborn said`, not `In June Osborn said` or `a May Reuters poll`.

    It stands first in the sentence or after a verb, a noun such as a title, `and` or `by`, before an unknown name.
    """
    if tokens[position].text not in first_names() or not _name_follows(tokens, position):
        return False
    surname = tokens[position + 1]
    if surname.text in gazetteer() or surname.text in demonyms() or surname.text in first_names():
        return False
    if surname.lower in heads() or surname.lower in titles() or surname.lower in common_words():
        return False
    if surname.text.isupper() or tokens[position + 1].start != tokens[position].end + 1:
        return False
    if position == 0:
        return True
    before = tokens[position - 1]
    return before.tag in _BEFORE_PERSON or before.text in _QUOTES or before.lower in ("by", "with")


def _name_follows(tokens: list[Token], position: int) -> bool:
    """Return whether a further part of a name stands right after a word."""
    if position + 1 == len(tokens):
        return False
    after = tokens[position + 1]
    return after.text[0].isupper() and after.tag in _NAME_TAGS and after.lower not in not_names()


def _continues(tokens: list[Token], position: int, first: int) -> bool:
    """Return whether the token can be a further word of the run that began at ``first``."""
    if position >= len(tokens):
        return False
    token = tokens[position]
    if not token.text[0].isupper():
        return False
    if len(token.text) == 1 and position + 1 < len(tokens) and tokens[position + 1].text == "-":
        return False  # `T-shirt`
    if names_nothing(tokens, position):
        return False
    if token.tag in _NAME_TAGS:
        if token.lower in not_names():
            return position == first + 1 and tokens[first].text in first_names()
        return True
    if token.text in _NUMERALS:
        return True  # `World War II`
    return token.tag not in _CLOSED_TAGS and token.lower not in not_names()


@rule("entities.joining-words")
def extend(tokens: list[Token], first: int) -> int:
    """Small words and marks inside names: `Hugo de Zela`, `Bank of England`, `Marks & Spencer`, `Jean-Claude`.

    "Of", "for" and "and" join only after words that can have such a name (`University of`), never two people.
    """
    position = first + 1
    count = len(tokens)
    limit = min(count, first + LONGEST)
    while position < limit:
        token = tokens[position]
        text = token.text
        if text[0].isupper():
            if not _continues(tokens, position, first):
                break
            position += 1
            continue
        step = 0
        if text == "-":
            step = _hyphen(tokens, position)
        elif text == "&":
            step = 2 if _continues(tokens, position + 1, first) else 0
        elif token.tag == "POS":
            step = _owner(tokens, position, first)
        elif text == ",":
            step = 2 if position + 1 < count and tokens[position + 1].lower in parts("suffix") else 0
        elif text in parts("particle"):
            step = _particle(tokens, position, first)
        elif text == "of":
            step = _of(tokens, position, first)
        elif text == "and":
            step = _and(tokens, position, first)
        elif text in _LINKS:
            step = _for(tokens, position, first)
        elif text == "at" and tokens[first].lower == "university" and _continues(tokens, position + 1, first):
            step = 2
        if not step:
            break
        position += step
    return min(position, count)


def _hyphen(tokens: list[Token], position: int) -> int:
    """Join `Chung-tai`, `Jean-Claude`, `Baden-Württemberg`; not `Beijing-based` and not a dash."""
    if position + 1 >= len(tokens) or tokens[position - 1].end != tokens[position].start:
        return 0
    after = tokens[position + 1]
    if after.start != tokens[position].end:
        return 0
    if after.text[0].isupper():
        return 2 if after.lower not in not_names() else 0
    if after.text in word_class("particles") and position + 3 < len(tokens):
        return 4 if tokens[position + 2].text == "-" and tokens[position + 3].text[0].isupper() else 0
    if after.lower in common_words() or len(after.text) > 7 or not after.text.isalpha():
        return 0
    given = position >= 2 and tokens[position - 2].text[0].isupper() and len(tokens[position - 1].text) < 7
    return 2 if after.tag == "NNP" or (given and after.tag not in _PARTICIPLES) else 0


def _owner(tokens: list[Token], position: int, first: int) -> int:
    """Join `People's Party`, where the owner is no name of its own."""
    if not _continues(tokens, position + 1, first):
        return 0
    owner = tokens[position - 1]
    if owner.lower in parts("owner"):
        return 2
    if position - first == 2 and tokens[first].text in ("St", "St.") and tokens[position + 1].lower in heads():
        return 2  # `St Bede's Hospital`
    plural = owner.lower.endswith("men") or tokens[position].text in ("'", "’")  # `Trawlermen's Union`
    return 2 if plural and owner.text not in gazetteer() and tokens[position + 1].lower in heads() else 0


def _particle(tokens: list[Token], position: int, first: int) -> int:
    """Join `Hugo de Zela`, `Charles de Gaulle`, `Osama bin Laden`, `Ursula von der Leyen`."""
    after = position + 1
    if after < len(tokens) and tokens[after].text in parts("particle"):
        after += 1
    if after + 1 < len(tokens) and tokens[after].text == "-" and tokens[position].text in ("al", "el", "ul", "ud"):
        after += 1
    if _continues(tokens, after, first) and tokens[first].lower not in common_words():
        return after - position + 1
    return 0


def _of(tokens: list[Token], position: int, first: int) -> int:
    """Join `University of the Arts`, where the word before can have a name with "of"."""
    after = position + 1
    if after < len(tokens) and tokens[after].lower == "the":
        after += 1
    if not _continues(tokens, after, first):
        return 0
    before = tokens[position - 1].lower
    office = before in titles() and tokens[after].text not in gazetteer()  # `Secretary of State`
    linked = any(token.text in _LINKS for token in tokens[first:position])
    return after - position + 1 if office or linked or before in parts("of") else 0


def _for(tokens: list[Token], position: int, first: int) -> int:
    """Join `Centers for Disease Control`, `Foundation for the Visual Arts`, `Committee on Foreign Relations`."""
    after = position + 1
    if after < len(tokens) and tokens[after].lower == "the":
        after += 1
    if tokens[position - 1].lower in parts("for") and _continues(tokens, after, first):
        return after - position + 1
    return 0


def _and(tokens: list[Token], position: int, first: int) -> int:
    """Join `Food and Drug Administration`, `Department of Health and Human Services`, `Trinidad and Tobago`."""
    if not _continues(tokens, position + 1, first):
        return 0
    left = tokens[position - 1]
    if f"{left.text} and {tokens[position + 1].text}" in gazetteer():
        return 2
    if left.text in gazetteer() or left.text in first_names():
        return 0
    if position + 2 < len(tokens) and _continues(tokens, position + 2, first):
        last = position + 2
        while last + 1 < len(tokens) and last < position + 4 and _continues(tokens, last + 1, first):
            last += 1
        body = tokens[last].lower in parts("and") and position - first <= 2
        if body and tokens[position + 1].text not in first_names():
            return 2
    if left.lower in ("state", "justice"):
        return 0
    for index in range(first, position - 1):
        office = tokens[index].lower in word_class("offices") or tokens[index].lower in titles()
        if office and tokens[index + 1].text in ("of", "for"):
            return 2
    return 0
