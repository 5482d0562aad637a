"""Which sentences and claims a reader with little time checks first."""

from __future__ import annotations

from math import ceil
from typing import Final

from newsclaims.model import Article, Claim, SentenceSpan

_LEAST: Final = 0.5  # below it a sentence is rather opinion, promise or small talk
_MOST: Final = 5
_SHARE: Final = 0.25  # of the sentences of the text: in a short article not every sentence comes first


def worth_first(article: Article) -> list[SentenceSpan]:
    """Return the sentences most worth checking, best first: a few, and never more than a quarter of the text.

    Headlines and captions are left out: they repeat the text or describe a picture.
    """
    told = [item for item in article.sentences if item.part not in ("headline", "caption", "byline", "credit")]
    worth = [item for item in told if item.check_worthiness >= _LEAST]
    worth.sort(key=lambda item: -item.check_worthiness)
    return worth[: min(_MOST, ceil(_SHARE * len(told)))]


def claims_first(article: Article, least: float = _LEAST) -> list[tuple[Claim, SentenceSpan]]:
    """Return the claims that stand alone in sentences of at least this check-worthiness, the best sentences first.

    Of claims inside each other the outer one is kept, but what is said rather than that it is said; what is told twice
    stands once.
    """
    held: dict[int, list[Claim]] = {}
    told = {claim.quote for claim in article.claims if claim.standalone and claim.quote}
    cues = {quote.cue.start for quote in article.quotes if quote.id in told and quote.cue is not None}
    for claim in article.claims:
        if claim.predicate.start in cues:
            continue
        if claim.standalone and article.sentences[claim.sentence].check_worthiness >= least:
            held.setdefault(claim.sentence, []).append(claim)
    order = sorted(held, key=lambda number: (-article.sentences[number].check_worthiness, number))
    seen: set[str] = set()
    found = []
    for number in order:
        for claim in _outermost(held[number]):
            assert claim.standalone is not None
            if claim.standalone not in seen:
                seen.add(claim.standalone)
                found.append((claim, article.sentences[number]))
    return found


def _outermost(claims: list[Claim]) -> list[Claim]:
    """Return the claims of one sentence that stand in no other one, in the order of the text."""
    kept: list[Claim] = []
    end = -1
    for claim in sorted(claims, key=lambda claim: (claim.start, -claim.end)):
        if claim.end > end:
            kept.append(claim)
            end = claim.end
    return kept
