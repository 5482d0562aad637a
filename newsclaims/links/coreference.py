"""Entity ids: every reference, mention and pronoun that rules can settle gets its entity."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.links.facts import Facts
from newsclaims.text.document import Document
from newsclaims.words.sentence import Sentence


def resolve(document: Document, sentences: Sequence[Sentence], facts: Facts) -> Facts:
    """Return the facts with these links filled in."""
    return facts
