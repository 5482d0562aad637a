"""One text with marks of all kinds, and its annotations in the formats of all tools that take tasks."""

from __future__ import annotations

import json
from pathlib import Path

from newsclaims.exchange import annotation, doccano, labelstudio, prodigy

TEXT = (
    "🌊 Flood report\n\n“We lost the bridge,” Ada Stone said on Monday, “and we will build\r\nanother.” The council"
    " of Lima paid more than $2.5 million. It did not sell  the land in May 2024, Bo Reed told Reuters.\n"
)
TASKS = {"annotation": annotation, "doccano": doccano, "labelstudio": labelstudio, "prodigy": prodigy}


def news_in(folder: Path) -> Path:
    """Write three articles, one of them ``TEXT``, into a new folder and return it."""
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT, encoding="utf-8", newline="")
    lines = [{"id": "x", "text": "Bo Reed left Acme in May."}, {"id": "y", "text": "Acme lost $5 on Friday."}]
    (folder / "feed.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return folder
