"""How sure a claim is: the chance that a reader would sign it as it stands, from what can be seen of it.

A logistic regression over readable terms: the rule, what kind of subject it has and how far from the verb, what of
its clause is in none of its parts, how its span ends, and the like.  The weights are learned from readers' verdicts on
claims of whole articles (table ``confidence``, written by ``newsclaims/learn/claims_confidence.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from math import exp
from typing import Final

from newsclaims.model import Argument, Claim, Reference, Span
from newsclaims.table import rows
from newsclaims.words.sentence import Sentence, Token

BASE: Final = "every claim"
"""The term that all claims have."""
_FAR: Final = 5  # tokens between subject and verb
_LONG: Final = 35  # tokens of a sentence
_SHORT: Final = 4  # tokens of a claim
_OFTEN: Final = 3  # arguments, words that are in no part
_FUNCTION: Final = frozenset(("IN", "TO", "DT"))


class Rating:
    """Rates the claims of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens: list[Token] = sentence.tokens

    def confidence(self, claim: Claim, quoted: bool) -> float:
        """Return the chance that a claim with its entities is right, in hundredths and never 0 or 1.

        ``quoted`` says whether it stands in a quote.
        """
        weights = _weights()
        total = sum([weights.get(term, 0.0) for term in self.terms(claim, quoted)])
        return min(max(round(1 / (1 + exp(-total)), 2), 0.01), 0.99)

    def weighed(self, claim: Claim) -> list[tuple[str, float]]:
        """Return the terms of a claim with their weights (log-odds), the heaviest first."""
        weights = _weights()
        found = [(term, weights.get(term, 0.0)) for term in self.terms(claim, claim.quote is not None)]
        return sorted((pair for pair in found if pair[1]), key=lambda pair: (-abs(pair[1]), pair[0]))

    def terms(self, claim: Claim, quoted: bool) -> list[str]:
        """Return the names of the terms that hold of a claim."""
        first, other = claim.subject, claim.object
        if claim.voice == "passive":
            first, other = other, first
        found = [BASE, claim.rule, f"subject: {self._kind(first)}"]
        if first is not None:
            found += self._apart(first, claim)
        if other is None:
            found.append("object: none")
        roles = [argument.role for argument in claim.arguments]
        found += [f"argument: {role}" for role in ("that", "predicative", "to-inf", "adverb") if role in roles]
        if not roles or len(roles) >= _OFTEN:
            found.append("arguments: many" if roles else "arguments: none")
        found += self._extent(claim, first, other)
        verb = self.tokens[self.sentence.at(claim.predicate.end) - 1]
        if verb.tag in ("VBG", "VB", "VBP"):
            found.append("verb: -ing form" if verb.tag == "VBG" else "verb: plain form")
        if quoted:
            found.append("in a quote")
        if claim.negated:
            found.append("negated")
        if claim.modality != "asserted":
            found.append(f"modality: {claim.modality}")
        if self.sentence.part == "headline":
            found.append("headline")
        if len(self.tokens) > _LONG:
            found.append("long sentence")
        return found

    def _kind(self, part: Reference | None) -> str:
        if part is None:
            return "none"
        named = part.entity is not None or bool(part.entities)
        word = self.tokens[self.sentence.at(part.start)]
        if word.end == part.end and word.tag in ("PRP", "DT", "WDT", "WP"):
            return "pronoun" if named else "unknown pronoun"
        return "entity" if named else "noun phrase"

    def _apart(self, subject: Span, claim: Claim) -> Iterator[str]:
        """Yield how far the subject is from the verb, and whether another verb stands between them."""
        between = self.tokens[self.sentence.at(subject.end) : self.sentence.at(claim.predicate.start)]
        if between:
            yield "subject: far" if len(between) > _FAR else "subject: apart"
            if any(token.tag[:2] == "VB" for token in between):
                yield "subject: behind another verb"
        elif subject.start > claim.predicate.start:
            yield "subject: behind the verb"

    def _extent(self, claim: Claim, first: Reference | None, other: Reference | None) -> Iterator[str]:
        """Yield what the claim's span leaves out, and how it ends."""
        named: list[Span | Argument | None] = [first, other, claim.predicate, *claim.arguments]
        parts = sorted([(part.start, part.end) for part in named if part is not None])
        begin = covered = parts[0][0]
        out = adverbs = 0
        for start, stop in parts:
            if start > covered + 1:
                for token in self.tokens[self.sentence.at(covered) : self.sentence.at(start)]:
                    if token.tag not in _FUNCTION and token.text[0].isalnum():
                        out += 1
                        adverbs += token.tag == "RB"
            covered = max(covered, stop)
        end = self.sentence.at(covered)
        commas = claim.text.count(", ")
        if out:
            yield "left out: several words" if out >= _OFTEN else "left out: a word"
        if adverbs:
            yield "left out: an adverb"
        if commas:
            yield "commas: several" if commas > 1 else "commas: one"
        if end - self.sentence.at(begin) < _SHORT:
            yield "short"
        if end < len(self.tokens):
            token = self.tokens[end]
            if token.tag == "CC":
                yield "next: and, but, or"
            elif token.text[0].isalnum():
                yield "next: a verb" if token.tag[:2] in ("VB", "MD") else "next: a word"


def rated(claims: Iterable[Claim], sentences: list[Sentence]) -> Iterator[tuple[Claim, Rating]]:
    """Yield every claim with the rating of its sentence, which is made once for those that follow each other."""
    rating: Rating | None = None
    for claim in claims:
        if rating is None or rating.sentence is not sentences[claim.sentence]:
            rating = Rating(sentences[claim.sentence])
        yield claim, rating


@cache
def _weights() -> dict[str, float]:
    return {row[0]: float(row[3]) for row in rows("claims", "confidence")}
