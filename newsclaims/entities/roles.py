"""Roles: the titles and appositions that say what a person is."""

from __future__ import annotations

from typing import Final

from newsclaims.entities.lexicon import (
    common_words,
    demonyms,
    first_names,
    gazetteer,
    heads,
    kinds,
    parts,
    titles,
    word_class,
)
from newsclaims.entities.names import Name, office
from newsclaims.rule import rule
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.parse import Parse
from newsclaims.syntax.parses import Parses
from newsclaims.words.sentence import Token

_INSIDE: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "POS", "HYPH", ":", "AFX", "FW"})
_OF: Final = frozenset({"of", "for", "at"})
LONGEST: Final = 9
"""Tokens of a role at most, on either side of the name."""


def without_roles(names: list[Name], parses: Parses, most: int) -> list[Name]:
    """Return the names with what stands beside them, without what is another's role: `Anne, Countess of Hale`.

    ``most`` is how many mentions of one name are asked.
    """
    told: set[tuple[int, int]] = set()
    seen: dict[str, int] = {}
    for at, name in enumerate(names):
        seen[name.key] = seen.get(name.key, 0) + 1
        if seen[name.key] <= most:
            roles = roles_beside(name, parses[name.sentence.index])
            told.update((name.sentence.index, first) for first, _ in roles)
            name.roles = tuple([whole_role(span, names, at) for span in roles])
    return [name for name in names if (name.sentence.index, name.first) not in told or not office(name)]


def roles_beside(name: Name, parse: Parse) -> tuple[tuple[int, int], ...]:
    """Return the roles that stand before or after a name: tokens from and to, in the reading of its sentence."""
    found = (role_before(name, parse), role_after(name, parse), role_before_comma(name, parse))
    return tuple([span for span in found if span is not None])


def whole_role(span: tuple[int, int], names: list[Name], at: int) -> tuple[int, int]:
    """A role takes a name whole: `Bank of Lowton governor Ann Reed` is no Lowton governor.

    So at its end: `Ann Reed, a researcher at the Energy and Water Institute`.  ``names`` are those of the article, of
    which number ``at`` is the person's.
    """
    first, last = span
    sentence = names[at].sentence
    for other in names[max(0, at - 2) : at + 4]:
        if other.sentence is not sentence or other is names[at]:
            continue
        if other.first < first < other.last <= last:
            first = other.first
        elif first < other.first < last < other.last:
            last = other.last
    return first, last


rule("entities.whole-role")(whole_role)


def role_before(name: Name, parse: Parse) -> tuple[int, int] | None:
    """A role right before a name, with what qualifies it: `former Facebook director` of `… director Ann Lee`.

    A bare form of address (`Mr.`) is no role, nor part of the one before it: `Prime Minister Datuk Seri Anwar Ibrahim`.
    """
    tokens = name.sentence.tokens
    first = _qualified(tokens, parse.noun_chunk(name.first), name.first)
    end = name.first
    while end > first:
        begin = _address(tokens, first, end)
        if begin == end:
            break
        end = begin
    return (first, end) if _ends_in_title(tokens, first, end) else _held_office(name, parse)


def _held_office(name: Name, parse: Parse) -> tuple[int, int] | None:
    """Return an office with the body or place it belongs to, right before a name: `Mayor of Leeds Ann Reed`."""
    tokens = name.sentence.tokens
    of = name.first - 1
    while of > 1 and name.first - of < LONGEST and (tokens[of].tag in ("NNP", "NNPS") or tokens[of].lower == "the"):
        of -= 1
    envoy = tokens[of].text == "to" and tokens[of - 1].lower in word_class("envoys")
    if not name.titled or of == name.first - 1 or (tokens[of].text not in _OF and not envoy):
        return None
    first = _qualified(tokens, parse.noun_chunk(of - 1), of)
    return (first, name.first) if _ends_in_title(tokens, first, of) else None


def _address(tokens: list[Token], first: int, end: int) -> int:
    """Return where the form of address begins that ends before a token, ``end`` for none."""
    for begin in range(max(first, end - 2), end):
        title = titles().get(_phrase(tokens, begin, end))
        if title is not None and title.address:
            return begin
    return end


rule("entities.role-before-name")(role_before)


def role_before_comma(name: Name, parse: Parse) -> tuple[int, int] | None:
    """A role before a comma, the name and another comma or verb: `Peru's new Foreign Minister, Hugo de Zela, told`.

    Also with its `of`, `for` or `at`, if the name looks like a person's: `the head of the charity, Lena Brodt, said`.
    The letters of a body may stand between, and a title: `the head of the union (LWU), Dr Lena Brodt, said`.
    """
    tokens = name.sentence.tokens
    end = name.first - 1
    while end > 2 and tokens[end].tag in ("NNP", "HYPH") and tokens[end].text != "," and end > name.first - 5:
        end -= 1
    titled = tokens[end + 1 : name.first]
    if end < 2 or tokens[end].text != "," or name.last >= len(tokens):
        return None
    if any(token.tag == "NNP" and token.lower not in titles() for token in titled):
        return None
    after = tokens[name.last]
    if not (after.text == "," or after.tag in ("VBD", "VBZ", "MD") or after.tag == "."):
        return None
    if end > 4 and tokens[end - 1].text == ")" and tokens[end - 3].text == "(" and tokens[end - 2].text.isupper():
        end -= 3
    chunk = parse.noun_chunk(end - 1)
    first = _qualified(tokens, chunk, end)
    if _opens(tokens, first) and _ends_in_title(tokens, first, end):
        return first, end
    link = chunk.first - 1 if chunk is not None else 0
    if link < 1 or tokens[link].text not in _OF or not _like_person(name, tokens[end - 1].lower):
        return None
    first = _qualified(tokens, parse.noun_chunk(link - 1), link)
    return (first, end) if _opens(tokens, first) and _ends_in_title(tokens, first, link) else None


rule("entities.role-before-comma")(role_before_comma)


def _like_person(name: Name, noun: str) -> bool:
    """Return whether a name has a first name, or two or three words none of which a body or a place has.

    Only the first tells after a noun that may be what is named: `editor of the newspaper, Corriere Nuovo, said`.
    """
    words = name.words
    if len(words) > 1 and words[0].text in first_names():
        return words[-1].lower not in heads()
    if noun in kinds() or not 2 <= len(words) <= 3:
        return False
    if any(word.text in gazetteer() or word.lower in common_words() for word in words):
        return False
    return words[-1].lower not in heads() and words[-1].lower not in parts("trade")


def _opens(tokens: list[Token], first: int) -> bool:
    return first == 0 or tokens[first - 1].tag in ("DT", "IN", "VBD", "VBN", "PRP$", "``", "CC")


def role_after(name: Name, parse: Parse) -> tuple[int, int] | None:
    """A role in apposition after a name: `John Kerry, the Secretary of State`; with its `of`, `for` or `at`.

    None that begins a clause behind a fronted phrase: `According to Ann Lee, the minister lied`.
    """
    tokens = name.sentence.tokens
    mark = name.last
    if mark + 1 >= len(tokens) or tokens[mark].text not in (",", "(", "-", "–", "—"):
        return None
    chunk = parse.noun_chunk(mark + 1)
    if chunk is None or chunk.first != mark + 1 or tokens[mark + 1].tag == "WP$":
        return None  # `Ann Lee, whose husband sued`
    end = chunk.last
    first = _qualified(tokens, chunk, end)
    joined = end + 1 < len(tokens) and tokens[end].lower in _OF
    office = joined and _phrase(tokens, max(first, end - 1), end + 2) in titles()
    if not office and not _ends_in_title(tokens, first, end):
        return None
    if tokens[mark].text == "," and parse.begins_clause(mark + 1):
        return None
    if tokens[mark + 1].tag == "PRP$" and end < len(tokens) and tokens[end].text in ("and", ","):
        others = any(token.lower == "and" for token in tokens[end : end + 6])
        if others and not (tokens[end].text == "," and tokens[end + 1].tag[:2] in ("VB", "MD")):
            return None  # "Ann Reed, her husband and three daughters fled"
    further = parse.noun_chunk(end + 1) if joined else None
    return first, end if further is None else further.last


rule("entities.role-after-name")(role_after)


def is_inside(token: Token) -> bool:
    """Return whether a token can stand inside a noun phrase that says what somebody or something is."""
    return token.tag in _INSIDE and token.text not in ("–", "—", ":", ";")


def _qualified(tokens: list[Token], chunk: Chunk | None, end: int) -> int:
    """Return where the nouns and their modifiers begin that stand in a chunk before token ``end``, ``end`` if none."""
    first = end
    while chunk is not None and first > max(chunk.first, end - LONGEST) and is_inside(tokens[first - 1]):
        first -= 1
    while first < end and tokens[first].tag in ("POS", ":", "HYPH"):
        first += 1
    return first


def _ends_in_title(tokens: list[Token], first: int, end: int) -> bool:
    known = (titles().get(_phrase(tokens, begin, end)) for begin in range(max(first, end - 4), end))
    return any(title is not None and not title.address for title in known)


def _phrase(tokens: list[Token], first: int, end: int) -> str:
    text = ""
    for index in range(first, end):
        glue = "" if index == first or tokens[index - 1].end == tokens[index].start else " "
        text += glue + tokens[index].lower
    return text


def role_head(role: str) -> str:
    """Return the head noun of a role in lower case: `minister` of `Minister for Trade`."""
    words = role.lower().replace("’", "'").split()
    for number, word in enumerate(words):
        if number and word in ("of", "for", "at", ","):
            return words[number - 1]
    return words[-1] if words else ""


def role_gender(role: str) -> str | None:
    """Return the gender that a role tells: `spokeswoman` f, `chairman` m, else ``None``."""
    known = titles()
    words = role.lower().replace("’", "'").split()
    for size in (3, 2, 1):
        for begin in range(max(0, len(words) - size + 1)):
            found = known.get(" ".join(words[begin : begin + size]))
            if found and found.gender:
                return found.gender
    return None


def role_country(role: str) -> str | None:
    """Return the country that a role names: `Mexican President` MX, `Peru's new Foreign Minister` PE."""
    words = role.replace("’", "'").replace("'s", "").split()
    if words and words[-1].lower() in word_class("students-of-countries"):
        return None  # `China scholar Ann Lee`
    for size in (3, 2, 1):
        for begin in range(max(0, len(words) - size + 1)):
            form = " ".join(words[begin : begin + size])
            code = demonyms().get(form)
            if code:
                return code
            known = gazetteer().get(form)
            if known and known.country and known.source in ("country", "region"):
                return known.country
    return None
