"""doccano: a line of JSON an article, as its projects of sequence labelling with relations import and export it.

Values are not written, for doccano keeps labels and relations only.  The project must allow overlapping spans and
relations; ids of entities are unique over a whole file, for doccano imports many articles at once.
"""

from __future__ import annotations

from typing import Any
from zlib import crc32

from newsclaims.exchange.marks import CONTINUES, Mark, Marks, joined, marks_of, parts
from newsclaims.formats.json import json_line
from newsclaims.model import Article


def write(article: Article) -> bytes:
    """Return an article as a line with ``text``, ``entities`` and ``relations``; ``article`` is its id."""
    marks = marks_of(article.to_dict(), article.text)
    seed = f"{article.source}\0{article.id}\0{article.text}".encode("utf-8", "replace")
    base = (crc32(seed) & 0x1FFFFFFF) << 20  # below the largest whole number of JavaScript
    numbers: dict[str, int] = {}
    entities: list[dict[str, Any]] = []
    links: list[tuple[str, str, str]] = []
    for id, mark, (start, end), before in parts(marks.marks):
        numbers[id] = base + len(numbers)
        entities.append({"id": numbers[id], "label": mark.label, "start_offset": start, "end_offset": end})
        if before is None:
            links += [(id, target, role) for role, target in mark.links.items()]
        else:
            links.append((id, before, CONTINUES))
    relations = [
        {"id": number, "from_id": numbers[start], "to_id": numbers[end], "type": role}
        for number, (start, end, role) in enumerate(links, 1)
    ]
    return json_line({"text": article.text, "article": article.id, "entities": entities, "relations": relations})


def read(record: dict[str, Any]) -> Marks:
    """Return the marks of a line of doccano's export, with relations or with labels alone (``label``).

    Raises:
        KeyError, TypeError, ValueError: when it is none.
    """
    id = str(record.get("article") or record.get("id") or "")
    found: dict[str, Mark] = {}
    if "entities" not in record:
        labels = record["label"] if "label" in record else record["labels"]
        for number, (start, end, label) in enumerate(labels):
            found[str(number)] = Mark(str(number), str(label).lower(), ((int(start), int(end)),))
        return Marks(id, record["text"], joined(found, {}), linked=False)
    for item in record["entities"]:
        span = (int(item["start_offset"]), int(item["end_offset"]))
        found[str(item["id"])] = Mark(str(item["id"]), str(item["label"]).lower(), (span,))
    continued: dict[str, str] = {}
    for item in record.get("relations", ()):
        start, end, role = str(item["from_id"]), str(item["to_id"]), str(item["type"]).lower()
        if role == CONTINUES:
            continued[start] = end
        elif start in found:
            found[start].links[role] = end
    return Marks(id, record["text"], joined(found, continued))
