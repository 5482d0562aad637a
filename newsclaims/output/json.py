"""JSON: one compact line an article, or one indented object."""

from __future__ import annotations

import json
from typing import Any

from newsclaims.model import Article, Failure

_COMPACT = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), check_circular=False)
_INDENTED = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=2)
_ASCII = json.JSONEncoder(allow_nan=False)


def json_line(item: Article | Failure | dict[str, Any]) -> bytes:
    """Return the item as one line of JSON in UTF-8, with its line end."""
    return _encoded(item, _COMPACT)


def json_text(item: Article | Failure | dict[str, Any]) -> bytes:
    """Return the item as indented JSON in UTF-8, with a line end."""
    return _encoded(item, _INDENTED)


def _encoded(item: Article | Failure | dict[str, Any], encoder: json.JSONEncoder) -> bytes:
    content = item if isinstance(item, dict) else item.to_dict()
    try:
        return encoder.encode(content).encode() + b"\n"
    except UnicodeEncodeError:  # a lone surrogate that a program passed in: only an escape can write it
        return _ASCII.encode(content).encode() + b"\n"
