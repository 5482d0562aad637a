"""The word classes of this kind (table ``word_classes``)."""

from __future__ import annotations

from newsclaims.table import word_classes

word_class = word_classes("claims")
