"""The word tables of names, each read once on first use."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.model import EntityType
from newsclaims.table import entries, rows, word_classes, words

word_class: Final = word_classes("entities")


class Known:
    """What the gazetteers say of a name: its commonest form, type, country, and where it stands (``city`` …)."""

    __slots__ = ("country", "name", "source", "type")

    def __init__(self, name: str, type: EntityType, country: str | None, source: str) -> None:
        self.name = name
        self.type = type
        self.country = country
        self.source = source


class Title:
    """A title or role: whether it can only address (``Mr.``), and the gender that the word tells (m, f or None)."""

    __slots__ = ("address", "gender")

    def __init__(self, address: bool, gender: str | None) -> None:
        self.address = address
        self.gender = gender


@cache
def gazetteer() -> dict[str, Known]:
    """Return name -> what is known of it; the better known source wins for a name that stands in several."""
    found: dict[str, Known] = {}
    for table in ("cities", "cities_known"):
        for name, code in rows("entities", table):
            found[name] = Known(name, "place", code, "city")
    for name, other, code in rows("entities", "regions"):
        entry = Known(name, "place", _code(code), "region")
        found[name] = entry
        if other:
            found |= dict.fromkeys(other.split("|"), entry)
    capitals = []
    for code, name, others, _, _, capital in rows("entities", "countries"):
        entry = Known(name, "place", code, "country")
        found[name] = entry
        if others:
            found |= dict.fromkeys(others.split("|"), entry)
        capitals += [(form, code) for form in _split(capital)]
    for part in ("England", "Scotland", "Wales", "Northern Ireland", "Palestinian Authority"):
        of = found[part]
        found[part] = Known(part, of.type, of.country, of.source)
    for form, code in capitals:
        found.setdefault(form, Known(form, "place", code, "city"))
    for name, others, kind, code in rows("entities", "known"):
        entry = Known(name, kind, _code(code), "known")  # type: ignore[arg-type]
        found[name] = entry
        if others:
            found |= dict.fromkeys(others.split("|"), entry)
    return found


@cache
def capitals() -> frozenset[str]:
    """Return the names of the capitals of countries."""
    return frozenset(form for row in rows("entities", "countries") for form in _split(row[5]))


@cache
def gazetteer_openers() -> frozenset[str]:
    """Return the first words of the names of several words that are known."""
    return frozenset(name.split(" ", 1)[0] for name in gazetteer() if " " in name)


@cache
def opening_numbers() -> frozenset[str]:
    """Return the numbers with which known names begin: `3` of `3M`, `7` of `7-Eleven`, `60` of `60 Minutes`."""
    names = (name.split(" ", 1)[0] for name in gazetteer() if name[0].isdigit())
    return frozenset(
        word[: next((at for at, sign in enumerate(word) if not sign.isdigit()), len(word))] for word in names
    )


@cache
def demonyms() -> dict[str, str]:
    """Return adjective or noun for the people of a country -> its ISO code: `Peruvian`, `Danes`."""
    found: dict[str, str] = {}
    for code, _, _, adjectives, nouns, _ in rows("entities", "countries"):
        for form in (*_split(adjectives), *_split(nouns)):
            found.setdefault(form, code)
    return found


@cache
def people() -> frozenset[str]:
    """Return the nouns that name the people of a country and are no adjectives: `Danes`, `Americans`."""
    adjectives: set[str] = set()
    nouns: set[str] = set()
    for _, _, _, first, second, _ in rows("entities", "countries"):
        adjectives.update(_split(first))
        nouns.update(_split(second))
    return frozenset(nouns - adjectives)


@cache
def titles() -> dict[str, Title]:
    """Return title or role in lower case -> what it tells."""
    return {
        word: Title(kind == "address", None if gender == "-" else gender)
        for word, kind, gender in rows("entities", "titles")
    }


@cache
def title_openers() -> frozenset[str]:
    """Return the first words of all titles, the cheap trigger of a look-up."""
    return frozenset(title.split(" ", 1)[0] for title in titles())


@cache
def first_names() -> dict[str, str]:
    """Return first name -> m, f or u (either)."""
    known = entries("entities", "first_names") | entries("entities", "first_names_known")
    return entries("entities", "first_names_world") | known


@cache
def nicknames() -> dict[str, tuple[str, ...]]:
    """Return nickname -> the first names that it is short for: `Pat` for `Patrick` and `Patricia`."""
    return {short: tuple(full.split("|")) for short, full in rows("entities", "nicknames")}


@cache
def heads() -> dict[str, str]:
    """Return last word of names, in lower case -> the type of entity that it tells."""
    return entries("entities", "heads")


@cache
def kinds() -> dict[str, str]:
    """Return noun in lower case -> the type of the name beside it: `the carmaker Veloce`, `Homs, a city`."""
    return entries("entities", "kinds")


@cache
def parts(role: str) -> frozenset[str]:
    """Return the words, in lower case, that play a part in names, such as `particle`, `suffix`, `owner` or `place`."""
    return _parts().get(role, frozenset())


@cache
def _parts() -> dict[str, frozenset[str]]:
    found: dict[str, list[str]] = {}
    for word, played in entries("entities", "name_parts").items():
        for role in played.split(" "):
            found.setdefault(role, []).append(word)
    return {role: frozenset(members) for role, members in found.items()}


def not_names() -> frozenset[str]:
    """Return capitalised words, in lower case, that are no names."""
    return words("entities", "not_names")


def common_words() -> frozenset[str]:
    """Return words, in lower case, that are seldom part of a name."""
    return words("entities", "common")


def _split(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def _code(cell: str) -> str | None:
    return None if cell == "-" else cell
