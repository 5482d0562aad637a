"""What belongs to a claim: its quote, source, dates, figures and place."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.links.facts import Facts
from newsclaims.text.document import Document
from newsclaims.words.sentence import Sentence


def attach(document: Document, sentences: Sequence[Sentence], facts: Facts) -> Facts:
    """Return the facts with these links filled in."""
    return facts
