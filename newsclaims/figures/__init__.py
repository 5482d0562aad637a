"""Figure finding."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.model import Date, Figure
from newsclaims.text.document import Document
from newsclaims.words.sentence import Sentence


def find(document: Document, sentences: Sequence[Sentence], dates: Sequence[Date]) -> list[Figure]:
    """Return what is found, in the order of the text; ``dates`` veto numbers that belong to a date."""
    return []
