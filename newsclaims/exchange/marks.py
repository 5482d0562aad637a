"""An article as marks: spans with a label, values and links to other marks, which every annotation tool can show.

=============  =====================================================  ==========================  =====================
kind           label                                                  values                      links
=============  =====================================================  ==========================  =====================
entities       person, organization, place, group, event, other:      entity, name, mention
               one mark a mention
quotes         quote                                                  kind                        speaker, addressee
claims         claim: the predicate                                   negated, modality, lemma    subject, object
dates          date                                                   type, value, mod
figures        figure                                                 kind, value, low, high,
                                                                      unit, comparator, of
(none)         participant: who or what is linked and no entity
=============  =====================================================  ==========================  =====================

All values are text.  Offsets are code points of the text, end exclusive.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, get_args

from newsclaims.model import EntityType

Span = tuple[int, int]
ENTITIES = get_args(EntityType)
PARTICIPANT = "participant"
LABELS = (*ENTITIES, "quote", "claim", "date", "figure", PARTICIPANT)
LINKS = {"quotes": ("speaker", "addressee"), "claims": ("subject", "object")}
KINDS = ("entities", "claims", "quotes", "dates", "figures")
CONTINUES = "continues"
"""The link between the parts of a mark in tools that know no mark of several parts."""

_KIND = {"quote": "quotes", "claim": "claims", "date": "dates", "figure": "figures"} | dict.fromkeys(
    ENTITIES, "entities"
)
_VALUES = {
    "quotes": ("kind",),
    "claims": ("negated", "modality", "lemma"),
    "dates": ("type", "value", "mod"),
    "figures": ("kind", "value", "low", "high", "unit", "comparator", "of"),
}


@dataclass(slots=True)
class Mark:
    """A span, or several that belong together, with a label, what is known of it, and ids of marks it is linked to."""

    id: str
    label: str
    spans: tuple[Span, ...]
    values: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> str | None:
        """The kind of fact that its label stands for; None for participants and labels that are not ours."""
        return _KIND.get(self.label)

    @property
    def extent(self) -> Span:
        """From its first to its last character."""
        return min(start for start, _ in self.spans), max(end for _, end in self.spans)


@dataclass
class Marks:
    """The marks of one article; ``text`` is None where only offsets are known.

    ``linked`` tells whether its format has links at all, so that none means that there is none.
    """

    id: str
    text: str | None
    marks: list[Mark]
    linked: bool = True

    @cached_property
    def by_id(self) -> dict[str, Mark]:
        """The marks by their id."""
        return {mark.id: mark for mark in self.marks}


def marks_of(article: dict[str, Any], text: str | None) -> Marks:
    """Return the marks of an article, given as the JSON of the output."""
    found: list[Mark] = []
    at: dict[Span, Mark] = {}
    for entity in article["entities"]:
        for number, mention in enumerate(entity["mentions"], 1):
            values = {"entity": entity["id"], "name": entity["name"], "mention": mention["kind"]}
            mark = Mark(f"{entity['id']}.{number}", entity["type"], (_span(mention),), values)
            found.append(mark)
            at.setdefault(_span(mention), mark)
    for kind, label in (("quotes", "quote"), ("claims", "claim"), ("dates", "date"), ("figures", "figure")):
        for item in article[kind]:
            spans = tuple((start, end) for start, end in item["spans"]) if kind == "quotes" else (_place(item),)
            mark = Mark(item["id"], label, spans, _values(item, _VALUES[kind]))
            if kind == "claims":
                mark.values["lemma"] = item["predicate"]["lemma"]
            found.append(mark)
            for role in LINKS.get(kind, ()):
                if item[role] is not None:
                    target = at.get(_span(item[role]))
                    if target is None:
                        target = at[_span(item[role])] = Mark(f"p{len(found)}", PARTICIPANT, (_span(item[role]),))
                        found.append(target)
                    mark.links[role] = target.id
    return Marks(article["id"], text, sorted(found, key=lambda mark: (*mark.extent, mark.id)))


def _span(item: dict[str, Any]) -> Span:
    return item["start"], item["end"]


def _place(item: dict[str, Any]) -> Span:
    return _span(item["predicate"]) if "predicate" in item else _span(item)


def _values(item: dict[str, Any], keys: Iterable[str]) -> dict[str, str]:
    return {key: as_text(item[key]) for key in keys if item.get(key) is not None}


def as_text(value: Any) -> str:
    """Return a value as marks have it: true and false in lower case, whole numbers without a point."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    return str(value)


def parts(marks: Iterable[Mark]) -> Iterator[tuple[str, Mark, Span, str | None]]:
    """Yield every part of every mark for tools that know no mark of several parts.

    With the id of the part, its mark, its span and the id of the part that it continues.
    """
    for mark in marks:
        before = None
        for number, span in enumerate(mark.spans):
            id = mark.id if not number else f"{mark.id}+{number}"
            yield id, mark, span, before
            before = id


def joined(found: dict[str, Mark], continued: dict[str, str]) -> list[Mark]:
    """Return marks whose parts are one again: ``continued`` maps the id of a part to that of the one before it."""
    for id in [id for id in found if id in continued]:
        first, seen = id, {id}
        while first in continued and continued[first] in found and continued[first] not in seen:
            first = continued[first]
            seen.add(first)
        if first != id:
            head = found[first]
            head.spans = tuple(sorted({*head.spans, *found[id].spans}))
    kept = [mark for id, mark in found.items() if id not in continued or continued[id] not in found]
    return sorted(kept, key=lambda mark: (*mark.extent, mark.id))
