"""Quote finding."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.model import Quote
from newsclaims.text.document import Document
from newsclaims.words.sentence import Sentence


def find(document: Document, sentences: Sequence[Sentence]) -> list[Quote]:
    """Return what is found, in the order of the text."""
    return []
