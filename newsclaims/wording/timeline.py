"""The dates of an article in the order of time, each with what is told of it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from newsclaims.model import Article, Claim
from newsclaims.wording.values import when_of


def time_line(
    article: Article, chosen: Collection[str] | None = None, every: bool = True
) -> list[tuple[str, str, int]]:
    """Return (when, what, number of the sentence) of the dates that lie in time, in order, each told thing once.

    ``chosen`` limits to claims of these entity ids.  Without ``every`` headlines and captions are left out, unless
    the article has nothing else.
    """
    claims: dict[str, list[Claim]] = {}
    for claim in article.claims:
        for id in claim.dates:
            claims.setdefault(id, []).append(claim)
    parts = ("body",) if not every and any(item.part == "body" for item in article.sentences) else _PARTS
    rows: dict[tuple[str, str], int] = {}
    for item in sorted((item for item in article.dates if item.from_), key=lambda item: (item.from_ or "", item.start)):
        told = claims.get(item.id, [])
        sentence = article.sentences[item.sentence]
        if sentence.part not in parts or not (chosen is None or any(holds(claim, chosen) for claim in told)):
            continue
        text = min((claim.text for claim in told), key=len, default=article.text[sentence.start : sentence.end])
        rows.setdefault((when_of(item), text), item.sentence)
    return [(*row, sentence) for row, sentence in rows.items()]


_PARTS: Final = ("body", "caption", "headline")


def holds(claim: Claim, chosen: Collection[str]) -> bool:
    """Say whether one of these entities takes part in a claim."""
    return any(item is not None and item.entity in chosen for item in (claim.subject, claim.object, *claim.arguments))
