"""What joins the words of a name: small words, hyphens, marks, and what a gazetteer knows to follow."""

from __future__ import annotations

from typing import Final

from newsclaims.entities.codes import names_nothing
from newsclaims.entities.joint_names import joined_by_and, listed
from newsclaims.entities.lexicon import (
    common_words,
    first_names,
    gazetteer,
    gazetteer_openers,
    heads,
    not_names,
    parts,
    titles,
    word_class,
)
from newsclaims.entities.names import key
from newsclaims.rule import rule
from newsclaims.syntax.name_months import is_surname
from newsclaims.table import words
from newsclaims.words.known import knows
from newsclaims.words.sentence import Token

LONGEST: Final = 14
"""Tokens of a run at most; what is longer is a list or junk and is cut there."""

NAME_TAGS: Final = frozenset({"NNP", "NNPS"})
CLOSED_TAGS: Final = frozenset(
    {"DT", "IN", "PRP", "PRP$", "WP", "WP$", "WDT", "WRB", "CC", "MD", "TO", "EX", "RP", "PDT", "UH", "CD", "SYM"}
)
_PARTICIPLES: Final = frozenset({"VBN", "VBD", "VBG"})
_NUMERALS: Final = frozenset({"II", "III", "IV"})
_NICKNAME_MARKS: Final = frozenset({'"', "“", "”", "‘", "’", "'"})
_FURTHER: Final = 6  # tokens behind a run that may belong to a known name
_LONGEST_BRACKET: Final = 9  # tokens from the bracket in the name of a law to its last word
_LINKS: Final = frozenset({"for", "on", "to", "against"})


def continues(tokens: list[Token], position: int, first: int) -> bool:
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
    if token.tag in NAME_TAGS:
        if token.lower in not_names():
            named = position == first + 1 and tokens[first].text in first_names()  # `Jennifer Ngo-Anh`
            return is_surname(tokens, position) or (named and token.lower not in words("words", "time_nouns"))
        return True
    if token.text in _NUMERALS:
        return True  # `World War II`
    return token.tag not in CLOSED_TAGS and token.lower not in not_names()


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
            if not continues(tokens, position, first):
                break
            position += 1
            continue
        step = 0
        if text == "-":
            step = _hyphen(tokens, position, first)
        elif text == "&":
            step = 2 if continues(tokens, position + 1, first) else 0
        elif token.tag == "POS":
            step = _owner(tokens, position, first)
        elif text == ",":
            step = 2 if position + 1 < count and tokens[position + 1].lower in parts("suffix") else 0
            step = step or listed(tokens, position, first, continues)
        elif text in parts("particle"):
            step = _particle(tokens, position, first)
        elif text == "of":
            step = _of(tokens, position, first)
        elif text == "and":
            step = joined_by_and(tokens, position, first, continues)
        elif text in _LINKS:
            step = _for(tokens, position, first)
        elif text == "at" and tokens[first].lower == "university" and continues(tokens, position + 1, first):
            step = 2
        elif text in _NICKNAME_MARKS:
            step = _nickname(tokens, position, first)
        elif text == "(":
            step = _law(tokens, position)
        if not step:
            break
        position += step
    return _known_further(tokens, first, min(position, count))


rule("entities.joining-words")(extend)


def _known_further(tokens: list[Token], first: int, end: int) -> int:
    """Return where a run ends if a gazetteer knows it with the words behind it: `Joint Chiefs of Staff`, `S&P 500`."""
    if end < len(tokens) and tokens[end].tag == "POS" and key(tokens[first : end + 1]) in gazetteer():
        owned = end + 1 < len(tokens) and tokens[end + 1].tag[:2] in ("NN", "JJ")
        return end if owned else end + 1  # `Macy's said`; `Lowe's car` may be that of a Lowe
    if end + 1 < len(tokens) and tokens[end].text == "." and tokens[end].end == tokens[end + 1].start:
        return end + 2 if tokens[end + 1].text in word_class("domains") else end  # `Edmunds.com`
    if tokens[first].text not in gazetteer_openers() and end - first < 3:
        return end
    for last in range(min(len(tokens), end + _FURTHER), end, -1):
        if tokens[last - 1].text[0].isalnum() and key(tokens[first:last]) in gazetteer():
            return last
    return end


def _nickname(tokens: list[Token], position: int, first: int) -> int:
    """Join `Robert "Bob" Holt`: a nickname in marks behind a first name and before the surname."""
    if position + 3 >= len(tokens):
        return 0
    given = tokens[position - 1]
    if given.text not in first_names() and (position > first + 1 or knows(given.lower) or given.text in gazetteer()):
        return 0
    closed = tokens[position + 2].text in _NICKNAME_MARKS and tokens[position + 1].text[0].isupper()
    return 4 if closed and continues(tokens, position + 3, first) else 0


def _law(tokens: list[Token], position: int) -> int:
    """Join a law with a bracket in its name: `the Harbours (Amendment) Act`."""
    for at in range(position + 1, min(len(tokens) - 1, position + _LONGEST_BRACKET)):
        text = tokens[at].text
        if text == ")":
            return at + 2 - position if tokens[at + 1].text in word_class("of-laws") and at > position + 1 else 0
        if not (text[0].isupper() or text in ("and", "of", "the", "for", "to", "in", ",", "-")):
            return 0
    return 0


def _hyphen(tokens: list[Token], position: int, first: int) -> int:
    """Join `Chung-tai`, `Jean-Claude`, `Baden-Württemberg`, `Moon Jae-in`; not `Beijing-based` and not a dash."""
    if position + 1 >= len(tokens) or tokens[position - 1].end != tokens[position].start:
        return 0
    after = tokens[position + 1]
    if after.start != tokens[position].end:
        return 0
    if after.text[0].isupper():
        return 2 if after.lower not in not_names() else 0
    further = (
        position + 2 < len(tokens) and tokens[position + 2].tag in NAME_TAGS and tokens[position + 2].text[0].isupper()
    )
    if further and after.text.isalpha() and tokens[position - 1].lower in word_class("joined-prefixes"):
        return 2  # `Co-ordinating Council`
    if after.text in word_class("particles") and position + 3 < len(tokens):
        return 4 if tokens[position + 2].text == "-" and tokens[position + 3].text[0].isupper() else 0
    if len(after.text) > 7 or not after.text.isalpha() or after.text in word_class("compound-ends"):
        return 0
    given = position >= 2 and tokens[position - 2].text[0].isupper() and len(tokens[position - 1].text) < 7
    if after.lower in common_words() or (given and after.tag in _PARTICIPLES):
        # a word of English closes a given name where no noun follows that it could describe: `Yau Wai-ching won`
        described = position + 2 < len(tokens) and tokens[position + 2].tag[:2] in ("NN", "JJ", "CD", "VB")
        verb = position + 2 < len(tokens) and tokens[position + 2].tag in ("VBD", "VBZ")
        known = key(tokens[first:position]) in gazetteer()
        return 2 if given and len(after.text) < 6 and not known and (verb or not described) else 0
    return 2 if after.tag == "NNP" or given else 0


def _owner(tokens: list[Token], position: int, first: int) -> int:
    """Join `People's Party`, where the owner is no name of its own."""
    if not continues(tokens, position + 1, first):
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
    if continues(tokens, after, first) and tokens[first].lower not in common_words():
        return after - position + 1
    return 0


def _of(tokens: list[Token], position: int, first: int) -> int:
    """Join `University of the Arts`, where the word before can have a name with "of"."""
    after = position + 1
    if after < len(tokens) and tokens[after].lower == "the":
        after += 1
    if not continues(tokens, after, first):
        return 0
    before = tokens[position - 1].lower
    office = before in titles() and tokens[after].text not in gazetteer()  # `Secretary of State`
    linked = any(token.text in _LINKS for token in tokens[first:position])
    noble = before in word_class("nobles")  # `Duke of Sussex`
    if tokens[after].text in gazetteer() and _explained(tokens, first, position, after):
        return after - position + 1
    if position - first == 1 and after == position + 1 and _two_nouns(tokens, first, after):
        return 2
    return after - position + 1 if office or linked or noble or before in parts("of") else 0


def _two_nouns(tokens: list[Token], first: int, after: int) -> bool:
    """Return whether *of* joins two words of English that have capitals inside a sentence: `Plenty of Fish`."""
    if first < 2 or not tokens[first - 1].text[0].isalpha() or tokens[first].text.isupper():
        return False
    for lower in (tokens[first].lower, tokens[after].lower):
        if not knows(lower) or lower in titles() or lower[-1] == "." or lower in not_names():
            return False
    other = tokens[after].text
    return other not in gazetteer() and other not in first_names() and other.lower() not in heads()


def _explained(tokens: list[Token], first: int, of: int, place: int) -> bool:
    """Return whether the initials in brackets behind are of a name with its place: `News Agency of Peru (NAP)`."""
    if place + 3 > len(tokens) or tokens[place + 1].text != "(":
        return False
    words = [token.text for token in tokens[first:of] if token.text[0].isupper()]
    return tokens[place + 2].text == "".join(word[0] for word in words) + tokens[place].text[0]


def _for(tokens: list[Token], position: int, first: int) -> int:
    """Join `Centers for Disease Control`, `Foundation for the Visual Arts`, `Committee on Foreign Relations`."""
    after = position + 1
    if after < len(tokens) and tokens[after].lower == "the":
        after += 1
    if tokens[position - 1].lower in parts("for") and continues(tokens, after, first):
        return after - position + 1
    return 0
