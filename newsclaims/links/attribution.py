"""Speakers of quotes that their own sentence does not name."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.links.facts import Facts
from newsclaims.text.document import Document
from newsclaims.words.sentence import Sentence


def attribute(document: Document, sentences: Sequence[Sentence], facts: Facts) -> Facts:
    """Return the facts with these links filled in."""
    return facts
