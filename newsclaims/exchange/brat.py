"""brat standoff: a .txt and an .ann file an article, and ``annotation.conf`` for the folder of a collection.

Claims are events whose trigger is the predicate; speakers and addressees are relations of quotes; values of a closed
set are attributes, others stand in a note of the annotation (`value: 2025-11-06; type: DATE`).  brat knows no line
break in a span: there it begins another part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from newsclaims.exchange.marks import ENTITIES, LABELS, LINKS, PARTICIPANT, Mark, Marks, Span, marks_of
from newsclaims.model import Article, Modality, QuoteKind

_ATTRIBUTES = {
    "negated": ("claim", ()),
    "modality": ("claim", get_args(Modality)),
    "kind": ("quote", get_args(QuoteKind)),
}  # of which labels, and their values; none for those that are there or not
_LINES = re.compile(r"[^\n\r]+")
_ARGUMENT = re.compile(r"(\D+?)\d*")


def configuration() -> str:
    """Return ``annotation.conf`` of a collection."""
    targets = "|".join((*ENTITIES, PARTICIPANT))
    rows = ["[entities]", *(label for label in LABELS if label != "claim"), "", "[relations]"]
    rows += [f"{role} Arg1:quote, Arg2:{targets}" for role in LINKS["quotes"]]
    rows += ["<OVERLAP> Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>", "", "[events]"]
    rows += ["claim " + ", ".join(f"{role}?:{targets}" for role in LINKS["claims"]), "", "[attributes]"]
    for name, (label, values) in _ATTRIBUTES.items():
        rows.append(f"{name} Arg:{label}" + (f", Value:{'|'.join(values)}" if values else ""))
    return "\n".join(rows) + "\n"


def write(article: Article, record: int = 1) -> tuple[int, bytes, bytes]:
    """Return the number of the article in its file, its text and its annotations."""
    marks = marks_of(article.to_dict(), article.text)
    lines = "".join(f"{line}\n" for line in _lines(marks, article.text))
    return record, article.text.encode("utf-8", "replace"), lines.encode("utf-8", "replace")


def _lines(marks: Marks, text: str) -> Iterator[str]:
    spans = {mark.id: f"T{number}" for number, mark in enumerate(marks.marks, 1)}
    ids = dict(spans)  # what others name: the event, not its trigger
    ids |= {mark.id: f"E{number}" for number, mark in enumerate(marks.marks, 1) if mark.label == "claim"}
    counts = {"R": 0, "A": 0, "#": 0}

    def next_id(kind: str) -> str:
        counts[kind] += 1
        return f"{kind}{counts[kind]}"

    for mark in marks.marks:
        parts = [(s + run.start(), s + run.end()) for s, e in mark.spans for run in _LINES.finditer(text[s:e])]
        places = ";".join(f"{start} {end}" for start, end in parts)
        yield f"{spans[mark.id]}\t{mark.label} {places}\t{' '.join(text[start:end] for start, end in parts)}"
    for mark in marks.marks:
        id = ids[mark.id]
        if mark.label == "claim":
            named = "".join(f" {role}:{spans[target]}" for role, target in mark.links.items())
            yield f"{id}\tclaim:{spans[mark.id]}{named}"
        else:
            for role, target in mark.links.items():
                yield f"{next_id('R')}\t{role} Arg1:{id} Arg2:{spans[target]}"
        noted = []
        for key, value in mark.values.items():
            label, values = _ATTRIBUTES.get(key, ("", ()))
            if label != mark.label:
                noted.append(f"{key}: {' '.join(value.split())}")
            elif values or value == "true":
                yield f"{next_id('A')}\t{key} {id}{f' {value}' if values else ''}"
        if noted:
            yield f"{next_id('#')}\tAnnotatorNotes {id}\t{'; '.join(noted)}"


def read(id: str, text: str, annotations: str) -> Marks:
    """Return the marks of a pair of files.

    Raises:
        ValueError: naming the line that is none of brat's.
    """
    found: dict[str, Mark] = {}
    later: list[list[str]] = []
    for number, line in enumerate(annotations.split("\n"), 1):
        if not line.strip():
            continue
        cells = line.rstrip("\r").split("\t")
        try:
            if line[0] == "T":
                label, _, places = cells[1].partition(" ")
                found[cells[0]] = Mark(cells[0], label.lower(), _spans(places, text))
            elif line[0] in "ERAM#":
                later.append(cells)
            elif line[0] not in "N*":
                raise ValueError("not an annotation")
        except (ValueError, IndexError) as error:
            raise ValueError(f"line {number} is no line of brat's: {line[:60]!r}") from error
    events: dict[str, Mark] = {}
    for cells in sorted(later, key=lambda cells: "ERAM#".index(cells[0][0])):
        try:
            _add(cells, found, events)
        except (ValueError, IndexError, KeyError) as error:
            raise ValueError(f"what {cells[0]} says is not understood: {' '.join(cells)[:60]!r}") from error
    for mark in found.values():
        for key, (label, values) in _ATTRIBUTES.items():
            if mark.label == label and not values:
                mark.values.setdefault(key, "false")
    return Marks(id, text, sorted(found.values(), key=lambda mark: (*mark.extent, mark.id)))


def _add(cells: list[str], found: dict[str, Mark], events: dict[str, Mark]) -> None:
    """Add what an event, relation, attribute or note says to its mark."""
    kind, words = cells[0][0], cells[1].split()
    if kind == "E":
        mark = events[cells[0]] = found[words[0].partition(":")[2]]
        for word in words[1:]:
            role, _, target = word.partition(":")
            plain = _ARGUMENT.fullmatch(role)
            mark.links[plain[1].lower() if plain else role.lower()] = target
        return
    if kind == "R":
        ends = [word.partition(":")[2] for word in words[1:3]]
        found[ends[0]].links[words[0].lower()] = ends[1]
        return
    noted = events.get(words[1]) or found.get(words[1])
    if noted is None:  # of a relation, or of what was deleted
        return
    if kind == "#":
        pairs = (pair.partition(":") for pair in cells[2].split(";")) if len(cells) > 2 else ()
        noted.values |= {key.strip(): value.strip() for key, _, value in pairs if value.strip()}
    else:
        noted.values[words[0].lower()] = words[2] if len(words) > 2 else "true"


def _spans(places: str, text: str) -> tuple[Span, ...]:
    """Return the spans of a place; what a line break alone has parted is one."""
    found: list[Span] = []
    for place in places.split(";"):
        start, end = map(int, place.split())
        if found and text[found[-1][1] : start].isspace() and {*text[found[-1][1] : start]} & {"\n", "\r"}:
            start = found.pop()[0]
        found.append((start, end))
    return tuple(found)
