"""The day of publication: what it is read from, and in which order."""

from __future__ import annotations

import pytest

from newsclaims.dates.published import UNKNOWN, publication_date
from newsclaims.text.document import Block, Document

BODY = ("body", "The deputies met again on Friday and talked for hours.")


def document(*parts: tuple[str, str]) -> Document:
    text, blocks = "", []
    for number, (part, piece) in enumerate(parts):
        blocks.append(Block(len(text), len(text) + len(piece), part, number))  # type: ignore[arg-type]
        text += piece + "\n\n"
    return Document(text, tuple(blocks))


CAPTION = ("caption", "A deputy speaks in Lima, Peru, November 3, 2025. REUTERS/File Photo")


@pytest.mark.parametrize(
    ("parts", "day", "basis"),
    [
        ([BODY], None, None),
        ([("byline", "By Ann Smith, 7 November 2025"), CAPTION, BODY], "2025-11-07", "byline"),
        ([("dateline", "LIMA, Nov. 7, 2025 (Reuters) -"), CAPTION, BODY], "2025-11-07", "dateline"),
        ([("dateline", "LIMA, Nov 7 (Reuters) -"), CAPTION, BODY], "2025-11-07", "dateline"),
        ([("dateline", "LIMA, Jan 2 (Reuters) -"), CAPTION, BODY], "2026-01-02", "dateline"),
        ([("dateline", "LIMA, Nov 7 (Reuters) -"), BODY], None, None),
        ([CAPTION, ("credit", "Photo taken 4 November 2025"), BODY], "2025-11-04", "caption"),
        ([("body", "It was signed on November 3, 2025, he said.")], None, None),
        ([("caption", "Lima, 31 February 2025"), BODY], None, None),
    ],
)
def test_where_the_day_is_read(parts: list[tuple[str, str]], day: str | None, basis: str | None) -> None:
    found = publication_date(document(*parts), None, "given")
    assert (found.day, found.basis) == (day, basis)
    assert found.warnings == (() if day else (UNKNOWN,))


def test_a_given_day_wins() -> None:
    found = publication_date(document(CAPTION, BODY), "2024-02-29T10:00:00Z", "metadata")
    assert (found.day, found.basis, found.warnings) == ("2024-02-29", "metadata", ())


def test_a_given_day_that_is_none_is_said() -> None:
    found = publication_date(document(CAPTION, BODY), "yesterday", "given")
    assert found.day is None and "yesterday" in found.warnings[0]
