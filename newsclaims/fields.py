"""What is done with the data classes of ``newsclaims.model`` by way of their fields: copies with changes, and JSON."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, Final, TypeVar

Item = TypeVar("Item")


class Unwritten:
    """The default of a field that the JSON does not hold, or only where ``optional``: where it is asked for."""

    def __init__(self, *, default: Any, optional: bool = False) -> None:
        self.default = default
        self.optional = optional


def changed(item: Item, **changes: Any) -> Item:
    """Return a copy of an item of the model with other values in these fields, as ``dataclasses.replace`` does.

    The articles' items are changed link by link, so it matters that this takes a third of the time.
    """
    kind: Any = type(item)
    places, values = members(kind)
    held = [*values(item)]
    for name, value in changes.items():
        held[places[name]] = value
    return kind(*held)  # type: ignore[no-any-return]


def filled(item: Item, **values: Any) -> Item:
    """Write these fields of an item that nobody else holds yet, and return it.

    So an item gets its links on its way through the pipeline: a copy for each of them takes ten times as long.
    """
    for name, value in values.items():
        _write(item, name, value)
    return item


_write: Final = object.__setattr__


@cache
def members(cls: Any) -> tuple[dict[str, int], Callable[[Any], tuple[Any, ...]]]:
    """Return the places of a data class's fields with a function that gives their values; all have several fields."""
    names = cls.__match_args__
    return {name: place for place, name in enumerate(names)}, attrgetter(*names)


@cache
def json_keys(cls: Any) -> tuple[tuple[str, str], ...]:
    """Return (attribute, JSON key) for every field of a data class of the model that is written."""
    hidden = {name for name, value in cls.__defaults__.items() if isinstance(value, Unwritten)}
    return tuple((name, name.rstrip("_")) for name in cls.__match_args__ if name not in hidden)


@cache
def json_members(cls: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """Return the JSON keys of a data class with a function that gives what is written under them."""
    names, keys = zip(*json_keys(cls), strict=True)
    return keys, attrgetter(*names)


def also_written(item: Any) -> list[tuple[str, Any]]:
    """Return (key, value) of the optional members that an article says are written: ``text``, ``meta``."""
    return [(name, getattr(item, name)) for name in getattr(item, "written", ())]


def plain(value: Any) -> Any:
    """Return data classes as dicts and tuples as lists, in one recursion."""
    kind: Any = type(value)
    if kind is tuple:
        return [plain(item) for item in value]
    if kind in (str, int, float, bool, dict) or value is None:
        return value
    keys, values = json_members(kind)
    found = {key: plain(held) for key, held in zip(keys, values(value), strict=True)}
    return found | {key: plain(held) for key, held in also_written(value)}
