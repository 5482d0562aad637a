"""Hits of ``find`` as lines: the path and line first, then the sentence with the hit marked."""

from __future__ import annotations

import json

from newsclaims.find.search import Hit, Record
from newsclaims.terminal.page import Page
from newsclaims.text.visible import visible


def hit_line(place: str, record: Record, text: str | None, hit: Hit, page: Page) -> str:
    """Return one hit on one line: `path:line: sentence`, the hit in colour, or between signs without it.

    ``text`` is the article's text; without it (JSON written earlier) the words of the fact stand alone.
    """
    label = page.paint(visible(place), "path")
    if text is None:
        return f"{label}: {page.paint(_flat(hit.text).strip(), 'hit')}{_about(hit)}"
    sentence = record["sentences"][hit.sentence]
    start, end = min(sentence["start"], hit.start), max(sentence["end"], hit.end)
    before, inside, after = text[start : hit.start], text[hit.start : hit.end], text[hit.end : end]
    marked = page.paint(_flat(inside), "hit") if page.color else f"»{_flat(inside)}«"
    return f"{label}: {_flat(before)}{marked}{_flat(after)}{_about(hit)}"


def _flat(text: str) -> str:
    """Return text on one line, the spaces at its ends kept."""
    flat = " ".join(text.split())
    if not flat:
        return " " if text else ""
    return visible((" " if text[:1].isspace() else "") + flat + (" " if text[-1:].isspace() else ""))


def _about(hit: Hit) -> str:
    """Return who spoke, for quotes."""
    if hit.kind != "quotes":
        return ""
    speaker = hit.fact["speaker"]
    return f"  [{_flat(speaker['text'])}]" if speaker else "  [no speaker]"


def hit_json(source: str, line: int, record: Record, text: str | None, hit: Hit) -> str:
    """Return one hit as a line of JSON: where it is, its sentence, and the fact as in the output contract."""
    sentence = record["sentences"][hit.sentence]
    return json.dumps(
        {
            "source": source,
            "line": line,
            "id": record["id"],
            "kind": hit.kind,
            "sentence": None if text is None else text[sentence["start"] : sentence["end"]],
            "fact": hit.fact,
        },
        ensure_ascii=False,
    )
