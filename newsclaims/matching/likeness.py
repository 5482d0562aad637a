"""How well a fact check fits a statement: features of what they share, and their weights (``lexicon/weights.tsv``).

The weights are learned by ``newsclaims.learn.matching``.  Most features are relative, so that neither the length of
texts nor the number of checks changes what they mean much.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import exp, sqrt

from newsclaims.matching.index import Index, Indexed, common, concepts, grams
from newsclaims.matching.terms import Term, is_function, parts, stem, terms
from newsclaims.table import rows

BESIDE, DATED = 0.8, 0.4  # weights of who speaks and of the day, beside those of the words
BIAS = "BIAS"
_NAMES_ONLY = 0.45  # the most that names alone make: who is told of in all of an article, or of a check, says little
_LITTLE = 0.15  # part of what a check tells, beside its names or of these, that is next to nothing


@dataclass(frozen=True)
class Statement:
    """What is asked about: the terms of a statement, of who makes it or is meant in it, and of its day."""

    text: Sequence[Term]
    beside: Sequence[Term] = ()
    dates: Sequence[Term] = ()

    @cached_property
    def keys(self) -> frozenset[str]:
        """The terms of the words."""
        return frozenset(term.key for term in self.text)

    @cached_property
    def all_keys(self) -> frozenset[str]:
        """The terms of the words and of who speaks."""
        return self.keys | {term.key for term in self.beside}

    @cached_property
    def day_keys(self) -> frozenset[str]:
        """The terms of the day."""
        return frozenset(term.key for term in self.dates)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers in it."""
        return frozenset(term.key for term in self.text if term.kind == "number")

    @cached_property
    def weights(self) -> dict[str, float]:
        """The terms to search by."""
        found = {term.key: DATED for term in self.dates}
        found.update((term.key, BESIDE) for term in self.beside)
        found.update((term.key, 1.0) for term in self.text)
        return found


def statement(index: Index, text: str, beside: str = "", dates: str = "") -> Statement:
    """Return a statement; handles and hashtags are split into the words that the checks know."""
    return Statement(_split(index, terms(text)), _split(index, terms(beside)), terms(dates))


def _split(index: Index, found: Iterable[Term]) -> list[Term]:
    whole: list[Term] = []
    for term in found:
        whole.append(term)
        if term.kind == "tag":
            pieces = index.split(term.form) or [part.lower() for part in parts(term.form) if len(part) > 2]
            whole += [Term(stem(piece), piece.capitalize(), "part") for piece in pieces if piece != term.key]
    return whole


def features(index: Index, asked: Statement, near: Sequence[tuple[int, float]]) -> list[dict[str, float]]:
    """Return the features of each of the checks near a statement, given as (number, BM25), the nearest first."""
    weigh = index.rarity
    where: dict[str, list[int]] = defaultdict(list)
    for at, term in enumerate(asked.text):
        where[term.key].append(at)
    mine = grams(asked.text)
    size = index.told_by(mine)
    own = sum(map(weigh, asked.keys))
    written = _written(asked)
    about = concepts((*asked.text, *asked.beside))
    found = []
    for number, value in near:
        check = index.apart(number)
        every = check.claim_keys | check.title_keys
        shared = asked.keys & every
        both = check.claim_keys & check.title_keys
        names = _names(check, written)
        rest = concepts(term for term in check.claim if term.key not in names)
        told = sum(map(index.concept_rarity, about & rest))
        numbers = check.numbers
        deed = told / (sum(map(index.concept_rarity, rest)) + 5)
        named = _part(index, asked.all_keys & names, names)
        run = max(_run(index, where, check.claim), _run(index, where, check.title))
        found.append(
            {
                "first": value / near[0][1] if near[0][1] else 0.0,
                "nearness": value / 20,
                "nearness of title": index.bm25(check.title, asked.weights, index.mean * 0.4) / 20,
                "concepts": sum(map(index.concept_rarity, about & check.concepts)) / 20,
                "letters": _cosine(index, mine & check.grams, size, check.all_letters),
                "letters of claim": _cosine(index, mine & check.claim_grams, size, check.claim_letters),
                "core said": _part(index, asked.all_keys & both, both),
                "claim said": _part(index, asked.all_keys & check.claim_keys, check.claim_keys),
                "statement checked": sum(map(weigh, shared)) / (own + 5),
                "rarest": max(map(weigh, shared), default=0.0) / 10,
                "run": run / max(1.0, sum(map(weigh, check.claim_keys))),
                "deed": told / 20,
                "deed said": deed,
                "no deed": float(deed < _LITTLE),
                "names": named,
                "no name": float(bool(names) and named < _LITTLE),
                "numbers": len(numbers & asked.numbers) / len(numbers) if numbers else 0.0,
                "no number": float(bool(numbers) and not numbers & (asked.numbers | asked.day_keys)),
                "speaker": sum(map(weigh, (asked.all_keys - asked.keys) & every)) / 10,
                "day": len(asked.day_keys & every) / 3,
            }
        )
    return found


def _names(check: Indexed, written: frozenset[str]) -> set[str]:
    """Return the names in a check's claim; its first word is one if the statement writes it as a name."""
    found = {term.key for term in check.claim[1:] if term.capital and not is_function(term.form.lower())}
    return found | ({check.claim[0].key} & written)


def _written(asked: Statement) -> frozenset[str]:
    """Return what a statement writes with a capital; its first word only where that is no common one."""
    found = frozenset(term.key for term in (*asked.text[1:], *asked.beside) if term.capital)
    first = asked.text[:1]
    return found | {term.key for term in first if term.capital and term.key not in common() and len(term.key) > 3}


def _part(index: Index, some: Iterable[str], every: Iterable[str]) -> float:
    """Return which part of what terms say is in some of them; a few common words do not make a whole."""
    return sum(map(index.rarity, some)) / (sum(map(index.rarity, every)) + 1)


def _cosine(index: Index, shared: frozenset[str], mine: float, theirs: float) -> float:
    """Return how alike two texts are in their letters, from 0 to 1."""
    told = index.told_by(shared)
    return told / sqrt(mine * theirs) if told else 0.0


def _run(index: Index, where: dict[str, list[int]], field: Sequence[Term]) -> float:
    """Return what the longest run of words says that stands in both texts."""
    best = 0.0
    before: dict[int, float] = {}
    for term in field:
        here = {}
        for at in where.get(term.key, ()):
            value = before.get(at - 1, 0.0) + (0.3 if is_function(term.key) else index.rarity(term.key))
            here[at] = value
            best = max(best, value)
        before = here
    return best


def scores(found: Sequence[dict[str, float]]) -> list[float]:
    """Return from 0 to 1 how sure it is that each check fits; in what order they fit is their order.

    The first one's score is the chance that it is right, learned from statements whose check is, or is not, among them;
    one that shares names and next to nothing else is never likely.  The others have the share of it that their
    features leave them.
    """
    if not found:
        return []
    order, chance = weights("order"), weights("chance")
    values = [sum(order.get(name, 0.0) * value for name, value in item.items()) for item in found]
    best = max(values)
    first = found[values.index(best)]
    total = chance[BIAS] + sum(chance.get(name, 0.0) * value for name, value in first.items())
    sure = 1 / (1 + exp(-max(-30.0, min(30.0, total))))
    if first.get("no deed"):
        sure = min(sure, _NAMES_ONLY)
    return [sure * exp(value - best) for value in values]


@cache
def weights(use: str) -> dict[str, float]:
    """Return the weights for a use: "order" of the checks, or the "chance" that the first is right."""
    return {name: float(weight) for name, of, weight in rows("matching", "weights") if of == use}


def why(check: Indexed, asked: Statement, index: Index) -> tuple[list[str], list[str], list[str]]:
    """Return (names, numbers, other words) that both share, as the statement writes them, the rarest first."""
    every = check.claim_keys | check.title_keys
    named = _names(check, _written(asked))
    found: dict[str, dict[str, str]] = {"names": {}, "numbers": {}, "words": {}}
    for term in (*asked.text, *asked.beside):
        if term.key in every and not is_function(term.form.lower()) and term.kind != "tag":
            kind = "numbers" if term.kind == "number" else "names" if term.capital and term.key in named else "words"
            if not any(term.key in items for items in found.values()):
                found[kind][term.key] = term.form
    names, numbers, words = (
        [form for _, form in sorted(items.items(), key=lambda item: -index.rarity(item[0]))] for items in found.values()
    )
    return names, numbers, words
