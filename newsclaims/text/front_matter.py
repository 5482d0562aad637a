"""What stands before a text about it: `key: value` between lines of `---`, as trafilatura and site makers write it.

Only what is plain in YAML is read: text, with quotation marks or without, and lists of it.  `+++` encloses TOML.
"""

from __future__ import annotations

import json
from typing import Any, Final

from newsclaims.pattern import compiled

_LONGEST: Final = 1 << 16  # code points
_LINE: Final = compiled(r"([A-Za-z_][\w .:-]{0,60}?)[ \t]{0,9}:(?:[ \t]{1,9}(.*?))?[ \t]{0,99}\Z")
_MEMBER: Final = compiled(r"[ \t]{0,9}-[ \t]{1,9}(\S.*?)[ \t]{0,99}\Z")


def front_matter(text: str) -> tuple[dict[str, Any], int]:
    """Return the fields that stand before a text and where the text begins; no fields and 0 where there are none."""
    at = 1 if text.startswith("\ufeff") else 0
    mark = text[at : at + 3]
    if mark not in ("---", "+++"):
        return {}, 0
    lines = text[at : at + _LONGEST].splitlines(keepends=True)
    if lines[0].strip() != mark:
        return {}, 0
    marks = ("---", "...") if mark == "---" else (mark,)
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() in marks), 0)
    if not end:
        return {}, 0
    found = _toml("".join(lines[1:end])) if mark == "+++" else _plain(lines[1:end])
    return (found, at + sum(map(len, lines[: end + 1]))) if found else ({}, 0)


def _toml(text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _plain(lines: list[str]) -> dict[str, Any]:
    """Return the fields of lines of `key: value`; none if a line is neither that nor a member of a list nor deeper."""
    found: dict[str, Any] = {}
    last = ""
    for line in lines:
        line = line.rstrip("\r\n")
        member = _MEMBER.match(line) if last else None
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if (member and found[last] in (None, "")) or (member and isinstance(found[last], list)):
            found[last] = [*(found[last] or []), _scalar(member[1])]
            continue
        if line[0] in " \t":  # what is deeper is not read
            continue
        match = _LINE.match(line)
        if match is None:
            return {}
        last = match[1]
        found[last] = _scalar(match[2] or "")
    return {key: value for key, value in found.items() if value not in (None, "", [])}


def _scalar(value: str) -> Any:
    """Return a value: without its quotation marks, a list in brackets as a list, `null` as None."""
    if value[:1] == '"' and value[-1:] == '"' and len(value) > 1:
        try:
            return json.loads(value)
        except ValueError:
            return value[1:-1]
    if value[:1] == "'" and value[-1:] == "'" and len(value) > 1:
        return value[1:-1].replace("''", "'")
    if value[:1] == "[" and value[-1:] == "]":
        return [_scalar(part.strip()) for part in value[1:-1].split(",") if part.strip()]
    return None if value in ("null", "~") else value
