"""JSON: one compact line an article, or one indented object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from newsclaims.model import Article, Failure, json_keys, plain

_COMPACT = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), check_circular=False)
_INDENTED = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=2)
_ASCII = json.JSONEncoder(allow_nan=False)


def json_line(item: Article | Failure | dict[str, Any]) -> bytes:
    """Return the item as one line of JSON in UTF-8, with its line end."""
    if isinstance(item, Article):
        try:
            return b"".join(_members(item))
        except UnicodeEncodeError:  # a lone surrogate that a program passed in: only an escape can write it
            pass
    return _encoded(item, _COMPACT)


def _members(article: Article) -> Iterator[bytes]:
    """Yield the compact JSON of an article item by item: the whole as dicts would take ten times the space."""
    separator = "{"
    for name, key in json_keys(Article):
        value = getattr(article, name)
        yield f'{separator}"{key}":'.encode()
        separator = ","
        if isinstance(value, tuple) and value:
            yield b"["
            yield ",".join([_COMPACT.encode(plain(item)) for item in value]).encode()
            yield b"]"
        else:
            yield _COMPACT.encode(plain(value)).encode()
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
