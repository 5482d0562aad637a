"""Classes of words that rules ask for, from ``lexicon/word_classes.tsv``."""

from __future__ import annotations

from typing import Final

from newsclaims.table import word_classes

word_class: Final = word_classes("syntax")
