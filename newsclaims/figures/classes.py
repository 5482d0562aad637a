"""The closed classes of words that are asked for here, by name: see ``lexicon/word_classes.tsv``."""

from __future__ import annotations

from typing import Final

from newsclaims.table import word_classes

word_class: Final = word_classes("figures")
