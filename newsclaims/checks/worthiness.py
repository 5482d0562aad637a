"""How much a sentence states a fact worth checking: a weighted sum of readable features, squeezed to 0 to 1.

The features are words, classes of words (``lexicon/statement_words.tsv``), tags and pairs of tags, who or what is the
subject of which tense, numbers, and length.  Their weights are in ``lexicon/worthiness.tsv``, learned by
``newsclaims.learn.worthiness`` by logistic regression on labelled sentences of debates (ClaimBuster, Hassan et al.
2017; CLEF-2019 CheckThat! task 1) and of news.  A sentence at 0.5 or more is called worth checking.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Final

from newsclaims.checks.classes import word_class
from newsclaims.table import entries, rows
from newsclaims.text.tokens import tokenize
from newsclaims.words.lemmas import lemma
from newsclaims.words.sentence import Sentence, Token
from newsclaims.words.tagger import tag

FINITE: Final = frozenset(("VBD", "VBZ", "VBP", "MD"))
NOT_STATEMENTS: Final = frozenset(("byline", "dateline", "credit"))
LENGTHS: Final = (5, 8, 12, 16, 22, 30)  # tokens; a feature for each that is exceeded
_BETWEEN: Final = frozenset(("RB", "RBR", "UH", ",", ":"))  # what may stand between a subject and its verb
NO_VERB: Final = "NO FINITE VERB"
_NAMES: Final = 0.7  # of the tokens of what says nothing
_MOST: Final = 3  # a class counts no more often than this in one sentence


def worthiness(sentence: Sentence) -> float:
    """Return how check-worthy a sentence is, from 0 to 1, rounded to three digits."""
    if sentence.part in NOT_STATEMENTS:
        return 0.0
    found = features(sentence.tokens)
    if NO_VERB in found and _only_names(sentence.tokens):
        return 0.0
    weights = _weights()
    total = 0.0
    for name, value in found.items():
        if name in weights:
            total += weights[name] * value
    return round(1 / (1 + math.exp(-max(-20.0, min(20.0, total)))), 3)


def _only_names(tokens: list[Token]) -> bool:
    """Tell whether words without a verb are a signature, a row of a table or a title: names, numbers and signs."""
    names = sum(token.tag in ("CD", "NNP", "NNPS") or not token.text[:1].isalpha() for token in tokens)
    return names >= _NAMES * len(tokens)


_SPOKEN: Final = {
    "NUMBERS": "figures", "DIGITS": "figures", "MAGNITUDE": "figures", "YEAR": "year", "CHANGE": "change",
    "COMPARISON": "comparison", "STATISTIC": "statistics", "ECONOMY": "economy", "POLITICS": "politics and law",
    "CONFLICT": "conflict", "SOCIETY": "society", "PAST": "past", "REPORTING": "report", "VBD": "event",
    "PERFECT": "event", "JJS": "record", "JJR": "comparison", "percent": "figures", "%": "figures",
}  # fmt: skip


def reasons(text: str, most: int = 3) -> list[str]:
    """Return in words what makes a sentence worth checking, the weightiest first."""
    forms = [text[start:end] for start, end in tokenize(text, 0, len(text))]
    tokens = [
        Token(form, 0, 0, form.lower(), label, lemma(form.lower(), label))
        for form, label in zip(forms, tag(forms), strict=True)
    ]
    sums: dict[str, float] = {}
    for name, weight in weighed(tokens):
        if name in _SPOKEN:
            sums[_SPOKEN[name]] = sums.get(_SPOKEN[name], 0.0) + weight
    return [name for name, weight in sorted(sums.items(), key=lambda item: -item[1]) if weight > 0][:most]


def weighed(tokens: list[Token]) -> list[tuple[str, float]]:
    """Return (feature, what it adds to the sum) for every feature with a weight, the largest first."""
    weights = _weights()
    found = [(name, weights[name] * value) for name, value in features(tokens).items() if name in weights]
    return sorted(found, key=lambda term: (-abs(term[1]), term[0]))


def features(tokens: list[Token]) -> dict[str, float]:
    """Return the features of a sentence and their values, named as in ``worthiness.tsv``.

    Words are in lower case; tags, pairs of tags, classes and all others in upper case.
    """
    found = {"BIAS": 1.0}
    classes = _classes()
    counts: dict[str, float] = {}
    pairs = _pairs("START")
    first = True
    for index, token in enumerate(tokens):
        tag = token.tag
        lower = token.lower
        found[tag] = 1.0
        found[pairs.get(tag) or _pair(pairs, tag)] = 1.0
        pairs = _PAIRS.get(tag) or _pairs(tag)
        if tag == "CD":
            counts["NUMBERS"] = counts.get("NUMBERS", 0.0) + 0.5
            found[_number(lower)] = 1.0
        else:
            found[lower] = 1.0
            if tag in FINITE:
                _clause(tokens, index, first, found)
                first = False
        for name in classes.get(token.lemma) or classes.get(lower, ()):
            counts[name] = counts.get(name, 0.0) + 0.5
    for name, count in counts.items():
        found[name] = min(count, _MOST / 2)
    for length in LENGTHS:
        if len(tokens) > length:
            found[f"LENGTH>{length}"] = 1.0
    if first:
        found[NO_VERB] = 1.0
    return found


_PAIRS: Final[dict[str, dict[str, str]]] = {}
"""The names of pairs of tags by the first and the second: there are a thousand in a million words."""


def _pairs(before: str) -> dict[str, str]:
    return _PAIRS.setdefault(before, {"": before})


def _pair(pairs: dict[str, str], tag: str) -> str:
    pairs[tag] = f"{pairs['']} {tag}"
    return pairs[tag]


def _number(lower: str) -> str:
    """Return the feature of a number: a year, digits, a magnitude word or a number word."""
    if lower in word_class("magnitudes"):
        return "MAGNITUDE"
    if not lower[0].isdigit():
        return lower
    return "YEAR" if len(lower) == 4 and lower.isdigit() and lower[:2] in ("18", "19", "20") else "DIGITS"


def _clause(tokens: list[Token], verb: int, first: bool, found: dict[str, float]) -> None:
    """Add who or what is the subject of the finite verb in which tense, and whether the verb is perfect or passive."""
    token = tokens[verb]
    index = verb - 1
    while index >= 0 and tokens[index].tag in _BETWEEN:
        index -= 1
    subject = "NONE" if index < 0 else _subject(tokens[index])
    if first:
        found[f"FIRST {subject} {token.tag}"] = 1.0
    found[f"SUBJECT {subject} {token.tag}"] = 1.0
    if token.lemma in ("have", "be") and any(later.tag == "VBN" for later in tokens[verb + 1 : verb + 4]):
        found["PERFECT" if token.lemma == "have" else "PASSIVE"] = 1.0
        found[f"{subject} {token.lemma.upper()} VBN"] = 1.0


def _subject(token: Token) -> str:
    if token.lower in word_class("pronouns"):
        return token.lower.upper()
    if token.tag in ("NNP", "NNPS"):
        return "NAME"
    return "NOUN" if token.tag in ("NN", "NNS", "CD") else token.tag


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    """Return lemma -> names of the classes of statement words that it belongs to."""
    found: dict[str, tuple[str, ...]] = {}
    for word, name in rows("checks", "statement_words"):
        found[word] = (*found.get(word, ()), name.upper())
    return found


@cache
def _weights() -> dict[str, float]:
    """Return feature -> weight."""
    return {name: float(weight) for name, weight in entries("checks", "worthiness").items()}
