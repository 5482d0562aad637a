"""PDF through ``pypdf``: the text of the pages, line by line as it stands there, hyphens at line ends undone.

A gap between two lines that is wider than the usual one becomes a blank line, for a PDF knows no paragraphs.  The text
as it is taken out is what offsets refer to.  A scan holds no text.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from newsclaims.model import Failure
from newsclaims.text.intake import USUAL, Intake
from newsclaims.text.records import Record, record_of

_MOST_PAGES = 2_000
_WIDE = 1.25  # times the usual gap
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_NUMBER = re.compile(r"\d+")


def record(
    data: bytes,
    source: str,
    intake: Intake = USUAL,
    fields: Mapping[str, Any] | None = None,
    line: int | None = None,
) -> Record | Failure:
    """Return the article of a PDF document.

    Raises:
        ImportError: without pypdf.
    """
    import logging

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # we say ourselves what is amiss
    pages: list[str] = []
    warnings: list[str] = []
    length = 0
    try:
        file = PdfReader(io.BytesIO(data))
        if file.is_encrypted and not file.decrypt(""):
            return Failure(None, source, line, "unreadable", "cannot read: a PDF document with a password")
        for number, page in enumerate(file.pages, 1):
            if number > _MOST_PAGES or length > intake.max_chars:
                warnings.append(f"pages from {number} on are not read")
                break
            pages.append(_text_of(page))
            length += len(pages[-1])
        title = str(file.metadata.title or "") if file.metadata else ""
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError) as error:
        if not pages:
            return Failure(None, source, line, "unreadable", f"cannot read: a damaged PDF document: {error}"[:300])
        warnings.append(f"pages from {len(pages) + 1} on are damaged and not read")
        title = ""
    except RecursionError:
        return Failure(None, source, line, "unreadable", "cannot read: a damaged PDF document")
    text = _HYPHEN.sub("", "\n".join(_without_margins(pages))).strip()
    if not text:
        return Failure(None, source, line, "no-text", "no text in this PDF document; a scan needs OCR first")
    known = {"title": title} if title.strip() and title.strip().casefold() in text[:2000].casefold() else {}
    found = record_of({**known, **(fields or {}), "text": text}, source, line, intake)
    if isinstance(found, Failure):
        return found
    return Record(found.text, found.id, source, found.title, found.date, warnings=(*found.warnings, *warnings))


def _text_of(page: Any) -> str:
    """Return the text of a page with a blank line where a gap between lines is wider than most."""
    found: list[tuple[float, str]] = []

    def visit(text: str, matrix: Any, place: Any, *_: Any) -> None:
        found.append((place[5] * matrix[3] + matrix[5], text))

    page.extract_text(visitor_text=visit)
    heights = [height for height, text in found if text.strip()]
    gaps = sorted(gap for one, next_ in pairwise(heights) if (gap := one - next_) > 1)
    usual = gaps[len(gaps) // 4] if gaps else 0.0
    written: list[str] = []
    last: float | None = None
    for height, text in found:
        if text.strip():
            if last is not None and usual and last - height > _WIDE * usual:
                written.append("\n")
            last = height
        written.append(text)
    return "".join(written)


def _without_margins(pages: list[str]) -> list[str]:
    """Return the pages without the lines that begin or end most of them: running titles, page numbers."""
    lines = [[line.rstrip() for line in page.strip().split("\n")] for page in pages]
    for at in (0, -1):
        seen = Counter(_NUMBER.sub("#", page[at]) for page in lines if page[0])
        for page in lines:
            if page and len(pages) > 2 and seen[_NUMBER.sub("#", page[at])] * 2 > len(pages):
                del page[at]
        lines = [page or [""] for page in lines]
    return ["\n".join(page) for page in lines]
