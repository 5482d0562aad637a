"""JSON as Python reads it, but for whole numbers of any length and keys that stand twice in one object."""

from __future__ import annotations

import json
from typing import Any, Final

_LONGEST: Final = 4300
"""Digits of a whole number, of which Python reads no more."""


def whole_number(digits: str) -> int | float:
    """Return a whole number; one of too many digits as a float, and that is infinite."""
    return int(digits) if len(digits) <= _LONGEST else float(digits)


def loaded(body: str, key: str | None = None) -> tuple[Any, tuple[str, ...]]:
    """Return (value, warnings) of a text of JSON; it is warned of the ``key`` of the text standing twice.

    Raises:
        ValueError, RecursionError: when it is none.
    """
    try:
        value = json.loads(body)
    except ValueError as error:
        if isinstance(error, json.JSONDecodeError):
            raise
        value = json.loads(body, parse_int=whole_number)
    return value, twice(body, 0, len(body), key)


def twice(body: str, start: int, end: int, key: str | None = None) -> tuple[str, ...]:
    """Return what to warn of: the value between two places of a text has the ``key`` of the text twice."""
    name = key or "text"
    if body.count(f'"{name}"', start, end) < 2:  # nearly always
        return ()
    keys = json.loads(body[start:end], parse_int=float, object_pairs_hook=lambda pairs: [pair[0] for pair in pairs])
    if isinstance(keys, list) and keys.count(name) > 1:
        return (f"its key {name[:40]!r} stands twice: the last is read",)
    return ()


def json_kind(value: Any) -> str:
    """Return what a JSON value is, in words: `null`, `a number`, `an empty list`."""
    if isinstance(value, list | dict):
        what = "list" if isinstance(value, list) else "object"
        return f"{'a' if what == 'list' else 'an'} {what}" if value else f"an empty {what}"
    if value is None or isinstance(value, bool):
        return str(json.dumps(value))
    return "a number" if isinstance(value, int | float) else "no text"
