"""Coordinated phrases: all the members that `Reed and Holt` or `the firm, its owner and Tom Moss` name."""

from __future__ import annotations

from typing import Final

from newsclaims.entities.gender import is_role
from newsclaims.links.actors import kind_of
from newsclaims.links.heads import Heads
from newsclaims.rule import rule
from newsclaims.words.sentence import Token

_JOINING: Final = frozenset({"and", "or", "&"})
_CLAUSE: Final = frozenset({"VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB", "EX"})
_OFFICE: Final = frozenset({"JJ", "NN", "NNP", "HYPH", "VBG"})
_OPENERS: Final = frozenset({"DT", "PRP$", "CD", "JJ", "NN", "RB"})


def joins(text: str) -> bool:
    """Tell whether a phrase may join several: the prefilter of ``coordinated``."""
    lower = text.lower()
    return "and" in lower or "or" in lower or "&" in lower


def coordinated(heads: Heads, tokens: list[Token], first: int, last: int) -> list[int]:
    """The entities of all members of a phrase that *and* or commas join; nothing for a phrase with less than two.

    What stands between commas behind a name says who that is: `Ann Reed, the mayor, and Tom Moss` are two.  A member
    with a preposition may end in a list of its own (`the ministers of Peru and Mexico`): only people are told apart.
    """
    spans, joined = _spans(heads, tokens, first, last)
    if not joined or len(spans) < 2 or _two_roles(heads, tokens, spans):
        return []
    if any(tokens[at].lower == "both" and tokens[at - 1].tag == "IN" for at in range(first + 1, spans[0][1])):
        return []  # `a lawyer for both the bank and its owner`
    named = _named_last(heads, tokens, spans)
    if named is None:
        named = _one_person(heads, tokens, spans, last)
    if named is not None:
        return [named]
    found: list[int] = []
    attached = False
    for begin, end in spans:
        number = heads.of_head(tokens, begin, end)
        if number is None:
            if found and tokens[begin].tag in _OPENERS and tokens[begin - 1].text == ",":
                continue
            return []
        if attached and {heads.kind(number), heads.kind(found[-1])} != {"person"}:
            return []
        attached = any(token.tag in ("IN", "TO") for token in tokens[begin:end])
        if number not in found:
            found.append(number)
    office = any(is_role(token.lower) for token in tokens[slice(*spans[-1])])
    if len(found) == 2 and heads.kind(found[0]) == "event" and office:
        return []  # `Queensland Fire and Emergency Services Commissioner Ann Reed`
    return found if len(found) > 1 else []


rule("links.coordination")(coordinated)


def unnamed(heads: Heads, tokens: list[Token], first: int, last: int) -> bool:
    """Tell whether a phrase lists three or more of whom the first has no name: no one of them is all.

    `his wife, a son and a daughter`; but `Ann Reed, a former judge and teacher` is one.
    """
    spans, joined = _spans(heads, tokens, first, last)
    listed = joined and len(spans) > 2 and all(tokens[begin].tag in ("DT", "PRP$", "CD") for begin, _ in spans)
    return listed and all(heads.mention_end(token) is None for token in tokens[slice(*spans[0])])


def _named_last(heads: Heads, tokens: list[Token], spans: list[tuple[int, int]]) -> int | None:
    """Return the one person of two roles, named behind a comma: `Acme's founder and chief strategist, Ann Reed`."""
    begin, end = spans[-1]
    if tokens[begin - 1].text != "," or heads.mention_end(tokens[begin]) != tokens[end - 1].end:
        return None
    number = heads.of_head(tokens, begin, end)
    if number is None or heads.kind(number) != "person" or tokens[spans[-2][0] - 1].lower not in _JOINING:
        return None
    for first, last in spans[:-1]:
        role = any(is_role(token.lower) for token in tokens[first:last]) or tokens[first].lower == "one"
        other = heads.of_head(tokens, first, last)
        person = other not in (None, number) and heads.kind(other) == "person" and heads.named(other)
        if not role or person or tokens[first].tag in ("DT", "PRP$"):
            return None
    return number


def _one_person(heads: Heads, tokens: list[Token], spans: list[tuple[int, int]], last: int) -> int | None:
    """Return whom a description behind a comma goes on about that joins bodies or offices itself.

    `Ann Reed, a chemist at Norvane and Lowton College, said`, `Ann Reed, the mayor and a former judge, said`.
    """
    begin, end = spans[1]
    number = heads.of_head(tokens, *spans[0])
    if number is None or heads.kind(number) != "person" or not heads.named(number) or tokens[begin - 1].text != ",":
        return None
    base = begin
    while base < end and tokens[base].tag not in ("IN", "TO"):
        base += 1
    if tokens[begin].tag != "DT" or not any(kind_of(token) == "person" for token in tokens[begin:base]):
        return None
    first, stop = spans[-1]
    other = heads.of_head(tokens, first, stop)
    if base < end and other is not None and heads.kind(other) in ("organization", "place"):
        return number
    closed = last < len(tokens) and tokens[last].text == "," and tokens[first - 2].text != ","
    office = tokens[first].lower in ("a", "an") and any(kind_of(token) == "person" for token in tokens[first:stop])
    return number if len(spans) == 3 and closed and office else None


def _two_roles(heads: Heads, tokens: list[Token], spans: list[tuple[int, int]]) -> bool:
    """Tell whether a person is said to be two things: `Ann Reed, a former judge and now a teacher`.

    Also two offices that share what stands before them: `Ann Reed, Acme's chairman and chief executive`.
    """
    if len(spans) != 3 or tokens[spans[1][0] - 1].text != ",":
        return False
    begin, end = spans[2]
    if tokens[begin - 1].lower != "and" or tokens[begin - 2].text == ",":
        return False
    if is_role(tokens[spans[1][0]].lower) and any(token.tag == "IN" for token in tokens[slice(*spans[1])]):
        other = heads.of_head(tokens, begin, end)
        return other is None or heads.kind(other) != "person"  # `Ann Reed, head of the Committee on Budget and Finance`
    if tokens[spans[1][0]].lower not in ("a", "an"):
        shared = is_role(tokens[begin - 2].lower) and tokens[begin].tag in _OFFICE
        at = begin
        while at + 1 < end and tokens[at + 1].tag in _OFFICE:
            at += 1
        alone = all(heads.mention_end(token) is None for token in tokens[begin : at + 1])
        return shared and alone and is_role(tokens[at].lower) and heads.mention_end(tokens[spans[0][0]]) is not None
    begin += tokens[begin].tag == "RB"
    named = heads.mention_end(tokens[spans[0][1] - 1]) is not None or heads.mention_end(tokens[spans[0][0]]) is not None
    return named and tokens[begin].lower in ("a", "an") and heads.of_head(tokens, *spans[0]) is not None


def _spans(heads: Heads, tokens: list[Token], first: int, last: int) -> tuple[list[tuple[int, int]], bool]:
    """Return the stretches between commas and *and*, up to the first clause, and whether *and* is among them."""
    spans = []
    joined = False
    begin = at = first
    while at < last:
        end = heads.mention_end(tokens[at])
        if end is not None:
            while at < last and tokens[at].end <= end:
                at += 1
            continue
        if tokens[at].tag in _CLAUSE or (tokens[at].lower == "including" and tokens[at - 1].text == ","):
            break
        if tokens[at].text == "," or tokens[at].lower in _JOINING:
            if at > begin:
                spans.append((begin, at))
            joined = joined or tokens[at].lower in _JOINING
            begin = at + 1
        at += 1
    if at > begin:
        spans.append((begin, at))
    return spans, joined
