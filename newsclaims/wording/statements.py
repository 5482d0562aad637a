"""Who said what, as a reader wants it listed: quotes and reported speech, not every verb that takes a stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cache
from typing import Final

from newsclaims.model import Article, Entity, Quote

# of a clause that is reported
_OPENERS: Final = ("that", "whether", "if", "how", "why", "what", "when", "where", "who")


def listed_quotes(article: Article, every: bool = False) -> list[Quote]:
    """Return the quotes that a table lists, in the text's order; with ``every`` all of them.

    Words in quotation marks always are, outside headlines, which repeat the text.  Reported speech is where it has a
    speaker and a verb of speech or thought that reports a clause: `denied the accusations` and `seeks refuge` are
    deeds, and stand with them.
    """
    if every:
        return list(article.quotes)
    clauses = {claim.quote for claim in article.claims}
    bodyless = not any(sentence.part == "body" for sentence in article.sentences)
    return [
        quote
        for quote in article.quotes
        if (bodyless or article.sentences[quote.sentence].part != "headline") and _is_speech(quote, quote.id in clauses)
    ]


def _is_speech(quote: Quote, clause: bool) -> bool:
    if quote.kind != "indirect":
        return True
    if quote.speaker is None:
        return False
    if quote.cue is not None and _classes().get(quote.cue.lemma) == "act":
        return False
    return clause or quote.text.partition(" ")[0].lower() in _OPENERS


@cache
def _classes() -> dict[str, str]:
    from newsclaims.quotes.cues import verbs

    return {verb: frames.kind for verb, frames in verbs().items()}


def speaker_of(quote: Quote, names: dict[str, Entity]) -> str:
    """Return the name of a quote's speaker, the words for it where no entity is known.

    Of those words an apposition is left out (`Dr Bell, the coroner`), not the others of a list (`Bell, Lind and Roe`).
    """
    if quote.speaker is None:
        return "(no speaker)"
    if quote.speaker.entity in names:
        return names[quote.speaker.entity].name
    first, _, rest = quote.speaker.text.partition(", ")
    return quote.speaker.text if " and " in f" {rest}" or not first else first


def said_words(quote: Quote, text: str) -> str:
    """Return what a quote says, without the words that interrupt it (`…,” said Bell. “…`)."""
    return " … ".join(text[start:end] for start, end in quote.spans) or quote.text


def covers(spans: Iterable[tuple[int, int]]) -> Callable[[int, int], bool]:
    """Return a function that says whether one of the spans covers a stretch, in logarithmic time."""
    starts: list[int] = []
    ends: list[int] = []  # the farthest end of the spans that start here or earlier
    for start, end in sorted(spans):
        starts.append(start)
        ends.append(max(end, ends[-1]) if ends else end)

    def covered(start: int, end: int) -> bool:
        at = bisect_right(starts, start) - 1
        return at >= 0 and ends[at] >= end

    return covered
