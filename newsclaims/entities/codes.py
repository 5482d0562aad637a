"""What the form of a word tells: codes, sums of money and units are no names, `A380` and `UiPath` are no people."""

from __future__ import annotations

from typing import Final

from newsclaims.entities.lexicon import demonyms, first_names, gazetteer, heads, titles, word_class
from newsclaims.pattern import compiled
from newsclaims.rule import rule
from newsclaims.words.known import knows
from newsclaims.words.sentence import Token

_MONEY: Final = compiled(r"(?:[A-Z][A-Za-z]{0,3})\d[\d.,]*+(?:k|m|mn|mln|b|bn|tn|trn)")
_SUM: Final = compiled(r"[A-Z][A-Za-z]{0,3}\d[\d.,]*+")
_SEVERAL: Final = compiled(r"[A-Z]{2,5}s")
_PERIOD: Final = compiled(r"(?:[QH][1-4]|[1-4][QH]\d*|FY\d*|CY\d*)")
_MODEL: Final = compiled(r"[A-Z]{1,5}\d{1,4}[A-Z]{0,3}\d{0,2}|\d[A-Z]{1,3}")

_MEMBER: Final = 3
"""Tokens before the name of a person up to what that is a member of: `North Dakota Republican`."""


def names_nothing(tokens: list[Token], position: int) -> bool:
    """Codes, sums, quarters, units and several of a kind are no names: `.DJI`, `N300m`, `Q3`, `20 MW`, `NGOs`."""
    text = tokens[position].text
    if position > 2 and tokens[position - 1].text == "(" and _shortens(tokens, position):
        return True
    if _SEVERAL.fullmatch(text) and text not in gazetteer():
        return True
    unit = text in word_class("units-in-capitals")
    if tokens[position].tag == "$" or "/" in text:
        return True  # the mark of `N300 million`; `I/B/E/S`
    if len(text) > 12 or (text.isalpha() and not unit) or text in gazetteer():
        return False
    if unit:
        return position > 0 and tokens[position - 1].tag == "CD"
    if tokens[position].tag == "SYM" or _MONEY.fullmatch(text) or _PERIOD.fullmatch(text):
        return True
    if not _SUM.fullmatch(text):
        return False
    if position + 2 < len(tokens) and tokens[position + 1].text == "." and tokens[position + 2].text[0].isdigit():
        return tokens[position + 1].end == tokens[position + 2].start  # `R7.5bn`
    sign = text.rstrip("0123456789.,")
    after = tokens[position + 1].lower if position + 1 < len(tokens) else ""
    return sign in word_class("signs-of-money") and (len(sign) > 1 or after in word_class("large-numbers"))


rule("entities.code")(names_nothing)


def _shortens(tokens: list[Token], position: int) -> bool:
    """Tell whether capitals in brackets shorten common nouns before them: `earnings per share (EPS)`."""
    text = tokens[position].text
    if not (1 < len(text) < 7 and text.isalpha() and text.isupper()) or position <= len(text):
        return False
    before = tokens[position - 1 - len(text) : position - 1]
    return all(token.text[0].lower() == letter.lower() for token, letter in zip(before, text, strict=True)) and all(
        token.text.islower() for token in before
    )


def is_model(text: str) -> bool:
    """Return whether a word is the number of a model, a road or a vitamin: `A380`, `PS4`, `B12`."""
    return _MODEL.fullmatch(text) is not None


def is_series(words: list[str]) -> bool:
    """Return whether a name ends in the number of a model: `Galaxy S24`, `Sony WH1000XM5`, `MiG-29`."""
    if len(words) == 1 and words[0].rpartition("-")[2].isdecimal() and "-" in words[0]:
        return words[0].lower() not in heads()
    return len(words) > 1 and is_model(words[-1]) and words[-1][0].isupper() and words[0].lower() not in heads()


def team(words: list[str]) -> bool:
    """Return whether a name is of a place and several: `Leeds Rhinos`, `New York Liberties`; not `Paris Gardens`."""
    last, place = words[-1].lower(), gazetteer().get(" ".join(words[:-1]))
    if len(words) < 2 or last[-1] != "s" or last[-2:] == "ss" or last in heads() or last in titles():
        return False
    return place is not None and place.type == "place" and words[0] not in first_names() and words[-1] not in demonyms()


def is_numbered(words: list[str]) -> bool:
    """Return whether a name is a part of something: `Schedule IV`, `Phase III`."""
    return len(words) == 2 and words[1] in word_class("numerals") and words[0].lower() in word_class("numbered")


def is_known_body(text: str) -> bool:
    """Return whether a word, not in capitals, is the name of a well-known body: `Facebook`."""
    known = gazetteer().get(text)
    return known is not None and known.source == "known" and known.type == "organization" and not text.isupper()


def is_compound(text: str) -> bool:
    """Return whether a word is of two written as one, as firms like it: `UiPath`; `McKay` and `O'Hara` are not."""
    inner = next((at for at in range(1, len(text)) if text[at].isupper() and text[at - 1].islower()), 0)
    return bool(inner) and text.isalpha() and text[:inner].lower() not in word_class("openers-of-surnames")


def branch(words: list[str]) -> bool:
    """Return whether a name is that of a body in a country: `Statistics Norway`, not `Northern Ireland`."""
    known = gazetteer().get(words[-1])
    if known is None or known.source != "country" or len(words) > 4:
        return False
    first = words[0].lower()
    return first not in word_class("parts-of-countries") and words[0] not in gazetteer() and words[0] not in demonyms()


def in_syllables(key: str) -> bool:
    """Return whether a name has a given name of two syllables, joined as in Chinese and Korean: `Moon Jae-in`."""
    family, _, given = key.partition(" ")
    first, hyphen, second = given.partition("-")
    return (
        bool(hyphen)
        and family.isalpha()
        and first.isalpha()
        and len(first) < 7
        and second.isalpha()
        and second.islower()
    )


def ends_in_person(tokens: list[Token], first: int, last: int) -> bool:
    """Return whether a body's name runs into a person's: `Council on Foreign Relations Alia Salem`."""
    before = tokens[last - 3].lower
    head = heads().get(before) or before.endswith("s") or (knows(before) and knows(tokens[first].lower))
    head = head and tokens[last - 3].text not in first_names()
    person = tokens[last - 2].text in first_names() and tokens[last - 1].lower not in heads()
    return bool(head) and person and tokens[first].text not in first_names()


def party_member(token: Token) -> bool:
    """Return whether a name is what one of a group is called, whose own is the plural: `the first Democrat`."""
    one, all_of_them = gazetteer().get(token.text), gazetteer().get(token.text + "s")
    return one is not None and all_of_them is not None and one.type == all_of_them.type == "group"


def behind_member(tokens: list[Token], first: int, last: int) -> int:
    """Return where a person's name begins behind a people or party, 0 where none does.

    `Russian Vladimir Putin`, `House Republican Ann Reed`; not `Hans Christian Peter Lund`.
    """
    if tokens[last - 1].lower in heads():
        return 0
    for at in range(first, min(last - 2, first + _MEMBER)):
        if tokens[at + 1].text not in first_names():
            continue
        known = gazetteer().get(tokens[at].text)
        if at == first and (tokens[at].text in demonyms() or (known and known.type == "group")):
            return at + 1
        if at > first and party_member(tokens[at]) and tokens[at].text not in first_names():
            return at + 1
    return 0


def qualifies(tokens: list[Token], position: int) -> bool:
    """Return whether an adjective that ends before ``position`` stands before a noun: `French troops`."""
    if position == len(tokens):
        return False
    after = tokens[position]
    if after.text in ("-", "and", "or", "/"):
        return True
    return after.tag[:2] in ("NN", "JJ", "CD") or after.tag in ("VB", "VBG", "VBN")


def ends_address(tokens: list[Token], first: int) -> bool:
    """Return whether a short form of a state stands behind a place and its comma: `Lowton, Calif.`."""
    if first < 2 or tokens[first].text[-1] != "." or tokens[first - 1].text != "," or tokens[first - 2].tag != "NNP":
        return False
    known = gazetteer().get(tokens[first].text)
    return known is not None and known.type == "place" and tokens[first].text not in first_names()


def several(tokens: list[Token], first: int) -> bool:
    """Return whether a title in the plural stands before a first name."""
    lower = tokens[first].lower
    return lower[-1] == "s" and lower[:-1] in titles() and tokens[first + 1].text in first_names()
