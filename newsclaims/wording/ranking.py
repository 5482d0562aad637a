"""Which sentences a reader with little time checks first."""

from __future__ import annotations

from math import ceil

from newsclaims.model import Article, SentenceSpan

_LEAST = 0.5  # below it a sentence is rather opinion, promise or small talk
_MOST = 5
_SHARE = 0.25  # of the sentences of the text: in a short article not every sentence comes first


def worth_first(article: Article) -> list[SentenceSpan]:
    """Return the sentences most worth checking, best first: a few, and never more than a quarter of the text.

    Headlines and captions are left out: they repeat the text or describe a picture.
    """
    told = [item for item in article.sentences if item.part not in ("headline", "caption", "byline", "credit")]
    worth = [item for item in told if item.check_worthiness >= _LEAST]
    worth.sort(key=lambda item: -item.check_worthiness)
    return worth[: min(_MOST, ceil(_SHARE * len(told)))]
