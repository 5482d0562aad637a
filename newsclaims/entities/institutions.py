"""Institutions that are described and not named: `Mexico's government`, `the Mexican government`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from newsclaims.entities.lexicon import demonyms, gazetteer
from newsclaims.entities.names import Name, key
from newsclaims.model import Mention
from newsclaims.rule import rule
from newsclaims.table import rows
from newsclaims.words.sentence import Sentence, Token

_BETWEEN: Final = 3  # words between the country and the noun at most
_QUALIFIERS: Final = frozenset({"JJ", "NN", "NNP", "VBN", "VBG"})
_NOUNS: Final = frozenset({"NN", "NNP", "NNS"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NATION: Final = frozenset({"central", "constitutional", "national", "supreme"})
"""Qualifiers that make a court or bank the one of its state."""


class Institution:
    """An institution of a country: its first form, ISO code and mentions in the order of the text."""

    __slots__ = ("country", "mentions", "name")

    def __init__(self, name: str, country: str, mentions: tuple[Mention, ...]) -> None:
        self.name = name
        self.country = country
        self.mentions = mentions


def institutions(sentences: list[Sentence], names: Iterable[Name], text: str) -> list[Institution]:
    """Return the institutions that the article describes twice or that do something in it, in their order."""
    owners: dict[int, str] = {}  # where a country's name ends -> its ISO code
    for name in names:
        known = gazetteer().get(name.key)
        if known is not None and known.country and known.source == "country":
            owners[name.end] = known.country
    found: dict[tuple[str, str], list[Mention]] = {}
    acting: set[tuple[str, str]] = set()
    nouns = _nouns()
    for sentence in sentences:
        for position, token in enumerate(sentence.tokens):
            if token.text in nouns and token.tag in _NOUNS:
                described = state_institution(sentence.tokens, position, owners)
                if described is None:
                    continue
                first, country, kind = described
                start = sentence.tokens[first].start
                mention = Mention(text[start : token.end], start, token.end, "nominal")
                found.setdefault((country, kind), []).append(mention)
                if _acts(sentence.tokens, first, position):
                    acting.add((country, kind))
    return list(_kept(found, acting))


def _kept(found: dict[tuple[str, str], list[Mention]], acting: set[tuple[str, str]]) -> Iterator[Institution]:
    for described, mentions in found.items():
        if len(mentions) > 1 or described in acting:
            name = mentions[0].text
            name = name[4:] if name[:4].lower() == "the " else name
            yield Institution(name, described[0], tuple(mentions))


@cache
def _nouns() -> dict[str, str]:
    return dict(rows("entities", "institutions"))


def state_institution(tokens: list[Token], position: int, owners: dict[int, str]) -> tuple[int, str, str] | None:
    """The government, army or a ministry of a country, told by its owner or by an adjective, is one body.

    `Mexico's government` and `the Mexican government` are the same; `Peru's foreign ministry` is not its health
    ministry.  Not what only qualifies another noun (`Mexico's government bonds`), nor `former` or plural ones.  The
    result is where the description begins, the ISO code of the country, and what is described.
    """
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    if after is not None and (after.tag[:2] in ("NN", "CD") or after.text in ("-", "of") or after.tag == "POS"):
        return None
    first = position
    while first > 0 and position - first < _BETWEEN and _qualifies(tokens[first - 1]):
        first -= 1
    between = [token.lower for token in tokens[first:position]]
    if "former" in between or "previous" in between or first == 0:
        return None
    owned = _owned(tokens, first, owners)
    if owned is None:
        return None
    begin, country = owned
    noun = tokens[position].text
    if _nouns()[noun] == "field":
        if not between or (noun in ("bank", "court") and between[0] not in _NATION):
            return None
        noun = " ".join([*between, noun])
    return begin, country, noun


rule("entities.state-institution")(state_institution)


def _qualifies(token: Token) -> bool:
    return token.tag in _QUALIFIERS and token.text[0].islower()


def _owned(tokens: list[Token], first: int, owners: dict[int, str]) -> tuple[int, str] | None:
    """Return where the country or its adjective begins that ends before ``first``, with ``the``, and its ISO code."""
    before = tokens[first - 1]
    if before.tag == "POS":
        country = owners.get(tokens[first - 2].end) if first > 1 else None
        if country is None:
            return None
        begin = first - 2
        while begin > 0 and tokens[begin - 1].tag == "NNP" and key(tokens[begin - 1 : first - 1]) in gazetteer():
            begin -= 1
        return begin, country
    for words in (2, 1):
        begin = first - words
        country = demonyms().get(key(tokens[begin:first])) if begin >= 0 else None
        if country:
            return (begin - 1 if begin and tokens[begin - 1].lower == "the" else begin), country
    return None


def _acts(tokens: list[Token], first: int, position: int) -> bool:
    """Return whether what is described is a subject or stands after `said` or `by`."""
    after = position + 1
    while after < len(tokens) and tokens[after].tag == "RB":
        after += 1
    if after < len(tokens) and tokens[after].tag in _FINITE:
        return first == 0 or tokens[first - 1].tag not in ("IN", "TO") or tokens[first - 1].lower == "that"
    return first > 0 and (tokens[first - 1].lower == "by" or tokens[first - 1].tag in ("VBD", "VBZ"))
