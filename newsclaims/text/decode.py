"""Bytes to text: byte order marks, UTF-8, and a forced encoding; nothing but the encoding is ever undone.

Line ends stay as they are, so that offsets count the code points of the file as written.  A byte order mark is not
part of the text.
"""

from __future__ import annotations

import codecs

from newsclaims.pattern import compiled

# Longer marks first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SURROGATE = compiled("[\ud800-\udfff]")


class Decoded:
    """Decoded text, the name of the encoding used and what had to be replaced."""

    __slots__ = ("encoding", "text", "warnings")

    def __init__(self, text: str, encoding: str, warnings: tuple[str, ...] = ()) -> None:
        self.text = text
        self.encoding = encoding
        self.warnings = warnings


def known_encoding(name: str) -> str:
    """Return the codec name of a text encoding.

    Raises:
        ValueError: when Python has no encoding of that name, or one that is not for files of text: it makes bytes of
            bytes (`base64`), undoes escapes (`unicode_escape`), or cannot replace what does not fit (`idna`).
    """
    try:
        info = codecs.lookup(name)
        "".encode(name)
    except (LookupError, ValueError) as error:
        raise ValueError(f"unknown encoding: {name!r}") from error
    try:
        usable = b"\\u0041".decode(name, "replace") != "A" and bool(b"\xff\x80.".decode(name, "replace"))
    except ValueError:
        usable = False
    if not usable:
        raise ValueError(f"not an encoding of text files: {name!r}")
    return info.name


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode ``data`` by its byte order mark, else as ``encoding``, else as UTF-8.

    Bytes that do not fit become U+FFFD, and a warning says how many and where the first stood.
    """
    found = encoding or "utf-8"
    skip = 0
    for mark, name in _MARKS:
        if data.startswith(mark) and (encoding is None or _family(encoding) == _family(name)):
            found, skip = name, len(mark)
            break
    body = data[skip:] if skip else data
    warnings: tuple[str, ...] = ()
    try:
        text = body.decode(found)
    except UnicodeDecodeError as error:
        text = body.decode(found, "replace")
        count = max(1, text.count("\ufffd") - _marks_written(body, found))
        hint = "" if encoding else "; if it is not UTF-8, name its encoding (--encoding cp1252)"
        message = f"{count} replaced: bytes that are not {found}, the first at byte {error.start + skip}{hint}"
        warnings = (message,)
    if encoding is not None:  # UTF-7 can spell what no file can hold
        text, more = without_surrogates(text)
        warnings = (*warnings, *more)
    return Decoded(text, found, warnings)


def _marks_written(body: bytes, encoding: str) -> int:
    """Return how many U+FFFD stand in the bytes themselves; few encodings have it."""
    try:
        return body.count("\ufffd".encode(encoding))
    except UnicodeEncodeError:
        return 0


def keeps_line_feeds(encoding: str) -> bool:
    """Tell whether a line feed is the byte 10 in this encoding, so that lines can be looked for in bytes."""
    return "\n".encode(encoding) == b"\n"


def without_surrogates(text: str) -> tuple[str, tuple[str, ...]]:
    """Replace lone surrogates, which JSON can spell but no encoding can write, by U+FFFD one for one."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text), ("lone surrogates replaced by U+FFFD",)
    return text, ()


def _family(name: str) -> str:
    """Return the encoding's name without its byte order, so that `utf-16` and `utf-16-le` agree."""
    bare = codecs.lookup(name).name.replace("_", "-")
    return bare.removesuffix("-sig").removesuffix("-le").removesuffix("-be")
