"""Classes of words that rules ask for, from ``lexicon/word_classes.tsv``."""

from __future__ import annotations

from typing import Final

from newsclaims.table import word_classes

word_class: Final = word_classes("syntax")


def answering() -> frozenset[str]:
    """Return the verbs for what somebody does who does not agree with what another says; quotes end before them."""
    return word_class("answering")
