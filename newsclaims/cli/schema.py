"""``newsclaims schema``: the JSON Schema of the output."""

from __future__ import annotations

import sys
from typing import Annotated

import typer


def command(
    failure: Annotated[bool, typer.Option("--failure", help="Print the schema of error records instead.")] = False,
) -> None:
    """Print the JSON Schema of an article's JSON object.

    \b
    Examples:
      newsclaims schema > article.schema.json
      newsclaims schema --failure
    """
    from newsclaims.formats.json import json_text
    from newsclaims.formats.schema import failure_schema, schema

    sys.stdout.buffer.write(json_text(failure_schema() if failure else schema()))
    sys.stdout.buffer.flush()
