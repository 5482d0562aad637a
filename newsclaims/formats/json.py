"""JSON: one compact line an article, or one indented object."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from io import BytesIO
from json.encoder import encode_basestring
from typing import Any, Final

from newsclaims.fields import also_written, json_keys, json_members
from newsclaims.formats.compact import listed
from newsclaims.model import Article, Failure

_COMPACT: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), check_circular=False)
_INDENTED: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=2)
_ASCII: Final = json.JSONEncoder(allow_nan=False)


def json_line(item: Article | Failure | dict[str, Any]) -> bytes:
    """Return the item as one line of JSON in UTF-8, with its line end."""
    if isinstance(item, Article):
        try:
            return _joined(_members(item))
        except UnicodeEncodeError:  # a lone surrogate that a program passed in: only an escape can write it
            pass
    return _encoded(item, _COMPACT)


_AT_ONCE: Final = 400
"""Items written at a time: the pieces that are joined take several times the space of what they become."""


def _members(article: Article) -> Iterator[bytes]:
    """Yield the compact JSON of an article a few hundred items at a time."""
    members = [(key, getattr(article, name)) for name, key in json_keys(Article)] + also_written(article)
    return _object(((f'"{key}":', value) for key, value in members), "", _compact)


def _compact(value: Any) -> str:
    if type(value) is tuple:
        return f"[{listed(value)}]" if value else "[]"
    return "null" if value is None else _COMPACT.encode(value)


def _object(listed: Iterable[tuple[str, Any]], line: str, encode: Callable[[Any], str]) -> Iterator[bytes]:
    """Yield an object of JSON and its line end, the items of long lists a few hundred at a time.

    ``listed`` are what stands before each value and the value, ``line`` what stands before each member: nothing, or a
    line feed and its indentation.
    """
    separator = "{" + line
    for before, value in listed:
        if isinstance(value, tuple) and len(value) > _AT_ONCE:
            yield f"{separator}{before}[".encode()
            for at in range(0, len(value), _AT_ONCE):  # bytes at once: as text one curly quote doubles the space
                items = encode(value[at : at + _AT_ONCE])[1 : -1 - len(line)]
                yield f"{',' if at else ''}{items}".encode()
            yield f"{line}]".encode()
        else:
            yield f"{separator}{before}{encode(value)}".encode()
        separator = "," + line
    yield f"{line[:-2]}}}\n".encode()


class Pieces:
    """JSON made while it is written: whole it may take more memory than all of the article."""

    def __init__(self, make: Callable[[], Iterator[bytes]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[bytes]:
        return self._make()

    def __bytes__(self) -> bytes:
        return _joined(self)


def as_made(pieces: Pieces) -> Pieces:
    """Return the pieces as they are: each is made when it is written."""
    return pieces


def spooled(pieces: Pieces) -> Pieces:
    """Return pieces that are made already and wait in a temporary file, with nothing of the article in memory."""
    from tempfile import TemporaryFile

    file = TemporaryFile()  # noqa: SIM115 - it goes with the last reference to it
    file.writelines(pieces)

    def make() -> Iterator[bytes]:
        file.seek(0)
        yield from iter(partial(file.read, 1 << 20), b"")

    return Pieces(make)


def members(*listed: tuple[bytes, bytes | Pieces]) -> bytes | Pieces:
    """Return objects as members of a list: each behind what stands before it, and without its line end."""
    if all(isinstance(content, bytes) for _, content in listed):
        return b"".join(before + bytes(content)[:-1] for before, content in listed)

    def make() -> Iterator[bytes]:
        for before, content in listed:
            last = before
            for piece in (content,) if isinstance(content, bytes) else content:
                yield last
                last = piece
            yield last[:-1]

    return Pieces(make)


def _joined(pieces: Iterable[bytes]) -> bytes:
    written = BytesIO()  # it grows in place: to join the pieces would hold all of them twice
    written.writelines(pieces)
    return written.getvalue()


def json_pieces(article: Article, indented: bool) -> Pieces | None:
    """Return the JSON of a long article in pieces, None for one that is short or can only be written with escapes."""
    if max(len(article.claims), len(article.sentences), len(article.figures)) < 10 * _AT_ONCE:
        return None
    try:  # all that is written comes from these
        for text in (article.text, article.id, article.title or "", article.source or ""):
            text.encode()
    except UnicodeEncodeError:
        return None
    return Pieces(partial(_lines if indented else _members, article))


def json_text(item: Article | Failure | dict[str, Any]) -> bytes:
    """Return the item as indented JSON in UTF-8, with a line end."""
    if isinstance(item, Article):
        try:
            return _joined(_lines(item))
        except UnicodeEncodeError:  # as above
            pass
    return _encoded(item, _INDENTED)


def _lines(article: Article) -> Iterator[bytes]:
    """Yield the indented JSON of an article a few hundred items at a time.

    The encoder of the standard library would first need all of it as plain dicts, and when it indents, it takes three
    times as long.
    """
    prefixes, values = _layout(Article)
    line = "\n  "
    members = [*zip(prefixes, values(article), strict=True)]
    members += [(f'"{key}": ', value) for key, value in also_written(article)]
    return _object(members, line, partial(_indented, line=line))


def _indented(value: Any, line: str) -> str:
    """Return a value as JSON, the lines after its first beginning with ``line``: a line feed and its indentation."""
    kind: Any = type(value)
    if kind is str:
        return encode_basestring(value)
    if value is None:
        return "null"
    if kind is int:
        return str(value)
    inner = line + "  "
    if kind is tuple:
        return f"[{inner}{f',{inner}'.join([_indented(held, inner) for held in value])}{line}]" if value else "[]"
    if kind is bool or kind is float:
        return _COMPACT.encode(value)
    if kind is dict or kind is list:  # of another's making: `meta`
        return _INDENTED.encode(value).replace("\n", line)
    prefixes, values = _layout(kind)
    members = [prefix + _indented(held, inner) for prefix, held in zip(prefixes, values(value), strict=True)]
    return f"{{{inner}{f',{inner}'.join(members)}{line}}}"


@cache
def _layout(kind: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """Return what stands before each value of a data class in indented JSON, and a function that gives the values."""
    keys, values = json_members(kind)
    return tuple(f'"{key}": ' for key in keys), values


def _encoded(item: Article | Failure | dict[str, Any], encoder: json.JSONEncoder) -> bytes:
    content = item if isinstance(item, dict) else item.to_dict()
    try:
        return encoder.encode(content).encode() + b"\n"
    except UnicodeEncodeError:  # a lone surrogate that a program passed in: only an escape can write it
        return _ASCII.encode(content).encode() + b"\n"
