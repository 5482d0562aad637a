"""Web pages through ``trafilatura``: the article without what stands round it, with its title, day, author and address.

The text as it is taken out is what offsets refer to: paragraphs parted by a blank line.  Nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsclaims.model import Failure
from newsclaims.text.decode import decode
from newsclaims.text.intake import USUAL, Intake
from newsclaims.text.records import Record, record_of

_LONGEST = 5_000_000  # bytes of a page: of a page of nothing but tags they take a minute
_OWN = b'name="generator" content="newsclaims"'
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}
"""The day of publication as the page's data say it: not the last change, no guess, nothing that hangs on today."""


def record(
    data: bytes,
    source: str,
    intake: Intake = USUAL,
    fields: Mapping[str, Any] | None = None,
    line: int | None = None,
) -> Record | Failure:
    """Return the article of a page; ``fields`` are known of it already and win over what it says itself.

    Raises:
        ImportError: without trafilatura.
    """
    if len(data) > _LONGEST:
        return Failure(None, source, line, "too-long", f"a page of more than {_LONGEST:,} bytes")
    if _OWN in data[:1024]:
        return Failure(None, source, line, "own-output", "not read: a report that newsclaims has written")
    found = extracted(decode(data, intake.encoding).text if intake.encoding else data, (fields or {}).get("url"))
    known = {key: value for key, value in (fields or {}).items() if value not in (None, "")}
    if found is None:
        name = known.get("url")
        return Failure(name, source, line, "no-text", "no article in this page")
    return record_of({**found, **known}, source, line, intake)


def extracted(page: str | bytes, address: str | None = None) -> dict[str, Any] | None:
    """Return text, title, date, url, author and the like of a page as a record, None when it holds no article.

    Raises:
        ImportError: without trafilatura.
    """
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # we say ourselves what is amiss
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    found: Any = bare_extraction(
        page, url=address, include_comments=False, with_metadata=True, date_extraction_params=_DATES
    )
    if found is None or not found.text:
        return None
    lines = (line.strip() for line in found.text.split("\n"))
    names = ("title", "date", "url", "author", "sitename", "description", "language", "license")
    more = {name: getattr(found, name, None) for name in names}
    return {"text": "\n\n".join(line for line in lines if line), **{key: held for key, held in more.items() if held}}
