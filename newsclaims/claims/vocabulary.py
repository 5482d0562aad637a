"""The word classes of this kind (table ``word_classes``)."""

from __future__ import annotations

from typing import Final

from newsclaims.table import word_classes

word_class: Final = word_classes("claims")
