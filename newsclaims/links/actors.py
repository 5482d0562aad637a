"""Actors without a name: `the suspect`, `a 43-year-old man`, `protesters`, `the French manufacturer`.

Each chain of descriptions that mean the same is one actor.  A definite description goes on with an actor only where one
alone fits: the same noun, nothing in it that was not said before, the same owner.  What could be two things stays two.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from newsclaims.entities.gender import is_role, word_gender
from newsclaims.entities.lexicon import demonyms, gazetteer, kinds, titles
from newsclaims.links.classes import word_class
from newsclaims.model import EntityType
from newsclaims.syntax.chunks import Chunk
from newsclaims.table import rows
from newsclaims.words.sentence import Token

_LONGEST: Final = 14  # tokens of a description at most
_SCOPES: Final = frozenset({"of", "for", "at", "from", "with", "in", "on"})
_PLURAL: Final = frozenset({"NNS", "NNPS"})
_KEPT: Final = 8  # actors of one noun that are compared at most


class Description:
    """A noun phrase that stands for an actor: tokens ``first`` to ``head``, and ``last`` with what is attached behind.

    ``form`` is its determiner: "definite", "indefinite", "owned" or "bare"; ``words`` what tells it from others of the
    same noun, ``owner`` the entity that has it, where that is known, and ``age`` that of a person.
    """

    __slots__ = ("age", "first", "form", "head", "last", "noun", "owner", "plural", "words")

    def __init__(
        self,
        first: int,
        head: int,
        last: int,
        noun: str,
        form: str,
        plural: bool,
        words: frozenset[str],
        owner: int | None,
        age: str | None,
    ) -> None:
        self.first = first
        self.head = head
        self.last = last
        self.noun = noun
        self.form = form
        self.plural = plural
        self.words = words
        self.owner = owner
        self.age = age


class Wording:
    """Where the words of a description stand in the text; ``lower`` if its capital only begins a sentence.

    ``length`` counts its characters without an article.
    """

    __slots__ = ("end", "length", "lower", "start")

    def __init__(self, start: int, end: int, lower: bool, length: int) -> None:
        self.start = start
        self.end = end
        self.lower = lower
        self.length = length


class Actor:
    """One actor without a name; ``entity`` is its index among the entities of the article, behind those with names.

    ``spoken`` says that only somebody quoted has told of it.
    """

    __slots__ = ("age", "entity", "name", "owner", "part", "plural", "spoken", "type", "words")

    def __init__(self, entity: int, type: EntityType, described: Description, name: Wording, part: str) -> None:
        self.entity = entity
        self.type = type
        self.plural = described.plural
        self.words = described.words
        self.owner = described.owner
        self.age = described.age
        self.name = name
        self.part = part
        self.spoken = False

    def fits(self, other: Description) -> bool:
        """Return whether a description can mean this actor: it adds nothing but an age."""
        if other.plural != self.plural or (other.owner is not None and other.owner != self.owner):
            return False
        if other.age is not None and self.age is not None and other.age != self.age:
            return False
        return other.words <= self.words


class Actors:
    """The actors without a name that the article has spoken of, by their nouns; ``named`` entities come before them."""

    def __init__(self, named: int) -> None:
        self.named = named
        self.every: list[Actor] = []
        self.same: dict[int, int] = {}  # actor that the article names later -> entity of that name
        self._by_noun: dict[str, list[Actor]] = {}
        self._by_age: dict[str, list[Actor]] = {}

    def known(self, described: Description, part: str) -> Actor | None:
        """Return the one actor that a description goes on with, ``None`` if it is somebody new or could be two."""
        if described.noun == "old":
            found = self._by_age.get(described.age or "", [])[-_KEPT:]
        else:
            found = self._by_noun.get(described.noun, [])[-_KEPT:]
        if described.form == "indefinite":
            found = [actor for actor in found if actor.part == "headline" != part]  # the body says it again
        elif described.form == "bare" and described.noun not in word_class("only-ones"):
            found = [actor for actor in found if actor.words == described.words and actor.owner == described.owner]
        fitting = [actor for actor in found if actor.fits(described)]
        return fitting[0] if len(fitting) == 1 else None

    def speaks_of(self, nouns: frozenset[str]) -> bool:
        """Return whether an actor without a name has one of these nouns."""
        return not nouns.isdisjoint(self._by_noun)

    def ambiguous(self, described: Description) -> bool:
        """Return whether a definite description fits several actors."""
        found = self._by_noun.get(described.noun, [])[-_KEPT:]
        return described.form == "definite" and sum(actor.fits(described) for actor in found) > 1

    def add(self, described: Description, type: EntityType, name: Wording, part: str) -> Actor:
        """Return a new actor."""
        actor = Actor(self.named + len(self.every), type, described, name, part)
        self.every.append(actor)
        self._by_noun.setdefault(described.noun, []).append(actor)
        if described.age and not described.plural:
            self._by_age.setdefault(described.age, []).append(actor)
        return actor

    def again(self, actor: Actor, described: Description, name: Wording) -> None:
        """Note a further description of an actor: the fullest one becomes its name."""
        if described.age and not actor.age:
            actor.age = described.age
            self._by_age.setdefault(described.age, []).append(actor)
        if len(described.words) > len(actor.words):
            actor.words = described.words
        if name.length > actor.name.length:
            actor.name = name


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    return {noun: (type, gender) for noun, type, gender in rows("links", "actors")}


def kind_of(token: Token) -> EntityType | None:
    """Return what a noun says that acts: person, organization, or group for several; ``None`` for what is no actor."""
    lower = token.lower
    plural = token.tag in _PLURAL
    words = (lower, token.lemma.lower()) if plural else (lower, lower)
    kind = _KINDS.get(words)
    if kind is None:
        if len(_KINDS) >= _MOST_KINDS:
            _KINDS.clear()
        kind = _KINDS[words] = _kind(*words) or ""
    if plural and kind and lower != "police":
        return "group"
    return kind or None  # type: ignore[return-value]


_MOST_KINDS: Final = 1 << 14
_KINDS: Final[dict[tuple[str, str], str]] = {}
"""What was asked for: a noun and its singular -> its kind, "" for none."""


def _kind(noun: str, single: str) -> str | None:
    found = _nouns().get(noun) or _nouns().get(single)
    if found:
        return found[0]
    if kinds().get(single) == "organization":
        return "organization"
    return "person" if is_role(single) and single not in word_class("things-called-like-people") else None


def behind_qualities(tokens: list[Token], first: int) -> int:
    """Return where a name can begin behind what says what its bearer is: `54-year-old`, `retired engineer`, nothing."""
    at = first
    while at + 1 < len(tokens) and at - first < _QUALITIES and tokens[at].tag in ("CD", "HYPH", "JJ", "NN", "VBN"):
        at += 1
    return at


def behind_titles(tokens: list[Token], first: int) -> int:
    """Return where a name begins behind titles: `Ambassador`, `Mr`, `Assistant Commissioner`; ``first`` for none."""
    at = first
    while at + 1 < len(tokens) and at - first < _QUALITIES and tokens[at].tag in ("NNP", "HYPH"):
        if tokens[at].tag == "NNP" and tokens[at].lower not in titles() and tokens[at + 1].lower not in titles():
            break
        at += 1
    return at


_QUALITIES: Final = 7  # tokens that say what the bearer of a name is


def gender_of(noun: str) -> str | None:
    """Return the gender that a noun in lower case tells: `widow` f, `fisherman` m."""
    found = _nouns().get(noun)
    if found is not None and found[1] != "-":
        return found[1]
    return word_gender(noun)


def describe(tokens: list[Token], chunk: Chunk, end: int, owner: int | None) -> Description | None:
    """Return the description that a noun chunk is, ``None`` for one that means nobody (`no man`) or any (`each man`).

    ``end`` is where the phrase ends with what is attached, ``owner`` the entity that possesses it.
    """
    first, head = chunk.first, chunk.head
    if head - first > _LONGEST:
        return None
    opener = tokens[first].lower
    if opener in word_class("nobody-in-particular"):
        return None
    possessor = max((at for at in range(first, head) if tokens[at].tag in ("POS", "PRP$", "WP$")), default=-1)
    if possessor >= 0:
        form = "owned"
    elif opener in word_class("definite-determiners"):
        form = "definite"
    elif tokens[first].tag in ("DT", "CD", "PDT") or opener in word_class("quantifiers"):
        form = "indefinite"
    else:
        form = "bare"
    plural = tokens[head].tag in _PLURAL
    noun = tokens[head].lower if not plural else tokens[head].lemma.lower()
    if form == "owned" and noun == "youth":
        return None  # "her Canadian youth": when she was young
    age = _age(tokens, first, head)
    inside = range(possessor + 1 if possessor >= 0 else first, head)
    words = {tokens[at].lower for at in inside if tokens[at].tag[:2] in ("NN", "JJ", "VB") or tokens[at].tag == "CD"}
    if age is not None:
        words -= {age, "year", "old", "aged"}
    if owner is not None and possessor < 0:
        words -= {token.lower for token in tokens[first:head] if token.text in demonyms()}
    if possessor >= 0 and owner is None:
        words |= {tokens[at].lower for at in range(first, possessor)}
        if tokens[possessor].lower in ("my", "our", "your"):
            words.add("your" if tokens[possessor].lower == "your" else "my")  # who speaks has it: not `his lawyer`
    last = head + 1
    if last < min(end, len(tokens)) and tokens[last].lower in _SCOPES:
        words |= set(_scope(tokens, last, end))
        last = end
    return Description(first, head, last, noun, form, plural, frozenset(words), owner, age)


def _scope(tokens: list[Token], first: int, end: int) -> Iterator[str]:
    """Yield the nouns and numbers of what is attached: `party` of `the chairman of the party`, `a mother of four`."""
    for token in tokens[first : min(end, first + _LONGEST)]:
        if token.tag[:2] == "NN" or token.tag == "CD":
            yield token.lower


def _age(tokens: list[Token], first: int, head: int) -> str | None:
    """Return the age in a description: `a 43-year-old man`, `the 48-year-old`."""
    for at in range(first, head + 1):
        if tokens[at].lower == "old" and at - 4 >= 0 and tokens[at - 2].lower == "year":
            return tokens[at - 4].lower
    return None


def wording(tokens: list[Token], described: Description) -> Wording:
    """Return where the words of a description stand that can be a name."""
    whose = tokens[described.first].tag == "WP$"
    first, last = tokens[described.first + whose], tokens[min(described.last, described.head + _LONGEST) - 1]
    opens = described.first == 0 or not tokens[described.first - 1].text[0].isalnum()
    plain = opens and (first.text[1:].islower() or len(first.text) == 1)
    plain = plain and first.text not in demonyms() and first.text not in gazetteer()
    begin = tokens[described.first + 1] if first.tag == "DT" else first
    return Wording(first.start, last.end, plain and first.tag not in ("NNP", "NNPS"), last.end - begin.start)
