"""Label Studio: a list of tasks, each with its text and our facts as a prediction; the export's annotations are read.

The labelling configuration that fits is ``CONFIGURATION``: labels over a text, and relations.  Values stand in the note
of a region, one a line (`value: 2025-11-06`), where they can be changed.  Offsets are code points.
"""

from __future__ import annotations

from typing import Any

from newsclaims.exchange.marks import CONTINUES, LABELS, LINKS, Mark, Marks, joined, marks_of, parts
from newsclaims.formats.json import json_text
from newsclaims.model import Article

_ROLES = (*(role for roles in LINKS.values() for role in roles), CONTINUES)
CONFIGURATION = "\n".join(
    (
        "<View>",
        "  <Relations>",
        *(f'    <Relation value="{role}"/>' for role in _ROLES),
        "  </Relations>",
        '  <Labels name="label" toName="text">',
        *(f'    <Label value="{label}"/>' for label in LABELS),
        "  </Labels>",
        '  <Text name="text" value="$text"/>',
        "</View>",
        "",
    )
)
"""The labelling configuration of a project that takes our tasks."""


def write(article: Article) -> bytes:
    """Return an article as a task with a prediction."""
    marks = marks_of(article.to_dict(), article.text)
    regions: list[dict[str, Any]] = []
    relations: list[dict[str, Any]] = []
    for id, mark, (start, end), before in parts(marks.marks):
        value = {"start": start, "end": end, "text": article.text[start:end], "labels": [mark.label]}
        region = {"id": id, "from_name": "label", "to_name": "text", "type": "labels", "value": value}
        if before is None and mark.values:
            region["meta"] = {"text": [f"{key}: {value}" for key, value in mark.values.items()]}
        regions.append(region)
        links = mark.links.items() if before is None else [(CONTINUES, before)]
        for role, target in links:
            link = {"type": "relation", "from_id": id, "to_id": target, "direction": "right", "labels": [role]}
            relations.append(link)
    prediction = {"model_version": f"newsclaims {article.schema_version}", "result": regions + relations}
    data = {"text": article.text, "article": article.id, "title": article.title, "published": article.published}
    return json_text({"data": data, "predictions": [prediction]})


def read(record: dict[str, Any]) -> Marks:
    """Return the marks of a task: of its last annotation that was not cancelled, without one those of the prediction.

    Raises:
        KeyError, TypeError, ValueError: when it is none.
    """
    made = [item for item in record.get("annotations") or () if not item.get("was_cancelled")]
    results = (made or record.get("predictions") or [{"result": []}])[-1]["result"]
    found: dict[str, Mark] = {}
    continued: dict[str, str] = {}
    for item in results:
        if item["type"] == "labels":
            value = item["value"]
            label = str(value["labels"][0]).lower()
            mark = Mark(str(item["id"]), label, ((int(value["start"]), int(value["end"])),))
            mark.values = _values((item.get("meta") or {}).get("text") or [])
            found[mark.id] = mark
    for item in results:
        if item["type"] == "relation":
            role = str((item.get("labels") or [""])[0]).lower()
            if role == CONTINUES:
                continued[str(item["from_id"])] = str(item["to_id"])
            elif str(item["from_id"]) in found:
                found[str(item["from_id"])].links[role] = str(item["to_id"])
    data = record["data"]
    return Marks(str(data.get("article") or record.get("id") or ""), data["text"], joined(found, continued))


def _values(notes: list[str] | str) -> dict[str, str]:
    """Return the values of a region's note, whose lines may have been joined."""
    lines = [line for note in ([notes] if isinstance(notes, str) else notes) for line in str(note).splitlines()]
    return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines) if value}
