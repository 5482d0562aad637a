"""JSON: one compact line an article, or one indented object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from newsclaims.fields import json_keys, json_object
from newsclaims.model import Article, Failure

_COMPACT = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), check_circular=False, default=json_object
)
_INDENTED = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=2)
_ASCII = json.JSONEncoder(allow_nan=False)


def json_line(item: Article | Failure | dict[str, Any]) -> bytes:
    """Return the item as one line of JSON in UTF-8, with its line end."""
    if isinstance(item, Article):
        try:
            if len(item.claims) + len(item.entities) < _AT_ONCE:
                return f"{_COMPACT.encode(item)}\n".encode()
            written = BytesIO()  # it grows in place: to join the pieces would hold all of it twice
            written.writelines(_members(item))
            return written.getvalue()
        except UnicodeEncodeError:  # a lone surrogate that a program passed in: only an escape can write it
            pass
    return _encoded(item, _COMPACT)


_AT_ONCE = 400
"""Items encoded at a time: the pieces that the encoder joins take ten times the space of what they become."""


def _members(article: Article) -> Iterator[bytes]:
    """Yield the compact JSON of an article a few hundred items at a time."""
    encode = _COMPACT.encode
    separator = "{"
    for name, key in json_keys(Article):
        value = getattr(article, name)
        if isinstance(value, tuple) and len(value) > _AT_ONCE:
            yield f'{separator}"{key}":['.encode()
            for at in range(0, len(value), _AT_ONCE):  # bytes at once: as text one curly quote doubles the space
                yield f"{',' if at else ''}{encode(value[at : at + _AT_ONCE])[1:-1]}".encode()
            yield b"]"
        else:
            yield f'{separator}"{key}":{encode(value)}'.encode()
        separator = ","
    yield b"}\n"


def json_text(item: Article | Failure | dict[str, Any]) -> bytes:
    """Return the item as indented JSON in UTF-8, with a line end."""
    return _encoded(item, _INDENTED)


def _encoded(item: Article | Failure | dict[str, Any], encoder: json.JSONEncoder) -> bytes:
    content = item if isinstance(item, dict) else item.to_dict()
    try:
        return encoder.encode(content).encode() + b"\n"
    except UnicodeEncodeError:  # a lone surrogate that a program passed in: only an escape can write it
        return _ASCII.encode(content).encode() + b"\n"
