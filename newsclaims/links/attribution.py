"""Speakers of quotes that their own sentence does not name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsclaims.links.facts import Facts
from newsclaims.model import Quote
from newsclaims.text.document import Document
from newsclaims.words.sentence import Sentence


def attribute(document: Document, sentences: Sequence[Sentence], facts: Facts) -> Facts:
    """Return the facts with a speaker for quoted words whose speaker stands in another sentence.

    Words in quotation marks without a cue belong to the speaker who was quoted last, if that was in the same paragraph
    or in the one before.  Anything further away stays without a speaker.
    """
    found: list[Quote] = []
    last: Quote | None = None
    for quote in facts.quotes:
        paragraph = sentences[quote.sentence].paragraph
        near = last is not None and paragraph - sentences[last.sentence].paragraph <= 1
        if last is not None and near and quote.speaker is None and quote.cue is None:
            quote = replace(quote, speaker=last.speaker)
        if quote.speaker is not None:
            last = quote
        found.append(quote)
    return replace(facts, quotes=found)
