"""The JSON Schema of the output, derived from the data classes of ``newsclaims.model``."""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Mapping
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from newsclaims.fields import json_keys
from newsclaims.model import SCHEMA_VERSION, Article, Failure

_SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean", types.NoneType: "null"}


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one article's JSON object."""
    definitions: dict[str, Any] = {}
    body = _object(Article, definitions)
    hints = get_type_hints(Article)
    for item in dataclasses.fields(Article):
        if item.metadata.get("optional"):
            body["properties"][item.name] = _type(hints[item.name], definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:newsclaims:article:{SCHEMA_VERSION}",
        "title": "newsclaims article",
        **body,
        "$defs": dict(sorted(definitions.items())),
    }


def failure_schema() -> dict[str, Any]:
    """Return the JSON Schema of the record that stands for an article that failed (``--errors inline``)."""
    error = {
        "type": "object",
        "properties": {
            "code": {"type": "string"},
            "message": {"type": "string"},
            "line": {"type": ["integer", "null"]},
        },
        "required": ["code", "message", "line"],
        "additionalProperties": False,
    }
    text_or_null = {"type": ["string", "null"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:newsclaims:failure:{SCHEMA_VERSION}",
        "title": "newsclaims failure",
        "description": _sentence(Failure),
        "type": "object",
        "properties": {
            "schema_version": {"const": SCHEMA_VERSION},
            "id": text_or_null,
            "source": text_or_null,
            "error": error,
        },
        "required": ["schema_version", "id", "source", "error"],
        "additionalProperties": False,
    }


def _object(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    properties = {key: _type(hints[name], definitions) for name, key in json_keys(cls)}
    if "schema_version" in properties:
        properties["schema_version"] = {"const": SCHEMA_VERSION}
    for key in ("start", "end", "sentence", "paragraph"):
        if key in properties:
            properties[key] = {**properties[key], "minimum": 0}
    for key in ("confidence", "check_worthiness"):
        if key in properties:
            properties[key] = {**properties[key], "minimum": 0, "maximum": 1}
    return {
        "description": _sentence(cls),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if hint in _SCALARS:
        return {"type": _SCALARS[hint]}
    origin = get_origin(hint)
    arguments = get_args(hint)
    if origin is Mapping:
        return {"type": "object"}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return {"type": "array", "items": _type(arguments[0], definitions)}
        items = [_type(item, definitions) for item in arguments]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    if origin in (Union, types.UnionType):
        return _union([_type(item, definitions) for item in arguments])
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}
            definitions[hint.__name__] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    raise TypeError(f"no JSON Schema for {hint!r}")


def _union(options: list[dict[str, Any]]) -> dict[str, Any]:
    if all(set(item) == {"type"} for item in options):
        return {"type": [item["type"] for item in options]}
    if options[-1] == {"type": "null"} and len(options) == 2 and "enum" in options[0]:
        return {"enum": [*options[0]["enum"], None]}
    return {"anyOf": options}


def _sentence(cls: type[Any]) -> str:
    text = " ".join((cls.__doc__ or "").split("\n\n")[0].split())
    return re.sub(r"``(\w+?)_?``", r"`\1`", text)  # fields go by their JSON keys
