"""Word documents (DOCX) through ``python-docx``: their paragraphs, parted by a blank line.

The text as it is taken out is what offsets refer to; what was deleted while changes were tracked is not in it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from newsclaims.model import Failure
from newsclaims.text.intake import USUAL, Intake
from newsclaims.text.limits import MOST_RATIO
from newsclaims.text.records import Record, record_of

_FREE = 4 << 20  # bytes unpacked for which no ratio is asked
_MOST_PARTS = 10_000
_TITLES = ("Title", "Heading 1")


def record(
    data: bytes,
    source: str,
    intake: Intake = USUAL,
    fields: Mapping[str, Any] | None = None,
    line: int | None = None,
) -> Record | Failure:
    """Return the article of a Word document.

    Raises:
        ImportError: without python-docx.
    """
    from docx import Document

    try:
        amiss = _amiss(data, intake)
        if amiss is not None:
            return Failure(None, source, line, "too-long", amiss)
        found = [*_paragraphs(Document(io.BytesIO(data)))]
    except (KeyError, ValueError, OSError, SyntaxError, AttributeError, TypeError, zipfile.BadZipFile) as error:
        return Failure(None, source, line, "unreadable", f"cannot read: a damaged Word document: {error}"[:300])
    except Exception as error:  # python-docx and lxml have errors of their own that are none of these
        return Failure(None, source, line, "unreadable", f"cannot read: a damaged Word document: {error}"[:300])
    text = "\n\n".join(text for text, _ in found)
    title = next((text for text, style in found[:5] if style in _TITLES), None)
    return record_of({**({"title": title} if title else {}), **(fields or {}), "text": text}, source, line, intake)


def _paragraphs(document: Any) -> Iterator[tuple[str, str | None]]:
    """Yield (text, name of its style) of the paragraphs, those of tables too, in their order."""
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            for row in item.rows:
                cells = "\t".join(" ".join(cell.text.split()) for cell in row.cells)
                if cells.strip():
                    yield cells, None
        elif item.text.strip():
            style = item.style
            yield item.text.strip(), style.name if style is not None else None


def _amiss(data: bytes, intake: Intake) -> str | None:
    """Return why a document is not unpacked: it would become too large."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    size = sum(part.file_size for part in parts)
    if len(parts) > _MOST_PARTS:
        return f"a document of more than {_MOST_PARTS:,} parts"
    if size > _FREE + MOST_RATIO * len(data) or size > 4 * intake.limit:
        return f"it unpacks to {size:,} bytes"
    return None
