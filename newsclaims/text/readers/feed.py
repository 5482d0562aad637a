"""RSS and Atom files through ``lxml``, which comes with ``trafilatura``: the entries of a feed, a record each.

The text of an entry is its full content where the feed has it, else its summary; markup in it is taken out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from newsclaims.model import Failure
from newsclaims.text.intake import Intake
from newsclaims.text.limits import MOST_RECORDS, too_many
from newsclaims.text.readers.fragments import text_of
from newsclaims.text.readers.lines import read_up_to
from newsclaims.text.readers.pieces import Piece

_FIELDS = {
    "title": "title", "link": "url", "guid": "guid", "id": "guid", "pubDate": "date", "published": "date",
    "date": "date", "updated": "updated", "creator": "author", "author": "author",
}  # fmt: skip
_TEXTS = ("encoded", "content", "description", "summary")
"""What may hold the text, the fullest first."""


def pieces(file: IO[bytes], source: str, intake: Intake) -> Iterator[Piece | Failure]:
    """Yield the entries of a feed as pieces; ``line`` is the number of the entry.

    No entity of the file is resolved and nothing is fetched.

    Raises:
        ImportError: without lxml.
    """
    from lxml import etree

    data = read_up_to(file, intake.limit + 1)
    if len(data) > intake.limit:
        yield Failure(None, source, None, "too-long", f"more than {intake.limit:,} bytes")
        return
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        yield Failure(None, source, None, "bad-xml", f"not XML: {error}"[:300])
        return
    number = 0
    for entry in root.iter("{*}item", "{*}entry") if root is not None else ():
        number += 1
        if number > MOST_RECORDS:
            yield too_many(source, number, "entries")
            return
        yield _entry(entry, source, number)
    if not number:
        name = etree.QName(root).localname if root is not None else "nothing"
        yield Failure(None, source, None, "not-text", f"XML, not text: a feed has entries, this holds <{name}>"[:200])


def _entry(entry: Any, source: str, number: int) -> Piece | Failure:
    fields: dict[str, Any] = {}
    texts: dict[str, str] = {}
    for child in entry:
        if not isinstance(child.tag, str):
            continue
        name = child.tag.rpartition("}")[2]
        if name in _TEXTS:
            whole = "".join(child.itertext()) if child.get("type") != "xhtml" else _inner(child)
            texts.setdefault(name, whole)
        elif name == "link" and child.get("href"):
            if child.get("rel", "alternate") == "alternate":
                fields.setdefault("url", child.get("href"))
        elif name in _FIELDS:
            fields.setdefault(_FIELDS[name], " ".join("".join(child.itertext()).split()))
    text = next((texts[name] for name in _TEXTS if texts.get(name, "").strip()), "")
    if not text:
        return Failure(fields.get("url"), source, number, "no-text", "the entry has neither content nor summary")
    fields.setdefault("date", fields.pop("updated", ""))
    return Piece(source, number, form="record", fields={**fields, "text": text_of(text)})


def _inner(element: Any) -> str:
    from lxml import etree

    return etree.tostring(element, encoding="unicode", with_tail=False)  # type: ignore[no-any-return]
