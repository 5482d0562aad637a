"""Which words news uses for one another: classes of deeds, their opposites, and what a word is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import zip_longest

from newsclaims.table import rows, words
from newsclaims.words.lemmas import lemma

_ENDINGS = re.compile(
    r"(?:izations?|isations?|ations?|itions?|ements?|ments?|ities|ity|ions?|ives?|ers?|ors?|als?|ances?|ences?|ness|ies|"
    r"ing|ed|es|ly|s|e|y)$"
)
_NAMING = re.compile(r"(?:(?:[ai]t)?ion|ment|[ae]nce|ure|[eo]r|al)$")  # of a deed or who does it
_LEAST = 4  # letters of a stem


@cache
def _classes(part: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, kind, name in rows("facts", "synonyms"):
        if kind == part:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _members() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, kind, name in rows("facts", "synonyms"):
        if kind == "v":
            found.setdefault(name, set()).add(word)
    return {name: frozenset(found_words) for name, found_words in found.items()}


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    return frozenset((one, other) for one, other in rows("facts", "opposites"))


@cache
def _axes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one, other in _opposites():
        found.setdefault(one, set()).add("|".join(sorted((one, other))))
    return {name: frozenset(axes) for name, axes in found.items()}


def axes(deeds: frozenset[str]) -> frozenset[str]:
    """Return what deeds and their opposites have in common, one name a pair of opposites: `fall|rise`."""
    return frozenset().union(*(_axes().get(deed, frozenset()) for deed in deeds))


@cache
def _phrases() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for verb, word, name in rows("facts", "phrases"):
        found.setdefault(verb, {})[word] = name
    return found


def deed_classes(verb: str, behind: Iterable[str] = ()) -> frozenset[str]:
    """Return the classes of deeds that a verb (lemma, lower case) may tell; a verb without a class is its own.

    ``behind`` are the lower-cased words that follow it: a particle, adjective or noun may make it another deed.

    >>> sorted(deed_classes("purchase")), sorted(deed_classes("drop")), sorted(deed_classes("step", ["down"]))
    (['acquire'], ['abandon', 'fall'], ['resign'])
    """
    phrases = _phrases().get(verb)
    if phrases:
        for word in behind:
            if word in phrases:
                return frozenset((phrases[word],))
    return _classes("v").get(verb) or frozenset((verb,))


def noun_classes(noun: str) -> frozenset[str]:
    """Return the classes of what a noun (lemma) names; empty for one without: `acquisition` is of the class acquire."""
    return _classes("n").get(noun, frozenset())


def deeds_named(noun: str) -> frozenset[str]:
    """Return the classes of deeds that a noun (lemma) names, none for a thing: `investigation`, but not `ship`."""
    return frozenset(name for name in noun_classes(noun) if name in _members())


def synonyms(verb: str) -> frozenset[str]:
    """Return the verbs (lemmas) that share a class with a verb, and the verb itself.

    >>> sorted(synonyms("purchase"))
    ['acquire', 'buy', 'purchase']
    """
    return frozenset((verb,)).union(*(_members().get(name, ()) for name in deed_classes(verb)))


def verbs_of(classes: Iterable[str]) -> frozenset[str]:
    """Return the verbs (lemmas) that may tell a deed of these classes, alone or with a word behind them."""
    wanted = frozenset(classes)
    alone = frozenset(verb for name in wanted for verb in _members().get(name, ()))
    return alone | {verb for verb, behind in _phrases().items() if not wanted.isdisjoint(behind.values())}


def opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two deeds, as sets of classes, cannot both be true of one actor and one object."""
    return not one & other and any((mine, yours) in _opposites() for mine in one for yours in other)


@cache
def _nearly_opposed() -> dict[str, frozenset[str]]:
    """Return the opposites of what is opposed to the opposites of a deed: `endorse` and `spurn` by way of others."""
    near: dict[str, set[str]] = {}
    for one, other in _opposites():
        near.setdefault(one, set()).add(other)
    found = {}
    for deed, others in near.items():
        alike = {item for other in others for item in near[other]}
        found[deed] = frozenset(item for same in alike for item in near[same]) - alike - {deed}
    return found


def nearly_opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two deeds, as sets of classes, go two ways, though both may be true: one welcomes, one objects."""
    return not one & other and any(not other.isdisjoint(_nearly_opposed().get(deed, ())) for deed in one)


@lru_cache(maxsize=65536)
def concept(word: str) -> str:
    """Return what a word (lower case) stands for, whatever its form: the class that all its senses share, else a stem.

    >>> concept("purchased") == concept("acquisition"), concept("evacuated") == concept("evacuations")
    (True, True)
    """
    bases = {word, lemma(word, "NNS"), lemma(word, "VBD"), lemma(word, "VBG"), lemma(word, "VBZ")}
    senses: set[str] = set()
    for base in bases:
        senses |= _classes("v").get(base, frozenset()) | _classes("n").get(base, frozenset())
    senses = senses or _derived(bases)
    if len(senses) == 1:
        return f"={senses.pop()}"
    return _stem(word)


def _derived(bases: Iterable[str]) -> set[str]:
    """Return the classes of the verb that a noun without a line of its own is made of: `rescuer`, `enrolment`."""
    found: set[str] = set()
    for base in bases:
        for found_ending in _NAMING.finditer(base):
            root = base[: found_ending.start()]
            if len(root) >= _LEAST:
                for verb in (root, root + "e"):
                    found |= _classes("v").get(verb, frozenset())
    return found


@cache
def _ambiguous() -> dict[str, frozenset[str]]:
    """Return the classes of words with several by the concept that stands for them: `strike` is work or a blow."""
    found: dict[str, set[str]] = {}
    for word, _, name in rows("facts", "synonyms"):
        shown = concept(word)
        if shown[0] != "=":
            found.setdefault(shown, set()).add(f"={name}")
    return {word: frozenset(names) for word, names in found.items()}


def senses(told: Iterable[str]) -> frozenset[str]:
    """Return the concepts that words of several senses among some concepts may stand for.

    >>> sorted(senses(concepts("strike")))
    ['=attack', '=strike-land', '=strike-work']
    """
    known = _ambiguous()
    return frozenset().union(*(known[word] for word in told if word in known))


def _verbs() -> frozenset[str]:
    return words("words", "verb_bases")


def _stem(word: str) -> str:
    base = next((base for base in (lemma(word, "VBD"), lemma(word, "VBG")) if base != word and base in _verbs()), None)
    base = base or lemma(word, "NNS")
    stem = _ENDINGS.sub("", base)
    return stem if len(stem) >= _LEAST else base


_WORD = re.compile(r"\b(?:[A-Z]\.){2,4}|[^\W\d_]++(?:[&'’][^\W\d_]++)?")
_JOINED = re.compile(r"(?<![^\W\d_])[^\W\d_]++-[^\W\d_]++(?!-)")


@cache
def _nations() -> dict[str, str]:
    """Names of countries and of their people in one word -> code of the country: `Peru`, `Peruvian`, `Peruvians`."""
    found: dict[str, str] = {}
    for code, name, others, adjectives, people, *_ in rows("entities", "countries"):
        for form in (name, *others.split("|"), *adjectives.split("|"), *people.replace("|", ",").split(",")):
            if form and " " not in form and form.replace(".", "").isalpha():
                found.setdefault(form, code)
    return found


@lru_cache(maxsize=65536)
def _told(word: str, name: bool) -> str | None:
    """Return the concept of a word as written, ``None`` if it says little; a name has no class."""
    plain = word.replace("’", "'").partition("'")[0]
    low = plain.lower()
    if len(low) < 2 or low in words("facts", "function_words"):
        return None
    if plain != low and plain in _nations():
        return f"&{_nations()[plain]}"
    return _stem(low) if name else concept(low)


def content_words(text: str) -> list[str]:
    """Return the words of a text that say something, in lower case, in its order; possessives without their ending."""
    return [
        word.lower().replace("’", "'").partition("'")[0]
        for word in _WORD.findall(text)
        if _told(word, False) is not None
    ]


@lru_cache(maxsize=8192)
def concepts(text: str, titled: bool = False) -> frozenset[str]:
    """Return the concepts of the content words of a text.

    A capital inside the text makes a word a name, which has no class (`Mark Reed`), except in a headline whose words
    all have one (``titled``).
    """
    return frozenset(iter_concepts(text, titled))


def iter_concepts(text: str, titled: bool = False) -> Iterator[str]:
    """Yield the concepts of the content words of a text in its order, as ``concepts`` has them."""
    if "-" in text:  # `half-time` has a class, and its parts have others
        yield from (told for told in (concept(word.lower()) for word in _JOINED.findall(text)) if told[0] == "=")
    found = _WORD.findall(text)
    for word, behind in zip_longest(found, found[1:], fillvalue=""):
        deed = _phrases_of(word.lower()).get(behind.lower()) if behind else None
        told = f"={deed}" if deed else _told(word, not (word is found[0] or titled) and word[0].isupper())
        if told is not None:
            yield told


@lru_cache(maxsize=65536)
def _phrases_of(word: str) -> dict[str, str]:
    """Return which words behind a form of a verb make it another deed: `signed` up."""
    for base in (word, lemma(word, "VBD"), lemma(word, "VBG"), lemma(word, "VBZ")):
        if base in _phrases():
            return _phrases()[base]
    return {}
