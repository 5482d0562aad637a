"""The day on which the article was published: given, from its metadata, or read off its byline, dateline or captions."""

from __future__ import annotations

from dataclasses import dataclass

from newsclaims.model import PublishedBasis
from newsclaims.text.document import Document


@dataclass(frozen=True, slots=True)
class Published:
    """``day`` is an ISO date or ``None``; ``basis`` says where it was read."""

    day: str | None
    basis: PublishedBasis | None
    warnings: tuple[str, ...] = ()


def publication_date(document: Document, date: str | None, basis: PublishedBasis) -> Published:
    """Return the anchor of relative dates; never today's date and never the file's time."""
    if date is not None:
        return Published(date[:10], basis)
    return Published(None, None, ("no publication date: relative dates have no value",))
