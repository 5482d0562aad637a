"""Roles: the titles and appositions that say what a person is."""

from __future__ import annotations

from typing import Final

from newsclaims.entities.lexicon import demonyms, first_names, gazetteer, kinds, titles
from newsclaims.entities.names import Name
from newsclaims.rule import rule
from newsclaims.words.sentence import Token

_INSIDE: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "POS", "HYPH", ":", "AFX", "FW"})
_STARTS: Final = frozenset({"NN", "NNP", "NNPS", "JJ", "JJS", "DT", "PRP$"})
_LONGEST: Final = 9
"""Tokens of a role at most, on either side of the name."""


@rule("entities.role-before-name")
def role_before(name: Name) -> tuple[int, int] | None:
    """A role right before a name, with what qualifies it: `former Facebook director` of `… director Ann Lee`.

    A bare form of address (`Mr.`) is no role.
    """
    tokens = name.sentence.tokens
    first = _group_start(tokens, name.first)
    return (first, name.first) if _ends_in_title(tokens, first, name.first) else None


@rule("entities.role-before-comma")
def role_before_comma(name: Name) -> tuple[int, int] | None:
    """A role before a comma, the name and another comma or verb: `Peru's new Foreign Minister, Hugo de Zela, told`."""
    tokens = name.sentence.tokens
    end = name.first - 1
    if end < 2 or tokens[end].text != "," or name.last >= len(tokens):
        return None
    after = tokens[name.last]
    if not (after.text == "," or after.tag in ("VBD", "VBZ", "MD") or after.tag == "."):
        return None
    first = _group_start(tokens, end)
    opens = first == 0 or tokens[first - 1].tag in ("DT", "IN", "VBD", "VBN", "PRP$", "``", "CC")
    return (first, end) if opens and _ends_in_title(tokens, first, end) else None


@rule("entities.role-after-name")
def role_after(name: Name) -> tuple[int, int] | None:
    """A role in apposition after a name: `John Kerry, the Secretary of State`; with its `of`, `for` or `at`."""
    tokens = name.sentence.tokens
    position = name.last
    if position + 1 >= len(tokens) or tokens[position].text not in (",", "(", "-", "–", "—"):
        return None
    position += 1
    if tokens[position].tag not in _STARTS:
        return None
    if tokens[position].tag in ("DT", "PRP$"):
        position += 1
    first = position
    limit = min(len(tokens), first + _LONGEST)
    while position < limit and tokens[position].tag in _INSIDE:
        position += 1
    if not _ends_in_title(tokens, first, position):
        if position < limit and tokens[position].text == "of" and position > first:
            joined = _phrase(tokens, max(first, position - 1), min(limit, position + 2))
            if joined in titles():
                return first, _group_end(tokens, position + 2)
        return None
    if position + 1 < len(tokens) and tokens[position].lower in ("of", "for", "at"):
        end = _group_end(tokens, position + 1)
        if end > position + 1:
            return first, end
    return first, position


def _is_inside(token: Token) -> bool:
    return token.tag in _INSIDE and token.text not in ("–", "—", ":", ";")


def _group_start(tokens: list[Token], end: int) -> int:
    first = end
    while first > 0 and end - first < _LONGEST and _is_inside(tokens[first - 1]):
        first -= 1
    while first < end and tokens[first].tag in ("POS", ":", "HYPH"):
        first += 1
    return first


def _group_end(tokens: list[Token], first: int) -> int:
    position = first
    if position < len(tokens) and tokens[position].tag in ("DT", "PRP$"):
        position += 1
    begin = position
    limit = min(len(tokens), begin + _LONGEST)
    while position < limit and tokens[position].tag != ":" and _is_inside(tokens[position]):
        position += 1
    return position if position > begin else first


def _ends_in_title(tokens: list[Token], first: int, end: int) -> bool:
    known = (titles().get(_phrase(tokens, begin, end)) for begin in range(max(first, end - 4), end))
    return any(title is not None and not title.address for title in known)


def _phrase(tokens: list[Token], first: int, end: int) -> str:
    text = ""
    for index in range(first, end):
        glue = "" if index == first or tokens[index - 1].end == tokens[index].start else " "
        text += glue + tokens[index].lower
    return text


@rule("entities.kind-noun")
def kind_beside(name: Name) -> str | None:
    """A noun right before a name or in apposition after it says what it is: `the carmaker Veloce`, `Homs, a city`.

    Not the noun of another phrase: a comma or a verb between them ends it.
    """
    tokens = name.sentence.tokens
    if name.first and tokens[name.first - 1].tag in ("NN", "NNP"):
        found = kinds().get(tokens[name.first - 1].lower)
        if found:
            return found
    position = name.last
    closed = position < len(tokens) and (tokens[position].text == "," or tokens[position].tag in ("VBD", "VBZ", "."))
    if closed and name.first > 1 and tokens[name.first - 1].text == "," and tokens[name.first - 2].tag == "NN":
        return kinds().get(tokens[name.first - 2].lower)  # `the union, Unity Rail,`
    if position + 2 >= len(tokens) or tokens[position].text != "," or tokens[position + 1].tag != "DT":
        return None
    position += 2
    limit = min(len(tokens), position + _LONGEST)
    while position < limit and _is_inside(tokens[position]) and tokens[position].tag != ":":
        position += 1
    return kinds().get(tokens[position - 1].lower)


_STATE_OFFICES: Final = frozenset({"foreign", "prime", "defense", "defence", "interior", "finance", "health"})
_STATE_THINGS = frozenset(
    ["airspace", "ambassador", "army", "beaches", "border", "borders", "capital", "coast", "coastguard", "coastline"]
)
_STATE_THINGS |= {"constitution", "embassy", "farmland", "independence", "navy", "parliament", "shores", "territory"}


@rule("entities.state-owner")
def state_owner(name: Name) -> str | None:
    """What has a foreign minister, an army, a border or a capital is a place: `Kalvenia's army`, `capital of Tarsk`.

    Not somebody with a first name: `Peter Novak's army`; `'s president` and `'s government` tell nothing, for a company
    has the one and a person the other.
    """
    tokens = name.sentence.tokens
    if tokens[name.first].text in first_names():
        return None
    if name.first > 1 and tokens[name.first - 1].lower == "of" and tokens[name.first - 2].lower == "capital":
        return "place"
    position = name.last
    if position + 1 >= len(tokens) or tokens[position].tag != "POS":
        return None
    owned = tokens[position + 1]
    after = tokens[position + 2].lower if position + 2 < len(tokens) else ""
    if owned.lower in _STATE_OFFICES and after in ("minister", "ministry"):
        return "place"
    return "place" if owned.lower in _STATE_THINGS else None


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
