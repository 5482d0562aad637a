"""W3C Web Annotation (JSON-LD): a page of annotations an article, each with a quotation and a position selector."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from newsclaims.exchange.marks import Mark, Marks, Span, marks_of
from newsclaims.formats.json import json_text
from newsclaims.model import Article

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "text": "urn:newsclaims:text",
        "article": "urn:newsclaims:article",
        "values": {"@id": "urn:newsclaims:values", "@type": "@json"},
        "links": {"@id": "urn:newsclaims:links", "@type": "@json"},
    },
]
_AROUND = 32  # characters of prefix and suffix


def write(article: Article) -> bytes:
    """Return an article as an AnnotationPage; ``text`` is what the selectors refer to, in code points."""
    marks = marks_of(article.to_dict(), article.text)
    base = f"urn:newsclaims:{quote(article.id.encode('utf-8', 'replace'), safe='')}"
    page = {
        "@context": CONTEXT,
        "id": f"{base}:page",
        "type": "AnnotationPage",
        "article": article.id,
        "text": article.text,
        "items": [_annotation(mark, base, article.text) for mark in marks.marks],
    }
    return json_text(page)


def _annotation(mark: Mark, base: str, text: str) -> dict[str, Any]:
    targets = [_target(base, text, span) for span in mark.spans]
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": mark.label}]
    if mark.values:
        said = "; ".join(f"{key}: {value}" for key, value in mark.values.items())
        bodies.append({"type": "TextualBody", "purpose": "describing", "value": said, "format": "text/plain"})
    return {
        "id": f"{base}:{mark.id}",
        "type": "Annotation",
        "motivation": "tagging",
        "body": bodies,
        "target": targets if len(targets) > 1 else targets[0],
        "values": mark.values,
        "links": {role: f"{base}:{target}" for role, target in mark.links.items()},
    }


def _target(base: str, text: str, span: Span) -> dict[str, Any]:
    start, end = span
    quoted = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - _AROUND) : start],
        "suffix": text[end : end + _AROUND],
    }
    return {"source": base, "selector": [quoted, {"type": "TextPositionSelector", "start": start, "end": end}]}


def read(record: dict[str, Any]) -> Marks:
    """Return the marks of a page; an annotation without a position is looked for by its quotation.

    Raises:
        KeyError, TypeError, ValueError: when it is none.
    """
    text = record.get("text")
    found = []
    for item in record["items"]:
        bodies = item["body"] if isinstance(item["body"], list) else [item["body"]]
        label = next(str(body["value"]) for body in bodies if body.get("purpose", "tagging") == "tagging").lower()
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        spans = tuple(sorted(_span(target, text) for target in targets))
        found.append(Mark(str(item["id"]), label, spans, _texts(item.get("values")), _texts(item.get("links"))))
    return Marks(str(record.get("article") or record.get("id") or ""), text, found)


def _texts(values: Any) -> dict[str, str]:
    return {str(key): str(value) for key, value in (values or {}).items()}


def _span(target: dict[str, Any], text: str | None) -> Span:
    selectors = target["selector"] if isinstance(target["selector"], list) else [target["selector"]]
    for selector in selectors:
        if selector["type"] == "TextPositionSelector":
            return int(selector["start"]), int(selector["end"])
    selector = next(selector for selector in selectors if selector["type"] == "TextQuoteSelector")
    before, exact, after = selector.get("prefix", ""), selector["exact"], selector.get("suffix", "")
    at = (text or "").find(before + exact + after)
    if at < 0:
        raise ValueError(f"the text has no {exact[:40]!r}")
    return at + len(before), at + len(before) + len(exact)
