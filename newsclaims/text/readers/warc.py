"""Web archives (WARC, and the texts of Common Crawl in WET) through ``warcio``: the pages of a crawl, a record each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from newsclaims.model import Failure
from newsclaims.text.intake import Intake
from newsclaims.text.limits import MOST_RECORDS, too_many
from newsclaims.text.readers.pieces import Piece

_PAGES = ("text/html", "application/xhtml+xml")
_KINDS = ("response", "resource", "conversion")


def pieces(file: IO[bytes], source: str, intake: Intake) -> Iterator[Piece | Failure]:
    """Yield the pages and texts of an archive as pieces; what else it holds is passed over.

    ``line`` is the number of the record, other kinds counted too.  The day of the crawl is not that of publication.

    Raises:
        ModuleNotFoundError: without warcio.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        for record in ArchiveIterator(file):
            number += 1
            if number > MOST_RECORDS:
                yield too_many(source, number)
                return
            form = _form(record)
            if form is None:
                continue
            address = record.rec_headers.get_header("WARC-Target-URI")
            try:
                data = record.content_stream().read(intake.limit + 1)
            except Exception as error:  # bytes that their packer does not unpack
                yield Failure(address, source, number, "unreadable", f"cannot read: damaged: {error}"[:300])
                continue
            if len(data) > intake.limit:
                yield Failure(address, source, number, "too-long", f"more than {intake.limit:,} bytes")
            elif data:
                yield Piece(source, number, data, form=form, fields={"url": address} if address else {})
    except (ArchiveLoadFailed, AttributeError, KeyError) as error:  # what stands in place of a record's header
        yield Failure(None, source, number + 1, "unreadable", f"cannot read: damaged: {error}"[:300])


def _form(record: Any) -> str | None:
    """Return the form of a record that holds a page or a text, None for others: requests, images, redirections."""
    if record.rec_type not in _KINDS:
        return None
    if record.rec_type == "response":
        if record.http_headers is None or record.http_headers.get_statuscode() != "200":
            return None
        kind = record.http_headers.get_header("Content-Type")
    else:
        kind = record.rec_headers.get_header("Content-Type")
    kind = (kind or "").partition(";")[0].strip().lower()
    return "html" if kind in _PAGES else "text" if kind == "text/plain" and record.rec_type != "response" else None
