"""Layer 4: what belongs together.  Who is "he", whose quote is it, which date, figure and place go with which claim."""

from __future__ import annotations

from newsclaims.links import attachment, attribution, contents, coreference, readings, spoken
from newsclaims.links.facts import Facts, limit, only_spoken, renumbered
from newsclaims.links.spoken import said_in_quotes, said_on_other_days
from newsclaims.syntax.parses import Parses
from newsclaims.text.document import Document

__all__ = ["Facts", "limit", "link", "renumbered", "said_in_quotes", "said_on_other_days"]


def link(document: Document, parses: Parses, facts: Facts) -> Facts:
    """Return the facts with their links filled in: speakers, entity ids, what places stand for, then what belongs to
    each claim."""
    sentences = parses.sentences
    contents.complete(document.text, facts.claims, facts.quotes)
    facts = attribution.attribute(document, parses, facts)
    facts = coreference.resolve(document, parses, facts)
    facts = readings.read(sentences, facts)
    facts = spoken.as_spoken(document, parses, facts)
    attachment.attach(document.text, parses, facts)
    return only_spoken(facts)
