"""Prodigy: a line of JSON an article with tokens, spans and relations, as its spans and relations recipes take them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Any

from newsclaims.exchange.marks import CONTINUES, Mark, Marks, Span, joined, marks_of, parts
from newsclaims.exchange.words import sentences_of, words_of
from newsclaims.formats.json import json_line
from newsclaims.model import Article

_OWN = frozenset({"start", "end", "token_start", "token_end", "label", "id", "source", "input_hash", "color", "text"})


def write(article: Article) -> bytes:
    """Return an article as a task; values of a mark are keys of its span."""
    marks = marks_of(article.to_dict(), article.text)
    words = words_of(article.text, sentences_of(article))
    starts, ends = [word.start for word in words], [word.end for word in words]
    spans: dict[str, dict[str, Any]] = {}
    links: list[tuple[str, str, str]] = []
    for id, mark, (start, end), before in parts(marks.marks):
        first, last = bisect_right(starts, start) - 1, bisect_left(ends, end)
        spans[id] = {"start": start, "end": end, "token_start": first, "token_end": last, "label": mark.label, "id": id}
        if before is None:
            spans[id] |= {f"our_{key}": value for key, value in mark.values.items()}
            links += [(id, target, role) for role, target in mark.links.items()]
        else:
            links.append((id, before, CONTINUES))
    relations = [
        {
            "head": spans[head]["token_end"],
            "child": spans[child]["token_end"],
            "label": role,
            "head_span": spans[head],
            "child_span": spans[child],
        }
        for head, child, role in links
    ]
    tokens = [
        {"text": article.text[word.start : word.end], "start": word.start, "end": word.end, "id": id, "ws": word.space}
        for id, word in enumerate(words)
    ]
    meta = {"article": article.id, "published": article.published}
    task = {"text": article.text, "meta": meta, "tokens": tokens, "spans": [*spans.values()], "relations": relations}
    return json_line(task)


def read(record: dict[str, Any]) -> Marks:
    """Return the marks of a task, as written or corrected.

    Raises:
        KeyError, TypeError, ValueError: when it is none.
    """
    found: dict[str, Mark] = {}
    at: dict[tuple[Span, str], str] = {}
    for number, item in enumerate(record.get("spans") or ()):
        span, label = (int(item["start"]), int(item["end"])), str(item["label"]).lower()
        id = str(item.get("id", f"s{number}"))
        values = {key.removeprefix("our_"): str(value) for key, value in item.items() if key not in _OWN}
        found[id] = Mark(id, label, (span,), values)
        at[span, label] = id
    continued: dict[str, str] = {}
    for item in record.get("relations") or ():
        head, child = (
            end["id"]
            if end.get("id") in found
            else at.get(((int(end["start"]), int(end["end"])), str(end["label"]).lower()))
            for end in (item["head_span"], item["child_span"])
        )
        if head is not None and child is not None:
            role = str(item["label"]).lower()
            if role == CONTINUES:
                continued[head] = child
            else:
                found[head].links[role] = child
    meta = record.get("meta") or {}
    return Marks(str(meta.get("article", "")), record["text"], joined(found, continued), "relations" in record)
