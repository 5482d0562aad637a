"""Commands."""

from __future__ import annotations

import json
import sys


def main() -> None:
    """Extract from JSONL or text files."""
    from newsclaims.pipeline import run

    for path in sys.argv[2:]:
        if path.startswith("--") or path == "jsonl":
            continue
        with open(path, encoding="utf-8") as file:
            if path.endswith(".jsonl"):
                for line in file:
                    record = json.loads(line)
                    article = run(record["text"], id=record["id"], date=record.get("date"), title=record.get("title"))
                    print(json.dumps(article.to_dict(), ensure_ascii=False))
            else:
                print(json.dumps(run(file.read(), id=path).to_dict(), ensure_ascii=False, indent=1))
