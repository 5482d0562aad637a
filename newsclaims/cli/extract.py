"""``newsclaims extract``: articles in, structured JSON out."""

from __future__ import annotations

import sys
from typing import Annotated

import typer


def command(
    paths: Annotated[list[str] | None, typer.Argument(help="Files and folders; - is standard input.")] = None,
    date: Annotated[str | None, typer.Option(help="Publication date, ISO 8601.")] = None,
    only: Annotated[str | None, typer.Option(help="Kinds wanted, comma-separated.")] = None,
    format: Annotated[str | None, typer.Option("--format", "-f", help="json or jsonl.")] = None,
    encoding: Annotated[str | None, typer.Option(help="Encoding of the inputs.")] = None,
) -> None:
    """Extract entities, claims, quotes, dates and figures.

    \b
    Examples:
      newsclaims extract article.txt --date 2025-11-06
      cat news.jsonl | newsclaims extract --format jsonl > facts.jsonl
    """
    from newsclaims.extract import MAX_CHARS, extract_record, given_day
    from newsclaims.model import Failure
    from newsclaims.output.json import json_line, json_text
    from newsclaims.text.files import pieces, records_in

    wanted = only.split(",") if only else None
    day = given_day(date)
    write = json_text if format == "json" else json_line
    failed = 0
    for path in paths or ["-"]:
        for piece in pieces(path, encoding, MAX_CHARS):
            for record in records_in(piece, encoding, MAX_CHARS):
                item = extract_record(record, day, wanted)
                if isinstance(item, Failure):
                    failed += 1
                    sys.stderr.write(f"newsclaims: {item}\n")
                else:
                    sys.stdout.buffer.write(write(item))
    sys.stdout.buffer.flush()
    raise typer.Exit(1 if failed else 0)
