"""Learn how sure a claim is from readers' verdicts, and write it as the table ``confidence`` of claims.

Run it again with::

    python -m newsclaims.learn.claims_confidence ARTICLES.jsonl JUDGED.jsonl [ARTICLES.jsonl JUDGED.jsonl ...]

An articles file has records as ``extract`` reads them. A judged file has a claim a line, with the keys of the output
(in ``entity`` and ``attributed_to`` the entity's name) and ``article``, the record's id, and ``verdict``: ``right``
when a reader would sign the claim as it stands. A verdict counts for a claim that is still given just so, so the
version that was judged learns it best: what was mended since would look as if nothing were ever wrong. The first
reader should be one of articles that nobody had read before. Every pair of files is another reader's. How strict each
is beside the first is learned too, and the confidence is that of the first.

The weights are those of a logistic regression, drawn to 0 (ridge, by Newton's method).  Printed are the calibration
error (mean gap between stated confidence and share right over ten bands of equal size) and the chance that a right
claim has the higher confidence of two (AUC), both for articles that were left out of the learning.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import exp
from typing import Any

from newsclaims.claims.confidence import BASE, rated
from newsclaims.extract import extract
from newsclaims.learn import arguments, records, write_table
from newsclaims.model import Article
from newsclaims.text.document import read_document
from newsclaims.words.sentence import analyse

HEAD = """\
How sure a claim is: terms of newsclaims/claims/confidence.py with their weights (log-odds), learned from readers'
verdicts by newsclaims/learn/claims_confidence.py. Columns: term, claims judged, share of them right, weight.
The claims are those of the versions that were judged: 3,271 of 47 articles that nobody had judged, by ten readers, and
158 of others that are still given as an earlier reader saw them. A weight is one third that of 1,710 earlier verdicts.
"""
RIDGE = 12.0
LEAST = 6
"""Claims that a term must hold of."""
STEPS = 25
READER = "reader "
Judged = tuple[str, frozenset[str], bool]
"""An article's id, the terms of a claim of it, and whether it is right."""


def shape(claim: dict[str, Any], names: dict[str, str] | None = None) -> tuple[Any, ...]:
    """Return what makes a claim this claim: its parts with the names of their entities, polarity, modality, source."""

    def named(id: str | None) -> str | None:
        return names.get(id) if names is not None and id is not None else id

    parts = [claim[part] and (claim[part]["text"], claim[part]["start"], named(claim[part].get("entity")))
             for part in ("subject", "object")]  # fmt: skip
    rest = tuple(sorted((argument["role"], argument["text"]) for argument in claim["arguments"]))
    return (*parts, claim["predicate"]["lemma"], rest, claim["negated"], claim["modality"],
            named(claim["attributed_to"]))  # fmt: skip


def judged(article: Article, verdicts: dict[tuple[Any, ...], str]) -> Iterator[Judged]:
    """Yield the claims of an article that somebody has judged."""
    sentences = analyse(read_document(article.text, article.title))
    names = {entity.id: entity.name for entity in article.entities}
    plain = article.to_dict()["claims"]
    for (claim, rating), held in zip(rated(article.claims, sentences), plain, strict=True):
        verdict = verdicts.get(shape(held, names))
        if verdict is not None:
            yield article.id, frozenset(rating.terms(claim, claim.quote is not None)), verdict == "right"


def learned(claims: Sequence[Judged]) -> dict[str, float]:
    """Return the weight of every term that holds of enough claims."""
    counts = Counter(term for _, terms, _ in claims for term in terms)
    names = sorted(term for term, count in counts.items() if count >= LEAST)
    rows = [[number for number, name in enumerate(names) if name in terms] for _, terms, _ in claims]
    ridge = [0.01 if name == BASE or name.startswith(READER) else RIDGE for name in names]
    weights = [0.0] * len(names)
    for _ in range(STEPS):
        slope = [-pull * weight for pull, weight in zip(ridge, weights, strict=True)]
        curve = [[0.0] * len(names) for _ in names]
        for number, pull in enumerate(ridge):
            curve[number][number] = pull
        for row, (_, _, right) in zip(rows, claims, strict=True):
            chance = 1 / (1 + exp(-sum(weights[number] for number in row)))
            for one in row:
                slope[one] += right - chance
                for two in row:
                    curve[one][two] += chance * (1 - chance)
        weights = [weight + step for weight, step in zip(weights, _solved(curve, slope), strict=True)]
    return dict(zip(names, weights, strict=True))


def _solved(matrix: list[list[float]], values: list[float]) -> list[float]:
    """Return the solution of a system of linear equations whose matrix is positive definite (Gauss)."""
    rows = [[*row, value] for row, value in zip(matrix, values, strict=True)]
    for number, row in enumerate(rows):
        for lower in rows[number + 1 :]:
            share = lower[number] / row[number]
            if share:
                for at in range(number, len(row)):
                    lower[at] -= share * row[at]
    found = [0.0] * len(rows)
    for number in reversed(range(len(rows))):
        row = rows[number]
        known = sum(row[at] * found[at] for at in range(number + 1, len(rows)))
        found[number] = (row[-1] - known) / row[number]
    return found


def stated(terms: frozenset[str], weights: dict[str, float]) -> float:
    """Return the confidence of a claim with these terms."""
    return 1 / (1 + exp(-sum(weights.get(term, 0.0) for term in terms)))


def left_out(claims: Sequence[Judged]) -> list[tuple[float, bool]]:
    """Return (confidence, right) of every claim, by weights learned from all articles but its own, sorted."""
    found = []
    for article in sorted({id for id, _, _ in claims}):
        weights = learned([claim for claim in claims if claim[0] != article])
        found += [(stated(terms, weights), right) for id, terms, right in claims if id == article]
    return sorted(found)


def bands(found: list[tuple[float, bool]]) -> Iterator[tuple[int, float, float]]:
    """Yield (claims, mean confidence, share right) for ten bands of equal size."""
    for first, last in pairwise(len(found) * number // 10 for number in range(11)):
        band = found[first:last]
        if band:
            yield len(band), sum(sure for sure, _ in band) / len(band), sum(right for _, right in band) / len(band)


def auc(found: list[tuple[float, bool]]) -> float:
    """Return the chance that of a right and a wrong claim the right one has the higher confidence."""
    right, wrong = [sure for sure, good in found if good], [sure for sure, good in found if not good]
    pairs = sum((one > two) + 0.5 * (one == two) for one in right for two in wrong)
    return pairs / max(1, len(right) * len(wrong))


def main() -> None:
    claims: list[Judged] = []
    given = arguments(__doc__, 2)
    for reader, (articles, verdicts) in enumerate(zip(given[::2], given[1::2], strict=True)):
        beside = frozenset({f"{READER}{reader + 1}"} if reader else ())
        by_article: dict[str, dict[tuple[Any, ...], str]] = defaultdict(dict)
        for row in records(verdicts):
            by_article[row["article"]][shape(row)] = row["verdict"]
        for record in records(articles):
            if record["id"] in by_article:
                article = extract(record["text"], id=record["id"], title=record.get("title"), date=record.get("date"))
                claims += [
                    (id, terms | beside, right) for id, terms, right in judged(article, by_article[record["id"]])
                ]
    found = left_out(claims)
    for count, sure, share in bands(found):
        print(f"{count} claims stated at {sure:.2f}: {share:.2f} right")
    error = sum(count * abs(sure - share) for count, sure, share in bands(found)) / len(found)
    print(f"{len(found)} claims, calibration error {100 * error:.1f}, AUC {100 * auc(found):.1f}")
    weights = learned(claims)
    readers = {term: weight for term, weight in weights.items() if term.startswith(READER)}
    print("".join(f"{term}: {weight:+.2f} beside the first\n" for term, weight in readers.items()), end="")
    lines = []
    for term, weight in weights.items():
        if term in readers:
            continue
        verdicts_ = [right for _, terms, right in claims if term in terms]
        lines.append(f"{term}\t{len(verdicts_)}\t{sum(verdicts_) / len(verdicts_):.2f}\t{weight:+.2f}")
    write_table("claims", "confidence", HEAD, lines)


if __name__ == "__main__":
    main()
