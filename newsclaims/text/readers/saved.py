"""What `extract` wrote, read back: JSON objects to articles with all their facts, as if they had just been found."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from newsclaims.model import Article, Failure

_WRITTEN = ("schema_version", "id", "sentences", "entities", "claims", "quotes", "dates", "figures")
_EMPTY = {tuple: (), float: 0.0, int: 0, bool: False, str: ""}
NO_TEXT = "it was saved without its text, which is needed here: write it with extract --with-text"


def is_saved(record: Mapping[str, Any]) -> bool:
    """Tell whether a record is one that `extract` wrote, of an article or of one that failed."""
    if "schema_version" not in record:
        return False
    return "error" in record or all(key in record for key in _WRITTEN)


def article_of(record: Mapping[str, Any], source: str | None = None, line: int | None = None) -> Article | Failure:
    """Return the article of a record that `extract` wrote, or the failure that it stands for.

    What versions of the schema have that this one does not know is left out; what they lack is None or empty.  With the
    text in it (`--with-text`) every fact has to stand there.  A record that is damaged is a failure (``bad-json``).
    """
    try:
        if "error" in record:
            error = record["error"]
            return Failure(record.get("id"), source, line, str(error["code"]), str(error["message"]))
        article: Article = _item(Article, record)
        if "text" in record:
            for span in _spans(article):
                if article.text[span.start : span.end] != span.text:
                    raise ValueError(f"{span.text[:40]!r} does not stand at {span.start} of its text")
        return article
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        return Failure(None, source, line, "bad-json", f"a damaged result of extract: {error}"[:300])


def _item(cls: Any, value: Any) -> Any:
    if not isinstance(value, Mapping):
        raise ValueError(f"{cls.__name__} is no object")
    found: dict[str, Any] = {}
    for name, key, read, default in _members(cls):
        if key in value:
            try:
                found[name] = read(value[key])
            except (ValueError, TypeError) as error:
                raise ValueError(f"{key}: {error}") from error
        else:
            found[name] = default
    if cls is Article:
        found["written"] = tuple(name for name in ("text", "meta") if name in value)
    elif "start" in found and not 0 <= found["start"] <= found["end"]:
        raise ValueError(f"{cls.__name__} from {found['start']} to {found['end']}")
    return cls(**found)


@cache
def _members(cls: Any) -> list[tuple[str, str, Callable[[Any], Any], Any]]:
    """Return (attribute, key, reader, what stands for a missing one) of the fields of a data class of the model."""
    hints = get_type_hints(cls)
    found = []
    for item in fields(cls):
        key = item.metadata.get("json", item.name.rstrip("_")) or item.name
        if item.name == "written":
            continue
        hint = hints[item.name]
        default = item.default if item.default is not MISSING else _EMPTY.get(get_origin(hint) or hint)
        found.append((item.name, key, _reader(hint), default))
    return found


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    """Return the function that reads a value of a type; it raises ValueError for a value of another."""
    origin, arguments = get_origin(hint), get_args(hint)
    if is_dataclass(hint):
        return lambda value: _item(hint, value)
    if origin is tuple:
        several = len(arguments) == 2 and arguments[1] is Ellipsis
        readers = [_reader(argument) for argument in arguments[: 1 if several else None]]

        def sequence(value: Any) -> tuple[Any, ...]:
            if not isinstance(value, list) or (not several and len(value) != len(readers)):
                raise ValueError("no list of the right length")
            return tuple(
                [readers[0](one) for one in value]
                if several
                else [read(one) for read, one in zip(readers, value, strict=True)]
            )

        return sequence
    if origin in (Union, types.UnionType):
        some = [_reader(argument) for argument in arguments if argument is not types.NoneType]
        optional = types.NoneType in arguments

        def either(value: Any) -> Any:
            if value is None and optional:
                return None
            for read in some[:-1]:
                try:
                    return read(value)
                except ValueError:
                    continue
            return some[-1](value)

        return either
    allowed: Any = str if origin is Literal else (int, float) if hint is float else (origin or hint)

    def scalar(value: Any) -> Any:
        if allowed is Any or (isinstance(value, allowed) and (allowed is bool or not isinstance(value, bool))):
            return value
        raise ValueError(f"{value!r:.40} is not of the right type")

    return scalar


def _spans(value: Any) -> Iterator[Any]:
    """Yield everything in an article that stands somewhere in its text."""
    todo = [value]
    while todo:
        item = todo.pop()
        if isinstance(item, tuple):
            todo += item
        elif is_dataclass(item):
            names = [member.name for member in fields(item)]
            if {"text", "start", "end"} <= {*names}:
                yield item
            todo += [getattr(item, name) for name in names]
