"""The columns of the flat tables (CSV, TSV, Parquet): one table a kind, and one that joins several kinds.

A table is named after its kind (``figures``) or after the kinds that it joins (``dates+figures``).  That of one kind
has the columns of that kind alone, named as the keys of the JSON are.  That of several has the columns of all of
them and ``item``, which says what each row is; there the type of an entity or date is its ``kind`` and the
value of a figure its ``number``, so that a column means one thing.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

Kind = Literal["text", "closed", "day", "integer", "number", "truth", "texts", "ids"]
"""What a column holds: free text; an id or a word of a closed set; an ISO 8601 day; numbers; true or false; lists."""

LISTS = frozenset({"texts", "ids"})


class Column:
    """A column of a table and what it holds."""

    __slots__ = ("kind", "name")

    def __init__(self, name: str, kind: Kind) -> None:
        self.name = name
        self.kind = kind


_PLACE = "sentence:integer start:integer end:integer context:text rule:closed"


def _who(key: str) -> str:
    return f"{key}:text {key}_name:text {key}_entity:closed {key}_reading:closed"


_SPEC = {
    "articles": "title:text published_basis:closed language:closed characters:integer warnings:texts",
    "sentences": "number:integer text:text part:closed type:closed check_worthiness:number paragraph:integer "
    "start:integer end:integer",
    "entities": "id:closed name:text type:closed country:closed roles:texts mentions:integer text:text start:integer "
    "end:integer",
    "mentions": "entity:closed name:text text:text kind:closed start:integer end:integer",
    "claims": f"id:closed text:text {_who('subject')} predicate:text lemma:text {_who('object')} arguments:texts "
    "voice:closed negated:truth modality:closed attributed_to:text attributed_to_entity:closed when:texts place:text "
    f"place_entity:closed standalone:text amounts:texts dates:ids figures:ids quote:closed confidence:number {_PLACE}",
    "quotes": f"id:closed text:text kind:closed {_who('speaker')} cue:text lemma:text {_who('addressee')} "
    f"confidence:number {_PLACE}",
    "dates": "id:closed text:text type:closed value:closed mod:closed from:day to:day anchor:closed anchor_id:closed "
    f"{_PLACE}",
    "figures": "id:closed text:text kind:closed value:number low:number high:number unit:text comparator:closed "
    f"approximate:truth of:text per:text direction:closed point:closed baseline:closed {_PLACE}",
    "checks": f"id:closed severity:closed message:text text:text {_PLACE}",
}
_ARTICLE = "article:text source:text published:day"

ITEMS = ("entities", "claims", "quotes", "dates", "figures", "checks")
"""The kinds that a table may join."""

WHOLE = ("articles", "sentences", "entities", "mentions", *ITEMS[1:])
"""The tables of a folder that holds everything."""

JOINED = {("entities", "type"): "kind", ("dates", "type"): "kind", ("figures", "value"): "number"}
"""What a kind's column is called where several kinds are joined."""

_LAST = ("dates", "figures", "confidence", "sentence", "start", "end", "context", "rule")


def _columns(spec: str) -> tuple[Column, ...]:
    return tuple(Column(*item.split(":")) for item in spec.split())  # type: ignore[arg-type]


@cache
def columns_of(table: str) -> tuple[Column, ...]:
    """Return the columns of a table.

    Raises:
        KeyError: when there is none of that name.
    """
    kinds = table.split("+")
    if len(kinds) == 1:
        return _columns(f"{_ARTICLE} {_SPEC[table]}")
    found = {column.name: column for column in _columns(f"{_ARTICLE} item:closed id:closed kind:closed text:text")}
    for kind in kinds:
        for column in _columns(_SPEC[kind]):
            name = JOINED.get((kind, column.name), column.name)
            found.setdefault(name, Column(name, column.kind))
    last = [found.pop(name) for name in _LAST if name in found]
    return (*found.values(), *last)


def one_table(kinds: tuple[str, ...] | None, checks: bool = False) -> str:
    """Return the table that holds these kinds in one file, None for all that there are; with ``checks``, those too."""
    return "+".join(_wanted(kinds, checks))


def tables_of(kinds: tuple[str, ...] | None, checks: bool = False) -> tuple[str, ...]:
    """Return the tables that hold these kinds in a folder, a file each; None for all that there are."""
    return tuple(WHOLE if kinds is None and checks else WHOLE[:-1] if kinds is None else _wanted(kinds, checks))


def _wanted(kinds: tuple[str, ...] | None, checks: bool) -> list[str]:
    return [kind for kind in ITEMS if (checks if kind == "checks" else kinds is None or kind in kinds)]
