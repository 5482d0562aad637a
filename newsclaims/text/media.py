"""What is no article although somebody gave it as one: binary files by their first bytes, and HTML, XML, CSV and JSON.

Text that merely begins with such a sign, or holds a few tags, is text: what is refused has the whole structure.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Final

from newsclaims.pattern import compiled
from newsclaims.table import rows
from newsclaims.text.decode import decode

_HEAD: Final = 1 << 12  # bytes, or code points, that are looked at
_TABLE: Final = 1 << 16  # code points in which a table must show its first row
_CONTROLS: Final = bytes({*range(32)} - {*b"\t\n\v\f\r\b\x1b"})  # ESC belongs to encodings of Japanese
_FEWEST: Final = 8  # control characters that make a file binary: a damaged text may have some
_MARKS: Final = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_ZIP: Final = b"PK\x03\x04"
_HTML: Final = compiled(r"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_XML: Final = compiled(r"<\?xml\s+version\b|<(?:rss|feed|rdf:RDF)\s")
_TAG: Final = compiled(r"</?([A-Za-z][\w:.-]{0,40})(?:\s[^<>]{0,500})?/?>")
_XML_ADVICE: Final = "XML, not text; write its articles as JSON Lines"
_COLUMN: Final = compiled(r'"?[A-Za-z_][\w .-]{0,40}"?\Z')


def binary(data: bytes, encoding: str | None = None) -> str | None:
    """Return what a binary file is and what its user can do, ``None`` for text in ``encoding``."""
    if encoding is not None and len("\n".encode(encoding)) > 1:
        return None
    head = data[:_HEAD]
    controls = _controls(head)
    for place, signature, name, advice in _signatures():
        at = head.lstrip() if place == "0" else head[int(place) :] if place != "zip" else b""
        if at.startswith(signature):
            found = controls > 0 or not signature.isalnum()  # letters alone may open a text too
        else:
            found = place == "zip" and data.startswith(_ZIP) and signature in data
        if found:
            return f"{name}, not text" + (f"; {advice}" if advice else "")
    if controls < _FEWEST or data.startswith(_MARKS) or wide_encoding(data):
        return None
    return "binary data, not text" if controls * (10 if _is_utf8(head) else 25) > len(head) else None


def form_within(data: bytes, encoding: str | None = None) -> str | None:
    """Return the form that data without a name have the structure of, None for text and for what cannot be read."""
    for at, signature, form in _FORMS:
        if data.startswith(signature) if at == 0 else data.startswith(_ZIP) and signature in data:
            return form
    if data.lstrip()[:5] == b"%PDF-":
        return "pdf"
    if binary(data, encoding) is not None:
        return None
    kind = markup(decode(data, encoding or wide_encoding(data)).text) or ""
    return next((form for name, form in _KINDS if kind.startswith(name)), None)


_FORMS: Final = ((0, b"PAR1", "parquet"), (0, b"SQLite format 3\0", "sqlite"), (1, b"word/document.xml", "docx"))
_KINDS: Final = (("JSON", "json"), ("CSV", "table"), ("an RSS or Atom feed", "feed"), ("HTML", "html"))


def wide_encoding(data: bytes) -> str | None:
    """Return the encoding of UTF-16 or UTF-32 text without a byte order mark, ``None`` for other data."""
    head = data[:_HEAD]
    if not _controls(head):
        return None
    for name, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        text = head[: len(head) - len(head) % width].decode(name, "replace")
        readable = sum(letter.isprintable() or letter in "\r\n\t" for letter in text) - text.count("\ufffd")
        # in the wrong order of bytes a space is another character, and pairs of ASCII signs are Chinese ones
        spaced = text.count(" ") * 20 >= len(text) and not (head.isascii() and head.count(0) * 4 < len(head))
        if text and readable * 20 >= len(text) * 19 and (spaced or text.isascii()):
            return name
    return None


def markup(text: str) -> str | None:
    """Return what a text is that is HTML, XML, JSON or CSV and no prose, and what its user can do."""
    first = text[:_HEAD].removeprefix("\ufeff").lstrip()
    while first.startswith("<!--") and (end := first.find("-->")) > 0:
        first = first[end + 3 :].lstrip()
    if first.startswith("<"):
        return _tagged(text, first)
    if first.startswith(("{", "[")):
        return "JSON, not text; give it as a .json or .jsonl file" if _is_json(text) else None
    return "CSV, not text; its name must end in .csv" if _is_table(text) else None


def _tagged(text: str, first: str) -> str | None:
    kinds = _elements()
    tags = [name.lower() for name in _TAG.findall(first)]
    declared = _XML.match(first) is not None and len(tags) > 1
    if declared and "svg" in tags:
        return "an image (SVG), not text"
    if declared and "html" not in tags:
        feed = not {"rss", "feed", "rdf:rdf"}.isdisjoint(tags)
        return "an RSS or Atom feed, not text; its name must end in .rss" if feed else _XML_ADVICE
    opening = _TAG.match(first)
    name = opening.group(1).lower() if opening else ""
    end = text[-200:].rstrip().lower()
    blocks = sum(kinds.get(tag) == "block" for tag in tags)
    fragment = kinds.get(name) == "block" and blocks > 1 and (end.endswith(">") or blocks > 5)
    if declared or fragment or (_HTML.match(first) and len(tags) > 2):
        return "HTML source, not text; its name must end in .html"
    if name and name not in kinds and len(tags) > 3 and end.endswith(f"</{name}>"):
        return _XML_ADVICE
    return None


def _is_json(text: str) -> bool:
    """Tell whether all of a text, or its first line, is an object of JSON or a list of objects."""
    for part in (text.strip().partition("\n")[0], text):
        try:
            content = json.loads(part)
        except (ValueError, RecursionError):
            continue
        if content and isinstance(content if isinstance(content, dict) else content[0], dict):
            return True
    return False


def _is_table(text: str) -> bool:
    """Tell whether a text begins with names of three columns or more, and rows of as many cells follow."""
    header = text[:_HEAD].partition("\n")[0].strip("\ufeff\r")
    for delimiter in (",", ";", "\t"):
        if header.count(delimiter) < 2 or not all(map(_COLUMN.match, header.split(delimiter))):
            continue
        import csv
        import io

        try:
            table = [row for row in csv.reader(io.StringIO(text[:_TABLE]), delimiter=delimiter) if row]
        except csv.Error:
            continue
        if len(text) > _TABLE:
            table.pop()  # the last one may be cut off
        if len(table) > 1 and all(len(row) == len(table[0]) for row in table):
            return True
    return False


def _controls(data: bytes) -> int:
    return len(data) - len(data.translate(None, _CONTROLS))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(data) - 4  # a character that is cut off
    return True


@cache
def _signatures() -> list[tuple[str, bytes, str, str]]:
    """Return (place, bytes, name, advice), those inside of ZIP archives before the archive itself."""
    found = [(row[1], bytes.fromhex(row[0]), row[2], row[3]) for row in rows("text", "signatures")]
    return sorted(found, key=lambda row: row[0] != "zip")


@cache
def _elements() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("text", "html_elements")}
