"""The fields of a record by what they hold, whatever the tool that wrote it calls them.

The usual keys stand in ``lexicon/record_keys.tsv``; case and signs do not count, so that ``datePublished``,
``date_published`` and the column ``Date published`` are one key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date as Day
from functools import cache, lru_cache
from math import isfinite
from typing import Any, Final

from newsclaims.table import rows
from newsclaims.text.decode import without_surrogates

_DEEPEST: Final = 8  # objects inside of each other that are looked into
_PARTS: Final = ("summary", "sections", "headline", "paragraphs", "rendered", "text", "content")
"""The keys of structured texts (Fundus, WordPress), in whose order they are read."""


@lru_cache(maxsize=4096)
def folded(key: str) -> str:
    """Return a key without case and signs, but with the underscore that it begins with (``_id``)."""
    return "_" * key.startswith("_") + "".join(mark for mark in key.lower() if mark.isalnum())


@cache
def known(role: str) -> tuple[str, ...]:
    """Return the folded keys that hold text, date, id, title, list or inside, the usual ones first."""
    found = [(int(row[2]), row[0]) for row in rows("text", "record_keys") if row[1] == role]
    return tuple(key for _, key in sorted(found))


class Fields:
    """A record's fields as they came, found by what they hold; ``used`` are the keys that were asked for."""

    def __init__(self, fields: Mapping[Any, Any]) -> None:
        self._fields = fields
        self._folded: dict[str, tuple[str, Any]] = {}
        self.used: set[str] = set()
        inside = known("inside")
        for key, value in fields.items():
            self._folded.setdefault(folded(str(key)), (str(key), value))
        for name in inside:
            if name in self._folded and isinstance(self._folded[name][1], Mapping):
                for key, value in self._folded[name][1].items():
                    self._folded.setdefault(folded(str(key)), (str(key), value))

    def values(self, role: str, key: str | None = None) -> Iterator[Any]:
        """Yield what is not empty under the keys of a role, or under the one ``key`` that a user names."""
        if key is not None:
            value = self._named(key)
            if value not in (None, ""):
                self.used.add(key)
                yield value
            return
        for name in known(role):
            found = self._folded.get(name)
            if found is not None and found[1] not in (None, ""):
                self.used.add(found[0])
                yield found[1]

    def has_text(self, role: str, key: str | None = None) -> bool:
        """Tell whether a key of a role holds text, be it empty."""
        if key is not None:
            return isinstance(self._named(key), str)
        return any(isinstance(self._folded[name][1], str) for name in known(role) if name in self._folded)

    def no_text(self, role: str, key: str | None = None) -> tuple[str, Any] | None:
        """Return the first key of a role, and what it holds instead of text; None where there is no such key."""
        if key is not None:
            value = self._named(key)
            return None if value is None and key not in self._fields else (key, value)
        return next((self._folded[name] for name in known(role) if name in self._folded), None)

    def _named(self, key: str) -> Any:
        if key in self._fields:
            return self._fields[key]
        value: Any = self._fields
        for part in key.split("."):
            if not isinstance(value, Mapping) or part not in value:
                found = self._folded.get(folded(key))
                return found[1] if found else None
            value = value[part]
        return value

    def rest(self) -> dict[str, Any]:
        """Return the fields that nobody asked for, as what JSON can hold."""
        return {clean(str(key)): plain_value(value) for key, value in self._fields.items() if str(key) not in self.used}


def name_in(value: Any) -> str | None:
    """Return an id that is text or a (finite) number, also one in an object of its own (``{"$oid": …}``)."""
    if isinstance(value, Mapping) and len(value) == 1:
        value = next(iter(value.values()))
    if isinstance(value, bool) or (isinstance(value, float) and not isfinite(value)):
        return None
    return str(value) if isinstance(value, str | int | float) and value != "" else None


def prose_in(value: Any, depth: int = 0) -> str | None:
    """Return the text of a field: text itself, a list of paragraphs, or an object of such parts; None for others."""
    if isinstance(value, str):
        return value
    if depth > _DEEPEST:
        return None
    if isinstance(value, Mapping):
        members = [value[key] for key in _PARTS if value.get(key)]
    elif isinstance(value, list | tuple):
        if depth == 0 and not _are_paragraphs(value):
            return None
        members = [*value]
    else:
        return None
    found = [text for member in members if (text := prose_in(member, depth + 1))]
    return "\n\n".join(found) or None


def _are_paragraphs(value: list[Any] | tuple[Any, ...]) -> bool:
    """Tell whether a list holds paragraphs, as texts or objects, and no words."""
    texts = [item for item in value if isinstance(item, str)]
    others = [item for item in value if not isinstance(item, str | Mapping)]
    return not others and (not texts or any(" " in item for item in texts))


def clean(text: str) -> str:
    """Return a text that can be written as UTF-8."""
    return without_surrogates(text)[0]


def plain_value(value: Any, depth: int = 0) -> Any:
    """Return a value as JSON can hold it: days as ISO 8601, numbers that are none as None, bytes as their length."""
    if isinstance(value, str):
        return clean(value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, Day):
        return value.isoformat()
    if isinstance(value, bytes | bytearray | memoryview):
        return f"{len(value)} bytes"
    if depth > _DEEPEST:
        return None
    if isinstance(value, Mapping):
        return {clean(str(key)): plain_value(member, depth + 1) for key, member in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain_value(member, depth + 1) for member in value]
    return plain_value(float(value)) if type(value).__name__ == "Decimal" else clean(str(value))
