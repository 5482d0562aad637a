"""Measure how precise every rule of claims is, and write it as the table ``confidence``.

Run it again with::

    python -m newsclaims.learn.claims_confidence GOLD.jsonl [GOLD.jsonl ...]

A gold file has one sentence a line: ``text`` and ``claims``, each with ``predicate``, ``subject`` and ``object``, whose
``head`` (or ``heads``) and ``full`` are pairs of offsets, and ``optional`` for claims that count neither way.  A claim
is right when its predicate holds the gold verb, its subject and object hold a gold head and begin inside the gold's
full span, or are missing where the gold's are; a gold claim's further arguments stand for an object that it has not.

Rare rules are drawn to the mean of all: five claims of average precision are added to each (Laplace's rule of
succession with the observed mean).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from newsclaims.claims import find, reading
from newsclaims.learn import arguments, records, write_table
from newsclaims.model import Claim, Reference
from newsclaims.text.document import read_document
from newsclaims.words.sentence import analyse

HEAD = """\
Precision of every rule, measured on development sets by newsclaims/learn/claims_confidence.py:
rule, how many claims it made there, share of them that are right (drawn to the mean where few).
"""
PRIOR = 5
Gold = dict[str, Any]


def fills(gold: Gold | None, found: Reference | None) -> bool:
    """Tell whether a span is the gold's phrase: it holds a head of it and begins inside its full span."""
    if gold is None or found is None:
        return gold is None and found is None
    heads = gold.get("heads") or [gold["head"]]
    first, last = gold.get("full") or (gold["start"], gold["end"])
    holds = any(found.start <= start and end <= found.end for start, end in heads)
    return holds and first <= found.start < last


def right(gold: Gold, claim: Claim) -> bool:
    """Tell whether the claim has the gold claim's roles, in one of its readings."""
    for one in [gold, *(gold.get("alternatives") or [])]:
        if not fills(one.get("subject"), claim.subject):
            continue
        if fills(one.get("object"), claim.object):
            return True
        heads = [argument["head"][0] for argument in gold.get("arguments") or []]
        span = claim.object
        if one.get("object") is None and span is not None and any(span.start <= at < span.end for at in heads):
            return True
    return False


def judge(claims: Iterable[Claim], gold: list[Gold]) -> Iterable[tuple[str, bool]]:
    """Yield (rule, right) for every claim that counts."""
    for claim in claims:
        start, end = claim.predicate.start, claim.predicate.end
        same = [g for g in gold if start <= g["predicate"]["head"][0] and g["predicate"]["head"][1] <= end]
        if same and all(g.get("optional") for g in same):
            continue
        yield claim.rule, any(right(g, claim) for g in same)


def measure(paths: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """Return how many claims every rule made on the gold files, and how many of them are right."""
    made: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for row in (row for path in paths for row in records(path)):
        document = read_document(row["text"], None)
        for rule, good in judge(find(document, reading(document, analyse(document))), row["claims"]):
            made[rule] += 1
            hits[rule] += good
    return made, hits


def main() -> None:
    made, hits = measure(arguments(__doc__, 1))
    mean = hits.total() / made.total()
    lines = [f"{rule}\t{made[rule]}\t{(hits[rule] + PRIOR * mean) / (made[rule] + PRIOR):.2f}" for rule in made]
    write_table("claims", "confidence", HEAD, lines)
    print(f"{made.total()} claims, {100 * mean:.1f} % right")


if __name__ == "__main__":
    main()
