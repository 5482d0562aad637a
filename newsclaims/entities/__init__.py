"""Entities: who and what is named, each typed once for the document, with its roles and all its named mentions."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.entities.chains import chains, display_name
from newsclaims.entities.headlines import in_title_case
from newsclaims.entities.headlines import names as headline_names
from newsclaims.entities.names import Name, cut
from newsclaims.entities.runs import runs
from newsclaims.model import Entity, Mention
from newsclaims.text.document import Document
from newsclaims.words.sentence import Sentence

__all__ = ["find"]


def find(document: Document, sentences: Sequence[Sentence]) -> list[Entity]:
    """Return the entities in the order of their first mention; only mentions of kind ``name``."""
    text = document.text
    found = []
    for number, chain in enumerate(chains(_names(sentences), text), 1):
        assert chain.type is not None
        mentions = tuple(
            Mention(text[name.start : name.end], name.start, name.end, "name") for name in chain.names
        )
        roles = tuple(chain.roles)
        found.append(Entity(f"e{number}", display_name(chain), chain.type, chain.country, roles, mentions))
    return found


def _names(sentences: Sequence[Sentence]) -> list[Name]:
    lower_words = {token.text for sentence in sentences for token in sentence.tokens if token.text[0].islower()}
    found: list[Name] = []
    lines = []
    for sentence in sentences:
        if in_title_case(sentence):
            lines.append(sentence)
            continue
        for first, last in runs(sentence, lower_words):
            found += cut(sentence, first, last)
    if lines:
        known = {name.key for name in found}
        for sentence in lines:
            found += headline_names(sentence, known, lower_words)
        found.sort(key=lambda name: name.start)
    return found
