"""Date finding."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.dates.published import Published
from newsclaims.model import Date
from newsclaims.text.document import Document
from newsclaims.words.sentence import Sentence


def find(document: Document, sentences: Sequence[Sentence], published: Published) -> list[Date]:
    """Return what is found, in the order of the text."""
    return []
