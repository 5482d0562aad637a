"""Skeletons of fact checks: a schema.org ClaimReview for every claim worth checking, its rating left empty.

https://schema.org/ClaimReview: ``claimReviewed`` is the claim as a sentence that stands alone, ``itemReviewed`` a Claim
with its speaker as ``author`` and the article as ``appearance``.  What only the reviewer can say is an empty string.
"""

from __future__ import annotations

import json
from typing import Any, Final

from newsclaims.model import Article, Claim, Entity, Failure, Quote
from newsclaims.wording.ranking import claims_first

_TYPES: Final = {"person": "Person", "organization": "Organization", "group": "Organization", "place": "Organization"}


def claim_reviews(article: Article, least: float) -> list[dict[str, Any]]:
    """Return the skeletons for an article's claims in sentences of at least this check-worthiness, the best first."""
    quotes = {quote.id: quote for quote in article.quotes}
    cues = {quote.cue.start: quote for quote in article.quotes if quote.cue is not None}
    names = {entity.id: entity for entity in article.entities}
    found = []
    for claim, _ in claims_first(article, least):
        # a verb that introduces a quote tells what its speaker claims
        quote = quotes.get(claim.quote or "") or cues.get(claim.predicate.start)
        found.append(_review(article, claim, _author(claim, quote, names)))
    return found


def review_lines(item: Article | Failure, *, worthiness: float) -> bytes:
    """Return the skeletons as members of a JSON list, one a line, each with a comma and a line feed before it."""
    if isinstance(item, Failure):
        return b""
    found = claim_reviews(item, worthiness)
    return "".join(",\n" + json.dumps(review, ensure_ascii=False) for review in found).encode("utf-8", "replace")


def _review(article: Article, claim: Claim, author: dict[str, str] | None) -> dict[str, Any]:
    item: dict[str, Any] = {"@type": "Claim"}
    if author is not None:
        item["author"] = author
    if article.published:
        item["datePublished"] = article.published[:10]
    item["appearance"] = _appearance(article)
    return {
        "@type": "ClaimReview",
        "claimReviewed": claim.standalone,
        "itemReviewed": item,
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": "",
            "bestRating": "",
            "worstRating": "",
            "alternateName": "",
        },
        "author": {"@type": "Organization", "name": "", "url": ""},
        "datePublished": "",
        "url": "",
    }


def _author(claim: Claim, quote: Quote | None, names: dict[str, Entity]) -> dict[str, str] | None:
    """Return who makes a claim, None where it is the article itself."""
    speaker = quote.speaker if quote is not None else None
    entity = names.get(claim.attributed_to or "") or names.get((speaker.entity or "") if speaker else "")
    if entity is not None:
        return {"@type": _TYPES.get(entity.type, "Organization"), "name": entity.name}
    return {"@type": "Organization", "name": " ".join(speaker.text.split())} if speaker is not None else None


def _appearance(article: Article) -> dict[str, str]:
    found = {"@type": "NewsArticle"}
    if article.title:
        found["headline"] = article.title
    if article.source and article.source.startswith(("https://", "http://")):
        found["url"] = article.source
    elif article.id and article.id.startswith(("https://", "http://")):
        found["url"] = article.id
    else:
        found["identifier"] = article.id or article.source or ""
    if article.published:
        found["datePublished"] = article.published[:10]
    return found
