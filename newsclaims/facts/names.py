"""Which entities of several articles are one: by full name, surname, short form, acronym, or as one country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from unicodedata import combining, normalize

from newsclaims.facts.lexical import concepts
from newsclaims.model import Article, Entity
from newsclaims.table import rows, word_classes, words

word_class = word_classes("facts")

Member = tuple[int, str]  # number of the article, id of the entity


@cache
def _countries() -> dict[str, str]:
    """Every name of a country, folded -> its code."""
    found: dict[str, str] = {}
    for code, name, others, *_ in rows("entities", "countries"):
        for form in (name, *others.split("|")):
            if form:
                found[" ".join(_words_of(form))] = code
    return found


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    return {row[0].casefold(): frozenset(row[1].casefold().split("|")) for row in rows("entities", "nicknames")}


def _words_of(name: str) -> list[str]:
    """Return the words of a name, folded, without accents, possessive endings, full stops and `the`."""
    plain = normalize("NFD", name.casefold().replace("’", "'"))
    plain = "".join(sign for sign in plain if not combining(sign)).replace(".", "")
    found = [word.strip("\"'(),“”‘").removesuffix("'s").rstrip("'") for word in plain.split()]
    return [word for word in found if word and word != "the"]


def _short(words: list[str]) -> list[str]:
    """Return the words of a company's name without `Inc`, `Group` and the like at its end."""
    found = list(words)
    while len(found) > 1 and found[-1] in word_class("company-endings"):
        found.pop()
    return found


def _compatible(one: str, other: str) -> bool:
    """Return whether two first names may be one person's: the same, an initial, or a nickname."""
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    return other in _nicknames().get(one, ()) or one in _nicknames().get(other, ())


class Identities:
    """The entities of several articles, with one number for all that are the same somebody or something.

    Two people with other first names are never one; a name that fits several is nobody's.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self._parent: dict[Member, Member] = {}
        self._first: dict[Member, set[str]] = {}
        self._type: dict[Member, str] = {}
        names: list[tuple[Member, Entity, list[str]]] = []
        for number, article in enumerate(articles):
            for entity in article.entities:
                if entity.named:
                    member = number, entity.id
                    self._parent[member] = member
                    self._type[member] = entity.type
                    names.append((member, entity, _words_of(entity.name)))
        self._known_places = {member for member, entity, _ in names if entity.type == "place" and _known(entity)}
        self._by_form(names)
        self._by_part(names)
        order = {root: number for number, root in enumerate(dict.fromkeys(map(self._root, self._parent)))}
        self._number = {member: order[self._root(member)] for member in self._parent}

    def number(self, article: int, entity: str | None) -> int | None:
        """Return the number of an entity of an article, ``None`` for one without a name."""
        return self._number.get((article, entity or ""))

    def _by_form(self, names: list[tuple[Member, Entity, list[str]]]) -> None:
        first: dict[str, Member] = {}
        for member, entity, tokens in names:
            if entity.type == "person" and len(tokens) > 1:
                self._first[member] = {f"{tokens[0]} {tokens[-1]}"}
            for form in _forms(entity, tokens):
                self._join(first.setdefault(form, member), member)

    def _by_part(self, names: list[tuple[Member, Entity, list[str]]]) -> None:
        """Join what is named in part, `Neumann` or `SBB`, with the only one whose full name it may be short for."""
        parts: dict[str, list[Member]] = {}
        for member, entity, tokens in names:
            for form in dict.fromkeys(_parts(entity, tokens)):
                parts.setdefault(form, []).append(member)
        for member, entity, tokens in names:
            forms = [_single(entity, tokens)]
            if entity.type == "organization" and len(tokens) == 1 and 3 <= len(tokens[0]) <= 6:
                forms.append(f"={tokens[0]}")  # `Nato`, `Sars`: not all write acronyms in capitals
            if entity.type == "person" and len(tokens) > 1:
                forms.append(f"-{tokens[-1]}")
            for form in filter(None, forms):
                fit = [one for one in parts.get(form, ()) if one != member and self._may_be(one, member)]
                roots = {self._root(one) for one in fit}
                if len(roots) == 1:
                    self._join(roots.pop(), self._root(member))

    def _may_be(self, one: Member, other: Member) -> bool:
        """Return whether a short name may be one of a longer: a place is never called a company.

        What one article takes for a place that nobody knows may be the surname of a person of another.
        """
        kinds = {self._type[one], self._type[other]}
        if kinds == {"person", "place"}:
            return self._fits(one, other) and not {one, other} & self._known_places
        return self._fits(one, other) and (len(kinds) == 1 or not kinds & {"place", "event"})

    def _fits(self, one: Member, other: Member) -> bool:
        ours, theirs = self._first.get(self._root(one)), self._first.get(self._root(other))
        return not ours or not theirs or all(_same_person(mine, yours) for mine in ours for yours in theirs)

    def _root(self, member: Member) -> Member:
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def _join(self, one: Member, other: Member) -> None:
        root, leaf = self._root(one), self._root(other)
        if root != leaf and self._fits(one, other):
            self._parent[leaf] = root
            if leaf in self._first:
                self._first[root] = self._first.get(root, set()) | self._first[leaf]


def country_of(entity: Entity) -> str | None:
    """Return the code of the country that a place is, ``None`` for another place and what is none."""
    return _countries().get(" ".join(_words_of(entity.name))) if entity.type == "place" else None


def _known(entity: Entity) -> bool:
    """Return whether a place is in a table of places, or the article says in which country it is."""
    name = entity.name
    return entity.country is not None or name in words("entities", "cities") or name in words("entities", "regions")


def _same_person(one: str, other: str) -> bool:
    ours, theirs = one.split(" ", 1), other.split(" ", 1)
    return ours[-1] == theirs[-1] and _compatible(ours[0], theirs[0])


def _forms(entity: Entity, words: list[str]) -> Iterator[str]:
    """Yield the forms by which an entity is the same as another that has one of them."""
    whole = " ".join(words)
    country = country_of(entity)
    if country:
        yield f"country {country}"
        return
    yield whole
    if entity.type == "person" and len(words) > 2:
        yield f"{words[0]} {words[-1]}"
    if entity.type != "person":
        yield " ".join(_short(words))


def _single(entity: Entity, words: list[str]) -> str | None:
    """Return the form of a name of one word: `-neumann` or, where it is an acronym, `=sbb`."""
    if len(words) != 1:
        return None
    letters = entity.name.replace(".", "")
    return f"={words[0]}" if letters.isupper() and 2 <= len(letters) <= 6 else f"-{words[0]}"


def _parts(entity: Entity, name: list[str]) -> Iterator[str]:
    """Yield what a name of several words may be called in short: its surname or its first word, and its initials."""
    if len(name) < 2:
        return
    if entity.type == "person":
        yield f"-{name[-1]}"
        if entity.name.split()[0] in words("entities", "first_names"):
            return
    yield f"-{name[0]}"
    telling = [word for word in name if word not in ("of", "and", "for", "in")]
    yield "=" + "".join(word[0] for word in telling)


def named(article: Article | None) -> dict[str, frozenset[str]]:
    """Return the words of the names of each entity that has one; of a country what stands for all that is of it."""
    found = {}
    for entity in article.entities if article else ():
        if entity.named:
            country = country_of(entity)
            found[entity.id] = frozenset((f"&{country}",)) if country else concepts(entity.name)
    return found
