"""An index of fact checks by the terms of their claims and titles: which share rare ones with a statement (BM25).

Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and Beyond".  Time and memory are linear in
the checks' text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from heapq import nlargest
from math import log

from newsclaims.facts.lexical import concept
from newsclaims.matching.records import FactCheck
from newsclaims.matching.terms import Term, is_function, stem, terms
from newsclaims.table import words

SATURATION, LENGTH = 1.4, 0.75  # k1 and b
GRAM = 4  # letters that run on from word to word: what is left of a misspelt or derived word
_COMMON = 0.05  # share of checks above which letters say nothing
_USUAL = 10_000
"""Checks of a collection that tells by itself how rare a term is; what a smaller one lacks is English at large."""


def grams(found: Iterable[Term]) -> frozenset[str]:
    """Return the runs of four letters of the words and numbers that say something."""
    forms = (term.form.lower() for term in found)
    text = f" {' '.join(form for form in forms if not is_function(form))} "
    return frozenset(text[at : at + GRAM] for at in range(len(text) - GRAM + 1))


def concepts(found: Iterable[Term]) -> frozenset[str]:
    """Return what the words that say something are about: one name for those that news uses for one another."""
    forms = (term.form.lower() for term in found if term.kind in ("word", "part"))
    return frozenset(concept(form) for form in forms if len(form) > 1 and not is_function(form))


@dataclass(frozen=True)
class Indexed:
    """One check taken apart: terms of its claim and its title, their letters and concepts."""

    claim: list[Term]
    title: list[Term]
    claim_grams: frozenset[str]
    grams: frozenset[str]
    concepts: frozenset[str]
    claim_letters: float = 0.0
    all_letters: float = 0.0

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers in claim and title."""
        return frozenset(term.key for term in (*self.claim, *self.title) if term.kind == "number")

    @cached_property
    def claim_keys(self) -> frozenset[str]:
        """The terms of the claim."""
        return frozenset(term.key for term in self.claim)

    @cached_property
    def title_keys(self) -> frozenset[str]:
        """The terms of the title."""
        return frozenset(term.key for term in self.title)


def taken_apart(check: FactCheck) -> Indexed:
    """Return a check's terms and letters; where it has no title its claim stands for that."""
    claim = terms(check.claim)
    title = terms(check.title) if check.title else claim
    mine = grams(claim)
    return Indexed(claim, title, mine, mine | grams(title), concepts((*claim, *title)))


@dataclass
class Index:
    """Checks with, for each term, the numbers of those that hold it and how often: ``[check, times, check, times, …]``.

    ``letters`` and ``concepts`` count the checks in which each run of letters and each concept stands.
    """

    checks: list[FactCheck]
    postings: dict[str, list[int]]
    lengths: list[int]
    letters: dict[str, int]
    concepts: dict[str, int]
    _rarity: dict[str, float] = field(default_factory=dict, repr=False)
    _letters: dict[str, float] = field(default_factory=dict, repr=False)
    _apart: dict[int, Indexed] = field(default_factory=dict, repr=False)

    @cached_property
    def mean(self) -> float:
        """Terms of a check, on average."""
        return sum(self.lengths) / max(1, len(self.lengths)) or 1.0

    @cached_property
    def _lacking(self) -> int:
        return max(0, _USUAL - len(self.checks))

    def apart(self, number: int) -> Indexed:
        """Return a check taken apart; the last few thousand are remembered."""
        found = self._apart.get(number)
        if found is None:
            if len(self._apart) > 4096:
                self._apart.clear()
            bare = taken_apart(self.checks[number])
            found = self._apart[number] = replace(
                bare, claim_letters=self.told_by(bare.claim_grams), all_letters=self.told_by(bare.grams)
            )
        return found

    def rarity(self, key: str) -> float:
        """Return how much it says that two texts share a term: the logarithm of how few checks hold it (IDF)."""
        known = self._rarity.get(key)
        if known is None:
            known = self._rarity[key] = self._idf(len(self.postings.get(key, ())) // 2, _share(key))
        return known

    def concept_rarity(self, name: str) -> float:
        """Return the same for a concept."""
        return self._idf(self.concepts.get(name, 0), _share(name))

    def _idf(self, having: float, share: float) -> float:
        having += self._lacking * share
        return log(1 + (len(self.checks) + self._lacking - having + 0.5) / (having + 0.5))

    def told_by(self, letters: Iterable[str]) -> float:
        """Return what runs of letters say together: the sum of their squared rarities, 0 for usual ones."""
        known = self._letters
        total = 0.0
        for gram in letters:
            value = known.get(gram)
            if value is None:
                value = known[gram] = self._letters_rarity(gram) ** 2
            total += value
        return total

    def _letters_rarity(self, gram: str) -> float:
        total = len(self.checks) + self._lacking
        having = self.letters.get(gram, 0) + self._lacking * 0.0005
        return log(total / (having + 1)) if having < _COMMON * total else 0.0

    def nearest(self, weights: Mapping[str, float], most: int) -> list[tuple[int, float]]:
        """Return (number, BM25) of the checks nearest to weighted terms, best first, ties in file order."""
        scores: dict[int, float] = defaultdict(float)
        low, per_term = SATURATION * (1 - LENGTH), SATURATION * LENGTH / self.mean
        for key, weight in weights.items():
            found = self.postings.get(key)
            if not found or len(found) > max(2000, len(self.checks) // 2):  # in every fourth check: it tells little
                continue
            gain = weight * self.rarity(key) * (SATURATION + 1)
            for number, times in zip(found[::2], found[1::2], strict=True):
                scores[number] += gain * times / (times + low + per_term * self.lengths[number])
        least = min(nlargest(most, scores.values()), default=0.0) - 1e-9
        best = [(number, round(value, 9)) for number, value in scores.items() if value >= least]
        return sorted(best, key=lambda item: (-item[1], item[0]))[:most]

    def bm25(self, found: list[Term], weights: Mapping[str, float], mean: float) -> float:
        """Return BM25 of one field of a check."""
        length = SATURATION * (1 - LENGTH + LENGTH * len(found) / mean)
        return sum(
            weights[key] * self.rarity(key) * times * (SATURATION + 1) / (times + length)
            for key, times in Counter(term.key for term in found).items()
            if key in weights
        )

    def split(self, tag: str) -> list[str]:
        """Return the words of a handle or hashtag as far as checks hold them: `ditchobama`."""
        lower = tag.lower().replace("_", "")[:40]
        total = log(max(2, sum(self.lengths)))
        best, back = [0.0, *[-1e9] * len(lower)], [0] * (len(lower) + 1)
        for end in range(1, len(lower) + 1):
            for start in range(max(0, end - 15), end):
                word = lower[start:end]
                found = self.postings.get(stem(word), ()) if len(word) > 1 else ()
                value = best[start] + (log(len(found) / 2) - total if found else -8 - 3.5 * len(word))
                if value > best[end]:
                    best[end], back[end] = value, start
        end, pieces = len(lower), []
        while end:
            pieces.append(lower[back[end] : end])
            end = back[end]
        return [piece for piece in reversed(pieces) if len(piece) > 2 and piece != lower]


def _share(key: str) -> float:
    """Return in which share of texts a word stands in English at large, roughly."""
    if is_function(key):
        return 0.2
    return 0.01 if key[0] == "=" or key in common() else 0.00005


@cache
def common() -> frozenset[str]:
    """The stems of the words that news writes in lower case often."""
    return frozenset(map(stem, words("entities", "common")))


def index(checks: Iterable[FactCheck]) -> Index:
    """Return the index of fact checks; one without a claim is left out."""
    kept: list[FactCheck] = []
    postings: dict[str, list[int]] = defaultdict(list)
    letters: Counter[str] = Counter()
    about: Counter[str] = Counter()
    lengths: list[int] = []
    for check in checks:
        apart = taken_apart(check)
        if not apart.claim:
            continue
        both = [*apart.claim, *(apart.title if check.title else ())]
        counts = Counter(term.key for term in both)
        for key, times in counts.items():
            postings[key] += (len(kept), times)
        letters.update(apart.grams)
        about.update(apart.concepts)
        lengths.append(len(both))
        kept.append(check)
    return Index(kept, dict(postings), lengths, dict(letters), dict(about))
