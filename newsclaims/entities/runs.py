"""Runs: the stretches of capitalised words in a sentence, with the small words that join them.

A run is a pair of token indices (first, last exclusive).  It may still hold a title, a place before a title or the
name of two things; ``names.py`` cuts it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from newsclaims.entities.lexicon import common_words, first_names, gazetteer, heads, not_names
from newsclaims.words.sentence import Sentence, Token

LONGEST: Final = 14
"""Tokens of a run at most; what is longer is a list or junk and is cut there."""

PARTICLES: Final = frozenset(
    "de van von der den del della da dos di du la le al el bin ibn bint ben ter zu y ul ud das af av".split()
)
_NAME_TAGS: Final = frozenset({"NNP", "NNPS"})
_CLOSED_TAGS: Final = frozenset(
    {"DT", "IN", "PRP", "PRP$", "WP", "WP$", "WDT", "WRB", "CC", "MD", "TO", "EX", "RP", "PDT", "UH", "CD"}
)
_OPENERS: Final = frozenset("\"“‘'(«—–-:•*[``")
_SUFFIXES: Final = frozenset({"inc", "inc.", "ltd", "ltd.", "llc", "jr", "jr.", "sr", "sr.", "corp", "corp.", "plc", "l.p."})
_PLURAL_OWNERS: Final = frozenset(
    "people women men children workers farmers teachers veterans peoples players writers publishers lloyd mcdonald macy "
    "sotheby christie moody kohl wendy domino sainsbury levi lowe trader dick denny applebee kellogg reader king queen "
    "alzheimer parkinson hodgkin mother father valentine".split()
)
_OF_HEADS: Final = frozenset(
    """academy archbishop bank basilica battle bay board bureau cape center centre chamber church city college commission
    commonwealth community confederation congress convention corps council county court daughters declaration
    department diocese duchy emirate faculty federation festival field fields first-nations friends gulf hall head hill
    house institute institution isle isles journal kingdom knights lake league library ministry mount museum national
    northern office order organisation organization parliament peninsula people port presbytery principality province
    republic rock royal school sea secretariat senate society sons sound south state states strait synod temple
    territory theatre tower town treaty tribunal union united university valley village voice war""".split()
)
_FOR_HEADS: Final = frozenset(
    """agency alliance americans association campaign center centers centre citizens coalition college commission
    committee conference congress council doctors foundation fund group institute international lawyers league mothers
    movement network office organisation organization partnership party program programme research scientists society
    students union united vote voters watch women workers office secretariat reporters union bank""".split()
)
_LINKS: Final = frozenset({"for", "on", "to", "against", "in"})


def is_capitalised(token: Token) -> bool:
    """Return whether a token begins with a capital letter."""
    return token.text[0].isupper()


def runs(sentence: Sentence, lower_words: Collection[str]) -> list[tuple[int, int]]:
    """Return the runs of a sentence that is written in sentence case.

    ``lower_words`` are the words that the document writes in lower case somewhere: they tell a capital at the start
    of a sentence from a name.
    """
    tokens = sentence.tokens
    found = []
    position = 0
    count = len(tokens)
    while position < count:
        if tokens[position].text[0].isupper() and _begins(tokens, position, lower_words):
            end = _extend(tokens, position)
            found.append((_arabic_article(tokens, position), end))
            position = end
        else:
            position += 1
    return found


def _arabic_article(tokens: list[Token], first: int) -> int:
    """Return where a run begins that ``al-`` stands before: `al-Shabab`."""
    if first >= 2 and tokens[first - 1].text == "-" and tokens[first - 2].text in ("al", "el", "ad", "as", "ar", "ash"):
        if tokens[first - 2].end == tokens[first - 1].start and tokens[first - 1].end == tokens[first].start:
            return first - 2
    return first


def _begins(tokens: list[Token], position: int, lower_words: Collection[str]) -> bool:
    token = tokens[position]
    lower = token.lower
    if lower in not_names() or token.tag in _CLOSED_TAGS and token.text not in gazetteer():
        return False
    initial = position == 0 or (tokens[position - 1].text in _OPENERS and tokens[position - 1].end == token.start)
    if not initial:
        return token.tag in _NAME_TAGS or lower not in common_words() or _name_follows(tokens, position)
    if token.text in gazetteer():
        return True
    if token.tag not in _NAME_TAGS:
        return _name_follows(tokens, position) and lower not in common_words() and lower not in lower_words
    if lower in common_words() or lower in lower_words:
        return _name_follows(tokens, position)
    return True


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
    if token.tag in _NAME_TAGS:
        if token.lower in not_names():
            return position == first + 1 and tokens[first].text in first_names()
        return True
    return token.tag not in _CLOSED_TAGS and token.lower not in not_names()


def _extend(tokens: list[Token], first: int) -> int:
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
        elif text == "&" or text == "/" and tokens[position - 1].end == token.start and len(tokens[position - 1].text) < 3:
            step = 2 if _continues(tokens, position + 1, first) else 0
        elif token.tag == "POS":
            step = _owner(tokens, position, first)
        elif text == ",":
            step = 2 if position + 1 < count and tokens[position + 1].lower in _SUFFIXES else 0
        elif text in PARTICLES:
            step = _particle(tokens, position, first)
        elif text == "of":
            step = _of(tokens, position, first)
        elif text == "and":
            step = _and(tokens, position, first)
        elif text in _LINKS and tokens[position - 1].lower in _FOR_HEADS and _continues(tokens, position + 1, first):
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
    if after.text in ("al", "el", "ul", "ol", "e", "de", "la", "le", "sur", "en", "upon", "on") and position + 3 < len(tokens):
        return 4 if tokens[position + 2].text == "-" and tokens[position + 3].text[0].isupper() else 0
    known = after.tag == "NNP" and after.lower not in common_words() and tokens[position - 1].tag == "NNP"
    return 2 if known and len(after.text) < 7 else 0


def _owner(tokens: list[Token], position: int, first: int) -> int:
    """Join `People's Party`, where the owner is no name of its own."""
    owner = tokens[position - 1].lower
    if owner in _PLURAL_OWNERS and _continues(tokens, position + 1, first):
        return 2
    return 0


def _particle(tokens: list[Token], position: int, first: int) -> int:
    """Join `Hugo de Zela`, `Charles de Gaulle`, `Osama bin Laden`, `Ursula von der Leyen`."""
    after = position + 1
    if after < len(tokens) and tokens[after].text in PARTICLES:
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
    if tokens[position - 1].lower in _OF_HEADS and _continues(tokens, after, first):
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
        joined = heads().get(tokens[last].lower) == "organization" and tokens[last].text not in gazetteer()
        if joined and tokens[position + 1].text not in first_names() and position - first <= 2:
            return 2
    opener = tokens[first].lower in ("department", "ministry", "office", "institute", "centers", "centre", "center")
    return 2 if opener and position > first + 1 and left.lower not in ("state", "justice") else 0
